/* The mouse, when it was asked for: a click goes there, one more opens, the wheel scrolls. */
#include "shell/state.h"

void
mouse_toggle(struct shell *sh, int arg)
{
	(void)arg;
	sh->mouse = !sh->mouse;
	sh->effect = EFFECT_MOUSE;
	shell_say(sh, false,
	    sh->mouse ? "the mouse is used here; M gives it back"
		      : "the mouse is the terminal's again");
}

/* The cursor's own row opens. */
static void
click_list(struct shell *sh, int x, int y)
{
	struct list *l = &sh->list;
	const size_t row = l->top + (size_t)(y / list_row_height(sh));

	if (x >= list_cols(sh) || y >= shell_body_rows(sh) || row >= l->rows.n)
		return;
	if (row == l->cursor)
		follow_cursor(sh, 0);
	l->cursor = row;
}

static void
click_views(struct shell *sh, int y)
{
	const size_t before = sh->views.cursor;

	if (views_point(sh, y) && sh->views.cursor == before)
		views_choose(sh, 0);
}

/* The column of the page under a column of the screen, or -1. */
static int
column_at(const struct page *p, int x)
{
	for (int c = p->column_count - 1; c >= 0; c--)
		if (x >= p->column[c].x && x < p->column[c].x + p->column[c].width)
			return c;
	return -1;
}

/* The link of a line under a column of the screen, or SIZE_MAX. */
static size_t
link_at(const struct line *l, int x)
{
	for (size_t i = 0; i < l->span_count; i++)
		if (l->spans[i].item >= 0 && x >= l->spans[i].x &&
		    x < l->spans[i].x + glyph_cols(l->spans[i].text))
			return (size_t)l->spans[i].item;
	return SIZE_MAX;
}

/* What can be stood on is stood on; a thing or link that is stood on is followed. */
static void
click_brief(struct shell *sh, int x, int y)
{
	const struct page *p = sh->sheet.page;
	struct spot *s = &trail_here(sh)->spot;
	const struct item *before = follow_item(sh), *now;
	const int c = column_at(p, x), row = y - sheet_strip_rows(sh);
	const struct spot was = *s;
	size_t line;

	if (c < 0 || row < 0 || row >= shell_body_rows(sh))
		return;
	line = s->top[c] + (size_t)row;
	if (line >= p->column[c].n || stop_first(p, c, line, line + 1) != line)
		return;
	s->column = c;
	s->line = stop_begin(p, c, line);
	s->link = link_at(&p->column[c].lines[line], x - p->column[c].x);
	now = follow_item(sh);
	if (now != NULL && now == before && was.column == c && was.line == s->line)
		follow_cursor(sh, 0);
}

static void
click(struct shell *sh, int x, int y)
{
	if (sh->overlay == VIEW_VIEWS)
		click_views(sh, y);
	else if (sh->overlay != 0)
		return;
	else if (shell_base(sh) == VIEW_LIST)
		click_list(sh, x, y);
	else
		click_brief(sh, x, y);
}

void
mouse_key(struct shell *sh, uint32_t key)
{
	switch (MOUSE_KIND(key)) {
	case MOUSE_CLICK:
		click(sh, MOUSE_X(key), MOUSE_Y(key));
		break;
	case MOUSE_UP:
		move_wheel(sh, -1);
		break;
	case MOUSE_DOWN:
		move_wheel(sh, 1);
		break;
	default:
		break;
	}
}
