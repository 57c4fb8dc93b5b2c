/*
 * text/wrap.h -- where a line of text may end (UAX #14).
 *
 * Works on one paragraph: no line feeds inside.  The caller keeps the styles;
 * this gives byte ranges only.
 */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include "base/str.h"

/*
 * Takes the next line off `*rest`: at most `cols` columns (at least 2), broken
 * where UAX #14 allows; a word that does not fit is cut between glyphs.  Blanks
 * at the break belong to no line.  Linear in the text over all calls.  Returns
 * the line, borrowed; `*rest` starts at the next one or is empty.
 */
struct str wrap_line(struct str *rest, int cols);

#endif
