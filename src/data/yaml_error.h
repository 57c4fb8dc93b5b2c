/*
 * yaml_error.h -- what libyaml complains about, in words that say what to do.
 *
 * libyaml's marks count characters, and count CR, NEL, LS and PS as line ends;
 * the places said here are bytes and lines of the file (only LF ends a line).
 */
#ifndef DATA_YAML_ERROR_H
#define DATA_YAML_ERROR_H

#include <yaml.h>

#include "base/diag.h"
#include "base/str.h"
#include "data/yaml_tree.h"

/* The text libyaml sees and the file it was cut from. */
struct yaml_text {
	struct str bytes, whole;
	size_t skipped;  /* bytes of `whole` before `bytes`: a byte order mark */
	struct str name; /* of the file, for messages */
};

/* Says the parser's last error; `last` is the newest value it gave, or NULL. */
void yaml_error_say(const yaml_parser_t *p, const struct yaml_text *in,
    const struct yaml *last, struct diags *d);

#endif
