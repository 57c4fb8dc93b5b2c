/*
 * parts.h -- the parts of a merge: whose a value is, and putting another in its place.
 */
#ifndef BRIEF_MERGE_PARTS_H
#define BRIEF_MERGE_PARTS_H

#include "brief/edit.h"

/* What the converter hashes of a key: canonical bytes, the reader's links left out. */
struct brief brief_without_reader(struct arena *a, const struct brief *b);
struct str brief_hash_of(struct arena *a, const struct field *f, const struct brief *b);
struct str brief_made_hash(const struct brief *b, struct str key);

/* Whether a comment or an unknown key stands in the value or behind it on its line. */
bool merge_is_marked(const struct edit *e, const struct field *f, const struct yaml *y);

/* The key of `map` (of rows `fields`) becomes what `record` says; gone when that is empty.
   False when something of the reader's would go with it: then nothing was changed. */
bool merge_put(struct edit *e, const struct field *fields, const struct yaml *map,
    const struct field *f, const void *record);

/* The same for `related`: the reader's items keep their lines, behind the others. */
bool merge_put_related(struct edit *e, const struct field *f, const struct brief *fresh);

/* Texts of the lists name the paragraph of this body they stand in, or none. */
void merge_anchor(struct arena *a, struct str body, struct brief *fresh);

#endif
