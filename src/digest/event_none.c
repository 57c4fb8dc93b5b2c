/* Dates of a text that are no events: advice and habits, labels and cells, what is denied. */
#include <stdlib.h>

#include "data/edtf.h"
#include "digest/event.h"
#include "event_clause.h"
#include "event_heads.h"
#include "timex_rules.h"

enum { FAR = 60, NEAR = 6 /* tokens */ };

/* "the weekend had begun", "that day is near": told of the date, and nothing on it. */
static bool
is_subject(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	if (token_is(&r->tokens, i, STR("this")) && i == s->token)
		return (timex_classify(&timex_english, &r->tokens, i + x->tokens)
			       .classes &
			   BIT(BE)) != 0; /* "This year is no exception" */
	if (i > s->token && event_is(r, i - 1, STR("and")) &&
	    event_is(r, i + 1, STR("next")))
		return false; /* "They left and the next morning saw the sea" */
	return (token_is(&r->tokens, i, STR("the")) ||
		   token_is(&r->tokens, i, STR("that"))) &&
	       (i == s->token || !event_word(r, i - 1, BEFORE_DATE)) &&
	       clause_verb(r, i + x->tokens);
}

/* Its value is a day, or less, at or beside the publication. */
static bool
is_of_day(const struct timex *x, const struct civil *today)
{
	struct edtf day;

	return edtf_parse(str_of(x->edtf), &day) && day.grain >= EDTF_DAY &&
	       labs(day.from - day_of(*today)) <= 1;
}

static const uint64_t days_named =
    BIT(MONTH) | BIT(WEEKDAY) | BIT(TODAY) | BIT(HOLIDAY) | BIT(YEAR);

/* A word of the expression that the calendar knows: Monday, June, yesterday. */
static bool
names_a_day(const struct reading *r, const struct timex *x)
{
	for (size_t i = x->token; i < (size_t)x->token + x->tokens; i++)
		if ((timex_classify(&timex_english, &r->tokens, i).classes &
			days_named) != 0)
			return true;
	return false;
}

/* "how you prepare your 2025 returns": a year, and no word of the past. */
static bool
is_of_reader(const struct reading *r, const struct passage *s, const struct timex *x)
{
	struct edtf day;
	bool reader = false;

	if (!edtf_parse(str_of(x->edtf), &day) || day.grain > EDTF_YEAR)
		return false;
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++) {
		if (event_past(r, i) && !event_word(r, i, FORM_DATE))
			return false;
		reader |= event_word(r, i, READER);
	}
	return reader;
}

/*
 * Advice and habits: "Put it away at the end of the day", "you can call next week", "why
 * wait until tomorrow?".  A date that the words state is kept, and so is one that hangs
 * on a date told before, or on something that happened.
 */
static bool
is_advice(const struct reading *r, const struct passage *s, const struct timex *x,
    const struct civil *published, bool first)
{
	const size_t end = (size_t)s->token + s->tokens;
	bool past = false;

	if (published == NULL)
		return false;
	if (x->explicit_year)
		return is_of_reader(r, s, x);
	if (s->n != 0 && r->text.p[s->at + s->n - 1] == '?')
		return true;
	if (r->language.n != 0 && !str_starts(r->language, STR("en")))
		return false; /* the words are English */
	for (size_t i = s->token; i < end && i < s->token + 2 * FAR; i++) {
		if (event_word(r, i, READER))
			return true;
		past |= event_past(r, i);
	}
	return !past && first && !names_a_day(r, x) && is_of_day(x, published);
}

/* "the day before Election Day", "assuming that it had been sold on 3 May" */
static bool
is_beside_day(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	if (i > s->token + 2U && event_is(r, i - 2, STR("day")) &&
	    (event_is(r, i - 1, STR("before")) || event_is(r, i - 1, STR("after"))))
		return true;
	for (size_t k = i; k > s->token && i - k < FAR; k--)
		if (event_is(r, k - 1, STR("assuming")))
			return true;
	return false;
}

/* "Vision 2030", "the 2011 version" of the year to come, "an 11th century temple": of a name
   or of a noun. */
