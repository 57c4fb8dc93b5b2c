/* Whether two clauses tell much the same. */
#include "event_clause.h"

/* A word of the clause that tells something, which none before it repeats. */
static bool
is_telling(const struct reading *r, struct span c, size_t i)
{
	const uint32_t term = r->term_of[i];

	if (r->tokens.at[i].kind != TOKEN_WORD || r->terms[term].stop ||
	    event_word(r, i, FORM_DATE))
		return false;
	while (i > c.from && r->term_of[i - 1] != term)
		i--;
	return i == c.from;
}

static bool
has_term(const struct reading *r, struct span c, uint32_t term)
{
	for (size_t i = c.from; i < c.to; i++)
		if (r->term_of[i] == term)
			return true;
	return false;
}

/* Most of what the clause tells stands in the other one. */
bool
clause_repeats(const struct reading *r, struct span c, struct span other)
{
	enum { LEAST = 4 };
	size_t words = 0, both = 0;

	for (size_t i = c.from; i < c.to; i++) {
		if (!is_telling(r, c, i))
			continue;
		words++;
		both += has_term(r, other, r->term_of[i]);
	}
	return words >= LEAST && 5 * both >= 3 * words;
}
