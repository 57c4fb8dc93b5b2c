/*
 * Expressions that count from the document's date, or in a history or after "that",
 * "earlier" and "following" from the date mentioned last.
 */
#include "timex_resolve.h"

enum unit
match_unit(const struct finder *f, const struct match *m)
{
	if (has(m, UNIT))
		return (enum unit)seen_at(f, slot_at(m, UNIT))->unit;
	return has(m, UNITS) ? (enum unit)seen_at(f, slot_at(m, UNITS))->unit : UNIT_NONE;
}

static bool
has_last(const struct finder *f)
{
	return f->last.grain != GRAIN_REF;
}

/* [early] today, yesterday [morning] */
bool
rel_today(struct finder *f, struct match *m, struct when *out)
{
	*out = when_day(f->doc_day + value_of(f, m, TODAY));
	add_daypart(f, m, out);
	return true;
}

/* the day before yesterday, the day after tomorrow */
bool
rel_day_after(struct finder *f, struct match *m, struct when *out)
{
	*out = when_day(f->doc_day + value_of(f, m, TODAY) + m->arg);
	return true;
}

static bool
set_part(struct when *out, long day, enum daypart part)
{
	*out = when_day(day);
	out->grain = GRAIN_PART;
	out->type = TIMEX_TIME;
	out->part = part;
	return true;
}

bool
rel_tonight(struct finder *f, struct match *m, struct when *out)
{
	enum { WEEK = 7 };
	const bool overnight = value_of(f, m, TONIGHT) == 1;
	long day = f->doc_day - (m->arg == 1), told;

	/* "The war began on 24 February 2022. The border closed overnight." */
	if (overnight && f->day_para == f->para && f->last_day.grain >= GRAIN_DAY &&
	    when_first_day(&f->last_day, &told) && told < f->doc_day - WEEK)
		day = told;
	return set_part(out, day, PART_NIGHT);
}

/* this morning; the afternoon of a day named before is left alone */
bool
rel_daypart(struct finder *f, struct match *m, struct when *out)
{
	long day = f->doc_day;

	const bool that = has(m, THAT) && has_last(f);

	if (that && f->last.grain >= GRAIN_DAY)
		(void)when_first_day(&f->last, &day);
	(void)set_part(out, day, (enum daypart)value_of(f, m, DAYPART));
	out->unknown = that && f->last.grain < GRAIN_DAY; /* "In 1917 … that night" */
	return true;
}

/* "months of the year", and "for the year" at the end of a phrase: the document's */
bool
rel_of_year(struct finder *f, struct match *m, struct when *out)
{
	const size_t i = m->from, to = m->to;
	const bool part =
	    i > 1 && is(f, i - 1, OF) &&
	    (is(f, i - 2, UNITS) || is(f, i - 2, HALF) || is(f, i - 2, PERIOD));
	const bool whole = i > 0 && timex_mark(f, i - 1, MARK_FOR) &&
			   (to == f->t->n || is(f, to, COMMA) || is(f, to, DOT));

	if (!part && !whole)
		return false;
	*out = when_shift(f->doc_day, 0, UNIT_YEAR);
	return true;
}

static bool
last_is_day(const struct finder *f)
{
	return has_last(f) && f->last.grain >= GRAIN_DAY;
}

/* 9:30 a.m. [on Monday | today | June 28, 2019] */
bool
rel_clock(struct finder *f, struct match *m, struct when *out)
{
	enum { LATE = 6 }; /* "at 10:30 on Friday night", not "at 2" */
	long day = f->doc_day;
	bool stated = false, lost = false;
	int weekday = 0;

	if (has(m, MONTH)) {
		struct when date = { 0 };

		if (!date_day(f, m, &date) || !when_first_day(&date, &day))
			return false;
		stated = date.year_stated;
		out->month_stated = true;
	} else if (has(m, WEEKDAY)) {
		weekday = value_of(f, m, WEEKDAY) + 1;
		day = weekday_near(f, m, weekday - 1);
	} else if (has(m, TODAY)) {
		day += value_of(f, m, TODAY);
	} else if (timex_glued(f, m->from) && f->last_to + 1 == m->from &&
		   f->last.grain == GRAIN_CLOCK) {
		return false; /* the same time again: 10:35 a.m. (0735 GMT) */
	} else if (last_is_day(f) &&
		   (m->from == 0 || (f->t->at[m->from].flags & TOKEN_BREAK) == 0 ||
		       (f->last.year_stated && f->last.month_stated))) {
		(void)when_first_day(&f->last, &day);
		stated = f->last.year_stated;
		out->month_stated = f->last.month_stated;
	} else if (f->last_para == f->para && f->last.grain >= GRAIN_YEAR &&
		   f->last.year < f->doc.year) {
		lost = true; /* "It closed in 1998. She left at two in the morning." */
	}
	{
		const bool month_stated = out->month_stated;

		*out = when_day(day);
		out->month_stated = month_stated;
	}
	out->grain = GRAIN_CLOCK;
	out->unknown = lost;
	out->type = TIMEX_TIME;
	out->year_stated = stated;
	out->weekday = weekday;
	out->hour = m->hour;
	out->minute = m->minute;
	out->zone = m->zone;
	if (has(m, DAYPART) && m->hour < 12 &&
	    (value_of(f, m, DAYPART) == PART_AFTERNOON ||
		value_of(f, m, DAYPART) == PART_EVENING ||
		(value_of(f, m, DAYPART) == PART_NIGHT && m->hour >= LATE)))
		out->hour += 12;
	return true;
}

