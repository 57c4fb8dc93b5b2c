/* The top of a plain text: a head of fields, the title (often twice), then lines that
   say who and when, until the first line that is text. */

#include "article/lines.h"
#include "text/utf8.h"

enum { LINE = 160 }; /* bytes of a line that says who and when */

/* What `s` is without case and blanks at the ends, for titles told twice. */
static bool
same_title(struct arena *a, struct str x, struct str y)
{
	return str_eq(utf8_fold(a, str_trim(x)), utf8_fold(a, str_trim(y)));
}

/* The first block is a head when all its lines are fields (or go on a field), the
   first one is known, and of the others at least every second one. */
static size_t
fields_end(const struct lines *l, const struct span *s)
{
	const size_t end = group_end(l, s, s->from);
	size_t fields = 0, known = 0;
	struct str key, value;

	for (size_t i = s->from; i < end; i++) {
		if (i != s->from && l->at[i].indent > 0)
			continue;
		if (!field_split(l->at[i].text, &key, &value))
			return s->from;
		if (i == s->from && !field_known(key))
			return s->from;
		fields++;
		known += field_known(key);
	}
	return known * 2 > fields ? end : s->from;
}

static void
fields_take(struct job *j, const struct lines *l, struct span *s)
{
	const size_t end = fields_end(l, s);

	while (s->from < end) {
		size_t next = s->from + 1;
		struct str key, value;

		while (next < end && l->at[next].indent > 0)
			next++;
		if (field_split(lines_join(j->a, l, s->from, next), &key, &value))
			(void)field_set(j, key, value);
		s->from = next;
	}
	span_trim(l, s);
}

/* "The Daily News"; behind a byline also without "The". */
static bool
is_paper(const struct job *j, struct str line)
{
	static const char *const papers[] = { "News", "Times", "Post", "Herald",
		"Tribune", "Journal", "Press", "Gazette", "Courier", "Chronicle", "Star",
		"Review", "Mail" };
	bool paper = false;

	for (size_t k = 0; k < LEN(papers); k++)
		paper |= str_ends(line, str_of(papers[k]));
	return paper && line_words(line) <= 5 && line_is_title_case(line) &&
	       (j->out->source.author.n != 0 || line_starts(line, "the "));
}

/* A paper, or its desk and the paper, over a line that is a date, or before a day on its own
   line: "The Daily News, 28 June 2019". */
static bool
paper_read(struct job *j, const struct lines *l, size_t i)
{
	const struct str line = l->at[i].text;
	const size_t comma = str_find(line, STR(", "), 0),
		     desk = str_find(line, STR(", The "), 0);
	const size_t blank = i + 1 < l->n && l->at[i + 1].text.n == 0,
		     next = i + 1 + blank;
	struct str name = str_cut(line, 0, comma),
		   day = str_trim(str_cut(line, name.n + 1, line.n));

	if (line.n > LINE)
		return false;
	if (date_of(j->a, day).n < 10) {
		name = desk == STR_NONE ? line : str_cut(line, desk + 2, line.n);
		day = next < l->n ? l->at[next].text : STR_NIL;
	}
	if (!is_paper(j, name) || !dates_read(j, day))
		return false;
	if (j->out->source.name.n == 0)
		j->out->source.name = name;
	return true;
}

/* Whether the line at `day_at` is the last of the title's and may have a paper's name before it. */
static bool
is_stamp(const struct lines *l, size_t i, struct str name, size_t day_at)
{
	static const char *const articles[] = { "the ", "der ", "die ", "das ", "le ",
		"la ", "les ", "el ", "il " };
	bool article = name.n != 0 && (name.p[0] & 0x80) != 0;

	for (size_t k = 0; k < LEN(articles); k++)
		article |= line_starts(name, articles[k]);
	return name.n != 0 && i != 0 && l->at[i - 1].text.n != 0 && day_at + 1 < l->n &&
	       l->at[day_at + 1].text.n == 0 && line_words(name) <= 5 &&
	       !line_ends_sentence(name) &&
	       (day_at == i ? article : line_is_title_case(name));
}

