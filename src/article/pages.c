/* The text of a PDF, page by page as pdftotext gives it: running heads, running feet and
   page numbers go, what a page's end cut in two is joined, hyphens of the typesetter too. */
#include <string.h>

#include "article/lines.h"
#include "base/map.h"
#include "text/utf8.h"

enum {
	EDGE = 3,     /* lines at either end of a page that may run */
	PAGES = 5000, /* that are compared */
	HEAD = 6,     /* lines among which authors are */
	RUNS = 3,     /* pages a line stands on to be running */
	FULL_MOST = 4000
};

struct pages {
	struct job *j;
	struct lines *at; /* one a page */
	size_t n;
	struct map running; /* of lines at the edges, digits as one: on how many pages */
	struct map words;   /* of the whole text, in small letters */
};

/* "Page 12 of 30" on any page is the same line. */
static struct str
shape_of(struct arena *a, struct str line)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] < '0' || line.p[i] > '9')
			buf_byte(&b, line.p[i]);
		else if (i == 0 || line.p[i - 1] < '0' || line.p[i - 1] > '9')
			buf_byte(&b, '#');
	return buf_view(&b);
}

/* The n-th line with text from either end, or NULL. */
static struct line *
edge(struct lines *l, size_t n, bool last)
{
	for (size_t i = 0; i < l->n; i++) {
		struct line *line = &l->at[last ? l->n - 1 - i : i];

		if (line->text.n != 0 && n-- == 0)
			return line;
	}
	return NULL;
}

static void
count_running(struct pages *p)
{
	for (size_t i = 0; i < p->n && i < PAGES; i++)
		for (size_t k = 0; k < 2 * EDGE; k++) {
			const struct line *line = edge(&p->at[i], k / 2, k % 2 != 0);

			if (line != NULL && line->text.n < 200)
				++*map_at(&p->running, shape_of(p->j->a, line->text));
		}
}

static bool
is_number(struct str s)
{
	size_t roman = 0, digits = 0;

	for (size_t i = 0; i < s.n; i++) {
		digits += byte_is_digit(s.p[i]);
		roman += strchr("ivxl", s.p[i]) != NULL;
	}
	return s.n <= 5 && (digits == s.n || roman == s.n);
}

static bool
runs(const struct pages *p, struct str line)
{
	const uint32_t *times = map_get(&p->running, shape_of(p->j->a, line));

	return line_is_page(line) || is_number(line) ||
	       (p->n >= RUNS && times != NULL && *times >= RUNS && *times * 3 >= p->n);
}

/* From the edge inwards up to the first line that does not run. */
static void
drop_running(struct pages *p)
{
	for (size_t i = 0; i < p->n; i++)
		for (size_t k = 0; k < 2; k++)
			for (size_t n = 0; n < EDGE; n++) {
				struct line *line = edge(&p->at[i], 0, k == 1);

				if (line == NULL || !runs(p, line->text))
					break;
				line->text = line->tail = STR_NIL;
			}
}

static void
collect_words(struct pages *p, struct str text)
{
	while (text.n != 0) {
		size_t n = 0;

		while (
		    n < text.n && (byte_is_letter(text.p[n]) || (text.p[n] & 0x80) != 0 ||
				      (text.p[n] == '-' && n != 0 && n + 1 < text.n &&
					  text.p[n + 1] != '\n')))
			n++;
		if (n >= 4 && n < 60)
			++*map_at(&p->words, utf8_lower(p->j->a, str_cut(text, 0, n)));
		text = str_cut(text, n + 1, text.n);
	}
}

static struct str
letters_before(struct str s)
{
	size_t n = s.n;

	while (s.p != NULL && n > 0 &&
	       ((s.p[n - 1] & 0x80) != 0 || byte_is_letter(s.p[n - 1])))
		n--;
	return str_cut(s, n, s.n);
}

static struct str
letters_after(struct str s)
{
	size_t n = 0;

	while (n < s.n && ((s.p[n] & 0x80) != 0 || byte_is_letter(s.p[n])))
		n++;
	return str_cut(s, 0, n);
}

