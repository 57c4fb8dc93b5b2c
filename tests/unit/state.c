/* What a person did with briefs: kept by each call, for two programs, after a kill, after damage. */
#include "check.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "library/journal.h"

enum { IDS = 8 };

struct fixture {
	struct arena a;
	struct diags d;
	char folder[40];
	const char *path;
};

/* A list of one id of one letter. */
#define ONE(id) ((struct strs){ &(struct str){ id, 1 }, 1, 1 })

static const char *const ids[IDS] = { "2019-07-01-pact", "b", "c", "2020", "e-e", "f.1",
	"caf\xc3\xa9", "it's" };

static void
set_up(struct fixture *f)
{
	*f = (struct fixture){ .folder = "/tmp/nutgraf-state-XXXXXX" };
	f->d.a = &f->a;
	assert_non_null(mkdtemp(f->folder));
	f->path = path_join(&f->a, f->folder, STR("deep/er/state.db"));
}

/* Removes the folder and what the database and its damaged copies left. */
static void
tear_down(struct fixture *f)
{
	const char *deep = path_join(&f->a, f->folder, STR("deep/er"));
	struct strs names;

	if (file_stat(deep).folder) {
		assert_true(folder_list(&f->a, deep, STR(""), &names, &f->d));
		for (size_t i = 0; i < names.n; i++)
			assert_int_equal(unlink(path_join(&f->a, deep, names.at[i])), 0);
		assert_int_equal(rmdir(deep), 0);
		assert_int_equal(rmdir(path_join(&f->a, f->folder, STR("deep"))), 0);
	}
	assert_int_equal(rmdir(f->folder), 0);
	arena_free(&f->a);
}

static void
check_marks(struct fixture *f, struct state *s, const unsigned want[IDS])
{
	const struct map m = state_marks(s, &f->a);

	for (int i = 0; i < IDS; i++) {
		const uint32_t *got = map_get(&m, str_of(ids[i]));

		assert_int_equal(got == NULL ? 0 : *got, want[i]);
		assert_int_equal(state_mark_of(s, str_of(ids[i])), want[i]);
	}
}

/* A history of marks, kept beside the state; undoing walks back through it. */
static void
marks_are_what_was_marked_and_undone(void **state)
{
	struct fixture f;
	struct state *s;
	unsigned now[IDS] = { 0 }, before[64][IDS];
	uint64_t seed = 3;
	size_t changes = 0;

	(void)state;
	set_up(&f);
	s = state_open(f.path, f.folder, &f.d);
	for (int i = 0; i < 60; i++) {
		struct strs some = { 0 };
		const unsigned set = dice(&seed, 4), clear = dice(&seed, 4) & ~set;
		size_t different = 0;

		memcpy(before[changes], now, sizeof(now));
		for (int k = 0; k < IDS; k++)
			if (dice(&seed, 3) == 0) {
				const unsigned next = (now[k] & ~clear) | set;

				*vec_push(&f.a, &some) = str_of(ids[k]);
				different += next != now[k];
				now[k] = next;
			}
		assert_int_equal(state_mark(s, &some, set, clear), different);
		changes += different != 0;
		if (dice(&seed, 10) == 0) {
			state_close(s);
			s = state_open(f.path, f.folder, &f.d);
		}
		check_marks(&f, s, now);
	}
	while (changes-- > 0) {
		const struct acts last = state_last(s, &f.a);

		assert_true(last.n != 0);
		assert_str(last.at[0].what, STR("mark"));
		assert_true(state_unmark(s, &last));
		check_marks(&f, s, before[changes]);
	}
	assert_int_equal(state_last(s, &f.a).n, 0);
	assert_int_equal(f.d.n, 0);
	state_close(s);
	tear_down(&f);
}

static void
the_journal_and_the_visits_are_cut_at_their_old_end(void **state)
{
	struct fixture f;
	struct state *s;
	const struct strs list = ONE("b");
	struct reading read = { .at = STR("2026-01-02T03:04:05Z") };
	struct acts last;
	size_t n = 0;

	(void)state;
	set_up(&f);
	s = state_open(NULL, f.folder, &f.d); /* in memory: many changes, no disk */
	for (int i = 0; i < UNDO_MOST + 5; i++)
		assert_int_equal(state_mark(s, &list, i % 2 ? 0 : MARK_READ, i % 2), 1);
	for (; (last = state_last(s, &f.a)).n != 0; n++)
		assert_true(state_unmark(s, &last));
	assert_int_equal(n, UNDO_MOST);
	for (int i = 0; i < VISITS_MOST + 5; i++) {
		struct buf id = buf_new(&f.a);

		buf_printf(&id, "v%d", i);
		*vec_push(&f.a, &read.opened) = buf_view(&id);
	}
	*vec_push(&f.a, &read.opened) = STR("v700");
	assert_true(state_keep(s, &read));
	assert_int_equal(state_visits(s, &f.a).n, VISITS_MOST);
	assert_str(state_visits(s, &f.a).at[0], STR("v700"));
	assert_str(state_visits(s, &f.a).at[1], STR("v1004"));
	assert_int_equal(state_mark_of(s, STR("v3")), MARK_READ);
	state_close(s);
	tear_down(&f);
}

