/* What brief_check() finds, and where. */
#include "check.h"

#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "base/file.h"
#include "brief/brief.h"
#include "random_brief.h"

#define HEAD "format: 1\ntitle: T\n"
#define BODY "body: |\n  One *two* three.\n\n  Four\n  five.\n"

static const struct {
	const char *text;
	enum message id;
	int line, col;
	bool good;
} rows[] = {
	{ "title: T\nbody: b\n", SAY_BRIEF_FORMAT, 1, 1, false },
	{ "format: 3\ntitle: T\nbody: b\n", SAY_BRIEF_FORMAT, 1, 9, false },
	{ "format: 3\ntitle: T\nbody: b\ntags: [{a: b}]\n", SAY_BRIEF_FORMAT, 1, 9,
	    false },
	{ HEAD, SAY_BRIEF_MISSING, 1, 1, false },
	{ HEAD "body: b\nsumary: [a]\n", SAY_BRIEF_KEY, 4, 1, true },
	{ HEAD "body: b\nTags: [a]\n", SAY_BRIEF_KEY, 4, 1, true },
	{ HEAD "body: b\nsource:\n  publised: x\n", SAY_BRIEF_KEY, 5, 3, true },
	{ HEAD "body: b\nsource:\n  published: May 2019\n", SAY_BRIEF_DATE, 5, 14,
	    false },
	{ HEAD "body: b\nsource: {published: 2019-02-30}\n", SAY_BRIEF_DATE, 4, 21,
	    false },
	{ HEAD "body: b\nsource:\n  url: no address\n", SAY_BRIEF_VALUE, 5, 8, false },
	{ HEAD "body: b\nsource:\n  language: english\n", SAY_BRIEF_VALUE, 5, 13, false },
	{ HEAD "body: b\nsource:\n  sha256: abc\n", SAY_BRIEF_VALUE, 5, 11, false },
	{ HEAD "body: b\nid: A b\n", SAY_BRIEF_VALUE, 4, 5, false },
	{ HEAD "body: b\ndek: \"a\\nb\"\n", SAY_BRIEF_VALUE, 4, 6, false },
	{ HEAD "body: b\ndek: ''\n", SAY_BRIEF_VALUE, 4, 6, false },
	{ HEAD "body: b\ntags: [é, é]\n", SAY_BRIEF_REPEAT, 4, 12, true },
	{ HEAD BODY "summary:\n  - text: One two three.\n    para: 3\n", SAY_BRIEF_PARA,
	    10, 11, true },
	{ HEAD BODY "summary:\n  - text: One *two*\n    para: 1\n", SAY_BRIEF_VERBATIM, 9,
	    11, true },
	{ HEAD BODY "notes: [{text: n, para: 9}]\n", SAY_BRIEF_PARA, 8, 25, true },
	{ HEAD BODY "timeline:\n  - text: x\n", SAY_BRIEF_MISSING, 9, 5, false },
	{ HEAD BODY "related:\n  - why: x\n", SAY_BRIEF_MISSING, 9, 5, false },
	{ HEAD BODY
	    "timeline:\n  - {date: \"2020\", text: x}\n  - {date: 2019, text: y}\n",
	    SAY_BRIEF_ORDER, 10, 5, true },
	{ HEAD BODY "timeline:\n  - {when: soon, text: x}\n  - {date: 2019, text: y}\n",
	    SAY_BRIEF_ORDER, 10, 5, true },
	{ HEAD "<<<<<<< HEAD\ntags: [a]\n=======\ntags: [b]\n>>>>>>> x\n",
	    SAY_BRIEF_CONFLICT, 3, 1, false },
	{ "---\nformat: 1\ntitle: T\n---\nText.\n\n<<<<<<< "
	  "HEAD\nA.\n=======\nB.\n>>>>>>> x\n",
	    SAY_BRIEF_CONFLICT, 7, 1, false },
};

