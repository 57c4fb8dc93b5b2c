/*
 * shell/wide.h -- one glyph as wide characters that every terminal takes for as many
 * columns as the cell has.
 *
 * Joiners and variation selectors are left out, what the C library measures otherwise becomes
 * a stand-in.
 */
#ifndef SHELL_WIDE_H
#define SHELL_WIDE_H

#include <wchar.h>

#include "render/cells.h"

enum { WIDE_MOST = 5 }; /* what one cell of curses holds */

/* Returns the columns it fills, at most those of the cell; out ends in a zero. */
int wide_of(const struct cell *c, wchar_t out[WIDE_MOST + 1]);

#endif
