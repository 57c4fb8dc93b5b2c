/* The last two rows: where one is, and the keys that help here. */
#include "base/buf.h"
#include "shell/state.h"

enum {
	NAME_LEAST = 6, /* columns that say something */
	STORY_COLS = 8  /* " › Story" */
};

/* A step whose story is the next one: together they are one name. */
static bool
leads_to_its_story(const struct trail *t, size_t i)
{
	return i < t->now && t->at[i + 1].is_story && !t->at[i].is_story &&
	       t->at[i + 1].brief == t->at[i].brief;
}

/* The same place in another way: the step after it has its name, or ends with it. */
static bool
is_told_after(const struct trail *t, size_t i)
{
	return i < t->now && t->at[i + 1].brief == t->at[i].brief &&
	       (t->at[i + 1].is_story == t->at[i].is_story || leads_to_its_story(t, i));
}

/* "Mission Shak…", "Story: Mission Shakti" or, where its brief led there, "Mission Sh… › Story". */
static struct str
step_name(const struct shell *sh, struct arena *a, size_t i, int room, struct str arrow)
{
	const struct step *s = &sh->trail.at[i];
	const bool of_brief = i != 0 && leads_to_its_story(&sh->trail, i - 1);
	const int most = of_brief && room > STORY_COLS ? room - STORY_COLS : room;
	const struct str name = s->brief == SIZE_MAX
				    ? STR("Library")
				    : library_at(sh->o->library, s->brief)->title;
	struct buf b = buf_new(a);

	buf_text(&b, s->is_story && !of_brief ? "Story: " : "");
	buf_str(&b, str_cut(name, 0, glyph_fit(name, most)));
	if (glyph_cols(name) > most)
		buf_text(&b, sh->o->ascii ? "~" : "…");
	if (of_brief)
		buf_printf(&b, STR_FMT "Story", STR_ARG(arrow));
	return buf_view(&b);
}

/* "Library › India & Japan In … › Mission Shakti", the oldest steps cut off first; the last has
   `room`. */
static struct str
trail_within(const struct shell *sh, struct arena *a, int cols, int room)
{
	const struct str arrow = sh->o->ascii ? STR(" > ") : STR(" › ");
	struct str tail = STR_NIL;

	for (size_t i = sh->trail.now + 1; i-- > 0;) {
		struct buf b = buf_new(a);

		if (is_told_after(&sh->trail, i))
			continue;
		buf_str(&b, step_name(sh, a, i, i == sh->trail.now ? room : 24, arrow));
		if (tail.n != 0) {
			buf_str(&b, arrow);
			buf_str(&b, tail);
		}
		if (glyph_cols(buf_view(&b)) > cols)
			break;
		tail = buf_view(&b);
	}
	return tail;
}

/* What the steps before leave is the last one's. */
static struct str
trail_text(const struct shell *sh, struct arena *a, int cols)
{
	const int least = cols * 3 / 5;
	const int taken = glyph_cols(trail_within(sh, a, cols, least));

	return trail_within(sh, a, cols, least + (taken < cols ? cols - taken : 0));
}

/* What part of a column's lines lies above the end of the window. */
static int
percent(const struct shell *sh)
{
	const struct spot *s = &trail_here(sh)->spot;
	const size_t n = spot_column(sh)->n, rows = (size_t)shell_body_rows(sh);
	const size_t seen = s->top[s->column] + rows;

	return n == 0 || seen >= n ? 100 : (int)(seen * 100 / n);
}

/* The cursor lies below a title that fills the screen: it is not yet anywhere. */
static bool
is_above(const struct shell *sh)
{
	const struct spot *s = &trail_here(sh)->spot;

	return s->line >= s->top[s->column] + (size_t)shell_body_rows(sh);
}

