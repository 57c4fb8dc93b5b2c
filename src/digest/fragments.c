/*
 * What is no whole sentence of the article's own: questions, captions, labels, halves of
 * quotations, words that stick together.
 */
#include "digest/candidates.h"
#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

enum {
	SHORT = 11, /* tokens; no more of them may have a verb behind to alone */
	FEW = 20,   /* tokens; a label has no more */
	LABEL = 7,  /* tokens before its colon */
	VALUE = 8,  /* tokens from a label's colon on */
};

bool
sentence_is_question(const struct reading *r, const struct passage *p)
{
	return sentence_byte(r, p, 0, '?') ||
	       (sentence_byte(r, p, 0, '"') && sentence_byte(r, p, 1, '?')) ||
	       (sentence_byte(r, p, 3, '?') &&
		   str_ends(str_cut(r->text, p->at, p->at + p->n), STR("”")));
}

bool
sentence_has_verb(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (clause_verb(r, t))
			return true;
	return false;
}

/* A mark begins or ends the sentence. */
static bool
is_piece(struct str s)
{
	static const char *const marks[] = { "\"", "“", "”" };

	for (size_t i = 0; i < LEN(marks); i++)
		if (str_starts(s, str_of(marks[i])) || str_ends(s, str_of(marks[i])))
			return true;
	return false;
}

/* "which", "who"; "that" before a verb. */
static bool
is_relative(const struct reading *r, size_t t)
{
	return event_word(r, t, RELATIVE) ||
	       (word_in(r, t, LIST_THAT) && clause_verb(r, t + 1));
}

/* "its companies cannot", "India trains", "ships wait": not sure to be none. */
static bool
may_be_verb(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t);

	return (r->class_of[t] & WORD_BEFORE_VERB) != 0 ||
	       word_in(r, t, LIST_PLAIN_VERB) ||
	       (topic_word(r, t - 1) && word.p[0] >= 'a' && word.p[0] <= 'z' &&
		   str_ends(word, STR("s")));
}

/* "The spot where a woman was found.": all its verbs are of what hangs on a noun. */
static bool
is_caption(const struct reading *r, const struct passage *p)
{
	enum { LONG = 20 }; /* tokens */
	const size_t end = p->token + p->tokens;
	size_t t = p->token;

	while (t < end && !clause_verb(r, t) && !is_relative(r, t))
		t++;
	if (p->tokens > LONG || t == p->token || t >= end || !is_relative(r, t) ||
	    r->tokens.at[t - 1].kind == TOKEN_PUNCT ||
	    (r->class_of[t - 1] & WORD_SAYS) != 0)
		return false;
	for (size_t i = p->token + 1; i < t; i++)
		if (may_be_verb(r, i))
			return false;
	while (t < end && !clause_verb(r, t))
		t++;
	if (t == end)
		return false;
	while (t < end && clause_verb(r, t))
		t++;
	for (; t + 2 < end; t++)
		if (clause_verb(r, t) ||
		    (topic_word(r, t - 1) && word_in(r, t, LIST_PLAIN_VERB)) ||
		    (r->tokens.at[t].kind == TOKEN_WORD && topic_word(r, t - 1) &&
			r->tokens.at[t + 1].kind != TOKEN_PUNCT &&
			!token_is(&r->tokens, t + 1, STR("and")) &&
			str_ends(token_text(&r->tokens, t), STR("s"))))
			return false; /* perhaps a verb of now */
	return true;
}

/* "Anna Holm (left) and Bo Dahl came." */
static bool
shows_sides(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t + 2 < p->token + p->tokens; t++)
		if (r->text.p[r->tokens.at[t].at] == '(' &&
		    r->text.p[r->tokens.at[t + 2].at] == ')' &&
		    word_in(r, t + 1, LIST_SIDE))
			return true;
	return false;
}

