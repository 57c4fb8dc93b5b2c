/* The digest: what holds for every article, then what ours should become. */
#include "check.h"

#include <stdlib.h>

#include "base/buf.h"
#include "digest/digest.h"
#include "digest/gazetteer.h"
#include "digest/tables/openings.h"
#include "digest/words.h"
#include "text/word.h"

static const char *const pieces[] = { "The ", "minister ", "Taro Kono ", "said ", "in ",
	"Osaka", ". ", "! ", "\"", "He ", "but ", "G20 ", "U.S. ", "(", "ASAT", ") ", "-",
	"India", "'s ", "’", "…", "é", "\xff", "\n\n", "\n", "# ", "- ", "> ", "`",
	"2+2 ", "meeting of foreign and defence ministers ", "June 28 ", "1,200 ", "? ",
	"Japan-India-US ", "A. B. ", "of ", "Bank ", "Mr ", "LONDON ", "&", "    ",
	"www.x.org ", "cyber security ", "Secretary of ", "Rovaniemi ", "Chief " };

static struct brief *
digest_of(struct arena *a, struct str title, struct str commonmark, int sentences)
{
	struct article in = { .title = title, .body = doc_parse(a, commonmark) };
	const struct digest_options o = { .sentences = sentences };
	struct diags d = { .a = a };

	return digest(a, &in, &o, STR("test"), &d);
}

static struct str
random_text(struct arena *a, uint64_t *seed)
{
	struct buf b = buf_new(a);

	for (uint32_t i = dice(seed, 120); i > 0; i--)
		buf_text(&b, pieces[dice(seed, LEN(pieces))]);
	buf_text(&b, "End.");
	return buf_view(&b);
}

static struct str
plain_of(struct arena *a, const struct doc *d)
{
	struct buf b = buf_new(a);

	for (const struct block *k = d->first; k != NULL; k = k->next) {
		buf_str(&b, doc_plain(a, k));
		buf_byte(&b, '\n');
	}
	return buf_view(&b);
}

static void
names_are_in(struct str plain, const struct name_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		assert_true(str_has(plain, l->at[i].name));
		for (size_t k = 0; k < l->at[i].aka.n; k++)
			assert_true(str_has(plain, l->at[i].aka.at[k]));
	}
}

/* Every sentence is one line of the paragraph it names, in order; every name is in the body. */
static void
all_is_verbatim(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (int n = 0; n < 1500; n++) {
		struct arena a = ARENA_INIT;
		const struct str text = random_text(&a, &seed);
		const struct doc *d = doc_parse(&a, text);
		const struct brief *b =
		    digest_of(&a, STR("Kono in Osaka"), text, (int)dice(&seed, 6));
		const struct str plain = plain_of(&a, d);
		long para = 0;

		for (size_t i = 0; i < b->summary.n; i++) {
			const struct extract *e = &b->summary.at[i];

			assert_true(e->para >= para && e->para <= (long)d->count);
			assert_true(
			    str_has(doc_plain(&a, doc_para(d, e->para)), e->text));
			assert_false(str_has(e->text, STR("\n")));
			para = e->para;
		}
		for (size_t i = 0; i < b->topics.n; i++)
			assert_true(str_has(plain, b->topics.at[i]));
		names_are_in(plain, &b->people);
		names_are_in(plain, &b->orgs);
		names_are_in(plain, &b->places);
		arena_free(&a);
	}
}

/* The same article gives the same brief. */
static void
the_same_twice(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int n = 0; n < 200; n++) {
		struct arena a = ARENA_INIT;
		const struct str text = random_text(&a, &seed);
		struct buf one = buf_new(&a), two = buf_new(&a);

		brief_write(digest_of(&a, STR("T"), text, 0), &one);
		brief_write(digest_of(&a, STR("T"), text, 0), &two);
		assert_str(buf_view(&one), buf_view(&two));
		arena_free(&a);
	}
}

