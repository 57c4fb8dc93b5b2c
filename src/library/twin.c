/* Which brief is of the same source: by what was read, by its address, by title and day. */
#include "library/shelf.h"

/* Without scheme, "www.", fragment and a slash at the end. */
static struct str
bare(struct str url)
{
	const size_t scheme = str_find(url, STR("://"), 0);

	if (scheme != STR_NONE)
		url = str_cut(url, scheme + 3, url.n);
	if (str_starts(url, STR("www.")))
		url = str_cut(url, 4, url.n);
	url = str_cut(url, 0, str_find(url, STR("#"), 0));
	return str_ends(url, STR("/")) ? str_cut(url, 0, url.n - 1) : url;
}

/* Sites name one address on many pages, so the title or the day must agree as well. */
static bool
is_twin(const struct book *k, const struct brief *b)
{
	const bool day =
	    b->source.published.n != 0 && str_eq(k->entry.published, b->source.published);
	const bool title = str_eq(k->entry.title, b->title) || str_eq(k->entry.id, b->id);

	if (k->url.n != 0 || b->source.url.n != 0)
		return str_eq(bare(k->url), bare(b->source.url)) && (day || title);
	return day && title && str_eq(k->entry.source, b->source.name);
}

size_t
library_twin(const struct library *lib, const struct brief *b)
{
	const size_t same = library_input(lib, b->source.sha256);

	for (size_t i = 0; same == SIZE_MAX && i < lib->n; i++)
		if (is_twin(&lib->at[i], b))
			return i;
	return same;
}
