/* Phrases that are more than one token: numbers, how many, about, years in words, clocks. */
#include "timex_rules.h"

bool
timex_glued(const struct finder *f, size_t i)
{
	return i < f->t->n && (f->t->at[i].flags & TOKEN_SPACE) == 0;
}

bool
timex_before(const struct finder *f, size_t i, enum timex_class c)
{
	return i > 0 && (f->t->at[i].flags & TOKEN_BREAK) == 0 && is(f, i - 1, c);
}

bool
timex_mark(const struct finder *f, size_t i, enum mark mark)
{
	return is(f, i, MARK) && seen_at(f, i)->value == (int)mark;
}

/* The token goes on in the same paragraph as the one before it. */
static bool
goes_on(const struct finder *f, size_t i)
{
	return i < f->t->n && (f->t->at[i].flags & TOKEN_BREAK) == 0;
}

static long
milli_of(struct str s)
{
	long whole = 0, part = 0, scale = 1000;
	size_t i = 0;

	for (; i < s.n && s.p[i] != '.'; i++)
		if (s.p[i] != ',' && whole < 100000000)
			whole = whole * 10 + (s.p[i] - '0');
	for (i++; i < s.n && byte_is_digit(s.p[i]) && scale > 1; i++) {
		scale /= 10;
		part += (s.p[i] - '0') * scale;
	}
	return whole * 1000 + part;
}

/* "-five" or "five" after a ten. */
static size_t
ones_after(const struct finder *f, size_t i, long *value)
{
	const size_t at = is(f, i, HYPHEN) ? i + 1 : i;

	if (!goes_on(f, at) || !is(f, at, NUMBER) || seen_at(f, at)->value < 1 ||
	    seen_at(f, at)->value > 9 || (f->t->at[at].flags & TOKEN_DIGIT) != 0)
		return 0;
	*value += seen_at(f, at)->value;
	return at + 1 - i;
}

static size_t
number_words(const struct finder *f, size_t i, long *value)
{
	size_t n = 1;

	*value = seen_at(f, i)->value;
	if (*value >= 20 && *value <= 90)
		n += ones_after(f, i + 1, value);
	if (goes_on(f, i + n) && is(f, i + n, NUMBER) &&
	    (seen_at(f, i + n)->value == 100 || seen_at(f, i + n)->value == 1000) &&
	    (f->t->at[i + n].flags & TOKEN_DIGIT) == 0)
		*value *= seen_at(f, i + n++)->value;
	return n;
}

static size_t
one_number(const struct finder *f, size_t i, struct match *m)
{
	long value;
	size_t n;

	m->quant = QUANT_NUMBER;
	if ((f->t->at[i].flags & TOKEN_DIGIT) == 0) {
		n = number_words(f, i, &value);
		m->milli = value * 1000;
		return n;
	}
	if (is(f, i, AMPM) || is(f, i, ORDINAL))
		return 0;
	m->milli = milli_of(token_text(f->t, i));
	if (is(f, i + 1, NUMBER) && is(f, i + 2, SLASH) && is(f, i + 3, NUMBER) &&
	    timex_glued(f, i + 2) && seen_at(f, i + 3)->value != 0) {
		m->milli += 1000L * seen_at(f, i + 1)->value / seen_at(f, i + 3)->value;
		return 4;
	}
	return 1;
}

/* "20", "two and a half", "12 to 18": of a range the first number counts. */
size_t
phrase_number(const struct finder *f, size_t i, struct match *m)
{
	const size_t n = one_number(f, i, m);
	const long first = m->milli;
	size_t more;

	if (n == 0 || !goes_on(f, i + n) || !is(f, i + n, JOIN) ||
	    (seen_at(f, i + n)->value != JOIN_TO &&
		seen_at(f, i + n)->value != JOIN_OR) ||
	    !goes_on(f, i + n + 1) || !is(f, i + n + 1, NUMBER))
		return n;
	more = one_number(f, i + n + 1, m);
	m->milli = first;
	return more != 0 &&
		       (is(f, i + n + 1 + more, UNITS) || is(f, i + n + 1 + more, HYPHEN))
		   ? n + 1 + more
		   : n;
}

