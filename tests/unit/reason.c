/* Reasons for related reading: whose names they are, and what stands out in a library. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/vec.h"
#include "library/kin.h"
#include "library/shelf.h"
#include "open_library.h"

enum { FILLERS = 30, MOST = 10 };

/* Sentences of many matters, so that words are as rare or common as in a paper. */
static const char *const who[] = { "The council", "A farmer", "The museum", "Her brother",
	"The ferry company", "A teacher", "The weather office", "A young pianist",
	"The bakery", "An old sailor", "The swimming club" };
static const char *const does[] = { "has opened", "will repair", "complains about",
	"sold", "remembers", "paints", "is looking for", "wants to protect", "has lost",
	"would rather keep", "never liked", "counts", "lends out" };
static const char *const what[] = { "a wooden bridge", "seven beehives",
	"the winter garden", "an oak table", "new bus shelters", "a row of lime trees",
	"the village archive", "cheaper tickets", "a barrel of herrings",
	"its oldest piano", "the tide tables", "two lighthouses", "a school kitchen",
	"the choir's robes", "a fleet of bicycles", "the skating rink", "an empty mill",
	"rye bread" };

static void
shelf_open(struct shelf *s)
{
	*s = (struct shelf){ .folder = "/tmp/nutgraf-reason-XXXXXX" };
	s->d.a = &s->a;
	assert_non_null(mkdtemp(s->folder));
	assert_true(library_open_plain(s->folder, &s->lib, &s->d));
}

static struct str
put(struct shelf *s, struct brief *b)
{
	struct str id;

	b->format = 1;
	b->source.language = STR("en");
	assert_true(library_put(s->lib, b, STR("test"), &s->a, &id, &s->d));
	return id;
}

static void
fill(struct shelf *s)
{
	uint64_t seed = 41;

	for (size_t i = 0; i < FILLERS; i++) {
		struct buf title = buf_new(&s->a), body = buf_new(&s->a);
		struct brief b = { 0 };

		for (size_t k = 0; k < 6; k++)
			buf_printf(&body, "%s %s %s. ", who[dice(&seed, LEN(who))],
			    does[dice(&seed, LEN(does))], what[dice(&seed, LEN(what))]);
		buf_printf(&title, "Matter %zu of the week", i);
		b.title = buf_view(&title);
		b.body = buf_view(&body);
		put(s, &b);
	}
}

static void
reopen(struct shelf *s)
{
	library_close(s->lib);
	assert_true(library_open_plain(s->folder, &s->lib, &s->d));
}

/* Why `to` stands among what is shown for `from`; nothing when it does not. */
static struct str
why(struct shelf *s, struct str from, struct str to)
{
	const struct neighbours n =
	    library_related(s->lib, library_id(s->lib, from), NULL, MOST, &s->a);
	const struct neighbours shown = neighbours_fold(&s->a, &n, from);

	for (size_t i = 0; i < shown.n; i++)
		if (str_eq(shown.at[i].id, to))
			return shown.at[i].why;
	return STR_NIL;
}

/* Two reports of one matter, each with a person. */
struct report {
	const char *more; /* its last sentences */
	const char *person, *aka;
};

static const char *const reports[2] = {
	"The cable car above Wenlow stopped on Sunday with sixty passengers in its "
	"cabins. "
	"Firemen brought the passengers down on ropes. A worn bearing of the cable car "
	"was "
	"to blame. ",
	"Wenlow looks for a new bearing for its cable car. Since the passengers were "
	"brought "
	"down on ropes the cabins hang in the station. The bearing is made to measure. ",
};

static struct str
why_reports(struct arena *a, const struct report *first, const struct report *second)
{
	const struct report *two[] = { first, second };
	struct str ids[2], reason;
	struct shelf s;

	shelf_open(&s);
	fill(&s);
	for (size_t i = 0; i < 2; i++) {
		struct str aka = str_of(two[i]->aka);
		struct name person = { .name = str_of(two[i]->person),
			.aka = { .at = &aka, .n = aka.n != 0 } };
		struct buf body = buf_new(&s.a);
		struct brief b = { .title = i == 0 ? STR("Stuck above the valley")
						   : STR("Waiting for a part"),
			.source.name = STR("Bay Post"),
			.people = { .at = &person, .n = 1 } };

		buf_printf(&body, "%s%s", reports[i], two[i]->more);
		b.body = buf_view(&body);
		ids[i] = put(&s, &b);
	}
	reopen(&s);
	reason = str_dup(a, why(&s, ids[0], ids[1]));
	assert_true(reason.n != 0); /* in any case they are near */
	shelf_close(&s);
	return reason;
}

