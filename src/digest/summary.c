/*
 * Choosing: best first under a redundancy term, each round linear in the text; again with
 * another beginning, and the best set of those.
 */
#include "digest/summary.h"

#include <string.h>

#include "base/vec.h"

#include "digest/tables/weights.h"

enum {
	SUMMARY_MOST = 50, /* sentences, whatever is asked for */
	/* the best sentence is not always of the best set: so many are tried */
	BEGINNINGS = 6,
	HEART = 3,       /* sentences; more of them only go on from those */
	WORDS_EACH = 20, /* words of a sentence, so many that a summary should have */
	WORDS_UNIT = 50,
	AGAIN_UNIT = 10,
	APART =
	    25, /* a third of the sentences far from others go, and half of what dangles */
	PAIRS_UNIT = 10,
	LAST_RESORT = -1000, /* below any score of a sentence with words enough */
	TOLD = -10000        /* all of it, in a text */
};

/* Of its words: a sentence with more of them already said tells nothing. */
static const double SAID_MOST = 0.85;

struct choosing {
	const struct reading *r;
	const struct candidates *c;
	const struct weights *w;
	double *base; /* of each candidate: the model's score */
	uint32_t
	    *said; /* of each term: the first chosen candidate that holds it, from 1 */
	bool *chosen;
	uint32_t *pairs; /* of each pair: PAIR_SAID, or the look that met it last */
	uint32_t looks;
	size_t words, limit; /* of the chosen, of a summary */
	bool text;           /* to read as one */
};

#define PAIR_SAID UINT32_MAX

/* Pairs of words in it that other sentences hold and none that is chosen. */
static size_t
fresh_pairs(struct choosing *k, size_t i)
{
	const struct passage *p = &k->r->at[k->c->at[i].passage];
	size_t fresh = 0;

	k->looks++;
	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		uint32_t *looked = &k->pairs[k->c->pair_of[t]];

		if (k->c->pair_of[t] == 0 || *looked == PAIR_SAID || *looked == k->looks)
			continue;
		*looked = k->looks;
		fresh++;
	}
	return fresh;
}

/* Words by which the chosen and this one are more than a summary should have. */
static size_t
words_beyond(const struct choosing *k, size_t i)
{
	const size_t all = k->words + k->c->at[i].words;

	return all <= k->limit ? 0 : all - (k->words > k->limit ? k->words : k->limit);
}

/* The sentence before it is chosen and stands right before it. */
static bool
stands_behind(const struct choosing *k, size_t i)
{
	return i > 0 && k->chosen[i - 1] &&
	       k->c->at[i - 1].passage + 1 == k->c->at[i].passage;
}

/* A chosen sentence further up holds the word. */
static bool
is_told(const struct choosing *k, size_t i, uint32_t term)
{
	return term != TERM_NONE && k->said[term] != 0 && k->said[term] <= i;
}

/* Something is not told that it speaks of as known. */
static bool
leans(const struct choosing *k, size_t i)
{
	const struct candidate *c = &k->c->at[i];
	const bool behind = stands_behind(k, i);

	for (size_t n = 0; n < c->need_count; n++) {
		const struct need *need = &c->needs[n];

		if (need->of != 0
			? !k->chosen[need->of - 1]
			: !(behind && need->near) && !is_told(k, i, need->words[0]) &&
			      !is_told(k, i, need->words[1]))
			return true;
	}
	return false;
}

/* What keeps it from being read by itself. */
static int
faults_of(const struct choosing *k, size_t i)
{
	return k->c->at[i].piece + leans(k, i);
}

/* What is taken off where nothing that is chosen leads to it. */
static double
apartness(const struct choosing *k, size_t i)
{
	enum { LOOSE = 3 };

	if (!k->text || k->words == 0 || stands_behind(k, i))
		return 0;
	return k->c->at[i].loose ? LOOSE * APART : APART;
}

