/*
 * library/query.h -- what a person asks a library for, as a tree.
 *
 *   query  = any { "or" any }            any = one { one }        (all must hold)
 *   one    = ["-"] ( "(" query ")" | [field ":"] words )
 *   words  = word | word "*" | '"' words in this order '"'
 *
 * Fields: title who org place topic tag source (words within them), before after
 * (of publication), event (FROM..TO, either end may be missing; EDTF dates), is
 * (unread, read, starred), wanted (links to briefs that are not here; alone or with
 * words of their title).  A word stands for all words of its stem, case and diacritics
 * aside; a beginning for those that begin so.  Pure; a tree lives in the arena it was
 * read into and borrows the words from the text.
 */
#ifndef LIBRARY_QUERY_H
#define LIBRARY_QUERY_H

#include <stdbool.h>

#include "base/str.h"
#include "base/vec.h"

enum query_kind {
	QUERY_ALL,   /* everything: an empty query */
	QUERY_AND,   /* left and right */
	QUERY_OR,    /* left or right */
	QUERY_NOT,   /* not left */
	QUERY_WORDS, /* the words, one after the other, in the field */
	QUERY_DATED, /* published within from..to */
	QUERY_EVENT, /* an event that may lie within from..to */
	QUERY_READ,
	QUERY_STARRED,
	QUERY_WANTED /* a link that resolves to nothing, with the words in its title */
};

/* Where words are looked for; bare ones everywhere: title, standfirst, text, source,
   topics, tags and notes. */
enum query_field {
	FIELD_ANY,
	FIELD_TITLE,
	FIELD_WHO,
	FIELD_ORG,
	FIELD_PLACE,
	FIELD_TOPIC,
	FIELD_TAG,
	FIELD_SOURCE,
	FIELD_COUNT
};

struct query_node {
	enum query_kind kind;
	enum query_field field;
	struct strs words;  /* as typed */
	bool prefix;        /* the last word is the beginning of one */
	bool typing;        /* ... and may as well be whole */
	long from, to;      /* days; LONG_MIN, LONG_MAX: open */
	size_t left, right; /* nodes */
};

/* In postorder: a node stands after its parts, the root last. */
struct query {
	VEC(struct query_node) nodes;
	size_t root;
};

struct query_error {
	size_t at; /* byte offset into the query */
	struct str text;
};

/*
 * False with *error when it cannot be understood.  `typing`: it is being typed, so its
 * last bare word is taken as a beginning, and quotes and brackets may still be open.
 */
bool query_parse(struct arena *a, struct str text, bool typing, struct query *out,
    struct query_error *error);

/* It asks for what was read or starred. */
bool query_needs_marks(const struct query *q);

#endif
