/* The room text: sentences.  The cases are rows of tests/unit/text-sentences.txt. */
#include "check.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/file.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "text/word.h"

static bool
is_blank(struct str s)
{
	while (s.n != 0) {
		if (!utf8_is_space(utf8_next(&s)))
			return false;
	}
	return true;
}

static void
assert_covers(struct arena *a, struct str s, struct str language)
{
	const struct sentences got = sentences_of(a, s, language);
	size_t end = 0;

	for (size_t i = 0; i < got.n; i++) {
		const struct str one =
		    str_cut(s, got.at[i].at, got.at[i].at + got.at[i].n);

		assert_true(got.at[i].n > 0 && got.at[i].at >= end);
		assert_true(is_blank(str_cut(s, end, got.at[i].at)));
		assert_false(is_blank(str_cut(one, 0, 1)) ||
			     is_blank(str_cut(one, one.n - 1, one.n)));
		assert_int_equal(str_find(one, STR("\n\n"), 0), STR_NONE);
		end = got.at[i].at + got.at[i].n;
	}
	assert_true(is_blank(str_cut(s, end, s.n)));
}

static void
sentences_cover_all_but_blanks_in_order(void **state)
{
	static const char *const pieces[] = { "The", "dr", "Dr", "U.S", "p.m", "J", "a",
		"5", ".", ".", ".", "!", "?", "…", "\"", "”", "“", "'", ")", "(", " ",
		" ", " ", "\n", "\n\n", "\u00a0", "。", "」", "»", "[1]", "—", "-", ",",
		"said", "Kono", "\xff", "\xe2\x80", "é", "É", "日", "@", "www.", "Yahoo",
		"XIV" };
	static const char *const languages[] = { "en", "de-AT", "fr", "es", "zh", "" };
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);

		for (uint32_t i = dice(&seed, 30); i > 0; i--)
			buf_text(&b, pieces[dice(&seed, LEN(pieces))]);
		assert_covers(
		    &a, buf_view(&b), str_of(languages[dice(&seed, LEN(languages))]));
		arena_free(&a);
	}
}

/* The row with marks as the text without and the list of its sentences. */
static struct str
unmark(struct arena *a, struct str row, struct strs *want)
{
	struct buf text = buf_new(a), one = buf_new(a);

	for (size_t i = 0; i < row.n; i++) {
		const struct str rest = str_cut(row, i, row.n);

		if (str_starts(rest, STR("‖"))) {
			i += 2;
		} else if (str_starts(rest, STR("\\n"))) {
			buf_byte(&text, '\n');
			buf_byte(&one, '\n');
			i++;
		} else {
			buf_byte(&text, row.p[i]);
			buf_byte(&one, row.p[i]);
			if (i + 1 < row.n)
				continue;
		}
		if (str_starts(rest, STR("\\n")) &&
		    !str_ends(buf_view(&one), STR("\n\n")) && i + 1 < row.n)
			continue;
		if (str_trim(buf_view(&one)).n != 0) {
			want->at[want->n++] = str_trim(buf_view(&one));
			one = buf_new(a);
		}
	}
	return buf_view(&text);
}

static size_t
wrong_in(struct arena *a, struct str row)
{
	const struct str language = str_split(&row, ' ');
	struct str at[64];
	struct strs want = { .at = at };
	const struct str text = unmark(a, row, &want);
	const struct sentences got = sentences_of(a, text, language);
	bool same = got.n == want.n;

	for (size_t i = 0; same && i < got.n; i++)
		same = str_eq(
		    want.at[i], str_cut(text, got.at[i].at, got.at[i].at + got.at[i].n));
	if (same)
		return 0;
	print_error("want " STR_FMT "\n", STR_ARG(row));
	for (size_t i = 0; i < got.n; i++)
		print_error("   got '" STR_FMT "'\n",
		    STR_ARG(str_cut(text, got.at[i].at, got.at[i].at + got.at[i].n)));
	return 1;
}

static void
sentences_end_where_a_reader_says(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct str rows;
	size_t bad = 0, n = 0;

	(void)state;
	assert_true(file_read(&a, "tests/unit/text-sentences.txt", 1 << 20, &rows, &d));
	while (rows.n != 0) {
		const struct str row = str_line(&rows);

		if (row.n == 0 || row.p[0] == '#')
			continue;
		bad += wrong_in(&a, row);
		n++;
	}
	assert_true(n >= 150);
	assert_int_equal(bad, 0);
	arena_free(&a);
}

/* The memory that sentences and words of so many bytes of it take. */
static size_t
cost(const char *s, size_t bytes)
{
	struct arena a = ARENA_INIT, in = ARENA_INIT;
	struct buf b = buf_new(&in);
	size_t used;

	while (b.n < bytes)
		buf_text(&b, s);
	(void)sentences_of(&a, buf_view(&b), STR("en"));
	(void)tokens_of(&a, buf_view(&b));
	used = a.used;
	arena_free(&a);
	arena_free(&in);
	return used;
}

/* Much of each: what is looked at twice shows here, in time if not in memory. */
static void
hostile_text_costs_twice_for_twice(void **state)
{
	static const char *const stuff[] = { "a", ".", ". ", "\u0301", ".(", ".\"", "a.B",
		"A.", "?!", "\n", "\n ", "a.\n", ".  \n", "x. [1]", "x.[1]", "Dr. ",
		"\" ", "。", "\xff", "« ", ". »", "a.b.", "'", "a'", "1,1", "a-" };

	(void)state;
	for (size_t k = 0; k < LEN(stuff); k++)
		assert_true(
		    cost(stuff[k], 200000) <= cost(stuff[k], 100000) * 5 / 2 + 65536);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_cover_all_but_blanks_in_order),
		cmocka_unit_test(sentences_end_where_a_reader_says),
		cmocka_unit_test(hostile_text_costs_twice_for_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
