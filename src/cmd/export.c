/*
 * export: briefs as files of a folder, which is new, empty, or one that an export made: the
 * file MARK names what it wrote, with its hash (as sha256sum does), so that what is gone from
 * the library goes there too, and what somebody changed since stays.  What is about to be
 * written is added to its end; so after an interruption a file is as one of its lines says.
 */
#include <fcntl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/map.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "cmd/format.h"
#include "cmd/put.h"
#include "cmd/where.h"
#include "cmd/world.h"
#include "data/edtf.h"
#include "text/clean.h"
#include "text/glyph.h"

#define MARK ".exported"

enum {
	FILE_MOST = 64 << 20,
	MARK_MOST = 1 << 30,
	HASH = 64 /* digits; two blanks and the name follow */
};

struct export
{
	struct call *c;
	const char *folder;
	const struct format *format;
	const size_t *at; /* of the library */
	size_t n;
	struct map names;   /* of the files, without the ending */
	struct strs before; /* lines of the last export's MARK */
	struct map lines;   /* the same, to be looked up */
	int adding;         /* to MARK */
	struct map written; /* files of this one */
	struct buf mark;    /* and their lines */
	size_t done, kept;  /* briefs: written, left beside what somebody changed */
	struct showing show;
};

static struct str
line_of(struct arena *a, struct str bytes, struct str name)
{
	struct buf line = buf_new(a);

	buf_printf(
	    &line, STR_FMT "  " STR_FMT, STR_ARG(sha256_hex(a, bytes)), STR_ARG(name));
	return buf_view(&line);
}

static void
keep_line(struct export *x, struct str line)
{
	buf_str(&x->mark, line);
	buf_byte(&x->mark, '\n');
}

/* Nobody's work is lost with the file: it is not there, empty, or as it was written. */
static bool
is_ours(const struct export *x, struct arena *a, struct str name, struct str *there)
{
	const char *path = path_join(a, x->folder, name);
	struct diags unheard = { .a = a };

	*there = STR_NIL;
	if (file_stat(path).bytes == 0)
		return true;
	return file_read(a, path, FILE_MOST, there, &unheard) &&
	       map_get(&x->lines, line_of(a, *there, name)) != NULL;
}

/* What somebody changed, or put there, stays; what is new lies beside it. */
static int
put_page(struct export *x, struct arena *a, struct str name, struct str bytes)
{
	const char *path = path_join(a, x->folder, name), *to = path;
	struct buf fresh = buf_new(a), added = buf_new(a);
	struct str there, line;
	const bool ours = is_ours(x, a, name, &there), same = str_eq(there, bytes);

	buf_str(&fresh, name);
	if (!ours && !same) {
		buf_text(&fresh, ".new");
		to = path_join(a, x->folder, buf_view(&fresh));
	}
	line = line_of(a, bytes, buf_view(&fresh));
	keep_line(x, line);
	*map_at(&x->written, str_dup(x->c->a, buf_view(&fresh))) = 1;
	buf_str(&added, line);
	buf_byte(&added, '\n');
	if (!same &&
	    (!fd_write(x->adding, buf_view(&added)) || !file_publish(to, bytes, x->c->d)))
		return EXIT_TROUBLE;
	if (ours || same)
		return EXIT_DONE;
	say(x->c->d, SAY_BRIEF_REFUSED, (struct place){ .file = str_of(path) },
	    "'%s' is not as it was exported and is left as it is; what is new lies in "
	    "'%s'",
	    path, to);
	return EXIT_EDITED;
}

static void
read_mark(struct export *x, struct str bytes)
{
	while (bytes.n != 0) {
		const struct str line = str_line(&bytes);
		const struct str name = str_cut(line, HASH + 2, line.n);

		if (name.n == 0 || name.p[0] == '.' || str_has(name, STR("/")))
			continue;
		*vec_push(x->c->a, &x->before) = line;
		*map_at(&x->lines, line) = 1;
	}
}

/* An old mark, or a new one in a folder where nothing of somebody else's can be written over. */
static bool
mark_ready(struct export *x, const char *mark)
{
	struct call *c = x->c;
	struct str bytes;
	struct strs names;

	if (!folder_make(x->folder, c->d) ||
	    !folder_list(c->a, x->folder, STR_NIL, &names, c->d))
		return false;
	if (file_stat(mark).exists) {
		if (!file_read(c->a, mark, MARK_MOST, &bytes, c->d))
			return false;
		read_mark(x, bytes);
		return true;
	}
	if (names.n == 0)
		return file_publish(mark, STR(""), c->d);
	(void)call_usage(c, "'%s' holds other files; name a new folder", x->folder);
	return false;
}

/* What is interrupted can be done again: the mark is the first thing written, also of each file.
   A line that the power cut ends before the next one begins. */
static bool
folder_ready(struct export *x)
{
	const char *mark = path_join(x->c->a, x->folder, STR(MARK));

	if (!mark_ready(x, mark))
		return false;
	x->adding = open(mark, O_WRONLY | O_APPEND | O_CLOEXEC);
	if (x->adding >= 0 && fd_write(x->adding, STR("\n")))
		return true;
	say(x->c->d, SAY_FILE_WRITE, (struct place){ .file = str_of(mark) },
	    "cannot write to '%s'", mark);
	return false;
}

