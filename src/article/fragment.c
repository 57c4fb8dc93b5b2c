/* A fragment of HTML, as feeds and mails hold it: everything in it is content, so none
   of the steps that choose are taken. */
#include "article/html.h"
#include "article/item.h"

static const struct node *
body_of(const struct node *root)
{
	for (const struct node *n = root; n != NULL; n = node_next(n, root, true))
		if (n->tag == TAG_BODY)
			return n;
	return NULL;
}

bool
fragment_read(struct job *j, struct str html, struct str base)
{
	struct arena scratch = ARENA_INIT;
	struct page p = { .a = &scratch };
	const struct html_page page = html_scan(&scratch, html);

	if (page.cut)
		say(j->d, SAY_ARTICLE_CUT, (struct place){ .file = j->hints->file },
		    "an item is larger than is read, its end is left out");
	p.root = html_parse(&scratch, page.text);
	p.body = body_of(p.root);
	if (p.body != NULL)
		html_linearise(&p);
	for (size_t i = 0; i < p.blocks.n; i++)
		p.blocks.at[i].keep = true;
	html_doc(&p, j, base);
	arena_free(&scratch);
	return j->out->body->first != NULL;
}

/* "a < b" and "<T>" are text to whoever wrote them into a title. */
static struct str
without_unknown_tags(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < s.n; i++) {
		size_t from = i + 1, to;

		if (s.p[i] != '<') {
			buf_byte(&b, s.p[i]);
			continue;
		}
		from += from < s.n && s.p[from] == '/';
		for (to = from;
		     to < s.n && (((s.p[to] | 32) >= 'a' && (s.p[to] | 32) <= 'z') ||
				     (s.p[to] >= '0' && s.p[to] <= '9'));)
			to++;
		if (to > from && html_tag_of(str_cut(s, from, to)) != TAG_OTHER &&
		    str_has(str_cut(s, to, s.n), STR(">")))
			buf_byte(&b, '<');
		else
			buf_text(&b, "&lt;");
	}
	return buf_view(&b);
}

struct str
fragment_text(struct arena *a, struct str html)
{
	struct arena scratch = ARENA_INIT;
	const struct node *body;
	struct str text = STR_NIL;

	if (!str_has(html, STR("<")) && !str_has(html, STR("&")))
		return html_squeeze(a, html);
	body = body_of(html_parse(
	    &scratch, html_scan(&scratch, without_unknown_tags(&scratch, html)).text));
	if (body != NULL)
		text = str_dup(a, node_text(&scratch, body));
	arena_free(&scratch);
	return text;
}
