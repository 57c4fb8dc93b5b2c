/* Search by the index: documents that hold every word, by BM25; then the line, read again. */
#include <math.h>
#include <string.h>

#include "doc/doc.h"
#include "library/index.h"
#include "library/shelf.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "text/word.h"

enum { WORDS_MOST = 16, TERMS_MOST = 64 };

/* Robertson's BM25; k1 and b are its usual values. */
static const double k1 = 1.2, length_share = 0.75;

/* A word of the query: the terms it may stand for. */
struct wanted {
	uint32_t term[TERMS_MOST];
	size_t n;
};

struct asked {
	struct wanted word[WORDS_MOST];
	size_t n;
};

static void
want(struct wanted *w, const struct index *x, uint32_t term)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->term[i] == term)
			return;
	if (w->n < TERMS_MOST && term < x->words.listed)
		w->term[w->n++] = term;
}

static bool
wants(const struct wanted *w, uint32_t term)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->term[i] == term)
			return true;
	return false;
}

/* The word's stem in every language of the library. */
static void
want_stems(struct wanted *w, struct index *x, struct str word)
{
	for (size_t i = 0; i < x->tongues.n; i++) {
		const uint32_t form = index_form(x, x->tongues.at[i].language, word);

		want(w, x, x->forms.at[form].term);
	}
}

/* A last word that no text holds may be the beginning of one. */
static void
want_beginnings(struct wanted *w, struct index *x, struct str word)
{
	const struct str folded = utf8_fold(&x->a, word);

	for (size_t t = 0; t < x->words.listed; t++)
		if (str_starts(x->words.terms.at[t].text, folded))
			want(w, x, (uint32_t)t);
}

static void
read_query(struct asked *q, struct index *x, struct str text, struct arena *scratch)
{
	const struct tokens t = tokens_of(scratch, text);

	q->n = 0;
	for (size_t i = 0; i < t.n && q->n < WORDS_MOST; i++) {
		struct wanted *w = &q->word[q->n];

		if (t.at[i].kind == TOKEN_PUNCT)
			continue;
		w->n = 0;
		want_stems(w, x, token_text(&t, i));
		if (w->n == 0 && i + 1 == t.n)
			want_beginnings(w, x, token_text(&t, i));
		q->n++;
	}
}

static double
gain(const struct index *x, const struct posting *p, const struct term *t)
{
	const double n = (double)x->n, df = (double)t->df, tf = (double)p->count;
	const double length = (double)x->at[p->doc].words_n / (x->words_mean + 1e-9);
	const double idf = log(1 + (n - df + 0.5) / (df + 0.5));

	return idf * tf * (k1 + 1) /
	       (tf + k1 * (1 - length_share + length_share * length));
}

/* Adds one word's gains; `seen` counts the words a document holds so far. */
static void
add_word(const struct index *x, const struct wanted *w, uint8_t *seen, uint8_t before)
{
	for (size_t i = 0; i < w->n; i++) {
		const uint32_t t = w->term[i];

		for (uint32_t k = x->words.from[t]; k < x->words.from[t + 1]; k++) {
			const struct posting *p = &x->words.postings[k];

			if (seen[p->doc] < before)
				continue;
			x->score[p->doc] += gain(x, p, &x->words.terms.at[t]);
			seen[p->doc] = (uint8_t)(before + 1);
		}
	}
}

static void
insert(const struct library *lib, struct hits *hits, size_t most, struct hit hit)
{
	size_t i = hits->n;

	while (i > 0 && (hits->at[i - 1].score < hit.score ||
			    (hits->at[i - 1].score <= hit.score &&
				str_cmp(lib->at[hit.index].entry.id,
				    lib->at[hits->at[i - 1].index].entry.id) < 0))) {
		if (i < most)
			hits->at[i] = hits->at[i - 1];
		i--;
	}
	if (i < most)
		hits->at[i] = hit;
	if (hits->n < most)
		hits->n++;
}

/* Looking for the best line of one brief. */
struct looking {
	struct index *x;
	const struct asked *q;
	struct str language;
	struct arena *a, *scratch;
	struct hit *hit;
	size_t best; /* different words in the line so far */
};

