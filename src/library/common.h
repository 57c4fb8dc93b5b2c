/*
 * library/common.h -- what sharing a word or a name says at most, by English usage.
 *
 * A small library cannot tell: in it every word that only two briefs have looks rare.
 */
#ifndef LIBRARY_COMMON_H
#define LIBRARY_COMMON_H

#include "base/str.h"

/* In logarithms of rarity; 0: nothing. */
static const double common_most = 1.4, rare_most = 7;
double common_word(struct str stem, struct str language);

/* Very many articles have it: "Washington". */
bool common_name(struct str name);

/* A day, a month, a count or a currency, of languages whose usage is not known. */
bool common_measure(struct str word);

/* Of which words of the language it is known that they say nothing. */
enum common_words { COMMON_UNKNOWN, COMMON_FUNCTION_WORDS, COMMON_ALL };
enum common_words common_known(struct str language);

#endif
