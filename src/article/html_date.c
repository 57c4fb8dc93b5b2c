/* Dates in running text of any language of tables/months.h: "28. Juni 2019", "Jun 28,
   2019", "28/06/2019", "2019-06-28", or 2019年6月28日; and what the words around one say it is the day of. */
#include <string.h>

#include "article/html_meta.h"
#include "article/tables/daywords.h"
#include "article/tables/months.h"
#include "base/day.h"
#include "text/utf8.h"

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c & 0x80) != 0 || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* A number of one to four digits at `*i`, or -1. */
static int
number_at(struct str s, size_t *i)
{
	const size_t from = *i;
	int v = 0;

	while (*i < s.n && is_digit(s.p[*i]) && *i - from < 5)
		v = v * 10 + (s.p[(*i)++] - '0');
	return *i == from || *i - from > 4 ? -1 : v;
}

static void
skip_any(struct str s, size_t *i, const char *which)
{
	while (*i < s.n && strchr(which, s.p[*i]) != NULL)
		(*i)++;
}

int
month_of(struct arena *a, struct str word)
{
	const struct str lower = utf8_lower(a, word);

	for (size_t k = 0; k < LEN(page_months) && lower.n != 0; k++)
		if (page_months[k].name[0] == lower.p[0] &&
		    str_eq(lower, str_of(page_months[k].name)))
			return page_months[k].month;
	return 0;
}

int
month_short(struct arena *a, struct str word)
{
	const struct str lower = utf8_lower(a, word);

	for (size_t k = 0; k < LEN(page_months) && lower.n >= 3; k++)
		if (str_starts(str_of(page_months[k].name), lower))
			return page_months[k].month;
	return 0;
}

static int
month_at(struct arena *a, struct str s, size_t *i)
{
	const size_t from = *i;

	while (*i < s.n && is_letter(s.p[*i]))
		(*i)++;
	if (*i - from < 3 || *i - from > 24)
		return 0;
	return month_of(a, str_cut(s, from, *i));
}

static bool
is_good(struct civil d)
{
	return d.year >= 1990 && d.year <= 2040 && civil_valid(d);
}

/* "28. Juni 2019", "28th of June, 2019", at a number; these readers move past it. */
static bool
day_first(struct arena *a, struct str s, size_t *i, struct civil *out)
{
	static const char *const small[] = { "st ", "nd ", "rd ", "th ", "st,", "nd,",
		"rd,", "th," };

	out->day = number_at(s, i);
	for (size_t k = 0; k < LEN(small); k++)
		if (str_eq(str_cut(s, *i, *i + 3), str_of(small[k])))
			*i += 2;
	skip_any(s, i, " .-,/");
	if (str_eq(str_cut(s, *i, *i + 3), STR("de ")) ||
	    str_eq(str_cut(s, *i, *i + 3), STR("of ")))
		*i += 3;
	out->month = month_at(a, s, i);
	if (out->month == 0)
		return false;
	skip_any(s, i, " .,-/'");
	if (str_eq(str_cut(s, *i, *i + 3), STR("de ")))
		*i += 3;
	if (str_eq(str_cut(s, *i, *i + 4), STR("del ")))
		*i += 4;
	out->year = number_at(s, i);
	return is_good(*out);
}

/* "June 28th, 2019", at a letter. */
static bool
month_first(struct arena *a, struct str s, size_t *i, struct civil *out)
{
	size_t behind = *i;

	while (behind < s.n && is_letter(s.p[behind]))
		behind++;
	skip_any(s, &behind, " .-");
	if (behind == s.n || !is_digit(s.p[behind]))
		return false; /* nearly all */
	out->month = month_at(a, s, i);
	if (out->month == 0)
		return false;
	skip_any(s, i, " .-");
	out->day = number_at(s, i);
	if (*i + 2 < s.n && is_letter(s.p[*i]) && is_letter(s.p[*i + 1]))
		*i += 2;
	skip_any(s, i, " ,.-/");
	out->year = number_at(s, i);
	return out->day > 0 && is_good(*out);
}

/* "2020 May 12", "2020. május 12.", at a number; no year may follow, whose day it is. */
static bool
year_first(struct arena *a, struct str s, size_t *i, struct civil *out)
{
	size_t from, after;

	out->year = number_at(s, i);
	from = *i;
	skip_any(s, i, " .");
	out->month = out->year < 1000 || *i == from ? 0 : month_at(a, s, i);
	if (out->month == 0)
		return false;
	skip_any(s, i, " ");
	out->day = number_at(s, i);
	after = *i;
	skip_any(s, &after, " ,");
	return is_good(*out) && number_at(s, &after) < 1000;
}

/* The sign at `i` between numbers of a date, and the blanks around it; 0 if there is none. */
static char
sign_at(struct str s, size_t *i)
{
	const bool wide = str_starts(str_cut(s, *i, s.n), STR(" | "));
	const char c = wide ? '|' : *i < s.n ? s.p[*i] : '\0';

	*i += wide ? 3 : 1;
	*i += c == '.' && *i < s.n && s.p[*i] == ' ';
	return wide || (c != '\0' && strchr("-/.", c) != NULL) ? c : '\0';
}

