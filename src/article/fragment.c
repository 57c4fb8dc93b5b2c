/* A fragment of HTML, as feeds and mails hold it: all of it is content but the buttons, so
   the steps that weigh and choose are not taken. */
#include "article/html_meta.h"
#include "article/item.h"
#include "article/tables/calls.h"

static const struct node *
body_of(const struct node *root)
{
	for (const struct node *n = root; n != NULL; n = node_next(n, root, true))
		if (n->tag == TAG_BODY)
			return n;
	return NULL;
}

static bool
class_says(
    const struct page *p, const struct hblock *b, const char *const *words, size_t n)
{
	uint32_t box = b->box;

	for (int up = 0; up < 4 && box != HTML_NONE; up++) {
		const struct str name = node_value(p->boxes.at[box].node, ATTR_CLASS);

		for (size_t i = 0; i < n && name.n != 0; i++)
			if (html_has_nocase(name, words[i]))
				return true;
		box = p->boxes.at[box].parent;
	}
	return false;
}

/* Buttons to share, to subscribe, to comment, and what programs name so. */
static bool
is_call(const struct page *p, const struct hblock *b)
{
	static const char *const asks[] = { "subscri", "newsletter", "sharing", "share-",
		"share_", "sharedaddy", "jp-relatedposts" };
	const unsigned calls = b->calls & (1u << CALL_SHARE | 1u << CALL_SUBSCRIBE |
					      1u << CALL_COMMENT | 1u << CALL_MORE);

	if (calls == 0 || b->n > 250 || html_is_heading(hblock_tag(p, b)))
		return false;
	return (b->n < 120 && b->link_n * 2 >= b->n && b->words < 12) ||
	       class_says(p, b, asks, LEN(asks));
}

/* All of it but such calls, unless it is nothing else. */
static void
keep(struct page *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];

		b->keep = !is_call(p, b);
		n += b->keep;
	}
	for (size_t i = 0; i < p->blocks.n && n == 0; i++)
		p->blocks.at[i].keep = true;
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
	if (p.blocks.n != 0)
		html_score(&p);
	keep(&p);
	html_doc(&p, j, base);
	arena_free(&scratch);
	return j->out->body->first != NULL;
}

/* Elements that mean nothing here, but are none that a title speaks of. */
static bool
is_element(struct str name)
{
	static const char *const others[] = { "acronym", "applet", "basefont", "bdi",
		"bdo", "blink", "data", "del", "dfn", "frame", "frameset", "ins", "mark",
		"marquee", "picture", "q", "rp", "rt", "ruby", "sub", "sup", "var",
		"xmp" };

	return html_tag_of(name) != TAG_OTHER || str_is_any(name, others, LEN(others));
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
		     to < s.n && (byte_is_letter(s.p[to]) || byte_is_digit(s.p[to]));)
			to++;
		if (to > from && is_element(str_cut(s, from, to)) &&
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
