/*
 * A table of words and, beside it, where each is by its hash (tests/tools/timex_slots.py).
 */
#include "digest/words.h"

enum { WORD_BYTES = 14 };

struct word_row {
	char word[WORD_BYTES]; /* in place: no address to relocate at start */
	uint16_t classes;
};

#include "digest/tables/words.h"
#include "digest/tables/words_slots.h"

/* The word in small letters, its typographic apostrophe as the plain one. */
static bool
is_row(const char *row, struct str word)
{
	size_t n = 0;

	for (size_t i = 0; i < word.n; n++) {
		const char c = word.p[i];

		if (row[n] == (c >= 'A' && c <= 'Z' ? c + 32 : c))
			i++;
		else if (row[n] == '\'' && str_starts(str_cut(word, i, word.n), STR("’")))
			i += strlen("’");
		else
			return false;
	}
	return row[n] == '\0';
}

uint16_t
word_classes(struct str word, uint32_t hash)
{
	if (word.n >= WORD_BYTES + 2)
		return 0;
	for (size_t i = hash % LEN(word_slots); word_slots[i] != 0;
	     i = (i + 1) % LEN(word_slots)) {
		const struct word_row *row = &words[(word_slots[i] & 0xffff) - 1];

		if (word_slots[i] >> 16 == hash >> 16 && is_row(row->word, word))
			return row->classes;
	}
	return 0;
}