/* An id becomes a file's name: one that could be another file, or the index that a
   format has, does not. */
static bool
take_name(struct export *x, struct str id)
{
	const bool index = x->format->index != NULL && str_eq(id, STR("index"));

	if (brief_id_valid(id) && !index && map_get(&x->names, id) == NULL) {
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

static int
put_brief(struct export *x, size_t index)
{
	struct arena a = ARENA_INIT;
	struct showing s = x->show;
	struct buf out = buf_new(&a);
	int status = EXIT_TROUBLE;

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
		status = put_page(x, &a,
		    href_of(x, &a, library_at(x->c->library, index)->id), buf_view(&out));
	}
	arena_free(&a);
	return status;
}

static int
put_index(struct export *x)
{
	struct arena a = ARENA_INIT;
	struct index_row *rows = arena_many(&a, struct index_row, x->n + 1);
	struct buf title = buf_new(&a), out = buf_new(&a);
	int status;

	*map_at(&x->names, STR("index")) = 1;
	buf_printf(&title, "%zu brief%s", x->n, x->n == 1 ? "" : "s");
	for (size_t i = 0; i < x->n; i++) {
		const struct entry *e = library_at(x->c->library, x->at[i]);

		rows[i] = (struct index_row){ edtf_show(&a, e->published), entry_from(e),
			e->title.n != 0 ? e->title : e->id, href_of(x, &a, e->id) };
	}
	x->format->index(&out, buf_view(&title), rows, x->n);
	status = put_page(x, &a, href_of(x, &a, STR("index")), buf_view(&out));
	arena_free(&a);
	return status;
}

/* The file of a brief that is exported, though this time it was not written. */
static bool
is_named(const struct export *x, struct str name)
{
	const struct str ending = str_of(x->format->ending);

	return str_ends(name, ending) &&
	       map_get(&x->names, str_cut(name, 0, name.n - ending.n)) != NULL;
}

/* A file that the last export wrote goes when this one did not; a changed one is no longer
   ours. */
static bool
forget(struct export *x, struct arena *a, struct str line)
{
	const struct str name = str_cut(line, HASH + 2, line.n);
	const char *path = path_join(a, x->folder, name);
	struct str there;

	if (map_get(&x->written, name) != NULL)
		return true;
	if (is_named(x, name)) {
		keep_line(x, line);
		return true;
	}
	*map_at(&x->written, name) = 1; /* not twice: a file may have two lines */
	if (is_ours(x, a, name, &there))
		return file_remove(path, x->c->d);
	say(x->c->d, SAY_BRIEF_KEPT, (struct place){ .file = str_of(path) },
	    "'%s' is not as it was exported and stays, though its brief is gone", path);
	return true;
}

static int
put_mark(struct export *x)
{
	struct arena *const a = x->c->a;
	bool ok = true;

	for (size_t i = 0; i < x->before.n; i++) {
		struct arena one = ARENA_INIT;

		ok = forget(x, &one, x->before.at[i]) && ok;
		arena_free(&one);
	}
	ok = file_publish(
		 path_join(a, x->folder, STR(MARK)), buf_view(&x->mark), x->c->d) &&
	     ok;
	return ok ? EXIT_DONE : EXIT_TROUBLE;
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
		.today = clock_today(c->a) };
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

static void
tell(struct call *c, const struct export *x)
{
	const struct str shown = glyph_safe(c->a, str_of(x->folder), false);
	struct buf said = buf_new(c->a);

	buf_printf(&said, "%zu brief%s in '" STR_FMT "'", x->done,
	    x->done == 1 ? "" : "s", STR_ARG(shown));
	if (x->kept != 0)
		buf_printf(&said, ", %zu kept as you changed %s", x->kept,
		    x->kept == 1 ? "it" : "them");
	buf_byte(&said, '\n');
	put_clean(&c->out, buf_view(&said), true);
}

int
cmd_export(struct call *c)
{
	struct export x = { .c = c,
		.names = map_new(c->a),
		.lines = map_new(c->a),
		.written = map_new(c->a),
		.mark = buf_new(c->a) };
	const long started = clock_ticks();
	struct query query;
	int status;

	if (c->arg_count == 0)
		return call_usage(c, "export needs a folder to write to");
	x.folder = c->args[0];
	if (!where_read(c, c->args + 1, c->arg_count - 1, &query) ||
	    !read_options(c, &x) || !call_library(c))
		return EXIT_TROUBLE;
	status = collect(&x, &query) == x.n ? EXIT_DONE : EXIT_TROUBLE;
	if (x.n == 0)
		return put_worse(status, EXIT_NOTHING);
	if (!folder_ready(&x))
		return EXIT_TROUBLE;
	for (size_t i = 0; i < x.n; i++) {
		const int one = put_brief(&x, x.at[i]);

		x.done += one == EXIT_DONE;
		x.kept += one == EXIT_EDITED;
		status = put_worse(status, one);
		call_progress(i + 1, x.n, started);
	}
	if (x.format->index != NULL)
		status = put_worse(status, put_index(&x));
	status = put_worse(status, put_mark(&x));
	(void)close(x.adding);
	tell(c, &x);
	return status;
}