/* "Anna Holm arrives at the premiere of a film in Bremo." */
static bool
is_posed(const struct reading *r, const struct passage *p)
{
	size_t t = p->token;

	while (t < p->token + 5 && (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0 &&
	       word_bare(token_text(&r->tokens, t)).n == r->tokens.at[t].n)
		t++;
	return t >= p->token + 2 && t + 2 < p->token + p->tokens &&
	       (r->class_of[t + 1] & WORD_PREPOSITION) != 0 && word_in(r, t, LIST_POSES);
}

/* "A tank drives in Bremo, Norway, July 29, 2017."; not "on Saturday, July 29." */
static bool
ends_dated(const struct reading *r, const struct passage *p)
{
	size_t t = p->token + p->tokens;

	if (p->tokens < 10)
		return false;
	t -= r->tokens.at[t - 1].kind == TOKEN_PUNCT;
	if (r->tokens.at[t - 1].n == 4 && token_is(&r->tokens, t - 2, STR(",")))
		t -= 2;
	return r->tokens.at[t - 1].kind == TOKEN_NUMBER &&
	       (r->kind_of[t - 2] & NAME_CALENDAR) != 0 &&
	       token_is(&r->tokens, t - 3, STR(",")) &&
	       (r->kind_of[t - 4] & NAME_CALENDAR) == 0;
}

/* Begins with a small letter: the rest of something. */
static bool
begins_small(const struct reading *r, const struct passage *p)
{
	const size_t t = first_word(r, p);
	const struct str word =
	    t < p->token + p->tokens ? token_text(&r->tokens, t) : STR_NIL;

	if (r->small || word.n == 0 || word.p[0] < 'a' || word.p[0] > 'z')
		return false;
	for (size_t i = 1; i < word.n; i++)
		if (word.p[i] >= 'A' && word.p[i] <= 'Z')
			return false; /* iPhone */
	return true;
}

/* "2. The bridge is closed.", "•The bridge is closed." */
static bool
is_numbered(const struct reading *r, const struct passage *p)
{
	const struct token *k = &r->tokens.at[p->token];

	if (str_starts(str_cut(r->text, p->at, p->at + p->n), STR("•")))
		return true;
	return p->tokens > 3 && k[0].kind == TOKEN_NUMBER &&
	       (k[1].flags & TOKEN_SPACE) == 0 &&
	       (token_is(&r->tokens, p->token + 1, STR(".")) ||
		   token_is(&r->tokens, p->token + 1, STR(")"))) &&
	       (k[2].flags & TOKEN_SPACE) != 0;
}

/* "14 December:", "May 2021:" */
static bool
is_date_label(const struct reading *r, const struct passage *p)
{
	size_t t = p->token, days = 0;

	for (; t < p->token + p->tokens && t < p->token + 4; t++) {
		if (token_is(&r->tokens, t, STR(":")))
			return days != 0;
		days += (r->kind_of[t] & NAME_CALENDAR) != 0;
		if (r->tokens.at[t].kind != TOKEN_NUMBER &&
		    (r->kind_of[t] & NAME_CALENDAR) == 0)
			return false;
	}
	return false;
}

/* "Last known place: Bremo": a label and no more than some words. */
static bool
is_label(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;

	if (is_date_label(r, p))
		return true;

	for (size_t t = p->token; t + 1 < end && t <= p->token + LABEL; t++)
		if (token_is(&r->tokens, t, STR(":")) &&
		    (r->tokens.at[t + 1].flags & TOKEN_SPACE) != 0)
			return p->tokens < FEW && end - t < VALUE;
	return false;
}

/* "is unclear.", "remains to be seen." */
static bool
ends_said(const struct reading *r, const struct passage *p)
{
	enum { NEAR = 6 };

	for (size_t t = p->token + (p->tokens > NEAR ? p->tokens - NEAR : 0);
	     t < p->token + p->tokens; t++)
		if (word_in(r, t, LIST_REMAINS))
			return true;
	return any_word(r, p->token, p->token + p->tokens, ",");
}

/* "Because it rained.", "Telling how it rained.": what it is the reason of is told elsewhere. */
static bool
is_clause(const struct reading *r, const struct passage *p)
{
	const size_t t = p->token;

	if (word_in(r, t, LIST_ASKS) && !ends_said(r, p))
		return true; /* "How the wall was built." */

	return (word_in(r, t, LIST_BECAUSE) ||
		   (str_ends(token_text(&r->tokens, t), STR("ing")) &&
		       word_in(r, t + 1, LIST_HOW))) &&
	       !any_word(r, t, t + p->tokens, ",");
}

/* '... of a "new wall" "It will stand," said Holm': a quotation ends, and right behind it one begins. */
static bool
has_two_quotations(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;

	for (size_t t = p->token + 1; t + 1 < end; t++) {
		const struct token *one = &r->tokens.at[t];
		const char mark = r->text.p[one->at];

		if ((mark == '"' || mark == '\'') && (one->flags & TOKEN_SPACE) == 0 &&
		    r->text.p[one[1].at] == '"' && (one[1].flags & TOKEN_SPACE) != 0 &&
		    t + 2 < end && (one[2].flags & TOKEN_CAPITAL) != 0 &&
		    (one[2].flags & TOKEN_SPACE) == 0)
			return true;
	}
	return false;
}

/* "... of the 'Red Wall' In the town": a heading ends with the mark, and a sentence begins. */
static bool
is_glued_heading(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token + 1; t + 2 < p->token + p->tokens; t++) {
		const struct token *one = &r->tokens.at[t];
		const char mark = r->text.p[one->at];

		if ((mark == '"' || mark == '\'') && one->n == 1 &&
		    (one->flags & TOKEN_SPACE) == 0 && one[-1].kind != TOKEN_PUNCT &&
		    (one[1].flags & (TOKEN_SPACE | TOKEN_CAPITAL | TOKEN_UPPER)) ==
			(TOKEN_SPACE | TOKEN_CAPITAL) &&
		    (one[2].flags & TOKEN_CAPITAL) == 0 &&
		    (word_in(r, t + 1, LIST_THE) ||
			(r->class_of[t + 1] & WORD_FUNCTION) != 0))
			return true;
	}
	return false;
}

