/* The room text: code points, glyphs, import, words, stems. */
#include "check.h"

#include <iconv.h>
#include <unigbrk.h>

#include "base/buf.h"
#include "text/glyph.h"
#include "text/stem.h"
#include "text/utf8.h"
#include "text/word.h"

/* Text that meets every branch: blocks of scripts, joiners, controls, broken bytes. */
static struct str
random_text(struct arena *a, uint64_t *seed, bool valid)
{
	static const uint32_t first[] = { 0x20, 0x61, 0x20, 0x0, 0x80, 0xa0, 0x300, 0x590,
		0x600, 0x900, 0xe00, 0x1100, 0x1160, 0x11a8, 0x200b, 0x2010, 0x2028,
		0x20d0, 0x2600, 0x2760, 0x3000, 0x4e00, 0xac00, 0xfe00, 0xfff0, 0x1f1e6,
		0x1f3f0, 0x1f600, 0xe0020, 0x1f468, 0x200d, 0x1f3fb };
	static const uint32_t size[] = { 96, 26, 1, 32, 32, 96, 112, 112, 256, 256, 128,
		96, 71, 88, 5, 24, 7, 32, 256, 16, 64, 64, 64, 16, 16, 26, 16, 80, 96, 4,
		1, 5 };
	struct buf b = buf_new(a);
	const uint32_t n = dice(seed, 40);
	char bytes[4];

	for (uint32_t i = 0; i < n; i++) {
		const uint32_t k = dice(seed, LEN(first));

		if (!valid && dice(seed, 12) == 0)
			buf_byte(&b, (char)dice(seed, 256));
		buf_str(&b, (struct str){
				bytes, utf8_put(bytes, first[k] + dice(seed, size[k])) });
	}
	return buf_view(&b);
}

static void
assert_is_harmless(struct str s)
{
	assert_int_equal(utf8_invalid(s), STR_NONE);
	while (s.n != 0) {
		const uint32_t c = utf8_next(&s);

		assert_false(c < ' ' || (c >= 0x7f && c < 0xa0));
		assert_false(c == 0x61c || c == 0x200e || c == 0x200f || c == 0x2028 ||
			     c == 0x2029);
		assert_false(
		    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
		assert_false((c >= 0xe0000 && c <= 0xe007f) || c == 0xfeff ||
			     (c & 0xfffe) == 0xfffe);
	}
}

static void
glyphs_are_the_text_in_pieces_and_harmless(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = ARENA_INIT;
		const struct str s = random_text(&a, &seed, false);
		struct str rest = s;
		size_t bytes = 0;
		int cols = 0;

		while (rest.n != 0) {
			const struct glyph g = glyph_next(&rest);

			assert_true(g.bytes >= 1 && g.cols >= 0 && g.cols <= 2);
			assert_true(g.text.n < GLYPH_BYTES);
			assert_int_equal(glyph_ascii(g).n, g.cols);
			assert_int_equal(str_printable(glyph_ascii(g), SIZE_MAX), g.cols);
			assert_int_equal(g.text.n == 0, g.cols == 0);
			assert_is_harmless(g.text);
			bytes += g.bytes;
			cols += g.cols;
			assert_ptr_equal(rest.p, s.p + bytes);
		}
		assert_int_equal(bytes, s.n);
		assert_int_equal(glyph_cols(s), cols);
		for (int most = 0; most <= cols; most++) {
			const size_t n = glyph_fit(s, most);

			assert_true(glyph_cols(str_cut(s, 0, n)) <= most);
			assert_true(n == s.n || glyph_cols(s) > most);
		}
		assert_is_harmless(glyph_safe(&a, s, false));
		arena_free(&a);
	}
}

