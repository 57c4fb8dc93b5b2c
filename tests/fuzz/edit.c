/* A tag added is there, removed is gone; a note is added or the file is left alone. */
#include <assert.h>
#include <stdlib.h>

#include "brief/brief.h"

static bool
has_tag(struct arena *a, struct str bytes, struct str tag)
{
	struct diags d = { .a = a };
	struct briefs in = { 0 };

	assert(brief_read(a, bytes, STR("f"), &in, &d));
	for (size_t i = 0; i < in.at[0]->tags.n; i++)
		if (str_eq(in.at[0]->tags.at[i], tag))
			return true;
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct str s = { (const char *)data, size }, name = STR("f");
	const struct note note = { STR("a\nnote"), STR("2019"), 2 };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct str out;

	if (brief_tag(&a, s, name, STR("new"), true, &out, &d)) {
		assert(out.n >= s.n && has_tag(&a, out, STR("new")));
		if (brief_tag(&a, out, name, STR("new"), false, &out, &d))
			assert(!has_tag(&a, out, STR("new")));
	}
	(void)brief_tag(&a, s, name, STR("a"), false, &out, &d);
	(void)brief_note(&a, s, name, &note, &out, &d);
	if (brief_set_id(&a, s, name, STR("new-id"), &out, &d))
		assert(str_has(out, STR("new-id")));
	(void)brief_relink(&a, s, name, STR("a"), STR("new-id"), &out, &d);
	arena_free(&a);
	return 0;
}
