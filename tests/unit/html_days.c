/* The days of a page: when it was published and changed, and what a line says of its days. */
#include "html_page.h"

#define MORE                                                                        \
	"the harbour board has decided that the old crane, which has stood on the " \
	"north "                                                                    \
	"quay since it was built, will be painted in spring and lift boats again."

#define LONG TEXT TEXT TEXT TEXT TEXT TEXT
#define OG(type) "<meta property=og:type content=" type ">"
#define DAYS(year) "<p>12 May " year "</p><p>3 May " year "</p><p>2 April " year "</p>"
#define KEPT(day)                                                   \
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
		{ "", H "<p>Published 12 May 2020, updated 12 May 2020</p>" TEXT,
		    "2020-05-12", "" },
		{ "<meta property=article:modified_time content=2020-05-14>",
		    H "<p>Updated 12 May 2020</p>" TEXT, "2020-05-12", "2020-05-12" },
		{ "", H "<p>Published 12 May 2020, updated 13 May 2020</p>" TEXT,
		    "2020-05-12", "2020-05-13" },
		/* what came before it, or with it, is no update */
		{ "<meta property=article:published_time content=2020-05-12T10:00:09Z>"
		  "<meta property=article:modified_time content=2020-05-12T10:00:08Z>",
		    H TEXT, "2020-05-12T10:00:09Z", "" },
		{ "<meta property=article:published_time "
		  "content=2020-05-12T10:00:00+02:00>"
		  "<meta property=article:modified_time content=2020-05-10>",
		    H TEXT, "2020-05-12T10:00:00+02:00", "" },
		{ "<meta property=article:published_time content=2020-05-12T10:00:08Z>"
		  "<meta property=article:modified_time content=2020-05-12T10:00:09Z>",
		    H TEXT, "2020-05-12T10:00:08Z", "2020-05-12T10:00:09Z" },
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
		{ OG("article")
			KEPT("2023-05-12") "<link rel=canonical "
					   "href=https://quay.example/blog/crane>",
		    H TEXT, "2020-05-12", "2023-05-12" },
		/* such a day is that of the page when a reader is shown it */
		{ OG("website") LD("2020-05-12"), H "<p>12 May 2020</p>" TEXT,
		    "2020-05-12", "" },
		/* an article was there before its update; another page was not */
		{ OG("article"), H "<p>Updated 12 May 2020</p>" TEXT, "", "2020-05-12" },
		{ OG("article"), H "<p>Updated 12 May 2020</p>" LONG "<p>2 June 2019</p>",
		    "", "2020-05-12" },
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

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_days_of_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
