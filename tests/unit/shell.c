/* The reader without a terminal: its tables, and what must hold after any keys. */
#include "check.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "cells_dump.h"
#include "data/yaml.h"
#include "open_library.h"
#include "shell/state.h"
#include "shell/terminal.h"

enum { BRIEFS = 12, FRAME_MOST = 200 };

/* A small library of our own, one brief leading to others. */
struct fixture {
	struct arena a;
	struct diags d;
	struct theme theme;
	struct shell_options o;
	char folder[64];
};

static const char *const words[] = { "india", "japan", "summit", "cyber", "orbit",
	"treaty", "minister", "launch", "network", "attack", "the", "of", "in", "a",
	"\xe6\x97\xa5\xe6\x9c\xac", "vis-\xc3\xa0-vis", "\xf0\x9f\x9a\x80" };

static void
sentence(struct buf *b, uint64_t *seed, const char *first)
{
	buf_text(b, first);
	for (uint32_t n = 4 + dice(seed, 24); n > 0; n--)
		buf_printf(b, " %s", words[dice(seed, LEN(words))]);
	buf_byte(b, '.');
}

static void
write_brief(struct fixture *f, int i, uint64_t *seed)
{
	struct buf b = buf_new(&f->a), body = buf_new(&f->a), name = buf_new(&f->a);
	struct str quoted[2] = { STR_NIL, STR_NIL };
	const long paras = 3 + dice(seed, 8);

	for (long p = 1; p <= paras; p++) {
		struct buf s = buf_new(&f->a);

		sentence(&s, seed, "Also");
		quoted[p == 1 ? 0 : 1] = buf_view(&s);
		buf_text(&body, "  ");
		sentence(&body, seed, "Then");
		buf_byte(&body, ' ');
		buf_str(&body, buf_view(&s));
		if (dice(seed, 3) == 0)
			buf_printf(&body, " See [this](https://example.org/%u) too.",
			    dice(seed, 9));
		buf_text(&body, "\n\n");
	}
	buf_printf(&b, "format: 1\nid: b%02d\ntitle: Brief %d on the summit\n", i, i);
	buf_printf(
	    &b, "source:\n  name: Gazette\n  published: \"2019-%02d-11\"\n", i % 12 + 1);
	buf_printf(
	    &b, "summary:\n  - text: " STR_FMT "\n    para: 1\n", STR_ARG(quoted[0]));
	buf_printf(
	    &b, "  - text: " STR_FMT "\n    para: %ld\n", STR_ARG(quoted[1]), paras);
	buf_printf(&b,
	    "timeline:\n  - date: \"2019-01-0%d\"\n    text: " STR_FMT
	    "\n    para: %ld\n    kind: past\n    basis: stated\n",
	    i % 9 + 1, STR_ARG(quoted[1]), paras);
	buf_printf(&b,
	    "related:\n  - id: b%02d\n    title: Brief %d on the summit\n"
	    "  - title: Wanted %d\n  - id: b%02d\n    title: Brief %d on the summit\n",
	    (i + 1) % BRIEFS, (i + 1) % BRIEFS, i, (i + 5) % BRIEFS, (i + 5) % BRIEFS);
	buf_text(&b, "body: |\n");
	buf_str(&b, buf_view(&body));
	buf_printf(&name, "b%02d.yaml", i);
	assert_true(file_write(
	    path_join(&f->a, f->folder, buf_view(&name)), buf_view(&b), &f->d));
}

static void
open_library(struct fixture *f, const char *folder)
{
	assert_true(library_open_plain(folder, &f->o.library, &f->d));
	assert_true(theme_builtin(&f->a, STR("dark"), &f->theme, &f->d));
	f->o.theme = &f->theme;
	f->o.open = SIZE_MAX;
	f->o.settled_fd = -1;
	f->o.today = STR("2026-01-02");
}

static int
set_up(void **state)
{
	static struct fixture f;
	uint64_t seed = 7;

	f.d.a = &f.a;
	strcpy(f.folder, "/tmp/nutgraf-shell-XXXXXX");
	assert_non_null(mkdtemp(f.folder));
	for (int i = 0; i < BRIEFS; i++)
		write_brief(&f, i, &seed);
	open_library(&f, f.folder);
	assert_int_equal(library_count(f.o.library), BRIEFS);
	*state = &f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;
	struct strs names;

	library_close(f->o.library);
	assert_true(folder_list(&f->a, f->folder, STR(""), &names, &f->d));
	for (size_t i = 0; i < names.n; i++)
		assert_int_equal(unlink(path_join(&f->a, f->folder, names.at[i])), 0);
	assert_int_equal(rmdir(f->folder), 0);
	arena_free(&f->a);
	return 0;
}

static struct str
now(struct arena *a)
{
	(void)a;
	return STR("2026-01-02T03:04:05Z");
}

static void
press(struct shell *sh, const char *keys)
{
	struct str s = str_of(keys);

	while (s.n != 0) {
		const uint32_t key = key_parse(&s);

		assert_int_not_equal(key, KEY_NONE);
		shell_key(sh, key);
	}
	shell_prepare(sh);
}

static struct cells
frame(const struct shell *sh, struct arena *a)
{
	struct cells c = cells_new(a, sh->cols, sh->rows);

	shell_paint(sh, a, &c);
	return c;
}

static struct str
dump(const struct shell *sh, struct arena *a)
{
	const struct cells c = frame(sh, a);

	return cells_dump(&c, a);
}

