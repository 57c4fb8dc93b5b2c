/* Feasts with a place in the calendar, in the year that is nearest. */
#include <stdlib.h>

#include "timex_resolve.h"

/* By the value of the word: a fixed day, or the nth weekday of a month (-1: the last). */
static const struct feast {
	int month, day;
	int nth, weekday;
	bool needs_day; /* no feast without the word "Day" */
} feasts[] = {
	{ 12, 25, 0, 0, false }, /* Christmas */
	{ 0, 0, 0, 0, false },   /* Easter */
	{ 11, 0, 4, 3, false },  /* Thanksgiving */
	{ 10, 31, 0, 0, false }, /* Halloween */
	{ 9, 0, 1, 0, true },    /* Labor Day */
	{ 5, 0, -1, 0, true },   /* Memorial Day */
	{ 7, 4, 0, 0, true },    /* Independence Day */
	{ 11, 2, 1, 1, true },   /* Election Day: the first Tuesday from the second on */
	{ 2, 14, 0, 0, true },   /* Valentine's Day */
	{ 11, 11, 0, 0, true },  /* Veterans Day */
	{ 12, 26, 0, 0, true },  /* Boxing Day */
	{ 1, 1, 0, 0, false },   /* New Year's Day */
};

enum { FEAST_EASTER = 1, FEAST_NEW_YEAR = 11 };

/* Anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
static long
easter(int year)
{
	const int a = year % 19, b = year / 100, c = year % 100;
	const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
	const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;

	return day_of((struct civil){ year, f / 31, f % 31 + 1 });
}

static long
feast_day(const struct feast *f, int year)
{
	long day;

	if (f->month == 0)
		return easter(year);
	if (f->nth == 0)
		return day_of((struct civil){ year, f->month, f->day });
	if (f->nth < 0) {
		day = day_of(
		    (struct civil){ year, f->month, civil_month_days(year, f->month) });
		return day - (day_weekday(day) - f->weekday + 7) % 7;
	}
	day = day_of((struct civil){ year, f->month, f->day > 0 ? f->day : 1 });
	return day + (f->weekday - day_weekday(day) + 7) % 7 + 7L * (f->nth - 1);
}

/* "New Year's Eve 16 months ago", "Christmas two years ago": about when it was. */
static bool
said_ago(const struct finder *f, const struct match *m, long *day)
{
	const size_t i = m->to;
	struct when then;

	if (i + 2 >= f->t->n || !is(f, i, NUMBER) ||
	    (!is(f, i + 1, UNIT) && !is(f, i + 1, UNITS)) || !is(f, i + 2, AGO) ||
	    !timex_same_paragraph(f, i, i + 2) || seen_at(f, i)->value > 200)
		return false;
	then = when_shift(
	    f->doc_day, -seen_at(f, i)->value, (enum unit)seen_at(f, i + 1)->unit);
	return when_first_day(&then, day);
}

/* Its day in the year that is nearest; from 75 days off on, in the one tense asks for. */
static long
feast_near(const struct finder *f, const struct match *m, const struct feast *feast)
{
	const int step = match_step(f, m);
	long told;
	const long before = feast_day(feast, f->doc.year) > f->doc_day
				? feast_day(feast, f->doc.year - 1)
				: feast_day(feast, f->doc.year);
	const long after = feast_day(feast, f->doc.year) > f->doc_day
			       ? feast_day(feast, f->doc.year)
			       : feast_day(feast, f->doc.year + 1);
	const bool nearer = f->doc_day - before <= after - f->doc_day;
	const int tense = timex_tense(f, m);

	if (f->language->english && said_ago(f, m, &told)) {
		const int year = civil_of(told).year;
		const long day = feast_day(feast, year);
		const bool years = seen_at(f, m->to + 1)->unit == UNIT_YEAR;

		return years || labs(told - day) <= 182
			   ? day
			   : feast_day(feast, told > day ? year + 1 : year - 1);
	}
	if (step != 0)
		return step < 0 ? before : after;
	/* "In the autumn of 1991 she came. By Christmas she knew them." */
	if (f->last_para == f->para && f->last.year_stated && f->last.year > 1500 &&
	    f->last.year < f->doc.year - 1 && !timex_will(f, m) &&
	    when_first_day(&f->last, &told))
		return feast_day(feast, f->last.year) >= told
			   ? feast_day(feast, f->last.year)
			   : feast_day(feast, f->last.year + 1);
	if (tense < 0 && !nearer && after - f->doc_day > 75)
		return before;
	if (tense > 0 && nearer && f->doc_day - before > 75)
		return after;
	return nearer ? before : after;
}

/* two days before Christmas; arg: the direction */
bool
rel_from_feast(struct finder *f, struct match *m, struct when *out)
{
	const int which = value_of(f, m, HOLIDAY);
	const struct feast *feast = &feasts[which];
	const enum unit unit =
	    (enum unit)seen_at(f, slot_at(m, has(m, UNITS) ? UNITS : UNIT))->unit;

	if (feast->needs_day || which == FEAST_NEW_YEAR || m->milli < 1000 ||
	    m->milli > 100000 || (unit != UNIT_DAY && unit != UNIT_WEEK))
		return false;
	*out = when_shift(feast_near(f, m, feast), m->arg * (int)(m->milli / 1000), unit);
	out->month_stated = feast->nth == 0 && feast->month != 0;
	return true;
}

/* Christmas [Day | Eve], last Thanksgiving, New Year's Eve (arg 1), Easter Monday */
bool
date_feast(struct finder *f, struct match *m, struct when *out)
{
	const size_t last = slot_at(m, has(m, WEEKDAY) ? WEEKDAY : HOLIDAY);
	const int which = value_of(f, m, HOLIDAY);
	const struct feast *feast = &feasts[which];
	long day;

	if ((which == FEAST_NEW_YEAR) != (m->arg == 1) ||
	    (feast->needs_day && !has(m, UNIT)) ||
	    (has(m, WEEKDAY) && which != FEAST_EASTER))
		return false;
	day = m->year != 0 ? feast_day(feast, m->year) : feast_near(f, m, feast);
	if (has(m, MARK))
		day--; /* Eve */
	else if (has(m, WEEKDAY))
		day += seen_at(f, last)->value == 0 ? 1 : seen_at(f, last)->value - 6;
	*out = when_day(day);
	if (has(m, UNIT) && seen_at(f, slot_at(m, UNIT))->unit == UNIT_WEEK)
		*out = when_shift(day, 0, UNIT_WEEK);
	out->year_stated = m->year != 0;
	out->month_stated = feast->nth == 0 && feast->month != 0;
	return true;
}
