/*
 * cmd/call.h -- one run of the program: what was asked for, and the ways out.
 *
 * A command reads `args` and `value`, appends what it has to say to `out` and
 * returns its exit status.  The rim does the rest: call_flush() writes `out` to
 * where it belongs, call_tell() prints the diagnostics.  Exactly these two write.
 */
#ifndef CMD_CALL_H
#define CMD_CALL_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "cmd/rows.h"

struct library;
struct state;

/* Exit statuses: done; nothing found, or findings; usage or trouble; a hand edit would be lost
   and nothing was written. */
enum { EXIT_DONE = 0, EXIT_NOTHING = 1, EXIT_TROUBLE = 2, EXIT_EDITED = 3 };

struct call {
	struct arena *a; /* lives as long as the program */
	struct diags *d;
	size_t told;                   /* so many of them are printed */
	struct map told_lines;         /* diag_once() */
	const struct command *command; /* NULL: none was named */
	const char **args;
	size_t arg_count;
	const char *value[OPTION_COUNT]; /* NULL: not given; a flag's is "" */
	bool terminal;                   /* a person reads: no --output, and a terminal */
	bool glance;   /* the library may be shown before it has an index */
	bool verbatim; /* `out` holds a file's text as it is: made safe for a terminal */
	struct buf out;
	int pager; /* descriptor of its standard input, or -1 */
	long pager_process;
	bool closed; /* the output's reader has gone, or writing failed: write no more */
	bool lost;   /* writing failed: the status is EXIT_TROUBLE */
	struct library *library; /* opened on demand: call_library() */
	struct state *state;     /* the same: call_state() */
	struct map *marks;       /* the same: call_marks() */
	bool config_told;        /* what is wrong in config.yaml was said */
};

/* Reads the command line into `c`; false when it cannot be understood (said to c->d). */
bool call_parse(struct call *c, int argc, char **argv);

/* A number given as an option, or `otherwise`; false (said) when it is none or below `least`. */
bool call_number(struct call *c, enum option_id o, long least, long otherwise, long *out);

/* Says that the command line is wrong, and how; always EXIT_TROUBLE. */
int call_usage(struct call *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Writes out what `out` holds and empties it.  False when it could not be written (said,
   but for a closed pipe).  With --output nothing is written before the end. */
bool call_flush(struct call *c);
bool call_flow(struct call *c); /* the same when there is much of it */

/* The end of writing: the last flush, or --output; waits for the pager. */
void call_finish(struct call *c);

/* The pager with its arguments: $NUTGRAF_PAGER, $PAGER, "less -FIRX". */
const char *call_pager_name(bool stay);

/* Starts the pager for what follows, when a terminal reads it. */
void call_page(struct call *c);

/* Prints the diagnostics that came since the last time to the standard error. */
void call_tell(struct call *c);

/* "\r123 of 1000" on a terminal's standard error, when it takes long since `started`
   (clock_ticks()). */
void call_progress(size_t i, size_t n, long started);

/* One diagnostic: "FILE:LINE:COL: level: text [ID]". */
void diag_put(struct buf *out, const struct diag *g);

/* The same, but for what was put by this before: a broken brief is met when the library is
   opened, and again when it is shown or checked. */
void diag_once(struct call *c, struct buf *out, const struct diag *g);

/* The help of one command, or of the program (NULL); EXIT_DONE. */
int call_help(struct call *c, const struct command *command);

/* A line that begins at column `at` and on a terminal goes on there. */
void help_text(struct call *c, int at, struct str text);

/* What a query may hold; the last row is all NULL. */
struct query_row {
	const char *form, *mdoc, *help;
};
extern const struct query_row help_queries[];

/* The whole of nutgraf.1, as mdoc. */
void help_manual(struct call *c);

/* The name nearest to a mistyped one, or NULL when none is near. */
const char *nearest_command(const char *typed);
const char *nearest_option(const char *typed, unsigned in);

#endif
