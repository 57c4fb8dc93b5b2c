/* A large library without an index: its files by their names. */
#include "library/glance.h"

#include <stdlib.h>

#include "base/file.h"
#include "library/held.h"

struct glance {
	struct arena a;
	struct library *lib;
	struct strs names; /* sorted; the list shows the last one first */
};

void
glance_lay(struct library *lib, struct arena *a, const struct strs *names)
{
	struct glance *g = arena_new(a, struct glance);

	g->a = *a; /* it lies there itself */
	*a = (struct arena)ARENA_INIT;
	g->lib = lib;
	g->names = *names;
	lib->glance = g;
	lib->n = lib->room = g->names.n;
	lib->at = arena_many(&g->a, struct book *, lib->n + 1);
	lib->turn += 2;
}

struct book *
glance_book(const struct library *lib, size_t place)
{
	struct glance *g = lib->glance;
	const struct str name = g->names.at[g->names.n - 1 - place];
	struct arena *a = held_lend(g->lib, place), scratch = ARENA_INIT;
	struct diags unheard = { .a = &scratch };
	const char *path = path_join(a, lib->folder, name);
	const struct brief *head = shelf_peek(&scratch, path, &unheard);
	const struct brief named = { .id = str_cut(name, 0,
					 name.n - (str_ends(name, STR(".md")) ? 3 : 5)) };
	struct book *b = book_of(a, head != NULL ? head : &named, path);

	b->turn = lib->turn;
	arena_free(&scratch);
	return b;
}

size_t
glance_id(const struct library *lib, struct str id)
{
	struct arena scratch = ARENA_INIT;
	const struct glance *g = lib->glance;
	struct buf name = buf_new(&scratch);
	struct str key;
	const struct str *at;

	buf_str(&name, id);
	buf_text(&name, ".yaml");
	key = buf_view(&name);
	at = id.n == 0 || g->names.n == 0
		 ? NULL
		 : bsearch(&key, g->names.at, g->names.n, sizeof(key), str_order);
	arena_free(&scratch);
	return at == NULL ? SIZE_MAX : g->names.n - 1 - (size_t)(at - g->names.at);
}

size_t
glance_prefix(const struct library *lib, struct str start)
{
	const struct glance *g = lib->glance;
	size_t from = 0, to = g->names.n;

	while (from < to) {
		const size_t middle = from + (to - from) / 2;

		if (str_cmp(g->names.at[middle], start) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	if (start.n == 0 || from == g->names.n || !str_starts(g->names.at[from], start) ||
	    (from + 1 < g->names.n && str_starts(g->names.at[from + 1], start)))
		return SIZE_MAX;
	return g->names.n - 1 - from;
}

bool
library_glanced(const struct library *lib)
{
	return lib->glance != NULL;
}

void
glance_end(struct library *lib)
{
	struct arena a;

	if (lib->glance == NULL)
		return;
	held_call_in(lib);
	lib->at = NULL;
	lib->n = lib->room = 0;
	a = lib->glance->a; /* it lies there itself */
	lib->glance = NULL;
	arena_free(&a);
}
