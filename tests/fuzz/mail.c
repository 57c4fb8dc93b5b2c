/* Any bytes are a mail or a mailbox: articles with a text each, or a message. */
#include <stdlib.h>

#include "article/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct article_hints hints = { .from = STR("mail"), .file = STR("box.eml") };
	const struct str bytes = { (const char *)data, size };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles out = { 0 };

	if (!article_read(&a, bytes, &hints, &out, &d) && d.n == 0)
		abort();
	for (size_t i = 0; i < out.n; i++)
		if (out.at[i].body->first == NULL || out.at[i].title.n == 0 ||
		    out.at[i].source.sha256.n != 64)
			abort();
	arena_free(&a);
	return 0;
}
