/*
 * digest/topics.h -- what the article is about: at most six phrases, as it writes them.
 */
#ifndef DIGEST_TOPICS_H
#define DIGEST_TOPICS_H

#include "brief/brief.h"
#include "digest/reading.h"

/* Fills out->topics, best first; empty for very short texts. */
void topics_find(struct arena *a, const struct reading *r, struct brief *out);

#endif
