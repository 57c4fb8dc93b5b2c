/* When both were written, and a day of whose events both tell. */
#include <stdlib.h>

#include "data/edtf.h"
#include "library/reason.h"

/* Of a brief that holds more than a person would read, the first so many tell. */
enum { EVENTS_MOST = 400, PAIRS_MOST = 40, WORD_LEAST = 3 };

/* What two events of a day must share to be one thing: a rare word, or two that many articles
   have; a town is such a one, for much happens there on any day.  A word that says nothing by
   itself, but is no function word, counts half. */
static const double enough = 2 * 1.4 - 0.01; /* sums are rounded */

static bool
is_day(struct str date, struct edtf *out)
{
	return edtf_parse(date, out) && out->grain >= EDTF_DAY && !out->no_year &&
	       !out->interval;
}

/* Within a week of it: the news of then. */
static bool
is_near(const struct edtf *day, struct str published)
{
	enum { NEAR = 7 };
	struct edtf e;

	return is_day(published, &e) && labs(day->from - e.from) <= NEAR;
}

static bool
is_of_place(const struct name_list *places, struct str word)
{
	for (size_t i = 0; i < places->n; i++)
		if (str_has(places->at[i].name, word))
			return true;
	return false;
}

/* What both have because it is that day. */
static bool
is_of_date(struct str word)
{
	static const char *const names[] = { "monday", "tuesday", "wednesday", "thursday",
		"friday", "saturday", "sunday", "january", "february", "march", "april",
		"may", "june", "july", "august", "september", "october", "november",
		"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
		"sept", "oct", "nov", "dec", "year", "month", "week", "day" };

	return str_is_any(word, names, LEN(names)) || common_measure(word);
}

/* What it says that two events of one day have this word. */
static double
weight_of(const struct brief *b, struct str word, struct str stem)
{
	const enum common_words known = common_known(b->source.language);
	const double most = common_word(stem, b->source.language);

	if (is_of_date(word))
		return 0;
	if (known == COMMON_UNKNOWN || most <= 0)
		return common_most / 2;
	return known == COMMON_ALL && !common_name(word) && !is_of_place(&b->places, word)
		   ? most
		   : common_most;
}

/* The stems that an event tells, each with a sign that it was met. */
static struct map
stems_of(struct arena *a, struct kin *k, struct str language, struct str text)
{
	struct forms *forms = &k->pile->forms;
	struct tongue *tongue = forms_tongue(forms, language);
	const struct tokens t = tokens_of(a, text);
	struct map out = map_new(a);

	for (size_t i = 0; i < t.n; i++) {
		const struct str word = token_text(&t, i);
		uint32_t form;

		if (t.at[i].kind != TOKEN_WORD || t.at[i].n < WORD_LEAST ||
		    (t.at[i].flags & TOKEN_DIGIT) != 0)
			continue;
		form = forms_id(forms, tongue, word);
		if (!forms->at.at[form].stop)
			*map_at(&out, str_dup(a, forms->at.at[form].stem)) =
			    (uint32_t)i + 1;
	}
	return out;
}

/* They share more than their day. */
static bool
are_one(const struct pair *p, struct str language, const struct event *x,
    const struct event *y)
{
	struct arena scratch = ARENA_INIT;
	const struct map of_x =
	    stems_of(&scratch, p->kin, p->a->source.language, x->text);
	const struct map of_y = stems_of(&scratch, p->kin, language, y->text);
	const struct tokens words = tokens_of(&scratch, x->text);
	double all = 0;

	if (x->place.n != 0 && str_eq_nocase(x->place, y->place))
		all = common_most;
	for (size_t i = 0; i < of_x.n; i++) {
		const struct map_key *key = &of_x.keys[i];

		if (map_get(&of_y, key->key) != NULL)
			all +=
			    weight_of(p->a, token_text(&words, key->value - 1), key->key);
	}
	arena_free(&scratch);
	return all >= enough;
}

struct str
reason_day(const struct pair *p, const struct brief *b)
{
	const struct brief *a = p->a;
	struct edtf x, y;
	int pairs = 0;

	for (size_t i = 0; i < a->timeline.n && i < EVENTS_MOST; i++) {
		const struct event *of_a = &a->timeline.at[i];

		if (!is_day(of_a->date, &x) || (is_near(&x, a->source.published) &&
						   is_near(&x, b->source.published)))
			continue;
		for (size_t k = 0; k < b->timeline.n && k < EVENTS_MOST; k++)
			if (is_day(b->timeline.at[k].date, &y) && x.from == y.from &&
			    pairs++ < PAIRS_MOST &&
			    are_one(p, b->source.language, of_a, &b->timeline.at[k]))
				return of_a->date;
	}
	return STR_NIL;
}

const char *
reason_time(struct str a, struct str b)
{
	struct edtf ea, eb;
	int year_a, year_b;
	struct civil ca, cb;

	if (!is_day(a, &ea) || !is_day(b, &eb))
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
