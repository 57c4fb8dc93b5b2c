/* index: the index of the library, which is otherwise kept up without being asked. */
#include "cmd/world.h"
#include "library/library.h"
#include "text/clean.h"

static void
put_stats(struct call *c, const struct library_index *x)
{
	const struct {
		const char *what;
		uint64_t n;
	} rows[] = { { "briefs", x->briefs }, { "not in its lists yet", x->fresh },
		{ "gone or changed since", x->dead }, { "spellings", x->forms },
		{ "bytes", x->bytes } };

	for (size_t i = 0; i < LEN(rows); i++)
		buf_printf(
		    &c->out, "%-22s %llu\n", rows[i].what, (unsigned long long)rows[i].n);
	buf_printf(&c->out, "%-22s ", "file");
	put_clean(&c->out, str_of(x->path == NULL ? "none: in memory" : x->path), false);
	buf_byte(&c->out, '\n');
}

int
cmd_index(struct call *c)
{
	struct library_index x;

	if (c->arg_count != 0)
		return call_usage(c, "index takes no argument");
	if (!call_library(c))
		return EXIT_TROUBLE;
	x = library_index(c->library);
	if (!x.made) {
		buf_printf(&c->out,
		    "%zu briefs: so few are read as they are, without an index\n",
		    library_count(c->library));
		return EXIT_DONE;
	}
	if (c->value[OPTION_STATS] != NULL)
		put_stats(c, &x);
	else
		buf_printf(&c->out, "%zu briefs are indexed\n", x.briefs);
	if (c->value[OPTION_VERIFY] == NULL)
		return EXIT_DONE;
	if (!library_verify(c->library, c->d))
		return EXIT_NOTHING;
	buf_text(&c->out, "every brief is as its file says\n");
	return EXIT_DONE;
}
