/*
 * digest/gazetteer.h -- what is known of a name or a word beforehand.
 *
 * The table is made from tables/gazetteer.txt; the case of ASCII letters does not count.
 */
#ifndef DIGEST_GAZETTEER_H
#define DIGEST_GAZETTEER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum name_kind {
	NAME_COUNTRY = 1,
	NAME_DEMONYM = 2, /* Japanese, Muslims, Republicans: who, not where */
	NAME_CITY = 4,
	NAME_REGION = 8,  /* states, continents, seas */
	NAME_AGENCY = 16, /* an organisation by its full name */
	NAME_FIRST = 32,  /* a given name */
	NAME_SURNAME = 64,
	NAME_TITLE = 128,      /* stands before a person: President, captain */
	NAME_ORGWORD = 256,    /* part of organisations' names: Bank, Inc */
	NAME_PLACEWORD = 512,  /* part of places' names: River, Airport */
	NAME_EVENTWORD = 1024, /* part of what is none of these: Cup, Treaty */
	NAME_CALENDAR = 2048,
	NAME_COMMON = 4096 /* a common word that starts sentences and headlines */
};

enum {
	NAME_ANY_PLACE = NAME_COUNTRY | NAME_CITY | NAME_REGION,
	NAME_WORDS = 4 /* the longest entry looked for, in tokens */
};

/* The kinds of a word or a phrase; 0 for most. */
uint16_t gazetteer_kinds(struct str name);

/* The same by its hash, which is token_hash() for what holds no typographic apostrophe. */
uint16_t gazetteer_kinds_of(struct str name, uint32_t hash);

/* False: no entry of several words begins like this one. */
bool gazetteer_begins(struct str word);

/* Of the prefixes of these lengths the last one that is known: its number
   and kinds, or `n`. */
size_t gazetteer_longest(
    struct str text, const size_t *lengths, size_t n, uint16_t *kinds);

#endif