/* What its words that were already said take off, and what is new in it adds. */
static double
score_beside(struct choosing *k, size_t i)
{
	const struct passage *p = &k->r->at[k->c->at[i].passage];
	const double faults = k->text ? 0 : k->w->faults * faults_of(k, i);
	double words = 0, again = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const uint32_t term = k->r->term_of[t];

		if (term == TERM_NONE || k->r->terms[term].stop)
			continue;
		words++;
		again += k->said[term] != 0;
	}
	if (words > 4 && again >= words * SAID_MOST)
		return k->text && again >= words ? TOLD : LAST_RESORT;
	return k->base[i] - faults - (words == 0 ? 1 : k->w->redundancy * again / words) -
	       k->w->again * again / AGAIN_UNIT - apartness(k, i) -
	       k->w->beyond * (double)words_beyond(k, i) / WORDS_UNIT +
	       k->w->fresh * (double)fresh_pairs(k, i) / PAIRS_UNIT;
}

static void
take(struct choosing *k, size_t i)
{
	const struct passage *p = &k->r->at[k->c->at[i].passage];

	k->chosen[i] = true;
	k->words += k->c->at[i].words;
	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		k->pairs[k->c->pair_of[t]] = PAIR_SAID;
		if (k->r->term_of[t] != TERM_NONE &&
		    (k->said[k->r->term_of[t]] == 0 || k->said[k->r->term_of[t]] > i + 1))
			k->said[k->r->term_of[t]] = (uint32_t)i + 1;
	}
}

static void
begin(struct arena *a, struct choosing *k)
{
	k->chosen = arena_many(a, bool, k->c->n + 1);
	k->words = 0;
	memset(k->said, 0, (k->r->term_count + 1) * sizeof *k->said);
	memset(k->pairs, 0, (k->c->pair_count + 1) * sizeof *k->pairs);
}

/* It shares a topic word with the title or a sentence that is chosen. */
static bool
is_linked(const struct choosing *k, size_t i)
{
	const struct reading *r = k->r;
	const struct passage *p = &r->at[k->c->at[i].passage];

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const uint32_t term = r->term_of[t];

		if (term != TERM_NONE && !r->terms[term].stop &&
		    (r->class_of[t] & WORD_LIGHT) == 0 &&
		    (k->said[term] != 0 || r->terms[term].in_title))
			return true;
	}
	return false;
}

/* Nothing that hangs on a sentence which is not there; in a text only what leans on nothing,
   and goes on from what is told. */
static bool
may_take(const struct choosing *k, size_t i)
{
	const struct candidate *c = &k->c->at[i];

	if (k->chosen[i] || (c->barred && (k->text || !c->piece)) ||
	    (c->dangling && !stands_behind(k, i)))
		return false;
	return !k->text || (!c->page && i >= k->c->start && !leans(k, i) &&
			       (k->words == 0 || stands_behind(k, i) || is_linked(k, i)));
}

/* Beyond the heart of a summary: what goes on from a sentence of it. */
static bool
may_follow(const struct choosing *k, size_t i)
{
	return !k->c->at[i].loose && stands_behind(k, i) && may_take(k, i);
}

/* The best that may be taken and is not passed over; the number of candidates: none. */
static size_t
find_best(struct choosing *k, const bool *passed,
    bool (*may)(const struct choosing *k, size_t i))
{
	size_t best = k->c->n;
	double top = 0;

	for (size_t i = 0; i < k->c->n; i++) {
		/* only fresh pairs make a score better than its base */
		const double most =
		    k->base[i] + k->w->fresh * (double)k->c->at[i].pairs / PAIRS_UNIT;
		double score;

		if ((best != k->c->n && most <= top) || (passed != NULL && passed[i]) ||
		    !may(k, i))
			continue;
		score = score_beside(k, i);
		if (score <= TOLD)
			continue;
		if (best != k->c->n && score <= top)
			continue;
		top = score;
		best = i;
	}
	return best;
}

struct choice {
	bool *chosen;
	size_t n; /* sentences */
	double score;
};

/* What the chosen are worth, read in order. */
static double
score_in_order(struct arena *a, struct choosing *k)
{
	const bool *const chosen = k->chosen;
	double sum = 0;

	begin(a, k);
	for (size_t i = 0; i < k->c->n; i++)
		if (chosen[i]) {
			sum += score_beside(k, i);
			take(k, i);
		}
	return sum;
}

