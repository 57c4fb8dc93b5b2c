/*
 * library/pile.h -- the cards of briefs in memory, with a list per word and field.
 *
 * Documents are numbered from 0 in the order they are added.
 */
#ifndef LIBRARY_PILE_H
#define LIBRARY_PILE_H

#include "library/card.h"

/* One form in one document: how often, by the weights of the field. */
struct post {
	uint32_t doc, times;
};

struct posts {
	struct post *at;
	size_t n, room;
};

struct pile {
	struct arena a;
	struct forms forms;
	VEC(struct card) cards;
	struct form_lists {
		struct posts field[FIELD_COUNT];
	} * lists; /* by form */
	size_t lists_n, lists_room;
	uint64_t length; /* words of all */
};

void pile_open(struct pile *p); /* `p` stays where it is */
void pile_add(struct pile *p, const struct brief *b);

#endif
