/* A feed's bytes as clean text, though they are in another character set than they say,
   or in two. */
#include <string.h>

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

		if (code == 0xfffd && one.n == 1 && bytes)
			buf_str(&b, utf8_import(a, one, STR("windows-1252")));
		else if (!is_dropped((unsigned char)one.p[0]))
			buf_str(&b, one);
	}
	return buf_view(&b);
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
	utf8 = declared.n == 0 || str_eq_nocase(declared, STR("utf-8")) ||
	       str_eq_nocase(declared, STR("utf8")) ||
	       str_starts(declared, STR("UTF-16"));
	if (utf8_invalid(bytes) != STR_NONE && utf8) {
		*mended = true;
		bytes = patched(a, bytes, true);
	} else if (has_controls(bytes)) {
		*mended = true;
		bytes = patched(a, bytes, false);
	}
	return utf8_import(a, bytes, declared);
}
