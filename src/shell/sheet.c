/* The page of the place, and the cursor that keeps its place through changes of layout. */
#include <string.h>

#include "shell/state.h"

bool
sheet_one_pane(const struct shell *sh)
{
	return shell_base(sh) == VIEW_BRIEF && (sh->zoom || sh->cols < ONE_PANE_UNDER);
}

int
sheet_strip_rows(const struct shell *sh)
{
	return sheet_one_pane(sh) && sh->rows >= 8;
}

/* Alone, the summary keeps the header above it. */
static unsigned
panes_wanted(const struct shell *sh)
{
	const enum pane p = trail_here(sh)->spot.pane;

	if (!sheet_one_pane(sh))
		return trail_here(sh)->is_story ? PANES_ALL & ~PANE_BIT(PANE_BODY)
						: PANES_ALL;
	if (p == PANE_HEADER || p == PANE_SUMMARY)
		return PANE_BIT(PANE_HEADER) | PANE_BIT(PANE_SUMMARY);
	return PANE_BIT(p);
}

static struct page_options
options_wanted(const struct shell *sh)
{
	return (struct page_options){ .cols = sh->cols,
		.measure = sh->measure,
		.panes = panes_wanted(sh),
		.ascii = sh->o->ascii,
		.hide_future = sh->hide_future,
		.zoom = sh->timeline_zoom,
		.today = sh->o->today };
}

static bool
same(const struct page_options *a, const struct page_options *b)
{
	return a->cols == b->cols && a->measure == b->measure && a->panes == b->panes &&
	       a->hide_future == b->hide_future && a->zoom == b->zoom;
}

static void
sheet_make(
    struct sheet *s, const struct loaded *of, const struct page_options *o, bool related)
{
	arena_free(&s->memory);
	s->of = of;
	s->options = *o;
	s->made++;
	s->page =
	    page_make(&s->memory, of->brief, of->body, related ? &of->related : NULL, o);
}

bool
pane_has(const struct shell *sh, enum pane p)
{
	const struct loaded *l = sh->sheet.of;

	switch (p) {
	case PANE_SUMMARY:
		return l->brief->summary.n != 0;
	case PANE_TIMELINE:
		return l->is_story ? l->story.n != 0 : l->brief->timeline.n != 0;
	case PANE_RELATED:
		return l->related.n != 0;
	case PANE_BODY:
		return l->body->count != 0;
	case PANE_HEADER:
	case PANE_COUNT:
		break;
	}
	return false;
}

/* Where text of this line begins in its paragraph's plain text. */
static uint32_t
line_source(const struct line *l)
{
	for (size_t i = 0; i < l->span_count; i++)
		if (l->spans[i].source != UINT32_MAX)
			return l->spans[i].source;
	return 0;
}

static uint32_t
anchor_source(const struct line *l)
{
	return l->para == 0 && l->item >= 0 ? (uint32_t)l->item : line_source(l);
}

/* The line shows what the anchor was taken from: its thing, or text up to its byte. */
static bool
is_anchored(const struct page *p, const struct line *l, const struct anchor *a)
{
	if (line_is_thing(l))
		return p->items.at[l->item].index == a->index &&
		       p->items.at[l->item].kind == a->kind;
	return a->index == SIZE_MAX && l->span_count != 0 && l->para == a->para &&
	       anchor_source(l) <= a->source;
}

/* The line an anchor stands on in this layout, or SIZE_MAX: the first of a thing, the one
   of a text that begins last before its byte. */
static size_t
anchor_line(const struct page *p, const struct anchor *a, enum pane pane, int *column)
{
	size_t found = SIZE_MAX;
	uint32_t last = 0;

	for (int c = 0; c < p->column_count; c++)
		for (size_t i = 0; i < p->column[c].n; i++) {
			const struct line *l = &p->column[c].lines[i];

			if (l->pane != pane || !is_anchored(p, l, a))
				continue;
			if (found != SIZE_MAX && line_is_thing(l))
				return found;
			if (found != SIZE_MAX && anchor_source(l) < last)
				continue;
			last = anchor_source(l);
			found = i;
			*column = c;
		}
	return found;
}

const struct page_column *
spot_column(const struct shell *sh)
{
	return &sh->sheet.page->column[trail_here(sh)->spot.column];
}

void
spot_keep(struct shell *sh)
{
	struct spot *s = &trail_here(sh)->spot;
	const struct page *p = sh->sheet.page;
	const struct page_column *c = spot_column(sh);
	const struct line *l;

	if (s->line >= c->n)
		return;
	l = &c->lines[s->line];
	s->pane = (enum pane)l->pane;
	s->of[s->pane] = (struct anchor){ .set = true,
		.para = l->para,
		.source = anchor_source(l),
		.index = line_is_thing(l) ? p->items.at[l->item].index : SIZE_MAX,
		.kind = line_is_thing(l) ? p->items.at[l->item].kind : ITEM_LINK,
		.row = (int)s->line - (int)s->top[s->column] };
}

