/* Well-formed XML of anything: what is no markup is escaped, what was left open is
   closed where it can only end, what was never opened is dropped.  One pass. */
#include <string.h>

#include "article/feed.h"

enum { NAME_MOST = 64, ATTRS_MOST = 32, DEPTH = FEED_DEPTH - 8 };

struct mender {
	struct str in;
	size_t i;
	struct buf out;
	size_t most; /* bytes of output */
	struct str open[DEPTH];
	unsigned char hash[DEPTH];
	size_t depth, lost; /* open, and opened too deep to be written */
	size_t data_end;    /* of the next section, when it was looked for */
	bool no_quote[2], no_comment_end;
	bool cut;
};

static void
put(struct mender *m, struct str s)
{
	if (m->out.n + s.n > m->most)
		m->cut = true;
	else
		buf_str(&m->out, s);
}

static bool
is_name_byte(char c, bool first)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || c == ':' ||
	       (!first && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
}

static struct str
name_at(struct str s, size_t at)
{
	size_t to = at;

	while (to < s.n && is_name_byte(s.p[to], to == at) && to - at < NAME_MOST)
		to++;
	return str_cut(s, at, to);
}

static size_t
find(struct str s, char c, size_t from)
{
	const char *hit = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;

	return hit == NULL ? STR_NONE : (size_t)(hit - s.p);
}

/* ---- text ---- */

static bool
is_known(struct str name)
{
	static const char *const five[] = { "amp", "lt", "gt", "quot", "apos" };

	for (size_t i = 0; i < LEN(five); i++)
		if (str_eq(name, str_of(five[i])))
			return true;
	return false;
}

static bool
is_word(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_name_byte(s.p[i], i == 0) || strchr(":-.", s.p[i]) != NULL)
			return false;
	return s.n != 0;
}

/* The reference at `at`, or the ampersand alone; the place after it.  HTML's names stay
   in texts, where the parser passes them on. */
static size_t
put_reference(struct mender *m, struct str s, size_t at, bool in_value)
{
	const struct str look = str_cut(s, at, at + 12);
	const size_t end = str_find(look, STR(";"), 0);
	const struct str name = end == STR_NONE ? STR_NIL : str_cut(look, 1, end);

	if (name.n > 1 && name.p[0] == '#') {
		if (feed_is_char(feed_number(name))) {
			put(m, name.p[1] == 'X' ? STR("&#x") : STR("&#"));
			put(m, str_cut(look, name.p[1] == 'X' ? 3 : 2, end + 1));
		}
		return at + (feed_number(name) == 0 ? 1 : end + 1);
	}
	if (is_known(name) || (!in_value && is_word(name))) {
		put(m, str_cut(look, 0, end + 1));
		return at + end + 1;
	}
	put(m, STR("&amp;"));
	return at + 1;
}

/* Text or an attribute's value; `quote` is what the value must not hold, or NUL. */
static void
put_text(struct mender *m, struct str s, char quote)
{
	size_t from = 0, i = 0;

	while (i < s.n) {
		const char c = s.p[i];
		const bool nothing = c == '\xef' && i + 2 < s.n && s.p[i + 1] == '\xbf' &&
				     (s.p[i + 2] == '\xbe' || s.p[i + 2] == '\xbf');

		if (c != '&' && c != '<' && c != '>' && (c != quote || quote == '\0') &&
		    !nothing) {
			i++;
			continue;
		}
		put(m, str_cut(s, from, i));
		if (c == '&')
			i = put_reference(m, s, i, quote != '\0');
		else
			i += nothing ? 3 : 1;
		if (c == '<' || c == '>' || (c == quote && quote != '\0'))
			put(m, c == '<'   ? STR("&lt;")
			       : c == '>' ? STR("&gt;")
					  : STR("&quot;"));
		from = i;
	}
	put(m, str_cut(s, from, s.n));
}

/* ---- elements ---- */

static unsigned char
hash_of(struct str name)
{
	unsigned h = 0;

	for (size_t i = 0; i < name.n; i++)
		h = h * 31 + (unsigned char)name.p[i];
	return (unsigned char)h;
}

/* The place of the innermost open element of this name, or STR_NONE. */
static size_t
open_at(const struct mender *m, struct str name)
{
	const unsigned char h = hash_of(name);
	size_t n = m->depth;

	while (n != 0) {
		const unsigned char *hit = memrchr(m->hash, h, n);

		if (hit == NULL)
			break;
		n = (size_t)(hit - m->hash);
		if (str_eq(m->open[n], name))
			return n;
	}
	return STR_NONE;
}

static void
close_to(struct mender *m, size_t depth)
{
	m->most += (size_t)DEPTH * (NAME_MOST + 4); /* ends always fit */
	while (m->depth > depth) {
		buf_text(&m->out, "</");
		buf_str(&m->out, m->open[--m->depth]);
		buf_byte(&m->out, '>');
	}
	m->most -= (size_t)DEPTH * (NAME_MOST + 4);
	m->lost = 0;
}

static bool
is_one_of(struct str name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (str_eq_nocase(name, str_of(*list)))
			return true;
	return false;
}

