/*
 * Snowball behind a small cache: news repeats its words, and a look-up costs a
 * tenth of a stemming.  The cache belongs to the stemmer; a newcomer takes the
 * place of the word that had its slot.  Who stems few words never pays for it.
 */
#include "text/stem.h"

#include <libstemmer.h>
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
	struct arena mem;                    /* holds the stemmer itself */
	struct sb_stemmer *snowball, *bytes; /* the other is for English words of ASCII */
	struct slot *slots;                  /* NULL for the first FEW words */
	unsigned words;
	bool english;
};

enum { STOP_MOST = 16 }; /* fixed width: nothing to relocate at start */
#include "tables/stop.h"

/* A function word under its hash: its row in one of the lists, and all that have it. */
struct stop_slot {
	uint16_t hash; /* the upper half */
	uint16_t row;
	uint8_t list, languages;
};
#include "tables/stop_slots.h"

/* The first row serves languages that have none. */
static const struct language {
	const char *tag, *algorithm;
	const char (*stop)[STOP_MOST];
} languages[] = {
	{ "en", "english", stop_en },
	{ "de", "german", stop_de },
	{ "fr", "french", stop_fr },
	{ "es", "spanish", stop_es },
	{ "it", "italian", stop_it },
	{ "nl", "dutch", stop_nl },
	{ "pt", "portuguese", stop_pt },
	{ "ar", "arabic", NULL },
	{ "ca", "catalan", NULL },
	{ "da", "danish", NULL },
	{ "el", "greek", NULL },
	{ "eu", "basque", NULL },
	{ "fi", "finnish", NULL },
	{ "ga", "irish", NULL },
	{ "hi", "hindi", NULL },
	{ "hu", "hungarian", NULL },
	{ "hy", "armenian", NULL },
	{ "id", "indonesian", NULL },
	{ "lt", "lithuanian", NULL },
	{ "nb", "norwegian", NULL },
	{ "nn", "norwegian", NULL },
	{ "no", "norwegian", NULL },
	{ "ro", "romanian", NULL },
	{ "ru", "russian", NULL },
	{ "sr", "serbian", NULL },
	{ "sv", "swedish", NULL },
	{ "ta", "tamil", NULL },
	{ "tr", "turkish", NULL },
	{ "yi", "yiddish", NULL },
};

enum { STOP_LISTS = 7 }; /* the first rows */

/* NULL: none of ours. */
static const struct language *
known_language(struct str tag)
{
	if (tag.n < 2 || (tag.n > 2 && tag.p[2] != '-' && tag.p[2] != '_'))
		return NULL;
	for (size_t i = 0; i < LEN(languages); i++) {
		if ((tag.p[0] | 0x20) == languages[i].tag[0] &&
		    (tag.p[1] | 0x20) == languages[i].tag[1])
			return &languages[i];
	}
	return NULL;
}

static const struct language *
language_of(struct str tag)
{
	const struct language *l = known_language(tag);

	return l != NULL ? l : &languages[0];
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
	s->english = language_of(language) == &languages[0];
	s->bytes = s->english ? sb_stemmer_new("english", "ISO_8859_1") : NULL;
	return s;
}

void
stemmer_free(struct stemmer *s)
{
	struct arena mem = s->mem;

	sb_stemmer_delete(s->snowball);
	sb_stemmer_delete(s->bytes);
	arena_free(&mem);
}

/* The stem, borrowed from Snowball until its next call. */
static struct str
stem_folded(struct sb_stemmer *snowball, struct str word)
{
	const sb_symbol *got;

	got = sb_stemmer_stem(snowball, (const sb_symbol *)word.p, (int)word.n);
	if (got == NULL)
		die("out of memory: no stem");
	return (struct str){ (const char *)got, (size_t)sb_stemmer_length(snowball) };
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
		if ((unsigned char)word.p[i] >= 0x80)
			return false;
		out[i] = byte_lower(word.p[i]);
	}
	return true;
}

/* Nothing that the English stemmer takes off or changes ends like the word. */
static bool
ends_like_no_rule(const char *w, size_t n)
{
	const char before = w[n - 2], third = w[n - 3];

	switch (w[n - 1]) {
	case 'c': /* ic */
		return before != 'i';
	case 'd': /* ed */
		return before != 'e';
	case 'g': /* ing */
		return before != 'n' || third != 'i';
	case 'l': /* al, ful, ll */
		return before != 'a' && before != 'l' && (before != 'u' || third != 'f');
	case 'm': /* ism */
		return before != 's' || third != 'i';
	case 'n': /* ion */
		return before != 'o' || third != 'i';
	case 'r': /* er, ator */
		return before != 'e' && (before != 'o' || third != 't');
	case 't': /* ant, ent, ist */
		return (before != 'n' && before != 's') ||
		       (third != 'a' && third != 'e' && third != 'i');
	case 'y':
		return before == 'a' || before == 'e' || before == 'o' || before == 'u';
	case 'e':
	case 'i':
	case 's':
		return false;
	default:
		return w[n - 1] >= 'a' && w[n - 1] <= 'z';
	}
}

