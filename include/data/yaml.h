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

#endif
