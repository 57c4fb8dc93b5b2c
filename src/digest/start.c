/*
 * What a summary begins with.
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

bool
sentence_of_title(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (topic_word(r, t) && r->terms[r->term_of[t]].in_title)
			return true;
	return false;
}

/* The article's first sentence, unless it is none; then one of the next, best a plain one; of a
   `text`, or one of the title. */
static size_t
find_lead(const struct reading *r, const struct candidates *c, bool text)
{
	enum { LEADS = 16 }; /* sentences of which one begins */
	const size_t first = first_of(c, false, false);
	const size_t hangs = first_of(c, true, false);

	for (int plain = 1; plain >= 0; plain--)
		for (size_t i = first; i < c->n && i < first + LEADS; i++) {
			const struct candidate *k = &c->at[i];

			if (!(text && k->page) &&
			    may_begin(k, i,
				plain != 0 &&
				    !(text && sentence_of_title(r, &r->at[k->passage]))))
				return i;
		}
	return first != c->n ? first : hangs != c->n ? hangs : first_of(c, true, true);
}

/* No scrap and no question. */
static bool
tells(const struct reading *r, const struct candidate *k)
{
	enum { WORDY = 5 }; /* tokens */
	const struct passage *p = &r->at[k->passage];

	return !k->noise && !sentence_is_question(r, p) &&
	       (p->tokens >= WORDY || sentence_has_verb(r, p));
}

/*
 * How many go on from a sentence that does not stand alone, up to the first that does, all
 * quotations closed; 0: it tells nothing, nor do they.
 */
static size_t
run_from(const struct reading *r, const struct candidates *c, size_t first)
{
	enum { FAR = 4 };
	struct marks m = { 0 };

	for (size_t i = 0; i <= FAR && first + i < c->n; i++) {
		const struct candidate *k = &c->at[first + i];

		if (!tells(r, k) || k->passage != c->at[first].passage + i)
			return 0;
		m.straight += k->marks.straight;
		m.opened += k->marks.opened;
		m.closed += k->marks.closed;
		if (i > 0 && !k->dangling && !k->slight && !marks_half(&m))
			return i;
	}
	return 0;
}

/* A quotation in it is not closed, and no mark was lost: "unsafe?". */
static bool
is_half(const struct reading *r, const struct candidate *k)
{
	return marks_half(&k->marks) &&
	       str_find(passage_text(r, k->passage), STR("?"), 0) == STR_NONE;
}

/* "A year of walls.": above the text more than of it. */
static bool
is_motto(const struct reading *r, const struct candidate *k)
{
	enum { SHORT = 8 }; /* tokens */
	const struct passage *p = &r->at[k->passage];

	return p->tokens < SHORT && (r->tokens.at[p->token].flags & TOKEN_CAPITAL) != 0 &&
	       !is_half(r, k) && !sentence_has_verb(r, p) && sentence_is_fragment(r, p);
}

/* It goes on from the one before it, and may stand behind it in a text. */
static bool
goes_on(const struct candidates *c, size_t i)
{
	const struct candidate *k = &c->at[i];

	return i < c->n && !k->barred && !k->page && !k->slight &&
	       k->passage == k[-1].passage + 1;
}

/* The article's first sentence, with those that go on from it where it does not stand alone,
   with the next where it has few words or points at what is to come; else one of the next, but
   nothing of the page. */
static void
find_start(const struct reading *r, struct candidates *c)
{
	const size_t first = first_of(c, true, true);
	bool begins;

	c->start = find_lead(r, c, true);
	if (first == c->n)
		return;
	begins = may_begin(&c->at[first], 0, false) && !c->at[first].page;
	if (c->at[first].page)
		c->start_run = 0;
	else if (!begins && is_motto(r, &c->at[first]))
		c->start_run = 0;
	else if (!begins || is_half(r, &c->at[first]))
		c->start_run = run_from(r, c, first);
	else if (c->at[first].loose || c->at[first].dangling)
		c->start_run = goes_on(c, first + 1);
	if (begins || c->start_run != 0 || c->at[c->start].page)
		c->start = first;
}

void
candidates_begin(const struct reading *r, struct candidates *c)
{
	c->lead = find_lead(r, c, false);
	candidates_page(r, c);
	find_start(r, c);
}
