/*
 * cmd/where.h -- a query on the command line (library/query.h).
 */
#ifndef CMD_WHERE_H
#define CMD_WHERE_H

#include "cmd/call.h"
#include "library/library.h"

/* The words of the command line as one query; false (said, with a caret) when it is none. */
bool where_read(struct call *c, const char *const *words, size_t n, struct query *out);

/* The briefs of the library that fit, `most` at most (0: all), `lines` with their line. */
struct hits where_ask(
    struct call *c, const struct query *q, size_t most, size_t lines, bool newest);

/* Says that no brief fits the words of the command line; always EXIT_NOTHING. */
int where_nothing(struct call *c, const struct query *q);

#endif
