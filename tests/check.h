/* What every unit test includes first: cmocka wants these four before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/str.h"

/* Two strs are the same bytes; a failure prints both. */
#define assert_str(got, want) check_str(got, want, __FILE__, __LINE__)

static inline void
check_str(struct str got, struct str want, const char *file, int line)
{
	const bool same = str_eq(got, want);

	if (!same)
		print_error("got  '" STR_FMT "'\nwant '" STR_FMT "'\n", STR_ARG(got),
		    STR_ARG(want));
	_assert_true(same, "str_eq(got, want)", file, line);
}

/* A seeded generator for property tests (xorshift64*). */
static inline uint32_t
dice(uint64_t *seed, uint32_t sides)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (uint32_t)((*seed * 0x2545f4914f6cdd1du) >> 33) % sides;
}
