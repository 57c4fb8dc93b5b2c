/* What counts from a date told before: "two days later", "the week before", "the following March". */
#include "timex_resolve.h"

const struct when *
timex_anchor(const struct finder *f, enum unit unit)
{
	const enum grain least = unit == UNIT_DAY || unit == UNIT_NIGHT ? GRAIN_DAY
				 : unit == UNIT_WEEK || unit == UNIT_FORTNIGHT
				     ? GRAIN_WEEK
				 : unit == UNIT_MONTH ? GRAIN_MONTH
						      : GRAIN_YEAR;

	if (f->last.grain >= least &&
	    f->last_para + (least == GRAIN_DAY ? 2 : 1) >= f->para)
		return &f->last;
	return f->last_day.grain >= least && f->day_para == f->para ? &f->last_day : NULL;
}

void
timex_count_on(const struct finder *f, const struct match *m, const struct when *from,
    int step, enum unit unit, struct when *out)
{
	long day = f->doc_day;

	if (from != NULL && !when_first_day(from, &day))
		from = NULL;
	*out = when_shift(day, step, unit);
	out->year_stated = from != NULL && from->year_stated;
	if (when_first_day(out, &day))
		out->unknown = (step > 0 && from == NULL) ||
			       (day > f->doc_day && timex_tense(f, m) < 0);
}

bool
timex_counts_on(const struct finder *f, const struct match *m)
{
	return value_of(f, m, NEXT) == NEXT_FOLLOWING ||
	       value_of(f, m, LAST) == LAST_PREVIOUS;
}

int
timex_year_beside(const struct when *from, int month, int step)
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
	const struct when *from =
	    timex_counts_on(f, m) ? timex_anchor(f, UNIT_YEAR) : NULL;
	int year = f->doc.year;

	if (from != NULL) {
		year = timex_year_beside(from, month, step);
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

/* the next morning, the previous evening: of the day told before */
bool
rel_next_part(struct finder *f, struct match *m, struct when *out)
{
	timex_count_on(f, m, timex_anchor(f, UNIT_DAY), match_step(f, m), UNIT_DAY, out);
	add_daypart(f, m, out);
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
	const enum unit unit =
	    has(m, UNIT) || has(m, UNITS) ? match_unit(f, m) : UNIT_DAY;
	const struct when *from = timex_anchor(f, unit);
	const int step = m->arg != 0 ? m->arg : value_of(f, m, EARLIER);
	const bool ends = m->to == f->t->n || f->t->at[m->to].kind == TOKEN_PUNCT;
	const int count = m->milli == 0 ? 1 : (int)(m->milli / 1000);

	if (from == NULL || unit < UNIT_DAY || m->milli < 0 || count > 9000 ||
	    timex_before(f, m->from, COUNTED) || is(f, m->to, OF) ||
	    (f->language->english && !ends))
		return false;
	timex_count_on(f, m, from, step * count, unit, out);
	add_daypart(f, m, out);
	return true;
}