/* 'A new wall "It will stand," said Holm': a heading before a sentence that is quoted. */
static bool
is_headed(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;
	size_t t = p->token;

	if (has_two_quotations(r, p) || is_glued_heading(r, p))
		return true;

	while (t < end && r->text.p[r->tokens.at[t].at] != '"' && !clause_verb(r, t) &&
	       (r->class_of[t] & WORD_SAYS) == 0)
		t++;
	if (t == p->token || t + 1 >= end || r->text.p[r->tokens.at[t].at] != '"' ||
	    (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0)
		return false;
	while (++t + 2 < end)
		if (r->text.p[r->tokens.at[t].at] == '"')
			return token_is(&r->tokens, t - 1, STR(",")) &&
			       (r->class_of[t + 1] & WORD_SAYS) != 0;
	return false;
}

/* "It was taken the day of.", "They said ...": the rest is lost. */
static bool
is_broken_off(const struct reading *r, const struct passage *p)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	return str_ends(s, STR("..")) || str_ends(s, STR(" ?.")) ||
	       str_ends(s, STR("…")) ||
	       (p->tokens > 1 && word_in(r, p->token + p->tokens - 2, LIST_GOES_ON));
}

/* "a walk organized by the town", "unlimited", "upcoming": no verb of the sentence's own. */
static bool
is_participle(const struct reading *r, size_t t)
{
	static const char *const verbs[] = { "unveiled", "unleashed", "unearthed",
		"uncovered", "unfolded", "united", "unified", "unloaded", "unlocked",
		"unpacked", "unseated", "unraveled", "unravelled" };
	const struct str word = token_text(&r->tokens, t);

	if (t == 0 || !str_ends(word, STR("ed")))
		return token_is(&r->tokens, t, STR("upcoming"));
	return (str_starts(word, STR("un")) && !str_starts(word, STR("under")) &&
		   !str_is_any(word, verbs, LEN(verbs))) ||
	       token_is(&r->tokens, t - 1, STR("most")) ||
	       token_is(&r->tokens, t - 1, STR("more")) ||
	       (t + 1 < r->tokens.n && token_is(&r->tokens, t + 1, STR("by")) &&
		   topic_word(r, t - 1) && !clause_verb(r, t - 1));
}

static bool
has_own_verb(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (clause_verb(r, t) && !is_participle(r, t))
			return true;
	return false;
}

/* A mark, and none that opens a quotation. */
static bool
mark_parts_words(const struct reading *r, size_t t)
{
	return r->tokens.at[t].kind == TOKEN_PUNCT &&
	       (r->tokens.at[t + 1].flags & TOKEN_SPACE) != 0;
}

