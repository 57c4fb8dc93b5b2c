/*
 * article/html.h -- a web page on its way to an article, in steps that each take the
 * last one's result and are linear in its size:
 *
 *   bytes --html_scan--> page --html_parse--> nodes --html_linearise--> boxes and blocks
 *         --html_judge--> probabilities --html_keep--> kept blocks --html_doc--> doc
 *
 * All of it lives in one scratch arena that is dropped when the article is made; the
 * last step copies.  Only html_tree.c knows the parser.
 */
#ifndef ARTICLE_HTML_H
#define ARTICLE_HTML_H

#include "article/inner.h"
#include "article/tables/tags.h"

enum {
	HTML_DEPTH = 512,           /* elements in each other */
	HTML_INPUT = 16 << 20,      /* bytes that are looked at */
	HTML_BYTES = 5 << 19,       /* of a page without scripts and styles */
	HTML_NODES = 80000,         /* the parser may make, estimated before it does */
	HTML_ATTRS_ROOM = 64 * 1024 /* bytes of attributes one tag may carry */
};

#define HTML_NONE UINT32_MAX /* no box */

#define HTML_TAG_ENUM(id, name, traits) TAG_##id,
enum html_tag { HTML_TAGS(HTML_TAG_ENUM) TAG_COUNT };
#undef HTML_TAG_ENUM

#define HTML_ATTR_ENUM(id, name) ATTR_##id,
enum html_attr { HTML_ATTRS(HTML_ATTR_ENUM) ATTR_COUNT };
#undef HTML_ATTR_ENUM

/* By a lower- or upper-case name; TAG_OTHER, ATTR_COUNT when it is none of ours. */
enum html_tag html_tag_of(struct str name);
enum html_attr html_attr_of(struct str name);
unsigned html_traits(enum html_tag tag);
bool html_is_heading(enum html_tag tag);
bool html_is_plain(enum html_tag tag); /* a paragraph, or what stands for one */

/* ---- before the parser (html_probe.c, html_scan.c) ---- */

bool html_probe(struct str bytes);

/* The page without the warnings that a server's program printed before it. */
struct str html_page_in(struct str bytes);

/* The page as the parser may safely have it: no comment, script, style or drawing, no
   attribute we do not read, depth and number of elements capped, zero bytes after it. */
struct html_page {
	struct str text;
	struct strs json; /* the JSON-LD scripts */
	struct str from;  /* the address that a browser says it saved the page from */
	bool cut;         /* more was there than is read */
};
struct html_page html_scan(struct arena *a, struct str text);

/* The character set a page names in its first kilobytes, or nothing. */
struct str html_charset(struct str bytes);

/* ---- the tree (html_tree.c) ---- */

struct html_value {
	enum html_attr attr;
	struct str text;
};

/* An element, or a text when `tag` is TAG_OTHER and `text.p` is set. */
struct node {
	enum html_tag tag;
	uint32_t order; /* nodes before it */
	uint32_t value_count;
	struct html_value *values;
	struct str text;
	struct node *parent, *first, *next;
};

struct node *html_parse(struct arena *a, struct str page);
struct str node_value(const struct node *n, enum html_attr attr);
bool node_has(const struct node *n, enum html_attr attr);

/* The next node in text order, or NULL after the last one below `top`.  With `into`
   false, what is below `n` is passed over. */
const struct node *node_next(const struct node *n, const struct node *top, bool into);

/* All text below, blanks joined. */
struct str node_text(struct arena *a, const struct node *top);

/* The bytes of the white space at `i`, a no-break space included; 0 where there is none. */
size_t html_space(struct str s, size_t i);

/* `s` with each run of white space as one blank, none at the ends. */
struct str html_squeeze(struct arena *a, struct str s);

/* Character references in what should be plain text are undone. */
struct str html_unescape(struct arena *a, struct str s);

/* ---- boxes and blocks (html_blocks.c) ---- */

/* What a block lies in, counted from the body down. */
enum html_in {
	IN_LI,
	IN_TABLE,
	IN_FIGURE,
	IN_QUOTE,
	IN_NAV,
	IN_HEADER, /* or footer */
	IN_ASIDE,
	IN_FORM,
	IN_ARTICLE,
	IN_MAIN,
	IN_COUNT
};

