/*
 * base/file.h -- the few things the program does to files and folders.
 *
 * Trouble is said to `d` (SAY_FILE_*) with the path and the system's reason,
 * and false comes back; then nothing was changed on disk.  Paths are C strings
 * because the kernel's are.  Nothing here follows a name from a file's content.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/str.h"

struct file_stat {
	bool exists, folder;
	uint64_t bytes, inode;
	int64_t mtime_ns;
};

struct file_stat file_stat(const char *path);

/* The same of many files of one folder, whose way is walked once: -1, or a descriptor to
   close, which is good for nothing else. */
int folder_enter(const char *path);
struct file_stat file_stat_in(int folder, const char *name);

/* The whole file ("-" is standard input), at most `most` bytes; NUL-terminated. */
bool file_read(
    struct arena *a, const char *path, size_t most, struct str *out, struct diags *d);

/* The first `most` bytes of a file; shorter when the file is. */
bool file_peek(
    struct arena *a, const char *path, size_t most, struct str *out, struct diags *d);

/*
 * Replaces the file in one step: a temporary file beside it, fsync, rename, fsync of the
 * folder.  A symbolic link to a file is replaced, not followed; what is no file (a pipe,
 * /dev/null) is written into.  A crash may leave
 * ".nutgraf-…" in the folder, which folder_sweep() takes away.
 */
bool file_write(const char *path, struct str bytes, struct diags *d);

/* The same for what can be made again: whole for whoever reads it, on the disk some time. */
bool file_publish(const char *path, struct str bytes, struct diags *d);

/* The same, but never over a file that exists: then false, with *exists set. */
bool file_create(const char *path, struct str bytes, bool *exists, struct diags *d);

/* Another place for the file, on the same file system, and both folders on the disk;
   false, with *exists set, when something is there already. */
bool file_move(const char *path, const char *to, bool *exists, struct diags *d);

/* The file away, and that on the disk; one that is not there is no trouble. */
bool file_remove(const char *path, struct diags *d);

/* The folder for this program alone, until the descriptor is closed or the program ends;
   -1 where that cannot be had. */
int folder_lock(const char *path);

/* What writing left there when it was killed; not that of a program that still runs. */
void folder_sweep(const char *path);

/* Makes the folder and those above it. */
bool folder_make(const char *path, struct diags *d);

/* Names in a folder with one of the `endings` (".yaml .md"; "": all), sorted by bytes; no
   "." files, no pipes or devices.  A name has a NUL behind it. */
bool folder_list(struct arena *a, const char *path, struct str endings, struct strs *out,
    struct diags *d);

/*
 * Every file below the folder, paths sorted by bytes.  Left out: what begins with ".",
 * symbolic links, pipes and devices, and the folder "x_files" that a browser puts beside
 * x.html.  A folder below that cannot be read is said, and the rest goes on: then false.
 */
bool folder_walk(struct arena *a, const char *path, struct strs *out, struct diags *d);

/* All bytes to a descriptor, whatever write() says at once; false with errno set. */
bool fd_write(int fd, struct str bytes);

const char *path_join(struct arena *a, const char *folder, struct str name);
struct str path_base(struct str path); /* after the last '/' */

#endif
