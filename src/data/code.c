/* UTF-8, one code point at a time; the table of well-formed sequences is Unicode's 3-7. */
#include "data/code.h"

#include <assert.h>

/* The length the first byte promises and the range its second byte must lie in. */
static size_t
shape(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
	*high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
	return lead < 0x80                   ? 1
	       : lead >= 0xc2 && lead < 0xe0 ? 2
	       : lead >= 0xe0 && lead < 0xf0 ? 3
	       : lead >= 0xf0 && lead < 0xf5 ? 4
					     : 0;
}

static uint32_t
decode(struct str s, size_t at, size_t *bytes)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	unsigned char low, high;
	const size_t n = shape(p[0], &low, &high);
	uint32_t code = n < 2 ? p[0] : p[0] & (0x7fu >> n);

	*bytes = n;
	if (n == 0 || n > s.n - at || (n > 1 && (p[1] < low || p[1] > high))) {
		*bytes = 0;
		return CODE_BROKEN;
	}
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			*bytes = 0;
		code = code << 6 | (p[i] & 0x3fu);
	}
	return *bytes == 0 ? CODE_BROKEN : code;
}

uint32_t
code_at(struct str s, size_t at, size_t *bytes)
{
	uint32_t code;

	assert(at < s.n);
	code = decode(s, at, bytes);
	if (*bytes == 0)
		*bytes = 1;
	return code;
}

bool
code_is_yaml(uint32_t code)
{
	return (code >= 0x20 && code < 0x7f) || code == '\t' || code == '\n' ||
	       code == '\r' || code == 0x85 ||
	       (code >= 0xa0 && code != 0xfeff && code != 0xfffe && code != 0xffff);
}
