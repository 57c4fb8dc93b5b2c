/* Articles: one small text of our own per idiom, what it is read as and what not. */
#include "check.h"

#include <time.h>

#include "article/article.h"
#include "base/file.h"
#include "base/sha256.h"

/* What a text must be read as; NULL is not looked at, "" must be empty. */
struct want {
	const char *what, *text;
	const char *title, *body; /* body in CommonMark */
	const char *name, *place, *published, *authors, *related, *dek;
};

#define LINE "The ministers met in Osaka on Friday and spoke about the sea for two hours."
#define LEAD LINE "\n"
#define NEXT "They will meet again in the autumn, an official said, perhaps in Tokyo.\n"

static const struct want wants[] = {
	{ "a title and paragraphs", "Ministers Meet\n\n" LEAD "\n" NEXT,
	    .title = "Ministers Meet", .body = LEAD "\n" NEXT, .published = "",
	    .authors = "" },
	{ "a title told twice",
	    "Ministers Meet\n\nMinisters  Meet \n\nMINISTERS MEET\n\n" LEAD,
	    .title = "Ministers Meet", .body = NULL },
	{ "a title told twice exactly", "Ministers Meet\nMinisters Meet\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD },
	{ "no title: the first sentence, which stays", LEAD "\n" NEXT,
	    .title = "The ministers met in Osaka on Friday and spoke about the sea for "
		     "two hours",
	    .body = LEAD "\n" NEXT },
	{ "one line only", "Ministers Meet", .title = "Ministers Meet",
	    .body = "Ministers Meet\n" },
	{ "an underlined title", "Ministers Meet\n==============\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD },
	{ "a long title on two lines",
	    "Ministers Of Two Countries Meet For A Long Talk About The\nSea And About "
	    "Space In Osaka On Friday\n\n" LEAD,
	    .title = "Ministers Of Two Countries Meet For A Long Talk About The Sea And "
		     "About Space In Osaka On Friday",
	    .body = LEAD },
	{ "wrapped text is not taken for a title",
	    "The ministers met in Osaka on Friday and spoke about the sea for\ntwo hours "
	    "before they left. An official said they would meet\nagain.\n",
	    .body =
		"The ministers met in Osaka on Friday and spoke about the sea for two "
		"hours before they left. An official said they would meet again.\n" },

	{ "a byline and a date", "Ministers Meet\nBy Jane Doe\nJune 28, 2019\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD, .authors = "Jane Doe",
	    .published = "2019-06-28" },
	{ "two authors in capitals, and an office",
	    "Ministers Meet\n\nBy JANE DOE and John van der Roe, Associated Press "
	    "Writer\n\n" LEAD,
	    .body = LEAD, .authors = "Jane Doe; John van der Roe" },
	{ "an author and a paper",
	    "Ministers Meet\n\nJane Doe | The Evening Paper\n\n" LEAD, .body = LEAD,
	    .authors = "Jane Doe", .name = "The Evening Paper" },
	{ "an agency's byline", "Ministers Meet\n\nBy Reuters\n\n" LEAD, .body = LEAD,
	    .authors = "", .name = "Reuters" },
	{ "no byline", "Ministers Meet\n\nBy the time they left, Osaka was dark\n\n" LEAD,
	    .body = "By the time they left, Osaka was dark\n\n" LEAD, .authors = "" },
	{ "a standfirst before a byline",
	    "Ministers Meet\n\nTwo countries talk about the sea and agree on "
	    "little\n\nBy Jane Doe\n\n" LEAD,
	    .body = LEAD, .dek = "Two countries talk about the sea and agree on little",
	    .authors = "Jane Doe" },

	{ "a byline with a day", "Ministers Meet\n\nBy Jane Doe, 28 June 2019\n\n" LEAD,
	    .body = LEAD, .authors = "Jane Doe", .published = "2019-06-28" },
	{ "a byline with an office and a day",
	    "Ministers Meet\n\nBy Jane Doe and John Roe, Staff Writers, Friday, June 28, "
	    "2019\n\n" LEAD,
	    .body = LEAD, .authors = "Jane Doe; John Roe", .published = "2019-06-28" },
	{ "a byline with the day of an update",
	    "Ministers Meet\n\nBy Jane Doe, updated 28 June 2019\n\n" LEAD, .body = LEAD,
	    .authors = "Jane Doe", .published = "" },
	{ "a day behind a paper's name",
	    "Ministers Meet\n\nBy Jane Doe\nThe Evening News\nJune 28, 2019\n\n"
	    "SALEM, Ore. — " LEAD,
	    .body = "SALEM, Ore. — " LEAD, .authors = "Jane Doe",
	    .name = "The Evening News", .published = "2019-06-28", .place = "Salem" },
	{ "a day behind a paper's name and a blank line",
	    "Ministers Meet\n\nThe Evening News\n\nJune 28, 2019\n\n" LEAD, .body = LEAD,
	    .name = "The Evening News", .published = "2019-06-28" },
	{ "a day behind a place",
	    "Ministers Meet\n\nBy Jane Doe\nThe Hague\nJune 28, 2019\n\n" LEAD,
	    .name = "", .published = "2019-06-28", .place = "The Hague" },
	{ "a name and a day below the title",
	    "Les ministres\nLe Quai du Nord, 21 mars 2024\n\n" LEAD, .body = LEAD,
	    .name = "Le Quai du Nord", .published = "2024-03-21" },
	{ "a name over the day", "Ministers meet\nThe Quayside\n15 March 2024\n\n" LEAD,
	    .body = LEAD, .name = "The Quayside", .published = "2024-03-15" },
	{ "a name and a day below a byline",
	    "Minister reden\nVon Jule Hartwig\nDer Talbote, 21. März 2024\n\n" LEAD,
	    .body = LEAD, .authors = "Jule Hartwig", .name = "Der Talbote",
	    .published = "2024-03-21" },
	{ "a name and a day in a script without case",
	    "大臣が会談\n港新聞 2024年3月21日\n\n" LEAD, .body = LEAD, .name = "港新聞",
	    .published = "2024-03-21" },
	{ "a German byline with a day",
	    "Ministers Meet\n\nVon Jörg Müller und Anna Schmidt, 14. Februar "
	    "2020\n\n" LEAD,
	    .body = LEAD, .authors = "Jörg Müller; Anna Schmidt",
	    .published = "2020-02-14" },
	{ "a French byline with a day",
	    "Ministers Meet\n\nPar Jean Dupont, le 3 mars 2020\n\n" LEAD, .body = LEAD,
	    .authors = "Jean Dupont", .published = "2020-03-03" },
	{ "a Spanish byline", "Ministers Meet\n\nPor Ana García\n\n" LEAD, .body = LEAD,
	    .authors = "Ana García" },
	{ "no German byline", "Ministers Meet\n\nVon Osaka nach Berlin\n\n" LEAD,
	    .body = "## Von Osaka nach Berlin\n\n" LEAD, .authors = "" },
	{ "no byline before a day",
	    "Ministers Meet\n\nBy the time they left, 28 June 2019\n\n" LEAD,
	    .body = "By the time they left, 28 June 2019\n\n" LEAD, .authors = "",
	    .published = "" },

	{ "a German day with its hour",
	    "Ministers Meet\n\nFreitag, 14. Februar 2020, 14:05 Uhr\n\n" LEAD,
	    .body = LEAD, .published = "2020-02-14" },
	{ "a Spanish day with words",
	    "Ministers Meet\n\nPublicado el 3 de marzo de 2020\n\n" LEAD, .body = LEAD,
	    .published = "2020-03-03" },
	{ "the day of a meeting",
	    "Ministers Meet\n\nTreffen am 14. Februar 2020\n\n" LEAD,
	    .body = "Treffen am 14. Februar 2020\n\n" LEAD, .published = "" },
	{ "Published with a time and a zone",
	    "Ministers Meet\n\nPublished: 28 June 2019 14:05 GMT\n\n" LEAD, .body = LEAD,
	    .published = "2019-06-28T14:05:00Z" },
	{ "a date of ISO 8601", "Ministers Meet\n2019-06-28\n\n" LEAD, .body = LEAD,
	    .published = "2019-06-28" },
	{ "a weekday and a time after noon",
	    "Ministers Meet\n\nFri, June 28th, 2019 at 2:05 p.m. EDT\n\n" LEAD,
	    .body = LEAD, .published = "2019-06-28T14:05:00-04:00" },
	{ "published and updated",
	    "Ministers Meet\n\nPublished 28 Jun 2019 | Updated 30 Jun 2019\n\n" LEAD,
	    .body = LEAD, .published = "2019-06-28" },
	{ "a desk and its paper over a date",
	    "Ministers Meet\n\nPolitics desk, The Evening Review\n28 June 2019\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD, .name = "The Evening Review",
	    .published = "2019-06-28" },
	{ "a paper and a day on one line",
	    "Ministers Meet\n\nThe Evening Review, June 28, 2019\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD, .name = "The Evening Review",
	    .published = "2019-06-28" },
	{ "a paper and a day at both ends of a line above the title",
	    "EVENING WIRE               Friday, June 28, 2019\n\nMinisters Meet\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD, .name = "Evening Wire",
	    .published = "2019-06-28" },
	{ "an ambiguous date is none", "Ministers Meet\n\n01/07/2019\n\n" LEAD,
	    .published = "" },
	{ "a date without a year is none", "Ministers Meet\n\nJune 28\n\n" LEAD,
	    .published = "" },
	{ "a year alone is none", "Ministers Meet\n\n1984\n\n" LEAD, .published = "" },

	{ "a head of fields",
	    "Title: Ministers Meet\nAuthor: Jane Doe; John Roe\nDate: Fri, 28 Jun 2019 "
	    "14:05:00 +0900\n"
	    "Source: The Evening Paper\nURL: https://x.example/a\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD, .authors = "Jane Doe; John Roe",
	    .published = "2019-06-28T14:05:00+09:00", .name = "The Evening Paper" },
	{ "a head of one field", "Title: Ministers: A Meeting\n\n" LEAD "\n" NEXT,
	    .title = "Ministers: A Meeting", .body = LEAD "\n" NEXT },
	{ "a head with a long field",
	    "Subject: Ministers\n Meet\nFrom: Jane Doe <jane@x.example>\n\n" LEAD,
	    .title = "Ministers Meet", .authors = "Jane Doe", .body = LEAD },
	{ "no head", "Note: this is what they said.\n\n" LEAD,
	    .body = "Note: this is what they said.\n\n" LEAD },
	{ "fields after the title",
	    "Ministers Meet\n\nSource: The Evening Paper\nDate: 28 June 2019\n\n" LEAD,
	    .title = "Ministers Meet", .body = LEAD, .name = "The Evening Paper",
	    .published = "2019-06-28" },

	{ "a dateline", "Ministers Meet\n\nOSAKA, June 28 (Reuters) - " LEAD,
	    .place = "Osaka", .name = "Reuters", .published = "",
	    .body = "OSAKA, June 28 (Reuters) - " LEAD },
	{ "a dateline with a year",
	    "Ministers Meet\n\nNEW DELHI, India, June 28, 2019 - " LEAD,
	    .place = "New Delhi", .published = "2019-06-28" },
	{ "a dateline of a wire",
	    "Ministers Meet\n\nOSAKA, June 28, 2019 /Quaywire/ -- " LEAD,
	    .place = "Osaka", .name = "Quaywire", .published = "2019-06-28" },
	{ "a list of changes",
	    "# Changes\n\n## Next\n\n- " LEAD "\n## 1.4.0 – 2019-06-28\n\n- " LEAD
	    "\n## [1.3.0] (May 3, 2019)\n\n- " LEAD,
	    .title = "Changes", .published = "2019-06-28" },
	{ "minutes", "# Minutes of 28 June 2019\n\n" LEAD "\n" NEXT,
	    .title = "Minutes of 28 June 2019", .published = "2019-06-28" },
	{ "a copied page",
	    "HOME\n\nCONTACT US\n\nFOR IMMEDIATE RELEASE\n\nMonday, June 24, "
	    "2019\n\nMinisters "
	    "Meet\n\n" LEAD,
	    .published = "2019-06-24" },
	{ "a history", "# The Flood of 28 June 2019\n\n" LEAD "\n## 3 May 2018\n\n" NEXT,
	    .published = "" },
	{ "a dateline in German",
	    "Minister tagen\n\nMainz, 14. November 2023 – Die Bahn sperrt die Strecke am "
	    "Rhein.\n",
	    .place = "Mainz", .published = "2023-11-14" },
	{ "a dateline that ends at a stop",
	    "Der Fluss sinkt\n\nMainz, 20. September 2024. Der Pegel ist am Donnerstag "
	    "gesunken.\n",
	    .place = "Mainz", .published = "2024-09-20" },
	{ "a dateline on its own line",
	    "La ley de costas\n\nVigo, 14 de febrero de 2024\n\n" LEAD, .place = "Vigo",
	    .published = "2024-02-14", .body = LEAD },
	{ "a day of history is no dateline",
	    "Ministers Meet\n\nDallas, November 22, 1963. The car turned.\n", .place = "",
	    .published = "" },
	{ "nor is a day in a sentence",
	    "Ministers Meet\n\nOn Tuesday, 3 May 2022. We met again.\n", .place = "",
	    .published = "" },
	{ "nor a name", "Ministers Meet\n\nAnna Holm, born 3 May 2012. She sails.\n",
	    .place = "", .published = "" },
	{ "a dateline in French, of a paper of four words",
	    "Les ministres\n\nBrest, le 22 mars 2024 (La Gazette du Quai) - " LEAD,
	    .place = "Brest", .name = "La Gazette du Quai", .published = "2024-03-22" },
	{ "a short dateline", "Ministers Meet\n\nTOKYO (AP) — " LEAD, .place = "Tokyo",
	    .name = "AP" },
	{ "an agency alone", "(CNN)" LEAD, .name = "CNN", .place = "",
	    .body = "(CNN)" LEAD },
	{ "no dateline", "Ministers Meet\n\nUPDATE - " LEAD, .place = "" },
	{ "no dateline but a dash",
	    "Ministers Meet\n\nThe talk - it was long - was good.\n", .place = "" },

	{ "a source line", "Ministers Meet\n\n" LEAD "\n" NEXT "\nThe Evening Paper:\n",
	    .name = "The Evening Paper", .body = LEAD "\n" NEXT },
	{ "two sources", "Ministers Meet\n\n" LEAD "\nThe Evening Paper:    Reuters:\n",
	    .name = "The Evening Paper", .body = LEAD },
	{ "a last line with a colon is not always one",
	    "Ministers Meet\n\n" LEAD "\nwhat they said about it all:\n", .name = "",
	    .body = LEAD "\nwhat they said about it all:\n" },
	{ "a sign-off",
	    "Ministers Meet\n\n" LEAD
	    "\n(Reporting by Jane Doe in Tokyo; Editing by John Roe)\n",
	    .authors = "Jane Doe", .body = LEAD },
	{ "an agency at the end", "Ministers Meet\n\n" LEAD "\n— AFP\n", .name = "AFP",
	    .body = LEAD },

	{ "further reading",
	    "Ministers Meet\n\n" LEAD
	    "\nYou Might Also Read:\n\nA Ship Is Lost:\n\nWho Owns The Sea?\n",
	    .related = "A Ship Is Lost; Who Owns The Sea?", .body = LEAD },
	{ "further reading with bullets and addresses",
	    "Ministers Meet\n\n" LEAD
	    "\nRead more\n- A Ship Is Lost (https://x.example/ship)\n- Who Owns The "
	    "Sea?\n  https://x.example/sea\n",
	    .related = "A Ship Is Lost <https://x.example/ship>; Who Owns The Sea? "
		       "<https://x.example/sea>",
	    .body = LEAD },
	{ "further reading on one line",
	    "Ministers Meet\n\n" LEAD "\nREAD MORE: A Ship Is Lost\n\n" NEXT,
	    .related = "A Ship Is Lost", .body = LEAD "\n" NEXT },
	{ "related is a word too",
	    "Ministers Meet\n\n" LEAD
	    "\nRelated talks were held in Nara, said one of them.\n",
	    .related = "",
	    .body = LEAD "\nRelated talks were held in Nara, said one of them.\n" },
	{ "source, related, rights and boilerplate",
	    "Ministers Meet\n\n" LEAD
	    "\nThe Evening Paper:\n\nRelated:\nA Ship Is Lost\n\n© 2019 The Evening "
	    "Paper\n\nSign up for our newsletter\n",
	    .name = "The Evening Paper", .related = "A Ship Is Lost", .body = LEAD },
	{ "boilerplate words within the text stay",
	    "Ministers Meet\n\nFollow us on the way to Nara, they said.\n\n" LEAD,
	    .body = "Follow us on the way to Nara, they said.\n\n" LEAD },

	{ "wrapped lines are joined",
	    "Ministers Meet\n\nThe ministers met in Osaka on Friday and spoke about the "
	    "sea and about\nspace for two hours before they left. An official said that "
	    "they\nwould meet again in a well-\nknown place.\n",
	    .body = NULL, .title = "Ministers Meet" },
	{ "paragraphs by indent",
	    "Ministers Meet\n\n   The ministers met in Osaka on Friday and spoke about "
	    "the sea\nand about space for two hours before they left the old town.\n   "
	    "An official said that they would meet again in the autumn at\nthe latest, "
	    "perhaps in Tokyo.\n",
	    .body = "The ministers met in Osaka on Friday and spoke about the sea and "
		    "about space for two hours before they left the old town.\n\nAn "
		    "official said that they would meet again in the autumn at the "
		    "latest, perhaps in Tokyo.\n" },
	{ "a line is a paragraph", "Ministers Meet\n" LEAD NEXT,
	    .title = "Ministers Meet", .body = LEAD "\n" NEXT },
	{ "verse keeps its lines",
	    "A Song\n\nThe sea is wide\nThe sky is high\nAnd we are small\n\n" LEAD,
	    .body = "The sea is wide\\\nThe sky is high\\\nAnd we are small\n\n" LEAD },
	{ "section headings",
	    "Ministers Meet\n\n" LEAD "\nWhat Comes Next\n\n" NEXT
	    "\nTHE ISLANDS\n\n" LEAD,
	    .body = LEAD "\n## What Comes Next\n\n" NEXT "\n## THE ISLANDS\n\n" LEAD },
	{ "underlined headings",
	    "Ministers Meet\n\n" LEAD "\nWhat comes next\n---------------\n" NEXT,
	    .body = LEAD "\n## What comes next\n\n" NEXT },
	{ "a list of bullets",
	    "Ministers Meet\n\n" LEAD "\n* the sea\n* the sky\n* the land\n",
	    .body = LEAD "\n- the sea\n- the sky\n- the land\n" },
	{ "a list of numbers over blank lines",
	    "Ministers Meet\n\n" LEAD "\n1) the sea\n\n2) the sky\n",
	    .body = LEAD "\n1. the sea\n\n2. the sky\n" },
	{ "one bullet is none", "Ministers Meet\n\n* The sea is wide.\n\n" LEAD,
	    .body = "\\* The sea is wide.\n\n" LEAD },
	{ "a year is no list", "Ministers Meet\n\n1986. A year to remember.\n\n" LEAD,
	    .body = "1986\\. A year to remember.\n\n" LEAD },
	{ "a quote",
	    "Ministers Meet\n\n" LEAD "\n> The sea is wide.\n> It is deep.\n\n" NEXT,
	    .body = LEAD "\n> The sea is wide.\n>\n> It is deep.\n\n" NEXT },
	{ "a separator", "Ministers Meet\n\n" LEAD "\n* * *\n\n" NEXT "\n###\n",
	    .body = LEAD "\n* * *\n\n" NEXT },
	{ "a memo of two columns, with numbered sections and pages",
	    "Harbour Group                                      A. Brandt\n"
	    "Note: 99                                       Harbour Works\n"
	    "Category: Idle                                  28 June 2019\n\n\n"
	    "                      The Crane\n\n"
	    "1.  What It Lifts\n\n   The crane lifts boats, and  has done so for more "
	    "than a full "
	    "hun\u2010\n   dred years, whatever the weather was and whoever was "
	    "there.\n\n\n"
	    "Brandt                     Idle                    [Page 1]\n\n"
	    "Note 99                  The Crane                28 June 2019\n\n\n"
	    "2.1.  What It Does Not\n\n   It does not lift rails. Nobody has ever asked "
	    "it to.\n",
	    .title = "The Crane", .authors = "A. Brandt", .published = "2019-06-28",
	    .body =
		"## 1.  What It Lifts\n\nThe crane lifts boats, and has done so for more "
		"than a "
		"full hundred years, whatever the weather was and whoever was there.\n\n"
		"## 2.1.  What It Does Not\n\nIt does not lift rails. Nobody has ever "
		"asked it "
		"to.\n" },
	{ "words in capitals above lines set in",
	    "Ministers Meet\n\n" LEAD
	    "\nTHE SEA\n       The sea is wide and  deep, and the "
	    "ministers have not yet been to\n       the bottom of it, whatever their "
	    "papers say of "
	    "that.\n\n" NEXT,
	    .body = LEAD
	    "\n## THE SEA\n\nThe sea is wide and deep, and the ministers have not yet "
	    "been to the bottom of it, whatever their papers say of that.\n\n" NEXT },
	{ "an end mark", "Ministers Meet\n\n" LEAD "\n-30-\n", .body = LEAD },
	{ "fields below the heading of a note",
	    "# Ministers Meet\n\nDate: 2019-06-28\n**Author:** Jane Doe\nMood: "
	    "calm\n\n" LEAD,
	    .body = "- Mood: calm\n\n" LEAD, .authors = "Jane Doe",
	    .published = "2019-06-28" },
	{ "fields of which few are ours",
	    "# Ministers Meet\n\n- Date: 2019-06-28\n- Mood: calm\n- Sea: high\n\n" LEAD,
	    .body = "- Mood: calm\n- Sea: high\n\n" LEAD, .published = "2019-06-28" },
	{ "a day and fields right below it",
	    "# Ministers Meet\n2019-06-28T10:00:00Z\ntag: sea, ships\n\n" LEAD,
	    .body = LEAD, .published = "2019-06-28T10:00:00Z" },
	{ "no fields below a heading",
	    "# Ministers Meet\n\nDate: never\nPlace: the sea\nIt rained all "
	    "day.\n\n" LEAD,
	    .body = "Date: never Place: the sea It rained all day.\n\n" LEAD,
	    .published = "" },
	{ "what only begins like a field",
	    "# Ministers Meet\n\nDate: the fruit of the palm.\n\n" LEAD,
	    .body = "Date: the fruit of the palm.\n\n" LEAD, .published = "" },
	{ "sentences that begin like fields",
	    "# Ministers Meet\n\nPlace: we met at the quay of the town.\n\n" LEAD,
	    .body = "Place: we met at the quay of the town.\n\n" LEAD },
	{ "marks of Markdown keep their meaning",
	    "Ministers Meet\n\n    An _indented_ line with *stars* & <tags>.\n\n# of "
	    "ships: 12, they said.\n",
	    .body = "An \\_indented\\_ line with \\*stars\\* & \\<tags>.\n\n\\# of "
		    "ships: 12, they said.\n" },
	{ "CR LF, a mark and form feeds",
	    "\xef\xbb\xbfMinisters Meet\r\n\r\nPage 1 of 2\r\n\f" LEAD
	    "\r\n- 2 -\r\n\r\n" NEXT,
	    .title = "Ministers Meet", .body = LEAD "\n" NEXT },
	{ "Windows-1252", "Ministers Meet\n\nThe \x93sea\x94 is the minister\x92s.\n",
	    .body = "The “sea” is the minister’s.\n" },
	{ "columns are kept",
	    "Ministers Meet\n\n" LEAD "\nShip     Tons\nHanna    1200\nEllen     900\n",
	    .body = LEAD "\n```\nShip     Tons\nHanna    1200\nEllen     900\n```\n" },
	{ "a rule under the head of columns is no underline",
	    "Ministers Meet\n\n" LEAD
	    "\n  Ship   Tons\n  -----  ----\n  Hanna  1200\n  Ida      90\n",
	    .body =
		LEAD "\n```\nShip   Tons\n-----------\nHanna  1200\nIda      90\n```\n" },
	{ "a table between rules",
	    "Ministers Meet\n\n" LEAD
	    "\n=====  ====\nShip   Tons\n=====  ====\nHanna  1200\n=====  ====\n",
	    .body = LEAD "\n```\nShip   Tons\n-----------\nHanna  1200\n```\n" },
	{ "a table in a frame",
	    "Ministers Meet\n\n" LEAD
	    "\n+-------+------+\n| Ship  | Tons |\n+-------+------+\n| Hanna | 1200 "
	    "|\n| Ida   | 90   |\n+-------+------+\n",
	    .body =
		LEAD "\n```\nShip   Tons\n-----------\nHanna  1200\nIda      90\n```\n" },
	{ "columns that tabs hold apart",
	    "Ministers Meet\n\n" LEAD "\nShip\tTons\nHanna\t1200\nEllen Ann\t\t90\n",
	    .body =
		LEAD "\n```\nShip       Tons\nHanna      1200\nEllen Ann    90\n```\n" },
	{ "a headline with a gap, underlined",
	    "Ministers Meet\n\n" LEAD "\nPart 2   The Sea\n----------------\n" LEAD,
	    .body = LEAD "\n## Part 2   The Sea\n\n" LEAD },

	{ "a table of Markdown",
	    "# Ministers Meet\n\n" LEAD
	    "| Day | Place | Boats | Left |\n|---|:-:|---|--:|\n| **Friday** | Osaka "
	    "\\| port | 1,200 | - |\n| Monday | Kobe | 90 | none |\n"
	    "\n~~~\n| a | b |\n|---|---|\n~~~\n",
	    .title = "Ministers Meet",
	    .body = LEAD "\n```\nDay        Place      Boats  Left\n"
			 "---------------------------------\n"
			 "Friday  Osaka | port  1,200     -\n"
			 "Monday      Kobe         90  none\n```\n\n```\n| a | b "
			 "|\n|---|---|\n```\n" },
	{ "a table of prose in Markdown",
	    "# Ministers Meet\n\n" LEAD
	    "| Day | Place | What was said of it |\n|---|---|---|\n"
	    "| Friday | Osaka | A long day, which nobody who was there is likely to "
	    "forget, and of which the paper told on its first two pages |\n",
	    .title = "Ministers Meet",
	    .body =
		LEAD "\n- Friday — Place: Osaka — What was said of it: A long day, which "
		     "nobody who was there is likely to forget, and of which the paper "
		     "told on its first two pages\n" },
	{ "tables in a quote and in an item",
	    "# Ministers Meet\n\n" LEAD
	    "> | Day | Left |\n> |---|--:|\n> | Friday<br>noon | "
	    "2 |\n\n- one\n\n  | Day | Left |\n |---|--:|\n  | Friday | 2 |\n",
	    .title = "Ministers Meet",
	    .body = LEAD
	    "\n> ```\n> Day          Left\n> -----------------\n> Friday noon     "
	    "2\n> ```\n\n- one\n\n  ```\n  Day     Left\n  ------------\n  "
	    "Friday     2\n  ```\n" },
	{ "a table of one column, and one with a long cell",
	    "# Ministers Meet\n\n" LEAD "| Day |\n|---|\n| Friday |\n\n"
	    "| Day | Text |\n|---|---|\n| Friday | " LINE LINE LINE LINE " |\n",
	    .title = "Ministers Meet",
	    .body = LEAD "\nDay\n\n- Friday\n\n- Friday — " LINE LINE LINE LINE "\n" },
	{ "links and columns of a table",
	    "# Ministers Meet\n\n" LEAD "| Ship | Built | Owner |\n|:--|:-:|--:|\n| "
	    "[Ida](https://x.example/i) | 1903 | "
	    "[**Nord** Line](https://x.example/n)s |\n| Elle | "
	    "[12][Dozen] | Nord Lines, [Nord Lines] |\n\n[dozen]: "
	    "https://x.example/12\n[nord lines]: https://x.example/n 'N'\n",
	    .title = "Ministers Meet",
	    .body =
		LEAD "\n```\nShip  Built                   Owner\n"
		     "-----------------------------------\n"
		     "Ida   1903               Nord Lines\n"
		     "Elle   12    Nord Lines, Nord Lines\n```\n\n"
		     "[Ida](https://x.example/i) · [Nord Lines](https://x.example/n) · "
		     "[12](https://x.example/12) · Nord Lines · [Nord "
		     "Lines](https://x.example/n)\n" },
	{ "a link that its words overlap",
	    "# Ministers Meet\n\n" LEAD
	    "| Ship | Code |\n|---|---|\n| [Ida](https://x.example/i) | "
	    "a.[a.a](https://x.example/a) |\n",
	    .title = "Ministers Meet",
	    .body = LEAD "\n```\nShip  Code\n-----------\nIda   a.a.a\n```\n\n"
			 "[Ida](https://x.example/i)\n" },
	{ "further reading on a line of links in Markdown",
	    "# Ministers Meet\n\n" LEAD
	    "\nSee also: [A Ship Is Lost](https://x.example/ship)\n",
	    .related = "A Ship Is Lost <https://x.example/ship>", .body = LEAD },
	{ "links of a line in Markdown stay where they are",
	    "# Ministers Meet\n\n" LEAD
	    "\nSee also: [A Ship](https://x.example/ship), and [The Sky](/sky).\n\n" NEXT,
	    .related = "A Ship <https://x.example/ship>; The Sky </sky>",
	    .body = LEAD "\nSee also: [A Ship](https://x.example/ship), and [The "
			 "Sky](/sky).\n\n" NEXT },
	{ "a sentence with a link is none",
	    "# Ministers Meet\n\n" LEAD
	    "\nSee also: what was said about [A Ship](https://x.example/ship).\n\n" NEXT,
	    .related = "" },
	{ "front matter",
	    "---\ntitle: 'Ministers: Meet'\ndate: 2019-06-28\nauthors:\n  - Jane Doe\n  "
	    "- name: John Roe\ndescription: Two countries talk\nsource: The Evening "
	    "Paper\ntags: [sea, sky]\n---\n\n# Ministers: Meet\n\nThe *sea*.\n\n## "
	    "Related\n\n- [A Ship](https://x.example/ship)\n- The Sky\n",
	    .title = "Ministers: Meet", .published = "2019-06-28",
	    .authors = "Jane Doe; John Roe", .dek = "Two countries talk",
	    .name = "The Evening Paper", .body = "The *sea*.\n",
	    .related = "A Ship <https://x.example/ship>; The Sky" },
	{ "front matter of TOML",
	    "+++\ntitle = \"Ministers Meet\"\ndate = 2019-06-28T14:05:00Z\nauthors = "
	    "[\"Jane Doe\"]\n+++\n" LEAD,
	    .title = "Ministers Meet", .published = "2019-06-28T14:05:00Z",
	    .authors = "Jane Doe", .body = LEAD },
	{ "front matter of TOML with sections",
	    "+++\n# a note\ntitle = 'Ministers \"Meet\"' # again\ndate = 2019-06-28\n"
	    "description = \"\"\"They met,\nand talked.\"\"\"\n[extra]\nauthors = [\n  "
	    "\"Jane Doe\", # first\n"
	    "  \"J\\u00f6rg Roe\",\n]\n[menu.main]\ntitle = \"Not "
	    "This\"\n[params.source]\nname = \"x\"\n+++\n\n" LEAD,
	    .title = "Ministers \"Meet\"", .published = "2019-06-28",
	    .authors = "Jane Doe; Jörg Roe", .dek = "They met, and talked.",
	    .body = LEAD },
	{ "front matter of TOML with tables",
	    "+++\ntitle = \"Ministers Meet\"\nauthors = [{ name = \"Jane Doe\", url = "
	    "\"https://x.example\" }, { name = \"John Roe\" }]\n"
	    "[[author]]\nname = \"Mia Lund\"\n+++\n" LEAD,
	    .title = "Ministers Meet", .authors = "Jane Doe; John Roe; Mia Lund",
	    .body = LEAD },
	{ "front matter of JSON",
	    "{\n  \"title\": \"Ministers Meet\",\n  \"date\": \"2019-06-28\",\n  "
	    "\"author\": \"Jane Doe\"\n}\n\n" LEAD,
	    .title = "Ministers Meet", .published = "2019-06-28", .authors = "Jane Doe",
	    .body = LEAD },
	{ "front matter of Hugo in YAML",
	    "---\ntitle: Ministers Meet\npublishDate: 2019-06-28\nlastmod: "
	    "2019-07-01\nsummary: They met.\nparams:\n  author: Jane Doe\n---\n" LEAD,
	    .title = "Ministers Meet", .published = "2019-06-28", .authors = "Jane Doe",
	    .dek = "They met.", .body = LEAD },
	{ "front matter of Jekyll",
	    "---\nlayout: post\ntitle: \"Ministers Meet\"\ndate: 2019-06-28 14:05:00 "
	    "+0200\nauthor:\n  name: Jane Doe\nexcerpt: They met.\n---\n" LEAD,
	    .title = "Ministers Meet", .published = "2019-06-28T14:05:00+02:00",
	    .authors = "Jane Doe", .dek = "They met.", .body = LEAD },
	{ "a web page clipped into Obsidian",
	    "---\ntitle: \"Ministers Meet\"\nsource: "
	    "\"https://example.org/meet\"\nauthor:\n  - \"[[Jane Doe]]\"\npublished:\n"
	    "created: 2024-01-01\ntags:\n  - clippings\n---\n" LEAD,
	    .title = "Ministers Meet", .published = "", .authors = "Jane Doe",
	    .body = LEAD },
	{ "tags of a site's generator",
	    "---\ntitle: Ministers Meet\n---\n{{< figure src=\"a.png\"\n  alt=\"b\" "
	    ">}}\n\n"
	    "{{% note %}}" LEAD
	    "{{% /note %}}\n\nSee [this]({{ site.url }}/a){% comment %}, "
	    "`{{ x }}` and {{</* x */>}}.\n\n{% highlight go %}\na := {{ b }}\n"
	    "{% endhighlight %}\n",
	    .title = "Ministers Meet",
	    .body = LEAD "\nSee [this](/a), `{{ x }}` and {{\\</\\* x \\*/>}}.\n\n"
			 "```go\na := {{ b }}\n```\n" },
	{ "braces without front matter",
	    "# Ministers Meet\n\nThey wrote {{ x }} and {% y %} on the board.\n",
	    .title = "Ministers Meet",
	    .body = "They wrote {{ x }} and {% y %} on the board.\n" },
	{ "a note of Obsidian's own",
	    "---\ncreated: 2024-01-01\naliases: [Meeting]\n---\n# Ministers "
	    "Meet\n\n" LEAD,
	    .title = "Ministers Meet", .published = "2024-01-01", .body = LEAD },
	{ "front matter that is no YAML",
	    "---\ntitle: Ministers: Meet\nauthor: Jane Doe\n---\n" LEAD,
	    .title = "Ministers: Meet", .authors = "Jane Doe", .body = LEAD },
	{ "Markdown by its markup",
	    "# Ministers Meet\n\nBy Jane Doe\n\nThe [sea][1].\n\n[1]: "
	    "https://x.example/sea\n",
	    .title = "Ministers Meet", .authors = "Jane Doe",
	    .body = "The [sea](https://x.example/sea).\n" },
};

static struct str
joined_authors(struct arena *a, const struct article *x)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < x->source.author.n; i++)
		buf_printf(&b, "%s" STR_FMT, i == 0 ? "" : "; ",
		    STR_ARG(x->source.author.at[i]));
	return buf_view(&b);
}

