/*
 * article/feed_reader.h -- a feed while the parser runs over it.
 *
 * Elements have a depth from 1.  Outside of a field they mean what tables/feeds.h says;
 * within one they are markup of its text.  Attributes come as the parser gives them:
 * names and values in turn, NULL after the last.
 */
#ifndef ARTICLE_FEED_READER_H
#define ARTICLE_FEED_READER_H

#include "article/feed.h"

enum { SCOPES = 256 }; /* prefixes that are bound at a time */

struct reader {
	struct feed *f;
	void *parser;
	int depth, skip; /* the depth of the element that is passed over, or 0 */
	struct scope {
		struct str prefix;
		enum feed_ns ns;
		int depth;
	} scopes[SCOPES];
	size_t scope_count;
	struct str base[FEED_DEPTH + 1]; /* by depth */
	struct feed_level item;
	int item_depth;             /* 0: outside of items */
	const struct feed_row *row; /* of the field that is being read, or NULL */
	int row_depth;
	struct feed_text field;
	struct buf text;
	bool markup; /* there are elements in the field */
	bool packed; /* the field is written in base64, or should be */
	struct buf source_author;
	enum {
		NO_AUTHOR,
		IN_AUTHOR,
		IN_NAME
	} source_in;       /* of the feed it was taken from */
	bool named, other; /* the child with the value was met; this is another's text */
};

struct str feed_attribute(const char **atts, const char *name);
struct str feed_prefix(struct str *name); /* split off */

/* Keeps a text that stands in an attribute; `rank` 0 is the row's. */
void feed_value(struct reader *r, const struct feed_row *row, struct str text, int rank);

void field_start(
    struct reader *r, const struct feed_row *row, enum feed_ns ns, const char **atts);
void field_end(struct reader *r);
void field_text(struct reader *r, struct str s);

/* A reference by a name of HTML. */
void field_name(struct reader *r, struct str name);

/* An element within the field. */
void field_inner_start(struct reader *r, struct str name, const char **atts);
void field_inner_end(struct reader *r, struct str name);

#endif
