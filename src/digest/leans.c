/*
 * What leans on the sentence before it by words anywhere in it: "that flaw", "rely on it as
 * well", "nearly two-thirds of them".
 */
#include "digest/candidates.h"

#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

static bool
is_unit(const struct reading *r, size_t t)
{
	return word_in(r, t, LIST_SPAN);
}

/* "these state laws"; not "these days". */
static bool
is_plural_this(const struct reading *r, size_t t)
{
	return (token_is(&r->tokens, t, STR("these")) ||
		   token_is(&r->tokens, t, STR("those"))) &&
	       r->class_of[t + 1] == WORD_LIGHT &&
	       !token_is(&r->tokens, t + 1, STR("days"));
}

/* "malfunctioned", "living": no noun. */
static bool
tells_itself(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t);

	return clause_verb(r, t) || str_ends(word, STR("ed")) ||
	       str_ends(word, STR("ing"));
}

/* "around this very idea", "that same hour", "ignored all of this and went on" */
static bool
points_itself(const struct reading *r, size_t from, size_t i)
{
	return token_is(&r->tokens, i + 1, STR("very")) ||
	       token_is(&r->tokens, i + 1, STR("same")) ||
	       (i > from + 1 && token_is(&r->tokens, i - 1, STR("of")) &&
		   word_in(r, i - 2, LIST_SOME) && !topic_word(r, i + 1));
}

/* "that flaw", "these firms" inside of the sentence; not "this year", "said that prices". */
static bool
points_behind(const struct reading *r, size_t from, size_t i, size_t end)
{
	enum { NEAR_START = 12 };
	bool that;

	if ((r->class_of[i] & WORD_THIS) == 0 || i + 1 >= end)
		return false; /* nearly all */
	that = token_is(&r->tokens, i, STR("that"));
	if ((that || token_is(&r->tokens, i, STR("those"))) && tells_itself(r, i + 1))
		return false; /* "a bug that malfunctioned", "those living in slums" */
	if (points_itself(r, from, i))
		return true;
	if (token_is(&r->tokens, i, STR("this")) &&
	    (r->tokens.at[i + 1].kind == TOKEN_PUNCT ||
		(r->class_of[i + 1] & WORD_PREPOSITION) != 0))
		return true; /* "says this to you" */
	if ((token_is(&r->tokens, i, STR("that's")) ||
		(that && word_is_auxiliary(r, i + 1))) &&
	    mark_parts(r, i - 1) && i < from + NEAR_START)
		return true; /* "By then, that's the toll" */
	if (that &&
	    ((r->class_of[i - 1] & WORD_PREPOSITION) != 0 ||
		word_in(r, i - 1, LIST_DURING)) &&
	    topic_word(r, i + 1) && (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) == 0 &&
	    !is_unit(r, i + 1))
		return true; /* "within that deal remains" */
	if (token_is(&r->tokens, i, STR("these")) &&
	    (token_is(&r->tokens, i + 1, STR("and")) ||
		r->tokens.at[i + 1].kind == TOKEN_PUNCT))
		return true;
	if (that && (r->kind_of[i + 1] & NAME_CALENDAR) != 0 && topic_word(r, i - 1) &&
	    !clause_verb(r, i - 1) && (r->class_of[i - 1] & WORD_SAYS) == 0)
		return true; /* "at the club that Friday" */
	if (that && is_unit(r, i + 1) && !clause_dated(r, from, i))
		return true; /* "by the end of that month" */
	if (i + 2 >= end || !topic_word(r, i + 1) ||
	    ((r->class_of[i + 1] & WORD_LIGHT) != 0 && !is_plural_this(r, i)) ||
	    (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) != 0)
		return false;
	return !that || ((r->class_of[i - 1] & WORD_SAYS) == 0 &&
			    ((r->class_of[i + 2] & WORD_PREPOSITION) != 0 ||
				r->tokens.at[i + 2].kind == TOKEN_PUNCT));
}

static bool
any_points_behind(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 1; i < end; i++)
		if (points_behind(r, t, i, end))
			return true;
	return false;
}

/* Behind the last word. */
static size_t
words_end(const struct reading *r, size_t t, size_t end)
{
	while (end > t && r->tokens.at[end - 1].kind == TOKEN_PUNCT)
		end--;
	return end;
}

/* "The mayor agreed." */
static bool
only_agrees(const struct reading *r, size_t t, size_t end)
{
	enum { NEAR = 6 };

	end = words_end(r, t, end);
	for (size_t i = t + 1; i + 1 < end && i < t + NEAR; i++)
		if (word_in(r, i, LIST_AGREES) && mark_parts(r, i + 1))
			return true; /* "A caller disagreed, saying" */
	return end > t && word_in(r, end - 1, LIST_AGREES);
}

