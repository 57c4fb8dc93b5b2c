/*
 * digest/event_clause.h -- the part of a sentence that tells of one date.
 *
 * A clause is a run of tokens inside one sentence, verbatim.  Looks around are bounded,
 * or by the sentence, which is at most SENTENCE_MOST long.
 */
#ifndef DIGEST_EVENT_CLAUSE_H
#define DIGEST_EVENT_CLAUSE_H

#include "brief/brief.h"
#include "digest/event_word.h"
#include "digest/reading.h"

struct span {
	size_t from, to; /* tokens */
};

/* The token has the class; false past the end. */
static inline bool
event_word(const struct reading *r, size_t i, enum event_class c)
{
	return i < r->tokens.n && (r->event_of[i] >> c & 1) != 0;
}
/* The token is this word; false past the end. */
static inline bool
event_is(const struct reading *r, size_t i, struct str word)
{
	return i < r->tokens.n && token_is(&r->tokens, i, word);
}

/* The token is a verb form that tells of what was. */
static inline bool
event_past(const struct reading *r, size_t i)
{
	return event_word(r, i, FORM_PAST);
}
/* "hours", "day"; false past the end. */
static inline bool
clause_unit(const struct reading *r, size_t i)
{
	return event_word(r, i, FORM_UNIT);
}
/* The token is a verb, as far as its form tells; false past the end. */
static inline bool
clause_verb(const struct reading *r, size_t i)
{
	return event_word(r, i, FORM_VERB);
}

/* "hopes", "plans", "opens": perhaps a verb. */
static inline bool
clause_does(const struct reading *r, size_t i)
{
	return (event_word(r, i, EXPECTING) || event_word(r, i, PLANNING)) &&
	       str_ends(token_text(&r->tokens, i), STR("s"));
}

/* A verb stands between the two, or "hopes", "opens". */
static inline bool
clause_acts(const struct reading *r, size_t from, size_t to)
{
	for (; from < to; from++)
		if (clause_verb(r, from) || clause_does(r, from))
			return true;
	return false;
}

static inline bool
clause_has_verb(const struct reading *r, size_t from, size_t to)
{
	for (; from < to; from++)
		if (clause_verb(r, from))
			return true;
	return false;
}

static inline bool
clause_has_comma(const struct reading *r, size_t from, size_t to)
{
	for (; from < to; from++)
		if (event_is(r, from, STR(",")))
			return true;
	return false;
}

/* A year, a month or a weekday stands between the two. */
bool clause_dated(const struct reading *r, size_t from, size_t to);

/*
 * The clause around the tokens `at`.  `told`: the token after the date before it in the
 * sentence, or the sentence's first.  `next`: the first token of the next date, or the
 * sentence's end.  "in May and in June" is cut before "and" for the first, and whole for the
 * second.
 */
struct span clause_around(const struct reading *r, const struct passage *s,
    struct span at, size_t told, size_t next);

/* The same in German, French and Spanish; false: the text is in another language. */
bool clause_abroad(const struct reading *r, const struct passage *s, struct span at,
    size_t told, size_t next, struct span *out);

/* A clause that ends in a quotation or a bracket goes on to its end; one that begins in it and
   goes on beyond begins with the sentence. */
struct span clause_whole(const struct reading *r, const struct passage *s, struct span c);

/* The clause, with more of its sentence where the cut left no subject or no verb; English. */
struct span clause_mended(const struct reading *r, const struct passage *s,
    struct span at, struct span c, size_t next);

/* The sentence, where the clause begins at no seam of it, or leaves out what a "when" is about;
   English. */
struct span clause_seamed(const struct reading *r, const struct passage *s,
    struct span at, struct span c, size_t next);

/* What a noun and its date tell alone, "the storm on 3 May", of a clause that another date
   shares; the clause, where the date is no noun's. */
struct span clause_short(const struct reading *r, struct span at, struct span c);

/* Most of what the clause tells, four words or more, stands in the other one. */
bool clause_repeats(const struct reading *r, struct span c, struct span other);

/* The token is within a quotation. */
bool clause_in_speech(const struct reading *r, const struct passage *s, size_t token);

/* A dash with blanks around it, or a semicolon. */
bool clause_stop(const struct reading *r, size_t i);

/* The words of the date with the preposition before them: "on June 28". */
struct span clause_when(const struct reading *r, const struct passage *s, struct span at);

/* What the words around the date make of it: past when they say nothing of the future. */
enum event_kind clause_kind(
    const struct reading *r, const struct passage *s, struct span at, struct span clause);

/* The date is only that of a statement: "he said on Monday". */
bool clause_is_statement(
    const struct reading *r, const struct passage *s, struct span at);

/* After "recent": a word for something that took place ("G20 Summit"). */
bool clause_names_event(const struct reading *r, const struct passage *s, size_t token);

/* Words that announce what has no date: "at the earliest", "The next ... will". */
bool clause_announces(
    const struct reading *r, const struct passage *s, size_t token, struct span *at);

#endif
