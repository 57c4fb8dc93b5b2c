/* Blocks off either end of a document. */
#include "article/inner.h"

void
blocks_drop_first(struct doc *d)
{
	d->first = d->first->next;
	if (d->first == NULL)
		d->last = NULL;
	d->count--;
}

void
blocks_drop_after(struct doc *d, struct block *b)
{
	if (d->last == b->next)
		d->last = b;
	b->next = b->next->next;
	d->count--;
}

void
blocks_drop_from(struct doc *d, const struct block *b)
{
	struct block *last = NULL;

	for (struct block *at = d->first; at != NULL && at != b; at = at->next)
		last = at;
	for (; b != NULL; b = b->next)
		d->count--;
	d->last = last;
	if (last == NULL)
		d->first = NULL;
	else
		last->next = NULL;
}
