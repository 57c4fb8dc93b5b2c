/*
 * export: briefs as files of a folder, which is new, empty, or one that an export made: the
 * file MARK names what it wrote, so that what is gone from the library goes there too.
 */
#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "cmd/format.h"
#include "cmd/where.h"
#include "cmd/world.h"
#include "data/edtf.h"
#include "text/clean.h"
#include "text/glyph.h"

#define MARK ".exported"

enum { FILE_MOST = 64 << 20 };

struct export
{
	struct call *c;
	const char *folder;
	const struct format *format;
	const size_t *at; /* of the library */
	size_t n;
	struct map names; /* of the files, without the ending */
	struct showing show;
};

static bool
file_put(const struct export *x, struct arena *a, struct str name, const char *ending,
    struct str bytes)
{
	struct diags unheard = { .a = a };
	struct buf file = buf_new(a);
	struct str there;
	const char *path;

	buf_str(&file, name);
	buf_text(&file, ending);
	path = path_join(a, x->folder, buf_view(&file));
	if (file_stat(path).bytes == bytes.n &&
	    file_read(a, path, FILE_MOST, &there, &unheard) && str_eq(there, bytes))
		return true;
	return file_publish(path, bytes, x->c->d);
}

/* Nothing of somebody else's may be written over.  What is interrupted can be done again:
   the mark is the first thing written. */
static bool
folder_ready(const struct export *x)
{
	struct call *c = x->c;
	struct strs names;

	if (!folder_make(x->folder, c->d) ||
	    !folder_list(c->a, x->folder, STR_NIL, &names, c->d))
		return false;
	if (file_stat(path_join(c->a, x->folder, STR(MARK))).exists)
		return true;
	if (names.n == 0)
		return file_put(x, c->a, STR(MARK), "", STR(""));
	(void)call_usage(c, "'%s' holds other files; name a new folder", x->folder);
	return false;
}

/* An id becomes a file's name: one that could be another file, or the index, does not. */
static bool
take_name(struct export *x, struct str id)
{
	if (brief_id_valid(id) && !str_eq(id, STR("index")) &&
	    map_get(&x->names, id) == NULL) {
		*map_at(&x->names, id) = 1;
		return true;
	}
	say(x->c->d, SAY_BRIEF_VALUE, (struct place){ 0 },
	    "'" STR_FMT "' cannot be a file's name here; give the brief another id",
	    STR_ARG(id));
	return false;
}

static struct str
href_of(const struct export *x, struct arena *a, struct str id)
{
	struct buf out = buf_new(a);

	if (id.n == 0 || map_get(&x->names, id) == NULL)
		return STR_NIL;
	buf_str(&out, id);
	buf_text(&out, x->format->ending);
	return buf_view(&out);
}

static bool
put_brief(const struct export *x, size_t index)
{
	struct arena a = ARENA_INIT;
	struct showing s = x->show;
	struct buf out = buf_new(&a);
	bool ok = false;

	s.a = &a;
	s.brief = library_brief(x->c->library, index, &a, x->c->d);
	if (s.brief != NULL && x->format->related) {
		const struct neighbours all =
		    library_related(x->c->library, index, s.brief, RELATED_MOST, &a);

		s.related = neighbours_fold(&a, &all, s.brief->id);
	}
	for (size_t i = 0; i < s.related.n; i++)
		s.related.at[i].href = href_of(x, &a, s.related.at[i].id);
	if (s.brief != NULL) {
		x->format->show(&out, &s);
		ok = file_put(x, &a, library_at(x->c->library, index)->id,
		    x->format->ending, buf_view(&out));
	}
	arena_free(&a);
	return ok;
}

static bool
put_index(const struct export *x)
{
	struct arena a = ARENA_INIT;
	struct index_row *rows = arena_many(&a, struct index_row, x->n + 1);
	struct buf title = buf_new(&a), out = buf_new(&a);
	bool ok;

	buf_printf(&title, "%zu brief%s", x->n, x->n == 1 ? "" : "s");
	for (size_t i = 0; i < x->n; i++) {
		const struct entry *e = library_at(x->c->library, x->at[i]);

		rows[i] = (struct index_row){ edtf_show(&a, e->published), e->source,
			e->title.n != 0 ? e->title : e->id, href_of(x, &a, e->id) };
	}
	x->format->index(&out, buf_view(&title), rows, x->n);
	ok = file_put(x, &a, STR("index"), x->format->ending, buf_view(&out));
	arena_free(&a);
	return ok;
}

