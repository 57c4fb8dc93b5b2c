/*
 * Clauses are cut at subordinating words, commas and conjunctions, by what stands on
 * both sides: a verb, a participle, a preposition.
 */
#include "event_clause.h"

#include "digest/tables/verbs.h"
#include "timex_rules.h"

enum { REACH = 80 }; /* tokens looked at on each side of a date */

static uint64_t
classes_at(const struct reading *r, size_t i)
{
	return timex_classify(&timex_english, &r->tokens, i).classes;
}

static bool
is_preposition(const struct reading *r, size_t i)
{
	return event_word(r, i, PREPOSITION);
}

/* "Savings and Loan": the word joins two names. */
static bool
joins_names(const struct reading *r, size_t i)
{
	const struct token *t = r->tokens.at;

	return event_is(r, i, STR("and")) && i > 0 && i + 1 < r->tokens.n &&
	       (t[i - 1].flags & t[i + 1].flags & TOKEN_CAPITAL) != 0;
}

/* The noun phrase begins here, behind "at": "the summit", but not behind "of". */
static bool
begins_noun(const struct reading *r, size_t i)
{
	return is_preposition(r, i - 1) && !event_is(r, i - 1, STR("of")) &&
	       (event_is(r, i, STR("the")) || event_is(r, i, STR("a")) ||
		   event_is(r, i, STR("an")));
}

/* "set up", "paid out", "shut down": of the verb before it. */
static bool
is_particle(const struct reading *r, size_t i)
{
	static const char *const words[] = { "up", "out", "off", "down", "away", "back" };

	return str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* The noun phrase that ends before token `i`, or 0, with what hangs on it: "accounts at a bank",
   "the talks of the two sides". */
static size_t
phrase_before(const struct reading *r, size_t first, size_t i)
{
	const size_t end = i;

	while (i > first && !begins_noun(r, i) && !clause_verb(r, i - 1) &&
	       !event_is(r, i - 1, STR(",")) && !event_is(r, i - 1, STR("that")) &&
	       !clause_stop(r, i - 1) && !event_word(r, i - 1, STARTER) &&
	       (!event_is(r, i - 1, STR("and")) || joins_names(r, i - 1)))
		i--;
	if (i > first + 3 && event_is(r, i - 1, STR("and")) &&
	    event_is(r, i - 3, STR("to")))
		i++; /* "to tell and discuss | the finding, which" */
	while (is_preposition(r, i) || is_particle(r, i) || event_is(r, i, STR("that")))
		i++;
	return i == end || r->tokens.at[i].kind == TOKEN_NUMBER ? 0 : i;
}

/* The first comma of the two ends, or `to`. */
static size_t
before_comma(const struct reading *r, size_t from, size_t to)
{
	while (from < to && !event_is(r, from, STR(",")))
		from++;
	return from;
}

/* "Rahman, the governor, resigned", "Singh, who worked there, wrote", "Holm, the man whose
   bridge fell, died": between commas. */
static bool
in_brackets(const struct reading *r, size_t first, size_t i)
{
	const size_t end = i;

	while (i > first && !event_is(r, i - 1, STR(",")))
		i--;
	if (i > first && event_is(r, i, STR("that")))
		return true;
	while (i < end && !event_word(r, i, RELATIVE) && !clause_verb(r, i))
		i++;
	return i == end || event_word(r, i, RELATIVE);
}

/* "silent since February 1, answered": a date is no noun that something was done to. */
static bool
ends_in_date(const struct reading *r, size_t i)
{
	return i > 0 && (r->tokens.at[i - 1].kind == TOKEN_NUMBER ||
			    (classes_at(r, i - 1) &
				(BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY) | BIT(DAYPART) |
				    BIT(TODAY) | BIT(UNIT) | BIT(UNITS))) != 0);
}

