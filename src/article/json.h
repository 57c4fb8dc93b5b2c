/*
 * article/json.h -- JSON that holds articles: JSON Feed 1 and 1.1, exports of wallabag and
 * Pocket, lists of objects, objects line by line, one object.
 *
 * The text is walked once (json.c), so that depth and number of values are known before
 * the parser (jansson) sees an article, and a broken article costs only itself.
 */
#ifndef ARTICLE_JSON_H
#define ARTICLE_JSON_H

#include "article/item.h"

enum {
	JSON_DEPTH = 64,
	JSON_VALUES = 100000, /* of one article */
	JSON_ITEMS = 2000
};

/* The value that begins at `from`: its end, and how many values are in it. */
struct json_span {
	size_t end; /* STR_NONE: it has none, or is too deep */
	size_t values;
};
struct json_span json_span(struct str s, size_t from);

enum json_slot {
	JSON_TITLE,
	JSON_URL,
	JSON_PUBLISHED,
	JSON_UPDATED,
	JSON_RETRIEVED,
	JSON_CONTENT,
	JSON_SUMMARY,
	JSON_AUTHOR,
	JSON_KEYWORD,
	JSON_LANGUAGE,
	JSON_NAME,
	JSON_SECTION,
	JSON_RIGHTS
};

struct json_row {
	const char *name;
	enum json_slot slot;
	enum item_form form; /* of a text */
};

/* Fills `it` from one object; false with the reason and its offset when it cannot be
   parsed.  What `it` has already stays, and addresses are seen from its base (json_item.c). */
bool json_item(
    struct arena *a, struct str object, struct item *it, const char **why, size_t *at);

#endif
