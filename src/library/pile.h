/*
 * library/pile.h -- the cards of briefs in memory, with a list per word and field.
 *
 * Documents are numbered from 0 in the order they are added.
 */
#ifndef LIBRARY_PILE_H
#define LIBRARY_PILE_H

#include "library/lists.h"

struct pile {
	struct arena a;
	struct forms forms;
	struct lists lists;
	VEC(struct card) cards;
};

void pile_open(struct pile *p); /* `p` stays where it is */
void pile_add(struct pile *p, const struct brief *b);
void pile_add_packed(struct pile *p, struct str card); /* as card_pack() wrote it */

#endif
