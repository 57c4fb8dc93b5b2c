/*
 * digest/spans.h -- looking at the tokens of one passage for names.
 *
 * Token numbers count over the whole reading; every look past the passage's end is
 * answered with no.
 */
#ifndef DIGEST_SPANS_H
#define DIGEST_SPANS_H

#include "base/map.h"
#include "digest/names.h"

/* A passage being searched. */
struct span {
	struct arena *a;
	const struct reading *r;
	struct mentions *out;
	size_t start, end, first; /* tokens; the first that is no mark */
	uint32_t passage;
	bool caps, row; /* as in struct mention */
};

static inline bool
span_has_flag(const struct span *s, size_t i, uint8_t flag)
{
	return i < s->end && (s->r->tokens.at[i].flags & flag) != 0;
}
static inline bool
span_is_mark(const struct span *s, size_t i, char c)
{
	const struct token *t = &s->r->tokens.at[i];

	return i < s->end && t->n == 1 && s->r->text.p[t->at] == c;
}
static inline bool
span_is_word(const struct span *s, size_t i, const char *word)
{
	return i < s->end && token_is(&s->r->tokens, i, str_of(word));
}

bool span_is_owner(const struct span *s, size_t i);    /* ends with "'s" */
bool span_is_genitive(const struct span *s, size_t i); /* the mark of "Sailors' Union" */

/* What the person with this name is, or empty. */
struct str role_around(const struct span *s, size_t name, size_t name_end);

/* The text of tokens, without "'s" at its end. */
struct str span_text(const struct reading *r, size_t from, size_t to);

/* What two spellings of one name have in common: the same letters, small. */
struct str name_key(struct arena *a, struct str name);

#endif
