/*
 * Seasons, quarters and halves of a year, decades and centuries, and the figures of "a year
 * earlier", which in a report are those of the same quarter.
 */
#include "timex_resolve.h"

enum { QUARTER_REACH = 300 }; /* tokens after which a report's quarter is forgotten */

static int
season_of(int month)
{
	return month % 12 / 3; /* 0 winter .. 3 autumn */
}

static bool
set_season(struct when *out, int year, int season)
{
	out->grain = GRAIN_SEASON;
	out->year = year;
	out->month = season;
	return true;
}

/* Years to add to a season without a year: "opens in the spring" is not the one that is over,
   "opened in the autumn" is not the one to come. */
static int
season_off(const struct finder *f, const struct match *m, int then, int now)
{
	const int tense = timex_tense(f, m);

	if (tense > 0 && then != 0 && then < now &&
	    (!f->language->english || timex_will(f, m) || timex_present(f, m)))
		return 1;
	return tense < 0 && (then > now || (then == 0 && now != 0)) ? -1 : 0;
}

/* "last year, perhaps in the summer or in spring": of the year just told. */
static bool
is_of_told(const struct finder *f, const struct match *m)
{
	enum { NEAR = 5 /* tokens */ };
	static const char *const words[] = { ",", "(", "in", "the", "or", "there",
		"perhaps", "probably", "maybe", "about", "im", "dort", "oder", "etwa",
		"wohl", "vielleicht", "en", "au", "ou", "peut-être", "o", "quizás" };

	if (f->last_to == 0 || f->last_to > m->from || m->from - f->last_to > NEAR ||
	    f->last.unknown ||
	    (f->last.grain != GRAIN_YEAR && f->last.grain != GRAIN_SEASON))
		return false;
	for (size_t i = f->last_to; i < m->from; i++)
		if (timex_sentence_start(f, i) ||
		    !str_is_any(token_text(f->t, i), words, LEN(words)))
			return false;
	return true;
}

/* "It snowed a lot this winter", in January or in spring: it began last year. */
static bool
has_begun(const struct finder *f, const struct match *m, int step)
{
	const int tense = step < 0 ? -1 : timex_tense(f, m);

	return f->doc.month <= 2 ? tense <= 0 || has(m, THIS)
				 : f->doc.month <= 5 && tense < 0;
}

/* "next summer" said in spring is not the one that comes, which would be "this summer"; a winter
   begins in the December of its year. */
static bool
is_of_next_year(int season, int now, int month)
{
	return month == 12 || (now != 0 && season <= now + 1);
}

/* last winter, this spring, the summer of 1914 */
bool
date_season(struct finder *f, struct match *m, struct when *out)
{
	const int season = value_of(f, m, SEASON), step = match_step(f, m);
	const int now = season_of(f->doc.month), then = season % 4;
	const struct when *from =
	    timex_counts_on(f, m) ? timex_anchor(f, UNIT_YEAR) : NULL;
	int year = f->doc.year;

	out->mod = m->mod;
	if (from != NULL) { /* the following spring */
		out->year_stated = from->year_stated;
		return set_season(out,
		    timex_year_beside(from, season == 4 ? 12 : 3 * season, step), season);
	}
	if (m->year != 0) {
		out->year_stated = true;
		return set_season(out, m->year, season);
	}
	if (has(m, THAT)) {
		out->year_stated = f->told.year_stated;
		return f->told.grain >= GRAIN_YEAR &&
		       set_season(out, f->told.year, season);
	}
	if (f->narrative && f->last_year != 0 && step >= 0 && !has(m, THIS) &&
	    !timex_will(f, m)) {
		out->year_stated = true;
		return set_season(out, f->last_year + (step > 0), season);
	}
	if (step == 0 && !has(m, THIS) && is_of_told(f, m)) {
		out->year_stated = f->last.year_stated;
		return set_season(out, f->last.year, season);
	}
	if (then == 0 && step <= 0 && has_begun(f, m, step)) /* in last year's December */
		year -= 1 + (step < 0 && f->doc.month <= 2);
	else if (step < 0 && (then >= now || then == 0))
		year--;
	else if (step > 0 && is_of_next_year(season, now, f->doc.month))
		year++;
	else if (step == 0 && !has(m, THIS))
		year += season_off(f, m, then, now);
	return set_season(out, year, season);
}

