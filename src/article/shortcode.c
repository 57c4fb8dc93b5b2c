/*
 * What the generators of sites have in their Markdown: Hugo's shortcodes ("{{< figure >}}",
 * "{{% note %}}") and Liquid's tags ("{% include x %}", "{{ site.url }}").  What they would
 * put there is not here, so they go, and what stands between them stays; code between
 * those that highlight it is fenced.  In code they are left as they are.
 */

#include "article/inner.h"

enum { TAG_MOST = 1000 };

struct tag {
	size_t n;              /* bytes, 0: there is none */
	struct str name, rest; /* "highlight", "ruby linenos" */
	bool end;
};

static struct tag
tag_of(struct str inner, size_t n)
{
	struct tag t = { 0 };
	size_t to = 0;

	if (str_starts(inner, STR("-")))
		inner = str_trim(str_cut(inner, 1, inner.n));
	t.end = str_starts(inner, STR("/")) || str_starts(inner, STR("end"));
	if (t.end)
		inner = str_trim(str_cut(inner, inner.p[0] == '/' ? 1 : 3, inner.n));
	while (to < inner.n && byte_is_letter(inner.p[to]))
		to++;
	t.name = str_cut(inner, 0, to);
	t.rest = str_trim(str_cut(inner, to, inner.n));
	t.n = to == 0 ? 0 : n; /* a tag that is spoken of has a star there */
	return t;
}

/* The tag at the front of a text. */
static struct tag
tag_at(struct str s)
{
	static const struct {
		const char *open, *close;
	} kinds[] = { { "{{<", ">}}" }, { "{{%", "%}}" }, { "{%", "%}" },
		{ "{{ ", " }}" }, { "{{-", "}}" } };

	for (size_t i = 0; i < LEN(kinds) && str_starts(s, STR("{")); i++) {
		const struct str open = str_of(kinds[i].open);
		const struct str close = str_of(kinds[i].close);
		const size_t to = str_starts(s, open)
				      ? str_find(str_cut(s, 0, TAG_MOST), close, open.n)
				      : STR_NONE;

		if (to != STR_NONE)
			return tag_of(str_trim(str_cut(s, open.n, to)), to + close.n);
	}
	return (struct tag){ 0 };
}

/* The fence for a line that begins or ends highlighted code. */
static bool
put_fence(struct buf *out, struct str line, bool *within)
{
	const struct tag t = tag_at(line);
	const bool ends = str_has(line, STR("endhighlight")) ||
			  str_has(line, STR("/highlight")) ||
			  str_has(line, STR("/ highlight"));
	struct str word = t.rest;

	if (t.n == 0 || (*within ? !ends : t.end || !str_eq(t.name, STR("highlight"))))
		return false;
	buf_text(out, "```");
	if (!*within)
		buf_str(out, str_split(&word, ' '));
	buf_byte(out, '\n');
	*within = !*within;
	return true;
}

/* A line of text, or more of them when a tag on it goes on; what is left. */
static struct str
take_line(struct buf *out, struct str text)
{
	struct str rest = text;
	const struct str line = str_line(&rest);
	size_t i = 0, n;

	while (i < text.n && text.p[i] != '\n') {
		const struct tag t = tag_at(str_cut(text, i, text.n));
		const size_t code =
		    text.p[i] == '`' ? str_find(line, STR("`"), i + 1) : STR_NONE;

		n = t.n != 0 ? t.n : code != STR_NONE ? code + 1 - i : 1;
		if (t.n == 0)
			buf_str(out, str_cut(text, i, i + n));
		i += n;
	}
	buf_byte(out, '\n');
	return str_cut(text, i + 1, text.n);
}

struct str
shortcodes_off(struct arena *a, struct str text)
{
	struct buf out = buf_new(a);
	bool fenced = false, lit = false;

	if (!str_has(text, STR("{{")) && !str_has(text, STR("{%")))
		return text;
	buf_room(&out, text.n + 64);
	while (text.n != 0) {
		struct str rest = text;
		const struct str line = str_line(&rest), bare = str_trim(line);
		const bool fence = !lit && (str_starts(bare, STR("```")) ||
					       str_starts(bare, STR("~~~")));

		fenced = fenced != fence;
		if (!fenced && put_fence(&out, bare, &lit)) {
			text = rest;
		} else if (fenced || fence || lit) {
			buf_str(&out, line);
			buf_byte(&out, '\n');
			text = rest;
		} else {
			text = take_line(&out, text);
		}
	}
	return buf_view(&out);
}
