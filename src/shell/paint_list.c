/* The library: date, source and title in fixed columns, the preview beside it. */
#include "data/edtf.h"
#include "shell/state.h"
#include "text/wrap.h"

enum {
	DATE_COLS = 10,
	GAP_COLS = 2,
	SOURCE_FROM = 72,
	SOURCE_LEAST = 14, /* columns where it is not known how many are needed */
	SOURCE_FEW = 6,
	SOURCE_MOST = 24,
	BEHIND_LEAST = 12 /* columns for a dot and some of the source */
};

/* Columns of a row; 0 leaves the field out. */
struct fields {
	int date, source, title, left;
};

/* Columns for sources of which most have no more than `most`, 0 when nobody knows. */
static int
source_cols(int cols, int most)
{
	const int share = cols / 5 < SOURCE_LEAST  ? SOURCE_LEAST
			  : cols / 5 > SOURCE_MOST ? SOURCE_MOST
						   : cols / 5;

	if (most == 0 || most > share)
		return share;
	return most < SOURCE_FEW ? SOURCE_FEW : most;
}

/* With marks there is a column for each before the rest, or one for both. */
static struct fields
fields_of(int cols, bool marks, bool sourced, int most)
{
	struct fields f = { 0, 0, 0, (cols >= 40 ? 2 : 1) + marks };
	int rest = cols - f.left - (cols >= 40);

	if (cols >= 40) {
		f.date = DATE_COLS;
		rest -= DATE_COLS + GAP_COLS;
	}
	if (cols >= SOURCE_FROM && sourced) {
		f.source = source_cols(cols, most);
		rest -= f.source + GAP_COLS;
	}
	f.title = rest;
	return f;
}

/* The words that match, in text that begins at x and is seen in `cols` columns. */
static void
paint_marked(const struct hit *h, struct cells *out, int x, int y, int cols)
{
	for (size_t i = 0; i + 1 < h->marks.n; i += 2) {
		const int from = glyph_cols(str_cut(h->line, 0, h->marks.at[i]));
		const int to = glyph_cols(str_cut(h->line, 0, h->marks.at[i + 1]));

		if (from < cols)
			cells_role(
			    out, x + from, y, (to < cols ? to : cols) - from, ROLE_MATCH);
	}
}

/* The matching line, when it is too long from a little before its first mark. */
static void
paint_hit(const struct hit *h, struct arena *a, struct cells *out, int x, int y, int cols)
{
	struct hit w = *h;
	const size_t cut =
	    h->marks.n < 2 ? 0
			   : wrap_window(h->line, cols, h->marks.at[0], h->marks.at[1]);
	const int sign = cut != 0;

	w.line = str_cut(h->line, cut, h->line.n);
	w.marks.at = arena_many(a, size_t, h->marks.n + 1);
	for (size_t i = 0; i < h->marks.n; i++)
		w.marks.at[i] = h->marks.at[i] - cut;
	if (sign)
		(void)cells_text(out, x, y, out->ascii ? STR("~") : STR("…"), ROLE_META);
	(void)paint_clip(out, x + sign, y, cols - sign, w.line, ROLE_META);
	paint_marked(&w, out, x + sign, y, cols - sign);
}

/* "●★", in a narrow list one of them. */
static void
paint_marks(unsigned marks, bool ascii, struct cells *out, int y)
{
	const struct str star = ascii ? STR("*") : STR("★");
	const struct str fresh = ascii ? STR("o") : STR("●");
	const int x = out->cols >= 40;

	if ((marks & MARK_READ) == 0)
		(void)cells_text(out, 0, y, fresh, ROLE_UNREAD);
	if ((marks & MARK_STAR) != 0)
		(void)cells_text(out, x, y, star, ROLE_STAR);
}

/* The source behind the title, where there is no column and room for some of it. */
static void
paint_behind(
    const struct shell *sh, struct str source, struct cells *out, int x, int end, int y)
{
	const struct str dot = sh->o->ascii ? STR(" - ") : STR(" · ");

	if (x + BEHIND_LEAST <= end)
		(void)paint_clip(out, cells_text(out, x, y, dot, ROLE_META), y,
		    end - x - glyph_cols(dot), source, ROLE_META);
}

static void
paint_row(const struct shell *sh, struct arena *a, size_t i, struct cells *out, int y)
{
	const struct row *r = &sh->list.rows.at[i];
	const struct entry *e = library_at(sh->o->library, r->index);
	const int cols = list_cols(sh);
	const bool marked = sh->o->state != NULL;
	const unsigned marks = marks_of(sh, r->index);
	const struct fields f =
	    fields_of(cols, marked, sh->list.sourced, sh->list.source_cols);
	int x = f.left, end;

	if (marked)
		paint_marks(marks, sh->o->ascii, out, y);
	if (f.date != 0) {
		(void)paint_clip(
		    out, x, y, f.date, edtf_show(a, e->published), ROLE_DATE);
		x += f.date + GAP_COLS;
	}
	if (f.source != 0) {
		(void)paint_clip(out, x, y, f.source, entry_from(e), ROLE_META);
		x += f.source + GAP_COLS;
	}
	end = paint_clip(out, x, y, f.title, e->title.n != 0 ? e->title : e->id,
	    marks & MARK_READ ? ROLE_TEXT : ROLE_UNREAD);
	if (!sh->list.sourced && entry_from(e).n != 0)
		paint_behind(sh, entry_from(e), out, end, x + f.title, y);
	if (i == sh->list.cursor && !sh->lost)
		cells_role(out, f.left - 1, y, cols - f.left + (cols < 40), ROLE_FOCUS);
	if (r->hit != NULL && str_eq(r->hit->line, e->title))
		paint_marked(r->hit, out, x, y, f.title);
	else if (r->hit != NULL && list_row_height(sh) == 2)
		paint_hit(r->hit, a, out, x, y + 1, f.title);
}

static void
paint_preview(const struct shell *sh, struct cells *out)
{
	const int x = list_cols(sh);

	for (int y = 0; y < shell_body_rows(sh); y++)
		(void)cells_text(
		    out, x + 1, y, sh->o->ascii ? STR("|") : STR("│"), ROLE_RULE);
	if (sh->preview.of != NULL && sh->list.rows.n != 0)
		page_paint(sh->preview.page,
		    (struct page_view){ 0, 0, shell_body_rows(sh), x + 3, 0 }, out);
}

static void
paint_nothing(const struct shell *sh, struct cells *out)
{
	const struct list *l = &sh->list;
	const char *none = views_nothing(l);
	const struct str why = l->fault.n != 0   ? l->fault
			       : none != NULL    ? str_of(none)
			       : l->query.n != 0 ? STR("nothing fits this search")
			       : l->filter.n != 0
				   ? STR("no title, source or tag has these words")
				   : STR("the library is empty: "
					 "'nutgraf add FILE' puts an article in");

	(void)paint_clip(
	    out, out->cols >= 40 ? 2 : 0, 0, list_cols(sh) - 3, why, ROLE_META);
}

void
paint_list(const struct shell *sh, struct arena *a, struct cells *out)
{
	const int height = list_row_height(sh);
	const size_t page = list_page(sh);

	if (sh->list.rows.n == 0)
		paint_nothing(sh, out);
	for (size_t i = 0; i < page && sh->list.top + i < sh->list.rows.n; i++)
		paint_row(sh, a, sh->list.top + i, out, (int)i * height);
	if (sh->cols >= PREVIEW_FROM)
		paint_preview(sh, out);
}