static void
a_name_is_shared_by_one_person_whom_both_tell_of(void **state)
{
	static const struct {
		struct report a, b;
		const char *shared; /* or nothing */
	} cases[] = {
		{ { "The mayor, Ada Brandt, rode in one of them.", "Ada Brandt", "" },
		    { "Ada Brandt, the mayor, pays for it.", "Ada Brandt", "" },
		    "Ada Brandt" },
		{ { "Bay Post's Ada Brandt contributed to this report.", "Ada Brandt",
		      "" },
		    { "Bay Post's Ada Brandt and Bo Lind contributed to this report.",
			"Ada Brandt", "" },
		    "" },
		{ { "It may take a year, Bay Post analyst Ada Brandt said.", "Ada Brandt",
		      "" },
		    { "Why so long? Bay Post's Ada Brandt does not know.", "Ada Brandt",
			"" },
		    "" },
		{ { "The mayor, Cara Stone, rode in one. Stone was calm.", "Cara Stone",
		      "Stone" },
		    { "Bo Stone, who builds such parts, is ill. Nobody but Stone has the "
		      "tools.",
			"Bo Stone", "Stone" },
		    "" },
		{ { "The mayor, Cara Ann Stone, rode in one. Stone was calm.",
		      "Cara Ann Stone", "Stone" },
		    { "Cara Stone pays for it. But Stone, the mayor, is in no haste.",
			"Cara Stone", "Stone" },
		    "Stone" },
		{ { "The mayor, Cara Stone, rode in one. Stone was calm.", "Cara Stone",
		      "Stone" },
		    { "Even Stone pays for it. Nobody but Stone does, for Stone wants "
		      "to.",
			"Stone", "" },
		    "Stone" },
		{ { "The mayor, Cara Stone, rode in one. Stone was calm.", "Cara Stone",
		      "Stone" },
		    { "Only a Stone could build it, they say.", "Stone", "" }, "" },
		{ { "Readers may write to Bay Post Answers.", "Bay Post Answers", "" },
		    { "More in Bay Post Answers on Friday.", "Bay Post Answers", "" },
		    "" },
	};

	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		const struct str reason = why_reports(&a, &cases[i].a, &cases[i].b);

		assert_int_equal(
		    str_has(reason, STR("shares ")), *cases[i].shared != '\0');
		assert_true(str_has(reason, str_of(cases[i].shared)));
		assert_false(str_has(reason, STR("contributed")));
	}
	arena_free(&a);
}

/* What is near has its row, in the words of a topic; what shares a stray word has none. */
static void
a_topic_of_both_is_told_as_it_is_called(void **state)
{
	struct str ids[2], stray, topic = STR("cable car");
	struct brief angle = { .title = STR("On the water"),
		.body =
		    STR("A bearing is an angle, and the bearing of a lighthouse is taken "
			"with a compass. The swimming club will repair a wooden bridge. "
			"Her brother counts two lighthouses. The bakery lends out rye "
			"bread.") };
	struct shelf s;

	(void)state;
	shelf_open(&s);
	fill(&s);
	for (size_t i = 0; i < 2; i++) {
		struct brief b = { .title = i == 0 ? STR("Stuck above the valley")
						   : STR("Waiting for a part"),
			.body = str_of(reports[i]) };

		if (i == 1)
			*vec_push(&s.a, &b.topics) = topic;
		ids[i] = put(&s, &b);
	}
	stray = put(&s, &angle);
	reopen(&s);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(why(&s, ids[i], stray).n, 0);
		assert_true(str_has(why(&s, ids[i], ids[1 - i]), topic));
	}
	shelf_close(&s);
}

/* A word of an English text may be a function word of Spanish, whichever was read first. */
static void
function_words_are_of_a_language(void **state)
{
	static const struct {
		const char *title, *body, *language;
	} texts[] = {
		{ "A song",
		    "The choir sings que, los and por: que, que, los, por, por, los.",
		    "en" },
		{ "El puerto",
		    "El alcalde dice que los barcos que pasan por el puerto, por los que "
		    "todos preguntan, son los que pagan por los muelles.",
		    "es" },
		{ "La escuela",
		    "La maestra cuenta que los libros que llegan por correo, por los que "
		    "espera la clase, son los que piden por los pasillos.",
		    "es" },
	};
	struct str ids[LEN(texts)];
	struct shelf s;

	(void)state;
	shelf_open(&s);
	fill(&s);
	for (size_t i = 0; i < LEN(texts); i++) {
		struct brief b = { .format = 1,
			.title = str_of(texts[i].title),
			.body = str_of(texts[i].body),
			.source.language = str_of(texts[i].language) };

		assert_true(library_put(s.lib, &b, STR("test"), &s.a, &ids[i], &s.d));
	}
	for (size_t i = 0; i < 2; i++, reopen(&s)) {
		assert_int_equal(why(&s, ids[1], ids[2]).n, 0);
		assert_int_equal(why(&s, ids[2], ids[1]).n, 0);
	}
	shelf_close(&s);
}

/* Of so many candidates the first `near` score `high`, the others `low`: what stands out? */
static void
what_stands_out_is_well_above_the_others(void **state)
{
	static const struct {
		size_t n, near;
		double high, low;
		bool out, others;
	} cases[] = {
		{ 120, 3, 0.15, 0.03, true, false },
		{ 120, 120, 0.14, 0, false, false }, /* one vocabulary, no story */
		{ 120, 120, 0.4, 0, true, false },   /* one long story */
		{ 12, 2, 0.1, 0.04, true, false },
		{ 2, 1, 0.1, 0.01, true, false },
		{ 120, 10, 0.05, 0.001, false, false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		double scores[120], floor;

		for (size_t k = 0; k < cases[i].n; k++)
			scores[k] = k + cases[i].near >= cases[i].n ? cases[i].high
								    : cases[i].low;
		floor = kin_floor(scores, cases[i].n);
		assert_int_equal(cases[i].high >= floor, cases[i].out);
		assert_int_equal(cases[i].low >= floor, cases[i].others);
	}
	assert_true(kin_floor(NULL, 0) > 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_shared_by_one_person_whom_both_tell_of),
		cmocka_unit_test(a_topic_of_both_is_told_as_it_is_called),
		cmocka_unit_test(function_words_are_of_a_language),
		cmocka_unit_test(what_stands_out_is_well_above_the_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
