/*
 * What a summary begins with, and what of the page none of a text is.
 */
#include "digest/candidates.h"

/* The first that is no worse; the number of candidates: none. */
static size_t
first_of(const struct candidates *c, bool may_hang, bool may_be_barred)
{
	for (size_t i = 0; i < c->n; i++) {
		const struct candidate *k = &c->at[i];

		if (!k->noise && (may_be_barred || !k->barred) &&
		    (may_hang || i == 0 || !k->dangling))
			return i;
	}
	return c->n;
}

/* Needs nothing told before it; behind the article's first it has better be plain. */
static bool
may_begin(const struct candidate *k, size_t i, bool plain)
{
	return !k->barred && !k->riddle && !k->slight && k->need_count == 0 &&
	       (i == 0 || (!k->dangling && !(plain && k->weak)));
}

/* The article's first sentence, unless it is none; then one of the next. */
static size_t
find_lead(const struct candidates *c)
{
	enum { LEADS = 16 }; /* sentences of which one begins */
	const size_t first = first_of(c, false, false);
	const size_t hangs = first_of(c, true, false);

	for (int plain = 1; plain >= 0; plain--)
		for (size_t i = first; i < c->n && i < first + LEADS; i++)
			if (may_begin(&c->at[i], i, plain != 0))
				return i;
	return first != c->n ? first : hangs != c->n ? hangs : first_of(c, true, true);
}

static bool
asks(const struct reading *r, const struct candidate *k)
{
	return sentence_is_question(r, &r->at[k->passage]);
}

/* No scrap. */
static bool
is_sentence(const struct reading *r, const struct candidate *k)
{
	enum { WORDY = 5 }; /* tokens */
	const struct passage *p = &r->at[k->passage];

	return p->tokens >= WORDY || sentence_has_verb(r, p);
}

/* Right behind the one before it, and no scrap unless that asks. */
static bool
goes_on(const struct reading *r, const struct candidate *k)
{
	return !k->noise && k[-1].passage + 1 == k->passage &&
	       (is_sentence(r, k) || (asks(r, k - 1) && r->at[k->passage].tokens > 2));
}

/*
 * How many go on from a sentence that does not stand alone, up to the first that does, all
 * quotations closed; two behind a question, if none; 0: it tells nothing.
 */
static size_t
run_from(const struct reading *r, const struct candidates *c, size_t first)
{
	enum { FAR = 4, ANSWER_RUN = 2 };
	struct marks m = c->at[first].marks;
	size_t i = 1;

	for (; i <= FAR && first + i < c->n && goes_on(r, &c->at[first + i]); i++) {
		const struct candidate *k = &c->at[first + i];

		m.straight += k->marks.straight;
		m.opened += k->marks.opened;
		m.closed += k->marks.closed;
		if (!k->dangling && !k->slight && !asks(r, k) && !marks_half(&m))
			return i;
	}
	return i > ANSWER_RUN && asks(r, &c->at[first]) &&
		       !asks(r, &c->at[first + ANSWER_RUN])
		   ? ANSWER_RUN
		   : 0;
}

/* The article's first sentence, with those that go on from it where it does not stand alone;
   else what any summary begins with, but nothing of the page. */
static void
find_start(const struct reading *r, struct candidates *c)
{
	const size_t first = first_of(c, true, true);
	bool begins;

	c->start = c->lead;
	if (first == c->n)
		return;
	begins = may_begin(&c->at[first], 0, false);
	if (!begins && is_sentence(r, &c->at[first]))
		c->start_run = run_from(r, c, first);
	if (begins || c->start_run != 0 || c->at[c->lead].page)
		c->start = first;
}

/* What stands between two asides, a few sentences, is of the page as well. */
static void
find_page(struct candidates *c)
{
	enum { FEW = 3 };
	size_t last = 0; /* aside, from 1 */

	for (size_t i = 1; i < c->n; i++) {
		if (!c->at[i].noise)
			continue;
		for (size_t k = last; last != 0 && i - last <= FEW && k < i; k++)
			c->at[k].page = true;
		last = i + 1;
	}
}

void
candidates_begin(const struct reading *r, struct candidates *c)
{
	c->lead = find_lead(c);
	find_page(c);
	find_start(r, c);
}
