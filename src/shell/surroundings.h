/*
 * shell/surroundings.h -- what the environment says to the reader.
 *
 * The environment is read in cmd and here: this is what belongs to the terminal alone.
 */
#ifndef SHELL_SURROUNDINGS_H
#define SHELL_SURROUNDINGS_H

#include <stdbool.h>

/* Sets the locale; the plain one says nothing about the terminal, today's are UTF-8. */
void terminal_locale(void);

bool terminal_may_ask(void); /* margins_may_ask() with $TERM and $TERM_PROGRAM */

/* $NUTGRAF_SETTLED_FD, or -1: see settled_fd in shell/shell.h. */
int terminal_settled_fd(void);

const char *terminal_browser(bool *graphic); /* $BROWSER, or xdg-open */

#endif
