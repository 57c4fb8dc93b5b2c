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

/*
 * Where to begin a text, at a word, of which `cols` columns are shown, so that its bytes
 * from..to are among them where they fit: 0 when they are within the first; else at most a third of
 * the columns stands before them, or more where nothing is left to show behind.  One column
 * is for a sign that something is cut off.
 */
size_t wrap_window(struct str s, int cols, size_t from, size_t to);

#endif