/* "last repaired", "finally left": the word belongs to the verb after it. */
static bool
is_adverb(const struct reading *r, size_t i)
{
	static const char *const words[] = { "last", "later", "then", "now", "also",
		"first", "soon", "never", "again", "since", "twice", "once" };

	return i + 1 < r->tokens.n && clause_verb(r, i + 1) &&
	       (str_is_any(token_text(&r->tokens, i), words, LEN(words)) ||
		   str_ends(token_text(&r->tokens, i), STR("ly")));
}

/* What follows an "and" is a clause of its own, no second verb of the one before it. */
static bool
has_subject(const struct reading *r, size_t i)
{
	i += is_adverb(r, i);
	return !clause_verb(r, i) && !event_word(r, i, RELATIVE);
}

/* A clause may begin with the word behind a comma; not ", down from", ", 2-0",
   ", a day after his wife", ", and Ann", ", selling", ", twice as much as they had hoped". */
static bool
may_begin(const struct reading *r, size_t i)
{
	static const char *const measures[] = { "twice", "half", "nearly", "almost",
		"more", "less", "fewer" };

	if (event_is(r, i, STR("and")) || event_is(r, i, STR("or")) ||
	    str_is_any(token_text(&r->tokens, i), measures, LEN(measures)) ||
	    ((r->tokens.at[i].flags & TOKEN_CAPITAL) == 0 &&
		str_ends(token_text(&r->tokens, i), STR("ing"))))
		return false;
	if (is_preposition(r, i) ||
	    (str_ends(token_text(&r->tokens, i), STR("ly")) && is_preposition(r, i + 1)))
		return false; /* ", largely on the word of" */
	return has_subject(r, i) && !clause_unit(r, i + 1) &&
	       !event_word(r, i, SPEAKER) && !event_is(r, i, STR("down")) &&
	       !event_is(r, i, STR("up")) &&
	       (r->tokens.at[i].kind != TOKEN_NUMBER ||
		   (i + 1 < r->tokens.n && r->tokens.at[i + 1].kind == TOKEN_WORD));
}

/* "was", "took": no participle. */
static bool
is_finite(const struct reading *r, size_t i)
{
	static const char *const words[] = { "was", "were", "had", "did", "has", "have",
		"took", "went", "came", "became", "began", "gave", "knew", "saw", "wrote",
		"spoke", "fell", "rose", "grew", "flew", "broke" };

	return str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* The start that a comma before the date gives, or 0: it gives none. */
static size_t
start_at_comma(
    const struct reading *r, size_t first, size_t i, struct span at, bool several)
{
	const uint64_t next = classes_at(r, i + 1);

	if ((next & BIT(YEAR)) != 0 && ends_in_date(r, i))
		return 0; /* "December 31, 2020" */
	if (event_is(r, i + 1, STR("to")) && event_is(r, i + 2, STR("be")) &&
	    event_is(r, i + 4, STR("by")) && i + 5 < at.from)
		return i + 5; /* ", to be followed by the summit" */
	if ((next & BIT(PAST)) != 0 && !ends_in_date(r, i) && !is_finite(r, i + 1) &&
	    !event_is(r, i + 1, STR("based")) && !event_is(r, i + 1, STR("compared")) &&
	    i + 2 < at.to && is_preposition(r, i + 2) && i > first &&
	    !clause_has_comma(r, i + 2, at.from) && !in_brackets(r, first, i))
		return phrase_before(r, first, i); /* "the summit, held in Osaka on" */
	if (several && event_word(r, i + 1, RELATIVE) && i > first &&
	    clause_has_verb(r, i + 2, at.from) && !clause_has_comma(r, i + 2, at.from))
		return phrase_before(r, first, i);
	if ((event_is(r, i + 1, STR("and")) || event_is(r, i + 1, STR("but"))) && several)
		return has_subject(r, i + 2) && clause_has_verb(r, i + 3, at.from) ? i + 2
										   : 0;
	if (several && event_is(r, i + 1, STR("according")) &&
	    event_is(r, i + 2, STR("to")) && clause_has_verb(r, i + 3, at.from))
		return i + 3; /* ", according to a study published on Friday" */
	if (several && may_begin(r, i + 1) &&
	    clause_has_verb(r, i + 2, before_comma(r, i + 2, at.from)))
		return i + 1; /* not ", champions in 2021, have" */
	return 0;
}

/* The word goes with a date: "since 1971". */
static bool
goes_with_date(const struct reading *r, size_t i)
{
	return event_word(r, i, BEFORE_DATE) &&
	       (classes_at(r, i + 1) & (BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY))) != 0;
}

