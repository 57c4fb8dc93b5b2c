/* A resolved date as EDTF (ISO 8601-2); nothing where the calendar has no name for it. */
#include "timex_rules.h"

#include <stdio.h>
#include <string.h>

static void
put_day(long day, char *out, size_t room)
{
	const struct civil c = civil_of(day);

	if (c.year < 0 || c.year > 9999 || room < sizeof("2019-06-28")) {
		(void)snprintf(out, room, "%04d-%02d-%02d", c.year, c.month, c.day);
		return;
	}
	year_digits(c.year, out);
	memcpy(out + 4,
	    (const char[]){ '-', (char)('0' + c.month / 10), (char)('0' + c.month % 10),
		'-', (char)('0' + c.day / 10), (char)('0' + c.day % 10), '\0' },
	    7);
}

static void
put_days(long first, long last, char *out, size_t room)
{
	char from[16], to[16];

	if (first == last) {
		put_day(first, out, room);
		return;
	}
	put_day(first, from, sizeof(from));
	put_day(last, to, sizeof(to));
	(void)snprintf(out, room, "%s/%s", from, to);
}

static void
put_year(const struct when *w, char out[8], size_t room)
{
	if (w->year < 0)
		(void)snprintf(out, room, "-%04d", -w->year % 10000);
	else
		year_digits(w->year % 10000, out);
}

/* "later this year": from the document's month to the year's end. */
static bool
put_rest_of_year(const struct when *w, const struct civil *doc, char *out, size_t room)
{
	const bool later = w->mod == MOD_LATER;

	if (doc == NULL || w->grain != GRAIN_YEAR || w->year != doc->year)
		return false;
	if (doc->month == (later ? 12 : 1))
		(void)snprintf(out, room, "%04d-%02d", w->year, doc->month);
	else
		(void)snprintf(out, room, "%04d-%02d/%04d-%02d", w->year,
		    later ? doc->month : 1, w->year, later ? 12 : doc->month);
	return true;
}

/* "earlier this month", "later this week": the days up to or from the document's. */
static bool
put_rest_of_days(const struct when *w, const struct civil *doc, char *out, size_t room)
{
	long first, last, today;

	if (doc == NULL || (w->grain != GRAIN_MONTH && w->grain != GRAIN_WEEK) ||
	    !when_first_day(w, &first))
		return false;
	today = day_of(*doc);
	last = w->grain == GRAIN_WEEK ? first + 6
				      : first + civil_month_days(w->year, w->month) - 1;
	if (today < first || today > last)
		return false;
	if (w->mod == MOD_LATER)
		put_days(today, last, out, room);
	else
		put_days(first, today, out, room);
	return true;
}

static void
put_zone(int zone, char *out, size_t room)
{
	const int minutes = zone < 0 ? -zone : zone;

	if (zone == 0)
		(void)snprintf(out, room, "Z");
	else if (zone != ZONE_NONE)
		(void)snprintf(out, room, "%c%02d:%02d", zone < 0 ? '-' : '+',
		    minutes / 60, minutes % 60);
}

static void
put_clock(const struct when *w, char *out, size_t room)
{
	char zone[24] = "";

	if (w->hour == 24) { /* midnight ends the day, unless the words name it */
		const bool named = w->weekday != 0 || w->month_stated;

		put_day(day_of((struct civil){ w->year, w->month, w->day }) + !named, out,
		    room);
		return;
	}
	put_zone(w->zone, zone, sizeof(zone));
	(void)snprintf(out, room, "%04d-%02d-%02dT%02d:%02d:00%s", w->year, w->month,
	    w->day, w->hour, w->minute, zone);
}

static void
put_unknown_year(const struct when *w, char *out, size_t room)
{
	if (!w->month_stated)
		return;
	if (w->grain == GRAIN_MONTH)
		(void)snprintf(out, room, "XXXX-%02d", w->month);
	else if (w->grain >= GRAIN_DAY)
		(void)snprintf(out, room, "XXXX-%02d-%02d", w->month, w->day);
}

static void
put_coarse(const struct when *w, char *out, size_t room)
{
	/* codes of ISO 8601-2, 4.8: halves from 40, quarters from 33, seasons from 21 */
	static const int before[] = { [GRAIN_HALF] = 39,
		[GRAIN_QUARTER] = 32,
		[GRAIN_SEASON] = 20,
		[GRAIN_MONTH] = 0 };
	char year[8] = "";

	put_year(w, year, sizeof(year));
	if (w->grain == GRAIN_YEAR && (w->mod == MOD_END || w->mod == MOD_START))
		(void)snprintf(
		    out, room, "%s-%s~", year, w->mod == MOD_END ? "12" : "01");
	else if (w->grain == GRAIN_YEAR && w->mod == MOD_NONE && room >= sizeof(year))
		memcpy(out, year, sizeof(year));
	else if (w->grain == GRAIN_YEAR)
		(void)snprintf(out, room, "%s~", year);
	else if (w->grain == GRAIN_CENTURY)
		(void)snprintf(out, room, "%.2sXX", year);
	else if (w->grain == GRAIN_DECADE)
		(void)snprintf(out, room, "%.3sX", year);
	else
		(void)snprintf(out, room, "%s-%02d%s", year, before[w->grain] + w->month,
		    w->mod != MOD_NONE ? "~" : "");
}

/* Values that begin on a known day. */
static void
put_fine(const struct when *w, char *out, size_t room)
{
	long first;
	size_t n;

	if (!when_first_day(w, &first))
		return;
	if (w->grain == GRAIN_WEEK)
		put_days(first, first + 6, out, room);
	else if (w->grain == GRAIN_WEEKEND)
		put_days(first, first + 1, out, room);
	else if (w->grain == GRAIN_CLOCK)
		put_clock(w, out, room);
	else
		put_day(first, out, room);
	for (n = 0; out[n] != '\0';)
		n++;
	if (w->grain == GRAIN_DAY && w->mod == MOD_ABOUT && n + 1 < room) {
		out[n] = '~';
		out[n + 1] = '\0';
	}
}

void
timex_print_edtf(const struct when *w, const struct civil *doc, char *out, size_t room)
{
	if (w->grain == GRAIN_REF || w->grain == GRAIN_DURATION)
		return;
	if (w->unknown) {
		put_unknown_year(w, out, room);
		return;
	}
	if ((w->mod == MOD_EARLIER || w->mod == MOD_LATER) &&
	    (put_rest_of_year(w, doc, out, room) || put_rest_of_days(w, doc, out, room)))
		return;
	if (w->grain <= GRAIN_DECADE && w->year < 0)
		return;
	if (w->grain < GRAIN_WEEK)
		put_coarse(w, out, room);
	else
		put_fine(w, out, room);
}
