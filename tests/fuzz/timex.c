/* Any bytes as text: expressions in order, inside of it, EDTF that reads back. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "data/edtf.h"
#include "digest/timex.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct str languages[] = { { "en", 2 }, { "de", 2 }, { "fr", 2 },
		{ "es", 2 } };
	struct arena a = ARENA_INIT;
	const unsigned how = size == 0 ? 0 : data[0];
	const struct civil day = civil_of((long)(how * 97) - 3000);
	struct str text = { (const char *)data, size };
	struct tokens t;
	struct timexes x;
	struct edtf date;
	size_t end = 0;

	t = tokens_of(&a, text);
	x = timex_find(&a, &t, how & 4 ? &day : NULL, languages[how & 3]);
	for (size_t i = 0; i < x.n; i++) {
		assert(x.at[i].n > 0 && x.at[i].at >= end);
		end = (size_t)x.at[i].at + x.at[i].n;
		assert(end <= size && x.at[i].value[0] != '\0');
		assert(
		    x.at[i].edtf[0] == '\0' || edtf_parse(str_of(x.at[i].edtf), &date));
	}
	arena_free(&a);
	return 0;
}
