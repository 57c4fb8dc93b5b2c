/*
 * Topics: phrases of one to three words in small letters that end where a noun may,
 * counted by the letters of their stems, so that "cyber security" and "cybersecurity"
 * are one.  Frequent words in frequent company win; no two topics say the same.
 */
#include "digest/topics.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/vec.h"
#include "digest/gazetteer.h"
#include "digest/tables/verbs.h"
#include "digest/words.h"

enum { TOPICS_MOST = 6, PHRASE_WORDS = 3, PHRASE_FORMS = 2, WORDS_LEAST = 40 };

/* One way of writing a phrase, by its tokens. */
struct form {
	uint32_t token, tokens, count;
};

struct phrase {
	uint64_t hash;
	uint32_t term[PHRASE_WORDS];
	uint32_t words, count;
	struct form form[PHRASE_FORMS]; /* the first ways met */
	double score;
};

struct phrases {
	struct arena *a;
	const struct reading *r;
	uint32_t *slots; /* index + 1, by hash */
	size_t mask;
	struct {
		struct phrase *at;
		size_t n, room;
	} list;
};

static inline bool
ends_with(struct str word, const char *ending)
{
	return word.n > str_of(ending).n + 2 && str_ends(word, str_of(ending));
}

static bool
is_in(const struct reading *r, const char tag[2])
{
	return r->language.n >= 2 && r->language.p[0] == tag[0] &&
	       r->language.p[1] == tag[1];
}

static bool
is_german(const struct reading *r)
{
	return is_in(r, "de");
}

static bool
is_romance(const struct reading *r)
{
	return is_in(r, "fr") || is_in(r, "es");
}

/* "vier Meter": how much of something, in German. */
static bool
is_measure_german(struct str word)
{
	static const char *const words[] = { "Meter", "Metern", "Kilometer", "Kilometern",
		"Zentimeter", "Zentimetern", "Millimeter", "Quadratmeter",
		"Quadratmetern", "Quadratkilometer", "Hektar", "Liter", "Litern", "Gramm",
		"Kilogramm", "Tonnen", "Grad", "Prozent", "Euro", "Cent", "Dollar",
		"Million", "Millionen", "Milliarde", "Milliarden", "Uhr", "Stunden",
		"Minuten", "Sekunden", "Tage", "Tagen", "Woche", "Wochen", "Monat",
		"Monate", "Monaten", "Jahr", "Jahre", "Jahren", "zwei", "drei", "vier",
		"fünf", "sechs", "sieben", "acht", "neun", "zehn", "zwölf" };

	return str_is_any(word, words, LEN(words));
}

/* A German word of letters: a noun has a capital, and none beside it, or it is of a name. */
static bool
is_content_german(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i];
	const bool capital = (t->flags & TOKEN_CAPITAL) != 0;

	if ((t->flags & TOKEN_UPPER) != 0 || t->n < 4 ||
	    is_measure_german(token_text(&r->tokens, i)))
		return false;
	if (!capital)
		return true;
	return (r->kind_of[i] & (NAME_ANY_PLACE | NAME_FIRST | NAME_AGENCY)) == 0 &&
	       (i == 0 || (r->tokens.at[i - 1].flags & TOKEN_CAPITAL) == 0) &&
	       (i + 1 == r->tokens.n || (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) == 0);
}

/* Verb forms of what is to come, adverbs: in French and Spanish. */
static bool
is_inflected(struct str word)
{
	static const char *const endings[] = { "erait", "irait", "raient", "eront",
		"iront", "era", "ira", "ará", "erá", "irá", "arán", "erán", "ement",
		"amment", "mente", "aron", "ieron", "ando", "iendo" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(word, endings[i]))
			return true;
	return false;
}

/* "fermé mercredi": in small letters in French and Spanish. */
static bool
is_weekday_abroad(struct str word)
{
	static const char *const words[] = { "lundi", "mardi", "mercredi", "jeudi",
		"vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles",
		"jueves", "viernes", "sábado", "domingo" };

	return str_is_any(word, words, LEN(words));
}

