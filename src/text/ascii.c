/* Glyphs in ASCII: by the table, else the letter that is left when the marks are off. */
#include <string.h>
#include <uninorm.h>

#include "base/buf.h"
#include "text/glyph.h"
#include "text/utf8.h"

/* Sorted. */
static const struct {
	uint16_t first, last;
	char as;
} looks[] = { { 0xa0, 0xa0, ' ' }, { 0xa1, 0xa1, '!' }, { 0xa2, 0xa2, 'c' },
	{ 0xa3, 0xa3, 'L' }, { 0xa5, 0xa5, 'Y' }, { 0xa6, 0xa6, '|' },
	{ 0xa7, 0xa7, 'S' }, { 0xa9, 0xa9, 'c' }, { 0xab, 0xab, '"' },
	{ 0xac, 0xad, '-' }, { 0xae, 0xae, 'r' }, { 0xb0, 0xb0, 'o' },
	{ 0xb4, 0xb4, '\'' }, { 0xb5, 0xb5, 'u' }, { 0xb6, 0xb6, 'P' },
	{ 0xb7, 0xb7, '.' }, { 0xbb, 0xbb, '"' }, { 0xc6, 0xc6, 'A' },
	{ 0xd0, 0xd0, 'D' }, { 0xd7, 0xd7, 'x' }, { 0xd8, 0xd8, 'O' },
	{ 0xde, 0xde, 'T' }, { 0xdf, 0xdf, 's' }, { 0xe6, 0xe6, 'a' },
	{ 0xf0, 0xf0, 'd' }, { 0xf7, 0xf7, '/' }, { 0xf8, 0xf8, 'o' },
	{ 0xfe, 0xfe, 't' }, { 0x110, 0x110, 'D' }, { 0x111, 0x111, 'd' },
	{ 0x126, 0x126, 'H' }, { 0x127, 0x127, 'h' }, { 0x131, 0x131, 'i' },
	{ 0x141, 0x141, 'L' }, { 0x142, 0x142, 'l' }, { 0x152, 0x152, 'O' },
	{ 0x153, 0x153, 'o' }, { 0x2b9, 0x2bc, '\'' }, { 0x2010, 0x2015, '-' },
	{ 0x2018, 0x201b, '\'' }, { 0x201c, 0x201f, '"' }, { 0x2020, 0x2021, '+' },
	{ 0x2022, 0x2023, '*' }, { 0x2026, 0x2026, '.' }, { 0x2032, 0x2032, '\'' },
	{ 0x2033, 0x2033, '"' }, { 0x2039, 0x2039, '<' }, { 0x203a, 0x203a, '>' },
	{ 0x2044, 0x2044, '/' }, { 0x20ac, 0x20ac, 'E' }, { 0x2190, 0x2190, '<' },
	{ 0x2191, 0x2191, '^' }, { 0x2192, 0x2192, '>' }, { 0x2193, 0x2193, 'v' },
	{ 0x2212, 0x2212, '-' }, { 0x2215, 0x2215, '/' }, { 0x2248, 0x2248, '~' },
	{ 0x2264, 0x2264, '<' }, { 0x2265, 0x2265, '>' }, { 0x2500, 0x2501, '-' },
	{ 0x2502, 0x2503, '|' }, { 0x2504, 0x2505, '-' }, { 0x2506, 0x2507, '|' },
	{ 0x250c, 0x254b, '+' }, { 0x25a0, 0x25ff, '*' }, { 0x2605, 0x2606, '*' } };

static char
by_look(uint32_t code)
{
	for (size_t i = 0; i < LEN(looks) && looks[i].first <= code; i++)
		if (code <= looks[i].last)
			return looks[i].as;
	return '\0';
}

/* What a letter, a number in a circle, a ligature begins with; a fraction is none of its digits. */
static uint32_t
first_part(uint32_t code)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int tag;

	while (code >= 0x80) {
		if (uc_decomposition(code, &tag, parts) < 1 || tag == UC_DECOMP_FRACTION)
			break;
		code = parts[0];
	}
	return code;
}

struct str
glyph_ascii(struct glyph g)
{
	static const char all[] =
	    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";
	struct str s = g.text;
	uint32_t code;
	char as;

	if (g.cols != 1)
		return str_cut(STR("??"), 0, (size_t)g.cols);
	code = utf8_next(&s);
	as = code < 0x80 ? (char)code : by_look(code);
	if (as == '\0') {
		code = first_part(code);
		as = code >= ' ' && code < 0x7f ? (char)code : by_look(code);
	}
	return (struct str){ all + (as < ' ' || as > '~' ? '?' - ' ' : as - ' '), 1 };
}

struct str
glyph_ascii_all(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	while (s.n != 0) {
		const size_t n = str_printable(s, SIZE_MAX);

		buf_str(&b, str_cut(s, 0, n));
		s = str_cut(s, n, s.n);
		if (s.n == 0)
			break;
		if (s.p[0] == '\n') {
			buf_byte(&b, '\n');
			s = str_cut(s, 1, s.n);
		} else if (str_starts(s, STR("…"))) {
			buf_text(&b, "...");
			s = str_cut(s, strlen("…"), s.n);
		} else {
			buf_str(&b, glyph_ascii(glyph_next(&s)));
		}
	}
	return buf_view(&b);
}
