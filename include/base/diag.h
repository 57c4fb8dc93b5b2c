/*
 * base/diag.h -- what is wrong with the world, said once and in one form.
 *
 * A bug is an assert; the end is die(); everything else is a diagnostic.  The
 * pure rooms collect them here, the room `cmd` prints them, so that no library
 * code writes to a stream.  Every id stands in base/messages.h, and in the
 * manual, which is made from the same rows.
 *
 *   FILE:LINE:COL: level: text [ID]
 *
 * Grammar: what went wrong first, lower case, the subject in single quotes, no
 * full stop, then what to do.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/messages.h"
#include "base/str.h"

enum level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };
extern const char *const level_names[]; /* "note", … */

#define MESSAGE_ENUM(id, level, help) SAY_##id,
enum message { MESSAGES(MESSAGE_ENUM) MESSAGE_COUNT };
#undef MESSAGE_ENUM

/* Where: a file name and, where known, a line, a byte column and the line's text. */
struct place {
	struct str file;
	int line;        /* from 1; 0 is unknown */
	int col;         /* bytes from 1; 0 is unknown */
	struct str text; /* the whole line, for the caret; may be empty */
};

struct diag {
	enum message id;
	struct place at;
	struct str text;
};

/* Whoever tells all that is wrong with a file ends here: each place costs a walk from the start
   of the file. */
enum { FINDINGS_MOST = 100 };

/* A list in order of arrival; all strings are copied into `a`. */
struct diags {
	struct arena *a;
	struct diag *at;
	size_t n, room;
	enum level worst; /* LEVEL_NOTE when empty */
};

void say(struct diags *d, enum message id, struct place at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* All of `from`, whose arena lives as long as that of `d`. */
void say_again(struct diags *d, const struct diags *from);

enum level message_level(enum message id);
const char *message_id(enum message id);   /* "NO_DATE" */
const char *message_help(enum message id); /* one line for the manual */

/* The place of a byte offset in a text: line and column from 1 and the line. */
struct place place_in(struct str file, struct str text, size_t offset);
size_t place_byte(struct str text, struct place at); /* and back */

#endif
