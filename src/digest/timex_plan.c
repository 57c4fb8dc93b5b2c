/* What was agreed to be done; years told by "that year" behind a month, and days by their number
   alone. */
#include "digest/tables/verbs.h"
#include "timex_resolve.h"

enum { FAR = 25 /* tokens */ };

static bool
is_plan(const struct finder *f, size_t i)
{
	static const char *const words[] = { "agreed", "agrees", "decided", "voted",
		"resolved", "promised", "pledged", "vowed", "hopes", "hope", "wants",
		"want", "intends", "intend", "aims", "aim", "undertook" };

	return str_is_any(token_text(f->t, i), words, LEN(words));
}

/* "agreed to look at it in October", "agreed to keep it and to look at it": token i is the
   "to" of what was planned. */
bool
timex_plan(const struct finder *f, size_t i)
{
	if (!f->language->english || i == 0 || i + 1 >= f->t->n ||
	    !token_is(f->t, i, STR("to")) ||
	    !str_is_any(token_text(f->t, i + 1), plain_verbs, LEN(plain_verbs)))
		return false;
	if (is_plan(f, i - 1))
		return true;
	if (!token_is(f->t, i - 1, STR("and")))
		return false;
	for (size_t n = 0; n < FAR && i > 1 && !timex_sentence_start(f, i); n++)
		if (token_is(f->t, --i, STR("to")) && is_plan(f, i - 1))
			return true;
	return false;
}

/* "noviembre de ese año", "November desselben Jahres": the month is of the year told last. */
bool
timex_of_that_year(const struct finder *f, size_t i)
{
	static const char *const rows[][3] = { { "de", "ese", "año" },
		{ "de", "aquel", "año" }, { "del", "mismo", "año" },
		{ "desselben", "jahres" }, { "jenes", "jahres" },
		{ "de", "cette", "année-là" }, { "de", "cette", "année" } };

	for (size_t k = 0; k < LEN(rows) && !f->language->english; k++) {
		size_t n = 0;

		while (n < 3 && rows[k][n] != NULL && i + n < f->t->n &&
		       token_is(f->t, i + n, str_of(rows[k][n])))
			n++;
		if (n == 3 || (n == 2 && rows[k][2] == NULL))
			return f->last_year != 0;
	}
	return false;
}

bool
timex_who(const struct finder *f, size_t i)
{
	return is(f, i, COMMA) && i + 1 < f->t->n && token_is(f->t, i + 1, STR("who"));
}

/* "the 15th" of a month: behind "on" or "by", and no noun follows; not on a golf course. */
static bool
is_bare_day(const struct finder *f, const struct match *m)
{
	static const char *const before[] = { "on", "by", "until", "till" };
	static const char *const after[] = { ".", ",", ";", ":", "!", "?", ")", "we", "i",
		"he", "she", "they", "it", "you", "and", "but", "because" };
	static const char *const golf[] = { "par", "birdie", "bogey", "eagle", "putt",
		"putts", "hole", "holes", "tee", "green", "shot", "birdied", "bogeyed" };
	const struct str day = token_text(f->t, m->to - 1);

	if (m->from == 0 || byte_is_digit(day.p[day.n - 1]) ||
	    !str_is_any(token_text(f->t, m->from - 1), before, LEN(before)) ||
	    (m->to < f->t->n && (f->t->at[m->to].flags & TOKEN_BREAK) == 0 &&
		!str_is_any(token_text(f->t, m->to), after, LEN(after))))
		return false;
	for (size_t i = m->from; i > 0 && m->from - i < FAR; i--)
		if (str_is_any(token_text(f->t, i - 1), golf, LEN(golf)))
			return false;
	return true;
}

/* on [the 15th]: of the month told before, or the one nearest by tense */
bool
date_bare_day(struct finder *f, struct match *m, struct when *out)
{
	const int day = value_of(f, m, DAYNUM);
	int year = f->doc.year, month = f->doc.month, step = 0;

	if (!f->has_doc || !is_bare_day(f, m))
		return false;
	if ((f->last.grain == GRAIN_MONTH || f->last.grain >= GRAIN_DAY) && /* no week */
	    f->last_para + 1 >= f->para) {
		year = f->last.year;
		month = f->last.month;
		step = f->last.grain >= GRAIN_DAY && day < f->last.day &&
		       timex_tense(f, m) >= 0;
	} else if (timex_tense(f, m) < 0) {
		step = -(day > f->doc.day);
	} else {
		step = day < f->doc.day;
	}
	month += step;
	year += month > 12 ? 1 : month < 1 ? -1 : 0;
	out->month_stated = true;
	return when_set_day(out, year, (month + 11) % 12 + 1, day);
}
