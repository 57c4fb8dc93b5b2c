/* The box is what differs within a part; each distance is tried, most glyphs in place wins. */
#include "shell/margins.h"

#include <string.h>

enum {
	ROWS_MOST = 256,
	COST = 64 /* bytes of the move, each as dear as a glyph painted again */
};

bool
margins_may_ask(struct str term, struct str program)
{
	static const char *const kin[] = { "xterm", "foot", "wezterm", "mintty",
		"contour", "iterm", "vte", "ghostty" };

	if (str_eq(program, STR("Apple_Terminal"))) /* prints a letter of the question */
		return false;
	for (size_t i = 0; i < LEN(kin); i++)
		if (str_starts(term, str_of(kin[i])))
			return true;
	return false;
}

static bool
same(const struct cell *a, const struct cell *b, int cols)
{
	return memcmp(a, b, (size_t)cols * sizeof(*a)) == 0;
}

static bool
row_same(const struct cells *was, const struct cells *now, const struct scroll *s,
    int from, int to)
{
	return same(cells_row(was, from) + s->x, cells_row(now, to) + s->x, s->cols);
}

static bool
column_same(
    const struct cells *was, const struct cells *now, const struct scroll *s, int x)
{
	for (int y = s->y; y < s->y + s->rows; y++)
		if (!same(cells_row(was, y) + x, cells_row(now, y) + x, 1))
			return false;
	return true;
}

/* Leaves rows and columns at the edges out where nothing changes. */
static void
shrink(const struct cells *was, const struct cells *now, struct scroll *s)
{
	while (s->rows > 0 && row_same(was, now, s, s->y, s->y)) {
		s->y++;
		s->rows--;
	}
	while (
	    s->rows > 0 && row_same(was, now, s, s->y + s->rows - 1, s->y + s->rows - 1))
		s->rows--;
	while (s->rows > 0 && s->cols > 0 && column_same(was, now, s, s->x)) {
		s->x++;
		s->cols--;
	}
	while (s->rows > 0 && s->cols > 0 && column_same(was, now, s, s->x + s->cols - 1))
		s->cols--;
}

/* Has a wide glyph one half on each side of the edge before x? */
static bool
cuts(const struct cells *c, const struct scroll *s, int x)
{
	for (int y = s->y; x < c->cols && y < s->y + s->rows; y++)
		if (cells_row(c, y)[x].width == 0)
			return true;
	return false;
}

/* Whole lines are what curses can scroll, for less. */
static bool
whole_lines(const struct cells *was, const struct scroll *s)
{
	for (int y = s->y; y < s->y + s->rows; y++)
		for (int x = 0; x < was->cols; x++)
			if ((x < s->x || x >= s->x + s->cols) &&
			    cells_row(was, y)[x].glyph[0] != '\0')
				return false;
	return true;
}

/* Glyphs that stand where they belong after a move by n; weight[y]: those of a row. */
static int
in_place(const struct cells *was, const struct cells *now, const struct scroll *s,
    const int *weight, int n)
{
	const int first = n < 0 ? -n : 0, last = n < 0 ? s->rows : s->rows - n;
	int sum = 0;

	for (int y = first; y < last; y++)
		if (weight[y] != 0 && row_same(was, now, s, s->y + y + n, s->y + y))
			sum += weight[y];
	return sum;
}

static void
weigh(const struct cells *now, const struct scroll *s, int weight[ROWS_MOST])
{
	for (int y = 0; y < s->rows; y++) {
		const struct cell *row = cells_row(now, s->y + y) + s->x;

		weight[y] = 0;
		for (int x = 0; x < s->cols; x++)
			weight[y] += row[x].glyph[0] != '\0';
	}
}

bool
margins_find(const struct cells *was, const struct cells *now, const struct split *s,
    int i, struct scroll *out)
{
	int weight[ROWS_MOST], best;

	*out =
	    (struct scroll){ s->x[i], 0, s->x[i + 1] - s->x[i], now->rows - s->bars, 0 };
	shrink(was, now, out);
	if (out->rows < 3 || out->rows > ROWS_MOST || out->cols < 2)
		return false;
	while (cuts(was, out, out->x)) {
		out->x--;
		out->cols++;
	}
	while (cuts(was, out, out->x + out->cols))
		out->cols++;
	if (whole_lines(was, out))
		return false;
	weigh(now, out, weight);
	best = in_place(was, now, out, weight, 0) + COST;
	for (int n = 1 - out->rows; n < out->rows; n++) {
		const int right = n == 0 ? 0 : in_place(was, now, out, weight, n);

		if (right > best) {
			best = right;
			out->n = n;
		}
	}
	return out->n != 0;
}
