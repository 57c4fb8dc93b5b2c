/*
 * shell/shell.h -- the interactive reader.
 *
 * One direction only: key -> command -> state -> frame.  Commands never paint,
 * painting takes the state as const.  The terminal is one file; the same reader
 * runs headless from a script of keys for tests.
 */
#ifndef SHELL_SHELL_H
#define SHELL_SHELL_H

#include <stdbool.h>

#include "base/diag.h"
#include "library/library.h"
#include "library/state.h"
#include "render/theme.h"

struct yaml;
struct keymap;

struct shell_options {
	struct library *library;
	bool unchecked; /* so it was opened: looked at after the first frame */
	bool samples;   /* it is nobody's own */
	size_t open;    /* brief to start with, or SIZE_MAX: the list */
	const struct theme *theme;
	const struct keymap *keys;          /* NULL: the usual ones */
	struct state *state;                /* marks and places, or NULL: none are kept */
	struct str (*now)(struct arena *a); /* the rim's clock, with `state` */
	struct str today;                   /* EDTF of the rim's clock */
	bool ascii;                         /* nothing outside of ASCII on the screen */
	int settled_fd;     /* for tests: a byte when a frame is out and no key waits; -1:
			     what NUTGRAF_SETTLED_FD says, if it is set */
	const char *editor; /* $VISUAL, $EDITOR, or vi */
	const char *pager, *shell; /* $PAGER; $SHELL, for the commands a person types */
};

/* Runs on the terminal until the person leaves; the exit status. */
int shell_run(const struct shell_options *o, struct diags *d);

/*
 * The usual keys with those of the map `own` in their place: by the name of an action a key
 * or a list of keys, "next-brief: n", "open: [<Enter>, o]".  Whoever had such a key in the
 * same view loses it; in a line being typed letters stay letters.  What means nothing is
 * said, with its place in the file `name` of `bytes`, and left out.
 */
const struct keymap *shell_keymap(struct arena *a, const struct yaml *own,
    struct str name, struct str bytes, struct diags *d);

/*
 * The i-th command of the reader as help and the manual list it: its keys, its name for
 * `:`, its group and the views it works in; false after the last.
 */
struct shell_key_row {
	struct str keys, name, group, views, help;
};
bool shell_key_row(struct arena *a, size_t i, struct shell_key_row *out);

#endif
