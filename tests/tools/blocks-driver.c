/* blocks-driver: what learn-blocks.py needs of pages, as JSON lines.
 *   blocks-driver first PAGE...          boxes with their class words, blocks, first measures
 *   blocks-driver second ANSWERS PAGE... the second model's measures
 *   blocks-driver text ANSWERS PAGE...   the text that is kept
 * ANSWERS holds a float for each block of all pages, in order. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "article/html_model.h"
#include "base/file.h"
#include "data/json.h"
#include "text/utf8.h"

static void
numbers(const float *x, size_t n)
{
	putchar('[');
	for (size_t i = 0; i < n; i++)
		printf("%s%.5g", i == 0 ? "" : ",", (double)x[i]);
	putchar(']');
}

static void
print_first(struct page *p)
{
	printf("{\"common\":%u,\"boxes\":[", p->common);
	for (size_t i = 0; i < p->boxes.n; i++) {
		uint32_t words[24];
		const size_t n = html_class_words(p->boxes.at[i].node, words, 24);

		printf("%s[%ld,%u", i == 0 ? "" : ",",
		    p->boxes.at[i].parent == HTML_NONE ? -1L
						       : (long)p->boxes.at[i].parent,
		    p->boxes.at[i].end);
		for (size_t k = 0; k < n; k++)
			printf(",%u", words[k]);
		putchar(']');
	}
	printf("],\"blocks\":[");
	for (size_t i = 0; i < p->blocks.n; i++) {
		struct buf b = buf_new(p->a);
		struct json j = { &b, false };
		float row[FIRST_COUNT];

		json_str(&j, p->blocks.at[i].text);
		html_first_row(p, i, row);
		printf(
		    "%s[%u,%.*s,", i == 0 ? "" : ",", p->blocks.at[i].box, (int)b.n, b.p);
		numbers(row, FIRST_COUNT);
		putchar(']');
	}
	puts("]}");
}

static void
print_second(struct page *p)
{
	struct company *c = html_company(p);

	printf("{\"rows\":[");
	for (size_t i = 0; i < p->blocks.n; i++) {
		float row[SECOND_COUNT];

		html_second_row(p, c, i, row);
		printf("%s", i == 0 ? "" : ",");
		numbers(row + FIRST_COUNT, SECOND_COUNT - FIRST_COUNT);
	}
	puts("]}");
}

static void
print_text(struct page *p)
{
	struct buf text = buf_new(p->a), out = buf_new(p->a);
	struct json j = { &out, false };

	html_keep(p);
	for (size_t i = 0; i < p->blocks.n; i++)
		if (p->blocks.at[i].keep) {
			buf_str(&text, p->blocks.at[i].text);
			buf_byte(&text, '\n');
		}
	json_str(&j, buf_view(&text));
	printf("%.*s\n", (int)out.n, out.p);
}

static void
one_page(struct arena *a, const char *mode, FILE *answers, const char *path)
{
	struct page p = { .a = a };
	struct str bytes = STR_NIL;
	struct html_page clean;

	struct diags d = { .a = a };

	if (!file_read(a, path, SIZE_MAX / 2, &bytes, &d))
		exit(2);
	clean = html_scan(a, utf8_import(a, bytes, html_charset(bytes)));
	p.root = html_parse(a, clean.text);
	for (p.body = p.root; p.body->tag != TAG_BODY;)
		p.body = node_next(p.body, p.root, true);
	html_linearise(&p);
	if (p.blocks.n != 0) {
		html_score(&p);
		html_weigh_boxes(&p);
	}
	for (size_t i = 0; answers != NULL && i < p.blocks.n; i++)
		if (fread(&p.blocks.at[i].p, sizeof(float), 1, answers) != 1)
			exit(3);
	if (mode[0] == 'f')
		print_first(&p);
	else if (mode[0] == 's')
		print_second(&p);
	else
		print_text(&p);
}

int
main(int argc, char **argv)
{
	const int first = argc > 1 && argv[1][0] == 'f' ? 2 : 3;
	FILE *answers = first == 3 && argc > 2 ? fopen(argv[2], "rb") : NULL;

	for (int i = first; i < argc; i++) {
		struct arena a = ARENA_INIT;

		one_page(&a, argv[1], answers, argv[i]);
		arena_free(&a);
	}
	return 0;
}
