/* Lengths of time, what repeats, and words for now and then. */
#include "timex_resolve.h"

static enum unit
span_unit_of(const struct finder *f, const struct match *m)
{
	return (enum unit)seen_at(f, slot_at(m, has(m, UNITS) ? UNITS : UNIT))->unit;
}

static bool
set_length(struct when *out, long milli, enum unit unit)
{
	out->grain = GRAIN_DURATION;
	out->type = TIMEX_DURATION;
	out->unit = unit;
	out->milli = milli;
	return true;
}

/* "$5 a share a year", "twice a week": how often, not how long. */
static bool
is_rate(const struct finder *f, const struct match *m)
{
	const size_t i = m->from;

	return m->quant == QUANT_ARTICLE && i > 0 &&
	       (is(f, i - 1, COUNTED) || is(f, i - 1, NUMBER) ||
		   timex_mark(f, i - 1, MARK_ONCE) || timex_mark(f, i - 1, MARK_TIMES));
}

/* "a day", "a second", "a quarter" are seldom lengths. */
static bool
article_is_length(const struct finder *f, const struct match *m, enum unit unit)
{
	if (is(f, m->to, HYPHEN) && timex_glued(f, m->to))
		return false;
	return unit != UNIT_DAY && unit != UNIT_NIGHT && unit != UNIT_SECOND &&
	       unit != UNIT_QUARTER && unit != UNIT_WEEKEND && unit != UNIT_SEASON;
}

/* "five years old", "a five-year-old" */
static bool
is_age(const struct finder *f, size_t to)
{
	return timex_mark(f, to, MARK_OLD) ||
	       (is(f, to, HYPHEN) && timex_mark(f, to + 1, MARK_OLD));
}

/* "a day", "a quarters", "first quarter": number and unit do not go together. */
static bool
is_no_length(const struct finder *f, const struct match *m, enum unit unit)
{
	const bool plural = has(m, UNITS), hyphen = has(m, HYPHEN);
	const bool one =
	    m->quant == QUANT_WHOLE || m->quant == QUANT_HALF || m->milli == 1000;

	if (unit == UNIT_SEASON || (unit == UNIT_QUARTER && hyphen))
		return true;
	if (plural) /* seconds are mostly second ones; "24 hours a day" is no length */
		return m->quant == QUANT_ARTICLE || (!hyphen && unit == UNIT_SECOND) ||
		       (is(f, m->to, A) && is(f, m->to + 1, UNIT));
	if (m->quant == QUANT_ARTICLE)
		return hyphen || !article_is_length(f, m, unit);
	return !hyphen && !one &&
	       (m->quant != QUANT_NUMBER || unit == UNIT_QUARTER || unit == UNIT_SECOND);
}

/* [about] three years, two-and-a-half, a five-day visit, half an hour */
bool
span_length(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = span_unit_of(f, m);

	if (m->quant == QUANT_VAGUE && has(m, HYPHEN) && is(f, m->from, A))
		m->from++;
	if (is_age(f, m->to))
		return false;
	if (!has(m, UNITS) && is_rate(f, m)) {
		out->type = TIMEX_SET;
		out->grain = GRAIN_DURATION;
		out->unit = unit;
		out->milli = 1000;
		return unit >= UNIT_DAY;
	}
	if (is_no_length(f, m, unit))
		return false;
	if (has(m, HALF) && m->quant != QUANT_HALF)
		m->milli = (m->milli < 0 ? 0 : m->milli) + 500;
	if (m->milli > 2500000)
		return false;
	out->mod = m->mod;
	return set_length(out, m->milli, unit);
}

/* the last three years, the next few months; arg 1: without a number */
bool
span_last(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = span_unit_of(f, m);

	if (unit == UNIT_SEASON)
		return false;
	return set_length(out, m->arg == 1 ? -1 : m->milli, unit);
}

/* the past year, the coming decade */
bool
span_unit(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = span_unit_of(f, m);

	if (unit == UNIT_SEASON)
		return false;
	return set_length(out, 1000, unit);
}

