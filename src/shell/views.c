/* Lists to choose from: those every library has, and the searches a person saved. */
#include <stdio.h>

#include "base/buf.h"
#include "library/query.h"
#include "shell/state.h"

enum { COUNT_COLS = 9 };

/* What every library has; the last is no query but the visits. */
static const struct {
	const char *name, *query;
	bool recent;
	const char *nothing; /* what an empty one says, or NULL */
} usual[] = {
	{ "All briefs", "", false, NULL },
	{ "Unread", "is:unread", false, "everything is read" },
	{ "Starred", "is:starred", false, "no brief has a star yet: * gives one" },
	{ "Recently read", "", true, "nothing was read yet" },
};

const char *
views_nothing(const struct list *l)
{
	for (size_t i = 0; i < LEN(usual); i++)
		if (l->filter.n == 0 &&
		    str_eq(typed_str(&l->view), str_of(usual[i].name)))
			return usual[i].nothing;
	return NULL;
}

static struct list_view
view_at(const struct shell *sh, size_t i)
{
	const struct saved *q;

	if (i < LEN(usual))
		return (struct list_view){ str_of(usual[i].name), str_of(usual[i].query),
			STR_NIL, usual[i].recent };
	q = &sh->views.saved.at[i - LEN(usual)];
	return (struct list_view){ q->name, q->query, q->filter, false };
}

static size_t
view_count(const struct shell *sh)
{
	return LEN(usual) + sh->views.saved.n;
}

/* How many briefs a list has; a filter would have to look at all titles. */
static size_t
count_of(struct shell *sh, const struct list_view *v)
{
	struct library *lib = sh->o->library;
	struct library_asking how = { .brief = true };
	struct query_error error;
	struct query q;
	struct hits hits;

	if (library_glanced(lib) || v->filter.n != 0 ||
	    (v->recent && sh->o->state == NULL))
		return SIZE_MAX;
	if (v->recent)
		return state_visits(sh->o->state, &sh->scratch).n;
	if (!query_parse(&sh->scratch, v->query, false, &q, &error))
		return SIZE_MAX;
	if (q.nodes.at[q.root].kind == QUERY_ALL)
		return library_count(lib);
	if (query_needs_marks(&q))
		how.marks = reading_all_marks(sh);
	hits = library_ask(lib, &q, &how, &sh->scratch);
	return hits.n + hits.rest_n;
}

static void
read_saved(struct shell *sh)
{
	arena_free(&sh->views.memory);
	sh->views.saved = sh->o->state == NULL
			      ? (struct saved_list){ 0 }
			      : state_saved(sh->o->state, &sh->views.memory);
	if (sh->views.cursor >= view_count(sh))
		sh->views.cursor = view_count(sh) - 1;
	sh->views.counts = arena_many(&sh->views.memory, size_t, view_count(sh));
	for (size_t i = 0; i < view_count(sh); i++) {
		const struct list_view v = view_at(sh, i);

		sh->views.counts[i] = count_of(sh, &v);
	}
}

void
views_begin(struct shell *sh, int arg)
{
	(void)arg;
	reading_keep(sh, false); /* what was opened just now is among the visits */
	read_saved(sh);
	sh->views.cursor = 0;
	for (size_t i = 0; i < view_count(sh); i++)
		if (str_eq(view_at(sh, i).name, typed_str(&sh->list.view)))
			sh->views.cursor = i;
	sh->overlay = VIEW_VIEWS;
}

void
views_step(struct shell *sh, long by)
{
	const long n = (long)view_count(sh), at = (long)sh->views.cursor + by;

	sh->views.cursor = (size_t)(at < 0 ? 0 : at >= n ? n - 1 : at);
}

void
views_choose(struct shell *sh, int arg)
{
	const struct list_view v = view_at(sh, sh->views.cursor);
	struct list *l = &sh->list;

	(void)arg;
	sh->overlay = 0;
	typed_set(&l->view, sh->views.cursor == 0 ? STR_NIL : v.name);
	typed_set(&l->query, v.query);
	typed_set(&l->filter, v.filter);
	l->recent = v.recent;
	l->cursor = l->top = 0;
	l->stale = true;
}

