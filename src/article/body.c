/* The lines of a text as blocks: paragraphs whole again, headings, lists, quotes, verse
   and tables.  What a line says is never changed: it goes through the block tree. */
#include <string.h>

#include "article/lines.h"
#include "text/utf8.h"

enum { QUOTES = 4, HEADING = 80 };

struct build {
	struct job *j;
	const struct lines *l;
	struct span s;
	struct block *in; /* the quote that is being filled, or NULL */
	int depth;
	bool rule; /* a separator was met; it counts when text follows */
};

static struct block *
add(struct build *b, enum block_kind kind)
{
	struct doc *d = b->j->out->body;
	const bool any = b->in == NULL ? d->first != NULL : b->in->first != NULL;

	if (b->rule && any)
		(void)doc_add(b->j->a, d, b->in, BLOCK_RULE);
	b->rule = false;
	return doc_add(b->j->a, d, b->in, kind);
}

static void
add_text(struct build *b, enum block_kind kind, struct str text)
{
	struct block *block = add(b, kind);

	if (kind == BLOCK_HEADING)
		block->level = 2;
	block_run(b->j->a, block, (struct run){ text, STR_NIL, 0, 0 });
}

static size_t
digits_in(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += byte_is_digit(s.p[i]);
	return n;
}

/* "2.1  Terms": what stands behind the number of a section, or all. */
static struct str
unnumbered(struct str line)
{
	size_t n = 0;

	while (n < line.n && n < 8 && (byte_is_digit(line.p[n]) || line.p[n] == '.'))
		n++;
	return n >= 2 && n < line.n && line.p[n] == ' ' && byte_is_digit(line.p[0]) &&
		       str_has(str_cut(line, 0, n), STR("."))
		   ? str_trim(str_cut(line, n, line.n))
		   : line;
}

/* A short line with no stop, before prose. */
static bool
is_heading(const struct build *b, size_t i)
{
	const struct line *line = &b->l->at[i];
	const struct str text = unnumbered(line->text);
	const size_t words = line_words(text);
	struct str first = text;
	size_t next = i + 1;

	while (next < b->s.to && b->l->at[next].text.n == 0)
		next++;
	if (next >= b->s.to || line->cols > HEADING || digits_in(line->text) > 3 ||
	    line_bullet(text).n != 0 || line_ends_sentence(line->text) ||
	    strchr(",:;-\"", line->text.p[line->text.n - 1]) != NULL ||
	    str_ends(line->text, STR("”")) || str_ends(line->text, STR("–")) ||
	    !utf8_is_upper(utf8_next(&first)))
		return false;
	if (b->l->at[next].cols <= 60 && !line_ends_sentence(b->l->at[next].text))
		return false;
	return line_is_caps(text) || words <= 5 ||
	       (words <= 8 && line_is_title_case(text));
}

static bool
is_underlined(const struct build *b, size_t i, size_t end)
{
	const struct line *line = &b->l->at[i];

	return i + 1 < end && line_is_underline(b->l->at[i + 1].text) &&
	       line->cols <= HEADING && b->l->at[i + 1].cols * 2 >= line->cols &&
	       !line_is_underline(line->text) && !line_ends_sentence(line->text);
}

/* The number an item begins with, -1 for a bullet, -2 for neither.  Dashes of
   dialogue and guillemets are no bullets here. */
static long
item_number(struct str line)
{
	size_t n = 0;
	long v;

	if (line_bullet(line).n == 0 || str_starts(line, STR("–")) ||
	    str_starts(line, STR(">")) || str_starts(line, STR("»")))
		return -2;
	while (n < line.n && byte_is_digit(line.p[n]))
		n++;
	return str_int(str_cut(line, 0, n), &v) ? v : -1;
}

/* The line after an item and the lines that go on with it. */
static size_t
item_end(const struct build *b, size_t i)
{
	const int indent = b->l->at[i].indent;
	size_t end = i + 1;

	while (end < b->s.to && b->l->at[end].text.n != 0 &&
	       item_number(b->l->at[end].text) == -2 &&
	       (b->l->at[end].indent > indent ||
		   (b->l->at[end - 1].cols >= 50 && b->l->at[end - 1].cols <= 110)))
		end++;
	return end;
}