static void
every_fault_is_found_in_its_place(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct diags d = { .a = &a };
		const bool good = brief_check(&a, str_of(rows[i].text), STR("t"), &d);

		if (d.n != 1 || d.at[0].id != rows[i].id ||
		    d.at[0].at.line != rows[i].line || d.at[0].at.col != rows[i].col ||
		    good != rows[i].good)
			fail_msg("%s: %zu, first %s %d:%d " STR_FMT, rows[i].text, d.n,
			    d.n == 0 ? "" : message_id(d.at[0].id), d.at[0].at.line,
			    d.at[0].at.col, STR_ARG(d.at[0].text));
	}
	arena_free(&a);
}

/* One go tells all that is independent, in the order of the file. */
static void
all_faults_are_found_at_once(void **state)
{
	static const struct {
		const char *text;
		const char *found; /* "line:column ID", each with a blank behind it */
	} files[] = {
		{ "format: 1\ntitle: A: b\nsource:\n  published: June\n  language: [en\n"
		  "tags: x\nsummary:\n  - text: \"open\n    para: 1\n  - &a b\n"
		  "timeline:\n  - text: \"shut\"\n    kind: paast\n"
		  "  - text: a: b\n\tpara: 1\n  - text: c\nsumary: x\n  <<: y\n"
		  "body: |\n  One.\n Two.\n",
		    "2:9 YAML_SYNTAX 4:14 BRIEF_DATE 5:13 YAML_SYNTAX 6:7 BRIEF_TYPE "
		    "8:11 YAML_SYNTAX 10:5 YAML_FEATURE 12:5 BRIEF_MISSING 13:11 "
		    "BRIEF_VALUE "
		    "14:12 YAML_SYNTAX 15:1 YAML_SYNTAX 16:5 BRIEF_MISSING "
		    "17:1 BRIEF_KEY 18:5 YAML_SYNTAX 21:2 YAML_SYNTAX " },
		{ HEAD "tags: a\nbody: b\ntags: [c]\nid: \"\xff\x01\"\nfoo: *x\n"
		       "related: [{why: x}, 3]\n",
		    "3:7 BRIEF_TYPE 5:1 YAML_DUPLICATE 6:6 YAML_ENCODING "
		    "6:7 YAML_ENCODING 7:6 YAML_FEATURE 8:11 BRIEF_MISSING " },
		{ HEAD "<<<<<<< HEAD\nbody: b\n=======\nbody: c: d\n>>>>>>> x\n"
		       "source:\n<<<<<<< HEAD\n  url: a b\n||||||| base\n=======\n"
		       "  url: b c\n>>>>>>> x\ntags: t\n",
		    "3:1 BRIEF_CONFLICT 9:1 BRIEF_CONFLICT 10:8 BRIEF_VALUE "
		    "15:7 BRIEF_TYPE " },
	};

	(void)state;
	for (size_t i = 0; i < LEN(files); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct buf found = buf_new(&a);

		assert_false(brief_check(&a, str_of(files[i].text), STR("t"), &d));
		for (size_t k = 0; k < d.n; k++)
			buf_printf(&found, "%d:%d %s ", d.at[k].at.line, d.at[k].at.col,
			    message_id(d.at[k].id));
		assert_str(buf_view(&found), str_of(files[i].found));
		arena_free(&a);
	}
}

/* A file of pieces that mean something to YAML. */
static struct str
random_file(struct arena *a, uint64_t *seed)
{
	static const char *const pieces[] = { "title: a", ": b\n", "\n", "  - ", "\"",
		"'", "[", "]", "{", "}", "body: |\n  x\n", "\t", "tags: ", "x", "  ",
		"&a ", "*a ", "<<: ", "<<<<<<< a\n", "=======\n", ">>>>>>> a\n", "\xff",
		"\x1b", "---\n", "summary:\n", "timeline:\n", "  - text: x\n",
		"    para: 9\n", "#", "? ", "| ", "%", "date: q\n", "source: ", "\r",
		"\r\n", "\xc2\x85", "\xe2\x80\xa8" };
	struct buf text = buf_new(a);

	buf_text(&text, dice(seed, 4) == 0 ? "" : HEAD);
	for (uint64_t k = dice(seed, 40); k > 0; k--)
		buf_text(&text, pieces[dice(seed, LEN(pieces))]);
	return buf_view(&text);
}

