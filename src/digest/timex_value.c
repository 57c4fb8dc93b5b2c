/* A resolved expression as TIMEX3, and the calendar it is made with. */
#include "timex_rules.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const part_names[] = { "", "MO", "AF", "EV", "NI", "MI" };
static const char *const season_names[] = { "", "SP", "SU", "FA", "WI" };
static const char *const ref_names[] = { "", "PAST_REF", "PRESENT_REF", "FUTURE_REF" };
static const struct {
	char code[3];
	bool time;
	int times; /* written as so many of the code */
} units[] = {
	[UNIT_SECOND] = { "S", true, 1 },
	[UNIT_MINUTE] = { "M", true, 1 },
	[UNIT_HOUR] = { "H", true, 1 },
	[UNIT_DAY] = { "D", false, 1 },
	[UNIT_NIGHT] = { "D", false, 1 },
	[UNIT_WEEK] = { "W", false, 1 },
	[UNIT_FORTNIGHT] = { "W", false, 2 },
	[UNIT_WEEKEND] = { "WE", false, 1 },
	[UNIT_MONTH] = { "M", false, 1 },
	[UNIT_QUARTER] = { "M", false, 3 },
	[UNIT_SEASON] = { "M", false, 3 },
	[UNIT_YEAR] = { "Y", false, 1 },
	[UNIT_DECADE] = { "Y", false, 10 },
	[UNIT_CENTURY] = { "CE", false, 1 },
};

/* Appends; what does not fit is cut, which no value reaches. */
__attribute__((format(printf, 2, 3))) static void
put(struct timex *out, const char *fmt, ...)
{
	const size_t n = strlen(out->value);
	va_list args;

	va_start(args, fmt);
	(void)vsnprintf(out->value + n, sizeof(out->value) - n, fmt, args);
	va_end(args);
}

/* The same for what needs no format, which is nearly all. */
static void
put_text(struct timex *out, const char *text)
{
	size_t n = strlen(out->value);

	for (; *text != '\0' && n < sizeof(out->value) - 1; n++)
		out->value[n] = *text++;
	out->value[n] = '\0';
}

/* "-06" */
static void
put_two(struct timex *out, int number)
{
	if (number < 0 || number > 99)
		put(out, "-%02d", number);
	else
		put_text(out, (const char[]){ '-', (char)('0' + number / 10),
				  (char)('0' + number % 10), '\0' });
}

struct when
when_day(long day)
{
	const struct civil c = civil_of(day);

	return (struct when){ .grain = GRAIN_DAY,
		.type = TIMEX_DATE,
		.year = c.year,
		.month = c.month,
		.day = c.day,
		.zone = ZONE_NONE };
}

static struct when
when_week(long day, enum grain grain)
{
	struct when w = { .grain = grain, .type = TIMEX_DATE, .zone = ZONE_NONE };

	w.month = day_iso_week(day, &w.year);
	return w;
}

static int
floor_div(int a, int b)
{
	return a / b - (a % b < 0);
}

/* `count` units after the day, as coarse as the unit. */
struct when
when_shift(long day, int count, enum unit unit)
{
	const struct civil c = civil_of(day);
	struct when w = { .type = TIMEX_DATE, .zone = ZONE_NONE, .year = c.year };
	int k;

	switch (unit) {
	case UNIT_NONE:
	case UNIT_ABBR:
	case UNIT_SECOND:
	case UNIT_MINUTE:
	case UNIT_HOUR:
		return when_day(day);
	case UNIT_DAY:
	case UNIT_NIGHT:
		return when_day(day + count);
	case UNIT_WEEK:
		return when_week(day + 7L * count, GRAIN_WEEK);
	case UNIT_FORTNIGHT:
		return when_week(day + 14L * count, GRAIN_WEEK);
	case UNIT_WEEKEND:
		return when_week(day + 7L * count, GRAIN_WEEKEND);
	case UNIT_MONTH:
		k = c.year * 12 + c.month - 1 + count;
		w.grain = GRAIN_MONTH;
		w.year = floor_div(k, 12);
		w.month = k - 12 * w.year + 1;
		return w;
	case UNIT_SEASON:
	case UNIT_QUARTER:
		k = c.year * 4 + (c.month - 1) / 3 + count;
		w.grain = GRAIN_QUARTER;
		w.year = floor_div(k, 4);
		w.month = k - 4 * w.year + 1;
		return w;
	case UNIT_YEAR:
		w.grain = GRAIN_YEAR;
		w.year += count;
		return w;
	case UNIT_DECADE:
		w.grain = GRAIN_DECADE;
		w.year += 10 * count;
		return w;
	case UNIT_CENTURY:
		w.grain = GRAIN_CENTURY;
		w.year += 100 * count;
		return w;
	}
	return w;
}

