/*
 * Which sentences may stand in a summary: whole ones that are no question, call, caption
 * or piece of a quotation, and told by the article's own voice.
 */
#include "digest/candidates.h"

#include "base/vec.h"
#include "digest/gazetteer.h"
#include "digest/voice.h"
#include "digest/words.h"

enum {
	THIN = 11,    /* words; fewer add little to a summary of three */
	SLIGHT = 7,   /* words; fewer only begin a summary */
	TELLING = 15, /* tokens; so many with a verb may speak of pictures */
	INITIALS = 3, /* letters of "AA: It is so." */
	ANSWER = 11   /* tokens; fewer behind a question answer it */
};

bool
sentence_byte(const struct reading *r, const struct passage *p, size_t from_end, char c)
{
	return p->n > from_end && r->text.p[p->at + p->n - 1 - from_end] == c;
}

/* A mark of more than one byte. */
static void
count_wide(struct str s, struct marks *m)
{
	m->opened += str_starts(s, STR("“"));
	m->closed += str_starts(s, STR("”"));
}

static void
count_marks(struct str s, struct marks *m)
{
	static const bool counts[256] = { ['"'] = true, [0xe2] = true };

	for (size_t i = 0; i < s.n; i++) {
		if (!counts[(unsigned char)s.p[i]])
			continue;
		m->straight += s.p[i] == '"';
		if ((s.p[i] & 0x80) != 0)
			count_wide(str_cut(s, i, s.n), m);
	}
}

bool
marks_half(const struct marks *m)
{
	return m->straight % 2 != 0 || m->opened != m->closed;
}

/*
 * Speaks to the reader: its first words call, or "click here", or few words hold a call.  So do words of
 * pictures, but not where a long sentence tells of them.
 */
static bool
is_call(const struct reading *r, const struct passage *p)
{
	enum { CALLING = WORD_CALL | WORD_PICTURE };
	const bool tells = (p->classes & CALLING) != 0 && p->tokens >= TELLING &&
			   sentence_has_verb(r, p);
	const int calling = tells ? WORD_CALL : CALLING;
	size_t calls = 0;

	if ((p->classes & calling) == 0)
		return false; /* nearly all */
	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		if ((r->class_of[t] & calling) == 0)
			continue;
		calls++;
		if (t < p->token + 2 ||
		    (t + 1 < r->tokens.n && token_is(&r->tokens, t + 1, STR("here"))))
			return true;
	}
	return calls * 8 > p->tokens;
}

/* "This page contains affiliate links that may earn us a commission": two such words. */
static bool
is_disclosure(const struct reading *r, const struct passage *p)
{
	size_t found = 0;

	if ((p->classes & WORD_SELLS) == 0)
		return false; /* nearly all */
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		found += (r->class_of[t] & WORD_SELLS) != 0;
	return found >= 2;
}

/* "(Reuters)", "(Red Press Photo)" begins the next: who took the picture. */
static bool
before_credit(const struct reading *r, size_t i)
{
	const size_t t = i + 1 < r->n ? r->at[i + 1].token : r->tokens.n;
	size_t k = t + 1;

	if (t >= r->tokens.n || r->text.p[r->tokens.at[t].at] != '(')
		return false;
	while (
	    k < r->tokens.n && k < t + 5 && (r->tokens.at[k].flags & TOKEN_CAPITAL) != 0)
		k++;
	return k > t + 1 && k < r->tokens.n && r->text.p[r->tokens.at[k].at] == ')';
}

/* "Roll call .": a heading or a caption that was given a stop. */
static bool
is_stopped(const struct reading *r, const struct passage *p)
{
	return sentence_byte(r, p, 0, '.') && sentence_byte(r, p, 1, ' ');
}

/* Most sentences end so: the text was cut into words by a machine. */
static bool
all_stopped(const struct reading *r)
{
	size_t whole = 0, stopped = 0;

	for (size_t i = 0; i < r->n; i++) {
		whole += r->at[i].whole;
		stopped += r->at[i].whole && is_stopped(r, &r->at[i]);
	}
	return stopped * 2 > whole;
}

