/*
 * Related reading: stated links, backlinks, then the nearest.  Candidates come from the
 * lists of the brief's heaviest words and of its names; they are compared whole.
 */
#include <math.h>
#include <stdlib.h>

#include "library/build.h"
#include "library/bytes.h"
#include "library/held.h"
#include "library/reason.h"

enum { TERMS_MOST = 32, TERMS_LEAST = 8, CANDIDATES_MOST = 120, BACKLINKS_MOST = 500 };

static const double least_score = 0.02; /* below it nothing is alike */
static const double same_from = 0.8;    /* from it on it is the same text again */

/* For choosing candidates only: what a document's vector is about as long as. */
static const float words_length = 5;
static const double names_length = 3, names_count = 0.4;
static const double common = 1.5; /* the rarity of what every fifth document holds */

struct ranking {
	struct library *lib;
	struct leaves leaves;
	struct kin *kin;
	const struct brief *brief;
	size_t self; /* slot of the brief; SIZE_MAX: it is not in the library */
	struct card card;
	struct portrait portrait;
	struct told told;
	struct neighbours *out;
	bool *taken; /* slots that are in `out` already */
	struct arena *a, *scratch;
};

static void
put(struct ranking *r, size_t slot, struct neighbour n)
{
	const struct book *b = shelf_book(r->lib, leaf_place(&r->leaves, slot));

	n.id = str_dup(r->a, b->entry.id);
	n.title = str_dup(r->a, b->entry.title);
	n.url = str_dup(r->a, b->url);
	n.source = str_dup(r->a, b->entry.source);
	n.author = str_dup(r->a, b->entry.author);
	n.published = str_dup(r->a, b->entry.published);
	*vec_push(r->a, r->out) = n;
	r->taken[slot] = true;
}

static void
put_stated(struct ranking *r, const struct link *l)
{
	const size_t place = shelf_resolve(r->lib, l, r->scratch);
	const size_t slot = place == SIZE_MAX ? SIZE_MAX : leaf_slot(&r->leaves, place);
	const struct neighbour n = { .kind = NEIGHBOUR_STATED,
		.title = l->title,
		.url = l->url,
		.why = l->why,
		.by_reader = l->by_reader };

	if ((slot == r->self && slot != SIZE_MAX) ||
	    (slot == SIZE_MAX && is_mail(l->url)))
		return;
	if (slot == SIZE_MAX)
		*vec_push(r->a, r->out) = n;
	else if (!r->taken[slot])
		put(r, slot, n);
}

/* One of the links of a document means this brief. */
static bool
names_this(struct ranking *r, uint32_t slot)
{
	struct store *s = r->leaves.store;
	sqlite3_stmt *row = store_ask(s, ASK_LINKS_OF, "i", (int64_t)slot);
	const size_t own = leaf_place(&r->leaves, r->self);
	bool named = false;

	while (store_next(s, row))
		named |= store_linked(s, row, 0) == own;
	return named;
}

static struct ids
named_by_store(struct ranking *r)
{
	const struct book *b = shelf_book(r->lib, leaf_place(&r->leaves, r->self));
	struct store *s = r->leaves.store;
	struct stemmer *en = stemmer_new(STR("en"));
	uint64_t names[NAME_KEYS];
	struct ids out = { 0 };

	book_hashes(b, en, names);
	for (size_t k = 0; k < KEY_COUNT; k++) {
		sqlite3_stmt *row = store_ask(s, ASK_BACK, "i", (int64_t)names[k]);

		while (names[k] != 0 && store_next(s, row))
			if (store_int(row, 0) < (int64_t)r->leaves.n &&
			    out.n < BACKLINKS_MOST)
				*vec_push(r->scratch, &out) = (uint32_t)store_int(row, 0);
	}
	stemmer_free(en);
	return out;
}

struct by_place {
	size_t place, slot;
};

static int
first_place(const void *pa, const void *pb)
{
	const struct by_place *a = pa, *b = pb;

	return (a->place > b->place) - (a->place < b->place);
}

