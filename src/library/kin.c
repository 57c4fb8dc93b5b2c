/* Document frequencies come from the index; what changed since is counted off and on. */
#include "library/kin.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TITLE_WEIGHT = 3, LEAD_WORDS = 60 };

/* Of portraits that are kept between two questions. */
#ifdef ARENA_BLOCK /* tests cross every seam */
enum { GALLERY_BYTES = 5000 };
#else
enum { GALLERY_BYTES = 2 << 20 };
#endif

/* Learned on development data: how much names and beginnings count beside the whole text. */
static const double names_share = 0.4, lead_share = 0.4;

/* Of what stands out; by reading a thousand pairs of the news, of web pages and of notes: so nine
   of ten that are worth a look stay, and one of ten that are not. */
enum { NEAR_MOST = 20 };
static const double level_least = 0.02, level_most = 0.1, floor_share = 0.62,
		    floor_power = 0.6;

static void
make_room(struct kin *k, uint32_t number)
{
	while (k->df.n <= number) {
		*vec_push(&k->a, &k->df) = 0;
		*vec_push(&k->a, &k->last) = 0;
		*vec_push(&k->a, &k->full) = 0;
		*vec_push(&k->a, &k->lead) = 0;
	}
}

/* The same at once, before there is anything. */
static void
begin_room(struct kin *k, size_t n)
{
	k->df.at = arena_many(&k->a, uint32_t, n);
	k->last.at = arena_many(&k->a, uint32_t, n);
	k->full.at = arena_many(&k->a, float, n);
	k->lead.at = arena_many(&k->a, float, n);
	k->df.n = k->df.room = k->last.n = k->last.room = n;
	k->full.n = k->full.room = k->lead.n = k->lead.room = n;
}

/* The store's number of a stem, or NOWHERE. */
static uint32_t
number_in_store(struct kin *k, struct str stem)
{
	struct arena scratch = ARENA_INIT;
	struct buf key = buf_new(&scratch);
	uint32_t number = NOWHERE;
	sqlite3_stmt *row;

	buf_byte(&key, 's');
	buf_str(&key, stem);
	row = store_ask(k->store, ASK_TERMS, "b", buf_view(&key));
	while (store_next(k->store, row)) {
		const int64_t form = store_int(row, 0);

		if (number == NOWHERE && form > 0 && form < (int64_t)k->main_forms)
			number = k->main_stem[form] & ~STEM_STOP;
	}
	arena_free(&scratch);
	return number;
}

uint32_t
kin_number(struct kin *k, uint32_t form)
{
	const uint32_t lead = k->pile->forms.at.at[form].lead;
	uint32_t number = NOWHERE;

	while (k->of_pile.n <= lead)
		*vec_push(&k->a, &k->of_pile) = 0;
	if (k->of_pile.at[lead] != 0)
		return k->of_pile.at[lead] - 1;
	if (k->store != NULL)
		number = number_in_store(k, k->pile->forms.at.at[form].stem);
	if (number == NOWHERE)
		number = (uint32_t)k->main_forms + lead;
	make_room(k, number);
	k->of_pile.at[lead] = number + 1;
	return number;
}

/* The number of a form of a card; *stop: it says nothing. */
static uint32_t
number_of(struct kin *k, uint32_t form, bool in_store, bool *stop)
{
	if (!in_store) {
		*stop = k->pile->forms.at.at[form].stop;
		return kin_number(k, form);
	}
	*stop = form >= k->main_forms || (k->main_stem[form] & STEM_STOP) != 0;
	return form >= k->main_forms ? 0 : k->main_stem[form] & ~STEM_STOP;
}

/* A document more, or less, holds what is in the card. */
static void
count_form(struct kin *k, uint32_t form, bool in_store, uint32_t document, int by)
{
	bool stop;
	const uint32_t number = number_of(k, form, in_store, &stop);

	if (k->last.at[number] != document + 1)
		k->df.at[number] += (uint32_t)by;
	k->last.at[number] = document + 1;
}

static void
count_card(struct kin *k, const struct card *c, bool in_store, uint32_t document, int by)
{
	for (size_t part = 0; part < PART_COUNT; part++)
		for (size_t i = 0; i < c->run[part].n; i++)
			if (c->run[part].at[i] != FORM_BREAK)
				count_form(k, c->run[part].at[i], in_store, document, by);
	for (size_t i = 0; i < c->names.n; i++)
		count_form(k, c->names.at[i].form, in_store, document, by);
}

static void
read_stems(struct kin *k)
{
	struct arena scratch = ARENA_INIT;
	const struct str bytes = store_meta(k->store, &scratch, "stems");
	const size_t n = bytes.n / (2 * sizeof(uint32_t));
	uint32_t *stems = arena_many(&k->a, uint32_t, n + 1);

	if (n != 0)
		memcpy(stems, bytes.p, n * sizeof(*stems));
	k->main_forms = n;
	k->main_stem = stems;
	begin_room(k, n + k->pile->forms.at.n + 1);
	if (n != 0)
		memcpy(k->df.at, bytes.p + n * sizeof(*stems), n * sizeof(*stems));
	for (size_t i = 0; i < n; i++)
		if ((stems[i] & ~STEM_STOP) >= n)
			stems[i] = STEM_STOP; /* damaged */
	arena_free(&scratch);
}

