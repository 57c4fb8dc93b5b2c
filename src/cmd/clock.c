/* The only clock. */
#include <stdlib.h>
#include <time.h>

#include "base/day.h"
#include "cmd/world.h"

struct str
clock_now(struct arena *a)
{
	const char *pinned = world_env("NUTGRAF_NOW");
	struct buf b = buf_new(a);
	long now;
	struct civil day;

	if (pinned != NULL)
		return str_of(pinned);
	now = (long)time(NULL);
	day = civil_of(now / 86400);
	buf_printf(&b, "%04d-%02d-%02dT%02ld:%02ld:%02ldZ", day.year, day.month, day.day,
	    now / 3600 % 24, now / 60 % 60, now % 60);
	return buf_view(&b);
}

struct str
clock_today(struct arena *a)
{
	return str_cut(clock_now(a), 0, sizeof("2026-01-02") - 1);
}

long
clock_ticks(void)
{
	struct timespec t = { 0 };

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
