/*
 * text/unicode.h -- what the Unicode character database says of a code point.
 *
 * One 32-bit word per code point, made by tests/tools/mkwidth.py, read through
 * three small tables.  From the low end: grapheme cluster break (4 bits, UAX
 * #29), columns (2), Extended_Pictographic (1), how it may be shown (2), kind
 * (3), may change under NFC (1), line break class (6, see tables/breaks.h).
 */
#ifndef TEXT_UNICODE_H
#define TEXT_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

/* In the generator's order. */
enum grapheme {
	GRAPHEME_OTHER,
	GRAPHEME_CR,
	GRAPHEME_LF,
	GRAPHEME_CONTROL,
	GRAPHEME_EXTEND,
	GRAPHEME_ZWJ,
	GRAPHEME_REGIONAL,
	GRAPHEME_PREPEND,
	GRAPHEME_SPACING,
	GRAPHEME_L,
	GRAPHEME_V,
	GRAPHEME_T,
	GRAPHEME_LV,
	GRAPHEME_LVT
};

enum show { SHOW_PLAIN, SHOW_NOTHING, SHOW_STAND_IN };

enum kind {
	KIND_OTHER,
	KIND_LETTER, /* without case */
	KIND_UPPER,
	KIND_LOWER,
	KIND_MARK,
	KIND_DIGIT,
	KIND_SPACE
};

/* `code` is at most U+10FFFF. */
uint32_t unicode_word(uint32_t code);

static inline enum grapheme
unicode_grapheme(uint32_t word)
{
	return (enum grapheme)(word & 15);
}

static inline int
unicode_cols(uint32_t word)
{
	return (int)(word >> 4 & 3);
}

static inline bool
unicode_is_picture(uint32_t word)
{
	return (word >> 6 & 1) != 0;
}

static inline enum show
unicode_show(uint32_t word)
{
	return (enum show)(word >> 7 & 3);
}

static inline enum kind
unicode_kind(uint32_t word)
{
	return (enum kind)(word >> 9 & 7);
}

/* Text without such code points is in NFC. */
static inline bool
unicode_may_compose(uint32_t word)
{
	return (word >> 12 & 1) != 0;
}

static inline unsigned
unicode_line(uint32_t word)
{
	return word >> 13 & 63;
}

#endif
