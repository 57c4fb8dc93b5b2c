/*
 * library/leaf.h -- one thing a query asks for, looked up: in the store's lists and in the
 * pile of what is in none of them.
 *
 * Documents have slots: those of the store's lists first, then those of the pile.
 */
#ifndef LIBRARY_LEAF_H
#define LIBRARY_LEAF_H

#include "library/pile.h"
#include "library/shelf.h"
#include "library/store.h"

struct leaves {
	struct library *lib;
	struct pile *pile;
	struct store *store; /* or NULL */
	struct arena *a;     /* scratch */
	size_t n, main_n;    /* slots; of these in the store's lists */
	size_t living;
	double mean;     /* words of a living document */
	uint32_t *times; /* of the leaf at hand, by slot; all 0 between leaves */
};

struct leaves leaves_of(struct library *lib, struct arena *a);

/* The place of a slot in the library, or SIZE_MAX. */
size_t leaf_place(const struct leaves *l, size_t slot);
size_t leaf_slot(const struct leaves *l, size_t place);
uint32_t leaf_length(const struct leaves *l, size_t slot);

/* How often the words of the node stand there, one after the other: into `times`. */
void leaf_words(struct leaves *l, const struct query_node *q);

/* Sets score[slot] to 0 for what has an event that may lie in the days, or a wanted link. */
void leaf_events(struct leaves *l, const struct query_node *q, double *score);
void leaf_wanted(struct leaves *l, const struct query_node *q, double *score);

#endif