/* Cuts the date mentioned last to the grain of the unit: that year, the same day. */
static bool
last_as(const struct finder *f, enum unit unit, struct when *out)
{
	long day;

	if (f->told.grain == GRAIN_REF)
		return false;
	if (unit == UNIT_YEAR && f->told.grain >= GRAIN_YEAR) {
		*out = f->told;
		out->grain = GRAIN_YEAR;
	} else if (unit == UNIT_MONTH &&
		   (f->told.grain == GRAIN_MONTH || f->told.grain >= GRAIN_DAY)) {
		*out = f->told;
		out->grain = GRAIN_MONTH;
	} else if ((unit == UNIT_DAY || unit == UNIT_NIGHT) &&
		   f->told.grain >= GRAIN_DAY) {
		*out = f->told;
		out->grain = unit == UNIT_DAY ? GRAIN_DAY : GRAIN_PART;
		out->part = PART_NIGHT;
	} else if (unit == UNIT_WEEK && f->told.grain >= GRAIN_DAY &&
		   when_first_day(&f->told, &day)) {
		*out = when_shift(day, 0, UNIT_WEEK);
		out->year_stated = f->told.year_stated;
	} else {
		return false;
	}
	out->type = TIMEX_DATE;
	out->mod = MOD_NONE;
	return true;
}

static bool
rel_that(struct finder *f, enum unit unit, struct when *out)
{
	if (unit == UNIT_SEASON || unit < UNIT_DAY)
		return false;
	if (last_as(f, unit, out))
		return true;
	if (unit == UNIT_DECADE || unit == UNIT_QUARTER) {
		out->ref = REF_PAST;
		return true;
	}
	*out = when_shift(f->doc_day, 0, unit);
	out->unknown = f->told.grain == GRAIN_YEAR && f->told.year_stated &&
		       f->told.year != f->doc.year; /* "in 2002, and on the same day" */
	return true;
}

/* "the following year", "the previous day" after a date: counted from that. */
static bool
rel_from_last(const struct finder *f, const struct match *m, enum unit unit, int step,
    struct when *out)
{
	const bool following = value_of(f, m, NEXT) == NEXT_FOLLOWING;
	const bool next =
	    has(m, NEXT) &&
	    (unit == UNIT_DAY || (has(m, THE) && (unit != UNIT_YEAR || f->narrative ||
						     timex_tense(f, m) < 0)));
	const struct when *from = timex_anchor(f, unit);

	if (!following && !next && value_of(f, m, LAST) != LAST_PREVIOUS)
		return false;
	if (from == NULL && !following && (step < 0 || timex_tense(f, m) >= 0))
		return false;
	if (from != NULL && unit == UNIT_YEAR && from->year == f->doc.year &&
	    !from->year_stated)
		return false;
	timex_count_on(f, m, from, step, unit, out);
	return true;
}

/* [early | the end of] last year, this week, the following day, that month */
bool
rel_unit(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = match_unit(f, m);
	int step = match_step(f, m);
	const enum mod mod = m->mod;

	if (has(m, THAT)) {
		if (value_of(f, m, THAT) == 3 || !rel_that(f, unit, out))
			return false;
		out->mod = out->ref == REF_NONE ? mod : MOD_NONE;
		return true;
	}
	if (unit < UNIT_DAY || unit == UNIT_SEASON || unit == UNIT_NIGHT)
		return false;
	if (value_of(f, m, LAST) == LAST_PLAIN && has(m, THE) &&
	    (unit == UNIT_DECADE || unit == UNIT_CENTURY))
		return false; /* "in the last decade": a length */
	if (value_of(f, m, LAST) == LAST_PAST) {
		if (unit == UNIT_DECADE || unit == UNIT_CENTURY)
			return false; /* a length */
		if (unit == UNIT_YEAR || unit == UNIT_DAY)
			step = has(m, THIS) ? 0 : step;
	}
	if (unit == UNIT_DAY && (has(m, THIS) || value_of(f, m, LAST) == LAST_PLAIN))
		return false;
	if (unit == UNIT_WEEKEND && step == 0 && day_weekday(f->doc_day) < 3 &&
	    f->language->english && timex_tense(f, m) < 0)
		step = -1; /* "the tools we used this weekend", told on a Monday */
	if (!rel_from_last(f, m, unit, step, out)) {
		*out = when_shift(f->doc_day, step, unit);
	}
	out->mod = mod;
	return true;
}