static void
a_run_is_glyphs_that_show_as_they_stand(void **state)
{
	uint64_t seed = 3;
	size_t bytes = 0;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct arena a = ARENA_INIT;
		const struct str s = random_text(&a, &seed, round % 2);
		const int most = (int)(seed % 40) - 1;
		int cols, each = 0;
		const size_t n = glyph_run(s, most, &cols);
		struct str rest = s;

		while (s.n - rest.n < n) {
			const char *from = rest.p;
			const struct glyph g = glyph_next(&rest);

			assert_true(str_eq(g.text, (struct str){ from, g.bytes }));
			each += g.cols;
		}
		assert_int_equal(s.n - rest.n, n);
		assert_int_equal(each, cols);
		assert_true(cols <= (most < 0 ? 0 : most));
		bytes += n;
		arena_free(&a);
	}
	assert_true(bytes > 5000);
}

/* Where libunistring sees a boundary there is one; we may have more, for width. */
static void
glyphs_end_where_unicode_says(void **state)
{
	uint64_t seed = 2;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = ARENA_INIT;
		const struct str s = random_text(&a, &seed, true);
		char *breaks = arena_alloc(&a, s.n + 1), *ours = arena_alloc(&a, s.n + 1);
		struct str rest = s;

		u8_grapheme_breaks((const uint8_t *)s.p, s.n, breaks);
		while (rest.n != 0) {
			ours[s.n - rest.n] = 1;
			(void)glyph_next(&rest);
		}
		for (size_t i = 0; i < s.n; i++) {
			/* CR LF is one for Unicode; a line end is no glyph here. */
			assert_true(!breaks[i] || ours[i]);
		}
		arena_free(&a);
	}
}

