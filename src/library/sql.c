/* A handle that remembers its first trouble; statements are prepared, bound and gone. */
#include "library/sql.h"

#include <limits.h>
#include <stdarg.h>

bool
sql_fine(struct sql *q, int code)
{
	if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE &&
	    q->trouble == 0)
		q->trouble = code;
	return q->trouble == 0;
}

bool
sql_open(struct sql *q, const char *path, const char *vfs, int busy_ms)
{
	*q = (struct sql){ 0 };
	return sql_fine(q, sqlite3_open_v2(path, &q->db,
			       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
				   SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
			       vfs)) &&
	       sql_fine(q,
		   sqlite3_db_config(q->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL)) &&
	       sql_fine(q, sqlite3_db_config(
			       q->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL)) &&
	       sql_fine(q, sqlite3_busy_timeout(q->db, busy_ms)) &&
	       sql_do(q, "PRAGMA cell_size_check = ON", "") &&
	       sql_do(q, "PRAGMA mmap_size = 0", "");
}

void
sql_close(struct sql *q)
{
	(void)sqlite3_close(q->db);
	q->db = NULL;
}

static sqlite3_stmt *
prepare(struct sql *q, const char *text, const char *kinds, va_list values)
{
	sqlite3_stmt *s = NULL;

	if (q->trouble != 0 ||
	    !sql_fine(q, sqlite3_prepare_v2(q->db, text, -1, &s, NULL)))
		return NULL;
	for (int i = 0; kinds[i] != '\0'; i++) {
		if (kinds[i] == 's') {
			const struct str v = va_arg(values, struct str);

			(void)sql_fine(
			    q, sqlite3_bind_text(s, i + 1, v.n == 0 ? "" : v.p,
				   v.n > INT_MAX ? INT_MAX : (int)v.n, SQLITE_TRANSIENT));
		} else {
			(void)sql_fine(
			    q, sqlite3_bind_int64(s, i + 1, va_arg(values, long)));
		}
	}
	if (q->trouble == 0)
		return s;
	(void)sqlite3_finalize(s);
	return NULL;
}

sqlite3_stmt *
sql_ask(struct sql *q, const char *text, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list values;

	va_start(values, kinds);
	s = prepare(q, text, kinds, values);
	va_end(values);
	return s;
}

bool
sql_next(struct sql *q, sqlite3_stmt *s)
{
	int code;

	if (s == NULL)
		return false;
	code = sqlite3_step(s);
	if (sql_fine(q, code) && code == SQLITE_ROW)
		return true;
	(void)sqlite3_finalize(s);
	return false;
}

bool
sql_do(struct sql *q, const char *text, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list values;

	va_start(values, kinds);
	s = prepare(q, text, kinds, values);
	va_end(values);
	while (sql_next(q, s))
		;
	return q->trouble == 0;
}

long
sql_number(struct sql *q, long otherwise, const char *text, const char *kinds, ...)
{
	sqlite3_stmt *s;
	va_list values;
	long n = otherwise;

	va_start(values, kinds);
	s = prepare(q, text, kinds, values);
	va_end(values);
	if (!sql_next(q, s))
		return otherwise;
	n = (long)sqlite3_column_int64(s, 0);
	(void)sqlite3_finalize(s);
	return n;
}

struct str
sql_text(struct arena *a, sqlite3_stmt *s, int column)
{
	const void *p = sqlite3_column_text(s, column);
	const int n = sqlite3_column_bytes(s, column);

	return p == NULL ? STR_NIL : str_dup(a, (struct str){ p, (size_t)n });
}

bool
sql_is_damage(int trouble)
{
	const int code = trouble & 0xff;

	return code == SQLITE_CORRUPT || code == SQLITE_NOTADB ||
	       code == SQLITE_MISMATCH || code == SQLITE_ERROR || code == SQLITE_FORMAT ||
	       code == SQLITE_SCHEMA || code == SQLITE_CONSTRAINT ||
	       trouble == SQLITE_IOERR_SHORT_READ || trouble == SQLITE_IOERR_DATA;
}
