/* Any article: every sentence and name of its brief stands in its body. */
#include <assert.h>

#include "digest/digest.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_names(struct str body, const struct name_list *l)
{
	for (size_t i = 0; i < l->n; i++)
		assert(str_has(body, l->at[i].name));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	const struct str bytes = { (const char *)data, size };
	struct str rest = utf8_import(&a, bytes, STR_NIL);
	struct article in = { .title = str_line(&rest), .body = doc_parse(&a, rest) };
	const struct digest_options o = { .sentences = size == 0 ? 0 : data[0] % 8 };
	const struct brief *b = digest(&a, &in, &o, STR("fuzz"), &d);
	struct buf body = buf_new(&a);

	for (const struct block *k = in.body->first; k != NULL; k = k->next) {
		buf_str(&body, doc_plain(&a, k));
		buf_byte(&body, '\n');
	}
	for (size_t i = 0; i < b->summary.n; i++)
		assert(str_has(doc_plain(&a, doc_para(in.body, b->summary.at[i].para)),
		    b->summary.at[i].text));
	check_names(buf_view(&body), &b->people);
	check_names(buf_view(&body), &b->orgs);
	check_names(buf_view(&body), &b->places);
	arena_free(&a);
	return 0;
}
