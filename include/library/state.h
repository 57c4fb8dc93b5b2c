/*
 * library/state.h -- what a person did with the briefs of a library: read, starred, where
 * they were, what they searched for; never in the YAML.
 *
 * One SQLite database for all libraries, keyed by the library's canonical path and the id
 * of the brief.  Every change is one transaction on the disk before the call returns, so
 * a crash at any moment leaves the state before or after it.  Several programs may have
 * it open; a change waits up to five seconds for another one.
 *
 * A file that cannot be written gives one warning (SAY_STATE) and everything lasts until
 * the program ends; what it holds is still read.  A damaged one is moved aside as
 * PATH.damaged-N, never deleted, and a new one begun with what could be read of it
 * (SAY_STATE_DAMAGED).  So no call here can stop the program; what is asked
 * for may only be forgotten.
 */
#ifndef LIBRARY_STATE_H
#define LIBRARY_STATE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"

struct state;

/* The bits of a brief's marks. */
enum { MARK_READ = 1, MARK_STAR = 2 };

/* Changes that are remembered for undoing, and visits, of each library. */
enum { UNDO_MOST = 200, VISITS_MOST = 1000 };

/* `path`: the database, made with the folders above it; NULL: no home to keep it in.
   `library`: the folder of the briefs.  Troubles are said to `d`, which must outlive it. */
struct state *state_open(const char *path, const char *library, struct diags *d);
void state_close(struct state *s); /* NULL is nothing */

/* False: what is marked ends with the program. */
bool state_lasts(const struct state *s);

/* Somebody changed something since the last call, this program too. */
bool state_changed(struct state *s);

/* The marks of all briefs that have some, keyed by id: a door for is:unread, is:starred.
   The keys live in `a`. */
struct map state_marks(struct state *s, struct arena *a);
unsigned state_mark_of(struct state *s, struct str id);

/* Sets and clears bits of several briefs as one change that can be undone; the number of
   briefs that were different before, or SIZE_MAX when it could not be written (said). */
size_t state_mark(struct state *s, const struct strs *ids, unsigned set, unsigned clear);

/* Where a brief was left: a paragraph and a byte of its plain text, so that it outlives
   another width; in a pane that is no text, para 0 and the number of the thing (para -1:
   the publication among the events). */
struct place_read {
	struct str pane; /* its name */
	long para;
	size_t offset;
};
bool state_place(struct state *s, struct str id, struct arena *a, struct place_read *out);
struct strs state_visits(struct state *s, struct arena *a); /* newest first, each once */

/* How the reader was left: the brief under the cursor of the list, the steps of the trail
   (ids, the list left out). */
struct session {
	struct str cursor;
	struct strs trail;
};
struct session state_session(struct state *s, struct arena *a);

/* What a time of reading leaves, kept as one change that is not undone. */
struct place_of_id {
	struct str id;
	struct place_read place;
};
struct reading {
	struct strs opened; /* oldest first: read from now on */
	struct str at;      /* when: the rim's clock */
	struct places_of_ids {
		struct place_of_id *at;
		size_t n, room;
	} places;
	const struct session *session; /* NULL: as it was */
};
bool state_keep(struct state *s, const struct reading *r);

/* Saved queries, by name. */
struct saved {
	struct str name, query, filter;
};
struct saved_list {
	struct saved *at;
	size_t n, room;
};
struct saved_list state_saved(struct state *s, struct arena *a);
bool state_save(
    struct state *s, const struct saved *q);         /* replaces; false: not written */
bool state_forget(struct state *s, struct str name); /* false: there is none */

/* A change in the journal (library/change.h takes it back): several acts of one kind.
   `what`: "mark" (was: the bits before), or "rm" and "mv". */
struct act {
	struct str what, id, was;
};
struct acts {
	struct act *at;
	size_t n, room;
	long step; /* its number */
};

#endif