/* "Der Talbote, 21. März 2023" right below the title or the byline, or the day on the next line;
   in scripts without case a blank does for the comma. */
static bool
stamp_read(struct job *j, const struct lines *l, size_t i)
{
	const struct str line = l->at[i].text;
	size_t end = str_find(line, STR(", "), 0);
	struct str name = line;

	if (end == STR_NONE && line.n != 0 && (line.p[0] & 0x80) != 0)
		end = str_find(line, STR(" "), 0);
	if (line.n > LINE)
		return false;
	if (end != STR_NONE && is_stamp(l, i, str_cut(line, 0, end), i) &&
	    dates_read(j, str_trim(str_cut(line, end + 1, line.n))))
		name = str_cut(line, 0, end);
	else if (!is_stamp(l, i, line, i + 1) || !dates_read(j, l->at[i + 1].text))
		return false;
	if (str_eq(name, STR("The Hague")) && j->out->source.place.n == 0)
		j->out->source.place = name;
	else if (j->out->source.name.n == 0)
		j->out->source.name = name;
	return true;
}

/* "THE DAILY NEWS          Monday, July 1, 2024" above the title: the paper and the day. */
static void
masthead_take(struct job *j, const struct lines *l, struct span *s)
{
	const struct str line = s->from < s->to ? l->at[s->from].text : STR_NIL;
	const size_t gap = str_find(line, STR("    "), 0);
	const struct str name = str_cut(line, 0, gap),
			 day = str_trim(str_cut(line, gap, line.n));

	if (gap == STR_NONE || line.n > LINE || s->to - s->from < 3 ||
	    group_end(l, s, s->from) != s->from + 1 || !line_is_title_case(name) ||
	    date_of(j->a, day).n < 10 || !dates_read(j, day))
		return;
	if (j->out->source.name.n == 0)
		j->out->source.name = name_calm(j->a, name);
	s->from++;
	span_trim(l, s);
}

enum { GAP_LINES = 2, CENTRED = 8 };

/* The columns of a line: what stands before and after its last wide gap. */
static bool
columns_of(struct str line, struct str *left, struct str *right)
{
	size_t gap = line.n;

	while (gap >= 4 && !str_eq(str_cut(line, gap - 4, gap), STR("    ")))
		gap--;
	*left = str_trim(str_cut(line, 0, gap));
	*right = str_trim(str_cut(line, gap, line.n));
	return gap >= 4 && left->n != 0 && right->n != 0;
}

/* Two columns above a title in the middle, as memos and drafts have them: in the right one who
   wrote it and when. */
static void
columns_take(struct job *j, const struct lines *l, struct span *s)
{
	const size_t end = group_end(l, s, s->from);
	struct span after = { end, s->to };
	struct str left, right;
	size_t wide = 0;

	for (size_t i = s->from; i < end; i++)
		wide += columns_of(l->at[i].text, &left, &right);
	span_trim(l, &after);
	if (wide < GAP_LINES || wide * 2 < end - s->from || after.from >= after.to ||
	    l->at[after.from].indent < CENTRED ||
	    columns_of(l->at[after.from].text, &left, &right))
		return;
	for (size_t i = s->from; i < end; i++)
		if (columns_of(l->at[i].text, &left, &right) && !dates_read(j, right) &&
		    i == s->from && name_is_shaped(right) && j->out->source.author.n == 0)
			*vec_push(j->a, &j->out->source.author) = right;
	*s = after;
}

/* One line after the title that is not yet text. */
static bool
is_meta(struct job *j, const struct lines *l, size_t i)
{
	const struct str line = l->at[i].text;
	struct str key, value, rest;

	if (byline_read(j, line) || dates_read(j, line) || paper_read(j, l, i) ||
	    stamp_read(j, l, i) || dateline_alone(j, line))
		return true;
	if (line_is_rights(line)) {
		if (j->out->source.rights.n == 0)
			j->out->source.rights = line;
		return true;
	}
	if (line_is_related(line, &rest) || !field_split(line, &key, &value) ||
	    !field_known(key) || value.n == 0 || line.n > 200 ||
	    line_ends_sentence(value))
		return false;
	return field_set(j, key, value);
}

