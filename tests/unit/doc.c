/* Documents: what is written is read back the same, and written again to the same bytes. */
#include "check.h"

#include <time.h>

#include "base/vec.h"
#include "doc/doc.h"

static bool
same_runs(const struct block *x, const struct block *y, bool styles)
{
	if (x->run_count != y->run_count)
		return false;
	for (size_t i = 0; i < x->run_count; i++)
		if (!str_eq(x->runs[i].text, y->runs[i].text) ||
		    !str_eq(x->runs[i].url, y->runs[i].url) ||
		    (styles && x->runs[i].style != y->runs[i].style))
			return false;
	return true;
}

static bool
same_block(const struct block *x, const struct block *y)
{
	return x->kind == y->kind && x->level == y->level && x->ordered == y->ordered &&
	       x->start == y->start && str_eq(x->info, y->info) &&
	       str_eq(x->text, y->text) && same_runs(x, y, true) &&
	       (x->first == NULL) == (y->first == NULL) &&
	       (x->next == NULL) == (y->next == NULL);
}

static bool
same_doc(const struct doc *x, const struct doc *y)
{
	const struct block *p = x->first, *q = y->first;

	while (p != NULL && q != NULL && same_block(p, q)) {
		p = doc_next(p, NULL);
		q = doc_next(q, NULL);
	}
	return p == NULL && q == NULL && x->count == y->count;
}

static struct str
written(struct arena *a, const struct doc *d)
{
	struct buf out = buf_new(a);

	doc_commonmark(d, &out);
	return buf_view(&out);
}

static struct str
all_plain(struct arena *a, const struct doc *d)
{
	struct buf out = buf_new(a);

	for (const struct block *b = d->first; b != NULL; b = b->next) {
		buf_str(&out, doc_plain(a, b));
		buf_byte(&out, '\n');
	}
	return buf_view(&out);
}

/* Pieces that mean something to CommonMark, and some that do not. */
static const char *const pieces[] = { " ", "  ", "    ", "\t", "a", "Bc", "1", "1986",
	".", ")", "(", "-", "--", "---", "+", "*", "**", "***", "_", "__", "#", "##",
	"###### ", ">", "<", "<b>", "</b>", "<!--", "-->", "<?", "`", "``", "```", "~~~",
	"[", "]", "](", "]:", "[x](y)", "![", "!", "&", "&amp;", "&#38;", "&copy", ";",
	"\\", "\\\\", "|", "=", "===", ":", "\"", "'", "http://x.y/", "@", "é", "“", "”",
	"—", "日本", "😀", "\xc2\xa0", "x_y", "* * *", "1)", "word", "Osaka, ", "/", "a-b",
	"\n\n```\nx a Bc\n```\n\n[x](y)", " · " };

static struct str
random_text(struct arena *a, uint64_t *seed, uint32_t most)
{
	struct buf b = buf_new(a);

	for (uint32_t n = 1 + dice(seed, most); n != 0; n--)
		buf_text(&b, pieces[dice(seed, LEN(pieces))]);
	return buf_view(&b);
}

static void
random_runs(struct arena *a, uint64_t *seed, struct block *b, bool styled)
{
	for (uint32_t n = 1 + dice(seed, 5); n != 0; n--) {
		struct run r = { random_text(a, seed, 6), STR_NIL, 0, 0 };
		const uint32_t what = dice(seed, 10);

		if (styled)
			r.style = (uint8_t)dice(seed, 4);
		if (what == 1)
			r.style |= RUN_CODE;
		if (what == 2 || what == 3)
			r.url = what == 2 ? STR("http://x.y/z") : random_text(a, seed, 4);
		if (what == 4)
			r = (struct run){ dice(seed, 2) ? r.text : STR_NIL,
				random_text(a, seed, 3), (uint8_t)(RUN_IMAGE | r.style),
				0 };
		if (what == 5 && b->run_count != 0 && n != 1 && b->kind == BLOCK_PARA)
			r = (struct run){ STR_NIL, STR_NIL, RUN_BREAK, 0 };
		block_run(a, b, r);
	}
}

