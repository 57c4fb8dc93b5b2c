/* Cells and themes. */
#include "check.h"

#include <math.h>

#include "base/buf.h"
#include "cells_dump.h"
#include "render/theme.h"

/* Whatever is written where: wide glyphs stay whole, and nothing leaves the grid. */
static void
a_wide_glyph_is_never_half(void **state)
{
	static const char *const texts[] = { "a", "漢", "👩‍🚀x", "é漢", "\033[31m",
		"  ", "\xff漢字漢字" };
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct arena a = ARENA_INIT;
		const int cols = 1 + (int)dice(&seed, 12), rows = 1 + (int)dice(&seed, 3);
		struct cells c = cells_new(&a, cols, rows);

		for (int i = 0; i < 20; i++)
			(void)cells_text(&c, (int)dice(&seed, 16) - 2,
			    (int)dice(&seed, 5) - 1,
			    str_of(texts[dice(&seed, LEN(texts))]), ROLE_TEXT);
		for (int y = 0; y < rows; y++)
			for (int x = 0; x < cols; x++) {
				const struct cell *cell = &cells_row(&c, y)[x];

				assert_true(cell->width <= 2);
				assert_false(cell->width == 2 &&
					     (x + 1 == cols || cell[1].width != 0));
				assert_false(
				    cell->width == 0 && (x == 0 || cell[-1].width != 2));
				assert_null(strchr(cell->glyph, '\033'));
			}
		arena_free(&a);
	}
}

static void
a_dump_has_a_line_a_row_without_blanks_at_its_end(void **state)
{
	struct arena a = ARENA_INIT;
	struct cells c = cells_new(&a, 6, 3);

	(void)state;
	assert_int_equal(cells_text(&c, 1, 0, STR("a 漢 "), ROLE_TEXT), 6);
	(void)cells_text(&c, 4, 2, STR("xyz"), ROLE_LINK);
	cells_role(&c, 3, 2, 99, ROLE_FOCUS);
	cells_role(&c, -3, 7, 99, ROLE_FOCUS);
	assert_int_equal(cells_row(&c, 2)[5].role, ROLE_FOCUS);
	assert_int_equal(cells_row(&c, 2)[2].role, ROLE_TEXT);
	assert_str(cells_dump(&c, &a), STR(" a 漢\n\n    xy\n"));
	arena_free(&a);
}

static bool
look_eq(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attrs == b.attrs;
}

static void
every_theme_built_in_is_without_fault(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	size_t n = 0;

	(void)state;
	for (; theme_builtin_name(n).n != 0; n++) {
		struct theme t;

		assert_true(theme_builtin(&a, theme_builtin_name(n), &t, &d));
		assert_int_equal(d.n, 0);
		assert_str(t.name, theme_builtin_name(n));
		assert_true(t.about.n != 0);
		for (int colours = 0; colours < 3; colours++)
			for (int r = 0; r < ROLE_COUNT; r++) {
				const int most[] = { 0, 16, 256 };
				const struct look k =
				    look_for(&t, (enum role)r, most[colours]);

				assert_true(k.fg < most[colours] && k.bg < most[colours]);
				assert_true(r != ROLE_FOCUS || k.attrs != 0 || k.bg >= 0);
			}
	}
	assert_int_equal(n, 5);
	assert_false(
	    theme_builtin(&a, STR("nope"), &(struct theme){ .about = STR_NIL }, &d));
	arena_free(&a);
}

static void
a_theme_changes_what_it_names_and_inherits_the_rest(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct theme t, dark;

	(void)state;
	assert_true(theme_builtin(&a, STR("dark"), &dark, &d));
	assert_true(theme_read(&a,
	    STR("about: mine\ninherits: dark\npalette:\n  blue: \"#010203\"\nstyles:\n"
		"  title: \"#ffffff on bright-black bold underline\"\n"),
	    STR("mine.yaml"), &t, &d));
	assert_int_equal(d.n, 0);
	assert_true(look_eq(t.looks[ROLE_TITLE],
	    (struct look){ COLOUR_RGB + 0xffffff, 8, ATTR_BOLD | ATTR_UNDERLINE }));
	assert_int_equal(t.looks[ROLE_LINK].fg, COLOUR_RGB + 0x010203);
	assert_true(look_eq(t.looks[ROLE_DATE], dark.looks[ROLE_DATE]));
	arena_free(&a);
}

/* A file, and the message it must get. */
static void
faults_of_a_theme_are_said_with_their_place(void **state)
{
	static const struct {
		const char *text;
		enum message id;
		int line;
		bool good;
	} cases[] = {
		{ "- a\n", SAY_THEME_SHAPE, 1, false },
		{ "styles: x\n", SAY_THEME_SHAPE, 1, false },
		{ "color: x\n", SAY_THEME_KEY, 1, true },
		{ "styles:\n  titel: bold\n", SAY_THEME_ROLE, 2, true },
		{ "styles:\n  title: bald\n", SAY_THEME_STYLE, 2, false },
		{ "palette:\n  a: \"#12345\"\n", SAY_THEME_STYLE, 2, false },
		{ "palette:\n  a: b\n  b: red\n", SAY_THEME_STYLE, 2, false },
		{ "inherits: nobody\n", SAY_THEME_INHERITS, 1, false },
		{ "styles: [\n", SAY_YAML_SYNTAX, 0, false },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct theme t = { .about = STR("untouched") };

		assert_int_equal(
		    theme_read(&a, str_of(cases[i].text), STR("t.yaml"), &t, &d),
		    cases[i].good);
		assert_int_equal(d.n, 1);
		assert_int_equal(d.at[0].id, cases[i].id);
		if (cases[i].line != 0)
			assert_int_equal(d.at[0].at.line, cases[i].line);
		if (!cases[i].good)
			assert_str(t.about, STR("untouched"));
		arena_free(&a);
	}
}