/* What an element in a feed means by its name, prefix as by custom. */
static const struct feed_row *
row_of(struct str name)
{
	const size_t colon = str_find(name, STR(":"), 0);
	const struct str prefix = colon == STR_NONE ? STR_NIL : str_cut(name, 0, colon);

	if (colon != STR_NONE)
		name = str_cut(name, colon + 1, name.n);
	return feed_row_of(feed_ns_of(prefix, STR_NIL), name);
}

static bool
is_rich(const struct feed_row *row)
{
	return row->slot == SLOT_CONTENT || row->slot == SLOT_SUMMARY;
}

/* The innermost open field, not far up. */
static size_t
open_field(const struct mender *m, const struct feed_row **row)
{
	for (size_t at = m->depth; at > 1 && at + 24 > m->depth; at--) {
		*row = row_of(m->open[at - 1]);
		if (*row != NULL)
			return at - 1;
	}
	return STR_NONE;
}

/* A source and a picture have titles and addresses of their own; an author has none. */
static bool
has_fields(const struct feed_row *row)
{
	return row->slot == SLOT_VIA || row->slot == SLOT_SKIP;
}

/* Before an element starts, those end that cannot hold it: an item before the next one,
   a field before the next one.  Text may hold elements of HTML that are called like
   fields. */
static void
make_way(struct mender *m, struct str name)
{
	static const char *const items[] = { "item", "entry", NULL };
	static const char *const of_html[] = { "title", "link", "body", "summary",
		"source", "div", "content", NULL };
	const struct feed_row *open = NULL, *row = row_of(name);
	const bool item = is_one_of(name, items);
	size_t at = item ? open_at(m, name) : STR_NONE;

	if (at != STR_NONE && at != 0)
		close_to(m, at);
	if (m->depth == 0 || (row == NULL && !item))
		return;
	at = open_field(m, &open);
	if (at == STR_NONE || (!item && has_fields(open)))
		return;
	if (item || !is_rich(open) || !is_one_of(name, of_html))
		close_to(m, at);
}

struct attribute {
	struct str name, value;
};

/* The next attribute, forgiving what quotes and values are missing. */
static bool
next_attribute(struct mender *m, struct attribute *out)
{
	const struct str s = m->in;
	size_t to;

	while (m->i < s.n && s.p[m->i] != '>' && s.p[m->i] != '<' &&
	       !is_name_byte(s.p[m->i], true))
		m->i++;
	*out = (struct attribute){ .name = name_at(s, m->i) };
	m->i += out->name.n;
	if (out->name.n == 0)
		return false;
	while (m->i < s.n && (s.p[m->i] == ' ' || s.p[m->i] == '\n' || s.p[m->i] == '\t'))
		m->i++;
	if (m->i + 1 >= s.n || s.p[m->i] != '=')
		return true;
	m->i++;
	while (m->i < s.n && (s.p[m->i] == ' ' || s.p[m->i] == '\n' || s.p[m->i] == '\t'))
		m->i++;
	if (m->i < s.n && (s.p[m->i] == '"' || s.p[m->i] == '\'')) {
		bool *none = &m->no_quote[s.p[m->i] == '"'];

		to = *none ? STR_NONE : find(s, s.p[m->i], m->i + 1);
		*none = to == STR_NONE;
		if (to != STR_NONE) {
			out->value = str_cut(s, m->i + 1, to);
			m->i = to + 1;
			return true;
		}
		m->i++;
	}
	for (to = m->i; to < s.n && strchr(" \n\t>", s.p[to]) == NULL;)
		to++;
	out->value = str_cut(s, m->i, to);
	if (str_ends(out->value, STR("/")) && to < s.n && s.p[to] == '>')
		out->value.n--;
	m->i = to;
	return true;
}

static void
put_attributes(struct mender *m)
{
	struct str seen[ATTRS_MOST];
	size_t n = 0;
	struct attribute one;

	while (next_attribute(m, &one)) {
		bool known = n == ATTRS_MOST || str_ends(one.name, STR(":")) ||
			     str_starts(one.name, STR(":"));

		for (size_t i = 0; i < n; i++)
			known = known || str_eq(seen[i], one.name);
		if (known)
			continue;
		seen[n++] = one.name;
		put(m, STR(" "));
		put(m, one.name);
		put(m, STR("=\""));
		put_text(m, one.value, '"');
		put(m, STR("\""));
	}
}

static bool
is_root(struct str name)
{
	static const char *const roots[] = { "rss", "feed", "rdf", "opml", "channel",
		"entry", NULL };
	const size_t colon = str_find(name, STR(":"), 0);

	return is_one_of(
	    colon == STR_NONE ? name : str_cut(name, colon + 1, name.n), roots);
}

static bool
is_void(struct str name)
{
	return is_one_of(
	    name, (const char *const[]){ "br", "img", "hr", "input", "wbr", NULL });
}

