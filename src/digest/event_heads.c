/* Headings that tell a day: of a version, a meeting, a part of a chronicle or a live blog. */
#include "event_heads.h"

#include "data/edtf.h"
#include "event_clause.h"

/* Words of the heading outside of the expression; a number of a chapter is none. */
static size_t
words_beside(const struct reading *r, const struct passage *s, size_t from, size_t to)
{
	size_t words = 0;

	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++)
		if (i < from || i >= to)
			words += r->tokens.at[i].kind == TOKEN_WORD ||
				 r->tokens.at[i].kind == TOKEN_NUMBER;
	return words;
}

/* "Timeline, 3 May 2019": over the hours of a day. */
static bool
is_of_log(const struct reading *r, const struct passage *s)
{
	static const char *const words[] = { "timeline", "chronology", "log", "date",
		"day", "updated", "published", "zeitleiste", "chronologie",
		"cronología" };

	return str_is_any(token_text(&r->tokens, s->token), words, LEN(words));
}

/* The sentence that begins what stands below the heading, or NULL. */
static const struct passage *
first_below(const struct reading *r, const struct passage *s)
{
	for (const struct passage *p = s + 1; p < r->at + r->n; p++) {
		if (p->kind == BLOCK_HEADING)
			return NULL;
		if (p->kind == BLOCK_PARA && p->tokens != 0)
			return p->n <= SENTENCE_MOST && !p->answered ? p : NULL;
	}
	return NULL;
}

bool
heads_event(const struct reading *r, const struct passage *s, const struct timex *x,
    size_t end, bool published, const struct passage **told)
{
	enum { LONG = 16 };
	struct edtf day;
	const bool hour = x->type == TIMEX_TIME && !x->explicit_year;

	if (s->tokens > LONG || !edtf_parse(str_of(x->edtf), &day) || x->compared ||
	    (x->type != TIMEX_DATE && x->type != TIMEX_TIME) ||
	    (hour ? !published : !x->explicit_year))
		return false;
	if (words_beside(r, s, x->token, end) == 0) {
		*told = first_below(r, s);
		return *told != NULL;
	}
	*told = s;
	return !hour && day.grain >= EDTF_DAY && !is_of_log(r, s);
}

bool
heads_log(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t end = (size_t)x->token + x->tokens;
	size_t i = end;

	if (x->type != TIMEX_TIME || x->token != s->token ||
	    (s > r->at && s[-1].leaf == s->leaf) || !byte_is_digit(r->text.p[x->at]))
		return false;
	while (i < (size_t)s->token + s->tokens && r->tokens.at[i].kind == TOKEN_PUNCT)
		i++;
	return i + 1 < (size_t)s->token + s->tokens &&
	       (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
}