/* "When the snow fell, | the council met in": after the verb a comma and another one. */
static bool
is_closed(const struct reading *r, size_t verb, size_t end)
{
	for (size_t i = verb + 1; i < end; i++)
		if (event_is(r, i, STR(",")))
			return clause_has_verb(r, i + 1, end) &&
			       !event_word(r, i + 1, RELATIVE);
	return false;
}

/* A verb stands before the token in what the last semicolon or dash began. */
static bool
has_verb_before(const struct reading *r, const struct passage *s, size_t i)
{
	const size_t far = i;

	while (i > s->token && far - i < REACH && !clause_stop(r, i - 1))
		if (clause_verb(r, --i))
			return true;
	return false;
}

/* The word begins a clause, not "as a weapon that" or "After protests Norway left". */
static bool
starts_clause(const struct reading *r, const struct passage *s, size_t i, struct span at)
{
	const size_t last = s->token + s->tokens;

	if (event_is(r, i + 1, STR(",")) || event_is(r, i + 1, STR("and")) ||
	    (event_is(r, i, STR("once")) && is_preposition(r, i + 1)) ||
	    (i > s->token && is_preposition(r, i) && !has_verb_before(r, s, i)))
		return false; /* "once before, in 1934"; "a hearing before the court is set for" */
	for (size_t k = i + 2; k < at.from; k++) {
		if (event_word(r, k, RELATIVE) || event_is(r, k, STR("that")) ||
		    (event_is(r, k, STR(",")) && is_preposition(r, i)) ||
		    (event_is(r, k, STR("and")) && is_preposition(r, i) &&
			clause_verb(r, k + 1)))
			return false; /* "after a tip and was meant" */
		if (!clause_verb(r, k))
			continue;
		if (is_closed(r, k, at.from))
			return false;
		break;
	}
	if (clause_verb(r, i + 1) || !clause_has_verb(r, i + 2, at.from) ||
	    goes_with_date(r, i))
		return false;
	if (event_is(r, i, STR("as")) && i > s->token && !event_is(r, i - 1, STR(",")))
		return false; /* "as an armed attack" */
	return i > s->token || !is_preposition(r, i) ||
	       clause_has_comma(r, i, at.to + REACH < last ? at.to + REACH : last);
}

/* What follows the "and" has a verb: "and the court met in May", "and in May it met". */
static bool
and_begins(const struct reading *r, const struct passage *s, size_t i, struct span at)
{
	const size_t last = s->token + s->tokens;
	size_t to = at.to;

	if (i < at.from && clause_has_verb(r, i, at.from))
		return true;
	while (to < last && to < at.to + REACH && !event_is(r, to, STR("and")))
		to++; /* "in May and in June and was sold" */
	return (i == at.from || (i + 1 == at.from && event_word(r, i, BEFORE_DATE))) &&
	       clause_has_verb(r, at.to, to);
}

/* "in 2011 and 2016": the word joins two dates. */
static bool
joins_dates(const struct reading *r, size_t i)
{
	return r->tokens.at[i].kind == TOKEN_NUMBER && ends_in_date(r, i - 1);
}

/* "will fly to Lagos and go on show": a second verb behind the first's "will". */
static bool
goes_on(const struct reading *r, const struct passage *s, size_t i)
{
	static const char *const modals[] = { "will", "to", "would", "can", "could",
		"may", "must", "should" };

	if (i > s->token + 3u && event_is(r, i - 3, STR("to")) &&
	    (r->tokens.at[i].flags & TOKEN_CAPITAL) == 0)
		return true; /* "to announce and discuss" */
	if ((r->tokens.at[i].flags & TOKEN_CAPITAL) != 0 ||
	    !str_is_any(token_text(&r->tokens, i), plain_verbs, LEN(plain_verbs)))
		return false;
	for (size_t k = i; k > s->token && i - k < REACH; k--)
		if (str_is_any(token_text(&r->tokens, k - 1), modals, LEN(modals)))
			return true;
	return false;
}

