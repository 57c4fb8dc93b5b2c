/*
 * brief/record.h -- a brief as it goes through a pipe (base/wire.h).
 *
 * The rows of the field table say what is written, so a record holds all that a file can.
 * What comes out of record_take() is a brief that a file written by hand might hold:
 * valid UTF-8, numbers from 0, words of their lists, extra keys that are whole lines.
 * What its texts say is checked by nobody: a record may be hostile, like a file.
 */
#ifndef BRIEF_RECORD_H
#define BRIEF_RECORD_H

#include "base/wire.h"
#include "brief/brief.h"

void record_put(struct buf *out, const struct brief *b);

/* NULL when the bytes cannot be a record; else a brief in `a` that borrows from them. */
struct brief *record_take(struct arena *a, struct wire *w);

#endif
