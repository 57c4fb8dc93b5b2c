/* fork() is left to the caller, who knows what is to be closed, shut and blocked. */
#include "base/run.h"

#include <errno.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"

char *
run_word(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	if (s.n != 0)
		memcpy(p, s.p, s.n);
	p[s.n] = '\0';
	return p;
}

char **
run_words(struct arena *a, struct str command, struct str last)
{
	char **argv = arena_many(a, char *, command.n / 2 + 3);
	size_t n = 0;

	while (command.n != 0) {
		const struct str word = str_split(&command, ' ');

		if (word.n != 0)
			argv[n++] = run_word(a, word);
	}
	if (str_starts(last, STR("-"))) /* which a program would take for an option */
		argv[n++] = run_word(a, str_of(path_join(a, ".", last)));
	else if (last.n != 0)
		argv[n++] = run_word(a, last);
	argv[n] = NULL;
	return argv;
}

_Noreturn void
run_become(char **argv)
{
	(void)execvp(argv[0], argv);
	_exit(RUN_NOT_THERE);
}

int
run_wait(long process)
{
	int status;

	while (waitpid((pid_t)process, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
