/* What words say of an event without the calendar: past, planned, only expected; announced. */
#include "event_clause.h"

#include "timex_rules.h"

enum {
	CAN = 8,
	NEAR = 30,
	LEAD = 4,
	STATEMENT = 3,
	STATEMENT_ABROAD = 7,
	NAME = 5
}; /* tokens */

/* "is to", "are to", "are going to", "to be held", "set to", "must answer" */
static bool
is_arranged(const struct reading *r, size_t i)
{
	if (event_is(r, i, STR("targeted")) || event_is(r, i, STR("set")))
		if (event_is(r, i + 1, STR("for")))
			return true;
	if (event_is(r, i, STR("must")))
		return !event_is(r, i + 1, STR("have"));
	if (event_is(r, i, STR("to")))
		return event_is(r, i + 1, STR("be")) && event_past(r, i + 2);
	if (event_is(r, i, STR("going")) && i > 0)
		return event_is(r, i + 1, STR("to")) &&
		       (event_is(r, i - 1, STR("is")) || event_is(r, i - 1, STR("are")));
	return event_is(r, i + 1, STR("to")) &&
	       (event_is(r, i, STR("is")) || event_is(r, i, STR("are")) ||
		   event_is(r, i, STR("set")));
}

/* "decided to meet", "planned"; "the winners were announced" is no plan. */
static bool
is_planned(const struct reading *r, size_t i)
{
	static const char *const told[] = { "agreed", "announced", "decided" };
	static const char *const nouns[] = { "a", "an", "the", "its", "their", "his",
		"her" };

	if (i > 0 && (event_is(r, i - 1, STR("a")) || event_is(r, i - 1, STR("the"))) &&
	    str_ends(token_text(&r->tokens, i), STR("ed")))
		return false; /* "with a planned cost of" */
	if (event_is(r, i, STR("due")) && event_is(r, i + 1, STR("to")) &&
	    i + 2 < r->tokens.n &&
	    str_is_any(token_text(&r->tokens, i + 2), nouns, LEN(nouns)))
		return false; /* "due to a fault" */
	return event_word(r, i, PLANNING) &&
	       (!str_is_any(token_text(&r->tokens, i), told, LEN(told)) ||
		   event_is(r, i + 1, STR("to")));
}

/* "said it would close": what will be, told of the past; not in a clause behind the date's:
   "offered to go in March and we would not let him". */
static bool
is_reported(const struct reading *r, const struct passage *s, struct span at, size_t i)
{
	if (!event_is(r, i, STR("would")))
		return false;
	for (size_t k = at.to; k < i; k++)
		if (event_is(r, k, STR("and")) || event_is(r, k, STR("but")))
			return false;
	for (size_t k = 0; k < NEAR && i > s->token; k++)
		if (event_word(r, --i, SPEAKER) || event_word(r, i, PLANNING))
			return true;
	return false;
}

/* "is seen at" */
static bool
is_seen(const struct reading *r, size_t i)
{
	return event_is(r, i, STR("seen")) && i > 0 &&
	       (event_is(r, i - 1, STR("is")) || event_is(r, i - 1, STR("are")));
}

/* "may well have left": what perhaps was; not "by Friday they may have left". */
static bool
is_surmise(const struct reading *r, struct span at, size_t i)
{
	static const char *const words[] = { "well", "also", "already", "even" };

	if ((!event_is(r, i, STR("may")) && !event_is(r, i, STR("might")) &&
		!event_is(r, i, STR("could"))) ||
	    (at.from > 0 && event_is(r, at.from - 1, STR("by"))))
		return false;
	i++;
	i += i < r->tokens.n && str_is_any(token_text(&r->tokens, i), words, LEN(words));
	return event_is(r, i, STR("have")) && event_past(r, i + 1);
}

/* "told the council on Friday | that no one would": done then, and what it was opens there. */
static bool
tells_deed(const struct reading *r, struct span at, struct span clause)
{
	static const char *const words[] = { "that", "which", "after", "as", "because" };
	bool done = false;

	if (!str_is_any(token_text(&r->tokens, at.to), words, LEN(words)) &&
	    !str_ends(token_text(&r->tokens, at.to), STR("ing")))
		return false;
	for (size_t i = clause.from; i < at.from; i++) {
		if (event_word(r, i, EXPECTING) || event_word(r, i, PLANNING))
			return false;
		done |= event_past(r, i);
	}
	return done;
}

