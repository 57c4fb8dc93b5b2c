/* A folder of briefs: opened, found, searched, related, added to. */
#include "check.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/vec.h"
#include "brief/brief.h"
#include "library/shelf.h"
#include "library/story.h"
#include "open_library.h"

/* A library of briefs made of a few words and names, in a folder of its own. */
static const char *const names[] = { "Ada Brandt", "Bo Lind", "Cara Oduya", "Dov Amsel",
	"Eve Tran", "CSA", "UN" };
static const char *const words[] = { "harbour", "light", "storm", "ships", "quay",
	"bread", "prices", "rising", "council", "tower", "coast", "repair", "the", "of",
	"Küste" };

static struct str
random_text(struct arena *a, uint64_t *seed, size_t n)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < n; i++)
		buf_printf(&b, "%s%s", i == 0 ? "" : " ", words[dice(seed, LEN(words))]);
	return buf_view(&b);
}

static void
add_name(struct shelf *s, struct brief *b, const char *name)
{
	struct buf body = buf_new(&s->a);

	for (size_t i = 0; i < b->people.n; i++)
		if (str_eq(b->people.at[i].name, str_of(name)))
			return;
	*vec_push(&s->a, &b->people) = (struct name){ .name = str_of(name) };
	buf_str(&body, b->body);
	buf_printf(&body, " said %s.", name);
	b->body = buf_view(&body);
}

/* Days around a new year, sometimes vaguer, sometimes none. */
static struct str
random_date(struct arena *a, uint64_t *seed)
{
	static const char *const months[] = { "2019-12", "2020-01", "2020-02" };
	const char *month = months[dice(seed, LEN(months))];
	const uint32_t kind = dice(seed, 8), day = 1 + dice(seed, 28);
	struct buf b = buf_new(a);

	if (kind >= 2)
		buf_text(&b, month);
	if (kind >= 3)
		buf_printf(&b, "-%02u", day);
	if (kind == 3)
		buf_printf(&b, "/%s-%02u", month, day);
	return buf_view(&b);
}

static struct brief *
random_brief(struct shelf *s, uint64_t *seed)
{
	struct brief *b = arena_new(&s->a, struct brief);

	b->format = 1;
	b->title = random_text(&s->a, seed, 2 + dice(seed, 4));
	b->body = random_text(&s->a, seed, 5 + dice(seed, 60));
	b->source.language = STR("en");
	b->source.published = random_date(&s->a, seed);
	for (uint32_t n = dice(seed, 4); n > 0; n--)
		add_name(s, b, names[dice(seed, LEN(names))]);
	return b;
}

static void
shelf_open(struct shelf *s, size_t n, uint64_t seed)
{
	struct str id;

	*s = (struct shelf){ .folder = "/tmp/nutgraf-library-XXXXXX" };
	s->d.a = &s->a;
	assert_non_null(mkdtemp(s->folder));
	assert_true(library_open_plain(s->folder, &s->lib, &s->d));
	for (size_t i = 0; i < n; i++)
		assert_true(library_put(
		    s->lib, random_brief(s, &seed), STR("test"), &s->a, &id, &s->d));
	library_close(s->lib);
	assert_true(library_open_plain(s->folder, &s->lib, &s->d));
	assert_int_equal(library_count(s->lib), n);
	assert_int_equal(s->d.n, 0);
}

static void
a_library_lists_the_newest_first_and_undated_last(void **state)
{
	struct shelf s;

	(void)state;
	shelf_open(&s, 30, 7);
	for (size_t i = 1; i < library_count(s.lib); i++) {
		const struct entry *a = library_at(s.lib, i - 1),
				   *b = library_at(s.lib, i);
		const int c = str_cmp(a->published, b->published);

		assert_true(c > 0 || (c == 0 && str_cmp(a->id, b->id) < 0));
	}
	shelf_close(&s);
}

