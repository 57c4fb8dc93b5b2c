/*
 * brief/json.h -- what a brief says as members of a JSON object (data/json.h).
 *
 * The rows of the field table say what is written, so JSON has all that a file can have but
 * keys that this program does not know.  What is empty is left out.
 */
#ifndef BRIEF_JSON_H
#define BRIEF_JSON_H

#include "brief/brief.h"
#include "data/json.h"

/* The keys of the format but `format` itself, by number from 0 in the order of a canonical
   file; NULL behind the last. */
const char *brief_key(size_t i);

/* The key with its value. */
void brief_json(struct json *j, const struct brief *b, size_t i);

/* All members of an event. */
void brief_json_event(struct json *j, const struct event *e);

#endif
