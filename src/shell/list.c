/* The rows of the library view: all briefs in an order, those a filter keeps, or hits. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/file.h"
#include "library/query.h"
#include "shell/state.h"
#include "text/utf8.h"

enum { HITS_MOST = 200 };

const char *
order_name(enum order o)
{
	static const char *const names[ORDER_COUNT] = { "newest first",
		"last changed first", "oldest first", "by title", "by source" };

	return names[o];
}

/* What a filter looks at, folded once. */
static void
fold_all(struct shell *sh)
{
	struct list *l = &sh->list;
	const size_t n = library_count(sh->o->library);
	struct arena scratch = ARENA_INIT;

	l->folded = arena_many(&l->folds, struct str, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct arena_mark m = arena_mark(&scratch);
		const struct entry *e = library_at(sh->o->library, i);
		struct buf b = buf_new(&scratch);

		buf_str(&b, e->title);
		buf_byte(&b, '\n');
		buf_str(&b, entry_from(e));
		for (size_t k = 0; k < e->topics.n + e->tags.n; k++) {
			buf_byte(&b, '\n');
			buf_str(&b, k < e->topics.n ? e->topics.at[k]
						    : e->tags.at[k - e->topics.n]);
		}
		l->folded[i] = str_dup(&l->folds, utf8_fold(&scratch, buf_view(&b)));
		arena_rewind(&scratch, m);
	}
	arena_free(&scratch);
}

static bool
kept(const struct list *l, size_t index, struct str words)
{
	while (words.n != 0) {
		const struct str word = str_split(&words, ' ');

		if (!str_has(l->folded[index], word))
			return false;
	}
	return true;
}

/* What rows are compared by, read once: by index. */
struct sorting {
	enum order order;
	const struct str *folded;
	bool *dated;
	int64_t *changed; /* of ORDER_CHANGED */
	uint32_t *source; /* a number for each name; */
	struct map sources;
};

/* Newest first is the library's own order; ties keep it. */
static int
compare(const void *va, const void *vb, void *sorting)
{
	const struct row *a = va, *b = vb;
	const struct sorting *s = sorting;
	int by = 0;

	switch (s->order) {
	case ORDER_OLDEST:
		by = (int)s->dated[b->index] - (int)s->dated[a->index];
		if (by == 0 && s->dated[a->index])
			return (a->index < b->index) - (a->index > b->index);
		break;
	case ORDER_CHANGED:
		by = (s->changed[a->index] < s->changed[b->index]) -
		     (s->changed[a->index] > s->changed[b->index]);
		break;
	case ORDER_TITLE:
		by = str_cmp(s->folded[a->index], s->folded[b->index]);
		break;
	case ORDER_SOURCE:
		by = s->source[a->index] == s->source[b->index]
			 ? 0
			 : str_cmp(s->sources.keys[s->source[a->index]].key,
			       s->sources.keys[s->source[b->index]].key);
		break;
	case ORDER_NEWEST:
	case ORDER_COUNT:
		break;
	}
	return by != 0 ? by : (a->index > b->index) - (a->index < b->index);
}

/* The number of a name; a new one is copied. */
static uint32_t
source_number(struct sorting *s, struct arena *a, struct str name)
{
	const struct str key = name.n == 0 ? STR("") : name;
	const uint32_t *known = map_get(&s->sources, key);
	uint32_t *number;

	if (known != NULL)
		return *known;
	number = map_at(&s->sources, str_dup(a, key));
	return *number = (uint32_t)s->sources.n - 1;
}

static void
sort_rows(struct shell *sh)
{
	struct list *l = &sh->list;
	struct arena scratch = ARENA_INIT;
	const size_t n = library_count(sh->o->library);
	struct sorting s = { .order = l->order,
		.folded = l->folded,
		.dated = arena_many(&scratch, bool, n + 1),
		.changed = arena_many(&scratch, int64_t, n + 1),
		.source = arena_many(&scratch, uint32_t, n + 1),
		.sources = map_new(&scratch) };

	for (size_t i = 0; l->order != ORDER_TITLE && i < n; i++) {
		const struct entry *e = library_at(sh->o->library, i);

		s.dated[i] = e->published.n != 0;
		s.source[i] = source_number(&s, &scratch, entry_from(e));
		if (l->order == ORDER_CHANGED)
			s.changed[i] = file_stat(e->path).mtime_ns;
	}
	qsort_r(l->rows.at, l->rows.n, sizeof(*l->rows.at), compare, &s);
	arena_free(&scratch);
}

