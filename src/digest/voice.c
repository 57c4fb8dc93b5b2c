/*
 * Quotation marks are followed through the tokens of a block.  A curly mark says whether
 * it opens; a straight one is told by the blanks around it, or by what is open.
 */
#include "digest/voice.h"

#include "digest/words.h"

enum {
	QUOTED_MOST = 10, /* sentences of a quotation; then its mark is missing */
	PIECES_MOST = 8,  /* … of one that is taken for whole when its mark comes */
	SOON = 6,         /* sentences */
	WHOLLY = 4, /* one of so many sentences is told by I: a story of one's own */
	OFTEN = 8   /* … by I or we: an opinion, a report of one's own work */
};

enum mark { MARK_NONE, MARK_OPENS, MARK_CLOSES, MARK_EITHER };

struct listening {
	const struct reading *r;
	struct voice *at;
	bool open, single; /* within double marks, within single ones */
	bool led;          /* they were opened behind a colon: surely a quotation */
	size_t since;      /* the passage in which it was opened */
};

/* I, we, you; not "US". */
static bool
personal_word(const struct reading *r, size_t t)
{
	return (r->class_of[t] & WORD_PERSONAL) != 0 &&
	       (r->tokens.at[t].flags & TOKEN_UPPER) == 0;
}

static bool
is_among(char c, const char *set)
{
	while (*set != '\0' && *set != c)
		set++;
	return *set != '\0';
}

/* A straight mark is told by what stands beside it. */
static enum mark
mark_by_place(const struct reading *r, const struct passage *p, const struct token *k)
{
	const char before = k->at == p->at ? ' ' : r->text.p[k->at - 1];
	const char after = k->at + 1 == p->at + p->n ? ' ' : r->text.p[k->at + 1];
	const bool opens = is_among(before, " \n([-"),
		   closes = is_among(after, " \n.,;:)");

	return opens == closes ? MARK_EITHER : opens ? MARK_OPENS : MARK_CLOSES;
}

/* The last byte of “, ”, ‘, ’; 0 for anything else. */
static unsigned char
curly_of(const struct reading *r, const struct token *k)
{
	const char *p = r->text.p + k->at;

	return k->n == 3 && (unsigned char)p[0] == 0xe2 && (unsigned char)p[1] == 0x80
		   ? (unsigned char)p[2]
		   : 0;
}

static enum mark
mark_of(const struct reading *r, const struct passage *p, const struct token *k)
{
	if (k->n == 1 && r->text.p[k->at] == '"')
		return mark_by_place(r, p, k);
	return curly_of(r, k) == 0x9c   ? MARK_OPENS
	       : curly_of(r, k) == 0x9d ? MARK_CLOSES
					: MARK_NONE;
}

static bool
is_letter(struct str s, size_t i)
{
	return i < s.n && byte_is_letter(s.p[i]);
}

/* ' before a letter and ‘ open, ' and ’ behind one close: only within a sentence. */
static void
hear_single(struct listening *l, const struct token *k)
{
	const unsigned char curly = curly_of(l->r, k);

	if (curly == 0x98)
		l->single = true;
	else if (curly == 0x99)
		l->single = false;
	else if (k->n == 1 && l->r->text.p[k->at] == '\'')
		l->single =
		    is_letter(l->r->text, k->at + 1) && (k->flags & TOKEN_SPACE) != 0;
}

