/* timeline: the events of one brief, of several, or of the library, in order of time. */
#include "cmd/events.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "library/library.h"

struct several {
	const struct brief **at;
	size_t n;
};

static int
collect_named(struct call *c, struct several *out)
{
	out->at = arena_many(c->a, const struct brief *, c->arg_count);
	for (size_t i = 0; i < c->arg_count; i++) {
		struct ref r;
		const struct brief *b;
		const int status = ref_find(c, c->args[i], &r);

		if (status != EXIT_DONE)
			return status;
		b = ref_read(c, &r, c->a);
		if (b == NULL)
			return EXIT_TROUBLE;
		out->at[out->n++] = b;
	}
	return EXIT_DONE;
}

static int
collect_all(struct call *c, struct several *out)
{
	if (!call_library(c))
		return EXIT_TROUBLE;
	out->at = arena_many(c->a, const struct brief *, library_count(c->library));
	for (size_t i = 0; i < library_count(c->library); i++) {
		const struct brief *b = library_brief(c->library, i, c->a, c->d);

		if (b != NULL)
			out->at[out->n++] = b;
	}
	return EXIT_DONE;
}

int
cmd_timeline(struct call *c)
{
	struct events_filter f;
	struct several briefs = { 0 };
	const struct neighbours none = { 0 };
	struct print_look own;
	const struct print_look *look;
	struct story s;
	long cols;
	int status;

	if (!events_options(c, &f) || !world_width(c, &cols) ||
	    !world_look(c, &own, &look))
		return EXIT_TROUBLE;
	status = c->arg_count == 0 ? collect_all(c, &briefs) : collect_named(c, &briefs);
	if (status != EXIT_DONE)
		return status;
	s = story_make(c->a, briefs.at, briefs.n, true);
	events_keep(&s, &f);
	events_put(c, &s, &none, look, cols);
	return s.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}
