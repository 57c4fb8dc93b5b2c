/* Any bytes as glyphs: pieces of the input, harmless, in at most two columns. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "text/glyph.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct str all = { (const char *)data, size };
	struct arena a = ARENA_INIT;
	struct str rest = all;
	int cols = 0;

	while (rest.n != 0) {
		const struct glyph g = glyph_next(&rest);
		struct str shown = g.text;

		assert(
		    g.bytes >= 1 && g.cols >= 0 && g.cols <= 2 && shown.n < GLYPH_BYTES);
		assert(glyph_ascii(g).n == (size_t)g.cols);
		assert(utf8_invalid(shown) == STR_NONE);
		while (shown.n != 0) {
			const uint32_t code = utf8_next(&shown);

			assert(code >= ' ' && (code < 0x7f || code >= 0xa0));
		}
		cols += g.cols;
	}
	assert(glyph_cols(all) == cols);
	assert(glyph_fit(all, cols) == size);
	assert(utf8_invalid(glyph_safe(&a, all, true)) == STR_NONE);
	arena_free(&a);
	return 0;
}
