/*
 * The body of a brief in Markdown: a block of code that is a table (render/table.h) becomes one
 * of pipes, https://github.github.com/gfm/#tables-extension-, all else stays as it is in the file.
 */
#include "render/markdown_body.h"

#include "base/vec.h"
#include "render/page.h"
#include "render/table.h"
#include "text/clean.h"
#include "text/glyph.h"

enum { FENCE_LEAST = 3, INDENT_MOST = 3, CELL_LEAST = 3 };

/* A line of three marks or more, and what stands behind them. */
struct fence {
	size_t indent, n; /* blanks, marks */
	char mark;
	struct str info;
};

static bool
is_fence(struct str line, struct fence *f)
{
	const size_t indent = str_indent(line);
	size_t end = indent;

	if (indent > INDENT_MOST || indent == line.n)
		return false;
	f->indent = indent;
	f->mark = line.p[indent];
	while (end < line.n && line.p[end] == f->mark)
		end++;
	f->n = end - indent;
	f->info = str_trim(str_cut(line, end, line.n));
	return (f->mark == '`' || f->mark == '~') && f->n >= FENCE_LEAST;
}

static bool
closes(const struct fence *open, struct str line)
{
	struct fence f;

	return is_fence(line, &f) && f.mark == open->mark && f.n >= open->n &&
	       f.info.n == 0;
}

/* A table's code and its links. */
struct ruled {
	const struct table *t;
	struct code_links links;
};

/* A document of one paragraph, which becomes a cell. */
struct sheet {
	struct arena own;
	struct doc *d;
	struct block *b;
};

static void
cell_begin(struct sheet *c)
{
	*c = (struct sheet){ .own = ARENA_INIT };
	c->d = doc_new(&c->own);
	c->b = doc_add(&c->own, c->d, NULL, BLOCK_PARA);
}

/* A piece of the code's text. */
static void
cell_add(struct sheet *c, const struct ruled *from, struct str s)
{
	if (c->b->run_count != 0 && s.n != 0)
		block_run(&c->own, c->b, (struct run){ .text = STR(" ") });
	while (s.n != 0) {
		struct buf clean = buf_new(&c->own);
		const struct code_link *link;

		put_clean(&clean,
		    links_part(&from->links, (size_t)(s.p - from->t->text.p), &s, &link),
		    false);
		block_run(&c->own, c->b,
		    (struct run){ .text = buf_view(&clean),
			.url = link != NULL && link_is_safe(link->url) ? link->url
								       : STR_NIL });
	}
}

/* Its text with all escaped that means something in Markdown, or to a table. */
static struct str
cell_end(struct sheet *c, struct arena *a)
{
	struct buf text = buf_new(&c->own), out = buf_new(a);
	bool angle = false; /* nothing is escaped in "<https://example.org/~ida>" */
	struct str s;

	doc_commonmark(c->d, &text);
	s = str_trim(buf_view(&text));
	while (str_ends(s, STR("\n")))
		s.n--;
	for (size_t i = 0; i < s.n; i++) {
		const bool free = i == 0 || s.p[i - 1] != '\\';

		angle = free && s.p[i] == '<' ? true : s.p[i] != '>' && angle;
		if (s.p[i] == '|' || (s.p[i] == '~' && !angle))
			buf_byte(&out, '\\');
		buf_byte(&out, s.p[i]);
	}
	arena_free(&c->own);
	return buf_view(&out);
}

/* Row after row, each of the table's columns; the first is the head, which may be blank. */
struct cells_of_table {
	struct str *at;
	size_t n, room;
};

static struct cells_of_table
cells_of(struct arena *a, const struct ruled *from)
{
	const struct table *t = from->t;
	struct cells_of_table out = { 0 };
	struct sheet c;
	struct str rest = t->text;
	int indent;

	for (int i = 0; i < t->n; i++) {
		cell_begin(&c);
		for (struct str lines = t->head; lines.n != 0;)
			cell_add(&c, from,
			    table_cell(&t->col[i], str_split(&lines, '\n'), &indent));
		*vec_push(a, &out) = cell_end(&c, a);
	}
	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');

		if (table_head(t, line) || table_rule(line) || str_trim(line).n == 0)
			continue;
		for (int i = 0; i < t->n; i++) {
			cell_begin(&c);
			cell_add(&c, from, table_cell(&t->col[i], line, &indent));
			*vec_push(a, &out) = cell_end(&c, a);
		}
	}
	return out;
}

