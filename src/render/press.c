/*
 * Pages and cells as lines of text.  Blanks are owed and only paid when something
 * follows them, so no line ends in one.  Text passes glyph by glyph, runs that show as
 * they stand at once.
 */
#include "render/print.h"

#include <limits.h>

#include "render/ansi.h"

struct press {
	struct pen pen;
	int x;       /* columns written or owed on this line */
	int owed;    /* blanks */
	bool inside; /* they lie between words of one look and link, which goes on */
	enum role role;
	struct str url; /* of the last ink */
	int cols;       /* where the line is clipped */
	bool ascii;     /* as glyph_ascii() has it */
};

static bool
shows_on_blanks(struct look k)
{
	return (k.attrs & (ATTR_UNDERLINE | ATTR_REVERSE)) != 0 || k.bg != COLOUR_DEFAULT;
}

static void
pay(struct press *s)
{
	if (s->owed == 0)
		return;
	if (!s->inside && (shows_on_blanks(s->pen.now) || s->pen.link.n != 0))
		pen_lift(&s->pen);
	buf_repeat(s->pen.out, ' ', (size_t)s->owed);
	s->owed = 0;
}

static void
owe(struct press *s, int blanks)
{
	s->owed += blanks;
	s->x += blanks;
}

static void
ink(struct press *s, struct str text, int cols, enum role r, struct str url)
{
	pay(s);
	pen_link(&s->pen, url);
	pen_role(&s->pen, r);
	buf_str(s->pen.out, text);
	s->inside = true;
	s->role = r;
	s->url = url;
	s->x += cols;
}

static size_t
blanks_after(struct str s)
{
	size_t n = s.n;

	while (n > 0 && s.p[n - 1] == ' ')
		n--;
	return s.n - n;
}

static void
press_run(struct press *s, struct str run, int cols, enum role r, struct str url)
{
	const size_t before = str_indent(run), after = blanks_after(run);

	owe(s, (int)before);
	if (before == run.n)
		return;
	run = str_cut(run, before, run.n - after);
	ink(s, run, cols - (int)(before + after), r, url);
	owe(s, (int)after);
}

static size_t
text_run(const struct press *s, struct str text, int *cols)
{
	const int most = s->cols - s->x;

	if (!s->ascii)
		return glyph_run(text, most, cols);
	*cols = (int)str_printable(text, (size_t)most);
	return (size_t)*cols;
}

static void
press_text(struct press *s, struct str text, enum role r, struct str url)
{
	s->inside = s->inside && r == s->role && str_eq(url, s->url);
	while (text.n != 0 && s->x < s->cols) {
		int cols;
		const size_t run = text_run(s, text, &cols);
		struct glyph g;

		if (run != 0) {
			press_run(s, str_cut(text, 0, run), cols, r, url);
			text = str_cut(text, run, text.n);
			continue;
		}
		g = glyph_next(&text);
		if (g.cols > s->cols - s->x)
			return;
		if (str_eq(g.text, STR(" ")))
			owe(s, 1);
		else if (g.cols != 0)
			ink(s, s->ascii ? glyph_ascii(g) : g.text, g.cols, r, url);
	}
}

static void
press_line_end(struct press *s)
{
	pen_lift(&s->pen);
	buf_byte(s->pen.out, '\n');
	s->owed = s->x = 0;
}

static void
press_gap(struct press *s, int x)
{
	if (x > s->x) {
		s->inside = false;
		owe(s, x - s->x);
	}
}

/* Between words of one role it looks as they do, or a bar would be a row of boxes. */
static void
press_blank(struct press *s, enum role r)
{
	s->inside = s->inside && r == s->role;
	owe(s, 1);
}

static struct str
address(const struct page *p, const struct line *line, const struct span *span)
{
	if (span->item >= 0)
		return p->items.at[span->item].url;
	if (line->item >= 0 && (span->role == ROLE_LINK || span->role == ROLE_WANTED))
		return p->items.at[line->item].url;
	return STR_NIL;
}

static void
press_line(struct press *s, const struct page *p, int x, const struct line *line)
{
	for (size_t i = 0; i < line->span_count; i++) {
		const struct span *span = &line->spans[i];

		press_gap(s, x + span->x);
		press_text(s, span->text, (enum role)span->role, address(p, line, span));
	}
}

static size_t
span_bytes(const struct page *p, const struct line *line, const struct span *span,
    const struct print_look *look)
{
	const size_t colour = look == NULL ? 0 : 16;
	const struct str url = address(p, line, span);

	return span->text.n + colour +
	       (look == NULL || !look->hyperlinks || url.n == 0 ? 0 : url.n + 16);
}

/* About what the page takes: a large one is not copied while it grows. */
static size_t
page_bytes(const struct page *p, const struct print_look *look)
{
	size_t n = 0;

	for (int i = 0; i < p->column_count; i++)
		for (size_t y = 0; y < p->column[i].n; y++) {
			const struct line *line = &p->column[i].lines[y];

			n += (size_t)p->column[i].x + 8;
			for (size_t k = 0; k < line->span_count; k++)
				n += span_bytes(p, line, &line->spans[k], look);
		}
	return n;
}

void
print_page(struct buf *out, const struct page *p, const struct print_look *look)
{
	struct press s = { .pen = pen_new(out, look),
		.cols = p->cols == 0 ? INT_MAX : p->cols,
		.ascii = p->ascii };
	size_t lines = 0;

	buf_room(out, page_bytes(p, look));
	for (int i = 0; i < p->column_count; i++)
		lines = p->column[i].n > lines ? p->column[i].n : lines;
	for (size_t y = 0; y < lines; y++) {
		for (int i = 0; i < p->column_count; i++)
			if (y < p->column[i].n)
				press_line(&s, p, p->column[i].x, &p->column[i].lines[y]);
		press_line_end(&s);
	}
}

void
print_cells(struct buf *out, const struct cells *c, const struct print_look *look)
{
	struct press s = { .pen = pen_new(out, look), .cols = c->cols };

	for (int y = 0; y < c->rows; y++) {
		const struct cell *row = cells_row(c, y);

		for (int x = 0; x < c->cols; x++) {
			if (row[x].width == 0)
				continue;
			if (row[x].glyph[0] == '\0')
				press_blank(&s, (enum role)row[x].role);
			else
				press_text(&s, str_of(row[x].glyph),
				    (enum role)row[x].role, STR_NIL);
		}
		press_line_end(&s);
	}
}
