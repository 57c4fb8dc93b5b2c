/*
 * shell/terminal.h -- the terminal: cells out, keys in, and its own troubles.
 *
 * The only file behind this door knows curses.  A frame is one write.  Signals are
 * blocked but while waiting for a key, so none can come between.
 */
#ifndef SHELL_TERMINAL_H
#define SHELL_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/diag.h"
#include "render/cells.h"
#include "render/theme.h"
#include "shell/margins.h"

struct terminal {
	int cols, rows;
	int colours; /* as look_for() counts them */
	bool pairs;  /* the theme has been told to curses */
	enum { MARGINS_UNASKED, MARGINS_NONE, MARGINS_ASKED, MARGINS_THERE } margins;
	struct arena memory;
	struct cells
	    shown; /* what curses was given last; rows it has are not given again */
};

/* Takes the terminal over; false with a message when it cannot show the reader. */
bool terminal_open(struct terminal *t, struct diags *d);
void terminal_close(struct terminal *t); /* modes, alternate screen, cursor as before */

void terminal_paint(struct terminal *t, const struct cells *c, const struct split *split,
    const struct theme *theme);
void terminal_redraw(struct terminal *t); /* the next frame is painted from nothing */

/* What there is to react to.  EVENT_GONE is a signal that ends (its number in *value),
   or SIGHUP when nobody is at the other end any more. */
enum event_of_terminal { EVENT_NOTHING, EVENT_KEY, EVENT_SIZE, EVENT_STOP, EVENT_GONE };
enum event_of_terminal terminal_next(
    struct terminal *t, long wait_ms, uint32_t *value); /* below 0: for ever */

/* Takes the mouse from the terminal, or gives it back; see MOUSE_KEY in shell/keys.h. */
void terminal_mouse(bool on);

/* Leaves the screen to something else and takes it back; t->cols and rows may have
   changed.  terminal_stop() also stops the program until it is continued. */
void terminal_leave(void);
void terminal_return(struct terminal *t);
void terminal_stop(struct terminal *t, bool whole_job);

void base64(struct buf *b, struct str s);

/* OSC 52: the text to the clipboard of whoever sits at the terminal. */
void terminal_copy(struct arena *a, struct str text);

#endif