/* A block-level element.  Children have greater numbers than their parents. */
struct box {
	const struct node *node;
	uint32_t parent; /* HTML_NONE at the top */
	uint32_t end;    /* the first number that is not below it */
	enum html_tag tag;
	float near;      /* good text right below, as html_score.c counts */
	float good;      /* all good text below */
	float own, path; /* what its class words say, and all from the body down to it */
	uint32_t near_sign, sign; /* hashes of tag and class; with the parent's */
};

/* A piece of a block's text as the page has it. */
struct piece {
	struct str text;
	const struct node *link; /* or NULL */
	uint8_t style;           /* of run_style; RUN_BREAK has no text */
};

struct hblock {
	struct str text;    /* blanks joined */
	uint32_t n, link_n; /* code points, and how many of them are in links */
	uint32_t links, words;
	uint32_t box;
	uint32_t order; /* of its first text */
	uint32_t piece, piece_count;
	uint32_t upper, letters, digits, commas;
	uint16_t in; /* bits of html_in */
	bool sentence, inner_stop, repeated;
	uint16_t calls; /* bits of the phrases in tables/calls.h */
	float title_overlap;
	float p; /* how likely it is of the article */
	bool keep;
};

struct page {
	struct arena *a;
	const struct node *root, *body;
	struct {
		struct box *at;
		size_t n, room;
	} boxes;
	struct {
		struct hblock *at;
		size_t n, room;
	} blocks;
	struct {
		struct piece *at;
		size_t n, room;
	} pieces;
	uint32_t best,
	    common;         /* the box with most good text near, and the whole around */
	size_t headline;    /* the block that is the page's headline, or blocks.n */
	size_t first, last; /* good blocks of `common` */
	float good;         /* all good text */
};

static inline enum html_tag
hblock_tag(const struct page *p, const struct hblock *b)
{
	return p->boxes.at[b->box].tag;
}

void html_linearise(struct page *p);

/* The number of the first block that begins at or after a node. */
size_t html_block_at(const struct page *p, const struct node *n);

/* How good a text the block is by itself, 0..1. */
float html_goodness(const struct page *p, const struct hblock *b);

/* ---- choosing (html_score.c, html_keep.c) ---- */

void html_score(struct page *p);
void html_judge(struct page *p);
void html_keep(struct page *p);

/* Its steps that know words (html_notices.c): links to the page's own parts, what readers say,
   notices and labels. */
void html_drop_ways(struct page *p);
void html_drop_comments(struct page *p);
void html_drop_notices(struct page *p);

/* Drops a standfirst that is not the article's (html_dek.c). */
void html_dek(const struct page *p, struct article *out);

/* ---- the head of the text (html_head.c) ---- */

/* Lines that say what the record says are kept no longer. */
void html_head(struct page *p, const struct article *x);

/* ---- further reading (html_related.c) ---- */

/* Links under "You might also read" go to the record, and are kept no longer. */
void html_related(struct page *p, struct job *j, struct str base);

/* ---- into the article (html_doc.c, html_table.c, html_meta.c) ---- */

/* The kept cells of a data table in aligned lines, from its block number `first` on; false:
   it is none.  What stands over it may be empty. */
struct html_lines {
	struct str lines, caption;
	struct code_links links;
};
bool html_table(struct page *p, struct arena *a, uint32_t table, size_t first,
    struct str base, struct html_lines *out);

/* An address as seen from another: http, https or mailto, or nothing. */
struct str html_resolve(struct arena *a, struct str base, struct str href);

/* What the page says of itself, into the article; what else is needed comes back. */
struct meta {
	struct str base; /* the address links are seen from */
	struct str body; /* the article's text as machines are told it, perhaps HTML */
};
struct meta html_meta(struct page *p, struct job *j, const struct html_page *page);

void html_doc(struct page *p, struct job *j, struct str base);
bool html_read(struct job *j, struct str text);

/* A piece of HTML that is content as a whole (of a feed, of a mail), cut from `a`; links
   are seen from `base`.  NULL when there is no text in it. */
struct doc *html_fragment(struct arena *a, struct str text, struct str base);

#endif
