/* Any bytes: an article or a message; its body is written and read back the same. */
#include <stdlib.h>

#include "article/article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check(struct arena *a, const struct article *x)
{
	struct buf once = buf_new(a), twice = buf_new(a);

	if (x->title.n == 0 || x->body == NULL || x->body->first == NULL)
		abort();
	doc_commonmark(x->body, &once);
	doc_commonmark(doc_parse(a, buf_view(&once)), &twice);
	if (!str_eq(buf_view(&once), buf_view(&twice)))
		abort();
	for (const struct block *b = x->body->first; b != NULL; b = b->next) {
		const struct str text = doc_plain(a, b);

		if (article_dateline(text) > text.n)
			abort();
	}
}

/* The first byte picks the hints, the rest is the input. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const kinds[] = { "", "text", "markdown", "pdf" };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles out = { 0 };
	struct article_hints h = { .file = STR("a/b.txt") };

	if (size == 0)
		return 0;
	h.from = str_of(kinds[data[0] % 4]);
	h.title = (data[0] & 4) != 0 ? STR("A Title") : STR_NIL;
	if (article_read(
		&a, (struct str){ (const char *)data + 1, size - 1 }, &h, &out, &d))
		check(&a, &out.at[0]);
	else if (d.n == 0)
		abort();
	arena_free(&a);
	return 0;
}
