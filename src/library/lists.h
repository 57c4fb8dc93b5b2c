/*
 * library/lists.h -- which documents hold a word, and how often.
 *
 * One list for each form and field, as bytes: for every document, in order, the step from
 * the last one (the first counts from -1) doubled, plus one when it holds the word more
 * than once; then that number less two.  Names have a field of their own.
 */
#ifndef LIBRARY_LISTS_H
#define LIBRARY_LISTS_H

#include "library/card.h"

enum { FIELD_NAME = FIELD_COUNT, LIST_FIELDS };

struct list_made {
	uint32_t form, field;
	uint32_t next, doc,
	    times; /* documents before `next` are written; one is pending */
	struct buf bytes;
};

struct lists {
	struct arena *a, *of_forms; /* of the lists; of the table below */
	VEC(struct list_made) at;
	struct list_index {
		uint32_t field[LIST_FIELDS]; /* into `at`, + 1 */
	} * by_form;
	size_t n, room; /* of by_form */
};

/* All words and names of a card; documents come in rising order. */
void lists_add(struct lists *l, const struct card *c, uint32_t doc);

/* The list of a form, finished; empty when there is none. */
struct str lists_get(struct lists *l, uint32_t form, uint32_t field);

/* No lists: then the memory of `a` may be freed. */
void lists_empty(struct lists *l);

/* Adds how often each document holds it: to times[base + document], where that is < n. */
void list_count(struct str list, uint32_t base, uint32_t *times, size_t n);

#endif
