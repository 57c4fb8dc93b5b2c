/* The page and what lies on it: the cursor, what a jump led to, hits, letters. */

#include "shell/state.h"

int
paint_clip(struct cells *out, int x, int y, int cols, struct str s, enum role r)
{
	const size_t fits = glyph_fit(s, cols > 0 ? cols : 0);
	size_t shorter;

	if (fits >= s.n || cols < 2)
		return cells_text(out, x, y, str_cut(s, 0, fits), r);
	shorter = glyph_fit(s, cols - 1);
	while (shorter > 0 && s.p[shorter - 1] == ' ')
		shorter--;
	x = cells_text(out, x, y, str_cut(s, 0, shorter), r);
	return cells_text(out, x, y, out->ascii ? STR("~") : STR("…"), r);
}

/* The row of the screen a line of a column stands on, or -1. */
static int
row_of(const struct shell *sh, int column, size_t line)
{
	const size_t top = trail_here(sh)->spot.top[column];

	if (line < top || line >= top + (size_t)shell_body_rows(sh))
		return -1;
	return (int)(line - top) + sheet_strip_rows(sh);
}

static void
paint_marks(const struct shell *sh, const struct marks *m, enum role r, size_t now,
    struct cells *out)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct mark *k = &m->at[i];
		const int y = row_of(sh, k->column, k->line);

		if (y >= 0)
			cells_role(out, sh->sheet.page->column[k->column].x + k->x, y,
			    k->cols, k->hit == now ? ROLE_MATCH_NOW : r);
	}
}

/* Where a span begins with the sign that touches it, as in "…and". */
static int
with_sign(const struct line *l, size_t i)
{
	const struct span *sign = i == 0 ? NULL : &l->spans[i - 1];

	return sign != NULL && sign->x + glyph_cols(sign->text) == l->spans[i].x
		   ? sign->x
		   : l->spans[i].x;
}

/* Where the text of a line, or of the first after it, begins on the screen. */
static int
text_left(const struct page_column *c, size_t line)
{
	for (; line < c->n; line++) {
		const struct line *l = &c->lines[line];

		for (size_t i = 0; i < l->span_count; i++)
			if (l->spans[i].source != UINT32_MAX)
				return c->x + with_sign(l, i);
	}
	return c->x + 2;
}

/* Words of ours, no sign. */
static bool
is_ours(const struct span *s)
{
	return s->source == UINT32_MAX && s->role == ROLE_META && glyph_cols(s->text) > 2;
}

/* The same of a thing, with the words of ours before it, as in "published · A crane fell". */
static int
thing_left(const struct page_column *c, size_t line)
{
	const struct line *l = &c->lines[line];

	for (size_t i = 0; i < l->span_count; i++)
		if (is_ours(&l->spans[i]))
			return c->x + l->spans[i].x;
		else if (l->spans[i].source != UINT32_MAX)
			break;
	return text_left(c, line);
}

static int
link_left(const struct page_column *c, const struct item *it, int32_t index)
{
	const struct line *l = &c->lines[it->line];

	for (size_t i = 0; i < l->span_count; i++)
		if (l->spans[i].item == index)
			return c->x + l->spans[i].x;
	return c->x;
}

/* A thing that says nothing but words of ours, as "published" alone does. */
static bool
only_ours(const struct page_column *c, const struct item *it)
{
	for (int k = 0; k < it->lines; k++) {
		const struct line *l = &c->lines[it->line + k];

		for (size_t i = 0; i < l->span_count; i++)
			if (l->spans[i].source != UINT32_MAX)
				return false;
	}
	return true;
}

/* From the first to the last glyph of a line that is text, not a sign of ours, where there is any. */
static void
paint_focus_line(
    const struct line *l, int x, int y, int32_t link, bool ours, struct cells *out)
{
	for (size_t i = 0; i < l->span_count; i++) {
		const struct span *s = &l->spans[i];

		if (link >= 0 ? s->item == link
		    : ours    ? is_ours(s)
			      : s->source != UINT32_MAX)
			cells_role(out, x + s->x, y, glyph_cols(s->text), ROLE_FOCUS);
	}
}

