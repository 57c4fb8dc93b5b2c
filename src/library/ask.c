/*
 * A query over the pile.  Every node gives each document a score, or NOT when it does
 * not fit; nodes stand in postorder, so a stack of columns of scores is all there is.
 */
#include "library/ask.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "library/pile.h"
#include "library/shelf.h"
#include "library/state.h"

enum { SOUGHT_MOST = 32 };

/* Robertson's BM25; k1 and b are its usual values. */
static const double k1 = 1.2, length_share = 0.75;
static const double not_fit = -1;

struct asker {
	struct library *lib;
	struct pile *pile;
	const struct library_asking *how;
	struct arena *a; /* scratch */
	size_t n;        /* documents */
	VEC(double *) stack;
	VEC(double *) spare;
	uint32_t *times; /* of the leaf at hand, by document; all 0 between leaves */
};

static double *
column(struct asker *k, double fill)
{
	double *c = k->spare.n != 0 ? k->spare.at[--k->spare.n]
				    : arena_many(k->a, double, k->n + 1);

	for (size_t i = 0; i < k->n; i++)
		c[i] = fill;
	*vec_push(k->a, &k->stack) = c;
	return c;
}

/* The forms that fit one word, as one byte each. */
static uint8_t *
fitting(struct asker *k, struct str word, bool prefix, bool typing)
{
	struct forms *f = &k->pile->forms;
	const struct word_test w = word_test_of(f, k->a, word, prefix, typing);
	uint8_t *fits = arena_many(k->a, uint8_t, f->at.n);

	for (size_t i = 1; i < f->at.n; i++)
		fits[i] = word_fits(&w, &f->at.at[i]);
	return fits;
}

/* A phrase of a query: per word the forms that fit it. */
struct phrase {
	enum query_field field;
	size_t n;
	uint8_t **fits;
};

static bool
stands_at(const struct phrase *p, const struct ids *run, size_t at)
{
	for (size_t i = 0; i < p->n; i++)
		if (at + i >= run->n || !p->fits[i][run->at[at + i]])
			return false;
	return true;
}

static uint32_t
times_in(const struct phrase *p, const struct card *c)
{
	uint32_t times = 0;

	for (size_t part = 0; part < PART_COUNT; part++) {
		const unsigned weight = part_weight(p->field, (enum part)part);
		const struct ids *run = &c->run[part];

		for (size_t i = 0; weight != 0 && i < run->n; i++)
			if (stands_at(p, run, i))
				times += weight;
	}
	return times;
}

static void
count_word(struct asker *k, const struct phrase *p, size_t word)
{
	for (size_t form = 1; form < k->pile->lists_n; form++) {
		const struct posts *l = &k->pile->lists[form].field[p->field];

		for (size_t i = 0; p->fits[word][form] && i < l->n; i++)
			k->times[l->at[i].doc] += l->at[i].times;
	}
}

/* Documents that hold the first word, then those of them that hold all in order. */
static void
count_phrase(struct asker *k, const struct phrase *p)
{
	count_word(k, p, 0);
	for (size_t i = 0; p->n > 1 && i < k->n; i++)
		if (k->times[i] != 0)
			k->times[i] = times_in(p, &k->pile->cards.at[i]);
}

/* From how often to BM25. */
static void
score_times(struct asker *k, double *score)
{
	const double n = (double)k->n, mean = (double)k->pile->length / n;
	double df = 0, idf;

	for (size_t i = 0; i < k->n; i++)
		df += k->times[i] != 0;
	idf = log(1 + (n - df + 0.5) / (df + 0.5));
	for (size_t i = 0; i < k->n; i++) {
		const double tf = k->times[i];
		const double length = (double)k->pile->cards.at[i].length / mean;

		if (k->times[i] != 0)
			score[i] = idf * tf * (k1 + 1) /
				   (tf + k1 * (1 - length_share + length_share * length));
		k->times[i] = 0;
	}
}

