/* A data table as aligned lines: cells side by side, a rule under a head row.  Cells of a
   wide one go on in the next line; where even that is too narrow, each row is a list. */
#include "article/table.h"

#include "base/buf.h"
#include "text/glyph.h"
#include "text/wrap.h"

/* Columns: a table that the reader's column holds, else the widest; the least of a cell. */
enum { COLUMNS = 16, READABLE = 68, WIDTH_MOST = 100, GAP = 2, NARROW = 12 };

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

/* The cells from `from` on that are in its row. */
static size_t
row_cells(const struct table *t, size_t from)
{
	size_t n = 0;

	while (from + n < t->n && t->at[from + n].row == t->at[from].row)
		n++;
	return n;
}

/* A row in as many lines as its longest cell takes. */
static bool
row_write(struct buf *out, const struct table *t, size_t from, const int *cols)
{
	const size_t n = row_cells(t, from);
	struct str rest[COLUMNS];
	bool more = true, wrapped = false;

	for (size_t i = 0; i < n; i++)
		rest[i] = t->at[from + i].text;
	for (int line = 0; more; line++) {
		size_t gap = 0;

		wrapped = line != 0;
		more = false;
		for (size_t i = 0; i < n; i++) {
			const struct str one =
			    rest[i].n == 0 ? STR_NIL : wrap_line(&rest[i], cols[i]);

			if (one.n != 0)
				buf_repeat(out, ' ', gap);
			gap = one.n != 0 ? 0 : gap;
			buf_str(out, one);
			gap += (size_t)(cols[i] - glyph_cols(one)) + GAP;
			more = more || rest[i].n != 0;
		}
		buf_byte(out, '\n');
	}
	return wrapped;
}

/* The first row holds nothing but heads. */
static bool
is_headed(const struct table *t)
{
	for (size_t i = 0; i < t->n && t->at[i].row == t->at[0].row; i++)
		if (!t->at[i].head)
			return false;
	return true;
}

/* Takes the widest columns back until the table is no wider than `most`; false when they
   would be too narrow to read. */
static bool
narrow(int *cols, size_t n, int most)
{
	for (int cap = most; cap >= NARROW; cap--) {
		int width = 0;

		for (size_t i = 0; i < n; i++)
			width += (cols[i] < cap ? cols[i] : cap) + GAP;
		if (width - GAP > most)
			continue;
		for (size_t i = 0; i < n; i++)
			cols[i] = cols[i] < cap ? cols[i] : cap;
		return true;
	}
	return false;
}

/* "North quay", then "  Length: 120 m" for each further cell, by the heads if there are. */
static void
list_write(struct buf *out, const struct table *t)
{
	const size_t heads = is_headed(t) ? row_cells(t, 0) : 0;

	for (size_t i = heads; i < t->n; i += row_cells(t, i)) {
		if (out->n != 0)
			buf_byte(out, '\n');
		for (size_t k = 0; k < row_cells(t, i); k++) {
			if (k != 0)
				buf_text(out, "  ");
			if (k != 0 && k < heads && t->at[k].text.n != 0) {
				buf_str(out, t->at[k].text);
				buf_text(out, ": ");
			}
			buf_str(out, t->at[i + k].text);
			buf_byte(out, '\n');
		}
	}
}

/* Columns each cell of a column takes; how many columns there are. */
static size_t
measure(const struct table *t, int *cols)
{
	size_t most = 0;

	for (size_t i = 0, from = 0; i < t->n; i++) {
		const int now = glyph_cols(t->at[i].text);

		from = t->at[i].row == t->at[from].row ? from : i;
		if (now > cols[i - from])
			cols[i - from] = now;
		most = i - from + 1 > most ? i - from + 1 : most;
	}
	for (size_t i = 0; i < most; i++)
		cols[i] = cols[i] < 2 ? 2 : cols[i];
	return most;
}

struct str
table_aligned(struct arena *a, const struct table *t)
{
	int cols[COLUMNS] = { 0 }, width = -GAP;
	struct buf out = buf_new(a);
	bool apart = false;
	size_t n;

	if (!is_data(t))
		return STR_NIL;
	n = measure(t, cols);
	if (!narrow(cols, n, READABLE) && !narrow(cols, n, WIDTH_MOST)) {
		list_write(&out, t);
		return buf_view(&out);
	}
	for (size_t i = 0; i < n; i++)
		width += cols[i] + GAP;
	for (size_t i = 0; i < t->n; i += row_cells(t, i)) {
		if (apart)
			buf_byte(&out, '\n'); /* or nobody sees where a row ends */
		apart = row_write(&out, t, i, cols);
		if (i == 0 && is_headed(t)) {
			buf_repeat(&out, '-', (size_t)width);
			buf_byte(&out, '\n');
			apart = false;
		}
	}
	return buf_view(&out);
}
