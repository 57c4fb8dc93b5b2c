/*
 * What came damaged: words that stick together, addresses, the times of a live report.
 */
#include "digest/candidates.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

/* A name of the article: it stands by itself near the beginning; any word if `alone`. */
static bool
is_name_of(const struct reading *r, struct str word, bool alone)
{
	enum { FAR = 300 }; /* tokens */

	for (size_t t = 0; t < r->tokens.n && t < FAR; t++)
		if (((r->kind_of[t] & (NAME_FIRST | NAME_SURNAME)) != 0 || alone) &&
		    str_eq(token_text(&r->tokens, t), word))
			return true;
	return false;
}

/* "roadmapThe", "2017Some", "WhatsAppAnna": a word that begins a sentence sticks to another. */
static bool
is_glued(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t);
	enum {
		BEGINS = WORD_THIRD | WORD_THIS | WORD_CONNECTIVE | WORD_PREPOSITION,
		LONG = 32, /* bytes; no word that begins a sentence has so many */
		HEAD =
		    6, /* bytes; so long a word takes any name of the article behind it */
		TAIL = 5
	};

	for (size_t i = word.n > LONG + 2 ? word.n - LONG : 2; i + 3 <= word.n; i++) {
		const struct str rest = str_cut(word, i, word.n);

		if (rest.p[0] < 'A' || rest.p[0] > 'Z' || word.p[i - 1] < '0' ||
		    (word.p[i - 1] > '9' && word.p[i - 1] < 'a') || word.p[i - 1] > 'z' ||
		    rest.p[1] < 'a')
			continue;
		if (str_eq(rest, STR("The")) || str_eq(rest, STR("Some")) ||
		    str_eq(rest, STR("After")) ||
		    (word_classes(rest, token_hash(rest)) & BEGINS) != 0 ||
		    (i > 3 &&
			(is_name_of(r, rest, i >= HEAD && rest.n >= TAIL) ||
			    (gazetteer_kinds(rest) & (NAME_TITLE | NAME_FIRST)) != 0)))
			return true;
	}
	return false;
}

static bool
is_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

/* "12:21 pm:", "Prasad8.40pm:": the time of an entry of a live report. */
bool
sentence_has_clock(const struct reading *r, const struct passage *p)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	for (size_t i = 1; (p->flags & TOKEN_DIGIT) != 0 && i + 3 < s.n; i++) {
		struct str rest = str_cut(s, i + 3, s.n);

		if ((s.p[i] != ':' && s.p[i] != '.') || !is_digit(s, i - 1) ||
		    !is_digit(s, i + 1) || !is_digit(s, i + 2))
			continue;
		rest = str_trim(rest);
		if (rest.n > 2 && (rest.p[0] == 'a' || rest.p[0] == 'p') &&
		    rest.p[1] == 'm')
			rest = str_trim(str_cut(rest, 2, rest.n));
		if (rest.n > 0 && rest.p[0] == ':')
			return true;
	}
	return false;
}

/* "on Sunday.SK!!", "on?Sunday", which a lead may hold: a blank was lost there. */
static bool
has_glue(const struct reading *r, const struct passage *p)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);
	const bool lead = p == r->at;

	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++) {
		const size_t i = r->tokens.at[t].at - p->at;

		if (r->tokens.at[t].kind != TOKEN_PUNCT || i + 2 >= s.n ||
		    s.p[i + 1] < 'A' || s.p[i + 1] > 'Z')
			continue; /* nearly all */
		if ((s.p[i] == '.' || (s.p[i] == '?' && !lead)) && i > 3 &&
		    s.p[i - 1] >= 'a' && s.p[i - 1] <= 'z' && byte_is_letter(s.p[i - 2]))
			return true;
		if (s.p[i] == ')' && s.p[i - 1] != '(' && s.p[i + 2] >= 'a' &&
		    s.p[i + 2] <= 'z')
			return true; /* "(a project)When it" */
	}
	return false;
}

/* Words stick together in it, or it holds an address or the time of an entry. */
bool
sentence_is_garbled(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (r->tokens.at[t].kind == TOKEN_PUNCT
			? r->text.p[r->tokens.at[t].at] == '@' ||
			      r->text.p[r->tokens.at[t].at] == '|'
			: r->tokens.at[t].n > 5 &&
			      (r->tokens.at[t].flags & TOKEN_INNER) != 0 &&
			      is_glued(r, t))
			return true;
	return sentence_has_clock(r, p) || has_glue(r, p);
}