static bool
is_listed(const struct name_list *l, const char *name, const char *aka, const char *role)
{
	for (size_t i = 0; i < l->n; i++) {
		bool known = aka == NULL;

		if (!str_eq(l->at[i].name, str_of(name)))
			continue;
		for (size_t k = 0; k < l->at[i].aka.n; k++)
			known |= aka != NULL && str_eq(l->at[i].aka.at[k], str_of(aka));
		return known && (role == NULL || str_eq(l->at[i].role, str_of(role)));
	}
	return false;
}

static void
people_organisations_and_places_are_told_apart(void **state)
{
	struct arena a = ARENA_INIT;
	const struct brief *b = digest_of(&a, STR("Talks on the reef"),
	    STR("The reef commission met in Brisbane on Tuesday. Environment Minister "
		"Ngaire "
		"Holloway said Australia would pay for the survey. Holloway spoke after "
		"marine "
		"biologist Piet van Aarde told the Coral Trust that half of the reef "
		"near Fiji "
		"was lost. The Pacific Marine Research Institute (PMRI) will publish its "
		"figures. "
		"The PMRI and the United Nations agree. The UN will send a ship to "
		"Fiji.\n\n"
		"\"We are late,\" van Aarde said. He lives in New Zealand."),
	    0);

	(void)state;
	assert_true(
	    is_listed(&b->people, "Ngaire Holloway", "Holloway", "Environment Minister"));
	assert_true(is_listed(&b->places, "Brisbane", NULL, NULL));
	assert_true(is_listed(&b->places, "Australia", NULL, NULL));
	assert_true(is_listed(&b->places, "New Zealand", NULL, NULL));
	assert_true(is_listed(&b->orgs, "United Nations", "UN", NULL));
	assert_true(
	    is_listed(&b->orgs, "Pacific Marine Research Institute", "PMRI", NULL));
	assert_int_equal(b->acronyms.n, 1);
	assert_str(b->acronyms.at[0].shorter, STR("PMRI"));
	assert_str(b->acronyms.at[0].expansion, STR("Pacific Marine Research Institute"));
	arena_free(&a);
}

/* A small word beside a name, its form and what it ends with say what it is. */
static void
words_beside_a_name_tell_what_it_is(void **state)
{
	struct arena a = ARENA_INIT;
	const struct brief *b = digest_of(&a, STR("A cut cable"),
	    STR("The shipping company Sundt Lorens lost its link on Monday. Vice "
		"President "
		"Ngaire Holloway flew to Gordon Bell Island. Divers of the railway Norra "
		"Banan joined them, and soldiers of the People's Liberation Army. A "
		"treaty "
		"on Access and Cable Care (ACC) covers it in Article V. The "
		"Federal Reserve Bank of Dunmore pays. The town of Ossory has no light, "
		"and "
		"Lark-7X, a ship, is late."),
	    0);

	(void)state;
	assert_true(is_listed(&b->orgs, "Sundt Lorens", NULL, NULL));
	assert_true(is_listed(&b->orgs, "Norra Banan", NULL, NULL));
	assert_true(is_listed(&b->orgs, "People's Liberation Army", NULL, NULL));
	assert_true(is_listed(&b->orgs, "Federal Reserve Bank of Dunmore", NULL, NULL));
	assert_true(is_listed(&b->people, "Ngaire Holloway", NULL, "Vice President"));
	assert_true(is_listed(&b->places, "Gordon Bell Island", NULL, NULL));
	assert_true(is_listed(&b->places, "Ossory", NULL, NULL));
	assert_int_equal(b->people.n, 1);
	assert_int_equal(b->acronyms.n, 1);
	assert_str(b->acronyms.at[0].expansion, STR("Access and Cable Care"));
	arena_free(&a);
}

static struct str
names_joined(struct arena *a, const struct name_list *list)
{
	struct buf out = buf_new(a);

	for (size_t i = 0; i < list->n; i++)
		buf_printf(
		    &out, "%s" STR_FMT, i == 0 ? "" : ", ", STR_ARG(list->at[i].name));
	return buf_view(&out);
}

