/* Memory, strings, maps, the calendar, hashes, files. */
#include "check.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/day.h"
#include "base/edits.h"
#include "base/file.h"
#include "base/map.h"
#include "base/run.h"
#include "base/sha256.h"
#include "base/sha256_blocks.h"
#include "base/vec.h"

static void
arena_hands_out_zeroed_memory_across_block_seams(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t n = 1; n < 300; n++) {
		unsigned char *p = arena_alloc(&a, n);

		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
	}
	arena_free(&a);
	assert_int_equal(a.used, 0);
}

static void
rewind_returns_to_the_mark_and_clears(void **state)
{
	struct arena a = ARENA_INIT;
	struct arena_mark m;
	unsigned char *p;

	(void)state;
	(void)arena_alloc(&a, 10);
	m = arena_mark(&a);
	memset(arena_alloc(&a, 40), 0xff, 40);
	(void)arena_alloc(&a, 5000);
	for (size_t k = 0; k < 50; k++)
		memset(arena_alloc(&a, 40), 0xff, 40);
	arena_rewind(&a, m);
	assert_int_equal(a.used, m.used);
	for (size_t k = 0; k < 50; k++) { /* also in the blocks that were kept */
		p = arena_alloc(&a, 40);
		for (size_t i = 0; i < 40; i++)
			assert_int_equal(p[i], 0);
	}
	arena_rewind(&a, m);
	assert_true(a.spares == 0 || a.spare != NULL);
	arena_free(&a);
	assert_true(a.spares == 0 && a.spare == NULL);
}

static void
what_was_cut_last_can_be_given_back(void **state)
{
	struct arena a = ARENA_INIT;
	unsigned char *p = arena_alloc(&a, 48), *q;
	struct buf b = buf_new(&a);

	(void)state;
	memset(p, 0xff, 48);
	assert_true(arena_trim(&a, p, 48, 16));
	assert_int_equal(a.used, 16);
	q = arena_alloc(&a, 16);
	for (size_t i = 0; i < 16; i++)
		assert_int_equal(q[i], 0);
	assert_false(arena_trim(&a, p, 16, 0));
	buf_text(&b, "seven");
	assert_str(buf_done(&b), STR("seven"));
	assert_int_equal(a.used, 48);
	buf_text(&b, " and more");
	assert_str(buf_done(&b), STR("seven and more"));
	arena_free(&a);
}

static void
a_vector_keeps_its_items_while_it_grows(void **state)
{
	struct arena a = ARENA_INIT;
	VEC(int) v = { 0 };

	(void)state;
	for (int i = 0; i < 1000; i++) {
		*vec_push(&a, &v) = i;
		(void)arena_alloc(&a, (size_t)i % 7);
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v.at[i], i);
	arena_free(&a);
}

static void
a_buf_holds_what_was_written(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);

	(void)state;
	for (int i = 0; i < 50; i++) {
		buf_printf(&b, "%d,", i % 10);
		buf_repeat(&b, '-', 2);
		buf_byte(&b, ';');
	}
	assert_int_equal(b.n, 250);
	assert_str(str_cut(buf_view(&b), 245, 250), STR("9,--;"));
	arena_free(&a);
}

static void
split_takes_fields_one_by_one(void **state)
{
	struct str rest = STR("a;;b"), lines = STR("x\r\ny\n\nz");

	(void)state;
	assert_str(str_split(&rest, ';'), STR("a"));
	assert_str(str_split(&rest, ';'), STR(""));
	assert_str(str_split(&rest, ';'), STR("b"));
	assert_int_equal(rest.n, 0);
	assert_str(str_line(&lines), STR("x"));
	assert_str(str_line(&lines), STR("y"));
	assert_str(str_line(&lines), STR(""));
	assert_str(str_line(&lines), STR("z"));
}

