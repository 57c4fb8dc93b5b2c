/*
 * Which sentences may stand in a summary: whole ones that are no question, call, caption
 * or piece of a quotation, and told by the article's own voice.
 */
#include "digest/candidates.h"

#include "base/vec.h"
#include "digest/event_clause.h"
#include "digest/voice.h"
#include "digest/words.h"

#include "digest/tables/verbs.h"

enum {
	THIN = 11,  /* words; fewer add little to a summary of three */
	SLIGHT = 7, /* words; fewer only begin a summary */
	FEW = 20,   /* tokens; no more of them may want a verb */

	VALUE = 8, /* tokens from a label's colon on */
	TELLING = 15,
	ANSWER = 11 /* tokens; fewer behind a question answer it */
};

bool
topic_word(const struct reading *r, size_t token)
{
	return r->term_of[token] != TERM_NONE && !r->terms[r->term_of[token]].stop;
}

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
	static const bool counts[256] = { ['"'] = true, [':'] = true, [0xe2] = true };

	for (size_t i = 0; i < s.n; i++) {
		if (!counts[(unsigned char)s.p[i]])
			continue;
		m->straight += s.p[i] == '"';
		m->colons += s.p[i] == ':';
		if ((s.p[i] & 0x80) != 0)
			count_wide(str_cut(s, i, s.n), m);
	}
}

bool
marks_half(const struct marks *m)
{
	return m->straight % 2 != 0 || m->opened != m->closed;
}

static bool
is_question(const struct reading *r, const struct passage *p)
{
	return sentence_byte(r, p, 0, '?') ||
	       (sentence_byte(r, p, 0, '"') && sentence_byte(r, p, 1, '?')) ||
	       (sentence_byte(r, p, 3, '?') &&
		   str_ends(str_cut(r->text, p->at, p->at + p->n), STR("”")));
}

static bool
has_verb(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (clause_verb(r, t))
			return true;
	return false;
}

/*
 * Speaks to the reader: its first words call, or few words hold a call.  So do words of
 * pictures, but not where a long sentence tells of them.
 */
static bool
is_call(const struct reading *r, const struct passage *p)
{
	const bool tells = p->tokens >= TELLING && has_verb(r, p);
	const int calling = tells ? WORD_CALL : WORD_CALL | WORD_PICTURE;
	size_t calls = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		if ((r->class_of[t] & calling) == 0)
			continue;
		calls++;
		if (t < p->token + 2)
			return true;
	}
	return calls * 8 > p->tokens;
}

/* "This page contains affiliate links that may earn us a commission": two such words. */
static bool
is_disclosure(const struct reading *r, const struct passage *p)
{
	size_t found = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++)
		found += (r->class_of[t] & WORD_SELLS) != 0;
	return found >= 2;
}

/* Half a quotation that begins or ends the sentence: it is a piece of one. */
static bool
is_piece(struct str s, const struct marks *m)
{
	static const char *const marks[] = { "\"", "“", "”" };

	for (size_t i = 0; i < LEN(marks); i++)
		if (str_starts(s, str_of(marks[i])) || str_ends(s, str_of(marks[i])))
			return marks_half(m);
	return false;
}

