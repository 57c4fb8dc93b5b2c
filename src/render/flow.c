/*
 * Lines are made here.  The pieces of a text are joined, broken by wrap_line(), and
 * each line is cut into spans again where the pieces meet.
 */
#include <assert.h>
#include <string.h>

#include "render/layout.h"
#include "text/wrap.h"

struct str
sign(const struct layout *l, enum sign s)
{
#define SIGN_UTF8(id, utf8, ascii) [SIGN_##id] = (utf8),
#define SIGN_ASCII(id, utf8, ascii) [SIGN_##id] = (ascii),
	static const char *const utf8[SIGN_COUNT] = { SIGNS(SIGN_UTF8) };
	static const char *const ascii[SIGN_COUNT] = { SIGNS(SIGN_ASCII) };

	return str_of(l->o->ascii ? ascii[s] : utf8[s]);
}

static int
room_right_of(const struct layout *l, int x)
{
	const int width = l->p->column[l->column].width;

	return x >= width ? 0 : width - x;
}

void
line_source(struct layout *l, int x, struct str text, enum role r, size_t source)
{
	const uint32_t at = source >= UINT32_MAX ? UINT32_MAX : (uint32_t)source;

	text = str_cut(text, 0, glyph_fit(text, room_right_of(l, x)));
	if (text.n != 0)
		*vec_push(l->a, &l->spans) =
		    (struct span){ text, x, at, NO_ITEM, (uint8_t)r };
}

void
line_put(struct layout *l, int x, struct str text, enum role r)
{
	line_source(l, x, text, r, SIZE_MAX);
}

static void
line_keep(struct layout *l)
{
	struct page_column *c = &l->p->column[l->column];
	const size_t n = l->spans.n > UINT16_MAX ? UINT16_MAX : l->spans.n;
	struct span *spans = arena_many(l->a, struct span, n);

	if (n != 0)
		memcpy(spans, l->spans.at, n * sizeof(*spans));
	l->spans.n = 0;
	c->lines = arena_grow(l->a, c->lines, &c->room, c->n, sizeof(*c->lines));
	c->lines[c->n++] = (struct line){ spans, (uint16_t)n, (uint8_t)l->pane, l->more,
		l->para, l->item };
}

void
line_end(struct layout *l)
{
	if (l->right.n != 0)
		line_put(l, l->edge - glyph_cols(l->right), l->right, ROLE_META);
	l->right = STR_NIL;
	line_keep(l);
	l->blank = false;
}

/* Bars and rails that have begun go on through a gap. */
void
line_gap(struct layout *l)
{
	if (l->blank)
		return;
	for (size_t i = 0; i < l->margin_count; i++) {
		const struct margin *m = &l->margins[i];

		if (m->used != 0)
			line_put(l, m->x, m->rest, m->rest_role);
	}
	l->more = false;
	line_keep(l);
	l->blank = true;
}

void
line_rule(struct layout *l, int x, int to, enum sign s)
{
	const struct str one = sign(l, s);
	const size_t times = to > x ? (size_t)(to - x) : 0;
	char *p;

	if (s == SIGN_RULE && times * one.n <= l->rule.n) {
		line_put(l, x, str_cut(l->rule, 0, times * one.n), ROLE_RULE);
		return;
	}
	p = arena_alloc(l->a, times * one.n + 1);
	for (size_t i = 0; i < times; i++)
		memcpy(p + i * one.n, one.p, one.n);
	line_put(l, x, (struct str){ p, times * one.n }, ROLE_RULE);
}

void
margin_push(struct layout *l, struct margin m, int cols)
{
	const int least = 8; /* deeper nesting stays where it is */

	assert(l->margin_count < MARGINS_MOST);
	m.x = l->left;
	if (l->cols - cols < least) {
		m.n = m.rest.n = 0;
		cols = 0;
	}
	l->left += cols;
	l->cols -= cols;
	l->margins[l->margin_count++] = m;
}

void
margin_pop(struct layout *l, int left)
{
	l->margin_count--;
	l->cols += l->left - left;
	l->left = left;
}

void
line_begin(struct layout *l)
{
	for (size_t i = 0; i < l->margin_count; i++) {
		struct margin *m = &l->margins[i];

		if (m->used < m->n)
			line_put(l, m->x, m->first[m->used], m->role);
		else
			line_put(l, m->x, m->rest, m->rest_role);
		m->used++;
	}
}

/* Line feeds and tabs inside of running text are blanks like others. */
static struct str
one_line(struct arena *a, struct str s)
{
	size_t i = str_printable(s, SIZE_MAX);
	char *p;

	while (i < s.n && ((unsigned char)s.p[i] < '\t' || (unsigned char)s.p[i] > '\r'))
		i++;
	if (i == s.n)
		return s;
	p = arena_alloc(a, s.n);
	memcpy(p, s.p, s.n);
	for (; i < s.n; i++)
		if (p[i] >= '\t' && p[i] <= '\r')
			p[i] = ' ';
	return (struct str){ p, s.n };
}