static size_t
clause_start(
    const struct reading *r, const struct passage *s, struct span at, size_t told)
{
	const bool several = told > s->token;
	const size_t first = at.from - s->token > REACH ? at.from - REACH : s->token;

	for (size_t i = at.from; i > first; i--) {
		const size_t k = i - 1;
		size_t start;

		if (event_word(r, k, STARTER) && k + 2 < at.from &&
		    starts_clause(r, s, k, at))
			return is_preposition(r, k) ? k : k + 1;
		if (clause_stop(r, k) ||
		    (k >= told && told > s->token && event_is(r, k, STR("that")) &&
			has_subject(r, i) && clause_has_verb(r, i + 1, at.from)))
			return i;
		if (event_is(r, k, STR("and")) && several && has_subject(r, i) &&
		    !joins_names(r, k) && !joins_dates(r, i) && !goes_on(r, s, i) &&
		    clause_has_verb(r, first, k) && and_begins(r, s, i, at))
			return i;
		start = event_is(r, k, STR(","))
			    ? start_at_comma(r, first, k, at, several)
			    : 0;
		if (start != 0)
			return start;
	}
	return s->token;
}

/* What begins after this comma is no part of the clause; `told`: its verb came before
   the date, so that another noun begins another clause. */
static bool
ends_at_comma(const struct reading *r, size_t i, bool told)
{
	if (event_word(r, i + 1, RELATIVE) || event_word(r, i + 1, SPEAKER) ||
	    event_word(r, i + 1, ENDER))
		return true;
	if (event_is(r, i + 1, STR("to")))
		return event_is(r, i + 2, STR("be"));
	return told && !is_preposition(r, i + 1) &&
	       !(classes_at(r, i + 1) & BIT(FUTURE)) &&
	       (classes_at(r, i + 1) & (BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY))) == 0;
}

static bool
ends_at(const struct reading *r, size_t i, size_t last, bool told, size_t dated)
{
	if (i == dated && event_is(r, i + 1, STR("when")))
		return false; /* "on 3 May, when they met" */
	if (i + 1 < last && r->tokens.at[i + 1].kind == TOKEN_NUMBER &&
	    (r->tokens.at[i + 1].flags & TOKEN_SPACE) == 0 && event_is(r, i, STR(",")))
		return false; /* "Rs12,000" */
	if (clause_stop(r, i) || event_word(r, i, ENDER))
		return true;
	if (event_is(r, i, STR("and"))) /* "he robbed and beat a man" */
		return i + 1 < last && !event_past(r, i - 1) &&
		       (clause_verb(r, i + 1) || clause_does(r, i + 1));
	return event_is(r, i, STR(",")) && i + 1 < last && ends_at_comma(r, i, told);
}

/* "in June | and September", "in May | by telephone in July": where the part of the next
   date begins that has no verb of its own; 0: it has one, or there is none. */
static size_t
next_part(const struct reading *r, struct span at, size_t next)
{
	size_t i = next;

	if (next > at.to + REACH || clause_has_verb(r, at.to, next))
		return 0;
	while (i > at.to && !event_is(r, i - 1, STR("and")) &&
	       !event_is(r, i - 1, STR("or")) && !event_is(r, i - 1, STR(",")))
		i--;
	if (i > at.to)
		return i - 1;
	return event_word(r, next - 1, BEFORE_DATE) && next - 1 > at.to ? next - 1 : 0;
}

/* The word begins a clause behind the date: "after the minister left", not "as a clerk,". */
static bool
begins_clause(const struct reading *r, size_t i, size_t last)
{
	size_t end = i + 1;

	while (end < last && end < i + REACH && !event_is(r, end, STR(",")))
		end++;
	return event_word(r, i, STARTER) &&
	       (end == i + 1 || clause_has_verb(r, i + 1, end));
}

