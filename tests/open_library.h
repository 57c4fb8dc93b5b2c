/* Short ways to a library for tests: without options, and a query as it is typed. */
#ifndef TESTS_OPEN_LIBRARY_H
#define TESTS_OPEN_LIBRARY_H

#include "library/library.h"

__attribute__((unused)) static bool
library_open_plain(const char *folder, struct library **out, struct diags *d)
{
	const struct library_options none = { 0 };

	return library_open(folder, &none, out, d);
}

__attribute__((unused)) static struct hits
library_typed(struct library *lib, struct str query, size_t most, struct arena *a)
{
	const struct library_asking how = { .most = most, .lines = most };
	struct query_error error;
	struct hits hits = { 0 };
	struct query q;

	if (query_parse(a, query, true, &q, &error) &&
	    q.nodes.at[q.root].kind != QUERY_ALL)
		hits = library_ask(lib, &q, &how, a);
	return hits;
}

#endif
