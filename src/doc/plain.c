/*
 * Paragraphs without any mark need no parser.  cmark is given a letter in place of
 * each, so that it still decides where paragraphs, lists and the rest stand.  What
 * stands between empty lines and begins at column 0 with a letter closes every
 * list and quote; only fences and HTML could go on (see seams.c).
 *
 * So a large text can be given to cmark in pieces that end before such lines: its tree,
 * which takes ten times the text, is then never larger than a piece's.  Definitions of
 * links are known everywhere: they stand before each piece.
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
	const bool letter = byte_is_letter(first);

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
take_chunk(struct plain *p, struct str *chunk, size_t *lines)
{
	const char *from = p->rest.p;
	bool plain = true;

	*lines = 0;
	while (p->rest.n != 0 && p->rest.p[0] != '\n') {
		const struct str line = str_split(&p->rest, '\n');

		plain = plain && p->fence.n == 0 && is_plain_line(line);
		if (p->fenced)
			fence_line(&p->fence, line);
		++*lines;
		*chunk = (struct str){ from, (size_t)(line.p + line.n - from) };
	}
	return plain && *lines != 0;
}

void
plain_begin(struct arena *a, struct str text, struct plain *out)
{
	*out = (struct plain){ .rest = text, .reduced = buf_new(a), .defs = buf_new(a) };
	out->whole = memchr(text.p == NULL ? "" : text.p, '\r', text.n) != NULL ||
		     utf8_invalid(text) != STR_NONE || !seams_find(out, text) ||
		     (out->defs.n != 0 && str_starts(text, STR("\xef\xbb\xbf")));
}

static bool
is_enough(const struct plain *p)
{
	return p->reduced.n >= PIECE + 12 * p->defs.n && p->fence.n == 0 &&
	       begins_plain(p->rest);
}

static void
take_paras(struct arena *a, struct plain *p)
{
	size_t line = 1 + p->def_lines, lines;

	buf_str(&p->reduced, buf_view(&p->defs));
	while (p->rest.n != 0 && !is_enough(p)) {
		struct str chunk = STR_NIL;

		if (take_chunk(p, &chunk, &lines)) {
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
