/*
 * cmd/intake.h -- from a file named on the command line to briefs: the way in.
 */
#ifndef CMD_INTAKE_H
#define CMD_INTAKE_H

#include "brief/brief.h"
#include "cmd/call.h"

enum { INPUT_MOST = 32 << 20 }; /* bytes of an article */

struct intake {
	const char *path;
	const struct briefs *briefs;
	struct str made_by; /* of the briefs; empty for what was a brief already */
};
typedef bool intake_begin(struct call *c);
typedef int intake_each(
    struct call *c, const struct intake *in, struct arena *a, void *state);

/* Reads all inputs of the command line in order, with --recursive the files of folders.
   `begin` (or NULL) runs when the sandbox stands: what takes memory is done there; false
   ends it.  `each` gets the briefs of one input, which live until it returns, or none (n is
   0) when it failed, which was said.  The exit status: 2 when an input failed, else the worst
   that `each` gave. */
int intake_all(struct call *c, intake_begin *begin, intake_each *each, void *state);

#endif