/* "Red clay in place of a star.": no word in it may be a verb. */
static bool
is_verbless(const struct reading *r, const struct passage *p)
{
	enum { LONG = 32 }; /* tokens */
	const size_t end = p->token + p->tokens;

	if (p->tokens > LONG ||
	    !(r->language.n == 0 || str_starts(r->language, STR("en"))) ||
	    has_own_verb(r, p))
		return false;
	for (size_t t = p->token; t < end; t++) {
		const struct str word = token_text(&r->tokens, t);

		if (p->tokens <= SHORT && token_is(&r->tokens, t, STR("to")) &&
		    t + 1 < end) {
			t++; /* "snow to hide a wall": no verb of the sentence's own */
			continue;
		}
		if ((r->class_of[t] & (WORD_BEFORE_VERB | WORD_SAYS)) != 0 ||
		    ((!topic_word(r, t) || word_bare(word).n == word.n) &&
			(str_find(word, STR("'"), 0) != STR_NONE ||
			    str_find(word, STR("\xe2\x80\x99"), 0) != STR_NONE)))
			return false;
		if (t > p->token && word.n > 2 && str_ends(word, STR("s")) &&
		    word.p[0] >= 'a' && word.p[0] <= 'z' &&
		    ((topic_word(r, t - 1) &&
			 !(t > 1 && token_is(&r->tokens, t - 2, STR("to")))) ||
			mark_parts_words(r, t - 1) ||
			(t + 1 < end && (topic_word(r, t + 1) ||
					    token_is(&r->tokens, t + 1, STR("to"))))))
			return false;
		if (word_in(r, t, LIST_PLAIN_VERB))
			return false;
	}
	return true;
}

/* "(It opens on 1 May.)", "(It opens on 1 May." */
static bool
is_parenthesis(struct str s)
{
	return str_starts(s, STR("(")) &&
	       (str_ends(s, STR(".)")) || str_ends(s, STR(").")) ||
		   str_ends(s, STR("!)")) || str_ends(s, STR("?)")) ||
		   str_find(s, STR(")"), 0) == STR_NONE);
}

/* "Holm did not respond to requests for comment." */
static bool
is_no_comment(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;
	size_t t = p->token;

	while (t < end && !word_in(r, t, LIST_ASKED))
		t++;
	return t < end &&
	       (any_word(r, p->token, end, "comment") ||
		   (t > p->token + 1 && phrase_at(r, t - 2, end, "not immediately")));
}

/* "Lap 34/70 Vettel is slow." */
static bool
is_counted_off(const struct reading *r, const struct passage *p)
{
	const struct token *k = &r->tokens.at[p->token];

	return p->tokens > 4 && k[1].kind == TOKEN_NUMBER && k[3].kind == TOKEN_NUMBER &&
	       token_is(&r->tokens, p->token + 2, STR("/"));
}

/* "The case puts an old question before us: Who may vote?", which a lead may say. */
static bool
tells_question(const struct reading *r, const struct passage *p)
{
	enum { WORDS = 8 };
	bool verb = false;

	for (size_t t = p->token; p == r->at && t < p->token + p->tokens; t++) {
		verb |= clause_verb(r, t);
		if (verb && t >= p->token + WORDS &&
		    (token_is(&r->tokens, t, STR(":")) ||
			(token_is(&r->tokens, t, STR("\"")) &&
			    (r->tokens.at[t].flags & TOKEN_SPACE) != 0) ||
			token_is(&r->tokens, t, STR("“"))))
			return t + 2 < p->token + p->tokens;
	}
	return false;
}

/* "-- The ferry is late": a list's. */
static bool
begins_with_dash(struct str s)
{
	return str_starts(s, STR("-")) || str_starts(s, STR("–")) ||
	       str_starts(s, STR("—"));
}

bool
sentence_is_fragment(const struct reading *r, const struct passage *p)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	return p->tokens < 5 || begins_small(r, p) || is_numbered(r, p) ||
	       sentence_is_garbled(r, p) || begins_with_dash(s) ||
	       (sentence_is_question(r, p) && !tells_question(r, p)) ||
	       is_caption(r, p) || ends_dated(r, p) || is_posed(r, p) ||
	       is_parenthesis(s) ||
	       (passage_holds(p, LIST_ASKED) && is_no_comment(r, p)) ||
	       is_counted_off(r, p) ||
	       (passage_holds(p, LIST_SIDE) && shows_sides(r, p)) || is_clause(r, p) ||
	       is_label(r, p) || is_headed(r, p) || is_verbless(r, p) ||
	       is_broken_off(r, p);
}

bool
sentence_is_half(const struct reading *r, const struct passage *p, const struct marks *m)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	return marks_half(m) && !sentence_opens_quotation(r, p, m) &&
	       (is_piece(s) || str_find(s, STR("?"), 0) == STR_NONE);
}
