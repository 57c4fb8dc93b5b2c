/* pdftotext as a child with pipes: its input is a file in memory, its output is read up to
   a limit, and it is ended when it takes too long. */
#include "cmd/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

enum {
	TEXT_MOST = 16 << 20, /* bytes of output */
	SECONDS = 20,         /* of processor time, and of waiting for more output */
	MEMORY = 1 << 30
};

bool
pdf_is(struct str bytes)
{
	return str_starts(bytes, STR("%PDF-"));
}

static bool
trouble(struct call *c, struct str file, const char *what)
{
	say(c->d, SAY_PDF_FAILED, (struct place){ .file = file }, "'" STR_FMT "': %s",
	    STR_ARG(file), what);
	return false;
}

/* The bytes as a descriptor that can be read from its start, or -1. */
static int
file_of(struct str bytes)
{
	const int fd = memfd_create("pdf", MFD_CLOEXEC);

	if (fd >= 0 && (!fd_write(fd, bytes) || lseek(fd, 0, SEEK_SET) != 0)) {
		(void)close(fd);
		return -1;
	}
	return fd;
}

static pid_t
start(int in, int out, int *why)
{
	char name[] = "pdftotext", quiet[] = "-q", enc[] = "-enc", utf8[] = "UTF-8",
	     eol[] = "-eol", unix_eol[] = "unix", dash[] = "-";
	char *argv[] = { name, quiet, enc, utf8, eol, unix_eol, dash, dash, NULL };
	posix_spawn_file_actions_t files;
	pid_t pid = -1;

	(void)posix_spawn_file_actions_init(&files);
	(void)posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	(void)posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	(void)posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", 1, 0);
	*why = posix_spawnp(&pid, name, &files, NULL, argv, environ);
	(void)posix_spawn_file_actions_destroy(&files);
	return *why == 0 ? pid : -1;
}

static void
limit(pid_t pid)
{
	const struct rlimit cpu = { SECONDS, SECONDS }, memory = { MEMORY, MEMORY },
			    none = { 0, 0 };

	(void)prlimit(pid, RLIMIT_CPU, &cpu, NULL);
	(void)prlimit(pid, RLIMIT_AS, &memory, NULL);
	(void)prlimit(pid, RLIMIT_FSIZE, &none, NULL);
}

/* Everything it writes; false when that is too much or takes too long. */
static bool
collect(int fd, struct buf *out)
{
	char piece[65536];

	for (;;) {
		struct pollfd wait = { fd, POLLIN, 0 };
		const int ready = poll(&wait, 1, SECONDS * 1000);
		const ssize_t n = ready == 1 ? read(fd, piece, sizeof(piece)) : -1;

		if ((ready < 0 || (ready == 1 && n < 0)) && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		if (out->n + (size_t)n > TEXT_MOST)
			return false;
		buf_str(out, (struct str){ piece, (size_t)n });
	}
}

static int
finish(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool
run(struct call *c, int in, struct str file, struct buf *out)
{
	int pipes[2], why, status;
	pid_t pid;
	bool whole;

	if (pipe2(pipes, O_CLOEXEC) != 0)
		return trouble(c, file, strerror(errno));
	pid = start(in, pipes[1], &why);
	(void)close(pipes[1]);
	if (pid < 0) {
		(void)close(pipes[0]);
		if (why != ENOENT && why != EACCES)
			return trouble(c, file, strerror(why));
		say(c->d, SAY_PDF_TOOL, (struct place){ .file = file },
		    "a PDF is read through pdftotext; install the package poppler-utils");
		return false;
	}
	limit(pid);
	whole = collect(pipes[0], out);
	(void)close(pipes[0]);
	if (!whole)
		(void)kill(pid, SIGKILL);
	status = finish(pid);
	if (!whole || status < 0)
		return trouble(
		    c, file, "pdftotext took too long, or found too much text");
	return status == 0 ||
	       trouble(
		   c, file, "pdftotext finds no PDF in it, or is not allowed to read it");
}

bool
pdf_text(
    struct call *c, struct str bytes, struct str file, struct arena *a, struct str *text)
{
	const int in = file_of(bytes);
	struct buf out = buf_new(a);
	bool ok;

	if (in < 0)
		return trouble(c, file, strerror(errno));
	ok = run(c, in, file, &out);
	(void)close(in);
	*text = buf_view(&out);
	return ok;
}
