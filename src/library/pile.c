/* Every word of a card goes to the lists of the fields that look into its part. */
#include "library/pile.h"

#include "library/shelf.h"

void
pile_open(struct pile *p)
{
	*p = (struct pile){ 0 };
	p->lists.a = p->lists.of_forms = &p->a;
	forms_open(&p->forms);
}

void
pile_close(struct pile *p)
{
	struct arena a = p->a; /* it may lie there itself */

	forms_close(&p->forms);
	arena_free(&a);
}

void
pile_add(struct pile *p, const struct brief *b)
{
	struct card *c = vec_push(&p->a, &p->cards);

	card_make(c, &p->forms, &p->a, b);
	lists_add(&p->lists, c, (uint32_t)p->cards.n - 1);
}

void
pile_add_packed(struct pile *p, struct str card)
{
	struct card *c = vec_push(&p->a, &p->cards);

	card_unpack(c, &p->a, &p->forms, card);
	lists_add(&p->lists, c, (uint32_t)p->cards.n - 1);
}
