/*
 * What a sentence hangs on: words at its beginning that point at the sentence before it,
 * and things it names as if they were known.
 */
#include "digest/candidates.h"

#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

enum { OPENING = 4 /* words */ };

size_t
first_word(const struct reading *r, const struct passage *p)
{
	size_t t = p->token;

	while (t < p->token + p->tokens && r->tokens.at[t].kind == TOKEN_PUNCT)
		t++;
	return t;
}

/* "A mere two days later, the wall": counted from what was told before. */
static bool
opens_later(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 7 };

	for (size_t i = t + 1; i < end && i < t + FAR; i++)
		if (token_is(&r->tokens, i, STR("later")) && clause_unit(r, i - 1))
			return true;
	return false;
}

/* "Two days later", "The next morning": the same. */
static bool
is_counted(const struct reading *r, size_t t, size_t k)
{
	if (token_is(&r->tokens, t + k, STR("later")))
		return k > 0;
	return k > 0 && token_is(&r->tokens, t + k - 1, STR("the")) &&
	       (token_is(&r->tokens, t + k, STR("next")) ||
		   token_is(&r->tokens, t + k, STR("following"))) &&
	       (r->tokens.at[t + k].flags & TOKEN_CAPITAL) == 0;
}

/* The first words point at things told before: "Most of its", "On the same day". */
static bool
opens_behind(const struct reading *r, size_t t, size_t end)
{
	bool topic = false;

	for (size_t k = 0; k < OPENING && t + k < end; k++) {
		const uint16_t classes = r->class_of[t + k];

		if (r->tokens.at[t + k].kind == TOKEN_PUNCT)
			break;
		if ((classes & WORD_POINTS) != 0 && (k == 0 || !topic))
			return true;
		if (k == 1 && (classes & WORD_THIS) != 0 && t + 2 < end &&
		    (r->class_of[t + 2] & WORD_PREPOSITION) != 0)
			return true; /* "Compare that to" */
		if (k == 1 && (classes & WORD_THIS) != 0 && t + 2 < end &&
		    ((r->class_of[t] & WORD_PREPOSITION) != 0 ||
			event_word(r, t, STARTER)) &&
		    topic_word(r, t + 2) && !clause_unit(r, t + 2) &&
		    (r->tokens.at[t + 2].flags & TOKEN_CAPITAL) == 0)
			return true; /* "After that ruling ended" */
		if (token_is(&r->tokens, t + k, STR("former")) && t + k + 1 < end &&
		    r->tokens.at[t + k + 1].kind == TOKEN_PUNCT)
			return true;
		if (k > 0 && token_is(&r->tokens, t + k, STR("other")) &&
		    token_is(&r->tokens, t + k - 1, STR("the")))
			return true;
		if (((classes & WORD_THIRD) != 0 && !topic) || is_counted(r, t, k))
			return true;
		if ((classes & WORD_THIS) != 0 && !topic && t + k + 1 < end &&
		    (r->tokens.at[t + k + 1].kind == TOKEN_PUNCT ||
			(r->class_of[t + k + 1] & (WORD_PERSONAL | WORD_THIRD)) != 0))
			return true; /* "After that, we" */
		topic |= topic_word(r, t + k) && (classes & WORD_LIGHT) == 0 &&
			 (r->kind_of[t + k] & NAME_CALENDAR) == 0;
	}
	return false;
}

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
	bool that;

	if ((r->class_of[i] & WORD_THIS) == 0 || i + 1 >= end)
		return false; /* nearly all */
	that = token_is(&r->tokens, i, STR("that"));
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
	static const char *const verbs[] = { "agreed", "agrees", "disagreed" };

	while (end > t && r->tokens.at[end - 1].kind == TOKEN_PUNCT)
		end--;
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
static bool
is_auxiliary(const struct reading *r, size_t t)
{
	static const char *const verbs[] = { "is", "are", "was", "were", "has", "have",
		"had", "did", "do", "does", "will", "would", "can", "could", "may",
		"might", "must", "should" };

	return word_among(r, t, verbs, LEN(verbs));
}

/* "The worst was a crack", "Part of the problem is the wall": of things told before. */
static bool
is_one_of_them(const struct reading *r, size_t t, size_t end)
{
	static const char *const which[] = { "first", "second", "third", "fourth", "last",
		"next", "latest", "best", "worst", "biggest", "largest", "smallest",
		"oldest", "youngest", "other", "others", "rest", "result", "upshot",
		"answer", "former", "latter", "more", "most", "aim", "idea", "goal",
		"reason", "effect", "problem", "trouble", "question", "solution", "point",
		"difference" };

	if (phrase_at(r, t, end, "part of") || phrase_at(r, t, end, "one of"))
		t += 2;
	return t + 3 < end && token_is(&r->tokens, t, STR("the")) &&
	       word_among(r, t + 1, which, LEN(which)) &&
	       (is_auxiliary(r, t + 2) || token_is(&r->tokens, t + 2, STR("came")) ||
		   token_is(&r->tokens, t + 2, STR("comes")));
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
		    ((token_is(&r->tokens, i, STR("this")) && is_auxiliary(r, i + 1)) ||
			phrase_at(r, i + 1, end, "kind of") ||
			phrase_at(r, i + 1, end, "sort of")))
			return true;
		if ((classes & WORD_PREPOSITION) != 0 &&
		    phrase_at(r, i, end, "at the time") && i + 3 < end &&
		    clause_verb(r, i + 3))
			return true;
		if (phrase_at(r, i, end, "further more"))
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
		    is_auxiliary(r, i - 1))
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
		    word_among(r, i + 1, some, LEN(some)) && is_auxiliary(r, i + 2))
			return true;
	if (is_count(r, t) || word_among(r, t, some, LEN(some)))
		return is_auxiliary(r, t + 1) || does_alone(r, t + 1, end);
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
		"instead", "same", "again", "worse" };

	while (end > t && r->tokens.at[end - 1].kind == TOKEN_PUNCT)
		end--;
	if (end > t + 2 && token_is(&r->tokens, end - 1, STR("well")))
		return (r->class_of[end - 3] & WORD_THIRD) != 0;
	return end > t && word_among(r, end - 1, words, LEN(words));
}

