/* What was agreed to be done, and years that are told by "that year" behind a month. */
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
