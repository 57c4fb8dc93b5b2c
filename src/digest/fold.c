/*
 * Mentions become entities: by spelling first, then short forms with their long ones:
 * a last name with the full name, an acronym with what it is short for, "US" with
 * "United States", "Boeing" with "Boeing Co".
 */
#include "digest/evidence.h"

#include <assert.h>

#include "base/map.h"
#include "base/vec.h"
#include "digest/words.h"
#include "text/utf8.h"

enum { FOLD_MOST = 4000, ACRONYM_LONGEST = 8 };

struct str
name_key(struct arena *a, struct str name)
{
	return utf8_lower(a, name);
}

static struct span
span_of(const struct reading *r, const struct mention *m)
{
	const struct passage *p = &r->at[m->passage];

	return (struct span){ .r = r,
		.start = p->token,
		.end = p->token + p->tokens,
		.first = p->token,
		.passage = m->passage };
}

static uint32_t
bare_hash(const struct reading *r, size_t token)
{
	const struct str word = token_text(&r->tokens, token);
	const struct str bare = word_bare(word);

	return bare.n == word.n ? r->tokens.at[token].hash : token_hash(bare);
}

static void
start_entity(const struct reading *r, const struct mention *m, struct entity *e)
{
	const struct span s = span_of(r, m);

	e->name = m->text;
	e->at = r->tokens.at[m->from].at;
	e->words = m->to - m->from;
	e->first = bare_hash(r, m->from);
	e->last = bare_hash(r, m->to - 1);
	e->kinds = e->words == 1 ? r->kind_of[m->from] : gazetteer_kinds(m->text);
	e->initial = e->caps = e->row = true;
	evidence_of_form(&s, m, e->kinds, &e->e);
}

static void
add_aka(struct arena *a, struct entity *e, struct str text)
{
	if (str_eq(e->name, text))
		return;
	for (size_t i = 0; i < e->aka.n; i++)
		if (str_eq(e->aka.at[i], text))
			return;
	*vec_push(a, &e->aka) = text;
}

static void
add_mention(
    struct arena *a, const struct reading *r, const struct mention *m, struct entity *e)
{
	const struct span s = span_of(r, m);

	if (e->count == 0)
		start_entity(r, m, e);
	else if (!m->caps)
		add_aka(a, e, m->text);
	e->count++;
	if (r->tokens.at[m->from].at < e->at)
		e->at = r->tokens.at[m->from].at;
	e->e.bits[0] |= m->e.bits[0];
	e->e.bits[1] |= m->e.bits[1];
	e->initial &= m->initial;
	e->caps &= m->caps;
	e->row &= m->row;
	if (e->role.n == 0)
		e->role = m->role;
	evidence_of_context(&s, m, &e->e);
}

static struct entities
by_spelling(struct arena *a, const struct reading *r, const struct mentions *m)
{
	struct entities out = { .room = m->n / 2 + 8 };
	struct map seen = map_new(a);

	out.at = arena_many(a, struct entity, out.room);
	for (size_t i = 0; i < m->n; i++) {
		uint32_t *known = map_at(&seen, name_key(a, m->at[i].text));

		if (*known == 0) {
			(void)*vec_push(a, &out);
			*known = (uint32_t)out.n;
		}
		assert(out.at != NULL);
		add_mention(a, r, &m->at[i], &out.at[*known - 1]);
	}
	return out;
}

static bool
may_be_person(const struct entity *e)
{
	return e->words >= 2 && e->kinds == 0 &&
	       !evidence_has(&e->e, EVIDENCE_ENDS_ORG) &&
	       !evidence_has(&e->e, EVIDENCE_STARTS_ORG) &&
	       !evidence_has(&e->e, EVIDENCE_ENDS_PLACE) &&
	       !evidence_has(&e->e, EVIDENCE_OF) &&
	       !evidence_has(&e->e, EVIDENCE_HOLDS_EVENT) &&
	       !evidence_has(&e->e, EVIDENCE_AND);
}

/* The capitals of the name's words, small words left out, are the acronym. */
static bool
is_acronym_of(struct str shorter, struct str longer)
{
	size_t k = 0;
	bool at_word = true;

	for (size_t i = 0; i < longer.n; i++) {
		const char c = longer.p[i];

		if (at_word && c >= 'A' && c <= 'Z') {
			while (k < shorter.n && shorter.p[k] == '.')
				k++;
			if (k >= shorter.n || shorter.p[k++] != c)
				return false;
		}
		at_word = c == ' ' || c == '-';
	}
	while (k < shorter.n && shorter.p[k] == '.')
		k++;
	return k == shorter.n;
}

/* The long name of things that everyone calls by letters. */
static struct str
full_name(struct str key)
{
	static const struct {
		const char *shorter, *longer;
	} rows[] = {
		{ "us", "united states" },
		{ "u.s.", "united states" },
		{ "u.s", "united states" },
		{ "usa", "united states" },
		{ "u.s.a.", "united states" },
		{ "united states of america", "united states" },
		{ "uk", "united kingdom" },
		{ "u.k.", "united kingdom" },
		{ "un", "united nations" },
		{ "u.n.", "united nations" },
		{ "eu", "european union" },
		{ "e.u.", "european union" },
		{ "uae", "united arab emirates" },
	};

	if (key.n == 0 || (key.p[0] != 'u' && key.p[0] != 'e'))
		return STR_NIL; /* nearly all */
	for (size_t i = 0; i < LEN(rows); i++)
		if (str_eq(key, str_of(rows[i].shorter)))
			return str_of(rows[i].longer);
	return STR_NIL;
}