/* "im Herbst", "au printemps", "en otoño" */
bool
date_season_abroad(struct finder *f, struct match *m, struct when *out)
{
	const size_t i = m->from - (timex_before(f, m->from, THE) ? 1 : 0);

	return (timex_before(f, i, PREP) || timex_before(f, i, IN)) &&
	       !is(f, m->to, OF) && date_season(f, m, out);
}

/* "in the spring", "by summer": without a year, in small letters. */
bool
date_season_bare(struct finder *f, struct match *m, struct when *out)
{
	const size_t at = slot_at(m, SEASON);

	if ((f->t->at[at].flags & TOKEN_CAPITAL) != 0 || seen_at(f, at)->owner)
		return false;
	if (is(f, m->to, HYPHEN) ||
	    (m->to < f->t->n && (f->t->at[m->to].flags & TOKEN_CAPITAL) != 0 &&
		!timex_sentence_start(f, m->to)))
		return false;
	if (!timex_before(f, m->from, PREP) && !timex_before(f, m->from, APPROX))
		return false;
	if (token_is(f->t, at, STR("fall")) && is(f, m->to, OF) && m->to + 1 < f->t->n &&
	    !is(f, m->to + 1, THAT) && !is(f, m->to + 1, THIS))
		return false; /* "after the fall of the wall" */
	if (!has(m, THE) && value_of(f, m, SEASON) == 3 && f->t->at[at].n == 4 &&
	    !timex_before(f, m->from, IN))
		return false;
	return date_season(f, m, out);
}

static void
set_part_of_year(struct when *out, int year, int k, bool half)
{
	out->grain = half ? GRAIN_HALF : GRAIN_QUARTER;
	out->year = year;
	out->month = k;
	out->month_stated = true;
}

/* the third quarter [of 2019], fiscal second-quarter, the 1988 first half */
bool
date_quarter(struct finder *f, struct match *m, struct when *out)
{
	const bool half = has(m, HALF);
	const int most = half ? 2 : 4;
	const int now = half ? (f->doc.month - 1) / 6 + 1 : (f->doc.month - 1) / 3 + 1;
	int k = value_of(f, m, ORDINAL), year = f->doc.year, tense;

	if (timex_glued(f, m->to) && is(f, m->to, HYPHEN))
		return false; /* the first half-mile, her first quarter-final */
	if (has(m, LAST) && half && !has(m, ORDINAL))
		k = 2;
	if (k < 1 || k > most)
		return false;
	if (m->year != 0) {
		year = m->year;
		out->year_stated = true;
	} else if (m->arg == 2) { /* of this, last, next year */
		year += match_step(f, m);
	} else {
		tense = timex_tense(f, m);
		if (k > now && tense <= 0)
			year--;
		else if (k < now - 1 && tense > 0)
			year++;
	}
	out->mod = m->mod;
	set_part_of_year(out, year, k, half);
	/* third-quarter profit: the article is the noun's */
	if (is(f, m->to - 2, HYPHEN) && is(f, m->from, THE))
		m->from++;
	return true;
}

static bool
is_over(const struct finder *f, const struct when *quarter)
{
	return 4 * quarter->year + quarter->month <=
	       4 * f->doc.year + (f->doc.month - 1) / 3;
}

/* The quarter that reports speak of now, or the one before the document's. */
bool
rel_quarter(struct finder *f, struct match *m, struct when *out)
{
	const size_t to = m->to;
	struct when day = { 0 };

	if (is(f, to, OF) || is(f, to, HYPHEN) || timex_mark(f, to, MARK_POINT) ||
	    is(f, to, COUNTED))
		return false;
	if (timex_mark(f, to, MARK_ENDED) && is(f, to + 1, MONTH)) {
		const size_t dot = is(f, to + 2, DOT) ? 1 : 0;
		const int month = seen_at(f, to + 1)->value;

		if (is(f, to + 2 + dot, DAYNUM) && month_day_near(f, m, month, 1, &day)) {
			set_part_of_year(out, day.year, (month - 1) / 3 + 1, false);
			return true;
		}
	}
	if (m->arg == 0) { /* the, that, the same, the latest */
		if (f->has_quarter && f->last_quarter.grain == GRAIN_QUARTER &&
		    (value_of(f, m, THAT) != 3 || is_over(f, &f->last_quarter))) {
			*out = f->last_quarter;
			return true;
		}
		*out = when_shift(f->doc_day, -1, UNIT_QUARTER);
		return true;
	}
	*out = when_shift(f->doc_day, match_step(f, m), UNIT_QUARTER);
	return true;
}