/* "related 2/3", "text 45 %" */
static struct str
where_text(const struct shell *sh, struct arena *a)
{
	const struct spot *s = &trail_here(sh)->spot;
	const struct item *it = follow_item(sh);
	struct buf b = buf_new(a);
	const struct page *p = sh->sheet.page;
	size_t of = 0, at = 0;

	if ((marks_of(sh, trail_here(sh)->brief) & MARK_STAR) != 0)
		buf_text(&b, sh->o->ascii ? "*  " : "★  ");
	if (is_above(sh)) {
		buf_printf(&b, "%d%%", percent(sh));
		return buf_view(&b);
	}
	if (it == NULL || it->kind == ITEM_LINK) {
		buf_printf(&b, "%s  %d%%",
		    pane_title(s->pane == PANE_HEADER ? PANE_SUMMARY : s->pane),
		    percent(sh));
		return buf_view(&b);
	}
	for (size_t i = 0; i < p->items.n; i++) {
		const struct item *k = &p->items.at[i];

		if (p->column[k->column].lines[k->line].pane == s->pane) {
			of++;
			at = k <= it ? of : at;
		}
	}
	buf_printf(&b, "%s %zu/%zu  %d%%", pane_title(s->pane), at, of, percent(sh));
	return buf_view(&b);
}

static struct str
list_text(const struct shell *sh, struct arena *a)
{
	const struct list *l = &sh->list;
	struct buf b = buf_new(a);

	if (sh->making.on && !list_is_part(l)) {
		buf_printf(&b, "Library: %zu %s; indexing, %d%%",
		    library_count(sh->o->library),
		    library_glanced(sh->o->library) ? "files by name" : "briefs",
		    making_percent(sh));
		return buf_view(&b);
	}
	if (!list_is_part(l)) {
		buf_printf(&b, "%s: %zu brief%s, %s",
		    sh->o->samples ? "Sample library" : "Library", l->rows.n,
		    l->rows.n == 1 ? "" : "s", order_name(l->order));
		return buf_view(&b);
	}
	buf_printf(&b, STR_FMT ": %zu of %zu",
	    STR_ARG(l->view.n != 0 ? typed_str(&l->view) : STR("Library")), l->rows.n,
	    library_count(sh->o->library));
	if (l->query.n != 0 && l->view.n == 0)
		buf_printf(&b, " with '" STR_FMT "'", STR_ARG(typed_str(&l->query)));
	if (l->filter.n != 0)
		buf_printf(&b, ", filter '" STR_FMT "'", STR_ARG(typed_str(&l->filter)));
	return buf_view(&b);
}

static void
paint_status(const struct shell *sh, struct arena *a, struct cells *out, int y)
{
	const int x = out->cols >= 40 ? 1 : 0;
	struct buf b = buf_new(a);
	struct str right, left;
	int cols;

	if (sh->overlay == VIEW_HELP) {
		right = STR("keys");
	} else if (shell_base(sh) == VIEW_LIST) {
		buf_printf(&b, "%zu/%zu", sh->list.rows.n == 0 ? 0 : sh->list.cursor + 1,
		    sh->list.rows.n);
		right = buf_view(&b);
	} else {
		right = where_text(sh, a);
	}
	cols = out->cols - 2 * x - glyph_cols(right) - 2;
	left = shell_base(sh) == VIEW_LIST ? list_text(sh, a) : trail_text(sh, a, cols);
	cells_role(out, 0, y, out->cols, ROLE_STATUS);
	if (cols >= NAME_LEAST)
		(void)paint_clip(out, x, y, cols, left, ROLE_STATUS);
	(void)paint_clip(out, out->cols - x - glyph_cols(right), y, glyph_cols(right),
	    right, ROLE_STATUS);
}

static enum hint_context
context_of(const struct shell *sh)
{
	const struct item *it;

	if (sh->overlay == VIEW_HELP)
		return HINT_HELP;
	if (sh->overlay == VIEW_HINTS)
		return HINT_LETTERS;
	if (sh->overlay == VIEW_VIEWS)
		return HINT_VIEWS;
	if (shell_base(sh) == VIEW_LIST)
		return list_is_part(&sh->list) ? HINT_FOUND
		       : sh->resume != 0       ? HINT_RESUME
					       : HINT_LIST;
	if (sh->find.pattern.n != 0 && sh->find.hits != 0)
		return HINT_HITS;
	it = follow_item(sh);
	if (it == NULL)
		return HINT_TEXT;
	switch (it->kind) {
	case ITEM_SENTENCE:
	case ITEM_EVENT:
	case ITEM_TELLER:
		return HINT_QUOTED;
	case ITEM_RELATED:
		return follow_neighbour(sh, it)->id.n == 0 ? HINT_WANTED : HINT_RELATED;
	case ITEM_LINK:
		break;
	}
	return HINT_LINK;
}