/* A mail of the same title that names a mail is its reply. */
static const char *
why_back(const struct ranking *r, size_t place)
{
	const struct book *own = shelf_book(r->lib, leaf_place(&r->leaves, r->self));
	const bool mail = is_mail(own->url);
	const struct str title = str_dup(r->scratch, own->entry.title);

	return mail && str_eq_nocase(title, shelf_book(r->lib, place)->entry.title)
		   ? "answers this one"
		   : "names this one";
}

/* In the order of the library. */
static void
put_backlinks(struct ranking *r)
{
	struct ids from = { 0 };
	struct by_place *at;
	size_t n = 0;

	if (r->self >= r->leaves.n)
		return;
	if (r->leaves.store != NULL)
		from = named_by_store(r);
	else
		from = (struct ids){ r->kin->backs[r->self].at, r->kin->backs[r->self].n,
			0 };
	at = arena_many(r->scratch, struct by_place, from.n + 1);
	for (size_t i = 0; i < from.n; i++) {
		const size_t place = leaf_place(&r->leaves, from.at[i]);

		if (place != SIZE_MAX)
			at[n++] = (struct by_place){ place, from.at[i] };
	}
	if (n > 1)
		qsort(at, n, sizeof(*at), first_place);
	for (size_t i = 0; i < n; i++)
		if (!r->taken[at[i].slot] && at[i].slot != r->self &&
		    (r->leaves.store == NULL || names_this(r, (uint32_t)at[i].slot)))
			put(r, at[i].slot,
			    (struct neighbour){ .kind = NEIGHBOUR_BACKLINK,
				.why = str_of(why_back(r, at[i].place)) });
}

/* 1 + log(n) of the first few, which nearly all are. */
enum { LOGS = 64 };
struct logs {
	float of[LOGS];
};

/* What each document of a list gains. */
struct gaining {
	struct ranking *r;
	float *gain;
	const struct logs *logs;
	float each;
	uint32_t base; /* slot of the list's first document */
};

static void
gain_list(void *ctx, struct str list)
{
	const struct gaining *g = ctx;
	uint64_t slot = g->base;

	while (list.n != 0) {
		const uint64_t step = take_number(&list);
		const uint64_t times = step & 1 ? take_number(&list) + 2 : 1;

		slot += step >> 1;
		if (slot == 0 || slot > g->r->leaves.n)
			return;
		g->gain[slot - 1] += g->each * (times < LOGS ? g->logs->of[times]
							     : 1 + logf((float)times));
	}
}

/* In the lists of all forms of a stem, or of a name. */
static void
gain_all(struct gaining *g, struct str stem, uint32_t field)
{
	struct pile *p = g->r->leaves.pile;
	const uint32_t *lead = map_get(&p->forms.stems, stem);

	g->base = 0;
	if (g->r->leaves.store != NULL)
		store_lists(g->r->leaves.store, field, stem, gain_list, g);
	g->base = (uint32_t)g->r->leaves.main_n;
	for (uint32_t form = lead == NULL ? 0 : *lead; form != 0;
	     form = p->forms.at.at[form].next)
		gain_list(g, lists_get(&p->lists, form, field));
}

static void
gain_name(struct gaining *g, uint32_t form)
{
	struct ranking *r = g->r;
	const double rarity = kin_rarity(r->kin, kin_number(r->kin, form));

	if (rarity <= 0 || r->portrait.names_length <= 0)
		return;
	g->each =
	    (float)(names_count * rarity / (r->portrait.names_length * names_length));
	gain_all(g, r->leaves.pile->forms.at.at[form].stem, FIELD_NAME);
}

static int
heavier(const void *pa, const void *pb)
{
	const struct weight *a = pa, *b = pb;

	if (a->full < b->full || b->full < a->full)
		return a->full < b->full ? 1 : -1;
	return (a->number > b->number) - (a->number < b->number);
}

/* The stem of a number, looked up in the card it comes from. */
static struct str
stem_in(struct ranking *r, uint32_t number)
{
	static const enum part parts[] = { PART_TITLE, PART_DEK, PART_BODY };

	for (size_t p = 0; p < LEN(parts); p++) {
		const struct ids *run = &r->card.run[parts[p]];

		for (size_t i = 0; i < run->n; i++)
			if (run->at[i] != FORM_BREAK &&
			    kin_number(r->kin, run->at[i]) == number)
				return r->leaves.pile->forms.at.at[run->at[i]].stem;
	}
	return STR_NIL;
}

