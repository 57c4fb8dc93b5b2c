/* Reading all briefs once: terms, then weights, then the inverted lists. */
#include "library/index.h"

#include <math.h>
#include <stdlib.h>

#include "doc/doc.h"
#include "library/shelf.h"
#include "text/utf8.h"
#include "text/word.h"

enum { TITLE_WEIGHT = 3, LEAD_TOKENS = 60 };

static uint32_t
term_of(struct index *x, struct space *s, struct str text, bool stop)
{
	uint32_t *id = map_at(&s->ids, text);

	if (*id == 0) {
		*vec_push(&x->a, &s->terms) = (struct term){ .text = text, .stop = stop };
		*vec_push(&x->a, &s->place) = 0;
		*id = (uint32_t)s->terms.n;
	}
	return *id - 1;
}

static struct tongue *
tongue_of(struct index *x, struct str language)
{
	for (size_t i = 0; i < x->tongues.n; i++)
		if (str_eq(x->tongues.at[i].language, language))
			return &x->tongues.at[i];
	*vec_push(&x->a, &x->tongues) = (struct tongue){
		.language = str_dup(&x->a, language),
		.stemmer = stemmer_new(language),
		.forms = map_new(&x->a),
	};
	return &x->tongues.at[x->tongues.n - 1];
}

static uint32_t
form_in(struct index *x, struct tongue *t, struct str spelling)
{
	const uint32_t *known = map_get(&t->forms, spelling);
	struct str own, lower;
	bool stop;

	if (known != NULL)
		return *known - 1;
	own = str_dup(&x->a, spelling);
	lower = utf8_lower(&x->a, own);
	stop = own.n < 2 || word_is_stop(lower, t->language);
	*vec_push(&x->a, &x->forms) = (struct form){ own,
		term_of(x, &x->words, stem_of(t->stemmer, &x->a, own), stop) };
	*map_at(&t->forms, own) = (uint32_t)x->forms.n;
	return (uint32_t)x->forms.n - 1;
}

uint32_t
index_form(struct index *x, struct str language, struct str spelling)
{
	return form_in(x, tongue_of(x, language), spelling);
}

/* A vector being filled, in a scratch arena. */
struct filling {
	struct index *x;
	struct arena *a;
	struct space *space;
	struct vector v;
};

static struct weight *
slot(struct filling *f, uint32_t term, uint32_t form)
{
	uint32_t *place = &f->space->place.at[term];

	if (*place == 0) {
		*vec_push(f->a, &f->v) = (struct weight){ .term = term, .form = form };
		*place = (uint32_t)f->v.n;
	}
	return &f->v.at[*place - 1];
}

/* The finished vector in `a`; the space is ready for the next one. */
static struct vector
filled(struct filling *f, struct arena *a)
{
	struct vector v = { arena_many(a, struct weight, f->v.n + 1), f->v.n,
		f->v.n + 1 };

	for (size_t i = 0; i < v.n; i++) {
		v.at[i] = f->v.at[i];
		f->space->place.at[v.at[i].term] = 0;
	}
	return v;
}

/* What a piece of text counts: for likeness, and of these in the beginning. */
struct share {
	float full;
	size_t lead_tokens;
};

static size_t
add_text(struct filling *f, struct tongue *t, struct str text, struct share share)
{
	const struct tokens tokens = tokens_of(f->a, text);
	size_t words = 0;

	for (size_t i = 0; i < tokens.n; i++) {
		uint32_t form;
		struct weight *w;

		if (tokens.at[i].kind == TOKEN_PUNCT)
			continue;
		form = form_in(f->x, t, token_text(&tokens, i));
		w = slot(f, f->x->forms.at[form].term, form);
		w->count++;
		w->full += share.full;
		if (words < share.lead_tokens)
			w->lead += share.full;
		words++;
	}
	return words;
}

static void
add_list(struct filling *f, struct tongue *t, const struct strs *list)
{
	for (size_t i = 0; i < list->n; i++)
		(void)add_text(f, t, list->at[i], (struct share){ 0, 0 });
}

static size_t
add_body(struct filling *f, struct tongue *t, struct str body)
{
	const struct doc *doc = doc_parse(f->a, body);
	size_t all = 0;

	for (const struct block *b = doc->first; b != NULL; b = b->next) {
		const size_t lead = all < LEAD_TOKENS ? LEAD_TOKENS - all : 0;

		all += add_text(f, t, doc_plain(f->a, b), (struct share){ 1, lead });
	}
	return all;
}

static void
add_name(struct filling *f, struct str name, uint32_t which)
{
	const uint32_t *known = map_get(&f->x->names.ids, name);
	const uint32_t term = known != NULL ? *known - 1
					    : term_of(f->x, &f->x->names,
						  str_dup(&f->x->a, name), name.n < 2);
	struct weight *w = slot(f, term, which);

	w->count = 1;
	w->full = 1;
}

/* Every name and its other forms; forms of one name carry the same number. */
static void
add_names(struct filling *f, const struct brief *b)
{
	const struct name_list *const lists[] = { &b->people, &b->orgs, &b->places };
	uint32_t which = 0;

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++, which++) {
			const struct name *name = &lists[k]->at[i];

			add_name(f, name->name, which);
			for (size_t j = 0; j < name->aka.n; j++)
				add_name(f, name->aka.at[j], which);
		}
	for (size_t i = 0; i < b->acronyms.n; i++, which++)
		add_name(f, b->acronyms.at[i].shorter, which);
}

static void
add_notes(struct filling *f, struct tongue *t, const struct brief *b)
{
	(void)add_text(f, t, b->notes_text, (struct share){ 0, 0 });
	for (size_t i = 0; i < b->notes.n; i++)
		(void)add_text(f, t, b->notes.at[i].text, (struct share){ 0, 0 });
}

