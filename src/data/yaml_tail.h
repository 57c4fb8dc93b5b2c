/*
 * data/yaml_tail.h -- the literal block at the end of a file, the body of a brief.
 *
 * libyaml takes 65 instructions for a byte of it; where every line is indented by
 * two blanks there is nothing to decide, and it is copied.
 */
#ifndef DATA_YAML_TAIL_H
#define DATA_YAML_TAIL_H

#include "base/str.h"

/*
 * Where the text of a literal block (`KEY: |`, the key at column 0) begins that
 * goes on to the end of the file, or STR_NONE.  Only lines are looked at: that the
 * key is one, is for the caller to see.  The bytes hold no line break but LF.
 */
size_t yaml_tail(struct str file);

/* What the block says: its lines without their indentation, no empty ones at the end. */
struct str yaml_tail_text(struct arena *a, struct str block);

#endif
