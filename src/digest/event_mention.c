/* Dates that a noun carries while its sentence tells of another time: "a 2010 film". */
#include "data/edtf.h"
#include "digest/event.h"
#include "event_clause.h"
#include "timex_rules.h"

enum { NEAR = 3 /* tokens to the noun: "the 2012 rail crash" */, FAR = 25 };

/* "the", "a", "those", "Anna's" */
static bool
is_determiner(const struct reading *r, size_t i)
{
	static const char *const words[] = { "the", "a", "an", "this", "that", "these",
		"those", "his", "her", "its", "their", "our", "my", "your" };
	const struct str word = token_text(&r->tokens, i);

	return str_is_any(word, words, LEN(words)) || str_ends(word, STR("'s")) ||
	       str_ends(word, STR("’s"));
}

static bool
is_noun(const struct reading *r, const struct passage *s, size_t i)
{
	return i < (size_t)s->token + s->tokens && r->tokens.at[i].kind == TOKEN_WORD &&
	       !clause_verb(r, i) && !event_word(r, i, PREPOSITION) &&
	       !event_word(r, i, STARTER) && !event_word(r, i, ENDER) &&
	       !event_word(r, i, RELATIVE) && !word_in(r, i, LIST_GOES_ON);
}

/* "crash", "strike": what took place then. */
static bool
is_deed(const struct reading *r, const struct passage *s, size_t from)
{
	for (size_t i = from; i < from + NEAR && is_noun(r, s, i); i++)
		if (event_word(r, i, HAPPENING) || word_in(r, i, LIST_DEED))
			return true;
	return false;
}

/* "in", "during": what follows the words is told, as it is in "they left after the 2010 storm";
   in "they help after the 2010 storm" it is no more than named. */
static bool
is_in(const struct reading *r, const struct passage *s, size_t i)
{
	static const char *const words[] = { "in", "at", "during", "by", "on" };
	static const char *const afters[] = { "after", "following" };

	if (str_is_any(token_text(&r->tokens, i), afters, LEN(afters)))
		for (size_t k = s->token; k < i; k++)
			if (event_past(r, k))
				return true;
	/* "in the first round of the 2014 draft" */
	for (size_t n = 0; n <= NEAR && i > s->token + n && event_is(r, i, STR("of"));
	     n++)
		if (event_is(r, i - n - 1, STR("in")) ||
		    event_is(r, i - n - 1, STR("at")))
			return true;
	return !event_word(r, i, PREPOSITION) ||
	       str_is_any(token_text(&r->tokens, i), words, LEN(words));
}

/* "The Quay (1992)", "Pier (Ann Moe, 2014)": the year of a work. */
static bool
is_of_work(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	if (i > (size_t)s->token + 1 && event_is(r, i - 2, STR("al")) &&
	    event_is(r, i - 1, STR(".")))
		return true; /* "Holt et al. 2014" */
	if (x->tokens == 1 && i > (size_t)s->token + 2 && event_is(r, i + 1, STR(")")) &&
	    event_is(r, i - 1, STR("(")) &&
	    (event_is(r, i - 2, STR("\"")) || event_is(r, i - 2, STR("”")) ||
		event_is(r, i - 2, STR("»"))))
		return true; /* "“The Quay” (1992)" */
	return x->tokens == 1 && i > (size_t)s->token + 1 &&
	       event_is(r, i + 1, STR(")")) &&
	       (event_is(r, i - 1, STR("(")) ||
		   (event_is(r, i - 1, STR(",")) &&
		       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) != 0)) &&
	       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) != 0;
}

/* "four times (2005, 2006 and 2010)": one of several years in brackets. */
static bool
is_in_list(const struct reading *r, const struct passage *s, const struct timex *x)
{
	enum { MOST = 20 };
	size_t i = x->token, numbers = 1;

	if (x->tokens != 1 || r->tokens.at[i].kind != TOKEN_NUMBER)
		return false;
	for (size_t n = 0; n < MOST && i > s->token && !event_is(r, i - 1, STR("("));
	     n++) {
		i--;
		numbers += r->tokens.at[i].kind == TOKEN_NUMBER;
		if (r->tokens.at[i].kind == TOKEN_WORD && !event_is(r, i, STR("and")))
			return false;
	}
	for (i = x->token + 1; i < (size_t)s->token + s->tokens &&
			       !event_is(r, i, STR(")")) && i < x->token + MOST;
	     i++)
		numbers += r->tokens.at[i].kind == TOKEN_NUMBER;
	return numbers > 1 && event_is(r, i, STR(")"));
}

/* "this year's fair": which one, unless it is what took place. */
static bool
is_of_year(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t end = (size_t)x->token + x->tokens;
	const struct str last = token_text(&r->tokens, end - 1);
	struct edtf day;

	return !x->explicit_year && x->tokens > 1 &&
	       (str_ends(last, STR("'s")) || str_ends(last, STR("’s"))) &&
	       edtf_parse(str_of(x->edtf), &day) && day.grain == EDTF_YEAR &&
	       event_is(r, x->token, STR("this")) && !is_deed(r, s, end);
}