void
views_forget(struct shell *sh, int arg)
{
	const size_t at = sh->views.cursor;
	const struct str name = view_at(sh, at).name;
	const size_t said = sh->d->n;

	(void)arg;
	if (at < LEN(usual)) {
		shell_say(sh, false, "every library has this one");
		return;
	}
	if (state_forget(sh->o->state, name))
		shell_say(sh, false, "forgotten: " STR_FMT, STR_ARG(name));
	read_saved(sh);
	shell_say_diag(sh, said);
}

void
views_save(struct shell *sh, int arg)
{
	(void)arg;
	if (sh->o->state == NULL)
		shell_say(sh, true, "nothing is kept here");
	else if (sh->list.query.n == 0 && sh->list.filter.n == 0)
		shell_say(sh, false, "search with / or filter with \\ first");
	else
		input_begin(sh, INPUT_SAVE);
}

void
views_saved_as(struct shell *sh, struct str name)
{
	const struct saved q = { name, typed_str(&sh->list.query),
		typed_str(&sh->list.filter) };
	const size_t said = sh->d->n;

	if (name.n == 0)
		return;
	for (size_t i = 0; i < LEN(usual); i++)
		if (str_eq_nocase(name, str_of(usual[i].name))) {
			shell_say(sh, true, "every library has a list of this name");
			return;
		}
	if (state_save(sh->o->state, &q)) {
		typed_set(&sh->list.view, name);
		shell_say(sh, false, "saved: " STR_FMT "  (v chooses it)", STR_ARG(name));
	}
	shell_say_diag(sh, said);
}

/* The name, and from 40 columns on how many it has and what it asks for. */
static void
paint_view(const struct shell *sh, size_t i, struct cells *out, int y)
{
	const struct list_view v = view_at(sh, i);
	const int left = out->cols >= 40 ? 2 : 1, name = out->cols >= 40 ? 24 : out->cols;
	const struct str what = v.query.n != 0 ? v.query : v.filter;
	char count[24] = "";

	(void)paint_clip(out, left, y, name - left - 1, v.name, ROLE_TEXT);
	if (sh->views.counts[i] != SIZE_MAX)
		(void)snprintf(count, sizeof(count), "%6zu", sh->views.counts[i]);
	if (out->cols >= 40) {
		(void)paint_clip(out, name, y, COUNT_COLS, str_of(count), ROLE_TEXT);
		(void)paint_clip(out, name + COUNT_COLS, y,
		    out->cols - name - COUNT_COLS - 1, what, ROLE_META);
	}
	if (i == sh->views.cursor)
		cells_role(out, left - 1, y, out->cols - left + (left == 1), ROLE_FOCUS);
}

/* Rows above the first one, how many there is room for, and which comes first. */
struct window {
	int y;
	size_t rows, top;
};

static struct window
window_of(const struct shell *sh)
{
	const int y = sh->rows >= 10 ? 2 : 0, body = shell_body_rows(sh);
	const size_t rows = (size_t)(body > y ? body - y : 1), at = sh->views.cursor;

	return (struct window){ y, rows, at < rows ? 0 : at + 1 - rows };
}

bool
views_point(struct shell *sh, int y)
{
	const struct window w = window_of(sh);
	const size_t at = w.top + (size_t)(y - w.y);

	if (y < w.y || y >= w.y + (int)w.rows || at >= view_count(sh))
		return false;
	sh->views.cursor = at;
	return true;
}

void
views_paint(const struct shell *sh, struct cells *out)
{
	const struct window w = window_of(sh);

	if (w.y != 0)
		(void)paint_clip(out, out->cols >= 40 ? 2 : 0, 0, out->cols - 3,
		    STR("Lists"), ROLE_TITLE);
	for (size_t i = w.top; i < view_count(sh) && i < w.top + w.rows; i++)
		paint_view(sh, i, out, w.y + (int)(i - w.top));
}