static void
places_sessions_and_queries_come_back(void **state)
{
	struct fixture f;
	struct state *s;
	struct place_read p;
	struct session left = { .cursor = STR("b") }, back;
	struct place_of_id at = { STR("b"), { STR("text"), 7, 31 } };
	const struct reading read = { .places = { &at, 1, 1 }, .session = &left };
	struct saved q = { STR("asia"), STR("title:japan"), STR("") };

	(void)state;
	set_up(&f);
	*vec_push(&f.a, &left.trail) = STR("b");
	*vec_push(&f.a, &left.trail) = STR("2020");
	s = state_open(f.path, f.folder, &f.d);
	assert_false(state_place(s, STR("b"), &f.a, &p));
	assert_true(state_keep(s, &read));
	assert_true(state_save(s, &q));
	q.filter = STR("pact");
	assert_true(state_save(s, &q));
	assert_true(state_moved(s, STR("b"), STR("new"), STR("b\nb.yaml"), 0));
	assert_true(state_moved(s, STR("b"), STR("new"), STR("b\nb.yaml"), 0));
	assert_int_equal(state_last(s, &f.a).n, 1);
	state_close(s);
	p = (struct place_read){ 0 };
	s = state_open(f.path, f.folder, &f.d);
	assert_false(state_place(s, STR("b"), &f.a, &p));
	assert_true(state_place(s, STR("new"), &f.a, &p));
	assert_str(p.pane, STR("text"));
	assert_int_equal(p.para, 7);
	assert_int_equal(p.offset, 31);
	back = state_session(s, &f.a);
	assert_str(back.cursor, STR("new"));
	assert_int_equal(back.trail.n, 2);
	assert_str(back.trail.at[1], STR("2020"));
	assert_int_equal(state_saved(s, &f.a).n, 1);
	assert_str(state_saved(s, &f.a).at[0].filter, STR("pact"));
	assert_true(state_forget(s, STR("asia")));
	assert_false(state_forget(s, STR("asia")));
	assert_int_equal(f.d.n, 0);
	state_close(s);
	tear_down(&f);
}

/* Libraries are told apart by their canonical path; two programs see each other. */
static void
two_programs_share_one_state(void **state)
{
	struct fixture f;
	struct state *s, *t, *other;
	const struct strs b = ONE("b"), c = ONE("c");

	(void)state;
	set_up(&f);
	s = state_open(f.path, f.folder, &f.d);
	t = state_open(f.path, path_join(&f.a, f.folder, STR(".")), &f.d);
	other = state_open(f.path, "/tmp", &f.d);
	(void)state_changed(t);
	assert_int_equal(state_mark(s, &b, MARK_STAR, 0), 1);
	assert_true(state_changed(t));
	assert_false(state_changed(t));
	assert_int_equal(state_mark_of(t, STR("b")), MARK_STAR);
	assert_int_equal(state_last(t, &f.a).n, 1);
	assert_true(state_changed(s));
	assert_int_equal(state_mark(t, &c, MARK_READ, 0), 1);
	assert_int_equal(state_mark_of(t, STR("b")), MARK_STAR);
	assert_int_equal(state_mark_of(s, STR("c")), MARK_READ);
	assert_int_equal(state_mark_of(other, STR("b")), 0);
	assert_int_equal(f.d.n, 0);
	state_close(s);
	state_close(t);
	state_close(other);
	tear_down(&f);
}