static bool
is_of_noun(const struct reading *r, const struct passage *s, const struct timex *x,
    const struct civil *published)
{
	const size_t i = x->token, end = i + x->tokens;
	const struct token *t = r->tokens.at;
	const bool noun = end < (size_t)s->token + s->tokens &&
			  t[end].kind == TOKEN_WORD &&
			  (t[end].flags & TOKEN_CAPITAL) == 0;
	struct edtf day;

	if (i == s->token || !edtf_parse(str_of(x->edtf), &day) ||
	    day.grain > EDTF_YEAR || x->type != TIMEX_DATE)
		return false;
	if (x->tokens == 1 && t[i].kind == TOKEN_NUMBER && i > s->token + 3 &&
	    event_is(r, i - 1, STR("and")) && t[i - 2].kind == TOKEN_NUMBER &&
	    (t[i - 3].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == TOKEN_CAPITAL &&
	    !event_word(r, i - 3, BEFORE_DATE))
		return true; /* "Lamp 2018 and 2015" */
	if (x->tokens == 1 && t[i].kind == TOKEN_NUMBER && i > s->token + 1 &&
	    (t[i - 1].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == TOKEN_CAPITAL &&
	    t[i - 1].kind == TOKEN_WORD && !event_word(r, i - 1, BEFORE_DATE) &&
	    (t[i].flags & TOKEN_SPACE) != 0 && !str_starts(r->language, STR("de")))
		return true;
	if (!noun || event_word(r, end, HAPPENING) || event_word(r, end, PREPOSITION) ||
	    event_word(r, i - 1, BEFORE_DATE) || clause_verb(r, end))
		return false;
	return day.grain < EDTF_YEAR ||
	       (x->explicit_year && published != NULL && day.to >= day_of(*published) &&
		   event_is(r, i - 1, STR("the")));
}

/* "It was a password from 2019": how old a thing is. */
static bool
is_age(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	return x->explicit_year && x->tokens == 1 && i > s->token + 3 &&
	       event_is(r, i - 1, STR("from")) &&
	       (event_is(r, i - 3, STR("a")) || event_is(r, i - 3, STR("an"))) &&
	       !event_is(r, i + 1, STR("to")) && !event_is(r, i + 1, STR("on")) &&
	       !event_is(r, i + 1, STR("until")) && !event_is(r, i + 1, STR("-")) &&
	       !event_is(r, i + 1, STR("–"));
}

/* "In the fourth quarter the Jets scored": of a match. */
static bool
is_of_match(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const words[] = { "goal", "goals", "scored", "game", "match",
		"team", "puck", "points", "punches" };
	const size_t last = (size_t)x->token + x->tokens - 1;
	if (x->explicit_year || !str_has(str_of(x->value), STR("-Q")) ||
	    (!event_is(r, last, STR("period")) && !event_is(r, last, STR("quarter"))))
		return false;
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++)
		if (str_is_any(token_text(&r->tokens, i), words, LEN(words)))
			return true;
	return false;
}

/* "in the first half": of a match, unless money or shares are told of. */
static bool
is_half_time(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const figures[] = { "%", "percent", "per", "million",
		"billion", "profit", "profits", "sales", "revenue", "revenues", "year" };

	if (x->explicit_year || (!str_ends(str_of(x->edtf), STR("-40")) &&
				    !str_ends(str_of(x->edtf), STR("-41"))))
		return false;
	if (event_is(r, (size_t)x->token + x->tokens, STR("of")))
		return true; /* "in the second half of the race" */
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++)
		if (str_is_any(token_text(&r->tokens, i), figures, LEN(figures)))
			return false;
	return true;
}

/* "the overnight shift", "a better tomorrow". */
static bool
is_adjective(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const uint64_t c = timex_classify(&timex_english, &r->tokens, x->token).classes;
	const size_t i = x->token, end = (size_t)s->token + s->tokens;

	if (x->tokens != 1 || i < (size_t)s->token + 2)
		return false;
	if ((c & BIT(NOON)) != 0)
		return event_is(r, i - 1, STR("a")) || event_is(r, i - 1, STR("the"));
	if ((c & BIT(TONIGHT)) != 0)
		return i + 1 < end && r->tokens.at[i + 1].kind == TOKEN_WORD &&
		       (event_is(r, i - 1, STR("the")) || event_is(r, i - 1, STR("an")));
	return (c & BIT(TODAY)) != 0 &&
	       (event_is(r, i - 1, STR("better")) || event_is(r, i - 1, STR("brighter")));
}

