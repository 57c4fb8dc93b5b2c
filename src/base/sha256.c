/* FIPS 180-4, section 6.2; the constants are section 4.2.2 and 5.3.3. */
#include "base/sha256.h"

#include <string.h>

#include "base/sha256_blocks.h"

enum { FAST_FROM = 2048 }; /* bytes for which it is worth asking the processor */

const uint32_t sha256_constants[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
	0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa,
	0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138,
	0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
	0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f,
	0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2 };

static uint32_t
rotate(uint32_t x, int by)
{
	return x >> by | x << (32 - by);
}

/* The letters a to h of round i lie one place further on in each round. */
#define AT(letter) v[((letter)-i) & 7]

static void
take_block(uint32_t h[8], const unsigned char *block)
{
	uint32_t w[64], v[8];

	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
		       (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++)
		w[i] = w[i - 16] + w[i - 7] +
		       (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3) +
		       (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10);
	memcpy(v, h, sizeof(v));
#pragma GCC unroll 8
	for (int i = 0; i < 64; i++) {
		const uint32_t a = AT(0), b = AT(1), c = AT(2), e = AT(4);
		const uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
		const uint32_t ch = (e & AT(5)) ^ (~e & AT(6));
		const uint32_t t1 = AT(7) + s1 + ch + sha256_constants[i] + w[i];
		const uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);

		AT(3) += t1;
		AT(7) = t1 + s0 + ((a & b) ^ (a & c) ^ (b & c));
	}
	for (int i = 0; i < 8; i++)
		h[i] += v[i];
}

void
sha256_blocks_plain(uint32_t h[8], const unsigned char *p, size_t blocks)
{
	for (; blocks > 0; blocks--, p += 64)
		take_block(h, p);
}

struct str
sha256_hex(struct arena *a, struct str bytes)
{
	static const char digits[] = "0123456789abcdef";
	uint32_t h[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
		0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	unsigned char tail[128] = { 0 };
	const size_t whole = bytes.n / 64 * 64, left = bytes.n - whole;
	const size_t padded = left < 56 ? 64 : 128;
	char *out = arena_alloc(a, 65);

	if (bytes.n >= FAST_FROM && sha256_is_fast())
		sha256_blocks_fast(h, (const unsigned char *)bytes.p, whole / 64);
	else
		sha256_blocks_plain(h, (const unsigned char *)bytes.p, whole / 64);
	if (left != 0)
		memcpy(tail, bytes.p + whole, left);
	tail[left] = 0x80;
	for (size_t i = 0; i < 8; i++)
		tail[padded - 1 - i] = (unsigned char)((uint64_t)bytes.n * 8 >> (8 * i));
	sha256_blocks_plain(h, tail, padded / 64);
	for (size_t i = 0; i < 64; i++)
		out[i] = digits[h[i / 8] >> (28 - 4 * (i % 8)) & 15];
	return (struct str){ out, 64 };
}
