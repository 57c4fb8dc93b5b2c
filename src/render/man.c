/*
 * A brief as a manual page in the man(7) macros, pure ASCII: other characters are
 * written as \[uXXXX], and what roff would take for a request or an escape is disarmed.
 */
#include <string.h>

#include "render/export.h"
#include "text/utf8.h"

struct roff {
	struct buf *out;
	size_t start; /* of the line in `out` */
	bool line;    /* something stands on the line already */
	bool fresh;   /* a heading came just before: a paragraph begins by itself */
};

enum { NAME_MOST = 20 }; /* columns */

enum { LINE_MOST = 78 };

static void
put_code(struct roff *r, uint32_t c, bool whole)
{
	struct buf *out = r->out;

	if (c == '\\')
		buf_text(out, "\\e");
	else if (c == '-')
		buf_text(out, "\\-");
	else if (c == '\'' || c == '`' || c == '^' || c == '~')
		buf_text(out, c == '\''  ? "\\(aq"
			      : c == '`' ? "\\(ga"
			      : c == '^' ? "\\(ha"
					 : "\\(ti");
	else if (c == '"' && whole)
		buf_text(out, "\\(dq");
	else if (c == '.' && !r->line)
		buf_text(out, "\\&.");
	else if (c < 0x80)
		buf_byte(out, (char)c);
	else
		buf_printf(out, "\\[u%04X]", (unsigned)c);
	r->line = true;
}

static void
end_line(struct roff *r)
{
	if (!r->line)
		return;
	while (r->out->n > 0 && r->out->p[r->out->n - 1] == ' ')
		r->out->n--;
	buf_byte(r->out, '\n');
	r->line = r->fresh = false;
	r->start = r->out->n;
}

/* As they stand in the input; escapes make more of them. */
static size_t
word_bytes(struct str s)
{
	size_t n = 0;

	while (n < s.n && n < LINE_MOST && s.p[n] > ' ')
		n++;
	return n + 1;
}

/* Text without blanks at the line's beginning, which would break the paragraph; in
   lines of some 80 bytes, unless it has to be `whole`, for a macro. */
static void
put(struct roff *r, struct str s, bool whole)
{
	bool blank = false;

	while (s.n != 0) {
		const uint32_t c = clean_next(&s);

		if (c == ' ' || c == '\n' || c == '\t') {
			blank = r->line;
			continue;
		}
		if (blank && !whole && r->out->n - r->start + word_bytes(s) > LINE_MOST)
			end_line(r);
		else if (blank)
			buf_byte(r->out, ' ');
		blank = false;
		put_code(r, c, whole);
	}
	if (blank)
		buf_byte(r->out, ' ');
}

static void
request(struct roff *r, const char *macro)
{
	const bool skip = r->fresh && !r->line && strcmp(macro, ".PP") == 0;

	end_line(r);
	if (skip)
		return;
	buf_text(r->out, macro);
	buf_byte(r->out, '\n');
	r->fresh = false;
	r->start = r->out->n;
}

static void
argument(struct roff *r, struct str s)
{
	buf_text(r->out, " \"");
	r->line = true;
	put(r, s, true);
	buf_byte(r->out, '"');
}

static void
heading(struct roff *r, const char *macro, struct str s)
{
	end_line(r);
	buf_text(r->out, macro);
	argument(r, s.n != 0 ? s : STR("\xc2\xa0"));
	end_line(r);
	r->fresh = true;
}

static void
text(struct roff *r, struct str s)
{
	put(r, s, false);
	end_line(r);
}

static void
styled(struct roff *r, const char *font, struct str s, bool whole)
{
	buf_text(r->out, font);
	r->line = true;
	put(r, s, whole);
	buf_text(r->out, "\\fR");
}

static void
address(struct roff *r, struct str url)
{
	if (!link_is_safe(url))
		return;
	put(r, STR(" <"), false);
	put(r, url, false);
	put(r, STR(">"), false);
}

static void
dotted(struct roff *r, const struct strs *list)
{
	if (list->n == 0)
		return;
	request(r, ".PP");
	for (size_t i = 0; i < list->n; i++) {
		put(r, i == 0 ? STR_NIL : STR(" · "), false);
		put(r, list->at[i], false);
	}
	end_line(r);
}