/* "our list for 2018", "the conference 2017" */
static bool
is_for_year(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	if (x->tokens != 1 || r->tokens.at[i].kind != TOKEN_NUMBER || i < s->token + 3U ||
	    x->type != TIMEX_DATE)
		return false;
	if (event_word(r, i - 1, HAPPENING) && !event_past(r, i - 1))
		return true;
	return event_is(r, i - 1, STR("for")) && is_noun(r, s, i - 2) &&
	       !event_word(r, i - 2, PLANNING) && !event_word(r, i - 2, EXPECTING) &&
	       !event_word(r, i - 2, HAPPENING) &&
	       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) == 0;
}

/* "the Harbour Act of 2014", "the books of 2025": which ones, not when. */
static bool
is_which(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const parts[] = { "as", "course", "half", "most", "much",
		"rest", "all", "part", "start", "end", "beginning", "eve", "spring",
		"autumn", "out", "because", "instead", "ahead", "majority" };
	const size_t i = x->token;

	return x->tokens == 1 && i > (size_t)s->token + 2 &&
	       event_is(r, i - 1, STR("of")) && r->tokens.at[i - 2].kind == TOKEN_WORD &&
	       !clause_unit(r, i - 2) && !event_word(r, i - 2, FORM_DATE) &&
	       !event_word(r, i - 2, HAPPENING) && !word_in(r, i - 2, LIST_DEED) &&
	       !str_is_any(token_text(&r->tokens, i - 2), parts, LEN(parts));
}

/* "I will sing tonight," she said: the day that she said it is not told. */
static bool
is_of_speech(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const uint64_t classes =
	    timex_classify(&timex_english, &r->tokens, x->token).classes;

	return x->tokens <= 2 &&
	       ((classes & (BIT(TODAY) | BIT(TONIGHT))) != 0 ||
		   (event_is(r, x->token, STR("this")) && x->type == TIMEX_TIME)) &&
	       clause_in_speech(r, s, x->token);
}

/* "the Harbour Act, 2000" */
static bool
is_of_act(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const words[] = { "act", "bill", "law", "code", "rules",
		"order", "ordinance", "regulations" };
	const size_t i = x->token;

	return x->tokens == 1 && i > (size_t)s->token + 2 &&
	       event_is(r, i - 1, STR(",")) &&
	       (r->tokens.at[i - 2].flags & TOKEN_CAPITAL) != 0 &&
	       str_is_any(token_text(&r->tokens, i - 2), words, LEN(words));
}

/* "(Luke 5:23)": a verse */
static bool
is_verse(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token;

	return x->type == TIMEX_TIME && i > (size_t)s->token + 1 &&
	       event_is(r, i - 2, STR("(")) &&
	       (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) != 0 &&
	       event_is(r, i + x->tokens, STR(")"));
}

/* "her last month of pay" */
static bool
is_last_of(const struct reading *r, const struct passage *s, const struct timex *x)
{
	return x->tokens == 2 && event_is(r, x->token, STR("last")) &&
	       x->token > s->token && is_determiner(r, x->token - 1) &&
	       event_is(r, x->token + 2, STR("of"));
}

/* "in A Cold Day in August": words with capitals that an article with one opens. */
static bool
ends_title(const struct reading *r, const struct passage *s, size_t i)
{
	enum { LEAST = 2 };
	size_t n = 0;

	if (i < s->token + 5U || !event_word(r, i, FORM_DATE) ||
	    r->tokens.at[i].kind == TOKEN_NUMBER || !event_is(r, i - 1, STR("in")))
		return false;
	for (i--; i > s->token + 1U && (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) != 0;
	     i--, n++)
		;
	return n > LEAST && (event_is(r, i, STR("a")) || event_is(r, i, STR("the")));
}

