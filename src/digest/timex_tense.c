/* What the words around an expression say of its time; looks at few tokens, always. */
#include "digest/tables/verbs.h"
#include "timex_rules.h"
enum { REACH = 60, NEAR = 12 }; /* tokens looked at on each side */

/* "its plan", not "they plan to"; "its plans", not "it plans" */
static bool
is_noun(const struct finder *f, size_t i)
{
	if (token_is(f->t, i, STR("plans")))
		return i > 0 && (is(f, i - 1, OWNER) || is(f, i - 1, THE)) &&
		       !(i + 1 < f->t->n && token_is(f->t, i + 1, STR("to")));
	return is(f, i, FUTURE) && token_is(f->t, i, STR("plan")) &&
	       !(i + 1 < f->t->n && token_is(f->t, i + 1, STR("to")));
}

/* "seed", "speed": no verb, but for a few. */
static bool
is_seed(const struct finder *f, size_t i)
{
	static const char *const verbs[] = { "agreed", "disagreed", "freed", "guaranteed",
		"decreed" };
	const struct str s = token_text(f->t, i);

	return str_ends(s, STR("eed")) && !str_is_any(s, verbs, LEN(verbs));
}

/* "did not reopen", "didn't meet" */
static bool
did_not(const struct finder *f, size_t i)
{
	static const char *const dids[] = { "did", "didn't", "didn’t" };
	static const char *const faileds[] = { "failed", "refused", "declined", "managed",
		"unable", "tried" };

	if (i > 1 && token_is(f->t, i - 1, STR("to")) &&
	    str_is_any(token_text(f->t, i - 2), faileds, LEN(faileds)))
		return true; /* "failed to resume" */
	return i > 0 && (str_is_any(token_text(f->t, i - 1), dids, LEN(dids)) ||
			    (i > 1 && token_is(f->t, i - 1, STR("not")) &&
				token_is(f->t, i - 2, STR("did"))));
}

/* "a lieu", "ont lieu": takes place, not "a eu lieu", "au lieu" */
static bool
takes_place(const struct finder *f, size_t i)
{
	return token_is(f->t, i, STR("lieu")) && i > 0 &&
	       (token_is(f->t, i - 1, STR("a")) || token_is(f->t, i - 1, STR("ont")));
}

/* "they forecast on Monday", not "is forecast to rise"; "must have left" */
static bool
is_guess(const struct finder *f, size_t i)
{
	if (token_is(f->t, i, STR("targeted"))) /* not "targeted for Tuesday" */
		return i + 1 == f->t->n || !token_is(f->t, i + 1, STR("for"));
	if (token_is(f->t, i, STR("must")))
		return i + 1 < f->t->n && token_is(f->t, i + 1, STR("have"));
	return token_is(f->t, i, STR("forecast")) &&
	       (i == 0 || !is(f, i - 1, BE) || is(f, i - 1, PAST));
}

bool
timex_future(const struct finder *f, size_t i)
{
	return is(f, i, FUTURE) && !is_guess(f, i) &&
	       (f->language->english
		       ? !did_not(f, i)
		       : !token_is(f->t, i, STR("lieu")) || takes_place(f, i));
}

/* A word of what is to come; in "In May he left" it is a month. */
static bool
is_will(const struct finder *f, size_t i)
{
	return is(f, i, FUTURE) && !is(f, i, MONTH);
}

/* "Schools", "votes" */
static bool
ends_in_s(const struct finder *f, size_t i)
{
	const struct token *t = &f->t->at[i];
	const char *end = f->t->text.p + t->at + t->n;

	return t->kind == TOKEN_WORD && t->n > 3 && end[-1] == 's' && end[-2] != 's';
}

/* "will", "could"; not "opens" */
static bool
is_modal(const struct finder *f, size_t i)
{
	return is_will(f, i) && !ends_in_s(f, i) && !is_noun(f, i);
}

