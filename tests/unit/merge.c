/* A new conversion into a file that a person changed: nothing of theirs goes, all else is new. */
#include "check.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "brief/merge.h"
#include "random_brief.h"

static struct str
made_file(struct arena *a, struct brief *b)
{
	struct buf out = buf_new(a);

	brief_write_made(b, STR("test 1"), &out);
	return buf_view(&out);
}

static struct brief *
read_one(struct arena *a, struct str bytes)
{
	struct diags d = { .a = a };
	struct briefs in = { 0 };

	if (!brief_read(a, bytes, STR("f.yaml"), &in, &d))
		return NULL;
	return in.n == 1 ? in.at[0] : NULL;
}

/* As a converter would write it: read back once, so that it has nothing a file cannot. */
static struct brief *
converted(struct arena *a, uint64_t *seed)
{
	struct brief *b = random_brief(a, seed);

	b->tags.n = b->keep.n = b->notes.n = b->extra.n = 0;
	b->notes_text = STR_NIL;
	for (size_t i = 0; i < b->related.n; i++)
		b->related.at[i].by_reader = false;
	b = read_one(a, made_file(a, b));
	assert_non_null(b);
	return b;
}

static struct str
with(struct arena *a, struct str bytes, size_t at, size_t to, struct str text)
{
	struct buf out = buf_new(a);

	buf_str(&out, str_cut(bytes, 0, at));
	buf_str(&out, text);
	buf_str(&out, str_cut(bytes, to, bytes.n));
	return buf_view(&out);
}

static size_t
line_after(struct str bytes, size_t at)
{
	const size_t end = str_find(bytes, STR("\n"), at);

	return end == STR_NONE ? bytes.n : end + 1;
}

/* Where a top-level key stands, or STR_NONE. */
static size_t
key_at(struct arena *a, struct str bytes, const char *key)
{
	struct buf mark = buf_new(a);

	buf_printf(&mark, "\n%s:", key);
	const size_t at = str_find(bytes, buf_view(&mark), 0);

	return at == STR_NONE ? at : at + 1;
}

/* What a hand does: lines put in, or a value changed; `mine` is what must stay. */
static struct str
edit_by_hand(struct arena *a, uint64_t *seed, struct str bytes, struct strs *mine,
    const char **edited)
{
	static const char *const top[] = { "x-rating: 5 # good\n", "# a remark of mine\n",
		"tags: [mine, 'two words']\n", "notes: |\n  My own words.\n",
		"x-list:\n- a\n" };
	static const char *const keys[] = { "title", "dek", "summary", "timeline", "body",
		"topics", "source", "entities" };
	static const char *const values[] = { "title: Mine\n", "dek: Mine\n",
		"summary:\n  - Mine only\n",
		"timeline:\n  - when: mine\n    text: Mine\n", "body: |\n  My text.\n",
		"topics: [mine]\n", "source:\n  name: Mine\n",
		"entities:\n  people: [Me]\n" };
	const size_t i = dice(seed, LEN(top)), k = dice(seed, LEN(keys));
	size_t at = key_at(a, bytes, keys[k]);

	*edited = NULL;
	if (dice(seed, 3) != 0) {
		bytes = with(a, bytes, bytes.n, bytes.n, str_of(top[i]));
		*vec_push(a, mine) = str_of(top[i]);
	}
	if (dice(seed, 3) != 0 && at != STR_NONE) {
		size_t end = line_after(bytes, at);

		while (end < bytes.n && (bytes.p[end] == ' ' ||
					    (bytes.p[end] == '\n' && end + 1 < bytes.n &&
						bytes.p[end + 1] == ' ')))
			end = line_after(bytes, end);
		bytes = with(a, bytes, at, end, str_of(values[k]));
		*vec_push(a, mine) = str_of(values[k]);
		*edited = keys[k];
	}
	at = key_at(a, bytes, "source");
	if (dice(seed, 3) == 0 && at != STR_NONE &&
	    (*edited == NULL || strcmp(*edited, "source") != 0) &&
	    bytes.p[line_after(bytes, at)] == ' ') {
		bytes = with(a, bytes, line_after(bytes, at), line_after(bytes, at),
		    STR("  x-mine: {a: 1}\n"));
		*vec_push(a, mine) = STR("  x-mine: {a: 1}\n");
	}
	at = key_at(a, bytes, "related");
	if (dice(seed, 2) == 0 && at != STR_NONE) {
		const struct str link =
		    STR("  # why\n  - title: 'Mine'\n    by: reader\n");

		bytes =
		    with(a, bytes, line_after(bytes, at), line_after(bytes, at), link);
		*vec_push(a, mine) = link;
	}
	return bytes;
}

