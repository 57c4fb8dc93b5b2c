/*
 * What a sentence tells of as if it were known: "the tool", "Saturday's race".
 */
#include "digest/candidates.h"
#include "digest/event_clause.h"
#include "digest/gazetteer.h"
#include "digest/words.h"

/* "The government": everyone knows which. */
static bool
is_known(const struct reading *r, size_t t)
{
	return word_in(r, t, LIST_KNOWN) ||
	       str_ends(token_text(&r->tokens, t), STR("est"));
}

void
candidate_needs(struct candidate *c, struct need n)
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

/* "Built in May, the tower is": what the sentence is about, from t to `to`, behind its first words. */
static bool
is_subject(const struct reading *r, const struct passage *p, size_t t, size_t to)
{
	size_t i = p->token;

	while (i < t && r->tokens.at[i].kind != TOKEN_PUNCT)
		i++;
	return i > p->token && i + 1 == t && token_is(&r->tokens, i, STR(",")) &&
	       to < p->token + p->tokens && clause_verb(r, to);
}

/* "The split", ", the officials said", "After the split,", "the town": not new to the
   article, though the word is; the words are those from `from` to `to`. */
static bool
bridges(
    const struct reading *r, const struct passage *p, size_t t, size_t from, size_t to)
{
	const size_t end = p->token + p->tokens;

	return (t == p->token && r->tokens.at[t].n == 3) || is_speaker(r, t, end) ||
	       is_bridge(r, from) || is_bridge(r, to - 1) || is_subject(r, p, t, to) ||
	       (t == p->token + 1 && from + 1 < end &&
		   token_is(&r->tokens, from + 1, STR(",")));
}

/* One more word of "the tool"; not the verb of "the ships wait", "the ships heave". */
static bool
goes_on(const struct reading *r, const struct mentions *m, const struct passage *p,
    size_t i, size_t n)
{
	if (!topic_word(r, i) || clause_verb(r, i) ||
	    (r->kind_of[i] & NAME_CALENDAR) != 0)
		return false;
	if (n != 0 && word_bare(token_text(&r->tokens, i - 1)).n < r->tokens.at[i - 1].n)
		return false; /* "the report's release": of the report */
	if (n > 1 && word_is_many(r, i - 2) &&
	    (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0)
		return false; /* "the papers reveal Norwegian" */
	if (n != 0 && word_does(r, i))
		return false; /* "the tape shows" */
	return n == 0 || !word_is_many(r, i - 1) ||
	       (!word_in(r, i, LIST_PLAIN_VERB) && m->first[r->term_of[i]] < p->token);
}

/*
 * "the tool" at t: its last word must have been said for the reader to know the tool, one
 * of its words where that one is new; not where it is told what it is ("the tool that").
 */
static void
find_the(const struct reading *r, const struct mentions *m, const struct passage *p,
    size_t t, struct candidate *out)
{
	enum { WORDS = 3 };
	struct need need = { .words = { TERM_NONE, TERM_NONE } };
	const size_t end = p->token + p->tokens;
	const size_t before = p > r->at ? p[-1].token : 0;
	size_t n = 0, i = t + 1;
	bool named = false; /* "the Oslo tool" */
	uint32_t head;

	if (i + 1 < end && clause_verb(r, i) && topic_word(r, i + 1) &&
	    !clause_verb(r, i + 1) && str_ends(token_text(&r->tokens, i), STR("ed")))
		i++; /* "the arrested duo" */
	if (i >= end || is_known(r, i))
		return;
	while (i + 1 < end &&
	       (word_in(r, i, LIST_COUNT) || r->tokens.at[i].kind == TOKEN_NUMBER))
		i++; /* "the 16 boats" */
	for (; i < end && n < WORDS && goes_on(r, m, p, i, n); i++, n++) {
		if (r->terms[r->term_of[i]].in_title)
			return;
		named |= (r->tokens.at[i].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0;
	}
	if (n == 0 || (r->tokens.at[i - 1].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0)
		return;
	head = r->term_of[i - 1];
	if (named && m->first[head] >= p->token)
		return;
	need.near = m->first[head] >= before;
	need.words[0] = head;
	if (m->first[head] >= p->token) {
		if (!bridges(r, p, t, i - n, i))
			return;
		need.words[1] = n > 1 ? r->term_of[i - 2] : TERM_NONE;
	}
	if (t == p->token && is_introduced(r, m->last[head]))
		need.of = m->last_in[head];
	if (!(i < end && tells_which(r, i, need.near)))
		candidate_needs(out, need);
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
		candidate_needs(out,
		    (struct need){ .words = { TERM_NONE, TERM_NONE }, .near = true });
	if (t > p->token + 1 && t + 1 < end && word_in(r, t, LIST_MEMBER) &&
	    r->tokens.at[t + 1].kind != TOKEN_PUNCT &&
	    (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) == 0 &&
	    (r->class_of[t + 1] & WORD_PREPOSITION) == 0)
		candidate_needs(out,
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
	out->dangling |= is_that_one(r, p);
	sentence_names(r, m, p, out);
	find_definites(r, m, p, out);
	find_member(r, p, out);
}
