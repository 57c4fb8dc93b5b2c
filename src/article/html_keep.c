/* Which blocks are kept: the likely ones, then rules for what a likelihood does not see. */
#include <string.h>

#include "article/html.h"
#include "article/tables/calls.h"

/* Code points: of a text to which others are compared, of one before its comments, of a line that may not stand twice; blocks
   between the two. */
enum {
	INSIDE_LEAST = 500,
	COMMENTS_AFTER = 400,
	REPEATED_LEAST = 60,
	REPEATED_MOST = 200,
	REPEATED_NEAR = 8,
	REPEATED_SPAN = 200
};

static bool
is_plain(enum html_tag tag)
{
	return tag == TAG_P || tag == TAG_DIV || tag == TAG_SECTION;
}

static bool
is_bare_link(const struct page *p, const struct hblock *b)
{
	return b->link_n * 100 > b->n * 85 && b->words < 40 && b->p < 0.97f &&
	       is_plain(hblock_tag(p, b));
}

static bool
is_call(const struct page *p, const struct hblock *b)
{
	const unsigned calls =
	    b->calls & (1u << CALL_MORE | 1u << CALL_SUBSCRIBE | 1u << CALL_SHARE |
			   1u << CALL_RIGHTS | 1u << CALL_CREDIT);

	const bool tags = (b->calls & 1u << CALL_LABEL) != 0 && b->link_n * 2 > b->n;

	return (calls != 0 || tags) && b->n < 250 && b->p < 0.9f &&
	       !html_is_heading(hblock_tag(p, b));
}

/* A heading needs something under it. */
static void
drop_empty_headings(struct page *p)
{
	bool under = false;

	for (size_t i = p->blocks.n; i-- > 0;) {
		struct hblock *b = &p->blocks.at[i];

		if (html_is_heading(hblock_tag(p, b)))
			b->keep = b->keep && under;
		under = under || b->keep;
	}
}

/* A heading in a box of its own with a call to subscribe, of which nothing is kept. */
static void
drop_lonely_headings(struct page *p)
{
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];
		const uint32_t box = p->boxes.at[b->box].parent;
		unsigned calls = 0;
		size_t kept = 0;

		if (!b->keep || !html_is_heading(hblock_tag(p, b)) || box == HTML_NONE)
			continue;
		for (size_t k = i + 1; k < p->blocks.n && k < i + 12 &&
				       p->blocks.at[k].box < p->boxes.at[box].end;
		     k++) {
			calls |= p->blocks.at[k].calls;
			kept += p->blocks.at[k].keep;
		}
		b->keep = kept != 0 || (calls & (1u << CALL_SUBSCRIBE)) == 0;
	}
}

static uint32_t
parent_of(const struct page *p, const struct hblock *b)
{
	return p->boxes.at[b->box].parent;
}

/* Up to two lines between kept ones of the same box. */
static void
fill_gaps(struct page *p)
{
	size_t before = p->blocks.n;

	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (!b->keep)
			continue;
		for (size_t k = before + 1; before < i && i - before <= 3 && k < i; k++) {
			struct hblock *gap = &p->blocks.at[k];

			gap->keep =
			    gap->p > 0.2f && gap->link_n * 10 < gap->n * 3 &&
			    parent_of(p, gap) == parent_of(p, b) &&
			    parent_of(p, &p->blocks.at[before]) == parent_of(p, b);
		}
		before = i;
	}
}

/* Captions stand twice, and so do whole texts, for narrow screens; a paragraph said again
   at once is meant. */
static void
drop_repeated(struct page *p)
{
	uint64_t *hash = arena_many(p->a, uint64_t, p->blocks.n);

	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct str s = p->blocks.at[i].text;

		hash[i] = 1469598103934665603u;
		for (size_t k = 0; k < s.n; k++)
			hash[i] = (hash[i] ^ (unsigned char)s.p[k]) * 1099511628211u;
	}
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];
		const size_t near = b->n > REPEATED_MOST ? REPEATED_NEAR : 0;
		size_t k = i > REPEATED_SPAN ? i - REPEATED_SPAN : 0;

		if (!b->keep || b->n < REPEATED_LEAST)
			continue;
		while (k + near < i && (hash[k] != hash[i] || !p->blocks.at[k].keep))
			k++;
		b->keep = k + near >= i;
	}
}

