/*
 * library/told.h -- what a brief tells, as far as it may be a reason to read another.
 */
#ifndef LIBRARY_TOLD_H
#define LIBRARY_TOLD_H

#include "library/common.h"
#include "library/kin.h"

struct told {
	struct str text;    /* without its credits */
	struct str credits; /* sentences about those who wrote it */
	struct str head;    /* what it is about: title, standfirst, topics, summary */
	struct map words;   /* as the text spells them: to form */
	struct map stems;   /* to how often */
	struct map heads;   /* stems of the head */
	size_t length;      /* in tokens */
	enum common_words known;
};
struct told told_of(struct arena *a, struct kin *k, const struct brief *b);

/* How often these words stand there, not as a part of longer ones. */
size_t words_times(struct str text, struct str words);

/* 0: only where it says who wrote it; a name that stands nowhere was spelt otherwise, 1. */
size_t told_times(const struct told *t, struct str name);

#endif