/* Whatever the bytes: it ends, says no more than its most, and nothing twice. */
static void
nothing_is_said_twice(void **state)
{
	uint64_t seed = 5;

	(void)state;
	for (int n = 0; n < 3000; n++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		const struct str text = random_file(&a, &seed);

		(void)brief_check(&a, text, STR("t"), &d);
		assert_true(d.n < 250);
		for (size_t k = 1; k < d.n; k++)
			if (d.at[k].at.line == d.at[k - 1].at.line &&
			    d.at[k].at.col == d.at[k - 1].at.col &&
			    str_eq(d.at[k].text, d.at[k - 1].text))
				fail_msg(STR_FMT "\n" STR_FMT " %d:%d twice",
				    STR_ARG(text), STR_ARG(d.at[k].text), d.at[k].at.line,
				    d.at[k].at.col);
		arena_free(&a);
	}
}

static size_t
hiding(struct arena *a, struct str file)
{
	struct diags d = { .a = a };
	size_t n = 0;

	(void)brief_check(a, file, STR("t"), &d);
	for (size_t i = 0; i < d.n; i++)
		n += d.at[i].id == SAY_YAML_SYNTAX || d.at[i].id == SAY_YAML_FEATURE;
	return n;
}

/* Mending ends, tells each change, makes nothing worse, and has no more to do afterwards. */
static void
what_is_mended_is_mended(void **state)
{
	uint64_t seed = 6;

	(void)state;
	for (int n = 0; n < 1000; n++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		const struct str file = random_file(&a, &seed);
		struct str out, again;
		const bool any = brief_fix(&a, file, STR("t"), &out, &d);

		assert_int_equal(any, d.n != 0);
		assert_int_equal(any, !str_eq(file, out));
		assert_true(hiding(&a, out) <= hiding(&a, file));
		assert_false(brief_fix(&a, out, STR("t"), &again, &d));
		arena_free(&a);
	}
}

/* Line ends stay what they were; an entry goes whole or not at all. */
static void
mending_leaves_the_rest(void **state)
{
	static const struct {
		const char *file, *want; /* NULL: as it was */
	} rows[] = {
		{ "title: a: b\r\nsumary: [x]\r\nbody: b\r\n",
		    "format: 1\r\ntitle: \"a: b\"\r\nsummary: [x]\r\nbody: b\r\n" },
		{ "\xef\xbb\xbftitle: T\nbody: b\n", "\xef\xbb\xbf" HEAD "body: b\n" },
		{ HEAD "body: b\ntags:\n- a\n\n- a\n", HEAD "body: b\ntags:\n- a\n\n" },
		{ HEAD "body: b\ntags:\r\n- a\r\n- a\r\n",
		    HEAD "body: b\ntags:\r\n- a\r\n" },
		{ HEAD "body: b\ntags:\n- a\n  b\n- a\n  b\n", NULL },
		{ HEAD "body: b\ntags:\n  - |\n    a\n  - |\n\n    a\n", NULL },
		{ "title: a: b\rsumary: [x]\rdek: c: d\r\rbody: b\r",
		    "format: 1\rtitle: \"a: b\"\rsummary: [x]\rdek: \"c: d\"\r\rbody: "
		    "b\r" },
		{ "title: a: b\xc2\x85"
		  "dek: c: d\xc2\x85"
		  "body: b\xc2\x85",
		    "format: 1\xc2\x85title: \"a: b\"\xc2\x85"
		    "dek: \"c: d\"\xc2\x85"
		    "body: b\xc2\x85" },
		{ HEAD "body: |\n  b\nx: a: b\xe2\x80\xa8y: c\n",
		    HEAD "body: |\n  b\nx: \"a: b\"\xe2\x80\xa8y: c\n" },
		{ HEAD "body: b\ntags:\r- a\r\r- a\r", HEAD "body: b\ntags:\r- a\r\r" },
		{ HEAD "summary:\r  - text: b\r\tpara: 1\rbody: b\r",
		    HEAD "summary:\r  - text: b\r    para: 1\rbody: b\r" },
		{ HEAD "dek: \"a\rbody: b\r", NULL },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		const struct str file = str_of(rows[i].file);
		struct str out;

		assert_int_equal(
		    brief_fix(&a, file, STR("t"), &out, &d), rows[i].want != NULL);
		assert_string_equal(
		    str_nul(&a, out), rows[i].want == NULL ? rows[i].file : rows[i].want);
		arena_free(&a);
	}
}

