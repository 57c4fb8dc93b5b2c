/*
 * Bytes of any origin as UTF-8 in NFC with LF line ends: guess the character
 * set, decode, clean, normalise; one pass each.  A declared name is hostile: it
 * is only looked up in our own table.  Sets with one byte per letter are tables
 * too, so that no file of iconv's is opened for them.
 */
#include "text/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <uninorm.h>

#include "base/buf.h"
#include "base/die.h"
#include "tables/charsets.h"
#include "unicode.h"

static uint32_t
unit(struct str s, size_t i, size_t width, bool big)
{
	uint32_t u = 0;

	for (size_t k = 0; k < width; k++)
		u |= (uint32_t)(unsigned char)s.p[i + k] << 8 * (big ? width - 1 - k : k);
	return u;
}

static struct str
from_utf16(struct arena *a, struct str s, bool big)
{
	struct buf b = buf_new(a);
	size_t i = 0;

	for (; s.n - i >= 2; i += 2) {
		const uint32_t high = unit(s, i, 2, big);
		const uint32_t low = s.n - i >= 4 ? unit(s, i + 2, 2, big) : 0;

		if (high >> 10 == 0x36 && low >> 10 == 0x37) {
			buf_code(&b, 0x10000 + ((high & 0x3ff) << 10 | (low & 0x3ff)));
			i += 2;
		} else {
			buf_code(&b, high >> 11 == 0x1b ? UTF8_BROKEN : high);
		}
	}
	if (i < s.n)
		buf_code(&b, UTF8_BROKEN);
	return buf_view(&b);
}

static struct str
from_utf32(struct arena *a, struct str s, bool big)
{
	struct buf b = buf_new(a);
	size_t i = 0;

	for (; s.n - i >= 4; i += 4) {
		const uint32_t code = unit(s, i, 4, big);

		buf_code(&b, code > 0x10ffff || code >> 11 == 0x1b ? UTF8_BROKEN : code);
	}
	if (i < s.n)
		buf_code(&b, UTF8_BROKEN);
	return buf_view(&b);
}

static struct str
from_narrow(struct arena *a, struct str s, const uint16_t upper[128])
{
	struct buf b = buf_new(a);
	size_t n = s.n;

	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];

		n += c < 0x80 ? 0 : upper[c - 0x80] < 0x800 ? 1 : 2;
	}
	buf_room(&b, n);
	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];

		buf_code(&b, c < 0x80 ? c : upper[c - 0x80]);
	}
	return buf_view(&b);
}

/* Everything through iconv in pieces; what it refuses costs one byte. */
static struct str
from_iconv(struct arena *a, struct str s, iconv_t cd)
{
	struct buf b = buf_new(a);
	union {
		const char *p;
		char *unsafe; /* iconv() does not write to it */
	} in = { s.p };
	size_t left = s.n;

	buf_room(&b, s.n); /* nearly always it is no longer */
	for (bool last = false; !last;) {
		char piece[4096], *out = piece;
		size_t room = sizeof(piece);
		/* Some sets hold a letter back for its accent: at the end ask for it. */
		const bool at_end = left == 0;
		const size_t got =
		    iconv(cd, at_end ? NULL : &in.unsafe, &left, &out, &room);
		const bool full = got == (size_t)-1 && errno == E2BIG;

		buf_str(&b, (struct str){ piece, sizeof(piece) - room });
		last = at_end && !full;
		if (got == (size_t)-1 && !full && left != 0) {
			buf_code(&b, UTF8_BROKEN);
			in.p++;
			left--;
		}
	}
	return buf_view(&b);
}

/* What is broken is taken as Windows-1252, of which such bytes nearly always are. */
static struct str
from_mixed(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	buf_room(&b, s.n);
	while (s.n != 0) {
		const struct str before = s;
		const uint32_t code = utf8_next(&s);

		if (code == UTF8_BROKEN && before.n - s.n == 1)
			buf_code(&b, narrow_sets[0][(unsigned char)before.p[0] - 0x80]);
		else
			buf_str(&b, str_cut(before, 0, before.n - s.n));
	}
	return buf_view(&b);
}

/* iconv reads its own files; where it may not, the text is taken as Windows-1252. */
static struct str
from_wide(struct arena *a, struct str s, const char *name)
{
	iconv_t cd;
	struct str got;

	if (str_eq(str_of(name), STR("UTF-8")))
		return from_mixed(a, s);
	cd = iconv_open("UTF-8", name);
	if ((intptr_t)cd == -1)
		return from_narrow(a, s, narrow_sets[0]);
	got = from_iconv(a, s, cd);
	(void)iconv_close(cd);
	return got;
}

/* Its row; case and blanks around the name do not count.  LEN(charsets): unknown. */
static size_t
row_of(struct str declared)
{
	const struct str name = str_trim(declared);
	size_t i = 0;

	while (i < LEN(charsets) && !str_eq_nocase(name, str_of(charsets[i].label)))
		i++;
	return i;
}

static struct str
from_declared(struct arena *a, struct str s, struct str declared)
{
	const size_t i = row_of(declared);

	if (i == LEN(charsets))
		return from_narrow(a, s, narrow_sets[0]);
	return charsets[i].wide != NULL
		   ? from_wide(a, s, charsets[i].wide)
		   : from_narrow(a, s, narrow_sets[charsets[i].narrow]);
}

