/* Well-formed sequences by RFC 3629, section 4: no surrogates, no overlong forms. */
#include "base/utf8.h"

#include <string.h>

/* How many bytes the code point at `p` takes, or 0 where it is broken. */
static size_t
take(const unsigned char *p, size_t n, uint32_t *code)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char b = p[0];
	const size_t length = b < 0x80   ? 1
			      : b < 0xc2 ? 0
			      : b < 0xe0 ? 2
			      : b < 0xf0 ? 3
					 : 4;
	uint32_t c = length == 1 ? b : b & (0x7fu >> length);

	if (length == 0 || b > 0xf4 || length > n)
		return 0;
	for (size_t i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < least[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	*code = c;
	return length;
}

static const unsigned char *
bytes_of(struct str s)
{
	return (const unsigned char *)s.p;
}

uint32_t
utf8_next_wide(struct str *rest)
{
	uint32_t code = UTF8_BROKEN;
	const size_t n = take(bytes_of(*rest), rest->n, &code);
	const size_t bytes = n == 0 ? 1 : n;

	*rest = (struct str){ rest->p + bytes, rest->n - bytes };
	return code;
}

size_t
utf8_put(char out[4], uint32_t code)
{
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };
	const size_t n = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; code >>= 6)
		out[i] = (char)(0x80 | (code & 0x3f));
	out[0] = (char)(lead[n] | code);
	return n;
}

size_t
utf8_ascii(struct str s, size_t from)
{
	uint64_t eight;

	for (; s.n - from >= 8; from += 8) {
		memcpy(&eight, s.p + from, 8);
		if ((eight & 0x8080808080808080u) != 0)
			break;
	}
	while (from < s.n && (unsigned char)s.p[from] < 0x80)
		from++;
	return from;
}

size_t
utf8_invalid(struct str s)
{
	uint32_t code;

	for (size_t i = utf8_ascii(s, 0); i < s.n; i = utf8_ascii(s, i)) {
		const size_t n = take(bytes_of(s) + i, s.n - i, &code);

		if (n == 0)
			return i;
		i += n;
	}
	return STR_NONE;
}