static void
count_changes(struct kin *k)
{
	struct arena scratch = ARENA_INIT;
	const uint32_t main_n = k->store == NULL ? 0 : k->store->main_n;
	struct card c;

	for (uint32_t slot = 0; slot < main_n; slot++) {
		const struct arena_mark m = arena_mark(&scratch);

		if (k->store->place[slot] != NOWHERE)
			continue;
		store_card(k->store, slot, &scratch, &c);
		count_card(k, &c, true, slot, -1);
		arena_rewind(&scratch, m);
	}
	for (uint32_t i = 0; i < k->pile->cards.n; i++)
		if (k->store == NULL || k->store->place[main_n + i] != NOWHERE)
			count_card(k, &k->pile->cards.at[i], false, main_n + i, 1);
	arena_free(&scratch);
}

/* Every link of a small library, resolved once. */
static void
link_back(struct kin *k)
{
	struct arena scratch = ARENA_INIT;
	const size_t n = k->pile->cards.n;

	k->backs = arena_many(&k->a, struct backs, n + 1);
	for (size_t d = 0; d < n; d++)
		for (size_t i = 0; i < k->pile->cards.at[d].links.n; i++) {
			const size_t to = shelf_resolve(
			    k->lib, &k->pile->cards.at[d].links.at[i], &scratch);

			if (to < n && to != d)
				*vec_push(&k->a, &k->backs[to]) = (uint32_t)d;
		}
	arena_free(&scratch);
}

/* What is asked over and over. */
static void
know(struct kin *k)
{
	const uint32_t n = k->store == NULL ? 0 : k->store->main_n;

	for (size_t i = 1; i < TIMES_KNOWN; i++)
		k->times[i] = 1 + log((double)i);
	for (size_t i = 0; i < RARITIES_KNOWN; i++)
		k->rarity[i] = log(((double)k->living + 1) / ((double)i + 0.5));
	k->length = arena_many(&k->a, float, n + 1);
	for (uint32_t i = 0; i < n; i++)
		k->length[i] = sqrtf(1 + (float)k->store->length[i]);
}

static void
clear_out(struct gallery *g)
{
	if (g->a.used < GALLERY_BYTES)
		return;
	arena_free(&g->a);
	*g = (struct gallery){ 0 };
}

struct kin *
kin_of(struct library *lib, const struct leaves *l)
{
	struct arena own = ARENA_INIT;
	struct kin *k = lib->kin;

	if (k != NULL) {
		clear_out(&k->gallery);
		return k;
	}
	k = lib->kin = arena_new(&own, struct kin); /* lies in its own memory */
	k->a = own;
	k->lib = lib;
	k->pile = l->pile;
	k->store = l->store;
	k->living = l->living;
	if (k->store != NULL)
		read_stems(k);
	else
		begin_room(k, k->pile->forms.at.n + 1);
	count_changes(k);
	know(k);
	if (k->store == NULL)
		link_back(k);
	return k;
}

size_t
kin_bytes(const struct kin *k)
{
	return k->a.used + k->gallery.a.used;
}

void
kin_close(struct kin *k)
{
	struct arena a = k->a;

	arena_free(&k->gallery.a);
	arena_free(&a);
}

double
kin_rarity(const struct kin *k, uint32_t number)
{
	const uint32_t df = k->df.at[number];

	return df < RARITIES_KNOWN ? k->rarity[df]
				   : log(((double)k->living + 1) / ((double)df + 0.5));
}

/* Adds a run to the counts; numbers that were not met before go to `met`. */
static void
count_run(
    struct kin *k, const struct ids *run, bool in_store, float weight, size_t lead_words)
{
	for (size_t i = 0, words = 0; i < run->n; i++) {
		bool stop;
		uint32_t number;

		if (run->at[i] == FORM_BREAK)
			continue;
		number = number_of(k, run->at[i], in_store, &stop);
		words++;
		if (stop)
			continue;
		if (k->full.at[number] <= 0)
			*vec_push(&k->a, &k->met) = number;
		k->full.at[number] += weight;
		if (words <= lead_words)
			k->lead.at[number] += weight;
	}
}

/* Times are whole numbers. */
static double
weigh(const struct kin *k, float times, double rarity)
{
	if (times < TIMES_KNOWN)
		return times > 0 ? k->times[(size_t)times] * rarity : 0;
	return (1 + log((double)times)) * rarity;
}

static int
by_number(const void *pa, const void *pb)
{
	const struct card_name *a = pa, *b = pb;

	return (a->form > b->form) - (a->form < b->form);
}

static void
portray_names(struct kin *k, struct arena *a, const struct card *c, bool in_store,
    struct portrait *p)
{
	struct card_name *at = arena_many(a, struct card_name, c->names.n + 1);
	double length = 0;
	bool stop;
	size_t n = 0;

