/* What holds of any bytes read as any kind: articles with a text each, or a message. */
#ifndef TESTS_FUZZ_ARTICLES_H
#define TESTS_FUZZ_ARTICLES_H

#include <stdlib.h>

#include "article/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
articles_hold(struct arena *a, const char *kind, struct str bytes)
{
	const struct article_hints hints = { .from = str_of(kind), .file = STR("input") };
	struct diags d = { .a = a };
	struct articles out = { 0 };

	if (!article_read(a, bytes, &hints, &out, &d) && d.n == 0)
		abort();
	for (size_t i = 0; i < out.n; i++)
		if (out.at[i].body->first == NULL || out.at[i].title.n == 0 ||
		    out.at[i].source.sha256.n != 64)
			abort();
}

#endif
