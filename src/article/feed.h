/*
 * article/feed.h -- a feed on its way to items, in steps that are each linear:
 *
 *   bytes --feed_import--> text --feed_parse--> levels --feed_item--> items (item.h)
 *
 * What the parser (expat) refuses goes through feed_mend() once, which makes well-formed
 * XML of anything, and is parsed again.  Entities a document declares are never read.
 */
#ifndef ARTICLE_FEED_H
#define ARTICLE_FEED_H

#include "article/item.h"

enum {
	FEED_DEPTH = 256,     /* elements in each other */
	FEED_ITEMS = 2000,    /* of one feed that are read */
	FEED_FIELD = 1 << 20, /* bytes of one field */
	FEED_LISTED = 12      /* feeds of an OPML file that its message names */
};

enum feed_ns {
	NS_RSS,
	NS_ATOM,
	NS_DC,
	NS_DCTERMS,
	NS_CONTENT,
	NS_EXCERPT,
	NS_MEDIA,
	NS_ITUNES,
	NS_XHTML,
	NS_BURNER,
	NS_RDF,
	NS_PRISM,
	NS_OTHER
};

enum feed_slot {
	SLOT_TITLE,
	SLOT_LINK,
	SLOT_CONTENT,
	SLOT_SUMMARY,
	SLOT_PUBLISHED,
	SLOT_UPDATED,
	SLOT_LANGUAGE,
	SLOT_RIGHTS,
	SLOT_VIA,
	SLOT_HERE,  /* an address of the feed's own from which others are seen */
	SLOT_COUNT, /* those above hold one text */
	SLOT_AUTHOR,
	SLOT_KEYWORD,
	SLOT_SKIP /* nothing in it is the item's */
};

/* What an element means; `child` is the one in it that holds the text, if any does. */
struct feed_row {
	enum feed_ns ns;
	const char *name;
	enum feed_slot slot;
	int rank;
	const char *child;
};

/* The row of an element, or NULL. */
const struct feed_row *feed_row_of(enum feed_ns ns, struct str name);

/* The namespace by its address, or by its prefix where the address says nothing. */
enum feed_ns feed_ns_of(struct str prefix, struct str address);

struct feed_text {
	struct str text, base;
	enum item_form form;
	int rank; /* 0: nothing was there */
};

/* A channel or an item: the best of each field. */
struct feed_level {
	struct feed_text at[SLOT_COUNT];
	struct strs authors, keywords;
	int author_rank;
	size_t from, to; /* bytes of the parsed text */
};

struct feed {
	struct arena *a;
	struct str text; /* clean UTF-8 */
	struct str home; /* where the feed came from, if the caller knows */
	struct feed_level channel;
	struct {
		struct feed_level *at;
		size_t n, room;
	} items;
	struct {
		struct article_link *at; /* those of an OPML file */
		size_t n, room;
	} listed;
	bool list;        /* it is OPML */
	bool names;       /* references by HTML's names stand in the texts undone */
	bool cut;         /* there are more items than are read */
	bool short_field; /* a field is longer than is read */
	bool atom;
	const char *fault; /* why it is not well-formed, or NULL */
	size_t fault_at;
};

/* False with `fault` when the text is not well-formed or declares entities; what was
   found up to there is in `f` all the same (feed_xml.c). */
bool feed_parse(struct feed *f);

/* Well-formed XML of any text, hardly longer; `*cut` when it had to be cut (feed_mend.c). */
struct str feed_mend(struct arena *a, struct str text, bool *cut);

/* The character set: a mark, valid UTF-8, what is declared; else each broken byte is one
   of Windows-1252.  Controls are dropped; *mended tells that something was (feed_text.c). */
struct str feed_import(
    struct arena *a, struct str bytes, struct str declared, bool *mended);

/* A byte of Windows-1252 as UTF-8, in `out`. */
struct str feed_byte(char out[4], unsigned char c);

/* The code of "&#...;" without its ends, or 0; whether XML may hold it. */
uint32_t feed_number(struct str s);
bool feed_is_char(uint32_t code);

/* Keeps a text in its place when its rank is higher (feed_item.c). */
void feed_keep(struct feed *f, struct feed_level *in, const struct feed_row *row,
    struct feed_text text);

/* A level as an item, with what it inherits (feed_item.c). */
struct item feed_item(const struct feed *f, const struct feed_level *in);

#endif
