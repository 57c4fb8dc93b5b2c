/* What stands between and beside the paragraphs of a page: headings in bold, lists, lines of
   signs, ways to its own parts, captions, the titles of what it links to. */
#include "html_page.h"

#include "doc/doc.h"

#define MORE                                                                           \
	"<p>The mayor said that the town had no money for paint, and that rails were " \
	"what"                                                                         \
	" it had asked for since the spring, when the last train was taken off.</p>"

static struct str
markdown_of(struct arena *a, const char *body)
{
	const struct article x = read_page(a, "", body);
	struct buf b = buf_new(a);

	doc_commonmark(x.body, &b);
	return buf_view(&b);
}

struct row {
	const char *body, *has, *has_not; /* "" for nothing */
};

static void
look(const struct row *rows, size_t n)
{
	struct arena a = ARENA_INIT;

	for (size_t i = 0; i < n; i++) {
		const struct str got = markdown_of(&a, rows[i].body);

		if (!str_has(got, str_of(rows[i].has)) ||
		    (rows[i].has_not[0] != '\0' && str_has(got, str_of(rows[i].has_not))))
			fail_msg("row %zu: " STR_FMT, i, STR_ARG(got));
	}
	arena_free(&a);
}

static void
test_strong(void **state)
{
	static const struct row rows[] = {
		{ H TEXT "<p><b>What the mayor said</b></p>" MORE,
		    "\n\n## What the mayor said\n\nThe mayor", "**" },
		{ H TEXT
		    "<p><strong>What the mayor said</strong><br>The mayor said that the "
		    "town had no money for paint, and wanted rails.</p>" MORE,
		    "\n\n## What the mayor said\n\nThe mayor said that the town", "**" },
		{ H "<h2>Who is for it</h2>" TEXT
		    "<p><b>And <i>who</i> is not?</b></p>" MORE,
		    "\n\n### And *who* is not?\n\n", "**" },
		/* words that end a sentence, name a speaker, or have nothing below them */
		{ H TEXT "<p><b>The mayor said no.</b></p>" MORE,
		    "**The mayor said no.**", "#" },
		{ H TEXT
		    "<p><b>Ada Brandt:</b><br>The mayor said that the town had no money "
		    "for paint, and wanted rails.</p>" MORE,
		    "**Ada Brandt:** The mayor", "#" },
		{ H TEXT "<p><b>The crane</b></p><p><b>must go</b></p>" MORE,
		    "**The crane**", "# The crane" },
		{ H TEXT MORE "<p><b>Ada Brandt for The Quay</b></p>", "Quay", "#" },
	};

	(void)state;
	look(rows, LEN(rows));
}

static void
test_lists(void **state)
{
	static const struct row rows[] = {
		{ H TEXT
		    "<ul><li>the crane</li></ul><ul><li>the quay</li></ul><ul><li>the "
		    "rails</li></ul>" MORE,
		    "\n- the crane\n- the quay\n- the rails\n\n", "* the" },
		{ H TEXT
		    "<ul><li>the crane</li><li>the quay</li></ul><ul><li>the rails</li>"
		    "<li>the boats</li></ul>" MORE,
		    "\n- the crane\n- the quay\n\n* the rails\n", "- the rails" },
		{ H TEXT "<ol><li>Ask the board of the harbour.</li></ol><p>It meets on "
			 "Tuesdays, and has done so since the quay was built.</p><ol><li "
			 "value=2>Ask the mayor of the town.</li></ol>" MORE,
		    "\n\n2. Ask the mayor", "1. Ask the mayor" },
		{ H TEXT "<ol><li>Ask the board.</li></ol><ol start=2><li>Ask the mayor."
			 "</li></ol>" MORE,
		    "\n1. Ask the board.\n2. Ask the mayor.\n", "2) Ask" },
	};

	(void)state;
	look(rows, LEN(rows));
}

static void
test_between(void **state)
{
	static const struct row rows[] = {
		{ H TEXT "<p>___</p>" MORE "<p>___</p>", "rails.\n\n* * *\n\nThe mayor",
		    "_" },
		{ H "<p>Lesezeit: 4 Minuten</p>" TEXT MORE, "The harbour", "Lesezeit" },
		{ H "<h2>Contents</h2><ul><li><a href='#a'>What the board said of the "
		    "crane"
		    "</a></li><li><a href='#b'>What the keeper said</a></li></ul>" TEXT
		    "<h2>What the board said of the crane</h2>" MORE,
		    "The harbour", "- What" },
		{ H TEXT "<h2 id=a>What is next <a href='#a'>#</a></h2>" MORE,
		    "## What is next\n", "next #" },
		{ H TEXT "<div class=wp-caption><p>The crane in March</p></div>" MORE,
		    "The mayor", "March" },
		{ H TEXT "<p>$100</p><p>80</p><p>60</p><p>’26</p>" MORE, "The mayor",
		    "60" },
		{ H TEXT "<p>16:40</p>" MORE "<p>16:50</p>" MORE "<p>17:00</p>" MORE,
		    "16:50", "" },
		{ "<header>" H
		  "<p>The board met on Tuesday to decide whether the old crane "
		  "should go.</p></header><article><p>The board met on Tuesday to decide "
		  "whether the old crane should go.</p>" TEXT "</article>",
		    "should go.\n\nThe harbour", "should go.\n\nThe board" },
		{ H "<p>The crane&shy;keeper and the har\xc2\xad"
		    "bour board met.</p>" TEXT,
		    "cranekeeper and the harbour", "\xc2\xad" },
	};

	(void)state;
	look(rows, LEN(rows));
}

/* A link to another article is called by its title, not by what stands around that. */
static void
test_further(void **state)
{
	static const struct {
		const char *link, *want;
	} rows[] = {
		{ "<span class=credit>© Ada Brandt</span><span class=card-title>Rails "
		  "for "
		  "the old quay</span>",
		    "Rails for the old quay" },
		{ "<span class=kicker>Harbour</span> <strong class=teaser-headline>Rails "
		  "for "
		  "the old quay</strong> <span>What they cost, and who pays.</span>",
		    "Rails for the old quay" },
		{ "<div class=subtitle>What the rails cost</div><h3>Rails for the old "
		  "quay</h3>",
		    "Rails for the old quay" },
		{ "Rails for the old quay <span class=sr-only>opens in a new "
		  "window</span>",
		    "Rails for the old quay" },
		{ "© Ada Brandt, The Quay", "" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct buf body = buf_new(&a);
		struct article x;

		buf_printf(&body,
		    H TEXT MORE "<aside><h2>Related articles</h2><ul><li><a "
				"href='https://quay.example/r'>%s</a></li></ul></aside>",
		    rows[i].link);
		buf_byte(&body, '\0');
		x = read_page(&a, "", buf_view(&body).p);
		assert_str(x.related.n == 0 ? STR_NIL : x.related.at[0].title,
		    str_of(rows[i].want));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_strong),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_between),
		cmocka_unit_test(test_further),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