static bool
is_weekday(const struct reading *r, size_t i)
{
	return i < r->tokens.n &&
	       (timex_classify(timex_tables(r->language), &r->tokens, i).classes &
		   BIT(WEEKDAY)) != 0;
}

/* "Monday-Friday 9 a.m.-noon": the hours of a week, and no verb. */
static bool
is_of_week(const struct reading *r, const struct passage *s)
{
	bool week = false;

	for (size_t i = s->token + 1U; i < (size_t)s->token + s->tokens; i++) {
		if (clause_verb(r, i))
			return false;
		week |= (event_is(r, i, STR("-")) || event_is(r, i, STR("–"))) &&
			is_weekday(r, i - 1) && is_weekday(r, i + 1);
	}
	return week;
}

/* "open daily from 10 a.m. to 6 p.m." */
static bool
is_of_hours(const struct reading *r, const struct passage *s, const struct timex *x)
{
	if (is_of_week(r, s))
		return true;
	if (x->type != TIMEX_TIME || names_a_day(r, x))
		return false;
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++)
		if ((timex_classify(timex_tables(r->language), &r->tokens, i).classes &
			(BIT(DAILY) | BIT(EVERY) | BIT(WEEKDAYS))) != 0)
			return true;
	return false;
}

/* "We saw the alarm at 21:40": an hour of the past, and its paragraph says no day for it. */
static bool
is_hour_alone(const struct reading *r, const struct passage *s, const struct timex *x,
    const struct civil *published)
{
	const size_t near = x->token > 4 * FAR ? x->token - 4 * FAR : 0;
	const struct passage *first = s;
	bool past = false;

	if (x->type != TIMEX_TIME || published == NULL || s->para == r->at[0].para ||
	    names_a_day(r, x) || !is_of_day(x, published))
		return false;
	while (first > r->at && first[-1].para == s->para && first->token > near)
		first--;
	for (size_t i = first->token > near ? first->token : near;
	     i < (size_t)s->token + s->tokens && i < x->token + FAR; i++) {
		if (i < x->token &&
		    (timex_classify(&timex_english, &r->tokens, i).classes &
			days_named) != 0)
			return false;
		past |= i >= s->token && event_past(r, i);
		if (i >= s->token && i < x->token && event_word(r, i, PLANNING))
			return false; /* "is scheduled to be lifted at 8:18 p.m." */
	}
	return past;
}

/* "until the end of the 2025-26 season": two years, of which one was read. */
static bool
is_half_season(const struct reading *r, const struct timex *x)
{
	const size_t i = (size_t)x->token + x->tokens;

	return x->explicit_year && i + 1 < r->tokens.n &&
	       (token_is(&r->tokens, i, STR("-")) || token_is(&r->tokens, i, STR("–")) ||
		   token_is(&r->tokens, i, STR("/"))) &&
	       (r->tokens.at[i].flags & TOKEN_SPACE) == 0 && r->tokens.at[i + 1].n == 2 &&
	       (r->tokens.at[i + 1].flags & TOKEN_DIGIT) != 0;
}

/* "nobody expects it before next year", "nicht vor November": not then, and no more. */
static bool
is_denied(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const befores[] = { "before", "vor", "avant", "antes" };
	static const char *const nots[] = { "not", "no", "never", "nobody", "none",
		"nothing", "neither", "nor", "unlikely", "cannot", "nicht", "kein",
		"keine", "niemand", "ne", "pas", "personne", "nadie" };
	size_t i = x->token;

	if (i > s->token && token_is(&r->tokens, i - 1, STR("de")))
		i--;
	if (i == s->token ||
	    !str_is_any(token_text(&r->tokens, i - 1), befores, LEN(befores)))
		return false;
	for (size_t k = 0; k < FAR && --i > s->token; k++) {
		const struct str word = token_text(&r->tokens, i - 1);

		if (str_is_any(word, nots, LEN(nots)) || str_ends(word, STR("n't")) ||
		    str_ends(word, STR("n’t")) || str_starts(word, STR("n'")) ||
		    str_starts(word, STR("n’")))
			return true;
	}
	return false;
}

