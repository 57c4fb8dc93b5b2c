/* Old and new names are both sorted, so one walk along them tells what changed. */
#include "library/sync.h"

#include <pthread.h>
#include <unistd.h>

/* Threads that look at files at most; files from which on there are several. */
#ifdef ARENA_BLOCK /* tests cross every seam */
enum { SHARES_MOST = 4, SHARE_LEAST = 4, STRETCH = 10 };
#else
enum { SHARES_MOST = 4, SHARE_LEAST = 2000, STRETCH = 8000 };
#endif

static bool
next_known(struct store *s, sqlite3_stmt *row, struct known *out)
{
	if (s == NULL || !store_next(s, row))
		return false;
	*out = (struct known){ store_blob(row, 0), (uint32_t)store_int(row, 1),
		{ .mtime_ns = store_int(row, 2),
		    .bytes = (uint64_t)store_int(row, 3),
		    .inode = (uint64_t)store_int(row, 4) } };
	return true;
}

static void
add_gone(struct census *c, struct arena *a, const struct known *k)
{
	c->gone = arena_grow(a, c->gone, &c->gone_room, c->gone_n, sizeof(*c->gone));
	c->gone[c->gone_n++] = (struct gone){ str_dup(a, k->name), k->slot };
}

static struct job
job_of(struct str name, struct file_stat stat)
{
	return (struct job){ .name = name, .stat = stat, .old = NOWHERE, .was = NOWHERE };
}

static bool
same(const struct file_stat *a, const struct file_stat *b)
{
	return a->mtime_ns == b->mtime_ns && a->bytes == b->bytes && a->inode == b->inode;
}

bool
census_one(struct library *lib, struct store *s, struct str name, struct arena *a,
    struct census *c)
{
	sqlite3_stmt *row = store_ask(s, ASK_FILE, "b", name);
	const struct job j = job_of(name, file_stat(path_join(a, lib->folder, name)));
	struct known k;

	*c = (struct census){ .jobs = arena_many(a, struct job, 1) };
	c->jobs[0] = j;
	c->n = j.stat.exists;
	c->todo = c->n;
	while (next_known(s, row, &k)) {
		if (!j.stat.exists)
			add_gone(c, a, &k);
		c->jobs[0].was = k.slot;
		c->jobs[0].old = same(&k.stat, &j.stat) ? k.slot : NOWHERE;
		c->todo = j.stat.exists && c->jobs[0].old == NOWHERE;
	}
	return s->q.trouble == 0;
}

/* A share of the files to look at; mostly waiting for the kernel, so several do it. */
struct share {
	pthread_t thread;
	int folder;
	const struct str *names;
	struct job *jobs;
	size_t n;
};

static void *
look(void *share)
{
	const struct share *s = share;

	for (size_t i = 0; i < s->n; i++)
		s->jobs[i] = job_of(s->names[i], file_stat_in(s->folder, s->names[i].p));
	return NULL;
}

/* A thread that cannot be had is not missed. */
static void
look_at_all(const char *path, const struct str *names, size_t n, struct job *jobs)
{
	const int folder = folder_enter(path);
	const long cores = sysconf(_SC_NPROCESSORS_ONLN);
	const size_t most = cores > SHARES_MOST ? SHARES_MOST
			    : cores < 1         ? 1
						: (size_t)cores;
	const size_t shares = n < SHARE_LEAST ? 1 : most;
	struct share at[SHARES_MOST];
	size_t running = 0;

	for (size_t i = 0; i < shares; i++) {
		const size_t from = n * i / shares;

		at[i] = (struct share){ .folder = folder,
			.names = names + from,
			.jobs = jobs + from,
			.n = n * (i + 1) / shares - from };
	}
	while (running + 1 < shares &&
	       pthread_create(&at[running].thread, NULL, look, &at[running]) == 0)
		running++;
	for (size_t i = running; i < shares; i++)
		(void)look(&at[i]);
	for (size_t i = 0; i < running; i++)
		(void)pthread_join(at[i].thread, NULL);
	if (folder >= 0)
		(void)close(folder);
}

void
march_begin(
    struct march *m, struct library *lib, struct store *s, const struct strs *names)
{
	*m = (struct march){ .lib = lib, .s = s, .names = names };
	m->row = s == NULL ? NULL : store_ask(s, ASK_FILES, "");
	m->more = next_known(s, m->row, &m->known);
}

/* The rows before this name are of files that are gone. */
static void
pass(struct march *m, const struct str *name, struct census *c, struct arena *a)
{
	while (m->more && (name == NULL || str_cmp(m->known.name, *name) < 0)) {
		add_gone(c, a, &m->known);
		m->more = next_known(m->s, m->row, &m->known);
	}
}

void
march_on(struct march *m, size_t most, struct arena *a, struct census *out)
{
	const size_t left = m->names->n - m->at, n = left < most ? left : most;

	*out = (struct census){ .jobs = arena_many(a, struct job, n + 1), .n = n };
	if (n != 0)
		look_at_all(m->lib->folder, m->names->at + m->at, n, out->jobs);
	for (size_t i = 0; i < n; i++) {
		struct job *j = &out->jobs[i];

		pass(m, &j->name, out, a);
		if (m->more && str_eq(m->known.name, j->name)) {
			j->was = m->known.slot;
			j->old = same(&m->known.stat, &j->stat) ? j->was : NOWHERE;
			m->more = next_known(m->s, m->row, &m->known);
		}
		out->todo += j->old == NOWHERE;
	}
	m->at += n;
	if (m->at == m->names->n)
		pass(m, NULL, out, a);
}

