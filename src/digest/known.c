/*
 * What a sentence names as if it were known: "the tool", "Park".
 */
#include "digest/candidates.h"
#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

enum { PERSON_TOKENS = 120 /* looked back for whom "he said" means */ };

/* "The government": everyone knows which. */
static bool
is_known(const struct reading *r, size_t t)
{
	static const char *const words[] = { "government", "police", "president", "world",
		"weather", "economy", "country", "public", "army", "military",
		"parliament", "authorities", "internet", "number", "idea", "fact", "only",
		"first", "most", "latest", "last" };

	for (size_t i = 0; i < LEN(words); i++)
		if (token_is(&r->tokens, t, str_of(words[i])))
			return true;
	return str_ends(token_text(&r->tokens, t), STR("est"));
}

/*
 * "The tool helps": the words of which one must have been said for the reader to know
 * the tool; none where it is told what it is ("The tool that"), or told first here.
 */
static void
find_the(const struct reading *r, const uint32_t *first, const struct passage *p,
    uint32_t refers[2])
{
	const size_t t = first_word(r, p), end = p->token + p->tokens;
	size_t n = 0, i = t + 1;

	if (t >= end || !token_is(&r->tokens, t, STR("the")) || i >= end ||
	    is_known(r, i))
		return;
	for (; i < end && n < 2 && topic_word(r, i) && !clause_verb(r, i); i++) {
		const struct term *term = &r->terms[r->term_of[i]];

		if ((r->tokens.at[i].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 ||
		    term->in_title || first[r->term_of[i]] >= p->token) {
			n = 0;
			break;
		}
		refers[n++] = r->term_of[i];
	}
	if (n == 0 || (i < end && ((r->class_of[i] & WORD_PREPOSITION) != 0 ||
				      token_is(&r->tokens, i, STR("that")) ||
				      token_is(&r->tokens, i, STR("who")) ||
				      token_is(&r->tokens, i, STR("which")))))
		refers[0] = refers[1] = TERM_NONE;
}

static bool
is_capital(const struct reading *r, size_t t)
{
	return topic_word(r, t) && (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0;
}

/* Another word of a name stands before it. */
static bool
is_told_in_full(const struct reading *r, size_t t)
{
	return t > 0 && is_capital(r, t) && is_capital(r, t - 1);
}

/* A word of a name that stands alone, and may be a person's. */
static bool
is_short_name(const struct reading *r, const struct passage *p, size_t t)
{
	return is_capital(r, t) && (r->tokens.at[t].flags & TOKEN_UPPER) == 0 &&
	       r->class_of[t] == 0 &&
	       (r->kind_of[t] & ~(NAME_SURNAME | NAME_FIRST)) == 0 &&
	       (t == p->token || !is_capital(r, t - 1)) &&
	       (t + 1 == p->token + p->tokens || !is_capital(r, t + 1));
}

/*
 * "Park said": the names that were told in full before ("Kenny Park"), so that only one
 * who read of him there knows him.
 */
static void
find_names(const struct reading *r, const uint32_t *first, const struct passage *p,
    uint32_t needs[NEEDS])
{
	size_t n = 0;

	for (size_t t = p->token; t < p->token + p->tokens && n < NEEDS; t++) {
		uint32_t at;

		if (!is_short_name(r, p, t) || r->terms[r->term_of[t]].in_title)
			continue;
		at = first[r->term_of[t]];
		if (at < p->token && is_told_in_full(r, at))
			needs[n++] = r->term_of[t];
	}
}

/* The last word before the sentence that may be a person's name, or TERM_NONE. */
static uint32_t
last_person(const struct reading *r, const struct passage *p)
{
	const size_t from = p->token > PERSON_TOKENS ? p->token - PERSON_TOKENS : 0;

	for (size_t t = p->token; t-- > from;)
		if (is_capital(r, t) && r->class_of[t] == 0 &&
		    (r->kind_of[t] & ~(NAME_SURNAME | NAME_FIRST)) == 0 &&
		    (r->kind_of[t] != 0 || (r->class_of[t + 1] & WORD_SAYS) != 0))
			return r->term_of[t];
	return TERM_NONE;
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
			return true;
	return false;
}

void
sentence_refers(const struct reading *r, const uint32_t *first, const struct passage *p,
    struct candidate *out)
{
	out->refers[0] = out->refers[1] = TERM_NONE;
	for (size_t i = 0; i < NEEDS; i++)
		out->needs[i] = TERM_NONE;
	find_the(r, first, p, out->refers);
	find_names(r, first, p, out->needs);
	if (!is_said_by_someone(r, p))
		return;
	out->needs[NEEDS - 1] = out->needs[0];
	out->needs[0] = last_person(r, p);
	out->dangling |= out->needs[0] == TERM_NONE;
}
