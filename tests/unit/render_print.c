/* The other formats: what no content may break; and pages as they are meant to look. */
#include "check.h"

#include <stdlib.h>

#include "base/file.h"
#include "brief_dice.h"
#include "data/yaml.h"
#include "render/print.h"
#include "text/utf8.h"

struct made {
	struct arena a;
	struct brief *b;
	struct doc *body;
	struct neighbours related;
};

static struct made
make(uint64_t *seed)
{
	struct made m = { .a = ARENA_INIT };

	m.b = dice_brief(&m.a, seed);
	m.body = doc_parse(&m.a, m.b->body);
	m.related = dice_neighbours(&m.a, seed);
	return m;
}

static void
check_clean(struct str s)
{
	assert_int_equal(utf8_invalid(s), STR_NONE);
	while (s.n != 0) {
		const uint32_t c = utf8_next(&s);

		assert_true(c == '\n' || (c >= ' ' && (c < 0x7f || c > 0x9f)));
		assert_true((c < 0x2028 || c > 0x202e) && (c < 0x2066 || c > 0x2069));
	}
}

static void
no_format_lets_a_control_through(void **state)
{
	uint64_t seed = 3;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct made m = make(&seed);
		struct buf out = buf_new(&m.a);

		print_markdown(&out, m.b, &m.related);
		print_html(&out, m.b, m.body, &m.related);
		print_man(&out, m.b, m.body, &m.related);
		print_json(&out, m.b, &m.related, STR("x.yaml"), STR("text"));
		check_clean(buf_view(&out));
		arena_free(&m.a);
	}
}

static const char *const tags[] = { "!DOCTYPE", "html", "head", "meta", "title", "style",
	"body", "main", "article", "header", "h1", "h2", "h3", "h4", "h5", "h6", "p",
	"section", "ul", "ol", "li", "a", "span", "time", "strong", "em", "code", "br",
	"pre", "blockquote", "hr", "table", "tr", "th", "td" };

static bool
is_ours(struct str tag)
{
	for (size_t i = 0; i < LEN(tags); i++)
		if (str_eq(tag, str_of(tags[i])))
			return true;
	return false;
}

/* Every '<' begins a tag of ours, tags nest, and links lead where they may. */
static void
html_is_well_formed_and_ours_alone(void **state)
{
	uint64_t seed = 17;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct made m = make(&seed);
		struct buf out = buf_new(&m.a);
		struct strs open = { 0 };
		struct str rest;
		size_t at = 0;

		print_html(&out, m.b, m.body, &m.related);
		rest = buf_view(&out);
		while ((at = str_find(rest, STR("<"), at)) != STR_NONE) {
			const size_t end = str_find(rest, STR(">"), at);
			struct str inside = str_cut(rest, at + 1, end), name;
			const bool closing = str_starts(inside, STR("/"));

			assert_true(end != STR_NONE);
			name = str_split(&inside, ' ');
			name = str_cut(name, closing, name.n);
			assert_true(is_ours(name));
			if (closing)
				assert_str(name, open.at[--open.n]);
			else if (!str_eq(name, STR("!DOCTYPE")) &&
				 !str_eq(name, STR("meta")) && !str_eq(name, STR("br")) &&
				 !str_eq(name, STR("hr")))
				*vec_push(&m.a, &open) = name;
			if (str_starts(inside, STR("href")))
				assert_true(str_starts(inside, STR("href=\"http")) ||
					    str_starts(inside, STR("href=\"mailto:")) ||
					    str_starts(inside, STR("href=\"#p")));
			at = end;
		}
		assert_int_equal(open.n, 0);
		arena_free(&m.a);
	}
}

