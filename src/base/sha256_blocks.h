/*
 * sha256_blocks.h -- the two ways to take in blocks of 64 bytes: portable, and with the
 * instructions some x86 processors have for it, which are five times as fast.
 */
#ifndef BASE_SHA256_BLOCKS_H
#define BASE_SHA256_BLOCKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern const uint32_t sha256_constants[64];

/* Whether this processor has the instructions; asking takes a microsecond or more. */
bool sha256_is_fast(void);
void sha256_blocks_fast(uint32_t h[8], const unsigned char *p, size_t blocks);
void sha256_blocks_plain(uint32_t h[8], const unsigned char *p, size_t blocks);

#endif
