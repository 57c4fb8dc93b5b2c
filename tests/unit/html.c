/* Web pages: the article and nothing but the article, whatever the page is made of. */
#include "check.h"

#include "article/article.h"
#include "article/html.h"
#include "article/table.h"
#include "doc/doc.h"
#include "text/glyph.h"

static struct article
read_page(struct arena *a, struct str page)
{
	const struct article_hints hints = { .from = STR("html"),
		.file = STR("page.html") };
	struct diags d = { .a = a };
	struct articles out = { 0 };
	struct article none = { 0 };

	return article_read(a, page, &hints, &out, &d) ? out.at[0] : none;
}

static struct str
markdown_of(struct arena *a, struct str page)
{
	const struct article x = read_page(a, page);
	struct buf b = buf_new(a);

	if (x.body != NULL)
		doc_commonmark(x.body, &b);
	return buf_view(&b);
}

#define LONG                                                                           \
	"The harbour board met on Tuesday to decide whether the old crane, which has " \
	"stood on the north quay since 1911, should be taken down before winter."
#define MORE                                                                        \
	"Its keeper, Ada Brandt, said the crane had lifted more than ten thousand " \
	"boats, and that she would rather see it painted than melted into rails."

static void
test_tags_are_sorted(void **state)
{
	static const char *const names[] = {
#define ROW(id, name, traits) name,
		HTML_TAGS(ROW)
#undef ROW
	};

	(void)state;
	for (size_t i = 1; i < LEN(names); i++) {
		assert_true(strcmp(names[i - 1], names[i]) < 0);
		assert_int_equal(html_tag_of(str_of(names[i])), i);
	}
	assert_int_equal(html_tag_of(STR("x-crane")), TAG_OTHER);
	assert_int_equal(html_attr_of(STR("HREF")), ATTR_HREF);
}

static void
test_page(void **state)
{
	struct arena a = ARENA_INIT;
	const struct str page =
	    STR("<!DOCTYPE html><html><head><title>Crane to go | The Quay</title>"
		"<script>if (a < b) document.write('<p>no</p>')</script></head><body>"
		"<nav><ul><li><a href='/'>Home</a></li><li><a "
		"href='/n'>News</a></li></ul></nav>"
		"<article><h1>Crane to go</h1><p>" LONG "</p><p>" MORE
		" <a href='https://quay.example/ada'>Her letter</a> is on the wall.</p>"
		"<h2>What comes next</h2><ul><li>One: " LONG "</li><li>Two: " MORE
		"</li></ul>"
		"<blockquote><p>Three: " LONG "</p></blockquote></article>"
		"<footer><p>All rights reserved</p></footer></body></html>");
	const struct str got = markdown_of(&a, page);

	(void)state;
	assert_true(str_has(got, STR(LONG)));
	assert_true(str_has(got, STR("[Her letter](https://quay.example/ada)")));
	assert_true(str_has(got, STR("## What comes next")));
	assert_true(str_has(got, STR("- One: The harbour board")));
	assert_true(str_has(got, STR("> Three: The harbour board")));
	assert_false(str_has(got, STR("Home")));
	assert_false(str_has(got, STR("All rights")));
	assert_false(str_has(got, STR("document.write")));
	arena_free(&a);
}

/* Blanks at the edge of an element, hard ones too, part it from the words around it. */
static void
test_edges(void **state)
{
	struct arena a = ARENA_INIT;
	const struct str got = markdown_of(
	    &a, STR("<article><h1>Crane to go</h1><p>" LONG
		    " The office saw&nbsp;<a href='https://quay.example/a'>163 "
		    "boats</a>&nbsp;come"
		    " <b>late</b>&nbsp;<i>today</i>, not&nbsp; <b>all</b>.</p><p>" MORE
		    "</p></article>"));

	(void)state;
	assert_true(str_has(got, STR("saw [163 boats](https://quay.example/a) come "
				     "**late** *today*, not **all**.")));
	arena_free(&a);
}

