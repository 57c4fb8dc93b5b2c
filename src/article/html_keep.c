/* Which blocks are kept: the likely ones, then rules for what a likelihood does not see. */
#include "article/html.h"
#include "article/tables/calls.h"

static enum html_tag
tag_of(const struct page *p, const struct hblock *b)
{
	return p->boxes.at[b->box].tag;
}

static bool
is_bare_link(const struct page *p, const struct hblock *b)
{
	const enum html_tag tag = tag_of(p, b);

	return b->link_n * 100 > b->n * 85 && b->words < 40 && b->p < 0.97f &&
	       (tag == TAG_P || tag == TAG_DIV || tag == TAG_SECTION);
}

static bool
is_call(const struct page *p, const struct hblock *b)
{
	const unsigned calls =
	    b->calls & (1u << CALL_MORE | 1u << CALL_SUBSCRIBE | 1u << CALL_SHARE |
			   1u << CALL_RIGHTS | 1u << CALL_CREDIT);

	return calls != 0 && b->n < 250 && b->p < 0.9f && !html_is_heading(tag_of(p, b));
}

/* A heading needs something under it before the next one. */
static void
drop_empty_headings(struct page *p)
{
	bool under = false;

	for (size_t i = p->blocks.n; i-- > 0;) {
		struct hblock *b = &p->blocks.at[i];

		if (html_is_heading(tag_of(p, b)))
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

		if (!b->keep || !html_is_heading(tag_of(p, b)) || box == HTML_NONE)
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
	drop_empty_headings(p);
	fill_gaps(p);
	drop_lonely_headings(p);
}
