/* How likely each block is of the article: for now by rules of thumb. */
#include "article/html.h"
#include "article/tables/calls.h"

void
html_judge(struct page *p)
{
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct hblock *b = &p->blocks.at[i];
		const float density = (float)b->link_n / (float)b->n;
		const bool inside =
		    b->box >= p->common && b->box < p->boxes.at[p->common].end;
		const bool aside = (b->in & (1u << IN_NAV | 1u << IN_ASIDE |
						1u << IN_FIGURE | 1u << IN_FORM)) != 0;

		b->p = 0.1f;
		if (!inside || aside || density > 0.6f || i < p->first)
			continue;
		if (html_is_heading(p->boxes.at[b->box].tag))
			b->p = i <= p->last ? 0.6f : 0.1f;
		else if (b->n >= 80)
			b->p = 0.9f;
		else if (i <= p->last && (b->calls & ~(1u << CALL_YEAR)) == 0)
			b->p = b->n > 20 && density < 0.3f ? 0.7f : 0.3f;
	}
}
