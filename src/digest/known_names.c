/*
 * Whom a sentence names as if they were known: "Park", "RC", "he said".
 */
#include "digest/candidates.h"
#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

enum { PERSON_TOKENS = 120 /* looked back for whom "he said" means */ };

/* A capital; not past the end. */
static bool
word_is_name(const struct reading *r, size_t t)
{
	return t < r->tokens.n && topic_word(r, t) &&
	       (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0;
}

/* "K Batra" */
static bool
is_initial(const struct reading *r, size_t t)
{
	const char c = r->text.p[r->tokens.at[t].at];

	return r->tokens.at[t].n == 1 && c >= 'B' && c <= 'Z' && c != 'I';
}

/* "Dr Park", "Brazilian Park": no part of the name. */
static bool
names_nobody(const struct reading *r, size_t t)
{
	return (r->kind_of[t] & NAME_DEMONYM) != 0 || word_in(r, t, LIST_HONORIFIC);
}

/* "Kenny al-Park", "Kenny van der Park": no word of its own. */
static bool
is_particle(const struct reading *r, size_t t)
{
	return (r->tokens.at[t].kind == TOKEN_PUNCT &&
		   !token_is(&r->tokens, t, STR(","))) ||
	       word_in(r, t, LIST_PARTICLE);
}

/* "his wife, Park, came" */
static bool
is_apposed(const struct reading *r, size_t t)
{
	return t > 1 && t + 1 < r->tokens.n && token_is(&r->tokens, t - 1, STR(",")) &&
	       token_is(&r->tokens, t + 1, STR(",")) && topic_word(r, t - 2) &&
	       (r->tokens.at[t - 2].flags & TOKEN_CAPITAL) == 0;
}

/* Another word of a name stands before it: "Kenny Park", "K. Park", "Kenny al-Park",
   "Kenny 'Box' Park". */
static bool
is_told_in_full(const struct reading *r, size_t t)
{
	enum { PARTICLES = 3 };
	size_t i = t;

	if (t == 0 || !word_is_name(r, t))
		return false;
	while (i > 1 && t - i < PARTICLES && is_particle(r, i - 1))
		i--;
	return (word_is_name(r, i - 1) && !names_nobody(r, i - 1)) ||
	       is_initial(r, i - 1) || is_apposed(r, t);
}

/* "Kenny Park": the first mention of Kenny. */
static bool
is_begun(const struct reading *r, size_t t)
{
	enum {
		NO_PERSON =
		    NAME_ORGWORD | NAME_PLACEWORD | NAME_EVENTWORD | NAME_ANY_PLACE
	};

	return t + 1 < r->tokens.n && word_is_name(r, t + 1) && !names_nobody(r, t) &&
	       r->kind_of[t] == 0 && (r->kind_of[t + 1] & NO_PERSON) == 0 &&
	       (r->tokens.at[t + 1].flags & TOKEN_UPPER) == 0;
}

static bool
says_next(const struct reading *r, size_t t)
{
	return t + 1 < r->tokens.n && (r->class_of[t + 1] & WORD_SAYS) != 0;
}

/* A word of a name that stands alone, and may be a person's; first told at `first`. */
static bool
is_short_name(const struct reading *r, const struct passage *p, size_t t, size_t first)
{
	enum { PERSON = NAME_SURNAME | NAME_FIRST };
	const bool told = is_told_in_full(r, first) && word_is_name(r, first - 1);

	return word_is_name(r, t) && (r->tokens.at[t].flags & TOKEN_UPPER) == 0 &&
	       r->class_of[t] == 0 &&
	       ((r->kind_of[t] & ~(PERSON | (told ? NAME_COMMON : 0))) == 0 ||
		   says_next(r, t) ||
		   (t > p->token && (r->class_of[t - 1] & WORD_SAYS) != 0)) &&
	       (t == p->token || !word_is_name(r, t - 1) || names_nobody(r, t - 1)) &&
	       !(t > p->token && !word_is_name(r, t - 1) && word_is_someone(r, t - 1)) &&
	       (t + 1 == p->token + p->tokens || !word_is_name(r, t + 1) ||
		   word_bare(token_text(&r->tokens, t)).n < r->tokens.at[t].n);
}

/* "Red Cross (RC)", "the RC Team": told there what it stands for. */
static bool
is_explained(const struct reading *r, size_t t)
{
	const char before = t > 0 ? r->text.p[r->tokens.at[t - 1].at] : ' ';

	return before == '(' || before == '"' ||
	       (word_is_name(r, t + 1) && (r->tokens.at[t + 1].flags & TOKEN_UPPER) == 0);
}

/*
 * "Park said", "RC helpers": names that were told in full before ("Kenny Park", "Red Cross
 * (RC)"), so that only one who read of them there knows them.
 */
static void
find_names(const struct reading *r, const struct mentions *m, const struct passage *p,
    struct candidate *out)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const bool upper = (r->tokens.at[t].flags & TOKEN_UPPER) != 0 &&
				   (t < p->token + 2 || says_next(r, t));
		uint32_t at;

		if ((r->tokens.at[t].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == 0 ||
		    r->term_of[t] == TERM_NONE || r->terms[r->term_of[t]].in_title ||
		    !(upper ? r->tokens.at[t].n > 1
			    : is_short_name(r, p, t, m->first[r->term_of[t]])))
			continue;
		at = m->first[r->term_of[t]];
		if (at < p->token &&
		    (upper ? is_explained(r, at)
			   : (r->kind_of[t] & NAME_FIRST) != 0 ||
				 (t == p->token && clause_verb(r, t + 1)) ||
				 is_told_in_full(r, at) || is_begun(r, at)))
			candidate_needs(
			    out, (struct need){ .words = { r->term_of[t], TERM_NONE },
				     .near = false });
	}
}

