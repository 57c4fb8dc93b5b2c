/*
 * base/child.h -- a process that reads hostile bytes and can do nothing else.
 *
 * It is forked before it has seen any, gives up what it may do in four layers, and then
 * takes requests and answers them until the parent is done with it or a request kills it;
 * the next request gets a new one.  Its answers are as hostile as what it read: see
 * base/wire.h.  Nothing but its memory and its end of one socket is left to it.
 */
#ifndef BASE_CHILD_H
#define BASE_CHILD_H

#include <stdbool.h>

#include "base/buf.h"

/* Layers, as bits: no new privileges; limits of memory, time and files (setrlimit(2));
   no path and no port (landlock(7) without a rule); an allow-list of system calls
   (seccomp(2)). */
enum child_layer {
	CHILD_PRIVILEGES = 1,
	CHILD_LIMITS = 2,
	CHILD_LANDLOCK = 4,
	CHILD_SECCOMP = 8,
	CHILD_ALL = 15
};

/* What the child does; `prepare` (or NULL) runs in it before the layers are put on. */
struct child_task {
	void (*prepare)(void *state);
	void (*serve)(
	    void *state, struct arena *a, struct str request, struct buf *answer);
	void *state;
};

struct child {
	struct child_task task;
	long process; /* 0: none now */
	int fd;
	unsigned layers; /* of the running one; CHILD_UNKNOWN until it has said */
};
enum { CHILD_UNKNOWN = 16 };

/* What one request may take. */
struct child_limits {
	unsigned seconds; /* of CPU time */
	size_t memory;    /* bytes of address space */
	size_t answer;    /* bytes */
};

/* ... and what it may take where this process itself may not have as much. */
struct child_limits child_granted(struct child_limits asked);

enum child_end {
	CHILD_ANSWERED,
	CHILD_TIME,   /* too long, or it stopped answering */
	CHILD_MEMORY, /* it said that it had no more */
	CHILD_BROKE,  /* a signal, an exit, an answer that is too long */
	CHILD_NONE    /* no process could be made */
};

/* Nothing is forked yet when this returns false. */
bool child_start(struct child *c, struct child_task task);

/* The layers that hold; waits for the child to be ready.  0 when it is not there. */
unsigned child_layers(struct child *c);

/* The parts, one after the other, are one request.  The answer lies in `a`. */
enum child_end child_ask(struct child *c, const struct str *parts, size_t n,
    const struct child_limits *most, struct arena *a, struct str *answer);

void child_stop(struct child *c);

/* For a process that is to run another program on hostile bytes: no new privileges, and by
   Landlock no file is written, made or removed and no port is used.  What holds. */
unsigned child_only_read(void);

#endif
