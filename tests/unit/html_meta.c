/* What a page says of itself: title, dek, people, place. */
#include "html_page.h"

static void
test_titles(void **state)
{
	static const struct {
		const char *head, *body, *want;
	} rows[] = {
		{ "<title>Crane to go before winter | The Quay</title>",
		    "<h1>Crane to go before winter</h1>" TEXT,
		    "Crane to go before winter" },
		{ "<title>Crane to go before winter | The Quay</title>"
		  "<meta property=og:site_name content='The Quay'>",
		    TEXT, "Crane to go before winter" },
		{ "<title>The Quay: Crane to go before winter</title>"
		  "<meta property=og:site_name content='The Quay'>",
		    TEXT, "Crane to go before winter" },
		{ "<title>The Quay</title><meta property=og:title content='Crane "
		  "&amp;amp; rails'>",
		    TEXT, "Crane & rails" },
		{ "<title>x</title><script "
		  "type=application/ld+json>{\"@type\":\"NewsArticle\","
		  "\"headline\":\"Crane \\u201cmust\\u201d go\"}</script>",
		    TEXT, "Crane “must” go" },
		/* the heading of the page is the site's, the article's is a lesser one */
		{ "<title>Crane to go before winter | The Quay</title>",
		    "<h1>The Quay</h1><h2>Crane to go before winter</h2>" TEXT,
		    "Crane to go before winter" },
		{ "<title>The Quay &raquo; Crane to go before winter</title>",
		    "<h1><a href='https://quay.example/'>The Quay</a></h1>"
		    "<h2>Crane to go before winter</h2>" TEXT,
		    "Crane to go before winter" },
		/* a kicker and a day in the heading */
		{ "<meta property=og:title content='Crane to go before winter'>",
		    "<h1><span>Harbour</span> Crane to go before winter</h1>" TEXT,
		    "Crane to go before winter" },
		{ "<meta property=og:title content='Crane to go before winter'>",
		    "<h1>Crane to go before winter <small>12 May 2020</small></h1>" TEXT,
		    "Crane to go before winter" },
		{ "<meta property=og:title content='to go before winter'>",
		    "<h1>Crane to go before winter</h1>" TEXT,
		    "Crane to go before winter" },
		/* a heading that every page of the site has; a day before it */
		{ "<title>Crane to go before winter</title><meta property=og:title "
		  "content='Crane to go before winter'>",
		    "<h1>Single Blog Post</h1>" TEXT, "Crane to go before winter" },
		{ "", "<h1>12.05.2020 - Crane to go before winter</h1>" TEXT,
		    "Crane to go before winter" },
		{ "", "<h1>1911 - A crane for the quay</h1>" TEXT,
		    "1911 - A crane for the quay" },
		/* the site's name in the heading */
		{ "<title>Crane to go before winter | The Quay</title>"
		  "<meta property=og:site_name content='The Quay'>",
		    "<h1>Crane to go before winter | The Quay</h1>" TEXT,
		    "Crane to go before winter" },
		{ "<title>NEW CRANE | Quay.example</title>"
		  "<link rel=canonical href='https://www.quay.example/crane'>",
		    TEXT, "NEW CRANE" },
		{ "<title>Crane to go before winter</title>",
		    "<h1>Here you learn what the board said of the crane, of the quay "
		    "and "
		    "of all that stands on it. We tell you what it costs, who is for it, "
		    "who is not, and when the work begins, so that you may come and "
		    "see.</h1>" TEXT,
		    "Crane to go before winter" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(read_page(&a, rows[i].head, rows[i].body).title,
		    str_of(rows[i].want));
	arena_free(&a);
}

static struct str
joined(struct arena *a, const struct strs *list)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < list->n; i++) {
		buf_text(&b, i == 0 ? "" : "; ");
		buf_str(&b, list->at[i]);
	}
	return buf_view(&b);
}

