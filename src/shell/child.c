/* Other programs, started by argv: no shell ever sees a name, an address or a text; only what
   a person types as a command. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/run.h"
#include "shell/state.h"

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

/* What the reader answers to while another program has the terminal. */
static const int heard[] = { SIGCHLD, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP };

/* Whoever ends the reader ends the program it waits for; that one has a second. */
static void
end_along(pid_t pid, int number)
{
	const struct timespec second = { 1, 0 };
	sigset_t child;

	(void)kill(pid, number);
	(void)sigemptyset(&child);
	(void)sigaddset(&child, SIGCHLD);
	(void)sigtimedwait(&child, NULL, &second);
	(void)raise(number); /* blocked: the next wait for a key finds it */
}

/* A program that was stopped from the keyboard: the reader stops too, and goes on with it. */
static void
stop_along(pid_t pid)
{
	(void)kill(getpid(), SIGSTOP);
	(void)kill(pid, SIGCONT);
}

/* Interrupts from the keyboard are the program's, not the reader's. */
static int
wait_for(pid_t pid, const sigset_t *set)
{
	bool stop = false; /* asked of the reader, and the program went on */
	int status = 0;

	for (;;) {
		const pid_t got = waitpid(pid, &status, WNOHANG | WUNTRACED);
		int number;

		if (got == pid && WIFSTOPPED(status)) {
			stop_along(pid);
			stop = false;
			continue;
		}
		if (got != 0 && (got > 0 || errno != EINTR))
			break;
		number = sigwaitinfo(set, NULL);
		stop = stop || number == SIGTSTP;
		if (number == SIGTERM || number == SIGHUP) {
			end_along(pid, number);
			return -1;
		}
	}
	if (stop)
		(void)raise(SIGTSTP); /* blocked: the next wait for a key finds it */
	return status;
}

static bool
ended_well(pid_t pid)
{
	sigset_t set, before;
	int status;

	(void)sigemptyset(&set);
	for (size_t i = 0; i < LEN(heard); i++)
		(void)sigaddset(&set, heard[i]);
	(void)sigprocmask(SIG_BLOCK, &set, &before);
	status = wait_for(pid, &set);
	(void)sigprocmask(SIG_SETMASK, &before, NULL);
	return status >= 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool
child_run(struct arena *a, struct str command, struct str arg, bool wait)
{
	char **argv = run_words(a, command, arg);
	sigset_t none;
	pid_t pid;

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
		run_become(argv);
	}
	return ended_well(pid);
}

/* In the child: the text comes from the standard input. */
static _Noreturn void
become_reader(char **argv, const int ends[2])
{
	sigset_t none;

	(void)dup2(ends[0], STDIN_FILENO);
	(void)close(ends[0]);
	(void)close(ends[1]);
	(void)signal(SIGPIPE, SIG_DFL);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	run_become(argv);
}

bool
child_feed(struct arena *a, struct str command, const char *shell, struct str text)
{
	const struct str dash = STR("-c");
	char *by_shell[] = { shell == NULL ? NULL : run_word(a, str_of(shell)),
		run_word(a, dash), run_word(a, command), NULL };
	char **argv = shell == NULL ? run_words(a, command, STR_NIL) : by_shell;
	int ends[2];
	pid_t pid;

	if (argv[0] == NULL || pipe2(ends, O_CLOEXEC) != 0)
		return false;
	pid = fork();
	if (pid == 0)
		become_reader(argv, ends);
	(void)close(ends[0]);
	if (pid > 0) {
		void (*before)(int) = signal(SIGPIPE, SIG_IGN);

		(void)fd_write(ends[1], text); /* one that stops reading is no trouble */
		(void)signal(SIGPIPE, before);
	}
	(void)close(ends[1]);
	return pid > 0 && ended_well(pid);
}