/* "a", "half an", "another", "the whole". */
static size_t
quant_article(const struct finder *f, size_t i, struct match *m)
{
	size_t n = 1;

	m->milli = 1000;
	m->quant = QUANT_ARTICLE;
	if (is(f, i, HALF)) {
		m->milli = 500;
		m->quant = QUANT_HALF;
		return goes_on(f, i + 1) && is(f, i + 1, A) ? 2 : 1;
	}
	if (is(f, i, WHOLE)) {
		m->quant = QUANT_WHOLE;
		return 1;
	}
	if (goes_on(f, i + 1) && is(f, i + 1, HALF)) {
		m->milli = 500;
		m->quant = QUANT_HALF;
		return 2;
	}
	if (goes_on(f, i + 1) && is(f, i + 1, WHOLE)) {
		m->quant = QUANT_WHOLE;
		return 2;
	}
	return is(f, i, THE) ? 0 : n;
}

size_t
phrase_quant(const struct finder *f, size_t i, struct match *m)
{
	size_t n;

	if (is(f, i, NUMBER)) {
		n = phrase_number(f, i, m);
		return n != 0 && goes_on(f, i + n) &&
			       (is(f, i + n, WHOLE) || is(f, i + n, MORE))
			   ? n + 1
			   : n;
	}
	n = is(f, i, A) ? 1 : 0;
	if (goes_on(f, i + n) && is(f, i + n, VAGUE)) {
		m->quant = QUANT_VAGUE;
		m->milli = seen_at(f, i + n)->value == 2 ? 2000 : -1;
		n++;
		return goes_on(f, i + n) && is(f, i + n, OF) ? n + 1 : n;
	}
	if (n == 1 && goes_on(f, i + 1) && is(f, i + 1, NUMBER) &&
	    seen_at(f, i + 1)->value >= 12 &&
	    (f->t->at[i + 1].flags & TOKEN_DIGIT) == 0) {
		m->quant = QUANT_NUMBER;
		m->milli = seen_at(f, i + 1)->value * 1000L;
		return 2;
	}
	return is(f, i, VAGUE) ? 0 : quant_article(f, i, m);
}

/* "about", "more than", "at least", "just over", "no more than". */
size_t
phrase_approx(const struct finder *f, size_t i, struct match *m)
{
	m->mod = MOD_ABOUT;
	if (timex_mark(f, i, MARK_NO) && is(f, i + 1, MORE) && is(f, i + 2, THAN))
		return 3;
	if (is(f, i, MORE))
		return is(f, i + 1, THAN) ? 2 : 0;
	if (is(f, i, AT))
		return timex_mark(f, i + 1, MARK_LEAST) ? 2 : 0;
	if (timex_mark(f, i, MARK_JUST))
		return is(f, i + 1, APPROX) ? 2 : 0;
	if (timex_mark(f, i, MARK_UP))
		return is(f, i + 1, JOIN) && seen_at(f, i + 1)->value == JOIN_TO ? 2 : 0;
	return is(f, i, APPROX) ? 1 : 0;
}

/* "or so", "or two" after a unit. */
size_t
phrase_or_so(const struct finder *f, size_t i, struct match *m)
{
	(void)m;
	if (seen_at(f, i)->value != JOIN_OR || !goes_on(f, i + 1))
		return 0;
	return timex_mark(f, i + 1, MARK_SO) ||
		       (is(f, i + 1, NUMBER) && seen_at(f, i + 1)->value == 2 &&
			   (f->t->at[i + 1].flags & TOKEN_DIGIT) == 0)
		   ? 2
		   : 0;
}

/* 1998; nineteen ninety-eight; two thousand. */
size_t
phrase_year(const struct finder *f, size_t i, struct match *m)
{
	long rest = 0;
	size_t n;

	if (is(f, i, YEAR)) {
		m->year = seen_at(f, i)->value;
		return 1;
	}
	if (is(f, i, NUMBER) && seen_at(f, i)->value == 2 && is(f, i + 1, NUMBER) &&
	    seen_at(f, i + 1)->value == 1000 && (f->t->at[i].flags & TOKEN_DIGIT) == 0) {
		m->year = 2000;
		return 2;
	}
	if (!is(f, i, NUMBER) || seen_at(f, i)->value < 15 || seen_at(f, i)->value > 20 ||
	    (f->t->at[i].flags & TOKEN_DIGIT) != 0 || !goes_on(f, i + 1) ||
	    !is(f, i + 1, NUMBER) || seen_at(f, i + 1)->value < 10 ||
	    seen_at(f, i + 1)->value > 90 || (f->t->at[i + 1].flags & TOKEN_DIGIT) != 0)
		return 0;
	n = number_words(f, i + 1, &rest);
	m->year = seen_at(f, i)->value * 100 + (int)rest;
	return rest < 100 && m->year < 2100 ? 1 + n : 0;
}

