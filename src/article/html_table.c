/* The cells of a table of a web page: its td and th, a text in each or none. */
#include <string.h>

#include "article/html.h"
#include "article/table.h"

enum { STYLE_BYTES = 200 };

/* The table as it is filled, row by row. */
struct grid {
	struct page *p;
	struct arena *a;
	struct table *t;
	uint32_t table, row;
	size_t col;               /* of the next cell */
	struct str base;          /* links are seen from there */
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

	*vec_push(g->a, g->t) = (struct cell){ .row = g->row, .box = box, .head = head };
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

/* The links of the block, whose text ends the cell's; each is what one element says. */
static void
add_links(struct grid *g, struct cell *c, const struct hblock *b)
{
	const struct piece *p = &g->p->pieces.at[b->piece];
	const size_t before = c->text.n - b->text.n;
	size_t at = 0;

	for (size_t i = 0, end; i < b->piece_count; i = end) {
		struct buf all = buf_new(g->p->a);
		struct str words, url;
		size_t from;

		for (end = i; end < b->piece_count && p[end].link == p[i].link; end++)
			buf_str(&all, p[end].style == RUN_BREAK ? STR(" ") : p[end].text);
		words = html_squeeze(g->p->a, buf_view(&all));
		from = str_find(b->text, words, at);
		if (from == STR_NONE)
			continue;
		at = from + words.n;
		if (p[i].link == NULL || words.n == 0)
			continue;
		url = html_resolve(g->a, g->base, node_value(p[i].link, ATTR_HREF));
		if (url.n != 0)
			table_link(g->a, g->t, c,
			    (struct code_link){ before + from, before + at, url });
	}
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
	if (b->text.n <= TABLE_CELL_BYTES)
		add_links(g, &g->t->at[*at], b);
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

/* "align", or "text-align" among a style's first properties. */
static enum align
align_named(const struct node *n, bool table)
{
	static const struct {
		const char *name;
		enum align align;
	} names[] = { { "left", ALIGN_LEFT }, { "right", ALIGN_RIGHT },
		{ "center", ALIGN_CENTRE }, { "middle", ALIGN_CENTRE } };
	struct str value = str_cut(node_value(n, ATTR_STYLE), 0, STYLE_BYTES);
	const size_t at = str_find(value, STR("text-align:"), 0);

	value = at != STR_NONE ? str_cut(value, at + strlen("text-align:"), value.n)
		: table        ? STR_NIL /* where it stands itself */
			       : node_value(n, ATTR_ALIGN);
	value = str_split(&value, ';');
	value = str_trim(str_split(&value, '!'));
	for (size_t i = 0; i < LEN(names); i++)
		if (str_eq_nocase(value, str_of(names[i].name)))
			return names[i].align;
	return ALIGN_NONE;
}

/* As the cell says, or else its row, or else what is around that. */
static enum align
align_of(const struct grid *g, uint32_t box)
{
	enum align out = ALIGN_NONE;

	for (int up = 0;
	     up < 4 && out == ALIGN_NONE && box >= g->table && box != HTML_NONE; up++) {
		out = align_named(g->p->boxes.at[box].node, box == g->table);
		box = g->p->boxes.at[box].parent;
	}
	return out;
}

/* A column stands as all cells under its head do. */
static void
align_columns(struct grid *g)
{
	struct table *t = g->t;
	bool seen[TABLE_COLUMNS] = { false };

	for (size_t i = 0, col = 0; i < t->n; i++) {
		const struct cell *c = &t->at[i];
		enum align align;

		col = i == 0 || c->row != c[-1].row ? 0 : col + 1;
		if (c->head || c->text.n == 0)
			continue;
		align = align_of(g, c->box);
		if (seen[col] && t->align[col] != align)
			align = ALIGN_NONE;
		t->align[col] = (uint8_t)align;
		seen[col] = true;
	}
}

bool
html_table(struct page *p, struct arena *a, uint32_t table, size_t first, struct str base,
    struct html_lines *out)
{
	struct table t = { 0 };
	struct grid g = { p, a, &t, table, HTML_NONE, 0, base, { 0 } };
	size_t at = 0;

	*out = (struct html_lines){ 0 };
	if (!add_cells(&g))
		return false;
	for (size_t i = first;
	     i < p->blocks.n && p->blocks.at[i].box < p->boxes.at[table].end; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (!b->keep || b->box < table || add_text(&g, &at, b))
			continue;
		if (p->boxes.at[b->box].tag != TAG_CAPTION)
			return false;
		join(a, &out->caption, b->text);
	}
	drop_blank_rows(&t);
	take_title(a, &t, &out->caption);
	align_columns(&g);
	out->lines = table_aligned(a, &t);
	out->links = t.placed;
	return out->lines.n != 0;
}