static void
ask_words(struct asker *k, const struct query_node *q)
{
	struct phrase p = { q->field, q->words.n,
		arena_many(k->a, uint8_t *, q->words.n) };

	if (k->how->titles && p.field == FIELD_ANY)
		p.field = FIELD_TITLE;
	for (size_t i = 0; i < p.n; i++)
		p.fits[i] = fitting(k, q->words.at[i], q->prefix && i + 1 == p.n,
		    q->typing && i + 1 == p.n);
	count_phrase(k, &p);
	score_times(k, column(k, not_fit));
}

static void
ask_dated(struct asker *k, const struct query_node *q)
{
	double *score = column(k, not_fit);

	for (size_t i = 0; i < k->n; i++) {
		const long day = k->lib->at[i].day;

		if (day != LONG_MIN && day >= q->from && day <= q->to)
			score[i] = 0;
	}
}

static void
ask_event(struct asker *k, const struct query_node *q)
{
	double *score = column(k, not_fit);

	for (size_t i = 0; i < k->n; i++) {
		const struct card *c = &k->pile->cards.at[i];

		for (size_t e = 0; e < c->events.n; e++)
			if (c->events.at[e].from <= q->to &&
			    c->events.at[e].to >= q->from)
				score[i] = 0;
	}
}

static void
ask_marked(struct asker *k, unsigned bit)
{
	double *score = column(k, not_fit);
	const struct map *marks = k->how->marks;

	for (size_t i = 0; marks != NULL && i < marks->n; i++) {
		const size_t at = library_id(k->lib, marks->keys[i].key);

		if (at < k->n && (marks->keys[i].value & bit) != 0)
			score[at] = 0;
	}
}

/* Every word fits one of the title. */
static bool
title_holds(struct asker *k, const struct query_node *q, struct str title)
{
	const struct tokens t = tokens_of(k->a, title);
	struct forms *f = &k->pile->forms;
	struct tongue *tongue = forms_tongue(f, STR("en"));

	for (size_t w = 0; w < q->words.n; w++) {
		const bool last = w + 1 == q->words.n;
		const struct word_test test = word_test_of(
		    f, k->a, q->words.at[w], q->prefix && last, q->typing && last);
		size_t i = 0;

		while (i < t.n && !word_fits(&test,
				      &f->at.at[forms_id(f, tongue, token_text(&t, i))]))
			i++;
		if (i == t.n)
			return false;
	}
	return true;
}

static void
ask_wanted(struct asker *k, const struct query_node *q)
{
	double *score = column(k, not_fit);

	for (size_t i = 0; i < k->n; i++)
		for (size_t l = 0; l < k->pile->cards.at[i].links.n; l++) {
			const struct link *link = &k->pile->cards.at[i].links.at[l];

			if (shelf_resolve(k->lib, link, k->a) == SIZE_MAX &&
			    title_holds(k, q, link->title))
				score[i] = 0;
		}
}

/* The two topmost columns become one. */
static void
join(struct asker *k, bool both)
{
	double *right, *left;

	assert(k->stack.at != NULL && k->stack.n >= 2);
	right = k->stack.at[--k->stack.n];
	left = k->stack.at[k->stack.n - 1];
	for (size_t i = 0; i < k->n; i++) {
		const bool l = left[i] >= 0, r = right[i] >= 0;

		if (both ? l && r : l || r)
			left[i] = (l ? left[i] : 0) + (r ? right[i] : 0);
		else
			left[i] = not_fit;
	}
	*vec_push(k->a, &k->spare) = right;
}

static void
turn(struct asker *k)
{
	double *top;

	assert(k->stack.at != NULL && k->stack.n >= 1);
	top = k->stack.at[k->stack.n - 1];
	for (size_t i = 0; i < k->n; i++)
		top[i] = top[i] >= 0 ? not_fit : 0;
}

