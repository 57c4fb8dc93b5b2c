/* Lists grow at their end; the last document's count is pending until another one comes. */
#include "library/lists.h"

#include <string.h>

#include "library/bytes.h"

static struct list_made *
list_of(struct lists *l, uint32_t form, uint32_t field)
{
	uint32_t *at;

	while (l->n <= form) {
		l->by_form = arena_grow(
		    l->of_forms, l->by_form, &l->room, l->n, sizeof(*l->by_form));
		l->n++;
	}
	at = &l->by_form[form].field[field];
	if (*at == 0) {
		*vec_push(l->a, &l->at) = (struct list_made){
			.form = form, .field = field, .bytes = buf_new(l->a)
		};
		*at = (uint32_t)l->at.n;
	}
	return &l->at.at[*at - 1];
}

static void
write_pending(struct list_made *m)
{
	if (m->times == 0)
		return;
	put_number(
	    &m->bytes, (uint64_t)(m->doc + 1 - m->next) << 1 | (m->times > 1 ? 1 : 0));
	if (m->times > 1)
		put_number(&m->bytes, m->times - 2);
	m->next = m->doc + 1;
	m->times = 0;
}

static void
count(struct lists *l, uint32_t form, uint32_t field, uint32_t doc, unsigned weight)
{
	struct list_made *m = list_of(l, form, field);

	if (m->doc != doc)
		write_pending(m);
	m->doc = doc;
	m->times += weight;
}

static void
add_run(struct lists *l, const struct ids *run, enum part part, uint32_t doc)
{
	for (uint32_t f = 0; f < FIELD_COUNT; f++) {
		const unsigned weight = part_weight((enum query_field)f, part);

		for (size_t i = 0; weight != 0 && i < run->n; i++)
			if (run->at[i] != FORM_BREAK)
				count(l, run->at[i], f, doc, weight);
	}
}

void
lists_add(struct lists *l, const struct card *c, uint32_t doc)
{
	for (size_t part = 0; part < PART_COUNT; part++)
		add_run(l, &c->run[part], (enum part)part, doc);
	for (size_t i = 0; i < c->names.n; i++)
		count(l, c->names.at[i].form, FIELD_NAME, doc, 1);
}

struct str
lists_get(struct lists *l, uint32_t form, uint32_t field)
{
	const uint32_t at = form < l->n ? l->by_form[form].field[field] : 0;

	if (at == 0)
		return STR_NIL;
	write_pending(&l->at.at[at - 1]);
	return buf_view(&l->at.at[at - 1].bytes);
}

void
lists_empty(struct lists *l)
{
	if (l->n != 0)
		memset(l->by_form, 0, l->n * sizeof(*l->by_form));
	l->at.at = NULL;
	l->at.n = l->at.room = 0;
}

void
list_count(struct str list, uint32_t base, uint32_t *times, size_t n)
{
	uint64_t doc = base;

	while (list.n != 0) {
		const uint64_t step = take_number(&list);

		doc += step >> 1;
		if (doc == 0 || doc > n)
			return;
		times[doc - 1] += step & 1 ? (uint32_t)take_number(&list) + 2 : 1;
	}
}
