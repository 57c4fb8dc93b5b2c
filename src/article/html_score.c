/* Where the text stands: good text counted for the boxes around it, the box that holds
   most of it, the page's headline, and what each block says by its words. */
#include <string.h>

#include "article/html_model.h"
#include "article/tables/calls.h"
#include "base/map.h"

enum {
	WORDS_ROOM = 60,
	CALL_LOOK = 400 /* bytes of a block in which phrases are sought */
};

float
html_goodness(const struct page *p, const struct hblock *b)
{
	if (html_is_heading(hblock_tag(p, b)) || b->link_n * 2 > b->n)
		return 0;
	if (b->n >= 100)
		return 1;
	return b->n >= 40 && b->sentence ? 0.6f : 0;
}

uint32_t
html_holder(const struct page *p, uint32_t box)
{
	const enum html_tag tag = p->boxes.at[box].tag;
	const bool leaf = tag == TAG_P || tag == TAG_LI || tag == TAG_BLOCKQUOTE ||
			  tag == TAG_PRE || html_is_heading(tag);

	return leaf && p->boxes.at[box].parent != HTML_NONE ? p->boxes.at[box].parent
							    : box;
}

static void
count_good(struct page *p)
{
	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];
		const float n = (float)(b->n < 1000 ? b->n : 1000);
		const float good = html_goodness(p, b);
		const float v = good * n * ((b->in & 1u << IN_LI) != 0 ? 0.6f : 1) *
				(1 - (float)b->link_n / (float)b->n);
		uint32_t up = html_holder(p, b->box);

		for (float share = 1; share > 0.2f && up != HTML_NONE; share /= 2) {
			p->boxes.at[up].near += v * share;
			up = p->boxes.at[up].parent;
		}
		p->boxes.at[b->box].good += v;
		p->good += good * n;
	}
	for (size_t i = p->boxes.n; i-- > 1;)
		p->boxes.at[p->boxes.at[i].parent].good += p->boxes.at[i].good;
	for (size_t i = 0; i < p->boxes.n; i++)
		if (p->boxes.at[i].near > p->boxes.at[p->best].near)
			p->best = (uint32_t)i;
	p->common = p->best;
	for (uint32_t up = p->boxes.at[p->best].parent; up != HTML_NONE && up != 0;
	     up = p->boxes.at[up].parent)
		if (p->boxes.at[up].good > 1.18f * p->boxes.at[p->common].good)
			p->common = up;
}

/* The next word as a hash of its lower case; `*i` moves past it. */
static bool
next_word(struct str s, size_t *i, size_t *from, uint32_t *hash)
{
	uint32_t h = 2166136261u;

	while (*i < s.n && !byte_is_word(s.p[*i]))
		(*i)++;
	*from = *i;
	while (*i < s.n && byte_is_word(s.p[*i])) {
		const char c = s.p[(*i)++];

		h = (h ^ (unsigned char)byte_lower(c)) * 16777619u;
	}
	*hash = h;
	return *i > *from;
}

struct words {
	uint32_t at[WORDS_ROOM];
	size_t n;
};

static struct words
words_of(struct str s)
{
	struct words w = { .n = 0 };
	size_t i = 0, from;

	while (w.n < WORDS_ROOM && next_word(s, &i, &from, &w.at[w.n]))
		w.n++;
	return w;
}

static float
overlap(const struct words *title, struct str s)
{
	const struct words w = words_of(s);
	size_t hits = 0;

	for (size_t i = 0; i < w.n; i++)
		for (size_t k = 0; k < title->n; k++)
			if (title->at[k] == w.at[i]) {
				hits++;
				break;
			}
	return w.n == 0 ? 0 : (float)hits / (float)w.n;
}

static void
find_headline(struct page *p, const struct words *title)
{
	size_t first_h1 = p->blocks.n;

	p->headline = p->blocks.n;
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];
		const enum html_tag tag = hblock_tag(p, b);

		b->title_overlap = title->n == 0 ? 0 : overlap(title, b->text);
		if (tag == TAG_H1 && first_h1 == p->blocks.n)
			first_h1 = i;
		if ((tag == TAG_H1 || tag == TAG_H2) && p->headline == p->blocks.n &&
		    b->title_overlap >= 0.7f)
			p->headline = i;
	}
	if (p->headline == p->blocks.n)
		p->headline = first_h1;
}

static bool
in_box(const struct page *p, uint32_t box, uint32_t around)
{
	return box >= around && box < p->boxes.at[around].end;
}

