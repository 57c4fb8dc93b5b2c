/*
 * What a sentence names as if it were known: "the tool", "Park".
 */
#include "digest/candidates.h"
#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

enum { PERSON_TOKENS = 120 /* looked back for whom "he said" means */ };

/* "The government": everyone knows which. */
static bool
is_known(const struct reading *r, size_t t)
{
	return word_in(r, t, LIST_KNOWN) ||
	       str_ends(token_text(&r->tokens, t), STR("est"));
}

static void
add_need(struct candidate *c, struct need n)
{
	if (c->need_count < NEEDS)
		c->needs[c->need_count++] = n;
}

/* "the town": it has a name, which was told. */
static bool
is_bridge(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t), bare = word_bare(word);

	return word_in(r, t, LIST_BRIDGE) ||
	       (bare.n < word.n &&
		   (word_lists(bare, token_hash(bare)) & LISTED(BRIDGE)) != 0);
}

/* ", the officials said" */
static bool
is_speaker(const struct reading *r, size_t t, size_t end)
{
	return r->tokens.at[t - 1].kind == TOKEN_PUNCT && t + 2 < end &&
	       (r->class_of[t + 2] & WORD_SAYS) != 0;
}

/* "a separate study": the word is new to the reader there, and another one. */
static bool
is_introduced(const struct reading *r, size_t t)
{
	enum { BACK = 3 };

	for (size_t i = t; i-- > 0 && t - i <= BACK;)
		if (r->tokens.at[i].kind == TOKEN_PUNCT)
			return false;
		else if (word_in(r, i, LIST_ANOTHER))
			return true;
	return false;
}

/* "the tool that", "the tool of Oslo"; "the tool in Oslo" where none was told before. */
static bool
tells_which(const struct reading *r, size_t t, bool new)
{
	return word_in(r, t, LIST_WHICH) ||
	       (new && (r->class_of[t] & WORD_PREPOSITION) != 0);
}

/*
 * "the tool" at t, words of which one must have been said for the reader to know the tool;
 * not where it is told what it is ("the tool that"), or told first here.
 */
