/* POSIX calls with the reason kept: reading, folders, paths.  Writing is in write.c. */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/trouble.h"
#include "base/vec.h"

bool
file_trouble(struct diags *d, enum message id, const char *path, const char *doing)
{
	say(d, id, (struct place){ .file = str_of(path) }, "cannot %s '%s': %s", doing,
	    path, strerror(errno));
	return false;
}

int
folder_enter(const char *path)
{
	return open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

struct file_stat
file_stat(const char *path)
{
	return file_stat_in(AT_FDCWD, path);
}

struct file_stat
file_stat_in(int folder, const char *name)
{
	struct stat st;

	if (fstatat(folder, name, &st, 0) != 0)
		return (struct file_stat){ .exists = false };
	return (struct file_stat){ .exists = true,
		.folder = S_ISDIR(st.st_mode),
		.bytes = (uint64_t)st.st_size,
		.inode = st.st_ino,
		.mtime_ns =
		    (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec };
}

static int
open_input(const char *path)
{
	struct stat st;
	int fd;

	if (strcmp(path, "-") == 0)
		return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
		(void)close(fd);
		errno = EISDIR;
		return -1;
	}
	return fd;
}

/* Reads until the end or until `most` bytes; false with errno set. */
static bool
read_all(struct arena *a, int fd, size_t most, struct str *out)
{
	struct stat st;
	size_t room = 4096, n = 0;
	char *p;

	if (fstat(fd, &st) == 0 && st.st_size > 0 && (uint64_t)st.st_size < most)
		room = (size_t)st.st_size + 2;
	if (room > most)
		room = most + 1;
	p = arena_alloc(a, room);
	for (;;) {
		const size_t want = room - 1 - n < most - n ? room - 1 - n : most - n;
		const ssize_t got = want == 0 ? 0 : read(fd, p + n, want);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (got == 0)
			break;
		n += (size_t)got;
		if (n == room - 1 && n < most) {
			p = arena_extend(a, p, room, room * 2);
			room *= 2;
		}
	}
	p[n] = '\0';
	*out = (struct str){ p, n };
	return true;
}

bool
file_peek(
    struct arena *a, const char *path, size_t most, struct str *out, struct diags *d)
{
	const int fd = open_input(path);
	bool ok;
	int why;

	if (fd < 0)
		return file_trouble(d, SAY_FILE_OPEN, path, "open");
	ok = read_all(a, fd, most, out);
	why = errno;
	(void)close(fd);
	errno = why;
	return ok || file_trouble(d, SAY_FILE_OPEN, path, "read");
}

bool
file_read(
    struct arena *a, const char *path, size_t most, struct str *out, struct diags *d)
{
	if (!file_peek(a, path, most + 1, out, d))
		return false;
	if (out->n <= most)
		return true;
	say(d, SAY_FILE_SIZE, (struct place){ .file = str_of(path) },
	    "'%s' is larger than %zu MiB", path, most >> 20);
	return false;
}

bool
fd_write(int fd, struct str bytes)
{
	while (bytes.n != 0) {
		const ssize_t n = write(fd, bytes.p, bytes.n);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes = str_cut(bytes, (size_t)n, bytes.n);
	}
	return true;
}

bool
folder_make(const char *path, struct diags *d)
{
	char part[PATH_MAX];
	const size_t n = strlen(path);

	if (n >= sizeof(part)) {
		errno = ENAMETOOLONG;
		return file_trouble(d, SAY_FILE_WRITE, path, "make");
	}
	for (size_t i = 1; i <= n; i++) {
		if (path[i] != '/' && path[i] != '\0')
			continue;
		memcpy(part, path, i);
		part[i] = '\0';
		if (mkdir(part, 0777) != 0 && errno != EEXIST)
			return file_trouble(d, SAY_FILE_WRITE, path, "make");
	}
	if (!file_stat(path).folder) {
		errno = ENOTDIR;
		return file_trouble(d, SAY_FILE_WRITE, path, "make");
	}
	return true;
}

/* To open a pipe is to wait for its writer, and a device may never end. */
static bool
may_be_read(const struct dirent *e)
{
	return e->d_type != DT_FIFO && e->d_type != DT_SOCK && e->d_type != DT_CHR &&
	       e->d_type != DT_BLK;
}

static bool
ends_with_one(struct str name, struct str endings)
{
	do {
		if (str_ends(name, str_split(&endings, ' ')))
			return true;
	} while (endings.n != 0);
	return false;
}

/* Names one behind the other: there may be very many. */
struct room {
	char *p;
	size_t left;
};

static struct str
keep_name(struct arena *a, struct room *r, struct str name)
{
	enum { ROOM = 8192 };
	char *p;

	if (r->left < name.n + 1) {
		r->left = name.n + 1 > ROOM ? name.n + 1 : ROOM;
		r->p = arena_alloc(a, r->left);
	}
	p = r->p;
	memcpy(p, name.p, name.n);
	r->p += name.n + 1; /* a NUL follows: all of it was zero */
	r->left -= name.n + 1;
	return (struct str){ p, name.n };
}

bool
folder_list(struct arena *a, const char *path, struct str endings, struct strs *out,
    struct diags *d)
{
	struct arena scratch = ARENA_INIT;
	DIR *dir = opendir(path);
	const struct dirent *e;
	struct strs names = { 0 };
	struct room room = { NULL, 0 };

	*out = (struct strs){ 0 };
	if (dir == NULL)
		return file_trouble(d, SAY_FILE_OPEN, path, "open");
	while ((e = readdir(dir)) != NULL)
		if (e->d_name[0] != '.' && may_be_read(e) &&
		    ends_with_one(str_of(e->d_name), endings))
			*vec_push(&scratch, &names) =
			    keep_name(a, &room, str_of(e->d_name));
	(void)closedir(dir);
	out->at = arena_many(a, struct str, names.n);
	out->n = out->room = names.n;
	if (names.n != 0) { /* as much as is needed: there may be very many */
		memcpy(out->at, names.at, names.n * sizeof(*names.at));
		qsort(out->at, out->n, sizeof(*out->at), str_order);
	}
	arena_free(&scratch);
	return true;
}

const char *
path_join(struct arena *a, const char *folder, struct str name)
{
	const struct str way = str_of(folder);
	const size_t slash = way.n != 0 && !str_ends(way, STR("/"));
	char *path = arena_alloc(a, way.n + slash + name.n + 1);

	if (way.n != 0)
		memcpy(path, way.p, way.n);
	if (slash != 0)
		path[way.n] = '/';
	if (name.n != 0)
		memcpy(path + way.n + slash, name.p, name.n);
	return path;
}

struct str
path_base(struct str path)
{
	size_t i = path.n;

	while (i > 0 && path.p[i - 1] != '/')
		i--;
	return str_cut(path, i, path.n);
}
