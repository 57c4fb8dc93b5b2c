/* A query that cannot be understood is shown with a caret under its fault. */
#include "cmd/where.h"

#include "cmd/world.h"

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

struct hits
where_ask(struct call *c, const struct query *q, size_t most, size_t lines, bool newest)
{
	const struct library_asking how = { .most = most,
		.lines = lines,
		.newest = newest,
		.marks = query_needs_marks(q) ? call_marks(c) : NULL };

	return library_ask(c->library, q, &how, c->a);
}
