/*
 * A table of words and, beside it, where each is by its hash (tests/tools/timex_slots.py).
 */
#include "digest/words.h"

#include "text/word.h"

enum { WORD_BYTES = 14 };

struct word_row {
	char word[WORD_BYTES]; /* in place: no address to relocate at start */
	uint16_t classes;
};

#include "digest/tables/words.h"
#include "digest/tables/words_slots.h"

struct list_slot {
	char word[WORD_BYTES];
	uint16_t hash; /* its upper half */
	uint64_t lists;
};

#include "digest/tables/lists_slots.h"

struct str
word_bare(struct str word)
{
	const size_t n = word.n;
	const bool plain = n > 2 && word.p[n - 2] == '\'';
	const bool curly = n > 4 && word.p[n - 2] == '\x99' && word.p[n - 3] == '\x80' &&
			   word.p[n - 4] == '\xe2';

	if (n < 3 || (word.p[n - 1] != 's' && word.p[n - 1] != 'S') || (!plain && !curly))
		return word;
	return str_cut(word, 0, n - (plain ? 2 : 4));
}

uint16_t
word_classes(struct str word, uint32_t hash)
{
	if (word.n >= WORD_BYTES + 2)
		return 0;
	for (size_t i = hash % LEN(word_slots); word_slots[i] != 0;
	     i = (i + 1) % LEN(word_slots)) {
		const struct word_row *row = &words[(word_slots[i] & 0xffff) - 1];

		if (word_slots[i] >> 16 == hash >> 16 &&
		    word_spells(word, str_of(row->word)))
			return row->classes;
	}
	return 0;
}

uint64_t
word_lists(struct str word, uint32_t hash)
{
	for (size_t i = hash % LEN(list_slots); list_slots[i].lists != 0;
	     i = (i + 1) % LEN(list_slots))
		if (list_slots[i].hash == hash >> 16 &&
		    word_spells(word, str_of(list_slots[i].word)))
			return list_slots[i].lists;
	return 0;
}
