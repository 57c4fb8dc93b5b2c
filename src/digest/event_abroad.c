/*
 * Clauses of German, French and Spanish, where no table of verbs tells where one ends: they
 * are cut at a comma and a word that begins another.
 */
#include "digest/tables/joints.h"
#include "event_clause.h"

enum { REACH = 80 /* tokens */, SHORT = 25 };

static enum joint
joint_at(const struct reading *r, size_t i)
{
	for (size_t k = 0; k < LEN(joints); k++)
		if (str_starts(r->language, str_of(joints[k].tag)) &&
		    event_is(r, i, str_of(joints[k].word)))
			return joints[k].does;
	return NO_JOINT;
}

static bool
is_and(const struct reading *r, size_t i)
{
	static const char *const ands[] = { "und", "et", "y", "e" };

	return i < r->tokens.n && str_is_any(token_text(&r->tokens, i), ands, LEN(ands));
}

/* What begins at token i, behind a comma, is a main clause: "doch das Land", "et un expert". */
static bool
is_main(const struct reading *r, size_t i)
{
	static const char *const subjects[] = { "der", "die", "das", "ein", "eine", "er",
		"sie", "es", "le", "la", "les", "un", "une", "il", "elle", "ils", "elles",
		"el", "los", "las", "una" };

	return joint_at(r, i) == JOINS ||
	       (is_and(r, i) && i + 1 < r->tokens.n &&
		   str_is_any(token_text(&r->tokens, i + 1), subjects, LEN(subjects)));
}

static bool
is_comma(const struct reading *r, size_t i)
{
	return event_is(r, i, STR(","));
}

/* The first comma from `from` on, or `to`. */
static size_t
next_comma(const struct reading *r, size_t from, size_t to)
{
	while (from < to && !is_comma(r, from))
		from++;
	return from;
}

/* "Nachdem er am 3. März kam, | ging sie am 4. März": behind what hangs on the rest. */
static size_t
start_of(const struct reading *r, const struct passage *s, struct span at, size_t told)
{
	const size_t comma = next_comma(r, s->token, at.from);
	const size_t least = at.from - s->token > REACH ? at.from - REACH : s->token;

	for (size_t i = at.from; i > least; i--)
		if (clause_stop(r, i - 1))
			return i;
		else if (i > s->token + 1 && is_comma(r, i - 2) && is_main(r, i - 1))
			return i;
	if (told > s->token && joint_at(r, s->token) == HANGS && comma < at.from)
		return comma + 1;
	return s->token;
}

/* "Der Rat, der 2019 begann,": a comma opened what the date stands in. */
static bool
is_inside(const struct reading *r, size_t start, struct span at)
{
	for (size_t i = at.from; i > start + 1; i--)
		if (is_comma(r, i - 1))
			return joint_at(r, i) == REFERS || joint_at(r, i) == HANGS;
	return joint_at(r, start) == HANGS;
}

/* What hangs on the sentence from token i on is its end, or another main clause follows. */
static bool
is_appended(const struct reading *r, size_t i, size_t last)
{
	const size_t comma = next_comma(r, i, last);

	for (size_t k = i + 1; k < comma; k++)
		if (event_is(r, k, STR("zu")) && k + 3 > comma)
			return false; /* ", die Brücke zu schließen" */
	return comma + 1 >= last || is_and(r, comma + 1) || is_main(r, comma + 1);
}

static size_t
end_of(const struct reading *r, const struct passage *s, struct span at, size_t start,
    size_t next)
{
	const size_t last = s->token + s->tokens;
	bool inside = is_inside(r, start, at);
	size_t closed = 0; /* the comma that ends what hangs on the sentence */

	for (size_t i = at.to; i + 1 < last && i < at.to + REACH; i++) {
		enum joint joint;

		if (clause_stop(r, i))
			return i;
		if (!is_comma(r, i))
			continue;
		joint = joint_at(r, i + 1);
		if (inside ? next < last || last - i > SHORT
			   : joint == SAYS || is_main(r, i + 1))
			return i;
		if (!inside && i != closed && (joint == HANGS || joint == REFERS)) {
			if (is_appended(r, i + 1, last))
				return i;
			closed = next_comma(r, i + 1, last);
		}
		inside = false;
	}
	return last;
}

/* Where the noun begins that ends before token i: "die alte Brücke"; or 0. */
static size_t
noun_before(const struct reading *r, size_t first, size_t i)
{
	enum { NOUN = 5 };
	static const char *const articles[] = { "der", "die", "das", "den", "dem", "des",
		"ein", "eine", "einen", "einem", "einer", "le", "la", "les", "un", "une",
		"el", "los", "las", "una" };

	if (str_starts(r->language, STR("de")) &&
	    (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) == 0)
		return 0;
	for (size_t n = 0; n < NOUN && i > first + 1; n++) {
		const struct str word = token_text(&r->tokens, --i);

		if (str_is_any(word, articles, LEN(articles)) ||
		    str_starts(word, STR("l'")) || str_starts(word, STR("l’")))
			return i;
		if (is_comma(r, i) || is_and(r, i))
			return 0;
	}
	return 0;
}

/* "…, schloss | die Brücke, die 1958 gebaut wurde.": the end of a long sentence tells of the
   date only. */
static size_t
told_of(const struct reading *r, struct span at, struct span c)
{
	size_t i = at.from, noun;

	while (i > c.from + 1 && !is_comma(r, i - 1))
		i--;
	if (i <= c.from + 1 || at.from - c.from < SHORT || joint_at(r, i) != REFERS ||
	    next_comma(r, at.to, c.to) != c.to)
		return c.from;
	noun = noun_before(r, c.from, i - 1);
	return noun == 0 ? c.from : noun;
}

bool
clause_abroad(const struct reading *r, const struct passage *s, struct span at,
    size_t told, size_t next, struct span *out)
{
	static const char *const tags[] = { "de", "fr", "es" };

	if (!str_is_any(str_cut(r->language, 0, 2), tags, LEN(tags)))
		return false;
	out->from = start_of(r, s, at, told);
	out->to = end_of(r, s, at, out->from, next);
	out->from = told_of(r, at, *out);
	return true;
}
