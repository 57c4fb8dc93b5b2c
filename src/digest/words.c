/*
 * A sorted table, searched by halves.
 */
#include "digest/words.h"

enum { WORD_BYTES = 14 };

struct word_row {
	char word[WORD_BYTES]; /* in place: no address to relocate at start */
	uint16_t classes;
};

#include "digest/tables/words.h"

static int
compare(struct str key, const char *word)
{
	for (size_t i = 0; i < key.n; i++) {
		const char c =
		    (char)(key.p[i] >= 'A' && key.p[i] <= 'Z' ? key.p[i] + 32 : key.p[i]);

		if (c != word[i])
			return (unsigned char)c < (unsigned char)word[i] ? -1 : 1;
	}
	return word[key.n] == '\0' ? 0 : -1;
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
	size_t from = 0, to = key.n == 0 || key.n >= WORD_BYTES ? 0 : LEN(words);

	while (from < to) {
		const size_t mid = from + (to - from) / 2;
		const int c = compare(key, words[mid].word);

		if (c == 0)
			return words[mid].classes;
		if (c < 0)
			to = mid;
		else
			from = mid + 1;
	}
	return 0;
}