/* The words of what Enter would follow. */
static void
paint_focus(const struct shell *sh, const struct item *it, size_t line, struct cells *out)
{
	const struct page *p = sh->sheet.page;
	const struct page_column *c = &p->column[it->column];
	const int y = row_of(sh, it->column, line);

	if (y >= 0 && line < c->n)
		paint_focus_line(&c->lines[line], c->x, y,
		    it->kind == ITEM_LINK ? (int32_t)(it - p->items.at) : -1,
		    only_ours(c, it), out);
}

/* In the text a bar in the margin (without one: the line), and the words of what Enter would follow. */
static void
paint_cursor(const struct shell *sh, struct cells *out)
{
	const struct spot *s = &trail_here(sh)->spot;
	const struct page_column *c = spot_column(sh);
	const struct item *it = follow_item(sh);
	const int y = row_of(sh, s->column, s->line);
	int x;

	for (int i = 0; it != NULL && i < it->lines; i++)
		paint_focus(sh, it, (size_t)it->line + (size_t)i, out);
	if (it != NULL)
		paint_focus(sh, it, s->line, out);
	if (y < 0 || s->line >= c->n || line_is_thing(&c->lines[s->line]))
		return;
	x = text_left(c, s->line);
	if (x > 0)
		(void)cells_text(out, x < 2 ? 0 : x - 2, y,
		    sh->o->ascii ? STR(">") : STR("▎"), ROLE_PANE_FOCUS);
	else
		cells_role(out, 0, y, out->cols, ROLE_PANE_FOCUS);
}

/* The name of the pane that has the keys. */
static void
paint_pane_name(const struct shell *sh, struct cells *out)
{
	const struct spot *s = &trail_here(sh)->spot;
	const struct page_column *c = spot_column(sh);
	const size_t at = c->pane_at[s->pane];
	const int y = at == SIZE_MAX ? -1 : row_of(sh, s->column, at);

	if (y < 0 || s->pane == PANE_BODY || s->pane == PANE_HEADER)
		return;
	for (size_t i = 0; i < c->lines[at].span_count; i++)
		if (c->lines[at].spans[i].role == ROLE_PANE)
			cells_role(out, c->x + c->lines[at].spans[i].x, y,
			    glyph_cols(c->lines[at].spans[i].text), ROLE_PANE_FOCUS);
}

static void
paint_letters(const struct shell *sh, struct cells *out)
{
	const struct item *it;
	char letters[3];

	for (size_t i = 0; hints_at(sh, i, &it, letters); i++) {
		const struct page_column *c = &sh->sheet.page->column[it->column];
		const int y = row_of(sh, it->column, (size_t)it->line);
		int x = thing_left(c, (size_t)it->line);

		if (it->kind == ITEM_LINK)
			x = link_left(c, it, (int32_t)(it - sh->sheet.page->items.at));
		if (sh->letters.n == 0 || letters[0] == sh->letters.typed[0])
			(void)cells_text(
			    out, x > 1 ? x - 2 : x, y, str_of(letters), ROLE_MATCH);
	}
}

/* The names of the panes; where not all fit, those from which on one's own does. */
static void
paint_strip(const struct shell *sh, struct cells *out)
{
	const enum pane at = trail_here(sh)->spot.pane,
			now = at == PANE_HEADER ? PANE_SUMMARY : at;
	const int gap = out->cols >= 50 ? 3 : 1;
	int x = out->cols >= 40 ? 1 : 0, p = (int)now, room = out->cols - x;

	for (int i = (int)now; i >= PANE_SUMMARY; i--) {
		if (!pane_has(sh, (enum pane)i))
			continue;
		room -= glyph_cols(str_of(pane_title((enum pane)i))) + gap;
		p = room + gap >= 0 ? i : p;
	}
	for (; p < PANE_COUNT; p++) {
		if (!pane_has(sh, (enum pane)p))
			continue;
		x = paint_clip(out, x, 0, out->cols - x, str_of(pane_title((enum pane)p)),
			p == (int)now ? ROLE_PANE_FOCUS : ROLE_META) +
		    gap;
	}
}

/* The date in the first column of a line of the timeline, or NULL. */
static const struct span *
date_of(const struct line *l)
{
	const struct span *s = l->spans;

	return l->pane == PANE_TIMELINE && l->span_count != 0 &&
		       s->source == UINT32_MAX &&
		       (s->role == ROLE_DATE || s->role == ROLE_GUESS)
		   ? s
		   : NULL;
}

