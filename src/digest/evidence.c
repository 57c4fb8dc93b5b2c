/*
 * What is seen in and around one mention of a name.
 */
#include "digest/evidence.h"

#include "digest/language.h"
#include "digest/words.h"

static void
set_if(struct evidence *e, enum evidence_id id, bool holds)
{
	if (holds)
		evidence_set(e, id);
}

/* A word and what it is evidence of when it stands before the name. */
struct word_before {
	const char *word;
	enum evidence_id id;
};

/* The same in German, French and Spanish. */
static void
see_word_abroad(const struct span *s, size_t i, struct evidence *e)
{
	static const struct word_before rows[] = { { "in", EVIDENCE_IN },
		{ "bei", EVIDENCE_IN }, { "nahe", EVIDENCE_IN }, { "à", EVIDENCE_IN },
		{ "en", EVIDENCE_IN }, { "aus", EVIDENCE_FROM },
		{ "nach", EVIDENCE_FROM }, { "desde", EVIDENCE_FROM },
		{ "mit", EVIDENCE_BY }, { "avec", EVIDENCE_BY }, { "con", EVIDENCE_BY },
		{ "par", EVIDENCE_BY }, { "por", EVIDENCE_BY },
		{ "von", EVIDENCE_OFTEN_OF }, { "für", EVIDENCE_OFTEN_OF },
		{ "pour", EVIDENCE_OFTEN_OF }, { "para", EVIDENCE_OFTEN_OF },
		{ "die", EVIDENCE_THE }, { "der", EVIDENCE_THE }, { "das", EVIDENCE_THE },
		{ "dem", EVIDENCE_THE }, { "den", EVIDENCE_THE }, { "la", EVIDENCE_THE },
		{ "le", EVIDENCE_THE }, { "el", EVIDENCE_THE }, { "los", EVIDENCE_THE },
		{ "las", EVIDENCE_THE } };

	for (size_t k = 0; k < LEN(rows); k++)
		if (span_is_word(s, i, rows[k].word))
			evidence_set(e, rows[k].id);
}

static void
see_word_before(const struct span *s, size_t i, struct evidence *e)
{
	static const struct word_before rows[] = {
		{ "in", EVIDENCE_IN },
		{ "near", EVIDENCE_IN },
		{ "at", EVIDENCE_AT },
		{ "from", EVIDENCE_FROM },
		{ "to", EVIDENCE_FROM },
		{ "by", EVIDENCE_BY },
		{ "with", EVIDENCE_BY },
		{ "of", EVIDENCE_OFTEN_OF },
		{ "for", EVIDENCE_OFTEN_OF },
		{ "the", EVIDENCE_THE },
	};

	for (size_t k = 0; k < LEN(rows); k++)
		if (span_is_word(s, i, rows[k].word))
			evidence_set(e, rows[k].id);
}

/* "the railway Deutsche Bahn", "the Lazarus group": a small word says what it is. */
static void
see_noun(const struct span *s, size_t i, enum evidence_id org, enum evidence_id place,
    struct evidence *e)
{
	if (span_has_flag(s, i, TOKEN_CAPITAL))
		return;
	set_if(e, org, (s->r->kind_of[i] & NAME_ORGWORD) != 0);
	set_if(e, place, (s->r->kind_of[i] & NAME_PLACEWORD) != 0);
}

