/* Classes of code points, lower case and folding; what is not ASCII is libunistring's. */
#include "text/utf8.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>

#include "base/buf.h"
#include "unicode.h"

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

	if (utf8_ascii(s, 0) == s.n)
		return lower_ascii(a, s);
	b = buf_new(a);
	for (size_t i = 0, end; i < s.n; i = end) {
		end = utf8_ascii(s, i);
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
