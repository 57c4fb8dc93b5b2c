/*
 * Days, months, seasons and years of the calendar.  A missing year is the nearest one
 * (day: within 75 days, else by tense; month: by tense when two or more months off);
 * in a history it is the last year mentioned.
 */
#include "timex_resolve.h"

#include <stdlib.h>

enum { STORY_REACH = 45 }; /* tokens after which an old date is forgotten */

int
match_step(const struct finder *f, const struct match *m)
{
	(void)f;
	return has(m, LAST) ? -1 : has(m, NEXT) ? 1 : 0;
}

void
add_daypart(const struct finder *f, const struct match *m, struct when *out)
{
	if (!has(m, DAYPART))
		return;
	out->grain = GRAIN_PART;
	out->type = TIMEX_TIME;
	out->part = (enum daypart)value_of(f, m, DAYPART);
}

bool
when_set_day(struct when *out, int year, int month, int day)
{
	if (!civil_valid((struct civil){ year, month, day }))
		return false;
	out->grain = GRAIN_DAY;
	out->type = TIMEX_DATE;
	out->year = year;
	out->month = month;
	out->day = day;
	return true;
}

/* "Since then numbers have doubled.": what was told last has come to the present. */
static bool
is_of_now(const struct finder *f, size_t from, size_t to)
{
	enum { BACK = 60 };

	for (size_t i = to; i > from + 1 && to - i < BACK; i--)
		if (token_is(f->t, i - 1, STR("then")) &&
		    token_is(f->t, i - 2, STR("since")))
			return true;
	return false;
}

/* No sentence ends between the two tokens. */
static bool
same_sentence(const struct finder *f, size_t from, size_t to)
{
	for (; from <= to; from++)
		if (timex_sentence_start(f, from))
			return false;
	return true;
}

/* What is told of three years ago goes on in its paragraph, that of two in its sentence. */
bool
date_in_history(const struct finder *f, const struct match *m)
{
	if (f->last_year == 0 || timex_will(f, m))
		return false;
	if (f->narrative)
		return !is_of_now(f, f->last_to, m->from);
	if (!f->has_doc || !f->last.year_stated || f->last.grain < GRAIN_MONTH ||
	    f->last.year > f->doc.year - 1 || m->from - f->last_to >= STORY_REACH)
		return false;
	return f->last.year < f->doc.year - 2
		   ? f->last.month_stated &&
			 (timex_same_paragraph(f, f->last_to, m->from) ||
			     (f->last_para + 1 >= f->para && m->from > 1 &&
				 timex_joins(f, m->from - 2) && timex_happened(f, m)))
		   : same_sentence(f, f->last_to, m->from);
}

/* The distance of the date in that year from the document's, in days; false: no such date. */
static bool
distance(const struct finder *f, int year, int month, int day, long *out)
{
	if (!civil_valid((struct civil){ year, month, day }))
		return false;
	*out = day_of((struct civil){ year, month, day }) - f->doc_day;
	return true;
}

/* "from 3 June to 1 October": what the second date ends, or NULL. */
static const struct when *
range_start(const struct finder *f, const struct match *m, enum grain least)
{
	const size_t i = m->from;

	if (i < 2 || f->last_to + 1 != i || f->last.grain < least)
		return NULL;
	return (is(f, i - 1, JOIN) && seen_at(f, i - 1)->value >= JOIN_TO) ||
		       is(f, i - 1, HYPHEN) || token_is(f->t, i - 1, STR("until"))
		   ? &f->last
		   : NULL;
}

/* "from 8 April to 15 May 2017": the year that the end of a stretch gives its start; or 0. */
static int
year_ahead(const struct finder *f, const struct match *m, int month)
{
	enum { FAR = 7, SHORT = 3 /* bytes: "the", "zum", "de" */ };
	const size_t from = m->to;
	int then = 0;

	if (!is(f, from, HYPHEN) &&
	    (!is(f, from, JOIN) || seen_at(f, from)->value < JOIN_TO))
		return 0;
	for (size_t i = from + 1; i < f->t->n && i < from + FAR; i++) {
		if (timex_sentence_start(f, i) &&
		    (!is(f, i, MONTH) || f->language->english))
			return 0; /* not at the stop of "15. Mai" */
		if (is(f, i, MONTH) && then == 0)
			then = seen_at(f, i)->value;
		else if (is(f, i, YEAR) && f->t->at[i].n == 4)
			return then == 0 ? 0 : seen_at(f, i)->value - (month > then);
		else if (f->t->at[i].n > SHORT)
			return 0;
	}
	return 0;
}

