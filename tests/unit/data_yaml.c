/* YAML read as a tree with places, and written so that it reads back. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "data/yaml.h"
#include "data/yaml_plain.h"
#include "data/yamlout.h"
#include "random_brief.h"

static struct yaml *
read_good(struct arena *a, struct str text)
{
	struct diags d = { .a = a };
	struct yaml *y;

	if (!yaml_read(a, text, STR("t.yaml"), &y, &d))
		fail_msg("refused: " STR_FMT "\n" STR_FMT, STR_ARG(d.at[0].text),
		    STR_ARG(text));
	assert_int_equal(d.n, 0);
	return y;
}

static void
a_tree_knows_its_places(void **state)
{
	static const char text[] =
	    "# é\nté: 'a b'\nlist:\n  - x\n  - {k: v}\nb: |+\n  t\n\nn: ~\n";
	struct arena a = ARENA_INIT;
	const struct str s = str_of(text);
	const struct yaml *y = read_good(&a, s), *v;

	(void)state;
	assert_int_equal(y->count, 4);
	v = yaml_get(y, STR("té"));
	assert_str(v->text, STR("a b"));
	assert_true(v->quoted && !v->block);
	assert_str(str_cut(s, v->from, v->to), STR("'a b'"));
	assert_str(str_cut(s, v->key_from, v->from), STR("té: "));
	v = yaml_get(y, STR("list"));
	assert_str(str_cut(s, v->from, v->to), STR("- x\n  - {k: v}"));
	assert_true(v->first->next->flow && !v->flow);
	assert_str(str_cut(s, v->first->next->from, v->first->next->to), STR("{k: v}"));
	v = yaml_get(y, STR("b"));
	assert_str(v->text, STR("t\n\n"));
	assert_str(str_cut(s, v->from, v->to), STR("|+\n  t\n\n"));
	assert_true(yaml_is_null(yaml_get(y, STR("n"))));
	assert_null(yaml_get(y, STR("none")));
	assert_null(yaml_get(NULL, STR("none")));
	arena_free(&a);
}

static void
streams_and_empty_files_are_read(void **state)
{
	struct arena a = ARENA_INIT;
	struct yaml *y = read_good(&a, STR("a: 1\n---\nb: 2\n...\n---\n- c\n"));

	(void)state;
	assert_non_null(yaml_get(y, STR("a")));
	assert_non_null(yaml_get(y->next, STR("b")));
	assert_int_equal(y->next->next->kind, YAML_LIST);
	assert_null(y->next->next->next);
	assert_null(read_good(&a, STR("")));
	assert_null(read_good(&a, STR("# nothing\n")));
	assert_str(read_good(&a, STR("\xef\xbb\xbf"
				     "a: 1\n"))
		       ->first->text,
	    STR("1"));
	arena_free(&a);
}

static void
what_a_brief_may_not_use_is_refused_with_its_place(void **state)
{
	static const struct {
		const char *text;
		enum message id;
		int line, col;
	} rows[] = {
		{ "a: 1\nb: 2\na: 3\n", SAY_YAML_DUPLICATE, 3, 1 },
		{ "x:\n  {a: 1, a: 2}\n", SAY_YAML_DUPLICATE, 2, 10 },
		{ "é: 1\r\nü: &x 2\n", SAY_YAML_FEATURE, 2, 5 },
		{ "a: *x\n", SAY_YAML_FEATURE, 1, 4 },
		{ "a: !!str 1\n", SAY_YAML_FEATURE, 1, 4 },
		{ "a: ! x\n", SAY_YAML_FEATURE, 1, 4 },
		{ "a: !t [x]\n", SAY_YAML_FEATURE, 1, 4 },
		{ "a: &t {x: y}\n", SAY_YAML_FEATURE, 1, 4 },
		{ "<<: {a: b}\n", SAY_YAML_FEATURE, 1, 1 },
		{ "? [a]\n: b\n", SAY_YAML_FEATURE, 1, 3 },
		{ "title: a: b\n", SAY_YAML_SYNTAX, 1, 9 },
		{ "é: |\n  x\xc2\x85  y\xe2\x80\xa8  z\ntitle: a: b\n", SAY_YAML_SYNTAX,
		    3, 9 },
		{ "a: \xff\n", SAY_YAML_ENCODING, 1, 4 },
		{ "a: 1\nb: \x1b[m\n", SAY_YAML_ENCODING, 2, 4 },
		{ "a: \"x\n", SAY_YAML_SYNTAX, 1, 4 },
		{ "a: @x\n", SAY_YAML_SYNTAX, 1, 4 },
		{ "a:\n\t- x\n", SAY_YAML_SYNTAX, 2, 1 },
		{ "a: *\n", SAY_YAML_SYNTAX, 1, 5 },
		{ "a: 1\nb\nc: 2\n", SAY_YAML_SYNTAX, 2, 1 },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct diags d = { .a = &a };
		struct yaml *y;

		assert_false(yaml_read(&a, str_of(rows[i].text), STR("t"), &y, &d));
		assert_int_equal(d.n, 1);
		if (d.at[0].id != rows[i].id || d.at[0].at.line != rows[i].line ||
		    d.at[0].at.col != rows[i].col)
			fail_msg("%s: %s %d:%d " STR_FMT, rows[i].text,
			    message_id(d.at[0].id), d.at[0].at.line, d.at[0].at.col,
			    STR_ARG(d.at[0].text));
		assert_true(d.at[0].at.text.n > 0);
	}
	arena_free(&a);
}

/* `n` times `piece`. */
static struct str
many(struct arena *a, const char *piece, size_t n)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < n; i++)
		buf_text(&b, piece);
	return buf_view(&b);
}

