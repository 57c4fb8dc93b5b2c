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
	static const char *const words[] = { "day", "night", "week", "month", "year",
		"time", "morning", "evening", "summer", "winter" };

	return word_among(r, t, words, LEN(words));
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

/* "that flaw", "these firms" inside of the sentence; not "this year", "said that prices". */
static bool
points_behind(const struct reading *r, size_t from, size_t i, size_t end)
{
	enum { NEAR_START = 12 };
	bool that;

	if ((r->class_of[i] & WORD_THIS) == 0 || i + 1 >= end)
		return false; /* nearly all */
	that = token_is(&r->tokens, i, STR("that"));
	if (token_is(&r->tokens, i, STR("this")) &&
	    (r->tokens.at[i + 1].kind == TOKEN_PUNCT ||
		(r->class_of[i + 1] & WORD_PREPOSITION) != 0))
		return true; /* "says this to you" */
	if ((token_is(&r->tokens, i, STR("that's")) ||
		(that && word_is_auxiliary(r, i + 1))) &&
	    mark_parts(r, i - 1) && i < from + NEAR_START)
		return true; /* "By then, that's the toll" */
	if (that && (r->class_of[i - 1] & WORD_PREPOSITION) != 0 &&
	    topic_word(r, i + 1) && (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) == 0 &&
	    !is_unit(r, i + 1))
		return true; /* "within that deal remains" */
	if (token_is(&r->tokens, i, STR("these")) &&
	    (token_is(&r->tokens, i + 1, STR("and")) ||
		r->tokens.at[i + 1].kind == TOKEN_PUNCT))
		return true;
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

/* "The mayor agreed." */
static bool
only_agrees(const struct reading *r, size_t t, size_t end)
{
	static const char *const verbs[] = { "agreed", "agrees", "disagreed",
		"disagrees" };
	enum { NEAR = 6 };

	while (end > t && r->tokens.at[end - 1].kind == TOKEN_PUNCT)
		end--;
	for (size_t i = t + 1; i + 1 < end && i < t + NEAR; i++)
		if (word_among(r, i, verbs, LEN(verbs)) && mark_parts(r, i + 1))
			return true; /* "A caller disagreed, saying" */
	return end > t && word_among(r, end - 1, verbs, LEN(verbs));
}

static bool
is_count(const struct reading *r, size_t t)
{
	static const char *const counts[] = { "two", "three", "four", "five", "six",
		"seven", "eight", "nine", "ten" };

	return word_among(r, t, counts, LEN(counts));
}

/* "is", "had", "would": with more to come, or what is said of something. */
bool
word_is_auxiliary(const struct reading *r, size_t t)
{
	static const char *const verbs[] = { "is", "are", "was", "were", "has", "have",
		"had", "did", "do", "does", "will", "would", "can", "could", "may",
		"might", "must", "should" };

	return word_among(r, t, verbs, LEN(verbs));
}

/* "It, moreover, is small", "many similar claims", "that this is so", "The men then left" */
static bool
leans_back(const struct reading *r, size_t t, size_t end)
{
	static const char *const parted_off[] = { "moreover", "however", "though",
		"meanwhile", "therefore", "furthermore", "nevertheless", "nonetheless",
		"instead", "too", "certainly", "perhaps" };
	enum { NEAR = 8 };

	for (size_t i = t + 1; i + 1 < end; i++) {
		const uint16_t classes = r->class_of[i];

		if (i < t + NEAR && mark_parts(r, i - 1) && mark_parts(r, i + 1) &&
		    word_among(r, i, parted_off, LEN(parted_off)))
			return true;
		if ((classes & WORD_THIS) != 0 &&
		    ((token_is(&r->tokens, i, STR("this")) &&
			 word_is_auxiliary(r, i + 1)) ||
			phrase_at(r, i + 1, end, "kind of") ||
			phrase_at(r, i + 1, end, "sort of")))
			return true;
		if ((classes & WORD_PREPOSITION) != 0 &&
		    phrase_at(r, i, end, "at the time") && i + 3 < end &&
		    clause_verb(r, i + 3))
			return true;
		if (phrase_at(r, i, end, "further more") ||
		    (mark_parts(r, i) && (phrase_at(r, i + 1, end, "for instance ,") ||
					     phrase_at(r, i + 1, end, "for example ,"))))
			return true;
		if (token_is(&r->tokens, i, STR("similar")) && topic_word(r, i + 1) &&
		    !any_word(r, i + 1, i + 3 < end ? i + 3 : end, "to"))
			return true;
		if (i < t + NEAR && token_is(&r->tokens, i, STR("then")) &&
		    topic_word(r, i - 1) && clause_verb(r, i + 1))
			return true;
	}
	return false;
}

/* "Such boats are then sold", "They would then be free" */
static bool
goes_on(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 1; i < end; i++)
		if (r->tokens.at[i].n == 4 && token_is(&r->tokens, i, STR("then")) &&
		    word_is_auxiliary(r, i - 1))
			return true;
	return false;
}