/* The day it begins, of values that have one. */
bool
when_first_day(const struct when *w, long *day)
{
	struct civil c = { w->year, w->month, w->day };

	switch (w->grain) {
	case GRAIN_REF:
	case GRAIN_DURATION:
	case GRAIN_CENTURY:
	case GRAIN_DECADE:
		return false;
	case GRAIN_YEAR:
		c.month = c.day = 1;
		break;
	case GRAIN_HALF:
		c = (struct civil){ w->year, 6 * w->month - 5, 1 };
		break;
	case GRAIN_QUARTER:
		c = (struct civil){ w->year, 3 * w->month - 2, 1 };
		break;
	case GRAIN_SEASON:
		c = (struct civil){ w->year, w->month == 4 ? 12 : 3 * w->month, 1 };
		break;
	case GRAIN_MONTH:
		c.day = 1;
		break;
	case GRAIN_WEEK:
	case GRAIN_WEEKEND:
		*day = day_of_iso_week(w->year, w->month) +
		       (w->grain == GRAIN_WEEKEND ? 5 : 0);
		return true;
	case GRAIN_DAY:
	case GRAIN_PART:
	case GRAIN_CLOCK:
		break;
	}
	if (c.year < -9990 || c.year > 9990 || !civil_valid(c))
		return false;
	*day = day_of(c);
	return true;
}

/* A fraction of a unit: hours and minutes in the next smaller one, others as a decimal. */
static void
print_fraction(long milli, enum unit unit, struct timex *out)
{
	if (unit == UNIT_HOUR && milli < 1000)
		put(out, "%ldM", 60 * milli / 1000);
	else if (unit == UNIT_HOUR)
		put(out, "%ldH%ldM", milli / 1000, 60 * (milli % 1000) / 1000);
	else if (unit == UNIT_MINUTE)
		put(out, "%ldM%ldS", milli / 1000, 60 * (milli % 1000) / 1000);
	else if (milli % 100 == 0)
		put(out, "%ld.%ld%s", milli / 1000, milli % 1000 / 100, units[unit].code);
	else
		put(out, "%ld.%02ld%s", milli / 1000, milli % 1000 / 10,
		    units[unit].code);
}

static void
print_duration(const struct when *w, struct timex *out)
{
	const long milli = w->milli < 0 ? -1 : w->milli * units[w->unit].times;

	put(out, "%s", units[w->unit].time ? "PT" : "P");
	if (milli < 0)
		put(out, "X%s", w->unit == UNIT_DECADE ? "DE" : units[w->unit].code);
	else if (milli % 1000 == 0)
		put(out, "%ld%s", milli / 1000, units[w->unit].code);
	else
		print_fraction(milli, w->unit, out);
}

static void
print_year(const struct when *w, char *out, size_t room)
{
	if (w->unknown)
		memcpy(out, "XXXX", 5);
	else if (w->year < 1)
		(void)snprintf(out, room, "BC%04d", (1 - w->year) % 10000);
	else
		year_digits(w->year % 10000, out);
}

static void
print_clock(const struct when *w, struct timex *out)
{
	if (w->grain == GRAIN_PART)
		put(out, "T%s", part_names[w->part]);
	else if (w->grain == GRAIN_CLOCK)
		put(out, "T%02d:%02d", w->hour, w->minute);
}

static void
print_day(const struct when *w, const char *year, struct timex *out)
{
	put_text(out, year);
	if (w->unknown && w->weekday != 0) {
		put(out, "-WXX-%d", w->weekday);
	} else if (w->unknown && !w->month_stated) {
		put_text(out, "-XX-XX");
	} else {
		put_two(out, w->month);
		put_two(out, w->day);
	}
	print_clock(w, out);
}

static void
print_month(const struct when *w, const char *year, const char *letter, struct timex *out)
{
	if (w->unknown && !w->month_stated)
		put(out, "%s-%sX%s", year, letter, letter[0] == 'Q' ? "" : "X");
	else if (letter[0] == '\0') {
		put_text(out, year);
		put_two(out, w->month);
	} else if (letter[0] == 'W')
		put(out, "%s-%s%02d", year, letter, w->month);
	else
		put(out, "%s-%s%d", year, letter, w->month);
}

static void
print_value(const struct when *w, struct timex *out)
{
	char year[12];

	print_year(w, year, sizeof(year));
	switch (w->grain) {
	case GRAIN_REF:
		put_text(out, ref_names[w->ref]);
		break;
	case GRAIN_CENTURY:
		put(out, "%.*s", w->year < 1 && !w->unknown ? 4 : 2, year);
		break;
	case GRAIN_DECADE:
		put(out, "%.*s", w->year < 1 && !w->unknown ? 5 : 3, year);
		break;
	case GRAIN_YEAR:
		put_text(out, year);
		break;
	case GRAIN_HALF:
		print_month(w, year, "H", out);
		break;
	case GRAIN_QUARTER:
		print_month(w, year, "Q", out);
		break;
	case GRAIN_SEASON:
		put(out, "%s-%s", year, season_names[w->month]);
		break;
	case GRAIN_MONTH:
		print_month(w, year, "", out);
		break;
	case GRAIN_WEEK:
		print_month(w, year, "W", out);
		break;
	case GRAIN_WEEKEND:
		print_month(w, year, "W", out);
		put(out, "-WE");
		break;
	case GRAIN_DAY:
	case GRAIN_PART:
	case GRAIN_CLOCK:
		print_day(w, year, out);
		break;
	case GRAIN_DURATION:
		print_duration(w, out);
		break;
	}
}

void
timex_print(const struct when *w, const struct civil *doc, struct timex *out)
{
	out->type = w->type;
	out->explicit_year = w->year_stated && !w->unknown;
	print_value(w, out);
	if (w->type == TIMEX_DATE || w->type == TIMEX_TIME)
		timex_print_edtf(w, doc, out->edtf, sizeof(out->edtf));
}
