/*
 * digest/topic_form.h -- what a word may be to topics by its spelling alone.
 */
#ifndef DIGEST_TOPIC_FORM_H
#define DIGEST_TOPIC_FORM_H

#include "base/str.h"

/* It ends so, with at least three bytes before that. */
static inline bool
topic_ending(struct str word, const char *ending)
{
	return word.n > str_of(ending).n + 2 && str_ends(word, str_of(ending));
}

bool topic_is_german(struct str language);
bool topic_is_romance(struct str language); /* French or Spanish */

/* A word that is no stop word and has no digit may be a part of a topic: no name, no verb, no
   adverb.  In German it is to have a capital, or to stand where topic_word() looks. */
bool topic_form(struct str word, bool capital, uint16_t classes, struct str language);

#endif
