/* What every unit test includes first: cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/str.h"

/* Two strs are the same bytes; a failure prints both. */
#define assert_str(got, want)                                                            \
	do {                                                                             \
		const struct str got_ = (got), want_ = (want);                           \
		if (!str_eq(got_, want_))                                                \
			print_error("got  '" STR_FMT "'\nwant '" STR_FMT "'\n",          \
			    STR_ARG(got_), STR_ARG(want_));                              \
		assert_true(str_eq(got_, want_));                                        \
	} while (0)

/* A seeded generator for property tests (xorshift64*). */
static inline uint32_t
dice(uint64_t *seed, uint32_t sides)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (uint32_t)((*seed * 0x2545f4914f6cdd1du) >> 33) % sides;
}
