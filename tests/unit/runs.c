/* Sorting by runs equals sorting at once; keys compare as what they are made of. */
#include "check.h"

#include <stdlib.h>
#include <string.h>

#include "base/vec.h"
#include "library/build.h"

struct pair {
	struct str key, value;
	size_t at; /* when it was put */
};

static int
by_key(const void *pa, const void *pb)
{
	const struct pair *a = pa, *b = pb;
	const int by = str_cmp(a->key, b->key);

	return by != 0 ? by : (a->at > b->at) - (a->at < b->at);
}

static struct str
some_bytes(struct arena *a, uint64_t *seed, uint32_t most, uint32_t kinds)
{
	struct buf b = buf_new(a);

	for (uint32_t n = dice(seed, most); n > 0; n--)
		buf_byte(&b, (char)dice(seed, kinds));
	return buf_view(&b);
}

static void
sorted_by_runs(const char *folder, uint64_t seed)
{
	enum { PAIRS = 1500 };
	struct arena a = ARENA_INIT;
	struct pair *want = arena_many(&a, struct pair, PAIRS);
	struct runs r;
	struct str key, value;

	runs_open(&r, folder);
	for (size_t i = 0; i < PAIRS; i++) {
		const bool large =
		    dice(&seed, 40) == 0; /* longer than what is read at once */

		want[i] = (struct pair){ some_bytes(&a, &seed, 5, 3),
			some_bytes(&a, &seed, large ? 900 : 30, 256), i };
		runs_put(&r, want[i].key, want[i].value);
	}
	qsort(want, PAIRS, sizeof(*want), by_key);
	runs_sort(&r);
	for (size_t i = 0; i < PAIRS; i++) {
		assert_true(runs_next(&r, &key, &value));
		assert_str(key, want[i].key);
		assert_str(value, want[i].value);
	}
	assert_false(runs_next(&r, &key, &value));
	assert_int_equal(r.failed, 0);
	if (folder != NULL && r.fd >= 0)
		assert_true(r.run.n > 3 && r.most < 20000);
	runs_close(&r);
	arena_free(&a);
}

static void
runs_give_what_sorting_gives(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed < 6; seed++) {
		sorted_by_runs("/tmp", seed);
		sorted_by_runs(NULL, seed);
		sorted_by_runs("/nowhere at all", seed);
	}
}

static void
nothing_put_is_nothing_taken(void **state)
{
	struct runs r;
	struct str key, value;

	(void)state;
	runs_open(&r, "/tmp");
	runs_sort(&r);
	assert_false(runs_next(&r, &key, &value));
	assert_false(runs_next(&r, &key, &value));
	runs_close(&r);
}

static int
sign(int v)
{
	return (v > 0) - (v < 0);
}

static void
keys_compare_as_what_they_hold(void **state)
{
	struct arena a = ARENA_INIT;
	uint64_t seed = 3;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		const struct str x = some_bytes(&a, &seed, 4, 3),
				 y = some_bytes(&a, &seed, 4, 3);
		const int64_t v = (int64_t)dice(&seed, 5) - 2,
			      w = (int64_t)dice(&seed, 5) - 2;
		struct buf up_x = buf_new(&a), up_y = up_x, down_x = up_x, down_y = up_x;
		const int by = sign(str_cmp(x, y));

		key_rising(&up_x, x);
		key_number(&up_x, v);
		key_rising(&up_y, y);
		key_number(&up_y, w);
		key_falling(&down_x, x);
		key_number(&down_x, v);
		key_falling(&down_y, y);
		key_number(&down_y, w);
		assert_int_equal(sign(str_cmp(buf_view(&up_x), buf_view(&up_y))),
		    by != 0 ? by : (v > w) - (v < w));
		assert_int_equal(sign(str_cmp(buf_view(&down_x), buf_view(&down_y))),
		    by != 0 ? -by : (v > w) - (v < w));
		assert_int_equal(key_take_number(buf_view(&up_x), up_x.n - 8), v);
	}
	arena_free(&a);
}

/* So many documents with words of a small language. */
static size_t
build(size_t n)
{
	struct arena a = ARENA_INIT;
	struct store s;
	struct builder b;
	uint64_t seed = 4;
	size_t most;

	assert_true(store_open(&s, ":memory:") && store_create(&s));
	builder_open(&b, &s, "/tmp");
	for (size_t i = 0; i < n; i++) {
		struct buf name = buf_new(&a);
		struct book book = { .entry.path = "", .day = (long)dice(&seed, 9) };
		struct card c = { 0 };
		struct parcel p = { .book = &book };

		buf_printf(&name, "b-%zu.yaml", i);
		p.name = book.entry.id = buf_view(&name);
		for (int k = 0; k < 30; k++) {
			const struct str word = some_bytes(&a, &seed, 4, 4);

			*vec_push(&a, &c.run[PART_BODY]) =
			    forms_add(&b.forms, word, word, false);
		}
		*vec_push(&a, &c.events) = (struct days){ (long)dice(&seed, 99), 99 };
		builder_add(&b, &p, &c);
	}
	builder_end(&b);
	most = b.most;
	assert_int_equal(s.q.trouble, 0);
	builder_close(&b);
	store_close(&s);
	arena_free(&a);
	return most;
}

/* Ten times the documents are made with the same memory. */
static void
making_an_index_holds_no_more_for_more(void **state)
{
	const size_t few = build(300), many = build(3000);

	(void)state;
	assert_true(many < few + few / 4);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(runs_give_what_sorting_gives),
		cmocka_unit_test(nothing_put_is_nothing_taken),
		cmocka_unit_test(making_an_index_holds_no_more_for_more),
		cmocka_unit_test(keys_compare_as_what_they_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
