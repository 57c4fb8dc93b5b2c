/*
 * doc/doc.h -- a text as a tree of blocks; CommonMark in and out.
 *
 * Paragraph n of a document (from 1) is its n-th top-level block: what `para`
 * in a brief counts.  Leaf blocks hold runs of text, each with its styles; a
 * soft line break is a blank.  Depth is at most DOC_DEPTH, deeper blocks become
 * their parent's.  The tree lives in the arena it was made in.
 *
 * What holds, for every document of valid UTF-8 without control characters:
 * doc_parse(doc_commonmark(d)) has the same blocks, runs and plain text as d, and
 * writing it again gives the same bytes.  Three things cannot be written and are
 * mended instead: emphasis where CommonMark's flanking rules forbid it is dropped
 * (the text stays), a list is loose when its items could not be read as a tight
 * one, and what holds nothing (an empty paragraph, a list without items, a hard
 * break at either end of a paragraph or in a heading) is not there.
 *
 * Link targets stand as the text gave them, `javascript:` and `data:` too: who
 * opens one opens http, https and mailto only.
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
	BLOCK_CODE,    /* text, each line with its line feed; info */
	BLOCK_LINKS,   /* runs: the links of the code it stands below */
	BLOCK_HTML, /* text as it stood, from doc_parse only; shown as it is, never run */
	BLOCK_RULE  /* nothing */
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
	uint32_t room;  /* bytes `text` may grow to in place; 0: borrowed */
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

/*
 * CommonMark 0.30 (cmark).  Any bytes are a document.  What cmark would take too
 * much time or memory for (20,000 nested lists before 20,000 blank lines, half a
 * million `*`) is read as plain paragraphs instead.
 */
struct doc *doc_parse(struct arena *a, struct str commonmark);

/* Canonical CommonMark: a blank line between blocks, a paragraph on one line. */
void doc_commonmark(const struct doc *d, struct buf *out);

/* The n-th top-level block, from 1, or NULL. */
const struct block *doc_para(const struct doc *d, long n);

/*
 * Plain text of one block with all below it: the text of its runs joined, a hard
 * break is a blank, leaf blocks on lines of their own, links of code left out.
 * `para` texts of a brief are looked for in this.
 */
struct str doc_plain(struct arena *a, const struct block *b);

/* The runs from..to of it are those without hard breaks at either end, which mean nothing. */
void block_inner_runs(const struct block *b, size_t *from, size_t *to);

/* The next block in text order within `top` (parents before children), or NULL;
   `top` NULL: within the whole document. */
const struct block *doc_next(const struct block *b, const struct block *top);

/*
 * Code has no links.  Those of a table's lines stand in a paragraph right below it, in their
 * order: names of one link each with " · " between them, each found in the code, as whole words,
 * behind the one before; a name without a link passes over one that has none.  A paragraph that
 * is not so is one like others.  It has no plain text: the code says it.
 */
struct code_link {
	size_t from, to; /* in the code's text */
	struct str url;
};
struct code_links {
	struct code_link *at;
	size_t n, room;
};
struct code_links doc_links(struct arena *a, const struct block *code);

/* Takes off `*s`, which stands at `at` in the code, what is of one link, or of none (NULL). */
struct str links_part(
    const struct code_links *l, size_t at, struct str *s, const struct code_link **link);

/* Puts the paragraph below code that was just added; a link of a part of a word is one of all. */
void doc_add_links(
    struct arena *a, struct doc *d, const struct block *code, const struct code_links *l);

/*
 * Builders, for readers of other formats.  doc_add() puts a block below `parent`
 * (NULL: at top level), or as near as the depth allows.  block_run() borrows the
 * text, joins equal neighbours and makes line ends blanks.
 */
struct doc *doc_new(struct arena *a);
struct block *doc_add(
    struct arena *a, struct doc *d, struct block *parent, enum block_kind kind);
void block_run(struct arena *a, struct block *b, struct run r);

#endif