static void
every_id_prefix_and_title_finds_its_brief(void **state)
{
	struct shelf s;
	struct found_list found;

	(void)state;
	shelf_open(&s, 20, 11);
	for (size_t i = 0; i < library_count(s.lib); i++) {
		const struct entry *e = library_at(s.lib, i);
		bool there = false;

		assert_int_equal(library_id(s.lib, e->id), i);
		assert_int_equal(library_find(s.lib, &s.a, e->id, &found), FOUND_ONE);
		assert_int_equal(found.at[0], i);
		(void)library_find(s.lib, &s.a, e->title, &found);
		for (size_t k = 0; k < found.n; k++)
			there |= found.at[k] == i;
		assert_true(there);
	}
	assert_int_equal(
	    library_find(s.lib, &s.a, STR("no such words"), &found), FOUND_NONE);
	assert_int_equal(library_find(s.lib, &s.a, STR("20"), &found), FOUND_MANY);
	shelf_close(&s);
}

static bool
holds(const struct brief *b, struct str name)
{
	return str_has(b->title, name) || str_has(b->body, name);
}

/* Weeks begin on Monday, and 1970 began on a Thursday. */
static long
week_of(struct str date)
{
	struct tm t = { .tm_year = (int)strtol(date.p, NULL, 10) - 1900,
		.tm_mon = (int)strtol(date.p + 5, NULL, 10) - 1,
		.tm_mday = (int)strtol(date.p + 8, NULL, 10) };

	return ((long)(timegm(&t) / 86400) + 3) / 7;
}

/* What both days of publication have in common, by their digits. */
static struct str
same_time(struct str a, struct str b)
{
	if (a.n != 10 || b.n != 10)
		return STR_NIL;
	if (str_eq(a, b))
		return STR("same day");
	if (week_of(a) == week_of(b))
		return STR("same week");
	return str_eq(str_cut(a, 0, 7), str_cut(b, 0, 7)) ? STR("same month") : STR_NIL;
}

/* "shares A, B; same week": A and B stand, so spelt, in both, and nothing else is said. */
static void
reason_is_true(const struct brief *a, const struct brief *b, struct str why)
{
	const struct str kinds[] = { STR("shares "), STR("both say ") };
	struct str time = STR_NIL;

	if (why.n == 0)
		return;
	if (str_starts(why, STR("much the same words")))
		(void)str_split(&why, ';');
	while (why.n != 0) {
		struct str rest = str_trim(str_split(&why, ';'));
		bool named = false;

		for (size_t k = 0; k < LEN(kinds) && !named; k++) {
			named = str_starts(rest, kinds[k]);
			if (named)
				rest = str_cut(rest, kinds[k].n, rest.n);
		}
		if (!named)
			time = rest;
		while (named && rest.n != 0) {
			const struct str name = str_trim(str_split(&rest, ','));

			assert_true(name.n != 0 && holds(a, name) && holds(b, name));
		}
	}
	assert_str(time, same_time(a->source.published, b->source.published));
}

static void
reasons_are_true(struct shelf *s)
{
	for (size_t i = 0; i < library_count(s->lib); i++) {
		const struct brief *b = library_brief(s->lib, i, &s->a, &s->d);
		const struct neighbours n = library_related(s->lib, i, NULL, 10, &s->a);
		const struct neighbours again = library_related(s->lib, i, b, 10, &s->a);

		assert_true(n.n <= 10 && n.n == again.n);
		for (size_t k = 0; k < n.n; k++) {
			const size_t other = library_id(s->lib, n.at[k].id);

			assert_true(other != i && other != SIZE_MAX);
			assert_true(k == 0 || n.at[k].score <= n.at[k - 1].score);
			assert_true(n.at[k].score > 0 && n.at[k].score <= 1.000001);
			assert_str(n.at[k].why, again.at[k].why);
			reason_is_true(
			    b, library_brief(s->lib, other, &s->a, &s->d), n.at[k].why);
		}
	}
}

static void
every_reason_is_true_and_scores_fall(void **state)
{
	(void)state;
	for (uint64_t seed = 3; seed < 9; seed++) {
		struct shelf s;

		shelf_open(&s, 40, seed);
		reasons_are_true(&s);
		shelf_close(&s);
	}
}

