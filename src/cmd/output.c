/* The way out: the standard output, --output in one step, or a pager run by its own argv. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/run.h"
#include "cmd/call.h"
#include "text/glyph.h"

static bool
to_file(const struct call *c)
{
	const char *path = c->value[OPTION_OUTPUT];

	return path != NULL && strcmp(path, "-") != 0;
}

bool
call_flush(struct call *c)
{
	struct str bytes = buf_view(&c->out);

	if (to_file(c) || bytes.n == 0)
		return true;
	c->out.n = 0;
	if (c->closed)
		return false;
	if (c->terminal && c->verbatim)
		bytes = glyph_safe(c->a, bytes, true);
	if (fd_write(c->pager >= 0 ? c->pager : STDOUT_FILENO, bytes))
		return true;
	c->closed = true;
	c->lost = errno != EPIPE;
	if (c->lost)
		say(c->d, SAY_FILE_WRITE, (struct place){ 0 },
		    "cannot write to the standard output: %s", strerror(errno));
	return false;
}

bool
call_flow(struct call *c)
{
	enum { MUCH = 1 << 16 };

	return c->out.n < MUCH || call_flush(c);
}

void
call_finish(struct call *c)
{
	if (to_file(c) && c->out.n != 0)
		(void)file_write(c->value[OPTION_OUTPUT], buf_view(&c->out), c->d);
	(void)call_flush(c);
	if (c->pager < 0)
		return;
	(void)close(c->pager);
	(void)run_wait(c->pager_process);
}

const char *
call_pager_name(bool stay)
{
	const char *const names[] = { "NUTGRAF_PAGER", "PAGER" };

	for (size_t i = 0; i < LEN(names); i++) {
		const char *p = getenv(names[i]);

		if (p != NULL)
			return p;
	}
	return stay ? "less -IRX" : "less -FIRX";
}

static _Noreturn void
become_pager(char **argv, const int ends[2])
{
	(void)setenv("LESSCHARSET", "utf-8", 0); /* what is ASCII is that too */
	(void)dup2(ends[0], STDIN_FILENO);
	(void)close(ends[0]);
	(void)close(ends[1]);
	(void)execvp(argv[0], argv);
	(void)execlp(
	    "cat", "cat", (char *)NULL); /* no pager is no reason to show nothing */
	_exit(127);
}

void
call_page(struct call *c)
{
	char **argv;
	int ends[2];
	pid_t child;

	if (c->pager >= 0 || c->value[OPTION_NO_PAGER] != NULL || !c->terminal)
		return;
	argv = run_words(c->a, str_of(call_pager_name(false)), STR_NIL);
	if (argv[0] == NULL || strcmp(argv[0], "cat") == 0 || pipe(ends) != 0)
		return;
	child = fork();
	if (child == 0)
		become_pager(argv, ends);
	(void)close(ends[0]);
	if (child < 0) {
		(void)close(ends[1]);
		return;
	}
	(void)signal(SIGPIPE, SIG_IGN); /* the person leaves the pager early */
	c->pager = ends[1];
	c->pager_process = child;
}
