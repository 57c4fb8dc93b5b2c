/* Any bytes are a page: an article with text in it, or a message. */
#include <stdlib.h>

#include "article/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct article_hints hints = { .from = STR("html"), .file = STR("page.html") };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles out = { 0 };

	if (article_read(&a, (struct str){ (const char *)data, size }, &hints, &out, &d)) {
		if (out.n != 1 || out.at[0].body->first == NULL || out.at[0].title.n == 0)
			abort();
	} else if (d.n == 0) {
		abort();
	}
	arena_free(&a);
	return 0;
}
