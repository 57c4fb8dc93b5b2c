/*
 * Expressions that count from the document's date, or in a history or after "that",
 * "earlier" and "following" from the date mentioned last.
 */
#include "timex_resolve.h"

/* Noun of time to the unit it is. */
static enum unit
unit_of(const struct finder *f, const struct match *m)
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

/*
 * The date that "later" and "the following" count from: the last one, of this paragraph or
 * the one before, if it is fine enough; else the last day of this paragraph; or NULL.
 */
static const struct when *
anchor(const struct finder *f, enum unit unit)
{
	const enum grain least = unit == UNIT_DAY || unit == UNIT_NIGHT ? GRAIN_DAY
				 : unit == UNIT_WEEK || unit == UNIT_FORTNIGHT
				     ? GRAIN_WEEK
				 : unit == UNIT_MONTH ? GRAIN_MONTH
						      : GRAIN_YEAR;

	if (f->last.grain >= least && f->last_para + 1 >= f->para)
		return &f->last;
	return f->last_day.grain >= least && f->day_para == f->para ? &f->last_day : NULL;
}

/* So many units from the date, or from the document's.  What follows nothing that is told is
   not known, and what was told as past is not to come. */
static void
count_on(const struct finder *f, const struct match *m, const struct when *from, int step,
    enum unit unit, struct when *out)
{
	long day = f->doc_day;

	if (from != NULL && !when_first_day(from, &day))
		from = NULL;
	*out = when_shift(day, step, unit);
	out->year_stated = from != NULL && from->year_stated;
	if (step > 0 && when_first_day(out, &day))
		out->unknown =
		    from == NULL || (day > f->doc_day && timex_tense(f, m) < 0);
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
	return set_part(out, f->doc_day - (m->arg == 1), PART_NIGHT);
}

/* this morning; the afternoon of a day named before is left alone */
bool
rel_daypart(struct finder *f, struct match *m, struct when *out)
{
	long day = f->doc_day;

	if (has(m, THAT) && has_last(f))
		(void)when_first_day(&f->last, &day);
	return set_part(out, day, (enum daypart)value_of(f, m, DAYPART));
}

/* "the following", "the previous" */
static bool
counts_on(const struct finder *f, const struct match *m)
{
	return value_of(f, m, NEXT) == NEXT_FOLLOWING ||
	       value_of(f, m, LAST) == LAST_PREVIOUS;
}

/* The year of the month next to a date. */
static int
year_beside(const struct when *from, int month, int step)
{
	const bool whole = from->grain < GRAIN_MONTH; /* all of the year, or so */

	if (step > 0)
		return from->year + (whole || month <= from->month);
	return from->year - (whole || month >= from->month);
}

/* last June, next May, the following March */
bool
rel_month(struct finder *f, struct match *m, struct when *out)
{
	const int month = value_of(f, m, MONTH), step = match_step(f, m);
	const struct when *from = counts_on(f, m) ? anchor(f, UNIT_YEAR) : NULL;
	int year = f->doc.year;

	if (from != NULL) {
		year = year_beside(from, month, step);
		out->year_stated = from->year_stated;
	} else if (value_of(f, m, LAST) != LAST_PLAIN && date_in_history(f, m)) {
		year = f->last_year;
		out->year_stated = true;
	} else if (step < 0 && month >= f->doc.month - 1) {
		year--;
	} else if (step > 0 && month <= f->doc.month) {
		year++;
	}
	out->mod = m->mod;
	when_set_month(out, year, month);
	return !has(m, DAYNUM) || when_set_day(out, year, month, value_of(f, m, DAYNUM));
}

/* last Monday, this Friday, the following Sunday */
bool
rel_weekday(struct finder *f, struct match *m, struct when *out)
{
	const int weekday = value_of(f, m, WEEKDAY), step = match_step(f, m);
	const struct when *from = counts_on(f, m) ? anchor(f, UNIT_DAY) : NULL;
	long day = f->doc_day, ahead;

	if (from != NULL)
		(void)when_first_day(from, &day);
	ahead = (weekday - day_weekday(day) + 7) % 7;
	*out = when_day(day + (step < 0       ? ahead - 7
				  : step == 0 ? weekday - day_weekday(day)
				  : ahead > 0 ? ahead
					      : 7));
	out->weekday = weekday + 1;
	add_daypart(f, m, out);
	return true;
}

