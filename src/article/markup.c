/*
 * HTML in Markdown.  What begins a line with an element of blocks ("<table>",
 * "<div>", up to an empty line) becomes what a page would be read as; of
 * elements within a line the words stay ("<kbd>", "<sub>"), links and code
 * become Markdown's, "<br>" a hard break.  Remarks go, other words in angle
 * brackets and all code stay as they are.
 */
#include <string.h>

#include "article/html.h"

enum { TAG_MOST = 1000, CODE_MOST = 4096, PIECES_MOST = 2000 };

enum action { ACT_DROP, ACT_BREAK, ACT_CODE, ACT_LINK };

/* Words that nobody puts in angle brackets for something else. */
static const struct {
	const char *name;
	enum action action;
} inlines[] = { { "a", ACT_LINK }, { "abbr", ACT_DROP }, { "b", ACT_DROP },
	{ "big", ACT_DROP }, { "br", ACT_BREAK }, { "center", ACT_DROP },
	{ "code", ACT_CODE }, { "del", ACT_DROP }, { "em", ACT_DROP },
	{ "font", ACT_DROP }, { "i", ACT_DROP }, { "img", ACT_DROP }, { "ins", ACT_DROP },
	{ "kbd", ACT_DROP }, { "mark", ACT_DROP }, { "nobr", ACT_DROP },
	{ "picture", ACT_DROP }, { "q", ACT_DROP }, { "s", ACT_DROP },
	{ "samp", ACT_CODE }, { "small", ACT_DROP }, { "span", ACT_DROP },
	{ "strike", ACT_DROP }, { "strong", ACT_DROP }, { "sub", ACT_DROP },
	{ "sup", ACT_DROP }, { "tt", ACT_CODE }, { "u", ACT_DROP }, { "wbr", ACT_DROP } };

/* Of these all up to an empty line, or to their end (CommonMark 0.30,
 * section 4.6). */
static const char *const blocks[] = { "address", "article", "aside", "blockquote",
	"center", "details", "div", "dl", "dt", "dd", "fieldset", "figcaption", "figure",
	"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe",
	"li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "td",
	"tfoot", "th", "thead", "tr", "ul", "video", "audio" };
static const char *const wholes[] = { "pre", "script", "style", "table" };

struct markup {
	struct arena *a;
	struct buf *out;
	size_t pieces;
};

struct tag {
	size_t n; /* bytes, 0: there is none */
	struct str name, rest;
	bool end;
};

/* "<name ...>" or "</name>" at the front of a line. */
static struct tag
tag_at(struct str s)
{
	struct tag t = { .end = str_starts(s, STR("</")) };
	const size_t from = t.end ? 2 : 1;
	size_t to = from;
	char quote = '\0';

	if (!str_starts(s, STR("<")))
		return t;
	while (to < s.n && (byte_is_letter(s.p[to]) || byte_is_digit(s.p[to])))
		to++;
	if (to == from || to == s.n || strchr(" \t/>", s.p[to]) == NULL)
		return t;
	t.name = str_cut(s, from, to);
	for (size_t i = to; i < s.n && i < TAG_MOST; i++) {
		const char c = s.p[i];

		if (quote != '\0') {
			quote = c == quote ? '\0' : quote;
		} else if (c == '"' || c == '\'') {
			quote = c;
		} else if (c == '<') {
			return t;
		} else if (c == '>') {
			t.rest = str_cut(s, to, i);
			t.n = i + 1;
			return t;
		}
	}
	return t;
}

/* `Vec<B>` is none. */
static bool
is_inline(const struct tag *t, enum action *action)
{
	for (size_t i = 0; t->n != 0 && i < LEN(inlines); i++)
		if (str_eq_nocase(t->name, str_of(inlines[i].name)) &&
		    (t->name.n > 1 || t->name.p[0] >= 'a')) {
			*action = inlines[i].action;
			return true;
		}
	return false;
}

static struct str
address_of(struct str rest)
{
	size_t at = str_find(rest, STR("href="), 0), to;
	char quote;

	if (at == STR_NONE || at + 6 >= rest.n)
		return STR_NIL;
	quote = rest.p[at + 5];
	if (quote != '"' && quote != '\'')
		return STR_NIL;
	to = str_find(rest, (struct str){ &quote, 1 }, at + 6);
	return str_has(str_cut(rest, at + 6, to), STR(">")) ? STR_NIL
							    : str_cut(rest, at + 6, to);
}

/* Bytes of "<a href=u>words</a>" at the front of `s`, which becomes
   "[words](<u>)"; 0 if it is no such link. */
static size_t
take_link(struct markup *m, struct str s, const struct tag *t)
{
	const struct str near = str_cut(s, 0, TAG_MOST), url = address_of(t->rest);
	const size_t end = str_find(near, STR("</a>"), t->n);
	const struct str words = end == STR_NONE ? STR_NIL : str_cut(near, t->n, end);

	if (t->end || str_trim(url).n == 0 || str_trim(words).n == 0 ||
	    str_has(words, STR("<")) || str_has(words, STR("]")))
		return 0;
	buf_byte(m->out, '[');
	buf_str(m->out, words);
	buf_text(m->out, "](<");
	buf_str(m->out, str_trim(url));
	buf_text(m->out, ">)");
	return end + 4;
}

/* Bytes of `code` at the front of a line, with its marks. */
static size_t
code_bytes(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '`')
		n++;
	for (size_t i = n, run = 0; n != 0 && i < s.n && i < CODE_MOST; i++) {
		run = s.p[i] == '`' ? run + 1 : 0;
		if (run == n && (i + 1 == s.n || s.p[i + 1] != '`'))
			return i + 1;
	}
	return n;
}

