/*
 * library/change.h -- briefs that leave a library, come back, or get another name.
 *
 * Each is noted in the journal of the state (library/state.h), so that library_undo()
 * takes it back.  One program at a time changes a folder so.  A handle that is open does
 * not learn of it: see library_refresh().
 *
 * A removed file lies in the folder `.trash` of its library under the name it had (with
 * ".2", ".3" … when that is taken), until somebody deletes it there.
 */
#ifndef LIBRARY_CHANGE_H
#define LIBRARY_CHANGE_H

#include "library/library.h"
#include "library/state.h"

/* Files of these briefs to the trash, as one change; false (said) when one stayed. */
bool library_remove(struct library *lib, struct state *s, const struct found_list *which,
    struct diags *d);

/*
 * The brief's id and file become `to` and `to`.yaml, and the stated links of other briefs
 * that name it follow, each by an edit of its own lines.  Everything is tried before
 * anything is written; false (said): nothing was.  What is to be done lies in a file
 * `.nutgraf.move` of the folder while it is done, so that after a crash library_mend()
 * can complete it.
 */
bool library_rename(
    struct library *lib, struct state *s, size_t i, struct str to, struct diags *d);

/* A crash left something to be done here; library_mend() does it. */
bool library_is_torn(const char *folder);
bool library_mend(const char *folder, struct state *s, struct diags *d);

/* Takes the newest change back: marks, a removal, a name.  `acts` n 0: there is none;
   ok false (said): it could not be, and stays. */
struct undone {
	struct acts acts; /* in the arena */
	bool ok;
};
struct undone library_undo(
    const char *folder, struct state *s, struct arena *a, struct diags *d);

/* The folder as it was given to library_open(). */
const char *library_folder(const struct library *lib);

#endif
