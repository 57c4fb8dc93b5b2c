/* What a page puts between and below the parts of its text: ways to them, notices, what readers
   say. */
#include <string.h>

#include "article/html.h"

enum { COMMENTS_AFTER = 400 }; /* code points of a text before its comments */

/* A line of a list of the page's own parts. */
static bool
is_way(const struct page *p, const struct hblock *b)
{
	if ((b->in & 1u << IN_LI) == 0 || b->link_n * 100 <= b->n * 85)
		return false;
	for (size_t i = b->piece; i < b->piece + b->piece_count; i++) {
		const struct node *link = p->pieces.at[i].link;

		if (link != NULL && !str_starts(node_value(link, ATTR_HREF), STR("#")))
			return false;
	}
	return true;
}

static uint32_t
list_around(const struct page *p, uint32_t box)
{
	while (box != HTML_NONE && p->boxes.at[box].tag != TAG_UL &&
	       p->boxes.at[box].tag != TAG_OL)
		box = p->boxes.at[box].parent;
	return box;
}

/* Lists that are mostly links to the page's own parts. */
void
html_drop_ways(struct page *p)
{
	int *ways =
	    arena_many(p->a, int, p->boxes.n); /* by list: more than other lines */

	for (size_t i = 0; i < p->blocks.n; i++) {
		const uint32_t list = list_around(p, p->blocks.at[i].box);

		if (list != HTML_NONE)
			ways[list] += is_way(p, &p->blocks.at[i]) ? 1 : -1;
	}
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];
		const uint32_t list = list_around(p, b->box);

		b->keep =
		    b->keep && !(list != HTML_NONE && ways[list] > 0 && is_way(p, b));
	}
}

/* "3 comments", "Leave a reply": what begins what readers say. */
static bool
begins_comments(struct str s)
{
	static const char *const words[] = { "comments", "comment", "responses",
		"leave a reply", "leave a comment", "kommentare", "kommentar",
		"kommentar schreiben", "comentarios", "commentaires", "reader comments",
		"join the conversation", "post a comment", "discussion",
		"schreibe einen kommentar", "leave a reply cancel reply" };
	size_t i = 0;

	while (i < s.n && (byte_is_digit(s.p[i]) || s.p[i] == ' '))
		i++;
	s = str_cut(s, i, s.n);
	for (i = 0; i < LEN(words); i++) {
		const struct str w = str_of(words[i]);

		if (line_starts(s, words[i]) && s.n <= w.n + 8 &&
		    (s.n == w.n || strchr(" :(.", s.p[w.n]) != NULL))
			return true;
	}
	return false;
}

/* Nothing of the text comes after the readers' comments begin. */
void
html_drop_comments(struct page *p)
{
	size_t all = 0, before = 0;

	for (size_t i = 0; i < p->blocks.n; i++)
		all += p->blocks.at[i].keep ? p->blocks.at[i].n : 0;
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];

		if (before * 2 > all && before > COMMENTS_AFTER &&
		    begins_comments(b->text)) {
			for (; i < p->blocks.n; i++)
				p->blocks.at[i].keep = false;
			return;
		}
		before += b->keep ? b->n : 0;
	}
}

/* "Advertisement - story continues below": what stands where something else was shown. */
static bool
is_notice(struct str s)
{
	static const char *const words[] = { "advertisement", "advertisements",
		"advertising", "sponsored", "sponsored content", "story continues below",
		"story continues below advertisement", "article continues below",
		"article continues below advertisement",
		"article continues after advertisement", "continue reading below",
		"continue reading the main story", "scroll to continue",
		"advertisement story continues below", "advertisement scroll to continue",
		"advertisement continue reading below",
		"advertisement continue reading the main story",
		"advertisement article continues below", "anzeige", "werbung",
		"publicité", "publicidad", "publicidade", "pubblicità", "advertentie",
		"reklama", "reklam", "annonse", "annons", "реклама", "広告",
		"スポンサーリンク" };
	char plain[64];
	size_t n = 0;

	for (size_t i = 0; i < s.n && s.n < sizeof(plain); i++)
		if (byte_is_word(s.p[i]))
			plain[n++] = byte_lower(s.p[i]);
		else if (s.p[i] == ' ' && n != 0 && plain[n - 1] != ' ')
			plain[n++] = ' ';
	while (n != 0 && plain[n - 1] == ' ')
		n--;
	return str_is_any((struct str){ plain, n }, words, LEN(words));
}

/* "Reading time: 2 minutes" */
static bool
is_reading_time(struct str s)
{
	static const char *const words[] = { "lesezeit", "lesedauer", "reading time",
		"read time", "estimated reading time", "geschätzte lesezeit",
		"tempo de leitura", "tiempo de lectura", "temps de lecture",
		"tempo di lettura", "leestijd", "läsningstid", "czas czytania" };
	size_t digit = 0;

	while (digit < s.n && !byte_is_digit(s.p[digit]))
		digit++;
	if (digit == s.n || s.n > 60 || line_words(s) > 7)
		return false;
	for (size_t i = 0; i < LEN(words); i++)
		if (line_starts(s, words[i]))
			return true;
	return false;
}

/* Above links to the parts of the page, which are left out. */
static bool
is_contents(struct str s)
{
	static const char *const words[] = { "contents", "table of contents",
		"table of contents:", "in this article",
		"in this article:", "on this page", "jump to", "jump to:", "inhalt",
		"inhaltsübersicht", "inhaltsverzeichnis", "sommaire",
		"table des matières", "índice", "contenido", "indice", "sumário",
		"inhoud", "目次", "目录", "목차" };

	return str_is_any(s, words, LEN(words));
}

/* "[…] of the crane […]": what a blog was told that another says of it. */
static bool
is_pingback(const struct hblock *b)
{
	static const char *const dots[] = { "[…]", "[...]", "[ … ]" };
	bool starts = false, again = false;

	for (size_t i = 0; i < LEN(dots); i++) {
		const struct str mark = str_of(dots[i]);

		starts = starts || str_starts(b->text, mark);
		again = again || str_find(b->text, mark, mark.n) != STR_NONE;
	}
	return starts && again && (b->in & 1u << IN_QUOTE) == 0;
}

void
html_drop_notices(struct page *p)
{
	bool text = false; /* below is something that is no heading */

	for (size_t i = p->blocks.n; i-- > 0;) {
		struct hblock *b = &p->blocks.at[i];
		const enum html_tag tag = hblock_tag(p, b);
		const bool heading = html_is_heading(tag);

		if ((html_is_plain(tag) &&
			(is_notice(b->text) || is_reading_time(b->text))) ||
		    is_pingback(b) ||
		    (is_contents(b->text) &&
			((heading && !text) ||
			    (i + 1 < p->blocks.n && is_way(p, &p->blocks.at[i + 1])))))
			b->keep = false;
		text = b->keep ? !heading : text;
	}
}
