/* What a page says of itself: title, dek, people, dates, place. */
#include "check.h"

#include "article/article.h"
#include "article/html_meta.h"

#define TEXT                                                                             \
	"<p>The harbour board met on Tuesday to decide whether the old crane, which has" \
	" stood on the north quay since 1911, should be taken down before winter.</p>"   \
	"<p>Its keeper said the crane had lifted more than ten thousand boats, and that" \
	" she would rather see it painted than melted into rails.</p>"

#define MORE                                                                        \
	"the harbour board has decided that the old crane, which has stood on the " \
	"north "                                                                    \
	"quay since it was built, will be painted in spring and lift boats again."

static struct article
read_page(struct arena *a, const char *head, const char *body)
{
	const struct article_hints hints = { .from = STR("html"),
		.file = STR("page.html") };
	struct diags d = { .a = a };
	struct articles out = { 0 };
	struct buf page = buf_new(a);

	buf_printf(&page,
	    "<!DOCTYPE html><html lang=en><head>%s</head><body>%s</body></html>", head,
	    body);
	assert_true(article_read(a, buf_view(&page), &hints, &out, &d));
	return out.at[0];
}

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

#define H "<h1>Crane to go before winter</h1>"

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
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct article x = read_page(&a, rows[i].head, rows[i].body);

		assert_str(joined(&a, &x.source.author), str_of(rows[i].want));
	}
	arena_free(&a);
}

#define LONG TEXT TEXT TEXT TEXT TEXT TEXT
#define OG(type) "<meta property=og:type content=" type ">"
#define DAYS(year) \
	"<p>12 May " year "</p><p>3 May " year "</p><p>2 April " year "</p>"
#define KEPT(day)                                             \
	"<meta property=article:published_time content=2020-05-12>" \
	"<meta property=article:modified_time content=" day ">"
#define LD(day)                                                        \
	"<script type=application/ld+json>{\"@type\":\"NewsArticle\"," \
	"\"datePublished\":\"" day "\"}</script>"