static bool
is_count(const struct reading *r, size_t t)
{
	return word_in(r, t, LIST_COUNT);
}

/* "is", "had", "would": with more to come, or what is said of something. */
bool
word_is_auxiliary(const struct reading *r, size_t t)
{
	return word_in(r, t, LIST_AUXILIARY);
}

/* "doesn't", "wasn’t" */
static bool
is_negated(const struct reading *r, size_t t)
{
	return str_ends(token_text(&r->tokens, t), STR("n't")) ||
	       str_ends(token_text(&r->tokens, t), STR("n’t"));
}

/* "It, moreover, is small", "many similar claims", "that this is so", "The men then left" */
static bool
leans_back(const struct reading *r, size_t t, size_t end)
{
	enum { NEAR = 8 };

	for (size_t i = t + 1; i + 1 < end; i++) {
		const uint16_t classes = r->class_of[i];

		if (i < t + NEAR && mark_parts(r, i - 1) && mark_parts(r, i + 1) &&
		    word_in(r, i, LIST_PARTED))
			return true;
		if ((classes & WORD_THIS) != 0 &&
		    ((!token_is(&r->tokens, i, STR("that")) &&
			 word_is_auxiliary(r, i + 1)) ||
			((r->class_of[i - 1] & WORD_SAYS) != 0 && is_negated(r, i + 1)) ||
			phrase_at(r, i + 1, end, "kind of") ||
			phrase_at(r, i + 1, end, "sort of")))
			return true;
		if (word_in(r, i, LIST_BACK) &&
		    (phrase_at(r, i, end, "further more") ||
			phrase_at(r, i, end, "also on hand") ||
			phrase_at(r, i, end, "another case in point") ||
			(phrase_at(r, i, end, "at the time") && i + 3 < end &&
			    clause_verb(r, i + 3)) ||
			(mark_parts(r, i - 1) &&
			    (phrase_at(r, i, end, "for instance ,") ||
				phrase_at(r, i, end, "for example ,")))))
			return true;
		if (word_in(r, i, LIST_SIMILAR) && topic_word(r, i + 1) &&
		    !any_word(r, i + 1, i + 3 < end ? i + 3 : end, "to"))
			return true;
		if (token_is(&r->tokens, i, STR("soon")) &&
		    (token_is(&r->tokens, i - 1, STR("was")) ||
			token_is(&r->tokens, i - 1, STR("were"))))
			return true; /* "was soon built" */
		if (i < t + NEAR && word_in(r, i, LIST_THEN) && topic_word(r, i - 1) &&
		    clause_verb(r, i + 1))
			return true;
	}
	return false;
}

/* "Such boats are then sold", "They would then be free" */
static bool
goes_on(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 1; i < end; i++)
		if (word_in(r, i, LIST_THEN) && word_is_auxiliary(r, i - 1))
			return true;
	return false;
}

/* "served in", "recently received a": not "wounded soldiers" */
static bool
does_alone(const struct reading *r, size_t t, size_t end)
{
	if (t + 2 < end && str_ends(token_text(&r->tokens, t), STR("ly")))
		t++;
	return t + 1 < end && clause_verb(r, t) &&
	       ((r->class_of[t + 1] & WORD_PREPOSITION) != 0 ||
		   word_in(r, t + 1, LIST_BEGINS));
}

/* "Some have left", "Two were hurt", "Four served in the war", "The three agree": of whom it was told before. */
static bool
counts_known(const struct reading *r, size_t t, size_t end)
{
	if (t + 2 >= end)
		return false;
	for (size_t i = t; i + 2 < end; i++) /* "believes that most are" */
		if (word_in(r, i, LIST_THAT) && word_in(r, i + 1, LIST_SOME) &&
		    word_is_auxiliary(r, i + 2))
			return true;
	if (is_count(r, t) && token_is(&r->tokens, t + 1, STR("-")) && t + 3 < end)
		t += 2; /* "Five-hundred are" */
	if (is_count(r, t) || word_in(r, t, LIST_SOME) ||
	    (t > 1 && token_is(&r->tokens, t - 1, STR("-"))))
		return word_is_auxiliary(r, t + 1) || does_alone(r, t + 1, end) ||
		       (token_is(&r->tokens, t, STR("each")) && clause_verb(r, t + 1));
	return token_is(&r->tokens, t, STR("the")) && is_count(r, t + 1) &&
	       r->tokens.at[t + 2].kind != TOKEN_PUNCT &&
	       !str_ends(token_text(&r->tokens, t + 2), STR("est")) &&
	       !token_is(&r->tokens, t + 2, STR("most"));
}

