/*
 * library/ask.h -- between answering a query and finding its lines.
 */
#ifndef LIBRARY_ASK_H
#define LIBRARY_ASK_H

#include "library/forms.h"
#include "library/library.h"

/* What a hit's line should hold: the wanted texts of a query, each one or more words. */
struct sought {
	struct word_test *at; /* word after word */
	size_t n;
};
struct soughts {
	struct sought *at;
	size_t n, room;
	bool dated; /* an event is asked for */
	long from, to;
};

/* The line that matched and its marks, for the hits from the first on, `n` of them. */
void find_lines(struct library *lib, const struct soughts *s, struct hits *hits, size_t n,
    struct arena *a);

#endif