static void
see_before(const struct span *s, const struct mention *m, struct evidence *e)
{
	const struct reading *r = s->r;
	size_t i = m->from;

	if (i == s->start)
		return;
	i--;
	if (r->tokens.at[i].kind == TOKEN_NUMBER ||
	    (span_is_mark(s, i, '.') && i > s->start &&
		r->tokens.at[i - 1].kind == TOKEN_NUMBER))
		evidence_set(e, EVIDENCE_RANK);
	if (r->tokens.at[i].kind != TOKEN_WORD)
		return;
	if (language_is_abroad(r->language))
		see_word_abroad(s, i, e);
	else
		see_word_before(s, i, e);
	see_noun(s, i, EVIDENCE_BEHIND_ORG, EVIDENCE_BEHIND_PLACE, e);
	if (span_is_word(s, i, "of") && i > s->start) /* "the town of Galle" */
		see_noun(s, i - 1, EVIDENCE_ANY, EVIDENCE_BEHIND_PLACE, e);
	set_if(e, EVIDENCE_SAYS, (r->class_of[i] & WORD_SAYS) != 0);
	if ((r->kind_of[i] & NAME_DEMONYM) != 0 && span_has_flag(s, i, TOKEN_CAPITAL))
		evidence_set(e, EVIDENCE_AFTER_DEMONYM);
	else if ((r->kind_of[i] & NAME_TITLE) != 0)
		evidence_set(e,
		    span_has_flag(s, i, TOKEN_CAPITAL) ? EVIDENCE_TITLE : EVIDENCE_ROLE);
}

/* Inside round brackets: what stands there right behind the name. */
static void
see_bracket(const struct span *s, size_t i, struct evidence *e)
{
	if (i + 1 >= s->end)
		return;
	if ((s->r->kind_of[i + 1] & (NAME_ANY_PLACE | NAME_DEMONYM)) != 0)
		evidence_set(e, EVIDENCE_PLACE_BRACKET);
	else if (span_has_flag(s, i + 1, TOKEN_UPPER))
		evidence_set(e, EVIDENCE_SHORT_BRACKET);
}

static void
see_comma(const struct span *s, const struct mention *m, size_t i, struct evidence *e)
{
	if (i + 1 >= s->end)
		return;
	if (s->r->tokens.at[i + 1].kind == TOKEN_NUMBER)
		set_if(e, EVIDENCE_AGE,
		    span_is_mark(s, i + 2, ',') && s->r->tokens.at[i + 1].n == 2);
	else if ((s->r->kind_of[i + 1] & NAME_ANY_PLACE) != 0 &&
		 span_has_flag(s, i + 1, TOKEN_CAPITAL))
		evidence_set(e, EVIDENCE_WITH_PLACE);
	if (m->from > s->start && span_is_mark(s, m->from - 1, ','))
		evidence_set(e, EVIDENCE_BETWEEN_COMMAS);
}

static void
see_after(const struct span *s, const struct mention *m, struct evidence *e)
{
	const struct reading *r = s->r;
	const size_t i = m->to;
	const struct str last = token_text(&r->tokens, i - 1);

	set_if(e, EVIDENCE_OWNS, word_bare(last).n != last.n);
	if (i >= s->end)
		return;
	set_if(e, EVIDENCE_SAYS, (r->class_of[i] & WORD_SAYS) != 0);
	set_if(e, EVIDENCE_NUMBER, r->tokens.at[i].kind == TOKEN_NUMBER);
	if (word_bare(last).n == last.n)
		see_noun(s, i, EVIDENCE_BEFORE_ORG, EVIDENCE_BEFORE_PLACE, e);
	set_if(e, EVIDENCE_VERB,
	    r->tokens.at[i].kind == TOKEN_WORD && !span_has_flag(s, i, TOKEN_CAPITAL) &&
		!r->terms[r->term_of[i]].stop);
	if (span_is_mark(s, i, ','))
		see_comma(s, m, i, e);
	else if (span_is_mark(s, i, '('))
		see_bracket(s, i, e);
	else if (span_is_mark(s, i, ')') && m->from > s->start &&
		 span_is_mark(s, m->from - 1, '('))
		evidence_set(e, EVIDENCE_BRACKET);
}