/* What the clause says of the date ends at the comma behind it, or at an "and" right there, if
   it stands before the date. */
static size_t
end_of_told(const struct reading *r, struct span at, struct span clause)
{
	size_t to = at.to;

	if (at.from < clause.from + 3)
		return clause.to;
	if (to < clause.to && tells_deed(r, at, clause))
		return to;
	while (to < clause.to && !event_is(r, to, STR(",")) &&
	       (to > at.to || !event_is(r, to, STR("and"))))
		to++;
	return to;
}

/* German, French and Spanish: "soll", "sera"; what "könnte" or "pourrait" be is expected. */
static enum event_kind
kind_abroad(const struct reading *r, const struct timex_language *l, struct span at,
    struct span clause)
{
	static const char *const words[] = { "könnte", "könnten", "dürfte", "dürften",
		"erwartet", "erwarten", "voraussichtlich", "pourrait", "pourraient",
		"devrait", "devraient", "attendu", "attendue", "podría", "podrían",
		"prevé", "prevén", "debería", "deberían" };
	enum event_kind kind = EVENT_PAST;

	for (size_t i = clause.from; i < clause.to; i++) {
		if (i >= at.from && i < at.to)
			continue;
		if (i > at.to && event_is(r, i, STR("und")) &&
		    event_is(r, i - 1, STR(",")))
			break; /* "am 3. Mai, und dauern voraussichtlich bis Juni" */
		if (str_is_any(token_text(&r->tokens, i), words, LEN(words)))
			return EVENT_EXPECTED;
		if ((timex_classify(l, &r->tokens, i).classes &
			(BIT(FUTURE) | BIT(PREP))) == BIT(FUTURE))
			kind = EVENT_SCHEDULED;
	}
	return kind;
}

/* Past forms that may be noun_forms: "another cut". */
static const char *const noun_forms[] = { "cut", "hit", "set", "put", "cost", "spread",
	"split", "burst" };

/* The token is a past form that is no plan, nor perhaps a noun: "another cut". */
static bool
is_past_verb(const struct reading *r, size_t i)
{
	return event_past(r, i) && !event_word(r, i, EXPECTING) &&
	       !event_word(r, i, PLANNING) &&
	       !str_is_any(token_text(&r->tokens, i), noun_forms, LEN(noun_forms));
}

/* "On Thursday the mayor announced that it would": what opens the sentence is the day of its
   first verb, which is past and no plan for that day. */
static bool
opens_told(const struct reading *r, struct span at, size_t end)
{
	for (size_t i = at.to; i < end && i < at.to + NEAR; i++)
		if (clause_verb(r, i) || event_word(r, i, PLANNING) ||
		    event_word(r, i, EXPECTING))
			return event_past(r, i) && !event_word(r, i, EXPECTING) &&
			       !event_is(r, i + 1, STR("to")) &&
			       !str_is_any(token_text(&r->tokens, i), noun_forms,
				   LEN(noun_forms));
	return false;
}

/* "they ruled Wednesday", "the court on Thursday refused": the verb beside it is past. */
static bool
is_done(const struct reading *r, const struct passage *s, struct span at)
{
	static const char *const openers[] = { "Later", "Following", "Just", "Also",
		"Then", "But", "And" };
	const size_t end = s->token + s->tokens;
	size_t i = at.from;

	i -= i > s->token && event_word(r, i - 1, BEFORE_DATE);
	if (at.to < end && is_past_verb(r, at.to))
		return true;
	i -= i == s->token + 1U &&
	     str_is_any(token_text(&r->tokens, i - 1), openers, LEN(openers));
	if (i == s->token && opens_told(r, at, end))
		return true;
	return i > s->token + 1 && is_past_verb(r, i - 1) &&
	       (!clause_verb(r, i - 2) || event_is(r, i - 2, STR("was")) ||
		   event_is(r, i - 2, STR("were"))) &&
	       !event_is(r, i - 2, STR("to"));
}

