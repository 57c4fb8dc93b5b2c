/* Expressions of time: each row's examples, what holds for any text, and the calendar. */
#include "check.h"

#include "base/buf.h"
#include "data/edtf.h"
#include "digest/timex.h"
#include "digest/timex_rules.h"

static const struct civil monday = { 2019, 7, 1 };

static const struct timex_language *const languages[] = { &timex_english, &timex_german,
	&timex_french, &timex_spanish };

static struct timexes
find(struct arena *a, struct str text, const struct civil *dct, const char *language)
{
	struct tokens *t = arena_new(a, struct tokens);

	*t = tokens_of(a, text);
	return timex_find(a, t, dct, str_of(language));
}

/* The example without its brackets; *from, *to: what they enclose. */
static struct str
without_brackets(struct arena *a, const char *text, size_t *from, size_t *to)
{
	struct buf b = buf_new(a);

	*from = *to = STR_NONE;
	for (; *text != '\0'; text++) {
		if (*text == '[')
			*from = b.n;
		else if (*text == ']')
			*to = b.n;
		else
			buf_byte(&b, *text);
	}
	return buf_view(&b);
}

static bool
found_by(const struct timexes *x, const char *rule, size_t from, size_t to)
{
	for (size_t i = 0; i < x->n; i++)
		if (strcmp(x->at[i].rule, rule) == 0 &&
		    (from == STR_NONE ||
			(x->at[i].at == from && (size_t)x->at[i].at + x->at[i].n == to)))
			return true;
	return false;
}

static void
each_row_finds_its_example_and_not_the_other(void **state)
{
	struct arena a = ARENA_INIT;
	int bad = 0;

	(void)state;
	for (size_t l = 0; l < LEN(languages); l++) {
		for (size_t r = 0; r < languages[l]->rule_count; r++) {
			const struct timex_rule *rule = &languages[l]->rules[r];
			size_t from, to;
			const struct str yes =
			    without_brackets(&a, rule->yes, &from, &to);
			struct timexes x = find(&a, yes, &monday, languages[l]->tag);

			if (from == STR_NONE || !found_by(&x, rule->name, from, to)) {
				print_error("%s %s: not in '%s'\n", languages[l]->tag,
				    rule->name, rule->yes);
				bad++;
			}
			x = find(&a, str_of(rule->no), &monday, languages[l]->tag);
			if (found_by(&x, rule->name, STR_NONE, STR_NONE)) {
				print_error("%s %s: found in '%s'\n", languages[l]->tag,
				    rule->name, rule->no);
				bad++;
			}
		}
	}
	assert_int_equal(bad, 0);
	arena_free(&a);
}

/* The look-up table was made from the words as they are. */
static void
every_word_is_in_the_table(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t l = 0; l < LEN(languages); l++) {
		size_t rows = 0;

		for (size_t i = 0; i < languages[l]->slot_count; i++) {
			const uint16_t row = languages[l]->slots[i].row;

			if (row == 0)
				continue;
			rows++;
			assert_int_equal(languages[l]->slots[i].hash,
			    token_hash(str_of(languages[l]->words[row - 1].spelling)));
		}
		assert_int_equal(rows, languages[l]->word_count);
	}
	arena_free(&a);
}

