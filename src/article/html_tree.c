/* The parser (gumbo) and our own tree of what it made: the only file that knows it. */
#include <gumbo.h>

#include "article/html.h"

static const struct {
	const char *name;
	unsigned traits;
} tags[] = {
#define ROW(id, name, traits) { name, traits },
	HTML_TAGS(ROW)
#undef ROW
};

static const char *const attrs[] = {
#define ROW(id, name) name,
	HTML_ATTRS(ROW)
#undef ROW
};

/* -1, 0, 1 as strcmp, without case. */
static int
compare(struct str name, const char *with)
{
	for (size_t i = 0; i < name.n; i++) {
		const char c = byte_lower(name.p[i]);

		if (with[i] == '\0' || c != with[i])
			return (unsigned char)c < (unsigned char)with[i] ? -1 : 1;
	}
	return with[name.n] == '\0' ? 0 : -1;
}

enum html_tag
html_tag_of(struct str name)
{
	size_t lo = 1, hi = LEN(tags);

	while (lo < hi) {
		const size_t mid = (lo + hi) / 2;
		const int way = compare(name, tags[mid].name);

		if (way == 0)
			return (enum html_tag)mid;
		if (way < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return TAG_OTHER;
}

enum html_attr
html_attr_of(struct str name)
{
	for (size_t i = 0; i < LEN(attrs); i++)
		if ((name.p[0] | 32) == attrs[i][0] && compare(name, attrs[i]) == 0)
			return (enum html_attr)i;
	return ATTR_COUNT;
}

unsigned
html_traits(enum html_tag tag)
{
	return tags[tag].traits;
}

bool
html_is_heading(enum html_tag tag)
{
	return tag >= TAG_H1 && tag <= TAG_H6;
}

bool
html_is_plain(enum html_tag tag)
{
	return tag == TAG_P || tag == TAG_DIV || tag == TAG_SECTION;
}

static void *
parser_alloc(void *arena, size_t bytes)
{
	return arena_alloc(arena, bytes);
}

static void
parser_free(void *arena, void *p)
{
	(void)arena;
	(void)p;
}

/* Soft hyphens are of the page's lines, and part its words. */
static struct str
copy_text(struct arena *a, const char *text)
{
	const struct str s = str_of(text), hyphen = STR("\xc2\xad");
	struct buf b;

	if (!str_has(s, hyphen))
		return str_dup(a, s);
	b = buf_new(a);
	for (size_t i = 0, at; i < s.n; i = at + hyphen.n) {
		at = str_find(s, hyphen, i);
		at = at == STR_NONE ? s.n : at;
		buf_str(&b, str_cut(s, i, at));
	}
	return buf_view(&b);
}

static void
copy_values(struct arena *a, struct node *n, const GumboVector *from)
{
	n->values = arena_many(a, struct html_value, from->length);
	for (unsigned i = 0; i < from->length; i++) {
		const GumboAttribute *attr = from->data[i];
		const enum html_attr name = html_attr_of(str_of(attr->name));

		if (name != ATTR_COUNT)
			n->values[n->value_count++] =
			    (struct html_value){ name, copy_text(a, attr->value) };
	}
}

static struct node *
copy_node(struct arena *a, const GumboNode *g)
{
	struct node *n = arena_new(a, struct node);

	switch (g->type) {
	case GUMBO_NODE_ELEMENT:
	case GUMBO_NODE_TEMPLATE:
		n->tag = html_tag_of(str_of(gumbo_normalized_tagname(g->v.element.tag)));
		if (g->v.element.attributes.length != 0)
			copy_values(a, n, &g->v.element.attributes);
		return n;
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_WHITESPACE:
	case GUMBO_NODE_CDATA:
		n->text = copy_text(a, g->v.text.text);
		return n;
	case GUMBO_NODE_COMMENT:
	case GUMBO_NODE_DOCUMENT:
		return NULL;
	}
	return NULL;
}

static bool
has_children(const GumboNode *g)
{
	return (g->type == GUMBO_NODE_ELEMENT || g->type == GUMBO_NODE_TEMPLATE) &&
	       g->v.element.children.length != 0;
}

static const GumboNode *
sibling(const GumboNode *g)
{
	const GumboVector *all = &g->parent->v.element.children;

	return g->index_within_parent + 1 < all->length
		   ? all->data[g->index_within_parent + 1]
		   : NULL;
}

/* In text order, up and down by the parser's own links. */
static struct node *
copy_tree(struct arena *a, const GumboNode *top)
{
	struct node *root = copy_node(a, top), *in = root, **end = &root->first;
	uint32_t order = 0;
	const GumboNode *g = has_children(top) ? top->v.element.children.data[0] : NULL;

	while (g != NULL) {
		struct node *n = copy_node(a, g);

		if (n != NULL) {
			n->parent = in;
			n->order = ++order;
			*end = n;
			end = &n->next;
		}
		if (n != NULL && has_children(g)) {
			in = n;
			end = &n->first;
			g = g->v.element.children.data[0];
			continue;
		}
		while (sibling(g) == NULL && g->parent != top) {
			g = g->parent;
			end = &in->next;
			in = in->parent;
		}
		g = sibling(g);
	}
	return root;
}

struct node *
html_parse(struct arena *a, struct str page)
{
	struct arena parser = ARENA_INIT;
	GumboOptions options = kGumboDefaultOptions;
	GumboOutput *made;
	struct node *root;

	options.allocator = parser_alloc;
	options.deallocator = parser_free;
	options.userdata = &parser;
	options.max_errors = 0;
	made = gumbo_parse_with_options(&options, page.p, page.n);
	root = copy_tree(a, made->root);
	arena_free(&parser);
	return root;
}

struct str
node_value(const struct node *n, enum html_attr attr)
{
	for (size_t i = 0; i < n->value_count; i++)
		if (n->values[i].attr == attr)
			return n->values[i].text;
	return STR_NIL;
}

bool
node_has(const struct node *n, enum html_attr attr)
{
	for (size_t i = 0; i < n->value_count; i++)
		if (n->values[i].attr == attr)
			return true;
	return false;
}

const struct node *
node_next(const struct node *n, const struct node *top, bool into)
{
	if (into && n->first != NULL)
		return n->first;
	while (n != top && n->next == NULL)
		n = n->parent;
	return n == top ? NULL : n->next;
}

size_t
html_space(struct str s, size_t i)
{
	const char c = s.p[i];

	if ((c & 0x80) == 0)
		return c == ' ' || c == '\n' || c == '\t';
	if (c == '\xc2' && i + 1 < s.n && s.p[i + 1] == '\xa0')
		return 2;
	return c == '\xe3' && str_eq(str_cut(s, i, i + 3), STR("\u3000")) ? 3 : 0;
}

struct str
html_squeeze(struct arena *a, struct str s)
{
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;

	for (size_t i = 0, space; i < s.n; i += space != 0 ? space : 1) {
		space = html_space(s, i);
		if (space == 0)
			out[n++] = s.p[i];
		else if (n != 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	while (n != 0 && out[n - 1] == ' ')
		n--;
	return (struct str){ out, n };
}

struct str
node_text(struct arena *a, const struct node *top)
{
	struct buf all = buf_new(a);
	const struct node *n = top;

	while (n != NULL) {
		if (n->text.n != 0)
			buf_str(&all, n->text);
		else if ((html_traits(n->tag) & TAG_BLOCK) != 0 || n->tag == TAG_BR)
			buf_byte(&all, ' ');
		n = node_next(n, top, n == top || (html_traits(n->tag) & TAG_SKIP) == 0);
	}
	return html_squeeze(a, buf_view(&all));
}
