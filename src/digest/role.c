/*
 * What a person is, from the words beside the name: "external affairs minister" before
 * it, "the defence minister" between commas behind it.
 */
#include "digest/spans.h"

#include "digest/words.h"

enum { ROLE_LONGEST = 7 }; /* tokens */

static bool
is_small_title(const struct span *s, size_t i)
{
	return i >= s->start && i < s->end && s->r->tokens.at[i].kind == TOKEN_WORD &&
	       (s->r->kind_of[i] & NAME_TITLE) != 0 &&
	       !span_has_flag(s, i, TOKEN_CAPITAL) && !span_is_owner(s, i);
}

/* Who someone is to someone else: no role without the other. */
static bool
is_relation(const struct span *s, size_t i)
{
	static const char *const words[] = { "counterpart", "wife", "husband", "son",
		"daughter", "brother", "sister", "mother", "father", "grandmother",
		"grandfather", "widow", "compatriot" };

	for (size_t k = 0; k < LEN(words); k++)
		if (span_is_word(s, i, words[k]))
			return true;
	return false;
}

/* A word that may stand inside a role, before its last. */
static bool
is_role_word(const struct span *s, size_t i)
{
	const struct reading *r = s->r;

	return r->tokens.at[i].kind == TOKEN_WORD &&
	       (r->class_of[i] & WORD_FUNCTION) == 0 && !r->terms[r->term_of[i]].stop &&
	       !span_is_owner(s, i) &&
	       (!span_has_flag(s, i, TOKEN_CAPITAL) || i == s->first);
}

static struct str
role_before(const struct span *s, size_t name)
{
	size_t from = name;

	if (name == s->start || !is_small_title(s, name - 1) || is_relation(s, name - 1))
		return STR_NIL;
	while (from > s->start && name - from < ROLE_LONGEST &&
	       (is_role_word(s, from - 1) || (span_is_mark(s, from - 1, '-') &&
						 !span_has_flag(s, from, TOKEN_SPACE))))
		from--;
	while (from < name && s->r->tokens.at[from].kind == TOKEN_PUNCT)
		from++;
	return span_text(s->r, from, name);
}

/* ", [the] words that end with a title," */
static struct str
role_behind(const struct span *s, size_t name_end)
{
	size_t from = name_end + 1, to;

	if (!span_is_mark(s, name_end, ','))
		return STR_NIL;
	from += span_is_word(s, from, "the") || span_is_word(s, from, "a") ||
		span_is_word(s, from, "an");
	for (to = from; to < s->end && to - from < ROLE_LONGEST; to++)
		if (s->r->tokens.at[to].kind != TOKEN_WORD ||
		    (s->r->class_of[to] & WORD_FUNCTION) != 0)
			break;
	if (to == from || !(span_is_mark(s, to, ',') || span_is_mark(s, to, '.')) ||
	    !is_small_title(s, to - 1) || is_relation(s, to - 1))
		return STR_NIL;
	return span_text(s->r, from, to);
}

struct str
role_around(const struct span *s, size_t name, size_t name_end)
{
	const struct str before = role_before(s, name);

	return before.n != 0 ? before : role_behind(s, name_end);
}
