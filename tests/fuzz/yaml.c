/* Any bytes are a tree whose places lie in the file, or a message. */
#include <assert.h>
#include <stdlib.h>

#include "data/yaml.h"

static void
walk(const struct yaml *y, struct str s)
{
	for (const struct yaml *child = y->first; child != NULL; child = child->next) {
		assert(child->from <= child->to && child->to <= s.n &&
		       child->key_from <= s.n);
		assert(y->kind != YAML_MAP || child->key.p != NULL);
		walk(child, s);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct str s = { (const char *)data, size };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct yaml *y;
	const bool good = yaml_read(&a, s, STR("f"), &y, &d);

	assert(good == (d.n == 0));
	for (; good && y != NULL; y = y->next) {
		assert(y->to <= s.n);
		walk(y, s);
	}
	arena_free(&a);
	return 0;
}
