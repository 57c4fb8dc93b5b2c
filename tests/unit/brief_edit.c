/* A reader's edits leave every other byte alone. */
#include "check.h"

#include <stdio.h>

#include "base/buf.h"
#include "brief/brief.h"
#include "random_brief.h"

static struct str
tagged(struct arena *a, struct str bytes, const char *tag, bool add)
{
	struct diags d = { .a = a };
	struct str out;

	if (!brief_tag(a, bytes, STR("f.yaml"), str_of(tag), add, &out, &d))
		fail_msg("refused: " STR_FMT "\n" STR_FMT, STR_ARG(d.at[0].text),
		    STR_ARG(bytes));
	return out;
}

static struct str
noted(struct arena *a, struct str bytes, struct note note)
{
	struct diags d = { .a = a };
	struct str out;

	if (!brief_note(a, bytes, STR("f.yaml"), &note, &out, &d))
		fail_msg("refused: " STR_FMT "\n" STR_FMT, STR_ARG(d.at[0].text),
		    STR_ARG(bytes));
	return out;
}

static void
tags_are_added_in_every_layout(void **state)
{
	static const char *const rows[][2] = {
		{ "title: T\ntags: [a] # mine\nbody: b\n",
		    "title: T\ntags: [a, x] # mine\nbody: b\n" },
		{ "title: T\ntags: [a, b,]\n", "title: T\ntags: [a, b, x,]\n" },
		{ "title: T\ntags: []\n", "title: T\ntags: [x]\n" },
		{ "title: T\ntags: [a, # one\n  b # two\n  ]\n",
		    "title: T\ntags: [a, # one\n  b, x # two\n  ]\n" },
		{ "title: T\ntags:\n# c\n- a # one\n\n# d\nbody: b\n",
		    "title: T\ntags:\n# c\n- a # one\n- x\n\n# d\nbody: b\n" },
		{ "title: T\ntags:\n    -   'a'\n    -\n      b\n",
		    "title: T\ntags:\n    -   'a'\n    -\n      b\n    - x\n" },
		{ "title: T\ntags:\nbody: b\n", "title: T\ntags: [x]\nbody: b\n" },
		{ "title: T\ntags: ~ # none\nbody: b\n",
		    "title: T\ntags: [x] # none\nbody: b\n" },
		{ "title: T\nbody: b\n", "title: T\ntags:\n  - x\nbody: b\n" },
		{ "# m\ntitle: T\n\nsource:\n  name: N # n\n\n# s\nsummary:\n  - a\n",
		    "# m\ntitle: T\n\nsource:\n  name: N # n\n\ntags:\n  - x\n\n# "
		    "s\nsummary:\n  - a\n" },
		{ "title: T\r\n\r\nbody: |\r\n  b\r\n",
		    "title: T\r\n\r\ntags:\r\n  - x\r\n\r\nbody: |\r\n  b\r\n" },
		{ "{title: T, body: b}", "{\"tags\": [x], title: T, body: b}\n" },
		{ "{\"title\": \"T\",\n \"tags\": [\"a\"]}\n",
		    "{\"title\": \"T\",\n \"tags\": [\"a\", x]}\n" },
		{ "  title: T\n  body: b\n",
		    "  title: T\n  tags:\n    - x\n  body: b\n" },
		{ "---\ntitle: T\n---\n# Text\n\ntitle\n",
		    "---\ntitle: T\ntags:\n  - x\n---\n# Text\n\ntitle\n" },
		{ "title: T\nbody: |+\n  b\n\n\n",
		    "title: T\ntags:\n  - x\nbody: |+\n  b\n\n\n" },
		{ "title: T", "title: T\ntags:\n  - x\n" },
		{ "title: T\ntags: [a, x]\n", "title: T\ntags: [a, x]\n" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(tagged(&a, str_of(rows[i][0]), "x", true), str_of(rows[i][1]));
	assert_str(tagged(&a, STR("title: T\ntags: [a]\n"), "a, b: #", true),
	    STR("title: T\ntags: [a, \"a, b: #\"]\n"));
	arena_free(&a);
}

static void
tags_are_removed_in_every_layout(void **state)
{
	static const char *const rows[][2] = {
		{ "title: T\ntags: [x, a, b]\n", "title: T\ntags: [a, b]\n" },
		{ "title: T\ntags: [a, x, b] # c\n", "title: T\ntags: [a, b] # c\n" },
		{ "title: T\ntags: [a, x]\n", "title: T\ntags: [a]\n" },
		{ "title: T\ntags: [x, a, x, x]\n", "title: T\ntags: [a]\n" },
		{ "title: T\ntags: [x, x]\n", "title: T\ntags: []\n" },
		{ "title: T\ntags:\n  - a # 1\n  - \"x\" # 2\n  # 3\n  - b\n",
		    "title: T\ntags:\n  - a # 1\n  # 3\n  - b\n" },
		{ "title: T\ntags:\n  -\n    x\n  - a\n", "title: T\ntags:\n  - a\n" },
		{ "title: T\n\ntags:\n  - x\n\nbody: b\n", "title: T\n\nbody: b\n" },
		{ "title: T\ntags:\n  - x\nbody: b\n", "title: T\nbody: b\n" },
		{ "title: T\ntags: # mine\n  - x\nbody: b\n",
		    "title: T\ntags: [] # mine\nbody: b\n" },
		{ "title: T\ntags: [a]\n", "title: T\ntags: [a]\n" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(
		    tagged(&a, str_of(rows[i][0]), "x", false), str_of(rows[i][1]));
	arena_free(&a);
}

static void
notes_are_added_in_every_layout(void **state)
{
	static const char *const rows[][2] = {
		{ "title: T\nbody: |\n  b\n", "title: T\nbody: |\n  b\nnotes:\n  - text: "
					      "Note\n    para: 2\n    at: \"2019\"\n" },
		{ "title: T\n\nbody: |\n  b\n\n# made\nmade: {by: x}\n",
		    "title: T\n\nbody: |\n  b\n\nnotes:\n  - text: Note\n    para: 2\n   "
		    " "
		    "at: \"2019\"\n\n# made\nmade: {by: x}\n" },
		{ "title: T\nbody: |+\n  b\n\n\nkeep: []\n",
		    "title: T\nbody: |+\n  b\n\n\nnotes:\n  - text: Note\n    para: 2\n  "
		    "  "
		    "at: \"2019\"\nkeep: []\n" },
		{ "title: T\nnotes:\n- a\n- text: |\n    b\n\n# c\nkeep: []\n",
		    "title: T\nnotes:\n- a\n- text: |\n    b\n- text: Note\n  para: 2\n  "
		    "at: \"2019\"\n\n# c\nkeep: []\n" },
		{ "title: T\nnotes: [a]\n", "title: T\nnotes: [a, {\"text\": \"Note\", "
					    "\"para\": 2, \"at\": \"2019\"}]\n" },
		{ "title: T\nnotes:\nkeep: []\n",
		    "title: T\nnotes: [{\"text\": \"Note\", \"para\": 2, \"at\": "
		    "\"2019\"}]\nkeep: []\n" },
		{ "title: T\nnotes: old\nkeep: []\n",
		    "title: T\nnotes:\n  - old\n  - text: Note\n    para: 2\n    at: "
		    "\"2019\"\nkeep: []\n" },
		{ "title: T\nnotes: |\n  two\n  lines\n\nkeep: []\n",
		    "title: T\nnotes:\n  - text: |\n      two\n      lines\n  - text: "
		    "Note\n    para: 2\n    at: \"2019\"\n\nkeep: []\n" },
		{ "{title: T, notes: a}\n", "{title: T, notes: [{\"text\": \"a\"}, "
					    "{\"text\": \"Note\", \"para\": "
					    "2, \"at\": \"2019\"}]}\n" },
		{ "---\ntitle: T\n---\ntext",
		    "---\ntitle: T\nnotes:\n  - text: Note\n    "
		    "para: 2\n    at: \"2019\"\n---\ntext" },
	};
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++)
		assert_str(noted(&a, str_of(rows[i][0]),
			       (struct note){ STR("Note"), STR("2019"), 2 }),
		    str_of(rows[i][1]));
	arena_free(&a);
}

static void
what_may_not_be_changed_is_refused(void **state)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	const struct note empty = { .para = 1 };
	struct str out;

	(void)state;
	assert_false(brief_tag(
	    &a, STR("format: 2\ntitle: T\n"), STR("f"), STR("x"), true, &out, &d));
	assert_int_equal(d.at[0].id, SAY_BRIEF_FORMAT);
	assert_false(brief_tag(
	    &a, STR("title: T\n---\ntitle: U\n"), STR("f"), STR("x"), true, &out, &d));
	assert_int_equal(d.at[1].id, SAY_BRIEF_EDIT);
	assert_false(
	    brief_tag(&a, STR("title: T\n"), STR("f"), STR("a\nb"), true, &out, &d));
	assert_false(brief_note(&a, STR("title: T\n"), STR("f"), &empty, &out, &d));
	assert_false(
	    brief_tag(&a, STR("title: [\n"), STR("f"), STR("x"), true, &out, &d));
	arena_free(&a);
}

static void
with_crlf(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '\n')
			buf_byte(out, '\r');
		buf_byte(out, s.p[i]);
	}
}

