/* The line of a hit: the sentence that holds most of what was sought, read again from the file. */

#include "data/edtf.h"
#include "doc/doc.h"
#include "library/ask.h"
#include "library/shelf.h"
#include "text/sentence.h"

enum { SOUGHT_MOST = 64 };

/* Looking for the best line of one brief. */
struct looking {
	struct forms *forms;
	struct tongue *tongue;
	const struct soughts *sought;
	struct str language;
	struct arena *a, *scratch;
	struct hit *hit;
	size_t best; /* different texts in the line so far */
};

/* The words of a line, as forms and as tokens. */
struct words {
	const struct token *token;
	uint32_t form;
};
struct line {
	struct words *at;
	size_t n;
};

static struct line
read_line(struct looking *l, struct str text)
{
	const struct tokens t = tokens_apart(l->scratch, text);
	struct line line = { arena_many(l->scratch, struct words, t.n), 0 };

	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind != TOKEN_PUNCT)
			line.at[line.n++] = (struct words){ &t.at[i],
				forms_id(l->forms, l->tongue, token_text(&t, i)) };
	return line;
}

static bool
stands_at(const struct looking *l, const struct line *line, size_t at, size_t which)
{
	const struct sought *s = &l->sought->at[which];

	for (size_t i = 0; i < s->n; i++)
		if (at + i >= line->n ||
		    !word_fits(&s->at[i], &l->forms->at.at[line->at[at + i].form]))
			return false;
	return s->n != 0;
}

/* One stretch from the first to the last word; those that would overlap are left out. */
static void
keep_mark(struct looking *l, const struct line *line, size_t at, size_t words)
{
	const struct token *first = line->at[at].token,
			   *last = line->at[at + words - 1].token;
	const size_t n = l->hit->marks.n;

	if (n != 0 && l->hit->marks.at[n - 1] > first->at)
		return;
	*vec_push(l->a, &l->hit->marks) = first->at;
	*vec_push(l->a, &l->hit->marks) = last->at + last->n;
}

/* How many different texts the line holds; their places go to the hit. */
static size_t
mark(struct looking *l, struct str text, bool keep)
{
	const struct line line = read_line(l, text);
	bool have[SOUGHT_MOST] = { false };
	size_t different = 0;

	for (size_t i = 0; i < line.n; i++)
		for (size_t w = 0; w < l->sought->n && w < SOUGHT_MOST; w++) {
			if (!stands_at(l, &line, i, w))
				continue;
			different += !have[w];
			have[w] = true;
			if (keep)
				keep_mark(l, &line, i, l->sought->at[w].n);
		}
	return different;
}

static void
look_at(struct looking *l, struct str line, long para)
{
	const struct arena_mark m = arena_mark(l->scratch);
	const size_t different = mark(l, line, false);

	arena_rewind(l->scratch, m);
	if (different <= l->best)
		return;
	l->best = different;
	l->hit->line = line;
	l->hit->para = para;
}

static void
look_at_list(struct looking *l, const struct name_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		look_at(l, list->at[i].name, 0);
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
	look_at_list(l, &b->people);
	look_at_list(l, &b->orgs);
	look_at_list(l, &b->places);
}

static void
look_at_body(struct looking *l, struct str body)
{
	const struct doc *doc = doc_parse(l->scratch, body);
	long para = 0;

	for (const struct block *k = doc->first; k != NULL && l->best < l->sought->n;
	     k = k->next) {
		const struct str text = doc_plain(l->scratch, k);
		const struct sentences s = sentences_of(l->scratch, text, l->language);

		para++;
		for (size_t i = 0; i < s.n && l->best < l->sought->n; i++) {
			struct str rest =
			    str_cut(text, s.at[i].at, s.at[i].at + s.at[i].n);

			while (rest.n != 0) /* of a table or a program the one line */
				look_at(l, str_line(&rest), para);
		}
	}
}

/* Without words: the event that lies in the days asked for, else the standfirst. */
static void
take_event(struct looking *l, const struct brief *b)
{
	struct edtf e;

	l->hit->line = b->dek;
	for (size_t i = b->timeline.n; i-- > 0 && l->sought->dated;) {
		const struct event *v = &b->timeline.at[i];

		if (!edtf_parse(v->date, &e) || e.no_year || e.from > l->sought->to ||
		    e.to < l->sought->from)
			continue;
		l->hit->line = v->text;
		l->hit->para = v->para;
	}
}

/* The title, which a list shows anyway, only when it holds more than any sentence. */
static void
find_line(struct looking *l, const struct brief *b)
{
	if (l->sought->n != 0) {
		look_at_body(l, b->body);
		look_at(l, b->dek, 0);
		look_at(l, b->title, 0);
	}
	if (l->best < l->sought->n)
		look_at_names(l, b);
	if (l->best == 0)
		take_event(l, b);
	l->hit->line = str_dup(l->a, l->hit->line);
	(void)mark(l, l->hit->line, true);
}

void
words_forget(struct library *lib, size_t bytes)
{
	if (lib->words.at.n != 0 && lib->words.a.used > bytes)
		forms_close(&lib->words);
}

/* Most words of a line were met in another one, and were stemmed then. */
static struct forms *
words_of(struct library *lib)
{
	words_forget(lib, WORDS_MOST);
	if (lib->words.at.n == 0)
		forms_open(&lib->words);
	return &lib->words;
}

void
find_lines(struct library *lib, const struct soughts *s, struct hits *hits, size_t n,
    struct arena *a)
{
	struct forms *f = words_of(lib);
	struct arena scratch = ARENA_INIT;
	struct diags unheard = { .a = &scratch };

	for (size_t i = 0; i < n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct hit *hit = &hits->at[i];
		const struct brief *b =
		    library_brief(lib, hit->index, &scratch, &unheard);
		struct looking l = { f, NULL, s, STR_NIL, a, &scratch, hit, 0 };

		if (b != NULL) {
			l.language = b->source.language;
			l.tongue = forms_tongue(f, l.language);
			find_line(&l, b);
		}
		unheard = (struct diags){ .a = &scratch };
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
}