/* Best first; the first besides how it begins is none of those passed over, and is then. */
static struct choice
choose_greedily(struct arena *a, struct choosing *k, size_t heart, bool *passed)
{
	const size_t lead = k->text ? k->c->start : k->c->lead;
	const size_t run = k->text ? k->c->start_run : 0;
	struct choice out = { 0 };

	begin(a, k);
	out.chosen = k->chosen;
	if (lead == k->c->n)
		return out;
	for (; out.n < heart && out.n <= run; out.n++)
		take(k, lead + out.n);
	for (const size_t first = out.n; out.n < heart; out.n++) {
		const size_t i = find_best(k, out.n == first ? passed : NULL, may_take);

		if (i == k->c->n)
			break;
		passed[i] |= out.n == first;
		take(k, i);
	}
	out.score = score_in_order(a, k);
	return out;
}

/* The best of a few sets that begin so. */
static struct choice
choose_beside(struct arena *a, struct choosing *k, size_t heart)
{
	bool *passed = arena_many(a, bool, k->c->n + 1);
	struct choice best = { .chosen = passed };

	for (size_t n = 0; n < BEGINNINGS && heart > 0; n++) {
		const struct choice next = choose_greedily(a, k, heart, passed);

		if (n == 0 || next.n > best.n ||
		    (next.n == best.n && next.score > best.score))
			best = next;
	}
	return best;
}

/* As many as there should be, from the start on, though they lean on others or are none; of a
   text, only whole ones right behind others. */
static void
fill(struct choosing *k, struct choice *out, size_t most)
{
	k->chosen = out->chosen;
	for (int barred = 0; barred <= !k->text; barred++)
		for (size_t i = 0; i < k->c->n && out->n < most; i++)
			if (!out->chosen[i] && !k->c->at[i].noise &&
			    (barred != 0 || !k->c->at[i].barred) &&
			    (!k->text || (stands_behind(k, i) && !k->c->at[i].page))) {
				out->chosen[i] = true;
				out->n++;
			}
}

/* What goes on from the sentences of the heart, best first. */
static bool *
follow(struct arena *a, struct choosing *k, const struct choice *heart, size_t most)
{
	begin(a, k);
	k->limit = WORDS_EACH * most;
	for (size_t i = 0; i < k->c->n; i++)
		if (heart->chosen[i])
			take(k, i);
	for (size_t n = heart->n; n < most; n++) {
		const size_t i = find_best(k, NULL, may_follow);

		if (i == k->c->n)
			break;
		take(k, i);
	}
	return k->chosen;
}

/* Of a text: as many as its beginning has, if that is more. */
static size_t
heart_of(const struct candidates *c, size_t most)
{
	const size_t heart = most > HEART ? HEART : most;

	return c->start_run < heart ? heart : c->start_run + 1;
}

bool *
summary_choose(struct arena *a, const struct reading *r, const struct candidates *c,
    const struct weights *w, size_t most, bool text)
{
	const size_t heart = text ? heart_of(c, most) : most;
	struct choosing k = {
		.r = r, .c = c, .w = w, .limit = WORDS_EACH * heart, .text = text
	};
	struct choice best;

	k.base = arena_many(a, double, c->n + 1);
	k.said = arena_many(a, uint32_t, r->term_count + 1);
	k.pairs = arena_many(a, uint32_t, c->pair_count + 1);
	for (size_t i = 0; i < c->n; i++) {
		k.base[i] = c->at[i].slight ? LAST_RESORT : 0;
		for (size_t f = 0; f < FEATURE_COUNT; f++)
			k.base[i] += w->feature[f] * (double)c->at[i].feature[f];
	}
	best = choose_beside(a, &k, heart);
	fill(&k, &best, heart);
	return follow(a, &k, &best, most);
}

/* 3 to 5 by the number of sentences there are. */
static size_t
sentences_for(size_t candidates)
{
	static const size_t at_least[] = { 18, 40 };
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
	const size_t most = sentences > SUMMARY_MOST ? SUMMARY_MOST
			    : sentences > 0          ? (size_t)sentences
						     : sentences_for(c.n);
	/* who asks for a number wants the most in it; all others, a text to read */
	const bool text = sentences <= 0;
	const bool *chosen =
	    c.n > most ? summary_choose(a, r, &c, &learned, most, text) : NULL;

	explain_summary(x, r, &c, chosen, &learned);
	for (size_t i = 0; i < c.n; i++)
		if (chosen == NULL ? !c.at[i].noise && !(text && i != 0 && c.at[i].barred)
				   : chosen[i])
			*vec_push(a, &out->summary) =
			    (struct extract){ passage_text(r, c.at[i].passage),
				    r->at[c.at[i].passage].para };
}
