/* To the trash and back, another name and back; under the lock of the folder. */
#include "library/change.h"

#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "library/journal.h"
#include "library/move.h"
#include "library/shelf.h"

#define TRASH ".trash"

enum { TRASH_MOST = 100000 };

const char *
library_folder(const struct library *lib)
{
	return lib->folder;
}

static void
unlock(int lock)
{
	if (lock >= 0)
		(void)close(lock);
}

/* A name that nothing in the trash has, nor another brief that goes there now. */
static struct str
trash_name(struct arena *a, const char *trash, struct str file, const struct acts *acts)
{
	for (int n = 1; n < TRASH_MOST; n++) {
		struct buf name = buf_new(a), was = buf_new(a);
		bool taken = false;

		buf_str(&name, file);
		if (n > 1)
			buf_printf(&name, ".%d", n);
		buf_printf(
		    &was, STR_FMT "\n" STR_FMT, STR_ARG(file), STR_ARG(buf_view(&name)));
		for (size_t i = 0; i < acts->n; i++)
			taken = taken || str_eq(acts->at[i].was, buf_view(&was));
		if (!taken && !file_stat(path_join(a, trash, buf_view(&name))).exists)
			return buf_view(&was);
	}
	return STR_NIL;
}

/* "FILE\nNAME IN THE TRASH" as paths. */
static void
paths_of(struct arena *a, const char *folder, struct str was, const char *paths[2])
{
	const struct str file = str_line(&was), name = str_line(&was);

	paths[0] = path_join(a, folder, path_base(file));
	paths[1] = path_join(a, path_join(a, folder, STR(TRASH)), path_base(name));
}

/* How many of the files are there now. */
static size_t
to_trash(struct arena *a, const char *folder, const struct acts *acts, struct diags *d)
{
	const char *paths[2];
	size_t moved = 0;
	bool exists;

	for (size_t i = 0; i < acts->n; i++) {
		paths_of(a, folder, acts->at[i].was, paths);
		exists = false;
		if (file_move(paths[0], paths[1], &exists, d))
			moved++;
		else if (exists)
			say(d, SAY_FILE_WRITE, (struct place){ .file = str_of(paths[1]) },
			    "'%s' exists", paths[1]);
	}
	return moved;
}

/* Noted first: after a crash there is a change that was not made, never one that is not known. */
static bool
remove_all(struct arena *a, const char *folder, struct state *s, const struct acts *acts,
    struct diags *d)
{
	struct acts noted;
	size_t moved;

	if (!state_note(s, acts))
		return false;
	moved = to_trash(a, folder, acts, d);
	noted = moved == 0 ? state_last(s, a) : (struct acts){ 0 };
	if (noted.n != 0 && acts->n != 0 && str_eq(noted.at[0].was, acts->at[0].was))
		(void)state_drop(s, noted.step); /* nothing was done */
	return moved == acts->n;
}

bool
library_remove(
    struct library *lib, struct state *s, const struct found_list *which, struct diags *d)
{
	struct arena a = ARENA_INIT;
	const char *trash = path_join(&a, lib->folder, STR(TRASH));
	const int lock = folder_lock(lib->folder);
	struct acts acts = { 0 };
	bool ok = folder_make(trash, d);

	folder_sweep(lib->folder);
	for (size_t i = 0; ok && i < which->n; i++) {
		const struct entry *e = library_at(lib, which->at[i]);
		const struct act act = { STR("rm"), str_dup(&a, e->id),
			trash_name(&a, trash, path_base(str_of(e->path)), &acts) };

		*vec_push(&a, &acts) = act;
	}
	ok = ok && remove_all(&a, lib->folder, s, &acts, d);
	unlock(lock);
	arena_free(&a);
	return ok;
}

static bool
is_free(struct library *lib, struct str to, struct diags *d)
{
	if (!brief_id_valid(to))
		say(d, SAY_BRIEF_VALUE, (struct place){ 0 },
		    "'" STR_FMT "' is no id; it has letters a-z, digits, '.', '_', '-', "
		    "at most 120",
		    STR_ARG(to));
	else if (library_id(lib, to) != SIZE_MAX)
		say(d, SAY_BRIEF_VALUE, (struct place){ 0 },
		    "'" STR_FMT "' is the id of a brief; choose another one",
		    STR_ARG(to));
	else
		return true;
	return false;
}

bool
library_rename(
    struct library *lib, struct state *s, size_t i, struct str to, struct diags *d)
{
	const struct entry *e = library_at(lib, i);
	const struct str file = str_dup(&lib->a, path_base(str_of(e->path)));
	const struct move m = { str_dup(&lib->a, e->id), to, file,
		move_name(&lib->a, file, to), 0 };
	int lock;
	bool ok;

	if (!is_free(lib, to, d))
		return false;
	lock = folder_lock(lib->folder);
	folder_sweep(lib->folder);
	ok = move_run(lib->folder, &m, s, d);
	unlock(lock);
	return ok;
}

/* One file back.  One that is in its place and not in the trash was never removed.
   *stays: it may be possible later. */
static bool
restore(struct arena *a, const char *folder, struct str was, bool *stays, struct diags *d)
{
	const char *paths[2];
	bool exists = false;

	paths_of(a, folder, was, paths);
	if (!file_stat(paths[1]).exists) {
		if (file_stat(paths[0]).exists)
			return true;
		say(d, SAY_REF_NONE, (struct place){ 0 },
		    "'%s' is gone; nothing brings it back", paths[1]);
		return false;
	}
	if (file_move(paths[1], paths[0], &exists, d))
		return true;
	if (exists)
		say(d, SAY_FILE_WRITE, (struct place){ .file = str_of(paths[0]) },
		    "'%s' exists again; the removed one stays '%s'", paths[0], paths[1]);
	*stays = true;
	return false;
}

static bool
restore_all(struct arena *a, const char *folder, struct state *s, const struct acts *acts,
    struct diags *d)
{
	bool ok = true, stays = false;

	for (size_t i = 0; i < acts->n; i++)
		ok = restore(a, folder, acts->at[i].was, &stays, d) && ok;
	(void)rmdir(path_join(a, folder, STR(TRASH))); /* when nothing else is there */
	return (stays || state_drop(s, acts->step)) && ok;
}

static bool
move_back(const char *folder, struct state *s, const struct acts *acts, struct diags *d)
{
	struct str was = acts->at[0].was;
	const struct str id = str_line(&was), file = str_line(&was);
	struct arena a = ARENA_INIT;
	const struct move m = { acts->at[0].id, id, move_name(&a, file, acts->at[0].id),
		path_base(file), acts->step };
	const char *path = path_join(&a, folder, m.file);
	bool ok;

	if (file_stat(path).exists) {
		ok = move_run(folder, &m, s, d);
	} else {
		say(d, SAY_REF_NONE, (struct place){ 0 }, "'%s' is gone; it keeps the id",
		    path);
		(void)state_drop(s, acts->step);
		ok = false;
	}
	arena_free(&a);
	return ok;
}

struct undone
library_undo(const char *folder, struct state *s, struct arena *a, struct diags *d)
{
	struct undone u = { state_last(s, a), true };
	const struct str what = u.acts.n == 0 ? STR_NIL : u.acts.at[0].what;
	int lock;

	if (u.acts.n == 0)
		return u;
	lock = folder_lock(folder);
	if (str_eq(what, STR("mark")))
		u.ok = state_unmark(s, &u.acts);
	else if (str_eq(what, STR("mv")))
		u.ok = move_back(folder, s, &u.acts, d);
	else
		u.ok = restore_all(a, folder, s, &u.acts, d);
	unlock(lock);
	return u;
}
