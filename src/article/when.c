/* Dates of feeds and mails, which programs write and miswrite: RFC 5322 with its old
   two-digit years and zones, RFC 3339 and W3C-DTF, asctime, seconds since 1970, and what
   is between them, with months in the languages of tables/months.h. */
#include <string.h>

#include "article/html_meta.h"
#include "article/item.h"
#include "article/tables/zones.h"
#include "base/day.h"

struct moment {
	struct civil day; /* day 0: none */
	int hour, minute, second, zone;
	int weekday; /* 1 is Monday, 0 unknown */
	bool timed, zoned, bad, before_noon, after_noon;
	bool greenwich; /* the zone is its name, and an offset may follow */
	bool numbers;   /* day and month are numbers, in the one order or the other */
	bool slashes;   /* and neither order is likelier */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c & 0x80) != 0;
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
	m->zoned = true;
	m->greenwich = false;
	m->zoned = m->zone > -900 && m->zone < 900; /* a miswritten one is none */
	m->bad |= n > 4;
}

static int
weekday_of(struct str w)
{
	for (int i = 0; i < 7 && w.n >= 2; i++)
		if (str_eq_nocase(w, str_cut(str_of(weekday_names[i]), 0, w.n)))
			return i + 1;
	return 0;
}

static struct str
take_word(struct str *s)
{
	size_t n = 0;
	const struct str all = *s;

	while (n < s->n && is_alpha(s->p[n]))
		n++;
	*s = str_cut(all, n, all.n);
	return str_cut(all, 0, n);
}

/* "America/New_York" is a place, whose offset on that day is not known here. */
static bool
take_place(struct moment *m, struct str w, struct str *s)
{
	size_t n = 0;

	if (!m->timed || s->n == 0 || s->p[0] != '/')
		return false;
	while (n < s->n && (is_alpha(s->p[n]) || strchr("/_-+", s->p[n]) != NULL))
		n++;
	m->zoned = m->greenwich = str_eq_nocase(w, STR("Etc")) && n == 4;
	*s = str_cut(*s, n, s->n);
	return true;
}

static bool
zone_in(struct moment *m, struct str w, const struct zone *list, size_t n)
{
	for (size_t i = 0; i < n && !m->zoned; i++)
		if (str_eq_nocase(w, str_of(list[i].name))) {
			m->zone = list[i].minutes;
			m->zoned = m->timed;
			m->greenwich = m->zone == 0;
			return true;
		}
	return false;
}

static bool
read_half(struct moment *m, struct str w, struct str *s)
{
	static const char *const before[] = { "am", "오전", "午前", "上午" };
	static const char *const after[] = { "pm", "오후", "午後", "下午" };

	if (w.n == 1 && strchr("apAP", w.p[0]) != NULL &&
	    str_eq_nocase(str_cut(*s, 0, 3), STR(".m."))) {
		*s = str_cut(*s, 3, s->n);
		w = (w.p[0] | 32) == 'a' ? STR("am") : STR("pm");
	}
	for (size_t i = 0; i < LEN(after); i++) {
		m->after_noon = m->after_noon || str_eq_nocase(w, str_of(after[i]));
		m->before_noon = m->before_noon || str_eq_nocase(w, str_of(before[i]));
	}
	return m->after_noon || m->before_noon;
}

/* Words that mean nothing make it no date, but a day's name in another language before
   it, what stands after the time, and "at". */
static void
read_word(struct arena *a, struct moment *m, struct str *s, bool first)
{
	const struct str w = take_word(s);
	const int month = month_short(a, w), weekday = weekday_of(w);

	if (take_place(m, w, s) || zone_in(m, w, zones, LEN(zones)) ||
	    (m->timed && zone_in(m, w, short_zones, LEN(short_zones))) ||
	    read_half(m, w, s))
		return;
	if (weekday != 0)
		m->weekday = weekday;
	else if (month != 0)
		m->day.month = month;
	else if (w.n > 2 && (w.p[0] & 0x80) == 0 && !m->zoned &&
		 !(first && s->n != 0 && strchr(".,", s->p[0]) != NULL))
		m->bad = true;
}

/* "2019-06-28", "2019-06", "2019/6/28" after the year; also "20190628". */
static void
read_iso(struct arena *a, struct moment *m, struct str *s, int year)
{
	size_t n;

	m->day.year = year;
	if (!take(s, '-') && !take(s, '/'))
		return;
	if (s->n != 0 && is_alpha(s->p[0])) /* 2019-Jun-28 */
		read_word(a, m, s, false);
	else
		m->day.month = digits(s, &n);
	if (take(s, '-') || take(s, '/'))
		m->day.day = digits(s, &n);
}

