/* What is taken from a page before the parser sees it: everything that is no text, and
   everything that would cost the parser more than time linear in the page. */
#include <string.h>

#include "article/html.h"

enum {
	PAD = 16, /* zero bytes the parser may read after the end */
	SAVED_BYTES = 2000
};

struct cleaner {
	struct arena *a;
	struct html_page *page;
	struct str in;
	size_t i;
	char *out;
	size_t n;
	unsigned char open[HTML_DEPTH]; /* elements, by tag or by a hash of the name */
	size_t depth, dropped;
	unsigned char
	    formats[TAG_COUNT]; /* open ones the parser will reopen, at most 3 */
	size_t reopened, cost;
	bool full;              /* something did not fit */
	bool absent[TAG_COUNT]; /* no end tag comes any more */
};

/* No more than is read; tags end with one byte that is always free. */
static void
emit(struct cleaner *c, size_t from, size_t to)
{
	const size_t left = c->n < HTML_BYTES ? HTML_BYTES - c->n : 0;
	const size_t n = to - from < left ? to - from : left;

	memcpy(c->out + c->n, c->in.p + from, n);
	c->n += n;
	c->full = c->full || n < to - from;
}

static bool
is_name_end(char ch)
{
	return ch == ' ' || ch == '\t' || ch == '\n' || ch == '/' || ch == '>';
}

static size_t
find_byte(struct str s, size_t from, char ch)
{
	const char *hit = from < s.n ? memchr(s.p + from, ch, s.n - from) : NULL;

	return hit == NULL ? STR_NONE : (size_t)(hit - s.p);
}

static struct str
name_at(struct str s, size_t from)
{
	size_t to = from;

	while (to < s.n && !is_name_end(s.p[to]))
		to++;
	return str_cut(s, from, to);
}

/* The place of the next end tag of this name, or STR_NONE. */
static size_t
end_tag(struct cleaner *c, enum html_tag tag, struct str name, size_t from)
{
	if (c->absent[tag])
		return STR_NONE;
	for (size_t at = from; (at = find_byte(c->in, at, '<')) != STR_NONE; at++)
		if (at + 1 < c->in.n && c->in.p[at + 1] == '/' &&
		    str_eq_nocase(name_at(c->in, at + 2), name))
			return at;
	c->absent[tag] = true;
	return STR_NONE;
}

static size_t
after_tag(struct str s, size_t at)
{
	const size_t gt = find_byte(s, at, '>');

	return gt == STR_NONE ? s.n : gt + 1;
}

/* Drawings hold drawings: the end tag that closes the first. */
static size_t
end_of_nested(struct cleaner *c, enum html_tag tag, struct str name, size_t from)
{
	size_t level = 1;

	if (c->absent[tag])
		return STR_NONE;
	for (size_t at = from; (at = find_byte(c->in, at, '<')) != STR_NONE; at++) {
		const bool end = at + 1 < c->in.n && c->in.p[at + 1] == '/';

		if (!str_eq_nocase(name_at(c->in, at + (end ? 2 : 1)), name))
			continue;
		if (!end)
			level += c->in.p[after_tag(c->in, at) - 1] != '>' ||
				 c->in.p[after_tag(c->in, at) - 2] != '/';
		else if (--level == 0)
			return at;
	}
	c->absent[tag] = true;
	return STR_NONE;
}

/* One attribute: from where it may be copied, its name, and where it ends. */
struct attribute {
	size_t from, to;
	struct str name, value;
};

static bool
next_attribute(struct str s, size_t *i, struct attribute *out)
{
	size_t at = *i;

	out->from = at;
	while (at < s.n && (is_name_end(s.p[at]) && s.p[at] != '>'))
		out->from = at++;
	if (at >= s.n || s.p[at] == '>') {
		*i = at;
		return false;
	}
	out->name.p = s.p + at++;
	while (at < s.n && !is_name_end(s.p[at]) && s.p[at] != '=')
		at++;
	out->name.n = (size_t)(s.p + at - out->name.p);
	out->to = at;
	out->value = STR_NIL;
	while (at < s.n && is_name_end(s.p[at]) && s.p[at] != '/' && s.p[at] != '>')
		at++;
	if (at < s.n && s.p[at] == '=') {
		at++;
		while (
		    at < s.n && is_name_end(s.p[at]) && s.p[at] != '/' && s.p[at] != '>')
			at++;
		if (at < s.n && (s.p[at] == '"' || s.p[at] == '\'')) {
			const size_t end = find_byte(s, at + 1, s.p[at]);

			out->value = str_cut(s, at + 1, end == STR_NONE ? s.n : end);
			at = end == STR_NONE ? s.n : end + 1;
		} else {
			out->value.p = s.p + at;
			while (at < s.n && (!is_name_end(s.p[at]) || s.p[at] == '/'))
				at++;
			out->value.n = (size_t)(s.p + at - out->value.p);
		}
		out->to = at;
	}
	*i = at;
	return true;
}