static void
a_table_is_one_in_html(void **state)
{
	static const char *const rows[][2] = {
		{ "```\nShip   Tons\n-----------\nHanna    90\n```\n",
		    "<table id=\"p1\">\n<tr><th>Ship</th><th class=\"r\">Tons</th></tr>\n"
		    "<tr><td>Hanna</td><td class=\"r\">90</td></tr>\n</table>\n" },
		{ "```\n---------------------\nHanna  <b>   a  note\nIda\n```\n",
		    "<table id=\"p1\">\n"
		    "<tr><td>Hanna</td><td>&#60;b&#62;</td><td>a</td><td>note</td></tr>\n"
		    "<tr><td>Ida</td><td></td><td></td><td></td></tr>\n</table>\n" },
		{ "```\nShip   Tons\n       2020\n-----------\nIda      90\n```\n",
		    "<th></th><th class=\"r\">2020</th></tr>\n<tr><td>Ida</td>" },
		{ "```\nShip   Tons  Port\n-----------------\nHanna   90   York\nIda    "
		  "1200  <b>\n```\n\n[Hanna](https://x.example) · [90](javascript:x) · "
		  "[<b\\>](https://x.example/b)\n",
		    "<table id=\"p1\">\n<tr><th>Ship</th><th "
		    "class=\"c\">Tons</th><th>Port</th></tr>\n<tr><td><a "
		    "href=\"https://x.example\" rel=\"noreferrer\">Hanna</a></td><td "
		    "class=\"c\">90</td><td>York</td></tr>\n<tr><td>Ida</td><td "
		    "class=\"c\">1200</td><td><a href=\"https://x.example/b\" "
		    "rel=\"noreferrer\">&#60;b&#62;</a></td></tr>\n</table>\n</"
		    "section>" },
		{ "```\nls a\n```\n\n[a](https://x.example)\n",
		    "<pre id=\"p1\">ls <a href=\"https://x.example\" "
		    "rel=\"noreferrer\">a</a>\n</pre>\n</section>" },
		{ "```\nShip   Tons\nHanna    90\n```\n",
		    "<pre id=\"p1\">Ship   Tons\nHanna    90\n</pre>\n" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct brief b = { .title = STR("T"), .body = str_of(rows[i][0]) };
		struct buf out = buf_new(&a);

		print_html(&out, &b, doc_parse(&a, b.body), NULL);
		assert_true(str_has(buf_view(&out), str_of(rows[i][1])));
	}
	arena_free(&a);
}

static void
a_table_has_pipes_in_markdown(void **state)
{
	static const char *const rows[][2] = {
		{ "One\n\n```\nShip       Tons\n---------------\nHanna | "
		  "b    90\nIda *x*    1200\n```\n\nTwo",
		    "One\n\n| Ship       | Tons |\n| ---------- | ---: |\n"
		    "| Hanna \\| b |   90 |\n| Ida \\*x\\*  | 1200 "
		    "|\n\nTwo\n" },
		{ "One\n~~~\n-------------\nHanna  a  "
		  "`b`\nIda\n~~~\nTwo\n", /* no head, no gaps */
		    "One\n\n|       |     |       |\n| ----- | --- | "
		    "----- |\n"
		    "| Hanna | a   | \\`b\\` |\n| Ida   |     |       "
		    "|\n\nTwo\n" },
		{ "- item\n\n  ```\n  A    B\n       C\n  ------\n  1    "
		  "2\n  ```", /* in a list */
		    "- item\n\n  | A   | B C |\n  | --- | --- |\n  | 1   "
		    "| 2   |\n" },
		{ "```\nShip   Tons\n-----------\nHanna   90\nIda    "
		  "1200\n```\n\n[Hanna](https://x.example/~a|b) · "
		  "<https://x.example/~a|b>\n\nTwo\n", /* not links of it */
		    "| Ship  | Tons |\n| ----- | :--: |\n| Hanna |  90  |\n| Ida   | "
		    "1200 "
		    "|\n\n[Hanna](https://x.example/~a|b) · "
		    "<https://x.example/~a|b>\n\nTwo\n" },
		{ "```\nShip                    "
		  "Tons\n----------------------------\nHanna          "
		  "           90\nhttps://x.example/~a|b   "
		  "  1\n```\n\n[Hanna](https://x.example/~a|b) · [90](javascript:x) · "
		  "<https://x.example/~a|b>\n\nTwo\n",
		    "| Ship                              | Tons |\n"
		    "| --------------------------------- | ---: |\n"
		    "| [Hanna](https://x.example/\\~a\\|b) |   90 |\n"
		    "| <https://x.example/~a\\|b>         |    1 |\n\nTwo\n" },
		{ "```\nShip   Tons\nHanna    90\n```", /* these are no tables */
		    "```\nShip   Tons\nHanna    90\n```\n" },
		{ "```c\nShip   Tons\n-----------\nHanna    90\n```\n",
		    "```c\nShip   Tons\n-----------\nHanna    90\n```\n" },
		{ "````text\n```\nShip   Tons\n-----------\nHanna    "
		  "90\n```\n````\n",
		    "````text\n```\nShip   Tons\n-----------\nHanna    "
		    "90\n```\n````\n" },
		{ "```\nShip   Tons\n-----------\nHanna    90\n", /* not closed */
		    "```\nShip   Tons\n-----------\nHanna    90\n" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct brief b = { .title = STR("T"), .body = str_of(rows[i][0]) };
		struct buf out = buf_new(&a);
		const struct str head = STR("# T\n\n* * *\n\n");

		print_markdown(&out, &b, NULL);
		assert_true(str_starts(buf_view(&out), head));
		assert_str(str_cut(buf_view(&out), head.n, out.n), str_of(rows[i][1]));
	}
	arena_free(&a);
}

static const char *const macros[] = { ".TH ", ".SH ", ".SS ", ".PP", ".IP ", ".TP ",
	".RS ", ".RE", ".nf", ".fi", ".br" };

/* A manual page is ASCII, and no line of text is taken for a request. */
static void
a_manual_page_has_no_requests_but_ours(void **state)
{
	uint64_t seed = 29;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct made m = make(&seed);
		struct buf out = buf_new(&m.a);
		struct str rest;

		print_man(&out, m.b, m.body, &m.related);
		rest = buf_view(&out);
		while (rest.n != 0) {
			const struct str line = str_line(&rest);
			bool ours = false;

			for (size_t i = 0; i < line.n; i++)
				assert_true(line.p[i] >= ' ' && line.p[i] < 0x7f);
			for (size_t i = 0; i < LEN(macros); i++)
				ours = ours || str_starts(line, str_of(macros[i]));
			assert_true(line.n > 0 && line.p[0] != '\'');
			assert_true(ours || line.p[0] != '.');
			assert_false(
			    str_ends(line, STR(" ")) && !str_ends(line, STR("\\ ")));
		}
		arena_free(&m.a);
	}
}

/* JSON is YAML too: it can be read back with what is there. */
static void
json_reads_back_with_the_same_strings(void **state)
{
	uint64_t seed = 37;

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct made m = make(&seed);
		struct diags d = { .a = &m.a };
		struct buf out = buf_new(&m.a), title = buf_new(&m.a);
		struct yaml *y = NULL;
		const struct yaml *related;

		if (utf8_invalid(m.b->title) == STR_NONE &&
		    utf8_invalid(m.b->body) == STR_NONE)
			buf_str(&title, m.b->title);
		print_json(&out, m.b, &m.related, STR("x.yaml"), STR("some text"));
		assert_true(yaml_read(&m.a, buf_view(&out), STR("j"), &y, &d));
		if (title.n != 0) {
			assert_str(yaml_get(y, STR("title"))->text, m.b->title);
			assert_true(m.b->body.n == 0 ||
				    str_eq(yaml_get(y, STR("body"))->text, m.b->body));
		}
		related = yaml_get(y, STR("related"));
		assert_int_equal(related == NULL ? 0 : related->count, m.related.n);
		assert_str(yaml_get(y, STR("text"))->text, STR("some text"));
		arena_free(&m.a);
	}
}

