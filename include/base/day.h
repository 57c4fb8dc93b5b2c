/*
 * base/day.h -- the proleptic Gregorian calendar, without a clock or a zone.
 *
 * A day is counted from 1970-01-01 (day 0); years are astronomical (0 is 1 BC)
 * and lie within +-9999.  Sources: ISO 8601-1:2019, 4.3; the arithmetic is
 * Howard Hinnant's "chrono-compatible low-level date algorithms".
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include <stdbool.h>

struct civil {
	int year, month, day; /* month 1..12, day 1..31 */
};

bool civil_valid(struct civil c); /* 31 February is no date */
int civil_month_days(int year, int month);
long day_of(struct civil c); /* c must be valid */
struct civil civil_of(long day);

/* 0 is Monday, 6 is Sunday. */
int day_weekday(long day);

/* The ISO 8601 week the day lies in; *year is the week's own year. */
int day_iso_week(long day, int *year);

/* Monday of an ISO week. */
long day_of_iso_week(int year, int week);

#endif
