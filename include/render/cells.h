/*
 * render/cells.h -- a rectangle of terminal cells, the only thing painted.
 *
 * Coordinates are columns (x) and rows (y) from the top left, zero based.
 * A glyph two columns wide fills its cell and leaves a `width` 0 cell to its
 * right.  Writing outside the rectangle is clipped, never an error.  A cell
 * knows what its text is for (a role), never a colour: the theme decides that
 * in the backend.
 */
#ifndef RENDER_CELLS_H
#define RENDER_CELLS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "render/roles.h"
#include "text/glyph.h"

struct cell {
	char glyph[GLYPH_BYTES]; /* UTF-8, NUL-terminated; "" paints as a space */
	uint8_t width; /* columns: 1 or 2; 0 for the right half of a wide glyph */
	uint8_t role;  /* enum role */
};

struct cells {
	int cols, rows;
	struct cell *at; /* rows * cols, row by row */
	bool ascii;      /* what is written comes as glyph_ascii() has it */
};

struct cells cells_new(struct arena *a, int cols, int rows);
void cells_fill(struct cells *c, enum role r);

/* Row y, which must be on the grid. */
struct cell *cells_row(const struct cells *c, int y);

/* Writes one line of text at (x, y); returns the column after it. */
int cells_text(struct cells *c, int x, int y, struct str s, enum role r);

/* Gives the cells of a stretch of a row another role. */
void cells_role(struct cells *c, int x, int y, int cols, enum role r);

#endif
