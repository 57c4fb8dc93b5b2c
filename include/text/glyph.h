/*
 * text/glyph.h -- what the eye counts: one glyph and the columns it takes.
 *
 * A glyph is an extended grapheme cluster (UAX #29) with its width in terminal
 * columns (UAX #11; emoji presentation, ZWJ sequences and flags are 2).  What
 * must not reach a terminal comes back as a harmless visible stand-in: C0, C1,
 * broken UTF-8, bidi controls (U+202A..E, U+2066..9, U+200E/F, U+061C), line and
 * paragraph separators, tags and unassigned code points as U+FFFD, one column
 * each; a tab and a no-break space as a blank.  So nothing that a file contains can speak to the
 * terminal.
 */
#ifndef TEXT_GLYPH_H
#define TEXT_GLYPH_H

#include "base/str.h"

/* The longest texts a glyph is given, with their NUL: for a cell, and in a line. */
enum { GLYPH_BYTES = 16, GLYPH_LONGEST = 48 };

struct glyph {
	struct str text; /* what to show: under GLYPH_LONGEST; borrowed, or a literal */
	struct str
	    bare;     /* for a cell, under GLYPH_BYTES: an emoji without what joins it */
	size_t bytes; /* how much of the input it stands for, at least 1 */
	int cols; /* 0, 1 or 2; 0 is a stray mark or invisible, and its text is empty */
};

/*
 * Takes the first glyph off `*rest`, which must not be empty.  Emoji of one skin tone or
 * joined to one picture are whole in a line, as long as sequences are in use; other long
 * clusters are cut to what all terminals agree on, and so are all of them in a cell.
 */
struct glyph glyph_next(struct str *rest);

/* Columns of a whole string; a tab counts as one. */
int glyph_cols(struct str s);

/*
 * How many bytes at the start are shown just as they stand, each glyph a code point,
 * in at most `most` columns; *cols of them.  It may end early: what follows
 * is for glyph_next() then.
 */
size_t glyph_run(struct str s, int most, int *cols);

/* The longest prefix that fits in `cols` columns, in bytes. */
size_t glyph_fit(struct str s, int cols);

/*
 * Safe for a terminal: every glyph of `s` as glyph_next() shows it, and line
 * feeds where `keep_lines`.  For messages and other text outside of a page.
 */
struct str glyph_safe(struct arena *a, struct str s, bool keep_lines);

#endif
