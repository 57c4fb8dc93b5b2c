/* A peek never says anything but what reading says. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "brief/brief.h"
#include "random_brief.h"

static void
assert_same_head(const struct brief *x, const struct brief *y)
{
	assert_str(x->id, y->id);
	assert_str(x->title, y->title);
	assert_str(x->dek, y->dek);
	assert_str(x->source.name, y->source.name);
	assert_str(x->source.url, y->source.url);
	assert_str(x->source.published, y->source.published);
	assert_words_equal(&x->source.author, &y->source.author);
	assert_words_equal(&x->topics, &y->topics);
	assert_words_equal(&x->tags, &y->tags);
}

/* True when the peek said something. */
static bool
check_peek(struct arena *a, struct str bytes)
{
	struct diags d = { .a = a };
	struct briefs read = { 0 };
	struct brief peeked;

	if (!brief_peek(a, bytes, STR("f.yaml"), &peeked))
		return false;
	if (!brief_read(a, bytes, STR("f.yaml"), &read, &d))
		return true;
	assert_int_equal(read.n, 1);
	assert_same_head(&peeked, read.at[0]);
	return true;
}

static void
a_peek_is_what_reading_says(void **state)
{
	static const char *const pieces[] = { "\n", " ", "#", ": ", "\"", "tags: [a]\n",
		"- ", "a", "'", "\\", "[", "]", ",", "null", "~", "\r", "\xc2\x85",
		"---\n", "dek: x\n", "|", "\t", "source:\n", "  name: y\n", "  - z\n",
		"\xe2\x80\xa8", "id: q\n", "&", "*", "no", "?", "title:", "\n\n  more\n",
		"format: 2\n" };
	uint64_t seed = 21;
	int good = 0;

	(void)state;
	for (int i = 0; i < 8000; i++) {
		struct arena a = ARENA_INIT;
		struct buf out = buf_new(&a), cut = buf_new(&a);
		struct brief *b = random_brief(&a, &seed);
		size_t at;

		b->title = dice(&seed, 2) ? STR("A plain title") : b->title;
		if (dice(&seed, 2)) {
			memset(&b->source, 0, sizeof(b->source));
			b->source.name = STR("N");
			b->source.published = STR("2019-07-01");
			b->id = STR("an-id");
			b->dek = STR_NIL;
			b->topics.n = 0;
		}
		brief_write(b, &out);
		good += check_peek(&a, buf_view(&out));
		at = dice(&seed, (uint32_t)(out.n < 400 ? out.n : 400));
		buf_str(&cut, str_cut(buf_view(&out), 0, at));
		buf_text(&cut, pieces[dice(&seed, LEN(pieces))]);
		buf_str(&cut, str_cut(buf_view(&out), at + dice(&seed, 3), out.n));
		good += check_peek(&a, buf_view(&cut));
		arena_free(&a);
	}
	assert_true(good > 1000);
}

static void
a_canonical_head_is_enough(void **state)
{
	static const char head[] = "# yaml-language-server: "
				   "$schema=./brief-1.schema.json\nformat: 1\nid: an-id\n"
				   "title: \"31: the vote\"\n\nsource:\n  name: "
				   "Gazette\n  url: https://e.org/a?b#c\n"
				   "  author: [A. B, C D]\n  published: "
				   "\"2019-07-01\"\n\ntopics:\n  - one two\n\n"
				   "tags: [x, y]\n\nsummary:\n  - text: cut off in th";
	struct arena a = ARENA_INIT;
	struct brief b;
	clock_t start;

	(void)state;
	assert_true(brief_peek(&a, str_of(head), STR("f"), &b));
	assert_str(b.title, STR("31: the vote"));
	assert_str(b.source.published, STR("2019-07-01"));
	assert_str(b.source.author.at[1], STR("C D"));
	assert_str(b.tags.at[1], STR("y"));
	assert_false(brief_peek(&a, str_cut(str_of(head), 0, 150), STR("f"), &b));
	start = clock();
	for (int i = 0; i < 1000; i++)
		assert_true(brief_peek(&a, str_of(head), STR("f"), &b));
	if (getenv("SHOW") != NULL)
		print_message(
		    "peek: %.2f us\n", (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC);
	arena_free(&a);
}

static void
what_stands_elsewhere_gives_up(void **state)
{
	static const char *const texts[] = {
		"title: T\nformat: 1\nsummary: [a]\n",
		"format: 1\ntitle: T\nsummary: [a]\ntags: [late]\n",
		"format: 1\ntitle: T\nsummary: [a]\n\"tags\": [late]\n",
		"format: 1\ntitle: T\n\n  goes on\nsummary: [a]\n",
		"format: 1\ntitle: T # comment\nsummary: [a]\n",
		"format: 1\ntitle: |\n  T\nsummary: [a]\n",
		"format: 1\ntitle: 'T'\nsummary: [a]\n",
		"format: 1\r\ntitle: T\r\nsummary: [a]\r\n",
		"format: 2\ntitle: T\nsummary: [a]\n",
		"format: 1\ntitle: T\nsummary: [a]\n---\nformat: 1\ntitle: U\n",
		"format: 1\ntitle: null\nsummary: [a]\n",
		"---\nformat: 1\ntitle: T\n---\nbody\n",
		"format: 1\ntitle: T\ntags: x\nsummary: [a]\n",
		"format: 1\ntitle: T\n",
		"",
	};
	struct arena a = ARENA_INIT;
	struct brief b;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++)
		if (brief_peek(&a, str_of(texts[i]), STR("f"), &b))
			fail_msg("%s", texts[i]);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_peek_is_what_reading_says),
		cmocka_unit_test(a_canonical_head_is_enough),
		cmocka_unit_test(what_stands_elsewhere_gives_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