/* "Made in England? and": a mark that was lost on the way from one encoding to another. */
static bool
was_mark(const struct reading *r, size_t t)
{
	return r->text.p[r->tokens.at[t].at] == '?' && t + 1 < r->tokens.n &&
	       (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0 &&
	       !is_among(r->text.p[r->tokens.at[t + 1].at], "\"'\xe2");
}

/* The quotation opened in `since` ends in passage i, or goes on behind it. */
static void
mark_pieces(struct listening *l, size_t i, bool goes_on)
{
	if (i - l->since > PIECES_MOST || (i == l->since && !goes_on))
		return;
	for (size_t k = l->since; k <= i; k++)
		l->at[k].piece = true;
}

static void
hear_mark(struct listening *l, size_t i, size_t t)
{
	const struct token *k = &l->r->tokens.at[t];
	enum mark m = mark_of(l->r, &l->r->at[i], k);

	if (m == MARK_NONE) {
		hear_single(l, k);
		l->open &= !was_mark(l->r, t);
		return;
	}
	if (l->open && m == MARK_CLOSES)
		mark_pieces(l, i, false);
	else if (l->open && m == MARK_OPENS && k->at == l->r->at[i].at && i > l->since &&
		 i - l->since <= PIECES_MOST)
		mark_pieces(l, i - 1, true);
	l->open = m == MARK_OPENS || (m == MARK_EITHER && !l->open);
	l->led = l->open && t > 0 && token_is(&l->r->tokens, t - 1, STR(":"));
	l->since = i;
}

static bool
is_capital(const struct reading *r, size_t t)
{
	return (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0;
}

/* I or we; not "World War I", "Rescue Me", "a mine", "Us Weekly". */
static bool
is_speaker(const struct reading *r, const struct passage *p, size_t t)
{
	if (!personal_word(r, t) || is_among(r->text.p[r->tokens.at[t].at], "yYU") ||
	    token_is(&r->tokens, t, STR("mine")))
		return false;
	if ((t > p->token && token_is(&r->tokens, t - 1, STR("-"))) ||
	    (t + 1 < p->token + p->tokens && token_is(&r->tokens, t + 1, STR("-"))))
		return false; /* "Sher-i-Kashmir", "I-T" */
	if (t == p->token || !is_capital(r, t))
		return true;
	return r->tokens.at[t].n == 1 &&
	       (!is_capital(r, t - 1) || r->terms[r->term_of[t - 1]].stop);
}

static void
hear_word(struct listening *l, const struct passage *p, size_t i, size_t t)
{
	if (l->single || !is_speaker(l->r, p, t))
		return;
	if (l->open)
		l->at[i].piece |= i > l->since;
	else if (is_among(l->r->text.p[l->r->tokens.at[t].at], "iImM"))
		l->at[i].one = true;
	else
		l->at[i].many = true;
}

/* "When [they] come": words that were put into someone's; not "[1]". */
static bool
mends(const struct reading *r, size_t t)
{
	return r->text.p[r->tokens.at[t].at] == '[' && t + 1 < r->tokens.n &&
	       r->tokens.at[t + 1].kind == TOKEN_WORD;
}

static void
hear(struct listening *l, size_t i)
{
	const struct reading *r = l->r;
	const struct passage *p = &r->at[i];

	l->single = false;
	if (i > 0 && p[-1].leaf != p->leaf) {
		if (l->open && p->tokens != 0 &&
		    mark_of(r, p, &r->tokens.at[p->token]) != MARK_NONE)
			mark_pieces(l, i - 1, true); /* it goes on in this paragraph */
		l->open = false;
	}
	l->open &= i - l->since <= QUOTED_MOST;
	l->at[i].piece |= l->open && l->led;
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (r->tokens.at[t].kind == TOKEN_PUNCT) {
			hear_mark(l, i, t);
			l->at[i].piece |= !l->open && mends(r, t);
		} else
			hear_word(l, p, i, t);
}

struct voices
voices_of(struct arena *a, const struct reading *r)
{
	struct listening l = { .r = r, .at = arena_many(a, struct voice, r->n + 1) };
	size_t whole = 0, one = 0, any = 0;
	bool early = false; /* who tells it says so soon */

	for (size_t i = 0; i < r->n; i++)
		hear(&l, i);
	for (size_t i = 0; i < r->n; i++) {
		const struct voice *k = &l.at[i];

		whole += r->at[i].whole;
		one += r->at[i].whole && k->one;
		any += r->at[i].whole && (k->one || k->many);
		early |= any != 0 && whole <= SOON;
	}
	return (struct voices){ l.at, early && one * WHOLLY >= whole,
		early && any * OFTEN >= whole };
}
