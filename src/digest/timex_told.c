/* Dates told once in full and then by half: "Jan. 6, 2021" and later "on January 6th",
   "Wednesday (Jan. 26)" and later "on Wednesday". */
#include <stdlib.h>

#include "timex_resolve.h"

enum { FAR = 30, WEEK = 13 }; /* days */

/* "Wednesday, Jan. 26", "Wednesday (Jan. 26)" */
static bool
has_weekday(const struct finder *f, const struct match *m, int weekday)
{
	const size_t i = m->from;

	if (has(m, WEEKDAY))
		return value_of(f, m, WEEKDAY) == weekday;
	return i > 1 && token_is(f->t, i - 1, STR("(")) && is(f, i - 2, WEEKDAY) &&
	       seen_at(f, i - 2)->value == weekday;
}

void
timex_tell(struct finder *f, const struct match *m, const struct when *w)
{
	long day;

	if (f->has_doc && has(m, WEEKDAY) && w->grain >= GRAIN_DAY && !w->unknown &&
	    when_first_day(w, &day) && day > f->doc_day && day <= f->doc_day + 7)
		f->ahead_weekday[day_weekday(day)] = day;
	if (w->grain != GRAIN_DAY || w->unknown || !w->month_stated || w->month < 1 ||
	    !when_first_day(w, &day))
		return;
	if (w->year_stated)
		f->told_year[w->month - 1][w->day - 1] = w->year;
	else if (f->has_doc && f->said_year[w->month - 1][w->day - 1] == 0)
		f->said_year[w->month - 1][w->day - 1] = w->year;
	if (f->has_doc && labs(day - f->doc_day) <= WEEK &&
	    has_weekday(f, m, day_weekday(day)))
		f->told_weekday[day_weekday(day)] = day;
}

int
timex_told_year(const struct finder *f, int month, int day, long far)
{
	const int year = f->told_year[month - 1][day - 1];

	if (!f->has_doc || (labs(far) > FAR && year != 0 && year < f->doc.year))
		return year;
	return f->said_year[month - 1][day - 1];
}

bool
timex_told_weekday(const struct finder *f, int weekday, long *day)
{
	*day = f->told_weekday[weekday];
	return *day != 0;
}
