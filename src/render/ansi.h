/*
 * render/ansi.h -- the escapes the program writes to a stream; private to the room.
 *
 * Only here is ESC written: SGR for looks (ECMA-48, 8.3.117; colours of 256 and of 24 bits as
 * xterm has them) and OSC 8 for links.  A pen writes SGR on change only and is plain
 * when it has no look at all.
 */
#ifndef RENDER_ANSI_H
#define RENDER_ANSI_H

#include "render/print.h"

struct pen {
	struct buf *out;
	const struct print_look *look; /* NULL: nothing is ever written but text */
	struct look now;
	struct str link; /* the open one, or empty */
	bool known[ROLE_COUNT];
	struct look looks[ROLE_COUNT]; /* of the roles seen so far */
};

struct pen pen_new(struct buf *out, const struct print_look *look);
void pen_role(struct pen *p, enum role r);
void pen_link(struct pen *p, struct str url); /* empty, or unsafe: none */
void pen_lift(struct pen *p);                 /* the look and the link end */

#endif
