/* A glyph of a cell as the wide characters of the C library. */
#include "shell/wide.h"

#include "text/utf8.h"

int
wide_of(const struct cell *c, wchar_t out[WIDE_MOST + 1])
{
	struct str s = str_of(c->glyph);
	size_t n = 0;
	int cols;

	while (s.n != 0 && n < WIDE_MOST) {
		const wchar_t w = (wchar_t)utf8_next(&s);

		if (n == 0 ||
		    (wcwidth(w) == 0 && w != 0x200d && (w < 0xfe00 || w > 0xfe0f)))
			out[n++] = w;
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
