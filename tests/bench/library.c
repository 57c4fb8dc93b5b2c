/*
 * library.c -- how long a large library takes: library LIB CACHE [build].
 *
 * build: makes the index anew, beside a plain FTS5 table of the same texts.  Otherwise it
 * opens the index and asks some thousand seeded questions of each kind, and prints p50 and
 * p99 in milliseconds, and what it had resident at most.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "clock.h"
#include "library/library.h"
#include "library/story.h"
#include "text/word.h"

enum { SCREEN = 40, HITS = 20 };

static uint32_t
dice(uint64_t *seed, uint32_t sides)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (uint32_t)((*seed * 0x2545f4914f6cdd1du) >> 33) % sides;
}

static int
by_size(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
row(const char *what, double *ms, size_t n)
{
	qsort(ms, n, sizeof(*ms), by_size);
	printf("%-44s %9.2f %9.2f  (%zu)\n", what, ms[n / 2], ms[n - 1 - n / 100], n);
	fflush(stdout);
}

/* Everything after the line "body: |", and the title, as plain as they come. */
static void
fts5(const char *lib, const char *path)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct strs names;
	sqlite3 *db;
	sqlite3_stmt *add;
	double t = now_ms();

	(void)unlink(path);
	if (!folder_list(&a, lib, STR(".yaml"), &names, &d) ||
	    sqlite3_open(path, &db) != 0)
		exit(1);
	sqlite3_exec(db,
	    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
	    "CREATE VIRTUAL TABLE t USING fts5(title, body, tokenize='porter "
	    "unicode61'); BEGIN",
	    NULL, NULL, NULL);
	sqlite3_prepare_v2(db, "INSERT INTO t VALUES(?, ?)", -1, &add, NULL);
	for (size_t i = 0; i < names.n; i++) {
		const struct arena_mark m = arena_mark(&a);
		struct str bytes, title;
		size_t at;

		if (!file_read(&a, path_join(&a, lib, names.at[i]), 1 << 24, &bytes, &d))
			exit(1);
		at = str_find(bytes, STR("\ntitle: "), 0) + 8;
		title = str_cut(bytes, at, str_find(bytes, STR("\n"), at));
		at = str_find(bytes, STR("\nbody: |\n"), 0);
		bytes = str_cut(bytes, at == STR_NONE ? 0 : at + 9, bytes.n);
		sqlite3_bind_text(add, 1, title.p, (int)title.n, SQLITE_STATIC);
		sqlite3_bind_text(add, 2, bytes.p, (int)bytes.n, SQLITE_STATIC);
		sqlite3_step(add);
		sqlite3_reset(add);
		arena_rewind(&a, m);
	}
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	sqlite3_finalize(add);
	sqlite3_close(db);
	printf("%-44s %9.0f ms\n", "plain FTS5 table of the same texts", now_ms() - t);
	(void)unlink(path);
	arena_free(&a);
}

static void
build(const char *lib, const char *cache)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	const struct library_options o = { .cache = cache, .anew = true, .least = 1 };
	struct library *l;
	struct library_index x;
	uint64_t bytes = 0;
	double t = now_ms();

	if (!library_open(lib, &o, &l, &d))
		exit(1);
	printf("%-44s %9.0f ms\n", "first index", now_ms() - t);
	for (size_t i = 0; i < library_count(l); i++)
		bytes += file_stat(library_at(l, i)->path).bytes;
	x = library_index(l);
	printf("%-44s %9.2f of %.0f MB of files\n", "size of the index",
	    (double)x.bytes / (double)bytes, (double)bytes / 1e6);
	library_close(l);
	fts5(lib, str_nul(&a, (struct str){ x.path, strlen(x.path) }) == NULL
		      ? ""
		      : "/tmp/nutgraf-bench-fts5.db");
	arena_free(&a);
}

/* A word of a brief: of its title, or of its text. */
static struct str
some_word(struct library *l, size_t i, struct arena *a, uint64_t *seed, bool of_title)
{
	for (;;) {
		struct diags d = { .a = a };
		const struct brief *b = of_title ? NULL : library_brief(l, i, a, &d);
		const struct tokens t =
		    tokens_of(a, b == NULL ? library_at(l, i)->title : b->body);
		const size_t k = t.n == 0 ? 0 : dice(seed, (uint32_t)t.n);

		if (t.n != 0 && t.at[k].kind != TOKEN_PUNCT)
			return token_text(&t, k);
	}
}

static double
ask(struct library *l, struct str text, bool typing, const struct library_asking *how)
{
	struct arena a = ARENA_INIT;
	struct query q;
	struct query_error e;
	const double t = now_ms();

	if (query_parse(&a, text, typing, &q, &e))
		(void)library_ask(l, &q, how, &a);
	arena_free(&a);
	return now_ms() - t;
}

static void
typing(struct library *l, const char *what, size_t n, size_t from,
    const struct library_asking *how)
{
	double *ms = malloc(n * sizeof(*ms));
	uint64_t seed = 5;

	for (size_t i = 0; i < n; i++) {
		struct arena a = ARENA_INIT;
		const struct str word = some_word(
		    l, dice(&seed, (uint32_t)library_count(l)), &a, &seed, true);

		ms[i] = ask(l, str_cut(word, 0, from + dice(&seed, 6)), true, how);
		arena_free(&a);
	}
	row(what, ms, n);
	free(ms);
}

