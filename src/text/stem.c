/*
 * Snowball behind a small cache: news repeats its words, and a look-up costs a
 * tenth of a stemming.  The cache belongs to the stemmer; a newcomer takes the
 * place of the word that had its slot.  Who stems few words never pays for it.
 */
#include "text/stem.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "text/utf8.h"
#include "text/word.h"

enum { SLOTS = 4096, MOST = 28, LONGEST = 256, FEW = 1000 };

/* Words and stems over MOST bytes are not kept, words over LONGEST not stemmed. */
struct slot {
	uint32_t hash;
	uint8_t word_n, stem_n;
	char word[MOST], stem[MOST];
};

struct stemmer {
	struct arena mem; /* holds the stemmer itself */
	struct sb_stemmer *snowball;
	struct slot *slots; /* NULL for the first FEW words */
	unsigned words;
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
	if (tag.n < 2 || (tag.n > 2 && tag.p[2] != '-' && tag.p[2] != '_'))
		return &languages[0];
	for (size_t i = 0; i < LEN(languages); i++) {
		if ((tag.p[0] | 0x20) == languages[i].tag[0] &&
		    (tag.p[1] | 0x20) == languages[i].tag[1])
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

/* A word of ASCII in small letters, in `out`; false when it is none. */
static bool
lower_ascii(struct str word, char out[LONGEST])
{
	for (size_t i = 0; i < word.n; i++) {
		const char c = word.p[i];

		if ((unsigned char)c >= 0x80)
			return false;
		out[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	return true;
}

static struct str
stem_afresh(struct stemmer *s, struct arena *a, struct str word)
{
	char lower[LONGEST];

	if (lower_ascii(word, lower))
		return stem_folded(s, (struct str){ lower, word.n });
	return stem_folded(s, utf8_fold(a, straighten(a, word)));
}

struct str
stem_of(struct stemmer *s, struct arena *a, struct str word)
{
	uint32_t hash;
	struct slot *slot;
	struct str stem;

	if (word.n > LONGEST)
		return utf8_fold(a, word);
	if (s->slots == NULL) {
		if (++s->words < FEW)
			return str_dup(a, stem_afresh(s, a, word));
		s->slots = arena_many(&s->mem, struct slot, SLOTS);
	}
	hash = token_hash(word);
	slot = &s->slots[hash % SLOTS];
	if (slot->hash == hash && str_eq(word, (struct str){ slot->word, slot->word_n }))
		return str_dup(a, (struct str){ slot->stem, slot->stem_n });
	stem = stem_afresh(s, a, word);
	if (word.n <= MOST && stem.n <= MOST) {
		*slot = (struct slot){
			.hash = hash, .word_n = (uint8_t)word.n, .stem_n = (uint8_t)stem.n
		};
		memcpy(slot->word, word.p, word.n);
		memcpy(slot->stem, stem.p, stem.n);
	}
	return str_dup(a, stem);
}

/* Eight bytes as a number that sorts as they do; written so that it is one load. */
static uint64_t
big_endian(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint64_t)p[0] << 56 | (uint64_t)p[1] << 48 | (uint64_t)p[2] << 40 |
	       (uint64_t)p[3] << 32 | (uint64_t)p[4] << 24 | (uint64_t)p[5] << 16 |
	       (uint64_t)p[6] << 8 | (uint64_t)p[7];
}

static bool
has_stop(const struct language *l, const char key[STOP_MOST])
{
	const uint64_t head = big_endian(key), tail = big_endian(key + 8);
	size_t from = 0, to = l->stop_n;

	while (from < to) {
		const size_t mid = from + (to - from) / 2;
		const uint64_t h = big_endian(l->stop[mid]);

		if (h < head || (h == head && big_endian(l->stop[mid] + 8) < tail))
			from = mid + 1;
		else
			to = mid;
	}
	return from < l->stop_n && memcmp(key, l->stop[from], STOP_MOST) == 0;
}

bool
word_is_stop(struct str lower_case_word, struct str language)
{
	const struct str w = lower_case_word;
	char key[STOP_MOST] = { 0 };
	size_t n = 0;

	if (w.n == 0 || w.n > STOP_MOST + 1) /* a curly apostrophe is three bytes */
		return false;
	for (size_t i = 0; i < w.n; n++) {
		const bool curly = w.p[i] == '\xe2' &&
				   str_starts(str_cut(w, i, w.n), STR("\xe2\x80\x99"));

		if (n == STOP_MOST - 1)
			return false;
		key[n] = curly ? '\'' : w.p[i];
		i += curly ? 3 : 1;
	}
	return has_stop(language_of(language), key);
}