/* The glyphs in one of two roles, cell by cell; rows and gaps are joined by one blank. */
static struct str
in_role(const struct cells *c, struct arena *a, enum role r, enum role or)
{
	struct buf b = buf_new(a);
	bool gap = false;

	for (int y = 0; y < c->rows; y++)
		for (int x = 0; x < c->cols; x++) {
			const struct cell *k = &cells_row(c, y)[x];

			if (k->width == 0)
				continue;
			if ((k->role != r && k->role != or) || k->glyph[0] == '\0') {
				gap = true;
				continue;
			}
			if (gap && b.n != 0)
				buf_byte(&b, ' ');
			gap = false;
			buf_text(&b, k->glyph);
		}
	return buf_view(&b);
}

static struct str
no_blanks(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			buf_byte(&b, s.p[i]);
	return buf_view(&b);
}

/* What a terminal sends for a key, one form after the other; false after the last. */
static bool
sends(uint32_t key, int form, char out[8])
{
	static const struct {
		uint32_t key;
		const char *forms[3];
	} special[] = { { KEY_CODE_ENTER, { "\r", "\n", NULL } },
		{ KEY_BACKSPACE_CODE, { "\177", "\b", NULL } },
		{ KEY_CURSOR_UP, { "\033[A", "\033OA", NULL } },
		{ KEY_CURSOR_DOWN, { "\033[B", "\033OB", NULL } },
		{ KEY_CURSOR_RIGHT, { "\033[C", "\033OC", NULL } },
		{ KEY_CURSOR_LEFT, { "\033[D", "\033OD", NULL } },
		{ KEY_FIRST, { "\033[H", "\033OH", NULL } },
		{ KEY_LAST, { "\033[F", "\033OF", NULL } },
		{ KEY_PAGE_UP, { "\033[5~", NULL, NULL } },
		{ KEY_PAGE_DOWN, { "\033[6~", NULL, NULL } },
		{ KEY_BACK_TAB, { "\033[Z", NULL, NULL } },
		{ KEY_HELP_F1, { "\033OP", "\033[11~", NULL } } };

	for (size_t i = 0; i < LEN(special); i++)
		if (special[i].key == key) {
			if (form > 2 || special[i].forms[form] == NULL)
				return false;
			strcpy(out, special[i].forms[form]);
			return true;
		}
	assert_true(key < 0x80);
	out[0] = (char)key;
	out[1] = '\0';
	return form == 0;
}

static bool
collide(const struct key_binding *a, const struct key_binding *b)
{
	struct str sa = str_of(a->key), sb = str_of(b->key);
	const uint32_t ka = key_parse(&sa), kb = key_parse(&sb);
	char ba[8], bb[8];

	assert_int_not_equal(ka, KEY_NONE);
	assert_int_equal(sa.n, 0);
	for (int i = 0; sends(ka, i, ba); i++)
		for (int k = 0; sends(kb, k, bb); k++)
			if (strcmp(ba, bb) == 0)
				return true;
	return false;
}

static void
nothing_collides(const struct keymap *m)
{
	for (size_t i = 0; i < m->n; i++)
		for (size_t k = i + 1; k < m->n; k++)
			if ((m->at[i].views & m->at[k].views) != 0 &&
			    collide(&m->at[i], &m->at[k]))
				fail_msg("'%s' and '%s'", m->at[i].key, m->at[k].key);
}

static void
no_two_actions_of_a_view_share_a_byte_sequence(void **state)
{
	(void)state;
	nothing_collides(&keys_usual);
}

static const char *
action(const struct keymap *m, unsigned view, uint32_t key)
{
	const struct command *c = command_for(m, view, key);

	return c == NULL ? "" : c->name;
}

static void
keys_are_changed_by_the_names_of_actions(void **state)
{
	static const char own[] = "next-brief: n\nopen: [o, <C-x>, <C-h>]\nstory: "
				  "[]\nnonsense: x\nsort: <Foo>\n";
	struct fixture *f = *state;
	struct diags d = { .a = &f->a };
	struct yaml *tree = NULL;
	const struct keymap *m;

	assert_true(yaml_read(&f->a, str_of(own), STR("c"), &tree, &d));
	m = shell_keymap(&f->a, tree, STR("c"), str_of(own), &d);
	nothing_collides(m);
	assert_int_equal(d.n, 2);
	assert_int_equal(d.at[0].at.line, 4);
	assert_int_equal(d.at[1].at.line, 5);
	assert_string_equal(action(m, VIEW_BRIEF, 'n'), "next-brief");
	assert_string_equal(action(m, VIEW_BRIEF, 'J'), "");
	assert_string_equal(action(m, VIEW_INPUT, 'n'), "");
	assert_string_equal(action(m, VIEW_LIST, 'o'), "open");
	assert_string_equal(action(m, VIEW_BRIEF, 'X' & 0x1f), "open");
	assert_string_equal(action(m, VIEW_BRIEF, KEY_BACKSPACE_CODE), "open");
	assert_string_equal(action(m, VIEW_INPUT, KEY_BACKSPACE_CODE), "erase");
	assert_string_equal(action(m, VIEW_BRIEF, KEY_CODE_ENTER), "");
	assert_string_equal(action(m, VIEW_LIST, 'T'), "");
	assert_string_equal(action(m, VIEW_BRIEF, 'k'), "up");
}