size_t
spot_top_most(const struct shell *sh, int column)
{
	const size_t n = sh->sheet.page->column[column].n;
	const size_t rows = (size_t)shell_body_rows(sh);

	return n > rows ? n - rows : 0;
}

void
spot_go(struct shell *sh, int column, size_t line, int row)
{
	struct spot *s = &trail_here(sh)->spot;
	const int rows = shell_body_rows(sh), most = (int)spot_top_most(sh, column);
	const int kept = row < 0 ? 0 : row >= rows ? rows * 2 / 3 : row;
	const int top = (int)line - kept;

	s->column = column;
	s->line = line;
	s->top[column] = (size_t)(top < 0 ? 0 : top > most ? most : top);
}

/* The first thing to stand on: of its pane, else of the page.  One that only the header is
   above may be out of a low window, as after `g`: a page begins with its title. */
static void
spot_first(struct shell *sh)
{
	const struct page *p = sh->sheet.page;
	struct spot *s = &trail_here(sh)->spot;

	for (int i = 0; i < PANE_COUNT; i++)
		for (int c = 0; c < p->column_count; c++) {
			const int pane = i == 0 ? (int)s->pane : i;
			const size_t from = p->column[c].pane_at[pane];
			const size_t line = from == SIZE_MAX
						? SIZE_MAX
						: stop_first(p, c, from, p->column[c].n);

			if (line == SIZE_MAX)
				continue;
			s->column = c;
			s->line = line;
			if (line >= (size_t)shell_body_rows(sh) &&
			    line != stop_first(p, c, 0, line + 1))
				spot_show(sh);
			return;
		}
	s->column = 0;
	s->line = 0;
}

bool
spot_return(struct shell *sh, enum pane pane)
{
	const struct anchor *a = &trail_here(sh)->spot.of[pane];
	size_t line = SIZE_MAX;
	int column = 0;

	if (a->set)
		line = anchor_line(sh->sheet.page, a, pane, &column);
	if (line == SIZE_MAX)
		return false;
	spot_go(sh, column, line, a->row);
	return true;
}

/* In another column the text stays where it was read. */
static void
spot_apply(struct shell *sh)
{
	struct spot *s = &trail_here(sh)->spot;

	memset(s->top, 0, sizeof(s->top));
	(void)spot_return(sh, PANE_BODY);
	if (!spot_return(sh, s->pane))
		spot_first(sh);
}

/* A place taken on a page of other columns may be none on this one. */
static bool
spot_is_on(const struct spot *s, const struct page *p)
{
	return s->column < p->column_count && s->line <= p->column[s->column].n;
}

bool
sheet_ready(struct shell *sh)
{
	struct step *p = trail_here(sh);
	const struct loaded *of = loaded_get(sh, p->brief, p->is_story);
	struct page_options want;

	if (of == NULL) { /* the file is gone: where one came from */
		sh->trail.now = sh->trail.now == 0 ? 0 : sh->trail.now - 1;
		sh->overlay = 0;
		sh->lost = true;
		return false;
	}
	if (p->spot.pane == PANE_HEADER && p->laid.cols == 0)
		p->spot.pane = pane_first(of);
	want = options_wanted(sh);
	want.story = of->is_story ? &of->story : NULL;
	if (sh->sheet.of != of || !same(&sh->sheet.options, &want)) {
		sheet_make(&sh->sheet, of, &want, true);
		sh->find.stale = true;
	}
	if (!same(&p->laid, &want) || !spot_is_on(&p->spot, sh->sheet.page)) {
		spot_apply(sh);
		p->laid = want;
	}
	return true;
}

/* The preview stands right of the list: header, summary, timeline and text in one column. */
void
preview_refresh(struct shell *sh)
{
	const int x = list_cols(sh) + 3;
	const struct row *r = list_row(sh);
	struct page_options want = { .cols = sh->cols - x,
		.one_column = true,
		.panes = PANES_ALL & ~PANE_BIT(PANE_RELATED),
		.ascii = sh->o->ascii,
		.today = sh->o->today };

	if (sh->cols < PREVIEW_FROM || r == NULL || !preview_load(sh, r->index))
		return;
	if (sh->preview.of == NULL || !same(&sh->preview.options, &want))
		sheet_make(&sh->preview, &sh->preview_of, &want, false);
}
