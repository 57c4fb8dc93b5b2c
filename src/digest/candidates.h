/*
 * digest/candidates.h -- the sentences a summary is chosen from, and what they hang on.
 *
 * The features of the candidates are left to features.c; both look at sentences in the
 * ways below.
 */
#ifndef DIGEST_CANDIDATES_H
#define DIGEST_CANDIDATES_H

#include "digest/summary.h"

/* All whole sentences of the article in text order, without features. */
struct candidates candidates_find(struct arena *a, const struct reading *r);

bool topic_word(const struct reading *r, size_t token);    /* no mark, no stop word */
bool personal_word(const struct reading *r, size_t token); /* I, we, you; not "US" */
/* The byte so many bytes before the sentence's last one. */
bool sentence_byte(
    const struct reading *r, const struct passage *p, size_t from_end, char c);

/* Quotation marks that open or close and have no partner in the sentence. */
bool marks_half(const struct marks *m);

#endif