/* The longest common start and end of two texts cover all of the shorter one. */
static void
assert_only_inserted(struct str before, struct str after)
{
	size_t head = 0, tail = 0;

	assert_true(after.n >= before.n);
	while (head < before.n && before.p[head] == after.p[head])
		head++;
	while (tail < before.n - head &&
	       before.p[before.n - 1 - tail] == after.p[after.n - 1 - tail])
		tail++;
	assert_int_equal(head + tail, before.n);
}

static struct str
note_text(struct arena *a, uint64_t *seed)
{
	struct buf out = buf_new(a);

	buf_str(&out, some_str(a, seed, true));
	buf_byte(&out, 'x');
	random_text(seed, &out, true);
	return buf_view(&out);
}

static void
every_edit_of_any_brief_only_inserts(void **state)
{
	uint64_t seed = 31;

	(void)state;
	for (int i = 0; i < 500; i++) {
		struct arena a = ARENA_INIT;
		struct buf text = buf_new(&a), crlf = buf_new(&a);
		struct brief *b = random_brief(&a, &seed);
		struct str bytes, after;
		char tag[16];

		brief_write(b, &text);
		bytes = buf_view(&text);
		if (dice(&seed, 3) == 0) {
			with_crlf(&crlf, bytes);
			bytes = buf_view(&crlf);
		}
		snprintf(tag, sizeof(tag), "new%u:", dice(&seed, 100));
		after = tagged(&a, bytes, tag, true);
		assert_only_inserted(bytes, after);
		assert_str(tagged(&a, after, tag, false), bytes);
		if (b->notes_text.n == 0)
			assert_only_inserted(
			    bytes, noted(&a, bytes,
				       (struct note){ note_text(&a, &seed),
					   random_day(&seed), dice(&seed, 3) }));
		else
			(void)noted(
			    &a, bytes, (struct note){ note_text(&a, &seed), STR_NIL, 0 });
		if (b->tags.n != 0)
			(void)tagged(&a, bytes, str_nul(&a, b->tags.at[0]), false);
		arena_free(&a);
	}
}

