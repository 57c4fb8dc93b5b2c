/*
 * Counts function words of the languages we have lists of among the first words in
 * small letters; the best wins if it is clearly there.  Nothing is guessed from less.
 */
#include "digest/language.h"

#include "text/stem.h"

enum { LANGUAGE_WORDS = 120, LANGUAGE_LEAST = 12 }; /* looked at; needed */

struct str
language_of(const struct tokens *t)
{
	static const char *const tags[] = { "en", "de", "fr",
		"es" }; /* as word_stops() */
	size_t hits[LEN(tags)] = { 0 }, words = 0, best = 0;

	for (size_t i = 0; i < t->n && words < LANGUAGE_WORDS; i++) {
		const struct str word = token_text(t, i);

		if (t->at[i].kind != TOKEN_WORD || (t->at[i].flags & TOKEN_CAPITAL) != 0)
			continue;
		words++;
		for (unsigned k = 0, stops = word_stops(word, t->at[i].hash);
		     k < LEN(tags); k++)
			hits[k] += stops >> k & 1;
	}
	for (size_t k = 1; k < LEN(tags); k++)
		if (hits[k] > hits[best])
			best = k;
	return words >= LANGUAGE_LEAST && hits[best] * 4 >= words ? str_of(tags[best])
								  : STR("");
}

bool
language_is_abroad(struct str language)
{
	static const char *const languages[] = { "de", "fr", "es" };

	return str_is_any(str_cut(language, 0, 2), languages, LEN(languages));
}