/* Quoted posts between kept blocks, however many. */
static void
fill_quotes(struct page *p)
{
	size_t before = p->blocks.n, quotes = 0;

	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (!b->keep) {
			quotes += (b->in & 1u << IN_QUOTE) != 0 && b->link_n * 2 < b->n;
			continue;
		}
		if (before < i && quotes != 0 && quotes == i - before - 1)
			for (size_t k = before + 1; k < i; k++)
				p->blocks.at[k].keep = true;
		before = i;
		quotes = 0;
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
		    (s.n == w.n || strchr(" :(", s.p[w.n]) != NULL))
			return true;
	}
	return false;
}

/* Nothing of the text comes after the readers' comments begin. */
static void
drop_comments(struct page *p)
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

/* Above links to the parts of the page, which are left out. */
static bool
is_contents(struct str s)
{
	static const char *const words[] = { "contents", "table of contents",
		"table of contents:", "in this article", "on this page", "inhalt",
		"inhaltsverzeichnis", "sommaire", "table des matières", "índice",
		"contenido", "indice", "sumário", "inhoud", "目次", "目录", "목차" };

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

static void
drop_notices(struct page *p)
{
	bool text = false; /* below is something that is no heading */

	for (size_t i = p->blocks.n; i-- > 0;) {
		struct hblock *b = &p->blocks.at[i];
		const enum html_tag tag = hblock_tag(p, b);
		const bool heading = html_is_heading(tag);

		if ((is_plain(tag) && is_notice(b->text)) || is_pingback(b) ||
		    (heading && !text && is_contents(b->text)))
			b->keep = false;
		text = b->keep ? !heading : text;
	}
}

static size_t
kept_in(const struct page *p, uint32_t box)
{
	size_t n = 0;

	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];

		n += b->keep && b->box >= box && b->box < p->boxes.at[box].end ? b->n : 0;
	}
	return n;
}

/* Where the best box holds most of the text, what is before or after it must be likelier. */
static void
drop_outside(struct page *p)
{
	const uint32_t end = p->boxes.at[p->best].end;
	const size_t in = kept_in(p, p->best);

	if (in < INSIDE_LEAST || in * 10 < kept_in(p, 0) * 6)
		return;
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];

		b->keep = b->keep && !(b->box >= end && b->p < 0.8f) &&
			  !(b->box < p->best && b->p < 0.65f);
	}
}

/* Captions that are not likely are left out; code, tables and quotes in figures are not. */
static void
drop_captions(struct page *p)
{
	const unsigned not = 1u << IN_TABLE | 1u << IN_QUOTE;

	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];

		if ((b->in & 1u << IN_FIGURE) != 0 && (b->in & not ) == 0 &&
		    hblock_tag(p, b) != TAG_PRE && b->p < 0.9f)
			b->keep = false;
	}
}

static size_t
keep_above(struct page *p, float threshold)
{
	size_t n = 0;

	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];

		b->keep = b->p > threshold && !is_bare_link(p, b) && !is_call(p, b) &&
			  i != p->headline;
		n += b->keep ? b->n : 0;
	}
	return n;
}

/* Where no block is likely: the good ones, else all that are no links, else all. */
static void
keep_something(struct page *p)
{
	for (int round = 0; round < 3; round++) {
		size_t n = 0;

		for (size_t i = 0; i < p->blocks.n; i++) {
			struct hblock *b = &p->blocks.at[i];

			b->keep = round == 0   ? html_goodness(p, b) > 0
				  : round == 1 ? b->link_n * 2 < b->n && i != p->headline
					       : true;
			n += b->keep;
		}
		if (n != 0)
			return;
	}
}

void
html_keep(struct page *p)
{
	size_t n = keep_above(p, 0.4f);

	if (n < 200)
		n = keep_above(p, 0.2f);
	if (n == 0) {
		keep_something(p);
		return;
	}
	drop_comments(p);
	drop_outside(p);
	drop_captions(p);
	drop_repeated(p);
	drop_empty_headings(p);
	fill_gaps(p);
	fill_quotes(p);
	drop_notices(p);
	drop_lonely_headings(p);
}
