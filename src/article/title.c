/* A title for a text that has none: its first sentence that is not a bare quotation,
   cut at a word where it is long. */
#include <string.h>

#include "article/inner.h"
#include "text/sentence.h"

enum { TITLE_BYTES = 100, LOOKED_AT = 400, BLOCKS_LOOKED_AT = 5 };

static const char *const quotes[] = { "\"", "“", "”", "„", "«", "»" };
static const char *const dashes[] = { "-", "–", "—" };

/* Bytes of the mark of `marks` that is at `at`; 0: none. */
static size_t
mark_at(struct str s, size_t at, const char *const *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(str_cut(s, at, s.n), str_of(marks[i])))
			return strlen(marks[i]);
	return 0;
}

size_t
quotation(struct str s)
{
	size_t at = mark_at(s, 0, quotes, LEN(quotes)), mark = 0;

	if (at == 0)
		return 0;
	while (at < s.n && (mark = mark_at(s, at, quotes, LEN(quotes))) == 0)
		at++;
	return at + mark;
}

/* Words a title does not end with: numbers and what is shortened are followed by what they are of. */
static bool
leads_on(struct str word)
{
	static const char *const words[] = { "a", "an", "the", "of", "in", "on", "at",
		"to", "for", "with", "by", "from", "and", "or", "but", "that", "which",
		"who", "as", "is", "was", "are", "were", "has", "had", "have", "be",
		"will", "its", "his", "her", "their", "this", "than", "into", "after",
		"before" };

	for (size_t i = 0; i < word.n; i++)
		if (byte_is_digit(word.p[i]))
			return true;
	return str_ends(word, STR(".")) || str_is_any(word, words, LEN(words));
}

/* Within TITLE_BYTES, so that the last word is whole and one that a title may end with:
   nor does it end before a number, or "May" would be left of a date. */
static size_t
cut_at_word(struct str s)
{
	size_t end = TITLE_BYTES;

	while (end > 0 && s.p[end] != ' ')
		end--;
	if (end < TITLE_BYTES / 3) /* no blanks: a code point is whole */
		for (end = TITLE_BYTES; end > 0 && (s.p[end] & 0xc0) == 0x80;)
			end--;
	for (;;) {
		size_t word = end;

		while (word > 0 && s.p[word - 1] != ' ')
			word--;
		if (word < TITLE_BYTES / 3 ||
		    (!leads_on(str_cut(s, word, end)) &&
			!(end + 1 < s.n && byte_is_digit(s.p[end + 1]))))
			break;
		end = word - 1;
	}
	return end;
}

/* Without the stop, or the comma of "Dear Anna,". */
static struct str
without_stop(struct str s)
{
	static const char *const stops[] = { ",", ";", ":", " ", "-", "–", "—" };

	if (str_ends(s, STR(".")) && !str_ends(s, STR("..")))
		s.n--;
	for (size_t i = 0; i < LEN(stops); i++)
		if (str_ends(s, str_of(stops[i]))) {
			s.n -= strlen(stops[i]);
			i = (size_t)-1;
		}
	return s;
}

static struct str
shortened(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	if (s.n <= TITLE_BYTES)
		return str_dup(a, without_stop(s));
	buf_str(&b, without_stop(str_cut(s, 0, cut_at_word(s))));
	buf_text(&b, "…");
	return buf_view(&b);
}

/* Up to the end of the sentence in which the `at`th byte is. */
static struct str
up_to_sentence(struct arena *a, struct str s, size_t at)
{
	const struct sentences all = sentences_of(a, s, STR(""));

	for (size_t i = 0; i < all.n; i++)
		if (all.at[i].at + all.at[i].n >= at)
			return str_cut(s, 0, all.at[i].at + all.at[i].n);
	return s;
}

/* Without the quotations it begins with that do not say, in a title's length, whose they are. */
static struct str
without_quotations(struct arena *a, struct str s)
{
	for (size_t n; (n = quotation(s)) != 0;) {
		const struct str first = up_to_sentence(a, s, n);

		if (n < first.n && n < TITLE_BYTES * 3 / 4)
			break;
		s = str_trim(str_cut(s, first.n, s.n));
	}
	return s;
}

static struct str
first_line(struct arena *a, const struct block *block)
{
	const struct str text = str_trim(doc_plain(a, block));
	struct str s = str_trim(str_cut(text, article_dateline(text), text.n));

	s = str_cut(s, 0, LOOKED_AT);
	return str_line(&s);
}

struct str
title_make(struct arena *a, const struct doc *body)
{
	const struct block *block = body->first;
	const struct str first = first_line(a, block);

	for (int most = BLOCKS_LOOKED_AT; block != NULL && most > 0; most--) {
		const struct str s = without_quotations(a, first_line(a, block));

		if (s.n != 0 && block->kind != BLOCK_QUOTE &&
		    mark_at(s, 0, dashes, LEN(dashes)) == 0)
			return shortened(a, up_to_sentence(a, s, quotation(s)));
		block = block->next;
	}
	return shortened(a, up_to_sentence(a, first, quotation(first)));
}
