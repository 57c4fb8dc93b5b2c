/*
 * A sentence is carried by the feature in which it most exceeds the mean of the
 * candidates, a name by the evidence that most speaks for its sense and against the
 * next one, an event by what its date has that ranks it.
 */
#include "data/edtf.h"
#include "digest/names.h"
#include "digest/summary.h"
#include "digest/why.h"

enum { QUOTED = 60 }; /* bytes of a sentence that are repeated */

#define SAYS(id, says) says,
static const char *const feature_says[] = { FEATURES(SAYS) };
static const char *const evidence_says[] = { EVIDENCE(SAYS) };
#undef SAYS

/* The words of a text up to QUOTED bytes. */
static struct str
beginning(struct str s)
{
	size_t end = s.n;

	if (s.n > QUOTED)
		for (end = QUOTED; end > 1 && s.p[end] != ' ';)
			end--;
	return str_cut(s, 0, end);
}

static struct place
place_of(const struct explain *x)
{
	return (struct place){ .file = x->file };
}

static double
mean_of(const struct candidates *c, size_t feature)
{
	double sum = 0;

	for (size_t i = 0; i < c->n; i++)
		sum += (double)c->at[i].feature[feature];
	return c->n == 0 ? 0 : sum / (double)c->n;
}

static void
explain_sentence(const struct explain *x, const struct reading *r,
    const struct candidate *k, const double *mean, const struct weights *w)
{
	const struct str text = beginning(passage_text(r, k->passage));
	const long para = r->at[k->passage].para;
	double most = 0;
	size_t best = 0;

	for (size_t f = 0; f < FEATURE_COUNT; f++) {
		const double more = w->feature[f] * ((double)k->feature[f] - mean[f]);

		if (more > most) {
			most = more;
			best = f;
		}
	}
	if (most <= 0)
		say(x->d, SAY_CHOSEN, place_of(x),
		    "summary, paragraph %ld '" STR_FMT "': what is left to say", para,
		    STR_ARG(text));
	else
		say(x->d, SAY_CHOSEN, place_of(x),
		    "summary, paragraph %ld '" STR_FMT "': %s%s (%+.2f)", para,
		    STR_ARG(text), w->feature[best] < 0 ? "less than others, " : "",
		    feature_says[best], most);
}

void
explain_summary(const struct explain *x, const struct reading *r,
    const struct candidates *c, const bool *chosen, const struct weights *w)
{
	double mean[FEATURE_COUNT];
	bool lead = true;

	if (x->d == NULL)
		return;
	for (size_t f = 0; f < FEATURE_COUNT; f++)
		mean[f] = mean_of(c, f);
	for (size_t i = 0; i < c->n; i++) {
		if (chosen == NULL ? c->at[i].noise : !chosen[i])
			continue;
		if (chosen == NULL || lead)
			say(x->d, SAY_CHOSEN, place_of(x),
			    "summary, paragraph %ld '" STR_FMT "': %s",
			    r->at[c->at[i].passage].para,
			    STR_ARG(beginning(passage_text(r, c->at[i].passage))),
			    chosen == NULL ? "the article is short and shown whole"
					   : "the first sentence that can stand alone");
		else
			explain_sentence(x, r, &c->at[i], mean, w);
		lead = false;
	}
}

void
explain_name(const struct explain *x, const struct entity *e,
    const short weights[EVIDENCE_COUNT][SENSE_COUNT])
{
	static const char *const senses[] = { "no name", "person", "organisation",
		"place" };
	int most = 0, best = EVIDENCE_ANY;

	if (x->d == NULL)
		return;
	for (int id = 0; id < EVIDENCE_COUNT; id++) {
		int next = INT16_MIN;

		for (int k = 0; k < SENSE_COUNT; k++)
			if (k != (int)e->sense && weights[id][k] > next)
				next = weights[id][k];
		if (evidence_has(&e->e, (enum evidence_id)id) &&
		    weights[id][e->sense] - next > most) {
			most = weights[id][e->sense] - next;
			best = id;
		}
	}
	say(x->d, SAY_CHOSEN, place_of(x), "%s '" STR_FMT "': %s (%+d)", senses[e->sense],
	    STR_ARG(e->name), evidence_says[best], most);
}

static const char *
event_reason(const struct event *e)
{
	struct edtf date;

	if (e->kind != EVENT_PAST)
		return "it is to come";
	if (!edtf_parse(e->date, &date))
		return "it is announced";
	return date.grain >= EDTF_DAY     ? "its date is known to the day"
	       : date.grain >= EDTF_MONTH ? "its date is known to the month"
					  : "it has a date";
}

void
explain_events(const struct explain *x, const struct brief *b)
{
	if (x->d == NULL)
		return;
	for (size_t i = 0; i < b->timeline.n; i++) {
		const struct event *e = &b->timeline.at[i];

		say(x->d, SAY_CHOSEN, place_of(x),
		    "event, paragraph %ld '" STR_FMT "' " STR_FMT ": %s", e->para,
		    STR_ARG(e->when), STR_ARG(e->date), event_reason(e));
	}
}