static const struct {
	const char *text, *value, *edtf; /* of the last expression */
} cases[] = {
	{ "He left on 31 December 2018.", "2018-12-31", "2018-12-31" },
	{ "It opens on Friday, the minister said.", "2019-07-05", "2019-07-05" },
	{ "It will open on Friday.", "2019-07-05", "2019-07-05" },
	{ "The fair was on June 3-5, 2018.", "2018-06-05", "2018-06-05" },
	{ "The fair was before the June 3-5 race.", "2019-06-03", "2019-06-03" },
	{ "Tickets go on sale at 10 a.m. Friday, Dec. 6.", "2019-12-06T10:00",
	    "2019-12-06T10:00:00" },
	{ "It shut at midnight on Sunday.", "2019-06-30T24:00", "2019-06-30" },
	{ "It met until midnight.", "2019-07-01T24:00", "2019-07-02" },
	{ "It wasn't until Friday that he left.", "2019-06-28", "2019-06-28" },
	{ "Following Friday's vote, they left.", "2019-06-28", "2019-06-28" },
	{ "They read its plans at its Friday show.", "2019-06-28", "2019-06-28" },
	{ "By 1998 they had boats. The next year he was caught.", "1999", "1999" },
	{ "He left at 10:30 Friday night.", "2019-06-28T22:30", "2019-06-28T22:30:00" },
	{ "In 1990 he left, after the fall of the wall.", "1990", "1990" },
	{ "It left at 8.55 pm.", "2019-07-01T20:55", "2019-07-01T20:55:00" },
	{ "Half a century ago there was no pier.", "196", "196X" },
	{ "In 1998 they saw 1800 of them.", "1998", "1998" },
	{ "The series airs Friday, they say.", "2019-07-05", "2019-07-05" },
	{ "The town hosts the fair on Friday as it has no pier.", "2019-07-05",
	    "2019-07-05" },
	{ "The hosts won on Friday.", "2019-06-28", "2019-06-28" },
	{ "The hosts on Friday won.", "2019-06-28", "2019-06-28" },
	{ "They must wait until at least Thursday.", "2019-07-04", "2019-07-04" },
	{ "Prices are forecast to fall on Friday.", "2019-07-05", "2019-07-05" },
	{ "They stayed until the end of May.", "2019-05", "2019-05~" },
	{ "It shut on 11 May 2017. Two days later they came; they left at the end of "
	  "June.",
	    "2017-06", "2017-06~" },
	{ "It closes in the fourth quarter.\n\nA year ago they were dearer.", "2018",
	    "2018" },
	{ "Ida Dahl on the night of 12 March and what she would do.", "2019-03-12",
	    "2019-03-12" },
	{ "It began with two; by Friday there were nine.", "2019-06-28", "2019-06-28" },
	{ "It began, and by Friday it will be over.", "2019-07-05", "2019-07-05" },
	{ "The law was passed last week.", "2019-W26", "2019-06-24/2019-06-30" },
	{ "The law was passed in the late 1980s.", "198", "198X" },
	{ "They come from the 19th century.", "18", "18XX" },
	{ "In spring 2018 it was cold.", "2018-SP", "2018-21" },
	{ "Sales fell in the third quarter of 2018.", "2018-Q3", "2018-35" },
	{ "He died in 44 BC.", "BC0044", "-0043" },
	{ "It opened in early 2016.", "2016", "2016~" },
	{ "It must be done by the end of 2020.", "2020", "2020-12~" },
	{ "The summit will be held later this year.", "2019", "2019-07/2019-12" },
	{ "The train left at 9:30 p.m. GMT on June 28.", "2019-06-28T21:30",
	    "2019-06-28T21:30:00Z" },
	{ "They met the day before yesterday.", "2019-06-29", "2019-06-29" },
	{ "She worked there for two and a half years.", "P2.5Y", "" },
	{ "He ran for half an hour.", "PT30M", "" },
	{ "It is open on Sundays.", "XXXX-WXX-7", "" },
	{ "They met on Christmas Eve.", "2018-12-24", "2018-12-24" },
	{ "They will meet on Easter Monday 2021.", "2021-04-05", "2021-04-05" },
	{ "Thanksgiving 2018 fell early: Thanksgiving Day 2018.", "2018-11-22",
	    "2018-11-22" },
	{ "He wrote it on February 29, 2016.", "2016-02-29", "2016-02-29" },
	{ "They met in May 2015 and in December of that year.", "2015-12", "2015-12" },
	{ "He left in May 2010. A year later he came back.", "2011", "2011" },
	{ "On 22 May it fell, its worst day since March 2010. They met the following "
	  "day.",
	    "2019-05-23", "2019-05-23" },
	{ "It sank on 3 May, the first since June 2012. The next morning it was found.",
	    "2019-05-04TMO", "2019-05-04" },
	{ "He left on 12 April. The evening before, he met her.", "2019-04-11TEV",
	    "2019-04-11" },
	{ "It began on 7 June. The following Monday they met.", "2019-06-10",
	    "2019-06-10" },
	{ "He was heard in September 2014 and held the following March.", "2015-03",
	    "2015-03" },
	{ "She was found guilty on 3 February this year.", "2019-02-03", "2019-02-03" },
	{ "He was born in May 1932. A service will be held on 23 July.", "2019-07-23",
	    "2019-07-23" },
	{ "The election is on 5 May, after the fair.", "2020-05-05", "2020-05-05" },
	{ "India votes in March. It rained.", "2020-03", "2020-03" },
	{ "The show runs from 3 July to 1 June.", "2020-06-01", "2020-06-01" },
	{ "It closed in 2015, to open in May the following year.", "2016-05", "2016-05" },
	{ "The Museum in Delft reopens on Friday.", "2019-07-05", "2019-07-05" },
	{ "Schools reopen on Friday.", "2019-07-05", "2019-07-05" },
	{ "Schools across the town reopen on Friday.", "2019-07-05", "2019-07-05" },
	{ "The museums in the old port open on Friday.", "2019-07-05", "2019-07-05" },
	{ "The shops in the old port were open on Friday.", "2019-06-28", "2019-06-28" },
	{ "Reports of a new vote on Friday came in.", "2019-06-28", "2019-06-28" },
	{ "The schools did not reopen on Friday.", "2019-06-28", "2019-06-28" },
	{ "Tickets go on sale on Friday.", "2019-07-05", "2019-07-05" },
	{ "Two dams above it burst on Friday.", "2019-06-28", "2019-06-28" },
	{ "Heavy rains hit it on Friday.", "2019-06-28", "2019-06-28" },
	{ "The vote, planned for Friday, had been put off.", "2019-06-28", "2019-06-28" },
	{ "They shut it in September; it will be sold.", "2018-09", "2018-09" },
	{ "They said it could start to cut in September.", "2019-09", "2019-09" },
	{ "He wrote the letter on 4 August.", "2018-08-04", "2018-08-04" },
	{ "They won and reached the final on 4 August.", "2019-08-04", "2019-08-04" },
	{ "They announced a feast on 4 August.", "2019-08-04", "2019-08-04" },
	{ "They wrote that it will open on 4 August.", "2019-08-04", "2019-08-04" },
	{ "On 4 August a house burned.", "2018-08-04", "2018-08-04" },
	{ "On 4 August, they said, it will open.", "2019-08-04", "2019-08-04" },
	{ "On 4 August the trial of a man who robbed it begins.", "2019-08-04",
	    "2019-08-04" },
	{ "He left in 1998. She came on 14 November of that year.", "1998-11-14",
	    "1998-11-14" },
	{ "He left in 1998. She came on November 14 of that year.", "1998-11-14",
	    "1998-11-14" },
	{ "He left in 1917. It stays empty that night.", "XXXX-XX-XXTNI", "" },
	{ "She fell on 3 May 2018 and died the same night.", "2018-05-03TNI",
	    "2018-05-03" },
	{ "It rained in July 2010. On 3 June he ran.", "2019-06-03", "2019-06-03" },
	{ "It rained in July 2010. In May he ran.", "2019-05", "2019-05" },
	{ "It rained in May 2010. On 3 June he ran.", "2010-06-03", "2010-06-03" },
	{ "It was so in 1901, 1902, 1903, 1904, 1905, 1906, 1907 and 1908. Since then it "
	  "has grown. In April the town agreed.",
	    "2019-04", "2019-04" },
	{ "It was so in 1901, 1902, 1903, 1904, 1905, 1906, 1907 and 1908. In April the "
	  "town agreed.",
	    "1908-04", "1908-04" },
	{ "It was the most since records began in 1901.", "1901", "1901" },
	{ "In May he left.", "2019-05", "2019-05" },
	{ "The line will open in the spring.", "2020-SP", "2020-21" },
	{ "The line opened in the autumn.", "2018-FA", "2018-23" },
	{ "It is hot in the summer.", "2019-SU", "2019-22" },
	{ "They met last week. On the 15th they left.", "2019-06-15", "2019-06-15" },
	{ "It will open next summer.", "2020-SU", "2020-22" },
	{ "It will open next autumn.", "2020-FA", "2020-23" },
	{ "It will open next winter.", "2019-WI", "2019-24" },
	{ "In August they launched a ship.", "2018-08", "2018-08" },
	{ "In August its much loved fair is back.", "2019-08", "2019-08" },
	{ "August's fair draws overwhelmed people.", "2019-08", "2019-08" },
	{ "It was so in 1901, 1902, 1903, 1904, 1905, 1906, 1907 and 1908. He died on 16 "
	  "June.",
	    "2019-06-16", "2019-06-16" },
	{ "The song contest final takes place on Friday.", "2019-07-05", "2019-07-05" },
	{ "They sang at the old town walls on Friday.", "2019-06-28", "2019-06-28" },
	{ "It was to end on Friday.", "2019-07-05", "2019-07-05" },
	{ "It was sold to him on Friday.", "2019-06-28", "2019-06-28" },
	{ "It will be held before Friday's match.", "2019-07-05", "2019-07-05" },
	{ "It was held before Friday's match.", "2019-06-28", "2019-06-28" },
	{ "It fell on Friday last week.", "2019-06-28", "2019-06-28" },
	{ "It may fall on Tuesday of next week.", "2019-07-09", "2019-07-09" },
	{ "Prices hit a low on Friday.", "2019-06-28", "2019-06-28" },
	{ "Schools shut on Friday.", "2019-06-28", "2019-06-28" },
	{ "On Friday they play at home.", "2019-07-05", "2019-07-05" },
	{ "On Friday they sang at home.", "2019-06-28", "2019-06-28" },
	{ "On Friday the town will lay a wreath.", "2019-07-05", "2019-07-05" },
	{ "Power was back in most homes by Friday.", "2019-06-28", "2019-06-28" },
	{ "In two weeks it will be lifted.", "2019-W29", "2019-07-15/2019-07-21" },
	{ "On 4 November soldiers came, five days later he fled.", "2018-11-09",
	    "2018-11-09" },
	{ "They adopted the plan on Friday.", "2019-06-28", "2019-06-28" },
	{ "Work will start no earlier than May.", "2020-05", "2020-05" },
	{ "It was the third since 2017. The first was in May of that year.", "2017-05",
	    "2017-05" },
	{ "They called a strike for Friday.", "2019-07-05", "2019-07-05" },
	{ "He left in May 2010. Half a year later he died.", "2010-11", "2010-11" },
	{ "He was fined on 8 August 2016. He sued that November.", "2016-11", "2016-11" },
	{ "War began on 24 February 2012. That summer the first ship left.", "2012-SU",
	    "2012-22" },
	{ "War began on 24 February 2012. The border closed overnight.", "2012-02-24TNI",
	    "2012-02-24" },
	{ "In September voters decide on a bridge.", "2019-09", "2019-09" },
	{ "On a Monday he met her.", "XXXX-WXX-1", "" },
	{ "They married on 12 August 2001. A child came the following spring.", "2002-SP",
	    "2002-21" },
	{ "It will leave on Friday 12 July and be back on the Sunday.", "2019-07-14",
	    "2019-07-14" },
	{ "It closed on 16 March. It was told on the Friday before.", "2019-03-15",
	    "2019-03-15" },
	{ "She came in the autumn of 1991. By Christmas she was their head.",
	    "1991-12-25", "1991-12-25" },
	{ "It fell in 1998. She left at two in the morning.", "XXXX-XX-XXT02:00", "" },
	{ "The state has declared a mourning from Friday.", "2019-07-05", "2019-07-05" },
	{ "It was closed from Friday.", "2019-06-28", "2019-06-28" },
	{ "On Friday she plays the top seed, Mia Holt. They met in 2018. On Friday she "
	  "won.",
	    "2019-06-28", "2019-06-28" },
	{ "On Friday she plays the top seed.", "2019-07-05", "2019-07-05" },
	{ "The ball will be held on 10 May.", "2020-05-10", "2020-05-10" },
	{ "He left on 12 April. Two days later she left.", "2019-04-14", "2019-04-14" },
	{ "He left on 12 April, in 2018.\n\nIt rained.\n\nTwo days later he ran.",
	    "XXXX-XX-XX", "" },
	{ "It burned on 4 May 2015.\n\nIt rained.\n\nA year earlier they sold more.",
	    "2018", "2018" },
	{ "They opened in May. A year later they closed.", "XXXX", "" },
	{ "It cost $4 million in 2015, from $3 million the year before.", "2015",
	    "2015" },
	{ "It was on 4 February, a Monday.", "2019-02-04", "2019-02-04" },
	{ "Half of the members had filed their papers by Friday.", "2019-06-28",
	    "2019-06-28" },
	{ "They lost it in the last decade.", "P10Y", "" },
	{ "They came two days before Christmas.", "2018-12-23", "2018-12-23" },
	{ "It lasted from March to", "2019-03", "2019-03" },
	{ "They sang on Christmas Day, 1914.", "1914-12-25", "1914-12-25" },
	{ "The mountain erupted in AD 79.", "0079", "0079" },
	{ "He signed it in August 2016.\n\nIn June it began to rain.", "2019-06",
	    "2019-06" },
	{ "They broke in on Jan. 6, 2017. He was there on January 6th.", "2017-01-06",
	    "2017-01-06" },
	{ "It will be shown on Wednesday (July 10). She said they saw it on Wednesday.",
	    "2019-07-10", "2019-07-10" },
	{ "The boats move on Wednesday and come back.", "2019-07-03", "2019-07-03" },
	{ "They tried it at Christmas two years ago.", "2017", "2017" },
	{ "It begins on Monday, Oct. 7. Moe against Dahl (Oct. 7): Whether it was right.",
	    "2019-10-07", "2019-10-07" },
	{ "The work of the plan began after the feast on January 11.", "2019-01-11",
	    "2019-01-11" },
	{ "It is targeted for Wednesday.", "2019-07-03", "2019-07-03" },
	{ "Homes were targeted on Wednesday.", "2019-06-26", "2019-06-26" },
	{ "It was heard in April of this year.", "2019-04", "2019-04" },
	{ "新しい橋は5月29日に開通した。", "2019-05-29", "2019-05-29" },
	{ "該橋 2018 年 7 月重新開放。", "2018-07", "2018-07" },
	{ "다리가 2018년 3월 29일 개통되었다.", "2018-03-29", "2018-03-29" },
	{ "He signed it in May 2016.\n\nIn June it began to rain.", "2019-06",
	    "2019-06" },
	{ "He fell ill in May 2016.\n\nHe rested. But by June it grew worse, and he "
	  "could no longer walk.",
	    "2016-06", "2016-06" },
	{ "They say she will be allowed to sing all of her old songs at the feast of the "
	  "port on Friday.",
	    "2019-07-05", "2019-07-05" },
	{ "They met there last year, perhaps in the summer or in spring.", "2018-SP",
	    "2018-21" },
	{ "They met last year. In spring they left.", "2019-SP", "2019-21" },
	{ "It began in May 1910. In June the strike was over.", "1910-06", "1910-06" },
};

