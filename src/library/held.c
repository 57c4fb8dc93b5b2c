/* Where the index lies, when it is made, and its part of the shelf. */
#include "library/held.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "library/sync.h"

/* Documents that are in no list yet, at most; with more the lists are made anew. */
#ifdef ARENA_BLOCK /* tests cross every seam */
enum { FRESH_MOST = 8 };
#else
enum { FRESH_MOST = 1000 };
#endif

/* One file for each library, named by where it lies. */
static const char *
path_of(struct library *lib)
{
	char real[PATH_MAX];
	struct buf name = buf_new(&lib->a);
	const char *folder = realpath(lib->folder, real);

	buf_printf(&name, "%016llx.db",
	    (unsigned long long)hash_bytes(
		str_of(folder == NULL ? lib->folder : folder)));
	return path_join(&lib->a, lib->o.cache, buf_view(&name));
}

/* Lays the shelf by the order of the store. */
static void
lay(struct library *lib)
{
	const struct store *s = lib->store;

	lib->n = lib->room = s->n;
	lib->at = arena_many(&lib->a, struct book *, s->n + 1);
	for (size_t i = 0; i < s->fresh.n; i++)
		lib->at[s->place[s->fresh.at[i].slot]] = s->fresh.at[i].book;
}

static void
let_go(struct library *lib)
{
	if (lib->former != NULL)
		store_close(lib->former);
	lib->former = lib->store;
	lib->store = NULL;
}

static void
say_made_anew(struct library *lib, const char *path, int trouble)
{
	say(lib->d, SAY_INDEX, (struct place){ .file = str_of(path) },
	    "the index '%s' is of no use (%s) and is made anew", path,
	    trouble == 0 ? "another version, or none" : sqlite3_errstr(trouble));
}

/* The index as it lies there; `*odd`: there is something else in its place. */
static struct store *
existing(struct library *lib, const char *path, bool *odd)
{
	struct store *s = arena_new(&lib->a, struct store);
	struct stat st;

	*odd = lstat(path, &st) == 0;
	if (!*odd || !S_ISREG(st.st_mode))
		return NULL;
	if (store_open(s, path) && store_load(s, lib))
		return s;
	if (st.st_size != 0)
		say_made_anew(lib, path, s->q.trouble);
	*odd = false; /* said */
	store_close(s);
	return NULL;
}

bool
held_open(struct library *lib)
{
	bool odd;

	lib->store = existing(lib, path_of(lib), &odd);
	if (lib->store == NULL)
		return false;
	lay(lib);
	return true;
}

/* The same store with what is in it now. */
static bool
load_again(struct library *lib)
{
	struct store *s = lib->store;

	arena_free(&s->before);
	s->before = s->a;
	s->a = (struct arena)ARENA_INIT;
	s->languages = (struct strs){ 0 };
	s->fresh.n = s->fresh.room = 0;
	s->fresh.at = NULL;
	s->n = 0;
	return store_load(s, lib);
}

static void
read_changed(struct library *lib, struct census *c, struct crew *crew)
{
	crew_start(crew, c->jobs, c->n);
	crew_wait(crew);
	for (size_t i = 0; i < c->n; i++)
		if (c->jobs[i].old == NOWHERE)
			job_tell(lib, &c->jobs[i]);
}

static bool
grow(struct library *lib, struct census *c, struct arena *scratch)
{
	struct crew *crew = crew_new(scratch, lib->folder);
	bool ok;

	read_changed(lib, c, crew);
	ok = index_grow(lib->store, c) && load_again(lib);
	crew_end(crew);
	return ok;
}

/* Something is to be done: a few changes are put in, else all is made anew. */
static bool
bring_up(struct library *lib, const char *path, struct census *c, struct arena *scratch)
{
	struct store *old = lib->store, *made;

	if (old != NULL && old->slots - old->main_n + c->todo <= FRESH_MOST &&
	    grow(lib, c, scratch))
		return true;
	if (old != NULL && old->q.trouble != 0) {
		say_made_anew(lib, path, old->q.trouble);
		let_go(lib);
		return false; /* the census is of no use either */
	}
	made = index_build(lib, path, old, c);
	if (made == NULL)
		return false;
	let_go(lib);
	lib->store = made;
	return true;
}

