/* Clauses that a cut left without a subject or a verb take in what they lack. */
#include "event_clause.h"

#include "timex_rules.h"

enum {
	NEAR = 45,
	SHORT = 30,
	LIST = 12
}; /* tokens of the sentence that may be taken in */

/* A verb of the past, and no word of what may be. */
static bool
past_between(const struct reading *r, size_t from, size_t to)
{
	bool past = false;

	for (; from < to; from++) {
		if (event_word(r, from, EXPECTING) || event_word(r, from, PLANNING))
			return false;
		past |= event_past(r, from);
	}
	return past;
}

/* "it reported": the sentence has named it. */
static bool
names_nobody(const struct reading *r, size_t i)
{
	static const char *const words[] = { "it", "he", "she", "they", "we", "i" };

	return i < r->tokens.n &&
	       str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* "after", "since": more than the day of what follows. */
static bool
is_since(const struct reading *r, size_t i)
{
	return event_word(r, i, STARTER) && event_word(r, i, PREPOSITION);
}

/* A subject begins here: "the court", "Norway". */
static bool
is_subject(const struct reading *r, size_t i)
{
	static const char *const words[] = { "the", "a", "an" };

	return !names_nobody(r, i) &&
	       ((r->tokens.at[i].flags & TOKEN_CAPITAL) != 0 ||
		   str_is_any(token_text(&r->tokens, i), words, LEN(words)));
}

static bool
is_dash(const struct reading *r, size_t i)
{
	return event_is(r, i, STR("-")) || event_is(r, i, STR("–")) ||
	       event_is(r, i, STR("—")) || event_is(r, i, STR("--"));
}

/* "of her age, appeared", "27, were held", "dead, killed in": of what stands before it. */
static bool
is_rest(const struct reading *r, size_t i)
{
	return event_is(r, i, STR("of")) ||
	       (is_dash(r, i + 1) && (r->tokens.at[i + 1].flags & TOKEN_SPACE) != 0) ||
	       (event_is(r, i + 1, STR(",")) &&
		   (r->tokens.at[i].flags & TOKEN_CAPITAL) == 0);
}

/* "whether it is ready", "ahead of the vote at noon", "better lamps were sold in May": what
   stands before it is missed.  A clause of a noun with its article is told alone. */
static bool
is_torn(const struct reading *r, const struct passage *s, struct span at, struct span c)
{
	enum { FAR = 60 };
	static const char *const asks[] = { "whether", "to", "how", "why" };
	static const char *const known[] = { "the", "a", "an", "its", "their", "his",
		"her", "this", "these", "that", "those", "our", "my" };
	const struct str first = token_text(&r->tokens, c.from);

	if (c.from == s->token || at.from - s->token > FAR ||
	    r->tokens.at[c.from].kind != TOKEN_WORD ||
	    (r->tokens.at[c.from].flags & TOKEN_CAPITAL) != 0)
		return false;
	if (str_is_any(first, asks, LEN(asks)) || str_ends(first, STR("ing")) ||
	    !clause_acts(r, c.from, c.to))
		return true;
	return s->tokens <= SHORT && event_word(r, c.from - 1, STARTER) &&
	       !str_is_any(first, known, LEN(known));
}

static size_t
start_of(const struct reading *r, const struct passage *s, struct span at, struct span c)
{
	const bool near = at.from - s->token <= NEAR;

	if (is_since(r, c.from) && clause_has_verb(r, c.from + 2, at.from)) {
		if (is_subject(r, c.from + 1) && !event_word(r, c.from + 1, FORM_DATE) &&
		    !clause_has_comma(r, c.from, at.from) &&
		    !(c.from == s->token && clause_has_comma(r, at.from, c.to)))
			return c.from + 1;
		return near ? s->token : c.from;
	}
	if (is_torn(r, s, at, c))
		return s->token;
	return near && c.from > s->token &&
		       (names_nobody(r, c.from) || clause_verb(r, c.from) ||
			   event_is(r, c.from, STR("which")) || is_rest(r, c.from) ||
			   (c.from + 1 >= at.from && event_is(r, at.to, STR(",")) &&
			       clause_verb(r, at.to + 1))) /* "in 2015, had it" */
		   ? s->token
		   : c.from;
}

/* "who", and "when" behind a comma */
static bool
begins_relative(const struct reading *r, size_t i)
{
	return event_word(r, i, RELATIVE) ||
	       (event_is(r, i, STR("when")) && event_is(r, i - 1, STR(",")));
}

/* "Ada Moe, who was cleared in May": no verb but that of what is told of her. */
static bool
is_relative(const struct reading *r, struct span at, struct span c)
{
	size_t i = c.from + 1;

	while (i < at.from && !clause_verb(r, i) && !begins_relative(r, i))
		i++;
	return i < at.from && begins_relative(r, i) && !clause_has_comma(r, i, at.from) &&
	       !clause_has_verb(r, at.to, c.to);
}

/* "replace the lamps": a word that is no name before "the". */
static bool
is_doing(const struct reading *r, size_t i)
{
	static const char *const words[] = { "the", "a", "an", "its", "their", "his",
		"her" };
	static const char *const all[] = { "all", "both", "half", "such" };

	return i + 1 < r->tokens.n && r->tokens.at[i].kind == TOKEN_WORD &&
	       (r->tokens.at[i].flags & TOKEN_CAPITAL) == 0 &&
	       str_is_any(token_text(&r->tokens, i + 1), words, LEN(words)) &&
	       !str_is_any(token_text(&r->tokens, i), all, LEN(all)) &&
	       !str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* The noun phrase that ends before token `i`: "most of the loot", "a bank". */
static size_t
noun_before(const struct reading *r, size_t first, size_t i)
{
	static const char *const particles[] = { "up", "out", "off", "down", "away",
		"back" };

	while (
	    i > first &&
	    (r->tokens.at[i - 1].kind != TOKEN_PUNCT ||
		(r->tokens.at[i].flags & r->tokens.at[i - 1].flags & TOKEN_SPACE) == 0) &&
	    !event_is(r, i - 1, STR(",")) && !clause_verb(r, i - 1) &&
	    !event_is(r, i - 1, STR("that")) && !event_word(r, i - 1, STARTER) &&
	    !event_word(r, i - 1, RELATIVE) && !event_is(r, i - 1, STR("and")) &&
	    (!event_word(r, i - 1, PREPOSITION) ||
		(event_is(r, i - 1, STR("of")) && i > 1 &&
		    !event_is(r, i - 2, STR("ahead")))))
		i--;
	return i + (str_is_any(token_text(&r->tokens, i), particles, LEN(particles)) ||
		       event_is(r, i, STR("of")) || is_doing(r, i));
}

/* "has found most of | the loot that the bank lost": the sentence tells of now, and of what
   somebody did. */
static bool
is_done_before(const struct reading *r, struct span c, size_t that)
{
	bool perfect = false;

	for (size_t i = c.from; i + 1 < that; i++)
		perfect |= (event_is(r, i, STR("has")) || event_is(r, i, STR("have"))) &&
			   event_past(r, i + 1);
	return perfect && is_subject(r, that + 1);
}

/* Where what begins with a noun tells of the date only, behind a sentence that tells of
   another time, or 0: "They beat | Ada Moe, who won in 2018". */
static size_t
told_of(const struct reading *r, struct span at, struct span c)
{
	size_t i = at.from, noun, end;

	while (i > c.from + 2 && !event_is(r, i, STR(",")) &&
	       !event_word(r, i, RELATIVE) && !event_is(r, i, STR("that")))
		i--;
	if (i <= c.from + 2 || names_nobody(r, i + 1) ||
	    event_is(r, at.from - 1, STR("since")))
		return 0;
	if (event_is(r, i, STR("that"))
		? !is_done_before(r, c, i)
		: !event_is(r, i - 1, STR(",")) || !past_between(r, i + 1, at.from))
		return 0;
	end = i - event_is(r, i - 1, STR(","));
	noun = noun_before(r, c.from, end);
	if (noun + 1 == end && r->tokens.at[noun].kind == TOKEN_NUMBER &&
	    noun > c.from + 1 && event_is(r, noun - 1, STR(",")))
		noun = noun_before(r, c.from, noun - 1); /* "Ada Moe, 54, who" */
	return noun > c.from && noun < end && clause_has_verb(r, c.from, noun) ? noun : 0;
}

/* No comma, or one and no verb but participles: "in the south, the region hit by". */
static bool
is_unfinished(const struct reading *r, size_t from, size_t to)
{
	size_t commas = 0;

	for (size_t i = from; i < to; i++) {
		commas += event_is(r, i, STR(","));
		if (commas > 1 || (commas == 1 && clause_verb(r, i) &&
				      !event_word(r, i + 1, PREPOSITION)))
			return false;
	}
	return true;
}

/* "At a fair she saw in 2013", "Having won in May": more must follow. */
static bool
is_opening(
    const struct reading *r, const struct passage *s, struct span at, struct span c)
{
	size_t i = c.from;

	i += event_is(r, i, STR("and")) || event_is(r, i, STR("but"));
	if (c.from == s->token && event_word(r, i, PREPOSITION) && i + 1 < at.from &&
	    str_ends(token_text(&r->tokens, i + 1), STR("ing")))
		return event_is(r, c.to, STR(","));
	return c.from == s->token && i + 2 < at.from && event_is(r, c.to, STR(",")) &&
	       is_unfinished(r, i, c.to) && !event_word(r, i, STARTER) &&
	       (event_word(r, i, PREPOSITION) ||
		   str_ends(token_text(&r->tokens, i), STR("ing")));
}

/* "when sailors from the fort | , who": what a word like "when" began has no verb yet. */
static bool
is_begun(const struct reading *r, struct span at, struct span c)
{
	for (size_t i = c.from + 1; i + 1 < at.from; i++)
		if (event_is(r, i, STR("that")) && event_word(r, i + 1, STARTER) &&
		    event_is(r, c.to, STR(",")))
			return true; /* "said that after he left in 2011, | he" */
	for (size_t i = c.to; i > c.from + 1 && !clause_verb(r, i - 1); i--)
		if ((i <= at.from || i > at.to) && (event_is(r, i - 1, STR("when")) ||
						       event_is(r, i - 1, STR("while")) ||
						       event_is(r, i - 1, STR("that")) ||
						       event_word(r, i - 1, RELATIVE)))
			return event_is(r, c.to, STR(","));
	return false;
}

/* They begin what needs another half: "Even if it rains in May". */
static bool
is_half(const struct reading *r, struct span c)
{
	static const char *const words[] = { "if", "unless", "because" };

	return event_is(r, c.to, STR(",")) &&
	       (str_is_any(token_text(&r->tokens, c.from), words, LEN(words)) ||
		   (event_is(r, c.from, STR("even")) &&
		       event_is(r, c.from + 1, STR("if"))));
}

/* "and over the weekend", "but in a 2013 interview": where the phrase begins that the date at
   token i is in, behind an "and" or a "but"; or i. */
static size_t
fronted(const struct reading *r, const struct passage *s, size_t i)
{
	enum { WORDS = 4 };
	size_t k = i;

	for (size_t n = 0; n < WORDS && k > s->token + 1U; n++) {
		if (event_is(r, k - 1, STR("and")) || event_is(r, k - 1, STR("but")))
			return event_word(r, k, PREPOSITION) ? k : i;
		if (r->tokens.at[k - 1].kind != TOKEN_WORD || clause_verb(r, k - 1))
			return i;
		k--;
	}
	return i;
}

/* "They met, | and in May, the court agreed": the date belongs to what follows it; its first
   token, or 0. */
static size_t
begins_at(const struct reading *r, const struct passage *s, struct span at, struct span c)
{
	static const char *const joins[] = { "and", "but", "that", "because", ":" };
	size_t i =
	    at.from - (at.from > s->token && event_word(r, at.from - 1, BEFORE_DATE));
	size_t from;

	i -= i > s->token &&
	     (event_is(r, i - 1, STR("earlier")) || event_is(r, i - 1, STR("later")));
	i = fronted(r, s, i);
	from = i;
	i -= i > s->token && event_is(r, i - 1, STR(","));
	return i > s->token + 1 && event_is(r, c.to, STR(",")) &&
		       !clause_has_verb(r, at.to, c.to) &&
		       str_is_any(token_text(&r->tokens, i - 1), joins, LEN(joins))
		   ? from
		   : 0;
}

/* What the date of begins_at() belongs to: the sentence, if no subject follows it. */
static struct span
clause_behind(
    const struct reading *r, const struct passage *s, struct span at, size_t from)
{
	const size_t last = s->token + s->tokens,
		     i = at.to + event_is(r, at.to, STR(","));
	bool verb = false;
	size_t to = i;

	/* of a long sentence up to the next comma behind a verb */
	for (; to < last && !(last - i > SHORT && verb && event_is(r, to, STR(",")));
	     to++)
		verb |= clause_verb(r, to);
	return (
	    struct span){ clause_verb(r, i) || names_nobody(r, i) ? s->token : from, to };
}

/* "in larger, | older towns": what follows the comma has no verb. */
static bool
is_list(const struct reading *r, const struct passage *s, struct span c)
{
	const size_t last = s->token + s->tokens;

	return event_is(r, c.to, STR(",")) && last - c.to <= LIST &&
	       !event_word(r, c.to + 1, SPEAKER) && !event_word(r, c.to + 1, ENDER) &&
	       !(c.from > s->token && event_word(r, c.from - 1, STARTER)) &&
	       !clause_has_verb(r, c.to, last);
}

/* "In a note sent in May, | the guild said that": where what was opened has its verb and ends. */
static size_t
end_of_main(const struct reading *r, size_t i, size_t last)
{
	bool verb = false;

	for (; i < last; i++) {
		if (verb && (event_is(r, i, STR(",")) || clause_stop(r, i) ||
				event_word(r, i, ENDER)))
			return i;
		verb |= clause_verb(r, i);
	}
	return i;
}

static size_t
end_of(const struct reading *r, const struct passage *s, struct span at, struct span c,
    size_t next)
{
	const size_t last = s->token + s->tokens;

	if (c.from > s->token && event_word(r, c.from - 1, STARTER) &&
	    names_nobody(r, at.to) && clause_verb(r, at.to + 1))
		return at.to; /* "When it broke in 2013 | he left" */
	if (c.to == at.to && at.from > s->token && event_is(r, at.from - 1, STR("the")) &&
	    event_word(r, at.from, FORM_DATE) && last - c.to <= SHORT)
		return last; /* "in the 2009 | and 2011 races" */
	if (c.to < last && (next < last || last - c.to > SHORT) &&
	    is_opening(r, s, at, c))
		return end_of_main(r, c.to + 1, last);
	if (c.to >= last || next < last || last - c.to > SHORT)
		return c.to;
	return is_relative(r, at, c) || is_begun(r, at, c) || is_half(r, c) ||
		       is_opening(r, s, at, c) || !clause_has_verb(r, c.from, c.to) ||
		       is_list(r, s, c) ||
		       (event_word(r, c.from, STARTER) && names_nobody(r, c.from + 1))
		   ? last
		   : c.to;
}

struct span
clause_mended(const struct reading *r, const struct passage *s, struct span at,
    struct span c, size_t next)
{
	const size_t noun = told_of(r, at, c), joined = begins_at(r, s, at, c);

	if (joined != 0) {
		c = clause_behind(r, s, at, joined);
	} else if (noun != 0) {
		c.from = noun;
	} else {
		c.from = start_of(r, s, at, c);
		c.to = end_of(r, s, at, c, next);
	}
	while (c.to > at.to && is_dash(r, c.to - 1))
		c.to--;
	return c;
}

/* A word for what took place, or a past form at its end: "the raid", "a house built". */
static bool
tells_deed(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (event_word(r, i, HAPPENING) || word_in(r, i, LIST_DEED))
			return true;
	return event_past(r, to - 1);
}

/* "plans to grow by 30% | by the end of 2021": where the plan begins that the date is of; or 0. */
static size_t
plan_before(const struct reading *r, struct span at, struct span c)
{
	static const char *const words[] = { "plans", "plan", "goal", "target", "promise",
		"pledge", "deal", "agreement", "proposal", "bid", "aim", "permission" };

	for (size_t i = at.from; i > c.from + 2; i--) {
		if (event_is(r, i - 1, STR("to")) &&
		    str_is_any(token_text(&r->tokens, i - 2), words, LEN(words)))
			return i - 2 -
			       (event_is(r, i - 3, STR("a")) ||
				   event_is(r, i - 3, STR("its")));
		if (event_past(r, i - 1))
			return 0;
	}
	return 0;
}

struct span
clause_short(const struct reading *r, struct span at, struct span c)
{
	size_t i = at.from, noun, to = at.to;

	noun = plan_before(r, at, c);
	if (noun != 0)
		return (struct span){ noun, c.to };

	while (i > c.from &&
	       (event_word(r, i - 1, BEFORE_DATE) || event_is(r, i - 1, STR("of"))))
		i--;
	if (i < c.from + 4 || i == at.from)
		return c;
	noun = noun_before(r, c.from, i - event_past(r, i - 1));
	if (noun + 1 >= i || noun < c.from + 2 || !is_subject(r, noun) ||
	    !event_word(r, noun - 1, PREPOSITION) || !tells_deed(r, noun, i))
		return c;
	while (to < c.to && r->tokens.at[to].kind != TOKEN_PUNCT &&
	       !event_word(r, to, STARTER) && !event_word(r, to, ENDER) &&
	       !clause_verb(r, to))
		to++;
	return (struct span){ noun, to + 1 == c.to ? c.to : to };
}
