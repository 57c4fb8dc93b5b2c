/*
 * Paragraphs without any mark need no parser.  cmark is given a letter in place of
 * each, so that it still decides where paragraphs, lists and the rest stand.  What
 * stands between empty lines and begins at column 0 with a letter closes every
 * list and quote; only fences and HTML could go on, and with them nothing is done.
 */
#include <string.h>

#include "doc/inner.h"
#include "text/utf8.h"

/* Bytes that mean nothing to cmark wherever they stand in a line. */
static bool
is_quiet(struct str s)
{
	static const char loud[256] = { ['*'] = 1,
		['_'] = 1,
		['['] = 1,
		[']'] = 1,
		['<'] = 1,
		['&'] = 1,
		['\\'] = 1,
		['`'] = 1,
		[0x7f] = 1 };

	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || loud[(unsigned char)s.p[i]] != 0)
			return false;
	return true;
}

static bool
is_plain_line(struct str line)
{
	const unsigned char first = line.n == 0 ? 0 : (unsigned char)line.p[0];
	const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';

	/* EF may begin a byte order mark */
	return (letter || (first >= 0x80 && first != 0xef)) &&
	       line.p[line.n - 1] != ' ' && is_quiet(line);
}

/* The lines up to the next empty one, and whether all of them are plain. */
static bool
take_chunk(struct str *rest, struct str *chunk, size_t *lines)
{
	const char *from = rest->p;
	bool plain = true;

	*lines = 0;
	while (rest->n != 0 && rest->p[0] != '\n') {
		const struct str line = str_split(rest, '\n');

		plain = plain && is_plain_line(line);
		++*lines;
		*chunk = (struct str){ from, (size_t)(line.p + line.n - from) };
	}
	return plain && *lines != 0;
}

static bool
has_byte(struct str s, char c)
{
	return s.n != 0 && memchr(s.p, c, s.n) != NULL;
}

bool
plain_split(struct arena *a, struct str text, struct plain *out)
{
	struct buf b = buf_new(a);
	size_t line = 1, lines;

	if (has_byte(text, '<') || has_byte(text, '\r') ||
	    (has_byte(text, '`') && str_has(text, STR("```"))) ||
	    (has_byte(text, '~') && str_has(text, STR("~~~"))) ||
	    utf8_invalid(text) != STR_NONE)
		return false;
	while (text.n != 0) {
		struct str chunk = STR_NIL;

		if (take_chunk(&text, &chunk, &lines)) {
			*vec_push(a, &out->paras) = (struct plain_para){ line++, chunk };
			buf_text(&b, "x\n");
		} else if (lines != 0) {
			buf_str(&b, chunk);
			buf_byte(&b, '\n');
			line += lines;
		}
		if (text.n != 0) {
			text = str_cut(text, 1, text.n);
			buf_byte(&b, '\n');
			line++;
		}
	}
	out->text = buf_view(&b);
	return true;
}