/* In a line of capitals or a heading a common word is none of the names it looks like. */
static void
common_words_in_capitals_are_no_names(void **state)
{
	struct arena a = ARENA_INIT;
	const struct brief *b = digest_of(&a, STR("The wall"),
	    STR("WHO PAYS FOR IT\n\nThe Harbour Board met in Oslo. The Teachers' Union "
		"(TU) did not.\n\n# Who pays us\n\nThe board of the US paid.\n\n"
		"US TO PAY AGAIN, SAYS BOARD"),
	    0);

	(void)state;
	assert_int_equal(b->orgs.n, 2);
	assert_true(is_listed(&b->orgs, "Harbour Board", NULL, NULL));
	assert_true(is_listed(&b->orgs, "Teachers' Union", "TU", NULL));
	assert_true(is_listed(&b->places, "US", NULL, NULL));
	assert_int_equal(b->places.n, 2);
	b = digest_of(&a, STR("The port"),
	    STR("Transport Secretary Ngaire Holloway paid. Sometimes King Olaf Berg "
		"pays."),
	    0);
	assert_true(
	    is_listed(&b->people, "Ngaire Holloway", NULL, "Transport Secretary"));
	assert_true(is_listed(&b->people, "Olaf Berg", NULL, "King"));
	arena_free(&a);
}

/* A firm is known by what it calls itself, where that comes last and where it comes first; its
   town is not its short form. */
static void
firms_are_no_people(void **state)
{
	static const struct {
		const char *text, *orgs, *people, *places;
	} rows[] = {
		{ "Skarv Terminals told the union on Monday that it would pay. Ana Holm "
		  "of "
		  "Brenn Shipping said so in Skarv, and the harbour of Skarv was quiet.",
		    "Skarv Terminals, Brenn Shipping", "Ana Holm", "Skarv" },
		{ "Die Hafen Nord AG und die Weber & Söhne KG bauen den Kai. Das sagte "
		  "Sabine Weber von der Brenner Energie am Montag in Leipzig. Den Strom "
		  "liefern die Stadtwerke Leipzig und die Stadtwerke Brenn.",
		    "Hafen Nord AG, Weber & Söhne KG, Brenner Energie, Stadtwerke "
		    "Leipzig, "
		    "Stadtwerke Brenn",
		    "Sabine Weber", "Leipzig" },
		{ "Die letzte Bahn der Brenner Verkehrsbetriebe war am Montag nicht auf "
		  "der "
		  "Brücke, sagte eine Frau, die das gesehen hat.",
		    "Brenner Verkehrsbetriebe", "", "" },
		{ "La Banque Delorme et la Compagnie Maritime Nord ont signé lundi un "
		  "accord "
		  "avec la SNCF, mais la société Martel SARL ne veut pas de ce port.",
		    "Banque Delorme, Compagnie Maritime Nord, SNCF, Martel SARL", "",
		    "" },
		{ "El Banco Faro y el Grupo Nueva Costa dijeron el lunes que la huelga "
		  "no "
		  "es por la empresa Transportes Ruiz S.L. ni por el puerto.",
		    "Banco Faro, Grupo Nueva Costa, Transportes Ruiz S.L.", "", "" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		const struct brief *b =
		    digest_of(&a, STR("Kai"), str_of(rows[i].text), 0);

		assert_str(names_joined(&a, &b->orgs), str_of(rows[i].orgs));
		assert_str(names_joined(&a, &b->people), str_of(rows[i].people));
		assert_str(names_joined(&a, &b->places), str_of(rows[i].places));
	}
	arena_free(&a);
}

static void
a_short_article_is_shown_whole(void **state)
{
	struct arena a = ARENA_INIT;
	const struct brief *b = digest_of(
	    &a, STR("Rain"), STR("It rained in the hills. But the road is open."), 0);

	(void)state;
	assert_int_equal(b->summary.n, 2);
	assert_str(b->summary.at[0].text, STR("It rained in the hills."));
	assert_int_equal(b->summary.at[1].para, 1);
	arena_free(&a);
}

static void
questions_and_dangling_sentences_stay_out(void **state)
{
	struct arena a = ARENA_INIT;
	const struct brief *b = digest_of(&a, STR("The bridge over the river"),
	    STR("The bridge over the river was closed for repairs on Monday by the "
		"council. Why "
		"was the bridge over the river closed?\n\nEngineers found cracks in two "
		"of the "
		"pillars of the bridge. He blamed the river and the bridge for the "
		"repairs.\n\n"
		"Subscribe to our newsletter for the bridge and the river.\n\nThe "
		"council said the "
		"repairs of the pillars would take a year. The ferry runs every hour. "
		"The town has "
		"a market. The school opens in autumn."),
	    3);

	(void)state;
	assert_int_equal(b->summary.n, 3);
	for (size_t i = 0; i < b->summary.n; i++) {
		assert_false(str_starts(b->summary.at[i].text, STR("Why")));
		assert_false(str_starts(b->summary.at[i].text, STR("Subscribe")));
	}
	assert_true(str_starts(b->summary.at[0].text, STR("The bridge")));
	arena_free(&a);
}

/* What points at something that the summary does not tell stays out of it. */
static void
what_points_behind_stays_out(void **state)
{
	static const char *const hanging[] = { "The gauge shows the tide of the harbour.",
		"Most of its tide came over the wall of the harbour.",
		"Two days later the tide of the harbour fell.",
		"After that, he opened the wall of the harbour to the tide.",
		"Both saw the tide over the wall of the harbour.",
		"The harbour master of the tide mended that gauge on the wall.",
		"The harbour master of the tide agreed.",
		"harbour, tide, wall: the tide of the harbour wall.",
		"The wall of the harbour was up again by the end of that month.",
		"The wall of the harbour where a tide was seen." };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(hanging); i++) {
		struct buf b = buf_new(&a);
		const struct brief *out;

		buf_printf(&b,
		    "A high tide broke the wall of the harbour on Monday night. A gauge "
		    "was lost. A street is wet. %s A baker found his shop dry. A child "
		    "fell ill. A bus went to the north.",
		    hanging[i]);
		out =
		    digest_of(&a, STR("High tide at the harbour wall"), buf_view(&b), 3);
		assert_int_equal(out->summary.n, 3);
		for (size_t k = 1; k < out->summary.n; k++) {
			const struct str before = out->summary.at[k - 1].text;

			if (str_eq(out->summary.at[k].text, str_of(hanging[i])) &&
			    !str_eq(before, STR("A street is wet.")) &&
			    !str_has(before, STR("gauge")))
				fail_msg("chosen: %s", hanging[i]);
		}
	}
	arena_free(&a);
}