static struct str
one_key(struct arena *a, const struct brief *b, const char *key)
{
	struct buf out = buf_new(a);
	size_t at, end;

	brief_write(b, &out);
	at = key_at(a, buf_view(&out), key);
	if (at == STR_NONE)
		return STR_NIL;
	end = line_after(buf_view(&out), at);
	while (end < out.n && (out.p[end] == ' ' || out.p[end] == '\n'))
		end = line_after(buf_view(&out), end);
	return str_trim(str_cut(buf_view(&out), at, end));
}

static bool
is_in(const struct strs *l, const char *key)
{
	for (size_t i = 0; i < l->n; i++)
		if (str_eq(l->at[i], str_of(key)))
			return true;
	return false;
}

/* Every key is the fresh one's, or was kept with reason. */
static void
check_refreshed(struct arena *a, struct str bytes, const struct brief *fresh,
    const struct merge *m, const char *edited)
{
	static const char *const keys[] = { "title", "dek", "topics", "summary",
		"timeline", "entities", "body" };
	const struct brief *got = read_one(a, bytes);

	assert_non_null(got);
	for (size_t i = 0; i < LEN(keys); i++) {
		const bool texts = i == 3 || i == 4; /* may name other paragraphs */

		if (edited != NULL && strcmp(edited, keys[i]) == 0)
			continue;
		assert_false(is_in(&m->kept, keys[i]));
		if (!texts || edited == NULL || strcmp(edited, "body") != 0)
			assert_str(one_key(a, got, keys[i]), one_key(a, fresh, keys[i]));
	}
}

static void
what_a_person_wrote_stays_and_the_rest_is_new(void **state)
{
	uint64_t seed = 20;
	int refreshed = 0, refused = 0;

	(void)state;
	for (int i = 0; i < 1500; i++) {
		struct arena a = ARENA_INIT;
		struct brief *old = converted(&a, &seed), *fresh = converted(&a, &seed);
		struct strs mine = { 0 };
		struct diags d = { .a = &a };
		struct merge m = { .made_by = STR("test 1") }, again = m;
		const char *edited;
		const struct str file =
		    edit_by_hand(&a, &seed, made_file(&a, old), &mine, &edited);
		enum merge_end end;

		if (read_one(&a, file) == NULL) { /* "tags" twice and the like */
			arena_free(&a);
			continue;
		}
		end = brief_merge(&a, file, STR("f.yaml"), fresh, &m, &d);
		refused += end == MERGE_REFUSED;
		refreshed += end == MERGE_REFRESHED;
		if (end != MERGE_REFUSED) {
			for (size_t k = 0; k < mine.n; k++) {
				if (!str_has(m.bytes, mine.at[k]))
					print_error("lost '" STR_FMT "' of\n" STR_FMT
						    "\n--- now\n" STR_FMT "\n",
					    STR_ARG(mine.at[k]), STR_ARG(file),
					    STR_ARG(m.bytes));
				assert_true(str_has(m.bytes, mine.at[k]));
			}
			check_refreshed(&a, m.bytes, fresh, &m, edited);
			end = brief_merge(&a, m.bytes, STR("f.yaml"), fresh, &again, &d);
			assert_true(end == MERGE_SAME || end == MERGE_KEPT);
			assert_str(again.bytes, m.bytes);
		}
		arena_free(&a);
	}
	assert_true(refreshed > 1000);
	assert_int_equal(refused, 0);
}

