/* A data table as aligned lines: cells side by side, a rule under a head row. */
#include "article/html.h"
#include "text/glyph.h"

enum { COLUMNS = 16, CELLS = 8000, CELL_BYTES = 240, WIDTH_MOST = 110, GAP = 2 };

struct cell {
	uint32_t row, box; /* boxes of the tr and the td */
	bool head;
	struct str text;
};

struct table {
	struct cell *at;
	size_t n, room;
};

static uint32_t
up_to(const struct page *p, uint32_t box, enum html_tag one, enum html_tag other)
{
	while (box != HTML_NONE && p->boxes.at[box].tag != one &&
	       p->boxes.at[box].tag != other)
		box = p->boxes.at[box].parent;
	return box;
}

static bool
is_below(const struct page *p, uint32_t box, uint32_t top)
{
	return box != HTML_NONE && box > top && box < p->boxes.at[top].end;
}

/* A cell's blocks become one text; false when a block stands in no cell. */
static bool
cell_add(struct page *p, struct arena *a, struct table *t, uint32_t table,
    const struct hblock *b)
{
	const uint32_t box = up_to(p, b->box, TAG_TD, TAG_TH);
	const uint32_t row = up_to(p, b->box, TAG_TR, TAG_TR);
	struct cell *last = t->n == 0 ? NULL : &t->at[t->n - 1];
	struct buf text = buf_new(a);

	if (!is_below(p, box, table) || !is_below(p, row, table) || t->n == CELLS ||
	    up_to(p, row, TAG_TABLE, TAG_TABLE) != table)
		return false;
	if (last != NULL && last->box == box) {
		if (last->text.n > CELL_BYTES)
			return false;
		buf_str(&text, last->text);
		buf_byte(&text, ' ');
		buf_str(&text, b->text);
		last->text = buf_view(&text);
		return true;
	}
	*vec_push(a, t) = (struct cell){ row, box, p->boxes.at[box].tag == TAG_TH,
		str_dup(a, b->text) };
	return true;
}

/* Rows of short cells, most of them with two or more. */
static bool
is_data(const struct table *t)
{
	size_t rows = 0, pairs = 0, col = 0;

	for (size_t i = 0; i < t->n; i++) {
		const bool first = i == 0 || t->at[i].row != t->at[i - 1].row;

		col = first ? 0 : col + 1;
		rows += first;
		pairs += col == 1;
		if (col >= COLUMNS || t->at[i].text.n > CELL_BYTES)
			return false;
	}
	return rows >= 2 && pairs * 2 >= rows;
}

static void
row_write(struct buf *out, const struct table *t, size_t from, const int *cols)
{
	for (size_t i = from; i < t->n && t->at[i].row == t->at[from].row; i++) {
		const bool last = i + 1 == t->n || t->at[i + 1].row != t->at[from].row;
		const int free = cols[i - from] - glyph_cols(t->at[i].text);

		buf_str(out, t->at[i].text);
		if (!last)
			buf_repeat(out, ' ', (size_t)(free > 0 ? free : 0) + GAP);
	}
	buf_byte(out, '\n');
}

static bool
row_is_head(const struct table *t, size_t from)
{
	for (size_t i = from; i < t->n && t->at[i].row == t->at[from].row; i++)
		if (!t->at[i].head)
			return false;
	return true;
}

static struct str
aligned(struct arena *a, const struct table *t)
{
	int cols[COLUMNS] = { 0 }, width = 0;
	struct buf out = buf_new(a);

	for (size_t i = 0, from = 0; i < t->n; i++) {
		const int now = glyph_cols(t->at[i].text);

		from = t->at[i].row == t->at[from].row ? from : i;
		if (now > cols[i - from])
			cols[i - from] = now;
	}
	for (size_t i = 0; i < COLUMNS; i++)
		width += cols[i] + (cols[i] != 0 ? GAP : 0);
	if (width > WIDTH_MOST)
		for (size_t i = 0; i < COLUMNS; i++)
			cols[i] = 0;
	for (size_t i = 0; i < t->n; i++) {
		if (i != 0 && t->at[i].row == t->at[i - 1].row)
			continue;
		row_write(&out, t, i, cols);
		if (i == 0 && width <= WIDTH_MOST && row_is_head(t, 0)) {
			buf_repeat(&out, '-', (size_t)(width - GAP));
			buf_byte(&out, '\n');
		}
	}
	return buf_view(&out);
}

struct str
html_table(struct page *p, struct arena *a, uint32_t table, size_t first)
{
	struct table t = { 0 };

	for (size_t i = first;
	     i < p->blocks.n && p->blocks.at[i].box < p->boxes.at[table].end; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (b->keep && b->box >= table && !cell_add(p, a, &t, table, b) &&
		    p->boxes.at[b->box].tag != TAG_CAPTION)
			return STR_NIL;
	}
	return is_data(&t) ? aligned(a, &t) : STR_NIL;
}