/* The same out of an index, and of what came after it was made. */
static void
every_reason_of_an_index_is_true(void **state)
{
	char cache[] = "/tmp/nutgraf-reasons-XXXXXX";
	const struct library_options o = { .cache = cache, .least = 1 };
	struct shelf s;
	struct strs names;
	struct str id;
	uint64_t seed = 21;

	(void)state;
	assert_non_null(mkdtemp(cache));
	shelf_open(&s, 40, 20);
	for (int more = 0; more < 2; more++) {
		for (int i = 0; i < 5 * more; i++)
			assert_true(library_put(s.lib, random_brief(&s, &seed),
			    STR("test"), &s.a, &id, &s.d));
		library_close(s.lib);
		assert_true(library_open(s.folder, &o, &s.lib, &s.d));
		assert_true(library_index(s.lib).made);
		reasons_are_true(&s);
	}
	shelf_close(&s);
	s = (struct shelf){ .d.a = &s.a };
	assert_true(folder_list(&s.a, cache, STR(""), &names, &s.d));
	for (size_t i = 0; i < names.n; i++)
		(void)unlink(path_join(&s.a, cache, names.at[i]));
	assert_int_equal(rmdir(cache), 0);
	arena_free(&s.a);
}

static void
a_hit_holds_every_word_and_marks_whole_words(void **state)
{
	struct shelf s;

	(void)state;
	shelf_open(&s, 40, 5);
	for (size_t w = 0; w < LEN(words); w++) {
		const struct hits hits = library_typed(s.lib, str_of(words[w]), 10, &s.a);

		for (size_t i = 0; i < hits.n; i++) {
			const struct hit *h = &hits.at[i];

			assert_true(h->marks.n >= 2 && h->marks.n % 2 == 0);
			for (size_t k = 0; k < h->marks.n; k += 2)
				assert_true(str_eq_nocase(
				    str_cut(h->line, h->marks.at[k], h->marks.at[k + 1]),
				    str_of(words[w])));
			assert_true(i == 0 || h->score <= hits.at[i - 1].score);
		}
	}
	assert_int_equal(library_typed(s.lib, STR("harbour zzz"), 10, &s.a).n, 0);
	assert_int_equal(library_typed(s.lib, STR(" ,"), 10, &s.a).n, 0);
	assert_int_equal(library_typed(s.lib, STR("kuste"), 10, &s.a).n,
	    library_typed(s.lib, STR("Küste"), 10, &s.a).n);
	shelf_close(&s);
}

static void
an_id_that_is_taken_gets_a_number(void **state)
{
	struct shelf s;
	uint64_t seed = 9;
	struct brief *b;
	struct str first, second;

	(void)state;
	shelf_open(&s, 0, 1);
	b = random_brief(&s, &seed);
	b->source.sha256 = STR("abc");
	assert_true(library_put(s.lib, b, STR("test"), &s.a, &first, &s.d));
	assert_int_equal(library_input(s.lib, STR("abc")), 0);
	assert_int_equal(library_input(s.lib, STR("abd")), SIZE_MAX);
	assert_int_equal(library_input(s.lib, STR("")), SIZE_MAX);
	b->id = first;
	assert_true(library_put(s.lib, b, STR("test"), &s.a, &second, &s.d));
	assert_true(str_starts(second, first) && str_ends(second, STR("-2")));
	b->id = STR("../outside");
	assert_true(library_put(s.lib, b, STR("test"), &s.a, &second, &s.d));
	assert_false(str_has(second, STR("/")));
	shelf_close(&s);
}

