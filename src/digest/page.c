/*
 * What of a page is none of a text, though it is a whole sentence: what guides, calls or sells,
 * what needs its label or its heading.
 */
#include "digest/candidates.h"
#include "digest/event_clause.h"

/* "Enter a city below to find us", "The tip below is ours": most likely on the page. */
static bool
looks_below(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token + 1;
	     passage_holds(p, LIST_BELOW) && t + 1 < p->token + p->tokens; t++)
		if (word_in(r, t, LIST_BELOW) && topic_word(r, t - 1) &&
		    (word_is_auxiliary(r, t + 1) ||
			token_is(&r->tokens, t + 1, STR("to"))))
			return true;
	return false;
}

/* "Add the rice", "Just don't wait", "And use it": the reader is to do it. */
static bool
instructs(const struct reading *r, const struct passage *p)
{
	static const char *const before[] = { "and", "then", "so", "just", "please",
		"simply", "don't", "don’t", "do", "not", "never", "always", "now", "next",
		"finally", "also", "or", "first", "but" };
	const size_t end = p->token + p->tokens;
	size_t t = p->token;

	while (
	    t + 2 < end && (str_is_any(token_text(&r->tokens, t), before, LEN(before)) ||
			       token_is(&r->tokens, t, STR(","))))
		t++;
	return t + 1 < end && word_in(r, t, LIST_INSTRUCTS) &&
	       (word_in(r, t + 1, LIST_INSTRUCTED) || word_in(r, t, LIST_VERB_ONLY)) &&
	       !clause_verb(r, t + 1) && (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0;
}

/* "Discover our walls": so a page of wares begins, not "Imagine a wall". */
static bool
pitches(const struct reading *r, const struct passage *p)
{
	static const char *const words[] = { "browse", "discover", "explore", "find",
		"get", "learn", "shop" };

	return str_is_any(token_text(&r->tokens, p->token), words, LEN(words)) &&
	       instructs(r, p);
}

/* "Price: The wall costs more", "Best for: Small towns"; not "BREMO: The wall", nor "The plan is
   simple: The wall". */
static bool
is_labelled(const struct reading *r, const struct passage *p)
{
	enum { LABEL = 4, INITIALS = 3 }; /* tokens, letters */
	const struct token *k = &r->tokens.at[p->token];

	if (k->kind == TOKEN_PUNCT || ((k->flags & TOKEN_UPPER) != 0 && k->n > INITIALS))
		return false;
	for (size_t i = 1; i <= LABEL && i + 1 < p->tokens; i++)
		if (token_is(&r->tokens, p->token + i, STR(":")))
			return (k[i + 1].flags & TOKEN_CAPITAL) != 0;
		else if (word_is_auxiliary(r, p->token + i))
			return false;
	return false;
}

/* "Ann Moss is an author of walls": of nobody that the title names. */
static bool
is_of_writer(const struct reading *r, const struct passage *p)
{
	enum { NEAR = 10 };
	const size_t end = p->token + (p->tokens < NEAR ? p->tokens : NEAR);
	size_t t = p->token;

	while (t < end && (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0) {
		if (topic_word(r, t) && r->terms[r->term_of[t]].in_title)
			return false;
		t++;
	}
	if (t < p->token + 2 || t > p->token + 4)
		return false;
	while (t < end && !token_is(&r->tokens, t, STR("is")))
		t++;
	if (t + 1 >= end)
		return false;
	for (t++; t < p->token + p->tokens && t < end + 4; t++)
		if (word_in(r, t, LIST_EXPERT))
			return true;
	return false;
}

bool
sentence_of_page(
    const struct reading *r, const struct passage *p, bool first, const struct marks *m)
{
	if (sentence_guides(r, p))
		return true;
	if (first)
		return pitches(r, p) ||
		       phrase_at(r, p->token, p->token + p->tokens, "welcome to");
	return instructs(r, p) || is_labelled(r, p) || is_of_writer(r, p) ||
	       looks_below(r, p) ||
	       (marks_half(m) && str_find(str_cut(r->text, p->at, p->at + p->n), STR("?"),
				     0) == STR_NONE); /* "?" for a mark lost */
}

/* "10 trends", "The best walls", "Top walls": a list, by its title; not "Best Practices". */
static bool
lists_things(struct str title)
{
	static const char *const words[] = { "alternatives", "best", "examples",
		"favorite", "favourite", "ideas", "tips", "trends" };
	enum { NEAR = 4 };
	size_t since = NEAR + 1; /* a number, words */

	for (size_t at = 0, n; at < title.n; at += n + 1) {
		struct str word;

		for (n = 0; at + n < title.n && title.p[at + n] != ' ';)
			n++;
		word = str_cut(title, at, at + n);
		if ((str_is_any(word, words, LEN(words)) &&
			!str_has(str_cut(title, at, title.n), STR("Practices"))) ||
		    (at == 0 && str_eq_nocase(word, STR("top"))) ||
		    (since++ < NEAR && word.n > 3 && str_ends(word, STR("s"))))
			return true;
		if (n != 0 && n < 3 && byte_is_digit(word.p[0]) &&
		    byte_is_digit(word.p[n - 1]))
			since = 0;
	}
	return false;
}

/* "Overview", "Key takeaways": what is below tells of the whole. */
static bool
heads_overview(const struct reading *r, const struct passage *p)
{
	static const char *const words[] = { "glance", "introduction", "overview",
		"summary", "takeaways" };

	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (str_is_any(token_text(&r->tokens, t), words, LEN(words)))
			return true;
	return false;
}

/* The first heading below what may stand in a text, if many follow it. */
static size_t
find_items(const struct reading *r, const struct candidates *c)
{
	enum { ITEMS = 4 };
	size_t first = r->n, i = 0, items = 0;

	while (i < c->n && (c->at[i].barred || c->at[i].page || c->at[i].slight))
		i++;
	if (i == c->n)
		return r->n;
	for (size_t k = c->at[i].passage; k < r->n; k++) {
		if (r->at[k].kind != BLOCK_HEADING ||
		    r->at[k - 1].leaf == r->at[k].leaf ||
		    (items == 0 && heads_overview(r, &r->at[k])))
			continue;
		if (items++ == 0)
			first = k;
	}
	return items < ITEMS ? r->n : first;
}

/* What stands between two asides, a few sentences, is of the page as well. */
static void
find_between_asides(struct candidates *c)
{
	enum { FEW = 3 };
	size_t last = 0; /* aside, from 1 */

	for (size_t i = 1; i < c->n; i++) {
		if (!c->at[i].noise)
			continue;
		for (size_t k = last; last != 0 && i - last <= FEW && k < i; k++)
			c->at[k].page = true;
		last = i + 1;
	}
}

/* "We love it!", where the author seldom writes so. */
static void
find_exclaimed(const struct reading *r, struct candidates *c)
{
	enum { SELDOM = 4 }; /* one of so many */
	size_t exclaimed = 0;

	for (size_t i = 0; i < c->n; i++)
		exclaimed += sentence_byte(r, &r->at[c->at[i].passage], 0, '!');
	for (size_t i = 1; exclaimed * SELDOM < c->n && i < c->n; i++)
		c->at[i].page |= sentence_byte(r, &r->at[c->at[i].passage], 0, '!');
}

/* Above the items of a list little may be taken: "we", who made it, are heard, each behind
   another. */
static void
hear_makers(struct candidates *c, size_t items)
{
	enum { FEW = 3 };
	size_t free = 0;

	for (size_t i = 0; i < c->n && c->at[i].passage < items; i++)
		free += !c->at[i].barred && !c->at[i].page;
	for (size_t i = 0; free < FEW && i < c->n && c->at[i].passage < items; i++) {
		struct candidate *k = &c->at[i];

		if (!k->piece || marks_half(&k->marks))
			continue;
		k->piece = k->barred = false;
		k->dangling = true;
	}
}

/* A recipe: where all is told to be done, that is the text. */
static void
keep_steps(const struct reading *r, struct candidates *c)
{
	for (size_t i = 0; i < c->n; i++)
		if (!c->at[i].barred && !c->at[i].page && !c->at[i].dangling &&
		    c->at[i].need_count == 0)
			return;
	for (size_t i = 0; i < c->n; i++) {
		const struct passage *p = &r->at[c->at[i].passage];

		c->at[i].page &= !instructs(r, p) || sentence_guides(r, p);
	}
}

/* Of a list, only what stands above its headings tells of it as a whole. */
void
candidates_page(const struct reading *r, struct candidates *c)
{
	size_t items;

	find_between_asides(c);
	find_exclaimed(r, c);
	items = lists_things(r->title) ? find_items(r, c) : r->n;
	for (size_t i = c->n; i-- > 0 && c->at[i].passage > items;)
		c->at[i].page = true;
	if (items != r->n)
		hear_makers(c, items);
	else
		keep_steps(r, c);
}
