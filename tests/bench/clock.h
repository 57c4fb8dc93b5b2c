/* The two clocks of the benchmarks. */
#ifndef TESTS_BENCH_CLOCK_H
#define TESTS_BENCH_CLOCK_H

#include <time.h>

static inline double
clock_seconds(clockid_t which)
{
	struct timespec t;

	(void)clock_gettime(which, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Milliseconds of a clock that only goes forward. */
static inline double
now_ms(void)
{
	return clock_seconds(CLOCK_MONOTONIC) * 1e3;
}

/* What this process has used of the processor. */
static inline double
cpu_seconds(void)
{
	return clock_seconds(CLOCK_PROCESS_CPUTIME_ID);
}

#endif
