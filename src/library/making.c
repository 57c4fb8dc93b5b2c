/* An index is made by a process of its own, while the library is looked at. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/file.h"
#include "base/run.h"
#include "library/glance.h"
#include "library/sync.h"

enum { POLITE = 5 /* nice(2): the reader comes first */ };

struct progress {
	uint64_t done, all;
	char unkept[120]; /* why the index cannot be kept; "": it can */
};

/* ---- in the process that makes the index ---- */

static void
tell(void *fd, size_t done, size_t all)
{
	const struct progress p = { done, all, "" };

	(void)fd_write(*(int *)fd, (struct str){ (const char *)&p, sizeof(p) });
}

static void
tell_unkept(int fd, const char *why)
{
	struct progress p = { 0 };

	(void)snprintf(p.unkept, sizeof(p.unkept), "%s", why);
	(void)fd_write(fd, (struct str){ (const char *)&p, sizeof(p) });
}

/* It has nothing to do with the terminal, and ends with the reader. */
static void
leave_alone(pid_t parent)
{
	const int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (null < 0 || getppid() != parent)
		_exit(1);
	for (int fd = 0; fd <= 2; fd++)
		(void)dup2(null, fd);
	errno = 0;
	if (nice(POLITE) == -1 && errno != 0)
		_exit(1);
}

static void
make(struct library *lib, int fd, pid_t parent)
{
	struct arena a = ARENA_INIT;
	struct diags unheard = { .a = &a }; /* said when the reader looks again */
	struct library_options o = lib->o;
	struct library *made;

	leave_alone(parent);
	glance_end(lib); /* its names are read again, and not needed twice */
	o.glance = o.unchecked = false;
	o.anew = lib->store != NULL; /* an open database does not go through a fork */
	o.lasting = true;
	o.progress = tell;
	o.ctx = &fd;
	while (index_wait(lib)) /* what another program makes is not made twice */
		;
	if (!library_open(lib->folder, &o, &made, &unheard))
		_exit(1);
	if (made->unkept.why != NULL)
		tell_unkept(fd, made->unkept.why);
	_exit(library_index(made).path != NULL ? 0 : 1);
}

/* ---- in the reader ---- */

bool
library_stale(const struct library *lib)
{
	return lib->making.stale;
}

bool
library_make(struct library *lib)
{
	struct making *m = &lib->making;
	const pid_t parent = getpid();
	int ends[2];

	if ((lib->glance == NULL && !m->stale) || m->process != 0 ||
	    pipe2(ends, O_CLOEXEC) != 0)
		return false;
	m->process = fork();
	if (m->process == 0)
		make(lib, ends[1], parent);
	(void)close(ends[1]);
	m->fd = ends[0];
	m->done = m->all = 0;
	if (m->process > 0 && fcntl(m->fd, F_SETFL, O_NONBLOCK) == 0)
		return true;
	library_make_stop(lib);
	return false;
}

bool
library_making(struct library *lib, size_t *done, size_t *all)
{
	struct making *m = &lib->making;
	struct progress p;
	ssize_t n = 0;

	if (m->process <= 0)
		return false;
	while ((n = read(m->fd, &p, sizeof(p))) == (ssize_t)sizeof(p) ||
	       (n < 0 && errno == EINTR))
		if (n > 0 && p.unkept[0] != '\0') {
			p.unkept[sizeof(p.unkept) - 1] = '\0';
			lib->unkept.why = str_nul(&lib->a, str_of(p.unkept));
		} else if (n > 0) {
			m->done = (size_t)p.done;
			m->all = (size_t)p.all;
		}
	*done = m->done;
	*all = m->all;
	if (n < 0 && errno == EAGAIN)
		return true;
	m->made = run_wait(m->process) == 0;
	m->process = 0;
	(void)close(m->fd);
	lib->o.glance = m->made; /* else who looks again waits */
	return false;
}

void
library_make_stop(struct library *lib)
{
	struct making *m = &lib->making;

	if (m->process == 0)
		return;
	(void)close(m->fd);
	if (m->process > 0) {
		(void)kill((pid_t)m->process, SIGKILL);
		(void)run_wait(m->process);
	}
	m->process = 0;
	lib->o.glance = false;
	index_sweep(lib);
}
