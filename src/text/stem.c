/*
 * Snowball behind a small cache: news repeats its words, and a look-up costs a
 * tenth of a stemming.  The cache belongs to the stemmer; a newcomer takes the
 * place of the word that had its slot.
 */
#include "text/stem.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "text/utf8.h"
#include "text/word.h"

enum { SLOTS = 4096, MOST = 28, LONGEST = 256 };

/* Words and stems over MOST bytes are not kept, words over LONGEST not stemmed. */
struct slot {
	uint32_t hash;
	uint8_t word_n, stem_n;
	char word[MOST], stem[MOST];
};

struct stemmer {
	struct arena mem; /* holds the stemmer itself */
	struct sb_stemmer *snowball;
	struct slot *slots;
};

enum { STOP_MOST = 16 }; /* fixed width: nothing to relocate at start */
#include "tables/stop.h"

/* The first row serves languages that have none. */
static const struct language {
	const char *tag, *algorithm;
	const char (*stop)[STOP_MOST];
	size_t stop_n;
} languages[] = {
	{ "en", "english", stop_en, LEN(stop_en) },
	{ "de", "german", stop_de, LEN(stop_de) },
	{ "fr", "french", stop_fr, LEN(stop_fr) },
	{ "es", "spanish", stop_es, LEN(stop_es) },
	{ "it", "italian", stop_it, LEN(stop_it) },
	{ "nl", "dutch", stop_nl, LEN(stop_nl) },
	{ "pt", "portuguese", stop_pt, LEN(stop_pt) },
	{ "ar", "arabic", NULL, 0 },
	{ "ca", "catalan", NULL, 0 },
	{ "da", "danish", NULL, 0 },
	{ "el", "greek", NULL, 0 },
	{ "eu", "basque", NULL, 0 },
	{ "fi", "finnish", NULL, 0 },
	{ "ga", "irish", NULL, 0 },
	{ "hi", "hindi", NULL, 0 },
	{ "hu", "hungarian", NULL, 0 },
	{ "hy", "armenian", NULL, 0 },
	{ "id", "indonesian", NULL, 0 },
	{ "lt", "lithuanian", NULL, 0 },
	{ "nb", "norwegian", NULL, 0 },
	{ "nn", "norwegian", NULL, 0 },
	{ "no", "norwegian", NULL, 0 },
	{ "ro", "romanian", NULL, 0 },
	{ "ru", "russian", NULL, 0 },
	{ "sr", "serbian", NULL, 0 },
	{ "sv", "swedish", NULL, 0 },
	{ "ta", "tamil", NULL, 0 },
	{ "tr", "turkish", NULL, 0 },
	{ "yi", "yiddish", NULL, 0 },
};

static const struct language *
language_of(struct str tag)
{
	const struct str primary = str_cut(tag, 0, 2);

	if (tag.n < 2 || (tag.n > 2 && tag.p[2] != '-' && tag.p[2] != '_'))
		return &languages[0];
	for (size_t i = 0; i < LEN(languages); i++) {
		if (str_eq_nocase(primary, str_of(languages[i].tag)))
			return &languages[i];
	}
	return &languages[0];
}

struct stemmer *
stemmer_new(struct str language)
{
	struct arena mem = ARENA_INIT;
	struct stemmer *s = arena_new(&mem, struct stemmer);

	s->snowball = sb_stemmer_new(language_of(language)->algorithm, NULL);
	if (s->snowball == NULL)
		s->snowball = sb_stemmer_new("english", NULL);
	if (s->snowball == NULL)
		die("out of memory: no stemmer");
	s->slots = arena_many(&mem, struct slot, SLOTS);
	s->mem = mem;
	return s;
}

void
stemmer_free(struct stemmer *s)
{
	struct arena mem = s->mem;

	sb_stemmer_delete(s->snowball);
	arena_free(&mem);
}

/* The stem, borrowed from Snowball until its next call. */
static struct str
stem_folded(struct stemmer *s, struct str word)
{
	const sb_symbol *got;

	got = sb_stemmer_stem(s->snowball, (const sb_symbol *)word.p, (int)word.n);
	if (got == NULL)
		die("out of memory: no stem");
	return (struct str){ (const char *)got, (size_t)sb_stemmer_length(s->snowball) };
}

/* `word` with ’ as ', which is how Snowball and the tables spell it. */
static struct str
straighten(struct arena *a, struct str word)
{
	static const char curly[] = "\xe2\x80\x99";
	char *p;
	size_t n = 0;

	if (str_find(word, str_of(curly), 0) == STR_NONE)
		return word;
	p = arena_alloc(a, word.n);
	for (size_t i = 0; i < word.n; n++) {
		const bool hit = str_starts(str_cut(word, i, word.n), str_of(curly));

		p[n] = word.p[i];
		if (hit)
			p[n] = '\'';
		i += hit ? 3 : 1;
	}
	return (struct str){ p, n };
}

struct str
stem_of(struct stemmer *s, struct arena *a, struct str word)
{
	const uint32_t hash = token_hash(word);
	struct slot *slot = &s->slots[hash % SLOTS];
	struct str stem;

	if (word.n > LONGEST)
		return utf8_fold(a, word);
	if (slot->hash == hash && str_eq(word, (struct str){ slot->word, slot->word_n }))
		return str_dup(a, (struct str){ slot->stem, slot->stem_n });
	stem = stem_folded(s, utf8_fold(a, straighten(a, word)));
	if (word.n <= MOST && stem.n <= MOST) {
		*slot = (struct slot){
			.hash = hash, .word_n = (uint8_t)word.n, .stem_n = (uint8_t)stem.n
		};
		memcpy(slot->word, word.p, word.n);
		memcpy(slot->stem, stem.p, stem.n);
	}
	return str_dup(a, stem);
}

static int
compare_stop(const void *word, const void *row)
{
	return memcmp(word, row, STOP_MOST);
}

bool
word_is_stop(struct str lower_case_word, struct str language)
{
	const struct language *l = language_of(language);
	char key[STOP_MOST] = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < lower_case_word.n; n++) {
		const struct str rest = str_cut(lower_case_word, i, lower_case_word.n);
		const bool curly = str_starts(rest, STR("\xe2\x80\x99"));

		if (n == STOP_MOST - 1)
			return false;
		key[n] = rest.p[0];
		if (curly)
			key[n] = '\'';
		i += curly ? 3 : 1;
	}
	return n != 0 && l->stop_n != 0 &&
	       bsearch(key, l->stop, l->stop_n, STOP_MOST, compare_stop) != NULL;
}
