/* Clauses with all of a quotation or a bracket, or none; dates with their preposition. */
#include "event_clause.h"

#include "timex_rules.h"

bool
clause_dated(const struct reading *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (event_word(r, i, FORM_DATE))
			return true;
	return false;
}

bool
clause_stop(const struct reading *r, size_t i)
{
	if (event_is(r, i, STR(";")) || event_is(r, i, STR("—")))
		return true;
	return (event_is(r, i, STR("–")) || event_is(r, i, STR("-"))) &&
	       i + 1 < r->tokens.n && (r->tokens.at[i].flags & TOKEN_SPACE) != 0 &&
	       (r->tokens.at[i + 1].flags & TOKEN_SPACE) != 0;
}

/* Opens (1) or closes (-1) a quotation, or either (2): no quotation mark is 0. */
static int
quote_at(const struct reading *r, size_t i)
{
	static const struct {
		const char *mark;
		int sense;
	} rows[] = { { "\"", 2 }, { "“", 2 }, { "”", -1 }, { "„", 1 }, { "«", 2 },
		{ "»", 2 } };

	for (size_t k = 0; r->tokens.at[i].kind == TOKEN_PUNCT && k < LEN(rows); k++)
		if (event_is(r, i, str_of(rows[k].mark)))
			return rows[k].sense;
	return 0;
}

/* A straight mark behind a word or a comma, a blank behind it: it ends what was quoted, perhaps
   from an earlier sentence on. */
static bool
closes_before(const struct reading *r, const struct passage *s, size_t i)
{
	return i > s->token && event_is(r, i, STR("\"")) &&
	       (r->tokens.at[i].flags & TOKEN_SPACE) == 0 &&
	       (i + 1 == r->tokens.n || (r->tokens.at[i + 1].flags & TOKEN_SPACE) != 0);
}

bool
clause_in_speech(const struct reading *r, const struct passage *s, size_t token)
{
	bool in = false;

	for (size_t i = s->token; i < token; i++)
		if (closes_before(r, s, i))
			in = false;
		else if (quote_at(r, i) != 0)
			in = quote_at(r, i) == 1 || (quote_at(r, i) == 2 && !in);
	if (in)
		return true;
	for (size_t i = token; i < s->token + s->tokens; i++)
		if (quote_at(r, i) != 0) /* what an earlier sentence opened ends here */
			return quote_at(r, i) != 1 &&
			       (i + 1 == s->token + s->tokens ||
				   (r->tokens.at[i].flags & TOKEN_SPACE) == 0);
	return false;
}

/* A bracket that the clause closes or opens only: it goes on to the other one. */
static struct span
whole_brackets(const struct reading *r, const struct passage *s, struct span c)
{
	const size_t last = s->token + s->tokens;
	size_t open = 0;

	for (size_t i = c.from; i < c.to; i++) {
		if (event_is(r, i, STR("(")))
			open++;
		else if (event_is(r, i, STR(")")) && open-- == 0)
			return (struct span){ s->token, c.to };
	}
	while (open > 0 && c.to < last)
		open -= event_is(r, c.to++, STR(")"));
	return c;
}

/* A clause that ends in a quotation goes on to its end; one that begins in it and goes on
   beyond is the sentence. */
struct span
clause_whole(const struct reading *r, const struct passage *s, struct span c)
{
	size_t open = 0;
	bool in = false;

	for (size_t i = s->token; i < s->token + s->tokens; i++) {
		const int sense = quote_at(r, i);

		if (sense == 0)
			continue;
		if (sense == 1 || (sense == 2 && !in)) {
			open = i;
			in = true;
			continue;
		}
		if (in && c.from <= open && c.to > open && c.to <= i)
			c.to = i + 1;
		else if (in && c.from > open && c.from <= i && c.to > i + 1)
			c.from = s->token;
		in = false;
	}
	return whole_brackets(r, s, c);
}

struct span
clause_when(const struct reading *r, const struct passage *s, struct span at)
{
	const uint64_t classes =
	    timex_classify(&timex_english, &r->tokens, at.from).classes;
	const bool last = (classes & (BIT(LAST) | BIT(NEXT) | BIT(THIS))) != 0;

	/* "by about 1930", "at 6 p.m."; not "handed in | last month", "back in | on 3 May" */
	for (int n = 0; n < 2 && at.from > s->token; n++)
		if (event_word(r, at.from - 1, BEFORE_DATE) &&
		    !(n > 0 && event_is(r, at.from, STR("in"))) &&
		    !((last || n > 0) && event_is(r, at.from - 1, STR("in"))))
			at.from--;
	return at;
}
