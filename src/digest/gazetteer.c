/*
 * A sorted table, searched by halves.
 */
#include "digest/gazetteer.h"

#include <string.h>

enum { GAZETTE_BYTES = 34 };

struct gazette {
	char name[GAZETTE_BYTES]; /* lower case; in place: nothing to relocate at start */
	uint16_t kinds;
};

#include "digest/tables/gazetteer.h"

static int
compare(struct str key, const char *name)
{
	for (size_t i = 0; i < key.n; i++) {
		const unsigned char raw = (unsigned char)key.p[i];
		const unsigned char c =
		    (unsigned char)(raw >= 'A' && raw <= 'Z' ? raw + 32 : raw);

		if (c != (unsigned char)name[i])
			return c < (unsigned char)name[i] ? -1 : 1;
	}
	return name[key.n] == '\0' ? 0 : -1;
}

uint16_t
gazetteer_kinds(struct str name)
{
	size_t from = 0, to = LEN(gazetteer);

	if (name.n == 0 || name.n >= GAZETTE_BYTES)
		return 0;
	while (from < to) {
		const size_t mid = from + (to - from) / 2;
		const int c = compare(name, gazetteer[mid].name);

		if (c == 0)
			return gazetteer[mid].kinds;
		if (c < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return 0;
}
