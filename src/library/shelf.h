/*
 * library/shelf.h -- what the files of this room share: the handle and its parts.
 *
 * Three layers, each made when first asked for: the shelf (what a list shows, from
 * the head of every file), the titles (which stated link means which brief), and
 * the index (the words and names of all briefs; see index.h).
 */
#ifndef LIBRARY_SHELF_H
#define LIBRARY_SHELF_H

#include "base/map.h"
#include "library/library.h"

struct index;

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
};

/* The brief that a stated link means: by id, address, then title; or SIZE_MAX. */
size_t shelf_resolve(struct library *lib, const struct link *link, struct arena *scratch);

#endif
