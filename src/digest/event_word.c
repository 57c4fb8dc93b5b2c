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

static bool
is_verb(const struct reading *r, size_t i, uint64_t c)
{
	return ((c & (BIT(PAST) | BIT(BE))) != 0 && !ends_period(r, i)) ||
	       event_word(r, i, VERB) ||
	       ((c & BIT(FUTURE)) != 0 && (c & (BIT(PREP) | BIT(MONTH))) == 0) ||
	       event_is(r, i, STR("has")) || event_is(r, i, STR("have"));
}

void
clause_forms(struct reading *r)
{
	const uint64_t dates = BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY);

	for (size_t i = 0; i < r->tokens.n; i++) {
		const uint64_t c = classes_at(r, i);
		const bool past = (c & BIT(PAST)) != 0 || event_word(r, i, VERB);
		const bool unit = (c & (BIT(UNIT) | BIT(UNITS))) != 0;

		r->event_of[i] |= (uint32_t)past << FORM_PAST |
				  (uint32_t)unit << FORM_UNIT |
				  (uint32_t)is_verb(r, i, c) << FORM_VERB |
				  (uint32_t)((c & dates) != 0) << FORM_DATE;
	}
}

bool
clause_dated(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (event_word(r, i, FORM_DATE))
			return true;
	return false;
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