/* What a past form at token i tells: "will be paid" is to come, "had been due" is past. */
static int
tense_of_past(const struct finder *f, size_t i)
{
	if (!is(f, i, PAST) || is_seed(f, i))
		return 0;
	if (i > 0 && ((is(f, i - 1, BE) && !is(f, i - 1, PAST)) ||
			 token_is(f->t, i - 1, STR("to"))))
		return 0; /* "is heard", "to cut" */
	if (timex_mark(f, i, MARK_HAD) || i < 2)
		return -1;
	return is_modal(f, i - 1) ||
		       (is_modal(f, i - 2) && f->t->at[i - 1].kind != TOKEN_PUNCT)
		   ? 1
		   : -1;
}

/* "could not", "could no longer": what was. */
static bool
could_not(const struct finder *f, size_t i)
{
	return token_is(f->t, i, STR("could")) && i + 1 < f->t->n &&
	       (token_is(f->t, i + 1, STR("not")) || token_is(f->t, i + 1, STR("no")) ||
		   token_is(f->t, i + 1, STR("barely")));
}

/* What a word like "will" tells: not "could not", "did not begin". */
static int
tense_of_future(const struct finder *f, size_t i)
{
	if (!timex_future(f, i))
		return f->language->english ? -1 : 0;
	return could_not(f, i) ? -1 : 1;
}

/* No noun stands at token i: "the", "its", "of" or "was" is before it. */
static bool
needs_noun(const struct finder *f, size_t i)
{
	return i > 0 && (is(f, i - 1, THE) || is(f, i - 1, A) || is(f, i - 1, OWNER) ||
			    is(f, i - 1, OF) || is(f, i - 1, PREP) || is(f, i - 1, BE));
}

/* -1 or 1 when the token tells of the past or of what is to come. */
static int
tense_of(const struct finder *f, const struct match *m, size_t i)
{
	if (token_is(f->t, i, STR("held")) && i + 2 == m->from && i > 0 &&
	    !is(f, i - 1, BE) && !is(f, i - 1, PAST))
		return 0;                       /* "a fair held in July" */
	if (is(f, i, FUTURE) && is(f, i, PREP)) /* by Friday, until Friday */
		return i + 1 == m->from ? timex_over(f, i) ? -1 : 1 : 0;
	if (timex_mark(f, i, MARK_SET) && is(f, i + 1, JOIN) &&
	    seen_at(f, i + 1)->value == JOIN_TO)
		return 1;
	if (is_noun(f, i) || (is(f, i, FUTURE) && ends_in_s(f, i) && needs_noun(f, i)))
		return 0; /* "the hosts" */
	if (is(f, i, FUTURE) && !is(f, i, MONTH))
		return tense_of_future(f, i);
	if (is(f, i, BE) && !is(f, i, PAST) && i + 1 < f->t->n && is(f, i + 1, JOIN) &&
	    seen_at(f, i + 1)->value == JOIN_TO)
		return 1;
	return tense_of_past(f, i);
}

bool
timex_joins(const struct finder *f, size_t i)
{
	return (token_is(f->t, i, STR("but")) || token_is(f->t, i, STR("and"))) &&
	       timex_sentence_start(f, i);
}

/* "Until Friday, they had not", "…; by Friday there were nine": nothing of its clause stands
   before it, what follows tells. */
static bool
opens_clause(const struct finder *f, size_t i)
{
	if (i == 0 || !is(f, i - 1, PREP))
		return false;
	if (timex_sentence_start(f, i - 1) ||
	    (i > 1 && (token_is(f->t, i - 2, STR(";")) || timex_joins(f, i - 2))))
		return true;
	return i > 2 && token_is(f->t, i - 3, STR(",")) &&
	       (token_is(f->t, i - 2, STR("and")) || token_is(f->t, i - 2, STR("but")));
}

/* "the deadline is Friday"; not "It is Friday". */
static bool
falls_on(const struct finder *f, size_t i)
{
	static const char *const nows[] = { "it", "today", "this", "that", "now" };

	return f->language->english && i > 2 && is(f, i, WEEKDAY) && is(f, i - 1, BE) &&
	       !is(f, i - 1, PAST) && f->t->at[i - 2].kind == TOKEN_WORD &&
	       !str_is_any(token_text(f->t, i - 2), nows, LEN(nows));
}

