/*
 * data/yamlout.h -- the canonical way to write YAML (FORMAT, rule 1).
 *
 * One line per scalar, plain where every reader of YAML 1.1 and 1.2 sees the
 * same string, else in double quotes with \\-escapes; a literal block for long
 * text.  Pure: the same value gives the same bytes.
 */
#ifndef DATA_YAMLOUT_H
#define DATA_YAMLOUT_H

#include "base/buf.h"

/* A one-line scalar, for a block context or (`flow`) inside [ ] and { }. */
void yaml_scalar(struct buf *out, struct str s, bool flow);

/* Always in quotes: dates, and whatever looks like a number. */
void yaml_quoted(struct buf *out, struct str s);

/*
 * "|\n" and the text, each line indented by `indent`, its key by two less; with the
 * chomping and indentation indicators the text needs.  Text that a literal block
 * cannot hold for every reader (CR, NEL, U+2028, controls, only blanks on its last
 * line) is written in quotes on one line instead.  A line end follows either way.
 * Broken UTF-8 becomes U+FFFD.
 */
void yaml_literal(struct buf *out, struct str s, int indent);

#endif
