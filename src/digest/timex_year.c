/* Years: which four digits are one, and fiscal ones. */
#include "timex_resolve.h"

/* The year of a date that does not exist: 31 February 2019; June 31, 2019. */
static bool
is_of_wrong_day(const struct finder *f, size_t i)
{
	if (timex_before(f, i, MONTH))
		return true;
	return i >= 3 && timex_before(f, i, COMMA) && timex_before(f, i - 1, NUMBER) &&
	       timex_before(f, i - 2, MONTH) && f->last_to < i - 1;
}

/* A word and a hyphen before it, without a blank. */
static bool
is_in_code(const struct finder *f, size_t i)
{
	return i > 1 && is(f, i - 1, HYPHEN) && timex_glued(f, i) &&
	       timex_glued(f, i - 1) && f->t->at[i - 2].kind == TOKEN_WORD;
}

/* "más de 2000", "mehr als 1900" */
static bool
is_more(const struct finder *f, size_t i)
{
	static const char *const words[] = { "más", "menos", "plus", "moins", "mehr",
		"weniger" };

	return i > 1 &&
	       (token_is(f->t, i - 1, STR("de")) || token_is(f->t, i - 1, STR("als"))) &&
	       str_is_any(token_text(f->t, i - 2), words, LEN(words));
}

/* "a 1 in 1800 chance" */
static bool
is_odds(const struct finder *f, size_t i)
{
	return i > 1 && is(f, i - 1, IN) && is(f, i - 2, NUMBER) &&
	       seen_at(f, i - 2)->value == 1;
}

/* "1999 RQ36": letters and digits behind it are of a name. */
static bool
is_of_code(const struct finder *f, size_t i)
{
	struct str word;

	if (i >= f->t->n || (f->t->at[i].flags & TOKEN_DIGIT) == 0 ||
	    (f->t->at[i].flags & (TOKEN_UPPER | TOKEN_CAPITAL)) == 0 ||
	    (f->t->at[i].flags & TOKEN_BREAK) != 0)
		return false;
	word = token_text(f->t, i);
	return word.n <= 6 && word.p[0] >= 'A' && word.p[0] <= 'Z';
}

/* What stands around the four digits says that they are no year. */
static bool
is_count(const struct finder *f, const struct match *m)
{
	const size_t to = m->to;

	if (is(f, to, OF) && to + 1 < f->t->n && token_is(f->t, to + 1, STR("them")))
		return true; /* "1800 of them" */
	if (is_odds(f, m->from) || is_of_code(f, to))
		return true;
	if (is(f, to, COUNTED) || is(f, to, ZONE) || timex_before(f, m->from, TITLE) ||
	    is_more(f, m->from))
		return true; /* "(1800 GMT)" */
	if (m->from > 0 && timex_glued(f, m->from) && !is(f, m->from - 1, HYPHEN) &&
	    !is(f, m->from - 1, QUOTE) && f->t->text.p[f->t->at[m->from].at - 1] != '(')
		return true;
	if (timex_glued(f, to) && is(f, to, HYPHEN) && timex_glued(f, to + 1) &&
	    !is(f, to + 1, NUMBER) && !is(f, to + 1, SEASON) &&
	    !timex_mark(f, to + 1, MARK_NOW))
		return true;
	if (timex_glued(f, to) && is(f, to, HYPHEN) &&
	    (is(f, to + 2, HYPHEN) || is_in_code(f, m->from)))
		return true; /* 2019-02-29, CVE-2019-1234 */
	if (m->from > 0 && is(f, m->from - 1, HYPHEN) && timex_glued(f, m->from) &&
	    timex_glued(f, to) && is(f, to, HYPHEN) && is(f, to + 1, NUMBER) &&
	    f->t->at[to + 1].n > 2)
		return true; /* "(CVE)-2019-5953" */
	return (is(f, to, DOT) || is(f, to, COLON)) && timex_glued(f, to + 1) &&
	       is(f, to + 1, NUMBER);
}

/* Before 1900 numbers of four digits are seldom years, unless a word before says so. */
static bool
is_old_year(const struct finder *f, const struct match *m)
{
	const size_t i = m->from;
	const struct token *next = m->to < f->t->n ? &f->t->at[m->to] : NULL;

	if (m->year >= 1900)
		return true;
	if (m->year < 1400)
		return false;
	if (i == 0 ||
	    (f->t->at[i].flags & TOKEN_BREAK) != 0) /* a heading; "1898: It opens" */
		return is(f, m->to, COLON) || next == NULL ||
		       (next->flags & TOKEN_BREAK) != 0;
	if (next != NULL && next->kind == TOKEN_WORD && !is(f, m->to, PAST) &&
	    !is(f, m->to, PREP) && !is(f, m->to, JOIN) && !is(f, m->to, BE) &&
	    f->t->text.p[next->at + next->n - 1] == 's')
		return false;
	return m->mod != MOD_NONE || timex_before(f, i, PREP) ||
	       timex_before(f, i, JOIN) || timex_before(f, i, THE) ||
	       timex_before(f, i, APPROX) || timex_before(f, i, COMMA) ||
	       timex_before(f, i, AT) || timex_before(f, i, FUTURE) ||
	       f->t->text.p[f->t->at[i].at - 1] == '(';
}

bool
date_year(struct finder *f, struct match *m, struct when *out)
{
	out->grain = GRAIN_YEAR;
	out->year_stated = true;
	out->mod = m->mod;
	out->year = m->year != 0 ? m->year : (int)(m->milli / 1000);
	if (has(m, ERA)) {
		if (token_is(f->t, slot_at(m, ERA), STR("ad")) &&
		    (f->t->at[slot_at(m, ERA)].flags & TOKEN_CAPITAL) == 0)
			return false; /* "all three ad units" */
		if (value_of(f, m, ERA) < 0)
			out->year = 1 - out->year;
		return out->year > -9000 && out->year < 2100 && m->year + m->milli != 0;
	}
	return !is_count(f, m) && !is_of_wrong_day(f, m->from) && is_old_year(f, m);
}

/* fiscal 2018, fiscal year 2018, the current fiscal year */
bool
date_fiscal(struct finder *f, struct match *m, struct when *out)
{
	out->grain = GRAIN_YEAR;
	out->year_stated = m->year != 0;
	out->year = m->year != 0 ? m->year : f->doc.year + match_step(f, m);
	return true;
}