static void
find_the(const struct reading *r, const struct mentions *m, const struct passage *p,
    size_t t, struct candidate *out)
{
	struct need need = { .words = { TERM_NONE, TERM_NONE }, .near = true };
	const size_t end = p->token + p->tokens;
	const size_t before = p > r->at ? p[-1].token : 0;
	bool bridges;
	size_t n = 0, i = t + 1;

	if (i + 1 < end && clause_verb(r, i) && topic_word(r, i + 1) &&
	    !clause_verb(r, i + 1) && str_ends(token_text(&r->tokens, i), STR("ed")))
		i++; /* "the arrested duo" */
	bridges = i < end && ((t == p->token && r->tokens.at[t].n == 3) ||
				 is_speaker(r, t, end) || is_bridge(r, i) ||
				 (t == p->token + 1 && i + 1 < end &&
				     token_is(&r->tokens, i + 1, STR(","))));

	if (i >= end || is_known(r, i))
		return;
	for (; i < end && n < 2 && topic_word(r, i) && !clause_verb(r, i); i++) {
		const struct term *term = &r->terms[r->term_of[i]];

		if ((r->tokens.at[i].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 ||
		    term->in_title || (!bridges && m->first[r->term_of[i]] >= p->token)) {
			if (n == 1 && word_is_many(r, i - 1))
				break; /* "the ships wait" */
			return;
		}
		need.near &= m->first[r->term_of[i]] >= before;
		need.words[n++] = r->term_of[i];
		if (t == p->token && is_introduced(r, m->last[r->term_of[i]]))
			need.of = m->last_in[r->term_of[i]];
	}
	if (n != 0 && !(i < end && tells_which(r, i, need.near)))
		add_need(out, need);
}

/* "Saturday's race" */
static bool
is_of_day(const struct reading *r, size_t t)
{
	static const char *const days[] = { "Monday", "Tuesday", "Wednesday", "Thursday",
		"Friday", "Saturday", "Sunday", "Today", "Yesterday" };
	const struct str word = token_text(&r->tokens, t), bare = word_bare(word);

	for (size_t i = 0; bare.n < word.n && i < LEN(days); i++)
		if (str_eq(bare, str_of(days[i])))
			return true;
	return false;
}

/* "Norwegian", "Frenchwoman" */
static bool
is_of_a_people(const struct reading *r, size_t t)
{
	return (r->kind_of[t] & NAME_DEMONYM) != 0 ||
	       str_ends(token_text(&r->tokens, t), STR("man"));
}

/* "The RC leader said", "The Norwegian came": which of them was told. */
static void
find_member(const struct reading *r, const struct passage *p, struct candidate *out)
{
	const size_t end = p->token + p->tokens;
	size_t t = p->token + 1;

	if (!token_is(&r->tokens, p->token, STR("the")))
		return;
	while (t + 1 < end && t < p->token + 5 && !word_in(r, t, LIST_MEMBER) &&
	       topic_word(r, t) && !clause_verb(r, t))
		t++;
	if (t == p->token + 2 && is_of_a_people(r, t - 1) && t < end &&
	    (r->tokens.at[t].kind == TOKEN_PUNCT || clause_verb(r, t) ||
		(r->class_of[t] & WORD_CONNECTIVE) != 0))
		add_need(out,
		    (struct need){ .words = { TERM_NONE, TERM_NONE }, .near = true });
	if (t > p->token + 1 && t + 1 < end && word_in(r, t, LIST_MEMBER) &&
	    r->tokens.at[t + 1].kind != TOKEN_PUNCT &&
	    (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0 &&
	    (r->class_of[t + 1] & WORD_PREPOSITION) == 0)
		add_need(out,
		    (struct need){ .words = { r->term_of[t], TERM_NONE }, .near = true });
}

static bool
word_is_one(const struct reading *r, size_t t)
{
	return token_is(&r->tokens, t, STR("a")) ||
	       token_is(&r->tokens, t, STR("another"));
}

/* "The tool", "Saturday's race", "a new tool" */
static void
find_definites(const struct reading *r, const struct mentions *m, const struct passage *p,
    struct candidate *out)
{
	const size_t begin = first_word(r, p), end = p->token + p->tokens;

	if (begin < end && is_of_day(r, begin))
		find_the(r, m, p, begin, out);
	for (size_t t = begin; t + 1 < end; t++)
		if (word_in(r, t, LIST_THE) ||
		    (word_in(r, t, LIST_NEW) && t > begin && word_is_one(r, t - 1)))
			find_the(r, m, p, t, out);
}

static bool
is_capital(const struct reading *r, size_t t)
{
	return t < r->tokens.n && topic_word(r, t) &&
	       (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0;
}

/* "K Batra" */
static bool
is_initial(const struct reading *r, size_t t)
{
	const char c = r->text.p[r->tokens.at[t].at];

	return r->tokens.at[t].n == 1 && c >= 'B' && c <= 'Z' && c != 'I';
}

/* "Dr Park", "Brazilian Park": no part of the name. */
static bool
names_nobody(const struct reading *r, size_t t)
{
	return (r->kind_of[t] & NAME_DEMONYM) != 0 || word_in(r, t, LIST_HONORIFIC);
}

/* "Kenny al-Park", "Kenny van der Park": no word of its own. */
static bool
is_particle(const struct reading *r, size_t t)
{
	return (r->tokens.at[t].kind == TOKEN_PUNCT &&
		   !token_is(&r->tokens, t, STR(","))) ||
	       word_in(r, t, LIST_PARTICLE);
}

/* "his wife, Park, came" */
static bool
is_apposed(const struct reading *r, size_t t)
{
	return t > 1 && t + 1 < r->tokens.n && token_is(&r->tokens, t - 1, STR(",")) &&
	       token_is(&r->tokens, t + 1, STR(",")) && topic_word(r, t - 2) &&
	       (r->tokens.at[t - 2].flags & TOKEN_CAPITAL) == 0;
}

/* Another word of a name stands before it: "Kenny Park", "K. Park", "Kenny al-Park",
   "Kenny 'Box' Park". */
static bool
is_told_in_full(const struct reading *r, size_t t)
{
	enum { PARTICLES = 3 };
	size_t i = t;

	if (t == 0 || !is_capital(r, t))
		return false;
	while (i > 1 && t - i < PARTICLES && is_particle(r, i - 1))
		i--;
	return (is_capital(r, i - 1) && !names_nobody(r, i - 1)) ||
	       is_initial(r, i - 1) || is_apposed(r, t);
}

/* "Kenny Park": the first mention of Kenny. */
static bool
is_begun(const struct reading *r, size_t t)
{
	enum {
		NO_PERSON =
		    NAME_ORGWORD | NAME_PLACEWORD | NAME_EVENTWORD | NAME_ANY_PLACE
	};

	return t + 1 < r->tokens.n && is_capital(r, t + 1) && !names_nobody(r, t) &&
	       r->kind_of[t] == 0 && (r->kind_of[t + 1] & NO_PERSON) == 0 &&
	       (r->tokens.at[t + 1].flags & TOKEN_UPPER) == 0;
}

static bool
says_next(const struct reading *r, size_t t)
{
	return t + 1 < r->tokens.n && (r->class_of[t + 1] & WORD_SAYS) != 0;
}

/* A word of a name that stands alone, and may be a person's; first told at `first`. */
static bool
is_short_name(const struct reading *r, const struct passage *p, size_t t, size_t first)
{
	enum { PERSON = NAME_SURNAME | NAME_FIRST };
	const bool told = is_told_in_full(r, first) && is_capital(r, first - 1);

	return is_capital(r, t) && (r->tokens.at[t].flags & TOKEN_UPPER) == 0 &&
	       r->class_of[t] == 0 &&
	       ((r->kind_of[t] & ~(PERSON | (told ? NAME_COMMON : 0))) == 0 ||
		   says_next(r, t) ||
		   (t > p->token && (r->class_of[t - 1] & WORD_SAYS) != 0)) &&
	       (t == p->token || !is_capital(r, t - 1) || names_nobody(r, t - 1)) &&
	       (t + 1 == p->token + p->tokens || !is_capital(r, t + 1) ||
		   word_bare(token_text(&r->tokens, t)).n < r->tokens.at[t].n);
}

/* "Red Cross (RC)", "the RC Team": told there what it stands for. */
static bool
is_explained(const struct reading *r, size_t t)
{
	const char before = t > 0 ? r->text.p[r->tokens.at[t - 1].at] : ' ';

	return before == '(' || before == '"' ||
	       (is_capital(r, t + 1) && (r->tokens.at[t + 1].flags & TOKEN_UPPER) == 0);
}

/*
 * "Park said", "RC helpers": names that were told in full before ("Kenny Park", "Red Cross
 * (RC)"), so that only one who read of them there knows them.
 */
static void
find_names(const struct reading *r, const struct mentions *m, const struct passage *p,
    struct candidate *out)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const bool upper = (r->tokens.at[t].flags & TOKEN_UPPER) != 0 &&
				   (t < p->token + 2 || says_next(r, t));
		uint32_t at;

		if ((r->tokens.at[t].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) == 0 ||
		    r->term_of[t] == TERM_NONE || r->terms[r->term_of[t]].in_title ||
		    !(upper ? r->tokens.at[t].n > 1
			    : is_short_name(r, p, t, m->first[r->term_of[t]])))
			continue;
		at = m->first[r->term_of[t]];
		if (at < p->token &&
		    (upper ? is_explained(r, at)
			   : (r->kind_of[t] & NAME_FIRST) != 0 ||
				 (t == p->token && clause_verb(r, t + 1)) ||
				 is_told_in_full(r, at) || is_begun(r, at)))
			add_need(
			    out, (struct need){ .words = { r->term_of[t], TERM_NONE },
				     .near = false });
	}
}

/* The last word before the sentence that may be a person's name, or TERM_NONE. */
static uint32_t
last_person(const struct reading *r, const struct passage *p)
{
	const size_t from = p->token > PERSON_TOKENS ? p->token - PERSON_TOKENS : 0;

	for (size_t t = p->token; t-- > from;)
		if (is_capital(r, t) && r->class_of[t] == 0 &&
		    (r->kind_of[t] & ~(NAME_SURNAME | NAME_FIRST)) == 0 &&
		    (r->kind_of[t] != 0 || (r->class_of[t + 1] & WORD_SAYS) != 0))
			return r->term_of[t];
	return TERM_NONE;
}

/* "The ferry, he said, was late." */
static bool
is_said_by_someone(const struct reading *r, const struct passage *p)
{
	enum { PRONOUN = WORD_THIRD | WORD_BEFORE_VERB };

	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++)
		if ((r->class_of[t] & PRONOUN) == PRONOUN &&
		    r->tokens.at[t - 1].kind == TOKEN_PUNCT &&
		    (r->class_of[t + 1] & WORD_SAYS) != 0)
			return !(token_is(&r->tokens, t, STR("they")) &&
				 word_is_many(r, p->token) &&
				 word_is_someone(r, p->token));
	return false;
}

