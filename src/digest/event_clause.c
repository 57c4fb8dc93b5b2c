/*
 * Clauses by their marks and conjunctions: no grammar, so a piece that could not stand
 * alone is joined to the one before it.
 */
#include "digest/event_clause.h"

#include <assert.h>

#include "base/vec.h"

enum { LEAST_WORDS = 5 }; /* a shorter piece says too little */

static const struct {
	const char *word;
	enum cue cue;
} rows[] = {
	{ "will", CUE_PLAN },
	{ "shall", CUE_PLAN },
	{ "would", CUE_PLAN },
	{ "scheduled", CUE_PLAN },
	{ "planned", CUE_PLAN },
	{ "plans", CUE_PLAN },
	{ "plan", CUE_PLAN },
	{ "due", CUE_PLAN },
	{ "slated", CUE_PLAN },
	{ "upcoming", CUE_PLAN },
	{ "expects", CUE_HOPE },
	{ "expected", CUE_HOPE },
	{ "expect", CUE_HOPE },
	{ "hopes", CUE_HOPE },
	{ "hope", CUE_HOPE },
	{ "hoped", CUE_HOPE },
	{ "may", CUE_HOPE },
	{ "might", CUE_HOPE },
	{ "could", CUE_HOPE },
	{ "likely", CUE_HOPE },
	{ "forecast", CUE_HOPE },
	{ "forecasts", CUE_HOPE },
	{ "predicts", CUE_HOPE },
	{ "predicted", CUE_HOPE },
	{ "should", CUE_HOPE },
	{ "wants", CUE_HOPE },
	{ "estimates", CUE_HOPE },
	{ "believes", CUE_HOPE },
	{ "while", CUE_SPLIT },
	{ "but", CUE_SPLIT },
	{ "although", CUE_SPLIT },
	{ "though", CUE_SPLIT },
	{ "whereas", CUE_SPLIT },
	{ "and", CUE_SPLIT },
	{ "which", CUE_HANG },
	{ "who", CUE_HANG },
	{ "whose", CUE_HANG },
	{ "where", CUE_HANG },
	{ "when", CUE_HANG },
	{ "as", CUE_HANG },
	{ "because", CUE_HANG },
	{ "the", CUE_SUBJECT },
	{ "a", CUE_SUBJECT },
	{ "an", CUE_SUBJECT },
	{ "he", CUE_SUBJECT },
	{ "she", CUE_SUBJECT },
	{ "it", CUE_SUBJECT },
	{ "they", CUE_SUBJECT },
	{ "we", CUE_SUBJECT },
	{ "its", CUE_SUBJECT },
	{ "his", CUE_SUBJECT },
	{ "her", CUE_SUBJECT },
	{ "their", CUE_SUBJECT },
	{ "this", CUE_SUBJECT },
	{ "that", CUE_SUBJECT },
	{ "these", CUE_SUBJECT },
	{ "those", CUE_SUBJECT },
	{ "some", CUE_SUBJECT },
	{ "many", CUE_SUBJECT },
	{ "most", CUE_SUBJECT },
	{ "all", CUE_SUBJECT },
	{ "in", CUE_INTO },
	{ "on", CUE_INTO },
	{ "at", CUE_INTO },
	{ "by", CUE_INTO },
	{ "since", CUE_INTO },
	{ "until", CUE_INTO },
	{ "from", CUE_INTO },
	{ "during", CUE_INTO },
	{ "before", CUE_INTO },
	{ "after", CUE_INTO },
};
static_assert(LEN(rows) <= CUE_WORDS, "the cues fit their table");

void
cues_fill(struct cues *c)
{
	c->n = LEN(rows);
	for (size_t i = 0; i < c->n; i++) {
		c->hash[i] = token_hash(str_of(rows[i].word));
		c->cue[i] = (uint8_t)rows[i].cue;
	}
}

enum cue
cue_of(const struct cues *c, const struct reading *r, uint32_t token)
{
	const struct token *t = &r->tokens.at[token];

	if (t->kind != TOKEN_WORD)
		return CUE_NONE;
	for (size_t i = 0; i < c->n; i++)
		if (c->hash[i] == t->hash &&
		    token_is(&r->tokens, token, str_of(rows[i].word)))
			return (enum cue)c->cue[i];
	return CUE_NONE;
}

static bool
is_mark(const struct reading *r, uint32_t token, struct str mark)
{
	return str_eq(token_text(&r->tokens, token), mark);
}

