/* Names by their numbers, words as both spell them, the time from two dates. */
#include "library/reason.h"

#include <math.h>

#include "data/edtf.h"
#include "doc/doc.h"
#include "text/utf8.h"

enum { SHOWN = 3 };

/* A name that half the library shares says nothing beside a rare one. */
static const double telling = 0.45;

struct shared {
	struct str text;
	double weight;
	uint32_t of_a, of_b; /* which name of each brief it is a form of */
};

struct top {
	struct shared at[SHOWN];
	size_t n;
};

/* Heavier first; of equals the longer, then by bytes. */
static bool
before(const struct shared *a, const struct shared *b)
{
	if (a->weight < b->weight || b->weight < a->weight)
		return a->weight > b->weight;
	return a->text.n != b->text.n ? a->text.n > b->text.n
				      : str_cmp(a->text, b->text) < 0;
}

static void
drop(struct top *t, size_t i)
{
	for (t->n--; i < t->n; i++)
		t->at[i] = t->at[i + 1];
}

/* Two forms of the same name say it once, in the longer form. */
static bool
replaces(const struct shared *a, const struct shared *b)
{
	return (a->of_a == b->of_a || a->of_b == b->of_b);
}

static void
consider(struct top *t, struct shared s)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (replaces(&s, &t->at[i])) {
			if (s.text.n <= t->at[i].text.n)
				return;
			drop(t, i);
			break;
		}
	for (i = t->n; i > 0 && before(&s, &t->at[i - 1]); i--)
		if (i < SHOWN)
			t->at[i] = t->at[i - 1];
	if (i >= SHOWN)
		return;
	t->at[i] = s;
	if (t->n < SHOWN)
		t->n++;
}

/* Names of both, so spelt. */
static struct top
shared_names(const struct pair *p)
{
	const struct card *c = p->card;
	struct top top = { .n = 0 };

	for (size_t i = 0; i < c->names.n; i++) {
		const struct form *f = &p->kin->pile->forms.at.at[c->names.at[i].form];
		const uint32_t number = kin_number(p->kin, c->names.at[i].form);

		for (size_t k = 0; k < p->pb->names_n && !f->stop; k++)
			if (p->pb->names[k].form == number)
				consider(&top,
				    (struct shared){ str_cut(f->text, 1, f->text.n),
					kin_rarity(p->kin, number), c->names.at[i].which,
					p->pb->names[k].which });
	}
	return top;
}

static void
add_words(struct arena *a, struct map *m, struct str text)
{
	const struct tokens t = tokens_of(a, text);

	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind != TOKEN_PUNCT)
			(*map_at(m, token_text(&t, i)))++;
}

/* Every article was written on some day: weekdays and months are no reason. */
static bool
is_calendar(struct str word)
{
	static const char names[] =
	    " monday tuesday wednesday thursday friday saturday sunday january february "
	    "march april may june july august september october november december montag "
	    "dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz "
	    "mai "
	    "juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi "
	    "dimanche "
	    "janvier février mars avril juin juillet août septembre octobre novembre "
	    "décembre lunes martes miércoles jueves viernes sábado domingo enero febrero "
	    "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ";
	struct arena scratch = ARENA_INIT;
	const struct str lower = utf8_lower(&scratch, word);
	size_t at = 0;
	bool is = false;

	while (!is && (at = str_find(str_of(names), lower, at)) != STR_NONE) {
		is = names[at - 1] == ' ' && names[at + lower.n] == ' ';
		at++;
	}
	arena_free(&scratch);
	return is;
}

/* The words of a brief as it spells them, and how often. */
static struct map
words_of(struct arena *a, const struct brief *b)
{
	struct map m = map_new(a);
	const struct doc *doc = doc_parse(a, b->body);

	add_words(a, &m, b->title);
	add_words(a, &m, b->dek);
	for (const struct block *k = doc->first; k != NULL; k = k->next)
		add_words(a, &m, doc_plain(a, k));
	return m;
}

static struct top
shared_words(struct arena *a, const struct pair *p)
{
	struct diags unheard = { .a = a };
	const struct brief none = { 0 }, *b = shelf_read(a, p->b_path, &unheard);
	const struct map of_a = words_of(a, p->a),
			 of_b = words_of(a, b == NULL ? &none : b);
	struct forms *forms = &p->kin->pile->forms;
	struct tongue *t = forms_tongue(forms, p->a->source.language);
	struct top top = { .n = 0 };

	for (size_t i = 0; i < of_a.n; i++) {
		const struct map_key *w = &of_a.keys[i];
		const uint32_t *times = map_get(&of_b, w->key);
		const uint32_t form = times == NULL ? 0 : forms_id(forms, t, w->key);
		const uint32_t number = form == 0 ? 0 : kin_number(p->kin, form);
		const bool counts = byte_is_digit(w->key.p[0]);
		const double rarity =
		    form == 0 || counts ? 0 : kin_rarity(p->kin, number);

		if (form != 0 && !forms->at.at[form].stop && rarity > 0 &&
		    !is_calendar(w->key))
			consider(&top, (struct shared){ w->key,
					   rarity * rarity * (1 + log((double)w->value)) *
					       (1 + log((double)*times)),
					   number, number });
	}
	return top;
}

static const char *
same_time(struct str a, struct str b)
{
	struct edtf ea, eb;
	int year_a, year_b;
	struct civil ca, cb;

	if (!edtf_parse(a, &ea) || !edtf_parse(b, &eb) || ea.grain < EDTF_DAY ||
	    eb.grain < EDTF_DAY || ea.no_year || eb.no_year || ea.interval || eb.interval)
		return NULL;
	if (ea.from == eb.from)
		return "same day";
	if (day_iso_week(ea.from, &year_a) == day_iso_week(eb.from, &year_b) &&
	    year_a == year_b)
		return "same week";
	ca = civil_of(ea.from);
	cb = civil_of(eb.from);
	return ca.year == cb.year && ca.month == cb.month ? "same month" : NULL;
}

static void
put_list(struct buf *out, const char *before_it, const struct top *t)
{
	buf_text(out, before_it);
	for (size_t i = 0; i < t->n && t->at[i].weight >= t->at[0].weight * telling;
	     i++) {
		buf_text(out, i == 0 ? " " : ", ");
		buf_str(out, t->at[i].text);
	}
}

struct str
reason_of(struct arena *a, const struct pair *p)
{
	struct arena scratch = ARENA_INIT;
	const struct top names = shared_names(p);
	const char *time = same_time(p->a->source.published, p->b_published);
	struct buf out = buf_new(a);

	if (names.n != 0) {
		put_list(&out, "shares", &names);
	} else {
		const struct top words = shared_words(&scratch, p);

		if (words.n != 0)
			put_list(&out, "both say", &words);
	}
	if (time != NULL)
		buf_printf(&out, "%s%s", out.n == 0 ? "" : "; ", time);
	arena_free(&scratch);
	return buf_view(&out);
}
