/* Any bytes under any declared name (up to the first LF) as clean NFC text. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <uninorm.h>

#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str rest = { (const char *)data, size };
	const struct str declared = str_split(&rest, '\n');
	struct arena a = ARENA_INIT;
	const struct str s = utf8_import(&a, rest, declared);
	size_t n = 0;
	uint8_t *nfc = u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);

	assert(utf8_invalid(s) == STR_NONE);
	assert(nfc != NULL && str_eq(s, (struct str){ (const char *)nfc, n }));
	free(nfc);
	for (size_t i = 0; i < s.n; i++)
		assert((unsigned char)s.p[i] >= ' ' || s.p[i] == '\n' || s.p[i] == '\t');
	assert(utf8_guess(rest).n == 0 || utf8_knows(utf8_guess(rest)));
	(void)utf8_fold(&a, rest);
	assert(utf8_invalid(utf8_lower(&a, s)) == STR_NONE);
	arena_free(&a);
	return 0;
}
