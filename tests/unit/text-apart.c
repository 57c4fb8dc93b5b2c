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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scripts_without_blanks_stand_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
