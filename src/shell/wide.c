/* A glyph of a cell as the wide characters of the C library. */
#include "shell/wide.h"

#include "text/utf8.h"

/* Of a regional indicator; 0: it is none. */
static wchar_t
letter(uint32_t code)
{
	enum { FIRST_REGIONAL = 0x1f1e6, LAST_REGIONAL = 0x1f1ff };

	return code >= FIRST_REGIONAL && code <= LAST_REGIONAL
		   ? (wchar_t)(L'A' + (code - FIRST_REGIONAL))
		   : 0;
}

int
wide_of(const struct cell *c, wchar_t out[WIDE_MOST + 1], wchar_t *beside)
{
	struct str s = str_of(c->glyph);
	size_t n = 0;
	int cols;

	*beside = L' ';
	while (s.n != 0 && n < WIDE_MOST) {
		const uint32_t code = utf8_next(&s);
		const wchar_t w = letter(code) != 0 ? letter(code) : (wchar_t)code;

		if (n == 0 ||
		    (wcwidth(w) == 0 && w != 0x200d && (w < 0xfe00 || w > 0xfe0f)))
			out[n++] = w;
		else if (letter(code) != 0)
			*beside = w;
	}
	if (n == 0)
		out[n++] = L' ';
	out[n] = L'\0';
	cols = wcwidth(out[0]);
	if (cols >= 1 && cols <= c->width)
		return cols;
	out[0] = wcwidth(0xfffd) == 1 ? 0xfffd : L'?';
	out[1] = L'\0';
	return 1;
}
