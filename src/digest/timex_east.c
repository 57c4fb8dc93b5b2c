/*
 * Dates of Chinese, Japanese and Korean: digits and the signs for year, month and day,
 * "2024年3月29日", "3月29日", "2024년 3월", in the middle of what is one token.
 */
#include "timex_east.h"

#include "text/utf8.h"
#include "timex_resolve.h"

/* Reads on behind a byte of the text. */
struct scan {
	struct str text;
	size_t at;
};

/* A digit of ASCII, or a wide one, or -1; sets its bytes. */
static int
digit_at(const struct scan *s, size_t *bytes)
{
	struct str rest = str_cut(s->text, s->at, s->text.n);
	const size_t n = rest.n;
	const uint32_t code = n == 0 ? 0 : utf8_next(&rest);

	*bytes = n - rest.n;
	if (code >= '0' && code <= '9')
		return (int)(code - '0');
	return code >= 0xff10 && code <= 0xff19 ? (int)(code - 0xff10) : -1;
}

/* The number that begins here, or -1; sets how many digits it has. */
static int
read_number(struct scan *s, int *digits)
{
	enum { MOST = 5 };
	size_t bytes;
	int value = 0, one;

	for (*digits = 0; *digits < MOST && (one = digit_at(s, &bytes)) >= 0;
	     ++*digits, s->at += bytes)
		value = 10 * value + one;
	return *digits == 0 ? -1 : value;
}

static void
skip_blanks(struct scan *s)
{
	while (s->at < s->text.n && s->text.p[s->at] == ' ')
		s->at++;
}

/* One of the two signs. */
static bool
read_sign(struct scan *s, const char *east, const char *korean)
{
	const struct str rest = str_cut(s->text, s->at, s->text.n), a = str_of(east),
			 b = str_of(korean);

	if (!str_starts(rest, a) && !str_starts(rest, b))
		return false;
	s->at += a.n; /* all have three bytes */
	return true;
}

/* A number of at most so many digits and its sign; otherwise nothing is read. */
static int
read_part(struct scan *s, int least, int most, const char *east, const char *korean)
{
	const size_t from = s->at;
	int digits, value;

	skip_blanks(s);
	value = read_number(s, &digits);
	skip_blanks(s);
	if (value >= 0 && digits >= least && digits <= most && read_sign(s, east, korean))
		return value;
	s->at = from;
	return -1;
}

struct east {
	int year, month, day; /* -1: not told */
};

static bool
read_date(struct scan *s, struct east *d)
{
	d->year = read_part(s, 4, 4, "年", "년");
	d->month = read_part(s, 1, 2, "月", "월");
	d->day = d->month < 0 ? -1 : read_part(s, 1, 2, "日", "일");
	return (d->year < 0 ? d->day >= 0 : d->year >= 1000 && d->year < 2100) &&
	       (d->month < 0 || (d->month >= 1 && d->month <= 12));
}

static bool
resolve(
    const struct finder *f, const struct match *m, const struct east *d, struct when *out)
{
	*out = (struct when){ .zone = ZONE_NONE, .year_stated = d->year >= 0 };
	out->month_stated = d->month >= 0;
	if (d->year < 0)
		return month_day_near(f, m, d->month, d->day, out);
	if (d->day >= 0)
		return when_set_day(out, d->year, d->month, d->day);
	if (d->month >= 0) {
		when_set_month(out, d->year, d->month);
		return true;
	}
	out->grain = GRAIN_YEAR;
	out->year = d->year;
	return true;
}

/* The first date that begins in the token, from the byte on: where it does; false: none. */
static bool
find(const struct finder *f, size_t token, size_t *from, struct scan *s, struct east *d)
{
	const size_t end = (size_t)f->t->at[token].at + f->t->at[token].n;
	size_t bytes;
	int digits;

	for (s->at = *from; s->at < end;) {
		*from = s->at;
		if (read_date(s, d))
			return true;
		s->at = *from;
		if (read_number(s, &digits) < 0) {
			(void)digit_at(s, &bytes);
			s->at += bytes;
		}
	}
	return false;
}

bool
timex_east(
    const struct finder *f, size_t token, size_t *from, struct match *m, struct when *w)
{
	struct scan s = { .text = f->t->text };
	struct east d;

	while (find(f, token, from, &s, &d)) {
		*m = (struct match){ .start = token, .from = token, .to = token + 1 };
		while (m->to < f->t->n && f->t->at[m->to].at < s.at)
			m->to++;
		m->end = s.at;
		if (resolve(f, m, &d, w))
			return true;
		*from = s.at;
	}
	return false;
}