/* "The spot where a woman was found.": all its verbs are of what hangs on a noun. */
static bool
is_caption(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;
	size_t t = p->token;

	while (t < end && !clause_verb(r, t) && !event_word(r, t, RELATIVE))
		t++;
	if (t == p->token || t >= end || !event_word(r, t, RELATIVE) ||
	    r->tokens.at[t - 1].kind == TOKEN_PUNCT)
		return false;
	while (t < end && !clause_verb(r, t))
		t++;
	if (t == end)
		return false;
	while (t < end && clause_verb(r, t))
		t++;
	for (; t < end; t++)
		if (clause_verb(r, t) ||
		    (r->tokens.at[t].kind == TOKEN_WORD &&
			str_ends(token_text(&r->tokens, t), STR("s"))))
			return false; /* perhaps a verb of now */
	return true;
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

/* Begins with a small letter: the rest of something. */
static bool
begins_small(const struct reading *r, const struct passage *p)
{
	const size_t t = first_word(r, p);
	const struct str word =
	    t < p->token + p->tokens ? token_text(&r->tokens, t) : STR_NIL;

	if (word.n == 0 || word.p[0] < 'a' || word.p[0] > 'z')
		return false;
	for (size_t i = 1; i < word.n; i++)
		if (word.p[i] >= 'A' && word.p[i] <= 'Z')
			return false; /* iPhone */
	return true;
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

/* Nothing of the matter. */
static bool
is_noise(const struct reading *r, const struct passage *p)
{
	return is_call(r, p) || is_disclosure(r, p) || sentence_is_aside(r, p);
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
	    topic_word(r, p->token) && topic_word(r, p->token + 1) && has_verb(r, p))
		return false;
	return count_words(r, p) < SLIGHT;
}

/* "2. The bridge is closed." */
static bool
is_numbered(const struct reading *r, const struct passage *p)
{
	const struct token *k = &r->tokens.at[p->token];

	return p->tokens > 3 && k[0].kind == TOKEN_NUMBER &&
	       (k[1].flags & TOKEN_SPACE) == 0 &&
	       (token_is(&r->tokens, p->token + 1, STR(".")) ||
		   token_is(&r->tokens, p->token + 1, STR(")"))) &&
	       (k[2].flags & TOKEN_SPACE) != 0;
}

/* Short, or one that says so, and behind a question. */
static bool
is_answer(const struct reading *r, size_t i)
{
	const struct passage *p = &r->at[i];

	if (i == 0 || !is_question(r, p - 1))
		return false;
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (token_is(&r->tokens, t, STR("answer")))
			return true;
	return p->tokens < ANSWER;
}

/* "roadmapThe", "2017Some": a word that begins a sentence sticks to another. */
static bool
is_glued(const struct reading *r, size_t t)
{
	const struct str word = token_text(&r->tokens, t);
	enum { BEGINS = WORD_THIRD | WORD_THIS | WORD_CONNECTIVE | WORD_PREPOSITION };

	for (size_t i = 2; i + 3 <= word.n; i++) {
		const struct str rest = str_cut(word, i, word.n);

		if (rest.p[0] < 'A' || rest.p[0] > 'Z' || word.p[i - 1] < '0' ||
		    (word.p[i - 1] > '9' && word.p[i - 1] < 'a') || word.p[i - 1] > 'z' ||
		    rest.p[1] < 'a')
			continue;
		return str_eq(rest, STR("The")) || str_eq(rest, STR("Some")) ||
		       (word_classes(rest, token_hash(rest)) & BEGINS) != 0;
	}
	return false;
}

/* "Last known place: Bremo": a label and no more than some words. */
static bool
is_label(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;

	for (size_t t = p->token; t + 1 < end; t++)
		if (token_is(&r->tokens, t, STR(":")) &&
		    (r->tokens.at[t + 1].flags & TOKEN_SPACE) != 0)
			return p->tokens < FEW && end - t < VALUE;
	return false;
}

/* Words stick together in it, or it holds an address. */
static bool
is_garbled(const struct reading *r, const struct passage *p)
{
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if (r->tokens.at[t].kind == TOKEN_PUNCT
			? r->text.p[r->tokens.at[t].at] == '@'
			: r->tokens.at[t].n > 5 && is_glued(r, t))
			return true;
	return false;
}

/* "I saw it.": a quotation of someone who is told of elsewhere, and nothing else. */
static bool
is_bare_quotation(const struct reading *r, const struct passage *p, const struct marks *m)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	if (m->straight + m->opened + m->closed != 2 ||
	    !((str_starts(s, STR("\"")) && str_ends(s, STR("\""))) ||
		(str_starts(s, STR("“")) && str_ends(s, STR("”")))))
		return false;
	for (size_t t = p->token; t < p->token + p->tokens; t++)
		if ((r->class_of[t] & (WORD_PERSONAL | WORD_AGENT)) != 0)
			return true;
	return false;
}

/* "Because it rained.": what it is the reason of is told elsewhere. */
static bool
is_clause(const struct reading *r, const struct passage *p)
{
	static const char *const words[] = { "because", "although", "though", "whereas",
		"unless" };
	bool opens = false;

	for (size_t i = 0; i < LEN(words); i++)
		opens |= token_is(&r->tokens, p->token, str_of(words[i]));
	for (size_t t = p->token; opens && t < p->token + p->tokens; t++)
		opens = !token_is(&r->tokens, t, STR(","));
	return opens;
}

