/* Clauses that begin at no seam of their sentence take in all of it; what a noun names on its
   date is told by that noun alone. */
#include "digest/tables/verbs.h"
#include "event_clause.h"
#include "timex_rules.h"

enum { FAR = 60, LONG = 50, REST = 28 /* tokens */ };

/* "when", "as" at the start of the sentence, or behind its first word: "And when". */
static bool
opens_when(const struct reading *r, const struct passage *s, size_t i)
{
	return i <= s->token + 1U &&
	       (event_is(r, i, STR("when")) || event_is(r, i, STR("as")) ||
		   event_is(r, i, STR("once")));
}

/* "After", "Since" at the start of the sentence. */
static bool
opens_after(const struct reading *r, const struct passage *s)
{
	return event_word(r, s->token, STARTER) && event_word(r, s->token, PREPOSITION);
}

/* "When the bridge was built in 1940 | , no road led to it": what the sentence tells comes
   behind the comma. */
static bool
lacks_main(
    const struct reading *r, const struct passage *s, struct span at, struct span c)
{
	if (!event_is(r, c.to, STR(",")))
		return false;
	if (opens_after(r, s) && c.from <= s->token + 1U)
		return !clause_has_verb(r, at.to, c.to) &&
		       !event_is(r, c.to + 1, STR("and"));
	if (c.from > s->token)
		return opens_when(r, s, c.from - 1);
	return opens_when(r, s, c.from) || opens_when(r, s, c.from + 1);
}

/* "Ada Moe, who left in May": a name, and what is told of it. */
static bool
is_named(const struct reading *r, struct span c)
{
	for (size_t i = c.from; i < c.to; i++)
		if (event_word(r, i, RELATIVE))
			return true;
	return false;
}

/* "They met on Monday | , ending the strike", "She wrote in May | , “It is over”": the rest of a
   sentence that goes on with what was done, or said. */
static bool
goes_on(const struct reading *r, const struct passage *s, struct span c)
{
	static const char *const no[] = { "according", "adding", "noting", "citing",
		"including", "meaning", "being" };
	const size_t i = c.to + 1, last = s->token + s->tokens;
	const struct str word = i < last ? token_text(&r->tokens, i) : STR_NIL;

	if (!event_is(r, c.to, STR(",")) || i + 1 >= last || last - c.to > REST)
		return false;
	if (event_is(r, i, STR("\"")) || event_is(r, i, STR("“")))
		return (r->tokens.at[i].flags & TOKEN_SPACE) != 0 &&
		       clause_has_verb(r, c.from, c.to);
	if (event_is(r, i, STR("that")))
		return !is_named(r, c);
	return str_ends(word, STR("ing")) && word.n > 4 &&
	       (r->tokens.at[i].flags & TOKEN_CAPITAL) == 0 &&
	       !event_word(r, i, PREPOSITION) && !str_is_any(word, no, LEN(no));
}