/* A copy in another paper: listed with what it is the same as, one row on the screen. */
static void
the_same_text_twice_is_one_row(void **state)
{
	struct shelf s;
	struct brief first = { .format = 1,
		.title = STR("A crane fell into the dock"),
		.body = STR("The old crane fell into the dry dock on Thursday. Nobody "
			    "was hurt.") };
	struct brief second = first, near = first;
	struct str ids[3];
	struct neighbours n, folded;

	(void)state;
	shelf_open(&s, 20, 4);
	second.title = STR("A crane fell into the dock");
	second.source.name = STR("Other Paper");
	near.title = STR("Who looks after old cranes");
	near.body = STR("A crane at the dry dock is older than the town hall clock, a "
			"woman said on Thursday.");
	assert_true(library_put(s.lib, &near, STR("test"), &s.a, &ids[0], &s.d));
	assert_true(library_put(s.lib, &first, STR("test"), &s.a, &ids[1], &s.d));
	assert_true(library_put(s.lib, &second, STR("test"), &s.a, &ids[2], &s.d));
	library_close(s.lib);
	assert_true(library_open_plain(s.folder, &s.lib, &s.d));
	n = library_related(s.lib, library_id(s.lib, ids[0]), NULL, 2, &s.a);
	assert_int_equal(n.n, 2);
	assert_str(n.at[1].same_as, n.at[0].id);
	assert_int_equal(n.at[0].same_as.n, 0);
	folded = neighbours_fold(&s.a, &n, ids[0]);
	assert_int_equal(folded.n, 1);
	assert_true(
	    str_ends(folded.at[0].why, STR("; also in Other Paper")) ||
	    str_ends(folded.at[0].why, STR("; also in 'A crane fell into the dock'")));
	assert_true(str_starts(folded.at[0].why, STR("both say ")));
	assert_false(str_has(folded.at[0].why, STR("Thursday")));
	n = library_related(s.lib, library_id(s.lib, ids[1]), NULL, 2, &s.a);
	assert_str(n.at[0].same_as, ids[1]);
	assert_int_equal(neighbours_fold(&s.a, &n, ids[1]).n, 2);
	shelf_close(&s);
}

static const struct {
	const char *title, *body, *person, *why, *language;
	size_t of; /* the row it is seen from */
} topics[] = {
	{ "Loans",
	    "Asylum seekers must wait. The asylum office is shut, said Ana "
	    "Mayor. Every second loan will end at ten percent, the Prime "
	    "Minister said, and all asylum seekers know it.",
	    "Ana Mayor", NULL, "en", 0 },
	{ "Ships",
	    "The second ship sank off the coast in heavy weather, and the "
	    "Prime Minister flew to the harbour to thank its crew. The "
	    "second cargo went down, ten percent of it gold: the end of a "
	    "voyage that had begun with singing.",
	    NULL, "", "en", 0 },
	{ "Fines", "Ana Mayor will end the second fine.", "Ana Mayor", "shares Ana Mayor",
	    "en", 0 },
	{ "Boats", "Asylum seekers came by boat. Other asylum seekers walk.", NULL,
	    "both say asylum seekers", "en", 0 },
	{ "Code", "Nobody has read it.\n\n```\nasylum = asylum + asylum\n```\n", NULL, "",
	    "en", 0 },
	{ "Der Kran",
	    "Der alte Kran wird gestrichen. Ein Kran rostet, und der Kran am Kai "
	    "ist ein besonders alter Kran, sagt die Werft.",
	    NULL, NULL, "de", 5 },
	{ "Wer den Kran pflegt",
	    "Am Montag kam Fett an den Kran. Der Kran braucht es, denn ein Kran "
	    "ohne Fett ist kein Kran, sagt am Montag der Wart.",
	    NULL, "both say Kran", "de", 5 },
	{ "Nowy port", "Port jest nowy, mówi burmistrz, że jest, że jest przez rok nowy.",
	    NULL, NULL, "pl", 7 },
	{ "Stary most",
	    "Most jest stary, mówi starosta, że jest, a przez most, że jest, "
	    "nikt.",
	    NULL, "much the same words", "pl", 7 },
};