/* No glyph is cut before it. */
static bool
is_whole(char c)
{
	return (c & 0xc0) != 0x80;
}

/* Links of any pieces of the code, which are those that are read back. */
static void
random_links(struct arena *a, uint64_t *seed, struct doc *d, const struct block *code)
{
	struct code_links in = { 0 }, out;
	size_t at = 0;

	for (uint32_t n = dice(seed, 4); n != 0 && at < code->text.n; n--) {
		struct code_link l = { .url = STR("https://example.org/~a b") };

		l.from = at + dice(seed, 6);
		l.to = at = l.from + dice(seed, 6);
		if (l.to < code->text.n && is_whole(code->text.p[l.from]) &&
		    is_whole(code->text.p[l.to]))
			*vec_push(a, &in) = l;
	}
	doc_add_links(a, d, code, &in);
	out = doc_links(a, code);
	assert_true(out.n <= in.n);
	for (size_t i = 0, k = 0; i < out.n; i++) {
		while (k < in.n && in.at[k].to < out.at[i].to &&
		       in.at[k].from < out.at[i].from)
			k++;
		assert_true(k < in.n && out.at[i].from <= in.at[k].from &&
			    out.at[i].to >= in.at[k].to);
	}
}

static void random_blocks(struct arena *a, uint64_t *seed, struct doc *d,
    struct block *in, int depth, bool styled);

static void
random_list(struct arena *a, uint64_t *seed, struct doc *d, struct block *list, int depth,
    bool styled)
{
	list->ordered = dice(seed, 2) != 0;
	list->tight = dice(seed, 2) != 0;
	list->start = list->ordered ? (long)dice(seed, 12) : 1;
	for (uint32_t n = 1 + dice(seed, 3); n != 0; n--) {
		struct block *item = doc_add(a, d, list, BLOCK_ITEM);

		if (dice(seed, 6) != 0)
			random_blocks(a, seed, d, item, depth + 1, styled);
	}
}

static void
random_blocks(struct arena *a, uint64_t *seed, struct doc *d, struct block *in, int depth,
    bool styled)
{
	for (uint32_t n = 1 + dice(seed, 3); n != 0; n--) {
		const uint32_t what = dice(seed, depth > 3 ? 5 : 8);
		static const enum block_kind kinds[] = { BLOCK_PARA, BLOCK_PARA,
			BLOCK_HEADING, BLOCK_CODE, BLOCK_RULE, BLOCK_QUOTE, BLOCK_LIST,
			BLOCK_LIST };
		struct block *b = doc_add(a, d, in, kinds[what]);

		if (b->kind == BLOCK_PARA || b->kind == BLOCK_HEADING)
			random_runs(a, seed, b, styled);
		if (b->kind == BLOCK_HEADING)
			b->level = 1 + (int)dice(seed, 6);
		if (b->kind == BLOCK_CODE) {
			struct buf text = buf_new(a);

			for (uint32_t k = dice(seed, 4); k != 0; k--) {
				if (dice(seed, 4) != 0)
					buf_str(&text, random_text(a, seed, 5));
				buf_byte(&text, '\n');
			}
			b->text = buf_view(&text);
			b->info = str_trim(random_text(a, seed, 2));
			if (b->info.n == 0)
				random_links(a, seed, d, b);
		}
		if (b->kind == BLOCK_QUOTE && dice(seed, 8) != 0)
			random_blocks(a, seed, d, b, depth + 1, styled);
		if (b->kind == BLOCK_LIST)
			random_list(a, seed, d, b, depth + 1, styled);
	}
}

static void
print_difference(struct str x, struct str y)
{
	while (x.n != 0 || y.n != 0) {
		const struct str p = str_line(&x), q = str_line(&y);

		if (!str_eq(p, q)) {
			print_error(
			    "'" STR_FMT "'\n'" STR_FMT "'\n", STR_ARG(p), STR_ARG(q));
			return;
		}
	}
}

