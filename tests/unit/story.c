/* Timelines of several briefs: what is one event, what is not, and that nothing is lost. */
#include "check.h"

#include "base/buf.h"
#include "base/vec.h"
#include "brief/story.h"

static struct brief *
brief_of(struct arena *a, const char *id, const char *published)
{
	struct brief *b = arena_new(a, struct brief);

	b->id = b->title = str_of(id);
	b->source.published = str_of(published);
	b->source.language = STR("en");
	return b;
}

static void
tell(struct arena *a, struct brief *b, const char *date, enum event_basis basis,
    const char *text)
{
	*vec_push(a, &b->timeline) = (struct event){ .date = str_of(date),
		.text = str_of(text),
		.para = (long)b->timeline.n + 1,
		.basis = basis };
}

static const char *const fire = "The warehouse at the river burned down in the night",
			 *const fire_too = "In the night a warehouse by the river burned",
			 *const vote = "Parliament voted for the new harbour law";

static struct story
story_of_two(struct arena *a, const char *date_a, const char *text_a, const char *date_b,
    const char *text_b, enum event_basis basis)
{
	const struct brief **both = arena_many(a, const struct brief *, 2);
	struct brief *x = brief_of(a, "a", "2020-05-05"),
		     *y = brief_of(a, "b", "2020-05-06");

	tell(a, x, date_a, basis, text_a);
	tell(a, y, date_b, basis, text_b);
	both[0] = x;
	both[1] = y;
	return story_make(a, both, 2, true);
}

static void
one_event_is_one_row_with_all_who_tell_it(void **state)
{
	static const struct {
		const char *a, *b, *shown;
		enum event_basis basis;
		bool disputed;
	} same[] = {
		{ "2020-05-03", "2020-05-03", "2020-05-03", BASIS_STATED, false },
		{ "2020-05", "2020-05-03", "2020-05-03", BASIS_STATED, false },
		{ "2020-05-03", "2020-05-01/2020-05-04", "2020-05-03", BASIS_STATED,
		    false },
		{ "2020-05-04", "2020-05-03", "2020-05-03", BASIS_RESOLVED, false },
		{ "2020-05-03", "2020-05-04", "2020-05-03", BASIS_STATED, true },
		{ "2020-05-03", "2020-05-07", "2020-05-03", BASIS_RESOLVED, true },
		{ "XXXX-05-03", "XXXX-05-03", "XXXX-05-03", BASIS_STATED, false },
		{ "", "", "", BASIS_GUESSED, false },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(same); i++) {
		const struct story s =
		    story_of_two(&a, same[i].a, fire, same[i].b, fire_too, same[i].basis);

		assert_int_equal(s.n, 1);
		assert_int_equal(s.at[0].teller_count, 2);
		assert_str(s.at[0].event->date, str_of(same[i].shown));
		assert_int_equal(s.at[0].disputed, same[i].disputed);
	}
	assert_int_equal(
	    story_of_two(&a, "2020-05-03", "Whether they will is to be seen",
		"2020-05-03", "Whether they will is to be seen", BASIS_STATED)
		.n,
	    1); /* no word of it counts */
	arena_free(&a);
}

static void
other_events_stay_apart(void **state)
{
	static const char *const apart[][4] = {
		{ "2020-05-03", "2020-05-03", NULL, NULL }, /* other words */
		{ "2020-05-03", "2020-06-03", "", NULL },   /* another month */
		{ "2020-05-03", "2021-05-03", "", NULL },
		{ "2020-05-03", "XXXX-05-03", "", NULL },
		{ "2020-05-03", "", "", NULL },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(apart); i++) {
		const struct story s = story_of_two(&a, apart[i][0], fire, apart[i][1],
		    apart[i][2] == NULL ? vote : fire, BASIS_STATED);

		assert_int_equal(s.n, 2);
	}
	assert_int_equal(
	    story_of_two(&a, "2020-05-03",
		"The strike stopped the cranes of the east quay in Oslo", "2020-05-07",
		"Two of the cranes at the east quay in Oslo moved again", BASIS_STATED)
		.n,
	    2); /* one place, another thing */
	arena_free(&a);
}

static void
one_brief_keeps_its_own_rows(void **state)
{
	struct arena a = ARENA_INIT;
	struct brief *b = brief_of(&a, "a", "2020-05-05");
	const struct brief *const only = b;
	struct story s;

	(void)state;
	tell(&a, b, "2020-05-03", BASIS_STATED, fire);
	tell(&a, b, "2020-05-03", BASIS_STATED, fire_too);
	tell(&a, b, "2020-05-04", BASIS_STATED, fire);
	tell(&a, b, "2020-05-03", BASIS_STATED, fire);
	s = story_make(&a, &only, 1, true);
	assert_int_equal(s.n, 3); /* the last was said already */
	assert_int_equal(s.at[0].teller_count, 1);
	arena_free(&a);
}

/* Every event is told by exactly one row, or said twice in its brief; rows are in order. */
static void
nothing_is_lost_and_order_is_kept(void **state)
{
	static const char *const dates[] = { "2020-05-03", "2020-05-04", "2020-05",
		"2020", "XXXX-05", "", "2019-12-31/2020-01-02", "201X", "-0043" };
	static const char *const words[] = { "harbour", "law", "fire", "river", "vote" };
	struct arena a = ARENA_INIT;
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 200; round++) {
		const struct brief *briefs[4];
		struct story merged, plain;
		size_t told = 0, events = 0;

		for (size_t i = 0; i < LEN(briefs); i++) {
			static const char *const ids[] = { "a", "b", "c", "d" };
			struct brief *b = brief_of(&a, ids[i], "2020-05-05");

			for (uint32_t k = dice(&seed, 8); k > 0; k--) {
				struct buf t = buf_new(&a);

				for (int w = 0; w < 4; w++)
					buf_printf(&t, "%s ",
					    words[dice(&seed, (uint32_t)LEN(words))]);
				tell(&a, b, dates[dice(&seed, (uint32_t)LEN(dates))],
				    (enum event_basis)dice(&seed, 3),
				    str_nul(&a, buf_view(&t)));
			}
			briefs[i] = b;
			events += b->timeline.n;
		}
		plain = story_make(&a, briefs, LEN(briefs), false);
		merged = story_make(&a, briefs, LEN(briefs), true);
		assert_int_equal(plain.n, events);
		for (size_t i = 0; i < merged.n; i++) {
			told += merged.at[i].teller_count;
			for (size_t k = 0; k < merged.at[i].teller_count; k++)
				for (size_t m = 0; m < k; m++)
					assert_ptr_not_equal(
					    merged.at[i].tellers[k].brief,
					    merged.at[i].tellers[m].brief);
			if (i != 0 && merged.at[i].known && !merged.at[i].when.no_year)
				assert_true(merged.at[i - 1].known &&
					    merged.at[i - 1].from <= merged.at[i].from);
		}
		assert_true(told <= events);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_event_is_one_row_with_all_who_tell_it),
		cmocka_unit_test(other_events_stay_apart),
		cmocka_unit_test(one_brief_keeps_its_own_rows),
		cmocka_unit_test(nothing_is_lost_and_order_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
