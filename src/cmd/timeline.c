/* timeline: the events of one brief, of several, or of the library, in order of time. */
#include <limits.h>

#include "base/vec.h"
#include "cmd/events.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "doc/doc.h"
#include "library/library.h"
#include "render/print.h"

/* As the timeline pane, of a brief that has all the events; each says where it stands. */
static void
put_rail(struct call *c, const struct events *e, const struct print_look *look, long cols)
{
	const struct page_options o = { .cols = cols == 0 ? 1000000 : (int)cols,
		.measure = cols == 0 ? 1000000 : 0,
		.panes = PANE_BIT(PANE_TIMELINE),
		.one_column = true,
		.ascii = world_ascii(c),
		.today = str_cut(clock_now(c->a), 0, sizeof("2026-01-02") - 1) };
	const struct neighbours none = { 0 };
	struct brief all = { 0 };

	if (e->briefs == 1) { /* then its publication has a mark */
		all = *e->at[0].brief;
		all.timeline.at = NULL;
		all.timeline.n = all.timeline.room = 0;
	}
	for (size_t i = 0; i < e->n; i++) {
		const struct dated *d = &e->at[i];
		struct event event = *d->event;
		struct buf text = buf_new(c->a);

		buf_str(&text, event.text);
		if (e->briefs > 1) {
			buf_text(&text, " · ");
			buf_str(&text, d->brief->title);
		}
		event.text = buf_view(&text);
		*vec_push(c->a, &all.timeline) = event;
	}
	print_page(&c->out, page_make(c->a, &all, doc_new(c->a), &none, &o), look);
}

static const struct {
	enum option_id option;
	events_put *put;
} formats[] = {
	{ OPTION_TSV, events_tsv },
	{ OPTION_CSV, events_csv },
	{ OPTION_JSON, events_json },
	{ OPTION_ICS, events_ics },
};

static bool
read_day(struct call *c, enum option_id o, bool end, long *out)
{
	struct edtf date;

	if (c->value[o] == NULL)
		return true;
	if (!edtf_parse(str_of(c->value[o]), &date) || date.no_year) {
		(void)call_usage(c,
		    "'%s' is no date; write it as 2019-07-01, 2019-07 or 2019",
		    c->value[o]);
		return false;
	}
	*out = end ? date.to : date.from;
	return true;
}

static int
collect_named(struct call *c, struct events *e, const struct events_filter *f)
{
	for (size_t i = 0; i < c->arg_count; i++) {
		struct ref r;
		const struct brief *b;
		const int status = ref_find(c, c->args[i], &r);

		if (status != EXIT_DONE)
			return status;
		b = ref_read(c, &r, c->a);
		if (b == NULL)
			return EXIT_TROUBLE;
		events_add(c->a, e, b, f);
	}
	return EXIT_DONE;
}

static int
collect_all(struct call *c, struct events *e, const struct events_filter *f)
{
	if (!call_library(c))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < library_count(c->library); i++) {
		const struct brief *b = library_brief(c->library, i, c->a, c->d);

		if (b != NULL)
			events_add(c->a, e, b, f);
	}
	return EXIT_DONE;
}

int
cmd_timeline(struct call *c)
{
	struct events_filter f = { LONG_MIN, LONG_MAX,
		c->value[OPTION_SCHEDULED] != NULL };
	struct events e = { 0 };
	struct print_look own;
	const struct print_look *look;
	long cols;
	int status;

	if (!read_day(c, OPTION_FROM, false, &f.from) ||
	    !read_day(c, OPTION_TO, true, &f.to) || !world_width(c, &cols) ||
	    !world_look(c, &own, &look))
		return EXIT_TROUBLE;
	status = c->arg_count == 0 ? collect_all(c, &e, &f) : collect_named(c, &e, &f);
	if (status != EXIT_DONE)
		return status;
	events_sort(&e);
	status = e.n == 0 ? EXIT_NOTHING : EXIT_DONE;
	for (size_t i = 0; i < LEN(formats); i++)
		if (c->value[formats[i].option] != NULL)
			return formats[i].put(c, &e), status;
	call_page(c);
	if (e.n != 0)
		put_rail(c, &e, look, cols);
	return status;
}
