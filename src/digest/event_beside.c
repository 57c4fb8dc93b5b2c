/* Dates beside others: stretches, repetitions, the dates of nouns. */
#include "event_beside.h"

#include <string.h>

#include "data/edtf.h"
#include "event_clause.h"
#include "timex_rules.h"

/* Both dates as days; false when one is none, or only about so. */
static bool
both_days(const struct timex *x, struct edtf *a, struct edtf *b)
{
	return edtf_parse(str_of(x->edtf), a) && edtf_parse(str_of(x[1].edtf), b) &&
	       a->no_year == b->no_year && !a->interval && !b->interval &&
	       !a->approximate && !b->approximate;
}

/* A word that makes one stretch of the dates on both sides: "28 to 29 June". */
static bool
is_range_word(const struct beside *b, size_t from, size_t join, bool days)
{
	static const char *const openers[] = { "between", "from", "for", "vom", "von",
		"zwischen", "du", "entre", "del", "de", "desde" };
	static const char *const ands[] = { "and", "und", "et", "y" };
	static const char *const tos[] = { "to", "until", "till", "through", "bis", "au",
		"al", "à", "a" };
	const struct tokens *t = &b->r->tokens;
	const struct str word = token_text(t, join);
	bool opened;

	from -= from > b->s->token + 1U && (token_is(t, from - 1, STR("approximately")) ||
					       token_is(t, from - 1, STR("about")));
	opened = from > b->s->token &&
		 str_is_any(token_text(t, from - 1), openers, LEN(openers));
	if (str_is_any(word, ands, LEN(ands)))
		return days || (opened && !token_is(t, from - 1, STR("from")) &&
				   !token_is(t, from - 1, STR("for")));
	if (token_is(t, join, STR("-")) || token_is(t, join, STR("–")))
		return true;
	return (opened || days) && str_is_any(word, tos, LEN(tos));
}

/* "Eigentlich sollte es am 3. Mai beginnen", "sollte ursprünglich" */
static bool
should_have_been(const struct beside *b, size_t date)
{
	enum { FAR = 25 };
	static const char *const words[] = { "eigentlich", "ursprünglich" };
	static const char *const shoulds[] = { "sollte", "sollten" };
	const struct tokens *t = &b->r->tokens;
	size_t i = b->s->token + FAR < date ? date - FAR : b->s->token;

	for (; str_starts(b->r->language, STR("de")) && i + 1 < date; i++)
		if (str_is_any(token_text(t, i), words, LEN(words)) &&
		    (str_is_any(token_text(t, i + 1), shoulds, LEN(shoulds)) ||
			(i > 0 &&
			    str_is_any(token_text(t, i - 1), shoulds, LEN(shoulds)))))
			return true;
	return false;
}

/* "originally planned for 3 May": it is on another day now. */
static bool
was_first(const struct beside *b)
{
	enum { NEAR = 5 };
	static const char *const words[] = { "originally", "initially", "initialement",
		"ursprünglich", "inicialmente", "previously" };
	static const char *const plans[] = { "planned", "scheduled", "set", "due",
		"slated", "expected", "prévu", "prévue", "geplant", "geplante",
		"programada", "programado", "prevista", "previsto" };
	const struct tokens *t = &b->r->tokens;
	const size_t i = b->t->at[b->i].token;

	for (size_t n = 1; n <= NEAR && i > b->s->token + n; n++)
		if (str_is_any(token_text(t, i - n), plans, LEN(plans)))
			return str_is_any(token_text(t, i - n - 1), words, LEN(words)) ||
			       (i > b->s->token + n + 1 &&
				   str_is_any(
				       token_text(t, i - n - 2), words, LEN(words)));
	return should_have_been(b, i);
}

/* "was moved from 15 to 22 June", "postponed from last spring": nothing is on the first. */
bool
beside_moved(const struct beside *b)
{
	enum { NEAR = 5 };
	static const char *const verbs[] = { "moved", "postponed", "delayed", "shifted",
		"rescheduled", "pushed", "changed", "brought", "put", "switched" };
	const struct tokens *t = &b->r->tokens;
	size_t k = b->t->at[b->i].token;

	if (was_first(b))
		return true;
	if (k == b->s->token || !token_is(t, k - 1, STR("from")))
		return false;
	if (k > (size_t)b->s->token + 1 && token_is(t, k - 2, STR("postponed")))
		return true;
	if (!event_is(b->r, (size_t)k + b->t->at[b->i].tokens, STR("to")))
		return false;
	for (size_t n = 0; n < NEAR && k > b->s->token; n++)
		if (str_is_any(token_text(t, --k), verbs, LEN(verbs)))
			return true;
	return false;
}

