/*
 * library/state_file.h -- the database behind a state: opened, changed, given up.
 *
 * What the other files of the state do is either a reading, after which state_check()
 * looks for trouble, or a piece of work inside state_change().
 */
#ifndef LIBRARY_STATE_FILE_H
#define LIBRARY_STATE_FILE_H

#include "library/sql.h"
#include "library/state.h"

struct state {
	struct arena a; /* of the paths, and of this */
	struct sql sql;
	const char *path, *library; /* path NULL: memory only */
	long number;                /* of the library in the database; 0: not yet there */
	uint64_t inode;             /* of the file that was opened */
	uint64_t device, folder;    /* where the library lies: its numbers on the disk */
	bool entered;               /* its row says so */
	long seen;                  /* data_version at state_changed() */
	bool lasts, moved, own;     /* own: this program changed something */
	struct diags *d;
};

/* One transaction, made again on whatever takes the place of a database that failed.
   False: `work` said so without trouble, or (said) it could not be written. */
typedef bool state_work(struct state *s, void *arg);
bool state_change(struct state *s, state_work *work, void *arg);

/* The library's number for a reading; another program may have entered it meanwhile. */
long state_number(struct state *s);

/* After a reading: gives the database up if it failed.  True: nothing was wrong. */
bool state_check(struct state *s);

/* Copies what can be read of another database of states; it is not touched.  Rows. */
size_t state_salvage(struct sql *q, const char *path);

/* Inside a change: the number of a new one in the journal, and its old end cut off. */
long state_next_step(struct state *s);
bool state_trim(struct state *s);

#endif
