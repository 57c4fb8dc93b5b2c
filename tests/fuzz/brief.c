/* What is read, written and read again is the same; checking, mending and peeking end. */
#include <assert.h>
#include <stdlib.h>

#include "base/buf.h"
#include "brief/brief.h"

static struct str
written(struct arena *a, const struct brief *b)
{
	struct buf out = buf_new(a);

	brief_write(b, &out);
	return buf_view(&out);
}

static void
peek(struct arena *a, struct str s, const struct brief *b)
{
	struct brief p;

	if (!brief_peek(a, s, STR("f.yaml"), &p))
		return;
	assert(str_eq(p.title, b->title) && str_eq(p.id, b->id) && str_eq(p.dek, b->dek));
	assert(p.tags.n == b->tags.n && p.topics.n == b->topics.n);
	assert(str_eq(p.source.published, b->source.published));
	for (size_t i = 0; i < p.tags.n; i++)
		assert(str_eq(p.tags.at[i], b->tags.at[i]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct str s = { (const char *)data, size };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct briefs in = { 0 };
	struct str fixed;

	if (brief_read(&a, s, STR("f.yaml"), &in, &d))
		for (size_t i = 0; i < in.n; i++) {
			const struct str first = written(&a, in.at[i]);
			struct briefs again = { 0 };

			if (i == 0)
				peek(&a, s, in.at[i]);
			assert(brief_read(&a, first, STR("f.yaml"), &again, &d));
			assert(again.n == 1);
			assert(str_eq(written(&a, again.at[0]), first));
		}
	(void)brief_check(&a, s, STR("f.yaml"), &d);
	if (size < 400 && brief_fix(&a, s, STR("f.yaml"), &fixed, &d))
		assert(!str_eq(fixed, s));
	arena_free(&a);
	return 0;
}