/* "Pilots must rest, it said." */
static bool
is_said_by_it(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++)
		if (r->tokens.at[t - 1].kind == TOKEN_PUNCT &&
		    (r->class_of[t + 1] & WORD_SAYS) != 0 &&
		    token_is(&r->tokens, t, STR("it")))
			return true;
	return false;
}

/* One more that has to be told; too many: it is never taken for a further sentence. */
static void
add_ask(struct candidate *c, uint32_t term)
{
	if (c->ask_count < ASKS)
		c->asks[c->ask_count++] = term;
	else
		c->thin = true;
}

/* The last word of the run of capitals from t on. */
static size_t
last_capital(const struct reading *r, const struct passage *p, size_t t)
{
	while (t + 1 < p->token + p->tokens && is_capital(r, t + 1))
		t++;
	return t;
}

/* Known to everyone: a place, a people, a month, an office, a large organisation. */
static bool
is_common_knowledge(const struct reading *r, size_t from, size_t to)
{
	enum {
		KNOWN = NAME_ANY_PLACE | NAME_DEMONYM | NAME_CALENDAR | NAME_TITLE |
			NAME_AGENCY
	};

	for (size_t t = from; t <= to; t++)
		if ((r->kind_of[t] & KNOWN) != 0)
			return true;
	return false;
}

