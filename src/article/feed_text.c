/* A feed's bytes as clean text, though they are in another character set than they say,
   or in two. */

#include "article/feed.h"
#include "text/utf8.h"

/* UTF-16 without its mark is told by the bracket it begins with. */
static struct str
with_mark(struct arena *a, struct str s)
{
	const bool little = s.n > 3 && s.p[0] == '<' && s.p[1] == '\0' && s.p[3] == '\0';
	const bool big = s.n > 3 && s.p[0] == '\0' && s.p[1] == '<' && s.p[2] == '\0';
	struct buf b;

	if (!little && !big)
		return s;
	b = buf_new(a);
	buf_room(&b, s.n + 2);
	buf_str(&b, little ? STR("\xff\xfe") : STR("\xfe\xff"));
	buf_str(&b, s);
	return buf_view(&b);
}

/* The code of a byte in Windows-1252; the five it leaves out are as in Latin-1. */
static uint32_t
code_1252(unsigned char c)
{
	static const uint16_t upper[32] = { 0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026,
		0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d, 0x17d, 0x8f,
		0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc,
		0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178 };

	return c >= 0x80 && c < 0xa0 ? upper[c - 0x80] : c;
}

struct str
feed_byte(char out[4], unsigned char c)
{
	return (struct str){ out, utf8_put(out, code_1252(c)) };
}

static bool
is_dropped(unsigned char c)
{
	return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f;
}

static bool
has_controls(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_dropped((unsigned char)s.p[i]))
			return true;
	return false;
}

/* Controls dropped, and with `bytes` each broken byte read as Windows-1252. */
static struct str
patched(struct arena *a, struct str s, bool bytes)
{
	struct buf b = buf_new(a);

	buf_room(&b, s.n);
	while (s.n != 0) {
		const struct str before = s;
		const uint32_t code = utf8_next(&s);
		const struct str one = str_cut(before, 0, before.n - s.n);

		char out[4];

		if (code == 0xfffd && one.n == 1 && bytes)
			buf_str(&b, feed_byte(out, (unsigned char)one.p[0]));
		else if (!is_dropped((unsigned char)one.p[0]))
			buf_str(&b, one);
	}
	return buf_view(&b);
}

/* The byte of Windows-1252 that stands for this letter, or -1. */
static int
byte_of(uint32_t code)
{
	for (int c = 0x80; c < 0xa0 && code > 0xff; c++)
		if (code_1252((unsigned char)c) == code)
			return c;
	return code <= 0xff ? (int)code : -1;
}

/* The letters beyond ASCII at the front of `s` as the bytes they would be, if those are
   UTF-8 again; `*n` bytes of `s` are looked at. */
static bool
is_twice(struct str s, struct buf *bytes, size_t *n)
{
	const size_t all = s.n;
	bool good = true;

	bytes->n = 0;
	while (s.n != 0 && (s.p[0] & 0x80) != 0) {
		const uint32_t code = utf8_next(&s);
		const int c = good ? byte_of(code) : -1;

		good = good && c >= 0x80;
		if (good)
			buf_byte(bytes, (char)c);
	}
	*n = all - s.n;
	return good && bytes->n > 1 && utf8_invalid(buf_view(bytes)) == STR_NONE;
}

/* Text that a program took for Windows-1252 and made UTF-8 a second time: nearly all its
   letters beyond ASCII come in such groups. */
static struct str
once(struct arena *a, struct str s)
{
	enum { LEAST = 3 };
	struct buf bytes = buf_new(a), out = buf_new(a);
	size_t good = 0, groups = 0, n;

	buf_room(&out, s.n);
	for (size_t i = 0; i < s.n; i += n) {
		const char *end = s.p + i;
		bool twice;

		while (end < s.p + s.n && (*end & 0x80) == 0)
			end++;
		buf_str(&out, str_cut(s, i, (size_t)(end - s.p)));
		i = (size_t)(end - s.p);
		twice = is_twice(str_cut(s, i, s.n), &bytes, &n);
		buf_str(&out, twice ? buf_view(&bytes) : str_cut(s, i, i + n));
		groups += n != 0;
		good += twice;
		if (groups >= (size_t)10 * LEAST && good * 2 < groups)
			return s;
	}
	return good >= LEAST && good * 10 >= groups * 9 ? buf_view(&out) : s;
}

/* Its letters beyond ASCII are UTF-8 but for few: what it says of itself is wrong. */
static bool
is_mostly_utf8(struct str s)
{
	size_t broken = 0, high = 0;

	while (s.n != 0) {
		high += (s.p[0] & 0x80) != 0;
		broken += utf8_next(&s) == UTF8_BROKEN;
	}
	return broken * 10 < high;
}

/* The value of encoding="..." in the XML declaration. */
static struct str
declared_in(struct str s)
{
	const struct str head = str_cut(s, 0, 1024);
	size_t at = str_find(head, STR("encoding="), 0);
	char quote;

	if (!str_has(head, STR("<?xml")) || at == STR_NONE || at + 10 >= head.n)
		return STR_NIL;
	quote = head.p[at + 9];
	at += 10;
	return str_cut(head, at, str_find(head, quote == '"' ? STR("\"") : STR("'"), at));
}

struct str
feed_import(struct arena *a, struct str bytes, struct str declared, bool *mended)
{
	const bool wide =
	    str_starts(bytes, STR("\xff\xfe")) || str_starts(bytes, STR("\xfe\xff"));
	bool utf8;

	*mended = false;
	bytes = with_mark(a, bytes);
	if (wide || (bytes.n > 1 && (unsigned char)bytes.p[0] >= 0xfe))
		return utf8_import(a, bytes, STR_NIL);
	if (declared.n == 0)
		declared = declared_in(bytes);
	if (utf8_invalid(bytes) == STR_NONE)
		bytes = once(a, bytes);
	utf8 = declared.n == 0 || is_mostly_utf8(bytes) ||
	       str_eq_nocase(declared, STR("utf-8")) ||
	       str_eq_nocase(declared, STR("utf8")) ||
	       str_starts(declared, STR("UTF-16"));
	if (utf8_invalid(bytes) != STR_NONE && utf8) {
		const struct str guess = utf8_guess(bytes);

		*mended = true;
		if (guess.n != 0)
			return utf8_import(a, bytes, guess);
		bytes = patched(a, bytes, true);
	} else if (has_controls(bytes)) {
		*mended = true;
		bytes = patched(a, bytes, false);
	}
	return utf8_import(a, bytes, declared);
}

uint32_t
feed_number(struct str s)
{
	const bool hex = s.n > 2 && (s.p[1] | 32) == 'x';
	uint32_t v = 0;

	for (size_t i = hex ? 2 : 1; i < s.n; i++) {
		const char c = s.p[i], low = (char)(c | 32);
		const bool digit = c >= '0' && c <= '9';

		if (v > 0x10ffff || (!digit && !(hex && low >= 'a' && low <= 'f')))
			return 0;
		v = v * (hex ? 16 : 10) + (uint32_t)(digit ? c - '0' : low - 'a' + 10);
	}
	return v;
}

bool
feed_is_char(uint32_t c)
{
	return c == '\t' || c == '\n' || c == '\r' || (c >= ' ' && c < 0xd800) ||
	       (c >= 0xe000 && c <= 0x10ffff && c != 0xfffe && c != 0xffff);
}