static void
every_key_and_hint_leads_to_a_command_of_its_view(void **state)
{
	struct fixture *f = *state;
	struct shell_key_row row;
	size_t n = 0;

	for (size_t i = 0; i < keys_usual.n; i++)
		assert_int_equal(keys_usual.at[i].views &
				     ~reader_commands[keys_usual.at[i].command].views,
		    0);
	for (size_t i = 0; i < CMD_COUNT; i++)
		for (unsigned view = 1; view <= VIEW_VIEWS; view *= 2)
			if (reader_commands[i].views & view)
				assert_non_null(
				    command_key(&keys_usual, (enum command_id)i, view));
	while (shell_key_row(&f->a, n, &row)) {
		assert_true(row.keys.n != 0 && row.name.n != 0 && row.help.n != 0);
		n++;
	}
	assert_int_equal(n, CMD_COUNT);
}

/* Sizes from the smallest terminal to a wide one. */
static const int sizes[][2] = { { 20, 5 }, { 60, 24 }, { 80, 24 }, { 120, 40 },
	{ 200, 50 }, { 59, 9 }, { 7, 3 }, { 1, 1 }, { 100, 12 } };

static void
go_somewhere(struct shell *sh, uint64_t *seed)
{
	static const char *const ways[] = { "r", "r]", "s", "t", "<Tab>j", "]", "[", "c]",
		"r/summit<Enter><Esc>", "jjj", "cG", "<C-d>j", "sj", "<S-Tab>", "tjj",
		"rj" };

	press(sh, ways[dice(seed, LEN(ways))]);
}

/* A walk of jumps; back again, every screen is what it was before its jump. */
static void
walk(struct fixture *f, uint64_t *seed, int cols, int rows)
{
	struct shell sh;
	struct str seen[16];
	struct arena a = ARENA_INIT;
	size_t n;

	shell_begin(&sh, &f->o, cols, rows, &f->d);
	for (uint32_t i = dice(seed, BRIEFS); i > 0; i--)
		press(&sh, "j");
	shell_prepare(&sh);
	for (int i = 0; i < 12; i++) {
		const size_t now = sh.trail.now;

		if (now != 0)
			go_somewhere(&sh, seed);
		sh.message[0] = '\0';
		seen[now] = dump(&sh, &a);
		press(&sh, "<Enter>");
	}
	for (n = sh.trail.now; n > 0; n--) {
		press(&sh, n % 2 ? "q" : "<BS>");
		sh.message[0] = '\0';
		if (sh.trail.now != n - 1)
			fail_msg("back did not go back");
		if (!str_eq(dump(&sh, &a), seen[n - 1]))
			assert_str(dump(&sh, &a), seen[n - 1]);
	}
	shell_end(&sh);
	arena_free(&a);
}

static void
walks_of_jumps_and_returns_end_where_they_began(void **state)
{
	uint64_t seed = 42;

	for (int i = 0; i < 1000; i++) {
		const int *size = sizes[i % 5];

		walk(*state, &seed, size[0], size[1]);
	}
}

/* Opens every sentence and event of a brief; what is lit is what it says. */
static size_t
follow_all(struct shell *sh, size_t brief)
{
	struct arena a = ARENA_INIT;
	size_t n = 0;

	sh->trail.now = 0;
	assert_true(trail_open(sh, brief, false));
	shell_prepare(sh);
	for (size_t i = 0; i < sh->sheet.page->items.n; i++) {
		const struct item it = sh->sheet.page->items.at[i];
		const struct block *b = doc_para(sh->sheet.of->body, it.para);
		struct cells c;

		if ((it.kind != ITEM_SENTENCE && it.kind != ITEM_EVENT) || b == NULL)
			continue;
		spot_go(sh, it.column, (size_t)it.line, 0);
		press(sh, "<Enter>");
		c = frame(sh, &a);
		if (str_has(doc_plain(&a, b), it.text)) {
			assert_str(
			    no_blanks(&a, in_role(&c, &a, ROLE_SOURCE, ROLE_SOURCE)),
			    no_blanks(&a, it.text));
			n++;
		}
		press(sh, "q");
	}
	arena_free(&a);
	return n;
}

static void
follow_library(struct fixture *f, int cols, bool some)
{
	struct shell sh;
	size_t n = 0;

	shell_begin(&sh, &f->o, cols, FRAME_MOST, &f->d);
	for (size_t i = 0; i < library_count(f->o.library); i++)
		n += follow_all(&sh, i);
	assert_true(n != 0 || !some);
	shell_end(&sh);
}

static void
sentences_and_events_lead_to_their_words(void **state)
{
	struct fixture *f = *state, samples = { .d.a = &f->a };

	follow_library(f, 80, true);
	follow_library(f, 120, true);
	follow_library(f, 200, true);
	open_library(&samples, "briefs");
	follow_library(&samples, 120, false);
	library_close(samples.o.library);
	arena_free(&samples.a);
}

static void
a_search_marks_every_hit(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	struct arena a = ARENA_INIT;
	size_t first;

	shell_begin(&sh, &f->o, 80, FRAME_MOST, &f->d);
	press(&sh, "<Enter>/SUMMIT<Enter>");
	first = sh.find.now;
	for (size_t i = 0; i < sh.find.hits; i++) {
		const struct cells c = frame(&sh, &a);
		struct str rest = in_role(&c, &a, ROLE_MATCH, ROLE_MATCH_NOW);
		size_t n = 0;

		while (rest.n != 0) {
			assert_str(str_split(&rest, ' '), STR("summit"));
			n++;
		}
		assert_int_equal(n, sh.find.hits);
		assert_int_equal(sh.find.now, (first + i) % sh.find.hits);
		press(&sh, "n");
	}
	assert_true(sh.find.hits > 3);
	press(&sh, "<Esc>");
	assert_int_equal(sh.find.hits, 0);
	shell_end(&sh);
	arena_free(&a);
}