void
piece_text(struct layout *l, struct str s, enum role r, size_t source)
{
	const uint32_t at = source >= UINT32_MAX ? UINT32_MAX : (uint32_t)source;

	if (s.n != 0)
		*vec_push(l->a, &l->pieces) =
		    (struct piece){ one_line(l->a, s), at, NO_ITEM, (uint8_t)r, false };
}

void
piece_sign(struct layout *l, struct str s, enum role r)
{
	piece_text(l, s, r, SIZE_MAX);
}

void
piece_para(struct layout *l, long para)
{
	struct buf b = buf_new(l->a);

	if (para <= 0)
		return;
	buf_str(&b, sign(l, SIGN_PARA));
	buf_printf(&b, "%ld", para);
	piece_sign(l, buf_view(&b), ROLE_META);
}

/* A part of the pieces: the bytes from `at` of their joined text. */
struct cursor {
	const struct piece *piece, *end;
	size_t base; /* where the piece begins in the joined text */
};

static struct str
join(struct layout *l, const struct piece *p, size_t n)
{
	if (n == 1)
		return p->text;
	l->joined.n = 0;
	for (size_t i = 0; i < n; i++)
		buf_str(&l->joined, p[i].text);
	return buf_view(&l->joined);
}

void
item_seen(struct layout *l, int32_t item)
{
	const int line = (int)l->p->column[l->column].n;
	struct item *i;

	if (item == NO_ITEM || l->item != NO_ITEM)
		return;
	i = &l->p->items.at[item];
	if (i->line < 0)
		i->line = line;
	i->lines = line - i->line + 1;
}

static void
put_piece(struct layout *l, const struct piece *p, struct str text, int x)
{
	const uint32_t skip = (uint32_t)(text.p - p->text.p);

	*vec_push(l->a, &l->spans) = (struct span){ text, x,
		p->source == UINT32_MAX ? UINT32_MAX : p->source + skip, p->item,
		p->role };
	item_seen(l, p->item);
}

/*
 * The spans of the bytes from..to.  Pieces are measured one by one, and a glyph that
 * was one across a seam may be two here: what does not fit is left.  Where it stopped.
 */
static size_t
spans_of(struct layout *l, struct cursor *c, size_t from, size_t to)
{
	int x = l->left;

	while (from < to) {
		const struct piece *p = c->piece;
		const size_t skip = from - c->base;
		struct str text;
		int cols, room = l->left + l->cols - x;

		if (skip >= p->text.n) {
			c->base += p->text.n;
			c->piece++;
			assert(c->piece < c->end);
			continue;
		}
		text = str_cut(p->text, skip, skip + to - from);
		if ((cols = glyph_cols(text)) > room) {
			text = str_cut(text, 0, glyph_fit(text, room));
			to = from + text.n;
		}
		if (text.n != 0)
			put_piece(l, p, text, x);
		x += cols;
		from += text.n;
	}
	return to;
}

static void
flow_segment(struct layout *l, const struct piece *p, size_t n)
{
	const struct str all = join(l, p, n);
	struct cursor c = { p, p + n, 0 };
	struct str rest = all;

	do {
		const struct str line = l->nowrap ? rest : wrap_line(&rest, l->cols);
		const size_t from = (size_t)(line.p - all.p), to = from + line.n;
		size_t stop;

		line_begin(l);
		stop = spans_of(l, &c, from, to);
		if (l->nowrap || stop < to)
			rest = str_cut(all, stop, all.n);
		line_end(l);
		l->more = true;
	} while (rest.n != 0);
}

static bool
margins_wait(const struct layout *l)
{
	for (size_t i = 0; i < l->margin_count; i++)
		if (l->margins[i].used < l->margins[i].n)
			return true;
	return false;
}

void
flow(struct layout *l)
{
	const struct piece *p = l->pieces.at;
	size_t from = 0;

	l->more = false;
	for (size_t i = 0; i <= l->pieces.n; i++) {
		if (i < l->pieces.n && !p[i].line_break)
			continue;
		if (i > from)
			flow_segment(l, p + from, i - from);
		from = i + 1;
	}
	while (margins_wait(l)) {
		line_begin(l);
		line_end(l);
		l->more = true;
	}
	l->pieces.n = 0;
	l->more = false;
}

void
item_open(struct layout *l, struct item i)
{
	i.column = l->column;
	i.line = (int)l->p->column[l->column].n;
	l->item = (int32_t)l->p->items.n;
	l->para = (int32_t)i.para;
	*vec_push(l->a, &l->p->items) = i;
}

void
item_close(struct layout *l)
{
	struct item *i = &l->p->items.at[l->item];

	i->lines = (int)l->p->column[l->column].n - i->line;
	l->item = NO_ITEM;
	l->para = 0;
}
