/* Where the panes stand at which width, and the look-ups in a page that is made. */
#include "render/page.h"

#include "render/layout.h"

const char *const pane_names[PANE_COUNT] = { "header", "summary", "timeline", "related",
	"body" };

/* A column: its place, and the space for text in it. */
struct slot {
	int x, width, left, cols;
};

struct geometry {
	int count;
	struct slot slot[3];
	uint8_t column_of[PANE_COUNT];
};

enum {
	MEASURE = 72,
	MEASURE_NARROW = 66,
	NUMBERS = 4, /* columns for paragraph numbers, left of the text */
	GAP = 4,     /* between columns */
	SIDE_MOST = 58
};

static int
min_int(int a, int b)
{
	return a < b ? a : b;
}

/* One column: the text stands after the paragraph numbers when there is room for them. */
static struct slot
single(int cols, int measure, bool centred)
{
	const int width = cols < 2 ? 2 : cols;
	struct slot s = { 0, width, 0, width };

	if (cols >= MEASURE_NARROW + 2 * NUMBERS)
		s.left = NUMBERS;
	else if (cols >= 50)
		s.left = 2;
	else if (cols >= 30)
		s.left = 1;
	s.cols = min_int(width - 2 * s.left, measure);
	if (centred && s.left == NUMBERS)
		s.left = (width - s.cols) / 2;
	return s;
}

static struct geometry
one_column(const struct page_options *o, int measure)
{
	struct geometry g = { .count = 1 };

	if (o->cols == 0)
		g.slot[0] = (struct slot){ 0, WIDE, 0, WIDE };
	else
		g.slot[0] = single(o->cols, measure, !o->one_column);
	return g;
}

/* The panes left, the text right; with a third column from 200 the related reading. */
static struct geometry
side_by_side(int cols, int measure, int count)
{
	const int text = min_int(cols < 140 ? MEASURE_NARROW : measure, cols / 2 + 6);
	const int body = NUMBERS + text, gaps = GAP * (count - 1);
	const int side = min_int((cols - body - gaps - 2) / (count - 1), SIDE_MOST);
	const int x = (cols - body - gaps - side * (count - 1)) / 2;
	struct geometry g = { .count = count };

	g.slot[0] = (struct slot){ x, side, 0, side };
	g.slot[1] = (struct slot){ x + side + GAP, body, NUMBERS, text };
	if (count == 3)
		g.slot[2] = (struct slot){ x + side + GAP + body + GAP, side, 0, side };
	g.column_of[PANE_HEADER] = g.column_of[PANE_BODY] = 1;
	g.column_of[PANE_RELATED] = count == 3 ? 2 : 0;
	return g;
}

static struct geometry
geometry(const struct page_options *o, unsigned panes)
{
	const unsigned text = PANE_BIT(PANE_HEADER) | PANE_BIT(PANE_BODY);
	const int measure = o->measure > 0 ? o->measure : MEASURE;

	if (o->one_column || o->story != NULL || o->cols < 120 ||
	    (panes & PANE_BIT(PANE_BODY)) == 0 || (panes & ~text) == 0)
		return one_column(o, measure);
	return side_by_side(o->cols, measure, o->cols < 200 ? 2 : 3);
}

static void
pane_begin(struct layout *l, const struct geometry *g, enum pane pane)
{
	const struct slot *s = &g->slot[g->column_of[pane]];

	l->pane = pane;
	l->column = g->column_of[pane];
	l->left = s->left;
	l->cols = s->cols;
	l->edge = l->nowrap ? MEASURE : s->left + s->cols;
	l->para = 0;
	l->item = NO_ITEM;
	l->blank = l->p->column[l->column].n == 0;
}

