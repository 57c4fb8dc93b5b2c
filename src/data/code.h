/*
 * code.h -- code points of UTF-8 (RFC 3629), for what this room writes.
 *
 * The room `text` has the same and more; it is a neighbour, so out of reach here.
 */
#ifndef DATA_CODE_H
#define DATA_CODE_H

#include "base/buf.h"
#include "base/str.h"

/*
 * The code point that begins at byte `at` of `s` (at < s.n) and, in *bytes, its
 * length: no surrogates, no overlong forms.  U+FFFD and 1 byte where it is broken.
 */
uint32_t code_at(struct str s, size_t at, size_t *bytes);

/* Offset of the first byte that is not UTF-8, or STR_NONE. */
size_t code_invalid(struct str s);

enum { CODE_BROKEN = 0xfffd };

#endif
