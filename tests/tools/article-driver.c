/* article-driver FILE...: what the reader of web pages made of each, as text: the record, then
   the body as Markdown.  tests/checks/html compares it. */
#include <stdio.h>
#include <stdlib.h>

#include "article/article.h"
#include "base/file.h"

static void
field(const char *name, struct str value)
{
	if (value.n != 0)
		printf("%s: " STR_FMT "\n", name, STR_ARG(value));
}

static void
fields(const char *name, const struct strs *list)
{
	for (size_t i = 0; i < list->n; i++)
		field(name, list->at[i]);
}

static void
print_article(struct arena *a, const struct article *x)
{
	struct buf body = buf_new(a);

	field("title", x->title);
	field("dek", x->dek);
	fields("author", &x->source.author);
	field("published", x->source.published);
	field("updated", x->source.updated);
	field("name", x->source.name);
	field("section", x->source.section);
	field("language", x->source.language);
	field("url", x->source.url);
	field("rights", x->source.rights);
	fields("keyword", &x->keywords);
	for (size_t i = 0; i < x->related.n; i++)
		printf("related: " STR_FMT " <" STR_FMT ">\n",
		    STR_ARG(x->related.at[i].title), STR_ARG(x->related.at[i].url));
	doc_commonmark(x->body, &body);
	printf("\n%.*s", (int)body.n, body.p);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct arena a = ARENA_INIT;
		const struct article_hints hints = { .from = STR("html") };
		struct articles out = { 0 };
		struct diags d = { .a = &a };
		struct str bytes = STR_NIL;

		if (!file_read(&a, argv[i], SIZE_MAX / 2, &bytes, &d))
			exit(2);
		if (article_read(&a, bytes, &hints, &out, &d))
			print_article(&a, &out.at[0]);
		for (size_t k = 0; k < d.n; k++)
			printf("message: " STR_FMT "\n", STR_ARG(d.at[k].text));
		arena_free(&a);
	}
	return 0;
}
