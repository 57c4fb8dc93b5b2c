/* data/code.h -- code points of what this room reads and writes. */
#ifndef DATA_CODE_H
#define DATA_CODE_H

#include "base/buf.h"
#include "base/utf8.h"

/* The code point that begins at byte `at` of `s` (at < s.n) and, in *bytes, its length:
   UTF8_BROKEN and 1 where it is broken. */
uint32_t code_at(struct str s, size_t at, size_t *bytes);

/* What may stand in a YAML file as it is (YAML 1.2.2, 5.1; libyaml's narrower set). */
bool code_is_yaml(uint32_t code);

#endif
