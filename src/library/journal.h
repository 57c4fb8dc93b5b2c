/*
 * library/journal.h -- the journal of changes in the state, for undoing: the newest first.
 *
 * It keeps the last UNDO_MOST.  Each call is a transaction; false (said): not written.
 */
#ifndef LIBRARY_JOURNAL_H
#define LIBRARY_JOURNAL_H

#include "library/state.h"

bool state_note(struct state *s, const struct acts *acts); /* a change made elsewhere */
struct acts state_last(struct state *s, struct arena *a);  /* the newest; n 0: none */
bool state_drop(struct state *s, long step);
/* Takes back the marks of a change, and drops it. */
bool state_unmark(struct state *s, const struct acts *acts);

/* A brief has another id: all that is known of it follows, and the change is noted as an
   act "mv" of `to`; or (undoes not 0) that change is dropped.  Twice is as good as once. */
bool state_moved(
    struct state *s, struct str id, struct str to, struct str was, long undoes);

#endif
