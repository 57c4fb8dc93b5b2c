/* What twice as much costs: every reader is given one thing again and again, and twice as
   often; the memory it asks for may grow with the input and no faster. */
#include "check.h"

#include "article/article.h"
#include "base/buf.h"

enum { SMALL = 60000 }; /* bytes */

#define RSS "<rss version='2.0'><channel><title>t</title>"
#define ITEM RSS "<item><title>a</title><description>"
#define HYPHENS "\n------------------------------\n\n"
#define HEAD "From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\nSubject: s\n"
#define BOX "From a@b.example Fri Jun 28 14:05:00 2019\nSubject: s\n\n"

static const struct {
	const char *kind, *before, *unit, *after;
} rows[] = {
	{ "feed", ITEM, "&amp;", "</description></item></channel></rss>" },
	{ "feed", ITEM, "&", "" },
	{ "feed", ITEM, "&eacute;", "" },
	{ "feed", ITEM, "&#150;", "</description></item></channel></rss>" },
	{ "feed", ITEM, "\xe9 ", "</description></item></channel></rss>" },
	{ "feed", ITEM, "<b>", "" },
	{ "feed", ITEM, "<![CDATA[", "" },
	{ "feed", ITEM, "<p>a</q>", "" },
	{ "feed", RSS, "<item><title>a</title></item>", "</channel></rss>" },
	{ "feed", RSS, "<item><title>a", "" },
	{ "feed", RSS, "<a b='", "" },
	{ "feed", RSS, "<a b=\"1\" b='1' ", ">" },
	{ "feed", RSS, "<!-- ", "" },
	{ "feed", RSS, "</a>", "" },
	{ "feed", "<opml><body>", "<outline xmlUrl='a'/>", "</body></opml>" },
	{ "json", "{\"title\":\"t\",\"content\":\"", "a\\n", "\"}" },
	{ "json", "[", "{\"title\":\"a\"},", "{}]" },
	{ "json", "", "{\"a\":1}\n", "" },
	{ "json", "{\"items\":[", "{\"text\":1},", "" },
	{ "json", "{\"title\":\"t\",\"tags\":[", "1,", "1]}" },
	{ "json", "", "[", "" },
	{ "json", "", "\"", "" },
	{ "mail", HEAD "\n", "a line\n", "" },
	{ "mail", HEAD "\nText.\n\n", "Unsubscribe\n\n", "" },
	{ "mail", HEAD "X: ", "=?utf-8?q?a?= ", "\n\na\n" },
	{ "mail", HEAD "X: ", "=?utf-8?q?", "\n\na\n" },
	{ "mail", HEAD "\n", HYPHENS "From: a\nDate: b\n\nc\n\n", "" },
	{ "mail", HEAD "\n", HYPHENS "To: a\n", "" },
	{ "mail", HEAD "\n\n", HYPHENS, "" },
	{ "mail", HEAD, "X: a\n", "\na\n" },
	{ "mail", HEAD "X: a\n", " a\n", "\na\n" },
	{ "mail", HEAD "Content-Type: text/plain; format=flowed\n\n", "> a \n", "" },
	{ "mail", HEAD "Content-Type: text/html\n\n", "<style>", "" },
	{ "mail", HEAD "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n\na\n",
	    "" },
	{ "mail", HEAD "Content-Type: multipart/mixed; boundary=b\n\n",
	    "--b\nContent-Type: multipart/mixed; boundary=b\n\n", "a\n" },
	{ "mail", HEAD "Content-Type: text/plain; ", "charset*0*=a; ", "\n\na\n" },
	{ "mail", BOX, "\n>From a\n", "" },
	{ "mail", "", BOX "a\n\n", "" },
	{ "text", "", "[", "" },
	{ "text", "", "a\n", "" },
	{ "text", "", "> a\n\n", "" },
	{ "text", "", "word ", "" },
	{ "markdown", "---\n", "a: b\n", "---\nText.\n" },
	{ "markdown", "+++\n", "a = [\n", "+++\nText.\n" },
	{ "markdown", "---\na: b\n---\nText.\n", "{{< ", "" },
	{ "markdown", "---\na: b\n---\nText.\n", "{%`", "" },
	{ "markdown", "# t\n\n", "- a\n", "" },
	{ "markdown", "# t\n\n", "[a](b) ", "" },
	{ "markdown", "# t\n\n==x== ", "word ", "" },
	{ "markdown", "# t\n\n", "[[", "" },
	{ "markdown", "# t\n\nText.\n\n", "<p>\n\n", "" },
	{ "markdown", "# t\n\nText.\n\n", "<b <b> ", "" },
	{ "markdown", "# t\n\nText.\n\n", "<a href='", "" },
	{ "markdown", "# t\n\nText.\n\n", "<b>` `` ", "" },
	{ "markdown", "# t\n\nText.\n\n", "<pre>\n<!-- \n", "" },
	{ "markdown", "# t\n\n|a|b|\n|-|-|\n", "|[a](b)|a|\n", "" },
	{ "markdown", "# t\n\n|a|b|\n|-|-|\n", "|a|a|\n", "|a|[a](b)|\n" },
	{ "markdown", "# t\n\n", "|a|b|\n|-|-|\n|[a](b)|a|\n\n", "" },
	{ "markdown", "# t\n\n", "~~~\na\n~~~\n\n[a](b)\n\n", "" },
	{ "markdown", "# t\n\n~~~\na\n~~~\n\n", "[a](b) · ", "" },
	{ "markdown", "# t\n\n[a]: https://x.example/a-long-way\n\n|a|b|\n|-|-|\n",
	    "|[a][a]|a|\n", "" },
};

static size_t
cost(size_t row, size_t bytes)
{
	const struct article_hints hints = { .from = str_of(rows[row].kind),
		.file = STR("f") };
	const size_t n = strlen(rows[row].unit);
	struct arena a = ARENA_INIT, in = ARENA_INIT;
	struct buf b = buf_new(&in);
	struct diags d = { .a = &a };
	struct articles out = { 0 };
	size_t used;

	buf_text(&b, rows[row].before);
	for (size_t i = 0; i < bytes / n; i++)
		buf_str(&b, (struct str){ rows[row].unit, n });
	buf_text(&b, rows[row].after);
	(void)article_read(&a, buf_view(&b), &hints, &out, &d);
	used = a.used;
	arena_free(&a);
	arena_free(&in);
	return used;
}

static void
test_twice_is_twice(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const size_t once = cost(i, SMALL), twice = cost(i, 2 * SMALL);

		if (twice > once * 5 / 2 + 65536)
			fail_msg("%s '%s': %zu bytes of memory, for twice the input %zu",
			    rows[i].kind, rows[i].unit, once, twice);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_twice_is_twice) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
