/* What can still be read of a database that cannot be used: row by row, as far as it goes. */
#include <sys/stat.h>

#include "base/buf.h"
#include "library/state_file.h"

enum { COLUMNS_MOST = 8, ROWS_MOST = 10000000 };

static const struct {
	const char *name, *columns, *marks; /* a question mark for each column */
} tables[] = {
	{ "library", "n, path, device, inode", "?, ?, ?, ?" },
	{ "brief", "library, id, marks, pane, para, byte", "?, ?, ?, ?, ?, ?" },
	{ "query", "library, name, query, filter", "?, ?, ?, ?" },
	{ "visit", "n, library, id, at", "?, ?, ?, ?" },
	{ "session", "library, cursor, trail", "?, ?, ?" },
	{ "undo", "n, library, step, what, id, was", "?, ?, ?, ?, ?, ?" },
};

/* "file:/a%20b?immutable=1": nothing is written there, not even locks. */
static struct str
uri_of(struct arena *a, const char *path)
{
	const struct str plain =
	    STR("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789/._-");
	struct buf b = buf_new(a);

	buf_text(&b, "file:");
	for (const char *p = path; *p != '\0'; p++)
		if (str_has(plain, (struct str){ p, 1 }))
			buf_byte(&b, *p);
		else
			buf_printf(&b, "%%%02X", (unsigned)(unsigned char)*p);
	buf_text(&b, "?mode=ro&immutable=1");
	return buf_view(&b);
}

/* A table that is one: no view, whose reading could be anything. */
static bool
is_table(sqlite3 *old, const char *name)
{
	sqlite3_stmt *s = NULL;
	bool yes = false;

	if (sqlite3_prepare_v2(old,
		"SELECT 1 FROM sqlite_schema"
		" WHERE name = ? AND type = 'table' AND rootpage > 0",
		-1, &s, NULL) == SQLITE_OK &&
	    sqlite3_bind_text(s, 1, name, -1, SQLITE_STATIC) == SQLITE_OK)
		yes = sqlite3_step(s) == SQLITE_ROW;
	(void)sqlite3_finalize(s);
	return yes;
}

static bool
copy_row(sqlite3_stmt *from, sqlite3_stmt *to)
{
	const int n = sqlite3_column_count(from);
	bool ok = true;

	for (int i = 0; i < n && i < COLUMNS_MOST; i++)
		ok = sqlite3_bind_value(to, i + 1, sqlite3_column_value(from, i)) ==
			 SQLITE_OK &&
		     ok;
	ok = ok && sqlite3_step(to) == SQLITE_DONE;
	(void)sqlite3_reset(to);
	return ok;
}

static size_t
copy_table(struct arena *a, sqlite3 *old, sqlite3 *new, size_t t)
{
	struct buf select = buf_new(a), insert = buf_new(a);
	sqlite3_stmt *from = NULL, *to = NULL;
	size_t n = 0;

	if (!is_table(old, tables[t].name))
		return 0;
	buf_printf(
	    &select, "SELECT %s FROM %s%c", tables[t].columns, tables[t].name, '\0');
	buf_printf(&insert, "INSERT OR IGNORE INTO %s(%s) VALUES(%s)%c", tables[t].name,
	    tables[t].columns, tables[t].marks, '\0');
	if (sqlite3_prepare_v2(old, select.p, -1, &from, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v2(new, insert.p, -1, &to, NULL) == SQLITE_OK)
		while (n < ROWS_MOST && sqlite3_step(from) == SQLITE_ROW)
			n += copy_row(from, to);
	(void)sqlite3_finalize(from);
	(void)sqlite3_finalize(to);
	return n;
}

/* A file that was cut off is refused unless its schema is ours to write; nothing is. */
static sqlite3 *
open_old(struct arena *a, const char *path)
{
	const char *uri = str_nul(a, uri_of(a, path));
	sqlite3 *old = NULL;

	if (sqlite3_open_v2(uri, &old, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) ==
	    SQLITE_OK) {
		(void)sqlite3_db_config(
		    old, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
		(void)sqlite3_db_config(
		    old, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, (int *)NULL);
	}
	return old;
}

size_t
state_salvage(struct sql *q, const char *path)
{
	struct arena a = ARENA_INIT;
	sqlite3 *old = NULL;
	struct stat st;
	size_t n = 0;

	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
		return 0; /* to open a pipe is to wait for its writer */
	old = open_old(&a, path);
	if (sql_do(q, "BEGIN IMMEDIATE", "")) {
		for (size_t t = 0; t < LEN(tables); t++)
			n += copy_table(&a, old, q->db, t);
		if (!sql_do(q, "COMMIT", ""))
			n = 0;
	}
	q->trouble = 0; /* there was nothing to be had */
	(void)sqlite3_exec(q->db, "ROLLBACK", NULL, NULL, NULL);
	(void)sqlite3_close(old);
	arena_free(&a);
	return n;
}
