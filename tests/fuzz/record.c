/* The pipe: any bytes are refused or give a brief that a file can hold. */
#include <stdlib.h>

#include "brief/record.h"
#include "text/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_brief(struct arena *a, const struct brief *b)
{
	struct buf once = buf_new(a), again = buf_new(a), file = buf_new(a);
	struct wire w;
	const struct brief *same;

	record_put(&once, b);
	w = (struct wire){ buf_view(&once), false };
	same = record_take(a, &w);
	if (same == NULL || w.rest.n != 0)
		abort();
	record_put(&again, same);
	brief_write(b, &file);
	if (!str_eq(buf_view(&once), buf_view(&again)) ||
	    utf8_invalid(buf_view(&file)) != STR_NONE)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wire w = { { (const char *)data, size }, false };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	const struct brief *b;

	wire_take_diags(&w, STR("f"), &d);
	b = record_take(&a, &w);
	if (w.bad != (b == NULL))
		abort();
	if (b != NULL)
		check_brief(&a, b);
	arena_free(&a);
	return 0;
}
