/*
 * library/bytes.h -- numbers and texts as bytes, for what the index keeps.
 *
 * Numbers are little-endian base 128 (LEB128), texts a number and their bytes.  Taking
 * never reads past the end: what is not there is 0 or empty.
 */
#ifndef LIBRARY_BYTES_H
#define LIBRARY_BYTES_H

#include <stdint.h>

#include "base/buf.h"

void put_number(struct buf *b, uint64_t v);
void put_signed(struct buf *b, int64_t v); /* small ones of either sign are short */
void put_text(struct buf *b, struct str s);

uint64_t take_longer(struct str *rest); /* a number of any length */
int64_t take_signed(struct str *rest);
struct str take_text(struct str *rest); /* borrowed */
size_t take_count(struct str *rest);    /* of things of a byte or more that follow */

/* Most numbers are one byte. */
static inline uint64_t
take_number(struct str *rest)
{
	const unsigned char first = rest->n == 0 ? 0x80 : (unsigned char)rest->p[0];

	if (first >= 0x80)
		return take_longer(rest);
	*rest = (struct str){ rest->p + 1, rest->n - 1 };
	return first;
}

#endif
