/*
 * Who he, she and they may be: a sentence that tells it before its pronoun stands alone.
 */
#include "digest/candidates.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

bool
any_word(const struct reading *r, size_t from, size_t to, const char *word)
{
	for (; from < to; from++)
		if (token_is(&r->tokens, from, str_of(word)))
			return true;
	return false;
}

/* "British", "Monday": no name of someone, unless it goes on. */
static bool
is_no_person(const struct reading *r, size_t t)
{
	enum { NO_PERSON = NAME_ANY_PLACE | NAME_DEMONYM | NAME_CALENDAR };

	return (r->kind_of[t] & NO_PERSON) != 0 && (r->kind_of[t] & ~NO_PERSON) == 0 &&
	       (t == 0 || !topic_word(r, t - 1) ||
		   (r->tokens.at[t - 1].flags & TOKEN_CAPITAL) == 0) &&
	       (t + 1 == r->tokens.n || (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0);
}

/* "the West": alone behind its article. */
static bool
is_the_one(const struct reading *r, size_t t)
{
	return t > 0 && token_is(&r->tokens, t - 1, STR("the")) && t + 1 < r->tokens.n &&
	       (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0;
}

bool
word_is_many(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t);

	return word_in(r, t, LIST_MANY) ||
	       (topic_word(r, t) && word.n > 3 && str_ends(word, STR("s")) &&
		   !str_ends(word, STR("ss")));
}

bool
word_does(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t);
	const struct str plain = str_cut(word, 0, word.n - 1);

	return word.p[word.n - 1] == 's' &&
	       (word_lists(plain, token_hash(plain)) & LISTED(PLAIN_VERB)) != 0;
}

/* A word of "Anna Holm"; not of "Anna and Bo". */
static bool
is_one_person(const struct reading *r, size_t t)
{
	enum { PERSON = NAME_FIRST | NAME_SURNAME };
	size_t end = t + 1;
	uint32_t kinds = r->kind_of[t];

	if (t > 0 && (r->tokens.at[t - 1].flags & TOKEN_CAPITAL) != 0)
		kinds |= r->kind_of[t - 1];
	for (; end < r->tokens.n && (r->tokens.at[end].flags & TOKEN_CAPITAL) != 0; end++)
		kinds |= r->kind_of[end];
	return (kinds & PERSON) != 0 &&
	       !(end < r->tokens.n && token_is(&r->tokens, end, STR("and")));
}

/* "ships"; not "Anna Williams", "minutes", nor "wants" right behind a name. */
static bool
is_of_many(const struct reading *r, size_t first, size_t t)
{
	return word_is_many(r, t) && (r->class_of[t] & WORD_LIGHT) == 0 &&
	       !is_one_person(r, t) &&
	       !(t > first && (r->tokens.at[t - 1].flags & TOKEN_CAPITAL) != 0 &&
		   (t > first + 1 || topic_word(r, t - 1)));
}

/* A pronoun for a person stands before anything that could tell who it is. */
static bool
is_unresolved(const struct reading *r, const struct passage *p)
{
	const size_t first = first_word(r, p);
	size_t end = first;
	bool many = false, plural = false, single;

	while (end < p->token + p->tokens && (r->class_of[end] & WORD_AGENT) == 0)
		end++;
	if (end == p->token + p->tokens)
		return false;
	single = !str_starts(token_text(&r->tokens, end), STR("the"));
	for (size_t t = first; t <= end; t++) {
		const struct token *k = &r->tokens.at[t];

		if ((r->class_of[t] & WORD_AGENT) != 0)
			return token_is(&r->tokens, t, STR("them"))
				   ? !plural
				   : !(many && str_starts(token_text(&r->tokens, t),
						   STR("the")));
		plural |= is_of_many(r, first, t);
		if (word_is_someone(r, t) &&
		    !(single && word_is_many(r, t) && (r->kind_of[t] & NAME_TITLE) == 0))
			return false;
		many |=
		    plural || ((k->flags & TOKEN_CAPITAL) != 0 && topic_word(r, t) &&
				  (t > first || (r->kind_of[t] & ~NAME_COMMON) != 0) &&
				  (single || !is_one_person(r, t)));
		if ((k->flags & TOKEN_CAPITAL) == 0 ||
		    (r->class_of[t] & WORD_PERSONAL) != 0 || is_no_person(r, t) ||
		    is_the_one(r, t) || (!single && is_one_person(r, t)))
			continue;
		if (t > first)
			return false;
		if (topic_word(r, t) && t + 1 < p->token + p->tokens &&
		    ((r->tokens.at[t + 1].flags & TOKEN_CAPITAL) != 0 ||
			(r->kind_of[t] & (NAME_FIRST | NAME_SURNAME)) != 0 ||
			(r->class_of[t + 1] & WORD_SAYS) != 0))
			return false;
	}
	return false;
}

/* A person is named or told of at t, whose name or noun begins there. */
static bool
begins_person(const struct reading *r, size_t first, size_t t)
{
	const bool capital = (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0;

	if (t > first && ((capital && (r->tokens.at[t - 1].flags & TOKEN_CAPITAL) != 0) ||
			     word_is_someone(r, t - 1)))
		return false;
	return word_is_someone(r, t) ||
	       (capital && topic_word(r, t) && !is_no_person(r, t));
}

/* "Holm sent her inside.": she is not Holm, and nobody else was told of. */
static bool
sends_someone(const struct reading *r, const struct passage *p)
{
	enum { NEAR = 5 };
	const size_t end = p->token + p->tokens;
	size_t people = 0, last = 0; /* where the one was told of */

	for (size_t t = first_word(r, p); t + 1 < end; t++) {
		if (begins_person(r, p->token, t)) {
			people++;
			last = t;
		}
		if (token_is(&r->tokens, t, STR("him")) ||
		    (token_is(&r->tokens, t, STR("her")) &&
			(r->class_of[t + 1] & WORD_PREPOSITION) != 0))
			return people == 0 || (people == 1 && t - last <= NEAR);
		if ((r->class_of[t] & WORD_AGENT) != 0)
			return false;
	}
	return false;
}

bool
sentence_holds_someone(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if ((r->class_of[t] & WORD_AGENT) != 0 || word_is_someone(r, t) ||
		    word_is_many(r, t) ||
		    (topic_word(r, t) && (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0 &&
			!is_no_person(r, t)))
			return true;
	return false;
}

bool
sentence_wants_someone(const struct reading *r, const struct passage *p)
{
	const size_t t = first_word(r, p);

	if ((p->classes & WORD_AGENT) == 0)
		return false;
	return is_unresolved(r, p) || sends_someone(r, p) ||
	       (t < p->token + p->tokens && (r->class_of[t] & WORD_AGENT) != 0);
}