/* "Ann Moss reported from Oslo.": who made the page; nothing but names beside the verb. */
static bool
is_reporter(const struct reading *r, const struct passage *p)
{
	size_t found = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		if (t > p->token && word_in(r, t, LIST_REPORTED) &&
		    (token_is(&r->tokens, t + 1, STR("from")) ||
			token_is(&r->tokens, t + 1, STR("in"))))
			found++;
		else if (r->tokens.at[t].kind == TOKEN_WORD &&
			 (r->tokens.at[t].flags & TOKEN_CAPITAL) == 0 &&
			 !word_in(r, t, LIST_BYLINE) && !word_in(r, t, LIST_REPORTED))
			return false;
	}
	return found != 0;
}

/* "CT's Ann Moss talked with CT's Bo Dahl.": the paper speaks of its own people. */
static bool
is_own_people(const struct reading *r, const struct passage *p)
{
	const struct str first = token_text(&r->tokens, p->token);

	if (word_bare(first).n == first.n ||
	    (r->tokens.at[p->token].flags & TOKEN_CAPITAL) == 0)
		return false;
	for (size_t t = p->token + 1; t + 1 < p->token + p->tokens; t++)
		if (str_eq(token_text(&r->tokens, t), first) &&
		    (r->tokens.at[t + 1].flags & TOKEN_CAPITAL) != 0)
			return true;
	return false;
}

/* "The list is below.", "Ask us in the comments below." */
static bool
points_at_page(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token + 1; t < p->token + p->tokens; t++)
		if (word_in(r, t, LIST_BELOW) && word_in(r, t - 1, LIST_PAGE_PART) &&
		    (t + 1 == p->token + p->tokens ||
			r->tokens.at[t + 1].kind == TOKEN_PUNCT || !topic_word(r, t + 1)))
			return true;
	return false;
}

/* "Ann Moss is a writer who lives in Bremo." at the end. */
static bool
is_biography(const struct reading *r, const struct passage *p)
{
	enum { ENDS = 4, NEAR = 8 };
	bool is = false;

	if (p + ENDS < r->at + r->n ||
	    (r->tokens.at[p->token].flags & TOKEN_CAPITAL) == 0)
		return false;
	for (size_t t = p->token + 1; t < p->token + p->tokens && t < p->token + NEAR;
	     t++) {
		is |= token_is(&r->tokens, t, STR("is"));
		if (is && word_in(r, t, LIST_TRADE))
			return true;
	}
	return false;
}

/* Nothing of the matter. */
static bool
is_noise(const struct reading *r, const struct passage *p)
{
	return is_call(r, p) || is_disclosure(r, p) || sentence_is_aside(r, p) ||
	       (passage_holds(p, LIST_REPORTED) && is_reporter(r, p)) ||
	       is_own_people(r, p) ||
	       (passage_holds(p, LIST_BELOW) && points_at_page(r, p)) ||
	       is_biography(r, p);
}

static size_t
count_words(const struct reading *r, const struct passage *p)
{
	size_t words = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++)
		words += r->tokens.at[t].kind != TOKEN_PUNCT;
	return words;
}

/* Too few words to tell something by itself; not "Ann Moss is leaving the council." */
static bool
is_slight(const struct reading *r, const struct passage *p)
{
	const struct token *k = &r->tokens.at[p->token];

	if (p->tokens >= SLIGHT && (k[0].flags & k[1].flags & TOKEN_CAPITAL) != 0 &&
	    topic_word(r, p->token) && topic_word(r, p->token + 1) &&
	    sentence_has_verb(r, p))
		return false;
	return count_words(r, p) < SLIGHT;
}

/* "Here's a look at some walls", "There are two reasons": what it tells of comes behind it. */
static bool
announces(const struct reading *r, const struct passage *p)
{
	static const char *const things[] = { "explanations", "factors", "issues",
		"lessons", "options", "possibilities", "questions", "reason", "reasons",
		"ways" };
	enum { NEAR = 6 };
	const size_t end = p->token + p->tokens;

	if (!passage_holds(p, LIST_HERE))
		return false; /* nearly all */
	if (token_is(&r->tokens, p->token, STR("here's")) ||
	    (token_is(&r->tokens, p->token, STR("here")) && p->tokens > 1 &&
		word_is_auxiliary(r, p->token + 1)))
		return true;
	for (size_t t = p->token; t + 1 < end; t++)
		if (t > p->token && token_is(&r->tokens, t, STR("here's")) &&
		    mark_parts(r, t - 1))
			return true;
		else if (token_is(&r->tokens, t, STR("there")) &&
			 word_is_auxiliary(r, t + 1))
			for (size_t i = t + 2; i < t + NEAR && i < end; i++)
				if (str_is_any(
					token_text(&r->tokens, i), things, LEN(things)))
					return true;
	return false;
}