/* "the Dec. 21, 1988, bombing": the comma behind the date is the date's. */
static bool
is_comma_of_date(const struct reading *r, const struct passage *s, struct span at)
{
	return event_is(r, at.to, STR(",")) && clause_has_comma(r, at.from, at.to) &&
	       at.from > s->token &&
	       (event_is(r, at.from - 1, STR("the")) ||
		   event_is(r, at.from - 1, STR("a")));
}

/* The comma at token i closes what a comma before the date opened, no verb before it: "The
   firm, listed in 2006, paid".  The sentence is short enough to be told whole. */
static bool
closes_bracket(
    const struct reading *r, size_t start, struct span at, size_t i, size_t last)
{
	enum { SHORT = 25 };
	const size_t open = before_comma(r, start, at.from);

	return open > start && open + 1 < at.from && last - i <= SHORT &&
	       (event_word(r, open + 1, RELATIVE) || event_past(r, open + 1)) &&
	       !clause_has_verb(r, start, open) && clause_has_verb(r, i + 1, last) &&
	       !event_word(r, i + 1, SPEAKER);
}

/* What stands behind a comma is no part of what was said, wrote or thought: a closing mark,
   "and it did not". */
static bool
leaves_that(const struct reading *r, size_t i, size_t last)
{
	return event_is(r, i, STR("\"")) || event_is(r, i, STR("”")) ||
	       (event_is(r, i, STR("and")) && has_subject(r, i + 1) &&
		   clause_has_verb(r, i + 2, last));
}

/* "He said that, in their view, on 3 May": what a "that" began has its verb still to come. */
static size_t
behind_that(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = to; i > from; i--)
		if (event_is(r, i - 1, STR("that")))
			return clause_has_verb(r, from, i - 1) ? i : from;
	return from;
}

static size_t
clause_end(const struct reading *r, const struct passage *s, struct span at, size_t start,
    size_t next)
{
	const size_t last = s->token + s->tokens,
		     near = last < at.to + REACH ? last : at.to + REACH;
	const size_t part = next < last ? next_part(r, at, next) : 0;
	/* "Born in May in Kiel, she": a first word is no verb */
	const bool before =
	    clause_acts(r, behind_that(r, start + (start == s->token), at.from), at.from);
	bool told = before, verb = told;

	for (size_t i = at.to; i < last && i < at.to + REACH; i++) {
		if (i == at.to && is_comma_of_date(r, s, at))
			continue;
		if ((next >= last && event_is(r, i, STR(",")) &&
			closes_bracket(r, start, at, i, last)) ||
		    (event_is(r, i, STR("that")) && clause_has_verb(r, i + 1, near))) {
			told = verb =
			    false; /* "wrote on Friday that the dams, old, were" */
			continue;
		}
		if (verb &&
		    (i == part ||
			ends_at(r, i, last,
			    told || (before && leaves_that(r, i + 1, near)), at.to)))
			return i;
		if (begins_clause(r, i, last))
			verb =
			    false; /* "in March, after the minister, an economist, left" */
		verb |= clause_verb(r, i);
	}
	return last;
}

struct span
clause_around(const struct reading *r, const struct passage *s, struct span at,
    size_t told, size_t next)
{
	struct span c;

	if (!clause_abroad(r, s, at, told, next, &c)) {
		c.from = clause_start(r, s, at, told);
		c.to = clause_end(r, s, at, c.from, next);
		c = clause_mended(r, s, at, c, next);
		c = clause_seamed(r, s, at, c, next);
	}
	while (c.to > at.to &&
	       (event_is(r, c.to - 1, STR(",")) || event_is(r, c.to - 1, STR("and"))))
		c.to--;
	if (c.to - c.from <
	    at.to - at.from + 3) /* a clause of three words tells nothing */
		c = (struct span){ s->token, s->token + s->tokens };
	return clause_whole(r, s, c);
}
