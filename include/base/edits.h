/*
 * base/edits.h -- how far a mistyped word is from a known one.
 */
#ifndef BASE_EDITS_H
#define BASE_EDITS_H

#include "base/str.h"

enum { EDITS_MOST = 32 /* bytes of a word; the names a person types are shorter */ };

/* Bytes put in, left out, changed, or swapped with the next, to get from one to the other
   (optimal string alignment); EDITS_MOST when one of them is longer than that. */
int edits_between(struct str a, struct str b);

#endif
