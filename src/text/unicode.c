/* The generated tables, and the one way into them. */
#include "unicode.h"

#include <assert.h>

#include "tables/width.h"

uint32_t
unicode_word(uint32_t code)
{
	assert(code <= 0x10ffff);
	return unicode_words[unicode_place[unicode_block[code >> 7] * 128u +
					   (code & 127)]];
}