/* How many different words of the query the line holds; their places go to the hit. */
static size_t
mark(struct looking *l, struct str line, bool keep)
{
	const struct tokens t = tokens_of(l->scratch, line);
	bool have[WORDS_MOST] = { false };
	size_t different = 0;

	for (size_t i = 0; i < t.n; i++) {
		const uint32_t form = index_form(l->x, l->language, token_text(&t, i));

		for (size_t w = 0; w < l->q->n; w++) {
			if (!wants(&l->q->word[w], l->x->forms.at[form].term))
				continue;
			different += !have[w];
			have[w] = true;
			if (keep) {
				*vec_push(l->a, &l->hit->marks) = t.at[i].at;
				*vec_push(l->a, &l->hit->marks) = t.at[i].at + t.at[i].n;
			}
			break;
		}
	}
	return different;
}

static void
look_at(struct looking *l, struct str line, long para)
{
	const size_t different = mark(l, line, false);

	if (different <= l->best)
		return;
	l->best = different;
	l->hit->line = line;
	l->hit->para = para;
}

static void
look_at_names(struct looking *l, const struct brief *b)
{
	const struct strs *const lists[] = { &b->tags, &b->topics };

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++)
			look_at(l, lists[k]->at[i], 0);
	look_at(l, b->source.name, 0);
	look_at(l, b->notes_text, 0);
	for (size_t i = 0; i < b->notes.n; i++)
		look_at(l, b->notes.at[i].text, 0);
}

/* The sentence with most words; the title, which a list shows anyway, when it has more. */
static void
find_line(struct looking *l, const struct brief *b)
{
	const struct doc *doc = doc_parse(l->scratch, b->body);
	long para = 0;

	for (const struct block *k = doc->first; k != NULL; k = k->next) {
		const struct str text = doc_plain(l->scratch, k);
		const struct sentences s = sentences_of(l->scratch, text, l->language);

		para++;
		for (size_t i = 0; i < s.n && l->best < l->q->n; i++)
			look_at(
			    l, str_cut(text, s.at[i].at, s.at[i].at + s.at[i].n), para);
	}
	look_at(l, b->dek, 0);
	look_at(l, b->title, 0);
	if (l->best < l->q->n)
		look_at_names(l, b);
	if (l->best == 0)
		l->hit->line = b->title;
	l->hit->line = str_dup(l->a, l->hit->line);
	(void)mark(l, l->hit->line, true);
}

static void
find_lines(struct library *lib, const struct asked *q, struct hits *hits, struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	struct diags unheard = { .a = &scratch };

	for (size_t i = 0; i < hits->n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct hit *hit = &hits->at[i];
		const struct brief *b =
		    library_brief(lib, hit->index, &scratch, &unheard);
		struct looking l = { index_of(lib), q, STR_NIL, a, &scratch, hit, 0 };

		if (b != NULL) {
			l.language = b->source.language;
			find_line(&l, b);
		}
		unheard = (struct diags){ .a = &scratch };
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
}

struct hits
library_search(struct library *lib, struct str query, size_t most, struct arena *a)
{
	struct arena scratch = ARENA_INIT;
	struct index *x = index_of(lib);
	struct asked *q = arena_new(&scratch, struct asked);
	uint8_t *seen = arena_many(&scratch, uint8_t, x->n + 1);
	struct hits hits = { 0 };

	most = most < x->n ? most : x->n;
	hits.at = arena_many(a, struct hit, most + 1);
	hits.room = most + 1;
	read_query(q, x, query, &scratch);
	for (size_t w = 0; w < q->n; w++)
		add_word(x, &q->word[w], seen, (uint8_t)w);
	for (size_t i = 0; i < x->n; i++) {
		if (q->n != 0 && seen[i] == q->n)
			insert(lib, &hits, most,
			    (struct hit){ .index = i, .score = x->score[i] });
		x->score[i] = 0;
	}
	find_lines(lib, q, &hits, a);
	arena_free(&scratch);
	return hits;
}
