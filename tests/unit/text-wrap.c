/* The room text: lines. */
#include "check.h"

#include <unilbrk.h>

#include "base/buf.h"
#include "text/glyph.h"
#include "text/utf8.h"
#include "text/wrap.h"

static const char *const pieces[] = { "a", "b", "the", "Straße", " ", " ", " ", "  ", "-",
	"—", "/", ".", ",", "!", "?", "(", ")", "\"", "“", "”", "’", "'", "1", "23", "%",
	"$", "€", "日本", "語", "。", "、", "「", "」", "가나", "é", "e\u0301", "\u00a0",
	"\u2060", "…", "א", "ב", "ー", "っ", ":", ";", "=", "+", "[", "]", "{", "}" };
static const char *const wild[] = { "\u200b", "\u200d", "\t", "\u3000", "\u2003",
	"👨‍👩‍👧", "🇯🇵", "❤️", "\x1b", "\xff", "\u202e", "का", "\u0301",
	"\u00ad", "👍🏽", "\u1100\u1161" };

/* Where this version of libunistring and UAX #14 15.0 agree. */
static const char *const tame[] = { "a", "b", "the", "Straße", " ", " ", " ", "-", "—",
	"!", "?", "(", ")", "日本", "語", "。", "「", "」", "가나", "é", "e\u0301",
	"\u00a0", "x", "y" };

static struct str
random_line(struct arena *a, uint64_t *seed, bool is_tame)
{
	struct buf b = buf_new(a);

	for (uint32_t i = dice(seed, 40); i > 0; i--) {
		if (is_tame)
			buf_text(&b, tame[dice(seed, LEN(tame))]);
		else if (dice(seed, 4) == 0)
			buf_text(&b, wild[dice(seed, LEN(wild))]);
		else
			buf_text(&b, pieces[dice(seed, LEN(pieces))]);
	}
	return buf_view(&b);
}

static bool
is_blank(struct str s)
{
	while (s.n != 0) {
		const uint32_t c = utf8_next(&s);

		if (c == 0xa0 || (c != 0x200b && !utf8_is_space(c)))
			return false;
	}
	return true;
}

static void
lines_fit_and_lose_nothing_but_blanks(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = ARENA_INIT;
		const struct str s = random_line(&a, &seed, false);
		const int cols = (int)dice(&seed, 20);
		struct str rest = s;
		size_t end = 0;

		while (rest.n != 0) {
			const struct str line = wrap_line(&rest, cols);
			const size_t at = line.n == 0 ? end : (size_t)(line.p - s.p);

			assert_true(glyph_cols(line) <= (cols < 2 ? 2 : cols));
			assert_true(is_blank(str_cut(s, end, at)));
			end = at + line.n;
		}
		assert_true(is_blank(str_cut(s, end, s.n)));
		arena_free(&a);
	}
}

/* A line ends at the last place libunistring allows, or in a word without any. */
static void
lines_end_where_unicode_says(void **state)
{
	uint64_t seed = 2;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = ARENA_INIT;
		const struct str s = random_line(&a, &seed, true);
		const int cols = 2 + (int)dice(&seed, 20);
		char *may = arena_alloc(&a, s.n + 1);
		struct str rest = s;

		u8_possible_linebreaks((const uint8_t *)s.p, s.n, "UTF-8", may);
		while (rest.n != 0) {
			const size_t from = s.n - rest.n;
			size_t next, last = 0;

			(void)wrap_line(&rest, cols);
			next = s.n - rest.n;
			for (size_t i = from + 1; i < s.n; i++) {
				size_t end = i;

				while (end > from && s.p[end - 1] == ' ')
					end--;
				if (end > from && may[i] == UC_BREAK_POSSIBLE &&
				    glyph_cols(str_cut(s, from, end)) <= cols)
					last = i;
			}
			assert_true(next == s.n || last == 0 || next == last);
		}
		arena_free(&a);
	}
}

/* ASCII goes a way of its own: it must end lines where the same text with é for e does. */
static void
lines_of_ascii_end_as_others_do(void **state)
{
	static const char ascii[] =
	    "eeeeeeab  EZ019-/.,!?()\"'%$:;=+[]{}<>|&*#@^_`~\\   ";
	uint64_t seed = 3;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct arena a = ARENA_INIT;
		struct buf plain = buf_new(&a), other = buf_new(&a);
		struct str s, t;
		const int cols = (int)dice(&seed, 30);

		for (uint32_t i = dice(&seed, 80); i > 0; i--)
			buf_byte(&plain, ascii[dice(&seed, sizeof(ascii) - 1)]);
		s = buf_view(&plain);
		for (size_t i = 0; i < s.n; i++)
			if (s.p[i] == 'e')
				buf_text(&other, "é");
			else
				buf_byte(&other, s.p[i]);
		t = buf_view(&other);
		while (s.n != 0 && t.n != 0) {
			const struct str x = wrap_line(&s, cols), y = wrap_line(&t, cols);

			assert_int_equal(utf8_count(x), utf8_count(y));
			assert_int_equal(utf8_count(s), utf8_count(t));
		}
		assert_true(s.n == 0 && t.n == 0);
		arena_free(&a);
	}
}

