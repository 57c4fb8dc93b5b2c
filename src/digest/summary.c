/*
 * Choosing: best first under a redundancy term, each round linear in the text.
 */
#include "digest/summary.h"

#include <math.h>

#include "base/vec.h"

#include "digest/tables/weights.h"

enum {
	SUMMARY_MOST = 50, /* sentences, whatever is asked for */
	MASS_UNIT = 20,    /* brings a sum of logarithms to about one */
	AGAIN_UNIT = 10
};

struct choosing {
	const struct reading *r;
	const struct candidates *c;
	const struct weights *w;
	double *base; /* of each candidate: the model's score */
	uint32_t
	    *said; /* of each term: the first chosen candidate that holds it, from 1 */
	bool *chosen;
};

static bool
is_beside(const struct choosing *k, size_t i)
{
	return (i > 0 && k->chosen[i - 1]) || (i + 1 < k->c->n && k->chosen[i + 1]);
}

/* What is taken off for topic words that were already said. */
static double
penalty(const struct choosing *k, size_t i)
{
	const struct passage *p = &k->r->at[k->c->at[i].passage];
	double words = 0, again = 0, mass = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const uint32_t term = k->r->term_of[t];

		if (term == TERM_NONE || k->r->terms[term].stop)
			continue;
		words++;
		if (k->said[term] == 0)
			continue;
		again++;
		mass += log((double)k->r->terms[term].passages);
	}
	return (words == 0 ? 1 : k->w->redundancy * again / words) +
	       k->w->repetition * mass / MASS_UNIT + k->w->again * again / AGAIN_UNIT +
	       (is_beside(k, i) ? k->w->adjacent : 0);
}

static void
take(struct choosing *k, size_t i)
{
	const struct passage *p = &k->r->at[k->c->at[i].passage];

	k->chosen[i] = true;
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (k->r->term_of[t] != TERM_NONE &&
		    (k->said[k->r->term_of[t]] == 0 || k->said[k->r->term_of[t]] > i + 1))
			k->said[k->r->term_of[t]] = (uint32_t)i + 1;
}

/* A chosen sentence further up holds the word. */
static bool
is_told(const struct choosing *k, size_t i, uint32_t term)
{
	return term != TERM_NONE && k->said[term] != 0 && k->said[term] <= i;
}

static bool
may_take(const struct choosing *k, size_t i)
{
	const struct candidate *c = &k->c->at[i];

	if (k->chosen[i] || c->barred)
		return false;
	if (i > 0 && k->chosen[i - 1] && c[-1].passage + 1 == c->passage)
		return true; /* right behind what it hangs on */
	return !c->dangling &&
	       (c->refers[0] == TERM_NONE || is_told(k, i, c->refers[0]) ||
		   is_told(k, i, c->refers[1]));
}

/* False when nothing is left to take. */
static bool
take_best(struct choosing *k)
{
	size_t best = 0;
	double top = 0;
	bool any = false;

	for (size_t i = 0; i < k->c->n; i++) {
		double score;

		if (!may_take(k, i))
			continue;
		score = k->base[i] - penalty(k, i);
		if (any && score <= top)
			continue;
		any = true;
		top = score;
		best = i;
	}
	if (any)
		take(k, best);
	return any;
}

/* The lead, unless it is no sentence; then the first that is one. */
static bool
take_lead(struct choosing *k)
{
	for (size_t i = 0; i < k->c->n; i++)
		if (!k->c->at[i].barred && (!k->c->at[i].dangling || i == 0)) {
			take(k, i);
			return true;
		}
	return false;
}

bool *
summary_choose(struct arena *a, const struct reading *r, const struct candidates *c,
    const struct weights *w, size_t most)
{
	struct choosing k = { .r = r, .c = c, .w = w };

	k.base = arena_many(a, double, c->n + 1);
	k.chosen = arena_many(a, bool, c->n + 1);
	k.said = arena_many(a, uint32_t, r->term_count + 1);
	for (size_t i = 0; i < c->n; i++)
		for (size_t f = 0; f < FEATURE_COUNT; f++)
			k.base[i] += w->feature[f] * (double)c->at[i].feature[f];
	if (most > 0 && take_lead(&k))
		for (size_t n = 1; n < most && take_best(&k); n++)
			;
	return k.chosen;
}

/* 3 to 5 by the number of sentences there are. */
static size_t
sentences_for(size_t candidates)
{
	static const size_t at_least[] = { 12, 30 };
	size_t n = 3;

	for (size_t i = 0; i < LEN(at_least); i++)
		n += candidates >= at_least[i];
	return n;
}

void
summary_find(struct arena *a, const struct reading *r, int sentences,
    const struct explain *x, struct brief *out)
{
	const struct candidates c = summary_candidates(a, r);
	size_t most = sentences > 0 ? (size_t)sentences : sentences_for(c.n);
	const bool *chosen;

	if (most > SUMMARY_MOST)
		most = SUMMARY_MOST;
	chosen = c.n > most ? summary_choose(a, r, &c, &learned, most) : NULL;
	explain_summary(x, r, &c, chosen, &learned);
	for (size_t i = 0; i < c.n; i++)
		if (chosen == NULL || chosen[i])
			*vec_push(a, &out->summary) =
			    (struct extract){ passage_text(r, c.at[i].passage),
				    r->at[c.at[i].passage].para };
}
