/* A standfirst that shares no words with the article is not its own: the slogan of the site, a
   word for the page.  Words are compared by their first letters, as languages bend the rest. */
#include <string.h>

#include "article/html.h"

enum {
	WORDS = 64,
	LEAST = 4, /* words, of which one may be there by chance */
	LETTERS = 4,
	STEM = 5,
	FEW_BYTES = 800, /* of an article that says too little to tell */
	LOOK_BYTES = 1 << 17,
	SHORT_BYTES = 30
};

struct stems {
	uint32_t hash[WORDS];
	bool found[WORDS];
	size_t n;
};

/* The next word at or after `*i`, by its beginning; 0 at the end. */
static uint32_t
next_stem(struct str s, size_t *i)
{
	while (*i < s.n) {
		size_t from = *i;
		uint32_t hash = 2166136261u;

		while (from < s.n && !byte_is_word(s.p[from]))
			from++;
		*i = from;
		for (; *i < s.n && byte_is_word(s.p[*i]); (*i)++)
			if (*i - from < STEM)
				hash = (hash ^ (unsigned char)byte_lower(s.p[*i])) *
				       16777619u;
		if (*i - from >= LETTERS)
			return hash | 1;
	}
	return 0;
}

static void
stems_find(struct stems *stems, struct str text)
{
	size_t i = 0;

	for (uint32_t hash = next_stem(text, &i); hash != 0; hash = next_stem(text, &i))
		for (size_t k = 0; k < stems->n; k++)
			stems->found[k] = stems->found[k] || stems->hash[k] == hash;
}

/* Whether fewer than a third of the words are the article's. */
static bool
is_foreign(const struct page *p, struct str title, struct str dek)
{
	struct stems stems = { .n = 0 };
	size_t i = 0, bytes = 0, found = 0;

	for (uint32_t hash = next_stem(dek, &i); hash != 0 && stems.n < WORDS;
	     hash = next_stem(dek, &i))
		stems.hash[stems.n++] = hash;
	stems_find(&stems, title);
	for (i = 0; i < p->blocks.n && bytes < LOOK_BYTES; i++)
		if (p->blocks.at[i].keep) {
			stems_find(&stems, p->blocks.at[i].text);
			bytes += p->blocks.at[i].text.n;
		}
	for (i = 0; i < stems.n; i++)
		found += stems.found[i];
	return stems.n >= LEAST && bytes >= FEW_BYTES && found * 10 <= stems.n * 3;
}

void
html_dek(const struct page *p, struct article *out)
{
	if ((out->dek.n < SHORT_BYTES && line_words(out->dek) < 3) ||
	    is_foreign(p, out->title, out->dek))
		out->dek = STR_NIL;
}
