/* Lines of lists as one row of cells each. */
#include "cmd/paper.h"

#include "cmd/world.h"
#include "text/glyph.h"
#include "text/wrap.h"

bool
paper_of(struct call *c, struct paper *out)
{
	long cols = 0;

	*out = (struct paper){ 0 };
	if (!world_look(c, &out->own, &out->look))
		return false;
	if ((c->value[OPTION_WIDTH] != NULL || c->terminal) && !world_width(c, &cols))
		return false;
	out->cols = (int)cols;
	out->ascii = world_ascii(c);
	return true;
}

static int
width_of(const struct piece *p)
{
	return p->cols != 0 ? p->cols : glyph_cols(p->text);
}

static struct str
cut_sign(bool ascii)
{
	return ascii ? STR("~") : STR("…");
}

/* What fits, with a mark where something was cut. */
static void
paint(struct cells *cells, int x, const struct piece *p)
{
	const int cols = width_of(p);
	const size_t fits = glyph_fit(p->text, cols);
	struct str shorter = str_cut(p->text, 0, glyph_fit(p->text, cols - 1));

	if (fits == p->text.n) {
		(void)cells_text(cells, x, 0, p->text, p->role);
		return;
	}
	while (str_ends(shorter, STR(" ")))
		shorter.n--;
	x = cells_text(cells, x, 0, shorter, p->role);
	(void)cells_text(cells, x, 0, cut_sign(cells->ascii), p->role);
}

void
paper_line(struct call *c, const struct paper *p, const struct piece *at, size_t n)
{
	struct arena a = ARENA_INIT;
	int cols = 0, x = 0;

	for (size_t i = 0; i < n; i++)
		cols += width_of(&at[i]) + 1;
	if (p->cols != 0 && cols > p->cols)
		cols = p->cols;
	if (cols > 0) {
		struct cells cells = cells_new(&a, cols, 1);

		cells.ascii = p->ascii;
		for (size_t i = 0; i < n && x < cols; i++) {
			struct piece piece = at[i];

			piece.cols = width_of(&piece);
			if (piece.cols > cols - x)
				piece.cols = cols - x;
			paint(&cells, x, &piece);
			x += piece.cols + 1;
		}
		print_cells(&c->out, &cells, p->look);
	}
	arena_free(&a);
}

void
paper_marked(struct call *c, const struct paper *p, int indent, struct str text,
    const size_t *marks, size_t mark_count)
{
	struct arena a = ARENA_INIT;
	const int room = p->cols == 0 ? 0 : p->cols > indent + 8 ? p->cols - indent : 8;
	const size_t from =
	    room == 0 || mark_count < 2 ? 0 : wrap_window(text, room, marks[0], marks[1]);
	const struct str shown = str_cut(text, from, text.n);
	const int sign = from != 0, cols = (room == 0 ? glyph_cols(shown) : room) - sign;
	struct cells cells = cells_new(&a, indent + sign + cols + 1, 1);
	const struct piece line = { shown, ROLE_TEXT, cols < 1 ? 1 : cols };

	cells.ascii = p->ascii;
	if (sign)
		(void)cells_text(&cells, indent, 0, cut_sign(p->ascii), ROLE_TEXT);
	indent += sign;
	paint(&cells, indent, &line);
	for (size_t i = 0; i + 1 < mark_count; i += 2)
		if (marks[i] >= from && marks[i + 1] <= text.n)
			cells_role(&cells,
			    indent + glyph_cols(str_cut(text, from, marks[i])), 0,
			    glyph_cols(str_cut(text, marks[i], marks[i + 1])),
			    ROLE_MATCH);
	print_cells(&c->out, &cells, p->look);
	arena_free(&a);
}