/* "the vote is on Friday", "polls are held in May" */
static bool
is_held(const struct finder *f, const struct match *m)
{
	const size_t i = m->from;

	if (falls_on(f, i))
		return true;
	if (!f->language->english || i < 3 || !is(f, i - 1, PREP) || is(f, i - 1, JOIN))
		return false;
	if (is(f, i - 2, BE))
		return !is(f, i - 2, PAST);
	return is(f, i - 2, PAST) && is(f, i - 3, BE) && !is(f, i - 3, PAST);
}

static bool
is_capital(const struct finder *f, size_t i)
{
	return (f->t->at[i].flags & TOKEN_CAPITAL) != 0;
}

/* A word in small letters that ends like what one does: "votes". */
static bool
is_doing(const struct finder *f, size_t i)
{
	return ends_in_s(f, i) && !is_capital(f, i);
}

/* "Schools shut": the form tells no time. */
static bool
is_of_both(const struct finder *f, size_t i)
{
	static const char *const both[] = { "cut", "hit", "set", "put", "shut", "let",
		"beat", "quit", "split", "spread", "burst", "hurt", "read", "cost" };

	return str_is_any(token_text(f->t, i), both, LEN(both));
}

/* "voters decide", "Schools reopen on Thursday": many, and a verb that could be no past. */
static bool
many_act(const struct finder *f, size_t i, size_t end)
{
	if (!ends_in_s(f, i) ||
	    (is_capital(f, i) &&
		(i + 3 != end || !timex_sentence_start(f, i) || is_of_both(f, i + 1))))
		return false;
	return f->t->at[i + 1].kind == TOKEN_WORD && !is_doing(f, i + 1) &&
	       !is_capital(f, i + 1) && !is(f, i + 1, PREP) && !is(f, i + 1, OF) &&
	       !is(f, i + 1, JOIN);
}

static bool
is_plain(const struct finder *f, size_t i, size_t without)
{
	const struct str s = token_text(f->t, i);

	return str_is_any(str_cut(s, 0, s.n - without), plain_verbs, LEN(plain_verbs));
}

/* "India votes", "The show moves", "they play" from token i on. */
static bool
acts(const struct finder *f, size_t i, size_t end)
{
	static const char *const many[] = { "we", "they" };
	static const char *const one[] = { "he", "she", "it" };

	if (end > f->t->n)
		end = f->t->n;
	if (i + 2 >= end)
		return false;
	if (str_is_any(token_text(f->t, i), many, LEN(many)))
		return f->t->at[i + 1].kind == TOKEN_WORD && !is_of_both(f, i + 1) &&
		       !is(f, i + 1, PAST);
	if (str_is_any(token_text(f->t, i), one, LEN(one)))
		return is_doing(f, i + 1);
	if ((is(f, i, THE) || is(f, i, A) || is(f, i, OWNER)) && !is_capital(f, i + 1))
		return is_doing(f, i + 1) ? is_plain(f, i + 2, 0) && !is_of_both(f, i + 2)
					  : is_doing(f, i + 2);
	if (many_act(f, i, end))
		return true;
	if (is_doing(f, i) || is(f, i, NUMBER) || is_of_both(f, end - 1) ||
	    (i + 2 < end && is_of_both(f, i + 2)))
		return false; /* "Two dams above it burst on", "Heavy rains hit" */
	for (i++; i + 1 < end && is_capital(f, i); i++)
		;
	return is_capital(f, i - 1) && is_doing(f, i);
}

/* "The final takes place", "the mayor goes" */
static bool
one_takes(const struct finder *f, size_t i)
{
	return is_doing(f, i) && f->t->at[i - 1].kind == TOKEN_WORD &&
	       !ends_in_s(f, i - 1) && !needs_noun(f, i) &&
	       (is_plain(f, i, 1) || is_plain(f, i, 2));
}