/* The next of three numbers, after the sign between them. */
static int
after_sign(struct str s, size_t *i, char sep)
{
	return sign_at(s, i) == sep ? number_at(s, i) : -1;
}

/* Three numbers with the same sign between; a year has two digits or four. */
static bool
all_numbers(struct str s, size_t *i, bool us, struct civil *out)
{
	const int x = number_at(s, i);
	size_t from = *i;
	const char sep = sign_at(s, &from);
	int y, z;

	if (sep == '\0')
		return false;
	y = after_sign(s, i, sep);
	z = y < 0 ? -1 : after_sign(s, i, sep);
	if (z < 0)
		return false;
	for (from = *i; from > 0 && is_digit(s.p[from - 1]);)
		from--;
	if (x > 1000)
		*out = (struct civil){ x, y, z };
	else if (sep == '/' && us && x <= 12)
		*out = (struct civil){ z, x, y };
	else if (y <= 12)
		*out = (struct civil){ z, y, x };
	else
		*out = (struct civil){ z, x, y };
	if (z < 100 && x < 1000 && sep != '-' && *i - from == 2)
		out->year = z > 70 ? 1900 + z : 2000 + z;
	return is_good(*out);
}

/* "2019年6月28日", "2019년 6월 28일", at a number. */
static bool
east_asian(struct str s, size_t *i, struct civil *out)
{
	static const char *const signs[][3] = { { "年", "月", "日" },
		{ "년", "월", "일" } };

	for (size_t k = 0; k < LEN(signs); k++) {
		size_t at = *i;
		int got[3] = { 0 };
		bool all = true;

		for (size_t n = 0; n < 3 && all; n++) {
			const struct str sign = str_of(signs[k][n]);

			skip_any(s, &at, " ");
			got[n] = number_at(s, &at);
			all = got[n] > 0 && str_starts(str_cut(s, at, s.n), sign);
			at += sign.n;
		}
		*out = (struct civil){ got[0], got[1], got[2] };
		if (all && is_good(*out)) {
			*i = at;
			return true;
		}
	}
	return false;
}

/* A word may begin at `i`; marks of a page stand side by side, as in "Updated12 May" and
   "UpdatedMay 12". */
static bool
is_edge(struct str s, size_t i)
{
	const bool big = s.p[i] >= 'A' && s.p[i] <= 'Z';

	if (i == 0 || (!is_letter(s.p[i - 1]) && !is_digit(s.p[i - 1])))
		return true;
	return s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z' && (big || is_digit(s.p[i]));
}

/* The first date at or after `from`: where it stands. */
struct found {
	size_t from, to;
	struct civil day;
	bool digits; /* no month by its name */
};

static bool
find_date(struct arena *a, struct str s, size_t from, bool us, struct found *out)
{
	for (size_t i = from; i < s.n; i++) {
		const bool digit = is_digit(s.p[i]);
		const bool alone = i == 0 || !is_letter(s.p[i - 1]);

		*out = (struct found){ .from = i, .to = i };
		if (digit && (i == 0 || !is_digit(s.p[i - 1])) &&
		    east_asian(s, &out->to, &out->day))
			return true;
		if (!is_edge(s, i))
			continue;
		out->digits = digit && alone && all_numbers(s, &out->to, us, &out->day);
		if (out->digits)
			return true;
		out->to = i;
		if (digit && alone && year_first(a, s, &out->to, &out->day))
			return true;
		out->to = i;
		if (digit ? day_first(a, s, &out->to, &out->day)
			  : is_letter(s.p[i]) && month_first(a, s, &out->to, &out->day))
			return true;
	}
	return false;
}

static struct str
written(struct arena *a, struct civil d)
{
	struct buf b = buf_new(a);

	buf_printf(&b, "%04d-%02d-%02d", d.year, d.month, d.day);
	return buf_view(&b);
}

struct str
date_in(struct arena *a, struct str s, bool us)
{
	struct found at;

	return find_date(a, s, 0, us, &at) ? written(a, at.day) : STR_NIL;
}

/* ---- what it is the day of ---- */

/* What the last of the words in `s` that speak of days says. */
static enum day_kind
label_of(struct str s)
{
	enum day_kind kind = DAY_PLAIN;
	size_t last = 0;

	for (size_t k = 0; k < LEN(day_words); k++) {
		const size_t n = strlen(day_words[k].text);

		for (size_t i = s.n < n ? 0 : s.n - n + 1; i-- > last;)
			if ((s.p[i] | 32) == (day_words[k].text[0] | 32) &&
			    str_eq_nocase(str_cut(s, i, i + n),
				(struct str){ day_words[k].text, n })) {
				last = i;
				kind = day_words[k].kind;
				break;
			}
	}
	return kind;
}

/* "to", "bis" or a dash at `i`; `*after` is behind it. */
static bool
is_range_sign(struct str s, size_t i, size_t *after)
{
	static const char *const signs[] = { "–", "—", "-", "to ", "bis ", "until ",
		"through ", "al ", "au " };

	while (i < s.n && s.p[i] == ' ')
		i++;
	for (size_t k = 0; k < LEN(signs); k++)
		if (str_starts(str_cut(s, i, s.n), str_of(signs[k]))) {
			*after = i + strlen(signs[k]);
			return true;
		}
	return false;
}

