/*
 * doc/doc.h -- a text as a tree of blocks; CommonMark in and out.
 *
 * Paragraph n of a document (from 1) is its n-th top-level block: what `para`
 * in a brief counts.  Leaf blocks hold runs of text, each with its styles; a
 * soft line break is a blank.  Depth is at most DOC_DEPTH, deeper blocks become
 * their parent's.  The tree lives in the arena it was made in.
 *
 * What holds: doc_parse(doc_commonmark(d)) has the same blocks and the same
 * plain text as d, for every document with valid UTF-8 text.
 */
#ifndef DOC_DOC_H
#define DOC_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

enum { DOC_DEPTH = 32 };

enum block_kind {
	BLOCK_PARA,    /* runs */
	BLOCK_HEADING, /* runs; level 1..6 */
	BLOCK_QUOTE,   /* children */
	BLOCK_LIST,    /* children, all BLOCK_ITEM; ordered from `start` */
	BLOCK_ITEM,    /* children */
	BLOCK_CODE,    /* text, with its line feeds; info */
	BLOCK_HTML,    /* text as it stood; shown as plain text, never run */
	BLOCK_RULE     /* nothing */
};

enum run_style {
	RUN_EMPH = 1,
	RUN_STRONG = 2,
	RUN_CODE = 4,
	RUN_IMAGE = 8,
	RUN_BREAK = 16
};

/* A piece of one style.  RUN_BREAK is a hard line break with no text; RUN_IMAGE's
   text is the description and its url the picture's. */
struct run {
	struct str text;
	struct str url; /* a link's target, or empty */
	uint8_t style;  /* of run_style, or 0 */
};

struct block {
	enum block_kind kind;
	int level; /* of a heading */
	bool ordered, tight;
	long start;       /* of an ordered list */
	struct str info;  /* of code */
	struct str text;  /* of code and html */
	struct run *runs; /* of a paragraph or a heading */
	size_t run_count, run_room;
	struct block *first, *last, *next, *parent; /* children, sibling, parent */
};

struct doc {
	struct block *first, *last; /* top-level blocks */
	size_t count;               /* of them */
};

/* CommonMark 0.30 (cmark).  Any bytes are a document; sizes and depth are capped. */
struct doc *doc_parse(struct arena *a, struct str commonmark);

/* Canonical CommonMark: a blank line between blocks, a paragraph on one line. */
void doc_commonmark(const struct doc *d, struct buf *out);

/* The n-th top-level block, from 1, or NULL. */
const struct block *doc_para(const struct doc *d, long n);

/*
 * Plain text of one block with all below it: the text of its runs joined, a hard
 * break is a blank, leaf blocks on lines of their own.  `para` texts of a brief
 * are looked for in this.
 */
struct str doc_plain(struct arena *a, const struct block *b);

/* The next block in text order within `top` (parents before children), or NULL. */
const struct block *doc_next(const struct block *b, const struct block *top);

/* Builders, for readers of other formats. */
struct doc *doc_new(struct arena *a);
struct block *doc_add(struct arena *a, struct doc *d, struct block *parent,
    enum block_kind kind); /* parent NULL: at top level */
void block_run(
    struct arena *a, struct block *b, struct run r); /* joins equal neighbours */

#endif