static void
hostile_sizes_end_soon(void **state)
{
	static const struct {
		const char *piece;
		size_t n;
	} rows[] = { { "[", 40000 }, { "[\n", 40000 }, { "{a: ", 40000 }, { "- ", 40000 },
		{ "? ", 40000 }, { "[? ", 40000 }, { "a,", 40000 }, { "- a\n", 300000 },
		{ "[[[[[[[[[[", 1000000 }, { "\"", 40001 }, { "'", 40001 },
		{ "#", 40000 }, { "a: |\n", 1 } };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct diags d = { .a = &a };
		struct yaml *y;
		const struct str s = many(&a, rows[i].piece, rows[i].n);
		const clock_t start = clock();
		const bool good = yaml_read(&a, s, STR("t"), &y, &d);
		const double ms = (double)(clock() - start) * 1e3 / CLOCKS_PER_SEC;

		if (getenv("SHOW") != NULL)
			print_message("%6.2f ms %d %s\n", ms, good, rows[i].piece);
		assert_true(ms < 2000);
	}
	arena_free(&a);
}

static void
what_is_written_reads_back(void **state)
{
	uint64_t seed = 11;

	(void)state;
	for (int i = 0; i < 30000; i++) {
		struct arena a = ARENA_INIT;
		struct buf s = buf_new(&a), out = buf_new(&a);
		const struct yaml *y;
		size_t literal;

		random_text(&seed, &s, dice(&seed, 2) != 0);
		buf_text(&out, "k:\n  - t: ");
		yaml_literal(&out, buf_view(&s), 6);
		literal = out.n;
		buf_text(&out, "    s: ");
		yaml_scalar(&out, buf_view(&s), false);
		buf_text(&out, "\n    f: [x, ");
		yaml_scalar(&out, buf_view(&s), true);
		buf_text(&out, ", y]\n    ");
		yaml_scalar(&out, s.n < 300 && s.n > 1 ? buf_view(&s) : STR("kk"), false);
		buf_text(&out, ": ");
		yaml_quoted(&out, buf_view(&s));
		buf_text(&out, "\n");
		y = read_good(&a, buf_view(&out))->first->first->first;
		assert_str(y->text, buf_view(&s));
		assert_true(y->to <= literal);
		assert_str(y->next->text, buf_view(&s));
		assert_int_equal(y->next->next->count, 3);
		assert_str(y->next->next->first->next->text, buf_view(&s));
		assert_str(y->next->next->next->text, buf_view(&s));
		y = y->next->next
			->next; /* its place counts every wide character before it */
		assert_int_equal(out.p[y->from], '"');
		assert_int_equal(out.p[y->to - 1], '"');
		assert_int_equal(y->to, out.n - 1);
		arena_free(&a);
	}
}

/* `shift`: how much further on in its file the second tree stands. */
static bool
same_tree(const struct yaml *x, const struct yaml *y, size_t shift)
{
	for (; x != NULL && y != NULL; x = x->next, y = y->next)
		if (x->kind != y->kind || x->quoted != y->quoted || x->flow != y->flow ||
		    x->block != y->block || x->count != y->count ||
		    !str_eq(x->key, y->key) || !str_eq(x->text, y->text) ||
		    x->from + shift != y->from || x->to + shift != y->to ||
		    x->key_from + shift != y->key_from ||
		    !same_tree(x->first, y->first, shift))
			return false;
	return x == y;
}