static void
test_dates(void **state)
{
	static const struct {
		const char *head, *body, *published, *updated;
	} rows[] = {
		{ "<meta property=article:published_time "
		  "content=2020-05-12T08:30:00+02:00>"
		  "<meta property=article:modified_time content=2020-05-13T09:00:00Z>",
		    H TEXT, "2020-05-12T08:30:00+02:00", "2020-05-13T09:00:00Z" },
		{ "", H "<time datetime=2020-05-12>last week</time>" TEXT, "2020-05-12",
		    "" },
		{ "",
		    H
		    "<p>By Ada Brandt</p><time datetime=2020-05-12T10:00:00+02:00>12 May "
		    "2020</time>" TEXT,
		    "2020-05-12T10:00:00+02:00", "" },
		{ "", H "<p>12. Mai 2020</p>" TEXT, "2020-05-12", "" },
		{ "", H "<p>May 12th, 2020</p>" TEXT, "2020-05-12", "" },
		{ "<link rel=canonical href=https://quay.example/2020/05/12/crane>",
		    H TEXT, "2020-05-12", "" },
		/* days of an event, of an update, of the place, of nothing but the page */
		{ "<meta property=article:published_time content=2020-05-12>"
		  "<meta property=article:modified_time content=2020-05-13>",
		    H "<p>20 May 2020</p>" TEXT, "2020-05-12", "2020-05-13" },
		{ "<meta property=article:published_time content=2020-05-13T01:30:00Z>"
		  "<link rel=canonical href=https://quay.example/2020/05/12/crane>",
		    H TEXT, "2020-05-12", "" },
		{ "",
		    H
		    "<abbr class=published title=2020-05-12T10:00:00Z>10:00</abbr>" TEXT,
		    "2020-05-12T10:00:00Z", "" },
		{ "", H "<p>Press release of 12 May 2020 | Quay - " MORE "</p>",
		    "2020-05-12", "" },
		{ "<script type=application/ld+json>{\"@type\":\"WebPage\","
		  "\"datePublished\":\"2018-05-12\"}</script>",
		    H TEXT, "", "" },
		{ "", H TEXT "<footer>Copyright 12 May 2020 The Quay</footer>", "", "" },
		/* days that the words around them say are those of something else */
		{ "", H "<div>Open today,</div><div>12 May 2020</div>" TEXT, "", "" },
		{ "", H "<p>12 - 14 May 2020</p>" TEXT, "", "" },
		{ "", H "<p>From 12 to 14 May 2020</p>" TEXT, "", "" },
		{ "", H "<p>12.05.2020 - 14.05.2020</p>" TEXT, "", "" },
		{ "", H "<p>Member since 12 May 2020</p>" TEXT, "", "" },
		{ "", H "<p>The board meets again on the quay on 12 May 2020.</p>" TEXT,
		    "", "" },
		{ "", H "<p>This is of crane 2.6.0 and later</p>" TEXT, "", "" },
		{ "", H TEXT "<div class=comments><p>Jon, 12 May 2020</p></div>", "",
		    "" },
		{ "",
		    H TEXT "<div class=related><a href=/b>Boats</a> <time "
			   "datetime=2020-05-12>12 May</time></div>",
		    "", "" },
		{ "", H "<p>Last edited 13 May 2020 | Published 12 May 2020</p>" TEXT,
		    "2020-05-12", "2020-05-13" },
		{ "<meta property=article:published_time content=2020-05-12>",
		    H "<p>05/12/2020</p>" TEXT, "2020-05-12", "" },
		{ "<meta property=article:published_time content=2020-12-05>",
		    H "<p>05/12/2020</p>" TEXT, "2020-12-05", "" },
		{ "", H TEXT "<aside><p>First published: 12 May 2020</p></aside>",
		    "2020-05-12", "" },
		{ "",
		    H
		    "<h2>Hours of today's boats</h2><div>Today's hours</div><div>12 May "
		    "2020</div>" TEXT,
		    "", "" },
		{ "<script type=application/ld+json>{\"@type\":\"Event\","
		  "\"startDate\":\"2020-05-12T10:00\"}</script>",
		    H "<p>Tuesday, 12 May 2020, 10:00</p>" TEXT, "", "" },
		{ "", H TEXT "<h2>Upcoming boats</h2><p>12 May 2020</p>", "", "" },
		{ "",
		    H
		    "<ul><li><a href=/a>Boats come back to the quay</a> 12 May 2020"
		    "<li><a href=/b>A painter is found at last</a> 2 May 2020</ul>" TEXT,
		    "", "" },
		{ "", H "<p>Effective 12 May 2020</p>" TEXT, "", "" },
		/* the first post's day stands before it, the answer's after it */
		{ "",
		    "<p>Ada, 12 May 2020, 10:15</p>" H TEXT
		    "<div><p>Jon, 14 May 2020, 11:15</p><p>So I think.</p></div>",
		    "2020-05-12", "" },
		/* a dateline of an update; a sentence that tells of one */
		{ "", H "<p>Updated 12 May 2020</p>" TEXT, "2020-05-12", "2020-05-12" },
		{ "", H "<p>We updated this page on 12 May 2020.</p>" TEXT, "",
		    "2020-05-12" },
		{ "", H "<p>Published 12 May 2020, updated 13 May 2020</p>" TEXT,
		    "2020-05-12", "2020-05-13" },
		{ "<meta property=article:published_time content=2020-05-10>",
		    H TEXT "<p>Published <b>12 May 2020</b></p>", "2020-05-12", "" },
		{ "", H TEXT, "", "" },
		/* what machines alone are told: of an article, of the address, of a page */
		{ OG("article") LD("2020-05-12T08:30:00Z"), H TEXT,
		    "2020-05-12T08:30:00Z", "" },
		{ OG("Article") "<meta name=date content=2020-05-12>", H TEXT,
		    "2020-05-12", "" },
		{ "<link rel=canonical href=https://quay.example/2020/05/12/crane>" LD(
		      "2020-05-12T08:30:00Z"),
		    H TEXT, "2020-05-12T08:30:00Z", "" },
		{ OG("website") LD("2020-05-12T08:30:00Z"), H TEXT, "", "" },
		{ "<script type=application/ld+json>{\"@type\":\"Article\","
		  "\"articleBody\":\"The board met.\",\"datePublished\":\"2020-05-12\"}"
		  "</script>",
		    H TEXT, "2020-05-12", "" },
		{ OG("website") "<meta property=article:published_time "
				"content=2020-05-12>",
		    H TEXT, "", "" },
		{ "<meta name=date content=2020-05-12>", H TEXT, "", "" },
		{ "<meta name=DC.date content=2020-05-12>", H TEXT, "2020-05-12", "" },
		{ "", H LONG "<p>12 May 2020</p>", "2020-05-12", "" },
		{ "", H LONG DAYS("2020") DAYS("2019") DAYS("2018"), "", "" },
		{ "<meta name=date content=2020-05-12>",
		    H LONG "<p>Next boat: 2 June 2021</p>", "", "" },
		{ OG("article") "<meta property=article:published_time "
				"content=1970-01-01T00:00:00Z>",
		    H TEXT, "", "" },
		/* a page that is kept up to date, and articles that are */
		{ OG("article") KEPT("2023-05-12"), H TEXT, "", "2023-05-12" },
		{ OG("article") KEPT("2020-06-12"), H TEXT, "2020-05-12", "2020-06-12" },
		{ OG("article") KEPT("2023-05-12"),
		    H "<p>By <a rel=author href=/ada>Ada Brandt</a></p>" TEXT,
		    "2020-05-12", "2023-05-12" },
		{ OG("article") KEPT(
		      "2023-05-12") "<link rel=canonical "
				    "href=https://quay.example/blog/crane>",
		    H TEXT, "2020-05-12", "2023-05-12" },
		/* such a day is that of the page when a reader is shown it */
		{ OG("website") LD("2020-05-12"), H "<p>12 May 2020</p>" TEXT,
		    "2020-05-12", "" },
		/* an article was there before its update; another page was not */
		{ OG("article"), H "<p>Updated 12 May 2020</p>" TEXT, "", "2020-05-12" },
		{ OG("article"),
		    H "<p>Updated 12 May 2020</p>" LONG "<p>2 June 2019</p>", "",
		    "2020-05-12" },
		{ OG("website"), H "<p>Updated 12 May 2020</p>" TEXT, "2020-05-12",
		    "2020-05-12" },
		{ "", H TEXT "<p>This page was last edited on 12 May 2020.</p>",
		    "2020-05-12", "2020-05-12" },
		{ "", H TEXT "<p>The list was updated on 12 May 2020.</p>" TEXT, "",
		    "2020-05-12" },
		{ "",
		    H "<time class='published updated' datetime=2020-05-12T10:00:00Z>12 "
		      "May 2020</time>" TEXT,
		    "2020-05-12T10:00:00Z", "" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct article x = read_page(&a, rows[i].head, rows[i].body);

		assert_str(x.source.published, str_of(rows[i].published));
		assert_str(x.source.updated, str_of(rows[i].updated));
	}
	arena_free(&a);
}

static void
test_days_of_lines(void **state)
{
	static const struct {
		const char *line, *label, *day;
		enum day_kind kind;
	} rows[] = {
		{ "12 May 2020", "", "2020-05-12", DAY_PLAIN },
		{ "12 May 2020", "Updated", "2020-05-12", DAY_UPDATED },
		{ "Jon Roe, 12 May 2020", "Updated", "2020-05-12", DAY_PLAIN },
		{ "Published 12 May 2020, updated 14 May 2020", "", "2020-05-12",
		    DAY_PUBLISHED },
		{ "Aktualisiert: 14.05.2020 | 12.05.2020", "", "2020-05-12", DAY_PLAIN },
		{ "12 May 2020 (updated)", "", "2020-05-12", DAY_UPDATED },
		{ "Ada BrandtUpdated May 12, 2020", "", "2020-05-12", DAY_UPDATED },
		{ "12/05/2020 - 14/05/2020", "", "2020-05-12", DAY_OTHER },
		{ "12/05/2020 - 12/05/2020", "", "2020-05-12", DAY_PLAIN },
		{ "Boats 7 - 5 May 2020", "", "2020-05-05", DAY_PLAIN },
		{ "5-7 May 2020", "", "2020-05-07", DAY_OTHER },
		{ "10:05 - 12 May 2020", "", "2020-05-12", DAY_PLAIN },
		{ "Boats (2020/5/11-12)", "", "2020-05-11", DAY_PLAIN },
		{ "Boats 2020/5/11-12", "", "2020-05-11", DAY_OTHER },
		{ "version 2.6.0", "", "", DAY_NONE },
		{ "UpdatedMay 12, 2020Share", "", "2020-05-12", DAY_UPDATED },
		{ "Published12 May 2020Updated13 May 2020", "", "2020-05-12",
		    DAY_PUBLISHED },
		{ "v12 May 2020", "", "2020-05-12", DAY_PLAIN },
		{ "X12 May 2020", "", "", DAY_NONE },
		{ "v2.6.2020", "", "", DAY_NONE },
		{ "公開日2020年5月12日(火)", "", "2020-05-12", DAY_PUBLISHED },
		{ "更新 2020年5月12日", "", "2020-05-12", DAY_UPDATED },
		{ "2020년 5월 12일", "", "2020-05-12", DAY_PLAIN },
		{ "2020年5月", "", "", DAY_NONE },
		{ "2020年13月1日", "", "", DAY_NONE },
		{ "15 мая 2020, 13:43", "", "2020-05-15", DAY_PLAIN },
		{ "12 Σεπτεμβρίου 2020", "", "2020-09-12", DAY_PLAIN },
		{ "12 Mayıs 2020", "", "2020-05-12", DAY_PLAIN },
		{ "2020. május 12.", "", "2020-05-12", DAY_PLAIN },
		{ "Quay. 2020 May 12;15(1):20", "", "2020-05-12", DAY_PLAIN },
		{ "Boats 2019 May 12, 2020", "", "2020-05-12", DAY_PLAIN },
		{ "2020May 12th, 2021", "", "", DAY_NONE },
		{ "12 | 05 | 2020", "", "2020-05-12", DAY_PLAIN },
		{ "12 | 05 2020", "", "", DAY_NONE },
		{ "12|13|2020", "", "", DAY_NONE },
		{ "Beginn: 12.05.2020", "", "2020-05-12", DAY_OTHER },
		{ "", "Published", "", DAY_NONE },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct day d =
		    day_in(&a, str_of(rows[i].line), str_of(rows[i].label), false);

		assert_str(d.date, str_of(rows[i].day));
		assert_int_equal(d.kind, rows[i].kind);
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
	arena_free(&a);
}

#define LONG_START                                                                       \
	"The harbour board met on Tuesday. It will decide whether the old crane, which " \
	"has stood on the north quay since 1911"

static void
test_dek(void **state)
{
	static const struct {
		const char *head, *want;
	} rows[] = {
		{ "<meta name=description content='Six months to find the money'>",
		    "Six months to find the money" },
		{ "<meta name=description content='" LONG_START "'>",
		    "The harbour board met on Tuesday." },
		{ "<meta name=description content='" LONG_START "'>"
		  "<meta property=twitter:description content='" LONG_START ", stays.'>",
		    LONG_START ", stays." },
		{ "<meta name=description content='" LONG_START "...'>",
		    LONG_START "..." },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(read_page(&a, rows[i].head, H TEXT).dek, str_of(rows[i].want));
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
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_days_of_lines),
		cmocka_unit_test(test_the_rest),
		cmocka_unit_test(test_dek),
		cmocka_unit_test(test_shape_of_names),
		cmocka_unit_test(test_fragment),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
