/* Near-duplicates under one row; what has no reason under none. */
#include "base/buf.h"
#include "base/vec.h"
#include "library/library.h"

/* Its source, or its title where that tells nothing. */
static void
put_source(struct buf *b, const struct neighbour *k, struct str own)
{
	if (k->source.n != 0 && !str_eq(k->source, own))
		buf_str(b, k->source);
	else
		buf_printf(
		    b, "'" STR_FMT "'", STR_ARG(k->title.n != 0 ? k->title : k->id));
}

/* "…; also in Reuters, AP": the sources of those that say they are the same. */
static struct str
also_in(struct arena *a, const struct neighbours *n, size_t of)
{
	struct buf b = buf_new(a);
	bool any = false;

	buf_str(&b, n->at[of].why);
	for (size_t i = of + 1; i < n->n; i++) {
		const struct neighbour *k = &n->at[i];

		if (k->same_as.n == 0 || !str_eq(k->same_as, n->at[of].id))
			continue;
		buf_text(&b, any ? ", " : b.n == 0 ? "also in " : "; also in ");
		put_source(&b, k, n->at[of].source);
		any = true;
	}
	return buf_view(&b);
}

struct neighbours
neighbours_fold(struct arena *a, const struct neighbours *n, struct str id)
{
	struct neighbours out = { 0 };

	for (size_t i = 0; i < n->n; i++) {
		struct neighbour k = n->at[i];

		if (k.same_as.n != 0 ? !str_eq(k.same_as, id)
				     : k.kind == NEIGHBOUR_COMPUTED && k.why.n == 0)
			continue;
		k.why = also_in(a, n, i);
		*vec_push(a, &out) = k;
	}
	return out;
}