/* What is common, counted or a piece of a name is no reason; a name, a topic is. */
static void
only_what_tells_is_a_reason(void **state)
{
	struct shelf s;
	struct str ids[LEN(topics)];

	(void)state;
	shelf_open(&s, 40, 6);
	for (size_t i = 0; i < LEN(topics); i++) {
		struct name name = { .name = str_of(
					 topics[i].person ? topics[i].person : "") };
		struct brief b = { .format = 1,
			.title = str_of(topics[i].title),
			.body = str_of(topics[i].body),
			.source.language = str_of(topics[i].language),
			.people = { .at = &name, .n = topics[i].person != NULL } };

		assert_true(library_put(s.lib, &b, STR("test"), &s.a, &ids[i], &s.d));
	}
	library_close(s.lib);
	assert_true(library_open_plain(s.folder, &s.lib, &s.d));
	for (size_t i = 0; i < LEN(topics); i++) {
		const struct str from = ids[topics[i].of];
		const struct neighbours n =
		    library_related(s.lib, library_id(s.lib, from), NULL, 20, &s.a);
		const struct neighbours folded = neighbours_fold(&s.a, &n, from);
		size_t of_all = 0, of_shown = 0;

		if (topics[i].of == i)
			continue;

		while (of_all < n.n && !str_eq(n.at[of_all].id, ids[i]))
			of_all++;
		while (of_shown < folded.n && !str_eq(folded.at[of_shown].id, ids[i]))
			of_shown++;
		assert_true(of_all < n.n);
		assert_str(n.at[of_all].why, str_of(topics[i].why));
		assert_true((of_shown < folded.n) == (*topics[i].why != '\0'));
	}
	shelf_close(&s);
}

/* The one with this id is among them, for this reason. */
static void
expect_why(const struct neighbours *n, struct str id, const char *why)
{
	size_t i = 0;

	while (i < n->n && !str_eq(n->at[i].id, id))
		i++;
	assert_true(i < n->n);
	assert_str(n->at[i].why, str_of(why));
}

/* A label of the reader's, and a day that is not when both were written, of which both tell
   the same. */
static void
tags_and_days_are_reasons(void **state)
{
	static const struct {
		const char *tag, *published, *day, *text, *place, *why;
	} rows[] = {
		{ "cranes", "2019-07-01", "1987-05-03",
		    "Mills of Low Quay burned to the ground on Sunday, May 3.",
		    "Low Quay", NULL },
		{ "cranes", "2012-01-09", "2019-07-01", "Mills burned down.", "",
		    "both tagged cranes" },
		{ "boats", "2012-01-09", "1987-05-03", "All mills were burning.", "",
		    "both tell of 1987-05-03" },
		{ "boats", "2012-01-09", "1987-05-03", "It began there.", "Low Quay",
		    "" },
		{ "boats", "2012-01-09", "1987-05-03", "It burned to the ground.",
		    "Low Quay", "both tell of 1987-05-03" },
		{ "boats", "2019-07-03", "2019-07-01", "Mills burned down.", "", "" },
		{ "boats", "1987-05-04", "1987-05-03", "Many mills burned down.", "",
		    "both tell of 1987-05-03" },
		{ "boats", "2012-01-09", "1987-05-03",
		    "A school was opened on Sunday, May 3, the council said.",
		    "High Quay", "" },
	};
	struct shelf s;
	struct str ids[LEN(rows)];
	struct neighbours n;

	(void)state;
	shelf_open(&s, 40, 9);
	for (size_t i = 0; i < LEN(rows); i++) {
		struct event event = { .date = str_of(rows[i].day),
			.text = str_of(rows[i].text),
			.place = str_of(rows[i].place) };
		struct str tag = str_of(rows[i].tag);
		struct buf title = buf_new(&s.a), body = buf_new(&s.a);
		struct brief b = { .format = 1,
			.source.published = str_of(rows[i].published),
			.tags = { .at = &tag, .n = 1 },
			.timeline = { .at = &event, .n = 1 } };

		buf_printf(&title, "Number %zu", i);
		for (size_t k = 0; k < 9; k++)
			buf_printf(&body, "own%zuword%zu ", i, k);
		buf_text(&body, "and the first hook.");
		b.title = buf_view(&title);
		b.body = buf_view(&body);
		assert_true(library_put(s.lib, &b, STR("test"), &s.a, &ids[i], &s.d));
	}
	library_close(s.lib);
	assert_true(library_open_plain(s.folder, &s.lib, &s.d));
	n = library_related(s.lib, library_id(s.lib, ids[0]), NULL, 20, &s.a);
	for (size_t i = 1; i < LEN(rows); i++)
		expect_why(&n, ids[i], rows[i].why);
	shelf_close(&s);
}

