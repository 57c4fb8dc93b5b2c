/* Events: the sentence around each date, in text order. */
#include "digest/event.h"

#include "base/vec.h"

static const struct passage *
passage_at(const struct reading *r, uint32_t at)
{
	for (size_t i = 0; i < r->n; i++)
		if (at >= r->at[i].at && at < r->at[i].at + r->at[i].n)
			return &r->at[i];
	return NULL;
}

void
events_find(struct arena *a, const struct reading *r, const struct timexes *t,
    const struct civil *published, struct brief *out)
{
	(void)published;
	for (size_t i = 0; i < t->n && out->timeline.n < EVENTS_MOST; i++) {
		const struct timex *x = &t->at[i];
		const struct passage *s = passage_at(r, x->at);

		if (s == NULL || x->edtf[0] == '\0')
			continue;
		*vec_push(a, &out->timeline) = (struct event){
			.date = str_dup(a, str_of(x->edtf)),
			.when = str_cut(r->text, x->at, x->at + x->n),
			.text = str_cut(r->text, s->at, s->at + s->n),
			.para = s->para,
			.basis = x->explicit_year ? BASIS_STATED : BASIS_RESOLVED,
		};
	}
}