static const struct {
	const char *language, *text;
	const char *topic,
	    *hangs; /* a topic that is found, a sentence that is left out */
} abroad[] = {
	{ "de",
	    "Die Brücke über die Aller ist seit Montag gesperrt. Es handele sich um "
	    "einen "
	    "Riss, sagte die Stadt. Dieser Riss an der Brücke ist lang. Eine neue Brücke "
	    "kostet viel. Der Rat berät im Juli über die neue Brücke. Die Autos fahren "
	    "über die neue Straße. Im Herbst kommt der Bagger. Der Minister gibt Geld.",
	    "neue Brücke", "Dieser Riss" },
	{ "fr",
	    "Le pont sur la Loire est fermé depuis lundi. Cependant le pont est une voie "
	    "économique. Une aide économique est prévue pour le pont. La ville attend "
	    "une aide économique. Les habitants ont froid. Un bateau passe le soir. "
	    "La maire a signé la lettre. Le vent souffle du nord sur la ville.",
	    "aide économique", "Cependant" },
	{ "es",
	    "El puente sobre el Tajo está cerrado desde el lunes. Sin embargo el puente "
	    "es viejo. Una ayuda económica llegará para el puente. La ciudad espera la "
	    "ayuda económica. Los vecinos tienen frío. Un barco pasa de noche. La "
	    "alcaldesa firmó la carta. El viento sopla del norte sobre la ciudad.",
	    "ayuda económica", "Sin embargo" },
};

/* The one sentence stands right behind the other. */
static bool
is_behind(struct str text, struct str before, struct str s)
{
	return str_find(text, before, 0) + before.n + 1 == str_find(text, s, 0);
}