static void
an_id_changes_where_it_stands(void **state)
{
	static const char *const rows[][2] = {
		{ "id: old # mine\ntitle: T\n", "id: new # mine\ntitle: T\n" },
		{ "title: T\nid: \"old\"\nbody: b\n", "title: T\nid: new\nbody: b\n" },
		{ "format: 1\nid:\ntitle: T\n", "format: 1\nid: new\ntitle: T\n" },
		{ "format: 1\ntitle: T\n", "format: 1\nid: new\ntitle: T\n" },
		{ "{title: T, id: 'old'}\n", "{title: T, id: new}\n" },
		{ "title: T\nid:\n  old\n", "title: T\nid:\n  new\n" },
		{ "---\nid: old\ntitle: T\n---\n# Text\n\nold\n",
		    "---\nid: new\ntitle: T\n---\n# Text\n\nold\n" },
	}, *const links[][2] = {
		{ "title: T\nrelated:\n  - id: old # that\n    title: old\n  - title: U\n"
		  "  - {id: \"old\", url: \"https://a/old\"}\n",
		    "title: T\nrelated:\n  - id: new # that\n    title: old\n  - title: U\n"
		    "  - {id: new, url: \"https://a/old\"}\n" },
		{ "title: T\nrelated: [{title: A, id: older}]\n",
		    "title: T\nrelated: [{title: A, id: older}]\n" },
		{ "title: T\nid: old\nbody: old\n", "title: T\nid: old\nbody: old\n" },
	};
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct str out;

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		if (!brief_set_id(&a, str_of(rows[i][0]), STR("f"), STR("new"), &out, &d))
			fail_msg("refused: " STR_FMT "\n%s", STR_ARG(d.at[0].text),
			    rows[i][0]);
		assert_str(out, str_of(rows[i][1]));
	}
	for (size_t i = 0; i < LEN(links); i++) {
		assert_true(brief_relink(
		    &a, str_of(links[i][0]), STR("f"), STR("old"), STR("new"), &out, &d));
		assert_str(out, str_of(links[i][1]));
	}
	assert_false(
	    brief_set_id(&a, STR("title: [T\n"), STR("f"), STR("new"), &out, &d));
	arena_free(&a);
}

/* Another id and the old one again: the very same bytes. */
static void
an_id_comes_back_in_any_brief(void **state)
{
	uint64_t seed = 31;

	(void)state;
	for (int i = 0; i < 200; i++) {
		struct arena a = ARENA_INIT;
		struct diags d = { .a = &a };
		struct brief *b = random_brief(&a, &seed);
		struct buf bytes = buf_new(&a);
		struct str out;

		brief_write(b, &bytes);
		assert_true(brief_set_id(
		    &a, buf_view(&bytes), STR("f.yaml"), STR("some-other-id"), &out, &d));
		assert_true(brief_set_id(&a, out, STR("f.yaml"), b->id, &out, &d));
		assert_str(out, buf_view(&bytes));
		for (size_t k = 0; k < b->related.n; k++) {
			const struct str id = b->related.at[k].id;

			if (id.n == 0)
				continue;
			assert_true(brief_relink(&a, buf_view(&bytes), STR("f.yaml"), id,
			    STR("some-other-id"), &out, &d));
			assert_true(brief_relink(
			    &a, out, STR("f.yaml"), STR("some-other-id"), id, &out, &d));
			assert_str(out, buf_view(&bytes));
		}
		arena_free(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_are_added_in_every_layout),
		cmocka_unit_test(tags_are_removed_in_every_layout),
		cmocka_unit_test(notes_are_added_in_every_layout),
		cmocka_unit_test(what_may_not_be_changed_is_refused),
		cmocka_unit_test(an_id_changes_where_it_stands),
		cmocka_unit_test(an_id_comes_back_in_any_brief),
		cmocka_unit_test(every_edit_of_any_brief_only_inserts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
