/* Whether bytes are a web page, and where it begins: a program that failed on the server may
   have printed warnings before it. */
#include <string.h>

#include "article/html.h"
#include "article/html_meta.h"

enum {
	LOOK = 4096,    /* bytes of a page that are looked at */
	WARNING = 2000, /* of one warning */
	WARNINGS = 200
};

static struct str
without_blanks(struct str s)
{
	size_t n = 0;

	while (n < s.n && strchr(" \t\r\n", s.p[n]) != NULL && s.p[n] != '\0')
		n++;
	return str_cut(s, n, s.n);
}

/* `s` after `with`, in any case; false when it does not begin so. */
static bool
skip(struct str *s, const char *with)
{
	if (!html_starts_nocase(*s, with))
		return false;
	*s = str_cut(*s, strlen(with), s->n);
	return true;
}

static void
skip_breaks(struct str *s)
{
	*s = without_blanks(*s);
	while (skip(s, "<br />") || skip(s, "<br>") || skip(s, "<br/>"))
		*s = without_blanks(*s);
}

/* "<br /><b>Warning</b>: ... on line <b>12</b><br />", or the same in plain text. */
static bool
skip_warning(struct str *s)
{
	static const char *const kinds[] = { "Warning", "Notice", "Deprecated",
		"Fatal error", "Parse error", "Strict Standards",
		"Recoverable fatal error" };
	struct str rest = *s, look;
	bool known = false, bold;
	size_t end;

	skip_breaks(&rest);
	(void)skip(&rest, "PHP ");
	bold = skip(&rest, "<b>");
	for (size_t i = 0; i < LEN(kinds) && !known; i++)
		known = skip(&rest, kinds[i]);
	if (!known || (bold && !skip(&rest, "</b>")) || !str_starts(rest, STR(":")))
		return false;
	look = str_cut(rest, 0, WARNING);
	end = str_find(look, STR(" on line "), 0);
	if (end == STR_NONE)
		return false;
	rest = str_cut(rest, end + 9, rest.n);
	(void)skip(&rest, "<b>");
	while (rest.n != 0 && byte_is_digit(rest.p[0]))
		rest = str_cut(rest, 1, rest.n);
	(void)skip(&rest, "</b>");
	skip_breaks(&rest);
	*s = rest;
	return true;
}

struct str
html_page_in(struct str bytes)
{
	struct str page = bytes;
	int n = 0;

	while (n < WARNINGS && skip_warning(&page))
		n++;
	return str_starts(page, STR("<")) ? page : bytes;
}

/* A piece of a page: it begins with a block, has the ends of some, and no marks of Markdown,
   which may begin so too. */
static bool
is_piece(struct str s)
{
	static const char *const starts[] = { "<h1", "<h2", "<h3", "<p>", "<p ", "<div",
		"<ol", "<ul", "<dl", "<table", "<header", "<blockquote" };
	enum { ENDS = 3 };
	bool block = false;
	size_t ends = 0;

	for (size_t i = 0; i < LEN(starts); i++)
		block = block || html_starts_nocase(s, starts[i]);
	for (size_t at = 0; block && ends < ENDS; at++, ends++) {
		at = str_find(s, STR("</"), at);
		if (at == STR_NONE)
			return false;
	}
	return block && !markdown_probe(s);
}

bool
html_probe(struct str bytes)
{
	static const char *const starts[] = { "<style", "<script", "<meta", "<link",
		"<title", "<body", "<article", "<main", "<section" };
	static const char *const has[] = { "<html", "<!doctype html", "<head", "<body",
		"<article" };
	const struct str page = html_page_in(bytes);
	const struct str s = without_blanks(str_cut(page, 0, LOOK));

	if (page.p != bytes.p)
		return true;
	for (size_t i = 0; i < LEN(starts); i++)
		if (html_starts_nocase(s, starts[i]))
			return true;
	for (size_t i = 0; i < LEN(has) && str_starts(s, STR("<")); i++)
		if (html_has_nocase(str_cut(s, 0, 1024), has[i]))
			return true;
	return is_piece(s);
}