static struct str
upper(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < s.n; i++)
		buf_byte(
		    &b, (char)(s.p[i] >= 'a' && s.p[i] <= 'z' ? s.p[i] - 32 : s.p[i]));
	return buf_view(&b);
}

/* The only form of a date that the macro knows: 2019-06-28, or nothing. */
static struct str
day_part(struct str date)
{
	const struct str day = str_cut(date, 0, 10);

	if (day.p == NULL || day.n != 10)
		return STR_NIL;
	for (size_t i = 0; i < day.n; i++)
		if (i == 4 || i == 7 ? day.p[i] != '-' : day.p[i] < '0' || day.p[i] > '9')
			return STR_NIL;
	return day;
}

/* The head of a page has the name twice in one line: the id without its day, in short. */
static struct str
page_name(struct str id)
{
	size_t n = 0;

	if (id.n == 0 || str_eq(id, STR("-"))) /* nobody's, or standard input's */
		return STR("brief");
	while (n < id.n && (byte_is_digit(id.p[n]) || id.p[n] == '-'))
		n++;
	id = str_cut(id, n < id.n ? n : 0, id.n);
	for (n = id.n < NAME_MOST ? id.n : NAME_MOST; n < id.n && n > 1; n--)
		if (id.p[n] == '-')
			break;
	return str_cut(id, 0, n > 1 ? n : NAME_MOST);
}

/* "quay-opens \- A Quay Opens: after ten years": one line, for whatis(1). */
static void
name(struct roff *r, struct str page, const struct brief *b)
{
	const bool ends = b->title.n != 0 && strchr(".:!?", b->title.p[b->title.n - 1]);

	heading(r, ".SH", STR("NAME"));
	put(r, page, true);
	buf_text(r->out, " \\- ");
	r->line = true;
	put(r, b->title, true);
	if (b->title.n != 0 && b->dek.n != 0)
		put(r, ends ? STR(" ") : STR(": "), true);
	put(r, b->dek, true);
	end_line(r);
}

static void
head(struct roff *r, const struct brief *b)
{
	const struct str page = page_name(b->id);
	const struct strs source = source_line(r->out->a, &b->source),
			  notes = notes_of(r->out->a, b);

	buf_text(r->out, ".TH");
	argument(r, upper(r->out->a, page));
	buf_printf(r->out, " 7 \"" STR_FMT "\"", STR_ARG(day_part(b->source.published)));
	argument(r, b->source.name);
	argument(r,
	    STR("Briefs")); /* else a long name of the section's, over that of the page */
	end_line(r);
	name(r, page, b);
	if (source.n + b->topics.n + b->tags.n + notes.n != 0)
		heading(r, ".SH", STR("DESCRIPTION"));
	dotted(r, &source);
	dotted(r, &b->topics);
	dotted(r, &b->tags);
	for (size_t i = 0; i < notes.n; i++) {
		request(r, ".PP");
		text(r, notes.at[i]);
	}
}

static void
summary(struct roff *r, const struct brief *b)
{
	if (b->summary.n == 0)
		return;
	heading(r, ".SH", STR("SUMMARY"));
	for (size_t i = 0; i < b->summary.n; i++) {
		request(r, ".IP \\(bu 2");
		text(r, b->summary.at[i].text);
	}
}

static void
timeline(struct roff *r, const struct brief *b)
{
	const struct events all = events_of(r->out->a, b);

	if (all.n == 0)
		return;
	heading(r, ".SH", STR("TIMELINE"));
	for (size_t i = 0; i < all.n; i++) {
		const struct event *e = &all.at[i];

		request(r, ".TP 12");
		styled(r, e->basis == BASIS_GUESSED ? "\\fI" : "\\fB",
		    event_date(r->out->a, e), true);
		end_line(r);
		put(r, e->kind == EVENT_PAST ? STR_NIL : STR("(to come) "), false);
		put(r, e->text, false);
		put(r, e->place.n != 0 ? STR(", ") : STR_NIL, false);
		text(r, e->place);
	}
}

