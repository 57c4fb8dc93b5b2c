/*
 * library/shelf.h -- what the files of this room share: the handle and its parts.
 *
 * Layers, each made when first asked for: the shelf (what a list shows, from the head
 * of every file), the titles (which stated link means which brief), the pile (cards
 * for searching; see pile.h) and the index (for relating; see index.h).
 */
#ifndef LIBRARY_SHELF_H
#define LIBRARY_SHELF_H

#include "base/map.h"
#include "library/library.h"

struct index;
struct pile;

struct book {
	struct entry entry;
	struct str url, sha256;
	long day; /* the first day of `published`; LONG_MIN when undated */
};

struct library {
	struct arena a;
	const char *folder;
	struct book *at;
	size_t n, room;
	struct map ids, inputs; /* to index + 1 */
	struct map names;       /* urls and titles in plain form, to index + 1 */
	bool named;             /* `names` is filled */
	struct index *index;    /* NULL until needed */
	struct pile *pile;      /* NULL until needed */
};

/* The cards of all briefs, made at the first call; document i is book i. */
struct pile *pile_of(struct library *lib);

/* What they hold besides their place in the library's arena. */
void pile_close(struct pile *p);
void index_close(struct index *x);

/* The brief that a stated link means: by id, address, then title; or SIZE_MAX. */
size_t shelf_resolve(struct library *lib, const struct link *link, struct arena *scratch);

#endif
