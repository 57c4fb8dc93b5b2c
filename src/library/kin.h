/*
 * library/kin.h -- how alike briefs are: weights of stems and names over the whole library.
 *
 * Stems and names have numbers: those of the store's forms, then those of the pile that the
 * store does not have.  A weight is (1 + log of how often) times log((n + 1) / (df + 0.5)).
 * Made at the first call; forgotten when the library changes.
 */
#ifndef LIBRARY_KIN_H
#define LIBRARY_KIN_H

#include "library/leaf.h"

/* One stem of a document, in vectors of length 1: of the whole text and of its beginning. */
struct weight {
	uint32_t number;
	float full, lead;
};

/* What is compared of a document. */
struct portrait {
	struct weight *words;
	size_t words_n;
	struct card_name *names; /* `form` is the number; each once, rising */
	size_t names_n;
	double names_length;
};

/* Which documents of a small library name a document. */
struct backs {
	uint32_t *at;
	size_t n, room;
};

/* Logarithms of what most counts are. */
enum { TIMES_KNOWN = 64, RARITIES_KNOWN = 4096 };

/* Portraits of the store's documents, for a story asks for the same ones again. */
struct gallery {
	struct arena a;
	uint32_t *of; /* by slot: 1 + index, or 0 */
	VEC(struct portrait) at;
};

struct kin {
	struct arena a;
	struct library *lib;
	struct pile *pile;
	struct store *store; /* or NULL */
	size_t main_forms, living;
	uint32_t *main_stem;   /* of the store's forms: number, and STEM_STOP */
	VEC(uint32_t) of_pile; /* of the pile's leading forms: number + 1, or 0 */
	VEC(uint32_t) df;      /* by number */
	VEC(uint32_t) last;    /* by number: the document counted last, + 1 */
	VEC(float) full;       /* by number; all 0 between calls */
	VEC(float) lead;
	VEC(uint32_t) met;   /* numbers of the card that is counted */
	struct backs *backs; /* by slot, of a library without a store */
	float *length;       /* by slot of the store: the root of 1 + words */
	double times[TIMES_KNOWN], rarity[RARITIES_KNOWN]; /* of so many */
	struct gallery gallery;
};

/* Once for each question. */
struct kin *kin_of(struct library *lib, const struct leaves *l);

/* Of a card in the forms of the pile, or of the store; in `a`. */
struct portrait kin_portrait(
    struct kin *k, struct arena *a, const struct card *c, bool in_store);

/* Of a main document of the store; what it points to is good until the next kin_of(). */
struct portrait kin_portrait_of(struct kin *k, uint32_t slot);

/* The number of a form of the pile. */
uint32_t kin_number(struct kin *k, uint32_t form);
double kin_rarity(const struct kin *k, uint32_t number);

/* How alike two texts are, 0..1. */
struct likeness {
	double score; /* by whole texts, beginnings and names */
	double
	    same; /* by whole texts alone: near 1 for the same story in another paper */
};
struct likeness kin_likeness(
    struct kin *k, const struct portrait *a, const struct portrait *b);

/*
 * What stands out: of `n` scores of a brief's candidates (they are sorted) some are high because
 * it is long, or because all that is written about such things has the same words.  What the
 * few nearest leave behind them is that level; a text is near when it is well above.
 */
double kin_floor(double *scores, size_t n);

#endif