static bool
ends_blank(const struct buf *b)
{
	return b->n == 0 || b->p[b->n - 1] == ' ' || b->p[b->n - 1] == '\n';
}

/* Bytes of an element at the front of `s`, the rest of a line without blanks at its end, for which
   something else was written; 0: none. */
static size_t
take_tag(struct markup *m, struct str s, bool row)
{
	const struct tag t = tag_at(s);
	enum action action;
	size_t n;

	if (str_starts(s, STR("<!--"))) {
		n = str_find(str_cut(s, 0, TAG_MOST), STR("-->"), 4);
		if (n == STR_NONE)
			return 0;
		n += 3;
		return n + (ends_blank(m->out) && n < s.n && s.p[n] == ' ');
	}
	if (!is_inline(&t, &action))
		return 0;
	switch (action) {
	case ACT_DROP:
		break;
	case ACT_BREAK:
		if (row || t.n == s.n)
			buf_byte(m->out, row ? ' ' : '\\');
		else
			buf_text(m->out, "\\\n");
		break;
	case ACT_CODE:
		buf_byte(m->out, '`');
		break;
	case ACT_LINK:
		n = take_link(m, s, &t);
		return n != 0 ? n : t.n;
	}
	return t.n;
}

static void
take_line(struct markup *m, struct str line)
{
	const struct str bare = str_trim(line);
	const bool row = str_has(bare, STR("|")) || str_starts(bare, STR("#"));
	const size_t end = bare.n == 0 ? 0 : (size_t)(bare.p - line.p) + bare.n;

	for (size_t i = 0; i < end;) {
		const struct str rest = str_cut(line, i, end);
		size_t n = rest.p[0] == '<' ? take_tag(m, rest, row) : 0;

		if (n == 0) {
			n = rest.p[0] == '`'    ? code_bytes(rest)
			    : rest.p[0] == '\\' ? 2
						: 1;
			buf_str(m->out, str_cut(rest, 0, n));
		}
		i += n;
	}
	buf_str(m->out, str_cut(line, end, line.n));
	buf_byte(m->out, '\n');
}

/* What is a block as a page would be read, with empty lines around it. */
static void
take_block(struct markup *m, struct str html)
{
	const struct doc *d =
	    m->pieces++ < PIECES_MOST ? html_fragment(m->a, html, STR_NIL) : NULL;

	buf_byte(m->out, '\n');
	if (m->pieces > PIECES_MOST)
		buf_str(m->out, html);
	else if (d != NULL)
		doc_commonmark(d, m->out);
	buf_text(m->out, "\n\n");
}

/* Bytes of the block at the front of `text`, whose first line begins with a
 * tag. */
static size_t
block_bytes(struct arena *a, struct str text, const struct tag *t)
{
	struct str rest = text;
	struct buf end = buf_new(a);
	size_t n;

	if (!t->end && str_is_any(t->name, wholes, LEN(wholes))) {
		buf_text(&end, "</");
		buf_str(&end, t->name);
		n = str_find(text, buf_view(&end), 0);
		if (n == STR_NONE)
			return text.n;
		rest = str_cut(text, n, text.n);
		(void)str_line(&rest);
		return text.n - rest.n;
	}
	while (rest.n != 0) {
		n = rest.n;
		if (str_trim(str_line(&rest)).n == 0)
			return text.n - n;
	}
	return text.n;
}

/* "<Note>" alone on a line: what a generator of sites replaces. */
static bool
is_component(struct str name)
{
	return name.n > 2 && name.p[0] >= 'A' && name.p[0] <= 'Z' && name.p[1] >= 'a';
}

/* Bytes of a block of HTML or of a remark at the front of `text`, written anew;
 * 0: none. */
static size_t
take_html(struct markup *m, struct str text)
{
	struct str rest = text, line = str_line(&rest);
	const struct str bare = str_trim(line);
	const struct tag t = tag_at(bare);
	size_t n;

	if (str_starts(bare, STR("<!--"))) {
		n = str_find(text, STR("-->"), 0);
		return n == STR_NONE ? text.n : n + 3;
	}
	if (t.n == bare.n && is_component(t.name))
		return text.n - rest.n;
	if (t.n == 0 || (!str_is_any(t.name, blocks, LEN(blocks)) &&
			    !str_is_any(t.name, wholes, LEN(wholes))))
		return 0;
	n = block_bytes(m->a, text, &t);
	take_block(m, str_cut(text, 0, n));
	return n;
}

static bool
is_indented(struct str line)
{
	return str_starts(line, STR("    ")) || str_starts(line, STR("\t"));
}

struct str
markup_off(struct arena *a, struct str text)
{
	struct buf out = buf_new(a);
	struct markup m = { .a = a, .out = &out };
	bool code = false, blank = true;

	if (!str_has(text, STR("<")))
		return text;
	buf_room(&out, text.n + 1);
	while (text.n != 0) {
		struct str rest = text;
		const struct str line = str_line(&rest), bare = str_trim(line);
		const bool fence =
		    str_starts(bare, STR("```")) || str_starts(bare, STR("~~~"));
		const bool kept = code || fence || (blank && is_indented(line));
		const size_t n = kept || is_indented(line) ? 0 : take_html(&m, text);

		code = code != fence;
		blank = bare.n == 0 || (blank && kept);
		if (n != 0) {
			blank = true;
			text = str_cut(text, n, text.n);
			continue;
		}
		text = rest;
		if (kept) {
			buf_str(&out, line);
			buf_byte(&out, '\n');
		} else {
			take_line(&m, line);
		}
	}
	return buf_view(&out);
}
