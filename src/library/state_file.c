/* The database: made once, WAL with synchronous FULL, given up for memory when it fails. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "library/state_file.h"

enum { VERSION_OURS = 1, BUSY_MS = 5000, CHECKED_MOST = 1 << 20, ASIDE_MOST = 10000 };

static const char *const schema[] = {
	"CREATE TABLE library(n INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,"
	" device INTEGER NOT NULL DEFAULT 0, inode INTEGER NOT NULL DEFAULT 0)",
	"CREATE TABLE brief(library INTEGER NOT NULL, id TEXT NOT NULL,"
	" marks INTEGER NOT NULL DEFAULT 0, pane TEXT NOT NULL DEFAULT '',"
	" para INTEGER NOT NULL DEFAULT 0, byte INTEGER NOT NULL DEFAULT 0,"
	" PRIMARY KEY(library, id)) WITHOUT ROWID",
	"CREATE TABLE visit(n INTEGER PRIMARY KEY AUTOINCREMENT,"
	" library INTEGER NOT NULL, id TEXT NOT NULL, at TEXT NOT NULL)",
	"CREATE UNIQUE INDEX visit_id ON visit(library, id)",
	"CREATE TABLE query(library INTEGER NOT NULL, name TEXT NOT NULL,"
	" query TEXT NOT NULL, filter TEXT NOT NULL, PRIMARY KEY(library, name))"
	" WITHOUT ROWID",
	"CREATE TABLE session(library INTEGER PRIMARY KEY, cursor TEXT NOT NULL,"
	" trail TEXT NOT NULL)",
	"CREATE TABLE undo(n INTEGER PRIMARY KEY AUTOINCREMENT,"
	" library INTEGER NOT NULL, step INTEGER NOT NULL, what TEXT NOT NULL,"
	" id TEXT NOT NULL, was TEXT NOT NULL)",
	"CREATE INDEX undo_step ON undo(library, step)",
	"PRAGMA user_version = 1",
};

static bool
make_tables(struct sql *q)
{
	if (!sql_do(q, "BEGIN IMMEDIATE", ""))
		return false;
	if (sql_number(q, -1, "PRAGMA user_version", "") == 0)
		for (size_t i = 0; i < LEN(schema); i++)
			(void)sql_do(q, schema[i], "");
	return sql_do(q, "COMMIT", "");
}

static const char *
folder_of(struct state *s)
{
	struct str folder = str_of(s->path);

	folder.n -= path_base(folder).n;
	return folder.n == 0 ? "." : str_nul(&s->a, folder);
}

/* The new file is private, and its name is on the disk before anything is in it. */
static bool
touch(struct state *s, int folder)
{
	const int fd = open(s->path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

	if (fd < 0)
		return false;
	(void)close(fd);
	return fsync(folder) == 0 || errno == EINVAL;
}

/* Another program may be making it too: the lock lets one do so, the other finds it made. */
static bool
make_file(struct state *s)
{
	struct diags quiet = { .a = &s->a };
	int fd;
	bool ok;

	if (!folder_make(folder_of(s), &quiet))
		return false;
	fd = folder_lock(folder_of(s));
	ok = fd >= 0 && touch(s, fd) && sql_open(&s->sql, s->path, NULL, BUSY_MS) &&
	     sql_do(&s->sql, "PRAGMA journal_mode = WAL", "") &&
	     sql_do(&s->sql, "PRAGMA synchronous = FULL", "") && make_tables(&s->sql);
	if (fd >= 0)
		(void)close(fd);
	return ok;
}

static bool
is_made(struct state *s)
{
	const struct file_stat st = file_stat(s->path);

	if (!st.exists || st.bytes == 0)
		return false;
	if (!sql_open(&s->sql, s->path, NULL, BUSY_MS) ||
	    !sql_do(&s->sql, "PRAGMA synchronous = FULL", ""))
		return s->sql.trouble != 0;
	return sql_number(&s->sql, -1, "PRAGMA user_version", "") != 0;
}

static bool
check_passes(struct state *s)
{
	sqlite3_stmt *q = sql_ask(&s->sql, "PRAGMA quick_check(1)", "");
	bool ok = true;

	while (sql_next(&s->sql, q))
		ok = strcmp((const char *)sqlite3_column_text(q, 0), "ok") == 0;
	return ok;
}

/* A structure that is broken is found now, not in the middle of a reading; a disk that
   cannot be read, or could not for once, is another trouble. */
static bool
is_sound(struct state *s)
{
	struct arena a = ARENA_INIT;
	struct diags quiet = { .a = &a };
	struct str bytes;

	if (file_stat(s->path).bytes > CHECKED_MOST || check_passes(s))
		return s->sql.trouble == 0;
	if (s->sql.trouble == 0 && !file_peek(&a, s->path, CHECKED_MOST, &bytes, &quiet))
		s->sql.trouble = SQLITE_IOERR;
	if (s->sql.trouble == 0 && !check_passes(s) && s->sql.trouble == 0)
		s->sql.trouble = SQLITE_CORRUPT;
	arena_free(&a);
	return s->sql.trouble == 0;
}

/* A folder that was renamed is the same library: known by its number on the disk, when
   nothing is left where it was. */
static long
renamed_number(struct state *s)
{
	sqlite3_stmt *q = sql_ask(&s->sql,
	    "SELECT n, path FROM library WHERE device = ? AND inode = ? AND inode != 0",
	    "ii", (long)s->device, (long)s->folder);
	long n = 0;

	while (sql_next(&s->sql, q))
		if (!file_stat((const char *)sqlite3_column_text(q, 1)).exists)
			n = (long)sqlite3_column_int64(q, 0);
	return n;
}

static void
find_number(struct state *s)
{
	s->number = sql_number(
	    &s->sql, 0, "SELECT n FROM library WHERE path = ?", "s", str_of(s->library));
	s->entered = false;
	if (s->number == 0)
		s->number = renamed_number(s);
}

static void
use_memory(struct state *s)
{
	s->lasts = false;
	sql_close(&s->sql);
	if (sql_open(&s->sql, ":memory:", NULL, 0) && make_tables(&s->sql) &&
	    s->path != NULL)
		(void)state_salvage(&s->sql, s->path);
	find_number(s);
}

/* One line, and from here on everything ends with the program. */
static void
give_up(struct state *s, const char *why)
{
	if (s->path == NULL)
		say(s->d, SAY_STATE, (struct place){ 0 },
		    "%s; marks and places last until the end of this run", why);
	else
		say(s->d, SAY_STATE, (struct place){ .file = str_of(s->path) },
		    "cannot keep marks and places in '%s': %s; they last until the end "
		    "of this run",
		    s->path, why);
	use_memory(s);
}

/* PATH.damaged-N for the first N that is free; its log goes along. */
static bool
move_aside(struct state *s, struct buf *to)
{
	static const char *const parts[] = { "-wal", "-shm", "" };
	const size_t n = strlen(s->path);
	char from[PATH_MAX], name[PATH_MAX];

	for (int i = 1; i < ASIDE_MOST; i++) {
		to->n = 0;
		buf_printf(to, "%s.damaged-%d", s->path, i);
		if (n < PATH_MAX - 32 && !file_stat(str_nul(&s->a, buf_view(to))).exists)
			break;
	}
	for (size_t i = 0; i < LEN(parts); i++) {
		(void)snprintf(from, sizeof(from), "%s%s", s->path, parts[i]);
		(void)snprintf(
		    name, sizeof(name), STR_FMT "%s", STR_ARG(buf_view(to)), parts[i]);
		if (rename(from, name) != 0 && parts[i][0] == '\0')
			return false;
	}
	return true;
}

static bool connect(struct state *s);

/* A new database where the damaged one was, with what can still be read of that. */
static bool
begin_anew(struct state *s, struct str aside)
{
	size_t rows;

	if (!connect(s))
		return false;
	rows = state_salvage(&s->sql, str_nul(&s->a, aside));
	find_number(s);
	say(s->d, SAY_STATE_DAMAGED, (struct place){ .file = str_of(s->path) },
	    "the file of marks and places is damaged; it is kept as '" STR_FMT
	    "', and a new one begun%s",
	    STR_ARG(aside), rows == 0 ? "" : " with what could be read");
	return true;
}

/* Under the lock, and only the very file that was found damaged: another program may
   have moved it already and begun a new one. */
static bool
replace(struct state *s)
{
	struct buf to = buf_new(&s->a);
	const int fd = folder_lock(folder_of(s));
	bool moved = false, ok = fd >= 0;

	sql_close(&s->sql);
	if (ok && s->inode != 0 && file_stat(s->path).inode == s->inode)
		ok = moved = move_aside(s, &to);
	if (fd >= 0)
		(void)close(fd);
	s->moved = true;
	return ok && (moved ? begin_anew(s, buf_view(&to)) : connect(s));
}

static bool
connect(struct state *s)
{
	if (!is_made(s)) {
		sql_close(&s->sql);
		s->sql = (struct sql){ 0 };
		if (!make_file(s))
			return false;
	}
	s->inode = file_stat(s->path).inode;
	if (s->sql.trouble != 0 || !is_sound(s))
		return false;
	if (sql_number(&s->sql, -1, "PRAGMA user_version", "") > VERSION_OURS) {
		s->sql.trouble = SQLITE_CANTOPEN;
		return false;
	}
	find_number(s);
	return s->sql.trouble == 0;
}

static const char *
reason(const struct state *s)
{
	return s->sql.trouble == 0 ? strerror(errno) : sqlite3_errstr(s->sql.trouble);
}

/* What takes the place of a database that failed; false: nothing does. */
static bool
fall(struct state *s)
{
	if (!s->lasts || s->sql.trouble == 0)
		return false;
	if ((s->sql.trouble & 0xff) == SQLITE_BUSY) {
		say(s->d, SAY_STATE, (struct place){ .file = str_of(s->path) },
		    "another program keeps '%s' busy; nothing was kept", s->path);
		return false;
	}
	if (sql_is_damage(s->sql.trouble) && !s->moved && replace(s))
		return true;
	give_up(s, reason(s));
	return true;
}

struct state *
state_open(const char *path, const char *library, struct diags *d)
{
	struct arena own = ARENA_INIT;
	struct state *s = arena_new(&own, struct state);
	char real[PATH_MAX];
	struct stat st;

	s->a = own;
	s->d = d;
	s->path = path == NULL ? NULL : str_nul(&s->a, str_of(path));
	s->library =
	    str_nul(&s->a, str_of(realpath(library, real) == NULL ? library : real));
	if (stat(library, &st) == 0) {
		s->device = st.st_dev;
		s->folder = st.st_ino;
	}
	s->lasts = path != NULL;
	if (path == NULL)
		give_up(s, "there is no home folder");
	else if (!connect(s) && !(sql_is_damage(s->sql.trouble) && replace(s)))
		give_up(s, reason(s));
	return s;
}

void
state_close(struct state *s)
{
	struct arena a;

	if (s == NULL)
		return;
	sql_close(&s->sql);
	a = s->a; /* the handle itself lies in it */
	arena_free(&a);
}

bool
state_lasts(const struct state *s)
{
	return s->lasts;
}

bool
state_changed(struct state *s)
{
	const long now = sql_number(&s->sql, 0, "PRAGMA data_version", "");
	const bool changed = s->own || now != s->seen;

	s->seen = now;
	s->own = false;
	return changed;
}

/* The library's row, as it is to be from here on. */
static bool
enter_library(struct state *s)
{
	if (s->number == 0) {
		(void)sql_do(&s->sql, "INSERT OR IGNORE INTO library(path) VALUES(?)",
		    "s", str_of(s->library));
		find_number(s);
	}
	if (!s->entered)
		(void)sql_do(&s->sql,
		    "UPDATE library SET path = ?, device = ?, inode = ? WHERE n = ?",
		    "siii", str_of(s->library), (long)s->device, (long)s->folder,
		    s->number);
	s->entered = true;
	return s->sql.trouble == 0;
}

bool
state_change(struct state *s, state_work *work, void *arg)
{
	do {
		const long number = s->number;

		s->sql.trouble = 0;
		if (sql_do(&s->sql, "BEGIN IMMEDIATE", "") && enter_library(s) &&
		    work(s, arg) && sql_do(&s->sql, "COMMIT", "")) {
			s->own = true;
			return true;
		}
		(void)sqlite3_exec(s->sql.db, "ROLLBACK", NULL, NULL, NULL);
		s->number = number;
		s->entered = false;
	} while (fall(s));
	return false;
}

long
state_number(struct state *s)
{
	if (s->number == 0)
		find_number(s);
	return s->number;
}

bool
state_check(struct state *s)
{
	if (s->sql.trouble == 0)
		return true;
	(void)fall(s);
	s->sql.trouble = 0;
	return false;
}
