/*
 * The character set of a text that is no UTF-8 and names none, by which bytes are
 * frequent and whether pairs of them can be.  Where scripts are not Latin, bytes above
 * 0x7f stand together; where they are, alone.  Sources of the ranges: the WHATWG Encoding
 * Standard's indexes; what is frequent was counted in no text, it is the scripts' blocks.
 */
#include "text/utf8.h"

enum { SAMPLE = 1 << 16, LEAST = 20 };

struct sample {
	size_t n[256]; /* of each byte */
	size_t high, beside;
};

/* Pairs of bytes as a set has them. */
struct pairs {
	size_t n, bad, kana, hangul, hanzi,
	    low; /* low: the second is in ASCII's range or little above */
};

static size_t
sum(const struct sample *s, unsigned from, unsigned to)
{
	size_t n = 0;

	for (unsigned i = from; i <= to; i++)
		n += s->n[i];
	return n;
}

/* At least `percent` of all that are high. */
static bool
is_much(const struct sample *s, size_t n, size_t percent)
{
	return n * 100 >= s->high * percent;
}

static struct sample
sample_of(struct str bytes)
{
	struct sample s = { .high = 0 };

	for (size_t i = 0; i < bytes.n; i++) {
		const bool high = (bytes.p[i] & 0x80) != 0;
		const bool before = i > 0 && (bytes.p[i - 1] & 0x80) != 0;
		const bool after = i + 1 < bytes.n && (bytes.p[i + 1] & 0x80) != 0;

		s.n[(unsigned char)bytes.p[i]] += high;
		s.high += high;
		s.beside += high && (before || after);
	}
	return s;
}

static bool
is_in(unsigned c, unsigned from, unsigned to)
{
	return c >= from && c <= to;
}

static void
count_pair(struct pairs *p, unsigned one, unsigned two, bool shift)
{
	p->n++;
	p->low += two < 0xa1;
	if (shift) {
		p->kana += (one == 0x82 && two >= 0x9f) || (one == 0x83 && two <= 0x96);
		p->bad += !is_in(two, 0x40, 0x7e) && !is_in(two, 0x80, 0xfc);
		return;
	}
	p->kana += (one == 0xa4 || one == 0xa5) && two >= 0xa1;
	p->hangul += is_in(one, 0xb0, 0xc8) && two >= 0xa1;
	p->hanzi += is_in(one, 0xa4, 0xc6);
	p->bad += !is_in(one, 0x81, 0xfe) ||
		  (!is_in(two, 0x40, 0x7e) && !is_in(two, 0x80, 0xfe));
}

/* In Shift_JIS 0xa0 to 0xdf are letters of their own. */
static struct pairs
pairs_of(struct str bytes, bool shift)
{
	struct pairs p = { .n = 0 };

	for (size_t i = 0; i + 1 < bytes.n; i++) {
		const unsigned one = (unsigned char)bytes.p[i];

		if (one < 0x80 || (shift && is_in(one, 0xa0, 0xdf)))
			continue;
		count_pair(&p, one, (unsigned char)bytes.p[++i], shift);
	}
	return p;
}

/* Japanese by its kana, Korean by the block of its syllables, Chinese by what is left. */
static struct str
guess_wide(struct str bytes)
{
	const struct pairs p = pairs_of(bytes, false), s = pairs_of(bytes, true);

	if (s.bad * 100 <= s.n && s.kana * 5 >= s.n && s.n != 0)
		return STR("shift_jis");
	if (p.n == 0 || p.bad * 100 > p.n)
		return STR_NIL;
	if (p.low * 50 <= p.n && p.kana * 5 >= p.n)
		return STR("euc-jp");
	if (p.low * 50 <= p.n && p.hangul * 100 >= p.n * 85)
		return STR("euc-kr");
	return p.low * 7 >= p.n && p.hanzi * 10 >= p.n * 6 ? STR("big5") : STR("gb18030");
}

/* Thai's letters, signs above them and vowels before them leave gaps that others fill. */
static bool
is_thai(const struct sample *s)
{
	const size_t signs = sum(s, 0xd0, 0xda) + sum(s, 0xe0, 0xec);

	return is_much(s, signs + sum(s, 0xa1, 0xcf) + sum(s, 0xed, 0xf9), 98) &&
	       is_much(s, signs, 20) && is_much(s, sum(s, 0xa1, 0xbf), 20) &&
	       !is_much(s, sum(s, 0xed, 0xff), 3);
}

/* Where a script has its small letters, and letters that are frequent in one only. */
static struct str
guess_narrow(const struct sample *s)
{
	const size_t first = sum(s, 0xc0, 0xdf), second = sum(s, 0xe0, 0xff);

	if (is_much(s, s->n[0xc7], 4) && is_much(s, s->n[0xe1], 5)) /* alef, lam */
		return STR("windows-1256");
	if (!is_much(s, first + second, 85))
		return STR_NIL;
	if (!is_much(s, s->n[0xe0], 1) && is_much(s, sum(s, 0xdc, 0xdf), 4))
		return STR("windows-1253");
	if (!is_much(s, first, 5) && is_much(s, s->n[0xe9], 5)) /* yod */
		return STR("windows-1255");
	if (first > second * 2)
		return STR("koi8-r");
	return second > first * 2 ? STR("windows-1251") : STR_NIL;
}

/* UTF-8 with some broken bytes in it is UTF-8. */
static bool
is_mostly_utf8(struct str s, size_t high, size_t most)
{
	size_t broken = 0;

	while (s.n != 0)
		broken += utf8_next(&s) == UTF8_BROKEN;
	return broken * most < high;
}

/* From the first byte that is no ASCII on. */
static struct str
look_at(struct str bytes)
{
	size_t at = 0;

	while (at < bytes.n && (bytes.p[at] & 0x80) == 0)
		at++;
	return str_cut(bytes, at, at + SAMPLE);
}

struct str
utf8_set(struct str bytes, struct str declared)
{
	const bool valid = utf8_invalid(bytes) == STR_NONE;
	const struct str look = valid ? STR_NIL : look_at(bytes);
	const struct sample s = sample_of(look);
	const bool said =
	    str_eq_nocase(declared, STR("utf-8")) || str_eq_nocase(declared, STR("utf8"));

	if (valid)
		return declared;
	if (is_mostly_utf8(look, s.high, 10))
		return STR("utf-8");
	return said || declared.n == 0 ? utf8_guess(bytes) : declared;
}

struct str
utf8_guess(struct str bytes)
{
	const struct str look = look_at(bytes);
	const struct sample s = sample_of(look);
	struct str wide;

	if (s.high < LEAST || s.beside * 10 < s.high * 7 ||
	    is_mostly_utf8(look, s.high, 2))
		return STR_NIL;
	if (is_thai(&s))
		return STR("windows-874");
	wide = guess_wide(look);
	return wide.n != 0 ? wide : guess_narrow(&s);
}
