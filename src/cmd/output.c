/* The way out: the standard output, --output in one step, or a pager run by its own argv. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vec.h"
#include "cmd/call.h"
#include "text/glyph.h"

enum { PAGER_WORDS = 16 };

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
	while (waitpid((pid_t)c->pager_process, NULL, 0) < 0 && errno == EINTR)
		continue;
}

/* The words of a program's name with its arguments; no shell looks at them. */
const char **
call_argv(struct call *c, const char *program, const char *last)
{
	VEC(const char *) v = { 0 };
	struct str rest = str_of(program);

	while (rest.n != 0) {
		const struct str word = str_split(&rest, ' ');

		if (word.n != 0)
			*vec_push(c->a, &v) = str_nul(c->a, word);
	}
	if (last != NULL)
		*vec_push(c->a, &v) = path_plain(c->a, last);
	*vec_push(c->a, &v) = NULL;
	return v.at;
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
become_pager(const char **argv, const int ends[2])
{
	char *const *words;

	memcpy(
	    &words, &argv, sizeof(words)); /* execvp() wants it so and changes nothing */
	(void)dup2(ends[0], STDIN_FILENO);
	(void)close(ends[0]);
	(void)close(ends[1]);
	(void)execvp(words[0], words);
	(void)execlp(
	    "cat", "cat", (char *)NULL); /* no pager is no reason to show nothing */
	_exit(127);
}

void
call_page(struct call *c)
{
	const char **argv;
	int ends[2];
	pid_t child;

	if (c->pager >= 0 || c->value[OPTION_NO_PAGER] != NULL || !c->terminal)
		return;
	argv = call_argv(c, call_pager_name(false), NULL);
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
