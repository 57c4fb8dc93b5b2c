/* Which brief a stated link means: its id, its address, its title, then a title that is close. */
#include "library/shelf.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

enum { CLOSE_BYTES = 10 }; /* a shorter key says too little */

/* Keys of the three kinds never meet in the one map: each begins with its own byte. */
enum key_kind { KEY_URL = 'u', KEY_TITLE = 't', KEY_CLOSE = 'c' };

/* Without scheme, "www.", fragment and a slash at the end. */
static struct str
url_key(struct arena *a, struct str url)
{
	struct buf b = buf_new(a);
	const size_t scheme = str_find(url, STR("://"), 0);
	struct str rest = scheme == STR_NONE ? url : str_cut(url, scheme + 3, url.n);

	if (str_starts(rest, STR("www.")))
		rest = str_cut(rest, 4, rest.n);
	rest = str_split(&rest, '#');
	if (str_ends(rest, STR("/")))
		rest.n--;
	buf_byte(&b, KEY_URL);
	buf_str(&b, rest);
	return b.n == 1 ? STR_NIL : buf_view(&b);
}

/* The letters and digits of the title, folded. */
static struct str
title_key(struct arena *a, struct str title)
{
	const struct str folded = utf8_fold(a, title);
	const struct tokens t = tokens_of(a, folded);
	struct buf b = buf_new(a);

	buf_byte(&b, KEY_TITLE);
	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind != TOKEN_PUNCT)
			buf_str(&b, token_text(&t, i));
	return b.n == 1 ? STR_NIL : buf_view(&b);
}

/* The stems of its telling words: "The Cyber-Security Skills Gap", "Cybersecurity skills gaps". */
static struct str
close_key(struct arena *a, struct stemmer *stemmer, struct str title)
{
	const struct tokens t = tokens_of(a, title);
	struct buf b = buf_new(a);

	buf_byte(&b, KEY_CLOSE);
	for (size_t i = 0; i < t.n; i++) {
		const struct str word = token_text(&t, i);

		if (t.at[i].kind != TOKEN_PUNCT &&
		    !word_is_stop(utf8_lower(a, word), STR("en")))
			buf_str(&b, stem_of(stemmer, a, word));
	}
	return b.n < CLOSE_BYTES ? STR_NIL : buf_view(&b);
}

static void
claim(struct library *lib, struct str key, size_t i)
{
	uint32_t *v = key.n == 0 ? NULL : map_at(&lib->names, key);

	if (v != NULL && *v == 0)
		*v = (uint32_t)i + 1;
}

static void
name_all(struct library *lib)
{
	struct stemmer *stemmer = stemmer_new(STR("en"));

	for (size_t i = 0; i < lib->n; i++) {
		claim(lib, url_key(&lib->a, lib->at[i].url), i);
		claim(lib, title_key(&lib->a, lib->at[i].entry.title), i);
		claim(lib, close_key(&lib->a, stemmer, lib->at[i].entry.title), i);
	}
	stemmer_free(stemmer);
	lib->named = true;
}

static size_t
named(const struct library *lib, struct str key)
{
	const uint32_t *v = key.n == 0 ? NULL : map_get(&lib->names, key);

	return v == NULL ? SIZE_MAX : *v - 1;
}

size_t
shelf_resolve(struct library *lib, const struct link *link, struct arena *scratch)
{
	size_t i = library_id(lib, link->id);
	struct stemmer *stemmer;

	if (i != SIZE_MAX)
		return i;
	if (!lib->named)
		name_all(lib);
	i = named(lib, url_key(scratch, link->url));
	if (i == SIZE_MAX)
		i = named(lib, title_key(scratch, link->title));
	if (i != SIZE_MAX)
		return i;
	stemmer = stemmer_new(STR("en"));
	i = named(lib, close_key(scratch, stemmer, link->title));
	stemmer_free(stemmer);
	return i;
}