/* The title is one heading whatever it is made of, and the body comes out as it went in. */
static void
markdown_reads_back(void **state)
{
	uint64_t seed = 43;

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct made m = make(&seed);
		struct buf out = buf_new(&m.a);
		const struct doc *d;

		m.b->title = STR("# *A* [title](x) & `more` <b>");
		m.b->body = STR("The *body*.\n\n- as it\n- stands\n");
		print_markdown(&out, m.b, &m.related);
		d = doc_parse(&m.a, buf_view(&out));
		assert_int_equal(d->first->kind, BLOCK_HEADING);
		assert_str(doc_plain(&m.a, d->first), m.b->title);
		assert_true(str_ends(buf_view(&out), m.b->body));
		arena_free(&m.a);
	}
}

static struct page *
page_of(struct arena *a, struct page_options o)
{
	struct diags d = { .a = a };
	struct briefs list = { 0 };
	struct neighbours n = { 0 };
	struct str bytes;

	assert_true(file_read(a, "tests/pages/lighthouse.yaml", 1 << 20, &bytes, &d));
	assert_true(brief_read(a, bytes, STR("lighthouse.yaml"), &list, &d));
	assert_int_equal(d.n, 0);
	*vec_push(a, &n) = (struct neighbour){ .kind = NEIGHBOUR_STATED,
		.id = STR("a"),
		.title = STR("A study of frozen ground"),
		.source = STR("Coast Review"),
		.published = STR("2025-11-03"),
		.why = STR("the same engineers") };
	*vec_push(a, &n) = (struct neighbour){ .kind = NEIGHBOUR_STATED,
		.title = STR("Ten towers that fell into the sea"),
		.url = STR("https://coast.example/ten") };
	*vec_push(a, &n) = (struct neighbour){ .kind = NEIGHBOUR_BACKLINK,
		.id = STR("b"),
		.title = STR("Ferries wait while a lighthouse passes"),
		.source = STR("Port News"),
		.published = STR("2026-02-04") };
	*vec_push(a, &n) = (struct neighbour){ .kind = NEIGHBOUR_COMPUTED,
		.id = STR("c"),
		.title = STR("Who pays for the light when the cliff is gone?"),
		.source = STR("Coast Review"),
		.published = STR("2026-02-14"),
		.why = STR("shares Skarvøy, Coastal Board; same week"),
		.score = 0.7 };
	o.today = STR("2026-04-01");
	return page_make(a, list.at[0], doc_parse(a, list.at[0]->body), &n, &o);
}