/* "between 02:50 and 09:28 on 3 May": of one day, which the second may tell. */
static bool
is_span_of_hours(const struct timex *x)
{
	enum { DAY = 10 }; /* bytes */

	return x->type == TIMEX_TIME && x[1].type == TIMEX_TIME && x->tokens <= 4 &&
	       strlen(x->edtf) > DAY && strlen(x[1].edtf) > DAY &&
	       strcmp(x->edtf + DAY, x[1].edtf + DAY) < 0;
}

static bool
names_month(const struct beside *b, const struct timex *x)
{
	for (size_t i = x->token; i < (size_t)x->token + x->tokens; i++)
		if ((timex_classify(timex_tables(b->r->language), &b->r->tokens, i)
			    .classes &
			BIT(MONTH)) != 0)
			return true;
	return false;
}

/* The first of two dates that are the ends of one stretch: "28 to 29 June", "June 3-5". */
bool
beside_range(const struct beside *b)
{
	const struct timex *x = &b->t->at[b->i], *y = x + 1;
	const size_t join = (size_t)x->token + x->tokens;
	const size_t after = join + 1 + event_is(b->r, join + 1, STR("zum"));
	struct edtf first, then;

	if (b->i + 1 >= b->t->n || beside_moved(b) || y->token != after ||
	    !both_days(x, &first, &then) || first.grain != then.grain ||
	    (first.from >= then.from && !is_span_of_hours(x)))
		return false;
	return is_range_word(b, x->token, join,
	    (x->tokens == 1 || y->tokens == 1 ||
		(first.grain >= EDTF_DAY && !names_month(b, x))) &&
		then.from == first.to + 1);
}

/* "third-quarter results", "Sunday's match", "a Christmas concert", "the budget for 2025". */
static bool
is_of_noun(const struct beside *b)
{
	static const char *const fors[] = { "for", "für", "pour", "para" };
	const struct timex *x = &b->t->at[b->i];
	const size_t end = (size_t)x->token + x->tokens;
	const struct str text = str_cut(b->r->text, x->at, (size_t)x->at + x->n),
			 word = token_text(&b->r->tokens, end - 1);

	if ((str_has(text, STR("-")) && str_ends(text, STR("quarter"))) ||
	    str_ends(word, STR("'s")) || str_ends(word, STR("’s")))
		return true;
	if (x->tokens != 1 || x->token == b->s->token)
		return false;
	if (b->r->tokens.at[x->token].kind == TOKEN_NUMBER) /* not "set for 2027" */
		return str_is_any(
			   token_text(&b->r->tokens, x->token - 1), fors, LEN(fors)) &&
		       x->token > b->s->token + 1 && !clause_verb(b->r, x->token - 2);
	return (timex_classify(&timex_english, &b->r->tokens, x->token).classes &
		   BIT(HOLIDAY)) != 0 &&
	       event_is(b->r, x->token - 1, STR("a"));
}

/* It belongs to a noun, and the sentence has a date of its own. */
bool
beside_noun(const struct beside *b)
{
	const struct timex *x = &b->t->at[b->i];
	const size_t end = (size_t)b->s->token + b->s->tokens;

	return ((b->i > 0 && x[-1].token >= b->s->token && x[-1].edtf[0] != '\0') ||
		   (b->i + 1 < b->t->n && x[1].token < end && x[1].edtf[0] != '\0')) &&
	       is_of_noun(b);
}

/* "A year ago they said that it would open next year": counted from then, perhaps. */
bool
beside_then(const struct beside *b)
{
	const struct timex *x = &b->t->at[b->i];
	struct edtf then;

	return b->i > 0 && x[-1].token >= b->s->token &&
	       event_is(b->r, x->token, STR("next")) &&
	       event_is(b->r, x[-1].token + x[-1].tokens - 1, STR("ago")) &&
	       edtf_parse(str_of(x[-1].edtf), &then) && then.grain <= EDTF_YEAR;
}