/* A story has no text of its own, and is no part of another one. */
static bool
is_of_use(const struct shell *sh, enum command_id id)
{
	return shell_base(sh) != VIEW_BRIEF || !trail_here(sh)->is_story ||
	       (id != CMD_STORY && id != CMD_CONTENTS);
}

static void
paint_hints(const struct shell *sh, struct arena *a, struct cells *out, int y)
{
	const enum hint_context context = context_of(sh);
	int x = out->cols >= 40 ? 1 : 0;

	cells_role(out, 0, y, out->cols, ROLE_HINT);
	for (size_t i = 0; i < hint_row_count; i++) {
		const struct hint_row *h = &hint_rows[i];
		const char *written =
		    command_key(shell_keys(sh), h->command, shell_view(sh));
		const struct str key = written == NULL ? STR_NIL : key_show(a, written);
		const int cols = glyph_cols(key) + 1 + glyph_cols(str_of(h->label));

		if (h->context != context || key.n == 0 || x + cols > out->cols ||
		    !is_of_use(sh, h->command))
			continue;
		x = cells_text(out, x, y, key, ROLE_HINT_KEY);
		x = cells_text(out, x + 1, y, str_of(h->label), ROLE_HINT);
		x += out->cols >= 60 ? 3 : 2;
	}
}

/* Names that begin like the one being typed, with the help of the first. */
static void
paint_names(const struct shell *sh, struct cells *out, int x, int y)
{
	const struct str typed = typed_str(&sh->input.line);

	for (size_t i = 0; i < CMD_COUNT; i++) {
		const struct command *c = &reader_commands[i];

		if ((c->views & shell_base(sh)) == 0 ||
		    !str_starts(str_of(c->name), typed))
			continue;
		if (x + 2 + (int)str_of(c->name).n > out->cols)
			break;
		x = cells_text(out, x + 2, y, str_of(c->name), ROLE_HINT);
	}
}

/* What the line takes, or what it was. */
static const char *
help_of(const struct shell *sh, struct arena *a)
{
	struct buf b = buf_new(a);

	if (sh->message[0] != '\0' || sh->input.line.n != 0)
		return sh->message;
	if (!input_again(sh))
		return input_help(sh->input.kind);
	buf_printf(&b, "Tab: '" STR_FMT "' again", STR_ARG(typed_str(&sh->input.before)));
	buf_byte(&b, '\0');
	return b.p;
}

static void
paint_input(const struct shell *sh, struct arena *a, struct cells *out, int y)
{
	const struct str typed = typed_str(&sh->input.line);
	const struct str prompt = str_of(input_prompt(sh->input.kind));
	const int left = out->cols >= 40 ? 1 : 0;
	const char *help = help_of(sh, a);
	int room = out->cols - left - 1, x = left;
	size_t from = 0;

	if (glyph_cols(prompt) * 2 < room)
		x = cells_text(out, x, y, prompt, ROLE_HINT_KEY);
	room = out->cols - x - 1;
	while (from < typed.n && glyph_cols(str_cut(typed, from, typed.n)) > room)
		from++;
	x = cells_text(out, x, y, str_cut(typed, from, typed.n), ROLE_INPUT);
	(void)cells_text(out, x, y, sh->o->ascii ? STR("_") : STR("▏"), ROLE_INPUT);
	if (sh->input.kind == INPUT_COMMAND)
		paint_names(sh, out, x + 1, y);
	else if (help != NULL && x + 6 < out->cols)
		(void)paint_clip(
		    out, x + 4, y, out->cols - x - 5, str_of(help), ROLE_HINT);
}

void
paint_bars(const struct shell *sh, struct arena *a, struct cells *out)
{
	const int y = out->rows - 1, bars = shell_bar_rows(sh);

	if (bars == 2)
		paint_status(sh, a, out, y - 1);
	if (sh->overlay == VIEW_INPUT)
		paint_input(sh, a, out, y);
	else if (sh->message[0] != '\0' && (bars != 0 || sh->message_is_error))
		(void)paint_clip(out, out->cols >= 40 ? 1 : 0, y, out->cols - 1,
		    str_of(sh->message), sh->message_is_error ? ROLE_ERROR : ROLE_INPUT);
	else if (bars == 2)
		paint_hints(sh, a, out, y);
	else if (bars == 1)
		paint_status(sh, a, out, y);
}