static struct str
joined_related(struct arena *a, const struct article *x)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < x->related.n; i++) {
		buf_printf(&b, "%s" STR_FMT, i == 0 ? "" : "; ",
		    STR_ARG(x->related.at[i].title));
		if (x->related.at[i].url.n != 0)
			buf_printf(&b, " <" STR_FMT ">", STR_ARG(x->related.at[i].url));
	}
	return buf_view(&b);
}

static struct str
body_of(struct arena *a, const struct article *x)
{
	struct buf b = buf_new(a);

	doc_commonmark(x->body, &b);
	return buf_view(&b);
}

static int
check(const char *what, const char *field, struct str got, const char *want)
{
	if (want == NULL || str_eq(got, str_of(want)))
		return 0;
	print_error(
	    "%s: %s\ngot  '" STR_FMT "'\nwant '%s'\n", what, field, STR_ARG(got), want);
	return 1;
}

static int
check_row(const struct want *w, const struct article_hints *h)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles out = { 0 };
	const struct article *x;
	int bad = 0;

	assert_true(article_read(&a, str_of(w->text), h, &out, &d));
	assert_int_equal(out.n, 1);
	x = out.at;
	bad += check(w->what, "title", x->title, w->title);
	bad += check(w->what, "body", body_of(&a, x), w->body);
	bad += check(w->what, "name", x->source.name, w->name);
	bad += check(w->what, "place", x->source.place, w->place);
	bad += check(w->what, "published", x->source.published, w->published);
	bad += check(w->what, "authors", joined_authors(&a, x), w->authors);
	bad += check(w->what, "related", joined_related(&a, x), w->related);
	bad += check(w->what, "dek", x->dek, w->dek);
	assert_str(x->source.sha256, sha256_hex(&a, str_of(w->text)));
	arena_free(&a);
	return bad;
}

