/* A data table as aligned lines: cells side by side, a rule under a head row. */
#include "article/table.h"

#include "base/buf.h"
#include "text/glyph.h"

enum { COLUMNS = 16, WIDTH_MOST = 110, GAP = 2 };

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
		if (col >= COLUMNS || t->at[i].text.n > TABLE_CELL_BYTES)
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

struct str
table_aligned(struct arena *a, const struct table *t)
{
	int cols[COLUMNS] = { 0 }, width = 0;
	struct buf out = buf_new(a);

	if (!is_data(t))
		return STR_NIL;
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
