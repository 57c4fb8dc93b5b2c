/* Dates of feeds and mails, which programs write and miswrite: RFC 5322 with its old
   two-digit years and zones, RFC 3339 and W3C-DTF, asctime, and what is between them. */
#include <string.h>

#include "article/item.h"
#include "article/tables/zones.h"
#include "base/day.h"

struct moment {
	struct civil day; /* day 0: none */
	int hour, minute, second, zone;
	bool timed, zoned, bad;
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* The number of the next digits, `*n` of them, at most 9. */
static int
digits(struct str *s, size_t *n)
{
	int v = 0;

	for (*n = 0; *n < s->n && *n < 9 && is_digit(s->p[*n]); ++*n)
		v = v * 10 + (s->p[*n] - '0');
	*s = str_cut(*s, *n, s->n);
	return v;
}

static bool
take(struct str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = str_cut(*s, 1, s->n);
	return true;
}

/* RFC 5322, 4.3: 00 to 49 are of this century. */
static int
full_year(int year, size_t n)
{
	return n > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/* "14:05", "14:05:09.25" after the hour's digits were taken. */
static void
read_clock(struct moment *m, struct str *s, int hour)
{
	size_t n;

	m->timed = take(s, ':');
	m->hour = hour;
	m->minute = digits(s, &n);
	m->bad |= n != 2;
	if (take(s, ':')) {
		m->second = digits(s, &n);
		m->bad |= n == 0;
		if (take(s, '.') || take(s, ','))
			(void)digits(s, &n);
		m->second = m->second == 60 ? 59 : m->second;
	}
	m->bad |= m->hour > 24 || m->minute > 59 || m->second > 59;
}

/* "+0530", "-05:00", "+9". */
static void
read_offset(struct moment *m, struct str *s)
{
	const int sign = take(s, '-') ? -1 : 1;
	size_t n, k;
	int v;

	(void)take(s, '+');
	v = digits(s, &n);
	m->zone = n >= 3 ? v / 100 * 60 + v % 100 : v * 60;
	if (n <= 2 && take(s, ':'))
		m->zone += digits(s, &k);
	m->zone *= sign;
	m->zoned = n != 0;
	m->bad |= n > 4 || m->zone <= -900 || m->zone >= 900;
}

static int
month_of(struct str w)
{
	for (int i = 0; i < 12 && w.n >= 3; i++)
		if (str_eq_nocase(w, str_cut(str_of(month_names[i]), 0, w.n)))
			return i + 1;
	return 0;
}

static bool
is_weekday(struct str w)
{
	for (size_t i = 0; i < 7 && w.n >= 2; i++)
		if (str_eq_nocase(w, str_cut(str_of(weekday_names[i]), 0, w.n)))
			return true;
	return false;
}

static void
read_word(struct moment *m, struct str *s)
{
	size_t n = 0;
	struct str w;

	while (n < s->n && is_alpha(s->p[n]))
		n++;
	w = str_cut(*s, 0, n);
	*s = str_cut(*s, n, s->n);
	if (m->day.month == 0 && month_of(w) != 0) {
		m->day.month = month_of(w);
		return;
	}
	for (size_t i = 0; i < LEN(zones) && m->timed; i++)
		if (str_eq_nocase(w, str_of(zones[i].name))) {
			m->zone = zones[i].minutes;
			m->zoned = true;
			return;
		}
	if (str_eq_nocase(w, STR("pm")) && m->timed && m->hour < 12)
		m->hour += 12;
	else if (str_eq_nocase(w, STR("am")) && m->timed && m->hour == 12)
		m->hour = 0;
}

/* "2019-06-28", "2019-06", "2019/6/28" after the year; also "20190628". */
static void
read_iso(struct moment *m, struct str *s, int year)
{
	size_t n;

	m->day.year = year;
	if (!take(s, '-') && !take(s, '/'))
		return;
	if (s->n != 0 && is_alpha(s->p[0])) /* 2019-Jun-28 */
		read_word(m, s);
	else
		m->day.month = digits(s, &n);
	if (take(s, '-') || take(s, '/'))
		m->day.day = digits(s, &n);
}

static void
read_number(struct moment *m, struct str *s)
{
	size_t n;
	const int v = digits(s, &n);

	if (s->n != 0 && s->p[0] == ':' && !m->timed)
		read_clock(m, s, v);
	else if (n == 8 && m->day.year == 0)
		m->day = (struct civil){ v / 10000, v / 100 % 100, v % 100 };
	else if (n == 4 && m->day.year == 0 && m->day.month == 0 && m->day.day == 0)
		read_iso(m, s, v);
	else if (m->day.day == 0 && n <= 2)
		m->day.day = v;
	else if (m->day.year == 0 && m->day.month != 0 && n >= 2 && n <= 4)
		m->day.year = full_year(v, n);
	else
		m->bad = true;
}

/* 24:00 is the next day's beginning. */
static void
carry(struct moment *m)
{
	if (m->hour != 24 || m->day.day == 0)
		return;
	m->hour = 0;
	m->day = civil_of(day_of(m->day) + 1);
}

static struct str
moment_edtf(struct arena *a, struct moment *m)
{
	struct buf b = buf_new(a);
	const int zone = m->zone < 0 ? -m->zone : m->zone;

	if (m->bad || m->day.year < 1000 || m->day.year > 9998 || m->day.month > 12 ||
	    (m->day.day != 0 && !civil_valid(m->day)) ||
	    (m->day.month == 0 && m->day.day != 0))
		return STR_NIL;
	carry(m);
	buf_printf(&b, "%04d", m->day.year);
	if (m->day.month != 0)
		buf_printf(&b, "-%02d", m->day.month);
	if (m->day.day != 0)
		buf_printf(&b, "-%02d", m->day.day);
	if (m->day.day == 0 || !m->timed)
		return buf_view(&b);
	buf_printf(&b, "T%02d:%02d:%02d", m->hour, m->minute, m->second);
	if (m->zoned && zone == 0)
		buf_byte(&b, 'Z');
	else if (m->zoned)
		buf_printf(
		    &b, "%c%02d:%02d", m->zone < 0 ? '-' : '+', zone / 60, zone % 60);
	return buf_view(&b);
}

/* Words that are neither months, weekdays nor zones make it no date. */
static bool
is_foreign(struct str s)
{
	size_t n = 0;
	struct str w;

	while (n < s.n && is_alpha(s.p[n]))
		n++;
	w = str_cut(s, 0, n);
	for (size_t i = 0; i < LEN(zones); i++)
		if (str_eq_nocase(w, str_of(zones[i].name)))
			return false;
	return n > 2 && month_of(w) == 0 && !is_weekday(w);
}

struct str
item_date(struct arena *a, struct str s)
{
	struct moment m = { 0 };

	s = str_trim(s);
	if (s.n < 4 || s.n > 60)
		return STR_NIL;
	while (s.n != 0 && !m.bad) {
		if (is_digit(s.p[0]))
			read_number(&m, &s);
		else if ((s.p[0] == '+' || s.p[0] == '-') && m.timed && !m.zoned)
			read_offset(&m, &s);
		else if (is_foreign(s))
			m.bad = true;
		else if (is_alpha(s.p[0]))
			read_word(&m, &s);
		else
			s = str_cut(s, 1, s.n);
	}
	return m.day.year == 0 ? STR_NIL : moment_edtf(a, &m);
}