static void
every_idiom_is_read_as_meant(void **state)
{
	const struct article_hints none = { 0 };
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(wants); i++)
		bad += check_row(&wants[i], &none);
	assert_int_equal(bad, 0);
}

/* With a title given all the text is body, but for the title once more. */
static void
a_title_from_the_caller_leaves_the_text_alone(void **state)
{
	const struct article_hints h = { .title = STR("Untitled"), .from = STR("text") };
	static const struct want rows[] = {
		{ "one paragraph", LEAD, .title = "Untitled", .body = LEAD },
		{ "one long line", "(CNN)" LEAD, .title = "Untitled",
		    .body = "(CNN)" LEAD },
		{ "the title again", "Untitled\n\n" LEAD, .title = "Untitled",
		    .body = LEAD },
		{ "a first line like a title",
		    "SHIPPING - A SHIP IS LOST.\n\nOSAKA 2019-06-28\n\n" LEAD,
		    .title = "Untitled",
		    .body = "SHIPPING - A SHIP IS LOST.\n\nOSAKA 2019-06-28\n\n" LEAD },
	};
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		bad += check_row(&rows[i], &h);
	assert_int_equal(bad, 0);
}

/* A text without a title takes its first sentence, or as many words of it as a title has. */
static void
a_title_is_made_of_the_first_sentence(void **state)
{
	static const struct {
		const char *text, *title;
	} rows[] = {
		{ "Mr. Moss of the U.N. left the harbour of Bremo. He was late. The "
		  "boats of the town "
		  "waited for him until the evening.\n",
		    "Mr. Moss of the U.N. left the harbour of Bremo" },
		{ "What is the harbour of Bremo worth? Nobody in the town knows it, and "
		  "nobody asks "
		  "the council, which owns it.\n",
		    "What is the harbour of Bremo worth?" },
		{ "The council of Bremo told the fishermen of the town on Monday that it "
		  "will build a "
		  "wall in the harbour before the winter.\n",
		    "The council of Bremo told the fishermen of the town on Monday that "
		    "it will build a wall…" },
		{ "The council of Bremo told the fishermen on Monday, after a long night "
		  "of talks at noon, "
		  "with the mayor, that it builds.\n",
		    "The council of Bremo told the fishermen on Monday, after a long "
		    "night of talks at noon…" },
		{ "The harbour master of Bremo, who has kept the gates for thirty years, "
		  "said on 3 May 2019 that the wall would be built.\n",
		    "The harbour master of Bremo, who has kept the gates for thirty "
		    "years, said…" },
		{ "The council of Bremo, which has met in the old schoolhouse since the "
		  "storm, heard on Monday from Dr. Moss that the wall would be built.\n",
		    "The council of Bremo, which has met in the old schoolhouse since "
		    "the storm, heard on Monday…" },
		{ "Dear Margarethe,\n\nThe wall is not yet built.\n", "Dear Margarethe" },
		{ "Liebe Grete –\n\nDie Mauer steht noch nicht.\n", "Liebe Grete" },
		{ "“We have waited long enough.”\n\nThe mayor of Bremo closed the "
		  "meeting with these words.\n",
		    "The mayor of Bremo closed the meeting with these words" },
		{ "\"We have waited. We build now,\" said the mayor. Nobody spoke.\n",
		    "\"We have waited. We build now,\" said the mayor" },
		{ "“We have waited long enough.”\n", "“We have waited long enough.”" },
	};
	const struct article_hints none = { 0 };
	int bad = 0;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct want w = { rows[i].text, rows[i].text,
			.title = rows[i].title, .body = rows[i].text };

		bad += check_row(&w, &none);
	}
	assert_int_equal(bad, 0);
}

