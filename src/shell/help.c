/* The page of keys: the rows of the table, by group, those of the view below first. */
#include "base/buf.h"
#include "shell/state.h"
#include "text/utf8.h"
#include "text/wrap.h"

enum { KEYS_COLS = 24, NAME_COLS = 20, HELP_COLS = 100 };

/* Where the parts of a row stand; the name is left out when there is no room (0), and below
   NARROW columns the help stands under the keys. */
struct slots {
	int keys, keys_cols, name, help, right;
};

enum { NARROW = 40 };

static struct slots
slots_of(int cols)
{
	const int width = cols < HELP_COLS ? cols : HELP_COLS;
	struct slots s = { .keys = (cols - width) / 2 + (cols >= NARROW) + 2,
		.right = cols - 1 };

	s.keys_cols = cols < 60 ? 15 : KEYS_COLS;
	s.help = s.keys + s.keys_cols;
	if (cols < NARROW) {
		s.keys_cols = s.right - s.keys;
		s.help = s.keys + 2;
	}
	if (cols >= HELP_COLS) {
		s.name = s.help;
		s.help += NAME_COLS;
	}
	return s;
}

void
help_begin(struct shell *sh, int arg)
{
	(void)arg;
	sh->help = (struct help){ 0 };
	sh->overlay = VIEW_HELP;
}

void
help_end(struct shell *sh, int arg)
{
	(void)arg;
	sh->overlay = 0;
}

static bool
row_kept(const struct shell *sh, struct arena *a, enum command_id id, unsigned views)
{
	const struct command *c = &reader_commands[id];
	const struct str want = utf8_fold(a, typed_str(&sh->help.filter));
	struct buf b = buf_new(a);

	if ((c->views & views) == 0)
		return false;
	if (want.n == 0)
		return true;
	buf_str(&b, command_keys(a, shell_keys(sh), id, views));
	buf_printf(&b, " %s %s %s", c->name, c->help, group_names[c->group]);
	return str_has(utf8_fold(a, buf_view(&b)), want);
}

/* The keys and the help of a command, in as many lines as it takes. */
static void
add_command(const struct shell *sh, struct arena *a, enum command_id id, unsigned views,
    struct help_rows *out)
{
	const struct slots s = slots_of(sh->cols);
	struct help_row row = { NULL, id, views, STR_NIL };
	struct str help = str_of(reader_commands[id].help);

	if (sh->cols < NARROW) {
		*vec_push(a, out) = row;
		row.views = 0;
	}
	while (help.n != 0) {
		row.help = wrap_line(&help, s.right - s.help);
		*vec_push(a, out) = row;
		row.views = 0;
	}
}

/* What moves while typing stands with what else there is to do then. */
static enum group
group_of(enum command_id id, unsigned views)
{
	return views == VIEW_INPUT ? GROUP_TYPING : reader_commands[id].group;
}

/* All rows of some views, each group under its name. */
static void
gather(const struct shell *sh, struct arena *a, unsigned views, struct help_rows *out)
{
	for (int g = 0; g < GROUP_COUNT; g++) {
		bool first = true;

		for (int i = 0; i < CMD_COUNT; i++) {
			if (group_of((enum command_id)i, views) != (enum group)g ||
			    !row_kept(sh, a, (enum command_id)i, views))
				continue;
			if (first && out->n != 0)
				*vec_push(a, out) = (struct help_row){ .title = "" };
			if (first)
				*vec_push(a, out) =
				    (struct help_row){ .title = group_names[g] };
			first = false;
			add_command(sh, a, (enum command_id)i, views, out);
		}
	}
}

static struct help_rows
help_rows(const struct shell *sh, struct arena *a)
{
	struct help_rows out = { 0 };

	gather(sh, a, shell_base(sh), &out);
	gather(sh, a, VIEW_INPUT, &out);
	return out;
}

static int
rows_shown(const struct shell *sh)
{
	const int rows = sh->rows - shell_bar_rows(sh) - (sh->rows >= 10 ? 2 : 0);

	return rows < 1 ? 1 : rows;
}

void
help_scroll(struct shell *sh, int by)
{
	const int n = (int)help_rows(sh, &sh->scratch).n, rows = rows_shown(sh);
	const int most = n > rows ? n - rows : 0, top = (int)sh->help.top + by;

	sh->help.top = (size_t)(top < 0 ? 0 : top > most ? most : top);
}

static void
paint_row(const struct shell *sh, struct arena *a, const struct help_row *r,
    struct cells *out, int y)
{
	const struct slots s = slots_of(sh->cols);

	if (r->views != 0) {
		(void)paint_clip(out, s.keys, y, s.keys_cols - 1,
		    command_keys(a, shell_keys(sh), r->command, r->views), ROLE_HINT_KEY);
		if (s.name != 0)
			(void)paint_clip(out, s.name, y, NAME_COLS - 1,
			    str_of(reader_commands[r->command].name), ROLE_META);
	}
	(void)cells_text(out, s.help, y, r->help, ROLE_TEXT);
}

void
help_paint(const struct shell *sh, struct arena *a, struct cells *out)
{
	const struct help_rows rows = help_rows(sh, a);
	const int width = out->cols < HELP_COLS ? out->cols : HELP_COLS;
	const int x = (out->cols - width) / 2 + (out->cols >= 40), n = rows_shown(sh);
	const int y = out->rows >= 10 ? 2 : 0;

	if (y != 0)
		(void)paint_clip(out, x, 0, width - 2,
		    shell_base(sh) == VIEW_LIST ? STR("Keys in the list")
						: STR("Keys in a brief"),
		    ROLE_TITLE);
	for (int i = 0; i < n && sh->help.top + (size_t)i < rows.n; i++) {
		const struct help_row *r = &rows.at[sh->help.top + (size_t)i];

		if (r->title != NULL)
			(void)paint_clip(
			    out, x, y + i, width, str_of(r->title), ROLE_PANE);
		else
			paint_row(sh, a, r, out, y + i);
	}
	if (rows.n == 0)
		(void)paint_clip(out, x, y, width, STR("no key does this"), ROLE_META);
}
