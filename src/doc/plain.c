/*
 * Paragraphs without any mark need no parser.  cmark is given a letter in place of
 * each, so that it still decides where paragraphs, lists and the rest stand.  What
 * stands between empty lines and begins at column 0 with a letter closes every
 * list and quote; only fences and HTML could go on, and with them nothing is done.
 *
 * So a large text can be given to cmark in pieces that end before such lines: its tree,
 * which takes ten times the text, is then never larger than a piece's.  Only
 * definitions of links are known everywhere, and a text with them is one piece.
 */
#include <string.h>

#include "doc/inner.h"
#include "text/utf8.h"

#ifdef ARENA_BLOCK /* tests cross every seam */
enum { PIECE = 8 };
#else
enum { PIECE = 16 << 10 };
#endif

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

/* After an empty line this closes every list and quote. */
static bool
begins_plain(struct str line)
{
	const unsigned char first = line.n == 0 ? 0 : (unsigned char)line.p[0];
	const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';

	/* EF may begin a byte order mark */
	return letter || (first >= 0x80 && first != 0xef);
}

static bool
is_plain_line(struct str line)
{
	return begins_plain(line) && line.p[line.n - 1] != ' ' && is_quiet(line);
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

/* Addresses in angles and "less than" are no HTML that goes on over empty lines. */
static bool
may_be_html(struct str s)
{
	const char *p = s.n == 0 ? NULL : memchr(s.p, '<', s.n);

	for (; p != NULL; p = s.n == 0 ? NULL : memchr(s.p, '<', s.n)) {
		s = str_cut(s, (size_t)(p - s.p) + 1, s.n);
		if (!str_starts(s, STR("http")) && !str_starts(s, STR(" ")))
			return true;
	}
	return false;
}

void
plain_begin(struct arena *a, struct str text, struct plain *out)
{
	*out = (struct plain){ .rest = text, .reduced = buf_new(a) };
	out->whole = may_be_html(text) || has_byte(text, '\r') ||
		     (has_byte(text, '`') && str_has(text, STR("```"))) ||
		     (has_byte(text, '~') && str_has(text, STR("~~~"))) ||
		     utf8_invalid(text) != STR_NONE;
	out->least = str_has(text, STR("]:")) ? SIZE_MAX : PIECE;
}

static void
take_paras(struct arena *a, struct plain *p)
{
	size_t line = 1, lines;

	while (p->rest.n != 0) {
		struct str chunk = STR_NIL;

		if (p->reduced.n >= p->least && begins_plain(p->rest))
			return;
		if (take_chunk(&p->rest, &chunk, &lines)) {
			*vec_push(a, &p->paras) = (struct plain_para){ line++, chunk };
			buf_text(&p->reduced, "x\n");
		} else if (lines != 0) {
			buf_str(&p->reduced, chunk);
			buf_byte(&p->reduced, '\n');
			line += lines;
		}
		if (p->rest.n != 0) {
			p->rest = str_cut(p->rest, 1, p->rest.n);
			buf_byte(&p->reduced, '\n');
			line++;
		}
	}
}

bool
plain_next(struct arena *a, struct plain *p)
{
	if (p->rest.n == 0)
		return false;
	p->reduced.n = p->paras.n = p->next = 0;
	if (p->whole) {
		p->text = p->rest;
		p->rest = STR_NIL;
	} else {
		take_paras(a, p);
		p->text = buf_view(&p->reduced);
	}
	return true;
}
