/* Which brief is of the same source: by what was read, by its address, by title and day. */
#include "library/shelf.h"
#include "library/store.h"
#include "text/stem.h"

/* Sites name one address on many pages, so the title or the day must agree as well. */
bool
library_same_source(const struct brief *was, const struct brief *b)
{
	const bool day = b->source.published.n != 0 &&
			 str_eq(was->source.published, b->source.published);
	const bool title = str_eq(was->title, b->title) || str_eq(was->id, b->id);

	if (b->source.sha256.n != 0 && str_eq(was->source.sha256, b->source.sha256))
		return true;
	if (was->source.url.n != 0 || b->source.url.n != 0)
		return str_eq(url_bare(was->source.url), url_bare(b->source.url)) &&
		       (day || title);
	return day && title && str_eq(was->source.name, b->source.name);
}

static bool
is_twin(const struct book *k, const struct brief *b)
{
	const struct brief was = { .id = k->entry.id,
		.title = k->entry.title,
		.source = { .name = k->entry.source,
		    .url = k->url,
		    .published = k->entry.published } };

	return library_same_source(&was, b);
}

/* In an index those with its address or title are asked, in the order of the library. */
static size_t
twin_in_store(const struct library *lib, const struct brief *b)
{
	struct arena scratch = ARENA_INIT;
	struct stemmer *en = stemmer_new(STR("en"));
	const enum link_key by = b->source.url.n != 0 ? KEY_URL : KEY_TITLE;
	const struct link what = { .url = b->source.url, .title = b->title };
	struct str keys[KEY_COUNT];
	struct ids places;
	size_t best = SIZE_MAX;

	link_keys(&scratch, en, &what, keys);
	places = store_places(lib->store, &scratch, hash_bytes(keys[by]));
	for (size_t i = 0; i < places.n && keys[by].n != 0; i++)
		if (places.at[i] < best && is_twin(shelf_book(lib, places.at[i]), b))
			best = places.at[i];
	stemmer_free(en);
	arena_free(&scratch);
	return best;
}

size_t
library_twin(const struct library *lib, const struct brief *b)
{
	size_t twin = library_input(lib, b->source.sha256), from = 0;

	if (twin == SIZE_MAX && lib->store != NULL) {
		twin = twin_in_store(lib, b);
		from = lib->store->n; /* and those that were put since */
	}
	for (size_t i = from; twin == SIZE_MAX && i < lib->n; i++)
		if (is_twin(shelf_book(lib, i), b))
			return i;
	return twin;
}
