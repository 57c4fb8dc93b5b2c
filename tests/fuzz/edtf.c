/* Any bytes are a date with its days in order and something to show, or no date. */
#include <assert.h>
#include <stdlib.h>

#include "data/edtf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct str s = { (const char *)data, size };
	struct arena a = ARENA_INIT;
	struct edtf e;

	if (edtf_parse(s, &e)) {
		assert(e.no_year || e.from <= e.to);
		assert(edtf_show(&a, s).n > 0);
		assert(e.interval || edtf_show(&a, s).n <= 11);
		assert(edtf_cmp(&e, &e) == 0);
	}
	arena_free(&a);
	return 0;
}
