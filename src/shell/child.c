/* Other programs, started by argv: no shell ever sees a name or an address. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shell/state.h"

/* A C string that execvp() may take, though it does not write to it. */
static char *
arena_text(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, s.n + 1);

	for (size_t i = 0; i < s.n; i++)
		p[i] = s.p[i];
	return p;
}

/* The words of a command and one more; blanks separate, nothing else means anything. */
static char **
words_of(struct arena *a, struct str command, struct str arg)
{
	char **argv = arena_many(a, char *, command.n / 2 + 3);
	size_t n = 0;

	while (command.n != 0) {
		const struct str word = str_split(&command, ' ');

		if (word.n != 0)
			argv[n++] = arena_text(a, word);
	}
	argv[n] = arena_text(a, arg);
	return argv;
}

/* In the child: away from the terminal, and nobody's to wait for. */
static void
detach(void)
{
	const int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (fork() != 0)
		_exit(0);
	(void)setsid();
	for (int fd = 0; null >= 0 && fd < 3; fd++)
		(void)dup2(null, fd);
}

bool
child_run(struct arena *a, struct str command, struct str arg, bool wait)
{
	char **argv = words_of(a, command, arg);
	sigset_t none;
	pid_t pid;
	int status = 0;

	if (argv[0] == NULL || argv[1] == NULL)
		return false;
	pid = fork();
	if (pid < 0)
		return false;
	if (pid == 0) {
		(void)sigemptyset(&none);
		(void)sigprocmask(SIG_SETMASK, &none, NULL);
		if (!wait)
			detach();
		(void)execvp(argv[0], argv);
		_exit(127);
	}
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
