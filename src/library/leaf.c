/* Every leaf is counted twice: in the lists of the store, then in the pile. */
#include "library/leaf.h"

#include <limits.h>

#include "library/build.h"
#include "library/bytes.h"

/* The cards of all briefs, made at the first call; of a store those in no list yet. */
static struct pile *
pile_of(struct library *lib)
{
	struct arena scratch = ARENA_INIT, own = ARENA_INIT;
	const struct brief empty = { 0 };

	/* the words of questions stay with those of briefs, until they are too many */
	if (lib->pile != NULL && lib->store != NULL &&
	    lib->pile->forms.a.used - lib->pile_bytes > WORDS_MOST)
		library_forget(lib);
	if (lib->pile != NULL)
		return lib->pile;
	lib->pile = arena_new(&own, struct pile); /* lies in its own memory */
	pile_open(lib->pile);
	lib->pile->a = own;
	for (size_t i = 0; i < lib->n && lib->store == NULL; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct diags unheard = { .a = &scratch }; /* said when it was opened */
		const struct brief *b = library_brief(lib, i, &scratch, &unheard);

		pile_add(lib->pile, b != NULL ? b : &empty);
		arena_rewind(&scratch, m);
	}
	if (lib->store != NULL)
		store_pile(lib->store, lib->pile);
	lib->pile_bytes = lib->pile->forms.a.used;
	arena_free(&scratch);
	return lib->pile;
}

struct leaves
leaves_of(struct library *lib, struct arena *a)
{
	struct leaves l = {
		.lib = lib, .pile = pile_of(lib), .store = lib->store, .a = a
	};
	double length = 0;

	l.main_n = l.store != NULL ? l.store->main_n : 0;
	l.n = l.main_n + l.pile->cards.n;
	l.times = arena_many(a, uint32_t, l.n + 1);
	for (size_t i = 0; i < l.n; i++)
		if (leaf_place(&l, i) != SIZE_MAX) {
			l.living++;
			length += leaf_length(&l, i);
		}
	l.mean = length / (double)(l.living == 0 ? 1 : l.living) + 1e-9;
	return l;
}

size_t
leaf_place(const struct leaves *l, size_t slot)
{
	if (l->store == NULL)
		return slot;
	return l->store->place[slot] == NOWHERE ? SIZE_MAX : l->store->place[slot];
}

size_t
leaf_slot(const struct leaves *l, size_t place)
{
	if (l->store == NULL)
		return place < l->n ? place : SIZE_MAX;
	return place < l->store->n ? l->store->slot[place] : SIZE_MAX;
}

uint32_t
leaf_length(const struct leaves *l, size_t slot)
{
	return slot < l->main_n ? l->store->length[slot]
				: l->pile->cards.at[slot - l->main_n].length;
}

/* A phrase: per word the forms that fit it, as bytes, in the store and in the pile. */
struct phrase {
	enum query_field field;
	size_t n;
	struct word_test *word;
	uint8_t **in_store, **in_pile;
};

static void
fit_pile(struct leaves *l, struct phrase *p, size_t word)
{
	const struct forms *f = &l->pile->forms;

	p->in_pile[word] = arena_many(l->a, uint8_t, f->at.n);
	for (size_t i = 1; i < f->at.n; i++)
		p->in_pile[word][i] = f->at.at[i].text.n != 0 &&
				      f->at.at[i].text.p[0] != NAME_SIGN &&
				      word_fits(&p->word[word], &f->at.at[i]);
}

static struct phrase
phrase_of(struct leaves *l, const struct query_node *q)
{
	const size_t n = q->words.n;
	struct phrase p = { q->field, n, arena_many(l->a, struct word_test, n),
		arena_many(l->a, uint8_t *, n), arena_many(l->a, uint8_t *, n) };

	for (size_t i = 0; i < n; i++) {
		p.word[i] = word_test_of(&l->pile->forms, l->a, q->words.at[i],
		    q->prefix && i + 1 == n, q->typing && i + 1 == n);
		fit_pile(l, &p, i);
		if (l->store != NULL && n > 1)
			p.in_store[i] = arena_many(l->a, uint8_t, l->store->forms_n + 1);
	}
	return p;
}

static bool
stands_at(
    uint8_t *const *fits, size_t n, size_t forms_n, const struct ids *run, size_t at)
{
	for (size_t i = 0; i < n; i++)
		if (at + i >= run->n || run->at[at + i] >= forms_n ||
		    !fits[i][run->at[at + i]])
			return false;
	return true;
}

static uint32_t
times_in(
    const struct phrase *p, uint8_t *const *fits, size_t forms_n, const struct card *c)
{
	uint32_t times = 0;

	for (size_t part = 0; part < PART_COUNT; part++) {
		const unsigned weight = part_weight(p->field, (enum part)part);
		const struct ids *run = &c->run[part];

		for (size_t i = 0; weight != 0 && i < run->n; i++)
			if (stands_at(fits, p->n, forms_n, run, i))
				times += weight;
	}
	return times;
}

