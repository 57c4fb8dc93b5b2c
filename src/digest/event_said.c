/* Dates of talk: what a speaker says of himself, who was asked, where it stands. */
#include "digest/event.h"
#include "event_clause.h"
#include "timex_rules.h"

enum { NEAR = 8, FAR = 14 /* tokens */ };

/* "3 May", "May 2018": a date that the calendar names. */
static bool
is_named(const struct reading *r, const struct timex *x)
{
	const struct timex_language *l = timex_tables(r->language);
	bool month = false, number = false;

	for (size_t i = x->token; i < (size_t)x->token + x->tokens; i++) {
		month |= (timex_classify(l, &r->tokens, i).classes & BIT(MONTH)) != 0;
		number |= (r->tokens.at[i].flags & TOKEN_DIGIT) != 0;
	}
	return x->explicit_year || (month && number);
}

/* "“We will look at it next week,” she said": of the speaker, not of the story. */
static bool
is_of_speaker(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const words[] = { "i", "we", "my", "our", "me", "us", "i'm",
		"i've", "i'd", "i'll", "we're", "we've", "we'd", "we'll", "i’m", "i’ve",
		"i’d", "i’ll", "we’re", "we’ve", "we’d", "we’ll", "ich", "wir", "uns",
		"mir", "mich", "unsere", "unser", "je", "j'ai", "j’ai", "nous", "notre",
		"nos", "yo", "nosotros", "nuestro", "nuestra" };

	if (is_named(r, x) || !clause_in_speech(r, s, x->token))
		return false;
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++)
		if (str_is_any(token_text(&r->tokens, i), words, LEN(words)))
			return clause_in_speech(r, s, i);
	return false;
}

/* The date goes with what was asked: not "which fired a hundred on 3 May, declined to comment". */
static bool
is_asked_then(const struct reading *r, const struct passage *s, const struct timex *x,
    struct span asked)
{
	return x->token < asked.from
		   ? !clause_has_verb(r, s->token, x->token)
		   : x->token < asked.to || !clause_has_verb(r, asked.to, x->token);
}

/* "did not respond to a request for comment on Monday" */
static bool
is_of_comment(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const asked[] = { "declined", "declines", "decline", "refused",
		"reached", "reach", "available", "unavailable", "respond", "responded",
		"return", "returned", "answer", "reply" };
	const size_t end = s->token + s->tokens;

	for (size_t i = s->token + 2U; i < end; i++) {
		if (i < x->token + FAR && x->token < i + FAR &&
		    (event_is(r, i, STR("say")) || event_is(r, i, STR("elaborate"))) &&
		    ((event_is(r, i - 1, STR("to")) &&
			 event_is(r, i - 2, STR("declined"))) ||
			(event_is(r, i - 1, STR("not")) &&
			    event_is(r, i - 2, STR("would")))))
			return true; /* "declined to say", "would not say" */
		if (!event_is(r, i, STR("comment")) ||
		    (!event_is(r, i - 1, STR("to")) && !event_is(r, i - 1, STR("for"))))
			continue;
		for (size_t k = i; k > s->token && i - k < NEAR; k--)
			if (str_is_any(
				token_text(&r->tokens, k - 1), asked, LEN(asked)) &&
			    is_asked_then(r, s, x, (struct span){ k - 1, i }))
				return true;
	}
	return false;
}

/* "…, according to a report issued on Monday": of where it stands. */
static bool
is_of_source(const struct reading *r, const struct passage *s, const struct timex *x)
{
	size_t i = x->token;

	for (size_t n = 0; n < FAR && i > s->token + 1U; n++, i--) {
		if (event_is(r, i - 1, STR("to")) && event_is(r, i - 2, STR("according")))
			return true;
		if (event_is(r, i - 1, STR(",")) || event_word(r, i - 1, RELATIVE) ||
		    event_is(r, i - 1, STR("that")))
			return false;
	}
	return false;
}

/* "on 3 May, not on 4 May" */
static bool
is_not_then(const struct reading *r, const struct passage *s, const struct timex *x)
{
	size_t i = x->token;

	i -= i > s->token &&
	     (event_is(r, i - 1, STR("on")) || event_is(r, i - 1, STR("in")) ||
		 event_is(r, i - 1, STR("at")));
	return i > s->token && i < x->token && event_is(r, i - 1, STR("not"));
}

bool
event_is_talk(const struct reading *r, const struct passage *s, const struct timex *x)
{
	return is_of_speaker(r, s, x) || is_of_comment(r, s, x) ||
	       is_of_source(r, s, x) || is_not_then(r, s, x);
}
