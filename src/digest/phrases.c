/*
 * The tables of phrases: what a sentence begins with that hangs on another one, and what
 * is said of the page.
 */
#include "digest/candidates.h"

#include "digest/tables/openings.h"

/* A mark that parts; not the hyphen of "second-hand". */
bool
mark_parts(const struct reading *r, size_t t)
{
	return r->tokens.at[t].kind == TOKEN_PUNCT && !token_is(&r->tokens, t, STR("-"));
}

bool
phrase_at(const struct reading *r, size_t t, size_t end, const char *phrase)
{
	for (const char *p = phrase; *p != '\0'; t++) {
		size_t n = 0;

		while (p[n] != '\0' && p[n] != ' ')
			n++;
		if (t >= end ||
		    (*p == ',' ? !mark_parts(r, t)
			       : !token_is(&r->tokens, t, (struct str){ p, n })))
			return false;
		p += n + (p[n] == ' ');
	}
	return true;
}

/* Where the word stands to rows that begin with it, up to its first letter beyond ASCII. */
static int
order(struct str word, const char *row)
{
	size_t i = 0;

	for (; i < word.n && (word.p[i] & 0x80) == 0; i++) {
		const char c = word.p[i];
		const char small = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);

		if (small != row[i])
			return small < row[i] ? -1 : 1;
	}
	if (i == word.n && row[i] != '\0' && row[i] != ' ')
		return -1; /* "then" behind "the" */
	return i == 0 ? 1 : 0;
}

/* One of the rows, which are in order, stands here. */
static bool
any_phrase(
    const struct reading *r, size_t t, size_t end, const char *const *rows, size_t n)
{
	const struct str word = token_text(&r->tokens, t);
	size_t from = 0, to = n;

	while (from < to) {
		const size_t mid = from + (to - from) / 2;

		if (order(word, rows[mid]) > 0)
			from = mid + 1;
		else
			to = mid;
	}
	for (; from < n && order(word, rows[from]) == 0; from++)
		if (phrase_at(r, t, end, rows[from]))
			return true;
	return false;
}

bool
phrase_opens(const struct reading *r, size_t t, size_t end)
{
	return any_phrase(r, t, end, openings, LEN(openings));
}

/* A row stands somewhere in the sentence; its first word is of WORD_CREDITS. */
static bool
holds_phrase(
    const struct reading *r, const struct passage *p, const char *const *rows, size_t n)
{
	const size_t end = p->token + p->tokens;

	if ((p->classes & WORD_CREDITS) == 0)
		return false;
	for (size_t t = p->token; t < end; t++)
		if ((r->class_of[t] & WORD_CREDITS) != 0 &&
		    any_phrase(r, t, end, rows, n))
			return true;
	return false;
}

bool
sentence_guides(const struct reading *r, const struct passage *p)
{
	return p->tokens != 0 &&
	       (any_phrase(r, p->token, p->token + p->tokens, guides, LEN(guides)) ||
		   holds_phrase(r, p, guidance, LEN(guidance)));
}

bool
sentence_is_aside(const struct reading *r, const struct passage *p)
{
	return p->tokens != 0 &&
	       (any_phrase(r, p->token, p->token + p->tokens, asides, LEN(asides)) ||
		   holds_phrase(r, p, credits, LEN(credits)));
}

bool
phrase_is_half(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t; i < end; i++)
		if ((r->class_of[i] & WORD_PREPOSITION) != 0 &&
		    any_phrase(r, i, end, halves, LEN(halves)))
			return true;
	return false;
}