static void
fill_once(struct library *lib, const char *path, const struct strs *names, bool *changed,
    bool *again)
{
	struct arena scratch = ARENA_INIT;
	struct census c;
	const bool whole = census_take(lib, lib->store, names, &scratch, &c);

	*again = false;
	if (!whole) {
		say_made_anew(lib, path, lib->store->q.trouble);
		let_go(lib);
		*again = true;
	} else if (lib->store == NULL || c.todo + c.gone_n != 0) {
		*again = !bring_up(lib, path, &c, &scratch);
		*changed = true;
	}
	arena_free(&scratch);
}

/* Of what came since the lists were made; the others were told then. */
static void
tell_doubles(struct library *lib)
{
	for (size_t i = 0; i < lib->store->fresh.n; i++) {
		const struct book *b = lib->store->fresh.at[i].book;
		const size_t first = held_id(lib, b->entry.id);

		if (first != SIZE_MAX && shelf_book(lib, first) != b)
			tell_double(lib->d, shelf_book(lib, first)->entry.path,
			    b->entry.path, b->entry.id);
	}
}

bool
held_fill(struct library *lib, const struct strs *names)
{
	const char *path = path_of(lib);
	bool changed = lib->store == NULL, again = true, odd = false;

	if (lib->store == NULL && !lib->o.anew)
		lib->store = existing(lib, path, &odd);
	if (odd && lib->store == NULL)
		say_made_anew(lib, path, 0);
	for (int tries = 0; again && tries < 3; tries++)
		fill_once(lib, path, names, &changed, &again);
	if (lib->store != NULL && changed)
		lay(lib);
	if (lib->store != NULL && changed)
		tell_doubles(lib);
	return changed;
}

bool
held_notice(struct library *lib, struct str name, bool *done)
{
	struct arena scratch = ARENA_INIT;
	struct store *s = lib->store;
	struct census c;
	bool changed = false;

	*done = census_one(lib, s, name, &scratch, &c) &&
		s->slots - s->main_n + c.todo <= FRESH_MOST;
	if (*done && c.todo + c.gone_n != 0)
		*done = changed = grow(lib, &c, &scratch);
	if (changed)
		lay(lib);
	arena_free(&scratch);
	return changed;
}

void
held_close(struct library *lib)
{
	let_go(lib);
	let_go(lib);
}

struct book *
held_book(const struct library *lib, size_t place)
{
	struct store *s = lib->store;
	sqlite3_stmt *row = store_ask(s, ASK_ENTRY, "i", (int64_t)s->slot[place]);
	struct book *b = arena_new(&s->a, struct book);

	b->entry.path = "";
	b->day = LONG_MIN;
	while (store_next(s, row))
		book_take(b, &s->a, lib->folder, store_blob(row, 0));
	return b;
}

long
held_day(const struct library *lib, size_t place)
{
	const struct store *s = lib->store;
	const uint32_t slot = s->slot[place];

	return slot >= s->main_n || s->day[slot] == UNDATED ? LONG_MIN : s->day[slot];
}

size_t
held_id(const struct library *lib, struct str id)
{
	struct arena scratch = ARENA_INIT;
	struct buf key = buf_new(&scratch);
	size_t place;

	buf_byte(&key, 'i');
	buf_str(&key, id);
	place =
	    id.n == 0 ? SIZE_MAX : store_named(lib->store, hash_bytes(buf_view(&key)));
	arena_free(&scratch);
	if (place != SIZE_MAX && !str_eq(shelf_book(lib, place)->entry.id, id))
		place = SIZE_MAX;
	return place;
}

size_t
held_input(const struct library *lib, uint64_t input)
{
	return store_named(lib->store, input);
}

static void
mend(struct library *lib)
{
	struct arena scratch = ARENA_INIT;
	struct strs names = { 0 };
	const bool anew = lib->o.anew;

	say_made_anew(lib, path_of(lib), lib->store->q.trouble);
	let_go(lib);
	library_forget(lib);
	lib->n = 0;
	lib->o.anew = true;
	if (shelf_files(&scratch, lib->folder, &names, lib->d))
		(void)held_fill(lib, &names);
	lib->o.anew = anew;
	arena_free(&scratch);
}

bool
held_mend(const struct library *lib)
{
	if (lib->store == NULL || lib->store->q.trouble == 0)
		return false;
	mend(lib->store->lib);
	return lib->store != NULL && lib->store->q.trouble == 0;
}
