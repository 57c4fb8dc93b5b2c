/*
 * shell/margins.h -- what of a frame is the one before, moved up or down.
 *
 * A terminal that knows left and right margins (DECLRMM and DECSLRM of the VT420: xterm
 * and its kin) scrolls a part of the screen that is not as wide as the screen.  Curses
 * does not know of it and paints a pane beside another anew, 2,000 bytes for one line.
 *
 * Pure: cells in, a box out.  A box that was badly chosen costs bytes, never a wrong
 * cell, since curses is told of the move and compares after it.
 */
#ifndef SHELL_MARGINS_H
#define SHELL_MARGINS_H

#include <stdbool.h>

#include "base/str.h"
#include "render/cells.h"

/* How a frame is divided: `bars` rows at the bottom, above them `n` parts that scroll
   by themselves, the i-th from column x[i] to before x[i + 1]. */
enum { SPLIT_MOST = 3 };
struct split {
	int bars, n;
	int x[SPLIT_MOST + 1];
};

/* A box of the screen whose lines go up by `n` rows (below 0: down); less than `rows`. */
struct scroll {
	int x, y, cols, rows;
	int n;
};

/* May the terminal be asked for margins?  $TERM and $TERM_PROGRAM, empty when not set. */
bool margins_may_ask(struct str term, struct str program);

/* The box of the i-th part that a move brings nearer to `now`, by more than it costs.
   Both are of one size.  It never cuts a wide glyph of `was`. */
bool margins_find(const struct cells *was, const struct cells *now, const struct split *s,
    int i, struct scroll *out);

#endif
