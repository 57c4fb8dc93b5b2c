/* What of a frame is the one before, moved: found, and never through a wide glyph. */
#include "check.h"

#include "shell/margins.h"

enum { COLS = 60, ROWS = 20, LEFT = 18 };

/* Lines of words, some wide, each line told from the others by where it begins in the words. */
static void
write_line(struct cells *c, int x, int y, int end, uint64_t seed)
{
	static const char *const words[] = { "orbit ", "treaty ", "in ",
		"\xe5\x8d\x94\xe8\xad\xb0 ", "a\xe5\xa4\xa7 " };

	while (x < end - 8)
		x = cells_text(
		    c, x, y, str_of(words[dice(&seed, LEN(words))]), ROLE_TEXT);
}

/* A text beside another that begins with line `top`. */
static struct cells
frame(struct arena *a, int top)
{
	struct cells c = cells_new(a, COLS, ROWS);

	for (int y = 0; y < ROWS - 2; y++) {
		write_line(&c, 0, y, LEFT - 2, (uint64_t)y + 1000);
		if ((y + top) % 5 != 4)
			write_line(&c, LEFT + 1, y, COLS, (uint64_t)(y + top) + 77);
	}
	write_line(&c, 0, ROWS - 1, COLS, (uint64_t)top + 5);
	return c;
}

static const struct split beside = { .bars = 2, .n = 2, .x = { 0, LEFT, COLS } };

static void
a_move_is_found(void **state)
{
	(void)state;
	for (int top = 20; top < 60; top++)
		for (int n = -6; n <= 6; n++) {
			struct arena a = ARENA_INIT;
			const struct cells was = frame(&a, top), now = frame(&a, top + n);
			struct scroll s;

			assert_false(margins_find(&was, &now, &beside, 0, &s));
			assert_int_equal(
			    margins_find(&was, &now, &beside, 1, &s), n != 0);
			assert_int_equal(s.n, n);
			assert_true(n == 0 || (s.x >= LEFT && s.x + s.cols <= COLS &&
						  s.y + s.rows <= ROWS - 2));
			arena_free(&a);
		}
}

static void
no_wide_glyph_is_cut(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int i = 0; i < 2000; i++) {
		struct arena a = ARENA_INIT;
		const struct cells was = frame(&a, 100 + i), now = frame(&a, 101 + i);
		const int edge = 2 + (int)dice(&seed, COLS - 4);
		const struct split any = { .bars = 2, .n = 2, .x = { 0, edge, COLS } };
		struct scroll s;

		for (int part = 0; part < 2; part++) {
			if (!margins_find(&was, &now, &any, part, &s))
				continue;
			assert_in_range(s.x, 0, COLS - 1);
			assert_in_range(s.cols, 1, COLS - s.x);
			for (int y = s.y; y < s.y + s.rows; y++) {
				assert_int_not_equal(cells_row(&was, y)[s.x].width, 0);
				if (s.x + s.cols < COLS)
					assert_int_not_equal(
					    cells_row(&was, y)[s.x + s.cols].width, 0);
			}
		}
		arena_free(&a);
	}
}

static void
whole_lines_are_left_to_curses(void **state)
{
	struct arena a = ARENA_INIT;
	struct cells was = frame(&a, 30), now = frame(&a, 31);
	struct scroll s;

	(void)state;
	for (int y = 0; y < ROWS - 2; y++)
		for (int x = 0; x < LEFT; x++)
			cells_row(&was, y)[x] = cells_row(&now, y)[x] =
			    (struct cell){ "", 1, ROLE_TEXT };
	assert_false(margins_find(&was, &now, &beside, 1, &s));
	arena_free(&a);
}

static void
only_kin_of_xterm_is_asked(void **state)
{
	(void)state;
	assert_true(margins_may_ask(STR("xterm-256color"), STR_NIL));
	assert_true(margins_may_ask(STR("mintty"), STR("mintty")));
	assert_false(margins_may_ask(STR("xterm-256color"), STR("Apple_Terminal")));
	assert_false(margins_may_ask(STR("linux"), STR_NIL));
	assert_false(margins_may_ask(STR("screen.xterm-256color"), STR_NIL));
	assert_false(margins_may_ask(STR("tmux-256color"), STR_NIL));
	assert_false(margins_may_ask(STR("vt220"), STR_NIL));
	assert_false(margins_may_ask(STR_NIL, STR_NIL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_move_is_found),
		cmocka_unit_test(no_wide_glyph_is_cut),
		cmocka_unit_test(whole_lines_are_left_to_curses),
		cmocka_unit_test(only_kin_of_xterm_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
