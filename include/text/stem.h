/*
 * text/stem.h -- words cut to their stems (Snowball), and the words that say nothing.
 *
 * A stemmer holds a third-party object: stemmer_free() it.
 */
#ifndef TEXT_STEM_H
#define TEXT_STEM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct stemmer;

/* `language` is a BCP 47 tag; unknown ones get English.  Never NULL. */
struct stemmer *stemmer_new(struct str language);
void stemmer_free(struct stemmer *s);

/* The stem of a word, folded (utf8_fold) first; in the arena. */
struct str stem_of(struct stemmer *s, struct arena *a, struct str word);

/*
 * The languages in which the word, whose token_hash() it is, is a function word: a bit for
 * each in the order en, de, fr, es, it, nl, pt; 0 for most words.
 */
unsigned word_stops(struct str lower_case_word, uint32_t hash);

/* The function words of the language are known; of none at all they are English. */
bool stops_are_known(struct str language);

/* A function word of the language ("the", "and"): carries no topic. */
bool word_is_stop(struct str lower_case_word, uint32_t hash, struct str language);

#endif
