/* html PAGE...: reads each page some times by the parser alone and as an article, and
   prints the CPU time of both.  The parser gets the page as it is: what the scan before
   it leaves out is part of what the article's reader saves. */
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>

#include "article/article.h"
#include "base/file.h"
#include "clock.h"
#include "text/utf8.h"

enum { ROUNDS = 5 };

static double
parse(struct str page)
{
	GumboOptions options = kGumboDefaultOptions;
	const double before = cpu_seconds();
	GumboOutput *made;

	options.max_errors = 0;
	made = gumbo_parse_with_options(&options, page.p, page.n);
	gumbo_destroy_output(&options, made);
	return cpu_seconds() - before;
}

static double
extract(struct str page)
{
	struct arena a = ARENA_INIT;
	const struct article_hints hints = { .from = STR("html") };
	struct articles out = { 0 };
	struct diags d = { .a = &a };
	const double before = cpu_seconds();

	(void)article_read(&a, page, &hints, &out, &d);
	arena_free(&a);
	return cpu_seconds() - before;
}

int
main(int argc, char **argv)
{
	double alone = 0, whole = 0;
	size_t bytes = 0;

	for (int i = 1; i < argc; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct str page = STR_NIL, text;
		char *padded;

		if (!file_read(&a, argv[i], 64 << 20, &page, &d))
			exit(2);
		text = utf8_import(&a, page, STR("utf-8"));
		padded = arena_alloc(&a, text.n + 64);
		for (size_t k = 0; k < text.n; k++)
			padded[k] = text.p[k];
		for (int r = 0; r < ROUNDS; r++) {
			alone += parse((struct str){ padded, text.n });
			whole += extract(page);
		}
		bytes += page.n;
		arena_free(&a);
	}
	printf("%d pages, %zu bytes\n", argc - 1, bytes);
	printf("%-28s %8.2f ms a page\n", "gumbo's parse alone",
	    1e3 * alone / ROUNDS / (argc - 1));
	printf("%-28s %8.2f ms a page\n", "extraction with its parse",
	    1e3 * whole / ROUNDS / (argc - 1));
	printf("%-28s %8.2f\n", "ratio", whole / alone);
	return 0;
}