/* "One group slept, the other did not." */
static bool
is_contrast(const struct reading *r, size_t t, size_t end)
{
	if (!token_is(&r->tokens, t, STR("one")))
		return false;
	for (size_t i = t + 1; i + 1 < end; i++)
		if (token_is(&r->tokens, i, STR("the")) &&
		    token_is(&r->tokens, i + 1, STR("other")))
			return true;
	return false;
}

/* Words of other languages that point at the sentence before. */
static bool
opens_abroad(const struct reading *r, size_t t)
{
	static const struct {
		const char *tag, *words[28];
	} rows[] = {
		{ "de", { "dies", "diese", "dieser", "dieses", "diesen", "diesem", "es",
			    "er", "sie", "aber", "doch", "jedoch", "dort", "damit",
			    "dabei", "dadurch", "daher", "deshalb", "deswegen", "zudem",
			    "außerdem", "dagegen", "trotzdem", "dennoch", "denn", "so",
			    "seine", "ihre" } },
		{ "fr", { "ce", "cette", "ces", "cela", "celle", "celui", "il", "elle",
			    "ils", "elles", "mais", "pourtant", "cependant", "toutefois",
			    "ainsi", "donc", "or", "puis", "ensuite", "son", "sa", "ses",
			    "leur", "leurs", "c'est", "c'était", "aussi", "y" } },
		{ "es", { "este", "esta", "estos", "estas", "esto", "ese", "esa", "eso",
			    "él", "ella", "ellos", "ellas", "pero", "sin", "además",
			    "así", "aunque", "también", "entonces", "luego", "su", "sus",
			    "allí", "ahí", "tal", "mas", "aquel", "aquella" } },
	};
	const struct str tag = str_cut(r->language, 0, 2);

	for (size_t k = 0; k < LEN(rows); k++)
		for (size_t i = 0;
		     str_eq(tag, str_of(rows[k].tag)) && i < LEN(rows[k].words); i++)
			if (token_is(&r->tokens, t, str_of(rows[k].words[i])))
				return true;
	return false;
}

/* "But"; not "Then-president", "Too many", "Instead of", "Because it rained, ...". */
static bool
connects(const struct reading *r, size_t t, size_t end)
{
	static const struct {
		const char *word, *next; /* NULL: any word */
	} rows[] = {
		{ "then", "-" },
		{ "so", "-" },
		{ "so", "far" },
		{ "instead", "of" },
		{ "too", NULL },
		{ "besides", NULL },
	};

	if ((r->class_of[t] & WORD_CONNECTIVE) == 0)
		return false;
	for (size_t i = 0; i < LEN(rows) && t + 1 < end; i++)
		if (token_is(&r->tokens, t, str_of(rows[i].word)) &&
		    (rows[i].next == NULL
			    ? r->tokens.at[t + 1].kind != TOKEN_PUNCT
			    : token_is(&r->tokens, t + 1, str_of(rows[i].next))))
			return false;
	return true;
}

/* "Das teilte der Verband am Freitag mit": who told it, and what stands before. */
static bool
tells_only_who(const struct reading *r, size_t t, size_t end)
{
	static const char *const verbs[] = { "teilte", "teilten", "sagte", "sagten",
		"gab", "gaben", "meldete", "meldeten", "berichtete", "erklärte", "geht" };

	return str_starts(r->language, STR("de")) && t + 1 < end &&
	       (token_is(&r->tokens, t, STR("das")) ||
		   token_is(&r->tokens, t, STR("dies"))) &&
	       word_among(r, t + 1, verbs, LEN(verbs));
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

/* "Within half an hour someone opened them": of what is told before. */
static bool
opens_span(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 6 };

	if (!token_is(&r->tokens, t, STR("within")) &&
	    !token_is(&r->tokens, t, STR("after")))
		return false;
	for (size_t i = t + 1; i + 1 < end && i < t + FAR; i++)
		if (clause_unit(r, i) && !clause_unit(r, i + 1))
			return (r->class_of[i + 1] & WORD_PREPOSITION) == 0;
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
sentence_hangs(const struct reading *r, const struct passage *p)
{
	const size_t t = first_word(r, p), end = p->token + p->tokens;

	return t < end &&
	       ((r->class_of[t] & (WORD_THIRD | WORD_THIS)) != 0 || connects(r, t, end) ||
		   opens_behind(r, t, end) || phrase_opens(r, t, end) ||
		   is_contrast(r, t, end) || opens_abroad(r, t) ||
		   tells_only_who(r, t, end) || only_agrees(r, t, end) ||
		   counts_known(r, t, end) || holds_all_of(r, t, end) ||
		   ends_behind(r, t, end) || any_points_behind(r, t, end) ||
		   sentence_unresolved(r, p) || counts_from_before(r, t, end) ||
		   opens_span(r, t, end) || phrase_is_half(r, t, end) ||
		   opens_later(r, t, end) || is_one_of_them(r, t, end) ||
		   goes_on(r, t, end) || leans_back(r, t, end) || follows(r, t, end) ||
		   is_away(r, t, end));
}
