/*
 * Code points in UTF-8, their classes, lower case and folding.  ASCII never
 * leaves this file; the rest of the case and decomposition data is libunistring's.
 */
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/buf.h"
#include "base/die.h"
#include "unicode.h"

/* How many bytes the code point at `p` takes, or 0 where it is broken (RFC 3629, 4). */
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
	uint32_t code = 0xfffd;
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

/* The offset of the first byte from `i` on that is not ASCII, or the end. */
static size_t
skip_ascii(struct str s, size_t i)
{
	uint64_t eight;

	for (; s.n - i >= 8; i += 8) {
		memcpy(&eight, s.p + i, 8);
		if ((eight & 0x8080808080808080u) != 0)
			break;
	}
	while (i < s.n && (unsigned char)s.p[i] < 0x80)
		i++;
	return i;
}

size_t
utf8_invalid(struct str s)
{
	uint32_t code;

	for (size_t i = skip_ascii(s, 0); i < s.n; i = skip_ascii(s, i)) {
		const size_t n = take(bytes_of(s) + i, s.n - i, &code);

		if (n == 0)
			return i;
		i += n;
	}
	return STR_NONE;
}

size_t
utf8_count(struct str s)
{
	size_t count = 0;

	for (; s.n != 0; count++)
		(void)utf8_next(&s);
	return count;
}

static enum kind
kind_of(uint32_t code)
{
	return code > 0x10ffff ? KIND_OTHER : unicode_kind(unicode_word(code));
}

bool
utf8_is_upper(uint32_t code)
{
	return kind_of(code) == KIND_UPPER;
}

bool
utf8_is_lower(uint32_t code)
{
	return kind_of(code) == KIND_LOWER;
}

bool
utf8_is_letter(uint32_t code)
{
	const enum kind k = kind_of(code);

	return k >= KIND_LETTER && k <= KIND_MARK;
}

bool
utf8_is_digit(uint32_t code)
{
	return kind_of(code) == KIND_DIGIT;
}

bool
utf8_is_space(uint32_t code)
{
	return kind_of(code) == KIND_SPACE;
}

static void
put_lower_ascii(struct buf *b, struct str s)
{
	const size_t from = b->n;

	buf_str(b, s);
	for (size_t i = from; i < b->n; i++)
		b->p[i] = byte_lower(b->p[i]);
}

static void
put_without_marks(struct buf *b, struct str s)
{
	while (s.n != 0) {
		const struct str before = s;

		if (kind_of(utf8_next(&s)) != KIND_MARK)
			buf_str(b, str_cut(before, 0, before.n - s.n));
	}
}

/*
 * A run without ASCII through the library.  ASCII does not compose, reorder or
 * change the case of its neighbours (final sigma apart, which lower case does
 * not distinguish here), so the runs between it are mapped one by one.
 */
static void
put_mapped(struct buf *b, struct str run, bool fold)
{
	size_t n = 0;
	uint8_t *got =
	    fold
		? u8_casefold((const uint8_t *)run.p, run.n, NULL, UNINORM_NFKD, NULL, &n)
		: u8_tolower((const uint8_t *)run.p, run.n, NULL, NULL, NULL, &n);
	const struct str s = { (const char *)got, n };

	if (got == NULL) { /* broken UTF-8, or no memory for a short run */
		buf_str(b, run);
		return;
	}
	if (fold)
		put_without_marks(b, s);
	else
		buf_str(b, s);
	free(got);
}

/* Nearly every word is ASCII: its room is known. */
static struct str
lower_ascii(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n);

	for (size_t i = 0; i < s.n; i++)
		p[i] = byte_lower(s.p[i]);
	return (struct str){ p, s.n };
}

static struct str
map_case(struct arena *a, struct str s, bool fold)
{
	struct buf b;

	if (skip_ascii(s, 0) == s.n)
		return lower_ascii(a, s);
	b = buf_new(a);
	for (size_t i = 0, end; i < s.n; i = end) {
		end = skip_ascii(s, i);
		put_lower_ascii(&b, str_cut(s, i, end));
		for (i = end; end < s.n && (unsigned char)s.p[end] >= 0x80;)
			end++;
		if (i < end)
			put_mapped(&b, str_cut(s, i, end), fold);
	}
	return buf_view(&b);
}

struct str
utf8_fold(struct arena *a, struct str s)
{
	return map_case(a, s, true);
}

struct str
utf8_lower(struct arena *a, struct str s)
{
	return map_case(a, s, false);
}
