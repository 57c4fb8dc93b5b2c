/*
 * A new index is made beside the old one and takes its name when it is whole and on the
 * disk.  While one stretch of files is read by threads the one before is written.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "library/bytes.h"
#include "library/sync.h"

#ifdef ARENA_BLOCK /* tests cross every seam */
enum { STRETCH = 3, SETTLED_AFTER = 2 };
#else
enum { STRETCH = 100, SETTLED_AFTER = 50 };
#endif

/* The forms of the old index, with the same numbers, so that its cards stay good. */
static void
take_forms(struct builder *b, struct store *old)
{
	struct arena scratch = ARENA_INIT, *a = &scratch;
	const struct str stems = store_meta(old, a, "stems");
	struct old_form {
		struct str text, stem;
	} *forms = arena_many(a, struct old_form, old->forms_n + 1);
	sqlite3_stmt *row = store_ask(old, ASK_STEMS, "");

	while (store_next(old, row)) {
		const struct str key = store_blob(row, 0), text = store_blob(row, 2);
		const int64_t id = store_int(row, 1);

		if (id <= 0 || id >= old->forms_n)
			continue;
		forms[id].stem = str_dup(a, str_cut(key, 1, key.n));
		forms[id].text = text.n == 0 ? forms[id].stem : str_dup(a, text);
	}
	for (uint32_t i = 1; i < old->forms_n; i++) {
		uint32_t stem = 0;

		memcpy(&stem, stems.p + i * sizeof(stem), sizeof(stem));
		if (forms_add(&b->forms, forms[i].text, forms[i].stem,
			(stem & STEM_STOP) != 0) != i)
			old->q.trouble = SQLITE_CORRUPT;
	}
	arena_free(&scratch);
}

/* An unchanged document, out of the old index. */
static void
take_old(struct builder *b, struct store *old, const struct job *j)
{
	struct arena scratch = ARENA_INIT;
	struct parcel p = { .name = j->name, .stat = j->stat };
	struct buf links = buf_new(&scratch);
	struct book book = { 0 };
	struct card card = { 0 };
	sqlite3_stmt *row;

	assert(old != NULL);
	(void)store_book(old, j->old, old->folder, &scratch, &book);
	row = store_ask(old, ASK_LINKS_OF, "i", (int64_t)j->old);
	while (store_next(old, row)) {
		for (int k = 0; k < KEY_COUNT; k++)
			put_number(&links, (uint64_t)store_int(row, k));
		put_text(&links, store_blob(row, KEY_COUNT));
	}
	p.links = buf_view(&links);
	p.book = &book;
	if (j->old < old->main_n) {
		store_card(old, j->old, &scratch, &card);
	} else {
		row = store_ask(old, ASK_FRESH_CARD, "i", (int64_t)j->old);
		while (store_next(old, row))
			card_unpack(&card, &scratch, &b->forms, store_blob(row, 0));
	}
	if (old->q.trouble == 0)
		builder_add(b, &p, &card);
	arena_free(&scratch);
}

static void
take_new(struct builder *b, struct library *lib, struct job *j)
{
	struct arena scratch = ARENA_INIT;
	struct card card;

	job_tell(lib, j);
	if (j->done->good) {
		job_card(j, &b->forms, &scratch, &card);
		builder_add(b, &j->done->parcel, &card);
	}
	arena_free(&scratch);
}

static void
take(struct builder *b, struct library *lib, struct store *old, struct job *j, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (j[i].old != NOWHERE)
			take_old(b, old, &j[i]);
		else
			take_new(b, lib, &j[i]);
}

/* One stretch is read while what the one before gave is written. */
static void
take_all(
    struct builder *b, struct library *lib, struct store *old, const struct strs *names)
{
	struct arena a = ARENA_INIT, of[2] = { ARENA_INIT, ARENA_INIT };
	struct crew *crew = crew_new(&a, lib->folder);
	struct census c[2] = { { 0 }, { 0 } };
	struct march m;
	size_t turn = 0, stretches = 0;

	march_begin(&m, lib, old, names);
	do {
		turn ^= 1;
		march_on(&m, STRETCH, &of[turn], &c[turn]);
		crew_wait(crew);
		crew_start(crew, c[turn].jobs, c[turn].n);
		take(b, lib, old, c[turn ^ 1].jobs, c[turn ^ 1].n);
		crew_rest(crew);
		arena_free(&of[turn ^ 1]);
		c[turn ^ 1] = (struct census){ 0 };
		if (++stretches % SETTLED_AFTER == 0)
			arena_settle();
		if (lib->o.progress != NULL)
			lib->o.progress(lib->o.ctx, m.at - c[turn].n, names->n);
	} while (c[turn].n != 0 && b->store->q.trouble == 0 && b->runs.failed == 0);
	crew_wait(crew);
	crew_end(crew);
	arena_free(&of[0]);
	arena_free(&of[1]);
	arena_free(&a);
}

static void
tell(struct library *lib, struct store *s, const struct doubled *two)
{
	struct arena a = ARENA_INIT;
	struct book first = { .entry.path = "" }, second = first;

	(void)store_book(s, two->first, lib->folder, &a, &first);
	(void)store_book(s, two->second, lib->folder, &a, &second);
	tell_double(lib->d, first.entry.path, second.entry.path, first.entry.id);
	arena_free(&a);
}

