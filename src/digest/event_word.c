/* What single words are to a clause: verbs, units, dates, stops. */
#include "event_clause.h"

#include "timex_rules.h"

static uint64_t
classes_at(const struct reading *r, size_t i)
{
	return timex_classify(&timex_english, &r->tokens, i).classes;
}

/* "the year ended Jan. 31" */
static bool
ends_period(const struct reading *r, size_t i)
{
	return event_is(r, i, STR("ended")) && i > 0 && clause_unit(r, i - 1) &&
	       i + 1 < r->tokens.n &&
	       (classes_at(r, i + 1) & (BIT(MONTH) | BIT(DAYNUM))) != 0;
}

bool
clause_verb(const struct reading *r, size_t i)
{
	const uint64_t c = i < r->tokens.n ? classes_at(r, i) : 0;

	return ((c & (BIT(PAST) | BIT(BE))) != 0 && !ends_period(r, i)) ||
	       event_word(r, i, VERB) ||
	       ((c & BIT(FUTURE)) != 0 && (c & (BIT(PREP) | BIT(MONTH))) == 0) ||
	       event_is(r, i, STR("has")) || event_is(r, i, STR("have"));
}

bool
event_past(const struct reading *r, size_t i)
{
	return i < r->tokens.n &&
	       ((classes_at(r, i) & BIT(PAST)) != 0 || event_word(r, i, VERB));
}

bool
clause_dated(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if ((classes_at(r, i) & (BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY))) != 0)
			return true;
	return false;
}

bool
clause_unit(const struct reading *r, size_t i)
{
	return i < r->tokens.n && (classes_at(r, i) & (BIT(UNIT) | BIT(UNITS))) != 0;
}

bool
clause_stop(const struct reading *r, size_t i)
{
	if (event_is(r, i, STR(";")) || event_is(r, i, STR("—")))
		return true;
	return (event_is(r, i, STR("–")) || event_is(r, i, STR("-"))) &&
	       i + 1 < r->tokens.n && (r->tokens.at[i].flags & TOKEN_SPACE) != 0 &&
	       (r->tokens.at[i + 1].flags & TOKEN_SPACE) != 0;
}
