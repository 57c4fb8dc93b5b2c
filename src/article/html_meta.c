/* What a page says of itself. */
#include "article/html.h"

static struct str
meta_content(const struct page *p, const char *key)
{
	const struct str k = str_of(key);

	for (const struct node *n = p->root; n != NULL && n != p->body;
	     n = node_next(n, p->root, true))
		if (n->tag == TAG_META &&
		    (str_eq_nocase(node_value(n, ATTR_PROPERTY), k) ||
			str_eq_nocase(node_value(n, ATTR_NAME), k)))
			return node_value(n, ATTR_CONTENT);
	return STR_NIL;
}

struct meta
html_meta(struct page *p, struct job *j, const struct strs *json)
{
	struct meta m = { STR_NIL };
	struct str title = STR_NIL;

	(void)json;
	title = meta_content(p, "og:title");
	for (const struct node *n = p->root; n != NULL && title.n == 0;
	     n = node_next(n, p->root, true))
		if (n->tag == TAG_TITLE || n->tag == TAG_H1)
			title = node_text(p->a, n);
	if (j->out->title.n == 0)
		j->out->title = html_squeeze(j->a, title);
	m.base = meta_content(p, "og:url");
	return m;
}