static void
test_authors(void **state)
{
	static const struct {
		const char *head, *body, *want;
	} rows[] = {
		{ "<meta name=author content='By Ada Brandt and Jon Roe'>", H TEXT,
		    "Ada Brandt; Jon Roe" },
		{ "<meta name=author content='Ada Brandt, MD, Harbour Institute'>",
		    H TEXT, "Ada Brandt, MD" },
		{ "<meta name=author content='Ada Brandt, MD*'>", H TEXT,
		    "Ada Brandt, MD" },
		{ "<meta name=author content=admin>", H TEXT, "" },
		{ "<meta name=author content='© Ada Brandt •'>", H TEXT, "Ada Brandt" },
		{ "<meta name=author content=publisher>", H TEXT, "" },
		{ "<meta name=author content='Harbour Works GmbH'>", H TEXT, "" },
		{ "", H "<div class=port-authorities>Harbour Board Actions</div>" TEXT,
		    "" },
		{ "<meta name=author content='Apr 21, 2025'>", H TEXT, "" },
		{ "",
		    H "<p class=author>Ada Brandt<br><a href=/a>Alles von Ada "
		      "Brandt</a></p>" TEXT,
		    "Ada Brandt" },
		{ "",
		    H
		    "<p><a rel=author href=/a>Ada Brandt <i>Ada Brandt</i></a></p>" TEXT,
		    "Ada Brandt" },
		{ "<meta name=author content='https://quay.example/ada'>", H TEXT, "" },
		{ "<meta property=dc:creator content='Ada Brandt'>", H TEXT,
		    "Ada Brandt" },
		{ "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\","
		  "\"author\":[{\"@id\":\"#a\"},{\"@type\":\"Person\",\"name\":\"Jon "
		  "Roe\"}]},"
		  "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada "
		  "Brandt\"}]}</script>",
		    H TEXT, "Ada Brandt; Jon Roe" },
		/* what the page shows counts more than a name that it does not show */
		{ "<meta name=author content=quay.editor7>",
		    H "<p>By Ada Brandt, Senior Editor</p>" TEXT, "Ada Brandt" },
		{ "", H "<p>By <a rel=author href=/a>ADA BRANDT</a></p>" TEXT,
		    "Ada Brandt" },
		{ "", H "<div>Written by</div><div>Ada van der Brandt</div>" TEXT,
		    "Ada van der Brandt" },
		{ "", H "<p>12 May 2020 by Ada Brandt</p>" TEXT, "Ada Brandt" },
		{ "", H "<p>12 May 2020 | Ada Brandt</p>" TEXT, "Ada Brandt" },
		{ "", H "<span><a href=/people/ada>Ada Brandt</a></span>" TEXT,
		    "Ada Brandt" },
		{ "", H "<img alt='Ada Brandt'><div>Ada Brandt</div>" TEXT,
		    "Ada Brandt" },
		{ "", H "<div class=byline>Ada Brandt<br>Reviewed by Jon Roe</div>" TEXT,
		    "Ada Brandt" },
		{ "", H "<p>By the harbour</p>" TEXT, "" },
		{ "", H "<a href=/people/all>View All People</a>" TEXT, "" },
		{ "", H TEXT "<p>Photo: Ada Brandt</p>", "" },
		/* a page that machines are not told is an article */
		{ "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"WebPage\","
		  "\"author\":{\"@id\":\"#a\"}},{\"@type\":\"Comment\",\"author\":\"Jon "
		  "Roe\"},{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ada "
		  "Brandt\"}]}</script>",
		    H TEXT, "Ada Brandt" },
		{ "<script type=application/ld+json>{\"@type\":\"Comment\","
		  "\"author\":\"Jon Roe\"}</script>",
		    H TEXT, "" },
		/* the house against who wrote for it */
		{ "<meta property=og:site_name content='Harbour Post'>"
		  "<meta name=author content='Harbour Post'>",
		    H "<p>By Ada Brandt</p>" TEXT, "Ada Brandt" },
		{ "<link rel=canonical href='https://www.harbourpost.example/crane'>"
		  "<meta name=author content='Harbour Post'>",
		    H TEXT "<p class=author>Ada Brandt</p>", "Ada Brandt" },
		{ "<meta property=og:site_name content=Quayside>"
		  "<meta name=author content=Quayside>",
		    H TEXT, "" },
		{ "<meta property=og:site_name content=Quayside>"
		  "<meta name=author content=Quayside><meta name=twitter:label1 "
		  "content='Written by'><meta name=twitter:data1 content=Quayside>",
		    H TEXT, "Quayside" },
		{ "", H "<p>By</p><p>The Quayside Team</p>" TEXT, "The Quayside Team" },
		/* at the foot, and in other languages */
		{ "",
		    H TEXT TEXT TEXT TEXT TEXT TEXT TEXT
		    "<p>Autorinnen und Autor</p>"
		    "<p>Autoren: Ada Brandt und Jon Roe</p>",
		    "Ada Brandt; Jon Roe" },
		{ "",
		    H TEXT TEXT TEXT TEXT TEXT TEXT TEXT
		    "<h3>Author</h3><p>Ada Brandt</p>",
		    "Ada Brandt" },
		{ "", H "<p>Par Ada Brandt le 12 mai 2020</p>" TEXT, "Ada Brandt" },
		{ "", H "<p>Escrito por Ada Brandt</p>" TEXT, "Ada Brandt" },
		{ "", H "<p>Un texte de Ada Brandt</p>" TEXT, "Ada Brandt" },
		{ "", H "<p>Автор: Ада Брандт</p>" TEXT, "Ада Брандт" },
		/* pen names */
		{ "", H "<p><a href=/author/gull/>Gull</a></p>" TEXT, "Gull" },
		{ "", H "<p><a href=/author/gull/>All</a></p>" TEXT, "" },
		{ "<meta name=author content=Gull>",
		    H "<p>Gull</p><p class=author-image>Harbour Lights</p>" TEXT,
		    "Gull" },
		{ "<meta name=author content=Ada>",
		    H "<p>Ada</p>" TEXT "<p>Written by Ada Brandt</p>", "Ada Brandt" },
		/* what names are not */
		{ "", H "<p class=author-description>Harbour Pilot</p>" TEXT, "" },
		{ "", H "<p itemprop=author>Written by: Ada May</p>" TEXT, "Ada May" },
		{ "",
		    H "<p>By <a rel=author href=/a>Ada Brandt</a></p><p>Contributions "
		      "from: <a rel=author href=/b>Jon Roe</a></p>" TEXT,
		    "Ada Brandt" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct article x = read_page(&a, rows[i].head, rows[i].body);

		assert_str(joined(&a, &x.source.author), str_of(rows[i].want));
	}
	arena_free(&a);
}

static void
test_the_rest(void **state)
{
	struct arena a = ARENA_INIT;
	const struct article x = read_page(&a,
	    "<title>Crane to go before winter</title>"
	    "<meta property=og:site_name content='The Quay'>"
	    "<meta property=og:description content='A board decides.'>"
	    "<meta property=article:section content=Harbour>"
	    "<meta name=keywords content='cranes, boats,'>"
	    "<link rel=canonical href=https://quay.example/crane>"
	    "<meta property=og:url content=https://quay.example/crane?ref=1>"
	    "<link rel=license href=https://creativecommons.org/licenses/by/4.0/>",
	    H TEXT);
	const struct article y =
	    read_page(&a, "<meta property=og:locale content=de_AT>", TEXT);

	(void)state;
	assert_str(x.source.name, STR("The Quay"));
	assert_str(x.dek, STR("A board decides."));
	assert_str(x.source.section, STR("Harbour"));
	assert_str(joined(&a, &x.keywords), STR("cranes; boats"));
	assert_str(x.source.url, STR("https://quay.example/crane"));
	assert_str(x.source.rights, STR("https://creativecommons.org/licenses/by/4.0/"));
	assert_str(x.source.language, STR("en"));
	assert_str(y.source.language, STR("en"));
	assert_str(
	    read_page(&a, "<title>Crane to go before winter - The Quay</title>", H TEXT)
		.source.name,
	    STR("The Quay"));
	assert_int_equal(
	    read_page(&a, "<meta property=article:section content=Uncategorized>", H TEXT)
		.source.section.n,
	    0);
	assert_int_equal(
	    read_page(&a, "<meta name=dc.subject content='cranes, boats, quay'>", H TEXT)
		.source.section.n,
	    0);
	arena_free(&a);
}

static void
test_sites(void **state)
{
	static const struct {
		const char *head, *want;
	} rows[] = {
		{ "<meta property=og:site_name content='The Quay'>", "The Quay" },
		{ "<meta property=og:site_name content='The Quay | Boats'>", "The Quay" },
		{ "<meta property=og:site_name content='https://www.quay.example/'>",
		    "quay.example" },
		{ "<meta property=og:site_name content='@quay'>", "quay" },
		{ "<meta property=og:site_name content='Crane to go before winter'>",
		    "" },
		{ "<meta property=og:site_name content='Crane to go before winter - The "
		  "Quay'>",
		    "The Quay" },
		{ "<meta property=og:site_name content=Blog>"
		  "<meta name=application-name content='The Quay'>",
		    "The Quay" },
		{ "<title>Crane to go before winter | by Ada Brandt</title>", "" },
		{ "<link rel=canonical href=https://www.thequay.example/crane><meta "
		  "property=og:site_name content='The Quay – boats, cranes and the sea'>",
		    "The Quay" },
		{ "<link rel=canonical href=https://thequay.example/crane><meta "
		  "property=og:site_name content='All the news of the harbour • The "
		  "Quay'>",
		    "The Quay" },
		{ "<link rel=canonical href=https://hbt.example/crane><meta "
		  "property=og:site_name content='Harbour Board of the Town - HBT'>",
		    "Harbour Board of the Town - HBT" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(read_page(&a, rows[i].head, H TEXT).source.name,
		    str_of(rows[i].want));
	arena_free(&a);
}

#define LONG_START                                                                      \
	"The board has talked on Tuesday. It will decide whether the old crane, which " \
	"has stood on the north quay since 1911"

#define MORE                                                                             \
	"<p>Two rooms of the town hall were full. Most of those who came had worked on " \
	"the quay, or had parents who did, and some had brought pictures of it.</p>"     \
	"<p>An engineer told them that rust has eaten into the legs, and that nobody "   \
	"can say how long they will bear the arm when a storm comes from the east.</p>"  \
	"<p>The owner of a shipyard offered to pay for half of the paint if the town "   \
	"found the other half, which the mayor called a good beginning.</p>"             \
	"<p>A decision is expected in October, after the board has read what two "       \
	"other towns did with theirs, one of which is a restaurant now.</p>"             \
	"<p>Until then a fence keeps people away from it, and the boats that used to "   \
	"lie below have been moved to the south quay, where there is less room.</p>"

static void
test_dek(void **state)
{
	static const struct {
		const char *head, *want;
	} rows[] = {
		{ "<meta name=description content='Six months to find the money'>",
		    "Six months to find the money" },
		{ "<meta name=description content='" LONG_START "'>",
		    "The board has talked on Tuesday." },
		{ "<meta name=description content='" LONG_START "'>"
		  "<meta property=twitter:description content='" LONG_START ", stays.'>",
		    LONG_START ", stays." },
		{ "<meta name=description content='" LONG_START "...'>",
		    LONG_START "..." },
		{ "<meta name=description content='" LONG_START
		  ". It said that nothing would happen to the crane before the 31. "
		  "October'>",
		    LONG_START "." },
		/* the title, or its beginning, or the text's, once more */
		{ "<meta name=description content='Crane to go'>", "" },
		{ "<meta name=description content='Crane to go before winter by Ada "
		  "Brandt'>",
		    "" },
		{ "<meta name=description content='Crane to go before winter.'>", "" },
		{ "<meta name=description content='The harbour board met on Tuesday to "
		  "decide whether the old crane, wh'>",
		    "" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(read_page(&a, rows[i].head, H TEXT).dek, str_of(rows[i].want));
	/* the same below a line that the page has above its text */
	assert_str(
	    read_page(&a, rows[LEN(rows) - 1].head,
		H "<p>Ten years late, and twice as dear: what a crane costs.</p>" TEXT)
		.dek,
	    STR(""));
	/* the site's, not the article's */
	assert_str(read_page(&a, "<meta name=description content=Homepage>", H TEXT).dek,
	    STR(""));
	assert_str(read_page(&a,
		       "<meta name=description content='Daily news, weather, sports and "
		       "culture for everybody'>",
		       H TEXT MORE)
		       .dek,
	    STR(""));
	assert_str(read_page(&a,
		       "<meta name=description content='What becomes of an old crane?'>",
		       H TEXT MORE)
		       .dek,
	    STR("What becomes of an old crane?"));
	arena_free(&a);
}

/* What stands in the text without being of it. */
static void
test_no_text(void **state)
{
	static const char *const rows[] = {
		"<p>Advertisement</p>",
		"<p>- Advertisement - story continues below</p>",
		"<div>Werbung</div>",
		"<p>\ufeff</p>",
		"<p>[…] Gulls – what the board said of the old crane, and why […]</p>",
		"<span class='mw-editsection'>[edit this part of the article]</span>",
		"<h2>Contents</h2>",
		"<p role=alert>The password must have eight characters at least.</p>",
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct buf page = buf_new(&a), got = buf_new(&a), want = buf_new(&a);

		buf_printf(&page, "%s%s%s<h2>The hall</h2>%s", H, TEXT, rows[i], MORE);
		doc_commonmark(
		    read_page(&a, "", str_nul(&a, buf_view(&page))).body, &got);
		doc_commonmark(
		    read_page(&a, "", H TEXT "<h2>The hall</h2>" MORE).body, &want);
		assert_str(buf_view(&got), buf_view(&want));
	}
	assert_true(str_starts(
	    doc_plain(&a, read_page(&a, "<meta name=author content='Ada Brandt'>",
			      H "<p>By ADA BRANDT, Harbour Post</p>" TEXT)
			      .body->first),
	    STR("The harbour board")));
	assert_true(str_starts(doc_plain(&a, read_page(&a, "",
						 "<h1>鶴</h1><p>\u3000港の北の岸壁に"
						 "立っていた古いクレーンが金曜日に取り"
						 "壊されました。</p>")
						 .body->first),
	    STR("港の")));
	arena_free(&a);
}

static void
test_shape_of_names(void **state)
{
	static const char *const good[] = { "Ada Brandt", "Ada van der Brandt",
		"J. R. Roe", "Zoë Ångström" };
	static const char *const bad[] = { "Ada", "View All Posts", "the crane",
		"Ada 7 Brandt", "Follow Us", "Ada Brandt Jon Roe Ann", "" };

	(void)state;
	for (size_t i = 0; i < LEN(good); i++)
		assert_true(name_is_shaped(str_of(good[i])));
	for (size_t i = 0; i < LEN(bad); i++)
		assert_false(name_is_shaped(str_of(bad[i])));
}

static void
test_fragment(void **state)
{
	struct arena a = ARENA_INIT;
	const struct doc *d = html_fragment(&a,
	    STR("Short.<p>See <a "
		"href=../c>this</a>.<script>x()</script><ul><li>one</ul>"),
	    STR("https://quay.example/a/b"));
	struct buf b = buf_new(&a);

	(void)state;
	doc_commonmark(d, &b);
	assert_str(buf_view(&b),
	    STR("Short.\n\nSee [this](https://quay.example/c).\n\n- one\n"));
	assert_null(html_fragment(&a, STR("<p> </p>"), STR_NIL));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_titles),
		cmocka_unit_test(test_authors),
		cmocka_unit_test(test_the_rest),
		cmocka_unit_test(test_sites),
		cmocka_unit_test(test_dek),
		cmocka_unit_test(test_no_text),
		cmocka_unit_test(test_shape_of_names),
		cmocka_unit_test(test_fragment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