/* The day was at most so many days ago. */
static bool
was_lately(const struct finder *f, int month, int day, long days)
{
	long far;

	for (int y = f->doc.year - 1; y <= f->doc.year; y++)
		if (distance(f, y, month, day, &far) && far <= 0 && far > -days)
			return true;
	return false;
}

/* Told after the history's last month it would be before it, and it was a few weeks ago; or
   only years are told, and it was lately: "In 1999 he left.  He died on 16 March." */
static bool
goes_back(const struct finder *f, int month, int day)
{
	enum { WEEKS = 45, LATELY = 21 };

	if (f->narrative)
		return f->last.grain == GRAIN_YEAR && was_lately(f, month, day, LATELY);
	return f->has_doc &&
	       (month < f->last.month ||
		   (month == f->last.month && f->last.grain >= GRAIN_DAY &&
		       day < f->last.day)) &&
	       was_lately(f, month, day, WEEKS);
}

static bool
day_in_history(const struct finder *f, const struct match *m, int month, int day)
{
	return date_in_history(f, m) && !goes_back(f, month, day);
}

bool
month_day_near(
    const struct finder *f, const struct match *m, int month, int day, struct when *out)
{
	const struct when *from = range_start(f, m, GRAIN_DAY);
	long best = 0, far;
	int year = 0, tense;

	if (from != NULL) {
		out->year_stated |= from->year_stated;
		return when_set_day(out,
		    from->year + (31 * month + day < 31 * from->month + from->day), month,
		    day);
	}
	if ((year = year_ahead(f, m, month)) != 0) {
		out->year_stated = true;
		return when_set_day(out, year, month, day);
	}
	if (day_in_history(f, m, month, day))
		return when_set_day(out, f->last_year, month, day);
	for (int y = f->doc.year - 1; y <= f->doc.year + 1; y++) {
		if (distance(f, y, month, day, &far) &&
		    (year == 0 || labs(far) < labs(best))) {
			year = y;
			best = far;
		}
	}
	if (year == 0)
		return false;
	if (timex_told_year(f, month, day, best) != 0) {
		out->year_stated |= !f->has_doc;
		return when_set_day(
		    out, timex_told_year(f, month, day, best), month, day);
	}
	if (((best > 7 && timex_happened(f, m)) ||
		(best > 30 && timex_did(f, m) && !timex_will(f, m))) &&
	    distance(f, year - 1, month, day, &far)) {
		year--;
	} else if (labs(best) > 75 || (best < -30 && timex_will(f, m))) {
		tense = timex_tense(f, m);
		if (tense > 0 && best < 0 && distance(f, year + 1, month, day, &far))
			year++;
		else if (tense < 0 && best > 0 && !timex_will(f, m) &&
			 distance(f, year - 1, month, day, &far))
			year--;
	}
	return when_set_day(out, year, month, day);
}

/* [Sunday,] June 28[, 2019]; 28 [of] June; last Oct. 23.  With arg 1 the day is the first
   token of the match (a range: "28 to 29 June"). */
bool
date_day(struct finder *f, struct match *m, struct when *out)
{
	/* 2: [June 3]-5, 3: [June 3] to July 5 */
	const int month =
	    m->arg == 3 ? seen_at(f, m->from)->value : value_of(f, m, MONTH);
	const int day = m->arg == 1   ? seen_at(f, m->from)->value
			: m->arg >= 2 ? seen_at(f, m->to - 1)->value
				      : value_of(f, m, DAYNUM);

	out->month_stated = true;
	if (m->to == m->end && is(f, m->to, COUNTED) && is(f, m->to - 1, DAYNUM))
		return false;
	if (m->year != 0) {
		out->year_stated = true;
		return when_set_day(out, m->year, month, day);
	}
	if (has(m, UNIT)) /* 3 February this year */
		return when_set_day(out, f->doc.year + match_step(f, m), month, day);
	out->year_stated = day_in_history(f, m, month, day);
	return month_day_near(f, m, month, day, out);
}