/* The pages under tests/pages; UPDATE=1 writes them anew. */
static void
pages_look_as_they_did(void **state)
{
	static const struct {
		const char *path;
		struct page_options o;
	} pages[] = {
		{ "tests/pages/nowrap.txt", { .cols = 0 } },
		{ "tests/pages/24.txt", { .cols = 24 } },
		{ "tests/pages/60.txt", { .cols = 60 } },
		{ "tests/pages/80.txt", { .cols = 80, .one_column = true } },
		{ "tests/pages/80-ascii.txt",
		    { .cols = 80, .one_column = true, .ascii = true } },
		{ "tests/pages/120.txt", { .cols = 120 } },
		{ "tests/pages/200.txt", { .cols = 200 } },
	};

	(void)state;
	for (size_t i = 0; i < LEN(pages); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct buf out = buf_new(&a);
		struct str want = STR_NIL;

		print_page(&out, page_of(&a, pages[i].o), NULL);
		if (getenv("UPDATE") != NULL)
			assert_true(file_write(pages[i].path, buf_view(&out), &d));
		(void)file_read(&a, pages[i].path, 1 << 20, &want, &d);
		assert_str(buf_view(&out), want);
		arena_free(&a);
	}
}

/* What is printed for a terminal, byte for byte. */
static void
looks_are_written_on_change_only(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct brief b = { .title = STR("A  title "),
		.body = STR(
		    "See [the *rules*](https://x.example/) or [this](javascript:x).") };
	const struct page_options o = { .cols = 60 };
	struct theme t;
	struct print_look look = { &t, 16, true };
	struct buf out = buf_new(&a);
	const struct str want =
	    STR("  \033[0;1mA  title\033[m\n\n"
		"  See \033]8;;https://x.example/\033\\\033[0;4mthe rules\033[0;2m¹"
		"\033]8;;\033\\\033[m or this.\n");

	(void)state;
	assert_true(theme_builtin(&a, STR("auto"), &t, &d));
	print_page(&out, page_make(&a, &b, doc_parse(&a, b.body), NULL, &o), &look);
	assert_str(str_cut(buf_view(&out), 0, want.n), want);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_format_lets_a_control_through),
		cmocka_unit_test(html_is_well_formed_and_ours_alone),
		cmocka_unit_test(a_table_is_one_in_html),
		cmocka_unit_test(a_table_has_pipes_in_markdown),
		cmocka_unit_test(a_manual_page_has_no_requests_but_ours),
		cmocka_unit_test(json_reads_back_with_the_same_strings),
		cmocka_unit_test(markdown_reads_back),
		cmocka_unit_test(pages_look_as_they_did),
		cmocka_unit_test(looks_are_written_on_change_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