/* Formatting elements are the same to the parser when they carry nothing, and then it
   reopens three of each at most. */
static bool
attribute_is_kept(enum html_tag tag, enum html_attr attr)
{
	if (attr == ATTR_COUNT)
		return false;
	return tag == TAG_A || (html_traits(tag) & TAG_FORMAT) == 0;
}

/* Reads the attributes of a start tag and copies those we read; the place after it. */
static size_t
copy_attributes(struct cleaner *c, enum html_tag tag, size_t i, struct str *type)
{
	const size_t begin = i;
	struct attribute got;
	bool seen[ATTR_COUNT + 1] = { false };

	while (next_attribute(c->in, &i, &got)) {
		const enum html_attr attr = html_attr_of(got.name);

		if (attr == ATTR_TYPE)
			*type = got.value;
		if (attribute_is_kept(tag, attr) && !seen[attr] &&
		    got.to - begin < HTML_ATTRS_ROOM)
			emit(c, got.from, got.to);
		seen[attr] = true;
	}
	return i < c->in.n ? i + 1 : c->in.n;
}

static unsigned char
open_id(enum html_tag tag, struct str name)
{
	uint64_t h = 0;

	if (tag != TAG_OTHER)
		return (unsigned char)tag;
	for (size_t i = 0; i < name.n && i < 40; i++)
		h = h * 31 + (unsigned char)(name.p[i] | 32);
	return (unsigned char)(128 + h % 128);
}

static void
format_count(struct cleaner *c, enum html_tag tag, bool start)
{
	if ((html_traits(tag) & TAG_FORMAT) == 0)
		return;
	if (start && c->formats[tag] < 3) {
		c->formats[tag]++;
		c->reopened++;
	} else if (!start && c->formats[tag] > 0) {
		c->formats[tag]--;
		c->reopened--;
	}
}

/* Whether one more element may be opened. */
static bool
open_element(struct cleaner *c, enum html_tag tag, struct str name)
{
	const unsigned traits = html_traits(tag);

	c->cost += 2 + ((traits & TAG_BLOCK) != 0 ? c->reopened : 0);
	if ((traits & (TAG_VOID | TAG_LOOSE)) != 0)
		return true;
	if (c->depth + 64 >= HTML_DEPTH) {
		c->dropped++;
		return false;
	}
	c->open[c->depth++] = open_id(tag, name);
	format_count(c, tag, true);
	return true;
}

static void
close_element(struct cleaner *c, size_t at, struct str name)
{
	const enum html_tag tag = html_tag_of(name);
	const unsigned char *hit = memrchr(c->open, open_id(tag, name), c->depth);

	c->cost += 1 + ((html_traits(tag) & TAG_BLOCK) != 0 ? c->reopened : 0);
	if ((html_traits(tag) & TAG_LOOSE) == 0) {
		if (c->dropped > 0) {
			c->dropped--;
			return;
		}
		if (hit == NULL && tag != TAG_BR)
			return;
		if (hit != NULL)
			c->depth = (size_t)(hit - c->open);
		format_count(c, tag, false);
	}
	emit(c, at, at + 2 + name.n);
	c->out[c->n++] = '>';
}

/* What is no text up to its end tag is passed over; true when it was. */
static bool
pass_over(struct cleaner *c, enum html_tag tag, struct str name, struct str type)
{
	const size_t from = c->i;
	size_t end;

	switch ((int)tag) {
	case TAG_SCRIPT:
	case TAG_STYLE:
	case TAG_IFRAME:
	case TAG_NOEMBED:
	case TAG_NOFRAMES:
	case TAG_TEXTAREA:
		end = end_tag(c, tag, name, from);
		break;
	case TAG_SVG:
	case TAG_MATH:
		end = end_of_nested(c, tag, name, from);
		break;
	default:
		return false;
	}
	if (end == STR_NONE)
		return true; /* the tag alone is dropped */
	if (tag == TAG_SCRIPT && str_has(type, STR("ld+json")))
		*vec_push(c->a, &c->page->json) = str_cut(c->in, from, end);
	c->i = after_tag(c->in, end);
	return true;
}

/* A title's text is no markup; without an end it would be the whole page. */
static void
copy_title(struct cleaner *c)
{
	const size_t end = end_tag(c, TAG_TITLE, STR("title"), c->i);

	if (end == STR_NONE)
		return;
	emit(c, c->i, end);
	c->i = end;
}

static void
start_tag(struct cleaner *c, size_t lt)
{
	const struct str name = name_at(c->in, lt + 1);
	const enum html_tag tag = html_tag_of(name);
	const size_t rewind = c->n;
	struct str type = STR_NIL;

	emit(c, lt, lt + 1 + name.n);
	c->i = copy_attributes(c, tag, lt + 1 + name.n, &type);
	if (c->in.p[c->i - 1] != '>') { /* the page ends inside the tag */
		c->n = rewind;
		return;
	}
	c->out[c->n++] = '>';
	if (pass_over(c, tag, name, type) || !open_element(c, tag, name)) {
		c->n = rewind;
		return;
	}
	if (tag == TAG_TITLE) {
		if (end_tag(c, TAG_TITLE, name, c->i) == STR_NONE)
			c->n = rewind;
		else
			copy_title(c);
	}
}