/* June 3-5, June 3 and 5: the second day, right after the first. */
bool
date_and_day(struct finder *f, struct match *m, struct when *out)
{
	const size_t i = m->from, to = m->to;

	if (i < 2 || f->last_to != i - 1 || f->last.grain != GRAIN_DAY ||
	    !f->last.month_stated || (!is(f, i - 1, HYPHEN) && !is(f, i - 1, JOIN)))
		return false;
	if (to < f->t->n && f->t->at[to].kind != TOKEN_PUNCT && !is(f, to, PREP) &&
	    (f->t->at[to].flags & TOKEN_BREAK) == 0 && !is(f, to, JOIN))
		return false;
	if (is(f, to, COUNTED) || (timex_glued(f, to) && is(f, to, HYPHEN)))
		return false;
	*out = f->last;
	out->mod = MOD_NONE;
	return when_set_day(out, out->year, out->month, seen_at(f, i)->value);
}

bool
date_iso(struct finder *f, struct match *m, struct when *out)
{
	const size_t i = m->from;

	if (f->t->at[i + 2].n != 2 || f->t->at[i + 4].n != 2)
		return false;
	out->year_stated = out->month_stated = true;
	return when_set_day(out, seen_at(f, i)->value, seen_at(f, i + 2)->value,
	    seen_at(f, i + 4)->value);
}

/* 28.06.2019, 28.6.89: one token, the day first. */
bool
date_dotted(struct finder *f, struct match *m, struct when *out)
{
	struct str rest = token_text(f->t, m->from);
	const struct str day = str_split(&rest, '.'), month = str_split(&rest, '.');
	long d, mo, y;

	if (month.n > 2 || (rest.n != 4 && rest.n != 2) || !str_int(day, &d) ||
	    !str_int(month, &mo) || !str_int(rest, &y))
		return false;
	if (rest.n == 2)
		y += y > 40 ? 1900 : 2000;
	out->year_stated = out->month_stated = true;
	return when_set_day(out, (int)y, (int)mo, (int)d);
}

/* Three numbers with a sign between; two digits are a year of 1941 to 2040. */
static bool
read_numbers(struct finder *f, const struct match *m, struct when *out, int n[3])
{
	for (int i = 0; i < 3; i++)
		n[i] = seen_at(f, m->from + 2 * (uint32_t)i)->value;
	if (f->t->at[m->from + 4].n == 2)
		n[2] += n[2] > 40 ? 1900 : 2000;
	else if (!is(f, m->from + 4, YEAR))
		return false;
	out->year_stated = out->month_stated = true;
	return true;
}

/* 28/06/2019: the day first, as most of the world writes it. */
bool
date_day_first(struct finder *f, struct match *m, struct when *out)
{
	int n[3];

	return read_numbers(f, m, out, n) && when_set_day(out, n[2], n[1], n[0]);
}

/* 6/28/2019, 6-28-89; the month first, unless that is impossible. */
bool
date_slashes(struct finder *f, struct match *m, struct when *out)
{
	int n[3];

	return read_numbers(f, m, out, n) && (when_set_day(out, n[2], n[0], n[1]) ||
						 when_set_day(out, n[2], n[1], n[0]));
}

void
when_set_month(struct when *out, int year, int month)
{
	out->grain = GRAIN_MONTH;
	out->year = year;
	out->month = month;
	out->month_stated = true;
}

/* The same of a month that was less than half a year ago. */
static bool
month_goes_back(const struct finder *f, int month)
{
	enum { NEAR = 5 };

	return !f->narrative && month < f->last.month &&
	       (f->doc.month - month + 12) % 12 < NEAR;
}

