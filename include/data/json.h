/*
 * data/json.h -- writing JSON (RFC 8259), compact, in the order of the calls.
 *
 * Commas and colons take care of themselves.  Invalid UTF-8 becomes U+FFFD and
 * every control character an escape, so the output is always valid JSON.
 */
#ifndef DATA_JSON_H
#define DATA_JSON_H

#include <stdbool.h>

#include "base/buf.h"

struct json {
	struct buf *out;
	bool comma; /* the next value needs one before it */
};

void json_open(struct json *j, char bracket);  /* '{' or '[' */
void json_close(struct json *j, char bracket); /* '}' or ']' */
void json_key(struct json *j, const char *key);
void json_key_str(struct json *j, struct str key);
void json_str(struct json *j, struct str s);
void json_int(struct json *j, long n);
void json_decimal(struct json *j, double x); /* at most 6 decimals, no locale */
void json_bool(struct json *j, bool b);

/* A key with its value, left out when that is empty, 0 or false. */
void json_field(struct json *j, const char *key, struct str s);
void json_strs(struct json *j, const char *key, const struct strs *list);
void json_number(struct json *j, const char *key, long n);
void json_flag(struct json *j, const char *key, bool b);

/* Closes an object that is a line by itself. */
void json_end(struct json *j);

#endif