/* The next item of the list, over blank lines; b->s.to when there is none. */
static size_t
next_item(const struct build *b, size_t i, long number, size_t *end)
{
	size_t next;

	*end = item_end(b, i);
	next = *end;
	while (next < b->s.to && b->l->at[next].text.n == 0)
		next++;
	if (next >= b->s.to ||
	    item_number(b->l->at[next].text) != (number < 0 ? -1 : number + 1))
		return b->s.to;
	if (number < 0 && b->l->at[next].indent == b->l->at[i].indent &&
	    b->l->at[next].text.p[0] != b->l->at[i].text.p[0])
		return b->s.to;
	return next;
}

/* A list of two items or more at `i`: its end; otherwise 0. */
static size_t
list_build(struct build *b, size_t i)
{
	struct doc *d = b->j->out->body;
	long number = item_number(b->l->at[i].text);
	size_t end, next = number == -2 ? b->s.to : next_item(b, i, number, &end);
	struct block *list;

	if (number == -2 || next == b->s.to)
		return 0;
	list = add(b, BLOCK_LIST);
	list->ordered = number >= 0;
	list->start = number >= 0 ? number : 1;
	list->tight = next == end;
	for (;;) {
		struct str text;

		(void)next_item(b, i, number, &end);
		text = line_bullet(lines_join(b->j->a, b->l, i, end));
		block_run(b->j->a,
		    doc_add(
			b->j->a, d, doc_add(b->j->a, d, list, BLOCK_ITEM), BLOCK_PARA),
		    (struct run){ text, STR_NIL, 0, 0 });
		if ((next = next_item(b, i, number, &end)) == b->s.to)
			return end;
		number += number >= 0;
		i = next;
	}
}

static void blocks_build(struct build *b);

/* Lines that begin with `>`: the same once more for what stands after it. */
static size_t
quote_build(struct build *b, size_t i, size_t end)
{
	struct build inner = *b;
	struct lines lines;
	struct buf text = buf_new(b->j->a);

	for (; i < end && str_starts(b->l->at[i].text, STR(">")); i++) {
		const struct str line = b->l->at[i].text;
		const size_t from = line.n > 1 && line.p[1] == ' ' ? 2 : 1;

		buf_str(&text, str_cut(line, from, line.n));
		buf_byte(&text, '\n');
	}
	lines = lines_of(b->j->a, buf_view(&text));
	inner.l = &lines;
	inner.s = (struct span){ 0, lines.n };
	span_trim(&lines, &inner.s);
	if (inner.s.from == inner.s.to)
		return i;
	inner.in = add(b, BLOCK_QUOTE);
	inner.rule = false;
	inner.depth++;
	blocks_build(&inner);
	return i;
}

static void
table_build(struct build *b, size_t from, size_t to)
{
	add(b, BLOCK_CODE)->text = text_table(b->j->a, b->l, from, to);
}

static void
line_build(struct build *b, size_t i)
{
	add_text(b, is_heading(b, i) ? BLOCK_HEADING : BLOCK_PARA, b->l->at[i].text);
}

/* Lines of one paragraph, or of several that begin with an indent. */
static void
wrapped_build(struct build *b, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (b->l->at[i].indent >= b->l->at[i - 1].indent + 2 &&
		    b->l->at[i].indent <= 12) {
			add_text(b, BLOCK_PARA, lines_join(b->j->a, b->l, from, i));
			from = i;
		}
	add_text(b, BLOCK_PARA, lines_join(b->j->a, b->l, from, to));
}

/* Verse and addresses: the line breaks are part of it. */
static void
verse_build(struct build *b, size_t from, size_t to)
{
	struct block *p = add(b, BLOCK_PARA);

	for (size_t i = from; i < to; i++) {
		if (i != from)
			block_run(
			    b->j->a, p, (struct run){ STR_NIL, STR_NIL, RUN_BREAK, 0 });
		block_run(b->j->a, p, (struct run){ b->l->at[i].text, STR_NIL, 0, 0 });
	}
}

