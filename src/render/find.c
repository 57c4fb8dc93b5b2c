/*
 * Places in a page: from bytes of a text to stretches of lines.  A search puts the spans
 * of each text together again, folds them code point by code point and remembers for
 * every folded byte which byte it came from.
 */

#include "base/buf.h"
#include "base/vec.h"
#include "render/page.h"
#include "text/utf8.h"

/* Lines from..to of a column show one text. */
struct passage {
	int column;
	size_t from, to;
};

/* The part of the span that shows the bytes from..to of its text. */
static void
mark_span(struct arena *a, const struct span *s, size_t from, size_t to, struct mark at,
    struct marks *out)
{
	const size_t begin = s->source, end = begin + s->text.n;
	const size_t lo = from > begin ? from : begin, hi = to < end ? to : end;
	struct mark *last = out->n == 0 ? NULL : &out->at[out->n - 1];

	if (s->source == UINT32_MAX || lo >= hi)
		return;
	at.x = s->x + glyph_cols(str_cut(s->text, 0, lo - begin));
	at.cols = glyph_cols(str_cut(s->text, lo - begin, hi - begin));
	if (last != NULL && last->column == at.column && last->line == at.line &&
	    last->hit == at.hit && last->x + last->cols == at.x)
		last->cols += at.cols;
	else
		*vec_push(a, out) = at;
}

static void
mark_line(struct arena *a, const struct page *p, struct mark at, size_t from, size_t to,
    struct marks *out)
{
	const struct line *line = &p->column[at.column].lines[at.line];

	for (size_t k = 0; k < line->span_count; k++)
		mark_span(a, &line->spans[k], from, to, at, out);
}

struct marks
page_mark(struct arena *a, const struct page *p, long para, size_t from, size_t to)
{
	struct marks out = { 0 };
	struct mark at = { 0 };
	size_t line, lines;

	if (page_para(p, para, &at.column, &line, &lines))
		for (size_t i = 0; i < lines; i++) {
			at.line = line + i;
			mark_line(a, p, at, from, to, &out);
		}
	return out;
}

/* A text folded; byte i of it came from byte origin[i]. */
struct folded {
	struct buf text;
	struct {
		uint32_t *at;
		size_t n, room;
	} origin;
};

static void
fold_byte(struct folded *f, char c, size_t origin)
{
	buf_byte(&f->text, c);
	*vec_push(f->text.a, &f->origin) = (uint32_t)origin;
}

static void
fold_span(struct folded *f, struct str s, size_t source)
{
	while (s.n != 0) {
		const struct str before = s;
		const unsigned char c = (unsigned char)s.p[0];
		struct str one;

		if (c < 0x80) {
			s = str_cut(s, 1, s.n);
			fold_byte(f, byte_lower((char)c), source++);
			continue;
		}
		(void)utf8_next(&s);
		one = utf8_fold(f->text.a, str_cut(before, 0, before.n - s.n));
		for (size_t i = 0; i < one.n; i++)
			fold_byte(f, one.p[i], source);
		source += before.n - s.n;
	}
}

/* Spans that do not touch have a blank between them: a line break, a tab, columns. */
static void
fold_line(struct folded *f, const struct line *line, size_t *end)
{
	for (size_t k = 0; k < line->span_count; k++) {
		const struct span *s = &line->spans[k];

		if (s->source == UINT32_MAX)
			continue;
		if (s->source != *end)
			fold_byte(f, ' ', *end);
		fold_span(f, s->text, s->source);
		*end = s->source + s->text.n;
	}
}

static size_t
origin_of(const struct folded *f, size_t at, size_t end)
{
	return at < f->origin.n ? f->origin.at[at] : end;
}

static void
search_passage(struct arena *a, const struct page *p, const struct passage *g,
    struct str query, struct arena *scratch, struct marks *out)
{
	struct folded f = { .text = buf_new(scratch) };
	struct str text;
	size_t end = 0, hit = out->n == 0 ? 0 : out->at[out->n - 1].hit + 1,
	       line = g->from;

	for (size_t i = g->from; i < g->to; i++)
		fold_line(&f, &p->column[g->column].lines[i], &end);
	text = buf_view(&f.text);
	for (size_t at = 0; (at = str_find(text, query, at)) != STR_NONE; at += query.n) {
		const size_t from = origin_of(&f, at, end);
		const size_t to = origin_of(&f, at + query.n, end);
		const size_t before = out->n;

		for (size_t i = line; i < g->to; i++) {
			const struct mark m = { g->column, i, 0, 0, hit };
			const size_t n = out->n;

			mark_line(a, p, m, from, to, out);
			if (out->n > n)
				line = i;
			else if (out->n > before)
				break;
		}
		hit += out->n > before;
	}
}

/* A passage ends where a line belongs to something else or begins a text of its own. */
static bool
same_passage(const struct line *a, const struct line *b)
{
	return a->pane == b->pane && a->item == b->item && a->para == b->para &&
	       (b->more || (a->pane == PANE_BODY && a->para != 0));
}

struct marks
page_search(struct arena *a, const struct page *p, struct str folded)
{
	struct marks out = { 0 };
	struct arena scratch = ARENA_INIT;

	(void)arena_alloc(&scratch, 1); /* a block to rewind to, not to nothing */
	for (int i = 0; str_trim(folded).n != 0 && i < p->column_count; i++) {
		const struct page_column *c = &p->column[i];

		for (size_t from = 0, to; from < c->n; from = to) {
			const struct arena_mark m = arena_mark(&scratch);

			for (to = from + 1; to < c->n; to++)
				if (!same_passage(&c->lines[to - 1], &c->lines[to]))
					break;
			search_passage(a, p, &(struct passage){ i, from, to }, folded,
			    &scratch, &out);
			arena_rewind(&scratch, m);
		}
	}
	arena_free(&scratch);
	return out;
}