static void
what_cannot_be_read_is_said(void **state)
{
	static const struct {
		const char *text;
		size_t n;
		enum message id;
	} rows[] = {
		{ "", 0, SAY_ARTICLE_EMPTY },
		{ " \n\t\n", 4, SAY_ARTICLE_EMPTY },
		{ "<!DOCTYPE html><html><p></p>", 28, SAY_ARTICLE_EMPTY },
		{ "<?xml version='1.0'?><rss></rss>", 32, SAY_ARTICLE_EMPTY },
		{ "<opml><outline xmlUrl='https://quay.example/rss'/></opml>", 57,
		    SAY_FEED_LIST },
		{ "{\"version\": 1}", 14, SAY_ARTICLE_EMPTY },
		{ "%PDF-1.4 x", 10, SAY_PDF_TOOL },
		{ "a\0b\0", 4, SAY_ARTICLE_KIND },
	};
	const struct article_hints none = { 0 }, odd = { .from = STR("odd") };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles out = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		assert_false(article_read(
		    &a, (struct str){ rows[i].text, rows[i].n }, &none, &out, &d));
		assert_int_equal(d.n, i + 1);
		assert_int_equal(d.at[i].id, rows[i].id);
	}
	assert_false(article_read(&a, STR("x"), &odd, &out, &d));
	assert_int_equal(out.n, 0);
	arena_free(&a);
}

