/*
 * library/sync.h -- bringing an index up to the folder.
 */
#ifndef LIBRARY_SYNC_H
#define LIBRARY_SYNC_H

#include "library/crew.h"

/* The files as they are now; `changed`: the index does not say the same. */
struct census {
	struct job *jobs;
	size_t n, room;
	size_t todo; /* files to read */
	struct gone {
		struct str name;
		uint32_t slot;
	} * gone;
	size_t gone_n, gone_room;
};

/* Compares the folder with the index (NULL: there is none); false when it cannot be read. */
bool census_take(struct library *lib, struct store *s, const struct strs *names,
    struct arena *a, struct census *out);

/* The same of one file. */
bool census_one(struct library *lib, struct store *s, struct str name, struct arena *a,
    struct census *c);

/*
 * A new index of everything at `path`, what did not change taken from `old` (or NULL); in
 * memory when it cannot be written (said).  Gives an open and loaded store in the arena of
 * the library.
 */
struct store *index_build(
    struct library *lib, const char *path, struct store *old, struct census *c);

/* Puts the changes into the index; false when it cannot be written or is damaged. */
bool index_grow(struct store *s, struct census *c);

/* Troubles of a job, said in their turn. */
void job_tell(struct library *lib, const struct job *j);

#endif