/* "Ann July", "The Thursday Club", "of 1909 Quay Drive": the word is of a name. */
static bool
is_of_name(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const roads[] = { "street", "drive", "road", "avenue", "lane",
		"place", "boulevard", "court", "way" };
	const size_t i = x->token, end = s->token + s->tokens;
	const struct token *t = r->tokens.at;
	const bool follows = i + 1 < end && t[i + 1].kind == TOKEN_WORD &&
			     (t[i + 1].flags & TOKEN_CAPITAL) != 0;

	if (ends_title(r, s, i))
		return true;
	if (i > s->token && str_eq(str_of(x->rule), STR("feast")) &&
	    (event_is(r, i - 1, STR("\"")) || event_is(r, i - 1, STR("“"))))
		return true; /* "“Independence Day 2” opens" */
	if (x->tokens == 2 && i + 2 < end && event_word(r, i, FORM_DATE))
		return (t[i + 1].flags & t[i + 2].flags & TOKEN_CAPITAL) != 0 &&
		       t[i + 2].kind == TOKEN_WORD; /* "Saturday Night Live" */
	if (x->tokens != 1 || i == s->token)
		return false;
	if (t[i].kind == TOKEN_NUMBER)
		return follows && i + 2 < end &&
		       (str_is_any(token_text(&r->tokens, i + 2), roads, LEN(roads)) ||
			   (i + 3 < end && str_is_any(token_text(&r->tokens, i + 3),
					       roads, LEN(roads))));
	if ((t[i - 1].flags & TOKEN_CAPITAL) == 0 || t[i - 1].kind != TOKEN_WORD ||
	    event_word(r, i - 1, BEFORE_DATE) || event_word(r, i - 1, PREPOSITION) ||
	    !event_word(r, i, FORM_DATE))
		return false;
	return follows || (i > (size_t)s->token + 1 && event_is(r, i - 1, STR("a"))) ||
	       (i > (size_t)s->token + 1 && event_day(&r->tokens, i) &&
		   !clause_has_verb(r, s->token, end));
}

/* "Christmas songs", "the winter months", "the summer break": of every year. */
static bool
is_of_season(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t end = (size_t)x->token + x->tokens;
	const uint64_t last = timex_classify(&timex_english, &r->tokens, end - 1).classes;

	return !x->explicit_year && (last & (BIT(HOLIDAY) | BIT(SEASON))) != 0 &&
	       !event_is(r, x->token, STR("this")) &&
	       !event_is(r, x->token, STR("last")) &&
	       !event_is(r, x->token, STR("next")) && is_noun(r, s, end) &&
	       (r->tokens.at[end].flags & TOKEN_CAPITAL) == 0 && !is_deed(r, s, end);
}

/* "the 1960s film" */
static bool
is_decade_of(const struct reading *r, const struct passage *s, const struct timex *x)
{
	struct edtf day;

	return x->tokens <= 2 && is_noun(r, s, (size_t)x->token + x->tokens) &&
	       edtf_parse(str_of(x->edtf), &day) && day.grain == EDTF_DECADE &&
	       !is_deed(r, s, (size_t)x->token + x->tokens);
}

/* "She wrote it in a 2010 paper", "In a 2010 paper she wrote it" */
static bool
was_in(const struct reading *r, const struct passage *s, size_t i)
{
	if (!event_is(r, i, STR("in")) && !event_is(r, i, STR("during")))
		return false;
	for (size_t k = s->token; k < (size_t)s->token + s->tokens && k < i + FAR; k++)
		if (event_past(r, k) && (k < i || i == s->token))
			return true;
	return false;
}

/* "ahead of Sunday's vote", "a result of last week's storm": the sentence tells of another day. */
static bool
is_owned(const struct reading *r, const struct passage *s, const struct timex *x)
{
	static const char *const outside[] = { "of", "for", "to", "from", "about", "with",
		"against", "over", "since", "before", "between", "than", "behind",
		"despite", "amid" };
	const size_t i = x->token, last = i + x->tokens - 1;
	const struct str word = token_text(&r->tokens, last);

	return i > (size_t)s->token + 2 && !x->explicit_year &&
	       !event_is(r, i, STR("next")) && !event_is(r, i - 2, STR("end")) &&
	       !event_is(r, i - 2, STR("start")) &&
	       (str_ends(word, STR("'s")) || str_ends(word, STR("’s"))) &&
	       str_is_any(token_text(&r->tokens, i - 1), outside, LEN(outside));
}

bool
event_is_mention(const struct reading *r, const struct passage *s, const struct timex *x)
{
	const size_t i = x->token, end = i + x->tokens;
	struct edtf day;

	if (is_of_work(r, s, x) || is_in_list(r, s, x))
		return true;
	if (r->language.n != 0 && !str_starts(r->language, STR("en")))
		return false;
	if (is_of_speech(r, s, x) || is_of_act(r, s, x) || is_verse(r, s, x) ||
	    is_last_of(r, s, x) || is_which(r, s, x) || is_of_name(r, s, x) ||
	    is_decade_of(r, s, x) || is_of_season(r, s, x) || is_of_year(r, s, x) ||
	    is_for_year(r, s, x) || is_owned(r, s, x))
		return true;
	if (i < (size_t)s->token + 2 || x->type != TIMEX_DATE ||
	    !is_determiner(r, i - 1) || !is_noun(r, s, end) ||
	    !edtf_parse(str_of(x->edtf), &day) ||
	    (day.grain != EDTF_YEAR && day.grain != EDTF_MONTH))
		return false;
	if (event_past(r, i - 2))
		return false; /* "won the 2014 prize" */
	return is_deed(r, s, end) ? !is_in(r, s, i - 2) : !was_in(r, s, i - 2);
}
