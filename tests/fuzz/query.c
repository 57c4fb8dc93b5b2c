/* Any bytes are a query, or a fault within them; a query is in postorder and its words lie in it. */
#include <assert.h>
#include <stdlib.h>

#include "library/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(struct arena *a, struct str s, bool typing)
{
	struct query q;
	struct query_error e;
	size_t depth = 0;

	if (!query_parse(a, s, typing, &q, &e)) {
		assert(e.at <= s.n && e.text.n != 0);
		return;
	}
	assert(q.root + 1 == q.nodes.n);
	for (size_t i = 0; i < q.nodes.n; i++) {
		const struct query_node *n = &q.nodes.at[i];

		assert(n->left < i || i == 0 || n->kind != QUERY_AND);
		assert(n->kind != QUERY_WORDS || n->words.n != 0);
		if (n->kind == QUERY_AND || n->kind == QUERY_OR)
			depth--;
		else if (n->kind != QUERY_NOT)
			depth++;
		assert(depth > 0 && depth <= 100);
	}
	assert(depth == 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;

	check(&a, (struct str){ (const char *)data, size }, false);
	check(&a, (struct str){ (const char *)data, size }, true);
	arena_free(&a);
	return 0;
}
