/* Briefs read and written: what is written reads back, byte for byte. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "brief/parts.h"
#include "random_brief.h"

static struct brief *
read_one(struct arena *a, struct str bytes, const char *name)
{
	struct diags d = { .a = a };
	struct briefs out = { 0 };

	if (!brief_read(a, bytes, str_of(name), &out, &d))
		fail_msg("refused %d:%d " STR_FMT "\n" STR_FMT, d.at[0].at.line,
		    d.at[0].at.col, STR_ARG(d.at[0].text), STR_ARG(bytes));
	assert_int_equal(out.n, 1);
	return out.at[0];
}

static struct str
written(struct arena *a, const struct brief *b)
{
	struct buf out = buf_new(a);

	brief_write(b, &out);
	return buf_view(&out);
}

static void
a_random_brief_is_written_read_and_written_the_same(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena a = ARENA_INIT;
		struct brief *b = random_brief(&a, &seed), *again;
		const struct str first = written(&a, b);

		again = read_one(&a, first, "x.yaml");
		assert_str(written(&a, again), first);
		assert_brief_equal(again, b);
		arena_free(&a);
	}
}

/* The converter's keys that are not what their hash says. */
static struct strs
edited_keys(struct arena *a, const struct brief *b)
{
	const struct brief own = brief_without_reader(a, b);
	struct strs out = { 0 };

	for (const struct field *f = brief_fields; f->key != NULL; f++)
		if (f->flags & FLAG_MADE && !str_eq(brief_made_hash(b, str_of(f->key)),
						brief_hash_of(a, f, &own)))
			*vec_push(a, &out) = str_of(f->key);
	return out;
}

static void
the_hashes_know_what_a_hand_changed(void **state)
{
	struct arena a = ARENA_INIT;
	uint64_t seed = 9;

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct brief *b = random_brief(&a, &seed), *again;
		struct buf out = buf_new(&a);
		struct strs edited;

		brief_write_made(b, STR("nutgraf 1"), &out);
		again = read_one(&a, buf_view(&out), "x.yaml");
		assert_int_equal(edited_keys(&a, again).n, 0);
		*vec_push(&a, &again->tags) = STR("mine");
		*vec_push(&a, &again->related) =
		    (struct link){ .id = STR("x"), .by_reader = true };
		assert_int_equal(edited_keys(&a, again).n, 0);
		again->dek = STR("by hand");
		edited = edited_keys(&a, again);
		assert_int_equal(edited.n, 1);
		assert_true(strs_have(&edited, STR("dek")));
	}
	arena_free(&a);
}

static void
unknown_keys_stay_as_they_are(void **state)
{
	static const char text[] =
	    "title: T\nx-a:   [1,   2] # two\nx-b: |+\n  keep\n\n\nx-c:\n"
	    "  # why\n  k:   'v'\n\n# end\nbody: b\n'x d': >\n  folded\n  text\n\n";
	static const char flow[] =
	    "{title: T, x-a: [1,\n2], \"x:b\": \"c\n  d\", format: 1}";
	static const char deep[] = "  title: T\n  x-a:\n    - b\n  #c\n";
	struct arena a = ARENA_INIT;
	struct brief *b = read_one(&a, str_of(text), "x.yaml");

	(void)state;
	assert_int_equal(b->extra.n, 4);
	assert_str(b->extra.at[0].bytes, STR("x-a:   [1,   2] # two\n"));
	assert_str(b->extra.at[1].bytes, STR("x-b: |+\n  keep\n\n\n"));
	assert_str(b->extra.at[2].bytes, STR("x-c:\n  # why\n  k:   'v'\n"));
	assert_str(b->extra.at[3].bytes, STR("'x d': >\n  folded\n  text\n"));
	assert_str(written(&a, read_one(&a, written(&a, b), "x.yaml")), written(&a, b));
	b = read_one(&a, str_of(flow), "x.yaml");
	assert_str(b->extra.at[0].bytes, STR("x-a: [1,\n  2]\n"));
	assert_str(b->extra.at[1].bytes, STR("x:b: \"c\n    d\"\n"));
	assert_str(written(&a, read_one(&a, written(&a, b), "x.yaml")), written(&a, b));
	b = read_one(&a, str_of(deep), "x.yaml");
	assert_str(b->extra.at[0].bytes, STR("x-a:\n  - b\n"));
	arena_free(&a);
}