static void
examples_have_their_values(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const struct timexes x = find(&a, str_of(cases[i].text), &monday, "en");

		if (x.n == 0)
			print_error("nothing in '%s'\n", cases[i].text);
		assert_true(x.n > 0);
		assert_str(str_of(x.at[x.n - 1].value), str_of(cases[i].value));
		assert_str(str_of(x.at[x.n - 1].edtf), str_of(cases[i].edtf));
	}
	arena_free(&a);
}

static const struct {
	const char *language, *text, *value; /* of the last expression */
} abroad[] = {
	{ "de", "Das Treffen fand am 28. Juni statt.", "2019-06-28" },
	{ "de-AT", "Er kam am Freitag.", "2019-06-28" },
	{ "de", "Er kam am Samstagabend.", "2019-06-29" },
	{ "de", "Er kommt im nächsten Monat.", "2019-08" },
	{ "de", "Es geschah vor drei Jahren.", "2016" },
	{ "fr", "La réunion a eu lieu le 1er juillet.", "2019-07-01" },
	{ "fr", "Il est venu la semaine dernière.", "2019-W26" },
	{ "fr", "Il y a deux ans.", "2017" },
	{ "es", "La reunión fue el 28 de junio.", "2019-06-28" },
	{ "es", "En 1998 salvaron más de 2000 barcos.", "1998" },
	{ "de", "Anfang nächsten Jahres wird gebaut.", "2020" },
	{ "fr", "Il part au début de l'année prochaine.", "2020" },
	{ "es", "Se abrirá a finales del próximo mes.", "2019-08" },
	{ "es", "Vendrá el próximo mes.", "2019-08" },
	{ "es", "Murió hace dos años.", "2017" },
	{ "es", "Desde junio de 2018.", "2018-06" },
	{ "fr", "L'aide commence en septembre.", "2019-09" },
	{ "de", "Es brach am 3. Mai aus. Am Tag darauf kam er.", "2019-05-04" },
	{ "de", "Es brach am 3. Mai aus. Zwei Wochen später kam er.", "2019-W20" },
	{ "de", "Er kam am 3. Mai und ging am folgenden Tag.", "2019-05-04" },
	{ "de", "Es geschah im Juli dieses Jahres.", "2019-07" },
	{ "de", "Ab Freitag fahren Busse.", "2019-07-05" },
	{ "de", "Die Brücke bleibt vom Freitag an gesperrt.", "2019-07-05" },
	{ "de", "Die Brücke ist vom Freitag an gesperrt.", "2019-07-05" },
	{ "de", "Die Brücke war vom Freitag an gesperrt.", "2019-06-28" },
	{ "de", "Der Prozess beginnt am Freitag.", "2019-07-05" },
	{ "de", "Am Freitag tagt der Rat.", "2019-07-05" },
	{ "de", "Sie wollten am Freitag beginnen.", "2019-06-28" },
	{ "de", "Wie es endet, ist seit Freitag klar.", "2019-06-28" },
	{ "fr", "Le procès s'ouvre vendredi.", "2019-07-05" },
	{ "fr", "Le match a lieu vendredi.", "2019-07-05" },
	{ "fr", "Le match a eu lieu vendredi.", "2019-06-28" },
	{ "es", "El juicio comienza el viernes.", "2019-07-05" },
	{ "de", "Im Herbst kommt er.", "2019-FA" },
	{ "de", "Das Schloss bleibt bis zum Herbst zu.", "2019-FA" },
	{ "de", "Es war ein schwarzer Tag. Am Freitag spielt er.", "2019-07-05" },
	{ "fr", "Elle viendra au printemps.", "2020-SP" },
	{ "fr", "Le 14 août, il a été pris.", "2018-08-14" },
	{ "fr", "Le 14 août, il doit sortir.", "2019-08-14" },
	{ "es", "El 14 de agosto fue detenido.", "2018-08-14" },
	{ "de", "Am 14. August wurde er gefasst.", "2018-08-14" },
	{ "fr", "Opérée en novembre, elle n'a rien dit.", "2018-11" },
	{ "es", "Vino en otoño, y ya fue tarde.", "2018-FA" },
	{ "es", "Convocó una marcha para el viernes.", "2019-07-05" },
	{ "es", "Vino el viernes de la semana pasada.", "2019-06-28" },
	{ "fr", "Il est venu le vendredi de la semaine dernière.", "2019-06-28" },
	{ "de", "Am Dienstag kommender Woche ist es so weit.", "2019-07-09" },
	{ "de", "Im Mai kam er, und die Stadt wählt.", "2019-05" },
	{ "es", "El tiempo podría cambiar el viernes.", "2019-07-05" },
	{ "fr", "Il est mort le 3 mai. Le lendemain, elle est venue.", "2019-05-04" },
	{ "fr", "Il est mort en 1923 et elle cinq ans plus tard.", "1928" },
	{ "fr", "Les bennes reprendront mardi.", "2019-07-02" },
	{ "es", "La obra empezó en septiembre.", "2018-09" },
	{ "es", "El puente abrirá el viernes.", "2019-07-05" },
	{ "es", "Murió el 3 de mayo. Tres días después vino.", "2019-05-06" },
};