enum { OWN = 40 };
static const struct {
	const char *body, *places[2], *why;
	size_t own; /* names that no other has */
} towns[] = {
	{ "Envoys left Skarv without a treaty on plastic waste. The envoys meet "
	  "again, their chair in Skarv said.",
	    { "Skarv", "Low Quay" }, NULL, 0 },
	{ "The watch fair of Skarv was closed. Skarv sold cheap watches to "
	  "buyers of all kinds.",
	    { "Skarv" }, "", 0 },
	{ "Plastic waste lies on the beaches of Skarv. Most of the plastic is "
	  "foil that came from the hills of Skarv.",
	    { "Skarv" }, "shares Skarv; both say plastic", 0 },
	{ "A lorry fell into the river between Skarv and Low Quay. Its driver "
	  "swam to the shore at Skarv.",
	    { "Skarv", "Low Quay" }, "shares Skarv, Low Quay", 0 },
	{ "A lorry fell into the river between Skarv and Low Quay. Its driver "
	  "swam to the shore at Skarv.",
	    { "Skarv", "Low Quay" }, "", OWN },
};

/* A town alone relates nothing that happened there; with a topic, or with another, it does, if
   that is most of what they name. */
static void
a_town_alone_is_no_reason(void **state)
{
	struct shelf s;
	struct str ids[LEN(towns)];
	struct neighbours n;

	(void)state;
	shelf_open(&s, 40, 12);
	for (size_t i = 0; i < LEN(towns); i++) {
		struct name places[2] = { { .name = str_of(towns[i].places[0]) } };
		struct buf title = buf_new(&s.a), body = buf_new(&s.a);
		struct name own[OWN] = { { .name = STR("") } };
		struct brief b = { .format = 1,
			.orgs = { .at = own, .n = towns[i].own },
			.places = { .at = places, .n = 1 } };

		if (towns[i].places[1] != NULL)
			places[b.places.n++].name = str_of(towns[i].places[1]);
		for (size_t k = 0; k < towns[i].own; k++) {
			struct buf name = buf_new(&s.a);

			buf_printf(&name, "Firm %zu", k);
			own[k].name = buf_view(&name);
		}
		buf_printf(&title, "Number %zu", i);
		buf_text(&body, towns[i].body);
		for (size_t k = 0; k < 20 + 5 * towns[i].own; k++)
			buf_printf(&body, " own%zuword%zu", i, k);
		b.title = buf_view(&title);
		b.body = buf_view(&body);
		assert_true(library_put(s.lib, &b, STR("test"), &s.a, &ids[i], &s.d));
	}
	library_close(s.lib);
	assert_true(library_open_plain(s.folder, &s.lib, &s.d));
	n = library_related(s.lib, library_id(s.lib, ids[0]), NULL, 20, &s.a);
	for (size_t i = 1; i < LEN(towns); i++)
		expect_why(&n, ids[i], towns[i].why);
	shelf_close(&s);
}

/* Names that very many articles have do not make two of them one story. */
static void
common_names_make_no_story(void **state)
{
	static const char *const names[2][4] = { { "Skarv Pier", "Board of Lights",
						     "Low Quay Yard", "Tidal Trust" },
		{ "Facebook", "Congress", "Microsoft", "White House" } };

	(void)state;
	for (int common = 0; common < 2; common++) {
		struct shelf s;
		struct str ids[2];

		shelf_open(&s, 40, 8);
		for (size_t i = 0; i < 2; i++) {
			struct name own[16] = { { .name = STR("") } };
			struct brief b = { .format = 1,
				.title = i == 0 ? STR("A crane is painted")
						: STR("Who oils a crane"),
				.body =
				    i == 0 ? STR("The crane is painted grey this spring "
						 "by a firm from the town.")
					   : STR("An old crane wants oil, a woman said."),
				.orgs = { .at = own, .n = LEN(own) } };

			for (size_t k = 0; k < LEN(own); k++) {
				struct buf name = buf_new(&s.a);

				buf_printf(&name, "Firm %zu of %zu", k, i);
				own[k].name =
				    k < 4 ? str_of(names[common][k]) : buf_view(&name);
			}
			assert_true(
			    library_put(s.lib, &b, STR("test"), &s.a, &ids[i], &s.d));
		}
		library_close(s.lib);
		assert_true(library_open_plain(s.folder, &s.lib, &s.d));
		assert_int_equal(
		    library_story(s.lib, library_id(s.lib, ids[0]), &s.a, &s.d).n,
		    common ? 1 : 2);
		shelf_close(&s);
	}
}