static void
lines_of_words_and_of_one_long_word(void **state)
{
	struct str rest = STR("  Taro  Kono said (in Osaka) \u2014 well-known. "),
		   word = STR("abcdefg"), wide = STR("日本語です。");
	static const char *const want[] = { "  Taro  Kono", "said (in", "Osaka) \u2014",
		"well-known." };

	(void)state;
	for (size_t i = 0; i < LEN(want); i++)
		assert_str(wrap_line(&rest, 12), str_of(want[i]));
	assert_int_equal(rest.n, 0);
	assert_str(wrap_line(&rest, 12), STR(""));
	assert_str(wrap_line(&word, 3), STR("abc"));
	assert_str(wrap_line(&word, 3), STR("def"));
	assert_str(wrap_line(&word, 3), STR("g"));
	assert_str(wrap_line(&wide, 5), STR("日本"));
	assert_str(wrap_line(&wide, 5), STR("語で"));
	assert_str(wrap_line(&wide, 5), STR("す。"));
}

/* One megabyte of one thing, without a blank or all blank: linear. */
/* An address goes to a line of its own before it is broken, and never after "//". */
static void
addresses_are_kept_together(void **state)
{
	static const struct {
		int cols;
		const char *text, *lines;
	} rows[] = {
		{ 24, "see https://port.example/a/b for it",
		    "see|https://port.example/a/b|for it" },
		{ 24, "séé https://port.example/ab for it",
		    "séé|https://port.example/ab|for it" },
		{ 16, "see https://port.example/a/b for it",
		    "see|https://port.exa|mple/a/b for it" },
		{ 10, "https://port.example/a", "https://po|rt.example|/a" },
		{ 12, "a wall/quay/port/sea", "a wall/quay/|port/sea" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct str rest = str_of(rows[i].text);
		struct buf got = buf_new(&a);

		while (rest.n != 0) {
			buf_text(&got, got.n == 0 ? "" : "|");
			buf_str(&got, wrap_line(&rest, rows[i].cols));
		}
		assert_str(buf_view(&got), str_of(rows[i].lines));
	}
	arena_free(&a);
}

static void
long_lines_take_linear_time(void **state)
{
	static const char *const stuff[] = { "a", ".", "\u0301", " ", "日", "\u200b", "(",
		"a\u2060", " \u0301", "👨\u200d", "\xff" };

	(void)state;
	for (size_t k = 0; k < LEN(stuff); k++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		struct str rest;
		size_t lines = 0;

		while (b.n < 1000000)
			buf_text(&b, stuff[k]);
		for (rest = buf_view(&b); rest.n != 0; lines++)
			(void)wrap_line(&rest, 72);
		assert_true(lines >= 1);
		arena_free(&a);
	}
}

/* The marked bytes are in the window, which begins at a word and wastes no room at its end. */
static void
a_window_shows_what_is_marked_and_is_full(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct arena a = ARENA_INIT;
		const struct str s = random_line(&a, &seed, true);
		const int cols = 8 + (int)dice(&seed, 40);
		size_t from = s.n == 0 ? 0 : dice(&seed, (uint32_t)s.n), to, at, before;

		while (from > 0 && s.p[from - 1] != ' ')
			from--;
		to = str_find(s, STR(" "), from);
		to = to == STR_NONE ? s.n : to;
		at = wrap_window(s, cols, from, to);
		assert_true(at <= from && (at == 0 || s.p[at - 1] == ' '));
		if (glyph_cols(str_cut(s, from, to)) < cols - cols / 3)
			assert_true(glyph_cols(str_cut(s, at, to)) <= cols - (at != 0));
		if (at != 0) {
			assert_true(glyph_cols(str_cut(s, 0, to)) > cols - 1);
			for (before = at - 1; before > 0 && s.p[before - 1] != ' ';)
				before--;
			assert_true(glyph_cols(str_cut(s, before, s.n)) > cols - 1);
		}
		arena_free(&a);
	}
	assert_int_equal(wrap_window(STR("one two three"), 13, 8, 13), 0);
	assert_int_equal(wrap_window(STR("one two three"), 10, 8, 13), 4);
	assert_int_equal(wrap_window(STR("a b c d e f g h i"), 8, 8, 9), 6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_window_shows_what_is_marked_and_is_full),
		cmocka_unit_test(lines_fit_and_lose_nothing_but_blanks),
		cmocka_unit_test(lines_end_where_unicode_says),
		cmocka_unit_test(lines_of_ascii_end_as_others_do),
		cmocka_unit_test(lines_of_words_and_of_one_long_word),
		cmocka_unit_test(addresses_are_kept_together),
		cmocka_unit_test(long_lines_take_linear_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
