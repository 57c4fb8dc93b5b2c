/* base/sha256.h -- SHA-256 as in FIPS 180-4; for recognising an input, not for secrets. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/arena.h"
#include "base/str.h"

/* 64 lower-case hexadecimal digits, in the arena. */
struct str sha256_hex(struct arena *a, struct str bytes);

#endif
