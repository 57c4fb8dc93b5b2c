/*
 * base/utf8.h -- code points in bytes (RFC 3629).
 *
 * What Unicode says of them belongs to the room `text`.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { UTF8_BROKEN = 0xfffd }; /* stands for what is no code point */

/* Takes one code point off `*rest` (not empty); UTF8_BROKEN and one byte where it is broken. */
uint32_t utf8_next_wide(struct str *rest); /* without a short way for ASCII */
static inline uint32_t
utf8_next(struct str *rest)
{
	if ((unsigned char)rest->p[0] >= 0x80)
		return utf8_next_wide(rest);
	rest->n--;
	return (unsigned char)*rest->p++;
}

/* Writes at most 4 bytes and returns their number; see also buf_code(). */
size_t utf8_put(char out[4], uint32_t code);

/* The offset of the first byte from `from` on that is not ASCII, or the end. */
size_t utf8_ascii(struct str s, size_t from);

/* The offset of the first byte that is not UTF-8, or STR_NONE. */
size_t utf8_invalid(struct str s);

/* Bidi controls and the separators of lines and paragraphs: nothing a terminal should get. */
static inline bool
utf8_is_directing(uint32_t code)
{
	return code == 0x061c || code == 0x200e || code == 0x200f ||
	       (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

#endif