/* "3-9 May 2019", "from 3 to 9 May 2019": an earlier day and a sign before the date. */
static bool
has_start(struct str s, const struct found *at)
{
	for (size_t i = at->from; i > 0 && at->from - i < 9;) {
		const bool end = !is_digit(s.p[--i]) || (i > 0 && s.p[i - 1] != ' ');
		int v;

		if (end)
			continue;
		v = number_at(s, &i);
		return v > 0 && v < at->day.day && is_range_sign(s, i, &i) &&
		       str_trim(str_cut(s, i, at->from)).n == 0;
	}
	return false;
}

/* "2019/7/11-12", and nothing after it. */
static bool
has_end(struct str s, const struct found *at)
{
	size_t i, from;
	int v;

	if (!is_range_sign(s, at->to, &i))
		return false;
	from = i;
	v = number_at(s, &i);
	return i > from && v > at->day.day && v <= 31 && i == s.n;
}

/* "12.05.2019 - 14.05.2019". */
static bool
spans(struct str s, const struct found *x, const struct found *y)
{
	size_t i;

	return is_range_sign(s, x->to, &i) && y->from <= i + 5 && y->from >= i &&
	       day_of(y->day) > day_of(x->day);
}

/* Deep in a sentence a day is that of what it tells. */
static bool
is_told_of(struct str s, const struct found *at)
{
	enum { DEEP = 25 };

	return at->from >= DEEP && strchr(".?!", s.p[s.n - 1]) != NULL;
}

/* `head` is the text before it, of which the end may say what it is. */
static enum day_kind
kind_of(struct str s, struct str head, const struct found *at, bool is_last)
{
	enum { NEAR = 40 };
	const enum day_kind kind =
	    label_of(str_cut(head, head.n < NEAR ? 0 : head.n - NEAR, head.n));

	if (kind != DAY_PLAIN)
		return kind;
	if (has_start(s, at) || has_end(s, at) || is_told_of(s, at))
		return DAY_OTHER;
	return is_last && label_of(str_cut(s, at->to, at->to + 24)) == DAY_UPDATED
		   ? DAY_UPDATED
		   : DAY_PLAIN;
}

static bool
is_bare(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (is_letter(s.p[i]) || is_digit(s.p[i]))
			return false;
	return true;
}

struct day
day_in(struct arena *a, struct str s, struct str label, bool us)
{
	struct day best = { .kind = DAY_NONE };
	struct found at, next;
	bool more = find_date(a, s, 0, us, &at), ranged = false;
	struct str head = str_cut(s, 0, more ? at.from : 0);

	head = is_bare(head) ? label : head;
	while (more) {
		enum day_kind kind;
		bool range;

		more = find_date(a, s, at.to, us, &next);
		range = more && spans(s, &at, &next);
		kind = range || ranged ? DAY_OTHER : kind_of(s, head, &at, !more);
		if (best.kind == DAY_NONE || kind < best.kind) {
			best.date = written(a, at.day);
			best.kind = kind;
			best.digits = at.digits;
		}
		if (kind == DAY_UPDATED && best.updated.n == 0)
			best.updated = written(a, at.day);
		head = more ? str_cut(s, at.to, next.from) : head;
		ranged = range;
		at = next;
	}
	return best;
}

/* ---- a line that is a day ---- */

/* "Freitag, ", "le ": one word that may stand before a day. */
static bool
is_weekday(struct str head)
{
	static const char *const ends[] = { "tag", "woch" };

	head = str_trim(head);
	while (head.n != 0 && strchr(",.", head.p[head.n - 1]) != NULL)
		head.n--;
	for (size_t i = 0; i < head.n; i++)
		if (!is_letter(head.p[i]))
			return false;
	for (size_t i = 0; i < LEN(ends); i++)
		if (str_ends(head, str_of(ends[i])))
			return true;
	return head.n != 0 && head.p[0] >= 'a';
}

/* " um 14:05 Uhr", or nothing. */
static bool
is_hour(struct str tail)
{
	enum { LONG = 20 };

	return is_bare(tail) || (tail.n <= LONG && str_has(tail, STR(":")));
}

struct day
day_alone(struct arena *a, struct str s)
{
	enum { LONG = 40 };
	struct day day = { .kind = DAY_NONE };
	struct found at;
	struct str head;

	if (!find_date(a, s, 0, false, &at) || !is_hour(str_cut(s, at.to, s.n)))
		return day;
	if (at.digits && str_has(str_cut(s, at.from, at.to), STR("/")))
		return day; /* it could be two */
	head = str_cut(s, 0, at.from);
	day.kind = label_of(head);
	day.date = written(a, at.day);
	if (day.kind == DAY_PLAIN ? !is_bare(head) && !is_weekday(head)
				  : day.kind == DAY_OTHER || head.n > LONG)
		day.kind = DAY_NONE;
	return day;
}
