/* The articles that briefs name and the library does not have. */
#include <stdlib.h>

#include "library/held.h"
#include "library/leaf.h"
#include "text/utf8.h"

struct asking {
	struct arena *a;
	struct map known; /* title as it is compared, to index + 1 */
	struct wanted_list *out;
};

static void
want(struct asking *k, size_t place, struct str title, struct str url)
{
	const struct str shown = title.n != 0 ? title : url;
	uint32_t *at = map_at(&k->known, utf8_fold(k->a, shown));

	if (shown.n == 0)
		return;
	if (*at == 0) {
		*vec_push(k->a, k->out) =
		    (struct wanted){ str_dup(k->a, shown), 0, place };
		*at = (uint32_t)k->out->n;
	}
	k->out->at[*at - 1].times++;
	if (place < k->out->at[*at - 1].index)
		k->out->at[*at - 1].index = place;
}

static void
of_store(struct asking *k, struct store *s)
{
	sqlite3_stmt *row = store_ask(s, ASK_LINKS, "");

	while (store_next(s, row)) {
		const int64_t slot = store_int(row, 0);

		if (slot >= 0 && slot < s->slots && s->place[slot] != NOWHERE &&
		    store_linked(s, row, 1) == SIZE_MAX &&
		    !is_mail(store_blob(row, 1 + KEY_COUNT)))
			want(k, s->place[slot], store_blob(row, 1 + KEY_COUNT), STR_NIL);
	}
}

static void
of_pile(struct asking *k, struct library *lib, const struct leaves *l)
{
	for (size_t i = 0; i < l->n; i++)
		for (size_t n = 0; n < l->pile->cards.at[i].links.n; n++) {
			const struct link *link = &l->pile->cards.at[i].links.at[n];

			if (!is_mail(link->url) &&
			    shelf_resolve(lib, link, k->a) == SIZE_MAX)
				want(k, i, link->title, link->url);
		}
}

/* Most wanted first, then by title. */
static int
by_times(const void *pa, const void *pb)
{
	const struct wanted *a = pa, *b = pb;

	return a->times != b->times ? (a->times < b->times) - (a->times > b->times)
				    : str_cmp(a->title, b->title);
}

static struct wanted_list
ask(struct library *lib, struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	const struct leaves l = leaves_of(lib, &scratch);
	struct wanted_list out = { 0 };
	struct asking k = { a, map_new(a), &out };

	store_begin(l.store);
	if (l.store != NULL)
		of_store(&k, l.store);
	else
		of_pile(&k, lib, &l);
	store_end(l.store);
	if (out.n > 1)
		qsort(out.at, out.n, sizeof(*out.at), by_times);
	arena_free(&scratch);
	return out;
}

struct wanted_list
library_wanted(struct library *lib, struct arena *a)
{
	struct wanted_list out = { 0 };

	if (library_glanced(lib))
		return out;
	out = ask(lib, a);
	return held_mend(lib) ? ask(lib, a) : out;
}
