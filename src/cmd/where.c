/* A query that cannot be understood is shown with a caret under its fault. */
#include "cmd/where.h"

#include "cmd/world.h"

static struct str
joined(struct arena *a, const char *const *words, size_t n)
{
	struct buf text = buf_new(a);

	for (size_t i = 0; i < n; i++) {
		buf_text(&text, i == 0 ? "" : " ");
		buf_text(&text, words[i]);
	}
	return buf_view(&text);
}

bool
where_read(struct call *c, const char *const *words, size_t n, struct query *out)
{
	struct query_error error;
	const struct str text = joined(c->a, words, n);

	if (query_parse(c->a, text, false, out, &error))
		return true;
	say(c->d, SAY_QUERY, (struct place){ STR("query"), 1, (int)error.at + 1, text },
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

int
where_nothing(struct call *c, const struct query *q)
{
	struct str typed;
	const struct str meant = library_meant(c->library, q, c->a, &typed);

	say(c->d, SAY_NOTHING, (struct place){ 0 },
	    "no brief fits '" STR_FMT "'%s" STR_FMT "%s",
	    STR_ARG(joined(c->a, c->args, c->arg_count)),
	    meant.n != 0 ? "; did you mean '" : "", STR_ARG(meant),
	    meant.n != 0 ? "'?" : "");
	return EXIT_NOTHING;
}
