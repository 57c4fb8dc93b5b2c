/*
 * data/yaml_line.h -- lines as YAML has them: LF, CR, CR LF, NEL, LS and PS end one.
 *
 * So YAML 1.1 (section 4.2) and libyaml have it; the places that are said count LF alone.
 */
#ifndef DATA_YAML_LINE_H
#define DATA_YAML_LINE_H

#include "base/str.h"

struct yaml_line {
	size_t from, to, next; /* its first byte, its end, what comes behind that */
};

/* The line that the byte `at` belongs to; what ends a line belongs to it. */
struct yaml_line yaml_line_at(struct str s, size_t at);

#endif