/* Pieces of lines as briefs have them, a few that nobody should write among them. */
static void
random_lines(uint64_t *seed, struct buf *out)
{
	enum { TAME = 10 };
	static const char *const starts[] = { "", "", "  ", "  ", "    ", "- ", "  - ",
		"  - ", "    - ", "\t", " ", "# ", "      ", "- - ", "? " };
	static const char *const keys[] = { "a: ", "b: ", "c: ", "d:\n", "a:\n",
		"e-1: ", "made:\n", "é: ", "\"f\": ", "g:", "h:  ", "", "", "",
		"2: ", "a : " };
	static const char *const values[] = { "x#y", "x:y", "\"a\"", "é 日本", "[a, b c]",
		"\"a \\\" \\\\ b\"", "'a'", "~", "no", "2019-06-28", /* TAME of them */
		"|\n  x\n\n    y\n", "|\n    x\n     y\n\n\n", "|-\n  x\n  \n   \n  z\n",
		"|+\n  x\n\n", "|2\n   x\n", ">\n  x\n", "\"\\n\"", "\"a\" b", "''",
		"'it''s'", "[a,b]", "[]", "[ a]", "[a:b, c]", "{a: b}", "[a, 'b']",
		"x: y", "x #y", "&a x", "*a", "!t x", "- x", "-x", "x:", "x ", "\"a",
		"|\n\n  x\n", "|\n  x", "| # y\n  x\n", "[a", "x\n   y", "\"a\n  b\"",
		"|\nx\n", "|\n   x\n  y\n" };

	for (uint32_t n = dice(seed, 7); n != 0; n--) {
		const uint32_t tame = dice(seed, 4);

		buf_text(out, starts[dice(seed, tame ? 6 : LEN(starts))]);
		buf_text(out, keys[dice(seed, tame ? 7 : LEN(keys))]);
		if (out->p[out->n - 1] == '\n')
			continue;
		buf_text(out, values[dice(seed, dice(seed, 3) ? TAME : LEN(values))]);
		buf_text(
		    out, out->p[out->n - 1] == '\n' || dice(seed, 30) == 0 ? "" : "\n");
	}
}

/* Behind "---" libyaml reads the file, else we do when it is plain enough. */
static void
a_plain_file_reads_as_libyaml_reads_it(void **state)
{
	uint64_t seed = 12;
	size_t read = 0, ours = 0;

	(void)state;
	for (int i = 0; i < 60000; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a }, e = { .a = &a };
		struct buf out = buf_new(&a);
		struct yaml *x, *y;
		bool good;

		buf_text(&out, "---\n");
		buf_text(&out, dice(&seed, 2) ? "k: " : "k:\n  ");
		random_lines(&seed, &out);
		const struct str s = str_cut(buf_view(&out), 4, out.n);

		good = yaml_read(&a, s, STR("t"), &x, &d);
		assert_int_equal(yaml_read(&a, buf_view(&out), STR("t"), &y, &e), good);
		assert_int_equal(d.n, e.n);
		if (good && !same_tree(x, y, 4))
			fail_msg("differs:\n" STR_FMT, STR_ARG(s));
		read += good;
		ours += yaml_plain(&a, s, 0) != NULL;
		arena_free(&a);
	}
	assert_true(read > 5000 && ours > 2000);
}

static void
plain_text_stays_plain(void **state)
{
	static const char *const plain[] = { "India & Japan In Cyber Security Pact",
		"2+2", "2019-07-01-india-japan-in-cyber-security-pact", "G20",
		"S Jaishankar",
		"c1674328fb0693a2b71f1713f056bdb8ca564c89d906edc3614f3c45ff8fd93e",
		"China’s Cyber War", "https://gazette.example/2026/02/11/bridge?id=7#top",
		"16 countries (RCEP)", "日本", "it's \"so\"", "3D" };
	static const char *const quoted[] = { "", "no", "Yes", "1e3", "0x1F", "1:30", "~",
		"=", "<<", "2019-06-28", "2019-06", "2019", "1_000", "1,000", "12.5",
		".5", "-1", "+1", "a: b", "a #b", "- a", " a", "a ", "a:", "null", "on",
		"OFF", "*a", "&a", "!a", "@a", "`a", "%a", ":a", "?a", "a\tb",
		"2001-12-14 21:59:43", "2019-6-8", "0o17", "0b1", "1e5", "190:20:30.15",
		".inf", "\"a\"", "'a'", "[a]", "{a}", "> a", "| a" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(plain); i++) {
		struct buf out = buf_new(&a);

		yaml_scalar(&out, str_of(plain[i]), false);
		assert_str(buf_view(&out), str_of(plain[i]));
	}
	for (size_t i = 0; i < LEN(quoted); i++) {
		struct buf out = buf_new(&a);

		yaml_scalar(&out, str_of(quoted[i]), false);
		if (out.p[0] != '"')
			fail_msg("'%s' wants quotes", quoted[i]);
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tree_knows_its_places),
		cmocka_unit_test(streams_and_empty_files_are_read),
		cmocka_unit_test(what_a_brief_may_not_use_is_refused_with_its_place),
		cmocka_unit_test(hostile_sizes_end_soon),
		cmocka_unit_test(what_is_written_reads_back),
		cmocka_unit_test(a_plain_file_reads_as_libyaml_reads_it),
		cmocka_unit_test(plain_text_stays_plain),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