/* The heaviest words, without the commonest when there are enough others. */
static void
gain_words(struct gaining *g)
{
	struct ranking *r = g->r;
	struct weight *top =
	    arena_many(r->scratch, struct weight, r->portrait.words_n + 1);

	for (size_t i = 0; i < r->portrait.words_n; i++)
		top[i] = r->portrait.words[i];
	if (r->portrait.words_n > 1)
		qsort(top, r->portrait.words_n, sizeof(*top), heavier);
	for (size_t i = 0, asked = 0; i < r->portrait.words_n && asked < TERMS_MOST;
	     i++) {
		const double rarity = kin_rarity(r->kin, top[i].number);

		if (asked >= TERMS_LEAST && rarity < common)
			continue;
		g->each = top[i].full * (float)rarity;
		gain_all(g, stem_in(r, top[i].number), FIELD_ANY);
		asked++;
	}
}

/* The root of 1 + its words. */
static float
root_length(const struct ranking *r, size_t slot)
{
	return slot < r->leaves.main_n ? r->kin->length[slot]
				       : sqrtf(1 + (float)leaf_length(&r->leaves, slot));
}

static float *
gains(struct ranking *r)
{
	float *gain = arena_many(r->scratch, float, r->leaves.n + 1);
	struct logs logs = { .of = { 0 } };
	struct gaining g = { .r = r, .gain = gain, .logs = &logs };

	for (size_t i = 1; i < LOGS; i++)
		logs.of[i] = 1 + logf((float)i);
	gain_words(&g);
	for (size_t i = 0; i < r->leaves.n; i++)
		if (gain[i] > 0)
			gain[i] /= words_length * root_length(r, i);
	for (size_t i = 0; i < r->card.names.n; i++)
		gain_name(&g, r->card.names.at[i].form);
	return gain;
}

struct candidate {
	size_t slot, place;
	double score, same;              /* as struct likeness has them */
	const struct portrait *portrait; /* NULL: not made yet */
};

struct best {
	struct candidate *at;
	size_t n, most;
};

/* Better, or as good and with the smaller id. */
static bool
beats(const struct ranking *r, const struct candidate *a, const struct candidate *b)
{
	if (a->score < b->score || b->score < a->score)
		return a->score > b->score;
	return str_cmp(shelf_book(r->lib, a->place)->entry.id,
		   shelf_book(r->lib, b->place)->entry.id) < 0;
}

static void
keep(const struct ranking *r, struct best *best, struct candidate c)
{
	size_t i = best->n;

	if (i == best->most && (i == 0 || !beats(r, &c, &best->at[i - 1])))
		return;
	while (i > 0 && beats(r, &c, &best->at[i - 1])) {
		if (i < best->most)
			best->at[i] = best->at[i - 1];
		i--;
	}
	best->at[i] = c;
	if (best->n < best->most)
		best->n++;
}

static struct best
best_of(struct arena *a, size_t most)
{
	return (struct best){ arena_many(a, struct candidate, most + 1), 0, most };
}

static struct best
candidates(struct ranking *r)
{
	struct best best = best_of(r->scratch, CANDIDATES_MOST);
	const bool all = r->leaves.n <= CANDIDATES_MOST;
	const float *gain = all ? NULL : gains(r);
	double bar = 0;

	for (size_t i = 0; i < r->leaves.n; i++) {
		const double score = all ? 1 : (double)gain[i];
		const size_t place = score <= bar ? SIZE_MAX : leaf_place(&r->leaves, i);

		if (place == SIZE_MAX || r->taken[i] || i == r->self)
			continue;
		keep(r, &best,
		    (struct candidate){ .slot = i, .place = place, .score = score });
		if (best.n == best.most)
			bar = nextafter(best.at[best.n - 1].score, 0);
	}
	return best;
}

static struct portrait
portray(struct ranking *r, size_t slot)
{
	if (slot < r->leaves.main_n)
		return kin_portrait_of(r->kin, (uint32_t)slot);
	return kin_portrait(r->kin, r->scratch,
	    &r->leaves.pile->cards.at[slot - r->leaves.main_n], false);
}

