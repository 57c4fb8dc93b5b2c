/* The rows of the timeline: which dates are events, their words, kind, basis and order. */
#include "check.h"

#include "digest/digest.h"

static const struct brief *
brief_from(struct arena *a, struct str kind, struct str text, struct str published,
    struct str language)
{
	struct diags d = { .a = a };
	struct articles in = { 0 };
	const struct article_hints h = { .from = kind,
		.title = STR("A title"),
		.published = published,
		.language = language,
		.file = STR("t") };
	const struct digest_options o = { 0 };

	assert_true(article_read(a, text, &h, &in, &d));
	return digest(a, &in.at[0], &o, h.file, &d);
}

static const struct brief *
brief_in(struct arena *a, struct str text, struct str published, struct str language)
{
	return brief_from(a, STR("text"), text, published, language);
}

static const struct brief *
brief_of(struct arena *a, struct str text, struct str published)
{
	return brief_in(a, text, published, STR("en"));
}

static const struct {
	const char *text;
	const char *date, *when, *clause; /* of the first row; NULL date: undated */
	enum event_kind kind;
	enum event_basis basis;
} cases[] = {
	{ "The guild met. But by Monday, the members hardened their mind, saying it "
	  "would be "
	  "sold.",
	    "2019-07-01", "by Monday",
	    "But by Monday, the members hardened their mind, saying it would be sold.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "The guild met. Many woke up Monday wondering how it could come to an end.",
	    "2019-07-01", "Monday",
	    "Many woke up Monday wondering how it could come to an end.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The mill, which lost nine men on 3 May 2018, declined to comment.",
	    "2018-05-03", "on 3 May 2018",
	    "The mill, which lost nine men on 3 May 2018, declined to comment.",
	    EVENT_PAST, BASIS_STATED },
	{ "The lamp is out in the shops in 2020.", "2020", "in 2020",
	    "The lamp is out in the shops in 2020.", EVENT_SCHEDULED, BASIS_STATED },
	{ "The guild met. The chair told its members on Monday that no one would be left "
	  "behind.",
	    "2019-07-01", "on Monday",
	    "The chair told its members on Monday that no one would be left behind.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "The guild met. Later Monday, two members sought help for a rule that would "
	  "keep the "
	  "yard.",
	    "2019-07-01", "Monday",
	    "Later Monday, two members sought help for a rule that would keep the yard.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "The harbour was closed on 3 May 2018 after a storm.", "2018-05-03",
	    "on 3 May 2018", "The harbour was closed on 3 May 2018 after a storm.",
	    EVENT_PAST, BASIS_STATED },
	{ "The bridge collapsed on Tuesday, officials said.", "2019-06-25", "on Tuesday",
	    "The bridge collapsed on Tuesday", EVENT_PAST, BASIS_RESOLVED },
	{ "The talks will be held in September in Oslo.", "2019-09", "in September",
	    "The talks will be held in September in Oslo.", EVENT_SCHEDULED,
	    BASIS_RESOLVED },
	{ "The bank expects that prices will fall this year in the north.", "2019",
	    "this year", "The bank expects that prices will fall this year in the north.",
	    EVENT_EXPECTED, BASIS_RESOLVED },
	{ "While the council opened the road in April, Norway still waits for money.",
	    "2019-04", "in April", "the council opened the road in April", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The quay would have had to close in autumn, its lawyers say; it did on 13 "
	  "March.",
	    "2019-03-13", "on 13 March",
	    "The quay would have had to close in autumn, its lawyers say; it did on 13 "
	    "March.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "He had offered to go this year and we would not let him.", "2019", "this year",
	    "He had offered to go this year and we would not let him.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The winners of the race were announced this year.", "2019", "this year",
	    "The winners of the race were announced this year.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The town this year shared what looked to be a bear.", "2019", "this year",
	    "The town this year shared what looked to be a bear.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The court will hear it on 12 July. Two days earlier, a judge had fined them.",
	    "2019-07-12", "on 12 July", "The court will hear it on 12 July.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "The boat is old. On Monday the mayor announced that it would go.",
	    "2019-07-01", "On Monday", "On Monday the mayor announced that it would go.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "The talks are to go on in August.", "2019-08", "in August",
	    "The talks are to go on in August.", EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "The road is to be built this year.", "2019", "this year",
	    "The road is to be built this year.", EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "By the end of July the ministry must answer.", "2019-07~",
	    "By the end of July", "By the end of July the ministry must answer.",
	    EVENT_SCHEDULED, BASIS_GUESSED },
	{ "The quay said on Monday that it would be closed on 20 July.", "2019-07-20",
	    "on 20 July", "The quay said on Monday that it would be closed on 20 July.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "If they agree, work would begin on 20 July.", "2019-07-20", "on 20 July",
	    "If they agree, work would begin on 20 July.", EVENT_EXPECTED,
	    BASIS_RESOLVED },
	{ "A year ago the port said nine firms were eligible to bid as early as next "
	  "year.",
	    "2018", "A year ago",
	    "A year ago the port said nine firms were eligible to bid as early as next "
	    "year.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "They work on the quay — to make it ready for ships in 2025.", "2025",
	    "in 2025", "They work on the quay — to make it ready for ships in 2025.",
	    EVENT_SCHEDULED, BASIS_STATED },
	{ "The port says its bars are going to close this month.", "2019-07",
	    "this month", "The port says its bars are going to close this month.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "The last day of the fair is Thursday, he said.", "2019-07-04", "Thursday",
	    "The last day of the fair is Thursday", EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "The storm this month may well have killed two men.", "2019-07", "this month",
	    "The storm this month may well have killed two men.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The council votes on 20 July, and few expect it to agree.", "2019-07-20",
	    "on 20 July", "The council votes on 20 July, and few expect it to agree.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "Growth is seen at 2 percent this year.", "2019", "this year",
	    "Growth is seen at 2 percent this year.", EVENT_EXPECTED, BASIS_RESOLVED },
	{ "He must go back, the judges ruled this year.", "2019", "this year",
	    "He must go back, the judges ruled this year.", EVENT_PAST, BASIS_RESOLVED },
	{ "He may stay after a court this year refused to hear it.", "2019", "this year",
	    "He may stay after a court this year refused to hear it.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "They expect another cut this year.", "2019", "this year",
	    "They expect another cut this year.", EVENT_EXPECTED, BASIS_RESOLVED },
	{ "We can bury him this summer.", "2019-22", "this summer",
	    "We can bury him this summer.", EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "A paper handed in last month has few names.", "2019-06", "last month",
	    "A paper handed in last month has few names.", EVENT_PAST, BASIS_RESOLVED },
	{ "It came down at about 6 p.m. on Friday.", "2019-06-28T18:00:00",
	    "at about 6 p.m. on Friday", "It came down at about 6 p.m. on Friday.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "People were let back in on 3 May.", "2019-05-03", "on 3 May",
	    "People were let back in on 3 May.", EVENT_PAST, BASIS_RESOLVED },
	{ "They must have left this year.", "2019", "this year",
	    "They must have left this year.", EVENT_PAST, BASIS_RESOLVED },
	{ "The ministers agreed to meet again at the earliest.", NULL, "at the earliest",
	    "The ministers agreed to meet again at the earliest.", EVENT_SCHEDULED,
	    BASIS_GUESSED },
	{ "The leaders met in Osaka on 28 and 29 June for their talks.",
	    "2019-06-28/2019-06-29", "on 28 and 29 June",
	    "The leaders met in Osaka on 28 and 29 June for their talks.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The road, which would cross the south, was delayed to next year.", "2020",
	    "next year",
	    "The road, which would cross the south, was delayed to next year.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "Options to be kept were chosen on January 27, 2015.", "2015-01-27",
	    "on January 27, 2015", "Options to be kept were chosen on January 27, 2015.",
	    EVENT_PAST, BASIS_STATED },
	{ "The fair, originally planned for 3 May 2019, was on 10 May 2019.",
	    "2019-05-10", "on 10 May 2019",
	    "The fair, originally planned for 3 May 2019, was on 10 May 2019.",
	    EVENT_PAST, BASIS_STATED },
	{ "She used the card between about January 2014 and May 2016 to pay.",
	    "2014-01/2016-05", "between about January 2014 and May 2016",
	    "She used the card between about January 2014 and May 2016 to pay.",
	    EVENT_PAST, BASIS_STATED },
	{ "It was down from 02:50 to 07:17 UTC on 3 May 2019.", "2019-05-03T02:50:00Z",
	    "from 02:50 to 07:17 UTC on 3 May 2019",
	    "It was down from 02:50 to 07:17 UTC on 3 May 2019.", EVENT_PAST,
	    BASIS_STATED },
	{ "Next hearing: 10 August 2019 in Graz.", "2019-08-10", "10 August 2019",
	    "Next hearing: 10 August 2019 in Graz.", EVENT_SCHEDULED, BASIS_STATED },
	{ "Two of the men have been missing since Monday when the hill slid.",
	    "2019-06-24", "since Monday",
	    "Two of the men have been missing since Monday when the hill slid.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "Two men were freed by the guard after their boat sank in a storm.",
	    "2019-07-01~", "",
	    "Two men were freed by the guard after their boat sank in a "
	    "storm.",
	    EVENT_PAST, BASIS_GUESSED },
	{ "Tickets for the fair, go on sale Wednesday after a year without one.",
	    "2019-07-03", "Wednesday",
	    "Tickets for the fair, go on sale Wednesday after a year without one.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "We will see it this year on August 2-4.", "2019-08-02/2019-08-04",
	    "on August 2-4", "We will see it this year on August 2-4.", EVENT_SCHEDULED,
	    BASIS_RESOLVED },
	{ "There will be a fair held on 26 November in the hall.", "2019-11-26",
	    "on 26 November", "There will be a fair held on 26 November in the hall.",
	    EVENT_SCHEDULED, BASIS_RESOLVED },
	{ "The lamp went out this year due to a fault.", "2019", "this year",
	    "The lamp went out this year due to a fault.", EVENT_PAST, BASIS_RESOLVED },
	{ "A new hearing has been set for August 5 in Graz.", "2019-08-05", "August 5",
	    "A new hearing has been set for August 5 in Graz.", EVENT_SCHEDULED,
	    BASIS_RESOLVED },
	{ "The board failed to resume the talks on Wednesday night.", "2019-06-26",
	    "on Wednesday night",
	    "The board failed to resume the talks on Wednesday night.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "The tools that we used this weekend were old.", "2019-06-29/2019-06-30",
	    "this weekend", "The tools that we used this weekend were old.", EVENT_PAST,
	    BASIS_RESOLVED },
	{ "Ana Holm, 45, was arrested on the night of September 12.", "2018-09-12",
	    "September 12", "Ana Holm, 45, was arrested on the night of September 12.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "A man tried to kill near the square on New Year's Eve 18 months ago.",
	    "2017-12-31", "on New Year's Eve",
	    "A man tried to kill near the square on New Year's Eve 18 months ago.",
	    EVENT_PAST, BASIS_RESOLVED },
	{ "The quarrel began on a boat two days earlier in December 2009.", "2009-12",
	    "in December 2009",
	    "The quarrel began on a boat two days earlier in December 2009.", EVENT_PAST,
	    BASIS_STATED },
	{ "The mayor said that, by her count, on May 4, 2014, at about 4:40 p.m., the "
	  "driver, who had no papers, ran a red light.",
	    "2014-05-04T16:40:00", "at about 4:40 p.m.",
	    "The mayor said that, by her count, on May 4, 2014, at about 4:40 p.m., the "
	    "driver, who had no papers, ran a red light.",
	    EVENT_PAST, BASIS_STATED },
	{ "On May 21, 2011, he robbed and beat a man.", "2011-05-21", "On May 21, 2011",
	    "On May 21, 2011, he robbed and beat a man.", EVENT_PAST, BASIS_STATED },
	{ "Nobody met Ana Holm, 54, who was fined in 1992.", "1992", "in 1992",
	    "Ana Holm, 54, who was fined in 1992.", EVENT_PAST, BASIS_STATED },
	{ "新しい橋は2018年3月29日に開通した。", "2018-03-29", "2018年3月29日",
	    "新しい橋は2018年3月29日に開通した。", EVENT_PAST, BASIS_STATED },
	{ "The next round of talks will take place in Lisbon.", NULL, "next",
	    "The next round of talks will take place in Lisbon.", EVENT_SCHEDULED,
	    BASIS_GUESSED },
};

