/* A date is read left to right into parts; days come from the parts. */
#include "data/edtf.h"

#include <limits.h>

#include "data/edtf_parts.h"

/* The next two bytes as a number, or PART_UNKNOWN for XX; else false. */
static bool
take_number(struct str *s, int *out)
{
	const struct str digits = str_cut(*s, 0, 2);
	long v;

	if (str_eq(digits, STR("XX")))
		v = PART_UNKNOWN;
	else if (digits.n != 2 || digits.p[0] == '-' || !str_int(digits, &v))
		return false;
	*out = (int)v;
	*s = str_cut(*s, 2, s->n);
	return true;
}

static bool
take_byte(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_cut(*s, 1, s->n);
	return true;
}

/* YYYY, -YYYY, YYYX, YYXX or XXXX. */
static bool
take_year(struct str *s, struct edtf_parts *p)
{
	const bool bc = take_byte(s, '-');
	size_t known = 0;
	int v = 0, span = 1;

	while (known < 4 && known < s->n && byte_is_digit(s->p[known]))
		v = v * 10 + (s->p[known++] - '0');
	if ((known != 4 && (bc || known == 1)) || (bc && v == 0))
		return false;
	if (!str_starts(str_cut(*s, known, s->n), str_cut(STR("XXXX"), known, 4)))
		return false;
	for (size_t i = known; i < 4; i++)
		span *= 10;
	*s = str_cut(*s, 4, s->n);
	p->no_year = known == 0;
	p->year = known == 0 ? 0 : bc ? -v : v * span;
	p->year_last = known == 0 ? 0 : p->year + span - 1;
	return true;
}

/* The parts after the year are a date of the calendar; 29 February needs a leap year
   only when the year is known. */
static bool
is_possible(const struct edtf_parts *p)
{
	const int year = p->no_year || p->year != p->year_last ? 2000 : p->year;
	const int month = p->month == PART_UNKNOWN ? 1 : p->month;

	if (p->day == 0)
		return p->month == PART_UNKNOWN || p->month == 0 ||
		       (p->month >= 1 && p->month <= 12) ||
		       (p->month >= 21 && p->month <= 24) ||
		       (p->month >= 33 && p->month <= 36) || p->month == 40 ||
		       p->month == 41;
	return civil_valid(
	    (struct civil){ year, month, p->day == PART_UNKNOWN ? 1 : p->day });
}

/* Thh:mm[:ss][Z|+hh:mm]; nothing of it is kept, but it must be a time. */
static bool
take_time(struct str *s)
{
	int hour, minute, second = 0;

	if (!take_number(s, &hour) || !take_byte(s, ':') || !take_number(s, &minute))
		return false;
	if (take_byte(s, ':') && !take_number(s, &second))
		return false;
	if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
	    second > 59)
		return false;
	if (!take_byte(s, '+') && !take_byte(s, '-'))
		return s->n == 0 || take_byte(s, 'Z');
	return take_number(s, &hour) && take_byte(s, ':') && take_number(s, &minute) &&
	       hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

bool
edtf_parts_read(struct str s, struct edtf_parts *out)
{
	struct edtf_parts p = { 0 };

	if (s.n == 0 || str_eq(s, STR(".."))) {
		*out = (struct edtf_parts){ .open = true };
		return true;
	}
	if (!take_year(&s, &p))
		return false;
	if (take_byte(&s, '-') && (!take_number(&s, &p.month) || p.month == 0))
		return false;
	if (p.month != 0 && take_byte(&s, '-') &&
	    (!take_number(&s, &p.day) || p.day == 0))
		return false;
	if (!is_possible(&p))
		return false;
	if (p.year == p.year_last && p.year >= 0 && !p.no_year && p.month > 0 &&
	    p.day > 0 && take_byte(&s, 'T')) {
		p.time = true;
		if (!take_time(&s))
			return false;
	} else if (s.n == 1 && str_has(STR("?~%"), s)) {
		p.qualifier = s.p[0];
		s = STR_NIL;
	}
	*out = p;
	return s.n == 0;
}

/* The first month of what `month` names, and how many it has. */
static int
first_month(int month, int *count)
{
	*count = month < 0 || month == 0 ? 12 : month <= 12 ? 1 : month < 40 ? 3 : 6;
	if (month <= 0)
		return 1;
	if (month <= 12)
		return month;
	if (month <= 24)
		return (month - 20) *
		       3; /* spring is March to May; winter ends next year */
	return month < 40 ? (month - 33) * 3 + 1 : (month - 40) * 6 + 1;
}

static long
day_in(int year, int month, int day)
{
	if (month > 12)
		return day_in(year + 1, month - 12, day);
	if (year > 9999)
		return day_of((struct civil){ 9999, 12, 31 });
	if (day > civil_month_days(year, month))
		day = civil_month_days(year, month);
	return day_of((struct civil){ year, month, day });
}

static enum edtf_grain
grain_of(const struct edtf_parts *p)
{
	if (p->open || (p->no_year && p->month <= 0 && p->day <= 0))
		return EDTF_NONE;
	if (p->year != p->year_last)
		return p->year_last - p->year > 9 ? EDTF_CENTURY : EDTF_DECADE;
	if (p->month <= 0)
		return p->no_year ? EDTF_DAY : EDTF_YEAR;
	if (p->month > 12)
		return p->month >= 40 ? EDTF_HALF : EDTF_SEASON;
	return p->day <= 0 ? EDTF_MONTH : p->time ? EDTF_TIME : EDTF_DAY;
}

/* The first and last day of one end. */
static void
days_of(const struct edtf_parts *p, long *from, long *to)
{
	int months;
	const int month = first_month(p->month, &months);

	*from = LONG_MIN;
	*to = LONG_MAX;
	if (p->open)
		return;
	*from = day_in(p->year, month, p->day > 0 ? p->day : 1);
	*to = day_in(p->year_last, month + months - 1, p->day > 0 ? p->day : 31);
}

/* Splits at the slash; the end is as the start when there is none. */
static bool
read_ends(struct str s, struct edtf_parts *start, struct edtf_parts *end, bool *interval)
{
	struct str rest = s;
	const struct str head = str_split(&rest, '/');

	*interval = head.n < s.n;
	if (!edtf_parts_read(head, start) ||
	    !edtf_parts_read(*interval ? rest : head, end))
		return false;
	return !(start->open && end->open) && start->time == end->time;
}

bool
edtf_parse(struct str s, struct edtf *out)
{
	struct edtf_parts start, end;
	struct edtf e = { 0 };
	long start_to, end_from;

	if (!read_ends(s, &start, &end, &e.interval))
		return false;
	days_of(&start, &e.from, &start_to);
	days_of(&end, &end_from, &e.to);
	e.grain = grain_of(start.open ? &end : &start);
	e.no_year = start.no_year || end.no_year;
	if (!e.no_year && !start.open && !end.open && e.to < e.from)
		return false;
	e.uncertain = start.qualifier == '?' || start.qualifier == '%' ||
		      end.qualifier == '?' || end.qualifier == '%';
	e.approximate = start.qualifier == '~' || start.qualifier == '%' ||
			end.qualifier == '~' || end.qualifier == '%';
	*out = e;
	return true;
}

int
edtf_cmp(const struct edtf *a, const struct edtf *b)
{
	if (a->no_year != b->no_year)
		return a->no_year ? 1 : -1;
	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	if (a->grain != b->grain)
		return a->grain < b->grain ? -1 : 1;
	return (a->to > b->to) - (a->to < b->to);
}
