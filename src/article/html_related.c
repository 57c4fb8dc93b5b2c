/* Further reading that the page names: the links under "You might also read", and those in
   lines that begin so.  They go from the text to the record. */
#include "article/html_meta.h"

enum { FOUND_MOST = 10, TITLE_BYTES = 200, CLIMB = 4, FIRST_LINK = 4, LONG = 200 };

struct found {
	struct str title, url;
	int rank; /* headings before lines before single words */
};

struct seeker {
	struct page *p;
	struct job *j;
	struct str base;
	struct found at[FOUND_MOST];
	size_t n;
};

static bool
is_links(const struct hblock *b)
{
	return b->link_n * 10 >= b->n * 7;
}

/* "More from the harbour" as a heading; `rest` is what follows a colon. */
static bool
is_label(const struct page *p, const struct hblock *b, struct str *rest)
{
	static const char *const heads[] = { "more from ", "more on ", "more about ",
		"related ", "recommended ", "mehr zum thema ", "weitere artikel ",
		"you may also ", "you might also " };

	*rest = STR_NIL;
	if (b->n > 300)
		return false;
	if (line_is_related(b->text, rest) || str_eq_nocase(b->text, STR("more:")))
		return true;
	for (size_t i = 0; i < LEN(heads) && b->n < 50; i++)
		if (html_is_heading(hblock_tag(p, b)) && line_starts(b->text, heads[i]))
			return true;
	return false;
}

static void
found_add(struct seeker *s, struct str title, struct str url, int rank)
{
	title = str_trim(title);
	if (url.n == 0 || title.n == 0 || title.n > TITLE_BYTES ||
	    str_eq(url, s->j->out->source.url) || line_starts(url, "mailto:"))
		return;
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->at[i].url, url)) {
			if (rank > s->at[i].rank)
				s->at[i] = (struct found){ title, url, rank };
			return;
		}
	if (s->n < FOUND_MOST)
		s->at[s->n++] = (struct found){ title, url, rank };
}

/* "card-title", "headline"; not "subtitle" and what else stands above or below one. */
static bool is_titled(struct str class)
{
	static const char *const beside[] = { "subtitle", "sub-title", "sub_title",
		"flytitle", "pretitle", "pre-title", "overtitle", "toptitle", "subhead",
		"sub-head", "pre-head", "prehead" };

	for (size_t i = 0; i < LEN(beside); i++)
		if (html_has_nocase(class, beside[i]))
			return false;
	return html_has_nocase(class, "title") || html_has_nocase(class, "headline");
}

static bool
has_own_text(struct arena *a, const struct node *top)
{
	for (const struct node *n = top->first; n != NULL; n = n->next)
		if (n->text.p != NULL && html_squeeze(a, n->text).n != 0)
			return true;
	return false;
}

/* What in a link is called its title, innermost: beside it are a kicker, a credit, a teaser. */
static struct str
named_title(const struct seeker *s, const struct node *link)
{
	enum { NODES = 40 };
	const struct node *found = NULL;
	int looked = 0;

	for (const struct node *n = node_next(link, link, true);
	     n != NULL && looked++ < NODES; n = node_next(n, link, true)) {
		const struct str class = node_value(n, ATTR_CLASS);
		const struct node *up = n;
		const bool strong = (n->tag == TAG_STRONG || n->tag == TAG_B) &&
				    !has_own_text(s->p->a, n->parent);

		if (n->text.p != NULL ||
		    (!html_is_heading(n->tag) && !is_titled(class) && !strong))
			continue;
		while (up != link && up != found)
			up = up->parent;
		if ((found == NULL || up == found) &&
		    line_words(node_text(s->p->a, n)) >= 3)
			found = n;
	}
	return found == NULL ? STR_NIL : node_text(s->p->a, found);
}

/* "© Jane Doe" below a picture. */
static bool
is_credit(struct str title)
{
	return str_starts(title, STR("©")) || line_starts(title, "(c) ");
}

