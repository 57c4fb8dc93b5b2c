/*
 * Every node gives each document a score, or less than 0 when it does not fit; nodes stand
 * in postorder, so a stack of columns of scores is all there is.
 */
#include "library/ask.h"

#include <assert.h>
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "library/held.h"
#include "library/leaf.h"
#include "library/state.h"

enum { SOUGHT_MOST = 32 };

/* Robertson's BM25; k1 and b are its usual values. */
static const double k1 = 1.2, length_share = 0.75;
static const double not_fit = -1;

struct asker {
	struct leaves leaves;
	const struct library_asking *how;
	struct arena *a; /* scratch */
	size_t n;        /* slots */
	VEC(double *) stack;
	VEC(double *) spare;
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

/* From how often to BM25. */
static void
score_times(struct asker *k, double *score)
{
	const double n = (double)k->leaves.living;
	uint32_t *times = k->leaves.times;
	double df = 0, idf;

	for (size_t i = 0; i < k->n; i++)
		df += times[i] != 0 && leaf_place(&k->leaves, i) != SIZE_MAX;
	idf = log(1 + (n - df + 0.5) / (df + 0.5));
	for (size_t i = 0; i < k->n; i++) {
		const double tf = times[i];

		if (times[i] == 0)
			continue;
		score[i] =
		    idf * tf * (k1 + 1) /
		    (tf + k1 * (1 - length_share +
				   length_share * (double)leaf_length(&k->leaves, i) /
				       k->leaves.mean));
		times[i] = 0;
	}
}

static void
ask_words(struct asker *k, const struct query_node *q)
{
	leaf_words(&k->leaves, q);
	score_times(k, column(k, not_fit));
}

/* Only what lies on the shelf has a day; of a store it is known without the book. */
static void
ask_dated(struct asker *k, const struct query_node *q)
{
	double *score = column(k, not_fit);

	for (size_t i = 0; i < k->n; i++) {
		const size_t place = leaf_place(&k->leaves, i);
		const long day =
		    place == SIZE_MAX ? LONG_MIN : shelf_day(k->leaves.lib, place);

		if (day != LONG_MIN && day >= q->from && day <= q->to)
			score[i] = 0;
	}
}

static void
ask_marked(struct asker *k, unsigned bit)
{
	double *score = column(k, not_fit);
	const struct map *marks = k->how->marks;

	for (size_t i = 0; marks != NULL && i < marks->n; i++) {
		const size_t place = (marks->keys[i].value & bit) == 0
					 ? SIZE_MAX
					 : library_id(k->leaves.lib, marks->keys[i].key);
		const size_t slot =
		    place == SIZE_MAX ? SIZE_MAX : leaf_slot(&k->leaves, place);

		if (slot < k->n)
			score[slot] = 0;
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
		leaf_events(&k->leaves, q, column(k, not_fit));
		break;
	case QUERY_READ:
		ask_marked(k, MARK_READ);
		break;
	case QUERY_STARRED:
		ask_marked(k, MARK_STAR);
		break;
	case QUERY_WANTED:
		leaf_wanted(&k->leaves, q, column(k, not_fit));
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
		s.at[i] = word_test_of(&k->leaves.pile->forms, k->a, q->words.at[i],
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

/* A document that fits. */
struct fit {
	double score;
	uint32_t place;
};

/* Better first; the order of the library among equals. */
static int
better_fit(const void *pa, const void *pb)
{
	const struct fit *a = pa, *b = pb;
	const int by = (a->score < b->score) - (a->score > b->score);

	return by != 0 ? by : (a->place > b->place) - (a->place < b->place);
}

static int
earlier_fit(const void *pa, const void *pb)
{
	const struct fit *a = pa, *b = pb;

	return (a->place > b->place) - (a->place < b->place);
}

static void
keep_fits(
    struct asker *k, const struct fit *fits, size_t n, struct hits *hits, struct arena *a)
{
	const size_t whole = k->how->brief && k->how->lines < n ? k->how->lines : n;
	uint32_t *rest = arena_many(a, uint32_t, n - whole);

	hits->at = arena_many(a, struct hit, whole);
	hits->n = hits->room = whole;
	for (size_t i = 0; i < n; i++)
		if (i < whole)
			hits->at[i] = (struct hit){ .index = fits[i].place,
				.score = fits[i].score };
		else
			rest[i - whole] = fits[i].place;
	hits->rest = rest;
	hits->rest_n = n - whole;
}

/* All that fit: counted, then in the order of the library or by score. */
static void
collect_all(struct asker *k, struct hits *hits, struct arena *a)
{
	struct fit *fits = arena_many(k->a, struct fit, k->leaves.living + 1);
	size_t n = 0;

	for (size_t i = 0; i < k->n; i++) {
		const size_t place = leaf_place(&k->leaves, i);

		if (place != SIZE_MAX && k->stack.at[0][i] >= 0)
			fits[n++] = (struct fit){ k->stack.at[0][i], (uint32_t)place };
	}
	if (n > 1)
		qsort(fits, n, sizeof(*fits), k->how->newest ? earlier_fit : better_fit);
	if (k->how->most != 0 && n > k->how->most)
		n = k->how->most;
	keep_fits(k, fits, n, hits, a);
}

static void
collect_newest(struct asker *k, struct hits *hits, struct arena *a)
{
	for (size_t place = 0; hits->n < k->how->most && place < k->leaves.living;
	     place++) {
		const double score = k->stack.at[0][leaf_slot(&k->leaves, place)];

		if (score >= 0)
			*vec_push(a, hits) =
			    (struct hit){ .index = place, .score = score };
	}
}

/* The best so far stay in order; most of what comes later is worse than the last. */
static void
collect_best(struct asker *k, struct hits *hits, struct arena *a)
{
	const size_t most = k->how->most < k->n ? k->how->most : k->n;

	hits->at = arena_many(a, struct hit, most + 1);
	hits->room = most + 1;
	for (size_t i = 0; i < k->n; i++) {
		const size_t place = leaf_place(&k->leaves, i);
		const struct hit hit = { .index = place, .score = k->stack.at[0][i] };
		size_t at = hits->n;

		if (place == SIZE_MAX || hit.score < 0)
			continue;
		for (; at > 0 && better(&hit, &hits->at[at - 1]) < 0; at--)
			hits->at[at] = hits->at[at - 1];
		if (at < most)
			hits->at[at] = hit;
		hits->n += hits->n < most;
	}
}

/* Newest or best first, as many as are wanted. */
static void
collect(struct asker *k, struct hits *hits, struct arena *a)
{
	enum { MANY = 1000 };

	assert(k->stack.n == 1 && k->stack.at != NULL);
	if (k->how->newest && k->how->most != 0)
		collect_newest(k, hits, a);
	else if (k->how->most != 0 && k->how->most <= MANY)
		collect_best(k, hits, a);
	else
		collect_all(k, hits, a);
}

static struct hits
ask_once(struct library *lib, const struct query *q, const struct library_asking *how,
    struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	struct asker k = {
		.leaves = leaves_of(lib, &scratch), .how = how, .a = &scratch
	};
	struct hits hits = { 0 };
	struct soughts s;

	k.n = k.leaves.n;
	assert(q->nodes.at != NULL);
	store_begin(k.leaves.store);
	for (size_t i = 0; i < q->nodes.n; i++)
		ask_node(&k, &q->nodes.at[i]);
	collect(&k, &hits, a);
	s = soughts_of(&k, q);
	find_lines(lib, &s, &hits, how->lines < hits.n ? how->lines : hits.n, a);
	store_end(k.leaves.store);
	arena_free(&scratch);
	return hits;
}

/* A damaged index is seen while it is asked; then it is made anew, and asked again. */
struct hits
library_ask(struct library *lib, const struct query *q, const struct library_asking *how,
    struct arena *a)
{
	struct hits hits = { 0 };

	if (library_glanced(lib))
		return hits;
	hits = ask_once(lib, q, how, a);
	for (int i = 0; i < 2 && held_mend(lib); i++)
		hits = ask_once(lib, q, how, a);
	return hits;
}