/* A clause may follow: "said that | it", "and | they". */
static bool
joins(const struct reading *r, size_t i)
{
	static const char *const words[] = { "and", "or", "but", "that", "so", "then",
		"nor", "yet" };

	return r->tokens.at[i].kind == TOKEN_PUNCT || event_word(r, i, STARTER) ||
	       event_word(r, i, ENDER) || event_word(r, i, RELATIVE) ||
	       str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* "photographer Ada Moe": words in small letters, no preposition among them, and a name. */
static bool
is_titled(const struct reading *r, size_t i)
{
	enum { WORDS = 4 };

	for (size_t n = 0; n < WORDS && i < r->tokens.n; n++, i++) {
		if (r->tokens.at[i].kind != TOKEN_WORD || event_word(r, i, PREPOSITION) ||
		    clause_verb(r, i))
			return false;
		if ((r->tokens.at[i].flags & TOKEN_CAPITAL) != 0)
			return n > 0;
	}
	return false;
}

/* "will | take over for Ada Moe, who left", "is | part of a plan that began": no seam before it,
   as there is before "for | sailors that left". */
static bool
is_ripped(const struct reading *r, const struct passage *s, struct span c)
{
	static const char *const known[] = { "the", "a", "an", "its", "their", "his",
		"her", "this", "these", "that", "those", "our", "my", "he", "she", "it",
		"they", "we", "i", "you", "there", "some", "many", "several", "most",
		"two", "three", "four", "five", "all", "both", "another", "one" };

	const bool place = c.from > s->token + 2U && event_is(r, c.from - 1, STR(",")) &&
			   event_is(r, c.from - 2, STR(".")); /* "Bremo, N.Y., | area" */

	if (c.from == s->token || r->tokens.at[c.from].kind != TOKEN_WORD ||
	    (r->tokens.at[c.from].flags & TOKEN_CAPITAL) != 0 ||
	    (joins(r, c.from - 1) && !place) || event_word(r, c.from, BEFORE_DATE) ||
	    event_word(r, c.from, STARTER) ||
	    str_is_any(token_text(&r->tokens, c.from), known, LEN(known)))
		return false;
	if (event_word(r, c.from - 1, PLANNING) || event_word(r, c.from - 1, EXPECTING) ||
	    str_is_any(token_text(&r->tokens, c.from), plain_verbs, LEN(plain_verbs)))
		return true;
	return !event_word(r, c.from - 1, PREPOSITION) && !is_titled(r, c.from);
}

/* "A judge ruled on Monday | and dismissed the case": the end of a second thing done then by the
   same, or `c.to`. */
static size_t
end_of_second(
    const struct reading *r, const struct passage *s, struct span at, struct span c)
{
	static const char *const others[] = { "was", "had", "has", "have" };
	const size_t last = s->token + s->tokens;
	size_t i = c.to + 1;

	if (!event_is(r, c.to, STR("and")) || i >= last || last - c.to > REST)
		return c.to;
	i += str_ends(token_text(&r->tokens, i), STR("ly"));
	if (!event_past(r, i) ||
	    str_is_any(token_text(&r->tokens, i), others, LEN(others)))
		return c.to;
	for (size_t k = c.from; k < at.from; k++)
		if (event_word(r, k, EXPECTING) || event_is(r, k, STR("will")))
			return c.to; /* "expects it this year and asked for help" */
	while (++i < last && !event_is(r, i, STR(",")) && !clause_stop(r, i) &&
	       !event_word(r, i, ENDER))
		;
	return i > c.to + 4 ? i : c.to; /* not "and left." */
}

/* A dash, an asterisk, or a mark that closes what an earlier sentence said: `" | In May he`. */
static bool
is_mark(const struct reading *r, size_t i)
{
	static const char *const marks[] = { "-", "--", "–", "—", "*", "•", ",", ")",
		"”" };

	if (event_is(r, i, STR("\"")))
		return (r->tokens.at[i + 1].flags & TOKEN_SPACE) != 0;
	return r->tokens.at[i].kind == TOKEN_PUNCT &&
	       str_is_any(token_text(&r->tokens, i), marks, LEN(marks));
}

struct span
clause_seamed(const struct reading *r, const struct passage *s, struct span at,
    struct span c, size_t next)
{
	const size_t last = s->token + s->tokens;

	if (lacks_main(r, s, at, c) && s->tokens <= LONG && next >= last)
		return (struct span){ s->token, last };
	if (c.from > s->token && c.from + 1 >= at.from && clause_verb(r, at.to) &&
	    event_is(r, c.from - 1, STR("and")) && at.from - s->token <= FAR)
		c.from = s->token; /* "and | the next morning saw the sea" */
	if (is_ripped(r, s, c) && at.from - s->token <= FAR)
		c.from = s->token;
	if (c.from == s->token)
		while (c.from < at.from && is_mark(r, c.from))
			c.from++;
	if (next >= last)
		c.to = goes_on(r, s, c) ? last : end_of_second(r, s, at, c);
	while (c.to > at.to && event_is(r, c.to - 1, STR("even")))
		c.to--; /* "even | though" */
	return c;
}