static void
related_list(struct roff *r, const struct neighbours *all)
{
	if (all->n == 0)
		return;
	heading(r, ".SH", STR("RELATED"));
	for (size_t i = 0; i < all->n; i++) {
		const struct neighbour *n = &all->at[i];
		const struct str about = related_words(r->out->a, n);

		request(r, ".IP \\(bu 2");
		put(r, neighbour_title(n), false);
		put(r, about.n != 0 ? STR(" — ") : STR_NIL, false);
		put(r, about, false);
		address(r, n->url);
		end_line(r);
	}
}

static void
runs(struct roff *r, const struct block *b)
{
	for (size_t i = 0; i < b->run_count; i++) {
		const struct run *x = &b->runs[i];
		const char *font = (x->style & RUN_STRONG) != 0              ? "\\fB"
				   : (x->style & (RUN_EMPH | RUN_CODE)) != 0 ? "\\fI"
									     : NULL;

		if ((x->style & RUN_BREAK) != 0)
			request(r, ".br");
		else if (font != NULL)
			styled(r, font, x->text, false);
		else
			put(r, x->text, false);
		address(r, str_eq(x->url, x->text) ? STR_NIL : x->url);
	}
	end_line(r);
}

/* Blanks are written as characters, so that none is lost or takes a line apart. */
static void
code_line(struct roff *r, struct str line)
{
	struct buf clean = buf_new(r->out->a);
	struct str s;

	put_clean(&clean, line, true);
	while (clean.n > 0 && clean.p[clean.n - 1] == ' ')
		clean.n--;
	buf_text(r->out, clean.n == 0 ? "\\&" : "");
	for (s = buf_view(&clean); s.n != 0;) {
		const uint32_t c = utf8_next(&s);

		if (c == ' ')
			buf_text(r->out, "\\ ");
		else
			put_code(r, c, false);
	}
	r->line = true;
	end_line(r);
}

static void
code(struct roff *r, struct str s)
{
	request(r, ".PP");
	request(r, ".RS 4\n.nf");
	while (s.n != 0)
		code_line(r, str_line(&s));
	request(r, ".fi\n.RE");
}

static void blocks(struct roff *r, const struct block *first);

static void
list(struct roff *r, const struct block *b)
{
	long number = b->start;

	for (const struct block *i = b->first; i != NULL; i = i->next, number++) {
		const struct block *lead = i->first;

		end_line(r);
		if (b->ordered)
			buf_printf(r->out, ".IP %ld. 4\n", number);
		else
			buf_text(r->out, ".IP \\(bu 2\n");
		if (lead != NULL && lead->kind == BLOCK_PARA && lead->run_count != 0) {
			runs(r, lead);
			lead = lead->next;
		}
		if (lead == NULL)
			continue;
		request(r, ".RS 4");
		blocks(r, lead);
		request(r, ".RE");
	}
}

static void
block(struct roff *r, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_HEADING:
		heading(r, ".SS", doc_plain(r->out->a, b));
		return;
	case BLOCK_QUOTE:
		if (b->first == NULL)
			return;
		request(r, ".RS 4");
		blocks(r, b->first);
		request(r, ".RE");
		return;
	case BLOCK_LIST:
		list(r, b);
		return;
	case BLOCK_CODE:
	case BLOCK_HTML:
		code(r, b->text);
		return;
	case BLOCK_RULE:
		request(r, ".PP");
		text(r, STR("* * *"));
		return;
	case BLOCK_PARA:
	case BLOCK_LINKS:
		request(r, ".PP");
		runs(r, b);
		return;
	case BLOCK_ITEM:
		blocks(r, b->first);
		return;
	}
}

static void
blocks(struct roff *r, const struct block *first)
{
	for (const struct block *b = first; b != NULL; b = b->next)
		block(r, b);
}

void
print_man(struct buf *out, const struct brief *b, const struct doc *body,
    const struct neighbours *related)
{
	struct roff r = { .out = out };
	const struct neighbours all = related_of(out->a, b, related);

	head(&r, b);
	summary(&r, b);
	timeline(&r, b);
	related_list(&r, &all);
	if (body != NULL && body->first != NULL) {
		heading(&r, ".SH", STR("ARTICLE"));
		blocks(&r, body->first);
	}
	end_line(&r);
}
