/* Dates that a noun carries while its sentence tells of another time: "a 2010 film". */
#include "data/edtf.h"
#include "digest/event.h"
#include "event_clause.h"
#include "timex_rules.h"

enum { NEAR = 3 /* tokens to the noun: "the 2012 rail crash" */ };

/* "the", "a", "those", "Anna's" */
static bool
is_determiner(const struct reading *r, size_t i)
{
	static const char *const words[] = { "the", "a", "an", "this", "that", "these",
		"those", "his", "her", "its", "their", "our" };
	const struct str word = token_text(&r->tokens, i);

	return str_is_any(word, words, LEN(words)) || str_ends(word, STR("'s")) ||
	       str_ends(word, STR("’s"));
}

static bool
is_noun(const struct reading *r, const struct passage *s, size_t i)
{
	return i < (size_t)s->token + s->tokens && r->tokens.at[i].kind == TOKEN_WORD &&
	       !clause_verb(r, i) && !event_word(r, i, PREPOSITION) &&
	       !event_word(r, i, STARTER) && !event_word(r, i, ENDER) &&
	       !event_word(r, i, RELATIVE) && !word_in(r, i, LIST_GOES_ON);
}

/* "crash", "strike": what took place then. */
static bool
is_deed(const struct reading *r, const struct passage *s, size_t from)
{
	for (size_t i = from; i < from + NEAR && is_noun(r, s, i); i++)
		if (event_word(r, i, HAPPENING) || word_in(r, i, LIST_DEED))
			return true;
	return false;
}

/* "in", "during": what follows the words is told; "after the 2010 storm" is no more than named. */
static bool
is_in(const struct reading *r, size_t i)
{
	static const char *const words[] = { "in", "at", "during", "by", "on" };

	return !event_word(r, i, PREPOSITION) ||
	       str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* "The Quay (1992)", "Pier (Ann Moe, 2014)": the year of a work. */
static bool
is_of_work(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	return x->tokens == 1 && i > (size_t)s->token + 1 &&
	       event_is(r, i + 1, STR(")")) &&
	       (event_is(r, i - 1, STR("(")) ||
		   (event_is(r, i - 1, STR(",")) &&
		       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) != 0)) &&
	       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) != 0;
}

bool
event_is_mention(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token, end = i + x->tokens;
	struct edtf day;

	if (is_of_work(r, s, x))
		return true;
	if (r->language.n != 0 && !str_starts(r->language, STR("en")))
		return false;
	if (i < (size_t)s->token + 2 || x->type != TIMEX_DATE ||
	    !edtf_parse(str_of(x->edtf), &day) ||
	    (day.grain != EDTF_YEAR && day.grain != EDTF_MONTH) ||
	    !is_determiner(r, i - 1) || !is_noun(r, s, end))
		return false;
	if (event_past(r, i - 2))
		return false; /* "won the 2014 prize" */
	return !is_deed(r, s, end) || !is_in(r, i - 2);
}