static bool
has_word(const struct pages *p, struct str x, const char *between, struct str y)
{
	struct buf b = buf_new(p->j->a);

	buf_str(&b, x);
	buf_text(&b, between);
	buf_str(&b, y);
	return map_get(&p->words, utf8_lower(p->j->a, buf_view(&b))) != NULL;
}

/* Whether the hyphen a line ends with is the typesetter's: the word stands elsewhere
   without it, or nowhere with it and both halves are short of being words. */
static bool
is_soft(const struct pages *p, struct str line, struct str next)
{
	const struct str x = letters_before(str_cut(line, 0, line.n - 1));
	const struct str y = letters_after(next);
	struct str first = y;

	if (x.n < 2 || y.n < 2 || !utf8_is_lower(utf8_next(&first)))
		return false;
	if (has_word(p, x, "", y))
		return true;
	return !has_word(p, x, "-", y) &&
	       !(has_word(p, x, "", STR_NIL) && has_word(p, y, "", STR_NIL));
}

/* All lines with text, and what stands between each and the next. */
struct row {
	struct str text;
	int cols;
	int wide;         /* about how wide it is set, in tenths of a digit */
	bool blank, page; /* a blank line, the page's end follow */
};

struct rows {
	struct row *at;
	size_t n, room;
};

/* Letters are not equally wide in print. */
static int
wide_of(struct str s)
{
	int sum = 0;

	while (s.n != 0) {
		const uint32_t c = utf8_next(&s);

		sum += c >= 0x80                                        ? 10
		       : strchr(" iljtfrI.,:;'!|()[]-", (int)c) != NULL ? 6
		       : strchr("mwMW@%", (int)c) != NULL               ? 16
		       : c >= 'A' && c <= 'Z'                           ? 13
									: 10;
	}
	return sum;
}

static struct rows
rows_of(const struct pages *p)
{
	struct rows all = { 0 };

	for (size_t i = 0; i < p->n; i++) {
		for (size_t k = 0; k < p->at[i].n; k++) {
			const struct line *l = &p->at[i].at[k];

			if (l->text.n != 0)
				*vec_push(p->j->a, &all) = (struct row){ l->text, l->cols,
					wide_of(l->text), false, false };
			else if (all.n != 0)
				all.at[all.n - 1].blank = true;
		}
		if (all.n != 0)
			all.at[all.n - 1].page = true;
	}
	return all;
}

/* Columns that four of five lines of prose do not exceed: the width they were set to. */
static int
width_of(const struct rows *all)
{
	size_t count[201] = { 0 }, n = 0, sum = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].cols > 20 && all->at[i].cols <= 200) {
			count[all->at[i].cols]++;
			n++;
		}
	for (int cols = 0; cols <= 200; cols++) {
		sum += count[cols];
		if (n != 0 && sum * 5 >= n * 4)
			return cols;
	}
	return 80;
}

/* The middle of the lines that end within a sentence: how wide a full line is. */
static int
full_of(struct arena *a, const struct rows *all)
{
	int *count = arena_many(a, int, FULL_MOST + 1);
	int n = 0, sum = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].wide <= FULL_MOST && all->at[i].cols > 20 &&
		    !line_ends_sentence(all->at[i].text)) {
			count[all->at[i].wide]++;
			n++;
		}
	for (int wide = 0; wide <= FULL_MOST; wide++) {
		sum += count[wide];
		if (n != 0 && sum * 2 >= n)
			return wide;
	}
	return 0;
}

/* The next line's first word had room on this one, and yet stands there: a new paragraph,
   which pages often tell by nothing but its indent, and the text of a PDF has none.  Of
   lines that pdftotext has run together the last one counts. */
static bool
had_room(const struct row *row, const struct row *next, int full)
{
	enum { BLANK = 6 };
	const size_t word = str_find(next->text, STR(" "), 0);
	const int most = full + full / 20;
	const int last = full == 0 || row->wide <= most ? row->wide : row->wide % full;

	return (last + BLANK + wide_of(str_cut(next->text, 0, word))) * 100 <= full * 97;
}

enum between { GLUE, JOIN, BREAK };