static void
ask_node(struct asker *k, const struct query_node *q)
{
	switch (q->kind) {
	case QUERY_ALL:
		(void)column(k, 0);
		break;
	case QUERY_AND:
	case QUERY_OR:
		join(k, q->kind == QUERY_AND);
		break;
	case QUERY_NOT:
		turn(k);
		break;
	case QUERY_WORDS:
		ask_words(k, q);
		break;
	case QUERY_DATED:
		ask_dated(k, q);
		break;
	case QUERY_EVENT:
		ask_event(k, q);
		break;
	case QUERY_READ:
		ask_marked(k, MARK_READ);
		break;
	case QUERY_STARRED:
		ask_marked(k, MARK_STAR);
		break;
	case QUERY_WANTED:
		ask_wanted(k, q);
		break;
	}
}

/* Better first; the order of the library among equals. */
static int
better(const void *pa, const void *pb)
{
	const struct hit *a = pa, *b = pb;
	const int by = (a->score < b->score) - (a->score > b->score);

	return by != 0 ? by : (a->index > b->index) - (a->index < b->index);
}

static void
sought_words(struct asker *k, const struct query_node *q, struct soughts *out)
{
	struct sought s = { arena_many(k->a, struct word_test, q->words.n), q->words.n };

	for (size_t i = 0; i < s.n; i++)
		s.at[i] = word_test_of(&k->pile->forms, k->a, q->words.at[i],
		    q->prefix && i + 1 == s.n, q->typing && i + 1 == s.n);
	*vec_push(k->a, out) = s;
}

/* What is asked for and not refused: a node's parts stand before it. */
static struct soughts
soughts_of(struct asker *k, const struct query *q)
{
	bool *refused = arena_many(k->a, bool, q->nodes.n + 1);
	struct soughts out = { 0 };

	for (size_t i = q->nodes.n; i-- > 0;) {
		const struct query_node *n = &q->nodes.at[i];

		if (n->kind == QUERY_AND || n->kind == QUERY_OR)
			refused[n->left] = refused[n->right] = refused[i];
		else if (n->kind == QUERY_NOT)
			refused[n->left] = !refused[i];
		else if (n->kind == QUERY_WORDS && !refused[i] && out.n < SOUGHT_MOST)
			sought_words(k, n, &out);
		else if (n->kind == QUERY_EVENT && !refused[i]) {
			out.dated = true;
			out.from = n->from;
			out.to = n->to;
		}
	}
	return out;
}

struct hits
library_ask(struct library *lib, const struct query *q, const struct library_asking *how,
    struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	struct pile *pile = pile_of(lib);
	struct asker k = { lib, pile, how, &scratch, pile->cards.n, { 0 }, { 0 },
		arena_many(&scratch, uint32_t, pile->cards.n + 1) };
	struct hits hits = { 0 };
	struct soughts s;

	assert(q->nodes.at != NULL);
	for (size_t i = 0; i < q->nodes.n; i++)
		ask_node(&k, &q->nodes.at[i]);
	assert(k.stack.n == 1);
	for (size_t i = 0; i < k.n; i++)
		if (k.stack.at[0][i] >= 0)
			*vec_push(a, &hits) =
			    (struct hit){ .index = i, .score = k.stack.at[0][i] };
	if (!how->newest && hits.n > 1)
		qsort(hits.at, hits.n, sizeof(*hits.at), better);
	if (how->most != 0 && hits.n > how->most)
		hits.n = how->most;
	s = soughts_of(&k, q);
	find_lines(
	    lib, &pile->forms, &s, &hits, how->lines < hits.n ? how->lines : hits.n, a);
	arena_free(&scratch);
	return hits;
}

struct hits
library_search(struct library *lib, struct str query, size_t most, struct arena *a)
{
	const struct library_asking how = { .most = most, .lines = most };
	struct arena scratch = ARENA_INIT;
	struct query q;
	struct query_error error;
	struct hits hits = { 0 };

	if (query_parse(&scratch, query, true, &q, &error) && q.nodes.at != NULL &&
	    q.nodes.at[q.root].kind != QUERY_ALL)
		hits = library_ask(lib, &q, &how, a);
	arena_free(&scratch);
	return hits;
}
