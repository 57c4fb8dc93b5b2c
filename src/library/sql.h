/*
 * library/sql.h -- SQLite as this room uses it: nothing trusted, nothing left open.
 *
 * The first trouble of a handle is kept in `trouble` as SQLite's code; while it is set
 * everything else does nothing, so that only ends are checked.  Kinds of values: 's' a
 * struct str, 'i' a long.
 */
#ifndef LIBRARY_SQL_H
#define LIBRARY_SQL_H

#include <stdbool.h>

#include <sqlite3.h>

#include "base/arena.h"
#include "base/str.h"

struct sql {
	sqlite3 *db; /* NULL: closed */
	int trouble; /* 0: none */
};

/* DEFENSIVE, no trusted schema; waits `busy_ms` for others.  `vfs`: NULL: the system's. */
bool sql_open(struct sql *q, const char *path, const char *vfs, int busy_ms);
void sql_close(struct sql *q);

/* Keeps a code that is a trouble, if it is the first; false: there is one. */
bool sql_fine(struct sql *q, int code);

/* A statement with its values; NULL when there is trouble. */
sqlite3_stmt *sql_ask(struct sql *q, const char *text, const char *kinds, ...);

/* True: there is a row.  At the end, or with trouble, the statement is gone. */
bool sql_next(struct sql *q, sqlite3_stmt *s);

/* A statement without rows (or whose rows do not matter). */
bool sql_do(struct sql *q, const char *text, const char *kinds, ...);

/* The first column of the first row as a number, or `otherwise`. */
long sql_number(struct sql *q, long otherwise, const char *text, const char *kinds, ...);

struct str sql_text(struct arena *a, sqlite3_stmt *s, int column); /* copied */
bool sql_is_damage(int trouble);

#endif
