/* What single words are to events: their rows, and what the tables of dates make of them. */
#include "event_word.h"

#include "timex_rules.h"

static uint64_t
classes_at(const struct tokens *t, size_t i)
{
	return timex_classify(&timex_english, t, i).classes;
}

uint32_t
event_classes(const struct tokens *t, size_t i)
{
	const struct timex_word *w =
	    timex_word_of(&event_words, token_text(t, i), t->at[i].hash);
	const uint64_t c = classes_at(t, i), row = w == NULL ? 0 : w->classes;
	const bool past = (c & BIT(PAST)) != 0 || (row & BIT(VERB)) != 0;
	const bool verb =
	    past || (c & BIT(BE)) != 0 ||
	    ((c & BIT(FUTURE)) != 0 && (c & (BIT(PREP) | BIT(MONTH))) == 0) ||
	    token_is(t, i, STR("has")) || token_is(t, i, STR("have"));

	return (uint32_t)row | (past ? 1u << FORM_PAST : 0) |
	       (verb ? 1u << FORM_VERB : 0) |
	       ((c & (BIT(UNIT) | BIT(UNITS))) != 0 ? 1u << FORM_UNIT : 0) |
	       ((c & (BIT(YEAR) | BIT(MONTH) | BIT(WEEKDAY))) != 0 ? 1u << FORM_DATE
								   : 0) |
	       (token_is(t, i, STR("ended")) ? 1u << FORM_ENDED : 0);
}

bool
event_day(const struct tokens *t, size_t i)
{
	return (classes_at(t, i) & (BIT(MONTH) | BIT(DAYNUM))) != 0;
}
