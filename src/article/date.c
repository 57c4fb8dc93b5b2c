/* Dates as articles carry them in heads and lines of their own: ISO 8601, RFC 5322,
   "28 June 2019", "June 28, 2019 2:05 pm GMT".  What is ambiguous (01/07/2019) or has
   no year is no date. */
#include <string.h>

#include "article/inner.h"
#include "article/tables/zones.h"
#include "base/day.h"
#include "data/edtf.h"

struct scan {
	struct str s;
	size_t i;
};

static char
peek(const struct scan *c)
{
	if (c->i < c->s.n)
		return c->s.p[c->i];
	return '\0';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_alpha(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void
skip(struct scan *c, const char *which)
{
	while (peek(c) != '\0' && strchr(which, peek(c)) != NULL)
		c->i++;
}

static struct str
word(struct scan *c)
{
	const size_t from = c->i;

	while (is_alpha(peek(c)))
		c->i++;
	return str_cut(c->s, from, c->i);
}

/* At most 4 digits and their number, or -1 with nothing taken. */
static int
number(struct scan *c, size_t *digits)
{
	const size_t from = c->i;
	int v = 0;

	while (is_digit(peek(c)) && c->i - from < 5)
		v = v * 10 + (c->s.p[c->i++] - '0');
	*digits = c->i - from;
	if (*digits >= 1 && *digits <= 4)
		return v;
	c->i = from;
	return -1;
}

/* The place of a name, or of its first three letters or more, from 1; 0: none. */
static int
name_index(struct str w, const char *const *names, int n)
{
	for (int i = 0; i < n && w.n >= 3; i++) {
		const struct str name = str_of(names[i]);

		if (str_eq_nocase(w, name) ||
		    ((w.n == 3 || (w.n == 4 && i == 8)) &&
			str_eq_nocase(w, str_cut(name, 0, w.n))))
			return i + 1;
	}
	return 0;
}

static void
skip_weekday(struct scan *c)
{
	const struct scan from = *c;
	const struct str w = word(c);

	if (name_index(w, weekday_names, 7) == 0 && !str_eq_nocase(w, STR("tues")) &&
	    !str_eq_nocase(w, STR("thurs")))
		*c = from;
	else
		skip(c, " ,.");
}

/* "1st", "22nd": the letters after a day. */
static void
skip_ordinal(struct scan *c)
{
	const struct scan from = *c;
	const struct str w = word(c);

	if (!str_eq_nocase(w, STR("st")) && !str_eq_nocase(w, STR("nd")) &&
	    !str_eq_nocase(w, STR("rd")) && !str_eq_nocase(w, STR("th")))
		*c = from;
}

static bool
read_year(struct scan *c, int *year)
{
	size_t digits;

	skip(c, " ,.-/");
	*year = number(c, &digits);
	return digits == 4 && *year >= 1000;
}

/* 2019-06-28, 2019/06/28, 28.06.2019 and 06/28/2019 where only one reading is left. */
static bool
read_numeric(struct scan *c, struct civil *day)
{
	size_t digits;
	const int x = number(c, &digits);
	const char sep = peek(c);
	int y, z;
	size_t last;

	if (x < 0 || (sep != '-' && sep != '/' && sep != '.'))
		return false;
	c->i++;
	y = number(c, &last);
	if (y < 0 || last > 2 || peek(c) != sep)
		return false;
	c->i++;
	z = number(c, &last);
	if (digits == 4 && last <= 2)
		*day = (struct civil){ x, y, z };
	else if (digits <= 2 && last == 4 && (sep == '.' || x > 12))
		*day = (struct civil){ z, y, x };
	else if (digits <= 2 && last == 4 && y > 12)
		*day = (struct civil){ z, x, y };
	else
		return false;
	return civil_valid(*day);
}

/* "28 June 2019", "28-Jun-2019"; a month without a day has day 0. */
static bool
read_named(struct scan *c, struct civil *day)
{
	size_t digits;
	int d = number(c, &digits);

	if (d >= 0) {
		skip_ordinal(c);
		skip(c, " -,");
		if (str_eq_nocase(str_cut(c->s, c->i, c->i + 3), STR("of ")))
			c->i += 3;
		day->month = name_index(word(c), month_names, 12);
	} else {
		day->month = name_index(word(c), month_names, 12);
		skip(c, ". ");
		d = number(c, &digits);
		if (digits == 4) {
			c->i -= 4;
			d = 0;
		} else if (d < 0) {
			return false;
		}
		skip_ordinal(c);
	}
	day->day = d;
	return day->month != 0 && read_year(c, &day->year) &&
	       (d == 0 || civil_valid(*day));
}

static bool
read_zone(struct scan *c, int *minutes)
{
	const struct scan from = *c;
	const char sign = peek(c);
	size_t digits;
	struct str w;
	int v;

	if (sign == '+' || sign == '-') {
		c->i++;
		v = number(c, &digits);
		*minutes = digits == 4 ? v / 100 * 60 + v % 100 : v * 60;
		if (digits == 2 && peek(c) == ':') {
			c->i++;
			*minutes += number(c, &digits);
		}
		*minutes *= sign == '-' ? -1 : 1;
		if (v >= 0 && *minutes > -900 && *minutes < 900)
			return true;
		*c = from;
		return false;
	}
	w = word(c);
	for (size_t i = 0; i < LEN(zones); i++)
		if (str_eq_nocase(w, str_of(zones[i].name))) {
			*minutes = zones[i].minutes;
			return true;
		}
	*c = from;
	return false;
}

/* "p.m." and its kin; 12 or 0 hours more, or -1. */
static int
read_half(struct scan *c)
{
	const struct scan from = *c;
	const char half = (char)(peek(c) | 32);

	c->i++;
	skip(c, ".");
	if ((half == 'a' || half == 'p') && (peek(c) | 32) == 'm') {
		c->i++;
		if (peek(c) == '.')
			c->i++;
		if (!is_alpha(peek(c)))
			return half == 'p' ? 12 : 0;
	}
	*c = from;
	return -1;
}

struct moment {
	int hour, minute, second, zone;
	bool zoned;
};

static bool
read_time(struct scan *c, struct moment *t)
{
	size_t digits;
	int half;

	t->hour = number(c, &digits);
	if (t->hour < 0 || digits > 2 || (peek(c) != ':' && peek(c) != '.'))
		return false;
	c->i++;
	t->minute = number(c, &digits);
	if (digits != 2)
		return false;
	if (peek(c) == ':') {
		c->i++;
		t->second = number(c, &digits);
	}
	if (peek(c) == '.' && c->i + 1 < c->s.n && is_digit(c->s.p[c->i + 1]))
		skip(c, ".0123456789");
	skip(c, " ");
	half = read_half(c);
	if (half >= 0)
		t->hour = t->hour % 12 + half;
	skip(c, " (");
	t->zoned = read_zone(c, &t->zone);
	return t->hour < 24 && t->minute < 60 && t->second < 60 && t->second >= 0;
}

static void
skip_to_time(struct scan *c)
{
	if (peek(c) == 'T')
		c->i++;
	skip(c, " ,");
	if (str_eq_nocase(str_cut(c->s, c->i, c->i + 3), STR("at ")))
		c->i += 3;
}

static void
time_write(struct buf *b, const struct moment *t)
{
	const int zone = t->zone < 0 ? -t->zone : t->zone;

	buf_printf(b, "T%02d:%02d:%02d", t->hour, t->minute, t->second);
	if (t->zoned && t->zone == 0)
		buf_byte(b, 'Z');
	else if (t->zoned)
		buf_printf(
		    b, "%c%02d:%02d", t->zone < 0 ? '-' : '+', zone / 60, zone % 60);
}

/* The date at the start of `s` as EDTF, and the bytes it takes; 0 when there is none. */
static size_t
date_at(struct arena *a, struct str s, struct str *edtf)
{
	struct scan c = { s, 0 }, named, timed;
	struct buf b = buf_new(a);
	struct civil day = { 0 };
	struct moment t = { 0 };

	skip_weekday(&c);
	named = c;
	if (!read_numeric(&c, &day)) {
		c = named;
		if (!read_named(&c, &day))
			return 0;
	}
	if (is_alpha(peek(&c)) && peek(&c) != 'T')
		return 0;
	buf_printf(&b, "%04d-%02d", day.year, day.month);
	if (day.day != 0)
		buf_printf(&b, "-%02d", day.day);
	timed = c;
	skip_to_time(&timed);
	if (day.day != 0 && read_time(&timed, &t)) {
		time_write(&b, &t);
		c = timed;
	}
	*edtf = buf_view(&b);
	return c.i;
}

struct str
date_of(struct arena *a, struct str s)
{
	struct str edtf = STR_NIL;
	struct edtf parsed;
	size_t n;

	s = str_trim(s);
	if (edtf_parse(s, &parsed))
		return str_dup(a, s);
	n = date_at(a, s, &edtf);
	while (n != 0 && n < s.n && strchr(" ).", s.p[n]) != NULL)
		n++;
	return n != 0 && n == s.n ? edtf : STR_NIL;
}
