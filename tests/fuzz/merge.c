/* A conversion into any file: refused, or read back, and the second time nothing changes. */
#include <stdlib.h>

#include "brief/merge.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char fresh_file[] = "title: New\ndek: Line\nsource:\n  name: N\n  author: "
				 "[A, B]\n  sha256: x\ntopics: [t]\n"
				 "summary:\n  - text: One.\n    para: 1\n  - text: "
				 "Two.\n    para: 2\ntimeline:\n  - date: '2019'\n"
				 "    when: in 2019\n    text: Two.\n    para: "
				 "2\nentities:\n  people: [P]\n  acronyms:\n    X: Y\n"
				 "related: [T]\nbody: |\n  One.\n\n  Two.\n";

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct str s = { (const char *)data, size };
	const struct str name = size % 2 == 0 ? STR("f.yaml") : STR("f.md");
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct briefs fresh = { 0 }, back = { 0 };
	struct merge m = { .made_by = STR("test 1") }, again = m;

	if (!brief_read(&a, str_of(fresh_file), STR("x.yaml"), &fresh, &d))
		abort();
	if (brief_merge(&a, s, name, fresh.at[0], &m, &d) == MERGE_REFRESHED) {
		if (!brief_read(&a, m.bytes, name, &back, &d) || back.n != 1)
			abort();
		switch (brief_merge(&a, m.bytes, name, fresh.at[0], &again, &d)) {
		case MERGE_SAME:
		case MERGE_KEPT:
			break;
		case MERGE_REFRESHED:
		case MERGE_REFUSED:
			abort();
		}
	}
	arena_free(&a);
	return 0;
}
