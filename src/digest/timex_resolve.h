/* digest/timex_resolve.h -- the resolvers that rows name; each is explained where it is. */
#ifndef DIGEST_TIMEX_RESOLVE_H
#define DIGEST_TIMEX_RESOLVE_H

#include "timex_rules.h"

/* timex_date.c: days, months and years of the calendar. */
resolve_fn date_day, date_bare_day, date_and_day, date_iso, date_dotted, date_day_first,
    date_slashes, date_month, date_month_year, date_month_of_pair, date_year, date_fiscal,
    date_decade, date_century, date_season, date_season_bare, date_season_abroad,
    date_quarter, date_feast;

/* timex_relative.c: what hangs on the document's date or on the date before. */
resolve_fn rel_today, rel_tonight, rel_daypart, rel_of_year, rel_clock, rel_unit,
    rel_weekend, rel_within, rel_year_end, rel_ago, rel_quarter, rel_year_ago,
    rel_century, rel_that_month, rel_period, rel_day_after, rel_month_of_that,
    rel_day_of_that, rel_from_feast;

/* timex_weekday.c: which Monday a Monday is. */
resolve_fn date_weekday, rel_weekday, rel_weekday_of_week;

/* timex_anchor.c: what counts from a date told before. */
resolve_fn rel_month, rel_next_part, rel_in, rel_beside;

/* timex_span.c: lengths, repetitions, now and then. */
resolve_fn span_length, span_last, span_unit, span_bare, span_the, set_annual, set_daily,
    set_every, set_weekdays, ref_word;

/* timex_period.c */
bool year_earlier_quarter(
    const struct finder *f, const struct match *m, struct when *out);

/* Shared. */
enum { STEP_AFTER = 2, STEP_BEFORE = 3 }; /* arg of rel_ago where no word tells */
static inline size_t
slot_at(const struct match *m, enum timex_class c) /* its token; only when it has one */
{
	return m->start + m->slot[c] - 1U;
}
static inline bool
has(const struct match *m, enum timex_class c)
{
	return m->slot[c] != 0;
}
static inline int
value_of(const struct finder *f, const struct match *m, enum timex_class c)
{
	return has(m, c) ? seen_at(f, slot_at(m, c))->value : 0;
}

/* -1, 0, 1 for last, this, next in the match. */
int match_step(const struct finder *f, const struct match *m);
/* The unit that the match's noun of time is. */
enum unit match_unit(const struct finder *f, const struct match *m);
/* The date that "later" and "the following" count from: the last one, of this paragraph or
   the one before, if it is fine enough; else the last day of this paragraph; or NULL. */
const struct when *timex_anchor(const struct finder *f, enum unit unit);
/* So many units from the date, or from the document's.  What follows nothing that is told is
   not known, and what was told as past is not to come. */
void timex_count_on(const struct finder *f, const struct match *m,
    const struct when *from, int step, enum unit unit, struct when *out);
/* "the following", "the previous" */
bool timex_counts_on(const struct finder *f, const struct match *m);
/* The year of the month next to a date, before or after it. */
int timex_year_beside(const struct when *from, int month, int step);
/* timex_told.c: remembers a day told with its year or its weekday; the year that a day has
   had, when it is `far` off otherwise, or 0; the day that a weekday has had. */
void timex_tell(struct finder *f, const struct match *m, const struct when *w);
int timex_told_year(const struct finder *f, int month, int day, long far);
bool timex_told_weekday(const struct finder *f, int weekday, long *day);
/* The day a weekday means here, told by tense and by cues before it. */
long weekday_near(const struct finder *f, const struct match *m, int weekday);
/* A history, or the date just before, in this paragraph, was a month or a day of a year
   long past; and what is told is not to come. */
bool date_in_history(const struct finder *f, const struct match *m);
/* False: no such day. */
bool when_set_day(struct when *out, int year, int month, int day);
void when_set_month(struct when *out, int year, int month);
/* Sets year by the nearest rule; false: no such day. */
bool month_day_near(
    const struct finder *f, const struct match *m, int month, int day, struct when *out);
/* Turns a day into a TIME when the match has a part of the day. */
void add_daypart(const struct finder *f, const struct match *m, struct when *out);

#endif