/* What lines are measured by: columns and width of full ones. */
struct measure {
	int cols, wide;
};

/* A page's end is none of the paragraph's when its sentence goes on. */
static enum between
between(const struct pages *p, const struct row *row, const struct row *next,
    struct measure m)
{
	const bool ends = line_ends_sentence(row->text);
	const bool is_short = row->cols * 10 < m.cols * 7;
	struct str first = next->text;

	if (str_ends(row->text, STR("\xc2\xad")) ||
	    (str_ends(row->text, STR("-")) && is_soft(p, row->text, next->text)))
		return GLUE;
	if (row->page && !ends && !is_short)
		return JOIN;
	if (row->page || row->blank ||
	    (ends && (row->cols * 10 < m.cols * 8 || had_room(row, next, m.wide))))
		return BREAK;
	if (!ends && utf8_is_lower(utf8_next(&first)))
		return JOIN;
	return is_short || line_bullet(next->text).n != 0 ? BREAK : JOIN;
}

static void
put_rows(const struct pages *p, struct buf *out)
{
	const struct rows all = rows_of(p);
	const struct measure m = { width_of(&all), full_of(p->j->a, &all) };

	for (size_t i = 0; i < all.n; i++) {
		const struct row *row = &all.at[i];
		const bool soft = str_ends(row->text, STR("\xc2\xad"));
		const enum between what =
		    i + 1 == all.n ? BREAK : between(p, row, row + 1, m);

		/* a name under the title is the author's, though nothing says so */
		if (i > 0 && i < HEAD && what == BREAK && name_is_person(row->text) &&
		    all.at[i - 1].cols * 10 < m.cols * 7)
			buf_text(out, "By ");
		buf_str(out,
		    str_cut(row->text, 0, row->text.n - (what == GLUE ? 1 + soft : 0)));
		if (what == JOIN && !str_ends(row->text, STR("-")))
			buf_byte(out, ' ');
		else if (what == BREAK)
			buf_text(out, "\n\n");
	}
}

/* Typesetters' ligatures are letters. */
static struct str
without_ligatures(struct arena *a, struct str s)
{
	static const char *const as[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
	struct buf b = buf_new(a);
	size_t at, from = 0;

	if (!str_has(s, STR("\xef\xac")))
		return s;
	while ((at = str_find(s, STR("\xef\xac"), from)) != STR_NONE && at + 2 < s.n) {
		const unsigned which = (unsigned char)s.p[at + 2] - 0x80U;

		buf_str(&b, str_cut(s, from, at));
		if (which < LEN(as))
			buf_text(&b, as[which]);
		else
			buf_str(&b, str_cut(s, at, at + 3));
		from = at + 3;
	}
	buf_str(&b, str_cut(s, from, s.n));
	return buf_view(&b);
}

bool
pages_read(struct job *j, struct str bytes)
{
	struct pages p = { .j = j, .running = map_new(j->a), .words = map_new(j->a) };
	struct buf out = buf_new(j->a);
	struct {
		struct lines *at;
		size_t n, room;
	} all = { 0 };
	struct str text;

	if (str_starts(bytes, STR("%PDF-"))) {
		say(j->d, SAY_PDF_TOOL, (struct place){ .file = j->hints->file },
		    "a PDF is read through pdftotext; install the package poppler-utils");
		return false;
	}
	if (str_trim(bytes).n == 0) {
		say(j->d, SAY_ARTICLE_EMPTY, (struct place){ .file = j->hints->file },
		    "no text in the PDF; if it is scanned, have its text recognised "
		    "first, "
		    "as by ocrmypdf");
		return false;
	}
	for (struct str rest = text_within(j, bytes); rest.n != 0;) {
		text = without_ligatures(
		    j->a, utf8_import(j->a, str_split(&rest, '\f'), STR("utf-8")));
		collect_words(&p, text);
		*vec_push(j->a, &all) = lines_of(j->a, text);
	}
	p.at = all.at;
	p.n = all.n;
	count_running(&p);
	drop_running(&p);
	put_rows(&p, &out);
	return text_read(j, buf_view(&out));
}