static void
a_good_brief_is_good(void **state)
{
	static const char *const texts[] = {
		HEAD BODY
		"summary:\n  - text: One two three.\n    para: 1\n  - text: Four five.\n"
		"    para: 2\n  - free\n",
		HEAD "body: b\nx-sumary: a\nnotes: |\n  two\n  lines\ntags: []\nsummary: "
		     "[a, b]\n",
		"---\n" HEAD "summary: [{text: c d., para: 2}]\n---\n# A\n\nb c\nd.\n",
		HEAD "body: b\ntimeline:\n  - {date: 2019, text: x}\n  - {date: 2019-03, "
		     "text: x}\n"
		     "  - {date: XXXX-03, text: x}\n  - {when: soon, text: x}\n",
	};
	static const char *const files[] = { "../../shared/cases/seed/ideal-seed.yaml",
		"../shared/cases/seed/ideal-seed.yaml",
		"../shared/cases/seed/example-full.yaml",
		"../../shared/cases/seed/example-full.yaml" };
	struct arena a = ARENA_INIT;
	struct str bytes;

	(void)state;
	for (size_t i = 0; i < LEN(texts) + LEN(files); i++) {
		struct diags d = { .a = &a };
		const bool file = i >= LEN(texts);

		if (file && !file_stat(files[i - LEN(texts)]).exists)
			continue;
		if (!file)
			bytes = str_of(texts[i]);
		else
			assert_true(
			    file_read(&a, files[i - LEN(texts)], 1 << 20, &bytes, &d));
		assert_true(brief_check(&a, bytes, STR("t"), &d));
		if (d.n != 0)
			fail_msg("%zu: %d:%d " STR_FMT, i, d.at[0].at.line,
			    d.at[0].at.col, STR_ARG(d.at[0].text));
	}
	arena_free(&a);
}

static void
hostile_briefs_end_soon(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct buf text = buf_new(&a);
	const clock_t start = clock();

	(void)state;
	buf_text(&text, HEAD "body: \"");
	buf_repeat(&text, 'x', 1000000);
	buf_text(&text, "\"\nsummary:\n");
	for (int i = 0; i < 20000; i++)
		buf_printf(&text, "  - {text: y%d, para: 1}\n", i);
	buf_text(&text, "tags: [");
	for (int i = 0; i < 20000; i++)
		buf_text(&text, "a,");
	buf_text(&text, "]\n");
	(void)brief_check(&a, buf_view(&text), STR("t"), &d);
	assert_true(d.n <= 101);
	assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_is_found_in_its_place),
		cmocka_unit_test(all_faults_are_found_at_once),
		cmocka_unit_test(nothing_is_said_twice),
		cmocka_unit_test(what_is_mended_is_mended),
		cmocka_unit_test(mending_leaves_the_rest),
		cmocka_unit_test(a_good_brief_is_good),
		cmocka_unit_test(hostile_briefs_end_soon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
