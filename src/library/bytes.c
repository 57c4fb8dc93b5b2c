/* LEB128 and zigzag. */
#include "library/bytes.h"

void
put_number(struct buf *b, uint64_t v)
{
	enum { MOST = 10 };
	char *p;

	if (b->room - b->n < MOST)
		buf_room(b, MOST);
	p = b->p + b->n;
	for (; v >= 0x80; v >>= 7)
		*p++ = (char)(unsigned char)(v | 0x80);
	*p++ = (char)v;
	b->n = (size_t)(p - b->p);
}

void
put_signed(struct buf *b, int64_t v)
{
	put_number(b, v < 0 ? ~((uint64_t)v << 1) : (uint64_t)v << 1);
}

void
put_text(struct buf *b, struct str s)
{
	put_number(b, s.n);
	buf_str(b, s);
}

uint64_t
take_longer(struct str *rest)
{
	uint64_t v = 0;
	size_t i = 0;

	for (unsigned shift = 0; i < rest->n && shift < 64; shift += 7) {
		const unsigned char c = (unsigned char)rest->p[i++];

		v |= (uint64_t)(c & 0x7f) << shift;
		if (c < 0x80)
			break;
	}
	*rest = (struct str){ rest->p + i, rest->n - i };
	return v;
}

int64_t
take_signed(struct str *rest)
{
	const uint64_t v = take_number(rest);

	return (int64_t)(v & 1 ? ~(v >> 1) : v >> 1);
}

size_t
take_count(struct str *rest)
{
	const uint64_t n = take_number(rest);

	return n < rest->n ? (size_t)n : rest->n;
}

struct str
take_text(struct str *rest)
{
	const size_t n = take_count(rest);
	const struct str s = { rest->p, n };

	*rest = (struct str){ rest->p + n, rest->n - n };
	return s;
}
