/* Any bytes as a brief: laid out, painted, searched and printed in every format. */
#include <assert.h>
#include <stdint.h>

#include "render/print.h"

static void
check_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		assert((unsigned char)s.p[i] >= ' ' || s.p[i] == '\n');
}

static void
show(struct arena *a, const struct brief *b, unsigned char how)
{
	const struct page_options o = { .cols = how,
		.ascii = how % 2 != 0,
		.one_column = how % 3 == 0,
		.today = STR("2026-04-01") };
	const struct doc *body = doc_parse(a, b->body);
	const struct page *p = page_make(a, b, body, NULL, &o);
	struct cells c = cells_new(a, how, 30);
	struct buf out = buf_new(a);

	page_paint(p, (struct page_view){ 0, 0, 30, 0, 0 }, &c);
	(void)page_search(a, p, STR("the"));
	(void)page_mark(a, p, 1, 0, 9);
	print_page(&out, p, NULL);
	print_cells(&out, &c, NULL);
	print_markdown(&out, b, NULL);
	print_html(&out, b, body, NULL);
	print_man(&out, b, body, NULL);
	print_json(&out, b, NULL, STR("x"), STR_NIL);
	check_plain(buf_view(&out));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct briefs list = { 0 };
	struct str bytes = { (const char *)data, size };

	if (size != 0 &&
	    brief_read(&a, str_cut(bytes, 1, size), STR("x.yaml"), &list, &d))
		for (size_t i = 0; i < list.n; i++)
			show(&a, list.at[i], data[0]);
	arena_free(&a);
	return 0;
}
