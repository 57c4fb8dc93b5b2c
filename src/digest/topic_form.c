/* Words of topics by their spelling: lists and endings tell what is a verb, an adverb, a day. */
#include "digest/topic_form.h"

#include "digest/words.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

enum {
	LETTERS_ALONE = 5
}; /* of a word in a language whose function words are not known */

static bool
is_in(struct str language, const char tag[2])
{
	return language.n >= 2 && language.p[0] == tag[0] && language.p[1] == tag[1];
}

bool
topic_is_german(struct str language)
{
	return is_in(language, "de");
}

bool
topic_is_romance(struct str language)
{
	return is_in(language, "fr") || is_in(language, "es");
}

/* Verb forms of what is to come, adverbs: in French and Spanish. */
static bool
is_inflected(struct str word)
{
	static const char *const endings[] = { "erait", "irait", "raient", "eront",
		"iront", "era", "ira", "ará", "erá", "irá", "arán", "erán", "ement",
		"amment", "mente", "aron", "ieron", "ando", "iendo" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (topic_ending(word, endings[i]))
			return true;
	return false;
}

/* "fermé mercredi": in small letters in French and Spanish. */
static bool
is_weekday_abroad(struct str word)
{
	static const char *const words[] = { "lundi", "mardi", "mercredi", "jeudi",
		"vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
		"jueves", "viernes", "sábado", "domingo" };

	return str_is_any(word, words, LEN(words));
}

/* "The law enters into force": verbs that are no nouns, with an s or without. */
static bool
is_verb_only(struct str word)
{
	const struct str base =
	    str_ends(word, STR("s")) ? str_cut(word, 0, word.n - 1) : word;

	return topic_ending(base, "ify") || topic_ending(base, "ifie") ||
	       topic_ending(base, "ize") ||
	       (word_lists(base, token_hash(base)) & LISTED(VERB_ONLY)) != 0;
}

bool
topic_form(struct str word, bool capital, uint16_t classes, struct str language)
{
	if (word.n < 3)
		return false;
	if (topic_is_german(language))
		return true;
	if (capital ||
	    (classes & ~(WORD_SPORT | WORD_CALL | WORD_PICTURE | WORD_SELLS)) != 0 ||
	    (!stops_are_known(language) && utf8_count(word) < LETTERS_ALONE))
		return false;
	if (topic_is_romance(language))
		return !is_weekday_abroad(word) && !str_has(word, STR("'")) &&
		       !str_has(word, STR("’")) && !is_inflected(word);
	return !topic_ending(word, "ly") && !topic_ending(word, "ed") &&
	       !is_verb_only(word) && word_bare(word).n == word.n;
}