bool
utf8_knows(struct str charset)
{
	return row_of(charset) != LEN(charsets);
}

const char *
utf8_needs(struct str declared)
{
	const size_t i = row_of(declared);

	return i == LEN(charsets) || charsets[i].wide == NULL ||
		       str_eq(str_of(charsets[i].wide), STR("UTF-8"))
		   ? NULL
		   : charsets[i].wide;
}

/* Never closed: what is open stays loaded. */
void
utf8_prepare(const char *needed)
{
	(void)iconv_open("UTF-8", needed);
}

/* ISO-2022-JP and its kin are seven bits of escapes. */
static bool
is_escaped(struct str s, struct str declared)
{
	return str_has(s, STR("\x1b")) &&
	       str_eq_nocase(str_cut(str_trim(declared), 0, 8), STR("iso-2022"));
}

/* UTF-16 that has no mark but is called so, and looks so: 1 is little-endian, 2 big. */
static int
is_unmarked(struct str s, struct str declared)
{
	const bool big = str_eq_nocase(str_trim(declared), STR("utf-16be"));

	if (!str_eq_nocase(str_cut(str_trim(declared), 0, 6), STR("utf-16")) ||
	    !str_has(s, (struct str){ "", 1 }))
		return 0;
	return big || s.p[0] == '\0' ? 2 : 1;
}

/* UTF-8, though perhaps broken, from any bytes. */
static struct str
decode(struct arena *a, struct str s, struct str declared)
{
	if (str_starts(s, STR("\xef\xbb\xbf")))
		return str_cut(s, 3, s.n);
	if (str_starts(s, STR("\xff\xfe\0\0")))
		return from_utf32(a, str_cut(s, 4, s.n), false);
	if (str_starts(s, STR("\0\0\xfe\xff")))
		return from_utf32(a, str_cut(s, 4, s.n), true);
	if (str_starts(s, STR("\xff\xfe")))
		return from_utf16(a, str_cut(s, 2, s.n), false);
	if (str_starts(s, STR("\xfe\xff")))
		return from_utf16(a, str_cut(s, 2, s.n), true);
	if (is_unmarked(s, declared) != 0)
		return from_utf16(a, s, is_unmarked(s, declared) == 2);
	return utf8_invalid(s) == STR_NONE && !is_escaped(s, declared)
		   ? s
		   : from_declared(a, s, declared);
}

enum { MARK = 0xfeff, SOFT_HYPHEN = 0xad };

static bool
is_control(uint32_t code)
{
	return (code < ' ' && code != '\t' && code != '\n') ||
	       (code >= 0x7f && code < 0xa0);
}

/* Bytes at the start that stay as they are. */
static size_t
plain_length(struct str s)
{
	size_t n = 0;

	while (n < s.n && ((s.p[n] >= ' ' && s.p[n] < 0x7f) || s.p[n] == '\n'))
		n++;
	return n;
}

/* Line ends, controls and broken bytes; tells whether NFC could change it. */
static struct str
clean(struct arena *a, struct str s, bool *may_compose)
{
	struct buf b = buf_new(a);

	*may_compose = false;
	buf_room(&b, s.n); /* nearly always it is no longer */
	while (s.n != 0) {
		const size_t plain = plain_length(s);
		const struct str before = s = str_cut(s, plain, s.n);
		const uint32_t code = s.n == 0 ? 0 : utf8_next(&s);

		buf_str(&b, (struct str){ before.p - plain, plain });
		if (before.n == 0)
			break;
		if (code == '\r') {
			if (s.n == 0 || s.p[0] != '\n')
				buf_byte(&b, '\n');
		} else if (code == MARK || code == SOFT_HYPHEN) {
			; /* of byte order, of another's lines: nothing within a text */
		} else if (is_control(code) || code == UTF8_BROKEN) {
			buf_code(&b, code >= 0x80 && code < 0xa0
					 ? narrow_sets[0][code - 0x80]
					 : UTF8_BROKEN);
		} else {
			buf_str(&b, str_cut(before, 0, before.n - s.n));
			*may_compose |=
			    code >= 0x300 && unicode_may_compose(unicode_word(code));
		}
	}
	return buf_view(&b);
}

/* Nothing to decode or to mend: the common case costs one look at each byte. */
static bool
is_clean_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];

		if (c >= 0x7f || (c < ' ' && c != '\n' && c != '\t'))
			return false;
	}
	return true;
}

static struct str
normalised(struct arena *a, struct str s)
{
	size_t n = 0;
	uint8_t *got = u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);
	struct str copy;

	if (got == NULL)
		die("out of memory: %zu bytes asked", s.n);
	copy = str_dup(a, (struct str){ (const char *)got, n });
	free(got);
	return copy;
}

struct str
utf8_import(struct arena *a, struct str bytes, struct str declared)
{
	struct str s;
	bool may_compose;

	if (is_clean_ascii(bytes))
		return str_dup(a, bytes);
	s = clean(a, decode(a, bytes, declared), &may_compose);
	return may_compose ? normalised(a, s) : s;
}
