/* Up and down: from thing to thing in the panes, from line to line in the text. */
#include "shell/state.h"

/* A line of a thing that is stood on as a whole; in the text one stands on lines. */
bool
line_is_thing(const struct line *l)
{
	return l->item >= 0 && l->pane != PANE_BODY;
}

/* Things, and lines of the text that have words. */
static bool
is_stop(const struct line *l)
{
	if (l->pane != PANE_BODY)
		return l->item >= 0;
	for (size_t i = 0; i < l->span_count; i++)
		if (l->spans[i].source != UINT32_MAX || l->spans[i].item >= 0)
			return true;
	return false;
}

size_t
stop_begin(const struct page *p, int column, size_t line)
{
	const struct line *l = &p->column[column].lines[line];

	return line_is_thing(l) ? (size_t)p->items.at[l->item].line : line;
}

static size_t
stop_end(const struct page *p, int column, size_t line)
{
	const struct line *l = &p->column[column].lines[line];
	const struct item *it;

	if (!line_is_thing(l))
		return line + 1;
	it = &p->items.at[l->item];
	return (size_t)it->line + (it->lines > 1 ? (size_t)it->lines : 1);
}

size_t
stop_first(const struct page *p, int column, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (is_stop(&p->column[column].lines[i]))
			return i;
	return SIZE_MAX;
}

static size_t
stop_last(const struct page *p, int column, size_t before)
{
	while (before-- > 0)
		if (is_stop(&p->column[column].lines[before]))
			return stop_begin(p, column, before);
	return SIZE_MAX;
}

/* Scrolls the window as little as needed; in the text the cursor keeps off its edges. */
void
spot_show(struct shell *sh)
{
	struct spot *s = &trail_here(sh)->spot;
	const struct page *p = sh->sheet.page;
	const struct page_column *c = spot_column(sh);
	const size_t rows = (size_t)shell_body_rows(sh),
		     most = spot_top_most(sh, s->column);
	size_t *top = &s->top[s->column], from, to, pad;

	if (s->line >= c->n)
		return;
	pad = c->lines[s->line].pane == PANE_BODY ? rows / 4 : rows > 6;
	from = stop_begin(p, s->column, s->line);
	to = stop_end(p, s->column, s->line);
	if (stop_last(p, s->column, from) == SIZE_MAX)
		from =
		    0; /* above the first there is only the header: show it if it fits */
	if (to + pad > *top + rows)
		*top = to + pad - rows;
	if (from < *top + pad)
		*top = from < pad ? 0 : from - pad;
	if (s->line >= *top + rows)
		*top = s->line + 1 - rows;
	if (*top > most)
		*top = most;
}

/* A thing longer than the window is scrolled before it is left. */
static bool
scrolled_within(struct shell *sh, int by)
{
	struct spot *s = &trail_here(sh)->spot;
	const struct page *p = sh->sheet.page;
	const size_t rows = (size_t)shell_body_rows(sh);
	size_t *top = &s->top[s->column];

	if (by > 0 && stop_end(p, s->column, s->line) > *top + rows) {
		++*top;
		return true;
	}
	if (by < 0 && stop_begin(p, s->column, s->line) < *top) {
		--*top;
		return true;
	}
	return false;
}

static void
step_page(struct shell *sh, int by)
{
	struct spot *s = &trail_here(sh)->spot;
	const struct page *p = sh->sheet.page;
	const struct page_column *c = spot_column(sh);
	size_t *top = &s->top[s->column], next;

	if (s->line >= c->n || scrolled_within(sh, by))
		return;
	next = by > 0 ? stop_first(p, s->column, stop_end(p, s->column, s->line), c->n)
		      : stop_last(p, s->column, stop_begin(p, s->column, s->line));
	if (next != SIZE_MAX) {
		s->line = next;
		spot_show(sh);
	} else if (by > 0 ? *top < spot_top_most(sh, s->column) : *top > 0) {
		*top += by > 0 ? 1 : SIZE_MAX;
	}
}

/* Scrolls by lines and takes the cursor along, to something in the window. */
static void
scroll_page(struct shell *sh, long lines)
{
	struct spot *s = &trail_here(sh)->spot;
	const struct page *p = sh->sheet.page;
	const long most = (long)spot_top_most(sh, s->column);
	const long rows = shell_body_rows(sh), n = (long)spot_column(sh)->n;
	long top = (long)s->top[s->column] + lines, line = (long)s->line + lines;
	size_t stop;

	top = top < 0 ? 0 : top > most ? most : top;
	line = line < top ? top : line >= top + rows ? top + rows - 1 : line;
	line = line >= n ? n - 1 : line;
	s->top[s->column] = (size_t)top;
	if (n == 0)
		return;
	stop = stop_first(p, s->column, (size_t)line, (size_t)n);
	if (stop == SIZE_MAX || (lines < 0 && (long)stop >= top + rows))
		stop = stop_last(p, s->column, (size_t)line + 1);
	if (stop != SIZE_MAX)
		s->line = stop_begin(p, s->column, stop);
}

static void
step_list(struct shell *sh, long by)
{
	struct list *l = &sh->list;
	long at;

	list_refresh(sh);
	at = (long)l->cursor + by;
	if (l->rows.n != 0)
		l->cursor = (size_t)(at < 0                  ? 0
				     : at >= (long)l->rows.n ? (long)l->rows.n - 1
							     : at);
}

static void
move(struct shell *sh, int by, long lines)
{
	if (sh->overlay == VIEW_HELP)
		help_scroll(sh, (int)lines * by);
	else if (sh->overlay == VIEW_VIEWS)
		views_step(sh, lines * by);
	else if (shell_base(sh) == VIEW_LIST)
		step_list(sh,
		    lines == 1 ? by
			       : by * (long)list_page(sh) * lines / shell_body_rows(sh));
	else if (lines == 1)
		step_page(sh, by);
	else
		scroll_page(sh, lines * by);
}

void
move_step(struct shell *sh, int by)
{
	if (sh->overlay != VIEW_INPUT || shell_base(sh) == VIEW_LIST)
		move(sh, by, 1);
}

void
move_half(struct shell *sh, int by)
{
	move(sh, by, (shell_body_rows(sh) + 1) / 2);
}

void
move_page(struct shell *sh, int by)
{
	const int rows = shell_body_rows(sh);

	move(sh, by, rows > 2 ? rows - 1 : rows);
}

static void
end_page(struct shell *sh, int by)
{
	struct spot *s = &trail_here(sh)->spot;
	const struct page_column *c = spot_column(sh);
	const size_t stop = by < 0 ? stop_first(sh->sheet.page, s->column, 0, c->n)
				   : stop_last(sh->sheet.page, s->column, c->n);

	s->top[s->column] = by < 0 ? 0 : spot_top_most(sh, s->column);
	if (stop != SIZE_MAX)
		s->line = stop;
}

void
move_end(struct shell *sh, int by)
{
	if (sh->overlay == VIEW_HELP)
		help_scroll(sh, by * (1 << 20));
	else if (sh->overlay == VIEW_VIEWS)
		views_step(sh, by * (1L << 20));
	else if (shell_base(sh) == VIEW_LIST)
		step_list(sh, by * (long)library_count(sh->o->library));
	else
		end_page(sh, by);
}

void
move_wheel(struct shell *sh, int by)
{
	if (sh->overlay == VIEW_VIEWS)
		views_step(sh, by);
	else if (sh->overlay == 0 || sh->overlay == VIEW_HELP)
		move(sh, by, 3);
}
