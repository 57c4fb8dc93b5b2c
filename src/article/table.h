/*
 * article/table.h -- a table as the lines of code it becomes, since CommonMark has none.
 *
 * Cells come row after row; those of one row have the same `row`.  Text is borrowed.
 */
#ifndef ARTICLE_TABLE_H
#define ARTICLE_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "doc/doc.h"

enum { TABLE_CELLS = 8000, TABLE_COLUMNS = 64, TABLE_CELL_BYTES = 240 }; /* at most */

enum align { ALIGN_NONE, ALIGN_LEFT = 1, ALIGN_RIGHT = 2, ALIGN_CENTRE = 3 };

struct cell {
	uint32_t row,
	    box; /* any numbers; a web page has the boxes of its tr and td here */
	bool head;
	struct str text;
	uint32_t link, links; /* the first one of the table's `links`, and how many */
};

struct table {
	struct cell *at;
	size_t n, room;
	uint8_t align
	    [TABLE_COLUMNS];     /* enum align; where there is none numbers stand right */
	struct code_links links, /* by their places in the cells */
	    placed;              /* in the lines; table_aligned() finds them */
};

/* A link of the cell that was added last, at its text's bytes from..to. */
void table_link(struct arena *a, struct table *t, struct cell *c, struct code_link l);

/* ":--", "--:" and ":-:", between bars, say where a column stands. */
void table_align(struct table *t, struct str rule);

/* Lines with a line feed each; empty when the cells are no data: too long, too many side by
   side, or one a row. */
struct str table_aligned(struct arena *a, struct table *t);

/* Markdown with its tables (lines of cells between bars, as on GitHub) as fenced code, and as
   lists where the cells are prose. */
struct str table_fenced(struct arena *a, struct str markdown);

#endif