/* "économique", "mensuelle": of something that is told with it. */
static bool
is_adjective_abroad(struct str word)
{
	static const char *const endings[] = { "ique", "iques", "elle", "elles", "euse",
		"eux", "aire", "aires", "tif", "tive", "el", "els", "ica", "icas", "ico",
		"icos", "oso", "osa", "ivo", "iva", "al", "ales", "ale" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(word, endings[i]))
			return true;
	return false;
}

/* A phrase may begin here: with no adjective in French or Spanish. */
static bool
may_begin(const struct reading *r, size_t i)
{
	return !is_romance(r) || !is_adjective_abroad(token_text(&r->tokens, i));
}

/* "The law enters into force": verbs that are no nouns. */
static bool
is_verb_only(struct str word)
{
	static const char *const words[] = { "agrees", "allows", "appears", "applies",
		"asks", "attends", "becomes", "begins", "believes", "brings", "comes",
		"contains", "continues", "enters", "expects", "follows", "gets", "gives",
		"goes", "grows", "happens", "holds", "includes", "keeps", "knows",
		"loses", "makes", "meets", "opens", "pays", "remains", "represents",
		"requires", "says", "seems", "sells", "sends", "sits", "speaks", "spends",
		"stays", "suffers", "takes", "tells", "thinks", "tries", "wants" };

	return str_is_any(word, words, LEN(words));
}

/* "prices rise", "pilots talk": many, and what they do. */
static bool
is_done_by_many(const struct reading *r, size_t i)
{
	const struct str who = i == 0 ? STR_NIL : token_text(&r->tokens, i - 1);

	return who.n > 3 && str_ends(who, STR("s")) && !str_ends(who, STR("ss")) &&
	       str_is_any(token_text(&r->tokens, i), plain_verbs, LEN(plain_verbs));
}

/* A word that topics are made of. */
static bool
is_content(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i];
	struct str word;

	if (t->kind != TOKEN_WORD || (t->flags & TOKEN_DIGIT) != 0 || t->n < 3 ||
	    r->terms[r->term_of[i]].stop)
		return false;
	if (is_german(r))
		return is_content_german(r, i);
	if ((t->flags & TOKEN_CAPITAL) != 0 ||
	    (r->class_of[i] & ~(WORD_SPORT | WORD_CALL | WORD_PICTURE | WORD_SELLS)) != 0)
		return false;
	word = token_text(&r->tokens, i);
	if (is_romance(r))
		return !is_weekday_abroad(word) && !str_has(word, STR("'")) &&
		       !str_has(word, STR("’")) && !is_inflected(word);
	return !ends_with(word, "ly") && !ends_with(word, "ed") && !is_verb_only(word) &&
	       word_bare(word).n == word.n;
}

/* Behind "to", "will", "he" or a name there stands a verb. */
static bool
is_verb_place(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i - 1];
	const struct str word = token_text(&r->tokens, i - 1);

	if (t->kind != TOKEN_WORD)
		return false;
	return (t->flags & TOKEN_CAPITAL) != 0
		   ? word_bare(word).n == word.n &&
			 (r->kind_of[i - 1] & NAME_DEMONYM) == 0 &&
			 !r->terms[r->term_of[i - 1]].stop
		   : (r->class_of[i - 1] & WORD_BEFORE_VERB) != 0;
}

/* Joined to the token before by one blank, or by a hyphen: its first token, or itself. */
static size_t
token_before(const struct reading *r, size_t i, size_t start)
{
	const struct token *t = r->tokens.at;

	if (i > start && t[i].at - (t[i - 1].at + t[i - 1].n) == 1 &&
	    t[i - 1].kind == TOKEN_WORD)
		return i - 1;
	if (i > start + 1 && t[i - 1].n == 1 && r->text.p[t[i - 1].at] == '-' &&
	    t[i].at - (t[i - 2].at + t[i - 2].n) == 1)
		return i - 2;
	return i;
}

static void
count_form(struct phrase *p, const struct reading *r, uint32_t token, uint32_t tokens)
{
	for (size_t i = 0; i < PHRASE_FORMS; i++) {
		struct form *f = &p->form[i];
		bool same = f->tokens == tokens;

		for (uint32_t k = 0; same && k < tokens; k++)
			same = r->tokens.at[f->token + k].hash ==
			       r->tokens.at[token + k].hash;
		if (f->count == 0)
			*f = (struct form){ token, tokens, 0 };
		if (f->count == 0 || same) {
			f->count++;
			return;
		}
	}
}

