/*
 * library/index.h -- the words and names of all briefs, in memory, made once on demand.
 *
 * Two spaces of the same shape: words (stems of title, standfirst, body) and names
 * (people, organisations, places, acronyms, as they are spelt).  A document is a
 * sparse vector in each, sorted by term and of length 1; an inverted list per term
 * gives the documents that hold it.  Everything is deterministic: documents and
 * terms are numbered in the order of the library.
 */
#ifndef LIBRARY_INDEX_H
#define LIBRARY_INDEX_H

#include "base/map.h"
#include "base/vec.h"
#include "library/library.h"
#include "text/stem.h"

struct term {
	struct str text;
	uint32_t df; /* documents that hold it */
	bool stop;   /* says nothing about what a text is about */
	double idf;
};

/* One term in one document. */
struct weight {
	uint32_t term;
	uint32_t
	    form; /* words: the first spelling there; names: which name of the brief */
	uint32_t count;   /* times, for the search */
	float full, lead; /* of the whole text and of its beginning */
};

struct vector {
	struct weight *at;
	size_t n, room;
};

struct posting {
	uint32_t doc, count;
	float full, lead;
};

struct space {
	struct map ids; /* text to term + 1 */
	VEC(struct term) terms;
	VEC(uint32_t) place; /* of a term in the vector being filled, + 1; else 0 */
	uint32_t *from;      /* term t has postings[from[t] .. from[t + 1]) */
	size_t listed;       /* terms that have a list; those met later have none */
	struct posting *postings;
};

/* A spelling: its stem's term, made once. */
struct form {
	struct str text;
	uint32_t term;
};

/* The forms met in one language. */
struct tongue {
	struct str language;
	struct stemmer *stemmer;
	struct map forms; /* spelling to index into `forms` + 1 */
};

struct document {
	struct vector words, names;
	size_t words_n;     /* tokens */
	struct link *links; /* stated ones */
	size_t link_count;
	VEC(uint32_t) backlinks; /* documents that name this one */
};

struct index {
	struct arena a;
	struct space words, names;
	VEC(struct form) forms;
	VEC(struct tongue) tongues;
	struct document *at;
	size_t n;
	double words_mean; /* tokens a document */
	double *score;     /* n numbers, all 0 between calls */
};

/* The index of the library, made at the first call. */
struct index *index_of(struct library *lib);

/* A brief's vectors in the terms of the index, new ones added; `out` lives in `a`. */
void index_read(
    struct index *x, struct arena *a, const struct brief *b, struct document *out);

/* Length 1, sorted by term. */
void vector_weigh(const struct space *s, struct vector *v);

/* The spelling's number in its language. */
uint32_t index_form(struct index *x, struct str language, struct str spelling);

#endif