static bool
cursor_in_window(const struct shell *sh)
{
	const struct spot *s = &trail_here(sh)->spot;

	return s->line >= s->top[s->column] &&
	       s->line < s->top[s->column] + (size_t)shell_body_rows(sh);
}

static void
a_resize_keeps_the_line(void **state)
{
	static const int path[][2] = { { 60, 20 }, { 30, 8 }, { 160, 50 }, { 59, 24 },
		{ 20, 5 }, { 200, 40 }, { 100, 24 } };
	struct fixture *f = *state;
	uint64_t seed = 5;
	struct arena a = ARENA_INIT;

	for (int i = 0; i < 60; i++) {
		struct shell sh;
		struct anchor at;
		struct str before;

		shell_begin(&sh, &f->o, 100, 24, &f->d);
		press(&sh, i % 3 == 0   ? "j<Enter>c"
			   : i % 3 == 1 ? "<Enter>"
					: "<Enter>r");
		for (uint32_t n = dice(&seed, 40); n > 0; n--)
			press(&sh, "j");
		before = dump(&sh, &a);
		at = trail_here(&sh)->spot.of[trail_here(&sh)->spot.pane];
		for (size_t k = 0; k < LEN(path); k++) {
			struct anchor now;

			shell_resize(&sh, path[k][0], path[k][1]);
			shell_prepare(&sh);
			assert_true(cursor_in_window(&sh));
			spot_keep(&sh);
			now = trail_here(&sh)->spot.of[trail_here(&sh)->spot.pane];
			assert_int_equal(now.para, at.para);
			assert_int_equal(now.index, at.index);
			assert_true(at.index != SIZE_MAX || now.source <= at.source);
			trail_here(&sh)->spot.of[trail_here(&sh)->spot.pane] = at;
		}
		if (!str_eq(before, dump(&sh, &a)))
			assert_str(dump(&sh, &a), before);
		shell_end(&sh);
	}
	arena_free(&a);
}

/* Left anywhere, found again there at another width: the paragraph, and the line that
   holds the byte; or the thing. */
static void
a_brief_opens_where_it_was_left(void **state)
{
	struct fixture *f = *state;
	struct shell_options o = f->o;
	uint64_t seed = 23;

	o.state = state_open(NULL, f->folder, &f->d);
	o.now = now;
	for (int i = 0; i < 150; i++) {
		const int *from = sizes[dice(&seed, 5)], *to = sizes[dice(&seed, 5)];
		const size_t brief = dice(&seed, BRIEFS);
		struct shell sh;
		struct anchor at, back;
		enum pane pane;

		shell_begin(&sh, &o, from[0], from[1], &f->d);
		assert_true(trail_open(&sh, brief, false));
		shell_prepare(&sh);
		go_somewhere(&sh, &seed);
		for (uint32_t n = dice(&seed, 30); n > 0; n--)
			press(&sh, "j");
		pane = trail_here(&sh)->spot.pane;
		at = trail_here(&sh)->spot.of[pane];
		press(&sh, "<Esc>q");
		reading_keep(&sh, true);
		shell_end(&sh);
		shell_begin(&sh, &o, to[0], to[1], &f->d);
		assert_int_equal(reading_marks(&sh, brief), MARK_READ);
		press(&sh, "L");
		assert_int_equal(trail_here(&sh)->brief, brief);
		assert_int_equal(trail_here(&sh)->spot.pane, pane);
		assert_true(cursor_in_window(&sh));
		spot_keep(&sh);
		back = trail_here(&sh)->spot.of[pane];
		assert_int_equal(back.para, at.para);
		assert_int_equal(back.index, at.index);
		assert_true(at.index != SIZE_MAX || back.source <= at.source);
		shell_end(&sh);
	}
	state_close(o.state);
}

static void
lists_are_chosen_and_saved(void **state)
{
	struct fixture *f = *state;
	struct shell_options o = f->o;
	struct shell sh;
	struct arena a = ARENA_INIT;

	o.state = state_open(NULL, f->folder, &f->d);
	o.now = now;
	shell_begin(&sh, &o, 80, 24, &f->d);
	press(&sh, "j*j*vjj<Enter>");
	assert_int_equal(sh.list.rows.n, 2);
	assert_true(str_has(dump(&sh, &a), STR("Starred: 2 of 12")));
	press(&sh, "<Enter>qvG<Enter>");
	assert_int_equal(sh.list.rows.n, 1);
	assert_int_equal(sh.list.rows.at[0].index, 1);
	press(&sh, "qS");
	assert_true(str_has(str_of(sh.message), STR("first")));
	press(&sh, "/title:\"brief 3\"<Enter>Smine<Enter>");
	assert_true(str_has(dump(&sh, &a), STR("mine: 1 of 12")));
	press(&sh, "q/before:<Enter>");
	assert_true(str_has(str_of(sh.message), STR("column 8")));
	assert_int_equal(sh.list.rows.n, BRIEFS);
	shell_end(&sh);
	shell_begin(&sh, &o, 80, 24, &f->d);
	press(&sh, "vG<Enter>");
	assert_true(str_has(dump(&sh, &a), STR("mine: 1 of 12")));
	press(&sh, "/brief<Esc>");
	assert_true(str_has(dump(&sh, &a), STR("mine: 1 of 12")));
	press(&sh, "Sunread<Enter>");
	assert_true(sh.message_is_error);
	press(&sh, "vx");
	assert_true(str_has(str_of(sh.message), STR("forgotten")));
	press(&sh, "G<Esc>q");
	assert_int_equal(sh.list.rows.n, BRIEFS);
	assert_int_equal(state_saved(o.state, &a).n, 0);
	shell_end(&sh);
	state_close(o.state);
	arena_free(&a);
}

