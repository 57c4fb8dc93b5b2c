/* Whole pages of the main file are sealed when written and checked when read. */
#include "library/seal.h"

#include <stdint.h>
#include <string.h>

/* The real file follows in the same memory. */
struct sealed {
	sqlite3_file base;
	bool pages; /* the database itself, no journal */
	sqlite3_file *real;
};

static struct sealed *
sealed_of(sqlite3_file *f)
{
	return (struct sealed *)(void *)f;
}

static sqlite3_file *
real_of(sqlite3_file *f)
{
	return sealed_of(f)->real;
}

/* A word of eight bytes mixed in by a multiplication (as in wyhash and its kin). */
static uint64_t
mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0xff51afd7ed558ccdu;
	return h ^ h >> 32;
}

/* Four strands, which a processor spins at once, twined at the end. */
static uint64_t
hash_page(const unsigned char *p, int n, sqlite3_int64 at)
{
	enum { STRANDS = 4 };
	uint64_t h[STRANDS] = { 0 }, all = (uint64_t)at + 0x9e3779b97f4a7c15u;

	for (int i = 0; i + 8 <= n; i += 8) {
		uint64_t word;

		memcpy(&word, p + i, sizeof(word));
		h[i / 8 % STRANDS] = mix(h[i / 8 % STRANDS], word);
	}
	for (size_t i = 0; i < STRANDS; i++)
		all = mix(all, h[i]);
	return all;
}

static bool
is_page(sqlite3_file *f, int n, sqlite3_int64 at)
{
	return sealed_of(f)->pages && n == SEAL_PAGE && at % SEAL_PAGE == 0;
}

static int
read_at(sqlite3_file *f, void *p, int n, sqlite3_int64 at)
{
	const int code = real_of(f)->pMethods->xRead(real_of(f), p, n, at);
	uint64_t seal, hash;

	if (code != SQLITE_OK || !sealed_of(f)->pages || n < 512)
		return code;
	if (!is_page(f, n, at))
		return SQLITE_IOERR_DATA; /* another size of page than ours */
	hash = hash_page(p, n - SEAL_BYTES, at);
	memcpy(&seal, (const char *)p + n - SEAL_BYTES, SEAL_BYTES);
	return seal == hash ? SQLITE_OK : SQLITE_IOERR_DATA;
}

static int
write_at(sqlite3_file *f, const void *p, int n, sqlite3_int64 at)
{
	unsigned char page[SEAL_PAGE];
	uint64_t hash;

	if (!is_page(f, n, at))
		return real_of(f)->pMethods->xWrite(real_of(f), p, n, at);
	memcpy(page, p, SEAL_PAGE);
	hash = hash_page(page, n - SEAL_BYTES, at);
	memcpy(page + n - SEAL_BYTES, &hash, SEAL_BYTES);
	return real_of(f)->pMethods->xWrite(real_of(f), page, n, at);
}

static int
close_file(sqlite3_file *f)
{
	return real_of(f)->pMethods->xClose(real_of(f));
}

static int
truncate_file(sqlite3_file *f, sqlite3_int64 size)
{
	return real_of(f)->pMethods->xTruncate(real_of(f), size);
}

static int
sync_file(sqlite3_file *f, int flags)
{
	return real_of(f)->pMethods->xSync(real_of(f), flags);
}

static int
size_of(sqlite3_file *f, sqlite3_int64 *size)
{
	return real_of(f)->pMethods->xFileSize(real_of(f), size);
}

static int
lock_file(sqlite3_file *f, int level)
{
	return real_of(f)->pMethods->xLock(real_of(f), level);
}

static int
unlock_file(sqlite3_file *f, int level)
{
	return real_of(f)->pMethods->xUnlock(real_of(f), level);
}

static int
check_lock(sqlite3_file *f, int *out)
{
	return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}

static int
control(sqlite3_file *f, int op, void *arg)
{
	return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int
sector_size(sqlite3_file *f)
{
	return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int
traits(sqlite3_file *f)
{
	return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static int
map_shared(sqlite3_file *f, int region, int bytes, int extend, void volatile **out)
{
	return real_of(f)->pMethods->xShmMap(real_of(f), region, bytes, extend, out);
}

static int
lock_shared(sqlite3_file *f, int offset, int n, int flags)
{
	return real_of(f)->pMethods->xShmLock(real_of(f), offset, n, flags);
}

static void
barrier(sqlite3_file *f)
{
	real_of(f)->pMethods->xShmBarrier(real_of(f));
}

static int
unmap_shared(sqlite3_file *f, int drop)
{
	return real_of(f)->pMethods->xShmUnmap(real_of(f), drop);
}

/* Version 2: the file is never mapped, which would go past the seals. */
static const sqlite3_io_methods methods = { 2, close_file, read_at, write_at,
	truncate_file, sync_file, size_of, lock_file, unlock_file, check_lock, control,
	sector_size, traits, map_shared, lock_shared, barrier, unmap_shared, NULL, NULL };

static int
open_file(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags, int *out)
{
	sqlite3_vfs *under = v->pAppData;
	struct sealed *s = sealed_of(f);
	int code;

	s->pages = (flags & SQLITE_OPEN_MAIN_DB) != 0;
	s->real = (sqlite3_file *)(void *)(s + 1);
	code = under->xOpen(under, name, s->real, flags, out);
	s->base.pMethods = code == SQLITE_OK ? &methods : NULL;
	return code;
}

bool
seal_register(void)
{
	sqlite3_vfs *under = sqlite3_vfs_find(NULL), *own;

	if (sqlite3_vfs_find(SEAL_VFS) != NULL)
		return true;
	own = under == NULL ? NULL : sqlite3_malloc((int)sizeof(*own));
	if (own == NULL)
		return false;
	*own = *under; /* all else is the system's; it asks its own `pAppData` nothing */
	own->iVersion = 1;
	own->pNext = NULL;
	own->zName = SEAL_VFS;
	own->szOsFile = (int)sizeof(struct sealed) + under->szOsFile;
	own->pAppData = under;
	own->xOpen = open_file;
	return sqlite3_vfs_register(own, 0) == SQLITE_OK;
}

bool
seal_new(sqlite3 *db)
{
	int room = SEAL_BYTES;

	return sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &room) ==
	       SQLITE_OK;
}
