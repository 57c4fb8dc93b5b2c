/* Where sentences and paragraphs begin, for what looks at the words around a date. */
#include "timex_rules.h"

/* "Gov", "Corp": perhaps an abbreviation; not "June", nor a name like "Holt". */
static bool
is_short(const struct finder *f, size_t i)
{
	static const char *const four[] = { "corp", "prof", "capt", "bros", "sept",
		"conn", "ariz", "mich", "minn", "miss", "mont", "okla", "tenn", "wash" };

	return !is(f, i, MONTH) && (f->t->at[i].n <= (f->language->english ? 3U : 2U) ||
				       str_is_any(token_text(f->t, i), four, LEN(four)));
}

/* The word before a stop is long enough to be no abbreviation. */
static bool
ends_sentence(const struct finder *f, size_t i)
{
	const struct token *t = f->t->at;
	const char *p = f->t->text.p;
	char last;

	if (i == 0 || t[i].n != 1 ||
	    (p[t[i].at] != '.' && p[t[i].at] != '!' && p[t[i].at] != '?'))
		return false;
	if (p[t[i].at] != '.')
		return true;
	last = p[t[i - 1].at + t[i - 1].n - 1];
	return t[i - 1].n >= 2 && (last < 'A' || last > 'Z') &&
	       !(is(f, i - 1, MONTH) && seen_at(f, i - 1)->unit == UNIT_ABBR) &&
	       !((t[i - 1].flags & TOKEN_CAPITAL) != 0 && is_short(f, i - 1));
}

bool
timex_sentence_start(const struct finder *f, size_t i)
{
	const struct token *t = f->t->at;

	if (i == 0 || (t[i].flags & TOKEN_BREAK) != 0)
		return true;
	if ((t[i].flags & TOKEN_SPACE) == 0)
		return false;
	if (ends_sentence(f, i - 1))
		return true;
	return i > 1 && t[i - 1].n <= 3 && t[i - 1].kind == TOKEN_PUNCT &&
	       (t[i - 1].flags & TOKEN_SPACE) == 0 && ends_sentence(f, i - 2);
}

bool
timex_same_paragraph(const struct finder *f, size_t from, size_t to)
{
	for (; from <= to; from++)
		if ((f->t->at[from].flags & TOKEN_BREAK) != 0)
			return false;
	return true;
}