static void
pane_make(struct layout *l, const struct geometry *g, enum pane pane)
{
	static void (*const makers[PANE_COUNT])(struct layout *) = { pane_header,
		pane_summary, pane_timeline, pane_related, pane_body };
	struct page_column *c;
	size_t first;

	pane_begin(l, g, pane);
	c = &l->p->column[l->column];
	line_gap(l);
	first = c->n;
	makers[pane](l);
	if (c->n > first)
		c->pane_at[pane] = first;
	else if (c->n > 0 && !l->blank)
		l->blank = false;
	else if (c->n > 0)
		c->n--; /* the gap before a pane that has nothing */
}

static size_t
links_in(const struct block *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->run_count; i++)
		n += b->runs[i].url.n != 0;
	return n;
}

/* About as many lines and links as the body will take, so that large ones are not copied. */
static void
make_room(struct layout *l)
{
	struct page_column *c = &l->p->column[l->p->body_column];
	const struct block *b = l->body == NULL ? NULL : l->body->first;
	size_t blocks = 0, links = 0;

	for (; b != NULL; b = doc_next(b, NULL)) {
		blocks++;
		links += links_in(b);
	}
	c->room = 64 + blocks + (l->nowrap ? 0 : l->b->body.n / MEASURE_NARROW);
	c->lines = arena_many(l->a, struct line, c->room);
	if (links > 64) {
		l->p->items.room = links + 64;
		l->p->items.at = arena_many(l->a, struct item, l->p->items.room);
	}
}

static struct str
longest_rule(struct arena *a, const struct layout *l, int cols)
{
	const struct str one = sign(l, SIGN_RULE);
	struct buf b = buf_new(a);

	for (int i = 0; i < cols; i++)
		buf_str(&b, one);
	return buf_view(&b);
}

struct page *
page_make(struct arena *a, const struct brief *b, const struct doc *body,
    const struct neighbours *related, const struct page_options *o)
{
	const unsigned panes = o->panes == 0 ? PANES_ALL : o->panes;
	const struct geometry g = geometry(o, panes);
	struct page *p = arena_new(a, struct page);
	struct layout l = { .a = a,
		.b = b,
		.body = body,
		.related = related,
		.o = o,
		.p = p,
		.nowrap = o->cols == 0,
		.links = map_new(a),
		.joined = buf_new(a) };

	p->cols = o->cols;
	p->ascii = o->ascii;
	p->column_count = g.count;
	p->body_column = g.column_of[PANE_BODY];
	l.rule = longest_rule(a, &l, MEASURE);
	for (int i = 0; i < g.count; i++) {
		p->column[i].x = g.slot[i].x;
		p->column[i].width = g.slot[i].width;
		for (int k = 0; k < PANE_COUNT; k++)
			p->column[i].pane_at[k] = SIZE_MAX;
	}
	make_room(&l);
	for (int i = 0; i < PANE_COUNT; i++)
		if (panes & PANE_BIT(i))
			pane_make(&l, &g, (enum pane)i);
	return p;
}

bool
page_para(const struct page *p, long para, int *column, size_t *line, size_t *lines)
{
	const struct page_column *c = &p->column[p->body_column];
	size_t n = 0, from;
	int32_t shown;

	if (para < 1 || (size_t)para > p->paras.n)
		return false;
	from = p->paras.at[para - 1];
	shown = from < c->n ? c->lines[from].para : 0; /* of links: the code */
	while (from + n < c->n && c->lines[from + n].para == shown &&
	       c->lines[from + n].pane == PANE_BODY)
		n++;
	*column = p->body_column;
	*line = from;
	*lines = n;
	return n != 0;
}

void
page_paint(const struct page *p, struct page_view v, struct cells *out)
{
	const struct page_column *c = &p->column[v.column];

	for (size_t i = v.top; i < c->n && v.rows > 0; i++, v.rows--, v.y++)
		for (size_t k = 0; k < c->lines[i].span_count; k++) {
			const struct span *s = &c->lines[i].spans[k];

			(void)cells_text(
			    out, v.x + s->x, v.y, s->text, (enum role)s->role);
		}
}
