/* In process: how many MB of a text are read for expressions of time in a CPU second. */
#include <stdio.h>
#include <sys/resource.h>

#include "base/file.h"
#include "digest/timex.h"

static double
cpu_seconds(void)
{
	struct rusage u;

	(void)getrusage(RUSAGE_SELF, &u);
	return (double)u.ru_utime.tv_sec + (double)u.ru_stime.tv_sec +
	       1e-6 * (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec);
}

/* One round over the text; how many expressions it has. */
static size_t
read_once(struct str text)
{
	const struct civil day = { 2019, 7, 1 };
	struct arena a = ARENA_INIT;
	struct tokens t = tokens_of(&a, text);
	const size_t found = timex_find(&a, &t, &day, STR("en")).n;

	arena_free(&a);
	return found;
}

int
main(int argc, char **argv)
{
	enum { ROUNDS = 50 };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	size_t bytes = 0, found = 0;
	double seconds = 0;

	for (int i = 1; i < argc; i++) {
		struct str text;
		double start;

		if (!file_read(&a, argv[i], 1 << 26, &text, &d))
			return 1;
		start = cpu_seconds();
		for (int k = 0; k < ROUNDS; k++)
			found += read_once(text);
		seconds += cpu_seconds() - start;
		bytes += ROUNDS * text.n;
	}
	printf(
	    "  %d texts, %zu dates: %.0f MB/s of CPU time in process, tokens included\n",
	    argc - 1, found / ROUNDS, (double)bytes / 1e6 / seconds);
	arena_free(&a);
	return 0;
}
