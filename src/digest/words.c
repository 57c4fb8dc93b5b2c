/*
 * A sorted table, searched by halves.
 */
#include "digest/words.h"

#include <stdlib.h>
#include <strings.h>

enum { WORD_BYTES = 14 };

struct word_row {
	char word[WORD_BYTES]; /* in place: no address to relocate at start */
	uint16_t classes;
};

#include "digest/tables/words.h"

static int
by_word(const void *key, const void *row)
{
	const struct str k = *(const struct str *)key;
	const struct str w = str_of(((const struct word_row *)row)->word);
	const int c = strncasecmp(k.p, w.p, k.n < w.n ? k.n : w.n);

	return c != 0 ? c : (k.n > w.n) - (k.n < w.n);
}

/* The typographic apostrophe as the plain one; longer words are in no table. */
static struct str
plain_apostrophe(struct str word, char room[WORD_BYTES])
{
	const size_t at = str_find(word, STR("’"), 0);
	size_t n = 0;

	if (at == STR_NONE || word.n > WORD_BYTES)
		return word;
	for (size_t i = 0; i < word.n; i++) {
		room[n++] = i == at ? '\'' : word.p[i];
		i += i == at ? 2 : 0;
	}
	return (struct str){ room, n };
}

uint16_t
word_classes(struct str word)
{
	char room[WORD_BYTES];
	const struct str key = plain_apostrophe(word, room);
	const struct word_row *row =
	    key.n == 0 ? NULL
		       : bsearch(&key, words, LEN(words), sizeof words[0], by_word);

	return row == NULL ? 0 : row->classes;
}
