/*
 * digest/language.h -- which language a text is in, by its function words.
 */
#ifndef DIGEST_LANGUAGE_H
#define DIGEST_LANGUAGE_H

#include "text/word.h"

/* A BCP 47 tag, or "" where no language has enough of its function words. */
struct str language_of(const struct tokens *t);

/* German, French or Spanish: what stands around a name is read by its own words. */
bool language_is_abroad(struct str language);

#endif
