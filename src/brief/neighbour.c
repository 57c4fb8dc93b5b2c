/* What a brief itself states. */
#include "brief/neighbour.h"

const char *const neighbour_kind_names[] = { "stated", "backlink", "computed" };

struct neighbours
neighbours_stated(struct arena *a, const struct brief *b)
{
	struct neighbours list = { 0 };

	for (size_t i = 0; i < b->related.n; i++) {
		const struct link *k = &b->related.at[i];

		*vec_push(a, &list) = (struct neighbour){ .kind = NEIGHBOUR_STATED,
			.id = k->id,
			.title = k->title,
			.url = k->url,
			.why = k->why,
			.by_reader = k->by_reader };
	}
	return list;
}
