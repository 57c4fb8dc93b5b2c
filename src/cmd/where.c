/* A query that cannot be understood is shown with a caret under its fault. */
#include "cmd/where.h"

bool
where_read(struct call *c, const char *const *words, size_t n, struct query *out)
{
	struct query_error error;
	struct buf text = buf_new(c->a);

	for (size_t i = 0; i < n; i++) {
		buf_text(&text, i == 0 ? "" : " ");
		buf_text(&text, words[i]);
	}
	if (query_parse(c->a, buf_view(&text), false, out, &error))
		return true;
	say(c->d, SAY_QUERY,
	    (struct place){ STR("query"), 1, (int)error.at + 1, buf_view(&text) },
	    STR_FMT, STR_ARG(error.text));
	return false;
}
