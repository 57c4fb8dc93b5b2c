/* Text for files and formats that a terminal may show too. */
#include "text/clean.h"

#include <string.h>

#include "text/utf8.h"

static bool
is_harmful(uint32_t c)
{
	return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f) ||
	       utf8_is_directing(c);
}

uint32_t
clean_next(struct str *rest)
{
	const uint32_t c = utf8_next(rest);

	return is_harmful(c) ? UTF8_BROKEN : c;
}

void
put_clean(struct buf *out, struct str s, bool keep_lines)
{
	while (s.n != 0) {
		const size_t n = str_printable(s, SIZE_MAX);
		uint32_t c;

		buf_str(out, str_cut(s, 0, n));
		s = str_cut(s, n, s.n);
		if (s.n == 0)
			break;
		c = clean_next(&s);
		if (c == '\t')
			buf_text(out, keep_lines ? "    " : " ");
		else if (c == '\n' && !keep_lines)
			buf_byte(out, ' ');
		else
			buf_code(out, c);
	}
}

void
put_quoted(struct buf *out, struct str s, const char *special, char before)
{
	while (s.n != 0) {
		size_t n = 0;

		while (n < s.n && (s.p[n] == '\0' || strchr(special, s.p[n]) == NULL))
			n++;
		put_clean(out, str_cut(s, 0, n), false);
		s = str_cut(s, n, s.n);
		if (s.n == 0)
			return;
		buf_byte(out, before);
		buf_byte(out, s.p[0]);
		s = str_cut(s, 1, s.n);
	}
}