/* "used in all four patients" */
static bool
holds_all_of(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t; i + 1 < end; i++)
		if (word_in(r, i, LIST_ALL) &&
		    (is_count(r, i + 1) || (token_is(&r->tokens, i + 1, STR("the")) &&
					       i + 2 < end && is_count(r, i + 2))))
			return true;
	return false;
}

/* "India has not promised that.", "Ships rely on it as well." */
static bool
ends_behind(const struct reading *r, size_t t, size_t end)
{
	enum { SHORT = 12 };

	end = words_end(r, t, end);
	if (end > t + 2 && end < t + SHORT && (r->class_of[end - 1] & WORD_THIRD) != 0 &&
	    (r->class_of[end - 2] & WORD_PREPOSITION) != 0)
		return true; /* "It was a punishment for it." */
	if (end < t + 2)
		return false;
	if (end > t + 2 && token_is(&r->tokens, end - 1, STR("well")))
		return (r->class_of[end - 3] & WORD_THIRD) != 0;
	return (
	    word_in(r, end - 1, LIST_LAST) || phrase_at(r, end - 2, end, "follow suit"));
}

/* "Nearly one in four said": of whom is told before. */
static bool
counts_of_whom(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 6 };

	for (size_t i = t + 1; i + 2 < end && i < t + FAR; i++)
		if (token_is(&r->tokens, i, STR("in")) &&
		    token_is(&r->tokens, i - 1, STR("one")) &&
		    (is_count(r, i + 1) || r->tokens.at[i + 1].kind == TOKEN_NUMBER))
			return !topic_word(r, i + 2) || clause_verb(r, i + 2);
	return false;
}

/* "trying to figure that out" */
static bool
parts_that(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 1; i + 1 < end; i++)
		if (word_in(r, i, LIST_THAT) &&
		    (word_in(r, i + 1, LIST_OUT) || phrase_at(r, i + 1, end, "all out")))
			return true;
	return false;
}

/* "It is so," the Oslo mayor added: which of them is told before. */
static bool
is_told_by_member(const struct reading *r, size_t t, size_t end)
{
	enum { WORDS = 4 };

	for (size_t i = t + 1; i + 2 < end; i++) {
		size_t k = i + 1;

		if (!word_in(r, i, LIST_THE) || r->tokens.at[i - 1].kind != TOKEN_PUNCT ||
		    (r->tokens.at[k].flags & TOKEN_CAPITAL) == 0)
			continue;
		while (k + 1 < end && k < i + WORDS && topic_word(r, k) &&
		       (r->class_of[k] & WORD_SAYS) == 0)
			k++;
		if (k > i + 2 && (r->class_of[k] & WORD_SAYS) != 0 &&
		    (k + 1 >= end || (r->tokens.at[k + 1].flags & TOKEN_CAPITAL) == 0))
			return true;
	}
	return false;
}

/* "Nearly two-thirds of them were clay." */
static bool
counts_of_them(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 9 };

	for (size_t i = t; i + 1 < end && i < t + FAR && !clause_verb(r, i); i++)
		if (token_is(&r->tokens, i, STR("of")) &&
		    (r->class_of[i + 1] & (WORD_THIRD | WORD_THIS)) != 0 &&
		    (i + 2 == end || !topic_word(r, i + 2) || clause_verb(r, i + 2)))
			return true;
	return false;
}

/* "closed on the following day": no date is told that it follows. */
static bool
counts_from_before(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 1; i + 1 < end; i++)
		if (word_in(r, i, LIST_NEXT) && word_in(r, i - 1, LIST_THE) &&
		    clause_unit(r, i + 1) && !clause_dated(r, t, i))
			return true;
	return false;
}

/* "It lies 80 miles away": from what was told before. */
static bool
is_away(const struct reading *r, size_t t, size_t end)
{
	bool far = false;

	for (size_t i = t; i < end; i++) {
		far |= word_in(r, i, LIST_FAR);
		if (far && word_in(r, i, LIST_AWAY))
			return !any_word(r, i, end, "from");
	}
	return false;
}