static void
start_tag(struct mender *m, struct str name)
{
	const size_t rewind = m->out.n;
	bool empty;

	m->i += 1 + name.n;
	if (m->depth == 0 && !is_root(name))
		return;
	if (m->out.n == 0) /* with a type elsewhere, names are no faults */
		put(m, STR("<!DOCTYPE f SYSTEM \"f\">"));
	make_way(m, name);
	put(m, STR("<"));
	put(m, name);
	put_attributes(m);
	empty = m->depth != 0 && (is_void(name) || m->in.p[m->i - 1] == '/');
	if (m->i < m->in.n && m->in.p[m->i] == '>')
		m->i++;
	if (m->depth == DEPTH || m->cut) {
		m->lost += !empty;
		m->out.n = rewind;
		return;
	}
	put(m, empty ? STR("/>") : STR(">"));
	if (empty)
		return;
	m->hash[m->depth] = hash_of(name);
	m->open[m->depth++] = name;
}

/* The root ends with the text only: what follows it may be items. */
static void
end_tag(struct mender *m, struct str name)
{
	const size_t gt = find(m->in, '>', m->i), at = open_at(m, name);

	m->i = m->i + 2 + name.n;
	if (gt != STR_NONE && gt < m->i + 64)
		m->i = gt + 1;
	if (m->lost != 0 &&
	    !is_one_of(name, (const char *const[]){ "item", "entry", NULL }))
		m->lost--;
	else if (at != STR_NONE && at != 0)
		close_to(m, at);
}

/* ---- the rest of markup ---- */

/* Where a section ends that has no end: where its element does, before the next section. */
static size_t
data_stop(const struct mender *m, size_t from, size_t to)
{
	const size_t next = str_find(str_cut(m->in, 0, to), STR("<![CDATA["), from);
	const struct str within = str_cut(m->in, from, next == STR_NONE ? from : next);
	const struct str name = m->depth == 0 ? STR_NIL : m->open[m->depth - 1];

	for (size_t at = 0; (at = str_find(within, STR("</"), at)) != STR_NONE; at++)
		if (str_starts(str_cut(within, at + 2, within.n), name))
			return from + at;
	return STR_NONE;
}

static void
data_section(struct mender *m)
{
	const size_t from = m->i + 9;
	size_t stop;

	if (m->data_end < from)
		m->data_end = str_find(m->in, STR("]]>"), m->i);
	stop = m->data_end == STR_NONE ? STR_NONE : data_stop(m, from, m->data_end);
	m->i = from;
	if (m->data_end ==
	    STR_NONE) /* up to the item's end would be a guess: it is text */
		return;
	m->i = stop != STR_NONE ? stop : m->data_end + 3;
	if (m->depth == 0)
		return;
	put(m, STR("<![CDATA["));
	put(m, str_cut(m->in, from, stop != STR_NONE ? stop : m->data_end));
	put(m, STR("]]>"));
}

/* A document type may hold declarations in brackets. */
static void
declaration(struct mender *m)
{
	int level = 0;

	for (; m->i < m->in.n; m->i++) {
		const char c = m->in.p[m->i];

		level += (c == '[') - (c == ']');
		if (c == '>' && level <= 0)
			break;
	}
	m->i += m->i < m->in.n;
}

static void
other_markup(struct mender *m)
{
	const struct str at = str_cut(m->in, m->i, m->i + 9);
	size_t end;

	if (str_eq(at, STR("<![CDATA["))) {
		data_section(m);
	} else if (str_starts(at, STR("<!--"))) {
		end = m->no_comment_end ? STR_NONE : str_find(m->in, STR("-->"), m->i);
		m->no_comment_end = end == STR_NONE;
		m->i = end == STR_NONE ? m->i + 4 : end + 3;
	} else if (str_eq_nocase(at, STR("<!DOCTYPE"))) {
		declaration(m);
	} else {
		end = find(m->in, '>', m->i);
		m->i = end == STR_NONE ? m->in.n : end + 1;
	}
}

static void
markup(struct mender *m)
{
	const char next = m->i + 1 < m->in.n ? m->in.p[m->i + 1] : ' ';
	const struct str name = name_at(m->in, m->i + (next == '/' ? 2 : 1));

	if (next == '!' || next == '?') {
		other_markup(m);
	} else if (name.n != 0 && next == '/') {
		end_tag(m, name);
	} else if (name.n != 0) {
		start_tag(m, name);
	} else {
		if (m->depth != 0)
			put(m, STR("&lt;"));
		m->i++;
	}
}

struct str
feed_mend(struct arena *a, struct str text, bool *cut)
{
	struct mender m = { .in = text, .out = buf_new(a) };

	m.most = text.n + text.n / 4 + 4096;
	buf_room(&m.out, m.most + (size_t)DEPTH * (NAME_MOST + 4));
	while (m.i < text.n && !m.cut) {
		const size_t lt = find(text, '<', m.i);
		const size_t end = lt == STR_NONE ? text.n : lt;

		if (m.depth != 0)
			put_text(&m, str_cut(text, m.i, end), '\0');
		m.i = end;
		if (m.i < text.n)
			markup(&m);
	}
	close_to(&m, 0);
	*cut = m.cut;
	return buf_view(&m.out);
}
