/* timeline: the events of one brief, of several, of the library or of what fits a query. */
#include "cmd/events.h"
#include "cmd/ref.h"
#include "cmd/where.h"
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

/* What a timeline shows of a brief; all of its file takes ten times as much. */
static const struct brief *
told(struct arena *a, const struct brief *b)
{
	struct brief *t = arena_new(a, struct brief);

	t->id = str_dup(a, b->id);
	t->title = str_dup(a, b->title);
	t->source.language = str_dup(a, b->source.language);
	t->source.published = str_dup(a, b->source.published);
	t->timeline.at = arena_many(a, struct event, b->timeline.n);
	t->timeline.n = t->timeline.room = b->timeline.n;
	for (size_t i = 0; i < b->timeline.n; i++) {
		struct event *e = &t->timeline.at[i];

		*e = b->timeline.at[i];
		e->date = str_dup(a, e->date);
		e->when = str_dup(a, e->when);
		e->text = str_dup(a, e->text);
		e->place = str_dup(a, e->place);
	}
	return t;
}

/* Those of the library that fit; an empty query fits all. */
static int
collect_fitting(struct call *c, struct several *out)
{
	const char *where = c->value[OPTION_WHERE];
	struct query query;
	struct arena scratch = ARENA_INIT;
	struct hits hits = { 0 };
	size_t n;

	if (where != NULL && !where_read(c, &where, 1, &query))
		return EXIT_TROUBLE;
	if (!call_library(c))
		return EXIT_TROUBLE;
	if (where != NULL)
		hits = where_ask(c, &query, 0, 0, true);
	n = where != NULL ? hits.n : library_count(c->library);
	out->at = arena_many(c->a, const struct brief *, n);
	for (size_t i = 0; i < n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		const struct brief *b = library_brief(c->library,
		    where != NULL ? hits.at[i].index : i, n == 1 ? c->a : &scratch, c->d);

		if (b != NULL)
			out->at[out->n++] = n == 1 ? b : told(c->a, b);
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
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

	if (c->arg_count != 0 && c->value[OPTION_WHERE] != NULL)
		return call_usage(c, "timeline takes briefs or --where, not both");
	if (!events_options(c, &f) || !world_width(c, &cols) ||
	    !world_look(c, &own, &look))
		return EXIT_TROUBLE;
	if (!ref_words(c))
		return EXIT_TROUBLE;
	status =
	    c->arg_count == 0 ? collect_fitting(c, &briefs) : collect_named(c, &briefs);
	if (status != EXIT_DONE)
		return status;
	s = story_make(c->a, briefs.at, briefs.n, true);
	events_keep(&s, &f);
	events_put(c, &s, &none, look, cols);
	return s.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}
