/*
 * library/seal.h -- a database file whose every page carries a seal.
 *
 * SQLite has no checksums of pages, so a flipped bit may silently be another answer.
 * Here the last 8 bytes of a page are a hash of the rest and of where it stands; a page
 * that does not fit its seal is a read error (SQLITE_IOERR_DATA).  It is a layer over
 * the system's own VFS; journals pass through it unchanged.
 */
#ifndef LIBRARY_SEAL_H
#define LIBRARY_SEAL_H

#include <stdbool.h>

#include <sqlite3.h>

enum { SEAL_BYTES = 8, SEAL_PAGE = 4096 };

#define SEAL_VFS "nutgraf-sealed"

/* Makes the VFS known to SQLite, once; false when there is no memory for it. */
bool seal_register(void);

/* To be called on a new database before anything is written: leaves room for the seals. */
bool seal_new(sqlite3 *db);

#endif
