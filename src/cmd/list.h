/*
 * cmd/list.h -- one brief of a list, for all commands that list: the same line everywhere.
 */
#ifndef CMD_LIST_H
#define CMD_LIST_H

#include "cmd/paper.h"
#include "data/json.h"
#include "library/library.h"

/* Date, source and title as one line. */
void list_line(struct call *c, const struct paper *p, const struct entry *e);

/* Where a line below it begins. */
int list_indent(const struct paper *p);

/* With --null or --paths: the id or the path alone, and what ends it; else false. */
bool list_name(struct call *c, const struct entry *e);

/* The members of an open JSON object. */
void list_json(struct json *j, const struct entry *e);

#endif