/* "every year", "jedes Jahr" */
static bool
is_every_year(const struct reading *r, size_t i)
{
	const struct timex_language *l = timex_tables(r->language);

	return (timex_classify(l, &r->tokens, i).classes & BIT(EVERY)) != 0 &&
	       i + 1 < r->tokens.n &&
	       (timex_classify(l, &r->tokens, i + 1).classes & BIT(UNIT)) != 0;
}

/* "runs have often gone into the weekend": a habit. */
static bool
is_habit(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t end = (size_t)x->token + x->tokens;

	if (x->token > s->token + 3U && event_is(r, x->token - 1, STR("of")) &&
	    event_is(r, x->token - 2, STR("month")) &&
	    event_is(r, x->token - 4, STR("throughout")))
		return true; /* "kept throughout the month of May" */
	if (event_is(r, end, STR("of")) &&
	    (event_is(r, end + 1, STR("each")) || event_is(r, end + 1, STR("every"))))
		return true; /* "on the first Sunday of each month" */
	for (size_t i = x->token;
	     !x->explicit_year && i > s->token && i + NEAR > x->token; i--)
		if (word_in(r, i - 1, LIST_OFTEN) || is_every_year(r, i - 1))
			return true;
	return false;
}

/* A sum or a number begins at the token, before `end`: "$93 million", "120". */
static bool
is_sum(const struct reading *r, size_t i, size_t end)
{
	static const char *const signs[] = { "$", "£", "€", "¥" };

	i += i < r->tokens.n && str_is_any(token_text(&r->tokens, i), signs, LEN(signs));
	return i < end && r->tokens.at[i].kind == TOKEN_NUMBER;
}

/* "more than it earned in 2017" */
static bool
is_than(const struct reading *r, size_t i)
{
	static const char *const words[] = { "it", "he", "she", "they", "we" };

	return event_is(r, i, STR("than")) && i + 1 < r->tokens.n &&
	       str_is_any(token_text(&r->tokens, i + 1), words, LEN(words));
}

/* The word at token i puts what follows beside what was told, before `end`: "against 120". */
static bool
compares(const struct reading *r, size_t i, size_t end)
{
	static const char *const words[] = { "from", "up", "down", "versus" };

	if (event_is(r, i, STR("against")))
		return is_sum(r, i + 1, end);
	if (event_is(r, i, STR("from")) && event_is(r, i + 1, STR("a")))
		return is_sum(r, i + 2, end) ||
		       is_sum(r, i + 3, end); /* "a low 9% pace" */
	if (event_is(r, i + 1, STR("with")) || event_is(r, i + 1, STR("to")))
		return event_is(r, i, STR("compared")) ||
		       event_is(r, i, STR("compare")) || event_is(r, i, STR("compares"));
	return i > 0 &&
	       (event_is(r, i - 1, STR(",")) || event_is(r, i + 1, STR("from"))) &&
	       str_is_any(token_text(&r->tokens, i), words, LEN(words)) &&
	       is_sum(r, i + 1 + event_is(r, i + 1, STR("from")), end);
}