static void
a_date_is_a_row_with_its_words_kind_and_basis(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const struct brief *b =
		    brief_of(&a, str_of(cases[i].text), STR("2019-07-01"));
		const struct event *e = b->timeline.at;

		assert_int_equal(b->timeline.n, 1);
		assert_str(
		    e->date, cases[i].date == NULL ? STR("") : str_of(cases[i].date));
		assert_str(e->when, str_of(cases[i].when));
		assert_str(e->text, str_of(cases[i].clause));
		assert_int_equal(e->kind, cases[i].kind);
		assert_int_equal(e->basis, cases[i].basis);
	}
	arena_free(&a);
}

/* A sentence with several dates: a row for each, with its own words where they part. */
static const struct {
	const char *text;
	const char *rows[4][2]; /* date and clause, in order of time */
} shared[] = {
	{ "The small lamp was made in 2018, while better lamps were sold in May.",
	    { { "2018", "The small lamp was made in 2018" },
		{ "2019-05", "The small lamp was made in 2018, while better lamps were "
			     "sold in May." } } },
	{ "Seeds brought it back, twice as much as anybody hoped for when they began in "
	  "2011, "
	  "according to a study published on Friday in a journal.",
	    { { "2011", "Seeds brought it back, twice as much as anybody hoped for when "
			"they began in 2011" } } },
	{ "The ministry will set up a council in August, which is to report by the end "
	  "of the "
	  "year.",
	    { { "2019-08", "The ministry will set up a council in August" },
		{ "2019-12~", "a council in August, which is to report by the end of the "
			      "year." } } },
	{ "The council met in Graz in May 2018, in Linz in March 2019 and by telephone "
	  "in June.",
	    { { "2018-05", "The council met in Graz in May 2018" },
		{ "2019-03",
		    "The council met in Graz in May 2018, in Linz in March 2019" },
		{ "2019-06", "The council met in Graz in May 2018, in Linz in March 2019 "
			     "and by telephone in June." } } },
	{ "Anna Holm in May revealed plans to grow by 30% by the end of 2021.",
	    { { "2019-05", "Anna Holm in May revealed plans to grow by 30% by the end of "
			   "2021." },
		{ "2021-12~", "plans to grow by 30% by the end of 2021." } } },
	{ "They meet at 1 p.m. EST (1800 GMT) on Wednesday to speak of it.",
	    { { "2019-07-03",
		"They meet at 1 p.m. EST (1800 GMT) on Wednesday to speak of it." } } },
	{ "A clerk was fined in May for what she did in the storm of 3 March 2018 at "
	  "sea.",
	    { { "2018-03-03", "the storm of 3 March 2018 at sea." },
		{ "2019-05", "A clerk was fined in May for what she did in the storm of "
			     "3 March 2018 at sea." } } },
	{ "The skater had been refused in 2011 and 2016 but was freed in May.",
	    { { "2011", "The skater had been refused in 2011" },
		{ "2016", "The skater had been refused in 2011 and 2016" },
		{ "2019-05", "The skater had been refused in 2011 and 2016 but was freed "
			     "in May." } } },
	{ "The court heard of the loss in April and told the mayor in May.",
	    { { "2019-04", "The court heard of the loss in April" },
		{ "2019-05", "The court heard of the loss in April and told the mayor in "
			     "May." } } },
	{ "The paper wrote on Friday that the mayor had known of it in April.",
	    { { "2019-04", "the mayor had known of it in April." },
		{ "2019-06-28",
		    "The paper wrote on Friday that the mayor had known of it in "
		    "April." } } },
	{ "On the night of 4 February, a Monday, thieves came into the bank.",
	    { { "2019-02-04",
		"On the night of 4 February, a Monday, thieves came into the bank." } } },
	{ "A year later, on 19 May 2014, five men were charged.",
	    { { "2014-05-19",
		"A year later, on 19 May 2014, five men were charged." } } },
	{ "The mayor, Ada Holm, resigned on Friday over the bill.",
	    { { "2019-06-28",
		"The mayor, Ada Holm, resigned on Friday over the bill." } } },
	{ "They signed a treaty on grain at a meeting in Bern, held in May 2018 in the "
	  "rain.",
	    { { "2018-05", "a meeting in Bern, held in May 2018 in "
			   "the rain." } } },
	{ "After protests from farmers Norway left the group in 2008.",
	    { { "2008",
		"After protests from farmers Norway left the group in 2008." } } },
	{ "It fell asleep after protests from farmers Norway left in 2008.",
	    { { "2008", "It fell asleep after protests from farmers Norway left in "
			"2008." } } },
	{ "It may be seen as an armed raid under a law that has bound them since 1960.",
	    { { "1960", "It may be seen as an armed raid under a law that has bound them "
			"since 1960." } } },
	{ "The line has run the ships since 2001 and was sold to a bank in May 2018.",
	    { { "2001", "The line has run the ships since 2001" },
		{ "2018-05", "The line has run the ships since 2001 and was sold to a "
			     "bank in May 2018." } } },
	{ "However the talks went, the timetable, due on 2 July, will be late.",
	    { { "2019-07-02",
		"However the talks went, the timetable, due on 2 July, will be "
		"late." } } },
	{ "The probe that had been silent since 1 May, answered on Friday.",
	    { { "2019-05-01", "The probe that had been silent since 1 May" },
		{ "2019-06-28", "The probe that had been silent since 1 May, answered on "
				"Friday." } } },
	{ "The probe, which began last month, will be read on 2 August.",
	    { { "2019-06",
		  "The probe, which began last month, will be read on 2 August." },
		{ "2019-08-02",
		    "The probe, which began last month, will be read on 2 August." } } },
	{ "The shop opens on 5 July and closes on 6 August.",
	    { { "2019-07-05", "The shop opens on 5 July" },
		{ "2019-08-06", "The shop opens on 5 July and closes on 6 August." } } },
	{ "She joined in 1998 as a clerk, became its head in 2009 and left.",
	    { { "1998", "She joined in 1998 as a clerk" },
		{ "2009", "She joined in 1998 as a clerk, became its head in 2009" } } },
	{ "The race was moved from 15 July to 22 July because of the fair.",
	    { { "2019-07-22", "The race was moved from 15 July to 22 July" } } },
	{ "\"We have waited since 10 March,\" the mayor said, \"and nobody came.\"",
	    { { "2019-03-10", "\"We have waited since 10 March,\"" } } },
	{ "Ann Holm, the woman whose bridges changed the town, died on Friday.",
	    { { "2019-06-28", "Ann Holm, the woman whose bridges changed the town, died "
			      "on Friday." } } },
	{ "Born in 1932 in Kiel, she grew up by the sea.",
	    { { "1932", "Born in 1932 in Kiel, she grew up by the sea." } } },
	{ "The airport, closed since Thursday evening, reopened at noon on Friday.",
	    { { "2019-06-27", "The airport, closed since Thursday evening" },
		{ "2019-06-28T12:00:00", "The airport, closed since Thursday evening, "
					 "reopened at noon on Friday." } } },
	{ "It was founded in 1931 by Josef Klein, burned down in 1945 and was rebuilt.",
	    { { "1931", "It was founded in 1931 by Josef Klein" },
		{ "1945",
		    "It was founded in 1931 by Josef Klein, burned down in 1945" } } },
	{ "They lost the first game, in April, 2-0, and drew the next in May.",
	    { { "2019-04", "They lost the first game, in April" },
		{ "2019-05", "They lost the first game, in April, 2-0, and drew the next "
			     "in May." } } },
	{ "They were charged in the Dec. 21, 2018, bombing of a plane.",
	    { { "2018-12-21",
		"They were charged in the Dec. 21, 2018, bombing of a plane." } } },
	{ "The results came on Friday, a Friday, and nobody slept.",
	    { { "2019-06-28", "The results came on Friday" } } },
	{ "The old fair, which was to be held in June, is now on 20 July.",
	    { { "2019-06", "The old fair, which was to be held in June" },
		{ "2019-07-20", "The old fair, which was to be held in June, is now on "
				"20 July." } } },
	{ "He was held on 5 June, a day after his wife, and freed two days later.",
	    { { "2019-06-05", "He was held on 5 June" },
		{ "2019-06-07", "He was held on 5 June, a day after his wife, and freed "
				"two days later." } } },
	{ "When the snow fell on the town, the council met on Friday.",
	    { { "2019-06-28",
		"When the snow fell on the town, the council met on Friday." } } },
	{ "The growers made more last year, selling tons of it in May.",
	    { { "2018", "The growers made more last year" },
		{ "2019-05", "The growers made more last year, selling tons of it in "
			     "May." } } },
	{ "He wrote on 3 May that he would have left.",
	    { { "2019-05-03", "He wrote on 3 May that he would have left." } } },
	{ "Taiwan voted on 13 January, when it rained.",
	    { { "2019-01-13", "Taiwan voted on 13 January, when it rained." } } },
	{ "It will publish third-quarter figures on 24 October.",
	    { { "2019-10-24",
		"It will publish third-quarter figures on 24 October." } } },
	{ "The council met on 2 May.\n\nDay            Sky\n-------------------\n"
	  "12 March 2018  Rain\n13 March 2018  Sun\n\nTwo weeks earlier, "
	  "the mayor had left.",
	    { { "2019-04-15/2019-04-21", "Two weeks earlier, the mayor had left." },
		{ "2019-05-02", "The council met on 2 May." } } },
	{ "The quay was built in 1958 and last repaired in 1991.",
	    { { "1958", "The quay was built in 1958 and last repaired in 1991." },
		{ "1991", "The quay was built in 1958 and last repaired in 1991." } } },
	{ "They will publish it in August; a hearing before the council is set for 3 "
	  "July.",
	    { { "2019-07-03", "a hearing before the council is set for 3 July." },
		{ "2019-08", "They will publish it in August" } } },
	{ "Oslo, champions in 2011, have slept since and left their coach in May.",
	    { { "2011",
		  "Oslo, champions in 2011, have slept since and left their coach in "
		  "May." },
		{ "2019-05", "Oslo, champions in 2011, have slept since and left their "
			     "coach in May." } } },
	{ "Ada Moe, who returned from an injury in May, came on late.",
	    { { "2019-05",
		"Ada Moe, who returned from an injury in May, came on late." } } },
	{ "Ada Moe, who was cleared in May, said she was glad.",
	    { { "2019-05", "Ada Moe, who was cleared in May, said she was glad." } } },
	{ "Four sailors were lost in the 2010 storm.",
	    { { "2010", "Four sailors were lost in the 2010 storm." } } },
	{ "Ten sailors were lost after the 2010 storm.",
	    { { "2010", "Ten sailors were lost after the 2010 storm." } } },
	{ "She took their side in a 2010 talk.",
	    { { "2010", "She took their side in a 2010 talk." } } },
	{ "In a 2010 paper Ann Moe counted the boats.",
	    { { "2010", "In a 2010 paper Ann Moe counted the boats." } } },
	{ "The guild won the 2014 prize.",
	    { { "2014", "The guild won the 2014 prize." } } },
	{ "The pier fell on 3 May.\n\nThe town wept.\n\nThe pier fell on 3 May.",
	    { { "2019-05-03", "The pier fell on 3 May." } } },
	{ "She has been a friend of the mayor since he came to Graz in 2005.",
	    { { "2005", "She has been a friend of the mayor since he came to Graz in "
			"2005." } } },
	{ "He had to mend the hall after the court found in 2018 that it leaked, and "
	  "paid.",
	    { { "2018", "the court found in 2018 that it leaked" } } },
	{ "In a letter published in May, the guild called the pier its own.",
	    { { "2019-05", "In a letter published in May, the guild called the pier its "
			   "own." } } },
	{ "Bo Dahl, born in Oslo but raised in Graz, had to leave it in May.",
	    { { "2019-05",
		"Bo Dahl, born in Oslo but raised in Graz, had to leave it in May." } } },
	{ "The mayor – a sailor – will leave the town in 2021, a year early.",
	    { { "2021",
		"The mayor – a sailor – will leave the town in 2021, a year early." } } },
	{ "When the firm left the guild in 2013 it sold the hall and the pier.",
	    { { "2013", "the firm left the guild in 2013" } } },
	{ "When I was given the book in May, I read it.",
	    { { "2019-05", "When I was given the book in May, I read it." } } },
	{ "They went out in May to vote in larger, older towns.",
	    { { "2019-05", "They went out in May to vote in larger, older towns." } } },
	{ "She wrote in a paper last year that the dams, built in the 1970s, were old.",
	    { { "197X", "the dams, built in the 1970s, were old." },
		{ "2018", "She wrote in a paper last year that the dams, built in the "
			  "1970s, were old." } } },
	{ "She decided in May that it would buy no ships, and it did not need to.",
	    { { "2019-05", "She decided in May that it would buy no ships" } } },
	{ "It began in May after a tip from a clerk and was to be over by 3 June.",
	    { { "2019-05",
		  "It began in May after a tip from a clerk and was to be over by "
		  "3 June." },
		{ "2019-06-03", "It began in May after a tip from a clerk and was to be "
				"over by 3 June." } } },
	{ "He ran for it in 2005 and in 2013 and was turned down.",
	    { { "2005", "He ran for it in 2005" },
		{ "2013", "He ran for it in 2005 and in 2013" } } },
	{ "A jury heard him in May 2000, largely on the word of one who said in 2001 no.",
	    { { "2000-05", "A jury heard him in May 2000" },
		{ "2001", "A jury heard him in May 2000, largely on the word of one who "
			  "said in 2001 no." } } },
	{ "The port hopes to start on 6 July and expects calm seas by the end of August.",
	    { { "2019-07-06", "The port hopes to start on 6 July" },
		{ "2019-08~",
		    "The port hopes to start on 6 July and expects calm seas by "
		    "the end of August." } } },
	{ "The pier fell on 3 May.\n\nThe town wept.\n\nThe following day, the boats "
	  "left.",
	    { { "2019-05-03", "The pier fell on 3 May." },
		{ "2019-05-04", "The following day, the boats left." } } },
	{ "Since leaving the guild, which began in 1975, the sailor has sung.",
	    { { "1975", "Since leaving the guild, which began in 1975, the sailor has "
			"sung." } } },
	{ "Bo Dahl, a sailor who's led the guild since 2008, was also there.",
	    { { "2008",
		"Bo Dahl, a sailor who's led the guild since 2008, was also there." } } },
	{ "He was called a thief by the guild and in May 2018, the court took his boat.",
	    { { "2018-05", "in May 2018, the court took his boat." } } },
	{ "The rebels have taken the town and, on Friday, captured its port.",
	    { { "2019-06-28",
		"The rebels have taken the town and, on Friday, captured its "
		"port." } } },
	{ "She wrote that in May 2018, she was told of the leak.",
	    { { "2018-05", "She wrote that in May 2018, she was told of the leak." } } },
	{ "The boat came in at 7 a.m. on Friday (8 p.m. Thursday in Lima).",
	    { { "2019-06-28T07:00:00", "The boat came in at 7 a.m. on Friday (8 p.m. "
				       "Thursday in Lima)." } } },
	{ "Fires broke out in May 2018 when sailors of the fort, which is old, burned "
	  "boats.",
	    { { "2018-05", "Fires broke out in May 2018 when sailors of the fort, which "
			   "is old, burned boats." } } },
	{ "Even if it was closed in May, nobody knows why.",
	    { { "2019-05", "Even if it was closed in May, nobody knows why." } } },
	{ "Since May, the fort has been shut, with the work to be over by 3 August.",
	    { { "2019-05",
		  "Since May, the fort has been shut, with the work to be over by 3 "
		  "August." },
		{ "2019-08-03",
		    "the fort has been shut, with the work to be over by 3 August." } } },
	{ "The guild did not say why he was held, but earlier on Friday, the police in "
	  "Graz said a man was there on his own, though the mayor of the town, who knew "
	  "him well, was not sure if he was the one that they had held since then.",
	    { { "2019-06-28",
		"earlier on Friday, the police in Graz said a man was there "
		"on his own" } } },
	{ "When the mole was built in 1940, no road led to it.",
	    { { "1940", "When the mole was built in 1940, no road led to it." } } },
	{ "And when the guild asked them in 2013, few knew of it.",
	    { { "2013", "And when the guild asked them in 2013, few knew of it." } } },
	{ "He was the ninth to be put on the most wanted list, which began in May 2018.",
	    { { "2018-05", "He was the ninth to be put on the most wanted list, which "
			   "began in May 2018." } } },
	{ "They spoke of sailor Ada Moe, who left the port in May.",
	    { { "2019-05", "sailor Ada Moe, who left the port in May." } } },
	{ "A boat came in on Friday. The crew was fed on Friday. The mole was shut on "
	  "Friday.",
	    { { "2019-06-28", "A boat came in on Friday." },
		{ "2019-06-28", "The crew was fed on Friday." },
		{ "2019-06-28", "The mole was shut on Friday." } } },
	{ "A boat came in May. The crew was fed in May. The mole was shut in May.",
	    { { "2019-05", "A boat came in May." },
		{ "2019-05", "The crew was fed in May." } } },
	{ "A boat came on Friday. The crew fled on Friday. They met a man who was fed on "
	  "Friday.",
	    { { "2019-06-28", "A boat came on Friday." },
		{ "2019-06-28", "The crew fled on Friday." } } },
	{ "Bo Dahl is old.\" He told the town of it on Friday.",
	    { { "2019-06-28", "He told the town of it on Friday." } } },
	{ "\"In 2011 we lost the boat,\" she told them.",
	    { { "2011", "\"In 2011 we lost the boat,\" she told them." } } },
	{ "It was mended on 11 June, not on 12 June.",
	    { { "2019-06-11", "It was mended on 11 June" } } },
	{ "After the ban on nets ended in May, the port took up its work.",
	    { { "2019-05",
		"After the ban on nets ended in May, the port took up its work." } } },
	{ "The crews met on Friday, ending a strike that had shut the port.",
	    { { "2019-06-28",
		"The crews met on Friday, ending a strike that had shut the port." } } },
	{ "She wrote a letter in May, saying that the mole had been sold.",
	    { { "2019-05",
		"She wrote a letter in May, saying that the mole had been sold." } } },
	{ "The mayor argued on Friday, that the port had to close.",
	    { { "2019-06-28",
		"The mayor argued on Friday, that the port had to close." } } },
	{ "A guild told the port of it and over the weekend, a new leak was found.",
	    { { "2019-06-29/2019-06-30", "over the weekend, a new leak was found." } } },
	{ "The port was to go to Oslo, but in a 2013 letter, the mayor gave it to Graz.",
	    { { "2013", "in a 2013 letter, the mayor gave it to Graz." } } },
	{ "\"They will come,\" said one of those who had met at the port on Friday.",
	    { { "2019-06-28", "\"They will come,\" said one of those who had met at the "
			      "port on Friday." } } },
	{ "The guild agreed to keep the nets and to look at them again in March.",
	    { { "2020-03", "The guild agreed to keep the nets and to look at them again "
			   "in March." } } },
	{ "The guild agreed to read the paper again in April.",
	    { { "2020-04", "The guild agreed to read the paper again in April." } } },
	{ "What is left: the sail boats go on Thursday, if the port lets them.",
	    { { "2019-07-04", "What is left: the sail boats go on Thursday, if the port "
			      "lets them." } } },
	{ "The general elections take place Saturday.",
	    { { "2019-07-06", "The general elections take place Saturday." } } },
	{ "The court ruled on Friday against the port and ordered it to pay a fine.",
	    { { "2019-06-28", "The court ruled on Friday against the port and ordered it "
			      "to pay a fine." } } },
	{ "The guild closed the mole on Friday, even though nobody had asked for it.",
	    { { "2019-06-28", "The guild closed the mole on Friday" } } },
	{ "The mole is old.\n\n* On Friday the guild closed it.",
	    { { "2019-06-28", "On Friday the guild closed it." } } },
	{ "He is calling for marches Thursday.",
	    { { "2019-07-04", "He is calling for marches Thursday." } } },
	{ "They met the crew on 3 June. On the 15th they bought the boat.",
	    { { "2019-06-03", "They met the crew on 3 June." },
		{ "2019-06-15", "On the 15th they bought the boat." } } },
	{ "The guild meets on the 20th.",
	    { { "2019-07-20", "The guild meets on the 20th." } } },
	{ "They came on 3 June and the next morning saw the mole.",
	    { { "2019-06-03", "They came on 3 June" },
		{ "2019-06-04",
		    "They came on 3 June and the next morning saw the mole." } } },
	{ "The Holm boats travel to Graz on Sunday without Ada Moe, who fell ill.",
	    { { "2019-07-07", "The Holm boats travel to Graz on Sunday without Ada Moe, "
			      "who fell ill." } } },
	{ "On 3 May 2018 the rope broke; the boats lay still until 12 June.",
	    { { "2018-05-03", "On 3 May 2018 the rope broke" },
		{ "2018-06-12", "On 3 May 2018 the rope broke; the boats lay still until "
				"12 June." } } },
	{ "It was built in 1934 and is still in use today.",
	    { { "1934", "It was built in 1934" } } },
	{ "It began in 2002, and on the same day, the mole was shut.",
	    { { "2002", "It began in 2002" } } },
	{ "Oslo beat Graz in the 2009 and 2011 races.",
	    { { "2009", "Oslo beat Graz in the 2009 and 2011 races." },
		{ "2011", "Oslo beat Graz in the 2009 and 2011 races." } } },
	{ "The two, aged 35 and 27, were held in May as they left.",
	    { { "2019-05",
		"The two, aged 35 and 27, were held in May as they left." } } },
	{ "He is said to be dead, killed in a fight in May.",
	    { { "2019-05", "He is said to be dead, killed in a fight in May." } } },
	{ "He led the guild from May 2014 till June 2017.",
	    { { "2014-05/2017-06", "He led the guild from May 2014 till June 2017." } } },
	{ "It is known for another reason: In May, sailors and a man fought, and he "
	  "fell.",
	    { { "2019-05", "In May, sailors and a man fought, and he fell." } } },
	{ "The mayor, when asked of it on Friday, had no answer to it.",
	    { { "2019-06-28",
		"The mayor, when asked of it on Friday, had no answer to it." } } },
	{ "He was chosen in the first round of the 2014 draft.",
	    { { "2014", "He was chosen in the first round of the 2014 draft." } } },
	{ "He said that after he left the town in 2011, he had no home.",
	    { { "2011", "He said that after he left the town in 2011, he had no "
			"home." } } },
	{ "They have the sums for April 2017 to March 2018.",
	    { { "2017-04/2018-03", "They have the sums for April 2017 to March "
				   "2018." } } },
	{ "The police have found most of the loot that the bank lost in May.",
	    { { "2019-05", "most of the loot that the bank lost in May." } } },
	{ "They beat the sailor Bo-Li Dahl, who won the race in 2018.",
	    { { "2018", "the sailor Bo-Li Dahl, who won the race in 2018." } } },
	{ "The mayor told sailors that he had left the guild in 2018.",
	    { { "2018",
		"The mayor told sailors that he had left the guild in 2018." } } },
	{ "They will fly to Graz on 3 July and go on show in May 2020.",
	    { { "2019-07-03", "They will fly to Graz on 3 July" },
		{ "2020-05",
		    "They will fly to Graz on 3 July and go on show in May 2020." } } },
	{ "It returns for a Christmas concert on 20 December.",
	    { { "2019-12-20", "It returns for a Christmas concert on 20 December." } } },
	{ "On 3 June they passed the budget for 2020.",
	    { { "2019-06-03", "On 3 June they passed the budget for 2020." } } },
	{ "On 3 June they played a piece postponed from last spring.",
	    { { "2019-06-03",
		"On 3 June they played a piece postponed from last spring." } } },
	{ "Over two years the trade (with tools and wares) rose to 3 in 2018 and to 4 in "
	  "2019.",
	    { { "2018", "Over two years the trade (with tools and wares) rose to 3 in "
			"2018" },
		{ "2019", "Over two years the trade (with tools and wares) rose to 3 in "
			  "2018 and to 4 in 2019." } } },
	{ "In the fiscal year ended May 31, the shop made 12 million.",
	    { { "2019-05-31",
		"In the fiscal year ended May 31, the shop made 12 million." } } },
	{ "They looked at the net income, based on figures of May 2018.",
	    { { "2018-05",
		"They looked at the net income, based on figures of May 2018." } } },
	{ "It is for sale. Posters may be put up from 10 August.",
	    { { "2019-08-10", "Posters may be put up from 10 August." } } },
	{ "It is sold. Starting today they charge a fee.",
	    { { "2019-07-01", "Starting today they charge a fee." } } },
	{ "It was the oldest stone; the oldest before, found in 2009, is younger.",
	    { { "2009", "the oldest before, found in 2009, is younger." } } },
	{ "It was stolen once before, in 1934, and returned the same year.",
	    { { "1934",
		"It was stolen once before, in 1934, and returned the same year." } } },
	{ "It is torn. Starting Friday, the bridge will be closed.",
	    { { "2019-07-05", "Starting Friday, the bridge will be closed." } } },
	{ "She is fast. Ada Moe will begin Sunday's race in the last row.",
	    { { "2019-07-07", "Ada Moe will begin Sunday's race in the last row." } } },
	{ "It is a fair. The tent may be full once again in 2020, with two bands as part "
	  "of a "
	  "show next year.",
	    { { "2020",
		"The tent may be full once again in 2020, with two bands as part of a "
		"show next year." } } },
	{ "They were caught. They were kept in the tower until Friday.",
	    { { "2019-06-28", "They were kept in the tower until Friday." } } },
	{ "It is sore. The family did not report the matter until Friday.",
	    { { "2019-06-28", "The family did not report the matter until Friday." } } },
	{ "In a note to its members posted on 3 June, the guild of boat builders said it "
	  "had "
	  "bought the yard at Hallsund, where 40 people work, and would keep it.",
	    { { "2019-06-03", "In a note to its members posted on 3 June, the guild of "
			      "boat builders said it "
			      "had bought the yard at Hallsund, where 40 people work, "
			      "and would keep it." } } },
	{ "With the finding of a boat on 3 June, the harbour in the Bremo, N.Y., area "
	  "had to be "
	  "closed.",
	    { { "2019-06-03",
		"With the finding of a boat on 3 June, the harbour in the Bremo, "
		"N.Y., area had to be closed." } } },
	{ "They met on 27 June, after a fight that lasted until midnight.",
	    { { "2019-06-27",
		"They met on 27 June, after a fight that lasted until midnight." } } },
	{ "It burned on 3 May. The first came there only at noon the next day.",
	    { { "2019-05-03", "It burned on 3 May." },
		{ "2019-05-04", "The first came there only at noon the next day." } } },
	{ "The final is on 27 July against the winner of Friday's match.",
	    { { "2019-07-27",
		"The final is on 27 July against the winner of Friday's match." } } },
	{ "The light went out two days before Christmas.",
	    { { "2018-12-23", "The light went out two days before Christmas." } } },
};

