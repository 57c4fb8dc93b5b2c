/* Words of scripts without blanks, letter by letter: no dictionary says where they end. */
#include <assert.h>

#include "base/arena.h"
#include "text/utf8.h"
#include "text/word.h"
#include "unicode.h"

/* What the Unicode standard calls ideographs, kana, and scripts of Southeast Asia (its line
   breaking class SA). */
static bool
stands_alone(uint32_t code)
{
	static const struct {
		uint32_t from, to;
	} ranges[] = { { 0x0e01, 0x0eff }, { 0x1000, 0x109f }, { 0x1780, 0x17ff },
		{ 0x3005, 0x3007 }, { 0x3041, 0x30ff }, { 0x31f0, 0x31ff },
		{ 0x3400, 0x4dbf }, { 0x4e00, 0x9fff }, { 0xf900, 0xfaff },
		{ 0xff66, 0xff9f }, { 0x20000, 0x3ffff } };

	for (size_t i = 0; i < LEN(ranges) && code >= ranges[i].from; i++)
		if (code <= ranges[i].to)
			return true;
	return false;
}

static bool
is_mark(uint32_t code)
{
	return unicode_kind(unicode_word(code)) == KIND_MARK;
}

/* By its bytes: those that begin such letters, and not quotation marks (U+2000 to U+2FFF) or
   Hangul. */
static bool
may_stand_alone(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];

		if (c >= 0xe0 && c != 0xe2 && (c < 0xea || c > 0xee))
			return true;
	}
	return false;
}

/* Bytes of the first piece: a letter alone, or all up to one. */
static size_t
piece_of(struct str word)
{
	struct str rest = word;
	const bool alone = stands_alone(utf8_next(&rest));
	size_t n = word.n - rest.n;

	while (rest.n != 0) {
		const uint32_t code = utf8_next(&rest);

		if (!is_mark(code) && (alone || stands_alone(code)))
			break;
		n = word.n - rest.n;
	}
	return n;
}

bool
word_is_letter(struct str word)
{
	struct str rest = word;

	return word.n < 2 || (stands_alone(utf8_next(&rest)) && piece_of(word) == word.n);
}

static bool
is_number(struct str s)
{
	while (s.n != 0)
		if (utf8_is_letter(utf8_next(&s)))
			return false;
	return true;
}

/* The first piece keeps what came before the word. */
static struct token
token_of(const struct token *word, size_t at, struct str piece)
{
	const unsigned before = at == word->at ? TOKEN_SPACE | TOKEN_BREAK : 0;

	return (struct token){ .at = (uint32_t)at,
		.n = (uint32_t)piece.n,
		.hash = token_hash(piece),
		.kind = is_number(piece) ? TOKEN_NUMBER : TOKEN_WORD,
		.flags = (uint8_t)(word->flags & (before | TOKEN_CODE)) };
}

struct tokens
tokens_apart(struct arena *a, struct str text)
{
	const struct tokens t = tokens_of(a, text);
	struct tokens out = { .text = text };
	size_t room = t.n;

	if (!may_stand_alone(text))
		return t;
	for (size_t i = 0; i < t.n; i++)
		room += t.at[i].n / 2; /* at most: every other one of a byte: a東b */
	out.at = arena_many(a, struct token, room);
	for (size_t i = 0; i < t.n; i++) {
		const struct token *word = &t.at[i];
		struct str rest = token_text(&t, i);
		size_t n;

		if (word->kind == TOKEN_PUNCT || !may_stand_alone(rest) ||
		    piece_of(rest) == rest.n) {
			out.at[out.n++] = *word;
			continue;
		}
		for (; rest.n != 0; rest = str_cut(rest, n, rest.n)) {
			n = piece_of(rest);
			assert(out.n < room);
			out.at[out.n++] = token_of(
			    word, (size_t)(rest.p - text.p), str_cut(rest, 0, n));
		}
	}
	return out;
}