/* A folder with another name is the same library; one in its place is not. */
static void
a_library_that_is_renamed_keeps_its_marks(void **state)
{
	struct fixture f;
	const char *old, *new;
	struct state *s;

	(void)state;
	set_up(&f);
	old = path_join(&f.a, f.folder, STR("old"));
	new = path_join(&f.a, f.folder, STR("new"));
	assert_true(folder_make(old, &f.d));
	s = state_open(f.path, old, &f.d);
	assert_int_equal(state_mark(s, &ONE("b"), MARK_STAR, 0), 1);
	state_close(s);
	assert_int_equal(rename(old, new), 0);
	s = state_open(f.path, new, &f.d);
	assert_int_equal(state_mark_of(s, STR("b")), MARK_STAR);
	assert_int_equal(state_mark(s, &ONE("c"), MARK_READ, 0), 1);
	state_close(s);
	assert_true(folder_make(old, &f.d));
	s = state_open(f.path, old, &f.d);
	assert_int_equal(state_mark_of(s, STR("b")), 0);
	state_close(s);
	s = state_open(f.path, new, &f.d);
	assert_int_equal(state_mark_of(s, STR("b")), MARK_STAR);
	assert_int_equal(state_mark_of(s, STR("c")), MARK_READ);
	assert_int_equal(f.d.n, 0);
	state_close(s);
	assert_int_equal(rmdir(old), 0);
	assert_int_equal(rmdir(new), 0);
	tear_down(&f);
}

/* Marks one brief after the other, and tells each that is done. */
static void
mark_until_killed(struct fixture *f, int out)
{
	struct state *s = state_open(f->path, f->folder, &f->d);

	for (unsigned char i = 0;; i++) {
		struct buf id = buf_new(&f->a);
		struct strs list = { 0 };

		buf_printf(&id, "k%u", i);
		*vec_push(&f->a, &list) = buf_view(&id);
		if (state_mark(s, &list, MARK_READ, 0) != 1 || write(out, &i, 1) != 1)
			_exit(1);
	}
}

static void
what_was_told_survives_a_kill(void **state)
{
	struct fixture f;
	uint64_t seed = 11;

	(void)state;
	for (int round = 0; round < 8; round++) {
		const uint32_t most = dice(&seed, 12);
		unsigned char last = 0;
		struct state *s;
		int ends[2], status;
		pid_t child;

		set_up(&f);
		assert_int_equal(pipe(ends), 0);
		child = fork();
		assert_true(child >= 0);
		if (child == 0)
			mark_until_killed(&f, ends[1]);
		for (uint32_t i = 0; i <= most; i++)
			assert_int_equal(read(ends[0], &last, 1), 1);
		assert_int_equal(kill(child, SIGKILL), 0);
		assert_int_equal(waitpid(child, &status, 0), child);
		(void)close(ends[1]);
		while (read(ends[0], &last, 1) == 1)
			;
		(void)close(ends[0]);
		s = state_open(f.path, f.folder, &f.d);
		for (unsigned i = 0; i <= last; i++) {
			struct buf id = buf_new(&f.a);

			buf_printf(&id, "k%u", i);
			assert_int_equal(state_mark_of(s, buf_view(&id)), MARK_READ);
		}
		assert_int_equal(f.d.n, 0);
		state_close(s);
		tear_down(&f);
	}
}

/* Bytes changed, an end cut off, or something else altogether. */
static struct str
damaged(struct arena *a, struct str bytes, uint64_t *seed)
{
	struct buf b = buf_new(a);

	buf_str(&b, bytes);
	switch (dice(seed, 4)) {
	case 0:
		return str_cut(buf_view(&b), 0, 1 + dice(seed, (uint32_t)b.n));
	case 1:
		memset(b.p, (int)dice(seed, 256), b.n);
		break;
	case 2:
		memset(b.p + dice(seed, (uint32_t)b.n), 0xa5, 1);
		memset(b.p + dice(seed, (uint32_t)b.n / 512) * 512, 0xff, 512);
		break;
	default:
		for (int i = 0; i < 200; i++)
			b.p[dice(seed, (uint32_t)b.n)] ^= (char)(1 << dice(seed, 8));
	}
	return buf_view(&b);
}

