/*
 * base/run.h -- other programs by their argv: no shell ever sees a name or an address.
 */
#ifndef BASE_RUN_H
#define BASE_RUN_H

#include "base/arena.h"
#include "base/str.h"

/* A word of an argv; execvp() wants it writable and changes nothing. */
char *run_word(struct arena *a, struct str s);

/* The words of a command, between blanks, then `last` as a path no program takes for an
   option, or nothing when it is empty; NULL ends them.  The first may be it. */
char **run_words(struct arena *a, struct str command, struct str last);

/* In the child: becomes the program, which is looked for in PATH; else ends with RUN_NOT_THERE. */
enum { RUN_NOT_THERE = 127 /* as a shell says it */ };
_Noreturn void run_become(char **argv);

/* Waits for a child through all signals.  Its exit status, or -1: it was ended. */
int run_wait(long process);

#endif
