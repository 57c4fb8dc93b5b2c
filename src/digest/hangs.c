/*
 * What a sentence hangs on: words at its beginning that point at the sentence before it.
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

/* Of "that", the second word: "Compare that to", "If that does not help", "After that ruling". */
static bool
points_second(const struct reading *r, size_t t)
{
	const uint16_t next = r->class_of[t + 2];

	if ((next & WORD_PREPOSITION) != 0)
		return true;
	if (token_is(&r->tokens, t, STR("if")) &&
	    (word_is_auxiliary(r, t + 2) || clause_verb(r, t + 2) ||
		(next & WORD_BEFORE_VERB) != 0))
		return true;
	return ((r->class_of[t] & WORD_PREPOSITION) != 0 || event_word(r, t, STARTER)) &&
	       topic_word(r, t + 2) && !clause_unit(r, t + 2) &&
	       (r->tokens.at[t + 2].flags & TOKEN_CAPITAL) == 0;
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
		    points_second(r, t))
			return true;
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

/* "The worst was a crack", "Part of the problem is the wall": of things told before. */
static bool
is_one_of_them(const struct reading *r, size_t t, size_t end)
{
	if (phrase_at(r, t, end, "part of") || phrase_at(r, t, end, "one of"))
		t += 2;
	return t + 3 < end && token_is(&r->tokens, t, STR("the")) &&
	       word_in(r, t + 1, LIST_ONE_OF) &&
	       (word_is_auxiliary(r, t + 2) || token_is(&r->tokens, t + 2, STR("came")) ||
		   token_is(&r->tokens, t + 2, STR("comes")));
}

/* "The 19-year-old is charged": of whom was told before. */
static bool
opens_with_age(const struct reading *r, size_t t, size_t end)
{
	return t + 2 < end && token_is(&r->tokens, t, STR("the")) &&
	       r->tokens.at[t + 1].kind == TOKEN_NUMBER &&
	       (phrase_at(r, t + 2, end, "- year - old") ||
		   str_ends(token_text(&r->tokens, t + 1), STR("-old")));
}

/* "Evidence: It works": one of a list. */
static bool
opens_with_label(const struct reading *r, size_t t, size_t end)
{
	enum { WORDS = 7 };

	for (size_t i = t; i + 1 < end && i <= t + WORDS && !clause_verb(r, i); i++)
		if (token_is(&r->tokens, i, STR(":")))
			return i > t &&
			       (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) == 0 &&
			       (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) != 0;
	return false;
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
	       str_is_any(token_text(&r->tokens, t + 1), verbs, LEN(verbs));
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

/* "It is unclear whether", "It will be months before": it means nothing told before; where that begins, or t. */
static size_t
past_impersonal(const struct reading *r, size_t t, size_t end)
{
	static const char *const said[] = { "believed", "best", "better", "clear",
		"common", "crucial", "difficult", "early", "easy", "estimated",
		"expected", "fair", "feared", "hard", "hoped", "hours", "days", "weeks",
		"months", "years", "important", "impossible", "known", "likely",
		"necessary", "possible", "rare", "reported", "safe", "secret", "surprise",
		"tempting", "thought", "time", "tough", "true", "uncertain", "unclear",
		"unknown", "unlikely", "unusual", "vital", "worth" };
	static const char *const then[] = { "before", "for", "how", "if", "since", "that",
		"to", "until", "what", "when", "whether", "which", "who", "why" };
	enum { VERBS = 4, NEAR = 8 };
	size_t i = t + 1;

	if (t >= end || (!token_is(&r->tokens, t, STR("it")) &&
			    !token_is(&r->tokens, t, STR("it's"))))
		return t;
	while (i < end && i < t + VERBS && !topic_word(r, i))
		i++;
	if (i >= end || !str_is_any(token_text(&r->tokens, i), said, LEN(said)))
		return t;
	for (size_t k = i + 1; k < end && k < i + NEAR; k++)
		if (str_is_any(token_text(&r->tokens, k), then, LEN(then)))
			return i;
	return t;
}

/* "In 2026, it's new", "Last year, it grew": only a date stands before what is told elsewhere. */
static bool
dates_it(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 5 };
	bool dated = token_is(&r->tokens, t, STR("today"));
	size_t i = t;

	for (; i < end && i < t + FAR && !mark_parts(r, i); i++) {
		const bool date = r->tokens.at[i].kind == TOKEN_NUMBER ||
				  clause_unit(r, i) ||
				  (r->kind_of[i] & NAME_CALENDAR) != 0;

		if (!date && topic_word(r, i))
			return false;
		dated |= date;
	}
	return dated && i + 2 < end && mark_parts(r, i) &&
	       (r->class_of[i + 1] & WORD_THIRD) != 0 &&
	       past_impersonal(r, i + 1, end) == i + 1;
}

/* "Planning it took years" */
static bool
opens_with_doing(const struct reading *r, size_t t, size_t end)
{
	return t + 1 < end && str_ends(token_text(&r->tokens, t), STR("ing")) &&
	       (r->class_of[t + 1] & WORD_THIRD) != 0;
}

/* "Unlike the ferry, it is new" */
static bool
is_compared(const struct reading *r, size_t t, size_t end)
{
	enum { FAR = 10 };

	if (!token_is(&r->tokens, t, STR("unlike")) &&
	    !token_is(&r->tokens, t, STR("like")))
		return false;
	for (size_t i = t + 1; i + 1 < end && i < t + FAR; i++)
		if (mark_parts(r, i))
			return (r->class_of[i + 1] & WORD_THIRD) != 0;
	return false;
}

/* "One nurse kneels while another stands": of the nurses told before. */
static bool
is_one_and_another(const struct reading *r, size_t t, size_t end)
{
	return token_is(&r->tokens, t, STR("one")) && t + 2 < end &&
	       topic_word(r, t + 1) && any_word(r, t + 2, end, "another");
}

bool
sentence_opens_quotation(
    const struct reading *r, const struct passage *p, const struct marks *m)
{
	enum { WORDS = 6 };
	const size_t end = p->token + p->tokens;
	size_t t = p->token;

	if (!marks_half(m))
		return false;
	while (t < end && !token_is(&r->tokens, t, STR("\"")) &&
	       !token_is(&r->tokens, t, STR("“")) && !token_is(&r->tokens, t, STR("”")))
		t++;
	return t >= p->token + WORDS && t < end && p + 1 < r->at + r->n &&
	       (r->tokens.at[t].flags & TOKEN_SPACE) != 0;
}

bool
sentence_hangs(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;
	const size_t t = past_impersonal(r, first_word(r, p), end);

	return t < end &&
	       ((r->class_of[t] & (WORD_THIRD | WORD_THIS)) != 0 || connects(r, t, end) ||
		   is_compared(r, t, end) || opens_with_doing(r, t, end) ||
		   is_one_and_another(r, t, end) || opens_behind(r, t, end) ||
		   phrase_opens(r, t, end) || is_contrast(r, t, end) ||
		   opens_with_age(r, t, end) || opens_with_label(r, t, end) ||
		   opens_abroad(r, t) || tells_only_who(r, t, end) ||
		   opens_span(r, t, end) || opens_later(r, t, end) ||
		   dates_it(r, t, end) || is_one_of_them(r, t, end) ||
		   sentence_wants_someone(r, p) || sentence_leans(r, p));
}
