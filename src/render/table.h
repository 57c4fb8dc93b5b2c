/*
 * render/table.h -- the aligned lines of a table, read back into columns and cells; private to
 * the room.
 *
 * A table has a rule under its head, or over all where there is none, and columns that are
 * two blanks or more apart.  Other code is none.
 */
#ifndef RENDER_TABLE_H
#define RENDER_TABLE_H

#include <stdbool.h>

#include "base/str.h"

enum { TABLE_COLS = 1000, TABLE_COLUMNS = 64, TABLE_GAP = 2, TABLE_NARROW = 10 };

enum column_align { COLUMN_LEFT, COLUMN_RIGHT, COLUMN_CENTRE };

struct column {
	int from, to; /* in the lines */
	int least;    /* its longest word, or what can be read */
	int cols;     /* on the page; no fewer than that, or the cells wrap */
	enum column_align align;
};

struct table {
	struct str text;
	size_t source;   /* where it begins in the paragraph; the layout's */
	struct str head; /* the lines over the rule, a few at most, or empty */
	bool ink[TABLE_COLS + TABLE_GAP]; /* in any row */
	struct column col[TABLE_COLUMNS];
	int n;
};

bool table_read(struct table *t, struct str text);

/* The line is the rule; no row is. */
bool table_rule(struct str line);

/* The line is one of the head. */
bool table_head(const struct table *t, struct str line);

/* Blanks before a cell of the column that leaves `spare` columns free. */
int table_before(const struct column *c, int spare);

/* A cell of a line without the blanks around it; `*indent`: those before it. */
struct str table_cell(const struct column *c, struct str line, int *indent);

#endif