/* the next morning, the previous evening: of the day told before */
bool
rel_next_part(struct finder *f, struct match *m, struct when *out)
{
	count_on(f, m, anchor(f, UNIT_DAY), match_step(f, m), UNIT_DAY, out);
	add_daypart(f, m, out);
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
	long day = f->doc_day;
	bool stated = false;
	int weekday = 0;

	if (has(m, WEEKDAY)) {
		weekday = value_of(f, m, WEEKDAY) + 1;
		day = weekday_near(f, m, weekday - 1);
	} else if (has(m, TODAY)) {
		day += value_of(f, m, TODAY);
	} else if (has(m, MONTH)) {
		struct when date = { 0 };

		if (!date_day(f, m, &date) || !when_first_day(&date, &day))
			return false;
		stated = date.year_stated;
		out->month_stated = true;
	} else if (timex_glued(f, m->from) && f->last_to + 1 == m->from &&
		   f->last.grain == GRAIN_CLOCK) {
		return false; /* the same time again: 10:35 a.m. (0735 GMT) */
	} else if (last_is_day(f) &&
		   (m->from == 0 || (f->t->at[m->from].flags & TOKEN_BREAK) == 0)) {
		(void)when_first_day(&f->last, &day);
		stated = f->last.year_stated;
	}
	{
		const bool month_stated = out->month_stated;

		*out = when_day(day);
		out->month_stated = month_stated;
	}
	out->grain = GRAIN_CLOCK;
	out->type = TIMEX_TIME;
	out->year_stated = stated;
	out->weekday = weekday;
	out->hour = m->hour;
	out->minute = m->minute;
	out->zone = m->zone;
	if (has(m, DAYPART) && m->hour < 12 &&
	    (value_of(f, m, DAYPART) == PART_AFTERNOON ||
		value_of(f, m, DAYPART) == PART_EVENING))
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
	} else if (unit == UNIT_DAY && f->told.grain >= GRAIN_DAY) {
		*out = f->told;
		out->grain = GRAIN_DAY;
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
	    (unit == UNIT_DAY || (has(m, THE) && (unit != UNIT_YEAR || f->narrative)));
	const struct when *from = anchor(f, unit);

	if (!following && !next && value_of(f, m, LAST) != LAST_PREVIOUS)
		return false;
	if (from == NULL && !following && (step < 0 || timex_tense(f, m) >= 0))
		return false;
	if (from != NULL && unit == UNIT_YEAR && from->year == f->doc.year &&
	    !from->year_stated)
		return false;
	count_on(f, m, from, step, unit, out);
	return true;
}

/* [early | the end of] last year, this week, the following day, that month */
bool
rel_unit(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = unit_of(f, m);
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
	if (!rel_from_last(f, m, unit, step, out)) {
		*out = when_shift(f->doc_day, step, unit);
	}
	out->mod = mod;
	return true;
}

/* December of that year, May the following year */
bool
rel_month_of_that(struct finder *f, struct match *m, struct when *out)
{
	const struct when *from = anchor(f, UNIT_YEAR);

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
	const enum unit unit = unit_of(f, m);
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
		count_on(f, m, anchor(f, unit), count, unit, out);
	else
		*out = when_shift(f->doc_day, count, unit);
	return true;
}

/* "In two weeks the lamp will be lifted", not "in two weeks it was built" */
bool
rel_in(struct finder *f, struct match *m, struct when *out)
{
	return timex_sentence_start(f, m->from) && timex_will(f, m) && rel_ago(f, m, out);
}

/* the week before, two days after; arg: -1 or 1.  Not "the day before the vote", nor "from
   $4 million the year before". */
bool
rel_beside(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = has(m, UNIT) || has(m, UNITS) ? unit_of(f, m) : UNIT_DAY;
	const struct when *from = anchor(f, unit);
	const int step = m->arg != 0 ? m->arg : value_of(f, m, EARLIER);
	const bool ends = m->to == f->t->n || f->t->at[m->to].kind == TOKEN_PUNCT;
	const int count = m->milli == 0 ? 1 : (int)(m->milli / 1000);

	if (from == NULL || unit < UNIT_DAY || m->milli < 0 || count > 9000 ||
	    timex_before(f, m->from, COUNTED) || is(f, m->to, OF) ||
	    (f->language->english && !ends))
		return false;
	count_on(f, m, from, step * count, unit, out);
	add_daypart(f, m, out);
	return true;
}

/* [about] two weeks ago, a year earlier, three days later */
bool
rel_ago(struct finder *f, struct match *m, struct when *out)
{
	const enum unit unit = unit_of(f, m);
	const int step = m->arg == STEP_AFTER                   ? 1
			 : has(m, AGO) || m->arg == STEP_BEFORE ? -1
								: value_of(f, m, EARLIER);
	const bool short_unit = unit < UNIT_DAY;

	if (m->milli > 9000000)
		return false;
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
	return ago_counted(f, m, unit, step, out);
}