static bool
is_comma(const struct reading *r, uint32_t token)
{
	return is_mark(r, token, STR(","));
}

/* "to be followed by" or "followed by": what follows is an event of its own. */
static uint32_t
followed_by(const struct reading *r, uint32_t i, uint32_t end)
{
	const struct tokens *t = &r->tokens;

	if (i + 2 < end && token_is(t, i, STR("to")) && token_is(t, i + 1, STR("be")))
		i += 2;
	return i + 2 < end && token_is(t, i, STR("followed")) &&
		       token_is(t, i + 1, STR("by"))
		   ? i + 2
		   : 0;
}

/* "and" begins a clause only before a word that can be its subject. */
static bool
has_subject(const struct cues *c, const struct reading *r, uint32_t i)
{
	return (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0 ||
	       cue_of(c, r, i) == CUE_SUBJECT;
}

/* Where the clause that begins after the mark at `i` starts; 0: the mark ends none. */
static uint32_t
clause_start(const struct cues *c, const struct reading *r, uint32_t i, uint32_t end)
{
	const uint32_t next = i + 1;
	uint32_t start;

	if (next + 1 >= end)
		return 0;
	if (is_mark(r, i, STR(";")))
		return next;
	if (!is_comma(r, i))
		return 0;
	start = followed_by(r, next, end);
	if (start != 0)
		return start;
	if (cue_of(c, r, next) != CUE_SPLIT)
		return 0;
	return has_subject(c, r, next + 1) ? next + 1 : 0;
}

static uint32_t
words_in(const struct reading *r, struct clause k)
{
	uint32_t n = 0;

	for (uint32_t i = k.from; i < k.to; i++)
		n += r->tokens.at[i].kind != TOKEN_PUNCT;
	return n;
}

/* "While X, Y": the first comma after X, or 0 when the sentence begins otherwise. */
static uint32_t
leading_end(const struct cues *c, const struct reading *r, struct clause all)
{
	if (cue_of(c, r, all.from) != CUE_SPLIT || is_comma(r, all.from + 1))
		return 0;
	for (uint32_t i = all.from + 1; i + 1 < all.to; i++)
		if (is_comma(r, i))
			return i;
	return 0;
}

struct clause
clause_around(const struct cues *c, const struct reading *r, const struct passage *s,
    uint32_t token, bool split)
{
	const struct clause all = { s->token, s->token + s->tokens };
	struct clause k = all;
	const uint32_t lead = all.to - all.from > 2 ? leading_end(c, r, all) : 0;
	int depth = 0;

	if (lead != 0 && token < lead)
		return (struct clause){ all.from + 1, lead };
	if (lead != 0)
		k.from = lead + 1;
	if (!split)
		return lead != 0 ? k : all;
	for (uint32_t i = k.from; i < all.to; i++) {
		uint32_t start;

		depth += is_mark(r, i, STR("("));
		depth -= is_mark(r, i, STR(")"));
		start = depth == 0 ? clause_start(c, r, i, all.to) : 0;
		if (start == 0)
			continue;
		if (i >= token &&
		    words_in(r, (struct clause){ k.from, i }) >= LEAST_WORDS) {
			k.to = i;
			break;
		}
		if (start <= token &&
		    words_in(r, (struct clause){ start, all.to }) >= LEAST_WORDS)
			k.from = start;
	}
	return words_in(r, k) >= LEAST_WORDS ? k : all;
}

enum cue
clause_cue(const struct cues *c, const struct reading *r, struct clause k)
{
	enum cue found = CUE_NONE;

	for (uint32_t i = k.from; i < k.to; i++) {
		const enum cue cue = cue_of(c, r, i);
		const struct tokens *t = &r->tokens;

		if (cue == CUE_HOPE)
			return CUE_HOPE;
		if (cue == CUE_PLAN)
			found = CUE_PLAN;
		if (i + 1 < k.to && token_is(t, i + 1, STR("to")) &&
		    (token_is(t, i, STR("is")) || token_is(t, i, STR("are")) ||
			token_is(t, i, STR("set"))))
			found = CUE_PLAN;
	}
	return found;
}

struct str
clause_text(const struct reading *r, struct clause k)
{
	const struct token *first = &r->tokens.at[k.from],
			   *last = &r->tokens.at[k.to - 1];

	return str_cut(r->text, first->at, last->at + last->n);
}