/* "Museums across the town open on Friday", "Tickets go on sale on Friday", "The final takes
   place on Friday": who stands before it, and what they do. */
static bool
many_open(const struct finder *f, size_t start, size_t end)
{
	bool many = false;

	for (size_t i = start; i + 1 < end; i++) {
		if (many && timex_mark(f, i, MARK_PRESENT) && !needs_noun(f, i))
			return true;
		if (many && (i == start + 1 || ends_in_s(f, i - 1)) &&
		    !is_capital(f, i) && !is_of_both(f, i) && is_plain(f, i, 0))
			return true;
		if (i > start + 1 && one_takes(f, i))
			return true;
		many |= ends_in_s(f, i);
	}
	return false;
}

bool
timex_opens(const struct finder *f, const struct match *m)
{
	return timex_sentence_start(f, m->from) ||
	       ((is(f, m->from - 1, PREP) ||
		    (!f->language->english && is(f, m->from - 1, THE))) &&
		   (timex_sentence_start(f, m->from - 1) || timex_joins(f, m->from - 2)));
}

bool
timex_present(const struct finder *f, const struct match *m)
{
	size_t i = m->from;

	if (is_held(f, m))
		return true;
	if (!f->language->english)
		return false;
	if (timex_opens(f, m)) {
		i = m->to + is(f, m->to, COMMA);
		return acts(f, i, i + NEAR);
	}
	if (!timex_before(f, i, PREP) && !timex_before(f, i, JOIN) &&
	    !token_is(f->t, i - 1, STR("place")))
		return false;
	if (i > 2 && is_capital(f, i - 3) && is_doing(f, i - 2))
		return true; /* "the museum in Delft reopens on Friday" */
	for (size_t k = 0;
	     k < NEAR && !timex_sentence_start(f, i) && !token_is(f->t, i - 1, STR(":"));
	     k++)
		if (is(f, --i, COMMA))
			return false;
	return acts(f, i, m->from) || many_open(f, i, m->from);
}

/* "In May they rose; …", "Im Mai stieg er, und", "on the night of 12 March and what he would
   do": what follows tells of another time. */
static bool
ends_clause(const struct finder *f, size_t i)
{
	static const char *const asks[] = { "what", "how", "why", "whether" };

	return token_is(f->t, i, STR(";")) || timex_who(f, i) ||
	       (i + 1 < f->t->n && token_is(f->t, i, STR("and")) &&
		   str_is_any(token_text(f->t, i + 1), asks, LEN(asks))) ||
	       (!f->language->english && is(f, i, COMMA) && is(f, i + 1, JOIN) &&
		   seen_at(f, i + 1)->value == JOIN_AND);
}

int
timex_tense(const struct finder *f, const struct match *m)
{
	size_t i = m->from;
	int found = 0;

	if (falls_on(f, i))
		return 1; /* whoever said so behind it */
	*f->steps += REACH;
	for (size_t k = 0;
	     k < REACH && !opens_clause(f, i) && !timex_sentence_start(f, i) &&
	     !token_is(f->t, i - 1, STR(";"));
	     k++) {
		i--;
		if (timex_plan(f, i))
			return 1;
		if ((found = tense_of(f, m, i)) != 0)
			return found;
	}
	i = m->to;
	for (size_t k = 0; k < REACH && i < f->t->n && !timex_sentence_start(f, i) &&
			   !ends_clause(f, i);
	     k++, i++)
		if ((found = tense_of(f, m, i)) != 0)
			return found;
	return timex_present(f, m);
}

