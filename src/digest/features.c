/*
 * What is measured of each sentence.  Centrality is the cosine with the sum of all
 * sentences, so nothing is compared pair by pair and long texts stay linear.
 */
#include <math.h>

#include "digest/candidates.h"
#include "digest/words.h"

enum { DEEP = 45 }; /* sentences, as many as a long news article has */

/* What the features of all sentences share. */
struct measure {
	const struct reading *r;
	struct candidates *c;
	double *centre; /* of each term: its weight in the sum */
	double centre_norm;
	uint32_t *met;  /* of each term: the last candidate it was met in, from 1 */
	uint32_t *seen; /* of each term: the last candidate that counted it, from 1 */
};

/* Counts of token kinds, as features; the words. */
static uint32_t
measure_words(const struct reading *r, const struct passage *p, float *f)
{
	size_t words = 0, numbers = 0, brackets = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const struct token *k = &r->tokens.at[t];

		words += k->kind != TOKEN_PUNCT;
		numbers += (k->flags & TOKEN_DIGIT) != 0;
		brackets += k->n == 1 && r->text.p[k->at] == '(';
	}
	f[FEATURE_NUMBERS] = numbers > 2 ? 1 : (float)numbers / 2;
	f[FEATURE_BRACKETS] = brackets != 0;
	return (uint32_t)words;
}

static void
measure_form(
    const struct reading *r, const struct candidate *c, const struct passage *p, float *f)
{
	f[FEATURE_QUOTE] = c->marks.straight != 0 || c->marks.opened != 0;
	f[FEATURE_THE] = str_starts(str_cut(r->text, p->at, p->at + p->n), STR("The "));
}

/* Depth counts from the start, not by the article's length: a long text is not a long
   beginning. */
static void
measure_place(size_t i, size_t n, float *f)
{
	f[FEATURE_EARLY] = (float)(1 / sqrt(1 + (double)i));
	f[FEATURE_SECOND] = i == 1 || i == 2;
	f[FEATURE_LAST] = (float)((double)i / fmin((double)n, DEEP));
}

/* What its distinct topic words have in common with article and title. */
static void
measure_topic(struct measure *m, size_t i, const struct passage *p, float *f)
{
	const struct reading *r = m->r;
	double frequent = 0, title = 0, centre = 0, distinct = 0, words = 0,
	       spellings = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const uint32_t id = r->term_of[t];

		words += id != TERM_NONE;
		if (id != TERM_NONE && m->met[id] != i + 1) {
			m->met[id] = (uint32_t)i + 1;
			spellings++;
		}
		if (!topic_word(r, t) || m->seen[id] == i + 1)
			continue;
		m->seen[id] = (uint32_t)i + 1;
		distinct++;
		frequent += log((double)r->terms[id].passages);
		title += r->terms[id].in_title;
		centre += m->centre[id];
	}
	f[FEATURE_DISTINCT] = words == 0 ? 0 : (float)(spellings / words);
	if (distinct == 0)
		return;
	f[FEATURE_FULL] = (float)(frequent / words / log(2 + (double)m->c->n));
	f[FEATURE_TITLE] =
	    r->title_terms == 0 ? 0 : (float)(title / (double)r->title_terms);
	f[FEATURE_CENTRAL] = (float)(centre / sqrt(distinct) / m->centre_norm);
}

static void
sum_up(struct measure *m)
{
	for (size_t i = 0; i < m->c->n; i++) {
		const struct passage *p = &m->r->at[m->c->at[i].passage];

		for (size_t t = p->token; t < p->token + p->tokens; t++)
			if (topic_word(m->r, t))
				m->centre[m->r->term_of[t]] += 1;
	}
	for (size_t i = 0; i < m->r->term_count; i++)
		m->centre_norm += m->centre[i] * m->centre[i];
	m->centre_norm = sqrt(m->centre_norm) + 1e-9;
}

/* Two words that stand beside each other. */
struct pair {
	uint32_t left, right;
	uint32_t in; /* the candidate it was last met in, from 1 */
	uint32_t id; /* from 1, when it was met in two */
};

static struct pair *
find_pair(struct pair *slots, size_t mask, uint32_t left, uint32_t right)
{
	size_t i = (left * 0x9e3779b1u ^ right * 0x85ebca6bu) & mask;

	while (slots[i].in != 0 && (slots[i].left != left || slots[i].right != right))
		i = (i + 1) & mask;
	slots[i].left = left;
	slots[i].right = right;
	return &slots[i];
}

/* Calls are in text order; what is met for the second time gets a number. */
static void
meet_pair(struct candidates *c, struct pair *pair, uint32_t in)
{
	if (pair->id == 0 && pair->in != 0 && pair->in != in)
		pair->id = (uint32_t)++c->pair_count;
	pair->in = in;
}

/* The pair of each token is its slot, from 1; and its number when it is known which are shared. */
static void
number_pairs(struct arena *a, const struct reading *r, struct candidates *c)
{
	size_t room = 64;
	struct pair *slots;

	while (room < 2 * r->tokens.n)
		room *= 2;
	slots = arena_many(a, struct pair, room);
	c->pair_of = arena_many(a, uint32_t, r->tokens.n + 1);
	for (size_t i = 0; i < c->n; i++) {
		const struct passage *p = &r->at[c->at[i].passage];
		uint32_t left = TERM_NONE;

		for (size_t t = p->token; t < p->token + p->tokens; t++) {
			if (r->term_of[t] == TERM_NONE)
				continue;
			if (left != TERM_NONE) {
				struct pair *pair =
				    find_pair(slots, room - 1, left, r->term_of[t]);

				meet_pair(c, pair, (uint32_t)i + 1);
				c->pair_of[t] = (uint32_t)(pair - slots) + 1;
			}
			left = r->term_of[t];
		}
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct passage *p = &r->at[c->at[i].passage];

		for (size_t t = p->token; t < p->token + p->tokens; t++)
			if (c->pair_of[t] != 0) {
				c->pair_of[t] = slots[c->pair_of[t] - 1].id;
				c->at[i].pairs += c->pair_of[t] != 0;
			}
	}
}

struct candidates
summary_candidates(struct arena *a, const struct reading *r)
{
	struct candidates out = candidates_find(a, r);
	struct measure m = { .r = r, .c = &out };

	m.centre = arena_many(a, double, r->term_count + 1);
	m.met = arena_many(a, uint32_t, r->term_count + 1);
	m.seen = arena_many(a, uint32_t, r->term_count + 1);
	sum_up(&m);
	number_pairs(a, r, &out);
	for (size_t i = 0; i < out.n; i++) {
		const struct passage *p = &r->at[out.at[i].passage];
		float *f = out.at[i].feature;

		out.at[i].words = measure_words(r, p, f);
		measure_form(r, &out.at[i], p, f);
		measure_place(i, out.n, f);
		measure_topic(&m, i, p, f);
	}
	return out;
}
