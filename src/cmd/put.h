/*
 * cmd/put.h -- a fresh conversion put into a file of the library that is there already.
 *
 * What a person changed stays (brief/merge.h) and is told; where that cannot be done the
 * file is left as it is and the fresh brief lies beside it, with ".new" behind its name.
 */
#ifndef CMD_PUT_H
#define CMD_PUT_H

#include "brief/brief.h"
#include "cmd/call.h"

enum put_status { PUT_NEW, PUT_SAME, PUT_REFRESHED, PUT_KEPT, PUT_FAILED };

struct put {
	struct str made_by; /* set by the caller: of the fresh brief; empty: as it is */
	enum put_status status;
	struct str id;
	struct strs refreshed, kept; /* keys */
	const char *beside;          /* the ".new" file, or NULL */
};

/* With --dry-run nothing is written.  The exit status: EXIT_EDITED when it was refused. */
int put_merged(struct call *c, const char *path, struct str id, struct brief *fresh,
    struct arena *a, struct put *out);

/* The file is left alone, because of `why`; always EXIT_EDITED. */
int put_beside(struct call *c, const char *path, struct brief *fresh, const char *why,
    struct arena *a, struct put *out);

/* What became of the input `file`: a JSON line, a line of a dry run, or the id. */
void put_tell(struct call *c, const char *file, const struct put *p);

/* The worse of two exit statuses: trouble, then a refused edit, then nothing found. */
int put_worse(int status, int other);

#endif