/* "saved from url=(0021)https://a.example/", "Page saved with SingleFile url: https:...". */
static struct str
saved_from(struct str text)
{
	static const char *const marks[] = { "saved from url=", "saved with SingleFile" };
	struct str head = str_cut(text, 0, SAVED_BYTES);

	for (size_t i = 0; i < LEN(marks); i++) {
		const size_t mark = str_find(head, str_of(marks[i]), 0);
		const size_t at =
		    str_find(head, STR("http"), mark == STR_NONE ? head.n : mark);
		size_t end = at;

		while (at != STR_NONE && end < head.n &&
		       (unsigned char)head.p[end] > ' ' && head.p[end] != '>' &&
		       head.p[end] != '<')
			end++;
		if (at != STR_NONE && at < mark + 60)
			return str_cut(head, at, end);
	}
	return STR_NIL;
}

/* "<!", "<?", "</": comments, the document type, end tags. */
static void
other_markup(struct cleaner *c, size_t lt)
{
	const char next = c->in.p[lt + 1];

	if (str_starts(str_cut(c->in, lt, lt + 4), STR("<!--"))) {
		const size_t end = str_find(c->in, STR("-->"), lt + 2);

		c->i = end == STR_NONE ? c->in.n : end + 3;
		return;
	}
	c->i = after_tag(c->in, lt);
	if (next == '!' && str_eq_nocase(str_cut(c->in, lt + 2, lt + 9), STR("doctype")))
		emit(c, lt, c->i);
	else if (next == '/' && lt + 2 < c->in.n && byte_is_letter(c->in.p[lt + 2]) &&
		 c->in.p[c->i - 1] == '>')
		close_element(c, lt, name_at(c->in, lt + 2));
}

/* Where the last whole character of a text that was cut ends. */
static size_t
whole_end(struct str s)
{
	size_t n = s.n;

	while (n > 0 && s.n - n < 3 && (s.p[n - 1] & 0xc0) == 0x80)
		n--;
	return n > 0 && (s.p[n - 1] & 0x80) != 0 ? n - 1 : s.n;
}

struct html_page
html_scan(struct arena *a, struct str text)
{
	struct html_page page = { 0 };
	struct cleaner c = { .a = a, .page = &page, .in = text };

	c.out = arena_alloc(a, (text.n < HTML_BYTES ? text.n : HTML_BYTES) + 2 * PAD);
	while (c.i < text.n && c.n < HTML_BYTES && c.cost < HTML_NODES) {
		const size_t lt = find_byte(text, c.i, '<');
		const size_t end = lt == STR_NONE ? text.n : lt;

		c.cost += end > c.i;
		emit(&c, c.i, end);
		c.i = end;
		if (lt == STR_NONE)
			break;
		if (lt + 1 < text.n && byte_is_letter(text.p[lt + 1])) {
			start_tag(&c, lt);
		} else if (lt + 1 < text.n && text.p[lt + 1] != '\0' &&
			   strchr("!?/", text.p[lt + 1]) != NULL) {
			other_markup(&c, lt);
		} else {
			emit(&c, lt, lt + 1);
			c.i = lt + 1;
		}
	}
	page.from = saved_from(text);
	page.cut = c.i < text.n || c.full;
	page.text = (struct str){ c.out, c.n };
	if (c.full)
		page.text.n = whole_end(page.text);
	memset(c.out + page.text.n, 0, PAD);
	return page;
}

/* The word after "charset=", with or without quotes. */
static struct str
charset_at(struct str head, size_t from)
{
	size_t to;

	while (
	    from < head.n && strchr("\"' ", head.p[from]) != NULL && head.p[from] != '\0')
		from++;
	for (to = from;
	     to < head.n && to - from < 24 &&
	     (byte_is_letter(head.p[to]) || head.p[to] == '-' || head.p[to] == '_' ||
		 (head.p[to] >= '0' && head.p[to] <= ':'));
	     to++)
		;
	return str_cut(head, from, to);
}

/* Scripts and links name the sets of what they lead to. */
struct str
html_charset(struct str bytes)
{
	static const char key[] = "charset=";
	const struct str head = str_cut(html_page_in(bytes), 0, 8192);
	struct str tag = STR_NIL;

	for (size_t i = 0; head.p != NULL && i + sizeof(key) <= head.n; i++) {
		const size_t end = i + sizeof(key) - 1;

		if (head.p[i] == '<')
			tag = str_cut(head, i + 1, i + 5);
		if (str_eq_nocase(tag, STR("meta")) &&
		    str_eq_nocase(str_cut(head, i, end), str_of(key)) &&
		    charset_at(head, end).n != 0)
			return charset_at(head, end);
	}
	return STR_NIL;
}
