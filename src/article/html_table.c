/* The cells of a table of a web page: its td and th, a text in each or none. */
#include "article/html.h"
#include "article/table.h"

/* The table as it is filled, row by row. */
struct grid {
	struct page *p;
	struct arena *a;
	struct table *t;
	uint32_t table, row;
	size_t col;               /* of the next cell */
	long down[TABLE_COLUMNS]; /* rows that a cell above still covers */
};

static uint32_t
up_to(const struct page *p, uint32_t box, enum html_tag one, enum html_tag other)
{
	while (box != HTML_NONE && p->boxes.at[box].tag != one &&
	       p->boxes.at[box].tag != other)
		box = p->boxes.at[box].parent;
	return box;
}

static void
push(struct grid *g, uint32_t box)
{
	const bool head = box != HTML_NONE && g->p->boxes.at[box].tag == TAG_TH;

	*vec_push(g->a, g->t) = (struct cell){ g->row, box, head, STR_NIL };
	g->col++;
}

static void
push_covered(struct grid *g)
{
	for (; g->col < TABLE_COLUMNS && g->down[g->col] > 0; push(g, HTML_NONE))
		g->down[g->col]--;
}

/* How many columns or rows the cell takes. */
static long
span_of(const struct grid *g, uint32_t box, enum html_attr attr)
{
	long n = 1;

	if (!str_int(str_trim(node_value(g->p->boxes.at[box].node, attr)), &n) || n < 1)
		return 1;
	return n < TABLE_CELLS ? n : TABLE_CELLS;
}

static void
add_cell(struct grid *g, uint32_t box, uint32_t row)
{
	const long cols = span_of(g, box, ATTR_COLSPAN),
		   rows = span_of(g, box, ATTR_ROWSPAN);

	if (g->row != row) {
		for (; g->col < TABLE_COLUMNS; g->col++)
			g->down[g->col] -= g->down[g->col] > 0;
		g->col = 0;
		g->row = row;
	}
	push_covered(g);
	for (long i = 0; i < cols && g->col < TABLE_COLUMNS; i++) {
		g->down[g->col] = rows - 1;
		push(g, i == 0 ? box : HTML_NONE);
	}
}

/* False: there are too many, or a row is too long. */
static bool
add_cells(struct grid *g)
{
	const struct page *p = g->p;

	for (uint32_t box = g->table + 1; box < p->boxes.at[g->table].end; box++) {
		const enum html_tag tag = p->boxes.at[box].tag;
		const uint32_t row = up_to(p, box, TAG_TR, TAG_TABLE);

		if ((tag != TAG_TD && tag != TAG_TH) || row == HTML_NONE ||
		    up_to(p, row, TAG_TABLE, TAG_TABLE) != g->table || row == g->table)
			continue;
		add_cell(g, box, row);
		if (g->t->n > TABLE_CELLS || g->col >= TABLE_COLUMNS)
			return false;
	}
	return true;
}

static void
join(struct arena *a, struct str *s, struct str more)
{
	struct buf out = buf_new(a);

	buf_str(&out, *s);
	buf_text(&out, s->n == 0 ? "" : " ");
	buf_str(&out, more);
	*s = buf_view(&out);
}

/* A cell's blocks become one text, by way of `*at`, where the last one went; false when a block
   stands in no cell. */
static bool
add_text(struct grid *g, size_t *at, const struct hblock *b)
{
	const uint32_t box = up_to(g->p, b->box, TAG_TD, TAG_TH);

	if (box == HTML_NONE || box < g->table)
		return false;
	while (*at < g->t->n && g->t->at[*at].box != box)
		++*at;
	if (*at == g->t->n || g->t->at[*at].text.n > TABLE_CELL_BYTES)
		return false;
	join(g->a, &g->t->at[*at].text, b->text);
	return true;
}

/* Rows in which no cell has a text are none. */
static void
drop_blank_rows(struct table *t)
{
	size_t kept = 0;

	for (size_t i = 0, end; i < t->n; i = end) {
		bool blank = true;

		for (end = i; end < t->n && t->at[end].row == t->at[i].row; end++)
			blank = blank && t->at[end].text.n == 0;
		for (size_t k = i; k < end && !blank; k++)
			t->at[kept++] = t->at[k];
	}
	t->n = kept;
}

/* A first row that is one cell across all columns is a caption. */
static void
take_title(struct arena *a, struct table *t, struct str *caption)
{
	size_t n = 1;

	while (n < t->n && t->at[n].row == t->at[0].row && t->at[n].box == HTML_NONE &&
	       t->at[n].text.n == 0)
		n++;
	if (n == 1 || n >= t->n || t->at[n].row == t->at[0].row)
		return;
	join(a, caption, t->at[0].text);
	t->at += n;
	t->n -= n;
}

struct str
html_table(
    struct page *p, struct arena *a, uint32_t table, size_t first, struct str *caption)
{
	struct table t = { 0 };
	struct grid g = { p, a, &t, table, HTML_NONE, 0, { 0 } };
	size_t at = 0;

	*caption = STR_NIL;
	if (!add_cells(&g))
		return STR_NIL;
	for (size_t i = first;
	     i < p->blocks.n && p->blocks.at[i].box < p->boxes.at[table].end; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (!b->keep || b->box < table || add_text(&g, &at, b))
			continue;
		if (p->boxes.at[b->box].tag != TAG_CAPTION)
			return STR_NIL;
		join(a, caption, b->text);
	}
	drop_blank_rows(&t);
	take_title(a, &t, caption);
	return table_aligned(a, &t);
}