static double
luminance(int32_t rgb)
{
	static const double weight[] = { 0.2126, 0.7152, 0.0722 };
	double sum = 0;

	for (int i = 0; i < 3; i++) {
		const double c = (rgb >> (16 - 8 * i) & 255) / 255.0;

		sum += weight[i] *
		       (c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
	}
	return sum;
}

static int32_t
rgb_of_256(int32_t c)
{
	static const int level[] = { 0, 95, 135, 175, 215, 255 };

	if (c >= 232)
		return (8 + 10 * (c - 232)) * 0x010101;
	return level[(c - 16) / 36] << 16 | level[(c - 16) / 6 % 6] << 8 |
	       level[(c - 16) % 6];
}

/* What quantising does to black, white, the levels of the cube, and a colour between. */
static void
colours_are_quantised_to_the_nearest(void **state)
{
	static const struct {
		int32_t rgb, want;
	} cases[] = { { 0x000000, 16 }, { 0xffffff, 231 }, { 0x5f87af, 67 },
		{ 0x080808, 232 }, { 0x767676, 243 }, { 0xfe0001, 196 } };
	struct theme t = { .about = STR_NIL };
	uint64_t seed = 3;

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		t.looks[0] =
		    (struct look){ COLOUR_RGB + cases[i].rgb, COLOUR_DEFAULT, 0 };
		assert_int_equal(look_for(&t, ROLE_TEXT, 256).fg, cases[i].want);
	}
	for (int i = 0; i < 200; i++) { /* lightness never jumps: the eye would see it */
		const int32_t rgb = (int32_t)dice(&seed, 1 << 24);
		int32_t got;

		t.looks[0] = (struct look){ COLOUR_RGB + rgb, COLOUR_DEFAULT, 0 };
		got = rgb_of_256(look_for(&t, ROLE_TEXT, 256).fg);
		assert_true(fabs(cbrt(luminance(rgb)) - cbrt(luminance(got))) < 0.16);
	}
	t.looks[0] = (struct look){ COLOUR_RGB + 0x8ab8e6, COLOUR_RGB + 0x202020, 0 };
	assert_int_equal(look_for(&t, ROLE_TEXT, 0).attrs, ATTR_REVERSE);
	assert_int_equal(look_for(&t, ROLE_TEXT, 16).attrs, ATTR_REVERSE);
	t.looks[0].bg = COLOUR_DEFAULT;
	assert_int_equal(look_for(&t, ROLE_TEXT, 16).fg, 14);
	t.looks[0].fg = COLOUR_RGB + 0x1a5694;
	assert_int_equal(look_for(&t, ROLE_TEXT, 16).fg, 4);
}

static double
contrast(int32_t a, int32_t b)
{
	const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

	return x > y ? x / y : y / x;
}

/* With 256 colours no text gets worse than 4.5 to 1 on the backgrounds of its theme. */
static void
quantised_text_can_still_be_read(void **state)
{
	static const struct {
		const char *name;
		int32_t grounds[2];
	} themes[] = { { "dark", { 0x000000, 0x2e3440 } },
		{ "light", { 0xffffff, 0xeee8d5 } } };

	(void)state;
	for (size_t i = 0; i < LEN(themes); i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct theme t;

		assert_true(theme_builtin(&a, str_of(themes[i].name), &t, &d));
		for (int r = 0; r < ROLE_COUNT; r++) {
			const struct look k = look_for(&t, (enum role)r, 256),
					  few = look_for(&t, (enum role)r, 16);

			assert_true(few.bg != COLOUR_DEFAULT ||
				    few.fg == COLOUR_DEFAULT ||
				    (i == 0 ? few.fg >= 9 && few.fg != 12
					    : few.fg == 1 || few.fg == 4 || few.fg == 5));

			for (int g = 0; r != ROLE_RULE && g < 2; g++)
				assert_true(contrast(rgb_of_256(k.fg),
						k.bg >= 0 ? rgb_of_256(k.bg)
							  : themes[i].grounds[g]) >= 4.5);
		}
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wide_glyph_is_never_half),
		cmocka_unit_test(a_dump_has_a_line_a_row_without_blanks_at_its_end),
		cmocka_unit_test(every_theme_built_in_is_without_fault),
		cmocka_unit_test(a_theme_changes_what_it_names_and_inherits_the_rest),
		cmocka_unit_test(faults_of_a_theme_are_said_with_their_place),
		cmocka_unit_test(quantised_text_can_still_be_read),
		cmocka_unit_test(colours_are_quantised_to_the_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
