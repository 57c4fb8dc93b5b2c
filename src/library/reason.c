/* Shared names and words by a merge of two sorted vectors; the time from two dates. */
#include "library/reason.h"

#include "data/edtf.h"

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

typedef bool share_test(const struct index *x, const struct weight *a,
    const struct weight *b, struct shared *out);

static bool
same_name(const struct index *x, const struct weight *a, const struct weight *b,
    struct shared *out)
{
	const struct term *t = &x->names.terms.at[a->term];

	*out = (struct shared){ t->text, t->idf, a->form, b->form };
	return !t->stop;
}

/* A word counts when both briefs spell it alike. */
static bool
same_word(const struct index *x, const struct weight *a, const struct weight *b,
    struct shared *out)
{
	const double weight = (double)a->full * (double)b->full;

	*out = (struct shared){ x->forms.at[a->form].text, weight, a->form, b->form };
	return a->form == b->form && weight > 0;
}

static struct top
intersect(const struct index *x, const struct vector *a, const struct vector *b,
    share_test *shares)
{
	struct top top = { .n = 0 };
	struct shared s;

	for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
		const uint32_t ta = a->at[i].term, tb = b->at[k].term;

		if (ta == tb && shares(x, &a->at[i], &b->at[k], &s))
			consider(&top, s);
		i += ta <= tb;
		k += tb <= ta;
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
	const struct top names =
	    intersect(p->index, &p->a->names, &p->b->names, same_name);
	const char *time = same_time(p->a_published, p->b_published);
	struct buf out = buf_new(a);

	if (names.n != 0) {
		put_list(&out, "shares", &names);
	} else {
		const struct top words =
		    intersect(p->index, &p->a->words, &p->b->words, same_word);

		if (words.n != 0)
			put_list(&out, "both say", &words);
	}
	if (time != NULL)
		buf_printf(&out, "%s%s", out.n == 0 ? "" : "; ", time);
	return buf_view(&out);
}