static void
other_languages_are_other_tables(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(abroad); i++) {
		const struct timexes x =
		    find(&a, str_of(abroad[i].text), &monday, abroad[i].language);

		assert_true(x.n > 0);
		assert_str(str_of(x.at[x.n - 1].value), str_of(abroad[i].value));
	}
	arena_free(&a);
}

static void
without_a_date_no_year_is_made_up(void **state)
{
	static const struct {
		const char *text, *value, *edtf;
	} open[] = {
		{ "They met on June 28.", "XXXX-06-28", "XXXX-06-28" },
		{ "They met in March.", "XXXX-03", "XXXX-03" },
		{ "They met on Friday.", "XXXX-WXX-5", "" },
		{ "They met yesterday.", "XXXX-XX-XX", "" },
		{ "They met last year.", "XXXX", "" },
		{ "They met this week.", "XXXX-WXX", "" },
		{ "They met at 9:30 a.m.", "XXXX-XX-XXT09:30", "" },
		{ "They met in May 2012.", "2012-05", "2012-05" },
		{ "They met on Christmas Day.", "XXXX-12-25", "XXXX-12-25" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(open); i++) {
		const struct timexes x = find(&a, str_of(open[i].text), NULL, "en");

		assert_int_equal(x.n, 1);
		assert_str(str_of(x.at[0].value), str_of(open[i].value));
		assert_str(str_of(x.at[0].edtf), str_of(open[i].edtf));
	}
	arena_free(&a);
}

/* In a history a month is of the year told last, but not what is to come or was last autumn. */
static void
a_history_ends_at_what_is_now(void **state)
{
	static const struct {
		const char *text, *value;
	} ends[] = {
		{ "In June he left.", "2005-06" },
		{ "Last autumn he left.", "2018-FA" },
		{ "He will leave on 30 September.", "2019-09-30" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(ends); i++) {
		struct buf b = buf_new(&a);
		struct timexes x;

		buf_text(
		    &b, "It was so in 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005. ");
		buf_text(&b, ends[i].text);
		x = find(&a, buf_view(&b), &monday, "en");
		assert_str(str_of(x.at[x.n - 1].value), str_of(ends[i].value));
	}
	arena_free(&a);
}

static void
impossible_dates_are_none(void **state)
{
	static const char *const texts[] = { "on 2019-02-29 and 2019-13-01",
		"on 31/31/2019 and 45.13", "on 31 February 2019", "by June 31",
		"by June 31, 2019", "at 25:00 or 9:75", "the 99th century",
		"her first quarter-final", "on 2000-00-00",
		"in Room 2012 he paid $1999 for 1,945 tons",
		"これは3日間の話で、30月12日ではない。" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		assert_int_equal(find(&a, str_of(texts[i]), &monday, "en").n, 0);
	arena_free(&a);
}

static const char *const pieces[] = { "on ", "June ", "28", "28th ", "-", ", ", "2019 ",
	"the ", "last ", "next ", "year", "'s ", "years ", "a ", "few ", "of ", "Monday ",
	"morning ", "9", ":", "30 ", "p.m. ", "1990s ", "'", "mid", "early ", "end ",
	"third ", "quarter ", "ago ", "earlier ", "later ", ". ", "\n\n", "\n", "will ",
	"said ", "every ", "other ", "\xff", "é", "日", "twenty", "two thousand ", "BC ",
	"Christmas ", "Day ", "century ", "/", "12/31/1999 ", "9999999999 ", "0 ",
	"half ", "and ", "to ", "fiscal ", "week", "day ", "night ", "UTC ", "summer " };

static struct str
random_text(struct arena *a, uint64_t *seed)
{
	struct buf b = buf_new(a);

	for (uint32_t i = dice(seed, 80); i > 0; i--)
		buf_text(&b, pieces[dice(seed, LEN(pieces))]);
	return buf_view(&b);
}

/* In order, not overlapping, whole tokens but for 's; EDTF only of the kinds briefs write. */
static void
what_is_found_is_in_order_and_valid(void **state)
{
	uint64_t seed = 42;

	(void)state;
	for (int round = 0; round < 1500; round++) {
		struct arena a = ARENA_INIT;
		const struct str text = random_text(&a, &seed);
		const bool dated = dice(&seed, 3) != 0;
		const struct civil day = civil_of((long)dice(&seed, 40000));
		const struct timexes x = find(&a, text, dated ? &day : NULL, "en");
		struct edtf date;
		size_t end = 0;

		for (size_t i = 0; i < x.n; i++) {
			const struct timex *t = &x.at[i];

			assert_true(t->n > 0 && t->at >= end);
			end = (size_t)t->at + t->n;
			assert_true(end <= text.n);
			assert_true(t->value[0] != '\0' && t->tokens > 0);
			assert_true(strlen(t->value) < sizeof(t->value) - 1);
			if (t->edtf[0] != '\0' && !edtf_parse(str_of(t->edtf), &date))
				print_error("'%s' of %s\n", t->edtf, t->rule);
			assert_true(
			    t->edtf[0] == '\0' || edtf_parse(str_of(t->edtf), &date));
			if (t->type == TIMEX_DURATION || t->type == TIMEX_SET)
				assert_int_equal(t->edtf[0], '\0');
		}
		arena_free(&a);
	}
}

/* What stands far before a paragraph changes nothing in it: the window has no seam. */
static void
a_paragraph_is_read_the_same_at_any_place(void **state)
{
	static const struct str last = {
		"It will open in the third quarter of 2018, on Friday, "
		"June 28, at 9:30 p.m., or two weeks later.",
		96
	};
	struct arena a = ARENA_INIT;
	const struct timexes alone = find(&a, last, &monday, "en");

	(void)state;
	for (uint32_t words = 450; words < 1100; words += 13) {
		struct buf b = buf_new(&a);
		struct timexes x;
		size_t shift;

		for (uint32_t i = 0; i < words; i++)
			buf_text(&b, "word ");
		buf_text(&b, "\n\n");
		shift = b.n;
		buf_str(&b, last);
		x = find(&a, buf_view(&b), &monday, "en");
		assert_int_equal(x.n, alone.n);
		for (size_t i = 0; i < x.n; i++) {
			assert_int_equal(x.at[i].at, alone.at[i].at + shift);
			assert_str(str_of(x.at[i].value), str_of(alone.at[i].value));
		}
	}
	arena_free(&a);
}

/* A text of dates costs the rows of its list and one window, nothing more. */
static void
nothing_is_allocated_for_an_expression(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	struct tokens t;
	struct timexes x;
	size_t before;

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_text(&b, "on June 28, 2019 and last week ");
	t = tokens_of(&a, buf_view(&b));
	before = a.used;
	x = timex_find(&a, &t, &monday, STR("en"));
	assert_int_equal(x.n, 2000);
	/* the list doubles while it grows; the index is one block */
	assert_true(a.used - before <
		    3 * x.room * sizeof(*x.at) + WINDOW * sizeof(struct seen) + 8192);
	arena_free(&a);
}

/* Texts of one kind, up to a megabyte in one line: the work and the memory grow as they do. */
static void
work_is_linear_in_the_text(void **state)
{
	static const struct {
		const char *piece;
		size_t each; /* expressions */
	} kinds[] = { { "on June 28, 2019 and last week ", 2 }, { "7", 0 }, { "7 ", 0 },
		{ "2019-", 0 }, { "28 June ", 1 }, { "the first half of the ", 0 },
		{ "June ", 0 }, { "two ", 0 }, { "said on Friday that he will ", 1 },
		{ "no time at all is told here ", 0 } };
	static const size_t sizes[] = { 1 << 17, 1 << 20 };

	(void)state;
	for (size_t i = 0; i < LEN(kinds); i++) {
		size_t steps[2], used[2];

		for (size_t k = 0; k < LEN(sizes); k++) {
			struct arena a = ARENA_INIT;
			struct buf b = buf_new(&a);
			size_t times = 0, before;
			struct timexes x;
			struct tokens t;

			for (; b.n < sizes[k]; times++)
				buf_text(&b, kinds[i].piece);
			t = tokens_of(&a, buf_view(&b));
			before = a.used;
			x = timex_find(&a, &t, &monday, STR("en"));
			steps[k] = x.steps;
			used[k] = a.used - before;
			if (kinds[i].each != 0)
				assert_int_equal(x.n, kinds[i].each * times);
			assert_true(x.steps <= 150 * t.n + 100);
			arena_free(&a);
		}
		assert_true(steps[1] <= 9 * steps[0] + 100);
		assert_true(used[1] <= 17 * used[0]); /* a list doubles */
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_row_finds_its_example_and_not_the_other),
		cmocka_unit_test(every_word_is_in_the_table),
		cmocka_unit_test(examples_have_their_values),
		cmocka_unit_test(other_languages_are_other_tables),
		cmocka_unit_test(without_a_date_no_year_is_made_up),
		cmocka_unit_test(a_history_ends_at_what_is_now),
		cmocka_unit_test(impossible_dates_are_none),
		cmocka_unit_test(what_is_found_is_in_order_and_valid),
		cmocka_unit_test(a_paragraph_is_read_the_same_at_any_place),
		cmocka_unit_test(work_is_linear_in_the_text),
		cmocka_unit_test(nothing_is_allocated_for_an_expression),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
