/*
 * library/move.h -- one brief gets another id: the steps, and the note of them on the disk.
 */
#ifndef LIBRARY_MOVE_H
#define LIBRARY_MOVE_H

#include "library/state.h"

struct move {
	struct str id, to;    /* ids */
	struct str file, new; /* names of files in the folder */
	long undoes;          /* the change of the journal this takes back; 0: none */
};

/* The folder is locked by the caller.  False (said): nothing was done. */
bool move_run(const char *folder, const struct move *m, struct state *s, struct diags *d);

/* The name of a file with another stem: "to.yaml" for "old.yaml". */
struct str move_name(struct arena *a, struct str file, struct str to);

#endif
