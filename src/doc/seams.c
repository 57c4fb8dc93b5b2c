/*
 * What goes on over empty lines, or is known everywhere: fences, HTML, definitions of
 * links.  Those that stand alone and at column 0 are followed; anything else that might
 * be one means that the text is not cut.
 */
#include <string.h>

#include "doc/inner.h"

static size_t
row_at(struct str s, size_t i, char c)
{
	size_t n = 0;

	while (i + n < s.n && s.p[i + n] == c)
		n++;
	return n;
}

static bool
is_blank(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ' && s.p[i] != '\t')
			return false;
	return true;
}

static bool
has_row(struct str s, char c)
{
	const char *p = s.n == 0 ? NULL : memchr(s.p, c, s.n);

	for (; p != NULL; p = s.n == 0 ? NULL : memchr(s.p, c, s.n)) {
		const size_t n = row_at(s, (size_t)(p - s.p), c);

		if (n >= 3)
			return true;
		s = str_cut(s, (size_t)(p - s.p) + n, s.n);
	}
	return false;
}

static bool
has_fence(struct str s)
{
	return has_row(s, '`') || has_row(s, '~');
}

/* At column 0, outside of a fence: the row that opens one, or 0. */
static size_t
opening(struct str line)
{
	const char mark = line.n == 0 ? '\0' : line.p[0];
	const size_t row = mark == '`' || mark == '~' ? row_at(line, 0, mark) : 0;

	return row < 3 || (mark == '`' && str_has(str_cut(line, row, line.n), STR("`")))
		   ? 0
		   : row;
}

void
fence_line(struct fence *f, struct str line)
{
	size_t blanks, row;

	if (f->n == 0) {
		if ((f->n = opening(line)) != 0)
			f->mark = line.p[0];
		return;
	}
	blanks = row_at(line, 0, ' ');
	row = row_at(line, blanks, f->mark);
	if (blanks < 4 && row >= f->n && is_blank(str_cut(line, blanks + row, line.n)))
		f->n = 0;
}

/* Of HTML only these go on over empty lines. */
static bool
may_be_html(struct str s)
{
	static const char *const names[] = { "!", "?", "script", "pre", "style",
		"textarea" };

	for (size_t i; (i = str_find(s, STR("<"), 0)) != STR_NONE;) {
		s = str_cut(s, i + 1, s.n);
		for (size_t k = 0; k < LEN(names); k++)
			if (str_eq_nocase(
				str_cut(s, 0, strlen(names[k])), str_of(names[k])))
				return true;
	}
	return false;
}

static bool
is_label(struct str s)
{
	bool word = false;

	for (size_t i = 0; i < s.n; i++) {
		if (strchr("[]\\", s.p[i]) != NULL) /* the end of a string too */
			return false;
		word = word || (s.p[i] > ' ' && s.p[i] < 127 && !byte_is_punct(s.p[i]));
	}
	return word && s.n < 900;
}

static bool
is_target(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 127 ||
		    strchr("<>()\\", s.p[i]) != NULL)
			return false;
	return s.n != 0;
}

static bool
is_title(struct str s)
{
	return s.n == 0 ||
	       (s.n > 2 && s.p[0] == '"' && s.p[s.n - 1] == '"' &&
		   str_find(s, STR("\""), 1) == s.n - 1 && !str_has(s, STR("\\")));
}

/* `[label]: target` or `[label]: target "title"`, and nothing cmark could doubt. */
static bool
is_definition(struct str line)
{
	const size_t end = str_find(line, STR("]: "), 0);
	struct str target, rest;

	if (end == STR_NONE || line.p[0] != '[')
		return false;
	rest = str_cut(line, end + 3, line.n);
	target = str_split(&rest, ' ');
	return is_label(str_cut(line, 1, end)) && is_target(target) && is_title(rest);
}

/* Since the last empty line; in HTML a fence is none. */
enum around { AFTER_EMPTY, AMONG_DEFINITIONS, IN_TEXT, IN_HTML };

static bool
take_line(struct plain *p, struct str line, enum around *where)
{
	if (line.n == 0) {
		*where = AFTER_EMPTY;
		return true;
	}
	if (*where <= AMONG_DEFINITIONS && is_definition(line)) {
		*where = AMONG_DEFINITIONS;
		buf_str(&p->defs, line);
		buf_byte(&p->defs, '\n');
		p->def_lines++;
		return true;
	}
	if (*where == AMONG_DEFINITIONS || may_be_html(line) || str_has(line, STR("]:")))
		return false;
	if (*where != IN_HTML)
		*where = str_has(line, STR("<")) ? IN_HTML : IN_TEXT;
	return true;
}

bool
seams_find(struct plain *p, struct str text)
{
	enum around where = AFTER_EMPTY;
	struct fence fence = { 0 };

	p->fenced = has_fence(text);
	if (!p->fenced && !str_has(text, STR("<")) && !str_has(text, STR("]:")))
		return true;
	while (text.n != 0) {
		const struct str line = str_split(&text, '\n');
		const bool inside = fence.n != 0;

		fence_line(&fence, line);
		if (inside || fence.n != 0) {
			if (!inside && (where == AMONG_DEFINITIONS || where == IN_HTML))
				return false;
			where = IN_TEXT;
		} else if (has_fence(line) || !take_line(p, line, &where)) {
			return false;
		}
	}
	if (p->defs.n != 0) {
		buf_byte(&p->defs, '\n');
		p->def_lines++;
	}
	return true;
}
