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
	const char *folder;

	if (lib->index != NULL)
		return lib->index;
	folder = realpath(lib->folder, real);
	buf_printf(&name, "%016llx.db",
	    (unsigned long long)hash_bytes(
		str_of(folder == NULL ? lib->folder : folder)));
	return lib->index = path_join(&lib->a, lib->o.cache, buf_view(&name));
}

void
held_call_in(struct library *lib)
{
	for (size_t i = 0; i < LEN(lib->lent); i++) {
		arena_free(&lib->lent[i].a);
		lib->lent[i].n = 0;
	}
	lib->turn += 2;
}

/* Lays the shelf by the order of the store. */
static void
lay(struct library *lib)
{
	struct store *s = lib->store;

	held_call_in(lib);
	lib->n = lib->room = s->n;
	lib->at = arena_many(&s->a, struct book *, s->n + 1);
	for (size_t i = 0; i < s->fresh.n; i++)
		lib->at[s->place[s->fresh.at[i].slot]] = s->fresh.at[i].book;
}

static void
let_go(struct library *lib)
{
	if (lib->store == NULL)
		return;
	held_call_in(lib);
	store_free(lib->store);
	lib->store = NULL;
	lib->at = NULL;
	lib->n = lib->room = 0;
}

static void
say_made_anew(struct library *lib, const char *path, int trouble)
{
	const char *what = trouble == 0             ? "another version, or none"
			   : sql_is_damage(trouble) ? "damaged"
						    : sqlite3_errstr(trouble);

	say(lib->d, SAY_INDEX, (struct place){ .file = str_of(path) },
	    "the index '%s' is of no use (%s) and is made anew", path, what);
}

/* The index as it lies there; `*odd`: there is something else in its place. */
static struct store *
existing(struct library *lib, const char *path, bool *odd)
{
	struct store *s;
	struct stat st;

	*odd = lstat(path, &st) == 0;
	if (!*odd || !S_ISREG(st.st_mode))
		return NULL;
	s = store_new();
	if (store_open(s, path) && store_load(s, lib))
		return s;
	if (st.st_size != 0)
		say_made_anew(lib, path, s->q.trouble);
	*odd = false; /* said */
	store_free(s);
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

	arena_free(&s->a);
	lib->at = NULL;
	lib->n = lib->room = 0;
	s->languages = (struct strs){ 0 };
	s->fresh.n = s->fresh.room = 0;
	s->fresh.at = NULL;
	s->n = 0;
	if (store_load(s, lib))
		return true;
	if (s->q.trouble == 0)
		s->q.trouble = SQLITE_SCHEMA; /* another program's version */
	return false;
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
bring_up(struct library *lib, const char *path, const struct strs *names,
    struct census *c, struct arena *scratch)
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
	made = index_build(lib, path, old, names);
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
	struct census c = { 0 };
	const bool whole = lib->store == NULL ||
			   census_take(lib, lib->store, names, FRESH_MOST, &scratch, &c);

	*again = false;
	if (!whole) {
		say_made_anew(lib, path, lib->store->q.trouble);
		let_go(lib);
		*again = true;
	} else if (lib->store != NULL && lib->o.glance &&
		   lib->store->slots - lib->store->main_n + c.todo > FRESH_MOST) {
		lib->making.stale = true; /* as it is, until another one is made */
	} else if (lib->store == NULL || c.todo + c.gone_n != 0) {
		*again = !bring_up(lib, path, names, &c, &scratch);
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
	if (lib->store == NULL && !odd && index_wait(lib) && !lib->o.anew)
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
}

/* One of those before that was asked for meanwhile was lent again. */
struct arena *
held_lend(struct library *lib, size_t place)
{
	struct lent *now = &lib->lent[0], *before = &lib->lent[1];

	if (now->n == LENT_MOST) {
		for (size_t i = 0; i < before->n; i++)
			if (lib->at[before->place[i]]->turn == lib->turn - 1)
				lib->at[before->place[i]] = NULL; /* not lent again */
		arena_free(&before->a);
		*before = *now;
		now->a = (struct arena)ARENA_INIT;
		now->n = 0;
		lib->turn++;
	}
	now->place[now->n++] = (uint32_t)place;
	return &now->a;
}

static struct book *
fetch(struct library *lib, size_t place)
{
	struct store *s = lib->store;
	struct arena *a = held_lend(lib, place);
	struct book *b = arena_new(a, struct book);

	b->entry.path = "";
	b->day = LONG_MIN;
	(void)store_book(s, s->slot[place], lib->folder, a, b);
	b->turn = lib->turn;
	return b;
}

/* Who asks for one after the other gets some at a time: the file is locked for each look. */
struct book *
held_book(const struct library *shelf, size_t place)
{
	struct library *lib = shelf->store->lib;
	struct store *s = lib->store;
	const bool many = place == lib->next && store_begin_alone(s);
	struct book *b = fetch(lib, place);

	lib->next = place + 1;
	for (; many && lib->next < lib->n && lib->next < place + AHEAD; lib->next++)
		if (lib->at[lib->next] == NULL)
			lib->at[lib->next] = fetch(lib, lib->next);
	if (many)
		store_end(s);
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
