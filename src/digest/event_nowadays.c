/* "Today" and "heute" that mean these days: how things are, and no event. */
#include "data/edtf.h"
#include "digest/event.h"
#include "event_clause.h"
#include "timex_rules.h"

/* A verb of the past or a word of what is planned: not "is still sold". */
static bool
tells_when(const struct reading *r, size_t i)
{
	if (event_word(r, i, PLANNING) ||
	    (timex_classify(timex_tables(r->language), &r->tokens, i).classes &
		(BIT(FUTURE) | BIT(PREP))) == BIT(FUTURE))
		return true;
	if ((event_is(r, i, STR("has")) || event_is(r, i, STR("have"))) &&
	    !event_past(r, i + 1) && !event_past(r, i + 2))
		return false; /* "has nine shops" */
	return event_past(r, i) && !(i > 0 && (event_is(r, i - 1, STR("is")) ||
						  event_is(r, i - 1, STR("are")) ||
						  event_is(r, i - 1, STR("still")) ||
						  event_is(r, i - 1, STR("being"))));
}

/* "has become one of the largest today": what has been so up to now, at the sentence's end. */
static bool
is_perfect(
    const struct reading *r, const struct passage *s, const struct timex *x, size_t i)
{
	return x->token + x->tokens + 1 >= (size_t)s->token + s->tokens && i > s->token &&
	       (event_is(r, i, STR("become")) || event_is(r, i, STR("grown"))) &&
	       (event_is(r, i - 1, STR("has")) || event_is(r, i - 1, STR("have")));
}

/* "where we are today" at the end of the sentence, "auch heute noch" */
static bool
is_now(const struct reading *r, const struct passage *s, size_t i)
{
	static const char *const selves[] = { "we", "they", "it", "you" };

	if (i < s->token + 2U)
		return false;
	if (event_is(r, i - 1, STR("auch")))
		return event_is(r, i + 1, STR("noch"));
	return i + 2 >= (size_t)s->token + s->tokens &&
	       (event_is(r, i - 1, STR("is")) || event_is(r, i - 1, STR("are"))) &&
	       str_is_any(token_text(&r->tokens, i - 2), selves, LEN(selves));
}

/* "bis heute", "schon heute", "wird heute noch", "früher …, heute": as things stand. */
static bool
is_heute(const struct reading *r, const struct passage *s, size_t i)
{
	static const char *const before[] = { "bis", "schon", "von", "stand", "im" };

	if (!event_is(r, i, STR("heute")) || i == s->token)
		return false;
	if (event_is(r, i + 1, STR("noch")))
		return true;
	for (size_t k = 0; k < LEN(before); k++)
		if (event_is(r, i - 1, str_of(before[k])))
			return true;
	while (i > s->token)
		if (event_is(r, --i, STR("früher")))
			return true;
	return false;
}

/* "In winter it freezes": of every winter, where no word tells of a time. */
static bool
is_each_season(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const struct timex_language *l = timex_tables(r->language);
	const size_t last = (size_t)x->token + x->tokens - 1;
	const uint64_t first = timex_classify(l, &r->tokens, x->token).classes;

	if (x->explicit_year || x->tokens > 2 ||
	    (timex_classify(l, &r->tokens, last).classes & BIT(SEASON)) == 0 ||
	    (first & (BIT(THIS) | BIT(LAST) | BIT(NEXT) | BIT(THAT))) != 0)
		return false;
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++) {
		const uint64_t c = timex_classify(l, &r->tokens, i).classes;

		if ((c & (BIT(PAST) | BIT(FUTURE))) != 0 && (c & BIT(PREP)) == 0 &&
		    !event_is(r, i, STR("can")))
			return false;
	}
	return true;
}

/* "It is the best lamp in 2019": how things are in a year, and no event of it; not "The vote is
   in 2019". */
static bool
is_of_this_year(const struct reading *r, const struct passage *s, const struct timex *x,
    const struct civil *published)
{
	const size_t i = x->token;
	struct edtf day;
	bool be = false;

	if (!str_starts(r->language, STR("en")) || published == NULL ||
	    !edtf_parse(str_of(x->edtf), &day) || day.to < day_of(*published) ||
	    day.from > day_of(*published) || !x->explicit_year || x->tokens != 1 ||
	    i < s->token + 2U || !event_is(r, i - 1, STR("in")) ||
	    event_is(r, i - 2, STR("is")) || event_is(r, i - 2, STR("are")))
		return false;
	for (size_t k = s->token; k < (size_t)s->token + s->tokens; k++) {
		if (event_past(r, k) || event_word(r, k, PLANNING) ||
		    event_word(r, k, EXPECTING) || event_is(r, k, STR("to")))
			return false;
		be |= event_is(r, k, STR("is")) || event_is(r, k, STR("are"));
	}
	return be;
}

bool
event_is_nowadays(const struct reading *r, const struct passage *s, const struct timex *x,
    const struct civil *published)
{
	static const char *const words[] = { "today", "heute", "aujourd'hui",
		"aujourd’hui", "hoy" };
	const struct str word = token_text(&r->tokens, x->token);
	size_t i = x->token;
	bool over = false;

	if (str_eq_nocase(word, STR("today's")) || str_eq_nocase(word, STR("today’s")))
		return true;
	if (is_each_season(r, s, x) || is_of_this_year(r, s, x, published) ||
	    is_heute(r, s, (size_t)x->token + x->tokens - 1))
		return true;
	if (x->tokens != 1 || !str_is_any(word, words, LEN(words)) ||
	    (i > s->token && (event_is(r, i - 1, STR("starting")) ||
				 event_word(r, i - 1, BEFORE_DATE))))
		return false;
	for (size_t k = 1; k < 4 && i > s->token + k; k++)
		if (event_is(r, i - k, STR("still")))
			return true; /* "and still in use today" */
	if (is_now(r, s, i) ||
	    (event_is(r, i + 1, STR("are")) && !event_is(r, i + 2, STR("to"))))
		return true; /* "Ships today are built of what was" */
	while (i > s->token && !event_is(r, i - 1, STR(";")) &&
	       !(event_is(r, i - 1, STR("but")) && i > s->token + 1U &&
		   event_is(r, i - 2, STR(","))))
		i--;
	if (i + 1 < r->tokens.n && x->token > i && event_is(r, x->token - 1, STR("here")))
		return true; /* "We would not be here today" */
	for (
	    ; i < (size_t)s->token + s->tokens && !event_is(r, i, STR(";")) &&
	      !(i > x->token && event_word(r, i, RELATIVE));
	    i++) { /* "are members today, even if they were", not "today, more will be" */
		over |=
		    i > x->token && x->token > s->token + 2 && event_is(r, i, STR(","));
		if (over ? event_is(r, i, STR("will"))
			 : event_did(r, i, (size_t)s->token + s->tokens) ||
			       (tells_when(r, i) && !is_perfect(r, s, x, i)))
			return false;
	}
	return true;
}
