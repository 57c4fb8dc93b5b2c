/*
 * base/wire.h -- numbers, strings and messages as bytes for a pipe between two processes
 * of one program; what comes out is taken as hostile.
 *
 * A reader that meets what cannot be becomes `bad` and gives zeros and empty strings from
 * then on, so that its user looks once, at the end.  Strings borrow from the bytes.
 */
#ifndef BASE_WIRE_H
#define BASE_WIRE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/diag.h"

void wire_number(struct buf *out, size_t n); /* below 2^32 */
void wire_str(struct buf *out, struct str s);

struct wire {
	struct str rest;
	bool bad;
};

size_t wire_take_number(struct wire *w, size_t most); /* bad when above */
struct str wire_take_str(struct wire *w);

/* A count of items of at least so many bytes each: bad when they cannot be there. */
size_t wire_take_count(struct wire *w, size_t least_bytes);

/* The messages from the nth on; taken, all are about `file`. */
void wire_diags(struct buf *out, const struct diags *d, size_t from);
void wire_take_diags(struct wire *w, struct str file, struct diags *d);

#endif
