/* pdftotext as a child with pipes: its input is a file in memory, its output is read up to
   a limit, and it is ended when it takes too long. */
#include "cmd/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/child.h"
#include "base/file.h"
#include "base/run.h"

enum {
	TEXT_MOST = 16 << 20, /* bytes of output */
	SECONDS = 10,         /* of processor time, and of waiting for more output */
	MEMORY = 512 << 20
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

static void
limit(void)
{
	const struct rlimit cpu = { SECONDS, SECONDS }, memory = { MEMORY, MEMORY },
			    none = { 0, 0 };

	(void)setrlimit(RLIMIT_CPU, &cpu);
	(void)setrlimit(RLIMIT_AS, &memory);
	(void)setrlimit(RLIMIT_FSIZE, &none);
	(void)setrlimit(RLIMIT_CORE, &none);
}

/* It may read files, fonts and tables of its own, but write none. */
static _Noreturn void
become(int in, int out)
{
	char name[] = "pdftotext", quiet[] = "-q", enc[] = "-enc", utf8[] = "UTF-8",
	     eol[] = "-eol", unix_eol[] = "unix", dash[] = "-";
	char *argv[] = { name, quiet, enc, utf8, eol, unix_eol, dash, dash, NULL };
	const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	(void)dup2(in, STDIN_FILENO);
	(void)dup2(out, STDOUT_FILENO);
	(void)dup2(null, STDERR_FILENO);
	(void)child_only_read();
	limit();
	run_become(argv);
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

static bool
run(struct call *c, int in, struct str file, struct buf *out)
{
	int pipes[2], status;
	pid_t pid;
	bool whole;

	if (pipe2(pipes, O_CLOEXEC) != 0)
		return trouble(c, file, strerror(errno));
	pid = fork();
	if (pid == 0)
		become(in, pipes[1]);
	(void)close(pipes[1]);
	if (pid < 0) {
		(void)close(pipes[0]);
		return trouble(c, file, "no process could be made for pdftotext");
	}
	whole = collect(pipes[0], out);
	(void)close(pipes[0]);
	if (!whole)
		(void)kill(pid, SIGKILL);
	status = run_wait(pid);
	if (status == RUN_NOT_THERE) {
		say(c->d, SAY_PDF_TOOL, (struct place){ .file = file },
		    "a PDF is read through pdftotext; install the package poppler-utils");
		return false;
	}
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
