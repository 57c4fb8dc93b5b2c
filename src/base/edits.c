/* Three rows of the matrix are enough: a swap looks two back. */
#include "base/edits.h"

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* One row of the matrix from the two above it. */
static void
next_row(struct str a, struct str b, size_t i, int rows[3][EDITS_MOST + 1])
{
	int *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];

	row[0] = (int)i;
	for (size_t j = 1; j <= b.n; j++) {
		const int change = a.p[i - 1] != b.p[j - 1];

		row[j] = least(above[j - 1] + change, least(above[j], row[j - 1]) + 1);
		if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
		    a.p[i - 2] == b.p[j - 1])
			row[j] = least(row[j], before[j - 2] + 1);
	}
}

int
edits_between(struct str a, struct str b)
{
	int rows[3][EDITS_MOST + 1] = { { 0 } };

	if (a.n > EDITS_MOST || b.n > EDITS_MOST)
		return EDITS_MOST;
	for (size_t j = 0; j <= b.n; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a.n; i++)
		next_row(a, b, i, rows);
	return rows[a.n % 3][b.n];
}
