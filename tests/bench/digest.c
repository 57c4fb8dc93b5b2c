/*
 * In process: how many articles a CPU second are made into briefs, and what a libots
 * summary of the same texts takes (-DWITH_OTS).  Reading the files is not counted.
 */
#include <stdio.h>

#include "article/article.h"
#include "base/file.h"
#include "base/vec.h"
#include "clock.h"
#include "digest/digest.h"
#ifdef WITH_OTS
#include <ots/libots.h>
#endif

struct texts {
	struct str *at;
	size_t n, room;
};

static void
report(const char *what, size_t rounds, const struct texts *t, double seconds)
{
	size_t bytes = 0;

	for (size_t i = 0; i < t->n; i++)
		bytes += t->at[i].n;
	printf("  %-8s %7.0f articles of %.1f KB a CPU second, %7.0f of 3 KB\n", what,
	    (double)(rounds * t->n) / seconds, (double)bytes / 1e3 / (double)t->n,
	    (double)(rounds * bytes) / 3e3 / seconds);
}

static void
digests(struct arena *a, const struct articles *in, const struct texts *t)
{
	enum { ROUNDS = 40 };
	const struct digest_options o = { 0 };
	const double start = cpu_seconds();

	for (int k = 0; k < ROUNDS; k++)
		for (size_t i = 0; i < in->n; i++) {
			const struct arena_mark m = arena_mark(a);
			struct diags d = { .a = a };

			(void)digest(a, &in->at[i], &o, STR("bench"), &d);
			arena_rewind(a, m);
		}
	report("digest", ROUNDS, t, cpu_seconds() - start);
}

#ifdef WITH_OTS
/* Each text needs an article of its own, which loads the dictionary. */
static void
summaries_of_libots(const struct texts *t)
{
	const double start = cpu_seconds();

	for (size_t i = 0; i < t->n; i++) {
		OtsArticle *doc = ots_new_article();

		if (!ots_load_xml_dictionary(doc, (const unsigned char *)"en"))
			return;
		ots_parse_stream((const unsigned char *)t->at[i].p, t->at[i].n, doc);
		ots_grade_doc(doc);
		ots_highlight_doc(doc, 20);
		ots_free_article(doc);
	}
	report("libots", 1, t, cpu_seconds() - start);
}
#endif

int
main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles in = { 0 };
	struct texts t = { 0 };

	for (int i = 1; i < argc; i++) {
		const struct article_hints h = { .file = str_of(argv[i]) };
		struct str text;

		if (!file_read(&a, argv[i], 1 << 26, &text, &d) ||
		    !article_read(&a, text, &h, &in, &d))
			return 1;
		*vec_push(&a, &t) = text;
	}
	digests(&a, &in, &t);
#ifdef WITH_OTS
	summaries_of_libots(&t);
#endif
	arena_free(&a);
	return 0;
}
