/*
 * Choosing: best first under a redundancy term, each round linear in the text; again with
 * another beginning, and the best set of those.
 */
#include "digest/summary.h"

#include <math.h>
#include <string.h>

#include "base/vec.h"

#include "digest/tables/weights.h"

enum {
	SUMMARY_MOST = 50, /* sentences, whatever is asked for */
	BEGINNINGS =
	    4,    /* the best sentence is not always of the best set: so many are tried */
	FULL = 3, /* sentences; a fourth is thin only where nothing else is left */
	TOO_THIN = 300,
	MASS_UNIT = 20, /* brings a sum of logarithms to about one */
	AGAIN_UNIT = 10,
	LAST_RESORT = -1000 /* below any score of a sentence with words enough */
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
	bool behind; /* what it hangs on */

	if (k->chosen[i] || c->barred)
		return false;
	behind = i > 0 && k->chosen[i - 1] && c[-1].passage + 1 == c->passage;
	for (size_t n = 0; n < c->need_count; n++)
		if (!(behind && c->needs[n].near) &&
		    !is_told(k, i, c->needs[n].words[0]) &&
		    !is_told(k, i, c->needs[n].words[1]))
			return false;
	return behind || !c->dangling;
}

/* The best that may be taken and is not passed over; the number of candidates: none. */
static size_t
find_best(const struct choosing *k, const bool *passed, bool full, double *top)
{
	/* nothing but standing beside a chosen one makes a score better than its base */
	const double bonus = k->w->adjacent < 0 ? -k->w->adjacent : 0;
	size_t best = k->c->n;

	for (size_t i = 0; i < k->c->n; i++) {
		double score;

		if ((best != k->c->n && k->base[i] + bonus <= *top) ||
		    (passed != NULL && passed[i]) || !may_take(k, i))
			continue;
		score = k->base[i] - penalty(k, i) -
			(full && k->c->at[i].thin ? TOO_THIN : 0);
		if (best != k->c->n && score <= *top)
			continue;
		*top = score;
		best = i;
	}
	return best;
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

struct choice {
	bool *chosen;
	size_t n; /* sentences */
	double score;
};

/* Best first; the first besides the lead is none of those passed over, and is then. */
static struct choice
choose_greedily(struct arena *a, struct choosing *k, size_t most, bool *passed)
{
	struct choice out = { .n = 1 };

	k->chosen = arena_many(a, bool, k->c->n + 1);
	memset(k->said, 0, (k->r->term_count + 1) * sizeof *k->said);
	out.chosen = k->chosen;
	for (out.n = take_lead(k); out.n != 0 && out.n < most; out.n++) {
		double score = 0;
		const size_t i =
		    find_best(k, out.n == 1 ? passed : NULL, out.n >= FULL, &score);

		if (i == k->c->n)
			break;
		passed[i] |= out.n == 1;
		take(k, i);
		out.score += score;
	}
	return out;
}

bool *
summary_choose(struct arena *a, const struct reading *r, const struct candidates *c,
    const struct weights *w, size_t most)
{
	struct choosing k = { .r = r, .c = c, .w = w };
	bool *passed = arena_many(a, bool, c->n + 1);
	struct choice best = { .chosen = passed };

	k.base = arena_many(a, double, c->n + 1);
	k.said = arena_many(a, uint32_t, r->term_count + 1);
	for (size_t i = 0; i < c->n; i++) {
		k.base[i] = c->at[i].slight ? LAST_RESORT : 0;
		for (size_t f = 0; f < FEATURE_COUNT; f++)
			k.base[i] += w->feature[f] * (double)c->at[i].feature[f];
	}
	for (size_t n = 0; n < BEGINNINGS && most > 0; n++) {
		const struct choice next = choose_greedily(a, &k, most, passed);

		if (n == 0 || next.n > best.n ||
		    (next.n == best.n && next.score > best.score))
			best = next;
	}
	return best.chosen;
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
		if (chosen == NULL ? !c.at[i].noise : chosen[i])
			*vec_push(a, &out->summary) =
			    (struct extract){ passage_text(r, c.at[i].passage),
				    r->at[c.at[i].passage].para };
}