/* "will", "is to", "are due", "is on": counted from the document's day, whatever was told before. */
bool
timex_will(const struct finder *f, const struct match *m)
{
	size_t i = m->from;

	if (is_held(f, m))
		return true;
	*f->steps += REACH;
	for (size_t k = 0;
	     k < REACH && !timex_sentence_start(f, i) && !token_is(f->t, i - 1, STR(";"));
	     k++)
		i--;
	for (size_t k = 0;
	     k < 2 * REACH && i < f->t->n &&
	     (i < m->to || (!timex_sentence_start(f, i) && !token_is(f->t, i, STR(";"))));
	     k++, i++) {
		const bool be = is(f, i, BE) && !is(f, i, PAST);

		if (is(f, i, FUTURE) &&
		    (token_is(f->t, i, STR("will")) || token_is(f->t, i, STR("shall"))))
			return true;
		if (be && i + 1 < f->t->n &&
		    (is(f, i + 1, FUTURE) || timex_mark(f, i + 1, MARK_SET) ||
			token_is(f->t, i + 1, STR("to"))))
			return true;
	}
	return false;
}

/* The past form is a verb: not "for overwhelmed readers", "its much loved fair". */
static bool
is_verb(const struct finder *f, size_t i)
{
	const size_t to = i + 1;

	return !str_ends(token_text(f->t, i), STR("ed")) || to == f->t->n ||
	       f->t->at[to].kind != TOKEN_WORD || is_capital(f, to) || is(f, to, THE) ||
	       is(f, to, A) || is(f, to, OWNER) || is(f, to, PREP) || is(f, to, JOIN);
}

/* No word of the sentence, from token i on, tells of what is to come. */
static bool
is_without_will(const struct finder *f, size_t i)
{
	const size_t most = i + 2 * REACH;

	for (; i < most && i < f->t->n && !timex_sentence_start(f, i); i++)
		if (is_will(f, i) && !is(f, i, PREP) && timex_future(f, i) &&
		    !could_not(f, i))
			return false;
	return true;
}

bool
timex_happened(const struct finder *f, const struct match *m)
{
	if (!timex_opens(f, m) || seen_at(f, m->to - 1)->owner ||
	    timex_tense(f, m) >= 0 || timex_present(f, m) || !is_without_will(f, m->to))
		return false;
	for (size_t i = m->to;
	     i < m->to + REACH && i < f->t->n && !timex_sentence_start(f, i); i++)
		if (tense_of_past(f, i) < 0 && is_verb(f, i))
			return true;
	return false;
}

/* What takes place on a day: "reach the final on 1 June", "a hearing on 3 June". */
static bool
is_occasion(const struct finder *f, size_t i)
{
	static const char *const words[] = { "final", "finals", "match", "game",
		"hearing", "vote", "fair", "party", "concert", "show", "race", "march",
		"opening", "wedding", "session", "poll", "polls", "event", "launch",
		"meeting", "talks", "summit", "conference", "election", "elections",
		"referendum", "trial", "festival", "strike", "ceremony", "tournament",
		"congress", "debate" };

	return str_is_any(token_text(f->t, i), words, LEN(words));
}

/* "on the night of June 16": where "the" is; otherwise token i. */
static size_t
of_night(const struct finder *f, size_t i)
{
	return i > 3 && is(f, i - 1, OF) && is(f, i - 2, DAYPART) && is(f, i - 3, THE)
		   ? i - 3
		   : i;
}

bool
timex_did(const struct finder *f, const struct match *m)
{
	static const char *const plans[] = { "announced", "agreed", "called", "planned",
		"set", "moved", "postponed", "booked", "fixed", "delayed", "extended",
		"ordered", "declared", "invited", "proposed", "chose", "chosen", "picked",
		"decided", "due", "been", "had", "wanted", "hoped", "meant", "promised" };
	size_t i = of_night(f, m->from);

	if (!f->language->english || !timex_before(f, i, ON) || i < 2 ||
	    is_occasion(f, i - 2) || !is_without_will(f, m->to))
		return false;
	for (size_t k = 0; k < NEAR && !timex_sentence_start(f, i); k++) {
		i--;
		if (is_will(f, i) || is(f, i, SAY) || token_is(f->t, i, STR(";")) ||
		    str_is_any(token_text(f->t, i), plans, LEN(plans)))
			return false;
		if (tense_of_past(f, i) < 0)
			return is_verb(f, i) && !is(f, i, BE);
	}
	return false;
}
