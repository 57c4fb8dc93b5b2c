/* Spellings are looked up as they stand first, so a word is folded and stemmed once. */
#include "library/forms.h"

#include "base/buf.h"
#include "text/utf8.h"

void
forms_open(struct forms *f)
{
	*f = (struct forms){ 0 };
	f->known = map_new(&f->a);
	f->stems = map_new(&f->a);
	*vec_push(&f->a, &f->at) = (struct form){ 0 };
}

void
forms_close(struct forms *f)
{
	for (size_t i = 0; i < f->tongues.n; i++)
		stemmer_free(f->tongues.at[i].stemmer);
	arena_free(&f->a);
	*f = (struct forms){ 0 };
}

struct tongue *
forms_tongue(struct forms *f, struct str language)
{
	for (size_t i = 0; i < f->tongues.n; i++)
		if (str_eq(f->tongues.at[i].language, language))
			return &f->tongues.at[i];
	*vec_push(&f->a, &f->tongues) = (struct tongue){
		.language = str_dup(&f->a, language),
		.stemmer = stemmer_new(language),
		.spelt = map_new(&f->a),
	};
	return &f->tongues.at[f->tongues.n - 1];
}

/* A word may say something in one language and nothing in another: "war", "die". */
static struct str
key_of(struct arena *a, struct str text, struct str stem, bool stop)
{
	struct buf b = buf_new(a);

	buf_str(&b, text);
	buf_byte(&b, '\0');
	buf_str(&b, stem);
	if (stop)
		buf_byte(&b, '\0');
	return buf_view(&b);
}

uint32_t
forms_add(struct forms *f, struct str text, struct str stem, bool stop)
{
	const struct arena_mark m = arena_mark(&f->a);
	const struct str key = key_of(&f->a, text, stem, stop);
	const uint32_t *known = map_get(&f->known, key);
	uint32_t id, *lead;

	if (known != NULL) {
		arena_rewind(&f->a, m);
		return *known;
	}
	id = (uint32_t)f->at.n;
	*map_at(&f->known, key) = id;
	lead = map_at(&f->stems, (struct str){ key.p + text.n + 1, stem.n });
	*lead = *lead == 0 ? id : *lead;
	*vec_push(&f->a, &f->at) = (struct form){ { key.p, text.n },
		{ key.p + text.n + 1, stem.n }, *lead, 0, stop };
	if (*lead != id) { /* second in the chain that begins there */
		f->at.at[id].next = f->at.at[*lead].next;
		f->at.at[*lead].next = id;
	}
	return id;
}

static uint32_t
number(struct forms *f, const struct tongue *t, struct str spelling)
{
	struct arena scratch = ARENA_INIT;
	const struct str lower = utf8_lower(&scratch, spelling);
	const uint32_t id = forms_add(f, utf8_fold(&scratch, spelling),
	    stem_of(t->stemmer, &scratch, spelling),
	    word_is_letter(spelling) ||
		word_is_stop(lower, token_hash(lower), t->language));

	arena_free(&scratch);
	return id;
}

uint32_t
forms_id(struct forms *f, struct tongue *t, struct str spelling)
{
	const uint32_t *known = map_get(&t->spelt, spelling);
	struct str own;

	if (known != NULL)
		return *known;
	own = str_dup(&f->a, spelling);
	return *map_at(&t->spelt, own) = number(f, t, own);
}

struct word_test
word_test_of(struct forms *f, struct arena *a, struct str word, bool prefix, bool typing)
{
	struct word_test w = {
		.folded = utf8_fold(a, word), .prefix = prefix, .typing = typing
	};

	for (size_t i = 0; i < f->tongues.n; i++)
		*vec_push(a, &w.stems) = stem_of(f->tongues.at[i].stemmer, a, word);
	return w;
}

bool
word_fits(const struct word_test *w, const struct form *form)
{
	if (w->prefix && str_starts(form->text, w->folded))
		return true;
	for (size_t i = 0; i < w->stems.n && (!w->prefix || w->typing); i++)
		if (str_eq(w->stems.at[i], form->stem))
			return true;
	return false;
}