/* What is linked in a cell, and where its columns stand. */
static void
test_linked_table(void **state)
{
	struct arena a = ARENA_INIT;
	const struct str page =
	    STR("<body><main><h1>Crane to go</h1><p>" LONG "</p><p>" MORE "</p>"
		"<table style='text-align: center'><tr><th>Ship</th><th>Built</th>"
		"<th>Yard</th></tr>"
		"<tr><td align=left><a href='https://quay.example/ida'><b>Ida</b> "
		"Dahl</a></td><td>1903</td><td align=right>Port of York</td></tr>"
		"<tr><td style='color:red;text-align:left "
		"!important'>York</td><td>12</td><td "
		"align=right>the <a href='https://quay.example/york'>York</a>s, <a "
		"href='#note'>[1]</a></td></tr></table><p>" LONG " " MORE
		"</p></main></body>");
	const struct str got = markdown_of(&a, page);
	const size_t at = str_find(got, STR("```"), 0);
	struct str table = at == STR_NONE ? STR_NIL : str_cut(got, at, got.n);

	(void)state;
	table = str_cut(table, 0, str_find(table, STR("\n\nThe "), 0));
	assert_str(table, STR("```\nShip      Built            Yard\n"
			      "-------------------------------\n"
			      "Ida Dahl  1903     Port of York\n"
			      "York       12    the Yorks, [1]\n```\n\n"
			      "[Ida Dahl](https://quay.example/ida) · "
			      "[Yorks](https://quay.example/york)"));
	arena_free(&a);
}

/* What readers say, what stands twice and who asks to subscribe is not of the text. */
static void
test_around(void **state)
{
	struct arena a = ARENA_INIT;
	const struct str page =
	    STR("<body><main><h1>Crane to go</h1><p>" LONG "</p><p>" MORE
		"</p><p>The crane is older than the quay that it stands on, and will see "
		"the next.</p>"
		"<p>" LONG " " MORE "</p><div class=signup><h3>Letters from the quay</h3>"
		"<p>Sign up for our newsletter</p></div>"
		"<p>It will be painted in spring, and lift boats again.</p>"
		"<p>The crane is older than the quay that it stands on, and will see the "
		"next.</p></main>"
		"<div><h2>2 comments</h2><p>I have walked past that crane every "
		"single day of my life, and I will miss it.</p></div></body>");
	const struct str got = markdown_of(&a, page);
	const struct str twice = STR("older than the quay");
	const size_t first = str_find(got, twice, 0);

	(void)state;
	assert_true(first != STR_NONE);
	assert_int_equal(str_find(got, twice, first + 1), STR_NONE);
	assert_false(str_has(got, STR("walked past")));
	assert_false(str_has(got, STR("Letters from")));
	assert_false(str_has(got, STR("2 comments")));
	arena_free(&a);
}

static void
test_scan_is_safe(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf deep = buf_new(&a), wide = buf_new(&a);
	struct html_page page;

	(void)state;
	for (int i = 0; i < 5000; i++)
		buf_text(&deep, "<div>");
	page = html_scan(&a, buf_view(&deep));
	assert_true(page.text.n <= HTML_DEPTH * 5);
	buf_text(&wide, "<p ");
	for (int i = 0; i < 5000; i++)
		buf_printf(&wide, "a%d=1 class=c%d ", i, i);
	buf_text(&wide, ">x");
	page = html_scan(&a, buf_view(&wide));
	assert_str(page.text, STR("<p class=c0>x"));
	page = html_scan(&a, STR("a<!-- b --><style>c</style><svg><svg></svg>d</svg>e<"));
	assert_str(page.text, STR("ae<"));
	page = html_scan(&a, STR("a<script>never closed"));
	assert_str(page.text, STR("anever closed"));
	arena_free(&a);
}

static void
words_stand_in(struct str text, struct str page)
{
	for (size_t from = 0, to; from < text.n; from = to + 1) {
		for (to = from; to < text.n && byte_is_letter(text.p[to]);)
			to++;
		assert_true(str_has(page, str_cut(text, from, to)));
	}
}

/* Any soup of markup is an article or none, and what is kept stood in the page. */
static void
test_soup(void **state)
{
	static const char *const bits[] = { "<div>", "</div>", "<p>", "<a href=x>",
		"</a>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>",
		"<pre>", "</pre>", "<br>", "<b>", "</b>", "<i>", "<h2>", "</h2>", "<!--",
		"-->", "<script>", "</script>", "<svg>", "</svg>", "<title>", "</title>",
		"&amp;", "<", ">", "\"", "'", "<blockquote>", "</blockquote>", " ", "\n",
		LONG, MORE, "<body>", "</body>", "<form>", "<select>", "<option>",
		"<textarea>", "</p>", "<template>", "</template>", "<math>", "<frameset>",
		"<p class='a" };
	uint64_t seed = 77;
	size_t bytes = 0;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct arena a = ARENA_INIT;
		struct buf page = buf_new(&a);
		struct str text;

		for (uint32_t n = dice(&seed, 60); n-- > 0;)
			buf_text(&page, bits[dice(&seed, LEN(bits))]);
		text = markdown_of(&a, buf_view(&page));
		words_stand_in(text, buf_view(&page));
		bytes += text.n;
		arena_free(&a);
	}
	assert_true(bytes > 10000);
}