/* "was delayed to next year", "moved until June": the date is what it was put off to. */
static bool
is_put_off(const struct reading *r, const struct passage *s, struct span at)
{
	static const char *const verbs[] = { "delayed", "postponed", "moved", "pushed",
		"rescheduled", "deferred", "extended", "adjourned", "back" };
	const size_t i = at.from;

	return i > s->token + 2 &&
	       (event_is(r, i - 1, STR("to")) || event_is(r, i - 1, STR("until"))) &&
	       str_is_any(token_text(&r->tokens, i - 2), verbs, LEN(verbs));
}

/* A word of what is to come that somebody said, on a day that is no part of what he said:
   "“They will come,” said one who stood there on Monday". */
static bool
is_quoted(const struct reading *r, const struct passage *s, struct span at, size_t i)
{
	return (event_word(r, i, PLANNING) || event_word(r, i, EXPECTING)) &&
	       clause_in_speech(r, s, i) && !clause_in_speech(r, s, at.from);
}

/* How many words before the clause tell of its time: none of "Ada Moe, who was born in 1990". */
static size_t
lead_of(
    const struct reading *r, const struct passage *s, struct span at, struct span clause)
{
	for (size_t i = clause.from; i < at.from; i++)
		if (event_word(r, i, RELATIVE))
			return 0;
	return clause.from - s->token > LEAD ? LEAD : clause.from - s->token;
}

enum event_kind
clause_kind(
    const struct reading *r, const struct passage *s, struct span at, struct span clause)
{
	const struct timex_language *l = timex_tables(r->language);
	const size_t before = lead_of(r, s, at, clause);
	const size_t told = end_of_told(r, at, clause);
	enum event_kind kind = EVENT_PAST;

	if (!l->english)
		return kind_abroad(r, l, at, clause);
	if (is_done(r, s, at))
		return EVENT_PAST;
	if (is_put_off(r, s, at))
		return EVENT_SCHEDULED;
	for (size_t i = clause.from - before; i < clause.to; i++) {
		if (i >= at.from && i < at.to)
			continue;
		/* the month of May has a capital */
		if (is_surmise(r, at, i) || is_quoted(r, s, at, i))
			continue;
		if (is_reported(r, s, at, i))
			kind = EVENT_SCHEDULED;
		else if (i < told && ((event_word(r, i, EXPECTING) &&
					  (r->tokens.at[i].flags & TOKEN_CAPITAL) == 0) ||
					 is_seen(r, i)))
			return EVENT_EXPECTED;
		if (is_arranged(r, i) || is_planned(r, i) ||
		    (event_is(r, i, STR("can")) && at.from > i && at.from - i < CAN))
			kind = EVENT_SCHEDULED;
	}
	return kind;
}

/* "teilte am Freitag mit", "a annoncé mardi": as SAY, in the other languages. */
static bool
says(const struct reading *r, size_t i)
{
	static const struct {
		const char *language, *words[8];
	} rows[] = {
		{ "de", { "sagte", "sagten", "teilte", "teilten", "berichtete", "meldete",
			    "erklärte" } },
		{ "fr", { "annoncé", "déclaré", "indiqué", "affirmé", "dit" } },
		{ "es", { "dijo", "informó", "declaró", "anunció" } },
	};

	for (size_t k = 0; k < LEN(rows); k++)
		if (str_starts(r->language, str_of(rows[k].language)))
			for (size_t w = 0; rows[k].words[w] != NULL; w++)
				if (event_is(r, i, str_of(rows[k].words[w])))
					return true;
	return false;
}

/* "wie er am Freitag mitteilte," */
static bool
says_last(const struct reading *r, size_t i)
{
	return i + 1 < r->tokens.n && r->tokens.at[i + 1].kind == TOKEN_PUNCT &&
	       (event_is(r, i, STR("mitteilte")) || event_is(r, i, STR("mitteilten")) ||
		   (str_starts(r->language, STR("de")) && says(r, i)));
}

/* "…, the firm confirmed on Friday.": who says it, behind what is said. */
static bool
confirms_last(const struct reading *r, const struct passage *s, struct span at)
{
	static const char *const words[] = { "confirmed", "tweeted", "disclosed",
		"revealed", "reported" };
	size_t i = at.from;

	i -= i > s->token && event_is(r, i - 1, STR("on"));
	if (i < s->token + 2 || at.to + 1 < (size_t)s->token + s->tokens ||
	    !str_is_any(token_text(&r->tokens, i - 1), words, LEN(words)))
		return false;
	return clause_has_comma(r, s->token + 1, i - 1);
}