static void
keep_changes(struct census *out, const struct census *c, size_t most, struct arena *a)
{
	out->todo += c->todo;
	for (size_t i = 0; i < c->n && out->todo <= most; i++)
		if (c->jobs[i].old == NOWHERE) {
			out->jobs = arena_grow(
			    a, out->jobs, &out->room, out->n, sizeof(*out->jobs));
			out->jobs[out->n++] = c->jobs[i];
		}
	for (size_t i = 0; i < c->gone_n; i++) {
		out->gone = arena_grow(
		    a, out->gone, &out->gone_room, out->gone_n, sizeof(*out->gone));
		out->gone[out->gone_n++] =
		    (struct gone){ str_dup(a, c->gone[i].name), c->gone[i].slot };
	}
}

bool
census_take(struct library *lib, struct store *s, const struct strs *names, size_t most,
    struct arena *a, struct census *out)
{
	struct march m;

	*out = (struct census){ 0 };
	march_begin(&m, lib, s, names);
	do {
		struct arena scratch = ARENA_INIT;
		struct census c;

		march_on(&m, STRETCH, &scratch, &c);
		keep_changes(out, &c, most, a);
		arena_free(&scratch);
	} while (m.at < names->n);
	return s == NULL || s->q.trouble == 0;
}

void
job_tell(struct library *lib, const struct job *j)
{
	for (size_t i = 0; j->done != NULL && i < j->done->d.n; i++) {
		const struct diag *g = &j->done->d.at[i];

		say(lib->d, g->id, g->at, STR_FMT, STR_ARG(g->text));
	}
}

static void
drop(struct store *s, struct str name, uint32_t slot)
{
	store_do(s, ASK_DROP_FILE, "b", name);
	store_do(s, ASK_DROP_ENTRY, "i", (int64_t)slot);
	if (slot < s->main_n)
		store_do(s, ASK_ADD_DEAD, "i", (int64_t)slot);
	else
		store_do(s, ASK_DROP_FRESH, "i", (int64_t)slot);
}

static void
add_fresh(struct store *s, struct job *j, struct stemmer *en, uint32_t slot)
{
	struct arena scratch = ARENA_INIT;
	const struct parcel *p = &j->done->parcel;
	struct buf card = buf_new(&scratch);
	uint64_t names[NAME_KEYS];
	struct str rest = p->links;
	struct link_row l;

	store_add(s, p, slot);
	job_pack(j, &card);
	store_do(s, ASK_ADD_FRESH, "ib", (int64_t)slot, buf_view(&card));
	book_hashes(p->book, en, names);
	for (size_t i = 0; i < NAME_KEYS; i++)
		if (names[i] != 0)
			store_do(s, ASK_ADD_NAME, "ii", (int64_t)names[i], (int64_t)slot);
	while (links_take(&rest, &l))
		for (size_t k = 0; k < KEY_COUNT; k++)
			if (l.hash[k] != 0)
				store_do(s, ASK_ADD_BACK, "ii", (int64_t)l.hash[k],
				    (int64_t)slot);
	arena_free(&scratch);
}

static void
apply(struct store *s, struct census *c)
{
	struct arena scratch = ARENA_INIT;
	struct stemmer *en = stemmer_new(STR("en"));
	struct strs languages = { 0 };
	uint32_t slots = s->slots;

	for (size_t i = 0; i < s->languages.n; i++)
		strs_add(&scratch, &languages, s->languages.at[i]);
	for (size_t i = 0; i < c->gone_n; i++)
		drop(s, c->gone[i].name, c->gone[i].slot);
	for (size_t i = 0; i < c->n && s->q.trouble == 0; i++) {
		struct job *j = &c->jobs[i];

		if (j->old == NOWHERE && j->was != NOWHERE)
			drop(s, j->name, j->was);
		if (j->old != NOWHERE || j->done == NULL || !j->done->good)
			continue;
		add_fresh(s, j, en, slots++);
		strs_add(&scratch, &languages, j->done->parcel.language);
	}
	store_set(s, &languages, slots);
	stemmer_free(en);
	arena_free(&scratch);
}

/* Only damage is a trouble of the index itself; it is read on without the changes. */
static bool
give_up(struct store *s)
{
	const int trouble = s->q.trouble;

	s->q.trouble = 0;
	(void)sqlite3_exec(s->q.db, "ROLLBACK", NULL, NULL, NULL); /* if it began */
	s->q.trouble = sql_is_damage(trouble) ? trouble : 0;
	return false;
}

bool
index_grow(struct store *s, struct census *c)
{
	/* A log needs no waiting for the disk, and a crash leaves what was before. */
	if (!s->logged)
		s->logged = sql_do(&s->q, "PRAGMA journal_mode = WAL", "") &&
			    sql_do(&s->q, "PRAGMA synchronous = NORMAL", "");
	if (!sql_do(&s->q, "BEGIN IMMEDIATE", ""))
		return give_up(s);
	apply(s, c);
	return sql_do(&s->q, "COMMIT", "") || give_up(s);
}
