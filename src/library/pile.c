/* Every word of a card goes to the lists of the fields that look into its part. */
#include "library/pile.h"

#include "library/shelf.h"

void
pile_open(struct pile *p)
{
	*p = (struct pile){ 0 };
	forms_open(&p->forms);
}

void
pile_close(struct pile *p)
{
	forms_close(&p->forms);
	arena_free(&p->a);
}

static void
count(struct pile *p, struct posts *l, uint32_t doc, unsigned weight)
{
	if (l->n == 0 || l->at[l->n - 1].doc != doc)
		*vec_push(&p->a, l) = (struct post){ doc, 0 };
	l->at[l->n - 1].times += weight;
}

static void
list_run(struct pile *p, enum part part, uint32_t doc)
{
	const struct ids *run = &p->cards.at[doc].run[part];

	for (size_t f = 0; f < FIELD_COUNT; f++) {
		const unsigned weight = part_weight((enum query_field)f, (enum part)part);

		for (size_t i = 0; weight != 0 && i < run->n; i++)
			if (run->at[i] != FORM_BREAK)
				count(p, &p->lists[run->at[i]].field[f], doc, weight);
	}
}

void
pile_add(struct pile *p, const struct brief *b)
{
	const uint32_t doc = (uint32_t)p->cards.n;
	struct card *c = vec_push(&p->a, &p->cards);

	card_make(c, &p->forms, &p->a, b);
	while (p->lists_n < p->forms.at.n) {
		p->lists = arena_grow(
		    &p->a, p->lists, &p->lists_room, p->lists_n, sizeof(*p->lists));
		p->lists_n++;
	}
	for (size_t part = 0; part < PART_COUNT; part++)
		list_run(p, (enum part)part, doc);
	p->length += c->length;
}

struct pile *
pile_of(struct library *lib)
{
	struct arena scratch = ARENA_INIT;
	const struct brief empty = { 0 };

	if (lib->pile != NULL)
		return lib->pile;
	lib->pile = arena_new(&lib->a, struct pile);
	pile_open(lib->pile);
	for (size_t i = 0; i < lib->n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		struct diags unheard = { .a = &scratch }; /* said when it was opened */
		const struct brief *b = library_brief(lib, i, &scratch, &unheard);

		pile_add(lib->pile, b != NULL ? b : &empty);
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
	return lib->pile;
}