static void
stated_links_are_resolved_by_id_address_and_title(void **state)
{
	struct shelf s;
	struct brief b = { .format = 1,
		.title = STR("Cybersecurity Skills Gap in India"),
		.body = STR("x") };
	struct brief from = { .title = STR("y"), .body = STR("z") };
	struct str id;
	struct neighbours n;
	const struct link links[] = {
		{ .id = STR("2020-gap") },
		{ .url = STR("http://www.example.org/gap/#top"), .title = STR("?") },
		{ .title = STR("cybersecurity skills gap, in india:") },
		{ .title = STR("The Cyber-Security Skills Gap of India") },
	};

	(void)state;
	shelf_open(&s, 3, 2);
	b.id = STR("2020-gap");
	b.source.url = STR("https://example.org/gap");
	assert_true(library_put(s.lib, &b, STR("test"), &s.a, &id, &s.d));
	for (size_t i = 0; i < LEN(links); i++) {
		struct link *list = arena_new(&s.a, struct link);

		*list = links[i];
		from.related.at = list;
		from.related.n = 1;
		n = library_related(s.lib, SIZE_MAX, &from, 0, &s.a);
		assert_int_equal(n.n, 1);
		assert_int_equal(n.at[0].kind, NEIGHBOUR_STATED);
		assert_str(n.at[0].id, id);
	}
	from.related.at[0] = (struct link){ .title = STR("Something Else Entirely") };
	n = library_related(s.lib, SIZE_MAX, &from, 0, &s.a);
	assert_int_equal(n.at[0].id.n, 0);
	shelf_close(&s);
}

static const struct {
	const char *id, *title, *published;
} retitled[] = {
	{ "2020-03-02-a-crane-is-raised", "The quay gets a crane", "2020-03-02" },
	{ "2020-04-02-a-crane-is-raised", "A crane falls", "2020-04-02" },
	{ "2020-05-02-ferry-waits", "Gulls come back", "2020-05-02" },
	{ "2019-01-02-fog", "Ferry waits", "2019-01-02" },
	{ "2021-tide-tables", "Hours of the sea", "2021" },
	{ "2022-06-01-the-harbour-master-says-that-all-berths-are-taken-in-june-"
	  "part",
	    "The harbour master says that all berths are taken in June: part two",
	    "2022-06-01" },
};

/* An id keeps the words of the title it was made of: links by that title go on.  A title that
   somebody has now comes first, and the newest of several. */