/*
 * Half the words need little of the English stemmer, which costs as much as all the rest of
 * a look-up (snowballstem.org/algorithms/english/stemmer.html): a plural's s is dropped, a y
 * behind a consonant becomes i, and no more rules fit.  False for all others.
 */
static bool
stem_plainly(char *w, size_t *n)
{
	const char before = *n < 4 ? '\0' : w[*n - 2];

	if (before == '\0' || w[0] == '\'')
		return false;
	if (w[*n - 1] == 'y' && strchr("bdfhkmnprsv", before) != NULL) {
		w[*n - 1] = 'i';
		return true;
	}
	if (w[*n - 1] == 's' && strchr("bcdfghklmnprt", before) != NULL) { /* no "news" */
		w[*n - 1] = '\0';
		if (strpbrk(w, "aeiou") == NULL || !ends_like_no_rule(w, *n - 1)) {
			w[*n - 1] = 's';
			return false;
		}
		--*n;
		return true;
	}
	return ends_like_no_rule(w, *n);
}

/* `lower`: the word, or NULL where it is no ASCII. */
static struct str
stem_afresh(struct stemmer *s, struct arena *a, struct str word, const char *lower)
{
	if (lower != NULL)
		return stem_folded(s->bytes != NULL ? s->bytes : s->snowball,
		    (struct str){ lower, word.n });
	return stem_folded(s->snowball, utf8_fold(a, straighten(a, word)));
}

struct str
stem_of(struct stemmer *s, struct arena *a, struct str word)
{
	uint32_t hash;
	struct slot *slot;
	struct str stem;
	size_t n = word.n;
	char room[LONGEST], *lower;

	if (word.n > LONGEST)
		return utf8_fold(a, word);
	lower = lower_ascii(word, room) ? room : NULL;
	if (lower != NULL && s->english && stem_plainly(lower, &n))
		return str_dup(a, (struct str){ lower, n });
	if (s->slots == NULL) {
		if (++s->words < FEW)
			return str_dup(a, stem_afresh(s, a, word, lower));
		s->slots = arena_many(&s->mem, struct slot, SLOTS);
	}
	hash = token_hash(word);
	slot = &s->slots[hash % SLOTS];
	if (slot->hash == hash && str_eq(word, (struct str){ slot->word, slot->word_n }))
		return str_dup(a, (struct str){ slot->stem, slot->stem_n });
	stem = stem_afresh(s, a, word, lower);
	if (word.n <= MOST && stem.n <= MOST) {
		*slot = (struct slot){
			.hash = hash, .word_n = (uint8_t)word.n, .stem_n = (uint8_t)stem.n
		};
		memcpy(slot->word, word.p, word.n);
		memcpy(slot->stem, stem.p, stem.n);
	}
	return str_dup(a, stem);
}

/* The same bytes, but for the kind of apostrophe. */
static bool
is_spelt(struct str w, const char row[STOP_MOST])
{
	size_t n = 0;

	for (size_t i = 0; i < w.n; n++) {
		if (row[n] == '\0')
			return false;
		if (row[n] == w.p[i])
			i++;
		else if (row[n] == '\'' && str_starts(str_cut(w, i, w.n), STR("’")))
			i += strlen("’");
		else
			return false;
	}
	return row[n] == '\0';
}

unsigned
word_stops(struct str lower_case_word, uint32_t hash)
{
	const struct str w = lower_case_word;

	for (size_t i = hash % LEN(stop_slots); stop_slots[i].languages != 0;
	     i = (i + 1) % LEN(stop_slots)) {
		const struct stop_slot *s = &stop_slots[i];

		if (s->hash == hash >> 16 && is_spelt(w, languages[s->list].stop[s->row]))
			return s->languages;
	}
	return 0;
}

bool
stops_are_known(struct str language)
{
	const struct language *l = known_language(language);

	return language.n == 0 || (l != NULL && l - languages < STOP_LISTS);
}

bool
word_is_stop(struct str lower_case_word, uint32_t hash, struct str language)
{
	const size_t k = (size_t)(language_of(language) - languages);

	return k < STOP_LISTS && (word_stops(lower_case_word, hash) >> k & 1) != 0;
}