/* that November: of the year told before */
bool
rel_that_month(struct finder *f, struct match *m, struct when *out)
{
	if (f->told.grain < GRAIN_YEAR)
		return false;
	out->year_stated = f->told.year_stated;
	when_set_month(out, f->told.year, value_of(f, m, MONTH));
	return true;
}

/* December of that year, May the following year */
bool
rel_month_of_that(struct finder *f, struct match *m, struct when *out)
{
	const struct when *from = timex_anchor(f, UNIT_YEAR);

	if (has(m, THAT) ? !last_as(f, UNIT_YEAR, out) : from == NULL)
		return false;
	if (!has(m, THAT)) {
		*out = when_day(f->doc_day);
		out->year = from->year + match_step(f, m);
		out->year_stated = from->year_stated;
	}
	out->grain = GRAIN_MONTH;
	out->month = value_of(f, m, MONTH);
	out->month_stated = true;
	out->mod = m->mod;
	return true;
}

/* 14 November of that year */
bool
rel_day_of_that(struct finder *f, struct match *m, struct when *out)
{
	out->month_stated = true;
	out->year_stated = f->told.year_stated;
	return f->told.grain >= GRAIN_YEAR &&
	       when_set_day(
		   out, f->told.year, value_of(f, m, MONTH), value_of(f, m, DAYNUM));
}

bool
rel_weekend(struct finder *f, struct match *m, struct when *out)
{
	const bool now = day_weekday(f->doc_day) >= 5 || timex_tense(f, m) > 0;

	*out = when_shift(f->doc_day, now ? 0 : -1, UNIT_WEEKEND);
	return true;
}

/* earlier in the day, later that year, by the end of the month */
bool
rel_within(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = match_unit(f, m);
	const enum mod mod = has(m, EARLIER)
				 ? (value_of(f, m, EARLIER) < 0 ? MOD_EARLIER : MOD_LATER)
				 : m->mod;

	if (unit != UNIT_DAY && unit != UNIT_WEEK && unit != UNIT_MONTH &&
	    unit != UNIT_YEAR)
		return false;
	if (!(has(m, THAT) && last_as(f, unit, out)))
		*out = when_shift(f->doc_day, 0, unit);
	out->mod = mod;
	return true;
}

bool
rel_year_end(struct finder *f, struct match *m, struct when *out)
{
	(void)m;
	*out = when_shift(f->doc_day, 0, UNIT_YEAR);
	out->mod = MOD_END;
	return true;
}

static void
as_length(const struct match *m, enum unit unit, struct when *out)
{
	out->grain = GRAIN_DURATION;
	out->type = TIMEX_DURATION;
	out->unit = unit;
	out->milli = m->milli;
	out->mod = MOD_NONE;
}

static bool
ago_counted(struct finder *f, struct match *m, enum unit unit, int step, struct when *out)
{
	int count = step * (int)(m->milli / 1000);

	if (unit == UNIT_YEAR && m->milli % 1000 == 500) { /* half a year later */
		count = step * (int)(m->milli * 12 / 1000);
		unit = UNIT_MONTH;
	}
	if (unit == UNIT_YEAR && m->milli == 1000 && step < 0 &&
	    year_earlier_quarter(f, m, out))
		return true;
	if (has(m, EARLIER))
		timex_count_on(f, m, timex_anchor(f, unit), count, unit, out);
	else
		*out = when_shift(f->doc_day, count, unit);
	return true;
}

/* [about] two weeks ago, a year earlier, three days later */
bool
rel_ago(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = match_unit(f, m);
	const int step = m->arg == STEP_AFTER                   ? 1
			 : has(m, AGO) || m->arg == STEP_BEFORE ? -1
								: value_of(f, m, EARLIER);
	const bool short_unit = unit < UNIT_DAY;

	if (m->milli > 9000000 || (m->arg == STEP_AFTER && timex_tense(f, m) < 0))
		return false; /* "in zehn Jahren gab es neun" */
	if (has(m, EARLIER) &&
	    (is(f, m->to, THAN) || (!f->language->english && is(f, m->to, OF))))
		return false; /* "two weeks earlier than planned" */
	if ((has(m, EARLIER) && short_unit) || m->arg == 1) {
		as_length(m, unit, out);
		m->to = m->arg == 1 ? m->to : m->to - 1;
		return true;
	}
	if (m->milli < 0) {
		out->ref = step < 0 ? REF_PAST : REF_FUTURE;
		return true;
	}
	if (short_unit) {
		*out = when_day(f->doc_day);
		return true;
	}
	if (unit == UNIT_CENTURY && m->milli % 1000 != 0) { /* half a century ago */
		m->milli *= 100;
		if (!ago_counted(f, m, UNIT_YEAR, step, out))
			return false;
		out->grain = GRAIN_DECADE;
		return true;
	}
	return ago_counted(f, m, unit, step, out);
}