static bool
is_broken_off(struct str s)
{
	return str_ends(s, STR("..")) || str_ends(s, STR("…"));
}

/* "Moss: It is true.": one line of a talk. */
static bool
is_line_of_talk(const struct reading *r, const struct passage *p)
{
	const struct token *k = &r->tokens.at[p->token];

	for (size_t i = 0; i < 3 && i + 2 < p->tokens; i++) {
		if (i != 0 && token_is(&r->tokens, p->token + i, STR(":")))
			return (k[i + 1].flags & (TOKEN_SPACE | TOKEN_CAPITAL)) ==
			       (TOKEN_SPACE | TOKEN_CAPITAL);
		if ((k[i].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) != TOKEN_CAPITAL)
			return false;
	}
	return false;
}

static bool
is_plain_verb(const struct reading *r, size_t t)
{
	for (size_t i = 0; i < LEN(plain_verbs); i++)
		if (token_is(&r->tokens, t, str_of(plain_verbs[i])))
			return true;
	return false;
}

/* "Red clay in place of a star.": no word in it may be a verb. */
static bool
is_verbless(const struct reading *r, const struct passage *p)
{
	const size_t end = p->token + p->tokens;

	if (p->tokens > FEW ||
	    !(r->language.n == 0 || str_starts(r->language, STR("en"))) || has_verb(r, p))
		return false;
	for (size_t t = p->token; t < end; t++) {
		const struct str word = token_text(&r->tokens, t);

		if ((r->class_of[t] & (WORD_BEFORE_VERB | WORD_SAYS)) != 0 ||
		    str_find(word, STR("'"), 0) != STR_NONE ||
		    str_find(word, STR("\xe2\x80\x99"), 0) != STR_NONE)
			return false;
		if (t > p->token && word.n > 2 && str_ends(word, STR("s")) &&
		    word.p[0] >= 'a' && word.p[0] <= 'z')
			return false;
		if (is_plain_verb(r, t))
			return false;
	}
	return true;
}

static bool
is_barred(const struct reading *r, const struct passage *p, const struct marks *m)
{
	const struct str s = str_cut(r->text, p->at, p->at + p->n);

	return p->tokens < 5 || begins_small(r, p) || is_numbered(r, p) ||
	       is_garbled(r, p) || is_question(r, p) || is_caption(r, p) ||
	       is_clause(r, p) || is_label(r, p) || is_verbless(r, p) ||
	       is_broken_off(s) || is_piece(s, m);
}

/* Told by someone whom the article does not tell of. */
static bool
is_foreign(const struct voices *v, size_t passage)
{
	const struct voice *k = &v->at[passage];

	return k->piece || (k->one && !v->one) || (k->many && !v->many);
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

struct candidates
candidates_find(struct arena *a, const struct reading *r)
{
	const uint32_t *first = first_mentions(a, r);
	const struct voices voices = voices_of(a, r);
	const bool machine = all_stopped(r);
	struct candidates out = { .room = r->n + 1 };

	out.at = arena_many(a, struct candidate, out.room);
	for (size_t i = 0; i < r->n; i++) {
		const struct passage *p = &r->at[i];
		struct candidate *k;

		if (!p->whole)
			continue;
		k = vec_push(a, &out);
		*k = (struct candidate){ .passage = (uint32_t)i };
		k->noise =
		    p->answered || is_noise(r, p) || (!machine && is_stopped(r, p));
		count_marks(passage_text(r, i), &k->marks);
		k->barred = k->noise || is_barred(r, p, &k->marks) ||
			    before_credit(r, i) || (out.n > 1 && is_foreign(&voices, i));
		k->slight = out.n > 1 && is_slight(r, p);
		k->thin = count_words(r, p) < THIN;
		k->dangling = sentence_hangs(r, p) || is_answer(r, i) ||
			      is_line_of_talk(r, p) || is_bare_quotation(r, p, &k->marks);
		sentence_refers(r, first, p, k);
	}
	return out;
}
