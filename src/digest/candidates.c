/*
 * Which sentences may stand in a summary: whole ones that are no question, call, caption
 * or piece of a quotation; and what those that are left hang on.
 */
#include "digest/candidates.h"

#include "base/vec.h"
#include "digest/event_clause.h"
#include "digest/words.h"

enum { OPENING = 4 /* words */, QUOTED_MOST = 2 /* sentences; then a mark is missing */ };

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

/* I, we, you; not "US". */
bool
personal_word(const struct reading *r, size_t t)
{
	return (r->class_of[t] & WORD_PERSONAL) != 0 &&
	       (r->tokens.at[t].flags & TOKEN_UPPER) == 0;
}

/* A mark of more than one byte. */
static void
count_wide(struct str s, struct marks *m)
{
	m->opened += str_starts(s, STR("“"));
	m->closed += str_starts(s, STR("”"));
	m->money += str_starts(s, STR("€")) || str_starts(s, STR("£"));
}

static void
count_marks(struct str s, struct marks *m)
{
	static const bool counts[256] = { ['"'] = true,
		[','] = true,
		[':'] = true,
		['$'] = true,
		['%'] = true,
		[0xe2] = true,
		[0xc2] = true };

	for (size_t i = 0; i < s.n; i++) {
		if (!counts[(unsigned char)s.p[i]])
			continue;
		m->straight += s.p[i] == '"';
		m->commas += s.p[i] == ',';
		m->colons += s.p[i] == ':';
		m->money += s.p[i] == '$' || s.p[i] == '%';
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

/* Speaks to the reader: its first words call, or few words hold a call. */
static bool
is_call(const struct reading *r, const struct passage *p)
{
	size_t calls = 0;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		if ((r->class_of[t] & WORD_CALL) == 0)
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

/* A pronoun for a person stands before any name that could tell who it is. */
static bool
is_unresolved(const struct reading *r, const struct passage *p)
{
	bool first = true;

	for (size_t t = p->token; t < p->token + p->tokens; t++) {
		const struct token *k = &r->tokens.at[t];

		if (k->kind == TOKEN_PUNCT)
			continue;
		if ((r->class_of[t] & WORD_AGENT) != 0)
			return true;
		if (!first && (k->flags & TOKEN_CAPITAL) != 0 &&
		    (r->class_of[t] & WORD_PERSONAL) == 0)
			return false;
		if (first && (k->flags & TOKEN_CAPITAL) != 0 && topic_word(r, t) &&
		    t + 1 < p->token + p->tokens &&
		    ((r->tokens.at[t + 1].flags & TOKEN_CAPITAL) != 0 ||
			(r->class_of[t + 1] & WORD_SAYS) != 0))
			return false;
		first = false;
	}
	return false;
}

/* The first word of the sentence, or its end. */
static size_t
first_word(const struct reading *r, const struct passage *p)
{
	size_t t = p->token;

	while (t < p->token + p->tokens && r->tokens.at[t].kind == TOKEN_PUNCT)
		t++;
	return t;
}

/* "Two days later", "The next morning": counted from what was told before. */
static bool
is_counted(const struct reading *r, size_t t, size_t k)
{
	if (token_is(&r->tokens, t + k, STR("later")))
		return k > 0;
	return k > 0 && token_is(&r->tokens, t + k - 1, STR("the")) &&
	       (token_is(&r->tokens, t + k, STR("next")) ||
		   token_is(&r->tokens, t + k, STR("following"))) &&
	       (r->tokens.at[t + k].flags & TOKEN_CAPITAL) == 0;
}

/* The first words point at things told before: "Most of its", "On the same day". */
static bool
opens_behind(const struct reading *r, size_t t, size_t end)
{
	bool topic = false;

	for (size_t k = 0; k < OPENING && t + k < end; k++) {
		const uint16_t classes = r->class_of[t + k];

		if (r->tokens.at[t + k].kind == TOKEN_PUNCT)
			break;
		if ((classes & WORD_POINTS) != 0 && (k == 0 || !topic))
			return true;
		if (token_is(&r->tokens, t + k, STR("former")) && t + k + 1 < end &&
		    r->tokens.at[t + k + 1].kind == TOKEN_PUNCT)
			return true;
		if (k > 0 && token_is(&r->tokens, t + k, STR("other")) &&
		    token_is(&r->tokens, t + k - 1, STR("the")))
			return true;
		if (((classes & WORD_THIRD) != 0 && !topic) || is_counted(r, t, k))
			return true;
		if ((classes & WORD_THIS) != 0 && !topic && t + k + 1 < end &&
		    (r->tokens.at[t + k + 1].kind == TOKEN_PUNCT ||
			(r->class_of[t + k + 1] & (WORD_PERSONAL | WORD_THIRD)) != 0))
			return true; /* "After that, we" */
		topic |= topic_word(r, t + k) && (classes & WORD_LIGHT) == 0;
	}
	return false;
}

static bool
is_unit(const struct reading *r, size_t t)
{
	static const char *const words[] = { "day", "night", "week", "month", "year",
		"time", "morning", "evening", "summer", "winter" };

	for (size_t i = 0; i < LEN(words); i++)
		if (token_is(&r->tokens, t, str_of(words[i])))
			return true;
	return false;
}

static bool
has_number(const struct reading *r, size_t from, size_t to)
{
	for (size_t t = from; t < to; t++)
		if ((r->tokens.at[t].flags & TOKEN_DIGIT) != 0)
			return true;
	return false;
}

/* "that flaw", "these firms" inside of the sentence; not "this year", "said that prices". */
static bool
points_behind(const struct reading *r, size_t from, size_t i, size_t end)
{
	bool that;

	if ((r->class_of[i] & WORD_THIS) == 0 || i + 1 >= end)
		return false; /* nearly all */
	that = token_is(&r->tokens, i, STR("that"));
	if (token_is(&r->tokens, i, STR("these")) &&
	    (token_is(&r->tokens, i + 1, STR("and")) ||
		r->tokens.at[i + 1].kind == TOKEN_PUNCT))
		return true;
	if (that && is_unit(r, i + 1) && !has_number(r, from, i))
		return true; /* "by the end of that month" */
	if (i + 2 >= end || !topic_word(r, i + 1) ||
	    (r->class_of[i + 1] & WORD_LIGHT) != 0 ||
	    (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) != 0)
		return false;
	return !that || ((r->class_of[i - 1] & WORD_SAYS) == 0 &&
			    ((r->class_of[i + 2] & WORD_PREPOSITION) != 0 ||
				r->tokens.at[i + 2].kind == TOKEN_PUNCT));
}

static bool
any_points_behind(const struct reading *r, size_t t, size_t end)
{
	for (size_t i = t + 1; i < end; i++)
		if (points_behind(r, t, i, end))
			return true;
	return false;
}

/* "The mayor agreed." */
static bool
only_agrees(const struct reading *r, size_t t, size_t end)
{
	while (end > t && r->tokens.at[end - 1].kind == TOKEN_PUNCT)
		end--;
	return end > t && (token_is(&r->tokens, end - 1, STR("agreed")) ||
			      token_is(&r->tokens, end - 1, STR("agrees")) ||
			      token_is(&r->tokens, end - 1, STR("disagreed")));
}

/* "One group slept, the other did not." */
static bool
is_contrast(const struct reading *r, size_t t, size_t end)
{
	if (!token_is(&r->tokens, t, STR("one")))
		return false;
	for (size_t i = t + 1; i + 1 < end; i++)
		if (token_is(&r->tokens, i, STR("the")) &&
		    token_is(&r->tokens, i + 1, STR("other")))
			return true;
	return false;
}

/* Words of other languages that point at the sentence before. */
static bool
opens_abroad(const struct reading *r, size_t t)
{
	static const struct {
		const char *tag, *words[28];
	} rows[] = {
		{ "de", { "dies", "diese", "dieser", "dieses", "diesen", "diesem", "es",
			    "er", "sie", "aber", "doch", "jedoch", "dort", "damit",
			    "dabei", "dadurch", "daher", "deshalb", "deswegen", "zudem",
			    "außerdem", "dagegen", "trotzdem", "dennoch", "denn", "so",
			    "seine", "ihre" } },
		{ "fr", { "ce", "cette", "ces", "cela", "celle", "celui", "il", "elle",
			    "ils", "elles", "mais", "pourtant", "cependant", "toutefois",
			    "ainsi", "donc", "or", "puis", "ensuite", "son", "sa", "ses",
			    "leur", "leurs", "c'est", "c'était", "aussi", "y" } },
		{ "es", { "este", "esta", "estos", "estas", "esto", "ese", "esa", "eso",
			    "él", "ella", "ellos", "ellas", "pero", "sin", "además",
			    "así", "aunque", "también", "entonces", "luego", "su", "sus",
			    "allí", "ahí", "tal", "mas", "aquel", "aquella" } },
	};
	const struct str tag = str_cut(r->language, 0, 2);

	for (size_t k = 0; k < LEN(rows); k++)
		for (size_t i = 0;
		     str_eq(tag, str_of(rows[k].tag)) && i < LEN(rows[k].words); i++)
			if (token_is(&r->tokens, t, str_of(rows[k].words[i])))
				return true;
	return false;
}

static bool
sentence_hangs(const struct reading *r, const struct passage *p)
{
	const size_t t = first_word(r, p), end = p->token + p->tokens;

	return t < end &&
	       ((r->class_of[t] & (WORD_THIRD | WORD_THIS | WORD_CONNECTIVE)) != 0 ||
		   opens_behind(r, t, end) || is_contrast(r, t, end) ||
		   opens_abroad(r, t) || only_agrees(r, t, end) ||
		   any_points_behind(r, t, end) || is_unresolved(r, p));
}

/* "The government": everyone knows which. */
static bool
is_known(const struct reading *r, size_t t)
{
	static const char *const words[] = { "government", "police", "president", "world",
		"weather", "economy", "country", "public", "army", "military",
		"parliament", "authorities", "internet", "number", "idea", "fact", "only",
		"first", "most", "latest", "last" };

	for (size_t i = 0; i < LEN(words); i++)
		if (token_is(&r->tokens, t, str_of(words[i])))
			return true;
	return str_ends(token_text(&r->tokens, t), STR("est"));
}

/*
 * "The tool helps": the words of which one must have been said for the reader to know
 * the tool; none where it is told what it is ("The tool that"), or told first here.
 */
static void
find_refers(
    const struct reading *r, const uint32_t *first, size_t passage, uint32_t refers[2])
{
	const struct passage *p = &r->at[passage];
	const size_t t = first_word(r, p), end = p->token + p->tokens;
	size_t n = 0, i = t + 1;

	refers[0] = refers[1] = TERM_NONE;
	if (t >= end || !token_is(&r->tokens, t, STR("the")) || i >= end ||
	    is_known(r, i))
		return;
	for (; i < end && n < 2 && topic_word(r, i) && !clause_verb(r, i); i++) {
		const struct term *term = &r->terms[r->term_of[i]];

		if ((r->tokens.at[i].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) != 0 ||
		    term->in_title || first[r->term_of[i]] == passage) {
			n = 0;
			break;
		}
		refers[n++] = r->term_of[i];
	}
	if (n == 0 || (i < end && ((r->class_of[i] & WORD_PREPOSITION) != 0 ||
				      token_is(&r->tokens, i, STR("that")) ||
				      token_is(&r->tokens, i, STR("who")) ||
				      token_is(&r->tokens, i, STR("which")))))
		refers[0] = refers[1] = TERM_NONE;
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

static bool
is_barred(const struct reading *r, const struct passage *p, const struct marks *m)
{
	return p->tokens < 5 || begins_small(r, p) || is_question(r, p) ||
	       is_call(r, p) || is_disclosure(r, p) || is_caption(r, p) ||
	       is_piece(str_cut(r->text, p->at, p->at + p->n), m);
}

/* Begins with I or we, and no quotation begins in it. */
static bool
is_spoken(const struct reading *r, const struct passage *p, const struct marks *m)
{
	return p->tokens > 0 && personal_word(r, first_word(r, p)) && m->straight == 0 &&
	       m->opened == 0;
}

static uint32_t *
find_first(struct arena *a, const struct reading *r)
{
	uint32_t *first = arena_many(a, uint32_t, r->term_count + 1);

	for (size_t i = r->n; i-- > 0;)
		for (size_t t = r->at[i].token; t < r->at[i].token + r->at[i].tokens; t++)
			if (r->term_of[t] != TERM_NONE)
				first[r->term_of[t]] = (uint32_t)i;
	return first;
}

struct candidates
candidates_find(struct arena *a, const struct reading *r)
{
	const uint32_t *first = find_first(a, r);
	struct candidates out = { .room = r->n + 1 };
	struct marks open = { 0 };
	size_t inside = 0; /* sentences since a quotation was opened */

	out.at = arena_many(a, struct candidate, out.room);
	for (size_t i = 0; i < r->n; i++) {
		const struct passage *p = &r->at[i];
		struct marks m = { 0 };
		struct candidate *k;

		if (i == 0 || p[-1].leaf != p->leaf)
			open = (struct marks){ 0 };
		inside =
		    open.straight % 2 != 0 || open.opened > open.closed ? inside + 1 : 0;
		count_marks(passage_text(r, i), &m);
		open.straight += m.straight;
		open.opened += m.opened;
		open.closed += m.closed;
		if (!p->whole)
			continue;
		k = vec_push(a, &out);
		*k = (struct candidate){ .passage = (uint32_t)i,
			.marks = m,
			.hangs = sentence_hangs(r, p),
			.barred = is_barred(r, p, &m) };
		k->dangling = k->hangs || (inside != 0 && inside <= QUOTED_MOST &&
					      is_spoken(r, p, &m));
		find_refers(r, first, i, k->refers);
	}
	return out;
}