/* "28.6.2019", "6/28/19", "28-06-2019" after the first number. */
static bool
read_triple(struct moment *m, struct str *s, int first)
{
	struct str rest = *s;
	const char sep = rest.n != 0 ? rest.p[0] : ' ';
	size_t n, k, l;
	int second, year;

	if (strchr("./-", sep) == NULL || !take(&rest, sep))
		return false;
	second = digits(&rest, &n);
	if (n == 0 || n > 2 || !take(&rest, sep))
		return false;
	year = digits(&rest, &k);
	l = k == 2 && sep != '-' ? 2 : 4;
	m->bad = m->bad || k != l;
	m->day = (struct civil){ full_year(year, l), second, first };
	m->numbers = true;
	m->slashes = sep == '/';
	*s = rest;
	return true;
}

/* "140509" after a day. */
static void
read_digits(struct moment *m, int v)
{
	m->timed = true;
	m->hour = v / 10000;
	m->minute = v / 100 % 100;
	m->second = v % 100;
	m->bad |= m->hour > 24 || m->minute > 59 || m->second > 59;
}

static void
read_number(struct arena *a, struct moment *m, struct str *s)
{
	size_t n;
	const int v = digits(s, &n);
	const bool none = m->day.year == 0 && m->day.month == 0 && m->day.day == 0;

	if (s->n != 0 && s->p[0] == ':' && !m->timed)
		read_clock(m, s, v);
	else if (n == 8 && m->day.year == 0)
		m->day = (struct civil){ v / 10000, v / 100 % 100, v % 100 };
	else if (n == 6 && m->day.year != 0 && m->day.day != 0 && !m->timed)
		read_digits(m, v);
	else if (n == 4 && none)
		read_iso(a, m, s, v);
	else if (n <= 2 && none && read_triple(m, s, v))
		return;
	else if (n <= 2 && m->day.month == 0 && (m->day.day != 0 || m->day.year != 0)) {
		m->numbers = m->day.year == 0;
		m->day.month = v;
	} else if (m->day.day == 0 && n <= 2)
		m->day.day = v;
	else if (m->day.year == 0 && m->day.month != 0 && n >= 2 && n <= 4)
		m->day.year = full_year(v, n);
	else if (!m->timed) /* a miswritten zone is none */
		m->bad = true;
}

static bool
fits(const struct moment *m, struct civil day)
{
	return civil_valid(day) &&
	       (m->weekday == 0 || day_weekday(day_of(day)) + 1 == m->weekday);
}

/* Of the two orders of numbers the one that can be, and that the day's name agrees with. */
static void
settle(struct moment *m)
{
	const struct civil there = { m->day.year, m->day.day, m->day.month };
	const bool known = fits(m, m->day) || fits(m, there);

	if (!m->numbers || m->day.year < 1 || m->day.year > 9998)
		return;
	if (!known)
		m->weekday = 0;
	if (!fits(m, m->day) && fits(m, there))
		m->day = there;
	else if (m->slashes && fits(m, there) && m->day.day != m->day.month)
		m->bad = true;
}

static void
set_half(struct moment *m)
{
	if (m->after_noon && m->hour < 12)
		m->hour += 12;
	else if (m->before_noon && m->hour == 12)
		m->hour = 0;
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

struct str
item_epoch(struct arena *a, long at)
{
	struct buf b = buf_new(a);
	struct civil day;

	if (at > 100000000000)
		at /= 1000;
	if (at <= 0 || at >= 7000L * 365 * 86400)
		return STR_NIL;
	day = civil_of(at / 86400);
	buf_printf(&b, "%04d-%02d-%02dT%02d:%02d:%02dZ", day.year, day.month, day.day,
	    (int)(at / 3600 % 24), (int)(at / 60 % 60), (int)(at % 60));
	return buf_view(&b);
}

/* A remark after the zone says it again. */
static void
skip_remark(struct moment *m, struct str *s)
{
	const size_t end = str_find(*s, STR(")"), 0);

	*s = str_cut(*s, m->zoned && end != STR_NONE ? end : 1, s->n);
}

struct str
item_date(struct arena *a, struct str s)
{
	struct moment m = { 0 };
	long at;
	bool first = true;

	s = str_trim(s);
	if (s.n < 4 || s.n > 80)
		return STR_NIL;
	if (s.n >= 9 && s.n != 14 && str_int(s, &at))
		return item_epoch(a, at);
	for (; s.n != 0 && !m.bad; first = false) {
		const char c = s.p[0], next = s.n > 1 ? s.p[1] : ' ';

		if (is_digit(c))
			read_number(a, &m, &s);
		else if ((c == '+' || c == '-') && is_digit(next) && m.timed &&
			 (!m.zoned || m.greenwich))
			read_offset(&m, &s);
		else if (is_alpha(c))
			read_word(a, &m, &s, first);
		else if (c == '(')
			skip_remark(&m, &s);
		else
			s = str_cut(s, 1, s.n);
	}
	set_half(&m);
	settle(&m);
	return m.day.year == 0 ? STR_NIL : moment_edtf(a, &m);
}
