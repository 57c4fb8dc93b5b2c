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
#include "digest/topic_words.h"
#include "text/stem.h"

enum {
	TOPICS_MOST = 6,
	PHRASE_WORDS = 3,
	PHRASE_FORMS = 2,
	WORDS_LEAST = 40,
	LONGER = 20 /* passages */
};

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

	while (
	    words < PHRASE_WORDS && topic_word(r, i) && !topic_verb_place(r, i, start)) {
		size_t before;

		term[words++] = r->term_of[i];
		if (topic_begins(r, i, start))
			count_phrase(all, term, words, i, last);
		before = token_before(r, i, start);
		if (before == i)
			break;
		i = before;
	}
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
			if (topic_word(r, t) && topic_ends(r, t, end))
				count_ending(all, t, p->token);
	}
}

/* Frequent phrases of words that are spread over the article; longer ones say more.  What is told
   once needs a word that is told often, or is of the title: in a longer text both words are. */
static double
score_of(const struct reading *r, const struct phrase *p)
{
	static const double by_words[] = { 0, 0.45, 1.6, 1.7 };
	const bool longer = r->n >= LONGER;
	double spread = 0, title = 0;
	bool often = false;

	for (uint32_t k = 0; k < p->words; k++) {
		const struct term *t = &r->terms[p->term[k]];

		title += t->in_title;
		often |= t->passages >= 3 + (longer ? r->n / 12 : 0);
	}
	if (p->words == 1 ? p->count + (title > 0) < 4
			  : p->count < 2 && !(p->words == 2 && (often || title > longer)))
		return 0;
	if (!stops_are_known(r->language) && p->count < 3)
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