/* ---- what a block says ---- */

static struct str
phrase_text(size_t i)
{
	const struct str s = str_of(call_phrases[i].text);

	return s.p[0] == '^' ? str_cut(s, 1, s.n) : s;
}

/* The phrases by the hash of their first word. */
struct phrases {
	uint16_t slots[512]; /* number of a phrase + 1 */
	uint16_t next[LEN(call_phrases)];
};

static void
phrases_make(struct phrases *out)
{
	memset(out, 0, sizeof(*out));
	for (size_t i = LEN(call_phrases); i-- > 0;) {
		size_t at = 0, from;
		uint32_t hash = 0;

		(void)next_word(phrase_text(i), &at, &from, &hash);
		out->next[i] = out->slots[hash % 512];
		out->slots[hash % 512] = (uint16_t)(i + 1);
	}
}

static bool
phrase_at(struct str s, size_t from, size_t word, size_t i)
{
	const struct str phrase = phrase_text(i);
	const size_t end = from + phrase.n;

	if (call_phrases[i].text[0] == '^' && word != 0)
		return false;
	return end <= s.n && str_eq_nocase(str_cut(s, from, end), phrase) &&
	       (end == s.n || !byte_is_word(s.p[end]) ||
		   !byte_is_word(phrase.p[phrase.n - 1]));
}

static unsigned
calls_by_form(struct str s)
{
	unsigned found = 0;

	for (size_t i = 0; i + 1 < s.n; i++) {
		const char c = s.p[i], next = s.p[i + 1];
		const bool start = i == 0 || !byte_is_word(s.p[i - 1]);
		const struct str four = str_cut(s, i, i + 4);

		if (c == '@' && byte_is_word(next))
			found |= 1u << CALL_HANDLE;
		else if (c == ':' && i > 0 && byte_is_digit(s.p[i - 1]) &&
			 byte_is_digit(next))
			found |= 1u << CALL_CLOCK;
		else if (start && c == '1' && next == '9' && four.n == 4 &&
			 (i + 4 == s.n || !byte_is_word(s.p[i + 4])))
			found |= 1u << CALL_YEAR;
		else if (start && c == '2' && next == '0' && four.n == 4 &&
			 (i + 4 == s.n || !byte_is_word(s.p[i + 4])))
			found |= 1u << CALL_YEAR;
		else if (start &&
			 (str_eq(four, STR("http")) || str_eq(four, STR("www."))))
			found |= 1u << CALL_ADDRESS;
	}
	return found;
}

static void
read_calls(const struct phrases *all, struct hblock *b)
{
	const struct str s = str_cut(b->text, 0, CALL_LOOK);
	unsigned found = calls_by_form(s);
	size_t i = 0, from, word = 0;
	uint32_t hash;

	if (str_has(s, STR("©")))
		found |= 1u << CALL_RIGHTS;
	for (; next_word(s, &i, &from, &hash); word++)
		for (size_t k = all->slots[hash % 512]; k != 0; k = all->next[k - 1])
			if (phrase_at(s, from, word, k - 1))
				found |= 1u << call_phrases[k - 1].call;
	b->calls = (uint16_t)found;
}

static void
find_repeats(struct page *p)
{
	struct map seen = map_new(p->a);

	for (size_t i = 0; i < p->blocks.n; i++)
		(*map_at(&seen, p->blocks.at[i].text))++;
	for (size_t i = 0; i < p->blocks.n; i++)
		p->blocks.at[i].repeated = *map_get(&seen, p->blocks.at[i].text) > 1;
}

void
html_score(struct page *p)
{
	struct words title = { .n = 0 };
	struct phrases phrases;

	phrases_make(&phrases);
	count_good(p);
	for (const struct node *n = p->root; n != NULL && n != p->body;
	     n = node_next(n, p->root, true))
		if (n->tag == TAG_TITLE) {
			title = words_of(node_text(p->a, n));
			break;
		}
	find_headline(p, &title);
	find_repeats(p);
	p->first = 0;
	p->last = p->blocks.n;
	for (size_t i = p->blocks.n; i-- > 0;) {
		struct hblock *b = &p->blocks.at[i];

		read_calls(&phrases, b);
		if (html_goodness(p, b) <= 0 || !in_box(p, b->box, p->common))
			continue;
		p->first = i;
		p->last = p->last == p->blocks.n ? i : p->last;
	}
}