/* Lines that are nothing else: one paragraph, a paragraph each, or verse. */
static void
prose_build(struct build *b, size_t from, size_t to)
{
	bool each = to == from + 1, all = true;

	for (size_t i = from; i < to; i++) {
		each = each || b->l->at[i].cols > 110;
		all = all && line_ends_sentence(b->l->at[i].text);
	}
	if (!each && !all && lines_are_wrapped(b->l, from, to))
		wrapped_build(b, from, to);
	else if (!each && !all && lines_are_columns(b->l, from, to))
		table_build(b, from, to);
	else if (!each && !all)
		verse_build(b, from, to);
	else
		for (size_t i = from; i < to; i++)
			line_build(b, i);
}

/* "Brandt          Informational          [Page 12]" */
static bool
is_page_foot(struct str line)
{
	const size_t at = str_find(line, STR("[Page "), 0);
	struct str number = str_cut(line, at, line.n);
	long n;

	if (at == STR_NONE || !str_ends(number, STR("]")))
		return false;
	number = str_cut(number, strlen("[Page "), number.n - 1);
	return str_int(str_trim(number), &n);
}

/* What stands at the top of a page, below the foot of the one before. */
static bool
is_page_head(const struct build *b, size_t i)
{
	size_t before = i;

	while (before > b->s.from && b->l->at[before - 1].text.n == 0)
		before--;
	return before != i && before > b->s.from &&
	       is_page_foot(b->l->at[before - 1].text) &&
	       str_has(b->l->at[i].text, STR("    "));
}

/* "NAME" above lines set in from it, as manual pages have it. */
static bool
is_outdented(const struct build *b, size_t i, size_t end)
{
	enum { INDENT = 3, WORDS = 5 };
	const struct str line = b->l->at[i].text;

	return i + 1 < end && line_is_caps(line) && line_words(line) <= WORDS &&
	       b->l->at[i + 1].indent >= b->l->at[i].indent + INDENT;
}

/* What begins at `i` and is no prose; its end, or 0. */
static size_t
special_build(struct build *b, size_t i, size_t end)
{
	const struct str line = b->l->at[i].text;
	struct str rest;

	if (line_is_page(line) || is_page_foot(line) || is_page_head(b, i))
		return i + 1;
	if (line_is_separator(line)) {
		b->rule = true;
		return i + 1;
	}
	if (is_underlined(b, i, end)) {
		add_text(b, BLOCK_HEADING, line);
		return i + 2;
	}
	if (is_outdented(b, i, end)) {
		add_text(b, BLOCK_HEADING, line);
		return i + 1;
	}
	if (line.p[0] == '>' && b->depth < QUOTES)
		return quote_build(b, i, end);
	if (end == i + 1 && b->in == NULL && line.n < 200 &&
	    line_is_related(line, &rest) && rest.n != 0 && line_is_title(rest)) {
		related_add(b->j, rest);
		return i + 1;
	}
	return list_build(b, i);
}

/* Whether the line ends the prose before it without a blank line. */
static bool
breaks_in(const struct build *b, size_t i, size_t end)
{
	const struct str line = b->l->at[i].text;
	const long number = item_number(line);
	size_t after;

	if (number != -2)
		return next_item(b, i, number, &after) != b->s.to;
	return line_is_separator(line) || line_is_page(line) ||
	       is_underlined(b, i, end) || (line.p[0] == '>' && b->depth < QUOTES);
}

static void
blocks_build(struct build *b)
{
	size_t i = b->s.from;

	while (i < b->s.to) {
		const size_t end = group_end(b->l, &b->s, i);
		size_t to = i + 1, next;

		if (end == i) {
			i++;
			continue;
		}
		if (lines_are_table(b->l, i, end)) {
			table_build(b, i, end);
			i = end;
			continue;
		}
		next = special_build(b, i, end);
		if (next == 0) {
			while (to < end && !breaks_in(b, to, end))
				to++;
			prose_build(b, i, to);
			next = to;
		}
		i = next;
	}
}

void
body_build(struct job *j, const struct lines *l, struct span s)
{
	struct build b = { .j = j, .l = l, .s = s };

	blocks_build(&b);
}
