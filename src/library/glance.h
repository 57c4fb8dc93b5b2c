/*
 * library/glance.h -- a large library that has no index yet, seen by the names of its files.
 *
 * Books are the heads of files, lent as those of a store are (held.h).
 */
#ifndef LIBRARY_GLANCE_H
#define LIBRARY_GLANCE_H

#include "library/shelf.h"

/* Lays the shelf by names (sorted), the last one first: mostly they begin with a date.  The
   names lie in `a`, of which the memory goes to the glance. */
void glance_lay(struct library *lib, struct arena *a, const struct strs *names);

/* What the head of the file says; of one that cannot be read only its name. */
struct book *glance_book(const struct library *lib, size_t place);

/* The file that is named so, or SIZE_MAX. */
size_t glance_id(const struct library *lib, struct str id);

/* The only file whose name begins so, or SIZE_MAX. */
size_t glance_prefix(const struct library *lib, struct str start);

void glance_end(struct library *lib);

#endif
