/*
 * data/yaml_plain.h -- the plainest YAML, which is how briefs are written, read in one pass.
 *
 * libyaml takes 65 instructions for a byte and decides about every one of them.  Here a
 * line is a key of ASCII letters, an item or both, and its value one of: plain text, a
 * quoted string, a list of words in brackets, a literal block indented by two, or what
 * stands deeper below.  Whatever is written otherwise is libyaml's.
 */
#ifndef DATA_YAML_PLAIN_H
#define DATA_YAML_PLAIN_H

#include "data/yaml_tree.h"

/*
 * The map that `file` is from byte `from` on, just as libyaml's events would make it,
 * places included.  NULL: not of this kind, or wrong; nothing is left in the arena.
 * The bytes are valid for YAML and hold no line break but LF.
 */
struct yaml *yaml_plain(struct arena *a, struct str file, size_t from);

#endif
