/* The instructions of Intel's SHA extensions (SDM volume 2, SHA256RNDS2): four rounds at a
   time; the state is kept as A B E F and C D G H, as they want it. */
#include "base/sha256_blocks.h"

#if defined(__x86_64__)
#include <immintrin.h>
#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#else
#include <cpuid.h>
#endif

enum { ROUNDS4 = 16 };

#if __has_include(<sys/platform/x86.h>)
/* What libc knows already: the instruction takes 25 microseconds in a virtual machine. */
bool
sha256_is_fast(void)
{
	return CPU_FEATURE_ACTIVE(SSE4_1) && CPU_FEATURE_ACTIVE(SHA);
}
#else
bool
sha256_is_fast(void)
{
	enum { SSE41 = 1 << 19, SHA = 1 << 29 };
	unsigned a, b, c, d;

	if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & SSE41) == 0)
		return false;
	return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & SHA) != 0;
}
#endif

/* Words 4 to 63 of the schedule, four at a time, from the sixteen before them. */
__attribute__((target("sha,sse4.1"))) static inline __m128i
next_words(const __m128i w[4], int i)
{
	const __m128i last = w[(i + 3) & 3];
	const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(w[i & 3], w[(i + 1) & 3]),
	    _mm_alignr_epi8(last, w[(i + 2) & 3], 4));

	return _mm_sha256msg2_epu32(sum, last);
}

__attribute__((target("sha,sse4.1"))) static inline __m128i
load(const void *p)
{
	return _mm_loadu_si128(p);
}

__attribute__((target("sha,sse4.1"))) static void
take_block(__m128i *abef, __m128i *cdgh, const unsigned char *p)
{
	const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
	const __m128i abef_before = *abef, cdgh_before = *cdgh;
	__m128i w[4];

#pragma GCC unroll 16
	for (int i = 0; i < ROUNDS4; i++) {
		__m128i k;

		w[i & 3] =
		    i < 4 ? _mm_shuffle_epi8(load(p + 16 * i), swap) : next_words(w, i);
		k = _mm_add_epi32(w[i & 3], load(&sha256_constants[4 * i]));
		*cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, k);
		*abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(k, 0x0e));
	}
	*abef = _mm_add_epi32(*abef, abef_before);
	*cdgh = _mm_add_epi32(*cdgh, cdgh_before);
}

__attribute__((target("sha,sse4.1"))) void
sha256_blocks_fast(uint32_t h[8], const unsigned char *p, size_t blocks)
{
	const __m128i cdab = _mm_shuffle_epi32(load(h), 0xb1);
	const __m128i efgh = _mm_shuffle_epi32(load(h + 4), 0x1b);
	__m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
	__m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
	uint32_t v[8];

	for (; blocks > 0; blocks--, p += 64)
		take_block(&abef, &cdgh, p);
	_mm_storeu_si128((__m128i *)(void *)v, abef);
	_mm_storeu_si128((__m128i *)(void *)(v + 4), cdgh);
	for (int i = 0; i < 8; i++) /* F E B A, H G D C */
		h[i] = v[(i & 2 ? 4 : 0) + (i & 4 ? 0 : 2) + (i & 1 ? 0 : 1)];
}

#else

bool
sha256_is_fast(void)
{
	return false;
}

void
sha256_blocks_fast(uint32_t h[8], const unsigned char *p, size_t blocks)
{
	sha256_blocks_plain(h, p, blocks);
}
#endif
