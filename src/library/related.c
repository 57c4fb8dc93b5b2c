/* Related reading: stated links, backlinks, then the nearest by words, names and beginnings. */
#include <math.h>

#include "library/index.h"
#include "library/reason.h"
#include "library/shelf.h"

/* Learned on development data: how much names and beginnings count beside the whole text. */
static const double names_share = 0.4, lead_share = 0.4;
static const double least_score = 0.02; /* below it nothing is alike */

struct ranking {
	struct library *lib;
	struct index *x;
	const struct document *of;
	size_t self; /* never its own neighbour; SIZE_MAX: not in the library */
	struct str published;
	struct neighbours *out;
	bool *taken; /* documents that are in `out` already */
	struct arena *a;
};

static void
put(struct ranking *r, size_t i, struct neighbour n)
{
	const struct book *b = shelf_book(r->lib, i);
	const struct entry *e = &b->entry;

	n.id = e->id;
	n.title = e->title;
	n.url = b->url;
	n.source = e->source;
	n.published = e->published;
	*vec_push(r->a, r->out) = n;
	r->taken[i] = true;
}

static void
put_stated(struct ranking *r, const struct link *l, struct arena *scratch)
{
	const size_t i = shelf_resolve(r->lib, l, scratch);
	const struct neighbour n = { .kind = NEIGHBOUR_STATED,
		.title = l->title,
		.url = l->url,
		.why = l->why,
		.by_reader = l->by_reader };

	if (i == r->self && i != SIZE_MAX)
		return;
	if (i == SIZE_MAX || i >= r->x->n)
		*vec_push(r->a, r->out) = n;
	else if (!r->taken[i])
		put(r, i, n);
}

static void
put_backlinks(struct ranking *r)
{
	for (size_t k = 0; k < r->of->backlinks.n; k++) {
		const size_t i = r->of->backlinks.at[k];

		if (!r->taken[i] && i != r->self)
			put(r, i,
			    (struct neighbour){ .kind = NEIGHBOUR_BACKLINK,
				.why = STR("names this one") });
	}
}

/* Adds to every document's score what it shares with the vector. */
static void
add_scores(double *score, const struct space *s, const struct vector *v, double full,
    double lead)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct weight *w = &v->at[i];
		const double by_full = full * (double)w->full,
			     by_lead = lead * (double)w->lead;

		if (w->term >= s->listed || (by_full <= 0 && by_lead <= 0))
			continue;
		for (uint32_t p = s->from[w->term]; p < s->from[w->term + 1]; p++)
			score[s->postings[p].doc] +=
			    by_full * (double)s->postings[p].full +
			    by_lead * (double)s->postings[p].lead;
	}
}

struct candidate {
	size_t doc;
	double score;
};

/* Keeps the best `most` in order; equal scores by id. */
static void
consider(const struct ranking *r, struct candidate *best, size_t *n, size_t most,
    struct candidate c)
{
	size_t i = *n;

	while (
	    i > 0 && (best[i - 1].score < c.score ||
			 (best[i - 1].score <= c.score &&
			     str_cmp(shelf_book(r->lib, c.doc)->entry.id,
				 shelf_book(r->lib, best[i - 1].doc)->entry.id) < 0))) {
		if (i < most)
			best[i] = best[i - 1];
		i--;
	}
	if (i < most)
		best[i] = c;
	if (*n < most)
		(*n)++;
}

static void
put_computed(struct ranking *r, size_t most, struct arena *scratch)
{
	struct index *x = r->x;
	struct candidate *best = arena_many(scratch, struct candidate, most + 1);
	const double whole = 1 + names_share + lead_share;
	size_t n = 0;

	add_scores(x->score, &x->words, &r->of->words, 1, lead_share);
	add_scores(x->score, &x->names, &r->of->names, names_share, 0);
	for (size_t i = 0; i < x->n; i++) {
		const double score = x->score[i] / whole;

		if (score >= least_score && !r->taken[i] && i != r->self)
			consider(r, best, &n, most, (struct candidate){ i, score });
		x->score[i] = 0;
	}
	for (size_t k = 0; k < n; k++) {
		const size_t doc = best[k].doc;
		const struct pair pair = { x, r->of, &x->at[doc], r->published,
			shelf_book(r->lib, doc)->entry.published };

		put(r, doc,
		    (struct neighbour){ .kind = NEIGHBOUR_COMPUTED,
			.why = reason_of(r->a, &pair),
			.score = best[k].score });
	}
}

/* The brief's own vectors, in the terms of the index. */
static void
read_stranger(
    struct index *x, const struct brief *b, struct arena *a, struct document *out)
{
	index_read(x, a, b, out);
	vector_weigh(&x->words, &out->words);
	vector_weigh(&x->names, &out->names);
}

struct neighbours
library_related(
    struct library *lib, size_t i, const struct brief *b, size_t most, struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	struct index *x = index_of(lib);
	struct document own = { 0 };
	struct neighbours out = { 0 };
	struct ranking r = {
		.lib = lib, .x = x, .of = &own, .self = i, .out = &out, .a = a
	};

	r.taken = arena_many(&scratch, bool, x->n + 1);
	if (i < x->n)
		r.of = &x->at[i];
	else if (b != NULL)
		read_stranger(x, b, &scratch, &own);
	r.published = b != NULL    ? b->source.published
		      : i < lib->n ? shelf_book(lib, i)->entry.published
				   : STR_NIL;
	if (b != NULL)
		for (size_t k = 0; k < b->related.n; k++)
			put_stated(&r, &b->related.at[k], &scratch);
	else
		for (size_t k = 0; k < r.of->link_count; k++)
			put_stated(&r, &r.of->links[k], &scratch);
	put_backlinks(&r);
	put_computed(&r, most < x->n ? most : x->n, &scratch);
	arena_free(&scratch);
	return out;
}