/* Room for all rows that there may be. */
static void
begin_rows(struct list *l, size_t most)
{
	l->rows.at = arena_many(&l->memory, struct row, most + 1);
	l->rows.room = most + 1;
}

static void
add_row(struct list *l, size_t index, const struct hit *hit, struct str words)
{
	if (index != SIZE_MAX && (words.n == 0 || kept(l, index, words)))
		*vec_push(&l->memory, &l->rows) = (struct row){ index, hit };
}

/* Asks the library, or tells in `fault` why it cannot.  While it is typed a screenful will do. */
static void
ask(struct shell *sh, bool typing)
{
	struct list *l = &sh->list;
	struct library_asking how = { .most = sh->overlay == VIEW_INPUT ? HITS_MOST : 0,
		.lines = HITS_MOST,
		.brief = true };
	struct query q;
	struct query_error error;

	l->fault = STR_NIL;
	if (!query_parse(&l->memory, typed_str(&l->query), typing, &q, &error)) {
		struct buf b = buf_new(&l->memory);

		buf_printf(&b, "column %zu: " STR_FMT, error.at + 1, STR_ARG(error.text));
		l->fault = buf_view(&b);
		return;
	}
	if (q.nodes.at[q.root].kind == QUERY_ALL)
		return;
	if (query_needs_marks(&q))
		how.marks = reading_all_marks(sh);
	l->hits = library_ask(sh->o->library, &q, &how, &l->memory);
}

/* Where a word of a query, folded, stands in it as it was typed. */
static size_t
find_word(struct str query, struct str word)
{
	for (size_t i = 0; i + word.n <= query.n; i++)
		if (str_eq_nocase(str_cut(query, i, i + word.n), word))
			return i;
	return STR_NONE;
}

static struct str
with_word(struct arena *a, struct str query, size_t at, size_t bytes, struct str word)
{
	struct buf b = buf_new(a);

	buf_str(&b, str_cut(query, 0, at));
	buf_str(&b, word);
	buf_str(&b, str_cut(query, at + bytes, query.n));
	return buf_view(&b);
}

struct str
list_meant(struct shell *sh)
{
	enum { WORDS = 4 };
	const struct library_asking how = { .most = 1, .brief = true };
	struct str text = typed_str(&sh->list.query);

	for (int i = 0; i < WORDS; i++) {
		struct query q;
		struct query_error error;
		struct str typed, word;
		size_t at;

		if (!query_parse(&sh->scratch, text, false, &q, &error))
			return STR_NIL;
		if (i != 0 && library_ask(sh->o->library, &q, &how, &sh->scratch).n != 0)
			return text;
		word = library_meant(sh->o->library, &q, &sh->scratch, &typed);
		at = word.n == 0 ? STR_NONE : find_word(text, typed);
		if (at == STR_NONE)
			return STR_NIL;
		text = with_word(&sh->scratch, text, at, typed.n, word);
	}
	return STR_NIL;
}

/* A word that was typed counts whole, as on the command line; where that finds nothing, what
   was shown while it was typed stays. */
static void
rows_of_search(struct shell *sh, struct str words)
{
	struct list *l = &sh->list;

	if (sh->overlay != VIEW_INPUT)
		ask(sh, false);
	if (l->hits.n == 0)
		ask(sh, true);
	begin_rows(l, l->hits.n + l->hits.rest_n);
	for (size_t i = 0; i < l->hits.n; i++)
		add_row(l, l->hits.at[i].index, &l->hits.at[i], words);
	for (size_t i = 0; i < l->hits.rest_n; i++)
		add_row(l, l->hits.rest[i], NULL, words);
}

static void
rows_of_visits(struct shell *sh, struct str words)
{
	struct list *l = &sh->list;
	const struct strs ids = state_visits(sh->o->state, &l->memory);

	for (size_t i = 0; i < ids.n; i++)
		add_row(l, library_id(sh->o->library, ids.at[i]), NULL, words);
}

static void
rows_of_library(struct shell *sh, struct str words)
{
	struct list *l = &sh->list;
	const size_t n = library_count(sh->o->library);

	begin_rows(l, n);
	for (size_t i = 0; i < n; i++)
		add_row(l, i, NULL, words);
	if (l->order != ORDER_NEWEST && l->rows.n > 1)
		sort_rows(sh);
}

/* Columns that nine of ten sources need; 0 where there are too many to be looked at, or they
   need many. */