static void
markdown_with_front_matter_is_a_brief(void **state)
{
	struct arena a = ARENA_INIT;
	struct brief *b = read_one(&a,
	    STR("---\r\ntitle: T\r\ntags: [a]\r\n---\r\n\r\n# H\r\n\r\ntext\r\n"),
	    "d/f.x.md");
	struct briefs out = { 0 };
	struct diags d = { .a = &a };

	(void)state;
	assert_str(b->body, STR("# H\n\ntext\n"));
	assert_str(b->id, STR("f.x"));
	b = read_one(&a, STR("---\ntitle: T\n...\nformat: of the text\n"), "f.md");
	assert_str(b->body, STR("format: of the text\n"));
	b = read_one(&a, STR("---\ntitle: T\n---\ntext\n---\nmore\n"), "-");
	assert_str(b->body, STR("text\n---\nmore\n"));
	assert_true(
	    brief_read(&a, STR("---\ntitle: A\n---\n# x\nformat: 1\ntitle: B\n---\n"),
		STR("s.yaml"), &out, &d));
	assert_int_equal(out.n, 2);
	assert_str(out.at[1]->id, STR("s-2"));
	assert_false(brief_read(
	    &a, STR("---\ntitle: A\nbody: x\n---\ny\n"), STR("s.md"), &out, &d));
	assert_false(
	    brief_read(&a, STR("---\ntitle: A\n---\n\xff\n"), STR("s.md"), &out, &d));
	assert_int_equal(d.at[1].at.line, 4);
	arena_free(&a);
}

static void
wrong_shapes_are_said_with_their_place(void **state)
{
	static const struct {
		const char *text;
		enum message id;
		int line, col;
	} rows[] = {
		{ "", SAY_BRIEF_MISSING, 0, 0 },
		{ "- a\n", SAY_BRIEF_TYPE, 1, 1 },
		{ "format: 1\n", SAY_BRIEF_MISSING, 1, 1 },
		{ "format: one\ntitle: T\n", SAY_BRIEF_FORMAT, 1, 9 },
		{ "format: 0\ntitle: T\n", SAY_BRIEF_FORMAT, 1, 9 },
		{ "title: [T]\n", SAY_BRIEF_TYPE, 1, 8 },
		{ "title: T\nsummary: S\n", SAY_BRIEF_TYPE, 2, 10 },
		{ "title: T\nsummary:\n  - {para: 1}\n", SAY_BRIEF_MISSING, 3, 5 },
		{ "title: T\nsummary:\n  - [a]\n", SAY_BRIEF_TYPE, 3, 5 },
		{ "title: T\nsummary:\n  - text: a\n    para: 0\n", SAY_BRIEF_TYPE, 4,
		    11 },
		{ "title: T\ntimeline:\n  - text: a\n    kind: gone\n", SAY_BRIEF_VALUE,
		    4, 11 },
		{ "title: T\nsource: x\n", SAY_BRIEF_TYPE, 2, 9 },
		{ "title: T\ntags: x\n", SAY_BRIEF_TYPE, 2, 7 },
		{ "title: T\nrelated:\n  - by: me\n", SAY_BRIEF_TYPE, 3, 9 },
		{ "title: T\nentities: {acronyms: {a: [b]}}\n", SAY_BRIEF_TYPE, 2, 26 },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct diags d = { .a = &a };
		struct briefs out = { 0 };

		assert_false(brief_read(&a, str_of(rows[i].text), STR("t"), &out, &d));
		assert_int_equal(d.n, 1);
		if (d.at[0].id != rows[i].id || d.at[0].at.line != rows[i].line ||
		    d.at[0].at.col != rows[i].col)
			fail_msg("%s: %s %d:%d " STR_FMT, rows[i].text,
			    message_id(d.at[0].id), d.at[0].at.line, d.at[0].at.col,
			    STR_ARG(d.at[0].text));
	}
	arena_free(&a);
}

static void
a_newer_format_is_shown_as_far_as_known(void **state)
{
	struct arena a = ARENA_INIT;
	struct brief *b = read_one(&a,
	    STR("format: 2\ntitle: T\nsummary: {a: b}\ntimeline: [{text: t, kind: "
		"odd}]\n"),
	    "x");

	(void)state;
	assert_str(b->title, STR("T"));
	assert_int_equal(b->format, 2);
	assert_int_equal(b->timeline.n, 1);
	arena_free(&a);
}