static struct phrase *
phrase_at(struct phrases *all, uint64_t hash)
{
	size_t i = (size_t)hash & all->mask;

	for (; all->slots[i] != 0; i = (i + 1) & all->mask) {
		assert(all->list.at != NULL);
		if (all->list.at[all->slots[i] - 1].hash == hash)
			break;
	}
	if (all->slots[i] == 0) {
		vec_push(all->a, &all->list)->hash = hash;
		all->slots[i] = (uint32_t)all->list.n;
	}
	return &all->list.at[all->slots[i] - 1];
}

/* FNV-1a over the stems, without what is between them. */
static uint64_t
hash_stems(const struct reading *r, const uint32_t *term, uint32_t words)
{
	uint64_t h = 0xcbf29ce484222325u;

	for (uint32_t k = words; k-- > 0;)
		for (size_t i = 0; i < r->terms[term[k]].stem.n; i++)
			h = (h ^ (unsigned char)r->terms[term[k]].stem.p[i]) *
			    0x100000001b3u;
	return h;
}

static void
count_phrase(
    struct phrases *all, const uint32_t *term, uint32_t words, size_t first, size_t last)
{
	struct phrase *p = phrase_at(all, hash_stems(all->r, term, words));

	if (p->count++ == 0) {
		p->words = words;
		for (uint32_t k = 0; k < words; k++)
			p->term[k] = term[k];
	}
	count_form(p, all->r, (uint32_t)first, (uint32_t)(last + 1 - first));
}

/* All phrases that end with token `last`. */
static void
count_ending(struct phrases *all, size_t last, size_t start)
{
	const struct reading *r = all->r;
	uint32_t term[PHRASE_WORDS], words = 0;
	size_t i = last;

	while (words < PHRASE_WORDS && is_content(r, i) &&
	       (i == start || is_german(r) || !is_verb_place(r, i))) {
		size_t before;

		term[words++] = r->term_of[i];
		if (may_begin(r, i))
			count_phrase(all, term, words, i, last);
		before = token_before(r, i, start);
		if (before == i)
			break;
		i = before;
	}
}

/* "ministers’": the owner of what follows. */
static bool
is_owner(const struct reading *r, size_t i)
{
	const struct token *t = &r->tokens.at[i + 1];
	const struct str mark = token_text(&r->tokens, i + 1);

	return (t->flags & TOKEN_SPACE) == 0 &&
	       (str_eq(mark, STR("'")) || str_eq(mark, STR("’")));
}

/* Before "the" or "it" stands a verb or a preposition, seldom a noun. */
static bool
is_object_next(const struct reading *r, size_t i)
{
	return word_in(r, i, LIST_OBJECT) ||
	       (r->class_of[i] & (WORD_THIRD | WORD_THIS | WORD_PERSONAL)) != 0;
}

static bool
is_adjective(struct str word)
{
	static const char *const endings[] = { "less", "ful", "ous", "able", "ible" };

	for (size_t i = 0; i < LEN(endings); i++)
		if (ends_with(word, endings[i]))
			return true;
	return false;
}

/* "ministers": who does it, not what it is about. */
static bool
is_who(const struct reading *r, size_t i)
{
	const struct str word = token_text(&r->tokens, i);

	return ((r->kind_of[i] | gazetteer_kinds(str_cut(word, 0, word.n - 1))) &
		   NAME_TITLE) != 0;
}

/* The next token goes on with the run, or takes the word as its verb. */
static bool
goes_on(const struct reading *r, size_t i, size_t end)
{
	const struct token *t = &r->tokens.at[i + 1];

	if (i + 1 >= end)
		return false;
	if (t->kind == TOKEN_WORD)
		return is_content(r, i + 1) || is_object_next(r, i + 1);
	return is_owner(r, i) ||
	       (t->n == 1 && r->text.p[t->at] == '-' && (t->flags & TOKEN_SPACE) == 0);
}