static void
the_language_is_told_by_its_small_words(void **state)
{
	static const char *const rows[][2] = {
		{ LEAD NEXT, "en" },
		{ "Die Minister haben sich am Freitag in Osaka getroffen und über das "
		  "Meer gesprochen, "
		  "das ist nicht neu.",
		    "de" },
		{ "Les ministres se sont vus à Osaka et ils ont parlé de la mer avec les "
		  "pêcheurs.",
		    "fr" },
		{ "Osaka 12 Hanna 1200", "" },
		/* what is declared, by a template perhaps, gives way to what is clearly written */
		{ "---\nlanguage: en-US\n---\nDie Minister haben sich am Freitag in "
		  "Osaka "
		  "getroffen und über das Meer gesprochen, das ist nicht neu.",
		    "de" },
		{ "---\nlanguage: en-US\n---\n" LEAD NEXT, "en-US" },
		{ "---\nlanguage: da\n---\n" LEAD NEXT, "da" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct article_hints h = {
			.from = rows[i][0][0] == '-' ? STR("markdown") : STR("text")
		};
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };

		assert_true(article_read(&a, str_of(rows[i][0]), &h, &out, &d));
		assert_str(out.at[0].source.language, str_of(rows[i][1]));
		arena_free(&a);
	}
}

