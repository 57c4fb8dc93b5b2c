/*
 * shell/signals.h -- signals that the reader answers itself, one after the other.
 *
 * They are blocked but while ppoll() waits with an empty mask, so none comes amid a frame.
 */
#ifndef SHELL_SIGNALS_H
#define SHELL_SIGNALS_H

/* Takes them over, but not those the parent said to ignore (nohup). */
void signals_watch(void);
void signals_unwatch(void); /* as they were at the start of a program, unblocked */

int signals_next(void); /* one that came and was not asked for yet, or 0 */

#endif
