/* Misspellings: the optimal string alignment distance, for keys of a few letters. */
#include "brief/fields.h"

enum { MOST = 16 };

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* One row of the matrix from the two above it. */
static void
next_row(struct str a, struct str b, size_t i, int rows[3][MOST + 1])
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

static int
distance(struct str a, struct str b)
{
	int rows[3][MOST + 1] = { { 0 } };

	for (size_t j = 0; j <= b.n; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a.n; i++)
		next_row(a, b, i, rows);
	return rows[a.n % 3][b.n];
}

const char *
key_near(const struct field *fields, struct str key)
{
	const int most = key.n < 4 ? 0 : key.n < 7 ? 1 : 2;

	if (key.n > MOST || str_starts(key, STR("x-")))
		return NULL;
	for (; fields->key != NULL; fields++) {
		const struct str known = str_of(fields->key);

		if (known.n <= MOST &&
		    (str_eq_nocase(key, known) || distance(key, known) <= most))
			return fields->key;
	}
	return NULL;
}
