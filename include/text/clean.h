/*
 * text/clean.h -- text of a brief as a format may hold it.
 *
 * What is printed may end on a terminal even where it is meant for a file, so every format
 * sends all text through here: valid UTF-8, and U+FFFD for C0, C1, bidi controls and the
 * separators of lines and paragraphs (U+2028, U+2029).  Unlike a glyph (text/glyph.h) all
 * else comes through as it is.
 */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

/* One code point off `*rest`, which must not be empty; line feed and tab come through. */
uint32_t clean_next(struct str *rest);

/* All of a text; a tab becomes four blanks, a line feed one unless they are kept. */
void put_clean(struct buf *out, struct str s, bool keep_lines);

/* On one line, with `before` in front of each of the ASCII bytes in `special`. */
void put_quoted(struct buf *out, struct str s, const char *special, char before);

#endif