static void
put_rule(struct buf *out, const struct table *t, const size_t *width)
{
	for (int i = 0; i < t->n; i++) {
		buf_text(out, i == 0 ? "| " : " | ");
		buf_text(out, t->col[i].align == COLUMN_CENTRE ? ":" : "");
		buf_repeat(out, '-', width[i] - t->col[i].align);
		buf_text(out, t->col[i].align != COLUMN_LEFT ? ":" : "");
	}
	buf_text(out, " |\n");
}

static void
put_row(
    struct buf *out, const struct table *t, const size_t *width, const struct str *row)
{
	for (int i = 0; i < t->n; i++) {
		const int spare = (int)width[i] - glyph_cols(row[i]),
			  before = table_before(&t->col[i], spare);

		buf_text(out, i == 0 ? "| " : " | ");
		buf_repeat(out, ' ', (size_t)before);
		buf_str(out, row[i]);
		buf_repeat(out, ' ', (size_t)(spare - before));
	}
	buf_text(out, " |\n");
}

static void
put_table(struct buf *out, const struct ruled *from, size_t indent)
{
	const struct table *t = from->t;
	struct arena a = ARENA_INIT;
	const struct cells_of_table cells = cells_of(&a, from);
	const size_t n = (size_t)t->n;
	size_t width[TABLE_COLUMNS] = { 0 };

	for (size_t i = 0; i < n; i++)
		width[i] = CELL_LEAST;
	for (size_t i = 0; i < cells.n; i++) {
		const size_t cols = (size_t)glyph_cols(cells.at[i]);

		if (cols > width[i % n])
			width[i % n] = cols;
	}
	for (size_t i = 0; i < cells.n; i += n) {
		buf_repeat(out, ' ', indent);
		put_row(out, t, width, &cells.at[i]);
		if (i != 0)
			continue;
		buf_repeat(out, ' ', indent);
		put_rule(out, t, width);
	}
	arena_free(&a);
}

/* Takes the block that `open` begins off `rest`, up to and with its last line. */
static bool
take_block(struct arena *a, const struct fence *open, struct str *rest, struct str *text)
{
	struct buf inside = buf_new(a);

	while (rest->n != 0) {
		const struct str line = str_split(rest, '\n');
		const size_t indent = str_indent(line);

		if (closes(open, line)) {
			*text = buf_view(&inside);
			return true;
		}
		buf_str(&inside,
		    str_cut(line, indent < open->indent ? indent : open->indent, line.n));
		buf_byte(&inside, '\n');
	}
	return false;
}

/* What is linked in the block that stands from `from` to `*rest`: the paragraph below it is
   taken off, and `*text` is the block's again. */
static struct code_links
take_links(struct arena *a, const char *from, struct str *rest, struct str *text)
{
	struct str after = *rest, below, next;
	struct code_links out = { 0 };
	const struct doc *d;

	do
		below = str_split(&after, '\n');
	while (after.n != 0 && str_trim(below).n == 0);
	next = after;
	if (str_trim(str_split(&next, '\n')).n != 0)
		return out;
	d = doc_parse(a, (struct str){ from, (size_t)(below.p + below.n - from) });
	if (d->count != 2 || d->last->kind != BLOCK_LINKS)
		return out;
	*text = d->first->text;
	*rest = after;
	return doc_links(a, d->first);
}

/* A table needs a blank line before and behind it. */
static void
gap(struct buf *out, struct str beside)
{
	if (str_trim(beside).n != 0)
		buf_byte(out, '\n');
}

void
markdown_body(struct buf *out, struct str body)
{
	struct arena a = ARENA_INIT;
	struct str rest = body, before = STR_NIL;
	const char *from = body.p; /* what was not put yet */

	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');
		const struct str above = before;
		struct fence f;
		struct str text, next;
		struct table t;
		struct ruled source = { .t = &t };

		before = line;
		if (!is_fence(line, &f) || (f.mark == '`' && str_has(f.info, STR("`"))))
			continue;
		arena_free(&a);
		before = STR_NIL;
		if (!take_block(&a, &f, &rest, &text) || f.info.n != 0)
			continue;
		next = rest;
		source.links = take_links(&a, line.p, &next, &text);
		if (!table_read(&t, text))
			continue;
		rest = next;
		put_clean(out, (struct str){ from, (size_t)(line.p - from) }, true);
		gap(out, above);
		put_table(out, &source, f.indent);
		next = rest;
		gap(out, str_split(&next, '\n'));
		from = body.p + body.n - rest.n;
	}
	put_clean(out, (struct str){ from, (size_t)(body.p + body.n - from) }, true);
	if (out->n != 0 && out->p[out->n - 1] != '\n')
		buf_byte(out, '\n');
	arena_free(&a);
}
