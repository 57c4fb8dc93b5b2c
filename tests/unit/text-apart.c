/* The room text: words of scripts without blanks. */
#include "base/buf.h"
#include "check.h"
#include "text/word.h"

/* What follows each other in the text is made of the same bytes; only the cuts are more. */
static void
scripts_without_blanks_stand_apart(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "The quay, 5 a.m.", "The|quay|,|5|a.m." },
		{ "東京の5日", "東|京|の|5|日" },
		{ "a東b日c京d", "a|東|b|日|c|京|d" },
		{ "JR線。", "JR|線|。" },
		{ "か\u3099き", /* a mark stays on its letter */
		    "か\u3099|き" },
		{ "한국 état", "한국|état" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		const struct tokens t = tokens_apart(&a, str_of(cases[i].in));
		struct buf b = buf_new(&a);

		for (size_t k = 0; k < t.n; k++) {
			buf_text(&b, k == 0 ? "" : "|");
			buf_str(&b, token_text(&t, k));
			assert_int_equal(t.at[k].hash, token_hash(token_text(&t, k)));
			assert_true((t.at[k].flags & TOKEN_SPACE) == 0 || k == 0 ||
				    t.at[k].at > t.at[k - 1].at + t.at[k - 1].n);
		}
		assert_str(buf_view(&b), str_of(cases[i].out));
		arena_free(&a);
	}
}

/* Whatever is mixed: no more and no other bytes, and each piece one letter or without any. */
static void
pieces_cover_their_words(void **state)
{
	static const char *const bits[] = { "a", "東", "か", "\u3099", "1", "é", "한",
		" ", "ไ", "’", "\xff", "." };
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		struct tokens whole, apart;
		size_t k = 0;

		for (uint32_t i = dice(&seed, 60); i > 0; i--)
			buf_text(&b, bits[dice(&seed, LEN(bits))]);
		whole = tokens_of(&a, buf_view(&b));
		apart = tokens_apart(&a, buf_view(&b));
		for (size_t i = 0; i < whole.n; i++) {
			size_t at = whole.at[i].at;

			for (; k < apart.n &&
			       apart.at[k].at < whole.at[i].at + whole.at[i].n;
			     k++) {
				assert_int_equal(apart.at[k].at, at);
				assert_true(apart.at[k].n != 0);
				at += apart.at[k].n;
			}
			assert_int_equal(at, whole.at[i].at + whole.at[i].n);
		}
		assert_int_equal(k, apart.n);
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scripts_without_blanks_stand_apart),
		cmocka_unit_test(pieces_cover_their_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
