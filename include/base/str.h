/*
 * base/str.h -- borrowed text: a pointer and a length, never NUL-dependent.
 *
 * A str never owns.  It points into an arena, a mapped file or a literal and
 * is valid exactly as long as that is.  Passed and returned by value.  All
 * offsets and lengths are bytes.  "Blank" is space, tab, CR, LF, VT, FF; case
 * is ASCII case: what Unicode says of both belongs to the room `text`.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct str {
	const char *p; /* may be NULL only if n == 0 */
	size_t n;      /* bytes */
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_NIL ((struct str){ NULL, 0 })
#define STR_NONE SIZE_MAX /* "not found", for offsets */
#define STR_FMT "%.*s"
#define STR_ARG(s) ((int)(s).n), ((s).p == NULL ? "" : (s).p)
#define LEN(array) (sizeof(array) / sizeof((array)[0]))

/* A list of borrowed strings; grows by vec_push (base/vec.h). */
struct strs {
	struct str *at;
	size_t n, room;
};

/* Of ASCII, for a char or an unsigned char. */
static inline bool
byte_is_blank(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool
byte_is_digit(int c)
{
	return c >= '0' && c <= '9';
}
static inline bool
byte_is_letter(int c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}
static inline char
byte_lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c | 32 : c);
}
/* A letter, a digit, or of a character beyond ASCII. */
static inline bool
byte_is_word(int c)
{
	return (c & 0x80) != 0 || byte_is_digit(c) || byte_is_letter(c);
}

/* The smallest are here, so that the length of a literal is a constant to its caller. */
static inline struct str
str_of(const char *nul_terminated)
{
	return (struct str){ nul_terminated, strlen(nul_terminated) };
}

/* Copies into the arena; a NUL byte follows, outside the length. */
struct str str_dup(struct arena *a, struct str s);
const char *str_nul(struct arena *a, struct str s); /* the same, as a C string */

static inline bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
bool str_eq_nocase(struct str a, struct str b);
bool strs_have(const struct strs *list, struct str s);
bool str_is_any(struct str s, const char *const *list, size_t n); /* without case */
int str_cmp(struct str a, struct str b);     /* by bytes, a prefix sorts first */
int str_order(const void *a, const void *b); /* the same, for qsort() and bsearch() */
static inline bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq((struct str){ s.p, prefix.n }, prefix);
}
static inline bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	       (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

/* First place of `needle` at or after `from`, or STR_NONE. */
size_t str_find(struct str s, struct str needle, size_t from);
bool str_has(struct str s, struct str needle);

/* The bytes from `from` up to `to`; both are clamped to the string. */
static inline struct str
str_cut(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (
	    struct str){ from == 0 ? s.p : s.p + from, to - from }; /* p may be NULL */
}
struct str str_trim(struct str s); /* without blanks at both ends */

size_t str_indent(struct str s); /* how many spaces at the start */

/* How many bytes at the start are printable ASCII, counted up to `most`. */
size_t str_printable(struct str s, size_t most);

/* Splits off everything before the first `sep` byte; `*rest` moves past it. */
struct str str_split(struct str *rest, char sep);

/* The next line without its LF or CR LF; `*rest` moves past the line end. */
struct str str_line(struct str *rest);

/* A whole decimal number with nothing around it; false leaves *out alone. */
bool str_int(struct str s, long *out);

#endif
