/*
 * Weighing the evidence of each entity, and the lists of the brief.
 */
#include "digest/names.h"

#include <stdlib.h>

#include "base/vec.h"
#include "digest/language.h"
#include "digest/words.h"

#include "digest/tables/senses.h"

enum { NAMES_MOST = 100 }; /* of a kind, in a brief */

/* A report of sport: every 25th word of the first thousand says so. */
static bool
is_sport(const struct reading *r)
{
	const size_t most = r->tokens.n < 1000 ? r->tokens.n : 1000;
	size_t words = 0;

	for (size_t i = 0; i < most; i++)
		words += (r->class_of[i] & WORD_SPORT) != 0;
	return words >= 2 && words * 40 >= most;
}

static void
set_if(struct entity *e, enum evidence_id id, bool holds)
{
	if (holds)
		evidence_set(&e->e, id);
}

static void
see_article(struct entity *e, bool sport)
{
	set_if(e, EVIDENCE_INITIAL, e->initial && !e->caps);
	set_if(e, EVIDENCE_TWICE, e->count > 1);
	set_if(e, EVIDENCE_CAPS, e->caps);
	set_if(e, EVIDENCE_ROW, e->row && !e->caps);
	if (!sport)
		return;
	evidence_set(&e->e, EVIDENCE_SPORT);
	set_if(e, EVIDENCE_SPORT_CITY, (e->kinds & NAME_CITY) != 0);
	set_if(e, EVIDENCE_SPORT_REGION, (e->kinds & NAME_REGION) != 0);
	set_if(e, EVIDENCE_SPORT_COUNTRY, (e->kinds & NAME_COUNTRY) != 0);
	set_if(e, EVIDENCE_SPORT_UNKNOWN, e->words == 1 && e->kinds == 0);
	set_if(e, EVIDENCE_SPORT_NUMBER, evidence_has(&e->e, EVIDENCE_NUMBER));
}

static enum sense
sense_of(const struct entity *e)
{
	long sum[SENSE_COUNT] = { 0 };
	enum sense best = SENSE_NONE;

	for (size_t w = 0; w < LEN(e->e.bits); w++)
		for (uint64_t bits = e->e.bits[w]; bits != 0; bits &= bits - 1)
			for (int k = 0; k < SENSE_COUNT; k++)
				sum[k] +=
				    evidence_weights[64 * w +
						     (size_t)__builtin_ctzll(bits)][k];
	for (int k = 1; k < SENSE_COUNT; k++)
		if (sum[k] > sum[best])
			best = (enum sense)k;
	return best;
}

/* "Stadtwerke München", "Groupe Martel": abroad the word for what it is comes first. */
static bool
is_firm_abroad(const struct reading *r, const struct entity *e)
{
	return language_is_abroad(r->language) && e->words > 1 &&
	       evidence_has(&e->e, EVIDENCE_STARTS_ORG) &&
	       !evidence_has(&e->e, EVIDENCE_HAS_FIRST);
}

void
names_weigh(const struct reading *r, struct entities *all)
{
	const bool sport = is_sport(r);

	for (size_t i = 0; i < all->n; i++) {
		see_article(&all->at[i], sport);
		all->at[i].sense =
		    is_firm_abroad(r, &all->at[i]) ? SENSE_ORG : sense_of(&all->at[i]);
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct entity *x = *(const struct entity *const *)a;
	const struct entity *y = *(const struct entity *const *)b;

	return (x->at > y->at) - (x->at < y->at);
}

/* "Anti-Satellite Weapons (ASAT)" names a thing: neither form is an organisation. */
static bool
is_thing(const struct entity *e, const struct brief *out)
{
	for (size_t i = 0; i < out->acronyms.n; i++) {
		const struct acronym *k = &out->acronyms.at[i];

		if (str_eq(k->shorter, e->name) || str_eq(k->expansion, e->name))
			return e->kinds == 0 && !evidence_has(&e->e, EVIDENCE_ENDS_ORG) &&
			       !evidence_has(&e->e, EVIDENCE_HOLDS_ORG) &&
			       !evidence_has(&e->e, EVIDENCE_OF);
	}
	return false;
}

/* Where all nouns have capitals, a name is what is known, begins with a given name or says of
   itself that it is a firm: "Siemens Energy", "Stadtwerke München". */
static bool
is_known(const struct entity *e)
{
	return (e->kinds & (NAME_ANY_PLACE | NAME_AGENCY)) != 0 ||
	       (e->words > 1 && (evidence_has(&e->e, EVIDENCE_ENDS_ORG) ||
				    evidence_has(&e->e, EVIDENCE_STARTS_ORG))) ||
	       evidence_has(&e->e, EVIDENCE_HAS_FIRST) ||
	       evidence_has(&e->e, EVIDENCE_UPPER) || evidence_has(&e->e, EVIDENCE_TITLE);
}

static struct name_list *
list_for(struct brief *out, enum sense sense)
{
	switch (sense) {
	case SENSE_PERSON:
		return &out->people;
	case SENSE_ORG:
		return &out->orgs;
	case SENSE_PLACE:
		return &out->places;
	case SENSE_NONE:
	case SENSE_COUNT:
		break;
	}
	return NULL;
}

void
names_find(
    struct arena *a, const struct reading *r, const struct explain *x, struct brief *out)
{
	struct entities all = names_fold(a, r, spans_find(a, r));
	const struct entity **order = arena_many(a, const struct entity *, all.n + 1);
	const bool german = str_eq(str_cut(r->language, 0, 2), STR("de"));
	size_t n = 0;

	names_weigh(r, &all);
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].into == 0 && all.at[i].sense != SENSE_NONE)
			order[n++] = &all.at[i];
	/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
	qsort(order, n, sizeof(*order), by_place);
	for (size_t i = 0; i < n; i++) {
		const struct entity *e = order[i];
		struct name_list *list = list_for(out, e->sense);

		if (list->n >= NAMES_MOST || is_thing(e, out) || (german && !is_known(e)))
			continue;
		explain_name(x, e, evidence_weights);
		*vec_push(a, list) = (struct name){ .name = e->name,
			.role = e->sense == SENSE_PERSON ? e->role : STR_NIL,
			.aka = e->aka };
	}
}