/* The last word before `end` that may be a person's name, or TERM_NONE. */
static uint32_t
last_person(const struct reading *r, size_t end)
{
	const size_t from = end > PERSON_TOKENS ? end - PERSON_TOKENS : 0;

	for (size_t t = end; t-- > from;)
		if (word_is_name(r, t) && r->class_of[t] == 0 &&
		    (r->kind_of[t] & ~(NAME_SURNAME | NAME_FIRST)) == 0 &&
		    (r->kind_of[t] != 0 || (r->class_of[t + 1] & WORD_SAYS) != 0))
			return r->term_of[t];
	return TERM_NONE;
}

/* "Firefighters came, they said" */
static bool
tells_of_many(const struct reading *r, const struct passage *p, size_t they)
{
	return token_is(&r->tokens, they, STR("they")) && word_is_many(r, p->token) &&
	       word_is_someone(r, p->token);
}

/* "Kenny Park will sell it, he says": a first name and another before the pronoun; not "Kenny Park, he says, came". */
static bool
tells_full_name(const struct reading *r, const struct passage *p, size_t pronoun)
{
	for (size_t t = p->token; t + 3 < pronoun; t++)
		if ((r->kind_of[t] & NAME_FIRST) != 0 && word_is_name(r, t) &&
		    word_is_name(r, t + 1))
			return true;
	return false;
}

/* "The ferry was late, they said": last_person() tells of one. */
static bool
is_said_by_many(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++)
		if (token_is(&r->tokens, t, STR("they")) &&
		    r->tokens.at[t - 1].kind == TOKEN_PUNCT &&
		    (r->class_of[t + 1] & WORD_SAYS) != 0)
			return !tells_of_many(r, p, t);
	return false;
}

/* "The ferry, he said, was late." */
static bool
is_said_by_someone(const struct reading *r, const struct passage *p)
{
	enum { PRONOUN = WORD_THIRD | WORD_BEFORE_VERB };

	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++)
		if ((r->class_of[t] & PRONOUN) == PRONOUN &&
		    r->tokens.at[t - 1].kind == TOKEN_PUNCT &&
		    (r->class_of[t + 1] & WORD_SAYS) != 0)
			return !tells_of_many(r, p, t) && !tells_full_name(r, p, t);
	return false;
}

/* "Pilots must rest, it said." */
static bool
is_said_by_it(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++)
		if (r->tokens.at[t - 1].kind == TOKEN_PUNCT &&
		    (r->class_of[t + 1] & WORD_SAYS) != 0 &&
		    token_is(&r->tokens, t, STR("it")))
			return true;
	return false;
}

void
sentence_names(const struct reading *r, const struct mentions *m, const struct passage *p,
    struct candidate *out)
{
	const bool says = (p->classes & WORD_SAYS) != 0;

	out->dangling |= says && (is_said_by_it(r, p) || is_said_by_many(r, p));
	if (says && is_said_by_someone(r, p)) {
		const uint32_t person = last_person(r, p->token);

		candidate_needs(
		    out, (struct need){ .words = { person, TERM_NONE }, .near = false });
		out->dangling |= person == TERM_NONE;
	}
	find_names(r, m, p, out);
}