static void
check_round_trip(struct arena *a, const struct doc *d, bool styled)
{
	const struct str once = written(a, d);
	const struct doc *back = doc_parse(a, once);
	const struct str twice = written(a, back);

	print_difference(once, twice);
	print_difference(all_plain(a, d), all_plain(a, back));
	assert_true(str_eq(once, twice));
	assert_true(str_eq(all_plain(a, d), all_plain(a, back)));
	assert_true(styled || same_doc(d, back));
	assert_true(same_doc(back, doc_parse(a, twice)));
}

static void
what_is_built_is_read_back(void **state)
{
	uint64_t seed = 20190628;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena a = ARENA_INIT;
		struct doc *d = doc_new(&a);
		const bool styled = i % 2 == 0;

		random_blocks(&a, &seed, d, NULL, 0, styled);
		check_round_trip(&a, d, styled);
		arena_free(&a);
	}
}

static void
any_bytes_are_a_document(void **state)
{
	uint64_t seed = 4;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		const struct doc *d, *back;

		for (uint32_t n = dice(&seed, 30); n != 0; n--) {
			buf_text(&b, pieces[dice(&seed, LEN(pieces))]);
			buf_text(&b, dice(&seed, 4) == 0 ? "\n" : "");
		}
		d = doc_parse(&a, buf_view(&b));
		back = doc_parse(&a, written(&a, d));
		if (!str_eq(written(&a, d), written(&a, back)) ||
		    !str_eq(all_plain(&a, d), all_plain(&a, back)))
			print_error("----\n" STR_FMT "\n----\n" STR_FMT "----\n" STR_FMT
				    "----\n",
			    STR_ARG(buf_view(&b)), STR_ARG(written(&a, d)),
			    STR_ARG(written(&a, back)));
		assert_str(all_plain(&a, back), all_plain(&a, d));
		assert_str(written(&a, back), written(&a, d));
		arena_free(&a);
	}
}

