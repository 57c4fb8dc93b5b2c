/*
 * text/word.h -- the tokens of a text, made once and shared by all readers of it.
 *
 * A token is a run of letters, marks and digits, or one other code point that
 * is not a blank.  Inside a word an apostrophe between letters belongs to it
 * (India's, don't); dots between single letters do and the last one too (U.S.,
 * a.m., S.J.); inside a number a comma or a dot between digits does (1,200,
 * 3.5).  A hyphen, a slash and a colon are tokens of their own, so "2019-06-28"
 * is five tokens with no blank between; "28th", "1990s", "G20" are words.
 */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_PUNCT };

enum token_flag {
	TOKEN_CAPITAL = 1, /* begins with an upper-case letter */
	TOKEN_UPPER = 2,   /* all its letters are upper case, and there are two or more */
	TOKEN_DIGIT = 4,   /* holds a digit */
	TOKEN_SPACE = 8,   /* a blank or the text's start comes before it */
	TOKEN_BREAK =
	    16, /* the first of a paragraph: two line feeds or the start before it */
	TOKEN_DOTTED = 32, /* holds a dot: U.S., a.m. */
	TOKEN_CODE = 64,  /* in a block of code or a table; set by who knows the blocks */
	TOKEN_INNER = 128 /* holds an upper-case letter that is not its first */
};

struct token {
	uint32_t at, n; /* bytes into the text */
	uint32_t hash;  /* FNV-1a of the bytes, A-Z as a-z, ’ as ' */
	uint8_t kind, flags;
};

struct tokens {
	struct str text; /* borrowed */
	struct token *at;
	size_t n;
};

struct tokens tokens_of(struct arena *a, struct str text);

/* The same for searching: a letter of a script that has no blanks between its words (Han, kana,
   Thai, Lao, Khmer, Burmese) is a token of its own, with the marks on it; the others stay
   whole.  A word of these scripts is then found as letters that follow each other. */
struct tokens tokens_apart(struct arena *a, struct str text);

/* A single letter: in ASCII, or one that would be a token of its own. */
bool word_is_letter(struct str word);

static inline struct str
token_text(const struct tokens *t, size_t i)
{
	assert(i < t->n);
	return (struct str){ t->text.p + t->at[i].at, t->at[i].n };
}

/* The hash a token with this spelling has, for look-up tables. */
uint32_t token_hash(struct str word);

/* `s` equals `word`, which is lower case (ASCII case folded, ’ as '). */
bool word_spells(struct str s, struct str word);

/* So does a token; the first byte, which may be of a ’, nearly always tells that it does not. */
static inline bool
token_is(const struct tokens *t, size_t i, struct str word)
{
	const struct str s = token_text(t, i);

	return s.n >= word.n && word.n != 0 &&
	       (((s.p[0] ^ word.p[0]) & ~0x20) == 0 || s.p[0] == '\xe2') &&
	       word_spells(s, word);
}

#endif
