/* The nearest name to a mistyped one: Damerau-Levenshtein distance, at most a third wrong. */
#include <string.h>

#include "cmd/call.h"

enum { NAME_MOST = 32 }; /* bytes; our own names are shorter */

static int
least_of(int a, int b, int c)
{
	const int d = a < b ? a : b;

	return c < d ? c : d;
}

/* Edits from a to b: insert, delete, change, or swap two neighbours. */
static int
distance(const char *a, const char *b)
{
	const size_t n = strlen(a), m = strlen(b);
	int row[NAME_MOST + 1][NAME_MOST + 1];

	if (n > NAME_MOST || m > NAME_MOST)
		return NAME_MOST;
	for (size_t i = 0; i <= n; i++)
		row[i][0] = (int)i;
	for (size_t j = 0; j <= m; j++)
		row[0][j] = (int)j;
	for (size_t i = 1; i <= n; i++) {
		for (size_t j = 1; j <= m; j++) {
			row[i][j] = least_of(row[i - 1][j] + 1, row[i][j - 1] + 1,
			    row[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1] && row[i - 2][j - 2] + 1 < row[i][j])
				row[i][j] = row[i - 2][j - 2] + 1;
		}
	}
	return row[n][m];
}

struct nearest {
	const char *name;
	int distance;
};

static void
consider(struct nearest *best, const char *typed, const char *name)
{
	const int d = distance(typed, name);

	if (d * 3 <= (int)strlen(name) + 1 && d < best->distance)
		*best = (struct nearest){ name, d };
}

const char *
nearest_command(const char *typed)
{
	struct nearest best = { NULL, NAME_MOST };

	for (size_t i = 0; i < COMMAND_COUNT; i++)
		consider(&best, typed, commands[i].name);
	return best.name;
}

const char *
nearest_option(const char *typed, unsigned in)
{
	struct nearest best = { NULL, NAME_MOST };

	for (size_t i = 0; i < OPTION_COUNT; i++)
		if ((options[i].in & in) != 0)
			consider(&best, typed, options[i].name);
	return best.name;
}
