/* Days from civil and back, by eras of 400 years. */
#include "base/day.h"

#include <assert.h>

enum { DAYS_PER_ERA = 146097, EPOCH = 719468 };

int
civil_month_days(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	assert(month >= 1 && month <= 12);
	return days[month - 1] + (leap && month == 2);
}

bool
civil_valid(struct civil c)
{
	return c.year >= -9999 && c.year <= 9999 && c.month >= 1 && c.month <= 12 &&
	       c.day >= 1 && c.day <= civil_month_days(c.year, c.month);
}

long
day_of(struct civil c)
{
	const long y = c.month <= 2 ? c.year - 1 : c.year;
	const long era = (y >= 0 ? y : y - 399) / 400;
	const long in_era = y - era * 400;
	const long in_year =
	    (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 + c.day - 1;

	return era * DAYS_PER_ERA + in_era * 365 + in_era / 4 - in_era / 100 + in_year -
	       EPOCH;
}

struct civil
civil_of(long day)
{
	const long z = day + EPOCH;
	const long era = (z >= 0 ? z : z - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	const long in_era = z - era * DAYS_PER_ERA;
	const long year =
	    (in_era - in_era / 1460 + in_era / 36524 - in_era / (DAYS_PER_ERA - 1)) / 365;
	const long in_year = in_era - (365 * year + year / 4 - year / 100);
	const long m = (5 * in_year + 2) / 153;
	const int month = (int)(m < 10 ? m + 3 : m - 9);

	return (struct civil){ (int)(year + era * 400) + (month <= 2), month,
		(int)(in_year - (153 * m + 2) / 5) + 1 };
}

int
day_weekday(long day)
{
	const long w = (day + 3) % 7;

	return (int)(w < 0 ? w + 7 : w);
}

int
day_iso_week(long day, int *year)
{
	const long thursday = day - day_weekday(day) + 3;

	*year = civil_of(thursday).year;
	return (int)((thursday - day_of((struct civil){ *year, 1, 1 })) / 7) + 1;
}

long
day_of_iso_week(int year, int week)
{
	const long fourth = day_of((struct civil){ year, 1, 4 });

	return fourth - day_weekday(fourth) + (long)(week - 1) * 7;
}