static struct str
why(struct ranking *r, const struct candidate *c, double floor)
{
	const struct book *other = shelf_book(r->lib, c->place);
	const struct pair pair = { .kin = r->kin,
		.a = r->brief,
		.told = &r->told,
		.b_path = other->entry.path,
		.score = c->score,
		.near = fmin(c->score, c->same) / floor,
		.b_published = other->entry.published,
		.card = &r->card,
		.pa = &r->portrait,
		.pb = c->portrait };

	return reason_of(r->a, &pair);
}

/* The first one before it that is the same text, or this brief itself. */
static struct str
same_as(struct ranking *r, const struct best *best, const struct str *sames, size_t i)
{
	const struct portrait *p = best->at[i].portrait;

	if (r->self != SIZE_MAX &&
	    kin_likeness(r->kin, p, &r->portrait).same >= same_from)
		return r->brief->id;
	for (size_t k = 0; k < i; k++)
		if (kin_likeness(r->kin, p, best->at[k].portrait).same >= same_from)
			return sames[k].n != 0
				   ? sames[k]
				   : str_dup(r->a,
					 shelf_book(r->lib, best->at[k].place)->entry.id);
	return STR_NIL;
}

static void
put_computed(struct ranking *r, size_t most)
{
	const struct best from = candidates(r);
	struct best best = best_of(r->scratch, most);
	struct str *sames = arena_many(r->scratch, struct str, most + 1);
	struct portrait *made = arena_many(r->scratch, struct portrait, from.n + 1);
	double *scores = arena_many(r->scratch, double, from.n + 1), floor;

	for (size_t i = 0; i < from.n; i++) {
		struct candidate c = from.at[i];
		struct likeness like;

		made[i] = portray(r, c.slot);
		c.portrait = &made[i];
		like = kin_likeness(r->kin, &r->portrait, c.portrait);
		scores[i] = c.score = like.score;
		c.same = like.same;
		if (c.score >= least_score)
			keep(r, &best, c);
	}
	floor = kin_floor(scores, from.n);
	if (best.n != 0)
		r->told = told_of(r->scratch, r->kin, r->brief);
	for (size_t i = 0; i < best.n; i++) {
		sames[i] = same_as(r, &best, sames, i);
		put(r, best.at[i].slot,
		    (struct neighbour){ .kind = NEIGHBOUR_COMPUTED,
			.why = why(r, &best.at[i], floor),
			.same_as = sames[i],
			.score = best.at[i].score });
	}
}

static struct neighbours
relate(struct library *lib, size_t place, const struct brief *b, size_t most,
    struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	struct neighbours out = { 0 };
	struct ranking r = { .lib = lib,
		.leaves = leaves_of(lib, &scratch),
		.brief = b,
		.out = &out,
		.a = a,
		.scratch = &scratch };

	store_begin(r.leaves.store);
	r.kin = kin_of(lib, &r.leaves);
	r.self = place == SIZE_MAX ? SIZE_MAX : leaf_slot(&r.leaves, place);
	r.taken = arena_many(&scratch, bool, r.leaves.n + 1);
	card_make(&r.card, &r.leaves.pile->forms, &scratch, b);
	r.portrait = kin_portrait(r.kin, &scratch, &r.card, false);
	for (size_t k = 0; k < b->related.n; k++)
		put_stated(&r, &b->related.at[k]);
	put_backlinks(&r);
	put_computed(&r, most < r.leaves.n ? most : r.leaves.n);
	store_end(r.leaves.store);
	arena_free(&scratch);
	return out;
}

/* A damaged index is seen while it is asked; then it is made anew, and asked again. */
struct neighbours
library_related(
    struct library *lib, size_t i, const struct brief *b, size_t most, struct arena *a)
{
	const struct brief *own = b;
	struct neighbours out = { 0 };

	if (own == NULL && i != SIZE_MAX)
		own = library_brief(lib, i, a, lib->d);
	if (own == NULL || library_glanced(lib))
		return out;
	out = relate(lib, i, own, most, a);
	if (held_mend(lib))
		out = relate(lib, i, own, most, a);
	return out;
}
