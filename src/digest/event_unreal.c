/* Dates of what did not happen, and of sentences that tell no happening. */
#include "digest/event.h"
#include "digest/tables/verbs.h"
#include "event_clause.h"
#include "timex_rules.h"

enum { NEAR = 6, SHORT = 12 /* tokens */ };

/* "Hätte er 2010 gefragt", "Wenn er gefragt hätte, wäre sie 2011 gekommen". */
static bool
is_unreal_german(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const words[] = { "hätte", "hätten", "wäre", "wären" };
	size_t said = 0;
	bool begins = false;

	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++) {
		if (!str_is_any(token_text(&r->tokens, i), words, LEN(words)))
			continue;
		if ((i == s->token || i > x->token) && i < x->token + NEAR)
			return true;
		said++;
		begins |= i == s->token || event_is(r, i - 1, STR(","));
	}
	return said > 1 && begins;
}

/* "If the deal fails in May, they go": nobody knows yet. */
static bool
is_condition(const struct reading *r, const struct passage *s, const struct timex *x)
{
	size_t i = s->token;

	i += event_is(r, i, STR("and")) || event_is(r, i, STR("but"));
	if (!event_is(r, i, STR("if")) && !event_is(r, i, STR("unless")))
		return false;
	while (i < x->token && !event_is(r, i, STR(",")))
		i++;
	return i == x->token && !event_past(r, i - 1);
}

/* "So what will open in 2030?", "Wird sie 2030 fertig?": asked, and not told. */
bool
event_is_question(const struct reading *r, const struct passage *s)
{
	static const char *const words[] = { "what", "why", "how", "who", "where",
		"which", "will", "would", "could", "can", "should", "is", "are", "was",
		"were", "do", "does", "did", "has", "have", "had", "remember", "warum",
		"wie", "wer", "wann", "wo", "wird", "werden", "kann", "ist", "sind",
		"hat", "haben" };
	size_t i = s->token;

	if (s->n == 0 || r->text.p[s->at + s->n - 1] != '?')
		return false;
	i += event_is(r, i, STR("so")) || event_is(r, i, STR("but")) ||
	     event_is(r, i, STR("and"));
	return str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

bool
event_is_unreal(const struct reading *r, const struct passage *s, const struct timex *x)
{
	/* "the next election would have been in autumn": it will not be */
	if (str_starts(r->language, STR("de")) && is_unreal_german(r, s, x))
		return true;
	if (is_condition(r, s, x) || event_is_question(r, s))
		return true;
	for (size_t i = x->token; i > s->token && !event_is(r, i - 1, STR(",")); i--)
		if (event_is(r, i - 1, STR("would")) && event_is(r, i, STR("have")))
			return true;
	for (size_t i = x->token; i > s->token && x->token - i < 2 * NEAR; i--)
		if (event_is(r, i - 1, STR("could")) && event_is(r, i, STR("have")))
			return i > s->token + 2U && (event_is(r, i - 2, STR("if")) ||
							event_is(r, i - 3, STR("if")));
	return false;
}

/* The token may be a verb of the present, which the table of many knows: "opens". */
static bool
may_act(const struct reading *r, size_t i)
{
	const struct str word = token_text(&r->tokens, i);

	return clause_verb(r, i) || str_is_any(word, plain_verbs, LEN(plain_verbs)) ||
	       (str_ends(word, STR("s")) && !str_ends(word, STR("ss")));
}

bool
event_is_caption(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const articles[] = { "the", "a", "an", "my", "our" };
	const size_t end = (size_t)x->token + x->tokens;

	if (!str_starts(r->language, STR("en")) || !x->explicit_year || x->tokens != 1 ||
	    s->tokens > SHORT || end + 1 < (size_t)s->token + s->tokens ||
	    x->token < s->token + 3U ||
	    !str_is_any(token_text(&r->tokens, s->token), articles, LEN(articles)) ||
	    (!event_is(r, x->token - 1, STR("in")) &&
		!event_is(r, x->token - 1, STR("of"))))
		return false;
	for (size_t i = s->token; i < x->token; i++)
		if (may_act(r, i) || event_word(r, i, HAPPENING) ||
		    event_word(r, i, PLANNING) || word_in(r, i, LIST_DEED) ||
		    event_is(r, i, STR(":")))
			return false;
	return true;
}