/* Parts of names of two words or more. */
static void
see_parts(
    const struct span *s, const struct mention *m, uint16_t whole, struct evidence *e)
{
	const uint16_t *kinds = s->r->kind_of;
	uint16_t all = 0;

	for (size_t i = m->from; i < m->to; i++) {
		all |= kinds[i];
		set_if(e, EVIDENCE_AND, span_is_mark(s, i, '&'));
		set_if(e, EVIDENCE_HYPHEN, span_is_mark(s, i, '-'));
		set_if(e, EVIDENCE_CODE,
		    i > m->from && span_is_mark(s, i - 1, '-') &&
			(span_has_flag(s, i, TOKEN_UPPER | TOKEN_DIGIT) ||
			    s->r->tokens.at[i].n == 1));
		set_if(e, EVIDENCE_OF,
		    span_is_word(s, i, "of") || span_is_word(s, i, "for"));
		set_if(e, EVIDENCE_PARTICLE,
		    s->r->tokens.at[i].kind == TOKEN_WORD &&
			!span_has_flag(s, i, TOKEN_CAPITAL) &&
			!span_is_word(s, i, "of") && !span_is_word(s, i, "for"));
		set_if(e, EVIDENCE_LETTER,
		    i + 1 < m->to && s->r->tokens.at[i].n == 1 &&
			span_has_flag(s, i, TOKEN_CAPITAL));
	}
	set_if(e, EVIDENCE_HAS_FIRST,
	    (kinds[m->from] & NAME_FIRST) != 0 &&
		(kinds[m->to - 1] & (NAME_PLACEWORD | NAME_ORGWORD | NAME_EVENTWORD)) ==
		    0);
	set_if(e, EVIDENCE_NUMERAL, s->r->tokens.at[m->to - 1].n == 1);
	set_if(e, EVIDENCE_HAS_SURNAME, (kinds[m->to - 1] & NAME_SURNAME) != 0);
	set_if(e, EVIDENCE_ENDS_ORG, (kinds[m->to - 1] & NAME_ORGWORD) != 0);
	set_if(e, EVIDENCE_STARTS_ORG, (kinds[m->from] & NAME_ORGWORD) != 0);
	set_if(e, EVIDENCE_HOLDS_ORG, (all & NAME_ORGWORD) != 0);
	set_if(e, EVIDENCE_ENDS_PLACE, (kinds[m->to - 1] & NAME_PLACEWORD) != 0);
	set_if(e, EVIDENCE_STARTS_PLACE, (kinds[m->from] & NAME_PLACEWORD) != 0);
	set_if(e, EVIDENCE_HOLDS_EVENT, (all & NAME_EVENTWORD) != 0);
	set_if(e, EVIDENCE_HOLDS_PLACE,
	    (all & NAME_ANY_PLACE) != 0 && (whole & NAME_ANY_PLACE) == 0);
	set_if(e, EVIDENCE_HOLDS_AGENCY, (all & NAME_AGENCY) != 0);
	set_if(e, EVIDENCE_HOLDS_DEMONYM, (all & NAME_DEMONYM) != 0);
	set_if(e, EVIDENCE_HOLDS_COMMON, (all & NAME_COMMON) != 0);
}

/* Ends with one of the endings, with three letters or more before it. */
static bool
ends_with_one(struct str word, const char *const *endings, size_t n)
{
	const char last = (char)(word.p[word.n - 1] | 0x20);

	for (size_t i = 0; i < n; i++) {
		const struct str ending = str_of(endings[i]);

		if (ending.p[ending.n - 1] == last && word.n > ending.n + 2 &&
		    str_eq_nocase(str_cut(word, word.n - ending.n, word.n), ending))
			return true;
	}
	return false;
}

/* A capital behind a small letter: SentinelOne, but not McCain. */
static bool
is_camel(struct str word)
{
	for (size_t i = 3; i < word.n; i++)
		if (word.p[i] >= 'A' && word.p[i] <= 'Z' && word.p[i - 1] >= 'a' &&
		    word.p[i - 1] <= 'z')
			return true;
	return false;
}