static void
month_near(const struct finder *f, const struct match *m, int month, struct when *out)
{
	const struct when *from = range_start(f, m, GRAIN_MONTH);
	int off = month - f->doc.month, tense;

	if (from != NULL && from->grain == GRAIN_MONTH) {
		out->year_stated = from->year_stated;
		when_set_month(out, from->year + (month < from->month), month);
		return;
	}
	if (year_ahead(f, m, month) != 0) {
		out->year_stated = true;
		when_set_month(out, year_ahead(f, m, month), month);
		return;
	}
	if (timex_of_that_year(f, m->to) ||
	    (date_in_history(f, m) && !month_goes_back(f, month))) {
		out->year_stated = true;
		when_set_month(out, f->last_year, month);
		return;
	}
	if (off > 6)
		off -= 12;
	else if (off <= -6)
		off += 12;
	tense = timex_tense(f, m);
	if (tense > 0 && off <= -2)
		off += 12;
	else if ((tense < f->language->english && off >= 2) ||
		 (off == 1 && timex_happened(f, m))) /* tenses are of English */
		off -= 12;
	off += f->doc.month - 1 + 12;
	when_set_month(out, f->doc.year - 1 + off / 12, month);
}

/* "31 February", "June 31": a number of days beside the month that is no date with it. */
static bool
has_wrong_day(const struct finder *f, const struct match *m)
{
	const size_t to = m->to;

	if (m->from > f->last_to && timex_before(f, m->from, NUMBER) &&
	    f->t->at[m->from - 1].n <= 2 && m->mod == MOD_NONE)
		return true;
	return is(f, to, NUMBER) && !is(f, to, YEAR) && f->t->at[to].n <= 2 &&
	       (f->t->at[to].flags & (TOKEN_DIGIT | TOKEN_BREAK)) == TOKEN_DIGIT;
}

/* "August der Starke" */
static bool
is_king(const struct finder *f, size_t after)
{
	static const char *const articles[] = { "der", "dem", "den", "des" };

	return !f->language->english && after + 1 < f->t->n &&
	       str_is_any(token_text(f->t, after), articles, LEN(articles)) &&
	       (f->t->at[after + 1].flags & TOKEN_CAPITAL) != 0;
}

/* Words that are also names or verbs need a word before them that asks for a date. */
static bool
is_month_word(const struct finder *f, const struct match *m)
{
	const size_t at = slot_at(m, MONTH), after = m->to;
	const int month = seen_at(f, at)->value;
	const bool abbr = seen_at(f, at)->unit == UNIT_ABBR && !is(f, m->to - 1, DOT);
	const bool preceded =
	    timex_before(f, m->from, PREP) || timex_before(f, m->from, JOIN) ||
	    timex_before(f, m->from, FUTURE) || timex_before(f, m->from, THAN) ||
	    (timex_before(f, m->from, THE) && !is(f, after, PREP)) ||
	    m->mod != MOD_NONE || (m->from > 0 && timex_mark(f, m->from - 1, MARK_ENDED));
	const bool followed = is(f, after, JOIN) && is(f, after + 1, MONTH);

	if (abbr && after < f->t->n && (f->t->at[after].flags & TOKEN_CAPITAL) != 0)
		return false;
	if ((abbr || month == 5 || month == 3 || is_king(f, after)) && !preceded &&
	    !followed)
		return false;
	if (after < f->t->n && (f->t->at[after].flags & TOKEN_CAPITAL) != 0 &&
	    timex_glued(f, after) == false && !timex_sentence_start(f, after) &&
	    month >= 3 && month <= 8 && (month != 7 || !f->language->english))
		return timex_before(f, m->from, PREP);
	return true;
}

bool
date_month(struct finder *f, struct match *m, struct when *out)
{
	if (has_wrong_day(f, m) || !is_month_word(f, m))
		return false;
	out->mod = m->mod;
	month_near(f, m, value_of(f, m, MONTH), out);
	if (has(m, UNIT)) /* February this year */
		out->year = f->doc.year + match_step(f, m);
	return true;
}

bool
date_month_year(struct finder *f, struct match *m, struct when *out)
{
	if (has_wrong_day(f, m))
		return false;
	out->mod = m->mod;
	out->year_stated = true;
	when_set_month(out, m->year, value_of(f, m, MONTH));
	return true;
}