static void
ids_are_made_of_dates_and_words(void **state)
{
	static const char *const rows[][3] = {
		{ "India & Japan In Cyber Security Pact", "2019-07-01",
		    "2019-07-01-india-japan-in-cyber-security-pact" },
		{ "China’s Žižek — Łódź; Straße", "2019-07-01T10:00Z",
		    "2019-07-01-chinas-zizek-lodz-strasse" },
		{ "  Hi!  ", "", "hi" },
		{ "A", "2019-06~", "2019-06-a" },
		{ "A", "XXXX-06", "a" },
		{ "The harbour master of Bremo says that the new harbour of Bremo is a "
		  "harbour for all",
		    "2019-05-04",
		    "2019-05-04-the-harbour-master-of-bremo-says-that-the-new-harbour-of-"
		    "bremo" },
		{ "A", "-0043", "a" },
		{ "日本", "2019", "2019-46c5b24a7bd7" },
	};
	struct arena a = ARENA_INIT;
	uint64_t seed = 2;

	(void)state;
	for (size_t i = 0; i < LEN(rows) - 1; i++)
		assert_str(brief_make_id(&a, str_of(rows[i][0]), str_of(rows[i][1])),
		    str_of(rows[i][2]));
	assert_int_equal(brief_make_id(&a, str_of(rows[7][0]), str_of(rows[7][1])).n, 17);
	for (int i = 0; i < 2000; i++) {
		static const char *const dates[] = { "2019-07-01", "2019-07~", "2019",
			"" };
		const struct str date = str_of(dates[i % 4]);
		struct buf title = buf_new(&a);

		buf_byte(&title, 'a'); /* a number would belong to the date */
		random_text(&seed, &title, true);
		assert_str(
		    brief_id_words(brief_make_id(&a, buf_view(&title), date), date),
		    brief_make_id(&a, buf_view(&title), STR("")));
		assert_true(brief_id_valid(
		    brief_make_id(&a, buf_view(&title), STR("2019-07-01"))));
		assert_true(brief_id_valid(brief_make_id(&a, buf_view(&title), STR(""))));
	}
	assert_str(brief_id_words(STR("2019-07-01-a"), STR("2018")), STR("a"));
	assert_str(brief_id_words(STR("2019-budget"), STR("")), STR("2019-budget"));
	assert_str(
	    brief_id_words(STR("2019-07-01"), STR("2019-07-01")), STR("2019-07-01"));
	assert_false(brief_id_valid(STR("")));
	assert_false(brief_id_valid(STR(".a")));
	assert_false(brief_id_valid(STR("a/b")));
	assert_false(brief_id_valid(STR("A")));
	arena_free(&a);
}

/* The worked example, where it is at hand. */
static void
the_ideal_brief_is_canonical(void **state)
{
	static const char *const paths[] = { "../shared/cases/seed/ideal-seed.yaml",
		"../../shared/cases/seed/ideal-seed.yaml",
		"../shared/cases/seed/ideal-seed-nodate.yaml",
		"../../shared/cases/seed/ideal-seed-nodate.yaml" };
	struct arena a = ARENA_INIT;
	int skipped = 0;

	(void)state;
	for (size_t i = 0; i < LEN(paths); i++) {
		struct diags d = { .a = &a };
		struct str bytes;

		if (!file_stat(paths[i]).exists ||
		    !file_read(&a, paths[i], 1 << 20, &bytes, &d))
			skipped++;
		else
			assert_str(written(&a, read_one(&a, bytes, paths[i])), bytes);
	}
	if (skipped == (int)LEN(paths))
		print_message("SKIP: %d examples are not here\n", skipped);
	arena_free(&a);
}

static void
reading_is_fast_and_small(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf text = buf_new(&a);
	clock_t start;
	size_t before;

	(void)state;
	buf_text(&text, "title: T\nsummary:\n");
	for (int i = 0; i < 12; i++)
		buf_printf(&text,
		    "  - text: Sentence number %d of the summary, of usual length.\n"
		    "    para: %d\n",
		    i, i + 1);
	buf_text(&text, "body: |\n");
	while (text.n < 5000)
		buf_text(&text,
		    "  A paragraph of the body with some words in it, as they are.\n\n");
	start = clock();
	for (int i = 0; i < 200; i++)
		(void)read_one(&a, buf_view(&text), "x");
	if (getenv("SHOW") != NULL)
		print_message("5 KB: %.1f us\n",
		    (double)(clock() - start) * 1e6 / CLOCKS_PER_SEC / 200);
	while (text.n < 1000000)
		buf_text(&text,
		    "  A paragraph of the body with some words in it, as they are.\n\n");
	before = a.used;
	start = clock();
	(void)read_one(&a, buf_view(&text), "x");
	if (getenv("SHOW") != NULL)
		print_message("1 MB: %.1f ms, %zu bytes\n",
		    (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC, a.used - before);
	assert_true(a.used - before < 2 * text.n);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_random_brief_is_written_read_and_written_the_same),
		cmocka_unit_test(the_hashes_know_what_a_hand_changed),
		cmocka_unit_test(unknown_keys_stay_as_they_are),
		cmocka_unit_test(markdown_with_front_matter_is_a_brief),
		cmocka_unit_test(wrong_shapes_are_said_with_their_place),
		cmocka_unit_test(a_newer_format_is_shown_as_far_as_known),
		cmocka_unit_test(ids_are_made_of_dates_and_words),
		cmocka_unit_test(the_ideal_brief_is_canonical),
		cmocka_unit_test(reading_is_fast_and_small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
