/* Which blocks are kept: the likely ones, then rules for what a likelihood does not see. */
#include <string.h>

#include "article/html_meta.h"
#include "article/tables/calls.h"

/* Code points: of a text to which others are compared, of a line that may not stand twice;
   blocks between the two. */
enum {
	INSIDE_LEAST = 500,
	REPEATED_LEAST = 60,
	REPEATED_MOST = 200,
	REPEATED_NEAR = 8,
	REPEATED_SPAN = 200
};

static bool
is_bare_link(const struct page *p, const struct hblock *b)
{
	return b->link_n * 100 > b->n * 85 && b->words < 40 && b->p < 0.97f &&
	       html_is_plain(hblock_tag(p, b));
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

/* A standfirst that the text begins with stands in another box right above it. */
static void
drop_said_above(struct page *p, const uint64_t *hash)
{
	size_t last = p->blocks.n;

	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (!b->keep)
			continue;
		if (last < i && hash[last] == hash[i] && b->n >= REPEATED_LEAST &&
		    parent_of(p, &p->blocks.at[last]) != parent_of(p, b))
			p->blocks.at[last].keep = false;
		last = i;
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
	drop_said_above(p, hash);
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

static bool
is_named(const struct node *n, const char *word)
{
	return html_has_nocase(node_value(n, ATTR_CLASS), word) ||
	       html_has_nocase(node_value(n, ATTR_ID), word);
}

/* In a figure, or in what is called a caption of one. */
static bool
is_caption(const struct page *p, const struct hblock *b)
{
	const struct box *box = &p->boxes.at[b->box];

	if ((b->in & 1u << IN_FIGURE) != 0)
		return b->p < 0.9f;
	return b->p < 0.65f &&
	       (is_named(box->node, "caption") ||
		   (box->parent != HTML_NONE &&
		       is_named(p->boxes.at[box->parent].node, "caption")));
}

/* Captions that are not likely are left out; code, tables and quotes in figures are not. */
static void
drop_captions(struct page *p)
{
	const unsigned not = 1u << IN_TABLE | 1u << IN_QUOTE;

	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];

		b->keep = b->keep && !((b->in & not ) == 0 &&
					 hblock_tag(p, b) != TAG_PRE && is_caption(p, b));
	}
}

/* "$300", "60%", "’26": not "16:40", "4/5" and "3.", which say something of what is below. */
static bool
is_figure(const struct page *p, const struct hblock *b)
{
	enum { BYTES = 12 };

	return b->letters == 0 && b->text.n <= BYTES && html_is_plain(hblock_tag(p, b)) &&
	       !str_has(b->text, STR(":")) && !str_has(b->text, STR("/")) &&
	       !str_ends(b->text, STR("."));
}

/* What stands at the sides of a chart: numbers, several of them near each other. */
static void
drop_figures(struct page *p)
{
	enum { NEAR = 6, LEAST = 3 };
	size_t at[LEAST] = { 0 }, n = 0; /* the last of them, and how many in a row */

	for (size_t i = 0; i < p->blocks.n; i++) {
		if (!p->blocks.at[i].keep || !is_figure(p, &p->blocks.at[i]))
			continue;
		n = n != 0 && i - at[(n - 1) % LEAST] <= NEAR ? n + 1 : 1;
		at[(n - 1) % LEAST] = i;
		for (size_t k = 0; k < LEAST && n >= LEAST; k++)
			p->blocks.at[at[k]].keep = false;
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
	html_drop_ways(p);
	html_drop_comments(p);
	drop_outside(p);
	drop_captions(p);
	drop_figures(p);
	drop_repeated(p);
	drop_empty_headings(p);
	fill_gaps(p);
	fill_quotes(p);
	html_drop_notices(p);
	drop_lonely_headings(p);
}
