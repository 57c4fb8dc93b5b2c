/* A web page becomes an article: the steps of html.h one after the other, in an arena of
   their own. */
#include "article/html.h"

/* Of a page's text: so little that it may be a teaser, and what is worth the change. */
enum { FEW_BYTES = 800, LEAST_BYTES = 200 };

static const struct node *
find_body(const struct node *root)
{
	for (const struct node *n = root; n != NULL; n = node_next(n, root, true))
		if (n->tag == TAG_BODY)
			return n;
	return NULL;
}

static bool
has_text(const struct doc *d)
{
	return d != NULL && d->first != NULL;
}

/* A text with lines as paragraphs. */
static struct str
as_html(struct arena *a, struct str text)
{
	struct buf b = buf_new(a);

	if (str_has(text, STR("</p>")) || str_has(text, STR("<br")))
		return text;
	while (text.n != 0) {
		buf_text(&b, "<p>");
		buf_str(&b, str_line(&text));
	}
	return buf_view(&b);
}

static size_t
kept_bytes(const struct page *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->blocks.n; i++)
		n += p->blocks.at[i].keep ? p->blocks.at[i].text.n : 0;
	return n;
}

/* Where little was found on the page, what machines are told may be more. */
static void
fall_back(struct job *j, const struct page *p, const struct meta *m)
{
	struct doc *d;

	if (kept_bytes(p) >= FEW_BYTES || m->body.n < 2 * kept_bytes(p) + LEAST_BYTES)
		return;
	d = html_fragment(j->a, as_html(p->a, html_unescape(p->a, m->body)), m->base);
	j->out->body = d == NULL ? j->out->body : d;
}

static bool
read_page(struct job *j, struct page *p, struct str text)
{
	const struct html_page page = html_scan(p->a, html_page_in(text));
	struct meta meta;

	if (page.cut || j->cut)
		say(j->d, SAY_ARTICLE_CUT, (struct place){ .file = j->hints->file },
		    "the page is larger than is read, its end is left out");
	p->root = html_parse(p->a, page.text);
	p->body = find_body(p->root);
	if (p->body == NULL)
		return false;
	html_linearise(p);
	if (p->blocks.n != 0)
		html_score(p);
	meta = html_meta(p, j, &page);
	if (p->blocks.n != 0) {
		html_judge(p);
		html_keep(p);
		html_dek(p, j->out);
		html_head(p, j->out);
		html_related(p, j, meta.base);
		html_doc(p, j, meta.base);
	}
	fall_back(j, p, &meta);
	return has_text(j->out->body);
}

bool
html_read(struct job *j, struct str text)
{
	struct arena scratch = ARENA_INIT;
	struct page p = { .a = &scratch };
	const bool found = read_page(j, &p, text);

	arena_free(&scratch);
	return found;
}

struct doc *
html_fragment(struct arena *a, struct str text, struct str base)
{
	struct arena scratch = ARENA_INIT;
	struct page p = { .a = &scratch };
	struct article made = { 0 };
	struct job j = { .a = a, .out = &made };

	p.root = html_parse(p.a, html_scan(p.a, text).text);
	p.body = find_body(p.root);
	if (p.body != NULL) {
		html_linearise(&p);
		for (size_t i = 0; i < p.blocks.n; i++)
			p.blocks.at[i].keep = true;
		html_doc(&p, &j, base);
	}
	arena_free(&scratch);
	return has_text(made.body) ? made.body : NULL;
}
