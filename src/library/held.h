/*
 * library/held.h -- the index of an open library: its file, and what the shelf asks of it.
 */
#ifndef LIBRARY_HELD_H
#define LIBRARY_HELD_H

#include "library/shelf.h"

/* Opens an existing index as it is; false when there is none that can be used. */
bool held_open(struct library *lib);

/* Brings the index up to these files, or makes it; the shelf is laid anew and true given
   when anything changed, or it was not open yet. */
bool held_fill(struct library *lib, const struct strs *names);

/* The same for one file; false also when it cannot be done so: then all are looked at. */
bool held_notice(struct library *lib, struct str name, bool *done);

void held_close(struct library *lib);

/* Memory for one book more; when there are enough of them, those before are taken back.  And
   all of them are. */
struct arena *held_lend(struct library *lib, size_t place);
void held_call_in(struct library *lib);

/* A book out of the index; an empty one when it is gone. */
struct book *held_book(const struct library *shelf, size_t place);
long held_day(const struct library *lib, size_t place);
size_t held_id(const struct library *lib, struct str id);
size_t held_input(const struct library *lib, uint64_t input);

/* The index was found damaged while it was asked: it is made anew (said), and true given
   when the question should be asked again.  Only at the doors of the room: what was
   looked up before is gone then. */
bool held_mend(const struct library *lib);

#endif
