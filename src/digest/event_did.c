/* What was done, in German, French and Spanish: "hat … beschlossen", "a voté", "aprobó". */
#include "digest/event.h"
#include "event_clause.h"

enum { LONG = 5, NEAR = 14 /* letters, tokens */ };

static bool
is_small(const struct reading *r, size_t i)
{
	return r->tokens.at[i].kind == TOKEN_WORD &&
	       (r->tokens.at[i].flags & TOKEN_CAPITAL) == 0;
}

/* "beschlossen", "gewählt", "informiert" */
static bool
is_partizip(const struct reading *r, size_t i)
{
	static const char *const fronts[] = { "ge", "be", "ver", "er", "ent", "zer" };
	const struct str s = token_text(&r->tokens, i);

	if (!is_small(r, i) || s.n < LONG ||
	    (!str_ends(s, STR("t")) && !str_ends(s, STR("en"))))
		return false;
	for (size_t k = 0; k < LEN(fronts); k++)
		if (str_starts(s, str_of(fronts[k])))
			return true;
	return str_ends(s, STR("iert")) || str_find(s, STR("ge"), 1) != STR_NONE;
}

static bool
did_german(const struct reading *r, size_t i, size_t end)
{
	static const char *const words[] = { "hat", "haben", "hatte", "hatten", "wurde",
		"wurden", "worden" };

	if (!str_is_any(token_text(&r->tokens, i), words, LEN(words)))
		return false;
	if (event_is(r, i, STR("worden")))
		return true;
	for (size_t k = i + 1; k < end && k < i + NEAR && !event_is(r, k, STR(",")); k++)
		if (is_partizip(r, k) && (k + 1 == end || !is_small(r, k + 1)))
			return true;
	return false;
}

static bool
did_french(const struct reading *r, size_t i, size_t end)
{
	static const char *const words[] = { "a", "ont", "n'a", "l'a", "avait", "n’a",
		"l’a", "l'ont", "l’ont" };
	static const char *const ends[] = { "é", "ée", "és", "ées", "is", "it", "u",
		"ert" };

	if (!str_is_any(token_text(&r->tokens, i), words, LEN(words)))
		return false;
	for (size_t k = i + 1; k < end && k < i + 3; k++)
		for (size_t n = 0; n < LEN(ends) && is_small(r, k); n++)
			if (token_text(&r->tokens, k).n > 2 &&
			    str_ends(token_text(&r->tokens, k), str_of(ends[n])))
				return true;
	return false;
}

static bool
did_spanish(const struct reading *r, size_t i, size_t end)
{
	static const char *const words[] = { "ha", "han", "fue", "fueron" };
	static const char *const ends[] = { "ado", "ido", "ada", "ida", "ados", "idos",
		"cho" };
	const struct str s = token_text(&r->tokens, i);

	if (is_small(r, i) && s.n > 4 &&
	    (str_ends(s, STR("ó")) || str_ends(s, STR("aron")) ||
		str_ends(s, STR("ieron"))))
		return true;
	if (!str_is_any(s, words, LEN(words)) || i + 1 >= end)
		return false;
	for (size_t n = 0; n < LEN(ends); n++)
		if (str_ends(token_text(&r->tokens, i + 1), str_of(ends[n])))
			return true;
	return false;
}

bool
event_did(const struct reading *r, size_t i, size_t end)
{
	return str_starts(r->language, STR("de")) ? did_german(r, i, end)
	       : str_starts(r->language, STR("fr"))
		   ? did_french(r, i, end)
		   : str_starts(r->language, STR("es")) && did_spanish(r, i, end);
}