	for (size_t i = 0; i < c->names.n; i++) {
		const uint32_t number =
		    number_of(k, c->names.at[i].form, in_store, &stop);

		if (!stop)
			at[n++] = (struct card_name){ number, c->names.at[i].which };
	}
	if (n > 1)
		qsort(at, n, sizeof(*at), by_number);
	p->names = at;
	for (size_t i = 0; i < n; i++) {
		const double rarity = kin_rarity(k, at[i].form);

		if (p->names_n != 0 && at[p->names_n - 1].form == at[i].form)
			continue;
		at[p->names_n++] = at[i];
		length += rarity * rarity;
	}
	p->names_length = sqrt(length);
}

struct portrait
kin_portrait(struct kin *k, struct arena *a, const struct card *c, bool in_store)
{
	struct portrait p = { 0 };
	double full = 0, lead = 0;

	k->met.n = 0;
	count_run(k, &c->run[PART_TITLE], in_store, TITLE_WEIGHT, SIZE_MAX);
	count_run(k, &c->run[PART_DEK], in_store, 1, SIZE_MAX);
	count_run(k, &c->run[PART_BODY], in_store, 1, LEAD_WORDS);
	p.words = arena_many(a, struct weight, k->met.n + 1);
	for (; p.words_n < k->met.n; p.words_n++) {
		struct weight *w = &p.words[p.words_n];
		const uint32_t number = k->met.at[p.words_n];
		const double rarity = kin_rarity(k, number);

		*w = (struct weight){ number, (float)weigh(k, k->full.at[number], rarity),
			(float)weigh(k, k->lead.at[number], rarity) };
		k->full.at[number] = k->lead.at[number] = 0;
		full += (double)(w->full * w->full);
		lead += (double)(w->lead * w->lead);
	}
	for (size_t i = 0; i < p.words_n; i++) {
		p.words[i].full = full > 0 ? p.words[i].full / (float)sqrt(full) : 0;
		p.words[i].lead = lead > 0 ? p.words[i].lead / (float)sqrt(lead) : 0;
	}
	portray_names(k, a, c, in_store, &p);
	return p;
}

struct portrait
kin_portrait_of(struct kin *k, uint32_t slot)
{
	struct gallery *g = &k->gallery;
	struct arena scratch = ARENA_INIT;
	struct card c;

	if (g->of == NULL)
		g->of = arena_many(&g->a, uint32_t, k->store->main_n);
	if (g->of[slot] == 0) {
		store_card(k->store, slot, &scratch, &c);
		*vec_push(&g->a, &g->at) = kin_portrait(k, &g->a, &c, true);
		g->of[slot] = (uint32_t)g->at.n;
		arena_free(&scratch);
	}
	return g->at.at[g->of[slot] - 1];
}

/* The shares of two portraits; `a` is spread out by number for the time. */
static void
compare(struct kin *k, const struct portrait *a, const struct portrait *b, double *full,
    double *lead)
{
	*full = *lead = 0;
	for (size_t i = 0; i < a->words_n; i++) {
		k->full.at[a->words[i].number] = a->words[i].full;
		k->lead.at[a->words[i].number] = a->words[i].lead;
	}
	for (size_t i = 0; i < b->words_n; i++) {
		const struct weight *w = &b->words[i];

		*full += (double)(k->full.at[w->number] * w->full);
		*lead += (double)(k->lead.at[w->number] * w->lead);
	}
	for (size_t i = 0; i < a->words_n; i++)
		k->full.at[a->words[i].number] = k->lead.at[a->words[i].number] = 0;
}

static double
compare_names(const struct kin *k, const struct portrait *a, const struct portrait *b)
{
	const double length = a->names_length * b->names_length;
	double sum = 0;

	for (size_t i = 0, j = 0; i < a->names_n && j < b->names_n;) {
		const uint32_t na = a->names[i].form, nb = b->names[j].form;
		const double rarity = na == nb ? kin_rarity(k, na) : 0;

		sum += rarity * rarity;
		i += na <= nb;
		j += nb <= na;
	}
	return length > 0 ? sum / length : 0;
}

struct likeness
kin_likeness(struct kin *k, const struct portrait *a, const struct portrait *b)
{
	double full, lead;

	compare(k, a, b, &full, &lead);
	return (struct likeness){
		.score =
		    (full + lead_share * lead + names_share * compare_names(k, a, b)) /
		    (1 + names_share + lead_share),
		.same = full,
	};
}

static int
higher(const void *pa, const void *pb)
{
	const double a = *(const double *)pa, b = *(const double *)pb;

	return (a < b) - (a > b);
}

double
kin_floor(double *scores, size_t n)
{
	const size_t near = 2 * n / 3 < NEAR_MOST ? 2 * n / 3 : NEAR_MOST;
	double level = level_least;

	if (n > 1)
		qsort(scores, n, sizeof(*scores), higher);
	if (near < n && scores[near] > level)
		level = scores[near] < level_most ? scores[near] : level_most;
	return floor_share * pow(level, floor_power);
}
