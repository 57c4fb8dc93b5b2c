/* Binary search in sorted tables of fixed width; what is longer is in none. */
#include "library/common.h"

#include <stdlib.h>

#include "text/utf8.h"

enum { ROW = 16 };

#include "tables/common.h"

static int
compare(const void *word, const void *row)
{
	return str_cmp(*(const struct str *)word, str_of(row));
}

static bool
has(const char (*rows)[ROW], size_t n, struct str word)
{
	return bsearch(&word, rows, n, ROW, compare) != NULL;
}

enum common_words
common_known(struct str language)
{
	static const char *const stops[] = { "de", "fr", "es", "it", "nl", "pt" };
	const struct str tag = str_cut(language, 0, 2);

	if (tag.n == 0 || str_eq_nocase(tag, STR("en")))
		return COMMON_ALL;
	return str_is_any(tag, stops, LEN(stops)) ? COMMON_FUNCTION_WORDS
						  : COMMON_UNKNOWN;
}

double
common_word(struct str stem, struct str language)
{
	if (common_known(language) != COMMON_ALL)
		return rare_most;
	if (has(light, LEN(light), stem))
		return 0;
	return has(wide, LEN(wide), stem) ? common_most : rare_most;
}

bool
common_name(struct str name)
{
	return has(wide_names, LEN(wide_names), name);
}

/* Every article was written on some day and counts something: no reason, in languages whose
   usage is not known. */
bool
common_measure(struct str word)
{
	static const char names[] =
	    " montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar "
	    "märz "
	    "april mai juni juli august september oktober november dezember lundi mardi "
	    "mercredi jeudi vendredi samedi dimanche janvier février mars avril juin "
	    "juillet "
	    "août septembre octobre novembre décembre lunes martes miércoles jueves "
	    "viernes "
	    "sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre "
	    "octubre noviembre diciembre jahr jahre jahren prozent euro millionen "
	    "milliarden "
	    "uhr cent million millions milliards euros ciento millones años ans ";
	struct arena scratch = ARENA_INIT;
	const struct str lower = utf8_lower(&scratch, word);
	size_t at = 0;
	bool is = false;

	while (!is && (at = str_find(str_of(names), lower, at)) != STR_NONE) {
		is = names[at - 1] == ' ' && names[at + lower.n] == ' ';
		at++;
	}
	arena_free(&scratch);
	return is;
}