static void
a_dateline_is_measured_to_the_first_word(void **state)
{
	(void)state;
	assert_int_equal(article_dateline(STR("OSAKA, June 28 (Reuters) - The")), 27);
	assert_int_equal(
	    article_dateline(
		STR("OSAKA — The ships of the two countries will sail together")),
	    10);
	assert_int_equal(article_dateline(STR("(CNN) -- The")), 9);
	assert_int_equal(article_dateline(STR("(CNN)The")), 5);
	assert_int_equal(article_dateline(STR("New Delhi, Aug 1 (PTI) Flight Lt")), 23);
	assert_int_equal(
	    article_dateline(STR("By A Holm Bremo, Aug 1 (PTI) A wall")), 29);
	assert_int_equal(article_dateline(STR(
			     "(Eds: With quotes) By A Holm Bremo, Aug 1 (PTI) A wall")),
	    48);
	assert_int_equal(article_dateline(STR("(The Bremo Courier)Anna Holm")), 19);
	assert_int_equal(article_dateline(STR("Oslo (Bremo Courier)Anna came")), 20);
	assert_int_equal(article_dateline(STR("Oslo (the Bremo Courier)Anna came")), 24);
	assert_int_equal(article_dateline(STR("Oslo (Bremo Courier) Anna came")), 0);
	assert_int_equal(article_dateline(STR("(The mayor)Anna Holm said it.")), 0);
	assert_int_equal(article_dateline(STR("Oslo (AFP) \"We came")), 11);
	assert_int_equal(article_dateline(STR("Anna Holm (AFP) said")), 0);
	assert_int_equal(article_dateline(STR("Osaka (Kyodo) - The")), 16);
	assert_int_equal(article_dateline(STR("Osaka - The")), 0);
	assert_int_equal(article_dateline(STR("Vigo, 14 March 2024. The port")), 21);
	assert_int_equal(article_dateline(STR("Vigo, March 2024. The port")), 0);
	assert_int_equal(
	    article_dateline(STR("Mainz, 14. November 2023 – Die Bahn")), 29);
	assert_int_equal(article_dateline(STR("Mainz, im November – Die Bahn")), 0);
	assert_int_equal(article_dateline(STR("Dallas, November 22, 1963 — The car")), 0);
	assert_int_equal(article_dateline(STR("IPO FILING -- A Ship Inc.")), 0);
	assert_int_equal(
	    article_dateline(STR("Mannheim, Germany (Sports News) - The")), 34);
	assert_int_equal(article_dateline(STR("SOCCER - A SHIP")), 0);
	assert_int_equal(article_dateline(STR("")), 0);
}