/* The links of a block, the pieces of one link together. */
static void
links_of(struct seeker *s, const struct hblock *b)
{
	const bool heading = html_is_heading(hblock_tag(s->p, b));
	const struct piece *pieces = s->p->pieces.at;
	const size_t end = b->piece + b->piece_count;

	for (size_t i = b->piece; i < end; i++) {
		const struct node *link = pieces[i].link;
		struct buf text = buf_new(s->p->a);
		struct str title, rest;

		if (link == NULL)
			continue;
		for (; i < end && (pieces[i].link == link || pieces[i].text.n == 0);
		     i++) {
			buf_str(&text, pieces[i].text);
			if (pieces[i].style == RUN_BREAK)
				buf_byte(&text, ' ');
		}
		i--;
		title = named_title(s, link);
		if (title.n == 0)
			title = html_squeeze(s->p->a, buf_view(&text));
		if (line_is_related(title, &rest) && rest.n != 0)
			title = rest;
		found_add(s, title,
		    html_resolve(s->p->a, s->base, node_value(link, ATTR_HREF)),
		    heading                  ? 3
		    : line_words(title) >= 3 ? 2
					     : 1);
	}
}

/* Where the list after a label ends: at text, at the next heading, at the box's end. */
static size_t
list_end(const struct page *p, size_t label, uint32_t box)
{
	const uint32_t end = p->boxes.at[box].end;
	size_t quiet = 0, i = label + 1;

	for (; i < p->blocks.n && quiet < FIRST_LINK; i++) {
		const struct hblock *b = &p->blocks.at[i];
		struct str rest;

		if (b->box < box || b->box >= end || is_label(p, b, &rest) ||
		    (b->link_n == 0 &&
			(b->n > LONG || html_is_heading(hblock_tag(p, b)))))
			break;
		quiet = b->link_n != 0 ? 0 : quiet + 1;
	}
	return i;
}

/* The links below a label, in the nearest box around it that has some. */
static size_t
list_below(struct seeker *s, size_t label)
{
	const struct page *p = s->p;
	uint32_t box = p->blocks.at[label].box;

	for (int up = 0; up < CLIMB && box != HTML_NONE; up++) {
		const size_t end = list_end(p, label, box);

		for (size_t i = label + 1; i < end; i++)
			links_of(s, &p->blocks.at[i]);
		if (s->n != 0)
			return end;
		box = p->boxes.at[box].parent;
	}
	return label + 1;
}

/* "$15.76 at The Shop": what is sold, not what is read. */
static bool
is_price(struct str title)
{
	return (str_starts(title, STR("$")) || str_starts(title, STR("€")) ||
		   str_starts(title, STR("£"))) &&
	       str_has(title, STR(" at "));
}

/* A title of an article: not a tag, a person, a day or a call. */
static bool
is_article(struct arena *a, const struct found *one)
{
	static const char *const places[] = { "/tag/", "/tags/", "/topic/", "/topics/",
		"/category/", "/categories/", "/users/", "/author/", "/autor/",
		"/search" };
	struct str rest;

	for (size_t i = 0; i < LEN(places); i++)
		if (str_has(one->url, str_of(places[i])))
			return false;
	return one->rank > 1 && one->title.n >= 12 && !is_price(one->title) &&
	       !is_credit(one->title) && !line_is_related(one->title, &rest) &&
	       !line_is_boilerplate(one->title) && date_of(a, one->title).n == 0;
}

static bool
is_told(const struct article *out, struct str url)
{
	for (size_t i = 0; i < out->related.n; i++)
		if (str_eq(out->related.at[i].url, url))
			return true;
	return false;
}

/* What was found goes to the record; true when there was something. */
static bool
tell(struct seeker *s)
{
	struct article *out = s->j->out;
	bool any = false;

	for (size_t i = 0; i < s->n && out->related.n < 2 * FOUND_MOST; i++) {
		const struct found *one = &s->at[i];

		if (!is_article(s->p->a, one))
			continue;
		any = true;
		if (!is_told(out, one->url))
			*vec_push(s->j->a, &out->related) =
			    (struct article_link){ str_dup(s->j->a, one->title),
				    str_dup(s->j->a, one->url) };
	}
	return any;
}

void
html_related(struct page *p, struct job *j, struct str base)
{
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct seeker s = { .p = p, .j = j, .base = base };
		struct hblock *b = &p->blocks.at[i];
		size_t end = i + 1;
		struct str rest;

		if (!is_label(p, b, &rest))
			continue;
		if (rest.n != 0 || b->link_n != 0)
			links_of(&s, b);
		if (s.n == 0 && rest.n == 0)
			end = list_below(&s, i);
		if (!tell(&s))
			continue;
		b->keep = false;
		for (size_t k = i + 1; k < end; k++)
			if (is_links(&p->blocks.at[k]) || s.n > 1)
				p->blocks.at[k].keep = false;
		i = end - 1;
	}
}
