/*
 * One walk over the text: a look-up in `class_of` for each ASCII byte, the
 * Unicode tables for the rest.  The hash is FNV-1a, 32 bits, over the folded
 * bytes (A-Z as a-z, U+2019 as an apostrophe).
 */
#include "text/word.h"

#include <assert.h>

#include "base/arena.h"
#include "text/utf8.h"
#include "unicode.h"

/* Classes of bytes; those up to IN_WORD go on with a word. */
enum class { LOWER, UPPER, DIGIT, IN_WORD = DIGIT, PUNCT, BLANK, HIGH };

/* Bytes of a text for each of its tokens, on average a little less than usual, so that the
   list is seldom copied while it grows. */
enum { BYTES_EACH = 5 };

static const uint32_t fnv_start = 0x811c9dc5, fnv_prime = 0x01000193;

static const unsigned char class_of[256] = {
#define B BLANK
#define P PUNCT
#define L                                                                            \
	LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, LOWER, \
	    LOWER, LOWER
#define U                                                                            \
	UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, UPPER, \
	    UPPER, UPPER
#define H                                                                             \
	HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, \
	    HIGH, HIGH, HIGH
	/* clang-format off */
	P, P, P, P, P, P, P, P, P, B, B, B, B, B, P, P,
	P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
	B, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
	DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, DIGIT, P, P, P, P, P, P,
	P, U, U, P, P, P, P, P,
	P, L, L, P, P, P, P, P,
	H, H, H, H, H, H, H, H
/* clang-format on */
#undef B
#undef P
#undef L
#undef U
#undef H
};

/* A word being read: where the reader is, and what it saw of letters and digits. */
struct scan {
	struct str text;
	size_t i;
	uint32_t hash;
	uint32_t letters, uppers, digits;
	bool after_letter, after_digit; /* the code point just read */
	bool dotted;
};

static unsigned
class_at(struct str s, size_t i)
{
	return class_of[(unsigned char)s.p[i]];
}

static uint32_t
hash_add(uint32_t hash, uint32_t byte)
{
	return (hash ^ byte) * fnv_prime;
}

static void
hash_text(struct scan *s, size_t to)
{
	for (; s->i < to; s->i++)
		s->hash = hash_add(s->hash, (unsigned char)s->text.p[s->i]);
}

static void
take_ascii(struct scan *s)
{
	const struct str t = s->text;
	uint32_t hash = s->hash, uppers = 0, digits = 0;
	unsigned c;
	size_t i = s->i;

	for (; i < t.n && (c = class_at(t, i)) <= IN_WORD; i++) { /* 0, 1 or 2 */
		hash = hash_add(hash, (unsigned char)t.p[i] | (c & UPPER) << 5);
		uppers += c & UPPER;
		digits += c / DIGIT;
	}
	if (i > s->i) {
		s->after_digit = class_at(t, i - 1) == DIGIT;
		s->after_letter = !s->after_digit;
	}
	s->uppers += uppers;
	s->digits += digits;
	s->letters += (uint32_t)(i - s->i) - digits;
	s->i = i;
	s->hash = hash;
}

/* A code point beyond ASCII that goes on with the word. */
static bool
take_wide(struct scan *s)
{
	struct str rest = str_cut(s->text, s->i, s->text.n);
	const uint32_t code = utf8_next(&rest);
	const enum kind k = unicode_kind(unicode_word(code));

	if (k < KIND_LETTER || k > KIND_DIGIT)
		return false;
	s->digits += k == KIND_DIGIT;
	s->uppers += k == KIND_UPPER;
	s->letters += k == KIND_LETTER || k == KIND_UPPER || k == KIND_LOWER;
	if (k != KIND_MARK) {
		s->after_digit = k == KIND_DIGIT;
		s->after_letter = k != KIND_DIGIT;
	}
	hash_text(s, s->text.n - rest.n);
	return true;
}

