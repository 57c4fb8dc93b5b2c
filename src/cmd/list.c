/* list: date, source, title of all briefs or those that fit a query; or ids for other programs. */
#include "cmd/list.h"

#include "cmd/where.h"
#include "cmd/world.h"
#include "data/edtf.h"
#include "data/json.h"
#include "library/state.h"

enum { DATE_COLS = 10, SOURCE_COLS = 20, TIMES_COLS = 4, NAME_COLS = 24 };
enum { DATE_FROM = 30, SOURCE_FROM = 72 }; /* columns that leave the title some */

int
list_indent(const struct paper *p)
{
	return p->cols == 0 || p->cols >= DATE_FROM ? DATE_COLS + 1 : 2;
}

static struct str
dot(const struct paper *p)
{
	return p->ascii ? STR("-") : STR("·");
}

void
list_line(struct call *c, const struct paper *p, const struct entry *e)
{
	const struct piece date = { edtf_show(c->a, e->published), ROLE_DATE, DATE_COLS },
			   source = { entry_from(e), ROLE_META, SOURCE_COLS },
			   title = { e->title.n != 0 ? e->title : e->id, ROLE_LINK, 0 };
	const bool column = !p->unsourced && (p->cols == 0 || p->cols >= SOURCE_FROM);
	struct piece pieces[5];
	size_t n = 0;

	if (list_indent(p) > DATE_COLS)
		pieces[n++] = date;
	if (column)
		pieces[n++] = source;
	pieces[n++] = title;
	if (p->unsourced && entry_from(e).n != 0) {
		pieces[n++] = (struct piece){ dot(p), ROLE_META, 0 };
		pieces[n++] = (struct piece){ entry_from(e), ROLE_META, 0 };
	}
	paper_line(c, p, pieces, n);
}

bool
list_name(struct call *c, const struct entry *e)
{
	const bool paths = c->value[OPTION_PATHS] != NULL,
		   nul = c->value[OPTION_NUL] != NULL;

	if (!paths && !nul)
		return false;
	c->verbatim = true;
	buf_str(&c->out, paths ? str_of(e->path) : e->id);
	buf_byte(&c->out, nul ? '\0' : '\n');
	return true;
}

void
list_json(struct json *j, const struct entry *e)
{
	json_field(j, "id", e->id);
	json_field(j, "title", e->title);
	json_field(j, "dek", e->dek);
	json_field(j, "source", e->source);
	json_field(j, "published", e->published);
	json_strs(j, "topics", &e->topics);
	json_strs(j, "tags", &e->tags);
	json_field(j, "path", str_of(e->path));
}

static void
put_marks(struct call *c, struct json *j, const struct entry *e)
{
	static const struct {
		unsigned bit;
		const char *key;
	} keys[] = { { MARK_READ, "read" }, { MARK_STAR, "starred" } };
	const uint32_t *marks = map_get(call_marks(c), e->id);

	for (size_t i = 0; i < LEN(keys); i++)
		json_flag(j, keys[i].key, marks != NULL && (*marks & keys[i].bit) != 0);
}

static void
put_entry(struct call *c, const struct paper *p, const struct entry *e)
{
	struct json j = { .out = &c->out };

	if (list_name(c, e))
		return;
	if (c->value[OPTION_JSON] != NULL) {
		json_open(&j, '{');
		list_json(&j, e);
		put_marks(c, &j, e);
		json_end(&j);
	} else {
		list_line(c, p, e);
	}
}

static void
put_wanted(struct call *c, const struct paper *p, const struct wanted *w)
{
	struct json j = { .out = &c->out };
	struct buf times = buf_new(c->a);
	const struct entry *by = library_at(c->library, w->index);
	struct piece pieces[] = { { STR_NIL, ROLE_DATE, TIMES_COLS },
		{ w->title, ROLE_LINK, 0 }, { dot(p), ROLE_META, 0 },
		{ by->id, ROLE_META, 0 } };

	if (c->value[OPTION_JSON] != NULL) {
		json_open(&j, '{');
		json_field(&j, "title", w->title);
		json_key(&j, "times");
		json_int(&j, (long)w->times);
		json_field(&j, "by", by->id);
		json_end(&j);
		return;
	}
	buf_printf(&times, "%*zu", TIMES_COLS, w->times);
	pieces[0].text = buf_view(&times);
	paper_line(c, p, pieces, LEN(pieces));
}

static int
list_wanted(struct call *c, const struct paper *p, size_t most)
{
	const struct wanted_list list = library_wanted(c->library, c->a);

	for (size_t i = 0; i < list.n && i < most && call_flow(c); i++)
		put_wanted(c, p, &list.at[i]);
	return list.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}

static void
put_saved(struct call *c, const struct paper *p, const struct saved *q)
{
	struct json j = { .out = &c->out };
	const struct piece pieces[] = { { q->name, ROLE_LINK, NAME_COLS },
		{ q->query, ROLE_TEXT, 0 },
		{ q->filter.n != 0 ? STR("\\") : STR_NIL, ROLE_META, 0 },
		{ q->filter, ROLE_TEXT, 0 } };

	if (c->value[OPTION_JSON] == NULL) {
		paper_line(c, p, pieces, q->filter.n != 0 ? LEN(pieces) : 2);
		return;
	}
	json_open(&j, '{');
	json_field(&j, "name", q->name);
	json_field(&j, "query", q->query);
	json_field(&j, "filter", q->filter);
	json_end(&j);
}

static int
list_saved(struct call *c, const struct paper *p, size_t most)
{
	const struct saved_list list = state_saved(call_state(c), c->a);

	for (size_t i = 0; i < list.n && i < most; i++)
		put_saved(c, p, &list.at[i]);
	return list.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}

int
cmd_list(struct call *c)
{
	struct paper paper;
	struct query query;
	struct hits hits;
	long most;

	if (!where_read(c, c->args, c->arg_count, &query) ||
	    !call_number(c, OPTION_MOST, 0, 1000000, &most) || !paper_of(c, &paper) ||
	    !call_library(c))
		return EXIT_TROUBLE;
	paper.unsourced = paper.cols != 0 && !library_sourced(c->library);
	call_page(c);
	if (c->value[OPTION_SAVED] != NULL)
		return list_saved(c, &paper, (size_t)most);
	if (c->value[OPTION_WANTED] != NULL)
		return list_wanted(c, &paper, (size_t)most);
	if (c->arg_count != 0) {
		hits = where_ask(c, &query, (size_t)most, 0, true);
		for (size_t i = 0; i < hits.n && call_flow(c); i++)
			put_entry(c, &paper, library_at(c->library, hits.at[i].index));
		return hits.n == 0 ? where_nothing(c, &query) : EXIT_DONE;
	}
	for (size_t i = 0;
	     i < library_count(c->library) && i < (size_t)most && call_flow(c); i++)
		put_entry(c, &paper, library_at(c->library, i));
	return library_count(c->library) == 0 ? EXIT_NOTHING : EXIT_DONE;
}