static void
a_title_that_was_changed_is_known_by_the_id(void **state)
{
	static const char *const links[][2] = {
		{ "A crane is raised!", "2020-04-02-a-crane-is-raised" },
		{ "The quay gets a crane", "2020-03-02-a-crane-is-raised" },
		{ "Ferry waits", "2019-01-02-fog" },
		{ "Tide Tables", "2021-tide-tables" },
		{ "2021 tide tables", "" },
		/* nobody changed that one: more words are another title */
		{ "The harbour master says that all berths are taken in June: part one",
		    "" },
	};
	char cache[] = "/tmp/nutgraf-retitled-XXXXXX";
	const struct library_options o = { .cache = cache, .least = 1 };
	struct shelf s;
	struct strs names;
	struct str id;

	(void)state;
	assert_non_null(mkdtemp(cache));
	shelf_open(&s, 0, 1);
	for (size_t i = 0; i < LEN(retitled); i++) {
		struct brief b = { .format = 1,
			.id = str_of(retitled[i].id),
			.title = str_of(retitled[i].title),
			.source.published = str_of(retitled[i].published),
			.body = STR("x") };

		assert_true(library_put(s.lib, &b, STR("test"), &s.a, &id, &s.d));
	}
	for (int index = 0; index < 2; index++) {
		library_close(s.lib);
		assert_true(library_open(
		    s.folder, index ? &o : &(struct library_options){ 0 }, &s.lib, &s.d));
		for (size_t i = 0; i < LEN(links); i++) {
			struct link link = { .title = str_of(links[i][0]) };
			const struct brief from = { .title = STR("y"),
				.body = STR("z"),
				.related = { .at = &link, .n = 1 } };
			const struct neighbours n =
			    library_related(s.lib, SIZE_MAX, &from, 0, &s.a);

			assert_int_equal(n.n, 1);
			assert_str(n.at[0].id, str_of(links[i][1]));
		}
	}
	shelf_close(&s);
	s = (struct shelf){ .d.a = &s.a };
	assert_true(folder_list(&s.a, cache, STR(""), &names, &s.d));
	for (size_t i = 0; i < names.n; i++)
		(void)unlink(path_join(&s.a, cache, names.at[i]));
	assert_int_equal(rmdir(cache), 0);
	arena_free(&s.a);
}

/* Names by the thousand, as only a program writes them, are asked for in a bounded time: it
   would be ten seconds. */
static void
thousands_of_names_are_no_halt(void **state)
{
	enum { NAMES = 4000, BRIEFS = 7, ROUNDS = 6, SECONDS_MOST = 4 };
	struct shelf s;
	struct brief b = { .format = 1 };
	struct buf body;
	struct str id = STR_NIL;
	clock_t begun;

	(void)state;
	shelf_open(&s, 0, 2);
	body = buf_new(&s.a);
	for (int i = 0; i < NAMES; i++) {
		struct buf name = buf_new(&s.a);

		buf_printf(&name, "%c%c%cova Brandt", 'A' + i % 26, 'a' + i / 26 % 26,
		    'a' + i / 676);
		*vec_push(&s.a, &b.people) = (struct name){ .name = buf_view(&name) };
		for (int k = 0; k < ROUNDS; k++)
			buf_printf(&body, STR_FMT " came to the harbour at noon. ",
			    STR_ARG(buf_view(&name)));
	}
	b.body = buf_view(&body);
	for (int i = 0; i < BRIEFS; i++) {
		struct buf title = buf_new(&s.a);

		buf_printf(&title, "Ships of harbour %d", i);
		b.title = buf_view(&title);
		b.id = STR_NIL;
		assert_true(library_put(s.lib, &b, STR("test"), &s.a, &id, &s.d));
	}
	library_close(s.lib);
	assert_true(library_open_plain(s.folder, &s.lib, &s.d));
	begun = clock();
	assert_int_equal(
	    library_related(s.lib, library_id(s.lib, id), NULL, 6, &s.a).n, 6);
	assert_true(clock() - begun < SECONDS_MOST * CLOCKS_PER_SEC);
	shelf_close(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_library_lists_the_newest_first_and_undated_last),
		cmocka_unit_test(every_id_prefix_and_title_finds_its_brief),
		cmocka_unit_test(every_reason_is_true_and_scores_fall),
		cmocka_unit_test(every_reason_of_an_index_is_true),
		cmocka_unit_test(a_hit_holds_every_word_and_marks_whole_words),
		cmocka_unit_test(an_id_that_is_taken_gets_a_number),
		cmocka_unit_test(the_same_text_twice_is_one_row),
		cmocka_unit_test(only_what_tells_is_a_reason),
		cmocka_unit_test(tags_and_days_are_reasons),
		cmocka_unit_test(a_town_alone_is_no_reason),
		cmocka_unit_test(common_names_make_no_story),
		cmocka_unit_test(thousands_of_names_are_no_halt),
		cmocka_unit_test(stated_links_are_resolved_by_id_address_and_title),
		cmocka_unit_test(a_title_that_was_changed_is_known_by_the_id),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
