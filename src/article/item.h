/*
 * article/item.h -- one item of a feed, a mailbox or a JSON file on its way to an article.
 *
 * Their readers know fields, not texts: they fill this record, and item_add() makes the
 * article, through the reader of the form its text has.  Strings are borrowed.
 */
#ifndef ARTICLE_ITEM_H
#define ARTICLE_ITEM_H

#include "article/inner.h"

enum { ITEM_TITLE = 1000 }; /* bytes of a title that are looked at */

enum item_form {
	ITEM_GUESS, /* HTML if there is a tag or a reference in it, else text */
	ITEM_TEXT,
	ITEM_HTML, /* a fragment: all of it is content */
	ITEM_PAGE, /* a whole page: its main content is looked for */
	ITEM_MARKDOWN
};

struct item_text {
	struct str text;
	enum item_form form;
};

/* Names and titles are plain text, dates EDTF, addresses absolute; all may be empty. */
struct item {
	struct str bytes; /* of the input that are this item: what sha256 is of */
	struct str title, url;
	struct str answers;   /* the address of the mail it is a reply to */
	struct source source; /* all but url and sha256 */
	struct strs keywords;
	struct item_text content, summary; /* the first that has text is the body */
	struct str base;                   /* addresses in the text are seen from here */
	void (*trim)(struct job *j);       /* after the text was read, or NULL */
	bool only; /* the input has no other: the caller's title and address are its */
};

/* Appends an article to j->all; false when there is no text in the item. */
bool item_add(struct job *j, const struct item *it);

/* A title or a name without markup, references and superfluous blanks. */
struct str item_plain(struct arena *a, struct str s, enum item_form form);

/* A date of RFC 5322, RFC 3339, W3C-DTF or asctime, also as they are miswritten, as
   EDTF; or nothing. */
struct str item_date(struct arena *a, struct str s);

/* Seconds or milliseconds since 1970 as EDTF; or nothing. */
struct str item_epoch(struct arena *a, long at);

/* "en_us" as "en-US"; what is no language is nothing. */
struct str item_language(struct arena *a, struct str s);

/* Adds who is named, once each: "jane@x.example (Jane Doe)", "Jane Doe and John Roe".
   An address without a name counts only when `address` is true. */
bool item_author(struct arena *a, struct strs *list, struct str names, bool address);
void item_keyword(struct arena *a, struct strs *list, struct str word);

/* ---- fragments of HTML (fragment.c) ---- */

/* The whole fragment as the article's body; false when there is no text in it. */
bool fragment_read(struct job *j, struct str html, struct str base);

/* The fragment's text in one line; what is no tag of HTML is text. */
struct str fragment_text(struct arena *a, struct str html);

#endif
