/* Writing in one step: a file beside it that gets the name when it is whole and on the disk. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/trouble.h"

#define LEFTOVER ".nutgraf-"

/* A file being written; its lock tells folder_sweep() that somebody does. */
struct draft {
	int fd;
	char name[PATH_MAX];
};

/* "a/b/" of "a/b/c", "./" of "c". */
static bool
folder_of(const char *path, char out[PATH_MAX])
{
	const char *slash = strrchr(path, '/');
	const int n = snprintf(out, PATH_MAX, "%.*s",
	    slash == NULL ? 2 : (int)(slash - path) + 1, slash == NULL ? "./" : path);

	errno = ENAMETOOLONG;
	return n >= 0 && n < PATH_MAX;
}

static bool
sync_folder_of(const char *path)
{
	char folder[PATH_MAX];
	int fd;
	bool ok;

	if (!folder_of(path, folder))
		return false;
	fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
	if (fd >= 0)
		(void)close(fd);
	return ok;
}

static bool
open_draft(struct draft *t, const char *path)
{
	const mode_t mask = umask(0);
	char folder[PATH_MAX];
	int n = PATH_MAX;

	(void)umask(mask);
	t->fd = -1;
	if (folder_of(path, folder))
		n = snprintf(t->name, sizeof(t->name), "%s" LEFTOVER "XXXXXX", folder);
	errno = ENAMETOOLONG;
	if (n >= 0 && n < PATH_MAX)
		t->fd = mkostemp(t->name, O_CLOEXEC);
	return t->fd >= 0 && fchmod(t->fd, 0666 & ~mask) == 0;
}

static bool
write_draft(struct draft *t, const char *path, struct str bytes, bool sync)
{
	if (!open_draft(t, path))
		return false;
	(void)flock(t->fd, LOCK_EX | LOCK_NB);
	return fd_write(t->fd, bytes) && (!sync || fsync(t->fd) == 0);
}

/* Its name goes, unless another file has it now; errno stays. */
static void
end_draft(struct draft *t, bool renamed)
{
	const int why = errno;

	if (t->fd >= 0 && !renamed)
		(void)unlink(t->name);
	if (t->fd >= 0)
		(void)close(t->fd);
	errno = why;
}

/* A pipe, a terminal, /dev/null: something that is written into and never replaced. */
static bool
is_device(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

static bool
write_into(const char *path, struct str bytes)
{
	const int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	const bool ok = fd >= 0 && fd_write(fd, bytes);

	return (fd < 0 || close(fd) == 0) && ok;
}

static bool
put_file(const char *path, struct str bytes, bool sync, struct diags *d)
{
	struct draft t;
	bool ok;

	if (is_device(path))
		return write_into(path, bytes) ||
		       file_trouble(d, SAY_FILE_WRITE, path, "write");
	ok = write_draft(&t, path, bytes, sync) && rename(t.name, path) == 0;
	end_draft(&t, ok);
	if (!ok)
		return file_trouble(d, SAY_FILE_WRITE, path, "write");
	return !sync || sync_folder_of(path) ||
	       file_trouble(d, SAY_FILE_WRITE, path, "sync");
}

bool
file_write(const char *path, struct str bytes, struct diags *d)
{
	return put_file(path, bytes, true, d);
}

bool
file_publish(const char *path, struct str bytes, struct diags *d)
{
	return put_file(path, bytes, false, d);
}

bool
file_create(const char *path, struct str bytes, bool *exists, struct diags *d)
{
	struct draft t;
	bool ok = write_draft(&t, path, bytes, true) && link(t.name, path) == 0;

	*exists = !ok && errno == EEXIST;
	end_draft(&t, false);
	if (*exists)
		return false;
	if (!ok)
		return file_trouble(d, SAY_FILE_WRITE, path, "write");
	return sync_folder_of(path) || file_trouble(d, SAY_FILE_WRITE, path, "sync");
}

/* Where the kernel or the file system cannot promise it, a look before must do. */
static bool
move_to_free(const char *path, const char *to)
{
	if (renameat2(AT_FDCWD, path, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	errno = EEXIST;
	return !file_stat(to).exists && rename(path, to) == 0;
}

bool
file_move(const char *path, const char *to, bool *exists, struct diags *d)
{
	const bool ok = move_to_free(path, to);

	*exists = !ok && errno == EEXIST;
	if (*exists)
		return false;
	if (!ok)
		return file_trouble(d, SAY_FILE_WRITE, path, "move");
	return (sync_folder_of(to) && sync_folder_of(path)) ||
	       file_trouble(d, SAY_FILE_WRITE, path, "sync");
}

bool
file_remove(const char *path, struct diags *d)
{
	if (unlink(path) != 0)
		return errno == ENOENT || file_trouble(d, SAY_FILE_WRITE, path, "remove");
	return sync_folder_of(path) || file_trouble(d, SAY_FILE_WRITE, path, "sync");
}

int
folder_lock(const char *path)
{
	const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	while (fd >= 0 && flock(fd, LOCK_EX) != 0 && errno == EINTR)
		;
	return fd;
}

static void
sweep_one(int folder, const char *name)
{
	const int fd =
	    openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		(void)unlinkat(folder, name, 0);
	(void)close(fd);
}

void
folder_sweep(const char *path)
{
	DIR *dir = opendir(path);
	const struct dirent *e;

	while (dir != NULL && (e = readdir(dir)) != NULL)
		if (strncmp(e->d_name, LEFTOVER, sizeof(LEFTOVER) - 1) == 0)
			sweep_one(dirfd(dir), e->d_name);
	if (dir != NULL)
		(void)closedir(dir);
}