/* "the harsh criticism" from t on: its last word, or t. */
static size_t
head_of(const struct reading *r, const struct passage *p, size_t t)
{
	while (t + 1 < p->token + p->tokens && topic_word(r, t + 1) &&
	       !clause_verb(r, t + 1))
		t++;
	return t;
}

/*
 * What a further sentence asks for, which is not needed: every name and every "the tool"
 * that the article has told before.
 */
static void
find_asks(const struct reading *r, const struct mentions *m, const struct passage *p,
    struct candidate *out)
{
	const size_t end = p->token + p->tokens;

	for (size_t t = p->token; t < end; t++) {
		const bool the = word_in(r, t, LIST_THE);
		size_t last;

		out->thin |= word_in(r, t, LIST_MORE);
		if (!the && !is_capital(r, t))
			continue;
		last = the ? head_of(r, p, t) : last_capital(r, p, t);
		if (the && (last == t || is_known(r, t + 1)))
			continue;
		if (!is_common_knowledge(r, t, last) &&
		    !r->terms[r->term_of[last]].in_title &&
		    (m->first[r->term_of[last]] < p->token ||
			(last == t && (r->tokens.at[t].flags & TOKEN_UPPER) != 0 &&
			    r->tokens.at[t].n > 1)))
			add_ask(out, r->term_of[last]);
		t = the ? t : last;
	}
}

/* "The country closed its embassy.": which one, the sentence before tells. */
static bool
is_that_one(const struct reading *r, const struct passage *p)
{
	return p->tokens > 3 && token_is(&r->tokens, p->token, STR("the")) &&
	       word_in(r, p->token + 1, LIST_THAT_ONE) &&
	       (clause_verb(r, p->token + 2) ||
		   (r->class_of[p->token + 2] & WORD_SAYS) != 0);
}

void
sentence_refers(const struct reading *r, const struct mentions *m,
    const struct passage *p, struct candidate *out)
{
	out->dangling |= is_said_by_it(r, p) || is_that_one(r, p);
	if (is_said_by_someone(r, p)) {
		const uint32_t person = last_person(r, p);

		add_need(
		    out, (struct need){ .words = { person, TERM_NONE }, .near = false });
		out->dangling |= person == TERM_NONE;
	}
	find_names(r, m, p, out);
	find_definites(r, m, p, out);
	find_member(r, p, out);
	find_asks(r, m, p, out);
}
