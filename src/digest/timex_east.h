/*
 * digest/timex_east.h -- dates of Chinese, Japanese and Korean.
 *
 * These scripts have no blanks between words: a date lies anywhere in a token, so that it
 * is found by its bytes.  Linear in the token.
 */
#ifndef DIGEST_TIMEX_EAST_H
#define DIGEST_TIMEX_EAST_H

#include "timex_rules.h"

/* The first date that begins in the token at the byte `*from` of the text or behind it.  Moves
   `*from` to its first byte; sets the tokens it touches, its end in bytes (m->end) and its
   value. */
bool timex_east(
    const struct finder *f, size_t token, size_t *from, struct match *m, struct when *w);

#endif
