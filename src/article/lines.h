/*
 * article/lines.h -- a plain text as lines, and what the files that read it share.
 */
#ifndef ARTICLE_LINES_H
#define ARTICLE_LINES_H

#include "article/inner.h"

/* One line: its text without blanks at both ends, and what stood before it. */
struct line {
	struct str text;
	int indent;      /* columns; a tab goes to the next multiple of 8 */
	int cols;        /* code points of the text */
	struct str tail; /* the text with its indent, for what is kept as it stood */
};

struct lines {
	struct line *at;
	size_t n, room;
};

/* Lines [from, to) that are still to be read: the head and the foot take their part. */
struct span {
	size_t from, to;
};

struct lines lines_of(struct arena *a, struct str text);
void span_trim(const struct lines *l, struct span *s); /* blank lines off both ends */

/* The first line after `i` that is blank, or s->to. */
size_t group_end(const struct lines *l, const struct span *s, size_t i);

/* The lines are one paragraph, broken where the next word did not fit. */
bool lines_are_wrapped(const struct lines *l, size_t from, size_t to);

/* One paragraph's text: lines joined by a blank. */
struct str lines_join(struct arena *a, const struct lines *l, size_t from, size_t to);

/* Lines that are columns, and, more surely, those with a rule under the first row
   (text_table.c); both as the lines of a block of code. */
bool lines_are_columns(const struct lines *l, size_t from, size_t to);
bool lines_are_table(const struct lines *l, size_t from, size_t to);
struct str text_table(struct arena *a, const struct lines *l, size_t from, size_t to);

/* Takes title, byline, dates and the like off the top, and source, related titles,
   rights and boilerplate off the end; the rest is the text. */
void head_take(struct job *j, const struct lines *l, struct span *s);
void foot_take(struct job *j, const struct lines *l, struct span *s);

/* The rest as blocks. */
void body_build(struct job *j, const struct lines *l, struct span s);

#endif