static void
strings_are_found_trimmed_and_read_as_numbers(void **state)
{
	long n = 7;

	(void)state;
	assert_int_equal(str_find(STR("abcabc"), STR("bc"), 2), 4);
	assert_int_equal(str_find(STR("abc"), STR("x"), 0), STR_NONE);
	assert_int_equal(str_find(STR("abc"), STR(""), 3), 3);
	assert_str(str_trim(STR(" \t a b\n")), STR("a b"));
	assert_true(str_cmp(STR("ab"), STR("abc")) < 0);
	assert_true(str_int(STR("-12"), &n) && n == -12);
	assert_false(
	    str_int(STR("1x"), &n) || str_int(STR(""), &n) || str_int(STR("-"), &n));
	assert_false(str_int(STR("99999999999999999999"), &n));
}

static void
a_map_gives_back_what_was_put_in(void **state)
{
	struct arena a = ARENA_INIT;
	struct map m = map_new(&a);

	(void)state;
	assert_null(map_get(&m, STR("0")));
	for (uint32_t i = 0; i < 2000; i++) {
		struct buf b = buf_new(&a);

		buf_printf(&b, "%u", i % 500);
		*map_at(&m, buf_view(&b)) += 1;
	}
	assert_int_equal(m.n, 500);
	assert_int_equal(*map_get(&m, STR("499")), 4);
	assert_null(map_get(&m, STR("500")));
	assert_str(m.keys[3].key, STR("3"));
	arena_free(&a);
}

/* Every day of four centuries is the one after the day before. */
static void
the_calendar_goes_on_day_by_day(void **state)
{
	struct civil c = { 1800, 1, 1 };
	int year;

	(void)state;
	assert_int_equal(day_of((struct civil){ 1970, 1, 1 }), 0);
	assert_int_equal(day_weekday(0), 3);
	for (long d = day_of(c); c.year < 2201; d++) {
		const struct civil got = civil_of(d);

		assert_true(
		    got.year == c.year && got.month == c.month && got.day == c.day);
		assert_true(civil_valid(c));
		c.day++;
		if (!civil_valid(c))
			c = c.month == 12 ? (struct civil){ c.year + 1, 1, 1 }
					  : (struct civil){ c.year, c.month + 1, 1 };
	}
	assert_int_equal(day_iso_week(day_of((struct civil){ 2021, 1, 3 }), &year), 53);
	assert_int_equal(year, 2020);
	assert_int_equal(
	    day_of_iso_week(2020, 53), day_of((struct civil){ 2020, 12, 28 }));
}

static void
both_ways_to_hash_agree(void **state)
{
	uint64_t seed = 3;
	unsigned char bytes[64 * 9];

	(void)state;
	if (!sha256_is_fast())
		skip();
	for (int i = 0; i < 500; i++) {
		uint32_t plain[8], fast[8];
		const size_t blocks = dice(&seed, 9);

		for (size_t k = 0; k < sizeof(bytes); k++)
			bytes[k] = (unsigned char)dice(&seed, 256);
		for (size_t k = 0; k < 8; k++)
			plain[k] = fast[k] = dice(&seed, 0xffffffff);
		sha256_blocks_plain(plain, bytes + i % 32, blocks);
		sha256_blocks_fast(fast, bytes + i % 32, blocks);
		assert_memory_equal(plain, fast, sizeof(plain));
	}
}

