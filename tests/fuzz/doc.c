/* Any bytes are a document; written, it is read back the same and written the same. */
#include <stdlib.h>
#include <string.h>

#include "doc/doc.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct str
plain(struct arena *a, const struct doc *d)
{
	struct buf out = buf_new(a);

	for (const struct block *b = d->first; b != NULL; b = b->next) {
		buf_str(&out, doc_plain(a, b));
		buf_byte(&out, '\n');
	}
	return buf_view(&out);
}

static struct str
written(struct arena *a, const struct doc *d)
{
	struct buf out = buf_new(a);

	doc_commonmark(d, &out);
	return buf_view(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	const struct str in = { (const char *)data, size };
	const struct doc *d = doc_parse(&a, utf8_import(&a, in, STR_NIL)), *back;
	struct str once, twice;

	once = written(&a, d);
	back = doc_parse(&a, once);
	twice = written(&a, back);
	if (!str_eq(once, twice) || !str_eq(plain(&a, d), plain(&a, back)) ||
	    d->count != back->count)
		abort();
	arena_free(&a);
	return 0;
}
