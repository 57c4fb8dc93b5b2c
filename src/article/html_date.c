/* Dates in running text of any language of tables/months.h: "28. Juni 2019", "Jun 28,
   2019", "28/06/2019", "2019-06-28". */
#include <string.h>

#include "article/html_meta.h"
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

	for (size_t k = 0; k < LEN(page_months); k++)
		if (str_eq(lower, str_of(page_months[k].name)))
			return page_months[k].month;
	return 0;
}

static int
month_at(struct arena *a, struct str s, size_t *i)
{
	const size_t from = *i;

	while (*i < s.n && is_letter(s.p[*i]))
		(*i)++;
	if (*i - from < 3 || *i - from > 14)
		return 0;
	return month_of(a, str_cut(s, from, *i));
}

static bool
is_good(struct civil d)
{
	return d.year >= 1990 && d.year <= 2040 && civil_valid(d);
}

/* "28. Juni 2019", "28th of June, 2019", at a number. */
static bool
day_first(struct arena *a, struct str s, size_t i, struct civil *out)
{
	static const char *const small[] = { "st ", "nd ", "rd ", "th ", "st,", "nd,",
		"rd,", "th," };

	out->day = number_at(s, &i);
	for (size_t k = 0; k < LEN(small); k++)
		if (str_eq(str_cut(s, i, i + 3), str_of(small[k])))
			i += 2;
	skip_any(s, &i, " .-,/");
	if (str_eq(str_cut(s, i, i + 3), STR("de ")) ||
	    str_eq(str_cut(s, i, i + 3), STR("of ")))
		i += 3;
	out->month = month_at(a, s, &i);
	if (out->month == 0)
		return false;
	skip_any(s, &i, " .,-/'");
	if (str_eq(str_cut(s, i, i + 3), STR("de ")))
		i += 3;
	if (str_eq(str_cut(s, i, i + 4), STR("del ")))
		i += 4;
	out->year = number_at(s, &i);
	return is_good(*out);
}

/* "June 28th, 2019", at a letter. */
static bool
month_first(struct arena *a, struct str s, size_t i, struct civil *out)
{
	out->month = month_at(a, s, &i);
	if (out->month == 0)
		return false;
	skip_any(s, &i, " .-");
	out->day = number_at(s, &i);
	if (i + 2 < s.n && is_letter(s.p[i]) && is_letter(s.p[i + 1]))
		i += 2;
	skip_any(s, &i, " ,.-/");
	out->year = number_at(s, &i);
	return out->day > 0 && is_good(*out);
}

/* Three numbers with the same sign between. */
static bool
all_numbers(struct str s, size_t i, bool us, struct civil *out)
{
	const int x = number_at(s, &i);
	const char sep = i < s.n ? s.p[i] : '\0';
	int y, z;

	if (sep == '\0' || strchr("-/.", sep) == NULL)
		return false;
	i++;
	i += sep == '.' && i < s.n && s.p[i] == ' ';
	y = number_at(s, &i);
	if (i >= s.n || s.p[i] != sep)
		return false;
	i++;
	i += sep == '.' && i < s.n && s.p[i] == ' ';
	z = number_at(s, &i);
	if (x > 1000)
		*out = (struct civil){ x, y, z };
	else if (sep == '/' && us && x <= 12)
		*out = (struct civil){ z, x, y };
	else if (y <= 12)
		*out = (struct civil){ z, y, x };
	else
		*out = (struct civil){ z, x, y };
	if (z >= 0 && z < 100 && x < 1000 && sep != '-')
		out->year = z > 70 ? 1900 + z : 2000 + z;
	return is_good(*out);
}

struct str
date_in(struct arena *a, struct str s, bool us)
{
	struct civil d;

	for (size_t i = 0; i < s.n; i++) {
		struct buf b;

		if (i != 0 && (is_letter(s.p[i - 1]) || is_digit(s.p[i - 1])))
			continue;
		if (!(is_digit(s.p[i])
			    ? all_numbers(s, i, us, &d) || day_first(a, s, i, &d)
			    : is_letter(s.p[i]) && month_first(a, s, i, &d)))
			continue;
		b = buf_new(a);
		buf_printf(&b, "%04d-%02d-%02d", d.year, d.month, d.day);
		return buf_view(&b);
	}
	return STR_NIL;
}