static void
rows_of_one_sentence_share_no_words(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(shared); i++) {
		const struct brief *b =
		    brief_of(&a, str_of(shared[i].text), STR("2019-07-01"));
		size_t n = 0;

		for (; n < 4 && shared[i].rows[n][0] != NULL; n++) {
			assert_true(n < b->timeline.n);
			assert_str(b->timeline.at[n].date, str_of(shared[i].rows[n][0]));
			assert_str(b->timeline.at[n].text, str_of(shared[i].rows[n][1]));
		}
		assert_int_equal(b->timeline.n, n);
	}
	arena_free(&a);
}

/* "heute" is the day where something was done or is planned, and these days otherwise. */
static void
today_in_other_languages_is_a_day_or_these_days(void **state)
{
	static const struct {
		const char *language, *text;
		size_t rows;
	} texts[] = {
		{ "de", "Es regnet. Der Rat hat heute den Plan beschlossen.", 1 },
		{ "de", "Es regnet. Die Halle wurde heute in Ulm eröffnet.", 1 },
		{ "de", "Es regnet. Die Messe beginnt heute in Ulm.", 1 },
		{ "de", "Es regnet. Die Halle hat bis heute kein Dach.", 0 },
		{ "de", "Es regnet. Schon heute werden dort Boote gebaut.", 0 },
		{ "de", "Es regnet. Anders als früher werden heute Boote gemietet.", 0 },
		{ "fr", "Il pleut. Le conseil a voté aujourd’hui la loi.", 1 },
		{ "fr", "Il pleut. Ada Moe a été nommée aujourd'hui à Lyon.", 1 },
		{ "fr", "Il pleut. Les bateaux sont aujourd’hui exclus du port.", 0 },
		{ "es", "Llueve. El consejo aprobó hoy la ley.", 1 },
		{ "es", "Llueve. La ley fue aprobada hoy en Lugo.", 1 },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		assert_int_equal(brief_in(&a, str_of(texts[i].text), STR("2019-07-01"),
				     str_of(texts[i].language))
				     ->timeline.n,
		    texts[i].rows);
	arena_free(&a);
}

/* Nothing that could not be put on a calendar, and nothing that merely recurs. */
static void
other_languages_have_stretches_and_years(void **state)
{
	static const char *const texts[][3] = {
		{ "Das Fest war vom 7. bis 9. Juni 2019 am See.", "de" },
		{ "Das Fest war vom 28. Mai bis zum 15. Juni 2017 am See.", "de",
		    "2017-05-28/2017-06-15" },
		{ "Le festival eut lieu du 28 mai au 15 juin 2017.", "fr",
		    "2017-05-28/2017-06-15" },
		{ "La feria fue del 28 de mayo al 15 de junio de 2017.", "es",
		    "2017-05-28/2017-06-15" },
		{ "The fair was open from November to March 2017.", "en",
		    "2016-11/2017-03" },
		{ "The fair was open from 28 May to 15 June 2017.", "en",
		    "2017-05-28/2017-06-15" },
		{ "Le festival eut lieu du 7 au 9 juin 2019.", "fr" },
		{ "La feria fue del 7 al 9 de junio de 2019.", "es" },
	};
	struct arena a = ARENA_INIT;
	const struct brief *b;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		b = brief_in(
		    &a, str_of(texts[i][0]), STR("2019-07-01"), str_of(texts[i][1]));
		assert_int_equal(b->timeline.n, 1);
		assert_str(b->timeline.at[0].date, texts[i][2] == NULL
						       ? STR("2019-06-07/2019-06-09")
						       : str_of(texts[i][2]));
	}
	b = brief_in(&a,
	    STR("Sie war letztes Jahr dort, etwa im Sommer oder im Frühling."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 1);
	assert_str(b->timeline.at[0].date, STR("2018"));
	b = brief_in(&a,
	    STR("Wenn der Rat 2017 gefragt hätte, wäre die Brücke 2018 fertig gewesen."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a,
	    STR("Es begann 2017. Im November desselben Jahres sank das Boot."),
	    STR("2019-07-01"), STR("de"));
	assert_str(b->timeline.at[1].date, STR("2017-11"));
	b = brief_in(&a, STR("Empezó en 2017. El puerto cerró en noviembre de ese año."),
	    STR("2019-07-01"), STR("es"));
	assert_str(b->timeline.at[1].date, STR("2017-11"));
	b = brief_in(
	    &a, STR("In zehn Jahren gab es zehn Räte."), STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Die Boote springen am Freitag und Samstag vom Steg."),
	    STR("2019-07-01"), STR("de"));
	assert_str(b->timeline.at[0].date, STR("2019-07-05/2019-07-06"));
	b = brief_in(&a, STR("Das Fest findet am 11. und 12. Juli statt."),
	    STR("2019-07-01"), STR("de"));
	assert_str(b->timeline.at[0].date, STR("2019-07-11/2019-07-12"));
	b = brief_in(
	    &a, STR("Im Winter liegt das Boot im Hafen."), STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("„Wir waren letzte Woche am See“, sagte Ada Moe."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Sie hat täglich von 9.30 bis 17.30 Uhr offen."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Der Brauch wird auch heute noch gut bewahrt."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Das Fest beginnt jedes Jahr am Samstag vor Ostern."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Bekannt wurde es durch König August den Milden."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(
	    &a, STR("El muelle lo pagó Julio Holm Dahl."), STR("2019-07-01"), STR("es"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Das Fest sollte ursprünglich im Juni stattfinden."),
	    STR("2019-07-01"), STR("de"));
	assert_int_equal(b->timeline.n, 0);
	b = brief_in(&a, STR("Als die Mauer 1989 fiel, war er dort."), STR("2019-07-01"),
	    STR("de")); /* nouns have capitals: no name */
	assert_int_equal(b->timeline.n, 1);
	arena_free(&a);
}

/* A date that only measures is no event in any language. */
static void
measures_are_no_events(void **state)
{
	static const char *const texts[][2] = {
		{ "de", "Die Aktie fiel auf den tiefsten Stand seit März 2010." },
		{ "de", "Es waren so viele wie seit 2010 nicht mehr." },
		{ "fr", "C'est du jamais vu depuis 1987." },
		{ "es", "Es el peor dato desde 2010." },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		assert_int_equal(brief_in(&a, str_of(texts[i][1]), STR("2019-07-01"),
				     str_of(texts[i][0]))
				     ->timeline.n,
		    0);
	arena_free(&a);
}

/* What is to come is told by the words of each language. */
static void
other_languages_have_kinds(void **state)
{
	static const struct {
		const char *language, *text;
		enum event_kind kind;
	} texts[] = {
		{ "de", "Das Geld soll in diesem Jahr kommen.", EVENT_SCHEDULED },
		{ "de", "Das Geld kam in diesem Jahr.", EVENT_PAST },
		{ "de", "Das Urteil wird im August erwartet.", EVENT_EXPECTED },
		{ "fr", "La loi pourrait changer cette année.", EVENT_EXPECTED },
		{ "fr", "La loi sera lue cette année.", EVENT_SCHEDULED },
		{ "es", "La ley podría cambiar este año.", EVENT_EXPECTED },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct brief *b = brief_in(&a, str_of(texts[i].text),
		    STR("2019-07-01"), str_of(texts[i].language));

		assert_int_equal(b->timeline.n, 1);
		assert_int_equal(b->timeline.at[0].kind, texts[i].kind);
	}
	arena_free(&a);
}

/* The first row's words, cut where another clause begins. */
static void
clauses_of_other_languages_are_cut(void **state)
{
	static const char *const texts[][3] = {
		{ "de", "Im Mai 2018 sank das Boot, doch das Land lehnte ab.",
		    "Im Mai 2018 sank das Boot" },
		{ "de",
		    "Sie hatten im Mai 2018 empfohlen, die Brücke zu sperren, doch er "
		    "kam.",
		    "Sie hatten im Mai 2018 empfohlen, die Brücke zu sperren" },
		{ "de", "Nachdem er im Mai 2018 kam, ging sie im Juni 2018.",
		    "Nachdem er im Mai 2018 kam" },
		{ "de", "Ada Voss, die 1899 in Graz geboren wurde, malte es; es ist weg.",
		    "Ada Voss, die 1899 in Graz geboren wurde, malte es" },
		{ "de", "Im Mai 2018 hat der Rat, der neu war, die Brücke gesperrt.",
		    "Im Mai 2018 hat der Rat, der neu war, die Brücke gesperrt." },
		{ "fr", "Le texte fut lu en mai 2018, mais rien n'en est resté.",
		    "Le texte fut lu en mai 2018" },
		{ "fr", "Il est mort en mai 2018 à Nantes, a annoncé sa famille.",
		    "Il est mort en mai 2018 à Nantes" },
		{ "fr", "Ils ont voté en mai 2018 la grève, qui dure encore.",
		    "Ils ont voté en mai 2018 la grève" },
		{ "fr", "Il plut en mai, et le conseil ferma le pont en mars 2018.",
		    "le conseil ferma le pont en mars 2018." },
		{ "de",
		    "Nach Gesprächen mit den Fischern und den Leuten vom Hafen, die "
		    "noch warten, schloss der Rat der Stadt am Ende die alte Brücke, "
		    "die 1958 gebaut wurde.",
		    "die alte Brücke, die 1958 gebaut wurde." },
		{ "fr",
		    "Après de longs échanges avec les pêcheurs et les gens du port, le "
		    "conseil de la ville a fini par fermer pour toujours le vieux "
		    "pont, qui fut construit en 1958.",
		    "le vieux pont, qui fut construit en 1958." },
		{ "es", "El puente se cerró en mayo de 2018, según el alcalde.",
		    "El puente se cerró en mayo de 2018" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct brief *b = brief_in(
		    &a, str_of(texts[i][1]), STR("2019-07-01"), str_of(texts[i][0]));

		assert_true(b->timeline.n != 0);
		assert_str(b->timeline.at[0].text, str_of(texts[i][2]));
	}
	arena_free(&a);
}

/* That somebody said it on a day is no event, in German and French either. */
static void
a_statement_is_no_event(void **state)
{
	static const char *const texts[][2] = {
		{ "Das teilte der Verband der Fischer am Freitag mit.", "de" },
		{ "Der Hafen ist zu, wie der Verband am Freitag mitteilte.", "de" },
		{ "Personne n'est venu, a annoncé vendredi la mairie.", "fr" },
		{ "Nobody came, the mayor said on Friday.", "en" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		struct arena a = ARENA_INIT;
		const struct brief *b = brief_in(
		    &a, str_of(texts[i][0]), STR("2019-07-01"), str_of(texts[i][1]));

		assert_int_equal(b->timeline.n, 0);
		arena_free(&a);
	}
}

/* What a mail quotes is of another, unless it has no word of its own. */
static void
a_mail_tells_what_its_writer_tells(void **state)
{
	static const char *const own[] = { "The builder comes on 8 July.\n\n", "" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(own); i++) {
		struct diags d = { .a = &a };
		struct articles in = { 0 };
		const struct article_hints h = { .from = STR("mail"), .file = STR("t") };
		const struct digest_options o = { 0 };
		struct buf b = buf_new(&a);
		const struct brief *out;

		buf_text(&b,
		    "From: ann@quay.example\nTo: bo@quay.example\nSubject: The roof\n"
		    "Date: Mon, 1 Jul 2019 10:00:00 +0000\n\n");
		buf_text(&b, own[i]);
		buf_text(&b, "On Fri, 28 June 2019, Bo Dahl <bo@quay.example> wrote:\n"
			     "> The rain came through on 3 May 2018.\n");
		assert_true(article_read(&a, buf_view(&b), &h, &in, &d));
		out = digest(&a, &in.at[0], &o, h.file, &d);
		assert_int_equal(out->summary.n, 1);
		assert_int_equal(out->timeline.n, 1);
		assert_str(out->timeline.at[0].date,
		    i == 0 ? STR("2019-07-08") : STR("2018-05-03"));
	}
	arena_free(&a);
}

/* Dates that are no events, or none. */
static const char *const nothing[] = { "The annual meeting drew many people to the town.",
	"The mill was old. A man in his mid thirties opened its door.",
	"The house sits. She speaks of rye.1: 53 pm: Moe says that nobody listens.",
	"The mill was old. So what plans does the miller have for 2020?",
	"The mill was old. Remember the summer of 2009, when its wheel broke?",
	"The hall is old. He ran out of the midnight showing of a film.",
	"Recently the town has grown, and it will grow again.",
	"Nobody knows how near that day is. In the north the weekend had begun.",
	"Put it away at the end of the day. On the following day, read it.",
	"Your shop might be small today. What will you sell tomorrow?",
	"Planning to open a shop next year? Get some overnight sleep.",
	"The class meets from 9:30 to 11:30 a.m. in the hall.", "Founded: 1954",
	"It was the worst winter since 1963.",
	"It was the worst winter since records began in 1963.",
	"Prices are higher than in May.",
	"Three times as many as in 1963 came to the fair.",
	"Nobody expects the road to be open before next year.",
	"A verdict is unlikely before December.",
	"Lessons won't start again before October, she wrote.",
	"Goods 2016 2017 2018\nGrain 1200 1400 1500", "- 2018: 1,200 tons",
	"It was the strongest to hit Norway since the storm of 1992.",
	"It was the third notice since 2016.",
	"They wanted more than Vision 2030 gave them.",
	"They showed the 2021 version of the phone.", "She is a 20th century democrat.",
	"Pat Moran scored twice in the first half.",
	"Today it holds nine thousand people.", "That is what today's youth wants.",
	"The election would have been held in autumn 2021.",
	"He works the overnight shift on a line for cars.",
	"She believed in a better tomorrow.", "Summits have often run into the weekend.",
	"It won 12, against 9 last year.", "It won 12 against 9 last year.",
	"Prices are up from a year earlier.",
	"Sales fell to $85 million, from $93 million a year earlier.",
	"They lost 31 cents, compared with a profit of 12 cents in May.",
	"Half of them smoke – up from 28% in 2011.",
	"On the first Sunday of each month the church is open.",
	"No other writer thinks so today.", "It is still sold today.", "Founded in 2006",
	"It was worth nine; today it is worth less.",
	"That is more than it earned in the whole of 2017.",
	"It was a key from 2017 that nobody had looked for.",
	"A crane stood still.\n\nWe saw the first alarm at 21:40, he said.",
	"Copyright 2011 the quay.", "She has sung in The Quay (1992) and other plays.",
	"GRAZ (May 24, 2019) – Lamps are ever more sold to those who need none.",
	"\"We have sung tonight,\" she said.", "\"We left today because of it.\"",
	"Changes in release 9.1 (3 May 2018) of it",
	"-- Ann Moe <ann@quay.example>  Sat, 04 May 2019 20:30:00 +0200",
	"They mended the leak (CVE-2018-42010).",
	"-- Ann Moe <ann+boats@quay.example>  Fri, 03 May 2019 20:30:00 +0200",
	"A case is open under the Harbour Act, 2000.", "And this, in 2015?",
	"Love is of the spirit (Luke 5:23).",
	"She was left without her last month of pay.",
	"By: Ann Moe Released: May 4, 2019 by Quay Press Kind: Love, Sea, Lit",

	"This article was amended on 31 May 2019.",
	"She was seen on Saturday Night Live.",
	"He made films such as A Wednesday and The Pier.",

	"Most of the Christmas lamps are made in Graz.",
	"The mayor was out during the winter months.",
	"It was the strongest storm since record-keeping began in 1970.",
	"Best Books of 2018 • Books We Love from 2018 • The Books",

	"The Harbour Act of 2014 makes them pay.", "The books of 2025 are for sale.",
	"He was seen near 1909 Pier Drive.", "A life at sea by Ann July",
	"The Thursday Murder Club by Bo Dahl", "She sang in the 1960s film of the pier.",
	"In the second half of the race he won a million.",

	"The best is a film on boats (Holt, 2014) that nobody knows.",
	"They showed old boats such as the 1937 Holt.",
	"The guild helps the town after the 2010 storm.",
	"A rule of the 2013 Harbour Act helps them.", "This year is no exception.",
	"People today are asked what they could do.",
	"Rank in 2018 | Town | Boats in 2017 | Sum",
	"The barge would soon be told to leave.",
	"It was sent out at the earliest opportunity.",
	"It is open daily from 10 a.m. to 6 p.m.",
	"They signed him until the end of the 2019-20 season.",
	"Revenue 2016: 12m, 2017: 14m, and 2018: 18m",
	"In millions of euros, 2018, 2017, 2016:",
	"Fog has become a feature of winter season.",
	"Bo Dahl of the port (@bodahl) May 3, 2018", "Black Friday sales are open.",
	"WARSAW, February 26 (Wire) --", "They spoke of the people of tomorrow.",
	"He sang in films such as “The Quay” (1915) and “A Boat at Sea” (1934).",
	"They showed us A Cold Day in August, which nobody had seen.",
	"It is the day before Election Day.",
	"We told our sums assuming that it had been sold on 3 May 2019.",
	"It mends a fault found in lists (CVE)-2018-5953.",
	"The files of Lamp 2018 and 2015 were the same.",
	"April 11, 2019 Contact: Ann Moe Office of the Port told us more.",
	"It eased to 7.1% in the 12 months to May from a blistering 9.1% pace in "
	"January.",
	"The lamps that they all made continue to be lamps today, even if they were old.",
	"In the fourth quarter the Gulls scored twice.",
	"He had two goals in the second period of the game.",
	"It has a 1 in 1800 chance of coming down on us.",
	"They saw a rock that is known as 1999 RQ36.",
	"They were first four times (2005, 2006, 2010 and 2015).",
	"This year's theme was the sea, as the mayor told us.",
	"Besides a lot of work we wrote our list for 2018.",
	"Council Approves Plan for Second Bridge After 2018 Flood",
	"It is kept in all schools throughout the month of May.",
	"They do as Holt et al. 2014 did in their first study.",
	"The word was used for lamps, but today it means more.",
	"He died of the wound, the office said in a statement on Thursday.",
	"Ann Moe, the painter, perhaps Bo Dahl (1721-1782), was poor.",
	"Anna Holm (dob 10/8/84) was freed.",
	"Boats New mole opens Posted on May 3, 2019",
	"The number of those who had it in the past month rose by 23 percent.",
	"The bank reported third-quarter earnings that beat its own forecast.",
	"Here are eight lamps that were new in 2018.", "See you in 2020!",
	"Read on for what was new in 2018.", "Today, the firm has nine shops.",
	"The firm has become one of the largest in the north today.",
	"We would not be here today if they had not come.",
	"The bank told its results for the three months ended May 31, 2019.",
	"It should not have taken nine men to get to where we are today.",
	"The fair takes place every year on the Saturday before Easter.",
	"The sum of all three ad units was higher than it had been.",
	"He said that if they could have left the pier today, it would be over.",
	"The best new lamp of the town in 2018.", "A small boat in 2012.",
	"The mayor declined to comment on Friday.",
	"The guild could not be reached on Friday for comment on what he had done.",
	"\"I met the man last week and he was ill,\" she told them.",
	"The mole is the oldest of all, according to a paper published this month.",
	"If the mole opens in July, few ships will see it.",
	"There have been nine arrests in the town since last week's attack.",
	"It fell to $35 million from $70 million a year ago.",
	"\"Independence Day 2\" is about boats that came to be old.",
	"Monday-Friday noon-3 p.m., Saturday-Sunday 5-11 p.m.; bar",
	"\"He will not go,\" said Ada Moe, who is the head of the guild in the port, at "
	"a "
	"news conference on Friday.",
	"In the winter the mole is all ice.", "The journey takes three weeks by ship.",
	"Nothing was said about it." };

static void
no_date_no_row(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(nothing); i++)
		assert_int_equal(
		    brief_of(&a, str_of(nothing[i]), STR("2019-07-01"))->timeline.n, 0);
	arena_free(&a);
}

/* What stands over a text or before it dates it: versions, chronicles, live blogs. */
static void
headings_and_hours_are_dates(void **state)
{
	static const struct {
		const char *text, *rows[3][2]; /* date and text */
	} texts[] = {
		{ "## 1.4.0 – 2019-06-28\n\n- Exports are kept.\n\n## [1.3.0] (May 3, "
		  "2019)\n\n- A crash.",
		    { { "2019-05-03", "[1.3.0] (May 3, 2019)" },
			{ "2019-06-28", "1.4.0 – 2019-06-28" } } },
		{ "## 1898\n\nThe yard is founded. It has nine men.\n\n## 1954 – 1960\n\n"
		  "Ferries are built.\n\n## 1961\n\nIn 1961 a fire took the roof.",
		    { { "1898", "The yard is founded." },
			{ "1954/1960", "Ferries are built." },
			{ "1961", "In 1961 a fire took the roof." } } },
		{ "## 14:32\n\nThe port is closed.\n\n## 13:05\n\nTrains stand still.",
		    { { "2019-07-01T13:05:00", "Trains stand still." },
			{ "2019-07-01T14:32:00", "The port is closed." } } },
		{ "The storm is near.\n\n14:32 The port is closed.\n\n13:05 Trains stand "
		  "still.",
		    { { "2019-07-01T13:05:00", "13:05 Trains stand still." },
			{ "2019-07-01T14:32:00", "14:32 The port is closed." } } },
		{ "## Timeline, 3 May 2018\n\n- 09:15 UTC: The switch fails.\n- 09:40 "
		  "UTC: A "
		  "new one is ordered.",
		    { { "2018-05-03T09:15:00Z", "09:15 UTC: The switch fails." },
			{ "2018-05-03T09:40:00Z",
			    "09:40 UTC: A new one is ordered." } } },
		{ "1898: The yard is founded.\n\n1954: Ferries are built.",
		    { { "1898", "1898: The yard is founded." },
			{ "1954", "1954: Ferries are built." } } },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct brief *b = brief_from(&a, STR("markdown"),
		    str_of(texts[i].text), STR("2019-07-01"), STR("en"));
		size_t n = 0;

		for (; n < 3 && texts[i].rows[n][0] != NULL; n++) {
			assert_true(n < b->timeline.n);
			assert_str(b->timeline.at[n].date, str_of(texts[i].rows[n][0]));
			assert_str(b->timeline.at[n].text, str_of(texts[i].rows[n][1]));
		}
		assert_int_equal(b->timeline.n, n);
	}
	arena_free(&a);
}

/* In January and in spring the winter that was is of last year's December. */
static void
a_winter_begins_in_december(void **state)
{
	static const char *const texts[][3] = {
		{ "It snowed a lot this winter.", "2019-02-10", "2018-24" },
		{ "It snowed a lot this winter.", "2019-04-10", "2018-24" },
		{ "The mole will be shut this winter.", "2019-04-10", "2019-24" },
		{ "It snowed a lot last winter.", "2019-02-10", "2017-24" },
		{ "It snowed a lot last winter.", "2019-07-10", "2018-24" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct brief *b =
		    brief_of(&a, str_of(texts[i][0]), str_of(texts[i][1]));

		assert_int_equal(b->timeline.n, 1);
		assert_str(b->timeline.at[0].date, str_of(texts[i][2]));
	}
	arena_free(&a);
}

/* Whatever the text: rows are pieces of their paragraph, in order, at most twenty. */
static void
rows_are_verbatim_and_in_order(void **state)
{
	static const char *const pieces[] = { "on 3 May 2018 ", "in 1999, ", "and ",
		"while ", "the port ", "will open ", "later this year, ", "next week ",
		"(", ") ", "; ", ", which ", "closed. ", "\n\nIn March ", "it may ",
		"at the earliest, ", "The next ", "to be followed by ", "on Tuesday ",
		"日本 " };
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct arena a = ARENA_INIT;
		struct buf text = buf_new(&a);
		const struct brief *b;
		const struct doc *body;

		buf_text(&text, "It began. ");
		for (uint32_t n = dice(&seed, 60); n > 0; n--)
			buf_text(&text, pieces[dice(&seed, LEN(pieces))]);
		b = brief_of(
		    &a, buf_view(&text), round % 2 == 0 ? STR("2019-07-01") : STR(""));
		body = doc_parse(&a, b->body);
		assert_true(b->timeline.n <= 20);
		for (size_t i = 0; i < b->timeline.n; i++) {
			const struct event *e = &b->timeline.at[i];
			const struct str para = doc_plain(&a, doc_para(body, e->para));

			assert_true(str_has(para, e->text));
			assert_true(str_has(e->text, e->when));
			assert_true(i == 0 || e->date.n == 0 ||
				    b->timeline.at[i - 1].date.n != 0);
		}
		arena_free(&a);
	}
}

/* It would take minutes if each hour looked through its paragraph for a day. */
static void
hours_look_no_further_than_near(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);

	(void)state;
	buf_text(&b, "A boat came to the port of Bremo and left it again.\n\n");
	while (b.n < 6000000)
		buf_text(&b, "At 5:10 he left. ");
	assert_int_equal(brief_of(&a, buf_view(&b), STR("2019-07-01"))->timeline.n, 0);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_is_a_row_with_its_words_kind_and_basis),
		cmocka_unit_test(rows_of_one_sentence_share_no_words),
		cmocka_unit_test(no_date_no_row),
		cmocka_unit_test(headings_and_hours_are_dates),
		cmocka_unit_test(a_mail_tells_what_its_writer_tells),
		cmocka_unit_test(a_statement_is_no_event),
		cmocka_unit_test(other_languages_have_stretches_and_years),
		cmocka_unit_test(today_in_other_languages_is_a_day_or_these_days),
		cmocka_unit_test(clauses_of_other_languages_are_cut),
		cmocka_unit_test(other_languages_have_kinds),
		cmocka_unit_test(measures_are_no_events),
		cmocka_unit_test(a_winter_begins_in_december),
		cmocka_unit_test(rows_are_verbatim_and_in_order),
		cmocka_unit_test(hours_look_no_further_than_near),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
