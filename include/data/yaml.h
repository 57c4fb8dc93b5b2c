/*
 * data/yaml.h -- YAML text as a tree that knows its place in the file.
 *
 * The subset a brief may use (FORMAT, rule 4): UTF-8, one document or a stream
 * of them, no anchors, aliases, tags, merge keys, duplicate keys, at most 32
 * levels and 16 MiB.  What is outside is said to `d` with line, column and the
 * line itself, and false comes back.
 */
#ifndef DATA_YAML_H
#define DATA_YAML_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "data/yaml_tree.h"

/* The documents of a stream, first one first; `name` is for messages.  *out may be
   NULL with true: an empty file. */
bool yaml_read(struct arena *a, struct str bytes, struct str name, struct yaml **out,
    struct diags *d);

/*
 * The same for whoever wants to know all that is wrong: what cannot be read is left out, with
 * the item of a list or the key it stands in, and the rest is read.  False when anything was
 * said; *out is then what could be read, and *part tells that something was left out.
 */
bool yaml_read_all(struct arena *a, struct str bytes, struct str name, struct yaml **out,
    bool *part, struct diags *d);

#endif
