/*
 * A screen as a picture: one text element for each stretch of one look, placed by its
 * column, so that it stays aligned whatever font the reader of the file has.
 */
#include <stdio.h>
#include <string.h>
#include <vterm.h>

enum { SVG_FONT = 14, SVG_HIGH = 18, SVG_EDGE = 14 };
#define SVG_WIDE 8.43 /* of a column: 0.602 of the font */

static unsigned
svg_rgb(VTerm *vt, VTermColor c, unsigned plain)
{
	if (VTERM_COLOR_IS_DEFAULT_FG(&c) || VTERM_COLOR_IS_DEFAULT_BG(&c))
		return plain;
	vterm_screen_convert_color_to_rgb(vterm_obtain_screen(vt), &c);
	return (unsigned)c.rgb.red << 16 | (unsigned)c.rgb.green << 8 | c.rgb.blue;
}

struct svg_look {
	unsigned fg, bg, bold, italic, underline;
};

static struct svg_look
svg_look(VTerm *vt, const VTermScreenCell *c)
{
	const unsigned fg = svg_rgb(vt, c->fg, 0xd7d4cd),
		       bg = svg_rgb(vt, c->bg, 0x14161a);

	return (struct svg_look){ c->attrs.reverse ? bg : fg, c->attrs.reverse ? fg : bg,
		c->attrs.bold, c->attrs.italic, c->attrs.underline != 0 };
}

static void
svg_escape(FILE *f, const VTermScreenCell *c)
{
	if (c->chars[0] == 0)
		fputc(' ', f);
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && c->chars[i] != 0; i++)
		if (c->chars[i] < 0x80 && strchr("<>&\"", (int)c->chars[i]) == NULL)
			fputc((int)c->chars[i], f);
		else
			fprintf(f, "&#%u;", (unsigned)c->chars[i]);
}

/* The end of the stretch that looks like the cell at x; *ink: it holds a glyph. */
static int
svg_stretch(VTerm *vt, int y, int x, int cols, struct svg_look k, int *ink)
{
	VTermScreenCell c;

	for (*ink = 0; x<cols; x += c.width> 1 ? c.width : 1) {
		struct svg_look here;

		vterm_screen_get_cell(vterm_obtain_screen(vt), (VTermPos){ y, x }, &c);
		here = svg_look(vt, &c);
		if (memcmp(&here, &k, sizeof(k)) != 0)
			break;
		*ink |= c.chars[0] > ' ' || k.underline;
	}
	return x;
}

static void
svg_text(FILE *f, VTerm *vt, int y, int x, int end, struct svg_look k)
{
	VTermScreenCell c;

	fprintf(f, "<text x=\"%.1f\" y=\"%d\" fill=\"#%06x\"%s%s%s textLength=\"%.1f\">",
	    SVG_EDGE + x * SVG_WIDE, SVG_EDGE + y * SVG_HIGH + 14, k.fg,
	    k.bold ? " font-weight=\"bold\"" : "",
	    k.italic ? " font-style=\"italic\"" : "",
	    k.underline ? " text-decoration=\"underline\"" : "", (end - x) * SVG_WIDE);
	for (; x<end; x += c.width> 1 ? c.width : 1) {
		vterm_screen_get_cell(vterm_obtain_screen(vt), (VTermPos){ y, x }, &c);
		svg_escape(f, &c);
	}
	fputs("</text>\n", f);
}

static void
svg_row(FILE *f, VTerm *vt, int y, int cols, int text)
{
	for (int x = 0, end, ink; x < cols; x = end) {
		VTermScreenCell c;
		struct svg_look k;

		vterm_screen_get_cell(vterm_obtain_screen(vt), (VTermPos){ y, x }, &c);
		k = svg_look(vt, &c);
		end = svg_stretch(vt, y, x, cols, k, &ink);
		if (text && ink)
			svg_text(f, vt, y, x, end, k);
		else if (!text && k.bg != 0x14161a)
			fprintf(f,
			    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" "
			    "fill=\"#%06x\"/>\n",
			    SVG_EDGE + x * SVG_WIDE, SVG_EDGE + y * SVG_HIGH,
			    (end - x) * SVG_WIDE, SVG_HIGH, k.bg);
	}
}

static void
svg_write(const char *path, VTerm *vt, int cols, int rows)
{
	FILE *f = fopen(path, "w");

	if (f == NULL)
		return;
	fprintf(f,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %d\" "
	    "width=\"%.0f\" "
	    "font-family=\"DejaVu Sans Mono, Menlo, Consolas, monospace\" "
	    "font-size=\"%d\" "
	    "xml:space=\"preserve\">\n<rect width=\"100%%\" height=\"100%%\" rx=\"8\" "
	    "fill=\"#14161a\"/>\n",
	    cols * SVG_WIDE + 2 * SVG_EDGE, rows * SVG_HIGH + 2 * SVG_EDGE,
	    cols * SVG_WIDE + 2 * SVG_EDGE, SVG_FONT);
	for (int text = 0; text < 2; text++)
		for (int y = 0; y < rows; y++)
			svg_row(f, vt, y, cols, text);
	fputs("</svg>\n", f);
	fclose(f);
}