/* Short, or one that says so, and behind a question. */
static bool
is_answer(const struct reading *r, size_t i)
{
	const struct passage *p = &r->at[i];

	if (i == 0 || !sentence_is_question(r, p - 1))
		return false;
	return p->tokens < ANSWER ||
	       any_word(r, p->token, p->token + p->tokens, "answer");
}

/* "The sea was wild.": a quotation of someone who is told of elsewhere, and nothing else. */
static bool
is_bare_quotation(const struct reading *r, const struct passage *p, const struct marks *m)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	return m->straight + m->opened + m->closed == 2 &&
	       ((str_starts(s, STR("\"")) && str_ends(s, STR("\""))) ||
		   (str_starts(s, STR("“")) && str_ends(s, STR("”"))));
}

/* "Moss: It is true.", 'AM: "It is true."': one line of a talk. */
static bool
is_line_of_talk(const struct reading *r, const struct passage *p)
{
	const struct token *k = &r->tokens.at[p->token];

	for (size_t i = 0; i < 3 && i + 2 < p->tokens; i++) {
		if (i != 0 && token_is(&r->tokens, p->token + i, STR(":")))
			return (k[i + 1].flags & TOKEN_SPACE) != 0 &&
			       ((k[i + 1].flags & TOKEN_CAPITAL) != 0 ||
				   k[i + 1].kind == TOKEN_PUNCT);
		if ((k[i].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) != TOKEN_CAPITAL &&
		    ((k[i].flags & TOKEN_CAPITAL) == 0 || k[i].n > INITIALS))
			return false;
	}
	return false;
}

/* "She is a singer.": the article keeps back who, and only it can. */
static bool
is_riddle(const struct reading *r, const struct passage *p)
{
	if ((r->class_of[p->token] & WORD_AGENT) == 0)
		return false;
	for (size_t t = p->token + 1; t < p->token + p->tokens; t++)
		if (topic_word(r, t) && (r->tokens.at[t].flags & TOKEN_CAPITAL) != 0)
			return false;
	return true;
}

/* Told by someone whom the article does not tell of. */
static bool
is_foreign(const struct voices *v, size_t passage)
{
	const struct voice *k = &v->at[passage];

	return k->piece || (k->one && !v->one) || (k->many && !v->many);
}

/* Half a quotation, or told by another and not led to. */
static bool
is_piece(const struct reading *r, const struct passage *p, const struct candidate *k,
    bool foreign)
{
	return sentence_is_half(r, p, &k->marks) ||
	       (foreign && !sentence_opens_quotation(r, p, &k->marks));
}

/* Of each term: the first token that has it. */
static uint32_t *
first_mentions(struct arena *a, const struct reading *r)
{
	uint32_t *first = arena_many(a, uint32_t, r->term_count + 1);

	for (size_t t = r->tokens.n; t-- > 0;)
		if (r->term_of[t] != TERM_NONE)
			first[r->term_of[t]] = (uint32_t)t;
	return first;
}

/* The first entry of a live report, or the number of passages. */
static size_t
ticker_begins(const struct reading *r)
{
	size_t begins = r->n, entries = 0;

	for (size_t i = 0; i < r->n; i++) {
		if (!sentence_has_clock(r, &r->at[i]))
			continue;
		if (entries++ == 0)
			begins = i;
	}
	return entries < 2 ? r->n : begins;
}

/* Told in turns: who says I changes. */
static bool
is_talk(const struct reading *r)
{
	enum { LINES = 2 };
	size_t lines = 0;

	for (size_t i = 0; i < r->n; i++)
		lines += r->at[i].whole && is_line_of_talk(r, &r->at[i]);
	return lines >= LINES;
}

