/*
 * library/sync.h -- bringing an index up to the folder.
 */
#ifndef LIBRARY_SYNC_H
#define LIBRARY_SYNC_H

#include "library/crew.h"

/* Files beside what the index says of them, in the order of their names. */
struct census {
	struct job *jobs; /* files to read; of a stretch of the folder all */
	size_t n, room;
	size_t todo; /* files to read */
	struct gone {
		struct str name;
		uint32_t slot;
	} * gone;
	size_t gone_n, gone_room;
};

/* Going through the folder and the index (NULL: there is none) in stretches. */
struct known {
	struct str name;
	uint32_t slot;
	struct file_stat stat;
};
struct march {
	struct library *lib;
	struct store *s;
	const struct strs *names; /* of all files */
	size_t at;                /* of these */
	sqlite3_stmt *row;
	struct known known; /* the row at hand, if there is `more` */
	bool more;
};
void march_begin(
    struct march *m, struct library *lib, struct store *s, const struct strs *names);

/* The next `most` files, and what is gone between them; in `a`. */
void march_on(struct march *m, size_t most, struct arena *a, struct census *out);

/* What changed in the folder since the index was made.  With more than `most` files to
   read only their number is right.  False when the index cannot be read. */
bool census_take(struct library *lib, struct store *s, const struct strs *names,
    size_t most, struct arena *a, struct census *out);

/* The same of one file. */
bool census_one(struct library *lib, struct store *s, struct str name, struct arena *a,
    struct census *c);

/*
 * A new index of these files at `path`, what did not change taken from `old` (or NULL); in
 * memory when it cannot be written (said once, and not tried again).  Gives an open and loaded store in the arena of
 * the library.
 */
struct store *index_build(
    struct library *lib, const char *path, struct store *old, const struct strs *names);

/* Waits while another program makes an index in the cache, for a minute at most; false:
   none did. */
bool index_wait(const struct library *lib);

/* What a program that was killed while it made an index left in the cache goes. */
void index_sweep(const struct library *lib);

/* Puts the changes into the index; false when it cannot be written or is damaged. */
bool index_grow(struct store *s, struct census *c);

/* Troubles of a job, said in their turn. */
void job_tell(struct library *lib, const struct job *j);

#endif