static void
an_untouched_file_becomes_what_would_be_written(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (int i = 0; i < 500; i++) {
		struct arena a = ARENA_INIT;
		struct brief *old = converted(&a, &seed), *fresh = converted(&a, &seed);
		const struct str was = made_file(&a, old);
		struct diags d = { .a = &a };
		struct merge m = { .made_by = STR("test 1") };
		struct buf got = buf_new(&a);
		enum merge_end end = brief_merge(&a, was, STR("f.yaml"), old, &m, &d);

		assert_int_equal(end, MERGE_SAME);
		end = brief_merge(&a, was, STR("f.yaml"), fresh, &m, &d);
		if (end == MERGE_REFUSED)
			print_error("refused %s: \n" STR_FMT "\n-----\n" STR_FMT,
			    str_nul(&a, d.at[0].text), STR_ARG(was),
			    STR_ARG(made_file(&a, fresh)));
		assert_int_equal(end, MERGE_REFRESHED);
		fresh->id = old->id;
		brief_write(read_one(&a, m.bytes), &got);
		assert_str(buf_view(&got), made_file(&a, fresh));
		arena_free(&a);
	}
}

/* One file, one conversion, what comes out. */
static struct str
merged(struct arena *a, const char *file, const char *fresh, enum merge_end want)
{
	const struct str name =
	    strncmp(file, "---", 3) == 0 ? STR("f.md") : STR("f.yaml");
	struct diags d = { .a = a };
	struct merge m = { .made_by = STR("test 1") };

	assert_int_equal(
	    brief_merge(a, str_of(file), name, read_one(a, str_of(fresh)), &m, &d), want);
	return m.bytes;
}

static void
cases_by_hand(void **state)
{
	struct arena a = ARENA_INIT;
	struct brief old = { .title = STR("Old"), .body = STR("One.\n\nTwo.\n") };
	struct buf file = buf_new(&a);
	struct str got;

	(void)state;
	*vec_push(&a, &old.summary) = (struct extract){ STR("Two."), 2 };
	brief_write_made(&old, STR("test 1"), &file);
	/* an edited body: the summary names paragraphs of that body */
	got = buf_view(&file);
	got = with(&a, got, str_find(got, STR("  One.\n\n"), 0),
	    str_find(got, STR("  Two.\n"), 0), STR(""));
	got = merged(&a, str_nul(&a, got),
	    "title: New\nsummary:\n  - text: Two.\n    para: 2\n  - text: Three.\n    "
	    "para: 3\n"
	    "body: |\n  One.\n\n  Two.\n\n  Three.\n",
	    MERGE_REFRESHED);
	assert_true(str_has(got, STR("title: New\n")));
	assert_true(str_has(got, STR("  - text: Two.\n    para: 1\n  - Three.\n")));
	assert_true(str_has(got, STR("body: |\n  Two.\n")));
	/* comments in a list hold it, `keep` holds a key, the rest is new */
	got = merged(&a,
	    "format: 1\ntitle: A\ndek: B\ntopics:\n  - c # mine\nkeep: [dek]\nmade:\n  "
	    "hash:\n"
	    "    title: 0f7d4d1dd3bfd7a6\n",
	    "title: X\ndek: Y\ntopics: [z]\nbody: Text.\n", MERGE_REFRESHED);
	assert_true(str_has(got, STR("title: A\ndek: B\n")));
	assert_true(str_has(got, STR("  - c # mine\n")) && str_has(got, STR("Text.")));
	/* front matter: the body is below it; and lines of Windows */
	got = merged(&a, "---\r\ntitle: A\r\nmade:\r\n  by: t\r\n---\r\n",
	    "title: A\ndek: New\nbody: |\n  Text.\n\n  More.\n", MERGE_REFRESHED);
	assert_true(str_starts(got, STR("---\r\ntitle: A\r\ndek: New\r\n")));
	assert_true(str_ends(got, STR("---\r\n\r\nText.\r\n\r\nMore.\r\n")));
	/* what cannot be read or has no lines is refused */
	(void)merged(&a, "{format: 1, title: A}", "title: X\nbody: T.\n", MERGE_REFUSED);
	(void)merged(&a, "<<<<<<< a\ntitle: A\n>>>>>>> b\n", "title: X\nbody: T.\n",
	    MERGE_REFUSED);
	(void)merged(&a, "format: 2\ntitle: A\n", "title: X\nbody: T.\n", MERGE_REFUSED);
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_person_wrote_stays_and_the_rest_is_new),
		cmocka_unit_test(an_untouched_file_becomes_what_would_be_written),
		cmocka_unit_test(cases_by_hand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