/* Whatever stands in the file: marking works and lasts, and what stood there is kept. */
static void
damage_is_moved_aside_and_nothing_is_deleted(void **state)
{
	struct fixture f;
	struct str whole;
	struct state *s;
	const struct strs b = ONE("b"), c = ONE("c");
	uint64_t seed = 17;
	size_t saved = 0;

	(void)state;
	set_up(&f);
	s = state_open(f.path, f.folder, &f.d);
	assert_int_equal(state_mark(s, &b, MARK_STAR, 0), 1);
	state_close(s);
	assert_true(file_read(&f.a, f.path, 1 << 20, &whole, &f.d));
	for (int i = 0; i < 60; i++) {
		struct buf aside = buf_new(&f.a);
		const size_t said = f.d.n;
		const struct str now = damaged(&f.a, whole, &seed);
		struct str kept;

		assert_true(file_write(f.path, now, &f.d));
		s = state_open(f.path, f.folder, &f.d);
		(void)state_mark_of(s, STR("b"));
		assert_int_not_equal(state_mark(s, &c, 0, MARK_READ), SIZE_MAX);
		assert_int_not_equal(state_mark(s, &c, MARK_READ, 0), SIZE_MAX);
		assert_true(state_lasts(s));
		state_close(s);
		s = state_open(f.path, f.folder, &f.d);
		assert_int_equal(state_mark_of(s, STR("c")) & MARK_READ, MARK_READ);
		state_close(s);
		assert_true(f.d.n <= said + 1);
		if (f.d.n == said)
			continue;
		assert_int_equal(f.d.at[said].id, SAY_STATE_DAMAGED);
		s = state_open(f.path, f.folder, &f.d);
		saved += state_mark_of(s, STR("b")) == MARK_STAR;
		state_close(s);
		buf_printf(&aside, "%s.damaged-1", f.path);
		assert_true(file_read(
		    &f.a, str_nul(&f.a, buf_view(&aside)), 1 << 20, &kept, &f.d));
		assert_int_equal(unlink(str_nul(&f.a, buf_view(&aside))), 0);
	}
	assert_true(saved > 3); /* what could be read was taken along */
	tear_down(&f);
}

static void
a_disk_that_cannot_be_written_leaves_memory(void **state)
{
	struct fixture f;
	struct state *s;
	const struct strs b = ONE("b");

	(void)state;
	set_up(&f);
	assert_int_equal(mkfifo(path_join(&f.a, f.folder, STR("pipe")), 0600), 0);
	s = state_open(path_join(&f.a, f.folder, STR("pipe")), f.folder, &f.d);
	assert_false(state_lasts(s));
	state_close(s);
	assert_int_equal(unlink(path_join(&f.a, f.folder, STR("pipe"))), 0);
	f.d.n = 0;
	s = state_open("/dev/null/nutgraf/state.db", f.folder, &f.d);
	assert_int_equal(f.d.n, 1);
	assert_int_equal(f.d.at[0].id, SAY_STATE);
	assert_false(state_lasts(s));
	assert_int_equal(state_mark(s, &b, MARK_READ, 0), 1);
	assert_int_equal(state_mark_of(s, STR("b")), MARK_READ);
	assert_int_equal(f.d.n, 1);
	state_close(s);
	tear_down(&f);
}

/* One that cannot be written is still read. */
static void
marks_on_a_disk_that_cannot_be_written_are_shown(void **state)
{
	struct fixture f;
	struct state *s;

	(void)state;
	set_up(&f);
	s = state_open(f.path, f.folder, &f.d);
	assert_int_equal(state_mark(s, &ONE("b"), MARK_STAR, 0), 1);
	state_close(s);
	s = state_open(path_join(&f.a, f.path, STR("below/a/file.db")), f.folder, &f.d);
	assert_int_equal(f.d.n, 1);
	assert_int_equal(state_mark_of(s, STR("b")), 0);
	state_close(s);
	/* a log that is a folder: SQLite can read the file, and never write it */
	assert_true(
	    folder_make(path_join(&f.a, f.folder, STR("deep/er/state.db-wal")), &f.d));
	s = state_open(f.path, f.folder, &f.d);
	assert_int_equal(f.d.n, 2);
	assert_false(state_lasts(s));
	assert_int_equal(state_mark_of(s, STR("b")), MARK_STAR);
	assert_int_equal(state_mark(s, &ONE("b"), MARK_READ, 0), 1);
	assert_int_equal(state_mark_of(s, STR("b")), MARK_STAR | MARK_READ);
	state_close(s);
	assert_int_equal(
	    rmdir(path_join(&f.a, f.folder, STR("deep/er/state.db-wal"))), 0);
	s = state_open(f.path, f.folder, &f.d);
	assert_int_equal(state_mark_of(s, STR("b")), MARK_STAR);
	state_close(s);
	tear_down(&f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_what_was_marked_and_undone),
		cmocka_unit_test(the_journal_and_the_visits_are_cut_at_their_old_end),
		cmocka_unit_test(places_sessions_and_queries_come_back),
		cmocka_unit_test(two_programs_share_one_state),
		cmocka_unit_test(a_library_that_is_renamed_keeps_its_marks),
		cmocka_unit_test(what_was_told_survives_a_kill),
		cmocka_unit_test(damage_is_moved_aside_and_nothing_is_deleted),
		cmocka_unit_test(marks_on_a_disk_that_cannot_be_written_are_shown),
		cmocka_unit_test(a_disk_that_cannot_be_written_leaves_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