/* ", against 120 in July last year", ", down from $93 million a year earlier": a measure. */
static bool
is_measure(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t last = (size_t)x->token + x->tokens - 1;
	bool verb = false;

	if (event_is(r, x->token, STR("year")) &&
	    (event_is(r, last, STR("earlier")) || event_is(r, last, STR("ago"))))
		return true; /* "year-earlier profit" */
	if (x->token > s->token && event_is(r, x->token - 1, STR("from")) &&
	    (event_is(r, last, STR("earlier")) || event_is(r, last, STR("ago"))))
		return true; /* "up from a year earlier" */
	for (size_t i = x->token; i > s->token && x->token - i < 4 * NEAR; i--) {
		if (!verb && event_is(r, i - 1, STR("from")) && is_sum(r, i, x->token) &&
		    (event_is(r, last, STR("earlier")) || event_is(r, last, STR("ago"))))
			return true; /* "fell to $3 million from $7 million a year ago" */
		if ((event_is(r, last, STR("earlier")) ||
			event_is(r, last, STR("ago"))) &&
		    (event_is(r, i - 1, STR("compared")) ||
			event_is(r, i - 1, STR("versus"))))
			return true; /* "compared with a restated loss of $9 million a year ago" */
		if ((!verb && compares(r, i - 1, x->token)) || is_than(r, i - 1))
			return true;
		verb |= clause_verb(r, i - 1);
	}
	return false;
}

/* "This week's newsletter": of what has no date itself. */
static bool
is_of_undated(
    const struct reading *r, const struct timex *x, const struct civil *published)
{
	const struct str last = token_text(&r->tokens, (size_t)x->token + x->tokens - 1);

	return published == NULL && x->edtf[0] == '\0' &&
	       (str_eq_nocase(last, STR("period")) || str_ends(last, STR("'s")) ||
		   str_ends(last, STR("’s")));
}

/* "in the past month", "over the past year": how long, and no date. */
static bool
is_lately(const struct reading *r, const struct timex *x)
{
	const size_t last = (size_t)x->token + x->tokens - 1;

	return x->tokens <= 3 && last > x->token && clause_unit(r, last) &&
	       event_is(r, last - 1, STR("past"));
}

/* "third-quarter earnings": what a report is about. */
static bool
is_of_report(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const figures[] = { "earnings", "results", "profit", "profits",
		"loss", "losses", "revenue", "revenues", "sales", "report", "figures",
		"income", "net", "operating" };
	static const char *const plans[] = { "guidance", "outlook", "financial" };
	const size_t i = x->token, end = i + x->tokens;

	if (x->explicit_year && x->tokens == 1 && i > (size_t)s->token + 1 &&
	    ((event_is(r, i - 1, STR("year")) && event_is(r, i - 2, STR("full"))) ||
		(end < r->tokens.n &&
		    str_is_any(token_text(&r->tokens, end), plans, LEN(plans)))))
		return true; /* "its full year 2021 outlook" */
	return end < (size_t)s->token + s->tokens && !x->explicit_year &&
	       str_has(str_of(x->value), STR("-Q")) &&
	       str_is_any(token_text(&r->tokens, end), figures, LEN(figures));
}

/* "Next hearing: 10 May 2020": behind a colon, and still to come. */
static bool
is_appointment(
    const struct reading *r, const struct timex *x, const struct civil *published)
{
	struct edtf day;

	return x->explicit_year && published != NULL && x->token > 0 &&
	       event_is(r, x->token - 1, STR(":")) && edtf_parse(str_of(x->edtf), &day) &&
	       day.grain >= EDTF_DAY && day.from > day_of(*published);
}

bool
event_is_none(const struct reading *r, const struct passage *s, const struct timex *x,
    const struct civil *published, bool first)
{
	if (heads_log(r, s, x))
		return false;
	return is_subject(r, s, x) || is_advice(r, s, x, published, first) ||
	       (event_is_label(r, s, x) && !is_appointment(r, x, published)) ||
	       is_denied(r, s, x) || is_half_season(r, x) || is_of_hours(r, s, x) ||
	       is_hour_alone(r, s, x, published) || is_of_noun(r, s, x, published) ||
	       is_age(r, s, x) || is_half_time(r, s, x) || is_of_match(r, s, x) ||
	       event_is_unreal(r, s, x) || event_is_nowadays(r, s, x, published) ||
	       event_is_talk(r, s, x) || is_beside_day(r, s, x) || is_lately(r, x) ||
	       is_of_undated(r, x, published) || is_of_report(r, s, x) ||
	       is_adjective(r, s, x) || is_habit(r, s, x) || is_measure(r, s, x) ||
	       event_is_caption(r, s, x);
}
