/* Opening: a small library reads the head of every file, a large one has an index. */
#include "base/buf.h"
#include "base/file.h"
#include "library/glance.h"
#include "library/held.h"
#include "library/shelf.h"

enum { INDEXED_FROM = 100, PEEKED_MOST = 5000 };
#ifdef ARENA_BLOCK
enum { GLANCED_FROM = 30 };
#else
enum { GLANCED_FROM = PEEKED_MOST + 1 };
#endif

static void
empty_maps(struct library *lib)
{
	lib->ids = map_new(&lib->a);
	lib->inputs = map_new(&lib->a);
	lib->names = map_new(&lib->a);
	lib->named = false;
}

/* Of all files, to see whether anything changed. */
static uint64_t
print_of(const struct library *lib, const struct strs *names)
{
	struct arena scratch = ARENA_INIT;
	struct buf b = buf_new(&scratch);
	uint64_t print;

	for (size_t i = 0; i < names->n; i++) {
		const struct file_stat st =
		    file_stat(path_join(&scratch, lib->folder, names->at[i]));

		buf_str(&b, names->at[i]);
		buf_printf(&b, "/%lld %llu %llu\n", (long long)st.mtime_ns,
		    (unsigned long long)st.bytes, (unsigned long long)st.inode);
	}
	print = hash_bytes(buf_view(&b));
	arena_free(&scratch);
	return print;
}

static bool
is_indexed(const struct library *lib, size_t files)
{
	return lib->o.cache != NULL &&
	       files >= (lib->o.least != 0 ? lib->o.least : INDEXED_FROM);
}

/* A first screen does not wait for an index that is not there yet, when the heads of the
   files are read sooner; the refresh that follows makes it. */
static bool
is_hurried(const struct library *lib, size_t files)
{
	return lib->o.unchecked && !lib->laid && files <= PEEKED_MOST;
}

static int64_t
moved_at(const struct library *lib)
{
	return file_stat(lib->folder).mtime_ns;
}

bool
library_moved(const struct library *lib)
{
	return moved_at(lib) != lib->seen;
}

/* What was made on demand, after the shelf was laid anew. */
static void
start_again(struct library *lib)
{
	library_forget(lib);
	empty_maps(lib);
}

/* Lays the shelf, the first time or again; true when anything changed. */
static bool
fill(struct library *lib, const struct strs *names, struct diags *d)
{
	uint64_t print;

	if (lib->store != NULL ||
	    (is_indexed(lib, names->n) && !is_hurried(lib, names->n))) {
		const bool changed = held_fill(lib, names);

		if (changed)
			start_again(lib);
		if (lib->store != NULL || lib->o.lasting)
			return changed;
	}
	print = print_of(lib, names);
	if (lib->laid && lib->print == print)
		return false;
	start_again(lib);
	lib->at = NULL;
	lib->n = lib->room = 0;
	shelf_lay(lib, names, d);
	lib->print = print;
	lib->laid = true;
	return true;
}

bool
library_open(const char *folder, const struct library_options *o, struct library **out,
    struct diags *d)
{
	struct arena own = ARENA_INIT;
	struct library *lib = arena_new(&own, struct library);
	struct arena scratch = ARENA_INIT;
	struct strs names = { 0 };
	bool ok;

	lib->a = own;
	lib->o = *o;
	lib->d = d;
	lib->folder = str_nul(&lib->a, str_of(folder));
	lib->seen = moved_at(lib);
	*out = lib;
	if (o->cache != NULL && o->unchecked && held_open(lib)) {
		empty_maps(lib);
		return true;
	}
	ok = shelf_files(&scratch, lib->folder, &names, d);
	if (ok && o->glance && o->unchecked && is_indexed(lib, names.n) &&
	    names.n >= GLANCED_FROM) {
		empty_maps(lib);
		glance_lay(lib, &scratch, &names);
	} else if (ok) {
		(void)fill(lib, &names, d);
	} else {
		library_close(lib);
		*out = NULL;
	}
	arena_free(&scratch);
	return ok;
}

bool
library_refresh(struct library *lib, struct diags *d)
{
	struct arena scratch = ARENA_INIT;
	struct strs names = { 0 };
	const size_t before = lib->n;
	bool changed;

	if (lib->making.process != 0)
		return false;
	lib->seen = moved_at(lib);
	if (lib->making.made)
		held_close(lib);
	lib->making.made = lib->making.stale = false;
	if (library_glanced(lib))
		lib->o.unchecked = false; /* who looks again waits */
	glance_end(lib);
	if (lib->store != NULL)
		library_forget(lib); /* made again when needed; names take room now */
	changed = shelf_files(&scratch, lib->folder, &names, d) && fill(lib, &names, d);
	arena_free(&scratch);
	arena_settle();
	return changed || lib->n != before; /* a folder that is gone has no names */
}

bool
library_notice(struct library *lib, const char *path, struct diags *d)
{
	bool done = false, changed;

	if (lib->store == NULL)
		return library_refresh(lib, d);
	changed = held_notice(lib, path_base(str_of(path)), &done);
	if (changed)
		start_again(lib);
	return done ? changed : library_refresh(lib, d);
}

void
library_forget(struct library *lib)
{
	if (lib->kin != NULL)
		kin_close(lib->kin);
	if (lib->pile != NULL)
		pile_close(lib->pile);
	words_forget(lib, 0);
	lib->kin = NULL;
	lib->pile = NULL;
}

void
library_close(struct library *lib)
{
	struct arena a;

	if (lib == NULL)
		return;
	library_forget(lib);
	library_make_stop(lib);
	glance_end(lib);
	held_close(lib);
	a = lib->a; /* the handle itself lies in it */
	arena_free(&a);
}
