/* Binary search in sorted tables of fixed width; a longer word is in none. */
#include "abbreviation.h"

#include <stdlib.h>
#include <string.h>

#include "text/utf8.h"

enum { WORD_MOST = 16 };

struct abbreviation_row {
	char word[12];
	unsigned char class;
	bool capital;
};

#include "tables/sentence.h"

static const struct lists {
	const char *tag;
	const struct abbreviation_row *rows;
	size_t row_count;
	const char (*starters)[WORD_MOST];
	size_t starter_count;
} lists[] = {
	{ "en", abbreviations_en, LEN(abbreviations_en), starters_en, LEN(starters_en) },
	{ "de", abbreviations_de, LEN(abbreviations_de), starters_de, LEN(starters_de) },
	{ "fr", abbreviations_fr, LEN(abbreviations_fr), starters_fr, LEN(starters_fr) },
	{ "es", abbreviations_es, LEN(abbreviations_es), starters_es, LEN(starters_es) },
};

bool
language_is(struct str tag, const char *primary)
{
	return str_eq_nocase(str_cut(tag, 0, 2), str_of(primary)) &&
	       (tag.n == 2 || tag.p[2] == '-' || tag.p[2] == '_');
}

static const struct lists *
lists_of(struct str language)
{
	for (size_t i = 1; i < LEN(lists); i++) {
		if (language_is(language, lists[i].tag))
			return &lists[i];
	}
	return &lists[0];
}

/* The word in lower case, NUL-padded; false if it is too long for any list. */
static bool
key_of(struct str word, char key[WORD_MOST])
{
	size_t n = 0;

	memset(key, 0, WORD_MOST);
	while (word.n != 0 && n + 4 < WORD_MOST) {
		const uint32_t code = utf8_next(&word);
		const bool upper = code < 0x80
				       ? code >= 'A' && code <= 'Z'
				       : code >= 0xc0 && code <= 0xde && code != 0xd7;

		n += utf8_put(key + n, upper ? code + 0x20 : code);
	}
	return word.n == 0 && n != 0;
}

static int
compare(const void *key, const void *row)
{
	return strncmp(key, row, WORD_MOST);
}

static bool
has(const char (*words)[WORD_MOST], size_t n, struct str word)
{
	char key[WORD_MOST];

	return key_of(word, key) && bsearch(key, words, n, WORD_MOST, compare) != NULL;
}

static int
compare_row(const void *key, const void *row)
{
	return strcmp(key, ((const struct abbreviation_row *)row)->word);
}

/* One letter, or parts of at most two letters with dots between: "J", "U.S", "Ph.D". */
static bool
is_dotted(struct str word)
{
	const bool dots = str_has(word, STR("."));

	while (word.n != 0) {
		struct str part = str_split(&word, '.');
		size_t letters = 0;

		for (; part.n != 0; letters++) {
			if (!utf8_is_letter(utf8_next(&part)))
				return false;
		}
		if (letters == 0 || letters > (dots ? 2 : 1))
			return false;
	}
	return true;
}

enum abbreviation
abbreviation_of(struct str word, struct str language)
{
	const struct lists *l = lists_of(language);
	const struct abbreviation_row *row = NULL;
	struct str rest = word;
	char key[WORD_MOST];

	if (word.n == 0)
		return ABBREVIATION_NONE;
	if (key_of(word, key))
		row =
		    bsearch(key, l->rows, l->row_count, sizeof(l->rows[0]), compare_row);
	if (row != NULL && (!row->capital || utf8_is_upper(utf8_next(&rest))))
		return (enum abbreviation)row->class;
	if (language_is(language, "de") && str_ends(word, STR("str"))) /* Goethestr. */
		return ABBREVIATION_EITHER;
	return is_dotted(word) ? ABBREVIATION_EITHER : ABBREVIATION_NONE;
}

bool
word_starts_sentence(struct str word, struct str language)
{
	const struct lists *l = lists_of(language);

	return has(l->starters, l->starter_count, word);
}

bool
word_is_speech_verb(struct str word)
{
	return has(speech_verbs, LEN(speech_verbs), word);
}

bool
word_follows_hour(struct str word)
{
	return has(after_hours, LEN(after_hours), word);
}

bool
word_is_domain(struct str word)
{
	return has(domains, LEN(domains), word);
}

bool
word_has_bang(struct str word)
{
	return has(with_bang, LEN(with_bang), word);
}
