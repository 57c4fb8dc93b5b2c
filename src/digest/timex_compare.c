/* Dates that only measure: "its steepest fall since March 2020", "more than in 2019". */
#include "timex_rules.h"

/* "worst", "first", "steepest". */
static bool
is_superlative(const struct finder *f, size_t i)
{
	static const char *const words[] = { "first", "only", "best", "worst", "most",
		"least", "unseen", "unmatched", "unprecedented" };
	static const char *const others[] = { "protest", "arrest", "interest", "request",
		"forest", "harvest", "contest", "conquest", "invest", "honest",
		"latest" };
	const struct str s = token_text(f->t, i);

	return f->t->at[i].kind == TOKEN_WORD &&
	       (str_is_any(s, words, LEN(words)) ||
		   (s.n > 5 && str_ends(s, STR("est")) &&
		       !str_is_any(s, others, LEN(others))));
}

/* "tiefsten", "größte", not "musste"; "jamais", "mayor". */
static bool
is_most_abroad(const struct finder *f, size_t i)
{
	static const char *const words[] = { "wie", "nie", "plus", "premier", "première",
		"jamais", "aucun", "aucune", "más", "mayor", "menor", "peor", "mejor",
		"primer", "primera", "primero", "nunca" };
	static const char *const ends[] = { "ste", "sten", "ster", "stes" };
	const struct str s = token_text(f->t, i);

	if (str_is_any(s, words, LEN(words)))
		return true;
	for (size_t k = 0; k < LEN(ends) && f->language->tag[0] == 'd'; k++)
		if (s.n > 5 && str_ends(s, str_of(ends[k])) && !str_has(s, STR("sste")) &&
		    (f->t->at[i].flags & TOKEN_CAPITAL) == 0)
			return true;
	return false;
}

/* "auf den tiefsten Stand seit März 2020", "du jamais vu depuis 1987" */
static bool
compared_abroad(const struct finder *f, const struct match *m)
{
	enum { FAR = 8 };
	static const char *const sinces[] = { "seit", "depuis", "desde" };
	size_t i = m->from;

	if (i == 0 || !str_is_any(token_text(f->t, i - 1), sinces, LEN(sinces)))
		return false;
	for (size_t k = 0; k < FAR && i > 0 && !timex_sentence_start(f, i); k++, i--)
		if (is_most_abroad(f, i - 1))
			return true;
	return false;
}

/* "its steepest fall since March 2020", "more than in 2019": nothing is told of that date. */
bool
timex_compared(const struct finder *f, const struct match *m)
{
	enum { FAR = 10, MEASURE = 6 };
	size_t i = m->from;

	if (!f->language->english)
		return compared_abroad(f, m);
	if (i > 1 && is(f, i - 1, PREP) && is(f, i - 2, THAN))
		return true;
	if (i > 3 && is(f, i - 1, PREP) && token_is(f->t, i - 2, STR("as")) &&
	    token_is(f->t, i - 4, STR("as")))
		return true;             /* "as many as in 2019" */
	if (i > 0 && is(f, i - 1, THAN)) /* "no earlier than May" */
		return !(i > 2 && is(f, i - 2, EARLIER) &&
			 (token_is(f->t, i - 3, STR("no")) ||
			     token_is(f->t, i - 3, STR("not"))));
	for (; i > 0 && m->from - i < MEASURE &&
	       (f->t->at[i - 1].kind == TOKEN_WORD || is(f, i - 1, HYPHEN)) &&
	       (!(is(f, i - 1, IN) || is(f, i - 1, ON)) ||
		   (i > 1 && token_is(f->t, i - 2, STR("began")))) &&
	       !token_is(f->t, i - 1, STR("since"));
	     i--)
		; /* "since the storm of 1992", "since records began in 1901" */
	if (i == 0 || !token_is(f->t, i - 1, STR("since")) ||
	    (m->to + 1 < f->t->n && token_is(f->t, m->to + 1, STR("when"))))
		return false; /* "since 1985, when the fleet left" */
	for (size_t k = 0; k < FAR && i > 0 && !timex_sentence_start(f, i); k++, i--)
		if (is_superlative(f, i - 1) || is(f, i - 1, ORDINAL))
			return true;
	return false;
}