static void
merge(struct arena *a, struct entities *all, size_t from, size_t into)
{
	struct entity *f = &all->at[from], *t = &all->at[into];

	f->into = (uint32_t)into + 1;
	add_aka(a, t, f->name);
	for (size_t i = 0; i < f->aka.n; i++)
		add_aka(a, t, f->aka.at[i]);
	t->count += f->count;
	if (f->at < t->at)
		t->at = f->at;
	if (t->role.n == 0)
		t->role = f->role;
	for (int id = EVIDENCE_TITLE; id <= EVIDENCE_BETWEEN_COMMAS; id++)
		if (evidence_has(&f->e, (enum evidence_id)id))
			evidence_set(&t->e, (enum evidence_id)id);
	t->initial &= f->initial;
	t->caps &= f->caps;
	t->row &= f->row;
}

/* "in Halden", and nothing that a firm does: the town of Halden Terminals. */
static bool
is_town(const struct entity *e)
{
	return evidence_has(&e->e, EVIDENCE_IN) && !evidence_has(&e->e, EVIDENCE_OWNS) &&
	       !evidence_has(&e->e, EVIDENCE_SAYS) && !evidence_has(&e->e, EVIDENCE_VERB);
}

/* Which entity a one-word entity is a short form of: index + 1, or 0. */
static uint32_t
long_form(const struct entities *all, const struct map *firsts, const struct map *lasts,
    size_t i)
{
	const struct entity *e = &all->at[i];
	const struct str last = { (const char *)&e->last, sizeof e->last };
	const uint32_t *person = map_get(lasts, last), *org = map_get(firsts, last);

	if (e->words != 1)
		return 0;
	if (person != NULL &&
	    (e->kinds & (NAME_COUNTRY | NAME_AGENCY | NAME_DEMONYM)) == 0)
		return *person;
	if (org != NULL && !is_town(e) &&
	    ((e->kinds & ~(uint32_t)NAME_FIRST) == 0 ||
		evidence_has(&all->at[*org - 1].e, EVIDENCE_ENDS_ORG)) &&
	    (e->kinds & (NAME_ANY_PLACE | NAME_DEMONYM | NAME_COMMON)) == 0)
		return *org;
	return 0;
}

/* The last and the first words of longer names, each with the name that has it first. */
static void
fold_words(struct arena *a, struct entities *all)
{
	struct map firsts = map_new(a), lasts = map_new(a);

	for (size_t i = 0; i < all->n; i++) {
		const struct entity *e = &all->at[i];
		const bool person = may_be_person(e);
		uint32_t *known;

		if (e->words < 2 || e->into != 0)
			continue;
		known = person ? map_at(&lasts, (struct str){ (const char *)&e->last,
						    sizeof e->last })
			       : NULL;
		if (known != NULL && *known == 0)
			*known = (uint32_t)i + 1;
		known = person || evidence_has(&e->e, EVIDENCE_ENDS_ORG)
			    ? map_at(&firsts, (struct str){ (const char *)&e->first,
						  sizeof e->first })
			    : NULL;
		if (known != NULL && *known == 0)
			*known = (uint32_t)i + 1;
	}
	for (size_t i = 0; i < all->n; i++) {
		const uint32_t into =
		    all->at[i].into == 0 ? long_form(all, &firsts, &lasts, i) : 0;

		if (into != 0 && into != i + 1)
			merge(a, all, i, into - 1);
	}
}

static void
fold_known(struct arena *a, struct entities *all)
{
	struct map keys = map_new(a);

	for (size_t i = 0; i < all->n; i++)
		*map_at(&keys, name_key(a, all->at[i].name)) = (uint32_t)i + 1;
	for (size_t i = 0; i < all->n; i++) {
		const struct str full = full_name(keys.keys[i].key);
		const uint32_t *into = full.n == 0 ? NULL : map_get(&keys, full);

		if (into != NULL)
			merge(a, all, i, *into - 1);
	}
}

/* Acronyms of a few letters; each looks once along the names. */
static void
fold_acronyms(struct arena *a, struct entities *all)
{
	const size_t most = all->n < 400 ? all->n : 400;

	for (size_t i = 0; i < most; i++) {
		const struct entity *e = &all->at[i];

		if (e->words != 1 || e->into != 0 ||
		    !evidence_has(&e->e, EVIDENCE_UPPER) || e->name.n > ACRONYM_LONGEST)
			continue;
		for (size_t k = 0; k < most; k++)
			if (all->at[k].words >= 2 && all->at[k].into == 0 &&
			    is_acronym_of(e->name, all->at[k].name)) {
				merge(a, all, i, k);
				break;
			}
	}
}

/* Small-letter words of the article, to tell names from words that start sentences. */
static void
see_lower(struct arena *a, const struct reading *r, struct entities *all)
{
	bool *lower = arena_many(a, bool, r->term_count + 1);
	struct map one = map_new(a);

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].words == 1)
			*map_at(&one, (struct str){ (const char *)&all->at[i].last, 4 }) =
			    (uint32_t)i + 1;
	for (size_t i = 0; i < r->tokens.n; i++) {
		const uint32_t *known;

		if (r->term_of[i] == TERM_NONE || lower[r->term_of[i]] ||
		    (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0)
			continue;
		known =
		    map_get(&one, (struct str){ (const char *)&r->tokens.at[i].hash, 4 });
		lower[r->term_of[i]] = known == NULL;
		if (known != NULL)
			evidence_set(&all->at[*known - 1].e, EVIDENCE_LOWER);
	}
}

struct entities
names_fold(struct arena *a, const struct reading *r, struct mentions m)
{
	struct entities all;

	if (m.n > FOLD_MOST)
		m.n = FOLD_MOST;
	all = by_spelling(a, r, &m);
	fold_known(a, &all);
	fold_words(a, &all);
	fold_acronyms(a, &all);
	see_lower(a, r, &all);
	return all;
}