static void
marks_are_toggled_and_taken_back(void **state)
{
	struct fixture *f = *state;
	struct shell_options o = f->o;
	struct shell sh;
	struct arena a = ARENA_INIT;

	o.state = state_open(NULL, f->folder, &f->d);
	o.now = now;
	shell_begin(&sh, &o, 80, 24, &f->d);
	press(&sh, "jj*jm");
	assert_int_equal(reading_marks(&sh, 2), MARK_STAR);
	assert_int_equal(reading_marks(&sh, 3), MARK_READ);
	assert_true(str_has(dump(&sh, &a), STR("\n●★ ")));
	press(&sh, "<Enter>*m");
	assert_int_equal(reading_marks(&sh, 3), MARK_STAR);
	press(&sh, "UU");
	assert_int_equal(reading_marks(&sh, 3), MARK_READ);
	press(&sh, "UUU");
	assert_int_equal(reading_marks(&sh, 2), 0);
	assert_true(str_has(str_of(sh.message), STR("nothing")));
	reading_keep(&sh, true);
	press(&sh, "qQ");
	shell_end(&sh);
	shell_begin(&sh, &o, 80, 24, &f->d);
	assert_int_equal(sh.list.cursor, 3);
	shell_end(&sh);
	state_close(o.state);
	arena_free(&a);
}

static void
any_keys_at_any_size_leave_a_cursor_on_the_screen(void **state)
{
	static const char keys[] =
	    "jkduGg "
	    "bJK][fstrczT<T>/nN\\F-+=oy:?L\r\r\r\t\033\177hHlqaeim*UMvvSx|p\025\027";
	struct fixture *f = *state;
	struct shell_options o = f->o;
	struct shell sh;
	struct arena a = ARENA_INIT;
	uint64_t seed = 99;

	o.state = state_open(NULL, f->folder, &f->d);
	o.now = now;
	shell_begin(&sh, &o, 80, 24, &f->d);
	for (int i = 0; i < 20000; i++) {
		const uint32_t k = dice(&seed, sizeof(keys) + 5);

		shell_key(&sh, k < sizeof(keys) - 1 ? (uint32_t)(unsigned char)keys[k]
						    : KEY_BEYOND + 1 + dice(&seed, 10));
		if (dice(&seed, 50) == 0) {
			const int *size = sizes[dice(&seed, LEN(sizes))];

			shell_resize(&sh, size[0], size[1]);
		}
		sh.done = false;
		if (dice(&seed, 8) != 0)
			continue;
		shell_prepare(&sh);
		(void)dump(&sh, &a);
		arena_free(&a);
		if (shell_base(&sh) == VIEW_LIST && sh.list.rows.n != 0)
			assert_true(sh.list.cursor >= sh.list.top &&
				    sh.list.cursor < sh.list.top + list_page(&sh));
		reading_keep(&sh, false);
	}
	shell_end(&sh);
	state_close(o.state);
}

static void
a_filter_keeps_and_a_search_shows_its_line(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	struct cells painted;
	struct arena a = ARENA_INIT;

	shell_begin(&sh, &f->o, 80, 24, &f->d);
	press(&sh, "\\brief 3");
	assert_int_equal(sh.list.rows.n, 1);
	press(&sh, "<Esc>");
	assert_int_equal(sh.list.rows.n, BRIEFS);
	press(&sh, "/treaty<Enter>");
	assert_true(sh.list.rows.n > 1);
	assert_true(str_has(dump(&sh, &a), STR("treaty")));
	press(&sh, "j<Enter>");
	assert_int_equal(shell_base(&sh), VIEW_BRIEF);
	press(&sh, "q/title:summit<Enter>"); /* the title is the line */
	painted = frame(&sh, &a);
	assert_true(str_starts(
	    in_role(&painted, &a, ROLE_MATCH, ROLE_MATCH), STR("summit summit")));
	press(&sh, "<Enter>qq");
	assert_int_equal(sh.list.rows.n, BRIEFS);
	assert_false(sh.done);
	press(&sh, "q");
	assert_true(sh.done);
	shell_end(&sh);
	arena_free(&a);
}

static void
a_typed_word_counts_whole_where_something_has_it(void **state)
{
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	struct shell sh;
	size_t typed;

	shell_begin(&sh, &f->o, 80, 24, &f->d);
	press(&sh, "/brief 1");
	typed = sh.list.rows.n;
	press(&sh, "<Enter>");
	assert_int_equal(typed, 3); /* 1, 10 and 11 */
	assert_int_equal(sh.list.rows.n, 1);
	assert_true(str_has(dump(&sh, &a), STR("Brief 1 on")));
	press(&sh, "/treat");
	typed = sh.list.rows.n;
	press(&sh, "<Enter>"); /* "treaty" is all there is */
	assert_true(typed > 0);
	assert_int_equal(sh.list.rows.n, typed);
	press(&sh, "/\"brief 1<Enter>"); /* and what is open is not refused */
	assert_true(sh.list.rows.n > 0);
	shell_end(&sh);
	arena_free(&a);
}