/* "served in", "recently received a": not "wounded soldiers" */
static bool
does_alone(const struct reading *r, size_t t, size_t end)
{
	static const char *const begins[] = { "a", "an", "the", "his", "her", "their",
		"to" };

	if (t + 2 < end && str_ends(token_text(&r->tokens, t), STR("ly")))
		t++;
	return t + 1 < end && clause_verb(r, t) &&
	       ((r->class_of[t + 1] & WORD_PREPOSITION) != 0 ||
		   word_among(r, t + 1, begins, LEN(begins)));
}

/* "Some have left", "Two were hurt", "Four served in the war", "The three agree": of whom it was told before. */
static bool
counts_known(const struct reading *r, size_t t, size_t end)
{
	static const char *const some[] = { "some", "many", "several", "few", "most",
		"all", "none", "one", "each" };
	if (t + 2 >= end)
		return false;
	for (size_t i = t; i + 2 < end; i++) /* "believes that most are" */
		if (r->tokens.at[i].n == 4 && token_is(&r->tokens, i, STR("that")) &&
		    word_among(r, i + 1, some, LEN(some)) && word_is_auxiliary(r, i + 2))
			return true;
	if (is_count(r, t) && token_is(&r->tokens, t + 1, STR("-")) && t + 3 < end)
		t += 2; /* "Five-hundred are" */
	if (is_count(r, t) || word_among(r, t, some, LEN(some)) ||
	    (t > 1 && token_is(&r->tokens, t - 1, STR("-"))))
		return word_is_auxiliary(r, t + 1) || does_alone(r, t + 1, end);
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
		if (r->tokens.at[i].n == 3 && token_is(&r->tokens, i, STR("all")) &&
		    (is_count(r, i + 1) || (token_is(&r->tokens, i + 1, STR("the")) &&
					       i + 2 < end && is_count(r, i + 2))))
			return true;
	return false;
}

/* "India has not promised that.", "Ships rely on it as well." */
static bool
ends_behind(const struct reading *r, size_t t, size_t end)
{
	static const char *const words[] = { "that", "this", "these", "those", "so",
		"one", "ones", "did", "does", "not", "too", "either", "there", "then",
		"instead", "same", "again", "worse", "is", "was", "are", "were", "do",
		"would", "will", "could", "can", "should", "had", "has" };

	while (end > t && r->tokens.at[end - 1].kind == TOKEN_PUNCT)
		end--;
	if (end > t + 2 && token_is(&r->tokens, end - 1, STR("well")))
		return (r->class_of[end - 3] & WORD_THIRD) != 0;
	return end > t && word_among(r, end - 1, words, LEN(words));
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
	static const char *const particles[] = { "out", "up", "down", "off", "away",
		"back", "together" };

	for (size_t i = t + 1; i + 1 < end; i++)
		if (r->tokens.at[i].n == 4 && token_is(&r->tokens, i, STR("that")) &&
		    (word_among(r, i + 1, particles, LEN(particles)) ||
			phrase_at(r, i + 1, end, "all out")))
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

		if (!token_is(&r->tokens, i, STR("the")) ||
		    r->tokens.at[i - 1].kind != TOKEN_PUNCT ||
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
		if ((token_is(&r->tokens, i, STR("following")) ||
			token_is(&r->tokens, i, STR("next")) ||
			token_is(&r->tokens, i, STR("same"))) &&
		    token_is(&r->tokens, i - 1, STR("the")) && clause_unit(r, i + 1) &&
		    !clause_dated(r, t, i))
			return true;
	return false;
}

/* "It lies 80 miles away": from what was told before. */
static bool
is_away(const struct reading *r, size_t t, size_t end)
{
	static const char *const units[] = { "miles", "km", "kilometers", "kilometres",
		"metres", "meters", "yards", "feet", "blocks", "hours", "minutes" };
	bool far = false;

	for (size_t i = t; i < end; i++) {
		far |= word_among(r, i, units, LEN(units));
		if (far && token_is(&r->tokens, i, STR("away")))
			return !any_word(r, i, end, "from");
	}
	return false;
}

/* "the search that followed": what it followed is told before */
static bool
follows(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 2; i < end; i++)
		if (token_is(&r->tokens, i, STR("followed")) &&
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

bool
sentence_leans(const struct reading *r, size_t t, size_t end)
{
	return any_points_behind(r, t, end) || only_agrees(r, t, end) ||
	       counts_known(r, t, end) || holds_all_of(r, t, end) ||
	       ends_behind(r, t, end) || counts_from_before(r, t, end) ||
	       phrase_is_half(r, t, end) || goes_on(r, t, end) || leans_back(r, t, end) ||
	       follows(r, t, end) || is_away(r, t, end) || counts_of_them(r, t, end) ||
	       counts_of_whom(r, t, end) || parts_that(r, t, end) ||
	       is_told_by_member(r, t, end);
}
