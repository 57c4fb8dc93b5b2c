/* search: ranked hits, each with the line that matched and its words marked. */
#include "cmd/list.h"
#include "cmd/where.h"
#include "cmd/world.h"

enum { HITS_OTHERWISE = 20 };

static void
put_json(struct call *c, const struct hit *h)
{
	struct json j = { .out = &c->out };

	json_open(&j, '{');
	list_json(&j, library_at(c->library, h->index));
	json_key(&j, "score");
	json_decimal(&j, h->score);
	json_key(&j, "para");
	json_int(&j, h->para);
	json_field(&j, "line", h->line);
	json_key(&j, "marks");
	json_open(&j, '[');
	for (size_t i = 0; i < h->marks.n; i++)
		json_int(&j, (long)h->marks.at[i]);
	json_close(&j, ']');
	json_end(&j);
}

static void
put_hit(struct call *c, const struct paper *p, const struct hit *h)
{
	const struct entry *e = library_at(c->library, h->index);

	if (list_name(c, e))
		return;
	if (c->value[OPTION_JSON] != NULL) {
		put_json(c, h);
	} else {
		list_line(c, p, e);
		if (h->line.n != 0 && !str_eq(h->line, e->title))
			paper_marked(
			    c, p, list_indent(p), h->line, h->marks.at, h->marks.n);
	}
}

int
cmd_search(struct call *c)
{
	struct paper paper;
	struct query query;
	struct hits hits;
	long most;

	if (c->arg_count == 0)
		return call_usage(c, "search needs a query");
	if (!where_read(c, c->args, c->arg_count, &query) ||
	    !call_number(c, OPTION_MOST, 1, HITS_OTHERWISE, &most) ||
	    !paper_of(c, &paper) || !call_library(c))
		return EXIT_TROUBLE;
	paper.unsourced = paper.cols != 0 && !library_sourced(c->library);
	call_page(c);
	hits = where_ask(c, &query, (size_t)most, (size_t)most, false);
	for (size_t i = 0; i < hits.n && call_flow(c); i++)
		put_hit(c, &paper, &hits.at[i]);
	return hits.n == 0 ? where_nothing(c, &query) : EXIT_DONE;
}
