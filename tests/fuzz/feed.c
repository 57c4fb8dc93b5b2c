/* Any bytes are a feed.  Mending gives what the parser takes, and what is well-formed needs
   none. */
#include "article/feed.h"
#include "fuzz/articles.h"

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
	const struct str bytes = { (const char *)data, size };
	struct arena a = ARENA_INIT;

	articles_hold(&a, "feed", bytes);
	check_mended(&a, bytes);
	arena_free(&a);
	return 0;
}