/* "said in a statement on Thursday", "said at a Thursday news briefing" */
static bool
says_in(const struct reading *r, const struct passage *s, struct span at)
{
	static const char *const words[] = { "statement", "interview", "conference",
		"briefing", "email", "tweet", "speech", "reporters" };
	enum { FAR = 18 };
	size_t i = at.from, end;
	bool told;

	i -= i > s->token && event_is(r, i - 1, STR("on"));
	told =
	    i > s->token && str_is_any(token_text(&r->tokens, i - 1), words, LEN(words));
	for (end = at.to; end < at.to + 3 && end < (size_t)s->token + s->tokens; end++)
		told |= i > s->token && event_is(r, i - 1, STR("a")) &&
			str_is_any(token_text(&r->tokens, end), words, LEN(words));
	for (size_t k = 1; told && k <= FAR && k <= i - s->token; k++)
		if (timex_classify(&timex_english, &r->tokens, i - k).classes & BIT(SAY))
			return true;
	return false;
}

/* "…, a clerk told the town's paper on Friday.": who says it to whom, behind what is said. */
static bool
tells_last(const struct reading *r, const struct passage *s, struct span at)
{
	enum { FAR = 14 };
	static const char *const outs[] = { "released", "published", "issued", "posted" };
	bool told = false;

	if (at.to + 1 < (size_t)s->token + s->tokens)
		return false;
	for (size_t i = at.from, n = 0; i > s->token + 2U && n < FAR; i--, n++) {
		if (event_is(r, i - 1, STR(",")))
			return told && clause_has_verb(r, s->token, i - 1);
		if (event_is(r, i - 1, STR("told")) || event_is(r, i - 1, STR("said")))
			told = true;
		else if (!told && clause_verb(r, i - 1) &&
			 !str_is_any(token_text(&r->tokens, i - 1), outs, LEN(outs)))
			return false;
	}
	return false;
}

bool
clause_is_statement(const struct reading *r, const struct passage *s, struct span at)
{
	const size_t before = at.from - s->token;

	if (tells_last(r, s, at) || says_last(r, at.to) || confirms_last(r, s, at) ||
	    says_in(r, s, at))
		return true;
	for (size_t k = 1; k <= before && k <= STATEMENT_ABROAD; k++) {
		const size_t i = at.from - k;

		if (says(r, i) ||
		    (k <= STATEMENT &&
			(timex_classify(&timex_english, &r->tokens, i).classes &
			    BIT(SAY)) != 0))
			return true;
	}
	return false;
}

bool
clause_names_event(const struct reading *r, const struct passage *s, size_t token)
{
	const size_t last = s->token + s->tokens;

	for (size_t i = token; i < last && i < token + NAME; i++)
		if (event_word(r, i, HAPPENING))
			return true;
	return false;
}

static bool
is_planned_after(const struct reading *r, size_t i, size_t last)
{
	for (size_t k = i; k < last && k < i + NEAR; k++)
		if (event_is(r, k, STR("will")) || is_arranged(r, k))
			return true;
	return false;
}

bool
clause_announces(
    const struct reading *r, const struct passage *s, size_t token, struct span *at)
{
	const size_t last = s->token + s->tokens;

	if (!event_word(r, token, ANNOUNCES))
		return false;
	if (event_is(r, token, STR("at")) && event_is(r, token + 1, STR("the")) &&
	    event_is(r, token + 2, STR("earliest")) && token + 3 <= last &&
	    !event_is(r, token + 3, STR("opportunity")) &&
	    !event_is(r, token + 3, STR("possible"))) {
		*at = (struct span){ token, token + 3 };
		return true;
	}
	*at = (struct span){ token, token + 1 };
	if (event_is(r, token, STR("next")) && token > s->token &&
	    event_is(r, token - 1, STR("the")))
		return clause_names_event(r, s, token + 1) &&
		       is_planned_after(r, token, last);
	return event_word(r, token, SOON) && token > s->token &&
	       (event_is(r, token - 1, STR("will")) ||
		   event_is(r, token - 1, STR("to")) ||
		   (event_is(r, token + 1, STR("be")) &&
		       !event_is(r, token - 1, STR("would"))));
}
