/* Glyphs in a grid.  A cell that loses one half of a wide glyph loses the other too. */
#include "render/cells.h"

#include <assert.h>
#include <string.h>

static const struct cell blank = { "", 1, ROLE_TEXT };

struct cell *
cells_row(const struct cells *c, int y)
{
	assert(y >= 0 && y < c->rows);
	return c->at + (size_t)y * (size_t)c->cols;
}

struct cells
cells_new(struct arena *a, int cols, int rows)
{
	struct cells c = { cols < 0 ? 0 : cols, rows < 0 ? 0 : rows, NULL, false };

	c.at = arena_many(a, struct cell, (size_t)c.cols * (size_t)c.rows);
	cells_fill(&c, ROLE_TEXT);
	return c;
}

void
cells_fill(struct cells *c, enum role r)
{
	const size_t n = (size_t)c->cols * (size_t)c->rows;

	for (size_t i = 0; i < n; i++) {
		c->at[i] = blank;
		c->at[i].role = (uint8_t)r;
	}
}

/* Turns the wide glyph that has a half at x into two spaces. */
static void
unpair(struct cell *row, int x)
{
	if (row[x].width == 0)
		x--;
	if (row[x].width == 2) {
		row[x].glyph[0] = row[x + 1].glyph[0] = '\0';
		row[x].width = row[x + 1].width = 1;
	}
}

static void
put(struct cell *row, int x, struct glyph g, enum role r)
{
	assert(g.text.n < sizeof(row[x].glyph));
	for (int i = 0; i < g.cols; i++) {
		unpair(row, x + i);
		row[x + i] = (struct cell){ "", 0, (uint8_t)r };
	}
	row[x].width = (uint8_t)g.cols;
	if (!str_eq(g.text, STR(" ")))
		memcpy(row[x].glyph, g.text.p, g.text.n);
}

int
cells_text(struct cells *c, int x, int y, struct str s, enum role r)
{
	if (y < 0 || y >= c->rows)
		return x;
	while (s.n != 0) {
		const struct glyph g = glyph_next(&s);

		if (x > c->cols - g.cols)
			break;
		if (c->ascii && (unsigned char)g.text.p[0] >= 0x80) {
			x = cells_text(c, x, y, glyph_ascii(g), r);
			continue;
		}
		if (x >= 0 && g.cols != 0)
			put(cells_row(c, y), x, g, r);
		x += g.cols;
	}
	return x;
}

void
cells_role(struct cells *c, int x, int y, int cols, enum role r)
{
	const int from = x < 0 ? 0 : x;
	const int to = cols > c->cols - x ? c->cols : x + cols;

	if (y < 0 || y >= c->rows)
		return;
	for (int i = from; i < to; i++)
		cells_row(c, y)[i].role = (uint8_t)r;
}