/* The line says who or when, tried on a record that nobody keeps. */
static bool
would_be_meta(const struct lines *l, size_t i)
{
	struct arena a = ARENA_INIT;
	struct article out = { 0 };
	struct job j = { .a = &a, .out = &out };
	const bool meta = is_meta(&j, l, i);

	arena_free(&a);
	return meta;
}

/* Lines of the title at the top, of a span that has lines; 0 for none. */
static size_t
title_lines(const struct lines *l, const struct span *s)
{
	const size_t end = group_end(l, s, s->from);
	const struct line *first = &l->at[s->from], *second = first + 1;

	if (!line_is_title(first->text) || line_bullet(first->text).n != 0 ||
	    first->text.p[0] == '>' || article_dateline(first->text) != 0)
		return 0;
	if (end == s->from + 1)
		return end == s->to ? 0 : 1;
	if (line_is_underline(second->text) || str_eq(first->text, second->text) ||
	    second->cols > 110 || would_be_meta(l, s->from + 1))
		return 1;
	if (lines_are_wrapped(l, s->from, end)) { /* a long title on two lines */
		const bool title = end - s->from <= 3 && end < s->to &&
				   !line_ends_sentence(l->at[end - 1].text);

		return title ? end - s->from : 0;
	}
	return line_is_caps(first->text) ||
	       (first->cols + 20 < second->cols && !line_ends_sentence(first->text));
}

/* The title again, which many pages print twice. */
static void
repeated_take(struct job *j, const struct lines *l, struct span *s)
{
	while (s->to - s->from > 1 && j->out->title.n != 0 &&
	       same_title(j->a, j->out->title, l->at[s->from].text)) {
		s->from++;
		if (s->to - s->from > 1 && line_is_underline(l->at[s->from].text))
			s->from++;
		span_trim(l, s);
	}
}

static void
title_take(struct job *j, const struct lines *l, struct span *s)
{
	const bool wanted = !j->titled && j->out->title.n == 0 && s->from < s->to;
	const size_t n = wanted ? title_lines(l, s) : 0;

	if (n != 0) {
		j->out->title = lines_join(j->a, l, s->from, s->from + n);
		s->from += n;
		if (s->from < s->to && line_is_underline(l->at[s->from].text))
			s->from++;
		span_trim(l, s);
	}
	repeated_take(j, l, s);
}

/* A short standfirst between the title and the byline. */
static void
dek_take(struct job *j, const struct lines *l, struct span *s)
{
	struct span after = { group_end(l, s, s->from), s->to };
	const size_t end = after.from;
	struct job probe = *j;
	struct article copy = *j->out;
	struct str dek;

	span_trim(l, &after);
	if (j->out->dek.n != 0 || j->out->title.n == 0 || after.from >= after.to ||
	    end - s->from > 3 || l->at[s->from].cols > 200)
		return;
	dek = lines_join(j->a, l, s->from, end);
	copy.source.author.n = copy.source.author.room = 0;
	copy.source.author.at = NULL;
	probe.out = &copy;
	if (dek.n > 300 || article_dateline(dek) != 0 || line_bullet(dek).n != 0 ||
	    !byline_read(&probe, l->at[after.from].text))
		return;
	j->out->dek = dek;
	s->from = after.from;
}

void
head_take(struct job *j, const struct lines *l, struct span *s)
{
	struct span all = *s;

	span_trim(l, s);
	masthead_take(j, l, s);
	columns_take(j, l, s);
	fields_take(j, l, s);
	title_take(j, l, s);
	dek_take(j, l, s);
	for (int most = 10; most > 0 && s->to - s->from > 1 && is_meta(j, l, s->from);
	     most--) {
		s->from++;
		span_trim(l, s);
		repeated_take(j, l, s);
	}
	if (s->from >= s->to && (j->hints->title.n != 0 || !j->titled))
		*s = all; /* no head: with nothing below it, it is the text */
}
