/* related: the neighbours of one brief or of all, as the pane, as JSON lines, as a graph. */
#include "cmd/ref.h"
#include "cmd/world.h"
#include "data/json.h"
#include "doc/doc.h"
#include "library/library.h"
#include "render/print.h"
#include "text/clean.h"

enum { NEIGHBOURS_OTHERWISE = 10 };

struct relating {
	const struct print_look *look;
	struct page_options page;
	size_t most;
};

typedef void put_related(struct call *c, const struct relating *r, const struct brief *b,
    const struct neighbours *n, struct arena *a);

static void
put_json(struct call *c, const struct relating *r, const struct brief *b,
    const struct neighbours *n, struct arena *a)
{
	struct json j = { .out = &c->out };

	(void)r;
	(void)a;
	json_open(&j, '{');
	json_key(&j, "id");
	json_str(&j, b->id);
	json_key(&j, "related");
	json_open(&j, '[');
	for (size_t i = 0; i < n->n; i++)
		print_json_neighbour(&j, &n->at[i]);
	json_close(&j, ']');
	json_end(&j);
}

/* A name in quotes, as the language of dot wants it. */
static void
put_dot_name(struct buf *out, struct str name)
{
	buf_byte(out, '"');
	put_quoted(out, name, "\"\\", '\\');
	buf_byte(out, '"');
}

static void
put_dot(struct call *c, const struct relating *r, const struct brief *b,
    const struct neighbours *n, struct arena *a)
{
	(void)r;
	(void)a;
	for (size_t i = 0; i < n->n; i++) {
		const struct neighbour *to = &n->at[i];
		const bool back = to->kind == NEIGHBOUR_BACKLINK;
		const struct str name = to->id.n != 0 ? to->id : to->title;

		if (to->kind == NEIGHBOUR_COMPUTED && to->why.n == 0)
			continue;
		buf_byte(&c->out, '\t');
		put_dot_name(&c->out, back ? name : b->id);
		buf_text(&c->out, " -> ");
		put_dot_name(&c->out, back ? b->id : name);
		buf_printf(&c->out, " [style=%s tooltip=",
		    to->kind == NEIGHBOUR_COMPUTED ? "dashed" : "solid");
		put_dot_name(&c->out, to->why.n == 0 ? STR("stated") : to->why);
		buf_text(&c->out, "];\n");
	}
}

static void
put_page(struct call *c, const struct relating *r, const struct brief *b,
    const struct neighbours *n, struct arena *a)
{
	const struct neighbours folded = neighbours_fold(a, n, b->id);

	print_page(&c->out, page_make(a, b, doc_new(a), &folded, &r->page), r->look);
}

static int
relate_one(struct call *c, const struct relating *r, put_related *put)
{
	struct neighbours n;
	struct ref ref;
	const struct brief *b;
	const int status = ref_find(c, c->args[0], &ref);

	if (status != EXIT_DONE)
		return status;
	b = ref_read(c, &ref, c->a);
	if (b == NULL || !call_library(c))
		return EXIT_TROUBLE;
	if (ref.index == SIZE_MAX) /* a file by itself may still lie in the library */
		ref.index = library_id(c->library, b->id);
	n = library_related(c->library, ref.index, b, r->most, c->a);
	put(c, r, b, &n, c->a);
	if (put != put_json)
		n = neighbours_fold(c->a, &n, b->id);
	if (n.n != 0)
		return EXIT_DONE;
	say(c->d, SAY_NOTHING, (struct place){ 0 },
	    "nothing in the library is close to '" STR_FMT "'", STR_ARG(b->title));
	return EXIT_NOTHING;
}

static int
relate_all(struct call *c, const struct relating *r, put_related *put)
{
	if (!call_library(c))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < library_count(c->library) && !c->closed; i++) {
		struct arena a = ARENA_INIT;
		const struct brief b = { .id =
					     str_dup(&a, library_at(c->library, i)->id) };
		const struct neighbours n =
		    library_related(c->library, i, NULL, r->most, &a);

		put(c, r, &b, &n, &a);
		arena_free(&a);
		(void)call_flow(c);
	}
	return library_count(c->library) == 0 ? EXIT_NOTHING : EXIT_DONE;
}

static bool
read_options(struct call *c, struct relating *r, struct print_look *look)
{
	long most, cols;

	if (!call_number(c, OPTION_MOST, 0, NEIGHBOURS_OTHERWISE, &most) ||
	    !world_width(c, &cols) || !world_look(c, look, &r->look))
		return false;
	r->most = (size_t)most;
	r->page = (struct page_options){ .cols = (int)cols,
		.panes = PANE_BIT(PANE_RELATED),
		.one_column = true,
		.ascii = world_ascii(c) };
	return true;
}

int
cmd_related(struct call *c)
{
	const bool all = c->value[OPTION_ALL] != NULL, dot = c->value[OPTION_DOT] != NULL;
	put_related *put = dot                                    ? put_dot
			   : c->value[OPTION_JSON] != NULL || all ? put_json
								  : put_page;
	struct print_look look;
	struct relating r = { 0 };
	int status;

	if (!all)
		ref_one(c);
	if (c->arg_count != (all ? 0 : 1))
		return call_usage(c, "related needs one brief, or --all");
	if (!read_options(c, &r, &look))
		return EXIT_TROUBLE;
	call_page(c);
	if (dot)
		buf_text(&c->out, "digraph nutgraf {\n");
	status = all ? relate_all(c, &r, put) : relate_one(c, &r, put);
	if (dot)
		buf_text(&c->out, "}\n");
	return status;
}