static void
other_languages_have_topics_and_summaries(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(abroad); i++) {
		const struct brief *b =
		    digest_of(&a, STR("A bridge"), str_of(abroad[i].text), 3);
		bool found = false;

		assert_str(b->source.language, str_of(abroad[i].language));
		for (size_t k = 0; k < b->topics.n; k++)
			found |= str_eq(b->topics.at[k], str_of(abroad[i].topic));
		assert_true(found);
		for (size_t k = 0; k < b->summary.n; k++)
			if (str_starts(b->summary.at[k].text, str_of(abroad[i].hangs)))
				assert_true(k > 0 && is_behind(str_of(abroad[i].text),
							 b->summary.at[k - 1].text,
							 b->summary.at[k].text));
	}
	arena_free(&a);
}

static void
topics_are_no_clauses(void **state)
{
	static const char *const texts[] = {
		"The harbour law enters into force in May. Until the law comes, nobody "
		"pays. "
		"A law needs a date, and this law has one. The mayor wrote the law at "
		"home, "
		"and the council read it twice before the winter came to the old town "
		"again.",
		"At the quay prices rise by a third. Prices rise for bread. The mayor "
		"said "
		"that prices of all goods had doubled, and that nobody could say how far "
		"the "
		"old prices in the town were from the new ones that the council had in "
		"mind.",
		"Der Fluss ist am Abend auf vier Meter gesunken. Am Morgen hatte er fünf "
		"Meter erreicht. Die Stadt hofft, dass er bis zum Freitag unter vier "
		"Meter "
		"fällt. Im Sommer waren es zwei Meter, sagte der Bürgermeister, und im "
		"Winter waren es einmal neun Meter.",
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const struct brief *b =
		    digest_of(&a, STR("Law and prices"), str_of(texts[i]), 3);

		for (size_t k = 0; k < b->topics.n; k++) {
			assert_false(str_has(b->topics.at[k], STR("enters")));
			assert_false(str_has(b->topics.at[k], STR("rise")));
			assert_false(str_has(b->topics.at[k], STR("Meter")));
		}
	}
	arena_free(&a);
}

static bool
has_topic(const struct brief *b, const char *words)
{
	for (size_t i = 0; i < b->topics.n; i++)
		if (str_has(b->topics.at[i], str_of(words)))
			return true;
	return false;
}

static void
topics_are_whole(void **state)
{
	struct arena a = ARENA_INIT;
	const struct brief *b = digest_of(&a, STR("Savings"),
	    STR("Long-term savings carry risks. The bank likes long-term savings, and "
		"the "
		"rules similar to those of long-term savings carry risks too. Savings "
		"are "
		"what the bank lives on, and the savings of the town lie in the bank. "
		"Some "
		"say that savings improve lives, and that the bank should say so."),
	    3);

	(void)state;
	assert_true(has_topic(b, "savings"));
	assert_false(has_topic(b, "carry") || has_topic(b, "improve"));
	for (size_t i = 0; i < b->topics.n; i++)
		assert_false(str_starts(b->topics.at[i], STR("term")));
	arena_free(&a);
}

/* In a longer text what is told once says little; what many are doing, nothing. */
static void
topics_are_told_again(void **state)
{
	static const char *const told[] = { "The ferry sails at noon.",
		"A ferry needs a pilot.", "Sailors like the ferry.",
		"The harbour light is green.", "The harbour light can be seen from afar.",
		"Nobody saw the gulls waiting.", "There were gulls waiting at the quay.",
		"One man had a wooden ferry.", "Rain fell.", "Nobody came." };
	struct arena a = ARENA_INIT;
	struct buf text = buf_new(&a);
	const struct brief *b;

	(void)state;
	for (size_t i = 0; i < 3 * LEN(told); i++)
		buf_printf(&text, "%s%s",
		    i == 0       ? ""
		    : i % 5 == 0 ? "\n\n"
				 : " ",
		    i < LEN(told) ? told[i] : told[8 + i % 2]);
	b = digest_of(&a, STR("News of the quay"), buf_view(&text), 3);
	assert_true(has_topic(b, "harbour light"));
	assert_false(has_topic(b, "wooden ferry"));
	assert_false(has_topic(b, "waiting"));
	arena_free(&a);
}

