/* Words of topics: nouns and what stands before them, as far as lists, endings and neighbours tell. */
#include "digest/topic_words.h"

#include "digest/event_word.h"
#include "digest/gazetteer.h"
#include "digest/topic_form.h"
#include "digest/words.h"

/* "vier Meter": how much of something, in German. */
static bool
is_measure_german(struct str word)
{
	static const char *const words[] = { "Meter", "Metern", "Kilometer", "Kilometern",
		"Zentimeter", "Zentimetern", "Millimeter", "Quadratmeter",
		"Quadratmetern", "Quadratkilometer", "Hektar", "Liter", "Litern", "Gramm",
		"Kilogramm", "Tonnen", "Grad", "Prozent", "Euro", "Cent", "Dollar",
		"Million", "Millionen", "Milliarde", "Milliarden", "Uhr", "Stunden",
		"Minuten", "Sekunden", "Tage", "Tagen", "Woche", "Wochen", "Monat",
		"Monate", "Monaten", "Jahr", "Jahre", "Jahren", "zwei", "drei", "vier",
		"fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf" };

	return str_is_any(word, words, LEN(words));
}

/* A German word of letters: a noun has a capital, and none beside it, or it is of a name. */
static bool
is_content_german(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i];
	const bool capital = (t->flags & TOKEN_CAPITAL) != 0;

	if ((t->flags & TOKEN_UPPER) != 0 || t->n < 4 ||
	    is_measure_german(token_text(&r->tokens, i)))
		return false;
	if (!capital)
		return true;
	return (r->kind_of[i] & (NAME_ANY_PLACE | NAME_FIRST | NAME_AGENCY)) == 0 &&
	       (i == 0 || (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) == 0) &&
	       (i + 1 == r->tokens.n || (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) == 0);
}

/* "économique", "mensuelle": of something that is told with it. */
static bool
is_adjective_abroad(struct str word)
{
	static const char *const endings[] = { "ique", "iques", "elle", "elles", "euse",
		"eux", "aire", "aires", "tif", "tive", "el", "els", "ica", "icas", "ico",
		"icos", "oso", "osa", "ivo", "iva", "al", "ales", "ale" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (topic_ending(word, endings[i]))
			return true;
	return false;
}

/* "term" of "long-term savings". */
static bool
is_second_half(const struct reading *r, size_t i, size_t start)
{
	const struct token *t = r->tokens.at;

	return i > start + 1 && r->text.p[t[i - 1].at] == '-' &&
	       t[i - 2].at + t[i - 2].n + 1 == t[i].at;
}

bool
topic_begins(const struct reading *r, size_t i, size_t start)
{
	return !is_second_half(r, i, start) &&
	       (!topic_is_romance(r->language) ||
		   !is_adjective_abroad(token_text(&r->tokens, i)));
}

/* "prices rise", "pilots talk": many, and what they do. */
static bool
is_done_by_many(const struct reading *r, size_t i)
{
	const struct str who = i == 0 ? STR_NIL : token_text(&r->tokens, i - 1);

	return word_in(r, i, LIST_PLAIN_VERB) && who.n > 3 && str_ends(who, STR("s")) &&
	       !str_ends(who, STR("ss"));
}

bool
topic_word(const struct reading *r, size_t i)
{
	return (r->event_of[i] >> FORM_TOPIC & 1) != 0 &&
	       (!topic_is_german(r->language) || is_content_german(r, i));
}

bool
topic_verb_place(const struct reading *r, size_t i, size_t start)
{
	const struct token *t = &r->tokens.at[i - (i > start)];
	const struct str word = token_text(&r->tokens, i - (i > start));

	if (i == start || topic_is_german(r->language) || t->kind != TOKEN_WORD)
		return false;
	return (t->flags & TOKEN_CAPITAL) != 0
		   ? word_bare(word).n == word.n &&
			 (r->kind_of[i - 1] & NAME_DEMONYM) == 0 &&
			 !r->terms[r->term_of[i - 1]].stop
		   : (r->class_of[i - 1] & WORD_BEFORE_VERB) != 0;
}

/* "ministers’": the owner of what follows. */
static bool
is_owner(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i + 1];
	const struct str mark = token_text(&r->tokens, i + 1);

	return (t->flags & TOKEN_SPACE) == 0 &&
	       (str_eq(mark, STR("'")) || str_eq(mark, STR("’")));
}

/* Before "the" or "it" stands a verb or a preposition, seldom a noun. */
static bool
is_object_next(const struct reading *r, size_t i)
{
	return word_in(r, i, LIST_OBJECT) ||
	       (r->class_of[i] & (WORD_THIRD | WORD_THIS | WORD_PERSONAL)) != 0;
}

static bool
is_adjective(const struct reading *r, size_t i)
{
	const struct str word = token_text(&r->tokens, i);

	return word_in(r, i, LIST_ADJECTIVE) || topic_ending(word, "less") ||
	       topic_ending(word, "ful") || topic_ending(word, "ous") ||
	       topic_ending(word, "able") || topic_ending(word, "ible");
}

/* "planets orbiting": what many are doing. */
static bool
is_doing(const struct reading *r, size_t i)
{
	const struct str who = i == 0 ? STR_NIL : token_text(&r->tokens, i - 1);

	return topic_ending(token_text(&r->tokens, i), "ing") && topic_ending(who, "s") &&
	       !topic_ending(who, "ss");
}

/* "ministers": who does it, not what it is about. */
static bool
is_who(const struct reading *r, size_t i)
{
	const struct str word = token_text(&r->tokens, i);

	return ((r->kind_of[i] | gazetteer_kinds(str_cut(word, 0, word.n - 1))) &
		   NAME_TITLE) != 0;
}

/* The next token goes on with the run, or takes the word as its verb. */
static bool
goes_on(const struct reading *r, size_t i, size_t end)
{
	const struct token *t = &r->tokens.at[i + 1];

	if (i + 1 >= end)
		return false;
	if (t->kind == TOKEN_WORD)
		return topic_word(r, i + 1) || is_object_next(r, i + 1);
	return is_owner(r, i) ||
	       (t->n == 1 && r->text.p[t->at] == '-' && (t->flags & TOKEN_SPACE) == 0);
}

bool
topic_ends(const struct reading *r, size_t i, size_t end)
{
	struct str word;

	if (topic_is_german(r->language))
		return (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
	if (goes_on(r, i, end))
		return false; /* cheapest first */
	word = token_text(&r->tokens, i);
	return !(topic_ending(word, "ing") && r->terms[r->term_of[i]].count < 3) &&
	       !is_adjective(r, i) && !is_who(r, i) && !is_done_by_many(r, i) &&
	       !is_doing(r, i);
}