static void
searching(struct library *l, const char *what, size_t n, const char *before)
{
	const struct library_asking how = { .most = HITS, .lines = HITS };
	double *ms = malloc(n * sizeof(*ms));
	uint64_t seed = 7;

	for (size_t i = 0; i < n; i++) {
		struct arena a = ARENA_INIT;
		struct buf text = buf_new(&a);
		size_t at;

		if (before != NULL)
			buf_printf(&text, "%s%u-%02u ", before, 2005 + dice(&seed, 20),
			    1 + dice(&seed, 12));
		at = dice(&seed,
		    (uint32_t)library_count(l)); /* words of one brief: there are hits */
		for (uint32_t k = before != NULL ? dice(&seed, 2) : 1 + dice(&seed, 3);
		     k > 0; k--) {
			const struct str word = some_word(l, at, &a, &seed, false);

			buf_printf(&text, STR_FMT " ", STR_ARG(word));
		}
		ms[i] = ask(l, buf_view(&text), false, &how);
		arena_free(&a);
	}
	row(what, ms, n);
	free(ms);
}

static void
relating(struct library *l, const char *what, size_t n, bool story)
{
	double *ms = malloc(n * sizeof(*ms));
	uint64_t seed = 9;

	for (size_t i = 0; i < n; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		const size_t at = dice(&seed, (uint32_t)library_count(l));
		const double t = now_ms();

		if (story)
			(void)library_story(l, at, &a, &d);
		else
			(void)library_related(
			    l, at, library_brief(l, at, &a, &d), 10, &a);
		ms[i] = now_ms() - t;
		arena_free(&a);
	}
	row(what, ms, n);
	free(ms);
}

static double
open_once(const char *lib, const char *cache, bool unchecked, struct library **out)
{
	static struct arena a;
	static struct diags d = { .a = &a };
	const struct library_options o = {
		.cache = cache, .unchecked = unchecked, .least = 1
	};
	const double t = now_ms();

	if (!library_open(lib, &o, out, &d))
		exit(1);
	for (size_t i = 0; i < SCREEN && i < library_count(*out); i++)
		(void)library_at(*out, i);
	return now_ms() - t;
}

static void
opening(const char *lib, const char *cache, const char *what, bool unchecked)
{
	double ms[9];

	for (size_t i = 0; i < 9; i++) {
		struct library *l;

		ms[i] = open_once(lib, cache, unchecked, &l);
		library_close(l);
	}
	row(what, ms, 9);
}

/* A brief is written; the library looks at that folder again, and finds it. */
static void
arriving(struct library *l, const char *lib)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	const struct library_asking how = { .most = 1, .lines = 1 };
	double see[9], find[9];

	for (unsigned i = 0; i < 9; i++) {
		struct buf name = buf_new(&a), text = buf_new(&a);
		const char *path;
		double t;

		buf_printf(&name, "bench-%u.yaml", i);
		buf_printf(&text,
		    "format: 1\ntitle: Zzyzx%u arrives\nbody: |\n  Zzyzx%u came.\n", i,
		    i);
		path = path_join(&a, lib, buf_view(&name));
		if (!file_write(path, buf_view(&text), &d))
			exit(1);
		t = now_ms();
		(void)library_notice(l, path, &d);
		see[i] = now_ms() - t;
		text.n = 0;
		buf_printf(&text, "zzyzx%u", i);
		find[i] = ask(l, buf_view(&text), false, &how);
		(void)unlink(path);
		(void)library_notice(l, path, &d);
	}
	row("a new brief, after its notice", see, 9);
	row("... and it is found", find, 9);
	arena_free(&a);
}

int
main(int argc, char **argv)
{
	const struct library_asking newest = { .most = SCREEN, .newest = true },
				    ranked = { .most = HITS, .lines = HITS };
	struct library *l;
	struct rusage use;

	if (argc < 3)
		return 2;
	if (argc > 3) {
		build(argv[1], argv[2]);
		getrusage(RUSAGE_SELF, &use);
		printf(
		    "%-44s %9.1f MB\n", "resident at most", (double)use.ru_maxrss / 1024);
		return 0;
	}
	printf("%-44s %9s %9s\n", "milliseconds", "p50", "p99");
	opening(argv[1], argv[2], "start, first screen", true);
	opening(argv[1], argv[2], "start, all files checked", false);
	(void)open_once(argv[1], argv[2], true, &l);
	printf("%zu briefs\n", library_count(l));
	typing(l, "as you type, newest first", 2000, 1, &newest);
	typing(l, "as you type, ranked, from three letters", 1000, 3, &ranked);
	searching(l, "one to three words, with lines", 2000, NULL);
	searching(l, "event: with or without a word, with lines", 1000, "event:");
	relating(l, "related of one brief", 1000, false);
	relating(l, "story of one brief", 200, true);
	arriving(l, argv[1]);
	getrusage(RUSAGE_SELF, &use);
	printf("%-44s %9.1f MB\n", "resident at most", (double)use.ru_maxrss / 1024);
	library_close(l);
	return 0;
}