static bool
is_kind_at(struct str s, size_t i, bool digit)
{
	struct str rest = str_cut(s, i, s.n);
	uint32_t code;

	if (rest.n == 0)
		return false;
	code = utf8_next(&rest);
	return digit ? utf8_is_digit(code) : utf8_is_letter(code);
}

static bool
is_curly(struct str s, size_t i)
{
	return s.n - i >= 3 && s.p[i] == '\xe2' && s.p[i + 1] == '\x80' &&
	       s.p[i + 2] == '\x99';
}

/* An apostrophe between letters, or a comma or a dot inside a number. */
static bool
take_joint(struct scan *s)
{
	const char c = s->text.p[s->i];
	const size_t n = c == '\xe2' && is_curly(s->text, s->i) ? 3 : 1;
	const bool quote = n == 3 || c == '\'';

	if (!quote && c != '.' && c != ',')
		return false; /* nearly all */
	if (quote ? !s->after_letter : !s->after_digit || s->letters != 0)
		return false;
	if (!is_kind_at(s->text, s->i + n, !quote))
		return false;
	s->dotted |= c == '.';
	s->hash = hash_add(s->hash, (unsigned char)(quote ? '\'' : c));
	s->i += n;
	return true;
}

/* A single letter at `i` with a dot after it: how many bytes both take, or 0. */
static size_t
initial_at(struct str s, size_t i, bool *dot)
{
	struct str rest = str_cut(s, i, s.n);
	size_t n;

	*dot = false;
	if (rest.n == 0 || class_at(s, i) == DIGIT || !utf8_is_letter(utf8_next(&rest)))
		return 0;
	n = s.n - i - rest.n;
	if (rest.n != 0 &&
	    (class_at(rest, 0) <= IN_WORD ||
		(class_at(rest, 0) == HIGH &&
		    (is_kind_at(rest, 0, false) || is_kind_at(rest, 0, true)))))
		return 0;
	*dot = rest.n != 0 && rest.p[0] == '.';
	return n + *dot;
}

/* U.S., a.m.: two single letters or more with dots between, the last dot included. */
static bool
take_dotted(struct scan *s)
{
	bool dot;
	size_t end = s->i, n, parts = 0;

	if (class_at(s->text, end) <= IN_WORD &&
	    (s->text.n - end < 3 || s->text.p[end + 1] != '.'))
		return false;
	for (n = initial_at(s->text, end, &dot); n != 0;
	     n = dot ? initial_at(s->text, end, &dot) : 0) {
		end += n;
		parts++;
	}
	if (parts < 2)
		return false;
	while (s->i < end) {
		take_ascii(s);
		if (s->i < end && s->text.p[s->i] == '.')
			hash_text(s, s->i + 1);
		else if (s->i < end)
			(void)take_wide(s);
	}
	s->dotted = true;
	return true;
}

static void
take_word(struct scan *s)
{
	if (take_dotted(s))
		return;
	do {
		take_ascii(s);
	} while (s->i < s->text.n &&
		 ((class_at(s->text, s->i) == HIGH && take_wide(s)) || take_joint(s)));
}

/* One code point that belongs to no word; the curly apostrophe is a straight one. */
static void
take_punct(struct scan *s)
{
	struct str rest = str_cut(s->text, s->i, s->text.n);

	if (is_curly(s->text, s->i)) {
		s->hash = hash_add(s->hash, '\'');
		s->i += 3;
		return;
	}
	(void)utf8_next(&rest);
	hash_text(s, s->text.n - rest.n);
}

static unsigned
flags_of(const struct scan *s, size_t at)
{
	struct str first = str_cut(s->text, at, s->i);
	unsigned flags = 0;

	if (s->uppers != 0 && utf8_is_upper(utf8_next(&first)))
		flags |= TOKEN_CAPITAL;
	if (s->uppers > ((flags & TOKEN_CAPITAL) != 0))
		flags |= TOKEN_INNER;
	if (s->uppers >= 2 && s->uppers == s->letters)
		flags |= TOKEN_UPPER;
	if (s->digits != 0)
		flags |= TOKEN_DIGIT;
	if (s->dotted)
		flags |= TOKEN_DOTTED;
	return flags;
}

