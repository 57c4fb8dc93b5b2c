/* Borrowed strings: every function clamps, none reads past its length. */
#include "base/str.h"

#include <limits.h>
#include <string.h>
#include <strings.h>

struct str
str_dup(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n != 0)
		memcpy(p, s.p, s.n);
	return (struct str){ p, s.n };
}

const char *
str_nul(struct arena *a, struct str s)
{
	return str_dup(a, s).p;
}

bool
str_eq_nocase(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || strncasecmp(a.p, b.p, a.n) == 0);
}

bool
strs_have(const struct strs *list, struct str s)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->at[i], s))
			return true;
	return false;
}

bool
str_is_any(struct str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((s.n == 0 || ((s.p[0] ^ list[i][0]) & ~32) == 0) &&
		    str_eq_nocase(s, str_of(list[i])))
			return true;
	return false;
}

int
str_cmp(struct str a, struct str b)
{
	const size_t n = a.n < b.n ? a.n : b.n;
	const int c = n == 0 ? 0 : memcmp(a.p, b.p, n);

	return c != 0 ? c : (a.n > b.n) - (a.n < b.n);
}

int
str_order(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

size_t
str_find(struct str s, struct str needle, size_t from)
{
	const char *hit;

	if (from > s.n || needle.n > s.n - from)
		return STR_NONE;
	if (needle.n == 0)
		return from;
	hit = memmem(s.p + from, s.n - from, needle.p, needle.n);
	return hit == NULL ? STR_NONE : (size_t)(hit - s.p);
}

bool
str_has(struct str s, struct str needle)
{
	return str_find(s, needle, 0) != STR_NONE;
}

struct str
str_trim(struct str s)
{
	size_t from = 0, to = s.n;

	while (from < to && byte_is_blank(s.p[from]))
		from++;
	while (to > from && byte_is_blank(s.p[to - 1]))
		to--;
	return str_cut(s, from, to);
}

size_t
str_indent(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == ' ')
		n++;
	return n;
}

size_t
str_printable(struct str s, size_t most)
{
	const uint64_t ones = 0x0101010101010101u;
	const size_t n = s.n < most ? s.n : most;
	size_t i = 0;
	uint64_t w; /* eight bytes at once: none from 80 on, 7f, or below a blank */

	for (; n - i >= sizeof(w); i += sizeof(w)) {
		memcpy(&w, s.p + i, sizeof(w));
		if (((w | (w + ones) | ((w - ones * ' ') & ~w)) & ones * 0x80) != 0)
			break;
	}
	while (i < n && s.p[i] >= ' ' && s.p[i] < 0x7f)
		i++;
	return i;
}

struct str
str_split(struct str *rest, char sep)
{
	const char *hit = rest->n == 0 ? NULL : memchr(rest->p, sep, rest->n);
	const size_t n = hit == NULL ? rest->n : (size_t)(hit - rest->p);
	const struct str head = str_cut(*rest, 0, n);

	*rest = str_cut(*rest, hit == NULL ? n : n + 1, rest->n);
	return head;
}

struct str
str_line(struct str *rest)
{
	const struct str line = str_split(rest, '\n');

	if (line.n != 0 && line.p != NULL && line.p[line.n - 1] == '\r')
		return str_cut(line, 0, line.n - 1);
	return line;
}

bool
str_int(struct str s, long *out)
{
	const bool negative = s.n != 0 && s.p[0] == '-';
	long v = 0;

	if (s.n == (negative ? 1u : 0u))
		return false;
	for (size_t i = negative ? 1 : 0; i < s.n; i++) {
		const int digit = s.p[i] - '0';

		if (digit < 0 || digit > 9 || v > (LONG_MAX - digit) / 10)
			return false;
		v = v * 10 + digit;
	}
	*out = negative ? -v : v;
	return true;
}
