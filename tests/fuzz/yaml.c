/* Any bytes are a tree whose places lie in the file, or a message; plain files are
   the tree that libyaml makes of them, which reads what stands behind "---". */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "data/yaml.h"
#include "data/yaml_plain.h"

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

static void
check_same(const struct yaml *x, const struct yaml *y)
{
	for (; x != NULL && y != NULL; x = x->next, y = y->next) {
		assert(x->kind == y->kind && x->quoted == y->quoted &&
		       x->flow == y->flow && x->block == y->block &&
		       x->count == y->count);
		assert(x->from + 4 == y->from && x->to + 4 == y->to &&
		       x->key_from + 4 == y->key_from);
		assert(str_eq(x->key, y->key) && str_eq(x->text, y->text));
		check_same(x->first, y->first);
	}
	assert(x == y);
}

static void
check_plain(struct arena *a, struct str s, const struct yaml *x)
{
	char *marked = arena_alloc(a, s.n + 5);
	struct diags d = { .a = a };
	struct yaml *y;

	memcpy(marked, "---\n", 4);
	memcpy(marked + 4, s.p, s.n);
	assert(yaml_read(a, (struct str){ marked, s.n + 4 }, STR("f"), &y, &d));
	check_same(x, y);
}

/* yaml_read() looks for these before it asks. */
static bool
has_other_breaks(struct str s)
{
	return str_has(s, STR("\r")) || str_has(s, STR("\xc2\x85")) ||
	       str_has(s, STR("\xe2\x80\xa8")) || str_has(s, STR("\xe2\x80\xa9"));
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
	if (good && y != NULL && !str_starts(s, STR("\xef\xbb\xbf")) &&
	    !has_other_breaks(s) && yaml_plain(&a, s, 0) != NULL)
		check_plain(&a, s, y);
	for (; good && y != NULL; y = y->next) {
		assert(y->to <= s.n);
		walk(y, s);
	}
	arena_free(&a);
	return 0;
}
