/*
 * cmd/world.h -- the clock, the environment, the folders: all that is not an argument.
 *
 * No other room asks for them, but that the shell and the sandbox know their terminal and
 * their time limits.
 */
#ifndef CMD_WORLD_H
#define CMD_WORLD_H

#include "base/map.h"
#include "cmd/call.h"
#include "render/print.h"

/* The value of a variable that is set and not empty, or NULL. */
const char *world_env(const char *name);

/* "2026-01-02T03:04:05Z": NUTGRAF_NOW when it is set, else the clock, in UTC. */
struct str clock_now(struct arena *a);
struct str clock_today(struct arena *a); /* "2026-01-02", in UTC */

/* Milliseconds of a clock that only goes forward. */
long clock_ticks(void);

/* The library's folder.  `to_write`: never the sample library, and it need not exist yet.
   NULL (said) when there is no home to put it in. */
const char *world_library(struct call *c, bool to_write);

/* The folder of the samples, with the schema; whether it is what is read. */
const char *world_samples(struct arena *a);
bool world_sampled(struct call *c);

/* The folder for indexes, which need not exist; NULL when there is no home. */
const char *world_cache(struct call *c);

/* Opens c->library once, and completes what a crash left undone in it; false (said) when it
   cannot be read. */
bool call_library(struct call *c);

/* The database of marks and places, or NULL: there is no home. */
const char *world_state(struct call *c);

/* c->state, opened once for the library that is shown.  What cannot be kept is said, and lasts
   until the end of the run. */
struct state *call_state(struct call *c);

/* --undo: the newest change of the library's journal is taken back, and told. */
int call_undo(struct call *c);

/* The marks of the library's briefs by id, read once; empty where nothing was ever marked. */
const struct map *call_marks(struct call *c);

/* Columns for what is printed; 0: no wrapping asked for.  False (said): no number. */
bool world_width(struct call *c, long *cols);

/* How escapes are written: *look is filled and given back, or NULL for plain text; false
   (said) for a bad --color or --theme. */
bool world_look(struct call *c, struct print_look *look, const struct print_look **out);

/* The theme asked for, or "auto"; false (said) when there is no such theme. */
bool world_theme(struct call *c, struct theme *out);

/* Text that is read by a person must stay within ASCII: --ascii, or a locale that names another
   set than UTF-8.  Formats for programs are UTF-8 always. */
bool world_ascii(const struct call *c);

/* $VISUAL, $EDITOR, or "vi". */
const char *world_editor(void);
const char *world_shell(void); /* $SHELL, or "/bin/sh" */

#endif