/* What the last export wrote and this one did not goes; the list becomes that of this one. */
static bool
put_mark(struct export *x)
{
	struct arena a = ARENA_INIT;
	struct diags unheard = { .a = &a };
	struct map written = map_new(&a);
	struct buf list = buf_new(&a);
	struct str old = STR_NIL;
	bool ok = true;

	if (x->format->index != NULL)
		*map_at(&x->names, STR("index")) = 1;
	for (size_t i = 0; i < x->names.n; i++) {
		const size_t from = list.n;

		buf_str(&list, x->names.keys[i].key);
		buf_text(&list, x->format->ending);
		*map_at(&written, str_dup(&a, str_cut(buf_view(&list), from, list.n))) =
		    1;
		buf_byte(&list, '\n');
	}
	(void)file_read(
	    &a, path_join(&a, x->folder, STR(MARK)), FILE_MOST, &old, &unheard);
	while (old.n != 0) {
		const struct str name = str_line(&old);

		if (name.n != 0 && name.p[0] != '.' && !str_has(name, STR("/")) &&
		    map_get(&written, name) == NULL)
			ok = file_remove(path_join(&a, x->folder, name), x->c->d) && ok;
	}
	ok = file_put(x, &a, STR(MARK), "", buf_view(&list)) && ok;
	arena_free(&a);
	return ok;
}

static bool
read_options(struct call *c, struct export *x)
{
	long cols = 0;

	x->format = format_of(c, OPTION_HTML);
	if (c->value[OPTION_WIDTH] != NULL && !world_width(c, &cols))
		return false;
	x->show.page = (struct page_options){ .cols = (int)cols,
		.one_column = true,
		.ascii = world_ascii(c) && x->format->option == OPTION_TEXT,
		.today = str_cut(clock_now(c->a), 0, sizeof("2026-01-02") - 1) };
	return true;
}

/* The briefs asked for that can be files, newest first. */
static size_t
collect(struct export *x, const struct query *q)
{
	struct call *c = x->c;
	const bool all = c->arg_count == 1;
	const struct hits hits = all ? (struct hits){ 0 } : where_ask(c, q, 0, 0, true);
	const size_t n = all ? library_count(c->library) : hits.n;
	size_t *at = arena_many(c->a, size_t, n + 1);

	for (size_t i = 0; i < n; i++) {
		const size_t index = all ? i : hits.at[i].index;

		if (take_name(x, library_at(c->library, index)->id))
			at[x->n++] = index;
	}
	x->at = at;
	return n;
}

int
cmd_export(struct call *c)
{
	struct export x = { .c = c, .names = map_new(c->a) };
	struct query query;
	struct buf said = buf_new(c->a);
	const long started = clock_ticks();
	struct str shown;
	bool ok;

	if (c->arg_count == 0)
		return call_usage(c, "export needs a folder to write to");
	x.folder = c->args[0];
	if (!where_read(c, c->args + 1, c->arg_count - 1, &query) ||
	    !read_options(c, &x) || !call_library(c))
		return EXIT_TROUBLE;
	ok = collect(&x, &query) == x.n;
	if (x.n == 0)
		return ok ? EXIT_NOTHING : EXIT_TROUBLE;
	if (!folder_ready(&x))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < x.n; i++) {
		ok = put_brief(&x, x.at[i]) && ok;
		call_progress(i + 1, x.n, started);
	}
	ok = (x.format->index == NULL || put_index(&x)) && put_mark(&x) && ok;
	shown = glyph_safe(c->a, str_of(x.folder), false);
	buf_printf(&said, "%zu brief%s in '" STR_FMT "'\n", x.n, x.n == 1 ? "" : "s",
	    STR_ARG(shown));
	put_clean(&c->out, buf_view(&said), true);
	return ok ? EXIT_DONE : EXIT_TROUBLE;
}