/* A report tells of a quarter that is over; what is to come in one is of its paragraph only. */
static bool
quarter_is_near(const struct finder *f, const struct match *m)
{
	return f->has_quarter && m->from - f->last_quarter_at < QUARTER_REACH &&
	       (is_over(f, &f->last_quarter) ||
		   timex_same_paragraph(f, f->last_quarter_at + 1, m->from));
}

/* year-ago, the year-earlier quarter */
bool
rel_year_ago(struct finder *f, struct match *m, struct when *out)
{
	if (quarter_is_near(f, m)) {
		*out = f->last_quarter;
		out->year--;
		return true;
	}
	*out = when_shift(f->doc_day, -1, UNIT_YEAR);
	return true;
}

/* The date of "a year earlier" in a report that gave a quarter just before. */
bool
year_earlier_quarter(const struct finder *f, const struct match *m, struct when *out)
{
	if (!quarter_is_near(f, m))
		return false;
	*out = f->last_quarter;
	out->year--;
	return true;
}

/* the year-ago third quarter; the 1988 period; the same period last year */
bool
rel_period(struct finder *f, struct match *m, struct when *out)
{
	const int k = value_of(f, m, ORDINAL);

	if (k > 0 && k <= 4) {
		set_part_of_year(out, f->doc.year - 1, k, false);
		if (f->has_quarter)
			out->year = f->last_quarter.year - 1;
		return true;
	}
	if (quarter_is_near(f, m)) {
		*out = f->last_quarter;
		out->year = m->year != 0 ? m->year : f->doc.year - 1;
		return true;
	}
	out->grain = GRAIN_YEAR;
	out->year = m->year != 0 ? m->year : f->doc.year - 1;
	out->year_stated = m->year != 0;
	return true;
}

/* this century, the last century */
bool
rel_century(struct finder *f, struct match *m, struct when *out)
{
	*out = when_shift(f->doc_day, match_step(f, m), UNIT_CENTURY);
	return true;
}

/* March to June 1918, October-November 1962: the first month has the year of the second. */
bool
date_month_of_pair(struct finder *f, struct match *m, struct when *out)
{
	const int month = seen_at(f, m->from)->value;

	out->grain = GRAIN_MONTH;
	out->year = m->year - (month > value_of(f, m, MONTH));
	out->month = month;
	out->year_stated = out->month_stated = true;
	return true;
}

bool
date_decade(struct finder *f, struct match *m, struct when *out)
{
	const size_t at = slot_at(m, DECADE);

	if (!has(m, DECADE)) { /* 1990's */
		out->year = seen_at(f, slot_at(m, YEAR))->value;
		if (out->year % 10 != 0)
			return false;
	} else {
		out->year = 10 * seen_at(f, at)->value;
		if ((f->t->at[at].flags & TOKEN_DIGIT) != 0 && f->t->at[at].n == 3 &&
		    !timex_before(f, at, QUOTE))
			return false;
		if (timex_before(f, m->from, OWNER) ||
		    (m->from > 1 && token_is(f->t, m->from - 1, STR("mid")) &&
			is(f, m->from - 2, OWNER)))
			return false; /* "in his mid thirties" */
	}
	out->grain = GRAIN_DECADE;
	out->year_stated = true;
	out->mod = m->mod;
	return true;
}

bool
date_century(struct finder *f, struct match *m, struct when *out)
{
	const int n = value_of(f, m, has(m, ORDINAL) ? ORDINAL : DAYNUM);

	out->grain = GRAIN_CENTURY;
	out->year_stated = true;
	out->mod = m->mod;
	out->year = 100 * (n - 1) + (m->arg != 0 ? 2000 : 0);
	return n > 0 && n < 23;
}
