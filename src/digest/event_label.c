/* Dates of headings, tables, labels and lists, which tell of no event. */
#include <string.h>

#include "digest/event.h"
#include "event_clause.h"
#include "timex_rules.h"

enum { NEAR = 6 /* tokens */ };

/* "WARSAW, February 26 (Wire) --": no word in small letters but those of the date. */
static bool
is_heading(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const struct token *t = r->tokens.at;
	const struct str text = str_cut(r->text, s->at, (size_t)s->at + s->n);

	if (str_has(text, STR("(@")))
		return true; /* under a message: "A. Name (@name) May 3, 2018" */
	if (str_has(text, STR("<")) && str_has(text, STR("@")) &&
	    !clause_has_verb(r, s->token, (size_t)s->token + s->tokens))
		return true; /* of a list of changes: "A. Name <a@b.example> 3 May 2018" */
	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++)
		if ((i < x->token || i >= (size_t)x->token + x->tokens) &&
		    t[i].kind == TOKEN_WORD && (t[i].flags & TOKEN_CAPITAL) == 0)
			return false;
	return true;
}

/* "Goods 2019 2020 2021", "2019: 1,200 tons", "In euros, 2021, 2020:": cells of a table. */
static bool
is_cell(const struct reading *r, const struct passage *s)
{
	enum { BARS = 2 };
	size_t numbers = 0, words = 0, bars = 0;
	bool verb = false;

	for (size_t i = s->token; i < (size_t)s->token + s->tokens; i++) {
		const bool digit = (r->tokens.at[i].flags & TOKEN_DIGIT) != 0;

		numbers += digit;
		words += !digit && r->tokens.at[i].kind == TOKEN_WORD;
		bars += event_is(r, i, STR("|")) || event_is(r, i, STR("•"));
		verb |= clause_verb(r, i);
	}
	return numbers > words || bars >= BARS ||
	       (!verb && s->n != 0 && r->text.p[s->at + s->n - 1] == '?') ||
	       (!verb && s->n != 0 && r->text.p[s->at + s->n - 1] == ':');
}

/* "Founded in 2006": a participle and a date make no sentence. */
static bool
is_participle(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t end = (size_t)x->token + x->tokens;

	return (event_past(r, s->token) ||
		   str_ends(token_text(&r->tokens, s->token), STR("ed"))) &&
	       x->token <= s->token + 2 &&
	       (s->token + 1 == x->token || event_word(r, s->token + 1, BEFORE_DATE)) &&
	       end + 1 >= (size_t)s->token + s->tokens;
}

/* "This article was amended on 3 May" */
static bool
is_of_page(const struct reading *r, const struct passage *s)
{
	static const char *const words[] = { "article", "story", "post", "page", "piece",
		"report" };
	const size_t i = s->token;

	return event_is(r, i, STR("this")) && i + 2 < r->tokens.n &&
	       str_is_any(token_text(&r->tokens, i + 1), words, LEN(words)) &&
	       (event_is(r, i + 2, STR("was")) || event_is(r, i + 2, STR("has"))) &&
	       s->tokens < 2 * NEAR;
}

/* "Anna Moe (1721-1782)": nothing but two years in the brackets that open before token i. */
static bool
is_life(const struct reading *r, const struct passage *s, size_t i)
{
	const size_t end = (size_t)s->token + s->tokens;

	return i > s->token + 1 && i + 3 < end &&
	       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) != 0 &&
	       r->tokens.at[i].n == 4 &&
	       (event_is(r, i + 1, STR("-")) || event_is(r, i + 1, STR("–"))) &&
	       r->tokens.at[i + 2].n == 4 && event_is(r, i + 3, STR(")"));
}