static void
a_brief_opens_with_its_title(void **state)
{
	static const int small[][2] = { { 20, 3 }, { 20, 5 }, { 30, 6 }, { 60, 8 } };
	struct fixture *f = *state;

	for (size_t i = 0; i < LEN(small); i++) {
		struct arena a = ARENA_INIT;
		struct shell sh;

		shell_begin(&sh, &f->o, small[i][0], small[i][1], &f->d);
		press(&sh, "<Enter>");
		assert_int_equal(trail_here(&sh)->spot.pane, PANE_SUMMARY);
		assert_true(str_has(dump(&sh, &a), STR("Brief 11")));
		assert_int_equal(str_has(dump(&sh, &a), STR("summary 1/")),
		    cursor_in_window(&sh) && small[i][1] > 3);
		press(&sh, "jjjjjjjjkkkkkkkk<Tab><S-Tab>");
		assert_true(cursor_in_window(&sh));
		shell_end(&sh);
		arena_free(&a);
	}
}

static void
keys_of_panes_go_there_at_any_width(void **state)
{
	static const char *const keys[] = { "s", "t", "r", "c" };
	struct fixture *f = *state;

	for (size_t i = 0; i < 5; i++) {
		struct shell sh;

		shell_begin(&sh, &f->o, sizes[i][0], sizes[i][1], &f->d);
		press(&sh, "<Enter>");
		assert_int_equal(trail_here(&sh)->spot.pane, PANE_SUMMARY);
		for (int round = 0; round < 2; round++)
			for (size_t k = 0; k < LEN(keys); k++) {
				press(&sh, keys[k]);
				assert_int_equal(
				    trail_here(&sh)->spot.pane, PANE_SUMMARY + k);
				assert_true(cursor_in_window(&sh));
			}
		for (size_t k = 0; k < LEN(keys); k++) {
			press(&sh, "<Tab>");
			assert_int_equal(trail_here(&sh)->spot.pane, PANE_SUMMARY + k);
		}
		press(&sh, "<S-Tab>z");
		assert_int_equal(trail_here(&sh)->spot.pane, PANE_RELATED);
		assert_int_equal(sh.sheet.page->column_count, 1);
		shell_end(&sh);
	}
}

/* Whatever is under the cursor is seen to be, also "published" with nothing behind it. */
static void
what_the_cursor_is_on_is_marked(void **state)
{
	static const char *const ways[] = { "s", "t", "t<", "t<<", "r" };
	struct fixture *f = *state;
	struct arena a = ARENA_INIT;
	size_t bare = 0;

	for (size_t i = 0; i < LEN(ways) * 5; i++) {
		struct shell sh;

		shell_begin(&sh, &f->o, sizes[i % 5][0], sizes[i % 5][1], &f->d);
		press(&sh, "<Enter>");
		press(&sh, ways[i / 5]);
		for (size_t k = 0; k < 12 && follow_item(&sh) != NULL;
		     k++, press(&sh, "j")) {
			const struct cells c = frame(&sh, &a);
			const struct str seen = in_role(&c, &a, ROLE_FOCUS, ROLE_FOCUS);

			assert_true(seen.n != 0 || !cursor_in_window(&sh));
			bare += str_eq(seen, STR("published"));
		}
		shell_end(&sh);
	}
	assert_true(bare != 0);
	arena_free(&a);
}

/* Each event of a story leads to its brief's paragraph, and back to the very line. */
static void
a_story_leads_to_its_paragraphs_and_back(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	struct arena a = ARENA_INIT;
	size_t followed = 0;

	shell_begin(&sh, &f->o, 100, 30, &f->d);
	for (size_t i = 0; i < BRIEFS; i++) {
		sh.trail.now = 0;
		assert_true(trail_open(&sh, i, true));
		press(&sh, "t");
		for (size_t k = 0; k < sh.sheet.of->story.n; k++, press(&sh, "j")) {
			struct str before;

			sh.message[0] = '\0';
			before = dump(&sh, &a);
			press(&sh, "<Enter>");
			assert_false(trail_here(&sh)->is_story);
			assert_int_not_equal(trail_here(&sh)->lit.para, 0);
			followed++;
			press(&sh, "q");
			sh.message[0] = '\0';
			assert_str(dump(&sh, &a), before);
		}
	}
	assert_true(followed >= BRIEFS);
	assert_true(str_has(dump(&sh, &a), STR("› Story: Brief")));
	sh.trail.now = 0;
	assert_true(trail_open(&sh, 0, false) && trail_open(&sh, 0, true));
	assert_true(
	    str_has(dump(&sh, &a), STR(" › Story "))); /* its brief's name is there */
	shell_end(&sh);
	arena_free(&a);
}

