/* A data table as aligned lines: a row a line, cells side by side, a rule under a head row.
   How much of it a page holds is the page's to see (render/table.c). */
#include "article/table.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/glyph.h"

enum {
	WIDTH_MOST = 1000, /* columns; a wider one is a list */
	READABLE = 68,     /* a wider one is told by a rule where it has no head */
	GAP = 2,
	HEADS_MOST = 3,  /* rows */
	BLANKS_MOST = 8, /* columns for each byte of text, of a table that is not small */
	SMALL = 4096
};

/* Rows of short cells, most of them with two or more. */
static bool
is_data(const struct table *t)
{
	size_t rows = 0, pairs = 0, col = 0, texts = 0;

	for (size_t i = 0; i < t->n; i++) {
		const bool first = i == 0 || t->at[i].row != t->at[i - 1].row;

		col = first ? 0 : col + 1;
		texts = (first ? 0 : texts) + (t->at[i].text.n != 0);
		rows += first;
		pairs += texts == 2 && t->at[i].text.n != 0;
		if (col >= TABLE_COLUMNS || t->at[i].text.n > TABLE_CELL_BYTES)
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

static size_t
blanks_before(enum align align, size_t spare)
{
	switch (align) {
	case ALIGN_RIGHT:
		return spare;
	case ALIGN_CENTRE:
		return spare / 2;
	case ALIGN_NONE:
	case ALIGN_LEFT:
		break;
	}
	return 0;
}

void
table_link(struct arena *a, struct table *t, struct cell *c, struct code_link l)
{
	if (c->links == 0)
		c->link = (uint32_t)t->links.n;
	*vec_push(a, &t->links) = l;
	c->links++;
}

/* The cell's text, and where its links are now. */
static void
cell_write(struct buf *out, struct table *t, const struct cell *c)
{
	for (size_t i = 0; i < c->links; i++) {
		const struct code_link l = t->links.at[c->link + i];

		*vec_push(out->a, &t->placed) =
		    (struct code_link){ out->n + l.from, out->n + l.to, l.url };
	}
	buf_str(out, c->text);
}

static void
row_write(struct buf *out, struct table *t, size_t from, const int *cols)
{
	size_t gap = 0;

	for (size_t i = 0; i < row_cells(t, from); i++) {
		const struct str text = t->at[from + i].text;
		const size_t spare = (size_t)(cols[i] - glyph_cols(text));
		const size_t before = blanks_before((enum align)t->align[i], spare);

		if (text.n != 0) {
			buf_repeat(out, ' ', gap + before);
			cell_write(out, t, &t->at[from + i]);
			gap = 0;
		}
		if (cols[i] != 0) /* or there is nothing in the column */
			gap += GAP + (text.n != 0 ? spare - before : (size_t)cols[i]);
	}
	buf_byte(out, '\n');
}

/* The row holds nothing but heads and blanks. */
static bool
is_head(const struct table *t, size_t from)
{
	bool head = false;

	for (size_t i = from; i < t->n && t->at[i].row == t->at[from].row; i++) {
		if (!t->at[i].head && t->at[i].text.n != 0)
			return false;
		head = head || t->at[i].head;
	}
	return head;
}

/* The cells of the head, which is a few rows at most; `*last`: those before its last row. */
static size_t
head_cells(const struct table *t, size_t *last)
{
	size_t n = 0;

	*last = 0;
	for (int rows = 0; rows < HEADS_MOST && n < t->n && is_head(t, n); rows++) {
		*last = n;
		n += row_cells(t, n);
	}
	return n < t->n ? n : 0;
}

/* "North quay", then "  Length: 120 m" for each further cell, by the heads if there are. */
static void
list_write(struct buf *out, struct table *t)
{
	size_t names;
	const size_t heads = head_cells(t, &names);

	for (size_t i = heads; i < t->n; i += row_cells(t, i)) {
		if (out->n != 0)
			buf_byte(out, '\n');
		for (size_t k = 0; k < row_cells(t, i); k++) {
			if (k != 0)
				buf_text(out, "  ");
			if (k != 0 && names + k < heads && t->at[names + k].text.n != 0) {
				buf_str(out, t->at[names + k].text);
				buf_text(out, ": ");
			}
			cell_write(out, t, &t->at[i + k]);
			buf_byte(out, '\n');
		}
	}
}

/* "1,200", "-3.5 %", "$12", or a dash for none; anything else is no number. */
static bool
is_number(struct str s, bool *digits)
{
	static const uint32_t first[] = { '+', '-', 0x2212, 0x2013, 0x2014, '$', 0x20ac,
		0xa3 },
			      after[] = { '.', ',', '\'', ' ', '%', '$', 0x20ac, 0xa3,
				      0xa0, 0x2009, 0x202f };

	for (bool begun = false; s.n != 0; begun = true) {
		const uint32_t code = utf8_next(&s);
		bool fits = code >= '0' && code <= '9';

		*digits = *digits || fits;
		for (size_t i = 0; i < LEN(first) && !begun; i++)
			fits = fits || code == first[i];
		for (size_t i = 0; i < LEN(after); i++)
			fits = fits || code == after[i];
		if (!fits)
			return false;
	}
	return true;
}

/* A column of numbers under its head stands right, unless the table says otherwise. */
static void
align_numbers(struct table *t)
{
	bool digits[TABLE_COLUMNS] = { false }, other[TABLE_COLUMNS] = { false };
	size_t last;
	const size_t heads = head_cells(t, &last);

	for (size_t i = heads != 0 ? heads : row_cells(t, 0), from = i; i < t->n; i++) {
		const struct str text = t->at[i].text;

		from = t->at[i].row == t->at[from].row ? from : i;
		if (!is_number(text, &digits[i - from]) &&
		    !str_eq_nocase(text, STR("n/a")))
			other[i - from] = true;
	}
	for (size_t i = 0; i < TABLE_COLUMNS; i++)
		if (t->align[i] == ALIGN_NONE && digits[i] && !other[i])
			t->align[i] = ALIGN_RIGHT;
}

/* Columns each cell of a column takes; those of all. */
static int
measure(const struct table *t, int *cols)
{
	size_t most = 0;
	int width = -GAP;

	for (size_t i = 0, from = 0; i < t->n; i++) {
		const int now = glyph_cols(t->at[i].text);

		from = t->at[i].row == t->at[from].row ? from : i;
		cols[i - from] = now > cols[i - from] ? now : cols[i - from];
		most = i - from + 1 > most ? i - from + 1 : most;
	}
	for (size_t i = 0; i < most; i++)
		width += cols[i] == 0 ? 0 : cols[i] + GAP;
	return width;
}

/* Few texts in a wide frame would be mostly blanks. */
static bool
is_too_wide(const struct table *t, int width)
{
	size_t bytes = 0, rows = 0;

	for (size_t i = 0; i < t->n; i++) {
		bytes += t->at[i].text.n;
		rows += i == 0 || t->at[i].row != t->at[i - 1].row;
	}
	return width > WIDTH_MOST || rows * (size_t)width > BLANKS_MOST * bytes + SMALL;
}

struct str
table_aligned(struct arena *a, struct table *t)
{
	int cols[TABLE_COLUMNS] = { 0 }, width;
	struct buf out = buf_new(a);
	size_t heads, last;

	if (!is_data(t))
		return STR_NIL;
	align_numbers(t);
	width = measure(t, cols);
	if (is_too_wide(t, width)) {
		list_write(&out, t);
		return buf_view(&out);
	}
	heads = head_cells(t, &last);
	for (size_t i = 0; i < t->n; i += row_cells(t, i)) {
		if (i == heads && (i != 0 || width > READABLE)) {
			buf_repeat(&out, '-', (size_t)width);
			buf_byte(&out, '\n');
		}
		row_write(&out, t, i, cols);
	}
	return buf_view(&out);
}