/* "Council Votes on New Bridge in 2019": a headline among others, no sentence. */
static bool
is_headline(const struct reading *r, const struct passage *s, const struct timex *x)
{
	enum { LEAST = 5, LONG = 4 };
	const size_t end = (size_t)s->token + s->tokens;
	size_t words = 0, capitals = 0;

	if (s->n == 0 || strchr(".!?:\"", r->text.p[s->at + s->n - 1]) != NULL ||
	    x->token < s->token + 3)
		return false;
	for (size_t i = s->token; i < end; i++) {
		if (r->tokens.at[i].kind != TOKEN_WORD || r->tokens.at[i].n < LONG)
			continue;
		words++;
		capitals += (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
	}
	return words >= LEAST && 10 * capitals >= 9 * words &&
	       !str_starts(r->language, STR("de"));
}

/* "Posted on 3 May", "(born 3 May 1984)", "Samstag/Sonntag": of a page, a person, a rule. */
static bool
is_of_list(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const words[] = { "posted", "published", "updated", "modified",
		"reviewed", "accessed", "retrieved" };
	size_t i = x->token;

	if (i == s->token && event_is(r, i + x->tokens + 1, STR(":")) &&
	    (event_is(r, i + x->tokens, STR("contact")) ||
		event_is(r, i + x->tokens, STR("contacto")) ||
		event_is(r, i + x->tokens, STR("kontakt")) ||
		event_is(r, i + x->tokens, STR("contacts"))))
		return true; /* "April 11, 2024 Contact: Ann Moe" */
	if (i > s->token && (event_is(r, i - 1, STR("dob")) ||
				(event_is(r, i - 1, STR("born")) && i > s->token + 1 &&
				    event_is(r, i - 2, STR("(")))))
		return true;
	if (i > s->token && event_is(r, i - 1, STR("(")) && x->type == TIMEX_DATE &&
	    x->tokens <= 3 && is_life(r, s, i))
		return true;
	if (event_is(r, i + x->tokens, STR("/")) && x->tokens == 1 && !x->explicit_year)
		return true;
	i -= i > s->token &&
	     (event_is(r, i - 1, STR("on")) || event_is(r, i - 1, STR(":")));
	return i > s->token && (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) != 0 &&
	       str_is_any(token_text(&r->tokens, i - 1), words, LEN(words));
}

/* "told its results of the three months ended December 31": the end of a period that was told
   of; not "In the year ended May 31 it made". */
static bool
is_period_end(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	if (i > (size_t)s->token + 2 && event_is(r, i - 1, STR("to")) &&
	    clause_unit(r, i - 2) && r->tokens.at[i - 3].kind == TOKEN_NUMBER)
		return true; /* "in the 12 months to November" */
	return i > (size_t)s->token + 1 &&
	       (event_word(r, i - 1, FORM_ENDED) || event_is(r, i - 1, STR("ending"))) &&
	       clause_unit(r, i - 2) && clause_has_verb(r, s->token, i - 2);
}

/* "Read on to learn", "Here are eight lamps", "See you in May": a word to the reader. */
static bool
is_call(const struct reading *r, const struct passage *s)
{
	static const char *const words[] = { "read", "click", "learn", "discover",
		"listen", "watch", "tune", "connect", "subscribe", "follow", "sign" };
	const size_t i = s->token;

	if (s->tokens < 3)
		return false;
	if (event_is(r, i, STR("see")) && event_is(r, i + 1, STR("you")))
		return true;
	if ((event_is(r, i, STR("here")) || event_is(r, i, STR("below"))) &&
	    (event_is(r, i + 1, STR("are")) || event_is(r, i + 1, STR("is"))))
		return true;
	return str_is_any(token_text(&r->tokens, i), words, LEN(words)) &&
	       (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) == 0 && !clause_verb(r, i + 1);
}

bool
event_is_label(const struct reading *r, const struct passage *s, const struct timex *x)
{
	if (str_eq(str_of(x->rule), STR("east")))
		return x->n + 1 >= s->n; /* its words are no tokens */
	if (is_of_page(r, s) || is_heading(r, s, x) || is_participle(r, s, x) ||
	    is_of_list(r, s, x) || is_headline(r, s, x) || is_call(r, s) ||
	    is_period_end(r, s, x) || event_is(r, s->token, STR("copyright")) ||
	    is_cell(r, s) || event_is(r, (size_t)x->token + x->tokens, STR("season")) ||
	    (x->token > s->token && x->tokens == 1 &&
		token_is(&r->tokens, x->token - 1, STR("of")) &&
		(timex_classify(&timex_english, &r->tokens, x->token).classes &
		    BIT(TODAY)) != 0))
		return true;
	if (x->token > s->token && event_is(r, x->token - 1, STR("(")) &&
	    event_is(r, (size_t)x->token + x->tokens, STR(")")) &&
	    (!clause_has_verb(r, s->token, (size_t)s->token + s->tokens) ||
		(x->token == s->token + 2 &&
		    (r->tokens.at[s->token].flags & TOKEN_UPPER) != 0)))
		return true; /* "Changes in release 9.1 (3 May 2018)", "BREMO (3 May 2018) –" */
	if (x->token <= s->token || !token_is(&r->tokens, x->token - 1, STR(":")))
		return false;
	for (size_t i = s->token;
	     i < (size_t)s->token + s->tokens && i < (size_t)x->token + NEAR; i++)
		if (clause_verb(r, i) && i + 2 != x->token) /* "Founded" itself */
			return false;
	return true;
}