/* Without a list of function words only long words that come often are told. */
static void
topics_of_a_language_without_lists(void **state)
{
	static const char text[] =
	    "Most nad rzeką jest zamknięty, ale też stary. Naprawa mostu trwa, ale też "
	    "kosztuje. Burmistrz mówi, że naprawa mostu się opóźni, ale też że naprawa "
	    "mostu "
	    "jest potrzebna. Ta naprawa mostu ma się odbyć latem, a ludzie mają się "
	    "dowiedzieć "
	    "o tym z gazety, że naprawa mostu trwa, która leży przed ratuszem w każdą "
	    "sobotę rano.";
	struct arena a = ARENA_INIT;
	struct article in = { .title = STR("Most"), .body = doc_parse(&a, str_of(text)) };
	const struct digest_options o = { .sentences = 3 };
	struct diags d = { .a = &a };
	const struct brief *b;

	(void)state;
	in.source.language = STR("pl");
	b = digest(&a, &in, &o, STR("test"), &d);
	assert_false(has_topic(b, "też") || has_topic(b, "się"));
	assert_true(has_topic(b, "mostu"));
	arena_free(&a);
}

static uint16_t
classes(struct str word)
{
	return word_classes(word, token_hash(word));
}

/* tables/lists_slots.h is what tests/tools/timex_slots.py makes of tables/lists.h. */
static void
words_are_in_their_lists_and_in_no_others(void **state)
{
#define LIST_WORDS(id, words) words,
	static const char *const lists[] = { WORD_LISTS(LIST_WORDS) };
	uint64_t seen = 0;

	(void)state;
	for (size_t k = 0; k < LEN(lists); k++) {
		struct str rest = str_of(lists[k]);

		while (rest.n != 0) {
			const struct str word = str_split(&rest, ' ');
			const uint64_t in = word_lists(word, token_hash(word));

			assert_true((in >> k & 1) != 0);
			for (size_t i = 0; i < LEN(lists); i++)
				if (i != LIST_PLAIN_VERB && (in >> i & 1) != 0)
					assert_true(str_has(str_of(lists[i]), word));
			seen |= in;
		}
	}
	assert_true((seen >> LIST_PLAIN_VERB & 1) != 0); /* "do", of verbs.h */
	assert_true(word_lists(STR("THEIR"), token_hash(STR("their"))) ==
		    word_lists(STR("their"), token_hash(STR("their"))));
	assert_true(word_lists(STR("walls"), token_hash(STR("walls"))) == 0);
}

/* One pass over the prefixes finds what look-ups of each find. */
static void
longest_name_is_the_longest_prefix_that_is_one(void **state)
{
	static const char text[] = "United States of America's New York City";
	static const size_t lengths[][3] = { { 6, 13, 16 }, { 13, 16, 24 },
		{ 24, 16, 13 }, { 1, 3, 5 } };
	static const size_t longest[] = { 1, 2, 2, 3 };

	(void)state;
	for (size_t i = 0; i < LEN(longest); i++) {
		uint16_t kinds = 0;

		assert_int_equal(
		    gazetteer_longest(str_of(text), lengths[i], 3, &kinds), longest[i]);
		assert_int_equal(kinds, longest[i] < 3 ? NAME_COUNTRY : 0);
	}
}

static void
assert_is_in_order(const char *const *rows, size_t n)
{
	for (size_t i = 1; i < n; i++)
		assert_true(str_cmp(str_of(rows[i - 1]), str_of(rows[i])) < 0);
}

static void
tables_are_in_order_and_found_in_any_case(void **state)
{
	(void)state;
	assert_is_in_order(openings, LEN(openings));
	assert_is_in_order(asides, LEN(asides));
	assert_is_in_order(credits, LEN(credits));
	assert_int_equal(gazetteer_kinds(STR("SRI LANKA")), NAME_COUNTRY);
	assert_int_equal(gazetteer_kinds(STR("Zurich")), NAME_CITY);
	assert_int_equal(gazetteer_kinds(STR("Zurichx")), 0);
	assert_true((gazetteer_kinds(STR("bogotá")) & NAME_CITY) != 0);
	assert_true(gazetteer_begins(STR("SRI")) && gazetteer_begins(STR("St")) &&
		    gazetteer_begins(STR("Timor")) && gazetteer_begins(STR("U.S")));
	assert_false(gazetteer_begins(STR("Zurichx")) || gazetteer_begins(STR("he")));
	assert_true((classes(STR("He’s")) & WORD_THIRD) != 0);
	assert_true((classes(STR("yours")) & WORD_PERSONAL) != 0);
	assert_int_equal(classes(STR("bridge")), 0);
}

