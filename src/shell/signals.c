/* A bit for each signal that came, set by the handler and cleared by who asks. */
#include "shell/signals.h"

#include <signal.h>
#include <stddef.h>

#include "base/str.h"

/* Bits of the signals that came and were not looked at yet. */
static volatile sig_atomic_t pending_signal;

static const int watched[] = { SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT };

static void
note_signal(int n)
{
	for (size_t i = 0; i < LEN(watched); i++)
		if (watched[i] == n)
			pending_signal |= 1 << i;
}

void
signals_watch(void)
{
	struct sigaction now, then = { .sa_handler = note_signal };
	sigset_t all;

	(void)sigemptyset(&all);
	for (size_t i = 0; i < LEN(watched); i++)
		(void)sigaddset(&all, watched[i]);
	then.sa_mask = all;
	for (size_t i = 0; i < LEN(watched); i++)
		if (sigaction(watched[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
			(void)sigaction(watched[i], &then, NULL);
	(void)sigprocmask(SIG_BLOCK, &all, NULL);
}

void
signals_unwatch(void)
{
	sigset_t all;

	(void)sigemptyset(&all);
	for (size_t i = 0; i < LEN(watched); i++) {
		(void)sigaddset(&all, watched[i]);
		(void)signal(watched[i], SIG_DFL);
	}
	(void)sigprocmask(SIG_UNBLOCK, &all, NULL);
}

int
signals_next(void)
{
	for (size_t i = 0; i < LEN(watched); i++) {
		if ((pending_signal & (1 << i)) == 0)
			continue;
		pending_signal &= ~(1 << i);
		return watched[i];
	}
	return 0;
}