static void
sha256_of_the_standards_examples(void **state)
{
	struct arena a = ARENA_INIT;
	char *million = arena_alloc(&a, 1000000);

	(void)state;
	memset(million, 'a', 1000000);
	assert_str(sha256_hex(&a, STR("abc")),
	    STR("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
	assert_str(sha256_hex(&a, STR("")),
	    STR("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
	assert_str(sha256_hex(&a, (struct str){ million, 1000000 }),
	    STR("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
	arena_free(&a);
}

static void
a_file_is_replaced_whole_and_created_once(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	char folder[] = "/tmp/nutgraf-base-XXXXXX";
	const char *path;
	struct str got;
	struct strs names;
	bool exists;
	int in;

	(void)state;
	assert_non_null(mkdtemp(folder));
	path = path_join(&a, folder, STR("x.txt"));
	assert_true(file_create(path, STR("one"), &exists, &d));
	assert_false(file_create(path, STR("two"), &exists, &d));
	assert_true(exists);
	assert_true(file_write(path, STR("three"), &d));
	assert_true(file_read(&a, path, 100, &got, &d));
	assert_str(got, STR("three"));
	assert_true(file_publish(path, STR("four"), &d));
	assert_true(file_read(&a, path, 100, &got, &d));
	assert_str(got, STR("four"));
	assert_true(file_write(path, STR("three"), &d));
	assert_int_equal(d.n, 0);
	assert_false(file_read(&a, path, 4, &got, &d));
	assert_true(file_peek(&a, path, 2, &got, &d));
	assert_str(got, STR("th"));
	assert_true(folder_list(&a, folder, STR(".txt"), &names, &d));
	assert_int_equal(names.n, 1);
	assert_true(folder_list(&a, folder, STR(".md .txt"), &names, &d));
	assert_int_equal(names.n, 1);
	assert_true(folder_list(&a, folder, STR(".md .tx"), &names, &d));
	assert_int_equal(names.n, 0);
	in = folder_enter(folder);
	assert_int_equal(file_stat_in(in, "x.txt").inode, file_stat(path).inode);
	assert_false(file_stat_in(in, "y.txt").exists);
	assert_int_equal(close(in), 0);
	assert_int_equal(folder_enter(path), -1);
	assert_false(file_stat_in(-1, "x.txt").exists);
	assert_false(file_write("/nowhere/x", STR(""), &d));
	assert_int_equal(d.n, 2);
	assert_int_equal(d.at[0].id, SAY_FILE_SIZE);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rmdir(folder), 0);
	arena_free(&a);
}

static void
edits_are_counted_with_swaps_as_one(void **state)
{
	char longer[EDITS_MOST + 2] = "";

	(void)state;
	memset(longer, 'x', EDITS_MOST + 1);
	assert_int_equal(edits_between(STR("title"), STR("title")), 0);
	assert_int_equal(edits_between(STR("tilte"), STR("title")), 1);
	assert_int_equal(edits_between(STR("tite"), STR("titles")), 2);
	assert_int_equal(edits_between(STR(""), STR("dek")), 3);
	assert_int_equal(edits_between(str_of(longer), STR("x")), EDITS_MOST);
}

static void
a_command_is_words_between_blanks(void **state)
{
	struct arena a = ARENA_INIT;
	char **argv = run_words(&a, STR("  less  -R "), STR("-name"));

	(void)state;
	assert_string_equal(argv[0], "less");
	assert_string_equal(argv[1], "-R");
	assert_string_equal(argv[2], "./-name"); /* no option */
	assert_null(argv[3]);
	assert_null(run_words(&a, STR(" "), STR_NIL)[0]);
	arena_free(&a);
}

static void
a_place_has_line_column_and_text(void **state)
{
	const struct place at = place_in(STR("f"), STR("ab\ncde\nf"), 5);

	(void)state;
	assert_int_equal(at.line, 2);
	assert_int_equal(at.col, 3);
	assert_str(at.text, STR("cde"));
	assert_int_equal(place_in(STR("f"), STR("a\n"), 99).line, 1);
	for (size_t i = 0; i < 7; i++)
		assert_int_equal(place_byte(STR("ab\n\ncd\n"),
				     place_in(STR("f"), STR("ab\n\ncd\n"), i)),
		    i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_hands_out_zeroed_memory_across_block_seams),
		cmocka_unit_test(rewind_returns_to_the_mark_and_clears),
		cmocka_unit_test(what_was_cut_last_can_be_given_back),
		cmocka_unit_test(a_vector_keeps_its_items_while_it_grows),
		cmocka_unit_test(a_buf_holds_what_was_written),
		cmocka_unit_test(split_takes_fields_one_by_one),
		cmocka_unit_test(strings_are_found_trimmed_and_read_as_numbers),
		cmocka_unit_test(a_map_gives_back_what_was_put_in),
		cmocka_unit_test(the_calendar_goes_on_day_by_day),
		cmocka_unit_test(both_ways_to_hash_agree),
		cmocka_unit_test(sha256_of_the_standards_examples),
		cmocka_unit_test(a_file_is_replaced_whole_and_created_once),
		cmocka_unit_test(edits_are_counted_with_swaps_as_one),
		cmocka_unit_test(a_command_is_words_between_blanks),
		cmocka_unit_test(a_place_has_line_column_and_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
