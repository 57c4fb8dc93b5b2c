/*
 * digest/words.h -- small classes of English function words, one look-up a spelling.
 */
#ifndef DIGEST_WORDS_H
#define DIGEST_WORDS_H

#include <stdint.h>

#include "base/str.h"
#include "digest/tables/lists.h"

enum word_class {
	WORD_THIRD = 1,          /* he, she, they, it and their forms */
	WORD_PERSONAL = 2,       /* I, we, you and their forms */
	WORD_THIS = 4,           /* this, these, such: points back */
	WORD_CONNECTIVE = 8,     /* but, however: hangs on the sentence before */
	WORD_SAYS = 16,          /* said, told, according: someone speaks */
	WORD_CALL = 32,          /* click, subscribe: speaks to the reader */
	WORD_AGENT = 64,         /* he, she, they, himself: a person to be known */
	WORD_PREPOSITION = 128,  /* in, at, of: before a name */
	WORD_SPORT = 256,        /* match, innings: a report of sport */
	WORD_LIGHT = 512,        /* year, people, make: no topic by itself */
	WORD_BEFORE_VERB = 1024, /* to, will, they: a verb follows */
	WORD_POINTS = 2048,      /* same, others, both: of things told before */
	WORD_SELLS = 4096,       /* affiliate, commission: of what earns the page money */
	WORD_CREDITS = 8192,     /* contributed, rights: may begin who made the page */
	WORD_PICTURE = 16384     /* photo, gallery: perhaps what is beside a picture */
};

/* Function words: never a name or a part of one. */
enum {
	WORD_FUNCTION = WORD_THIRD | WORD_PERSONAL | WORD_THIS | WORD_CONNECTIVE |
			WORD_PREPOSITION | WORD_BEFORE_VERB
};

/* Without "'s", if it ends so. */
struct str word_bare(struct str word);

/* The classes of a word in any case, by its token_hash(); 0 for most. */
uint16_t word_classes(struct str word, uint32_t hash);

#define WORD_LIST_ENUM(id, words) LIST_##id,
enum word_list { WORD_LISTS(WORD_LIST_ENUM) WORD_LIST_COUNT };
#undef WORD_LIST_ENUM

_Static_assert(WORD_LIST_COUNT <= 64, "lists are a set of bits");
#define LISTED(list) (UINT64_C(1) << LIST_##list)

/* The lists a word is in, likewise. */
uint64_t word_lists(struct str word, uint32_t hash);

#endif