/* Words are neither lost nor changed: the body's words are those of the text. */
static void
paragraphs_stay_as_they_were(void **state)
{
	const struct article_hints h = { .title = STR("T"), .from = STR("text") };
	uint64_t seed = 28;

	(void)state;
	for (int i = 0; i < 500; i++) {
		static const char *const words[] = { "sea", "_x_", "*", "Osaka,", "1986.",
			"a  b", "#", "(c)", "—", "“q”", "&amp;", "end.", "日本。" };
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };
		struct buf text = buf_new(&a), got = buf_new(&a);

		for (uint32_t p = 1 + dice(&seed, 5); p != 0; p--) {
			buf_text(&text, "The ");
			for (uint32_t n = 3 + dice(&seed, 40); n != 0; n--)
				buf_printf(&text, "%s ", words[dice(&seed, LEN(words))]);
			buf_text(&text, p == 1 ? "words." : "words.\n\n");
		}
		assert_true(article_read(&a, buf_view(&text), &h, &out, &d));
		for (const struct block *b = out.at[0].body->first; b != NULL;
		     b = b->next) {
			buf_str(&got, doc_plain(&a, b));
			buf_text(&got, b->next == NULL ? "" : "\n\n");
		}
		assert_str(buf_view(&got), buf_view(&text));
		arena_free(&a);
	}
}

static void
large_texts_take_linear_time(void **state)
{
	static const char *const pieces[] = { "a\n", "- a\n", "* a\n\n", "> a\n",
		"A Title\n\n", "Related:\n", "1. a\n", "By Jane Doe\n",
		"a b c d e f g h\n", "---\n", "a: b\n", "\n", "# ", "TOKYO - ", "x",
		"a   b\n" };

	(void)state;
	for (size_t i = 0; i < LEN(pieces); i++) {
		const struct article_hints h = { .from = STR("text") };
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };
		struct buf text = buf_new(&a);
		const clock_t from = clock();

		while (text.n < 300000)
			buf_text(&text, pieces[i]);
		(void)article_read(&a, buf_view(&text), &h, &out, &d);
		if ((clock() - from) > 2 * CLOCKS_PER_SEC)
			print_error("'%s' takes too long\n", pieces[i]);
		assert_true((clock() - from) <= 2 * CLOCKS_PER_SEC);
		arena_free(&a);
	}
}

/* The worked case, where it is at hand. */
static void
the_seed_is_read_whole(void **state)
{
	static const char path[] = "../shared/cases/seed/article.txt";
	const struct article_hints none = { 0 };
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct articles out = { 0 };
	struct str bytes, rest;
	const struct article *x;

	(void)state;
	if (!file_stat(path).exists) {
		print_message("SKIP 1: no seed case here\n");
		return;
	}
	assert_true(file_read(&a, path, 1 << 20, &bytes, &d));
	assert_true(article_read(&a, bytes, &none, &out, &d));
	x = out.at;
	assert_int_equal(x->body->count, 9);
	assert_int_equal(x->related.n, 3);
	assert_str(x->source.name, STR("Economic Time of India"));
	rest = bytes;
	assert_str(x->title, str_line(&rest));
	for (long n = -1;
	     n <= 9;) { /* the title twice, then nine paragraphs as they are */
		const struct str line = str_line(&rest);

		if (line.n != 0 && ++n >= 1)
			assert_str(doc_plain(&a, doc_para(x->body, n)), line);
		if (n == 9)
			break;
	}
	arena_free(&a);
}