/* "B" for each block, "<words>" for each link of the code. */
static void
code_has_links_below_it(void **state)
{
#define CODE "```\nIda   Oslo  Oslo, Oslos\n```\n\n"
	static const char *const rows[][2] = {
		{ CODE "[Oslo](u)", "<6-10>" },
		{ CODE "Oslo · [Oslo](u)", "<12-16>" },
		{ CODE "[Ida](u) · Oslo · [Oslo](u) · [Oslos](v)",
		    "<0-3><12-16><18-23>" },
		{ CODE "[Oslo](u) · [Oslo](v)", "<6-10><12-16>" },
		{ CODE "[Oslo](u) · [Ida](v)", "" }, /* not in order */
		{ CODE "[Oslo](u) · [Oslo](u) · [Oslo](u)", "" },
		{ CODE "[slo](u)", "" },
		{ CODE "[Ida](u)[Oslo](v)", "" },
		{ CODE "[Ida](u), [Oslo](v)", "" },
		{ CODE "[*Ida*](u)", "<0-3>" },
		{ CODE "[\\\nIda](u)", "<0-3>" },
		{ CODE "[`Ida`](u)", "" },
		{ CODE "Ida · Oslo", "" },
		{ CODE "Ida [Oslo](u)", "" },
		{ CODE "* * *\n\n[Ida](u)", "" },
		{ "```c\nIda\n```\n\n[Ida](u)", "" },
		{ "> ```\n> Ida\n> ```\n> [Ida](u)\n", "<0-3>" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct arena a = ARENA_INIT;
		const struct doc *d = doc_parse(&a, str_of(rows[i][0]));
		struct buf got = buf_new(&a);

		for (const struct block *b = d->first; b != NULL; b = doc_next(b, NULL)) {
			const struct code_links l = doc_links(&a, b);

			for (size_t k = 0; k < l.n; k++)
				buf_printf(&got, "<%zu-%zu>", l.at[k].from, l.at[k].to);
			if (b->kind == BLOCK_LINKS)
				assert_str(doc_plain(&a, b), STR_NIL);
		}
		assert_str(buf_view(&got), str_of(rows[i][1]));
		arena_free(&a);
	}
}

/* Behind a fence nobody closes, and it is taken off again, all paragraphs pass through cmark. */
static void
pieces_and_paragraphs_without_marks_read_as_cmark_reads_them(void **state)
{
	static const char *const quiet[] = { "Osaka", "a b", "é", "“x”, y", "a\nb", "x",
		"1", ".", "a ", " b", "-", "\n", "\n\n", "\n\n", "\n\n", "- a\n", "> q",
		"\n\n\n", "    c", "1. a\n\n", "=", "#", "[a]", "[a]: u\n",
		"\n\n[a]: u\n\n", "\n[b c]: http://v.w \"T\"\n[a]: v\n", "[b c]",
		"\n~~~\n", "\n\n~~~~ x\n\nin\n\n[a]: f\n~~~\n\n~~~~\n", "~", "*b*",
		"\xef\xbb\xbf", "\t", "'", "(", "!", "\n\n  ",
		"word word\n\nand more\n\n", "&#120;", "`", "[x](y)", "<http://x.y>",
		"< ", "<b>", "\n<div>\n", "</p>", "\n<http>\n", "<pre>", "<BR>\n", "**",
		"_", "\n- b\n\n  c\n\nd", "[a]" };
	uint64_t seed = 9;

	(void)state;
	for (int i = 0; i < 40000; i++) {
		struct arena a = ARENA_INIT;
		struct buf b = buf_new(&a);
		const struct doc *d, *e;
		struct str text;

		buf_text(&b, "\r\n"); /* nothing but cmark reads a text with CR */
		for (uint32_t n = dice(&seed, 20); n != 0; n--)
			buf_text(&b, quiet[dice(&seed, LEN(quiet))]);
		text = str_cut(buf_view(&b), 2, b.n);
		if (str_starts(text, STR("\xef\xbb\xbf"))) {
			arena_free(&a);
			continue; /* a byte order mark, but not after a line end */
		}
		d = doc_parse(&a, text);
		e = doc_parse(&a, buf_view(&b));
		if (!same_doc(d, e))
			fail_msg("differs: {" STR_FMT "}", STR_ARG(buf_view(&b)));
		arena_free(&a);
	}
}

/* Each is one paragraph of plain text, and stands in the file as the second says. */
static const char *const idioms[][2] = {
	{ "A plain sentence, with nothing in it (at all).", NULL },
	{ "* * *", "\\* * *" },
	{ "1) first", "1\\) first" },
	{ "1986. A year", "1986\\. A year" },
	{ "1986.5 is a number", NULL },
	{ "# sign", "\\# sign" },
	{ "#1 seed", NULL },
	{ "_name_ of", "\\_name\\_ of" },
	{ "snake_case_name", NULL },
	{ "- dash", "\\- dash" },
	{ "-30-", NULL },
	{ "---", "\\---" },
	{ "+ plus", "\\+ plus" },
	{ "= is", NULL },
	{ "===", NULL },
	{ "> quoted", "\\> quoted" },
	{ "a > b < c", NULL },
	{ " leading", "&#32;leading" },
	{ "    four", "&#32;   four" },
	{ "trailing ", "trailing&#32;" },
	{ "tab\there", NULL },
	{ "\ttab", "&#9;tab" },
	{ "&amp; stays", "\\&amp; stays" },
	{ "AT&T; R&D", "AT\\&T; R&D" },
	{ "<b>bold</b>", "\\<b>bold\\</b>" },
	{ "2 < 3 and <3", NULL },
	{ "C:\\dir\\file", NULL },
	{ "\\*", "\\\\\\*" },
	{ "`code`", "\\`code\\`" },
	{ "5 * 3", NULL },
	{ "[x](y)", "[x\\](y)" },
	{ "[Editor's note]", NULL },
	{ "[1]: a source", "\\[1]: a source" },
	{ "![alt](u)", "![alt\\](u)" },
	{ "a | b", NULL },
	{ "~~~", "\\~~~" },
	{ "Fin!", NULL },
	{ "😀 日本の“引用”", NULL },
	{ "2+2 at $5.00 (5%), “x” — y’s", NULL },
};

static void
idioms_of_plain_text_are_escaped_only_where_needed(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(idioms); i++) {
		struct arena a = ARENA_INIT;
		struct doc *d = doc_new(&a);
		struct buf want = buf_new(&a);

		block_run(&a, doc_add(&a, d, NULL, BLOCK_PARA),
		    (struct run){ str_of(idioms[i][0]), STR_NIL, 0, 0 });
		buf_text(&want, idioms[i][idioms[i][1] == NULL ? 0 : 1]);
		buf_byte(&want, '\n');
		assert_str(written(&a, d), buf_view(&want));
		check_round_trip(&a, d, false);
		arena_free(&a);
	}
}