static bool
begins_row(const struct page *p, const struct page_column *c, size_t line)
{
	const int32_t i = c->lines[line].item;

	return i >= 0 && p->items.at[i].kind != ITEM_TELLER &&
	       (size_t)p->items.at[i].line == line;
}

/* The line above that says of what day a line of the timeline is; `top`: itself, or none. */
static size_t
dated_above(const struct page *p, const struct page_column *c, size_t top)
{
	size_t at = top;

	while (at > 0 && c->lines[at].pane == PANE_TIMELINE) {
		if (begins_row(p, c, at) && date_of(&c->lines[at]) != NULL)
			return at;
		at--;
	}
	return top;
}

/* The first row of a timeline on the screen says the date that stands above its edge. */
static void
paint_date(const struct page *p, const struct page_column *c, size_t top, int y,
    struct cells *out)
{
	const size_t at =
	    top < c->n && c->lines[top].item >= 0 ? dated_above(p, c, top) : top;
	const struct span *date;

	for (size_t k = 0; at < top && top + k < c->n; k++) {
		const struct line *l = &c->lines[top + k];
		const bool own = date_of(l) != NULL; /* the end of a range */

		date = date_of(&c->lines[at + k]);
		if (date == NULL ||
		    (k > 0 && (begins_row(p, c, top + k) || begins_row(p, c, at + k))))
			return;
		if (!own && l->spans[0].x < date->x + glyph_cols(date->text))
			return;
		for (int x = 0; own && x < glyph_cols(l->spans[0].text); x++)
			(void)cells_text(out, c->x + l->spans[0].x + x, y + (int)k,
			    STR(" "), ROLE_TEXT);
		(void)cells_text(
		    out, c->x + date->x, y + (int)k, date->text, (enum role)date->role);
	}
}

static void
paint_brief(const struct shell *sh, struct cells *out)
{
	const struct page *p = sh->sheet.page;
	const struct step *place = trail_here(sh);
	const int y = sheet_strip_rows(sh);

	for (int i = 0; i < p->column_count; i++) {
		page_paint(p,
		    (struct page_view){
			i, place->spot.top[i], shell_body_rows(sh), p->column[i].x, y },
		    out);
		paint_date(p, &p->column[i], place->spot.top[i], y, out);
	}
	if (y != 0)
		paint_strip(sh, out);
	paint_pane_name(sh, out);
	paint_marks(sh, &sh->find.lit, ROLE_SOURCE, SIZE_MAX, out);
	paint_cursor(sh, out);
	paint_marks(sh, &sh->find.marks, ROLE_MATCH, sh->find.now, out);
	if (sh->overlay == VIEW_HINTS)
		paint_letters(sh, out);
}

static bool
shows_help(const struct shell *sh)
{
	return sh->overlay == VIEW_HELP ||
	       (sh->overlay == VIEW_INPUT && sh->input.kind == INPUT_HELP);
}

void
shell_paint(const struct shell *sh, struct arena *a, struct cells *out)
{
	out->ascii = sh->o->ascii;
	cells_fill(out, ROLE_TEXT);
	if (shows_help(sh))
		help_paint(sh, a, out);
	else if (sh->overlay == VIEW_VIEWS)
		views_paint(sh, out);
	else if (shell_base(sh) == VIEW_LIST)
		paint_list(sh, a, out);
	else
		paint_brief(sh, out);
	paint_bars(sh, a, out);
}

/* A column of the page begins at the bar before its text. */
struct split
shell_split(const struct shell *sh)
{
	struct split s = { .bars = shell_bar_rows(sh), .n = 1 };
	const struct page *p = sh->sheet.page;

	if (shows_help(sh) || sh->overlay == VIEW_VIEWS) {
		/* over all of it */
	} else if (shell_base(sh) == VIEW_LIST) {
		if (sh->cols >= PREVIEW_FROM)
			s.x[s.n++] = list_cols(sh);
	} else if (p != NULL) {
		for (int i = 1; i < p->column_count && s.n < SPLIT_MOST; i++)
			s.x[s.n++] = p->column[i].x - 2;
	}
	s.x[s.n] = sh->cols;
	return s;
}