static int
cols_needed(const struct library *lib)
{
	enum { BRIEFS_MOST = 500, COLS_MOST = 24 };
	const size_t n = library_count(lib);
	size_t of[COLS_MOST + 1] = { 0 }, fit = 0;

	for (size_t i = 0; i < n && n <= BRIEFS_MOST; i++) {
		const int cols = glyph_cols(entry_from(library_at(lib, i)));

		if (cols <= COLS_MOST)
			of[cols]++;
	}
	for (int cols = 0; cols <= COLS_MOST && n <= BRIEFS_MOST; cols++) {
		fit += of[cols];
		if (fit * 10 >= n * 9)
			return cols;
	}
	return 0;
}

void
list_refresh(struct shell *sh)
{
	struct list *l = &sh->list;
	struct str words;

	if (!l->stale)
		return;
	(void)reading_refresh(sh);
	if (sh->overlay != VIEW_INPUT) {
		l->sourced = library_sourced(sh->o->library);
		l->source_cols = cols_needed(sh->o->library);
	}
	arena_free(&l->memory);
	memset(&l->rows, 0, sizeof(l->rows));
	l->hits = (struct hits){ 0 };
	l->fault = STR_NIL;
	l->stale = false;
	words = utf8_fold(&l->memory, typed_str(&l->filter));
	if (library_glanced(sh->o->library) && l->query.n + words.n != 0) {
		l->fault = STR("the index is being made; then it is searched");
		l->cursor = 0;
		return;
	}
	if (words.n == 0 && l->order != ORDER_TITLE && sh->overlay != VIEW_INPUT) {
		arena_free(&l->folds);
		l->folded = NULL;
	} else if (l->folded == NULL && (words.n != 0 || l->order == ORDER_TITLE)) {
		fold_all(sh);
	}
	if (l->query.n != 0)
		rows_of_search(sh, words);
	else if (l->recent)
		rows_of_visits(sh, words);
	else
		rows_of_library(sh, words);
	if (l->cursor >= l->rows.n)
		l->cursor = l->rows.n == 0 ? 0 : l->rows.n - 1;
}

void
list_seek(struct shell *sh, size_t index)
{
	for (size_t i = 0; i < sh->list.rows.n; i++)
		if (sh->list.rows.at[i].index == index)
			sh->list.cursor = i;
}

void
list_sort(struct shell *sh, int arg)
{
	const struct row *r = list_row(sh);
	const size_t index = r == NULL || sh->list.cursor == 0 ? SIZE_MAX : r->index;

	(void)arg;
	if (library_glanced(sh->o->library)) {
		shell_say(sh, false, "%s", "sorting waits for the index");
		return;
	}
	sh->list.order = (enum order)((sh->list.order + 1) % ORDER_COUNT);
	sh->list.stale = true;
	list_refresh(sh);
	list_seek(sh, index);
	shell_say(sh, false, "%s", order_name(sh->list.order));
}

bool
list_is_part(const struct list *l)
{
	return l->query.n != 0 || l->filter.n != 0 || l->recent;
}

void
list_whole(struct list *l)
{
	typed_set(&l->query, STR_NIL);
	typed_set(&l->filter, STR_NIL);
	typed_set(&l->view, STR_NIL);
	l->recent = false;
	l->stale = true;
}

/* The list alone, or nine twentieths beside the preview, or what that leaves. */
int
list_cols(const struct shell *sh)
{
	enum { LEAST = 48, MOST = 120, PREVIEW = 84 };
	const int part = sh->cols * 9 / 20, left = sh->cols - PREVIEW;
	const int cols = left > part ? left : part;

	if (sh->cols < PREVIEW_FROM)
		return sh->cols;
	return cols < LEAST ? LEAST : cols > MOST ? MOST : cols;
}

int
list_row_height(const struct shell *sh)
{
	const struct hits *h = &sh->list.hits;

	return h->n != 0 && h->at[0].line.n != 0 && shell_body_rows(sh) >= 4 ? 2 : 1;
}

size_t
list_page(const struct shell *sh)
{
	const int rows = shell_body_rows(sh) / list_row_height(sh);

	return rows < 1 ? 1 : (size_t)rows;
}

void
list_show(struct shell *sh)
{
	struct list *l = &sh->list;
	const size_t page = list_page(sh);
	const size_t most = l->rows.n > page ? l->rows.n - page : 0;
	const size_t pad = page > 6 ? 2 : 0;

	if (l->cursor + pad >= l->top + page)
		l->top = l->cursor + pad + 1 - page;
	if (l->cursor < l->top + pad)
		l->top = l->cursor < pad ? 0 : l->cursor - pad;
	if (l->top > most)
		l->top = most;
}

const struct row *
list_row(struct shell *sh)
{
	list_refresh(sh);
	return sh->list.rows.n == 0 || sh->lost ? NULL
						: &sh->list.rows.at[sh->list.cursor];
}
