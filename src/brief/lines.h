/*
 * lines.h -- where the lines of a value lie in its file; for what is kept byte for
 * byte and for edits that leave all other bytes alone.
 */
#ifndef BRIEF_LINES_H
#define BRIEF_LINES_H

#include "base/str.h"
#include "data/yaml_tree.h"

/* The start of the line that byte `at` lies in (a byte order mark stands before the first
   line, not in it), and the start of the next one. */
size_t lines_start(struct str bytes, size_t at);
size_t lines_end(struct str bytes, size_t at);

/* The first line end of libyaml that is no line end here (a lone CR, NEL, LS, PS), or
   STR_NONE. */
size_t lines_odd(struct str bytes);

/* Columns of blanks from the start of its line to byte `at`. */
size_t lines_column(struct str bytes, size_t at);

/*
 * After the last line of a value: blank lines behind a block scalar belong to it only
 * when it keeps them ("|+").  For values of block maps and lists.
 */
size_t lines_after(struct str bytes, const struct yaml *y);

#endif
