/*
 * digest/topic_words.h -- which words topics are made of, by their number in r->tokens.
 */
#ifndef DIGEST_TOPIC_WORDS_H
#define DIGEST_TOPIC_WORDS_H

#include "digest/reading.h"

/* The word may be a part of a topic. */
bool topic_word(const struct reading *r, size_t i);

/* A topic may begin with it: not with the second half of "long-term", nor, in French and
   Spanish, with an adjective.  The sentence begins at `start`. */
bool topic_begins(const struct reading *r, size_t i, size_t start);

/* Behind "to", "will", "he" or a name, where a verb stands. */
bool topic_verb_place(const struct reading *r, size_t i, size_t start);

/* A noun may end here: what follows, before `end`, is no word of the same run. */
bool topic_ends(const struct reading *r, size_t i, size_t end);

#endif
