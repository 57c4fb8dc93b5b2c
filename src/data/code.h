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

/* What may stand in a YAML file as it is (YAML 1.2.2, 5.1; libyaml's narrower set). */
bool code_is_yaml(uint32_t code);

enum { CODE_BROKEN = 0xfffd };

#endif
