/* Binary search in sorted tables of fixed width; what is longer is in none. */
#include "library/common.h"

#include <stdlib.h>
#include <string.h>

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
