/* Dates for people, in a column of 11: full words first, short ones where they do not fit. */

#include "base/buf.h"
#include "data/edtf.h"
#include "data/edtf_parts.h"

enum { COLUMNS = 11, MONTHS = 12 };

/* Full words; short words; short words and no ~ or ?. */
enum tightness { ROOMY, SHORT, BARE };

static const char *const months[][2] = { { "January", "Jan" }, { "February", "Feb" },
	{ "March", "Mar" }, { "April", "Apr" }, { "May", "May" }, { "June", "June" },
	{ "July", "July" }, { "August", "Aug" }, { "September", "Sept" },
	{ "October", "Oct" }, { "November", "Nov" }, { "December", "Dec" } };
static const char *const seasons[][2] = { { "spring", "spr" }, { "summer", "sum" },
	{ "autumn", "aut" }, { "winter", "win" } };

static const char *
ordinal(int n)
{
	if (n % 100 / 10 == 1)
		return "th";
	return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

static void
put_no_year(struct buf *out, const struct edtf_parts *p, bool brief)
{
	if (p->day > 0)
		buf_printf(out, "%d%s", p->day, p->month > 0 ? " " : ordinal(p->day));
	if (p->month > 0 && p->month <= MONTHS)
		buf_text(out, months[p->month - 1][brief]);
	else if (p->month > MONTHS && p->month <= 24)
		buf_text(out, seasons[p->month - 21][brief]);
	else if (p->month > 24)
		buf_printf(out, p->month < 40 ? "Q%d" : "H%d",
		    p->month - (p->month < 40 ? 32 : 39));
	else if (p->day <= 0)
		buf_byte(out, '?');
}

static void
put_before_christ(struct buf *out, const struct edtf_parts *p, enum tightness t)
{
	if (p->month > 0 && p->month <= MONTHS && t != BARE)
		buf_printf(out, "%s ", months[p->month - 1][1]);
	buf_printf(out, "%d BC", 1 - p->year);
}

static void
put_parts(struct buf *out, const struct edtf_parts *p, enum tightness t)
{
	const int century = p->year / 100 + 1;

	if (p->no_year)
		put_no_year(out, p, t != ROOMY);
	else if (p->year_last - p->year > 9)
		buf_printf(out, "%d%s %s", century, ordinal(century),
		    t == ROOMY ? "century" : "c.");
	else if (p->year_last != p->year)
		buf_printf(out, "%04ds", p->year);
	else if (p->year < 0)
		put_before_christ(out, p, t);
	else if (p->month > MONTHS && p->month <= 24)
		buf_printf(out, "%s %04d", seasons[p->month - 21][t != ROOMY], p->year);
	else if (p->month > MONTHS)
		buf_printf(out, p->month < 40 ? "%04d Q%d" : "%04d H%d", p->year,
		    p->month - (p->month < 40 ? 32 : 39));
	else if (p->month > 0 && p->day > 0)
		buf_printf(out, "%04d-%02d-%02d", p->year, p->month, p->day);
	else if (p->month > 0)
		buf_printf(out, "%04d-%02d", p->year, p->month);
	else
		buf_printf(out, "%04d", p->year);
}

/* All that is written here is ASCII, so bytes are columns. */
static struct str
show_one(struct arena *a, const struct edtf_parts *p)
{
	struct buf out = buf_new(a);

	for (int t = ROOMY; t <= BARE; t++) {
		out.n = 0;
		if (t != BARE && (p->qualifier == '~' || p->qualifier == '%'))
			buf_byte(&out, '~');
		put_parts(&out, p, (enum tightness)t);
		if (t != BARE && (p->qualifier == '?' || p->qualifier == '%'))
			buf_byte(&out, '?');
		if (out.n <= COLUMNS)
			break;
	}
	return buf_view(&out);
}

/* A year with the part of it that is exactly a quarter or a half, else false. */
static bool
join_months(
    const struct edtf_parts *from, const struct edtf_parts *to, struct edtf_parts *out)
{
	const int count = to->month - from->month + 1;

	if (from->open || to->open || from->no_year || to->no_year ||
	    from->year != from->year_last || from->year != to->year_last ||
	    from->day != 0 || to->day != 0 || from->month < 1 || to->month > MONTHS ||
	    (count != 3 && count != 6) || (from->month - 1) % count != 0)
		return false;
	*out = *from;
	out->month = count == 3 ? 33 + from->month / 3 : 40 + from->month / 6;
	if (out->qualifier == 0)
		out->qualifier = to->qualifier;
	return true;
}

/* The end of an interval without what it shares with the start: "2019-03", "05". */
static struct str
rest_of(struct str start, struct str end)
{
	size_t same = 0;

	for (size_t i = 0; i < end.n && i < start.n && end.p[i] == start.p[i]; i++)
		if (end.p[i] == '-')
			same = i + 1;
	return start.n == end.n ? str_cut(end, same, end.n) : end;
}

/* Days from the first to the last of a month or of a year are that month or year. */
static bool
join_days(
    const struct edtf_parts *from, const struct edtf_parts *to, struct edtf_parts *out)
{
	const bool year = from->month == 1 && to->month == MONTHS;

	if (from->open || to->open || from->no_year || to->no_year ||
	    from->year != to->year || from->day != 1 || to->month < 1 ||
	    to->month > MONTHS || (from->month != to->month && !year) ||
	    to->day != civil_month_days(to->year, to->month))
		return false;
	*out = *from;
	out->day = 0;
	if (year)
		out->month = 0;
	if (out->qualifier == 0)
		out->qualifier = to->qualifier;
	return true;
}

struct str
edtf_show(struct arena *a, struct str edtf)
{
	struct str rest = edtf, start = STR_NIL;
	const struct str head = str_split(&rest, '/');
	struct edtf_parts from, to, joined;
	struct buf out = buf_new(a);
	struct edtf e;

	if (!edtf_parse(edtf, &e) || !edtf_parts_read(head, &from))
		return edtf;
	if (!e.interval || !edtf_parts_read(rest, &to))
		return show_one(a, &from);
	if (join_months(&from, &to, &joined) || join_days(&from, &to, &joined))
		return show_one(a, &joined);
	if (!from.open)
		start = show_one(a, &from);
	buf_str(&out, start);
	buf_text(&out, from.open ? "until " : "–");
	if (!to.open)
		buf_str(&out, rest_of(start, show_one(a, &to)));
	return buf_view(&out);
}
