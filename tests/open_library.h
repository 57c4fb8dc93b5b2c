/* Short ways to a library for tests: without options, a query as it is typed, and one of a
   folder that goes with it. */
#ifndef TESTS_OPEN_LIBRARY_H
#define TESTS_OPEN_LIBRARY_H

#include <unistd.h>

#include "library/library.h"

struct shelf {
	struct arena a;
	struct diags d;
	char folder[32];
	struct library *lib;
};

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

/* The folder goes, with all briefs of it. */
__attribute__((unused)) static void
shelf_close(struct shelf *s)
{
	for (size_t i = 0; i < library_count(s->lib); i++)
		(void)unlink(library_at(s->lib, i)->path);
	(void)rmdir(s->folder);
	library_close(s->lib);
	arena_free(&s->a);
}

#endif