/* CommonMark in, canonical CommonMark out. */
static const char *const canonical[][2] = {
	{ "a\nb\n", "a b\n" },
	{ "Title\n===\n\nx\n---\n", "# Title\n\n## x\n" },
	{ "* a\n* b\n", "- a\n- b\n" },
	{ "* a\n\n* b\n", "- a\n\n- b\n" },
	{ "- a\n\n\n1. b\n2. c\n", "- a\n\n1. b\n2. c\n" },
	{ "- a\n+ b\n", "- a\n\n* b\n" },
	{ "- a\n  - b\n    c\n", "- a\n  - b c\n" },
	{ "_x_ and __y__ and *__z__*", "*x* and **y** and ***z***\n" },
	{ "a*b*c", "a*b*c\n" },
	{ "    code\n", "```\ncode\n```\n" },
	{ "~~~ c\n```\n~~~\n", "````c\n```\n````\n" },
	{ "<div>\n*x*\n</div>\n", "<div>\n*x*\n</div>\n" },
	{ "***\n\n> a\n> b\n", "* * *\n\n> a b\n" },
	{ "- - -\n", "* * *\n" },
	{ "- a\n\n  ***\n", "- a\n\n  ___\n" },
	{ "[a][b]\n\n[b]: <c d> \"t\"\n", "[a](<c d>)\n" },
	{ "<https://x.y/?a=b>", "<https://x.y/?a=b>\n" },
	{ "[a *b*](c(d)e) *[f](g)*", "[a *b*](c(d)e) *[f](g)*\n" },
	{ "a  \nb\\\nc", "a\\\nb\\\nc\n" },
	{ "![an *image*](u)", "![an image](u)\n" },
	{ "- \n- x\n", "-\n- x\n" },
	{ "[](x)\n\ny", "y\n" },
	{ ">\n", ">\n" },
	{ "#\n", "#\n" },
	{ "# a #\n", "# a\n" },
	{ "", "" },
};

static void
commonmark_becomes_canonical(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(canonical); i++) {
		struct arena a = ARENA_INIT;
		struct doc *d = doc_parse(&a, str_of(canonical[i][0]));

		assert_str(written(&a, d), str_of(canonical[i][1]));
		arena_free(&a);
	}
}

static void
paragraphs_are_the_top_level_blocks(void **state)
{
	struct arena a = ARENA_INIT;
	struct doc *d = doc_parse(
	    &a, STR("# A\n\nb *c*\\\nd\n\n- e\n- f\n\n  ```\n  g\n  ```\n\n***\n"));

	(void)state;
	assert_int_equal(d->count, 4);
	assert_str(doc_plain(&a, doc_para(d, 1)), STR("A"));
	assert_str(doc_plain(&a, doc_para(d, 2)), STR("b c d"));
	assert_str(doc_plain(&a, doc_para(d, 3)), STR("e\nf\ng"));
	assert_str(doc_plain(&a, doc_para(d, 4)), STR(""));
	assert_null(doc_para(d, 5));
	assert_null(doc_para(d, 0));
	arena_free(&a);
}