static void
count_pile(struct leaves *l, const struct phrase *p)
{
	for (uint32_t form = 1; form < l->pile->forms.at.n; form++)
		if (p->in_pile[0][form])
			list_count(lists_get(&l->pile->lists, form, p->field),
			    (uint32_t)l->main_n, l->times, l->n);
	for (size_t i = l->main_n; i < l->n && p->n > 1; i++)
		if (l->times[i] != 0)
			l->times[i] = times_in(p, p->in_pile, l->pile->forms.at.n,
			    &l->pile->cards.at[i - l->main_n]);
}

/* Only documents that hold every word are looked into. */
static void
check_phrase(struct leaves *l, const struct phrase *p, const uint32_t *words)
{
	struct arena scratch = ARENA_INIT;

	for (uint32_t i = 0; i < l->main_n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct card c;

		l->times[i] = 0;
		if (words[i] != p->n || leaf_place(l, i) == SIZE_MAX)
			continue;
		store_card(l->store, i, &scratch, &c);
		l->times[i] = times_in(p, p->in_store, l->store->forms_n, &c);
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
}

static void
count_store(struct leaves *l, const struct phrase *p)
{
	uint32_t *words = arena_many(l->a, uint32_t, l->main_n + 1);

	for (size_t w = 0; w < p->n; w++) {
		store_count(l->store, p->field, &p->word[w], l->times, p->in_store[w]);
		for (size_t i = 0; p->n > 1 && i < l->main_n; i++) {
			words[i] += l->times[i] != 0;
			l->times[i] = 0;
		}
	}
	if (p->n > 1)
		check_phrase(l, p, words);
}

void
leaf_words(struct leaves *l, const struct query_node *q)
{
	const struct phrase p = phrase_of(l, q);

	if (l->store != NULL)
		count_store(l, &p);
	count_pile(l, &p);
}

static void
events_of_store(struct leaves *l, const struct query_node *q, double *score)
{
	sqlite3_stmt *row =
	    store_ask(l->store, ASK_EVENTS, "ii", (int64_t)q->to, (int64_t)q->from);

	while (store_next(l->store, row)) {
		struct str rest = store_blob(row, 0);
		long from = 0;

		while (rest.n != 0) {
			long to;
			uint64_t slot;

			from += (long)take_signed(&rest);
			to = from + (long)take_signed(&rest);
			slot = take_number(&rest);
			if (slot < l->main_n && from <= q->to && to >= q->from)
				score[slot] = 0;
		}
	}
}

void
leaf_events(struct leaves *l, const struct query_node *q, double *score)
{
	if (l->store != NULL)
		events_of_store(l, q, score);
	for (size_t i = l->main_n; i < l->n; i++) {
		const struct card *c = &l->pile->cards.at[i - l->main_n];

		for (size_t e = 0; e < c->events.n; e++)
			if (c->events.at[e].from <= q->to &&
			    c->events.at[e].to >= q->from)
				score[i] = 0;
	}
}

static bool
one_fits(const struct word_test *test, const struct forms *f, const struct ids *forms)
{
	for (size_t i = 0; i < forms->n; i++)
		if (word_fits(test, &f->at.at[forms->at[i]]))
			return true;
	return false;
}

/* Every word fits one of the title. */
static bool
title_holds(struct leaves *l, const struct query_node *q, struct str title)
{
	struct forms *f = &l->pile->forms;
	struct tongue *tongue = forms_tongue(f, STR("en"));
	const struct tokens t = tokens_apart(l->a, title);
	struct ids forms = { 0 };

	for (size_t i = 0; i < t.n; i++)
		*vec_push(l->a, &forms) = forms_id(f, tongue, token_text(&t, i));
	for (size_t w = 0; w < q->words.n; w++) {
		const bool last = w + 1 == q->words.n;
		const struct word_test test = word_test_of(
		    f, l->a, q->words.at[w], q->prefix && last, q->typing && last);

		if (!one_fits(&test, f, &forms))
			return false;
	}
	return true;
}

static void
wanted_of_store(struct leaves *l, const struct query_node *q, double *score)
{
	sqlite3_stmt *row = store_ask(l->store, ASK_LINKS, "");

	while (store_next(l->store, row)) {
		const struct arena_mark m = arena_mark(l->a);
		const int64_t slot = store_int(row, 0);

		if (slot >= 0 && (size_t)slot < l->n &&
		    store_linked(l->store, row, 1) == SIZE_MAX &&
		    !is_mail(store_blob(row, 1 + KEY_COUNT)) &&
		    title_holds(l, q, store_blob(row, 1 + KEY_COUNT)))
			score[slot] = 0;
		arena_rewind(l->a, m);
	}
}

void
leaf_wanted(struct leaves *l, const struct query_node *q, double *score)
{
	if (l->store != NULL) {
		wanted_of_store(l, q, score);
		return;
	}
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < l->pile->cards.at[i].links.n; k++) {
			const struct link *link = &l->pile->cards.at[i].links.at[k];

			if (!is_mail(link->url) &&
			    shelf_resolve(l->lib, link, l->a) == SIZE_MAX &&
			    title_holds(l, q, link->title))
				score[i] = 0;
		}
}