/* "early", "mid-", "the end of". */
size_t
phrase_part(const struct finder *f, size_t i, struct match *m)
{
	size_t n = 1;

	if (is(f, i, EARLY)) {
		m->mod = (enum mod)seen_at(f, i)->value;
		return timex_glued(f, i + 1) && is(f, i + 1, HYPHEN) ? 2 : 1;
	}
	if (is(f, i, EARLIER)) {
		m->mod = seen_at(f, i)->value < 0 ? MOD_EARLIER : MOD_LATER;
		return 1;
	}
	n = is(f, i, THE) ? 1 : 0;
	if (!is(f, i + n, EDGE) || !is(f, i + n + 1, OF))
		return 0;
	m->mod = (enum mod)seen_at(f, i + n)->value;
	return n + 2;
}

/* Of "8.55", which is one token: 55; 0 of others. */
static int
dotted_minute(struct str s)
{
	const char *p = s.p + s.n;

	if (s.n < 4 || s.n > 5 || p[-3] != '.' || p[-2] < '0' || p[-2] > '5' ||
	    p[-1] < '0' || p[-1] > '9')
		return 0;
	return (p[-2] - '0') * 10 + p[-1] - '0';
}

/* The minutes of "speaks.1: | 03 pm", torn from their hour, and "50 pm". */
static bool
is_torn(const struct finder *f, size_t i)
{
	return seen_at(f, i)->value > 23 ||
	       (i > 1 && is(f, i - 1, COLON) && timex_glued(f, i - 1) &&
		   (f->t->at[i - 2].flags & TOKEN_DIGIT) != 0);
}

/* "9:30 a.m. EDT", "9 a.m.", "noon", "1500 GMT", "8 o'clock". */
static size_t
clock_digits(const struct finder *f, size_t i, struct match *m)
{
	size_t n = 1;
	bool minutes = false;

	m->hour = seen_at(f, i)->value;
	m->minute = dotted_minute(token_text(f->t, i));
	if (is(f, i + 1, COLON) && timex_glued(f, i + 1) && timex_glued(f, i + 2) &&
	    is(f, i + 2, NUMBER) && f->t->at[i + 2].n >= 2 &&
	    seen_at(f, i + 2)->value < 60) {
		m->minute = seen_at(f, i + 2)->value;
		minutes = true;
		n = 3;
	}
	if (!minutes && is_torn(f, i) && !is(f, i + 1, ZONE))
		return 0;
	if (is(f, i + n - 1, AMPM))
		m->hour = m->hour % 12 + seen_at(f, i + n - 1)->unit;
	else if (goes_on(f, i + n) && is(f, i + n, AMPM) && !is(f, i + n, NUMBER))
		m->hour = m->hour % 12 + seen_at(f, i + n++)->value;
	else if (goes_on(f, i + n) && timex_mark(f, i + n, MARK_OCLOCK))
		n++;
	else if (!minutes && f->t->at[i].n == 4 && is(f, i + 1, ZONE)) {
		m->minute = m->hour % 100;
		m->hour /= 100;
	} else if (!minutes)
		return 0;
	return m->hour <= 24 && m->minute < 60 && (m->hour < 24 || m->minute == 0) ? n
										   : 0;
}

/* "4", "4:30" before "in the morning". */
size_t
phrase_hour(const struct finder *f, size_t i, struct match *m)
{
	const size_t n = clock_digits(f, i, m);

	m->hour = seen_at(f, i)->value;
	return m->hour < 1 || m->hour > 12 ? 0 : n != 0 ? n : 1;
}

size_t
phrase_clock(const struct finder *f, size_t i, struct match *m)
{
	size_t n = 1;

	if (is(f, i, NOON)) {
		m->hour = seen_at(f, i)->value;
		m->minute = 0;
	} else {
		n = clock_digits(f, i, m);
	}
	if (n != 0 && goes_on(f, i + n) && is(f, i + n, ZONE) &&
	    (f->t->at[i + n].flags & TOKEN_UPPER) != 0)
		m->zone = seen_at(f, i + n++)->value;
	return n;
}