/* What a digest of `times` times the text takes, in bytes. */
static size_t
bytes_for(const char *text, int times)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	size_t before, used;

	for (int i = 0; i < times; i++)
		buf_text(&b, text);
	before = a.used;
	(void)digest_of(&a, STR("Ships"), buf_view(&b), 0);
	used = a.used - before;
	arena_free(&a);
	return used;
}

/* Nothing is allocated for a token but its place in a few lists, which double. */
static void
memory_is_linear_in_the_text(void **state)
{
	static const char *const texts[] = { "The ship of the line reached the port. ",
		"on 28 June 2019 ", "7", "Anna Holm met Bo Dahl in Oslo. ", "word ",
		"It was closed in May and in June and in July, ", "\"", "A.\n\n",
		"Ed. St. No. U.S. " };

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		const int times = (int)(1 + 20000 / strlen(texts[i]));
		const size_t one = bytes_for(texts[i], times),
			     four = bytes_for(texts[i], 4 * times);

		if (four > 6 * one)
			print_error("'%s': %zu, %zu bytes\n", texts[i], one, four);
		assert_true(four <= 6 * one);
	}
}

/* Ten thousand sentences take no longer than they are long. */
static void
long_texts_have_a_summary_too(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	const struct brief *out;

	(void)state;
	for (int i = 0; i < 10000; i++)
		buf_printf(&b,
		    "Ship %d of Line Number%d reached port %d at noon on Monday. ", i,
		    i % 977, i % 31);
	out = digest_of(&a, STR("Ships"), buf_view(&b), 0);
	assert_int_equal(out->summary.n, 5);
	arena_free(&a);
}

/* Each would take minutes if a word or a sentence were looked at for each piece of it. */
static void
hostile_texts_take_no_longer_than_they_are_long(void **state)
{
	static const char *const units[] = { "abAb", "similar boats ", "abcdMiller went ",
		"We saw the abcdMiller and went to the sea. ",
		"home May by that month on the following day ", "abcdMiller's \"" };

	(void)state;
	for (size_t i = 0; i < LEN(units); i++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);

		buf_text(&b, "A boat came to the port of Bremo on Monday. We saw ");
		while (b.n < 2000000)
			buf_text(&b, units[i]);
		buf_text(&b, " to go.");
		assert_true(digest_of(&a, STR("Ships"), buf_view(&b), 0)->summary.n != 0);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_is_verbatim),
		cmocka_unit_test(the_same_twice),
		cmocka_unit_test(words_are_in_their_lists_and_in_no_others),
		cmocka_unit_test(people_organisations_and_places_are_told_apart),
		cmocka_unit_test(common_words_in_capitals_are_no_names),
		cmocka_unit_test(firms_are_no_people),
		cmocka_unit_test(words_beside_a_name_tell_what_it_is),
		cmocka_unit_test(a_short_article_is_shown_whole),
		cmocka_unit_test(questions_and_dangling_sentences_stay_out),
		cmocka_unit_test(other_languages_have_topics_and_summaries),
		cmocka_unit_test(topics_are_no_clauses),
		cmocka_unit_test(topics_are_whole),
		cmocka_unit_test(topics_are_told_again),
		cmocka_unit_test(topics_of_a_language_without_lists),
		cmocka_unit_test(what_points_behind_stays_out),
		cmocka_unit_test(longest_name_is_the_longest_prefix_that_is_one),
		cmocka_unit_test(tables_are_in_order_and_found_in_any_case),
		cmocka_unit_test(memory_is_linear_in_the_text),
		cmocka_unit_test(long_texts_have_a_summary_too),
		cmocka_unit_test(hostile_texts_take_no_longer_than_they_are_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
