/* What "by Friday" and "until Friday" tell of what is over. */
#include "timex_rules.h"

enum { NEAR = 12, WORDS = 7 /* tokens */ };

/* "stayed until Friday": what lasted is over, unlike "extended until Friday". */
static bool
is_stay(const struct finder *f, size_t i)
{
	static const char *const words[] = { "stayed", "lasted", "remained", "lived",
		"worked", "ruled", "served", "reigned", "waited", "taught", "studied",
		"fought", "played", "sat", "slept", "kept", "questioned", "continued" };

	return str_is_any(token_text(f->t, i), words, LEN(words));
}

/* "It wasn't until Friday that", "was not until" */
static bool
is_not_yet(const struct finder *f, size_t i)
{
	const struct str word = token_text(f->t, i - 1);

	return str_eq_nocase(word, STR("wasn't")) || str_eq_nocase(word, STR("wasn’t")) ||
	       (i > 1 && str_eq_nocase(word, STR("not")) &&
		   token_is(f->t, i - 2, STR("was")));
}

/* "remained in hospital until Friday", "did not report it until Friday" */
static bool
is_lasting(const struct finder *f, size_t i)
{
	static const char *const ends[] = { ",", "and", "to", "but", "that", "will",
		"would" };
	static const char *const nots[] = { "didn't", "didn’t", "weren't", "weren’t" };

	for (size_t k = 0; k < WORDS && i > 0 && !timex_sentence_start(f, i); k++, i--) {
		const struct str word = token_text(f->t, i - 1);

		if (str_is_any(word, ends, LEN(ends)))
			return false;
		if (is_stay(f, i - 1) || str_is_any(word, nots, LEN(nots)) ||
		    (i > 1 && str_eq_nocase(word, STR("not")) &&
			(token_is(f->t, i - 2, STR("did")) ||
			    token_is(f->t, i - 2, STR("were")))))
			return true;
	}
	return false;
}

/* "had filed reports by Wednesday", "was back by Friday", "stayed until Friday": it is over. */
bool
timex_over(const struct finder *f, size_t i)
{
	const bool by = token_is(f->t, i, STR("by"));

	if (!by && i > 0 && (is_not_yet(f, i) || is_lasting(f, i)))
		return true;
	for (size_t k = 0; k < NEAR && i > 0 && !timex_sentence_start(f, i); k++, i--) {
		if (timex_mark(f, i - 1, MARK_HAD))
			return true;
		if (by && is(f, i - 1, FUTURE) && !is(f, i - 1, PREP))
			return false;
		if (by && is(f, i - 1, BE) && is(f, i - 1, PAST))
			return true;
	}
	return false;
}