/* A noun may end here: what follows is no content word of the same run. */
static bool
is_run_end(const struct reading *r, size_t i, size_t end)
{
	struct str word;

	if (is_german(r))
		return (r->tokens.at[i].flags & TOKEN_CAPITAL) != 0;
	if (goes_on(r, i, end))
		return false; /* cheapest first */
	word = token_text(&r->tokens, i);
	return !(ends_with(word, "ing") && r->terms[r->term_of[i]].count < 3) &&
	       !is_adjective(word) && !is_who(r, i) && !is_done_by_many(r, i);
}

static void
count_phrases(struct phrases *all)
{
	const struct reading *r = all->r;

	for (size_t i = 0; i < r->n; i++) {
		const struct passage *p = &r->at[i];
		const size_t end = p->token + p->tokens;

		if (p->kind != BLOCK_PARA && p->kind != BLOCK_HEADING)
			continue;
		for (size_t t = p->token; t < end; t++)
			if (is_content(r, t) && is_run_end(r, t, end))
				count_ending(all, t, p->token);
	}
}

/* Frequent phrases of words that are spread over the article; longer ones say more. */
static double
score_of(const struct reading *r, const struct phrase *p)
{
	static const double by_words[] = { 0, 0.45, 1.6, 1.7 };
	double spread = 0, title = 0;
	bool often = false;

	for (uint32_t k = 0; k < p->words; k++) {
		const struct term *t = &r->terms[p->term[k]];

		title += t->in_title;
		often |= t->passages >= 3;
	}
	if (p->words == 1 ? p->count + (title > 0) < 4
			  : p->count < 2 && !(p->words == 2 && (often || title > 0)))
		return 0;
	for (uint32_t k = 0; k < p->words; k++)
		spread += log(1 + (double)r->terms[p->term[k]].passages);
	return (0.5 + (double)p->count) * by_words[p->words] * spread / p->words *
	       (1 + 0.5 * title / p->words);
}

/* Says what a chosen one says: half its words or more are in it. */
static bool
is_said(const struct phrase *p, const struct phrase *const *chosen, size_t n)
{
	uint32_t shared = 0;

	for (size_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < p->words; k++)
			for (uint32_t j = 0; j < chosen[i]->words; j++)
				shared += p->term[k] == chosen[i]->term[j];
	return shared * 2 > p->words || (p->words == 1 && shared > 0);
}

static int
by_score(const void *a, const void *b)
{
	const struct phrase *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return (x->form[0].token > y->form[0].token) -
	       (x->form[0].token < y->form[0].token);
}

static struct str
written(const struct reading *r, const struct phrase *p)
{
	const struct form *f = &p->form[p->form[1].count > p->form[0].count];
	const struct token *from = &r->tokens.at[f->token], *to = from + f->tokens - 1;

	return str_cut(r->text, from->at, to->at + to->n);
}

void
topics_find(struct arena *a, const struct reading *r, struct brief *out)
{
	const struct phrase *chosen[TOPICS_MOST];
	struct phrases all = { .a = a, .r = r, .mask = 63 };
	size_t n = 0, good = 0;

	if (r->tokens.n < WORDS_LEAST)
		return;
	while (all.mask < PHRASE_WORDS * r->tokens.n)
		all.mask = all.mask * 2 + 1;
	all.slots = arena_many(a, uint32_t, all.mask + 1);
	all.list.room = r->tokens.n / 4 + 8; /* seldom more */
	all.list.at = arena_many(a, struct phrase, all.list.room);
	count_phrases(&all);
	for (size_t i = 0; i < all.list.n; i++) {
		struct phrase *p = &all.list.at[i];

		p->score = score_of(r, p);
		if (p->score > 0)
			all.list.at[good++] = *p;
	}
	if (good != 0)
		qsort(all.list.at, good, sizeof(*all.list.at), by_score);
	for (size_t i = 0; i < good && n < TOPICS_MOST; i++) {
		if (is_said(&all.list.at[i], chosen, n))
			continue;
		chosen[n++] = &all.list.at[i];
		*vec_push(a, &out->topics) = written(r, &all.list.at[i]);
	}
}
