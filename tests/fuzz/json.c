/* Any bytes are JSON. */
#include "fuzz/articles.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;

	articles_hold(&a, "json", (struct str){ (const char *)data, size });
	arena_free(&a);
	return 0;
}