/* A server's program that failed says so before the page, or instead of it. */
static void
test_probe(void **state)
{
#define PHP "<br />\n<b>Warning</b>:  x in <b>/a.php</b> on line <b>12</b><br />\n"
	static const struct {
		const char *bytes;
		size_t page;
		bool is;
	} rows[] = {
		{ "<!DOCTYPE html><p>x", 0, true },
		{ " <HTML>", 0, true },
		{ PHP "<p>x", sizeof(PHP) - 1, true },
		{ PHP PHP "<!DOCTYPE html>", 2 * (sizeof(PHP) - 1), true },
		{ "Notice: x in /a.php on line 7\n<html>", 30, true },
		{ "PHP Notice:  x in /a.php on line 7\n<html>", 35, true },
		{ PHP "No page", 0, false },
		{ "Warning: rocks on line 7 of the chart", 0, false },
		{ "<br />\n<b>Warning</b>: on the rocks", 0, false },
		{ "<br />\n<b>Boats</b>:", 0, false },
		{ "<", 0, false },
		{ "", 0, false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct str s = str_of(rows[i].bytes);

		assert_int_equal(html_probe(s), rows[i].is);
		assert_int_equal(html_page_in(s).n, s.n - rows[i].page);
	}
}

/* A row is a line, and all words of its cells are there. */
static void
test_tables(void **state)
{
	static const char *const words[] = { "boat", "crane", "quay", "of", "iron", "港",
		"lighthouse" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (uint32_t turn = 0; turn < 300; turn++) {
		struct table t = { 0 };
		const size_t cols = 2 + turn % 9, rows = 2 + turn % 4;
		struct str out;
		size_t want = 0, got = 0, lines = 0;

		for (size_t i = 0; i < cols * rows; i++) {
			struct buf b = buf_new(&a);

			for (size_t k = 0; k < 1 + (turn * 7 + i * 5) % 9; k++) {
				buf_text(&b, k == 0 ? "" : " ");
				buf_text(&b, words[(turn + i * 3 + k) % LEN(words)]);
			}
			*vec_push(&a, &t) = (struct cell){ .row = (uint32_t)(i / cols),
				.text = buf_view(&b) };
			for (size_t k = 0; k < b.n; k++)
				want += buf_view(&b).p[k] != ' ';
		}
		out = table_aligned(&a, &t);
		for (size_t k = 0; k < out.n; k++)
			got += strchr(" -\n", out.p[k]) == NULL;
		assert_int_equal(got, want);
		for (; out.n != 0; lines++)
			(void)str_line(&out);
		assert_in_range(lines, rows, rows + 1);
		arena_free(&a);
	}
}

static void
test_resolve(void **state)
{
	static const struct {
		const char *base, *href, *want;
	} rows[] = {
		{ "https://a.example/b/c?d", "e", "https://a.example/b/e" },
		{ "https://a.example/b/c", "/e", "https://a.example/e" },
		{ "https://a.example/b/c", "../e", "https://a.example/e" },
		{ "https://a.example/b/c", "../../../e", "https://a.example/e" },
		{ "https://a.example", "e f", "https://a.example/e%20f" },
		{ "https://a.example/b", "//x.example/y", "https://x.example/y" },
		{ "https://a.example/b", "javascript:alert(1)", "" },
		{ "https://a.example/b", "data:text/html,x", "" },
		{ "https://a.example/b", "#top", "" },
		{ "", "e", "" },
		{ "", "mailto:a@b.example", "mailto:a@b.example" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(html_resolve(&a, str_of(rows[i].base), str_of(rows[i].href)),
		    str_of(rows[i].want));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tags_are_sorted),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_edges),
		cmocka_unit_test(test_around),
		cmocka_unit_test(test_scan_is_safe),
		cmocka_unit_test(test_soup),
		cmocka_unit_test(test_probe),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_linked_table),
		cmocka_unit_test(test_resolve),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
