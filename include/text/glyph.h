/*
 * text/glyph.h -- what the eye counts: one glyph and the columns it takes.
 *
 * A glyph is an extended grapheme cluster (UAX #29) with its width in terminal
 * columns (UAX #11; emoji presentation is 2).  Of emoji joined to one picture or with a skin
 * tone the first is shown, of a flag its letters: what all terminals agree on.  What
 * must not reach a terminal comes back as a harmless visible stand-in: C0, C1,
 * broken UTF-8, bidi controls (U+202A..E, U+2066..9, U+200E/F, U+061C), line and
 * paragraph separators, tags and unassigned code points as U+FFFD, one column
 * each; a tab and a no-break space as a blank.  So nothing that a file contains can speak to the
 * terminal.
 */
#ifndef TEXT_GLYPH_H
#define TEXT_GLYPH_H

#include "base/str.h"

enum { GLYPH_BYTES = 16 }; /* the longest text a glyph is given, with its NUL */

struct glyph {
	struct str text; /* what to show: under GLYPH_BYTES; borrowed, or a literal */
	size_t bytes;    /* how much of the input it stands for, at least 1 */
	int cols; /* 0, 1 or 2; 0 is a stray mark or invisible, and its text is empty */
};

/* Takes the first glyph off `*rest`, which must not be empty.  Long clusters are cut. */
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

/*
 * For where there is nothing but ASCII: a glyph as that many characters of it as it has
 * columns, so that nothing moves.  Letters lose their marks, punctuation becomes what it
 * looks like, all else is "?".
 */
struct str glyph_ascii(struct glyph g);

/* A text so, with its line feeds; "…" is three dots. */
struct str glyph_ascii_all(struct arena *a, struct str s);

#endif
