/*
 * Which brief a stated link means: its id, its address, its title, the title it once had, then
 * a title that is close.
 */
#include "library/shelf.h"
#include "library/store.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

enum { CLOSE_BYTES = 10 }; /* a shorter key says too little */

/* Each kind begins with its own byte. */
static const char kind_signs[KEY_COUNT] = { 'i', 'u', 't', 's', 'c' };

static struct buf
begin(struct arena *a, enum link_key kind)
{
	struct buf b = buf_new(a);

	buf_byte(&b, kind_signs[kind]);
	return b;
}

static struct str
end(const struct buf *b, size_t least)
{
	return b->n <= least ? STR_NIL : buf_view(b);
}

struct str
url_bare(struct str url)
{
	const size_t scheme = str_find(url, STR("://"), 0);

	if (scheme != STR_NONE)
		url = str_cut(url, scheme + 3, url.n);
	if (str_starts(url, STR("www.")))
		url = str_cut(url, 4, url.n);
	url = str_cut(url, 0, str_find(url, STR("#"), 0));
	return str_ends(url, STR("/")) ? str_cut(url, 0, url.n - 1) : url;
}

static struct str
url_key(struct arena *a, struct str url)
{
	struct buf b = begin(a, KEY_URL);

	buf_str(&b, url_bare(url));
	return end(&b, 1);
}

/* The letters and digits of the title, folded. */
static struct str
title_key(struct arena *a, struct str title)
{
	const struct str folded = utf8_fold(a, title);
	const struct tokens t = tokens_of(a, folded);
	struct buf b = begin(a, KEY_TITLE);

	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind != TOKEN_PUNCT)
			buf_str(&b, token_text(&t, i));
	return end(&b, 1);
}

/* What a title may have or not and be the same.  Other words that tell little elsewhere make
   another title: "part one", "prices go up", "not for sale". */
static bool
is_joint(struct str lower)
{
	static const char *const joints[] = { "a", "an", "and", "at", "by", "for", "from",
		"in", "of", "on", "s", "the", "to", "with" };

	for (size_t i = 0; i < LEN(joints); i++)
		if (str_eq(lower, str_of(joints[i])))
			return true;
	return false;
}

/* The stems of its telling words: "The Cyber-Security Skills Gap", "Cybersecurity skills gaps". */
static struct str
close_key(struct arena *a, struct stemmer *stemmer, struct str title)
{
	const struct tokens t = tokens_of(a, title);
	struct buf b = begin(a, KEY_CLOSE);

	for (size_t i = 0; i < t.n; i++) {
		const struct str word = token_text(&t, i);

		if (t.at[i].kind != TOKEN_PUNCT && !is_joint(utf8_lower(a, word)))
			buf_str(&b, stem_of(stemmer, a, word));
	}
	return end(&b, CLOSE_BYTES - 1);
}

static struct str
plain_key(struct arena *a, enum link_key kind, struct str s)
{
	struct buf b = begin(a, kind);

	buf_str(&b, s);
	return end(&b, 1);
}

bool
is_mail(struct str url)
{
	return str_starts(url, STR("mid:"));
}

void
link_keys(
    struct arena *a, struct stemmer *en, const struct link *l, struct str out[KEY_COUNT])
{
	const struct str slug =
	    l->title.n == 0 ? STR_NIL : brief_make_id(a, l->title, STR_NIL);

	for (size_t k = 0; k < KEY_COUNT; k++)
		out[k] = STR_NIL;
	out[KEY_URL] = url_key(a, l->url);
	if (l->id.n == 0 && is_mail(l->url))
		return;
	out[KEY_ID] = plain_key(a, KEY_ID, l->id);
	out[KEY_TITLE] = title_key(a, l->title);
	out[KEY_SLUG] = plain_key(a, KEY_SLUG, slug);
	out[KEY_CLOSE] = close_key(a, en, l->title);
}

/* An id keeps the words of the title it was made of.  Where they are those of the title at
   hand, that one says more: a slug is cut. */
void
book_keys(
    struct arena *a, struct stemmer *en, const struct book *b, struct str out[KEY_COUNT])
{
	const struct link self = {
		.id = b->entry.id, .url = b->url, .title = b->entry.title
	};
	struct str slug;

	link_keys(a, en, &self, out);
	slug = plain_key(a, KEY_SLUG, brief_id_words(b->entry.id, b->entry.published));
	out[KEY_SLUG] = str_eq(slug, out[KEY_SLUG]) ? STR_NIL : slug;
}

static void
name_all(struct library *lib)
{
	struct stemmer *en = stemmer_new(STR("en"));

	for (size_t i = 0; i < lib->n; i++) {
		const struct book *b = shelf_book(lib, i);
		struct str keys[KEY_COUNT];

		book_keys(&lib->a, en, b, keys);
		for (size_t k = 0; k < KEY_COUNT; k++) {
			uint32_t *v =
			    keys[k].n == 0 ? NULL : map_at(&lib->names, keys[k]);

			if (v != NULL && *v == 0)
				*v = (uint32_t)i + 1;
		}
	}
	stemmer_free(en);
	lib->named = true;
}

static size_t
named(struct library *lib, struct str key)
{
	const uint32_t *v;

	if (key.n == 0)
		return SIZE_MAX;
	if (lib->store != NULL)
		return store_named(lib->store, hash_bytes(key));
	if (!lib->named)
		name_all(lib);
	v = map_get(&lib->names, key);
	return v == NULL ? SIZE_MAX : *v - 1;
}

size_t
shelf_resolve(struct library *lib, const struct link *link, struct arena *scratch)
{
	struct stemmer *en = stemmer_new(STR("en"));
	struct str keys[KEY_COUNT];
	size_t i = SIZE_MAX;

	link_keys(scratch, en, link, keys);
	for (size_t k = 0; k < KEY_COUNT && i == SIZE_MAX; k++)
		i = named(lib, keys[k]);
	stemmer_free(en);
	return i;
}
