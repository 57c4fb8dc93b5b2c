/*
 * cmd/sandbox.h -- where hostile bytes are read: in a child of base/child.h.
 *
 * --sandbox=auto (a layer that is missing is told once and the rest hold; without any
 * child the work is done here), require (then nothing is read), off (no child).
 */
#ifndef CMD_SANDBOX_H
#define CMD_SANDBOX_H

#include "base/child.h"
#include "cmd/call.h"

struct sandbox {
	struct call *call;
	struct child child;
	struct child_task task;
	bool off, required, told;
};

/* Forks at once: to be called before anything big or hostile is in memory.  False (said)
   for a bad --sandbox, or when a layer that is required is not there. */
bool sandbox_open(struct sandbox *s, struct call *c, struct child_task task);

/* The task's answer to `head` with `bytes` behind it.  False (said, with the name of the
   file) when it took too much or broke; the next question is answered all the same. */
bool sandbox_ask(struct sandbox *s, struct str head, struct str bytes, struct str file,
    struct arena *a, struct str *answer);

/* Ends the child.  A question after that is asked of a new one: also for when the state of the
   task has changed. */
void sandbox_close(struct sandbox *s);

/* "Landlock, seccomp", what of CHILD_ALL is not in `layers`. */
struct str sandbox_missing(struct arena *a, unsigned layers);

#endif