static void
mention(const struct reading *r, const struct passage *p, uint32_t candidate,
    struct mentions *m)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (r->term_of[t] != TERM_NONE) {
			m->last[r->term_of[t]] = (uint32_t)t;
			m->last_in[r->term_of[t]] = candidate;
		}
}

/* "The old crane lifts stones": a thing that the reader is to know, or a sentence to him. */
static bool
takes_for_known(const struct reading *r, const struct passage *p)
{
	const size_t t = p->token;

	return passage_holds(p, LIST_YOU) ||
	       (p->tokens > 2 && word_in(r, t, LIST_THE) &&
		   !word_in(r, t + 1, LIST_KNOWN) &&
		   (r->kind_of[t + 1] & (NAME_ANY_PLACE | NAME_AGENCY)) == 0);
}

/* "You could hear it", "To see why, you should": rather behind what leads to it. */
static bool
speaks_to_reader(const struct reading *r, const struct passage *p)
{
	enum { NEAR = 7 };
	const size_t end = p->token + (p->tokens < NEAR ? p->tokens : NEAR);

	return any_word(r, p->token, end, "you") || any_word(r, p->token, end, "you're");
}

struct candidates
candidates_find(struct arena *a, const struct reading *r)
{
	struct mentions m = { .first = first_mentions(a, r) };
	const size_t ticker = ticker_begins(r);
	struct voices voices = voices_of(a, r);
	const bool machine = all_stopped(r);
	bool leads = false; /* to the list behind it: "It says so: • Walls are good" */
	struct candidates out = { .room = r->n + 1 };

	out.at = arena_many(a, struct candidate, out.room);
	m.last = arena_many(a, uint32_t, r->term_count + 1);
	m.last_in = arena_many(a, uint32_t, r->term_count + 1);
	if (is_talk(r))
		voices.one = voices.many = false;
	for (size_t i = 0; i < r->n; i++) {
		const struct passage *p = &r->at[i];
		struct candidate *k;

		if (!p->in_list)
			leads = sentence_byte(r, p, 0, ':');
		if (!p->whole)
			continue;
		k = vec_push(a, &out);
		*k = (struct candidate){ .passage = (uint32_t)i };
		k->noise =
		    p->answered || is_noise(r, p) ||
		    (!machine && is_stopped(r, p) && (out.n > 1 || p->tokens < TELLING));
		count_marks(passage_text(r, i), &k->marks);
		k->barred = k->noise || i >= ticker || sentence_is_fragment(r, p) ||
			    (out.n == 1 && is_bare_quotation(r, p, &k->marks)) ||
			    before_credit(r, i) || (out.n > 1 && announces(r, p));
		k->page = sentence_of_page(r, p, out.n == 1, &k->marks);
		k->slight = out.n > 1 && is_slight(r, p);
		k->loose = count_words(r, p) < THIN || passage_holds(p, LIST_ADDS) ||
			   (out.n > 1 && k->marks.straight + k->marks.opened == 0 &&
			       speaks_to_reader(r, p));
		k->weak = k->loose || token_is(&r->tokens, p->token, STR("now")) ||
			  takes_for_known(r, p);
		k->dangling = sentence_hangs(r, p) || (p->in_list && leads) ||
			      is_answer(r, i) || is_line_of_talk(r, p) ||
			      is_bare_quotation(r, p, &k->marks);
		k->barred |= out.n == 1 && k->dangling && is_slight(r, p);
		k->riddle =
		    out.n == 1 && k->dangling &&
		    (is_riddle(r, p) || (i + 1 < r->n && sentence_is_question(r, p + 1)));
		k->barred |= k->dangling && out.n > 1 && i > 0 &&
			     sentence_wants_someone(r, p) &&
			     !sentence_holds_someone(r, p - 1);
		k->piece =
		    !k->barred && is_piece(r, p, k, out.n > 1 && is_foreign(&voices, i));
		k->barred |= k->piece;
		if (out.n > 1)
			sentence_refers(r, &m, p, k);
		mention(r, p, (uint32_t)out.n, &m);
	}
	candidates_begin(r, &out);
	return out;
}
