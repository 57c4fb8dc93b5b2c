/*
 * data/yaml_tree.h -- what YAML text says, and where in the file it says it.
 *
 * Scalars stay text: "2019-06-28", no and 1 are the strings they are written as, `quoted`
 * says how they stood.  The tree lives in the arena it was read into.
 */
#ifndef DATA_YAML_TREE_H
#define DATA_YAML_TREE_H

#include <stdbool.h>

#include "base/str.h"

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAP };

struct yaml {
	enum yaml_kind kind;
	bool quoted;     /* or a block: never null, number or date */
	bool block;      /* a literal or folded block scalar */
	bool flow;       /* [a, b] or {a: b} */
	struct str key;  /* the name, for a child of a map */
	struct str text; /* of a scalar */
	size_t from, to; /* bytes of the value in the file; `to` is after it */
	size_t key_from; /* bytes of the key, for a child of a map; else as `from` */
	struct yaml *first, *next; /* children, siblings */
	size_t count;              /* children */
};

/* The child of a map with this name, or NULL (also for NULL or another kind). */
const struct yaml *yaml_get(const struct yaml *map, struct str key);

/* The last child, or NULL. */
const struct yaml *yaml_last(const struct yaml *y);

/* A scalar that stands plainly as ~, null or nothing at all. */
bool yaml_is_null(const struct yaml *y);

#endif
