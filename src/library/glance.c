/* A large library without an index: its files by their names, while a process of its own makes one. */
#include "library/glance.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "library/held.h"
#include "library/sync.h"

enum { POLITE = 5 /* nice(2): the reader comes first */ };

struct glance {
	struct arena a;
	struct library *lib;
	struct strs names; /* sorted; the list shows the last one first */
	pid_t process;     /* 0: none */
	int fd;            /* how far it is */
	struct progress {
		uint64_t done, all;
	} progress;
};

void
glance_lay(struct library *lib, struct arena *a, const struct strs *names)
{
	struct glance *g = arena_new(a, struct glance);

	g->a = *a; /* it lies there itself */
	*a = (struct arena)ARENA_INIT;
	g->lib = lib;
	g->names = *names;
	g->fd = -1;
	lib->glance = g;
	lib->n = lib->room = g->names.n;
	lib->at = arena_many(&g->a, struct book *, lib->n + 1);
	lib->turn += 2;
}

struct book *
glance_book(const struct library *lib, size_t place)
{
	struct glance *g = lib->glance;
	const struct str name = g->names.at[g->names.n - 1 - place];
	struct arena *a = held_lend(g->lib, place), scratch = ARENA_INIT;
	struct diags unheard = { .a = &scratch };
	const char *path = path_join(a, lib->folder, name);
	const struct brief *head = shelf_peek(&scratch, path, &unheard);
	const struct brief named = { .id = str_cut(name, 0,
					 name.n - (str_ends(name, STR(".md")) ? 3 : 5)) };
	struct book *b = book_of(a, head != NULL ? head : &named, path);

	b->turn = lib->turn;
	arena_free(&scratch);
	return b;
}

static int
by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

size_t
glance_id(const struct library *lib, struct str id)
{
	struct arena scratch = ARENA_INIT;
	const struct glance *g = lib->glance;
	struct buf name = buf_new(&scratch);
	struct str key;
	const struct str *at;

	buf_str(&name, id);
	buf_text(&name, ".yaml");
	key = buf_view(&name);
	at = id.n == 0 || g->names.n == 0
		 ? NULL
		 : bsearch(&key, g->names.at, g->names.n, sizeof(key), by_bytes);
	arena_free(&scratch);
	return at == NULL ? SIZE_MAX : g->names.n - 1 - (size_t)(at - g->names.at);
}

bool
library_glanced(const struct library *lib)
{
	return lib->glance != NULL;
}

/* ---- in the process that makes the index ---- */

static void
tell(void *fd, size_t done, size_t all)
{
	const struct progress p = { done, all };

	(void)fd_write(*(int *)fd, (struct str){ (const char *)&p, sizeof(p) });
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
make(const struct library *lib, int fd, pid_t parent)
{
	struct arena a = ARENA_INIT, names = lib->glance->a;
	struct diags unheard = { .a = &a }; /* said when the reader looks again */
	struct library_options o = lib->o;
	struct library *made;

	leave_alone(parent);
	arena_free(&names); /* read again, and not needed twice */
	o.glance = o.unchecked = false;
	o.progress = tell;
	o.ctx = &fd;
	_exit(library_open_with(lib->folder, &o, &made, &unheard) &&
		      library_index(made).path != NULL
		  ? 0
		  : 1);
}

/* ---- in the reader ---- */

bool
library_make(struct library *lib)
{
	struct glance *g = lib->glance;
	const pid_t parent = getpid();
	int ends[2];

	if (g == NULL || g->process != 0 || pipe2(ends, O_CLOEXEC) != 0)
		return false;
	g->process = fork();
	if (g->process == 0)
		make(lib, ends[1], parent);
	(void)close(ends[1]);
	g->fd = ends[0];
	if (g->process > 0 && fcntl(g->fd, F_SETFL, O_NONBLOCK) == 0)
		return true;
	g->process = g->process < 0 ? 0 : g->process;
	library_make_stop(lib);
	return false;
}

bool
library_making(struct library *lib, size_t *done, size_t *all)
{
	struct glance *g = lib->glance;
	struct progress p;
	ssize_t n = 0;

	if (g == NULL || g->process == 0)
		return false;
	while ((n = read(g->fd, &p, sizeof(p))) == (ssize_t)sizeof(p) ||
	       (n < 0 && errno == EINTR))
		if (n > 0)
			g->progress = p;
	*done = (size_t)g->progress.done;
	*all = (size_t)g->progress.all;
	if (n < 0 && errno == EAGAIN)
		return true;
	library_make_stop(lib);
	return false;
}

bool
glance_is_busy(const struct library *lib)
{
	return lib->glance != NULL && lib->glance->process != 0;
}

void
library_make_stop(struct library *lib)
{
	struct glance *g = lib->glance;

	if (g == NULL)
		return;
	if (g->fd >= 0)
		(void)close(g->fd);
	g->fd = -1;
	if (g->process == 0)
		return;
	(void)kill(g->process, SIGKILL);
	while (waitpid(g->process, NULL, 0) < 0 && errno == EINTR)
		;
	g->process = 0;
	index_sweep(lib);
}

void
glance_end(struct library *lib)
{
	struct arena a;

	if (lib->glance == NULL)
		return;
	library_make_stop(lib);
	held_call_in(lib);
	lib->at = NULL;
	lib->n = lib->room = 0;
	a = lib->glance->a; /* it lies there itself */
	lib->glance = NULL;
	arena_free(&a);
}
