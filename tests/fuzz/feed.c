/* Any bytes are a feed: articles with a text each, or a message.  Mending gives what the
   parser takes, and what is well-formed needs none. */
#include <stdlib.h>

#include "article/article.h"
#include "article/feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_mended(struct arena *a, struct str bytes)
{
	struct feed f = { .a = a };
	bool mended, cut;

	f.text = feed_import(a, bytes, STR_NIL, &mended);
	f.text = feed_mend(a, f.text, &cut);
	if (f.text.n != 0 && !feed_parse(&f))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct article_hints hints = { .from = STR("feed"), .file = STR("feed.xml") };
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
	check_mended(&a, bytes);
	arena_free(&a);
	return 0;
}
