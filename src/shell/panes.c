/* From pane to pane, and what changes the page itself. */
#include "shell/state.h"

enum pane
pane_first(const struct loaded *l)
{
	return l->is_story                 ? PANE_TIMELINE
	       : l->brief->summary.n != 0  ? PANE_SUMMARY
	       : l->brief->timeline.n != 0 ? PANE_TIMELINE
	       : l->body->count != 0       ? PANE_BODY
					   : PANE_SUMMARY;
}

/* The column and first line of a pane on the page; false: not on it. */
static bool
pane_find(const struct page *p, enum pane pane, int *column, size_t *line)
{
	for (int c = 0; c < p->column_count; c++) {
		const size_t at = p->column[c].pane_at[pane];

		if (at == SIZE_MAX)
			continue;
		*line = stop_first(p, c, at, p->column[c].n);
		*column = c;
		return *line != SIZE_MAX && p->column[c].lines[*line].pane == pane;
	}
	return false;
}

/* Scrolls so that the pane's name and as much as fits stand in the window. */
static void
pane_enter(struct shell *sh, int column, size_t line)
{
	struct spot *s = &trail_here(sh)->spot;
	const size_t rows = (size_t)shell_body_rows(sh), most = spot_top_most(sh, column);
	const size_t name = line != 0 ? line - 1 : 0;

	s->column = column;
	s->line = line;
	if (name < s->top[column] || line + rows / 3 >= s->top[column] + rows)
		s->top[column] = name < most ? name : most;
	spot_show(sh);
}

void
pane_go(struct shell *sh, int pane)
{
	struct step *p = trail_here(sh);
	const bool again = p->spot.pane == (enum pane)pane;
	int column;
	size_t line;

	if (!pane_has(sh, (enum pane)pane)) {
		shell_say(sh, false, "this brief has no %s%s",
		    pane_title((enum pane)pane), pane == PANE_RELATED ? " reading" : "");
		return;
	}
	spot_keep(sh);
	if (again)
		p->spot.of[pane].set = false;
	if (sheet_one_pane(sh)) {
		p->spot.pane = (enum pane)pane;
		p->laid.cols = 0;
		if (sheet_ready(sh) && p->spot.line >= p->spot.top[p->spot.column] +
							   (size_t)shell_body_rows(sh))
			spot_show(sh); /* below the header that a low window opens with */
	} else if (!spot_return(sh, (enum pane)pane) &&
		   pane_find(sh->sheet.page, (enum pane)pane, &column, &line)) {
		pane_enter(sh, column, line);
	}
}

void
pane_turn(struct shell *sh, int by)
{
	const int most = PANE_COUNT - 1; /* without the header */
	int pane = (int)trail_here(sh)->spot.pane;

	for (int i = 0; i < most; i++) {
		pane = pane == PANE_HEADER && by < 0 ? PANE_BODY : pane + by;
		pane = pane > PANE_BODY      ? PANE_SUMMARY
		       : pane < PANE_SUMMARY ? PANE_BODY
					     : pane;
		if (pane_has(sh, (enum pane)pane))
			break;
	}
	if (pane != (int)trail_here(sh)->spot.pane)
		pane_go(sh, pane);
}

void
pane_zoom(struct shell *sh, int arg)
{
	(void)arg;
	if (sh->cols < ONE_PANE_UNDER)
		shell_say(sh, false, "under %d columns there is one pane at a time",
		    ONE_PANE_UNDER);
	else
		sh->zoom = !sh->zoom;
}

void
view_future(struct shell *sh, int arg)
{
	(void)arg;
	sh->hide_future = !sh->hide_future;
	shell_say(
	    sh, false, "what is to come is %s", sh->hide_future ? "hidden" : "shown");
}

void
view_measure(struct shell *sh, int by)
{
	const int now = sh->measure == 0 ? MEASURE_USUAL : sh->measure;
	const int next = by == 0 ? MEASURE_USUAL : now + by;

	sh->measure = next < MEASURE_LEAST  ? MEASURE_LEAST
		      : next > MEASURE_MOST ? MEASURE_MOST
					    : next;
	shell_say(sh, false, "text is at most %d columns wide", sh->measure);
}

const char *
pane_title(enum pane p)
{
	return p == PANE_BODY ? "text" : pane_names[p];
}