static struct token
token_at(struct str text, size_t at)
{
	struct scan s = { .text = text, .i = at, .hash = fnv_start };
	enum token_kind kind = TOKEN_PUNCT;

	if (class_at(text, at) != PUNCT)
		take_word(&s);
	if (s.i == at)
		take_punct(&s);
	else
		kind = s.letters == 0 && s.digits != 0 ? TOKEN_NUMBER : TOKEN_WORD;
	return (struct token){ .at = (uint32_t)at,
		.n = (uint32_t)(s.i - at),
		.hash = s.hash,
		.kind = (uint8_t)kind,
		.flags = (uint8_t)flags_of(&s, at) };
}

/* Past the blanks at `i`; `*lines` counts the line feeds among them. */
static size_t
skip_blanks(struct str s, size_t i, size_t *lines)
{
	for (; i < s.n; i++) {
		const unsigned class = class_at(s, i);
		struct str rest;

		if (class < BLANK)
			return i;
		*lines += s.p[i] == '\n';
		if (class == BLANK)
			continue;
		rest = str_cut(s, i, s.n);
		if (!utf8_is_space(utf8_next(&rest)))
			return i;
		i = s.n - rest.n - 1;
	}
	return i;
}

struct token_list {
	struct token *at;
	size_t n, room;
};

/* Room for as many tokens as `rest` bytes hold if they are like the `read` ones, twice as many as
   now at least, one a byte at most: each array that is left for a larger one stays in the arena. */
static void
more_room(struct arena *a, struct token_list *l, size_t read, size_t rest)
{
	size_t alike, more, room;

	assert(read >= l->n && l->n != 0); /* a token has a byte */
	alike = (size_t)((uint64_t)l->n * rest / read);
	more = alike + alike / 8 > l->n ? alike + alike / 8 : l->n;
	room = l->n + (more < rest ? more : rest);
	l->at = arena_extend(a, l->at, l->n * sizeof(*l->at), room * sizeof(*l->at));
	l->room = room;
}

struct tokens
tokens_of(struct arena *a, struct str text)
{
	struct token_list found = { 0 };
	size_t lines = 2, end = 0;

	assert(text.n <= UINT32_MAX);
	found.room = text.n / BYTES_EACH + 4;
	found.at = arena_many(a, struct token, found.room);
	for (size_t i = skip_blanks(text, 0, &lines); i < text.n;
	     i = skip_blanks(text, end, &lines)) {
		struct token t = token_at(text, i);

		if (i != end || i == 0)
			t.flags |= TOKEN_SPACE;
		if (lines >= 2)
			t.flags |= TOKEN_BREAK;
		end = i + t.n;
		lines = 0;
		if (found.n == found.room)
			more_room(a, &found, i, text.n - i);
		found.at[found.n++] = t;
	}
	return (struct tokens){ text, found.at, found.n };
}

/* The next folded byte of a spelling. */
static unsigned char
fold_next(struct str s, size_t *i)
{
	if (is_curly(s, *i)) {
		*i += 3;
		return '\'';
	}
	return (unsigned char)byte_lower(s.p[(*i)++]);
}

uint32_t
token_hash(struct str word)
{
	uint32_t hash = fnv_start;

	for (size_t i = 0; i < word.n;)
		hash = hash_add(hash, fold_next(word, &i));
	return hash;
}

bool
word_spells(struct str s, struct str word)
{
	size_t k = 0, w = 0;

	if (s.n < word.n || word.n == 0)
		return false;
	while (w < word.n && byte_lower(s.p[w]) == word.p[w])
		w++; /* nearly always all of it */
	for (k = w; k < s.n && w < word.n;)
		if (fold_next(s, &k) != fold_next(word, &w))
			return false;
	return k == s.n && w == word.n;
}