/* Diaries and generators of sites put the day of a note into its name. */
static void
names_of_notes_have_days(void **state)
{
	static const struct {
		const char *file, *text, *published;
	} cases[] = {
		{ "blog/_posts/2019-06-28-meet.md", "---\nlayout: post\n---\n" LEAD,
		    "2019-06-28" },
		{ "2019-06-28.md", "# Ministers Meet\n\n" LEAD, "2019-06-28" },
		{ "2019-06-28 meet.md", "---\ndate: 2019-06-30\n---\n" LEAD,
		    "2019-06-30" },
		{ "2019-06-31-meet.md", "---\nlayout: post\n---\n" LEAD, "" },
		{ "2019-06-281.md", "---\nlayout: post\n---\n" LEAD, "" },
		{ "2019-06-28-meet.txt", LEAD, "" },
		{ "meet.md", "---\npermalink: /2019/06/28/meet/\n---\n" LEAD,
		    "2019-06-28" },
		{ "meet.md", "+++\npath = \"2019/06/28/meet\"\n+++\n" LEAD,
		    "2019-06-28" },
		{ "meet.md",
		    "---\naliases: [/2019/06/28/meet.html]\ndate: 2019-06-30\n---\n" LEAD,
		    "2019-06-30" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };
		const struct article_hints h = { .file = str_of(cases[i].file) };

		assert_true(article_read(&a, str_of(cases[i].text), &h, &out, &d));
		assert_str(out.at[0].source.published, str_of(cases[i].published));
		arena_free(&a);
	}
}

/* A page without its head is one; Markdown may begin with a box. */
static void
pieces_of_pages_are_pages(void **state)
{
	static const struct {
		const char *text, *title;
	} cases[] = {
		{ "<h1>Crane &amp; quay</h1>\n<p>" LEAD "</p>\n<p>It was old.</p>\n",
		    "Crane & quay" },
		{ "<p align=\"center\"><b>x</b></p>\n\n<p></p>\n\n# Crane\n\nA [quay]"
		  "(https://a.example) for **boats**.\n",
		    "Crane" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };
		const struct article_hints none = { 0 };

		assert_true(article_read(&a, str_of(cases[i].text), &none, &out, &d));
		assert_str(out.at[0].title, str_of(cases[i].title));
		assert_false(str_has(doc_plain(&a, out.at[0].body->first), STR("<")));
		arena_free(&a);
	}
}

/* HTML in Markdown is read; what only looks like it, and code, stays. */
static void
html_in_markdown_is_read(void **state)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "The <kbd>crane</kbd> of H<sub>2</sub>O.", "The crane of H2O." },
		{ "One<br>two <!-- old --> three.", "One two three." },
		{ "See <a href=\"https://a.example/x\">the *pact*</a>.",
		    "See the pact." },
		{ "A <a name=\"x\"></a>crane, Vec<B>, <branch>, `<b>` and a < b.",
		    "A crane, Vec<B>, <branch>, <b> and a < b." },
		{ "<code>x</code> is a number.", "x is a number." },
		{ "<!-- one\n\ntwo -->\n\nThree.", "Three." },
		{ "<div class=\"note\">\n<p>The crane &amp; the "
		  "quay.</p>\n</div>\n\nTwo.",
		    "The crane & the quay." },
		{ "<details>\n<summary>More</summary>\n\nHidden.\n\n</details>", "More" },
		{ "<p align=\"center\"><img src=\"b.svg\"></p>\n\nThe crane.",
		    "The crane." },
		{ "<Note>\nThe crane.\n</Note>", "The crane." },
		{ "<table>\n<tr><th>Boat</th><th>Built</th></tr>\n\n<tr><td>Gull</td>"
		  "<td>1911</td></tr>\n</table>",
		    "Boat  Built\n-----------\nGull   1911" },
		{ "```\n<b>x</b>\n```", "<b>x</b>" },
		{ "<pre>\na <i>b</i>\n\nc\n</pre>", "a b\n\nc" },
		{ "    <b>x</b>", "<b>x</b>" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };
		const struct article_hints h = { .from = STR("markdown"),
			.title = STR("Crane") };

		assert_true(article_read(&a, str_of(cases[i].text), &h, &out, &d));
		assert_str(doc_plain(&a, out.at[0].body->first), str_of(cases[i].want));
		arena_free(&a);
	}
}

/* A person who names a file names the note; a program does not. */
static void
notes_are_called_like_their_files(void **state)
{
	static const struct {
		const char *file, *text, *title;
	} cases[] = {
		{ "notes/The old crane.md", LEAD, "The old crane" },
		{ "Crane.md", LEAD, "Crane" },
		{ "Talk with Dr. Roe.md", LEAD, "Talk with Dr. Roe" },
		{ "Crane 1.2 is out.md", LEAD, "Crane 1.2 is out" },
		{ "2019-06-28 The old crane.md", LEAD, "The old crane" },
		{ "The old crane.md", "# Ministers Meet\n\n" LEAD, "Ministers Meet" },
		{ "The old crane.md", "---\ntitle: The Pact\n---\n" LEAD, "The Pact" },
		{ "crane.md", LEAD, "" },
		{ "the-old-crane.md", LEAD, "" },
		{ "README.md", LEAD, "" },
		{ "Untitled 2.md", LEAD, "" },
		{ "2019-06-28.md", LEAD, "" },
		{ "The old crane.txt", LEAD, "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct articles out = { 0 };
		const struct article_hints h = { .file = str_of(cases[i].file),
			.from = str_ends(str_of(cases[i].file), STR(".md"))
				    ? STR("markdown")
				    : STR("text") };

		assert_true(article_read(&a, str_of(cases[i].text), &h, &out, &d));
		if (cases[i].title[0] != '\0')
			assert_str(out.at[0].title, str_of(cases[i].title));
		else
			assert_false(
			    str_has(STR("The old crane README Untitled 2019-06-28 "
					"crane the-old-crane"),
				out.at[0].title));
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_of_pages_are_pages),
		cmocka_unit_test(html_in_markdown_is_read),
		cmocka_unit_test(notes_are_called_like_their_files),
		cmocka_unit_test(every_idiom_is_read_as_meant),
		cmocka_unit_test(a_title_from_the_caller_leaves_the_text_alone),
		cmocka_unit_test(a_title_is_made_of_the_first_sentence),
		cmocka_unit_test(what_cannot_be_read_is_said),
		cmocka_unit_test(the_language_is_told_by_its_small_words),
		cmocka_unit_test(a_dateline_is_measured_to_the_first_word),
		cmocka_unit_test(paragraphs_stay_as_they_were),
		cmocka_unit_test(large_texts_take_linear_time),
		cmocka_unit_test(names_of_notes_have_days),
		cmocka_unit_test(the_seed_is_read_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