/* A file more, a file less: one stays at the brief and the line one reads. */
static void
a_library_that_changes_leaves_one_where_one_is(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	struct arena a = ARENA_INIT;
	const char *more = path_join(&f->a, f->folder, STR("more.yaml"));
	const struct str text =
	    STR("format: 1\nid: more\ntitle: One more\n"
		"source:\n  published: \"2030-01-01\"\nbody: Text.\n");
	struct str before, list;

	shell_begin(&sh, &f->o, 80, 24, &f->d);
	press(&sh, "jjj");
	list = dump(&sh, &a);
	press(&sh, "<Enter>r<Enter>cjjj");
	before = dump(&sh, &a);
	assert_true(file_write(more, text, &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_prepare(&sh);
	assert_int_equal(library_count(f->o.library), BRIEFS + 1);
	assert_str(dump(&sh, &a), before);
	press(&sh, "qq");
	assert_int_equal(sh.list.cursor, 4);
	press(&sh, "g<Enter>");
	assert_true(str_has(dump(&sh, &a), STR("One more")));
	assert_true(file_remove(more, &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_prepare(&sh);
	assert_int_equal(shell_base(&sh), VIEW_LIST);
	press(&sh, "gjjj");
	assert_str(dump(&sh, &a), list);
	shell_end(&sh);
	arena_free(&a);
}

/* What a line wants may have been added since the reader looked. */
static void
a_wanted_article_that_came_is_opened(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	struct arena a = ARENA_INIT;
	const char *came = path_join(&f->a, f->folder, STR("came.yaml"));
	const struct str text =
	    STR("format: 1\nid: came\ntitle: Wanted 3\nbody: It came by boat.\n");
	struct str before;

	shell_begin(&sh, &f->o, 80, 24, &f->d);
	assert_true(trail_open(&sh, library_id(f->o.library, STR("b03")), false));
	press(&sh, "rj");
	before = dump(&sh, &a);
	press(&sh, "<Enter>");
	assert_true(str_has(str_of(sh.message), STR("wanted: no article")));
	sh.message[0] = '\0';
	assert_str(dump(&sh, &a), before);
	assert_true(file_write(came, text, &f->d));
	press(&sh, "<Enter>");
	assert_true(str_has(dump(&sh, &a), STR("It came by boat")));
	press(&sh, "q<Enter>");
	assert_true(str_has(dump(&sh, &a), STR("It came by boat")));
	assert_true(file_remove(came, &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_end(&sh);
	arena_free(&a);
}

/* Where few briefs name their source the titles have its column, and it stands behind them; else
   it has what the sources need. */
static void
a_column_that_would_be_blank_is_the_titles(void **state)
{
	static const char title[] =
	    "title: A title that is as long as the room beside the date allows it\n";
	struct fixture *f = *state;
	struct shell sh;
	struct arena a = ARENA_INIT;
	char path[2 * BRIEFS][96], text[200];

	for (int i = 0; i < 2 * BRIEFS; i++) {
		(void)snprintf(path[i], sizeof(path[i]), "%s/c%02d.yaml", f->folder, i);
		(void)snprintf(text, sizeof(text),
		    "format: 1\nid: c%02d\n%ssource: {published: \"2020-01\"}\n", i,
		    title);
		assert_true(file_write(path[i], str_of(text), &f->d));
	}
	shell_begin(&sh, &f->o, 80, 40, &f->d);
	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_prepare(&sh);
	assert_true(str_has(dump(&sh, &a), STR("beside the date allows it")));
	assert_true(str_has(dump(&sh, &a), STR("Brief 11 on the summit · Gazette")));
	for (int i = 0; i < 2 * BRIEFS; i++)
		assert_true(file_remove(path[i], &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_prepare(&sh);
	assert_true(str_has(dump(&sh, &a), STR("Gazette  Brief 11")));
	shell_end(&sh);
	arena_free(&a);
}

/* What an editor left unreadable stays open; what is gone is named, and the next key acts on
   no other brief. */
static void
a_brief_that_is_lost_is_not_taken_for_another(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	struct arena a = ARENA_INIT;
	struct str whole, open;
	const char *path = path_join(&f->a, f->folder, STR("b03.yaml"));
	const size_t index = library_id(f->o.library, STR("b03"));

	assert_true(file_read(&f->a, path, 100000, &whole, &f->d));
	shell_begin(&sh, &f->o, 80, 24, &f->d);
	list_refresh(&sh);
	list_seek(&sh, index);
	press(&sh, "<Enter>c");
	open = dump(&sh, &a);
	assert_true(file_write(path, STR("format: 1\ntitle: [half\n"), &f->d));
	shell_renew_here(&sh);
	shell_prepare(&sh);
	assert_true(str_has(str_of(sh.message), STR("b03.yaml:")));
	sh.message[0] = '\0';
	assert_str(dump(&sh, &a), open);
	assert_int_equal(brief_here(&sh), index);

	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_prepare(&sh);
	assert_int_equal(shell_base(&sh), VIEW_LIST);
	assert_true(str_has(str_of(sh.message),
	    STR("'Brief 3 on the summit' is not in the library any more: b03.yaml:")));
	assert_int_equal(brief_here(&sh), SIZE_MAX);
	press(&sh, "<Enter>");
	assert_int_equal(shell_base(&sh), VIEW_LIST);
	assert_int_not_equal(brief_here(&sh), SIZE_MAX);

	assert_true(file_write(path, whole, &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	list_seek(&sh, index);
	assert_true(file_remove(path, &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	assert_true(str_ends(str_of(sh.message), STR("is not in the library any more")));
	assert_int_equal(brief_here(&sh), SIZE_MAX);
	press(&sh, "j");
	assert_int_not_equal(brief_here(&sh), SIZE_MAX);
	assert_true(file_write(path, whole, &f->d));
	shell_renew(&sh, STR_NIL, STR_NIL);
	shell_end(&sh);
	arena_free(&a);
}

static void
click(struct shell *sh, int x, int y)
{
	shell_key(sh, MOUSE_KEY(MOUSE_CLICK, x, y));
	shell_prepare(sh);
}

/* Clicked once a thing has the cursor, clicked again it is followed; at any size, and
   anywhere else nothing breaks. */
static void
a_click_goes_there_and_one_more_opens(void **state)
{
	struct fixture *f = *state;
	struct shell sh;
	uint64_t seed = 77;

	shell_begin(&sh, &f->o, 80, 24, &f->d);
	shell_prepare(&sh);
	click(&sh, 10, 3);
	assert_int_equal(sh.list.cursor, 3);
	click(&sh, 10, 3);
	assert_int_equal(shell_base(&sh), VIEW_BRIEF);
	press(&sh, "r");
	for (size_t i = 0; i < sh.sheet.page->items.n; i++) {
		const struct item *it = &sh.sheet.page->items.at[i];
		const size_t top = trail_here(&sh)->spot.top[it->column];
		const size_t trail = sh.trail.n;

		if (it->kind != ITEM_SENTENCE || (size_t)it->line < top)
			continue;
		click(&sh, sh.sheet.page->column[it->column].x + 6, it->line - (int)top);
		assert_ptr_equal(follow_item(&sh), it);
		click(&sh, sh.sheet.page->column[it->column].x + 6, it->line - (int)top);
		assert_int_equal(sh.trail.n, trail + 1);
		break;
	}
	for (int i = 0; i < 4000; i++) {
		shell_key(
		    &sh, MOUSE_KEY(dice(&seed, 4), dice(&seed, 210), dice(&seed, 60)));
		if (dice(&seed, 20) == 0) {
			const int *size = sizes[dice(&seed, LEN(sizes))];

			shell_resize(&sh, size[0], size[1]);
			press(&sh, dice(&seed, 3) == 0   ? "v"
				   : dice(&seed, 2) == 0 ? "q"
							 : "?");
		}
		sh.done = false;
		shell_prepare(&sh);
	}
	shell_end(&sh);
}

static void
the_trail_is_cut_at_its_old_end(void **state)
{
	struct fixture *f = *state;
	struct shell sh;

	shell_begin(&sh, &f->o, 80, 24, &f->d);
	for (int i = 0; i < TRAIL_MOST + 50; i++)
		assert_true(trail_open(&sh, (size_t)i % 3, false));
	assert_int_equal(sh.trail.n, TRAIL_MOST);
	assert_int_equal(sh.trail.at[0].brief, SIZE_MAX);
	shell_end(&sh);
}

static void
only_harmless_addresses_are_opened(void **state)
{
	(void)state;
	assert_true(link_is_safe(STR("https://example.org/a?b=c#d")));
	assert_true(link_is_safe(STR("MAILTO:a@example.org")));
	assert_false(link_is_safe(STR("javascript:alert(1)")));
	assert_false(link_is_safe(STR("file:///etc/passwd")));
	assert_false(link_is_safe(STR("https://")));
	assert_false(link_is_safe(STR("https://a b")));
	assert_false(link_is_safe(STR("https://a\033[2J")));
	assert_false(link_is_safe(STR("-https://a")));
}

/* The vectors of RFC 4648, section 10. */
static void
what_is_copied_is_base64(void **state)
{
	static const char *const of[] = { "", "Zg==", "Zm8=", "Zm9v",
		"Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy" };
	struct arena a = ARENA_INIT;

	(void)state;
	for (size_t i = 0; i < LEN(of); i++) {
		struct buf b = buf_new(&a);

		base64(&b, str_cut(STR("foobar"), 0, i));
		assert_str(buf_view(&b), str_of(of[i]));
	}
	arena_free(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_copied_is_base64),
		cmocka_unit_test(no_two_actions_of_a_view_share_a_byte_sequence),
		cmocka_unit_test(keys_are_changed_by_the_names_of_actions),
		cmocka_unit_test(every_key_and_hint_leads_to_a_command_of_its_view),
		cmocka_unit_test(walks_of_jumps_and_returns_end_where_they_began),
		cmocka_unit_test(sentences_and_events_lead_to_their_words),
		cmocka_unit_test(a_search_marks_every_hit),
		cmocka_unit_test(a_resize_keeps_the_line),
		cmocka_unit_test(a_brief_opens_where_it_was_left),
		cmocka_unit_test(lists_are_chosen_and_saved),
		cmocka_unit_test(marks_are_toggled_and_taken_back),
		cmocka_unit_test(any_keys_at_any_size_leave_a_cursor_on_the_screen),
		cmocka_unit_test(a_filter_keeps_and_a_search_shows_its_line),
		cmocka_unit_test(a_typed_word_counts_whole_where_something_has_it),
		cmocka_unit_test(a_brief_opens_with_its_title),
		cmocka_unit_test(keys_of_panes_go_there_at_any_width),
		cmocka_unit_test(what_the_cursor_is_on_is_marked),
		cmocka_unit_test(a_story_leads_to_its_paragraphs_and_back),
		cmocka_unit_test(a_library_that_changes_leaves_one_where_one_is),
		cmocka_unit_test(a_wanted_article_that_came_is_opened),
		cmocka_unit_test(a_column_that_would_be_blank_is_the_titles),
		cmocka_unit_test(a_brief_that_is_lost_is_not_taken_for_another),
		cmocka_unit_test(a_click_goes_there_and_one_more_opens),
		cmocka_unit_test(the_trail_is_cut_at_its_old_end),
		cmocka_unit_test(only_harmless_addresses_are_opened),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