/* `folder`: for what is sorted on the way, or NULL. */
static bool
fill(struct store *s, struct library *lib, struct store *old, const struct strs *names,
    const char *folder)
{
	struct builder b;

	(void)sql_do(&s->q, "PRAGMA journal_mode = MEMORY", ""); /* OFF is refused */
	(void)sql_do(&s->q, "PRAGMA synchronous = OFF", "");
	if (!store_create(s) || !sql_do(&s->q, "BEGIN", ""))
		return false;
	builder_open(&b, s, folder);
	if (old != NULL) {
		take_forms(&b, old);
		for (size_t i = 0; i < old->languages.n; i++)
			strs_add(&b.a, &b.languages, old->languages.at[i]);
	}
	take_all(&b, lib, old, names);
	builder_end(&b);
	for (size_t i = 0; i < b.doubles.n; i++)
		tell(lib, s, &b.doubles.at[i]);
	builder_close(&b);
	arena_settle();
	return sql_do(&s->q, "COMMIT", "") && (old == NULL || old->q.trouble == 0);
}

/* The file is on the disk, under its name. */
static bool
settle(const char *temp, const char *path, int folder)
{
	static const char *const beside[] = { "", "-journal", "-wal", "-shm" };
	struct arena scratch = ARENA_INIT;
	const int fd = open(temp, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		(void)close(fd);
	for (size_t i = 0; i < LEN(beside); i++) { /* never one that was another file's */
		struct buf name = buf_new(&scratch);

		buf_printf(&name, "%s%s", path, beside[i]);
		buf_byte(&name, '\0');
		(void)unlink(name.p);
	}
	ok = ok && rename(temp, path) == 0 && fsync(folder) == 0;
	arena_free(&scratch);
	return ok;
}

/* Beside the index, until it is whole. */
static const char making[] = "making.tmp";

static void
sweep(const struct library *lib)
{
	struct arena scratch = ARENA_INIT;

	(void)unlink(path_join(&scratch, lib->o.cache, str_of(making)));
	(void)unlink(path_join(&scratch, lib->o.cache, STR("making.tmp-journal")));
	(void)unlink(path_join(&scratch, lib->o.cache, STR("sorting.tmp")));
	arena_free(&scratch);
}

void
index_sweep(const struct library *lib)
{
	const int folder = open(lib->o.cache, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder >= 0 && flock(folder, LOCK_EX | LOCK_NB) == 0)
		sweep(lib);
	if (folder >= 0)
		(void)close(folder);
}

/* The folder of indexes, locked; -1 with errno: it cannot be, or for a minute another
   program had it. */
static int
lock_cache(const struct library *lib, bool *waited)
{
	enum { TRIES = 1200, TRY_MS = 50 };
	const int folder = open(lib->o.cache, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	*waited = false;
	for (int i = 0; folder >= 0 && i < TRIES; i++) {
		if (flock(folder, LOCK_EX | LOCK_NB) == 0)
			return folder;
		if (errno != EWOULDBLOCK)
			break;
		*waited = true;
		(void)poll(NULL, 0, TRY_MS);
		errno = EWOULDBLOCK;
	}
	if (folder >= 0)
		(void)close(folder);
	return -1;
}

bool
index_wait(const struct library *lib)
{
	bool waited;
	const int folder = lock_cache(lib, &waited);

	if (folder >= 0)
		(void)close(folder);
	return waited;
}

/* False with errno, or with the trouble of the store. */
static bool
build_file(struct library *lib, const char *path, struct store *s, struct store *old,
    const struct strs *names)
{
	struct arena scratch = ARENA_INIT;
	const char *temp = path_join(&scratch, lib->o.cache, str_of(making));
	bool waited;
	const int folder = lock_cache(lib, &waited);
	bool ok = folder >= 0;

	if (ok) {
		sweep(lib);
		errno = 0;
		ok = store_open(s, temp) && fill(s, lib, old, names, lib->o.cache);
		store_close(s);
		ok = ok && settle(temp, path, folder);
		if (!ok)
			sweep(lib);
		else
			ok = store_open(s, path) && store_load(s, lib);
	}
	if (folder >= 0)
		(void)close(folder);
	arena_free(&scratch);
	return ok;
}

/* What is wrong with a brief is said once: when this fails the files are read again. */
static bool
build_kept(struct library *lib, const char *path, struct store *s, struct store *old,
    const struct strs *names)
{
	struct diags *const d = lib->d, said = { .a = d->a }, unheard = { .a = d->a };
	bool ok;

	lib->d = &said;
	ok = folder_make(lib->o.cache, &unheard) && build_file(lib, path, s, old, names);
	lib->d = d;
	if (ok)
		say_again(d, &said);
	else
		lib->unkept.why = s->q.trouble != 0 ? sqlite3_errstr(s->q.trouble)
				  : errno == EWOULDBLOCK
				      ? "another program is making it"
				      : str_nul(&lib->a, str_of(strerror(errno)));
	return ok;
}

static void
say_unkept(struct library *lib, const char *path)
{
	if (!lib->unkept.said)
		say(lib->d, SAY_INDEX_LASTS, (struct place){ .file = str_of(path) },
		    "cannot keep the index in '%s': %s; it is made again each time", path,
		    lib->unkept.why);
	lib->unkept.said = true;
}

struct store *
index_build(
    struct library *lib, const char *path, struct store *old, const struct strs *names)
{
	struct store *s = store_new();

	if (lib->unkept.why == NULL && build_kept(lib, path, s, old, names))
		return s;
	if (!lib->o.lasting && (old == NULL || old->q.trouble == 0)) {
		say_unkept(lib, path);
		if (store_open(s, ":memory:") && fill(s, lib, old, names, NULL) &&
		    store_load(s, lib))
			return s;
	}
	store_free(s);
	return NULL;
}