void
index_read(struct index *x, struct arena *a, const struct brief *b, struct document *out)
{
	struct arena scratch = ARENA_INIT;
	struct filling w = { x, &scratch, &x->words, { 0 } };
	struct filling n = { x, &scratch, &x->names, { 0 } };
	struct tongue *t = tongue_of(x, b->source.language);

	(void)add_text(&w, t, b->title, (struct share){ TITLE_WEIGHT, SIZE_MAX });
	(void)add_text(&w, t, b->dek, (struct share){ 1, SIZE_MAX });
	out->words_n = add_body(&w, t, b->body) + 1;
	(void)add_text(&w, t, b->source.name, (struct share){ 0, 0 });
	add_list(&w, t, &b->topics);
	add_list(&w, t, &b->tags);
	add_notes(&w, t, b);
	add_names(&n, b);
	out->words = filled(&w, a);
	out->names = filled(&n, a);
	arena_free(&scratch);
}

static int
by_term(const void *pa, const void *pb)
{
	const struct weight *a = pa, *b = pb;

	return (a->term > b->term) - (a->term < b->term);
}

static double
weigh(double times, const struct term *t)
{
	return times <= 0 || t->stop ? 0 : (1 + log(times)) * t->idf;
}

void
vector_weigh(const struct space *s, struct vector *v)
{
	double full = 0, lead = 0;

	if (v->n != 0)
		qsort(v->at, v->n, sizeof(*v->at), by_term);
	for (size_t i = 0; i < v->n; i++) {
		struct weight *w = &v->at[i];
		const struct term *t = &s->terms.at[w->term];

		w->full = (float)weigh((double)w->full, t);
		w->lead = (float)weigh((double)w->lead, t);
		full += (double)(w->full * w->full);
		lead += (double)(w->lead * w->lead);
	}
	for (size_t i = 0; i < v->n; i++) {
		v->at[i].full = full > 0 ? v->at[i].full / (float)sqrt(full) : 0;
		v->at[i].lead = lead > 0 ? v->at[i].lead / (float)sqrt(lead) : 0;
	}
}

static struct vector *
vector_in(const struct index *x, const struct space *s, size_t doc)
{
	return s == &x->words ? &x->at[doc].words : &x->at[doc].names;
}

/* Document frequencies, weights, and the lists: counted first, then filled. */
static void
invert(struct index *x, struct space *s)
{
	uint32_t *next = arena_many(&x->a, uint32_t, s->terms.n + 1);
	uint32_t all = 0;

	for (size_t d = 0; d < x->n; d++)
		for (size_t i = 0; i < vector_in(x, s, d)->n; i++)
			s->terms.at[vector_in(x, s, d)->at[i].term].df++;
	s->from = arena_many(&x->a, uint32_t, s->terms.n + 1);
	for (size_t t = 0; t < s->terms.n; t++) {
		s->from[t] = next[t] = all;
		all += s->terms.at[t].df;
		s->terms.at[t].idf =
		    log(((double)x->n + 1) / ((double)s->terms.at[t].df + 0.5));
	}
	s->from[s->terms.n] = all;
	s->listed = s->terms.n;
	s->postings = arena_many(&x->a, struct posting, (size_t)all + 1);
	for (size_t d = 0; d < x->n; d++) {
		struct vector *v = vector_in(x, s, d);

		vector_weigh(s, v);
		for (size_t i = 0; i < v->n; i++)
			s->postings[next[v->at[i].term]++] =
			    (struct posting){ (uint32_t)d, v->at[i].count, v->at[i].full,
				    v->at[i].lead };
	}
}

static void
keep_links(struct arena *a, const struct brief *b, struct document *out)
{
	out->links = arena_many(a, struct link, b->related.n + 1);
	for (; out->link_count < b->related.n; out->link_count++) {
		const struct link *l = &b->related.at[out->link_count];

		out->links[out->link_count] =
		    (struct link){ str_dup(a, l->id), str_dup(a, l->title),
			    str_dup(a, l->url), str_dup(a, l->why), l->by_reader };
	}
}

static void
link_back(struct library *lib, struct index *x, struct arena *scratch)
{
	for (size_t d = 0; d < x->n; d++)
		for (size_t i = 0; i < x->at[d].link_count; i++) {
			const size_t to = shelf_resolve(lib, &x->at[d].links[i], scratch);

			if (to < x->n && to != d)
				*vec_push(&x->a, &x->at[to].backlinks) = (uint32_t)d;
		}
}

struct index *
index_of(struct library *lib)
{
	struct arena scratch = ARENA_INIT;
	struct index *x = lib->index;

	if (x != NULL)
		return x;
	x = lib->index = arena_new(&lib->a, struct index);
	x->n = lib->n;
	x->at = arena_many(&x->a, struct document, x->n + 1);
	x->score = arena_many(&x->a, double, x->n + 1);
	x->words.ids = map_new(&x->a);
	x->names.ids = map_new(&x->a);
	for (size_t i = 0; i < x->n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct diags unheard = { .a = &scratch }; /* said when it was opened */
		const struct brief *b = library_brief(lib, i, &scratch, &unheard);

		if (b != NULL) {
			index_read(x, &x->a, b, &x->at[i]);
			keep_links(&x->a, b, &x->at[i]);
			x->words_mean += (double)x->at[i].words_n / (double)x->n;
		}
		arena_rewind(&scratch, m);
	}
	invert(x, &x->words);
	invert(x, &x->names);
	link_back(lib, x, &scratch);
	arena_free(&scratch);
	return x;
}

void
index_close(struct index *x)
{
	struct arena a = x->a;

	for (size_t i = 0; i < x->tongues.n; i++)
		stemmer_free(x->tongues.at[i].stemmer);
	arena_free(&a);
}