/* "the search that followed": what it followed is told before */
static bool
follows(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 2; i < end; i++)
		if (word_in(r, i, LIST_FOLLOWED) &&
		    (token_is(&r->tokens, i - 1, STR("that")) ||
			token_is(&r->tokens, i - 1, STR("which"))) &&
		    r->tokens.at[i - 2].kind != TOKEN_PUNCT &&
		    (i + 1 == end || r->tokens.at[i + 1].kind == TOKEN_PUNCT ||
			clause_verb(r, i + 1) ||
			(r->class_of[i + 1] & WORD_PREPOSITION) != 0 ||
			str_ends(token_text(&r->tokens, i + 1), STR("ly"))))
			return true;
	return false;
}

/* A thing that "it" may be: no person, no day. */
static bool
is_thing(const struct reading *r, size_t t)
{
	const bool capital = (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0;

	return topic_word(r, t) && (r->kind_of[t] & (NAME_CALENDAR | NAME_FIRST)) == 0 &&
	       !word_is_someone(r, t) && !clause_verb(r, t) &&
	       (!capital || (r->kind_of[t] & NAME_SURNAME) == 0) &&
	       r->tokens.at[t].kind == TOKEN_WORD;
}

/* "When Bush was president, it hurt the party": no thing was told that hurt. */
static bool
opens_on_it(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 14 };

	for (size_t i = t; i + 1 < end && i < t + FAR && !is_thing(r, i); i++)
		if (token_is(&r->tokens, i, STR("it")) && i > t && mark_parts(r, i - 1))
			return clause_verb(r, i + 1) && !word_is_auxiliary(r, i + 1);
	return false;
}

/* "Engineers worry that could be" */
static bool
worries_of_that(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 2; i + 1 < end; i++)
		if (word_in(r, i, LIST_THAT) && word_is_auxiliary(r, i + 1) &&
		    word_in(r, i - 1, LIST_PLAIN_VERB) && word_is_many(r, i - 2))
			return true;
	return false;
}

/* What "its" may be of: one, and no verb. */
static bool
may_own(const struct reading *r, size_t first, size_t t)
{
	if (!topic_word(r, t) || (r->kind_of[t] & NAME_CALENDAR) != 0)
		return false;
	if ((r->tokens.at[t].flags & TOKEN_CAPITAL) != 0)
		return t > first || !word_is_many(r, t) || !word_is_someone(r, t);
	return !word_is_many(r, t) && !clause_verb(r, t) &&
	       !word_in(r, t, LIST_PLAIN_VERB) &&
	       !str_ends(token_text(&r->tokens, t), STR("ly"));
}

/* "Protesters took one of its vans", "Fans bought it and left": no thing was told before. */
static bool
wants_thing(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t; i + 1 < end && !may_own(r, t, i); i++)
		if (i > t && (token_is(&r->tokens, i, STR("its")) ||
				 (token_is(&r->tokens, i, STR("it")) &&
				     (r->tokens.at[i + 1].kind == TOKEN_PUNCT ||
					 token_is(&r->tokens, i + 1, STR("and"))))))
			return true;
	return false;
}

bool
sentence_leans(const struct reading *r, const struct passage *p)
{
	static const struct {
		bool (*leans)(const struct reading *r, size_t t, size_t end);
		uint64_t lists; /* it wants a word of them in the sentence; 0: no such */
		uint16_t classes; /* the same */
	} rules[] = {
		{ any_points_behind, 0, WORD_THIS },
		{ only_agrees, LISTED(AGREES), 0 },
		{ counts_known, 0, 0 },
		{ holds_all_of, LISTED(ALL), 0 },
		{ ends_behind, 0, 0 },
		{ counts_from_before, LISTED(NEXT), 0 },
		{ phrase_is_half, 0, WORD_PREPOSITION },
		{ goes_on, LISTED(THEN), 0 },
		{ leans_back, 0, 0 },
		{ follows, LISTED(FOLLOWED), 0 },
		{ is_away, LISTED(AWAY), 0 },
		{ counts_of_them, 0, 0 },
		{ counts_of_whom, 0, 0 },
		{ parts_that, LISTED(THAT), 0 },
		{ worries_of_that, LISTED(THAT), 0 },
		{ is_told_by_member, 0, WORD_SAYS },
		{ opens_on_it, 0, WORD_THIRD },
		{ wants_thing, 0, WORD_THIRD },
	};
	const size_t t = first_word(r, p), end = p->token + p->tokens;

	for (size_t i = 0; i < LEN(rules); i++)
		if ((rules[i].lists == 0 || (rules[i].lists & p->lists) != 0) &&
		    (rules[i].classes == 0 || (rules[i].classes & p->classes) != 0) &&
		    rules[i].leans(r, t, end))
			return true;
	return false;
}