static void
see_sound(struct str last, struct evidence *e)
{
	static const char *const places[] = { "ia", "land", "stan", "burg", "ville",
		"ton", "grad", "abad", "pur", "shire", "ford", "ham", "field", "mouth",
		"port", "bury", "istan", "gorod", "heim", "dorf", "berg", "wick",
		"cester", "minster", "nsk", "vsk", "tsk" };
	static const char *const people[] = { "ov", "ova", "ev", "eva", "ic", "sky",
		"ski", "son", "sen", "ez", "ini", "elli", "etti", "man", "mann", "enko",
		"chuk", "yan", "ius", "ssen", "oglu", "escu", "idis", "poulos", "wala",
		"wal", "esh", "ath", "ger", "ner", "ler", "ley" };

	set_if(e, EVIDENCE_LIKE_PLACE, ends_with_one(last, places, LEN(places)));
	set_if(e, EVIDENCE_LIKE_PERSON, ends_with_one(last, people, LEN(people)));
}

static void
see_whole(uint16_t kinds, struct evidence *e)
{
	set_if(e, EVIDENCE_COUNTRY, (kinds & NAME_COUNTRY) != 0);
	set_if(e, EVIDENCE_CITY, (kinds & NAME_CITY) != 0);
	set_if(e, EVIDENCE_REGION, (kinds & NAME_REGION) != 0);
	set_if(e, EVIDENCE_AGENCY, (kinds & NAME_AGENCY) != 0);
	set_if(e, EVIDENCE_DEMONYM, (kinds & NAME_DEMONYM) != 0);
	set_if(e, EVIDENCE_FIRST, (kinds & NAME_FIRST) != 0);
	set_if(e, EVIDENCE_SURNAME, (kinds & NAME_SURNAME) != 0);
	set_if(e, EVIDENCE_COMMON, (kinds & NAME_COMMON) != 0);
	set_if(e, EVIDENCE_ORGWORD, (kinds & NAME_ORGWORD) != 0);
	set_if(e, EVIDENCE_PLACEWORD, (kinds & NAME_PLACEWORD) != 0);
	set_if(e, EVIDENCE_EVENTWORD, (kinds & NAME_EVENTWORD) != 0);
	set_if(e, EVIDENCE_UNKNOWN, kinds == 0);
}

/* The form of the name itself: the same for all mentions of one spelling. */
void
evidence_of_form(
    const struct span *s, const struct mention *m, uint16_t kinds, struct evidence *e)
{
	const size_t words = m->to - m->from;
	const struct token *t = &s->r->tokens.at[m->from];

	evidence_set(e, EVIDENCE_ANY);
	evidence_set(e, words == 1   ? EVIDENCE_ONE
			: words == 2 ? EVIDENCE_TWO
			: words == 3 ? EVIDENCE_THREE
				     : EVIDENCE_MORE);
	for (size_t i = m->from; i < m->to; i++)
		set_if(e, EVIDENCE_CAMEL, is_camel(token_text(&s->r->tokens, i)));
	if ((kinds & (NAME_ANY_PLACE | NAME_AGENCY | NAME_DEMONYM)) == 0)
		see_sound(word_bare(token_text(&s->r->tokens, m->to - 1)), e);
	set_if(
	    e, EVIDENCE_UPPER, words == 1 && !m->caps && (t->flags & TOKEN_UPPER) != 0);
	if (words == 1 || kinds != 0)
		see_whole(kinds, e);
	if (words > 1)
		see_parts(s, m, kinds, e);
}

void
evidence_of_context(const struct span *s, const struct mention *m, struct evidence *e)
{
	if (m->caps) {
		set_if(e, EVIDENCE_DATELINE, m->initial && s->passage < 4);
		set_if(e, EVIDENCE_NUMBER,
		    m->to < s->end && s->r->tokens.at[m->to].kind == TOKEN_NUMBER);
		return;
	}
	see_before(s, m, e);
	see_after(s, m, e);
}