/* "the next day, a Saturday": the same day again. */
bool
beside_same(const struct beside *b)
{
	enum { NEAR = 5 };
	const struct timex *x = &b->t->at[b->i];

	if (b->i == 0 || x[-1].token < b->s->token)
		return false;
	if (x->type == TIMEX_TIME && x->tokens == 1 && x->token > b->s->token &&
	    (token_is(&b->r->tokens, x->token - 1, STR("until")) ||
		token_is(&b->r->tokens, x->token - 1, STR("till"))))
		return true; /* "on Monday, after a debate that lasted until midnight" */
	if (x->type == TIMEX_TIME && x[-1].type == TIMEX_TIME &&
	    x->token == x[-1].token + x[-1].tokens + 1 &&
	    token_is(&b->r->tokens, x->token - 1, STR("(")))
		return true; /* "at 7 a.m. on Friday (8:30 p.m. Thursday in Lima)" */
	if (x->token == x[-1].token + x[-1].tokens && !x->explicit_year &&
	    event_is(b->r, x->token - 1, STR("ago")))
		return true; /* "one year ago this week" */
	if (x->type == TIMEX_DATE && x[-1].type == TIMEX_TIME && x->edtf[0] != '\0' &&
	    x->token <= x[-1].token + x[-1].tokens + NEAR &&
	    str_starts(str_of(x[-1].edtf), str_of(x->edtf)))
		return true; /* "at 1 p.m. EST (1800 GMT) on Wednesday" */
	if (x->token == x[-1].token + x[-1].tokens && x->tokens > 1 &&
	    event_is(b->r, x->token + x->tokens - 1, STR("ago")))
		return true; /* "New Year's Eve 16 months ago" */
	return (x->tokens == 1 || event_is(b->r, x->token - 1, STR("("))) &&
	       x->token <= x[-1].token + x[-1].tokens + 2 &&
	       str_eq(str_of(x->edtf), str_of(x[-1].edtf));
}

/* "on May 4, 2014, at approximately 4:40 p.m.": no other word between the two. */
static bool
is_hour_of(const struct beside *b)
{
	enum { NEAR = 4 };
	static const char *const words[] = { ",", "at", "about", "around",
		"approximately", "shortly", "just", "after", "before" };
	const struct timex *x = &b->t->at[b->i], *y = x + 1;
	size_t i = (size_t)x->token + x->tokens;

	if (x->type != TIMEX_DATE || y->type != TIMEX_TIME || y->token <= i ||
	    y->token > i + NEAR || !str_starts(str_of(y->edtf), str_of(x->edtf)))
		return false;
	while (
	    i < y->token && str_is_any(token_text(&b->r->tokens, i), words, LEN(words)))
		i++;
	return i == y->token;
}

/* "two days earlier in December 2009" */
static bool
is_count_of(const struct beside *b)
{
	static const char *const words[] = { "earlier", "later", "before", "ago" };
	const struct timex *x = &b->t->at[b->i], *y = x + 1;
	const size_t after = (size_t)x->token + x->tokens;

	return !x->explicit_year && y->explicit_year && y->token == after + 1 &&
	       (event_is(b->r, after, STR("in")) || event_is(b->r, after, STR("on"))) &&
	       str_is_any(token_text(&b->r->tokens, after - 1), words, LEN(words));
}

/* The next date says this one more exactly: "in May, on the 3rd"; "a month later, on 14 April". */
bool
beside_finer(const struct beside *b)
{
	const struct timex *x = &b->t->at[b->i], *y = x + 1;
	const size_t after = (size_t)x->token + x->tokens;
	const bool later = token_is(&b->r->tokens, after - 1, STR("later"));
	struct edtf first, then;

	if (b->i + 1 == b->t->n)
		return false;
	if (y->token == after && x->type == TIMEX_TIME)
		return y->edtf[0] != '\0'; /* "at noon the next day" */
	if (is_hour_of(b) || is_count_of(b))
		return true;
	if (!x->explicit_year && y->explicit_year && y->token == after + 1 &&
	    event_is(b->r, after, STR("(")))
		return true; /* "after that day (3 May 2018)" */
	if (y->token == after + 1 && event_is(b->r, after, STR("on")) &&
	    both_days(x, &first, &then) && first.grain < then.grain &&
	    first.from <= then.from && then.to <= first.to)
		return true; /* "this year on 2 June" */
	return y->token <= after + 2 && y->token > after &&
	       token_is(&b->r->tokens, after, STR(",")) && both_days(x, &first, &then) &&
	       first.grain < then.grain &&
	       (later || (first.from <= then.from && then.to <= first.to));
}
