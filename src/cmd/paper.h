/*
 * cmd/paper.h -- one painted line: pieces of text, each with its role.
 *
 * For lists.  A line is painted as cells, like everything else that is shown, so
 * text from files passes the glyph reader and roles become colours in the backend.
 */
#ifndef CMD_PAPER_H
#define CMD_PAPER_H

#include "cmd/call.h"
#include "render/print.h"

struct piece {
	struct str text;
	enum role role;
	int cols; /* its column's width; 0: as wide as the text */
};

/* How lines are painted in this run. */
struct paper {
	const struct print_look *look;
	struct print_look own;
	int cols; /* cut there; 0: never */
	bool ascii;
	bool unsourced; /* no column for the source: it stands behind the title */
};

/* False (said) for bad options.  A pipe cuts nothing unless --width says so. */
bool paper_of(struct call *c, struct paper *out);

/* The pieces side by side, a blank between, as one line. */
void paper_line(struct call *c, const struct paper *p, const struct piece *at, size_t n);

/* One text with stretches (pairs of byte offsets) in another role, after `indent` blanks. */
void paper_marked(struct call *c, const struct paper *p, int indent, struct str text,
    const size_t *marks, size_t mark_count);

#endif