static struct str
repeated(struct arena *a, const char *s, size_t times, const char *tail)
{
	struct buf b = buf_new(a);

	while (times-- != 0)
		buf_text(&b, s);
	buf_text(&b, tail);
	return buf_view(&b);
}

static int
depth_of(const struct block *b)
{
	int depth = 0;

	for (; b != NULL; b = b->parent)
		depth++;
	return depth;
}

/* Texts that could cost quadratic time, or depth, or much memory. */
static void
hostile_texts_are_bounded(void **state)
{
	static const struct {
		const char *s;
		size_t times;
		const char *tail;
	} rows[] = { { "> ", 50000, "a\n" }, { "- ", 50000, "a\n" },
		{ "- a\n", 100000, "" }, { "*", 100000, "a" }, { "*a ", 300000, "" },
		{ "[", 100000, "" }, { "`", 100000, "" }, { "![", 100000, "](" },
		{ "[a](", 50000, "" }, { "a <!-- ", 100000, "" }, { "1. ", 50000, "" },
		{ "_a*b", 100000, "" } };
	struct arena a = ARENA_INIT;
	struct buf lists = buf_new(&a);

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct arena mine = ARENA_INIT;
		const clock_t from = clock();
		const struct doc *d = doc_parse(
		    &mine, repeated(&mine, rows[i].s, rows[i].times, rows[i].tail));

		for (const struct block *b = d->first; b != NULL; b = doc_next(b, NULL))
			if (b->run_count != 0)
				assert_true(depth_of(b) <= DOC_DEPTH);
		(void)written(&mine, d);
		assert_true((clock() - from) / CLOCKS_PER_SEC < 4);
		arena_free(&mine);
	}
	buf_str(&lists, repeated(&a, "- ", 20000, "a\n"));
	buf_str(&lists, repeated(&a, "\n", 20000, ""));
	assert_int_equal(doc_parse(&a, buf_view(&lists))->count, 1);
	arena_free(&a);
}

static void
runs_join_and_the_depth_is_capped(void **state)
{
	struct arena a = ARENA_INIT;
	struct doc *d = doc_new(&a);
	struct block *p = doc_add(&a, d, NULL, BLOCK_PARA), *in = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++)
		block_run(&a, p, (struct run){ STR("a\n"), STR_NIL, 0, 0 });
	assert_int_equal(p->run_count, 1);
	assert_str(str_cut(p->runs[0].text, 1996, 3000), STR("a a "));
	for (int i = 0; i < 100; i++)
		in = doc_add(&a, d, in, i % 2 ? BLOCK_QUOTE : BLOCK_LIST),
		in = in->kind == BLOCK_LIST ? doc_add(&a, d, in, BLOCK_ITEM) : in;
	in = doc_add(&a, d, in, BLOCK_PARA);
	assert_true(depth_of(in) <= DOC_DEPTH);
	block_run(&a, in, (struct run){ STR("deep"), STR_NIL, 0, 0 });
	check_round_trip(&a, d, false);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(idioms_of_plain_text_are_escaped_only_where_needed),
		cmocka_unit_test(commonmark_becomes_canonical),
		cmocka_unit_test(paragraphs_are_the_top_level_blocks),
		cmocka_unit_test(runs_join_and_the_depth_is_capped),
		cmocka_unit_test(hostile_texts_are_bounded),
		cmocka_unit_test(what_is_built_is_read_back),
		cmocka_unit_test(code_has_links_below_it),
		cmocka_unit_test(
		    pieces_and_paragraphs_without_marks_read_as_cmark_reads_them),
		cmocka_unit_test(any_bytes_are_a_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