/* the year ended June 30 */
bool
span_the(struct finder *f, struct match *m, struct when *out)
{
	return set_length(out, 1000, span_unit_of(f, m));
}

/* Words before a bare "years" that make it a length. */
static bool
asks_for_length(const struct finder *f, size_t i)
{
	return i > 0 &&
	       (timex_mark(f, i - 1, MARK_FOR) || timex_mark(f, i - 1, MARK_WITHIN) ||
		   timex_mark(f, i - 1, MARK_OVER) || timex_mark(f, i - 1, MARK_AFTER));
}

/* for years, recent months; arg 1: told by the word before, 2: decades-long */
bool
span_bare(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = span_unit_of(f, m);

	if (unit == UNIT_SECOND || unit == UNIT_QUARTER || unit == UNIT_NIGHT ||
	    unit == UNIT_WEEKEND || unit == UNIT_SEASON)
		return m->arg == 1 && unit == UNIT_QUARTER && set_length(out, -1, unit);
	if (m->arg == 0 && !asks_for_length(f, m->from))
		return false;
	return set_length(out, m->arg == 2 && has(m, UNIT) ? 1000 : -1, unit);
}

/* the annual summit; "annual results" are no time */
bool
set_annual(struct finder *f, struct match *m, struct when *out)
{
	(void)f, (void)m;
	(void)set_length(out, 1000, UNIT_YEAR);
	out->type = TIMEX_SET;
	return true;
}

/* daily, weekly */
bool
set_daily(struct finder *f, struct match *m, struct when *out)
{
	const size_t at = slot_at(m, DAILY);

	if ((f->t->at[at].flags & TOKEN_CAPITAL) != 0 && !timex_sentence_start(f, at))
		return false;
	(void)set_length(
	    out, 1000L * seen_at(f, at)->value, (enum unit)seen_at(f, at)->unit);
	out->type = TIMEX_SET;
	return true;
}

/* every [other] week, each Monday, every summer */
bool
set_every(struct finder *f, struct match *m, struct when *out)
{
	out->type = TIMEX_SET;
	out->unknown = true;
	if (has(m, WEEKDAY)) {
		out->grain = GRAIN_DAY;
		out->weekday = value_of(f, m, WEEKDAY) + 1;
	} else if (has(m, SEASON)) {
		out->grain = GRAIN_SEASON;
		out->month = value_of(f, m, SEASON);
	} else if (has(m, MONTH)) {
		out->grain = GRAIN_MONTH;
		out->month_stated = true;
		out->month = value_of(f, m, MONTH);
	} else if (has(m, DAYPART)) {
		out->grain = GRAIN_PART;
		out->part = (enum daypart)value_of(f, m, DAYPART);
	} else {
		const long count = has(m, NUMBER)  ? m->milli
				   : has(m, OTHER) ? 2000
						   : 1000;

		out->unknown = false;
		out->grain = GRAIN_DURATION;
		out->unit = span_unit_of(f, m);
		out->milli = count;
	}
	return true;
}

/* Mondays, Tuesday nights */
bool
set_weekdays(struct finder *f, struct match *m, struct when *out)
{
	const enum timex_class c = has(m, WEEKDAYS) ? WEEKDAYS : WEEKDAY;

	out->type = TIMEX_SET;
	out->unknown = true;
	out->grain = GRAIN_DAY;
	out->weekday = value_of(f, m, c) + 1;
	if (m->arg == 1) {
		out->grain = GRAIN_PART;
		out->part = PART_NIGHT;
	}
	return true;
}

/* now, recently, the future: arg is the reference */
bool
ref_word(struct finder *f, struct match *m, struct when *out)
{
	if (timex_mark(f, m->from, MARK_NOW) &&
	    ((timex_sentence_start(f, m->from) && is(f, m->to, COMMA)) ||
		(m->from > 0 && timex_mark(f, m->from - 1, MARK_FROM))))
		return false; /* "Now, he said"; "from now to Sunday" */
	out->ref = (enum ref)m->arg;
	return true;
}