static void
glyphs_have_the_columns_terminals_draw(void **state)
{
	static const struct {
		const char *in, *shown;
		int cols;
	} cases[] = {
		{ "a", "a", 1 },
		{ "\t", " ", 1 },
		{ "\x1b", "\ufffd", 1 },
		{ "\xc2\x85", "\ufffd", 1 },
		{ "e\u0301", "e\u0301", 1 },
		{ "日", "日", 2 },
		{ "가", "가", 2 },
		{ "\u1100\u1161\u11a8", "\u1100\u1161\u11a8", 2 },
		{ "😀", "😀", 2 },
		{ "👍🏽", "👍", 2 },
		{ "👨‍👩‍👧", "👨", 2 },
		{ "👩🏻‍❤️‍💋‍👨🏽", "👩", 2 },
		{ "🏳️‍🌈", "🏳", 1 },
		{ "☝🏽", "☝", 1 },
		{ "👨\u200d", "👨", 2 },
		{ "👨\u0301\u200d👩", "👨\u0301", 2 },
		{ "👨\U000e0067‍👩", "👨", 2 },
		{ "👨‍👨‍👨‍👨‍👨‍👨‍👨‍👨", "👨", 2 },
		{ "👍️", "👍", 2 },
		{ "🇯", "J", 1 }, /* of a flag, which is two of them */
		{ "❤️", "❤", 1 },
		{ "1️⃣", "1", 1 },
		{ "⌚︎", "⌚", 2 },
		{ "🏴\U000e0067\U000e007f", "🏴", 2 },
		{ "\u0301", "", 0 },
		{ "\u00ad", "", 0 },
		{ "\u200b", "", 0 },
		{ "\u200d", "", 0 },
		{ "\u202e", "\ufffd", 1 },
		{ "\u2028", "\ufffd", 1 },
		{ "\U000e0041", "\ufffd", 1 },
		{ "\uffff", "\ufffd", 1 },
		{ "\xff", "\ufffd", 1 },
		{ "\xe2\x80", "\ufffd", 1 },
		{ "\u0378", "\ufffd", 1 },
		{ "का", "का", 2 },
		{ "\u00a0", " ", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct str rest = str_of(cases[i].in);
		const struct glyph g = glyph_next(&rest);

		assert_str(g.text, str_of(cases[i].shown));
		assert_int_equal(g.cols, cases[i].cols);
		if (cases[i].in[0] != '\xe2' || cases[i].in[2] != 0)
			assert_int_equal(rest.n, 0);
	}
}

/* Nothing moves: as many characters as there were columns. */
static void
ascii_is_what_the_eye_takes_it_for(void **state)
{
	static const char *const cases[][2] = {
		{ "Das Café „Südkai“, 12\u00a0€ …", "Das Cafe \"Sudkai\", 12 E ..." },
		{ "Łódź – Straße, Ærø", "Lodz - Strase, Aro" },
		{ "e\u0301te\u0301\n½ x²", "ete\n? x2" },
		{ "灯台 Привет 👨‍👩‍👧 🇯🇵",
		    "???? ?????? ?? JP" },
		{ "\x1b[1m", "?[1m" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_str(glyph_ascii_all(&a, str_of(cases[i][0])), str_of(cases[i][1]));
	arena_free(&a);
}

/* What ends a glyph early, so that nothing is hidden and nothing is too wide. */
static void
tags_tones_and_spacing_marks_stand_alone(void **state)
{
	struct str tagged = STR("a\U000e0062"), toned = STR("a🏽"),
		   wide = STR("日\u0903");

	(void)state;
	assert_int_equal(glyph_next(&tagged).bytes, 1);
	assert_str(glyph_next(&tagged).text, STR("\ufffd"));
	assert_int_equal(glyph_next(&toned).bytes, 1);
	assert_int_equal(glyph_next(&toned).cols, 2);
	assert_int_equal(glyph_next(&wide).bytes, 3);
	assert_int_equal(glyph_next(&wide).bytes, 3);
}

static void
a_pile_of_marks_is_one_short_glyph(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	struct str rest;
	struct glyph g;

	(void)state;
	buf_byte(&b, 'z');
	for (int i = 0; i < 500000; i++)
		buf_text(&b, "\u0301");
	rest = buf_view(&b);
	g = glyph_next(&rest);
	assert_int_equal(rest.n, 0);
	assert_int_equal(g.cols, 1);
	assert_int_equal(g.text.n, 9);
	arena_free(&a);
}

static void
code_points_survive_writing_and_reading(void **state)
{
	(void)state;
	for (uint32_t c = 0; c <= 0x10ffff; c++) {
		char bytes[4];
		struct str s = { bytes, utf8_put(bytes, c) };
		const bool surrogate = c >= 0xd800 && c <= 0xdfff;

		assert_int_equal(utf8_invalid(s) == STR_NONE, !surrogate);
		assert_int_equal(utf8_next(&s), surrogate ? 0xfffd : c);
		assert_int_equal(s.n, surrogate ? 2 : 0);
	}
	assert_int_equal(utf8_invalid(STR("ab\xc0\x80")), 2);
	assert_int_equal(utf8_invalid(STR("12345678\xe2\x82")), 8);
	assert_int_equal(utf8_invalid(STR("\xf4\x90\x80\x80")), 0);
	assert_int_equal(utf8_count(STR("a\xffé日")), 4);
}

static void
folding_drops_case_and_diacritics(void **state)
{
	struct arena a = ARENA_INIT;

	(void)state;
	assert_str(
	    utf8_fold(&a, STR("Straße ÉCOLE Łódź ﬁn")), STR("strasse ecole łodz fin"));
	assert_str(utf8_fold(&a, STR("E\u0301a\u0300")), STR("ea"));
	assert_str(utf8_lower(&a, STR("ÄRGER in İzmir")), STR("ärger in i\u0307zmir"));
	assert_str(utf8_fold(&a, STR("")), STR(""));
	assert_true(utf8_is_upper(0xc9) && utf8_is_lower('z') && utf8_is_letter(0x65e5));
	assert_true(utf8_is_digit(0x663) && utf8_is_space(0x2003) && utf8_is_space('\n'));
	assert_false(utf8_is_letter(0x110000) || utf8_is_upper('1'));
	arena_free(&a);
}

static void
imported_text_is_clean(void **state)
{
	static const char *const sets[] = { "", "utf-8", "Shift_JIS", "iso-2022-jp",
		"windows-1258", "gbk", "nonsense//IGNORE", "utf-16", "big5", " KOI8-R " };
	uint64_t seed = 3;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		struct str s, again;

		if (dice(&seed, 4) == 0)
			buf_str(
			    &b, (struct str){ "\xff\xfe\0\0", 2 + 2 * dice(&seed, 2) });
		else if (dice(&seed, 4) == 0)
			buf_str(&b, (struct str){ "\0\0\xfe\xff", 4 });
		buf_str(&b, random_text(&a, &seed, dice(&seed, 2) == 0));
		buf_text(&b, dice(&seed, 2) == 0 ? "\r\n\r" : "");
		s = utf8_import(&a, buf_view(&b), str_of(sets[dice(&seed, LEN(sets))]));
		assert_int_equal(utf8_invalid(s), STR_NONE);
		for (struct str rest = s; rest.n != 0;) {
			const uint32_t c = utf8_next(&rest);

			assert_false(c == '\r' || (c < ' ' && c != '\t' && c != '\n'));
			assert_false(c >= 0x7f && c < 0xa0);
		}
		again = utf8_import(&a, s, STR(""));
		if (!str_starts(s, STR("\ufeff")))
			assert_str(again, s);
		arena_free(&a);
	}
}

static void
character_sets_are_found(void **state)
{
	struct arena a = ARENA_INIT;
	static const struct {
		struct str in, declared, out;
	} cases[] = {
		{ STR("plain\r\ntext\r"), STR(""), STR("plain\ntext\n") },
		{ STR("\xef\xbb\xbf\x41"), STR("koi8-r"), STR("A") },
		{ STR("\xff\xfe\x3d\xd8\x00\xde\x0d\x00\x0a\x00"), STR(""), STR("😀\n") },
		{ STR("\xfe\xff\xd8\x3d\x00"), STR(""), STR("\ufffd\ufffd") },
		{ STR("\xff\xfe\0\0\x41\0\0\0"), STR(""), STR("A") },
		{ STR("\0\0\xfe\xff\0\x11\0\0"), STR(""), STR("\ufffd") },
		{ STR("caf\xe9 \x93x\x94 \x81"), STR(""), STR("café “x” \ufffd") },
		{ STR("caf\xe9"), STR("ISO-8859-1"), STR("café") },
		{ STR("caf\xe9 \xc3\xa9"), STR("UTF-8"), STR("café é") },
		{ STR("\xf0\xd2\xc9"), STR("koi8-r"), STR("При") },
		{ STR("\x93\xfa\x96\x7b\x81"), STR("Shift_JIS"), STR("日本\ufffd") },
		{ STR("e\xcc\x81t\xc3\xa9"), STR(""), STR("été") },
		{ STR("a\0b\x1b[0m\x7f"), STR(""), STR("a\ufffdb\ufffd[0m\ufffd") },
		{ STR(""), STR(""), STR("") },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		assert_str(utf8_import(&a, cases[i].in, cases[i].declared), cases[i].out);
	arena_free(&a);
}

static void
tokens_cover_the_text_in_order(void **state)
{
	uint64_t seed = 4;

	(void)state;
	for (int round = 0; round < 5000; round++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		struct str s, gap;
		struct tokens t;
		size_t end = 0;

		for (uint32_t i = dice(&seed, 30); i > 0; i--)
			buf_byte(&b, "aB3.,' \n\xe9"[dice(&seed, 9)]);
		buf_str(&b, random_text(&a, &seed, false));
		s = buf_view(&b);
		t = tokens_of(&a, s);
		for (size_t i = 0; i <= t.n; i++) {
			const size_t at = i == t.n ? s.n : t.at[i].at;

			assert_true(at >= end);
			for (gap = str_cut(s, end, at); gap.n != 0;)
				assert_true(utf8_is_space(utf8_next(&gap)));
			if (i == t.n)
				break;
			assert_true(t.at[i].n >= 1);
			assert_int_equal(
			    (t.at[i].flags & TOKEN_SPACE) != 0, at > end || i == 0);
			assert_int_equal(t.at[i].hash, token_hash(token_text(&t, i)));
			end = at + t.at[i].n;
		}
		arena_free(&a);
	}
}

/* "text" => "tok|tok": one row says it all. */
static void
tokens_are_what_the_door_says(void **state)
{
	static const struct {
		const char *in, *out;
	} cases[] = {
		{ "India's don't ’tis o’clock", "India's|don't|’|tis|o’clock" },
		{ "the U.S. at 5 a.m. by S.J. and J. Smith",
		    "the|U.S.|at|5|a.m.|by|S.J.|and|J|.|Smith" },
		{ "U.S.-led, U.S", "U.S.|-|led|,|U.S" },
		{ "1,200 3.5 3. 1,2,x 5,", "1,200|3.5|3|.|1,2|,|x|5|," },
		{ "2019-06-28 28th 1990s G20", "2019|-|06|-|28|28th|1990s|G20" },
		{ "A.Smith a.b.cd", "A|.|Smith|a.b.|cd" },
		{ "x/y: (É.U.) “ja”", "x|/|y|:|(|É.U.|)|“|ja|”" },
		{ "e\u0301tat 3\u00a0000 \xff"
		  "a",
		    "e\u0301tat|3|000|\xff|a" },
		{ " \n\t ", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		struct arena a = ARENA_INIT;
		const struct tokens t = tokens_of(&a, str_of(cases[i].in));
		struct buf b = buf_new(&a);

		for (size_t k = 0; k < t.n; k++) {
			buf_text(&b, k == 0 ? "" : "|");
			buf_str(&b, token_text(&t, k));
		}
		assert_str(buf_view(&b), str_of(cases[i].out));
		arena_free(&a);
	}
}

/* An array that was left for a larger one stays in the arena: what is dense leaves little. */
static void
many_tokens_leave_few_arrays(void **state)
{
	static const char *const units[] = { "[a](b", "a b.\n\n", "[", "word " };

	(void)state;
	for (size_t i = 0; i < LEN(units); i++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		struct tokens t;
		size_t before;

		while (b.n < 30000)
			buf_text(&b, units[i]);
		before = a.used;
		t = tokens_of(&a, buf_view(&b));
		assert_true(a.used - before < (t.n * 9 / 8 + b.n / 4) * sizeof(*t.at));
		arena_free(&a);
	}
}

/* Nor do texts that are read from another character set: each has its room at once. */
static void
an_import_leaves_no_texts(void **state)
{
	struct arena a = ARENA_INIT;
	struct buf b = buf_new(&a);
	size_t before;

	(void)state;
	while (b.n < 3000)
		buf_text(&b, "\xe9\x93 ");
	before = a.used;
	assert_int_equal(utf8_import(&a, buf_view(&b), STR("windows-1252")).n, 6000);
	assert_true(a.used - before <= 2 * 8192);
	arena_free(&a);
}

static void
token_flags_and_hashes(void **state)
{
	struct arena a = ARENA_INIT;
	const struct tokens t =
	    tokens_of(&a, STR("The US \n \nU.S. G20 3.5 É(a) India’S"));
	static const struct {
		unsigned kind, flags;
	} want[] = {
		{ TOKEN_WORD, TOKEN_CAPITAL | TOKEN_SPACE | TOKEN_BREAK },
		{ TOKEN_WORD, TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_INNER | TOKEN_SPACE },
		{ TOKEN_WORD, TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_INNER | TOKEN_SPACE |
				  TOKEN_BREAK | TOKEN_DOTTED },
		{ TOKEN_WORD, TOKEN_CAPITAL | TOKEN_DIGIT | TOKEN_SPACE },
		{ TOKEN_NUMBER, TOKEN_DIGIT | TOKEN_SPACE | TOKEN_DOTTED },
		{ TOKEN_WORD, TOKEN_CAPITAL | TOKEN_SPACE },
		{ TOKEN_PUNCT, 0 },
		{ TOKEN_WORD, 0 },
		{ TOKEN_PUNCT, 0 },
		{ TOKEN_WORD, TOKEN_CAPITAL | TOKEN_INNER | TOKEN_SPACE },
	};

	(void)state;
	assert_int_equal(t.n, LEN(want));
	for (size_t i = 0; i < t.n; i++) {
		assert_int_equal(t.at[i].kind, want[i].kind);
		assert_int_equal(t.at[i].flags, want[i].flags);
	}
	assert_int_equal(t.at[9].hash, token_hash(STR("india's")));
	assert_true(token_is(&t, 9, STR("india's")) && token_is(&t, 0, STR("the")));
	assert_false(token_is(&t, 0, STR("th")) || token_is(&t, 0, STR("thee")));
	arena_free(&a);
}

static bool
is_stop(struct str word, struct str language)
{
	return word_is_stop(word, token_hash(word), language);
}

static void
stems_meet_and_stop_words_are_known(void **state)
{
	struct arena a = ARENA_INIT;
	struct stemmer *en = stemmer_new(STR("en-GB")), *de = stemmer_new(STR("de"));
	struct stemmer *other = stemmer_new(STR("xx"));

	(void)state;
	for (int again = 0; again < 2; again++) {
		assert_str(stem_of(en, &a, STR("Negotiations")), STR("negoti"));
		assert_str(stem_of(en, &a, STR("India’s")), STR("india"));
		assert_str(stem_of(en, &a, STR("India's")), STR("india"));
		assert_str(stem_of(en, &a, STR("Cafés")), STR("cafe"));
		assert_str(stem_of(en, &a, STR("")), STR(""));
		assert_str(stem_of(de, &a, STR("Häuser")), STR("haus"));
		assert_str(stem_of(other, &a, STR("walking")), STR("walk"));
	}
	assert_true(is_stop(STR("the"), STR("en")) && is_stop(STR("don’t"), STR("")));
	assert_true(is_stop(STR("für"), STR("de-AT")) && is_stop(STR("les"), STR("FR")));
	assert_false(is_stop(STR("pact"), STR("en")) || is_stop(STR(""), STR("en")));
	assert_true(stops_are_known(STR("")) && stops_are_known(STR("pt-BR")));
	assert_false(stops_are_known(STR("pl")) || stops_are_known(STR("ru")));
	assert_false(is_stop(STR("the"), STR("de")) ||
		     is_stop(STR("abcdefghijklmnopqrs"), STR("en")));
	assert_int_equal(word_stops(STR("the"), token_hash(STR("the"))), 1);
	assert_int_equal(word_stops(STR("die"), token_hash(STR("die"))), 2 + 32);
	stemmer_free(en);
	stemmer_free(de);
	stemmer_free(other);
	arena_free(&a);
}

/* Words that are not given to the stemmer come out as if they were: a wide first
   letter, which is folded to the plain one, always takes the long way. */
static void
plain_stems_are_those_of_the_stemmer(void **state)
{
	static const char *const heads[] = { "", "b", "bea", "yt", "oy", "syst", "relat",
		"organ", "adjust", "abilit", "sens", "hopp", "o'n", "covid1", "kn", "in",
		"can", "ear", "exc", "e", "gen", "commun", "arsen", "fl" };
	struct arena a = ARENA_INIT;
	struct stemmer *en = stemmer_new(STR("en"));

	(void)state;
	for (size_t h = 0; h < LEN(heads); h++)
		for (int k = 0; k < 26 * 26 * 26; k++) {
			const struct arena_mark m = arena_mark(&a);
			const char end[] = { (char)('a' + k / 676),
				(char)('a' + k / 26 % 26), (char)('a' + k % 26), '\0' };
			struct buf word = buf_new(&a), wide = buf_new(&a);

			buf_text(&word, heads[h]);
			buf_text(&word, end);
			buf_text(&wide, "\xef\xbd");
			buf_byte(&wide, (char)(word.p[0] - 'a' + 0x81));
			buf_str(&wide, str_cut(buf_view(&word), 1, word.n));
			if (word.p[0] <= 'o') /* the block of the others is another */
				assert_str(stem_of(en, &a, buf_view(&word)),
				    stem_of(en, &a, buf_view(&wide)));
			arena_rewind(&a, m);
		}
	stemmer_free(en);
	arena_free(&a);
}

/* A sentence in a set of bytes; none of them has a letter that the set lacks. */
static struct str
encoded(struct arena *a, const char *set, const char *text)
{
	struct buf b = buf_new(a);
	char in[1024], out[1024], *to = out, *from = in;
	size_t left = strlen(text), room = sizeof(out);
	iconv_t cd;

	if (strcmp(set, "utf-8") == 0)
		return str_of(text);
	cd = iconv_open(set, "UTF-8");
	assert_true(cd != (iconv_t)-1 && left < sizeof(in));
	memcpy(in, text, left);
	assert_true(iconv(cd, &from, &left, &to, &room) != (size_t)-1);
	buf_str(&b, (struct str){ out, sizeof(out) - room });
	(void)iconv_close(cd);
	return buf_view(&b);
}

struct encoded {
	const char *set, *text;
};

static void
sets_are_guessed(void **state)
{
	static const struct encoded known[] = {
		{ "shift_jis",
		    "港の北の岸壁に立っていた古いクレーンが金曜日に取り壊されました。それは千九百十一年からそこに立っていて、港の人々に愛されていました。" },
		{ "euc-jp",
		    "港の北の岸壁に立っていた古いクレーンが金曜日に取り壊されました。それは千九百十一年からそこに立っていて、港の人々に愛されていました。" },
		{ "euc-kr",
		    "항구의 북쪽 부두에 서 있던 오래된 기중기가 금요일에 철거되었다. 그것은 백 년이 넘게 그 자리에 있었고 사람들은 그것을 좋아했다." },
		{ "gb18030",
		    "港口北岸的旧起重机在星期五被拆除了。它从一九一一年起就站在那里，城里的人都很喜欢它。" },
		{ "big5",
		    "港口北岸的舊起重機在星期五被拆除了。它從一九一一年起就站在那裡，城裡的人都很喜歡它，現在從碼頭可以看見大海。" },
		{ "windows-1251",
		    "Старый кран на северном причале разобрали в пятницу. Он стоял там с начала века, и горожане его любили." },
		{ "koi8-r",
		    "Старый кран на северном причале разобрали в пятницу. Он стоял там с начала века, и горожане его любили." },
		{ "windows-1253",
		    "Ο παλιός γερανός στη βόρεια προβλήτα κατεδαφίστηκε την Παρασκευή. Στεκόταν εκεί από τις αρχές του αιώνα." },
		{ "windows-1255",
		    "העגורן הישן ברציף הצפוני פורק ביום שישי. הוא עמד שם מאז ראשית המאה, ותושבי העיר אהבו אותו מאוד." },
		{ "windows-1256",
		    "فككت الرافعة القديمة على الرصيف الشمالي يوم الجمعة. كانت قائمة هناك منذ بداية القرن وكان الناس يحبونها." },
		{ "windows-874",
		    "เครนเก่าที่ท่าเรือด้านเหนือถูกรื้อออกเมื่อวันศุกร์ มันตั้งอยู่ที่นั่นมาตั้งแต่ต้นศตวรรษ และชาวเมืองรักมันมาก" },
	}, latin[] = {
		{ "windows-1252", "Der alte Kran am nördlichen Kai wurde am Freitag abgebaut; die Bürger hätten ihn "
		    "lieber gestrichen, als über seinen Rücken Züge fahren zu sehen. Überall Bäume, Öl, Äpfel." },
		{ "windows-1252", "La vieille grue du quai nord a été démontée vendredi; elle était là depuis le début "
		    "du siècle, et les habitants l’aimaient. À côté, l'été, on a déjà rêvé d'une île créée." },
		{ "windows-1250", "Stary żuraw na północnym nabrzeżu rozebrano w piątek. Stał tam od początku wieku, "
		    "a mieszkańcy go lubili; źródła mówią, że będzie większy." },
		{ "utf-8", "Старый кран на северном причале разобрали в пятницу. Он стоял там с начала века.\xff\xfe" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(known); i++) {
		const struct str bytes = encoded(&a, known[i].set, known[i].text);

		assert_str(utf8_guess(bytes), str_of(known[i].set));
		assert_str(
		    utf8_import(&a, bytes, utf8_guess(bytes)), str_of(known[i].text));
	}
	for (size_t i = 0; i < LEN(latin); i++)
		assert_str(utf8_guess(encoded(&a, latin[i].set, latin[i].text)), STR(""));
	assert_str(utf8_guess(STR("\xc0\xc1\xc2")), STR(""));
	arena_free(&a);
}

static void
misnamed_sets_are_seen_through(void **state)
{
	static const char kran[] = "Старый кран на северном причале разобрали в пятницу.";
	struct arena a = ARENA_INIT;
	const struct str russian = encoded(&a, "windows-1251", kran);
	const struct str broken = STR("Der nördliche Kai, die Bürger, das Öl, die Züge, "
				      "die Bäume, der Rücken: \xe4");

	(void)state;
	assert_str(utf8_set(russian, STR("utf-8")), STR("windows-1251"));
	assert_str(utf8_set(russian, STR("koi8-u")), STR("koi8-u"));
	assert_str(utf8_set(russian, STR("")), STR("windows-1251"));
	assert_str(utf8_set(broken, STR("iso-8859-1")), STR("utf-8"));
	assert_str(utf8_set(broken, STR("")), STR("utf-8"));
	assert_str(utf8_set(STR("caf\xe9"), STR("utf-8")), STR(""));
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(glyphs_are_the_text_in_pieces_and_harmless),
		cmocka_unit_test(a_run_is_glyphs_that_show_as_they_stand),
		cmocka_unit_test(glyphs_end_where_unicode_says),
		cmocka_unit_test(glyphs_have_the_columns_terminals_draw),
		cmocka_unit_test(ascii_is_what_the_eye_takes_it_for),
		cmocka_unit_test(tags_tones_and_spacing_marks_stand_alone),
		cmocka_unit_test(a_pile_of_marks_is_one_short_glyph),
		cmocka_unit_test(code_points_survive_writing_and_reading),
		cmocka_unit_test(folding_drops_case_and_diacritics),
		cmocka_unit_test(imported_text_is_clean),
		cmocka_unit_test(sets_are_guessed),
		cmocka_unit_test(misnamed_sets_are_seen_through),
		cmocka_unit_test(character_sets_are_found),
		cmocka_unit_test(tokens_cover_the_text_in_order),
		cmocka_unit_test(tokens_are_what_the_door_says),
		cmocka_unit_test(many_tokens_leave_few_arrays),
		cmocka_unit_test(an_import_leaves_no_texts),
		cmocka_unit_test(token_flags_and_hashes),
		cmocka_unit_test(stems_meet_and_stop_words_are_known),
		cmocka_unit_test(plain_stems_are_those_of_the_stemmer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
