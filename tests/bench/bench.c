/*
 * bench -- commands timed against each other, interleaved, many times.
 *
 * usage: bench ROUNDS -- LABEL COMMAND [ARG...] [-- LABEL COMMAND [ARG...]]...
 * Standard output goes to a pipe that is drained, standard error nowhere.  Prints
 * per command the median wall time, the median CPU time and the peak memory, and
 * the ratio of both medians to the first command's.  Rounds are interleaved, so
 * a noisy machine disturbs all alike.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

enum { MOST = 16 };

struct contender {
	const char *label;
	char **argv;
	double *wall, *cpu; /* milliseconds, one a round */
	long peak_kb;
	int status;
};

static double
ms_of(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

static void
run_once(struct contender *c, int round)
{
	static char sink[1 << 16];
	posix_spawn_file_actions_t fa;
	struct rusage ru;
	int p[2];
	pid_t pid;
	double start;

	if (pipe2(p, O_CLOEXEC) != 0)
		exit(1);
	posix_spawn_file_actions_init(&fa);
	posix_spawn_file_actions_addopen(&fa, 0, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&fa, p[1], 1);
	posix_spawn_file_actions_addopen(&fa, 2, "/dev/null", O_WRONLY, 0);
	start = now_ms();
	if (posix_spawnp(&pid, c->argv[0], &fa, NULL, c->argv, environ) != 0) {
		fprintf(stderr, "bench: cannot run '%s'\n", c->argv[0]);
		exit(1);
	}
	close(p[1]);
	while (read(p[0], sink, sizeof(sink)) > 0)
		;
	close(p[0]);
	wait4(pid, &c->status, 0, &ru);
	posix_spawn_file_actions_destroy(&fa);
	if (round < 0)
		return;
	c->wall[round] = now_ms() - start;
	c->cpu[round] = ms_of(ru.ru_utime) + ms_of(ru.ru_stime);
	if (ru.ru_maxrss > c->peak_kb)
		c->peak_kb = ru.ru_maxrss;
}

static int
by_size(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double
median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof(*v), by_size);
	return v[n / 2];
}

int
main(int argc, char **argv)
{
	struct contender c[MOST];
	int n = 0, rounds = argc > 1 ? atoi(argv[1]) : 0;
	double first_wall = 0, first_cpu = 0;

	for (int i = 2; i < argc; i++)
		if (strcmp(argv[i], "--") == 0 && n < MOST) {
			argv[i] = NULL;
			if (i + 2 >= argc)
				break;
			c[n++] = (struct contender){ .label = argv[i + 1],
				.argv = argv + i + 2,
				.wall = calloc((size_t)rounds, sizeof(double)),
				.cpu = calloc((size_t)rounds, sizeof(double)) };
		}
	if (rounds < 1 || n == 0) {
		fprintf(
		    stderr, "usage: bench ROUNDS -- LABEL COMMAND [ARG...] [-- ...]\n");
		return 2;
	}
	for (int r = -2; r < rounds; r++)
		for (int i = 0; i < n; i++)
			run_once(&c[i], r);
	printf("%-28s %10s %7s %10s %7s %8s\n", "", "wall ms", "ratio", "cpu ms", "ratio",
	    "peak MB");
	for (int i = 0; i < n; i++) {
		const double wall = median(c[i].wall, rounds),
			     cpu = median(c[i].cpu, rounds);

		if (i == 0) {
			first_wall = wall;
			first_cpu = cpu;
		}
		printf("%-28s %10.3f %7.2f %10.3f %7.2f %8.1f%s\n", c[i].label, wall,
		    wall / first_wall, cpu, cpu / first_cpu, (double)c[i].peak_kb / 1024,
		    WIFEXITED(c[i].status) && WEXITSTATUS(c[i].status) <= 1 ? ""
									    : "  FAILED");
	}
	return 0;
}
