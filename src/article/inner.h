/*
 * article/inner.h -- what the readers of this room share.
 *
 * A reader gets clean text (utf8_import) and fills an article whose hints are set
 * already; what a hint gave is never overwritten.  The tests for single lines say
 * what a line is by itself; the readers decide where such a line may stand.
 */
#ifndef ARTICLE_INNER_H
#define ARTICLE_INNER_H

#include "article/article.h"
#include "base/buf.h"
#include "base/vec.h"

/* What is being read. */
struct job {
	struct arena *a;
	const struct article_hints *hints;
	struct article *out;
	struct diags *d;
	bool titled; /* the title is from the caller or a head, not from the text */
	bool cut;    /* more came than is looked at */
	bool kept;   /* its day is that of an update, no other is told */
	struct articles *all; /* where readers of several articles put each (item.h) */
};

/* Readers: false when they find no text.  The last ones read several articles, and
   bytes that are not yet clean text. */
bool text_read(struct job *j, struct str text);
bool markdown_read(struct job *j, struct str text);
bool feed_read(struct job *j, struct str bytes);
bool json_read(struct job *j, struct str bytes);
bool mail_read(struct job *j, struct str bytes);
bool pages_read(struct job *j, struct str bytes); /* of a PDF: their text */

bool feed_probe(struct str bytes);
bool mail_probe(struct str bytes);
bool json_probe(struct str bytes);

/* The Markdown without the links of notes ("[[Title]]"), whose titles are further reading now. */
struct str wiki_links(struct job *j, struct str text);

/* The Markdown of a generator of sites without its tags ("{{< figure >}}"). */
struct str shortcodes_off(struct arena *a, struct str text);

/* Markdown with the HTML in it read (markup.c). */
struct str markup_off(struct arena *a, struct str text);

/* What all readers leave to the end: dateline, a title at least, the language. */
void article_finish(struct job *j);

/* A text is read up to here; an article is never that long. */
enum { TEXT_BYTES = 3 << 19, TEXT_LINES = 50000 };

/* The text up to these limits; says so when there was more. */
struct str text_within(struct job *j, struct str text);

/* Whether a text is Markdown: front matter, or enough of its markup. */
bool markdown_probe(struct str text);

/* ---- dates (date.c) ---- */

/* The whole of `s` as one date, or an empty string. */
struct str date_of(struct arena *a, struct str s);

/* ---- the places of an article's record (field.c) ---- */

/* Sets what a key names ("author", "Published"), unless it is set.  False when the
   key is unknown or the value is none it can have. */
bool field_set(struct job *j, struct str key, struct str value);
bool field_known(struct str key);

/* The value is of the kind that the key wants: a day, a language, no sentence of a text that only
   begins like a field ("Date: the fruit of the palm."). */
bool field_fits(struct arena *a, struct str key, struct str value);

/* "Key: value" with a key of one to three words; false otherwise. */
bool field_split(struct str line, struct str *key, struct str *value);

void author_add(struct job *j, struct str names);

/* ---- what a line is by itself (line.c) ---- */

size_t line_words(struct str line);
bool line_starts(struct str line, const char *prefix); /* without case */
bool line_is_underline(struct str line);               /* ===, --- */
bool line_ends_sentence(struct str line);
bool line_is_title(struct str line);      /* may be a headline or a link's title */
bool line_is_caps(struct str line);       /* has letters, and none in lower case */
bool line_is_title_case(struct str line); /* most words begin with a capital */
bool line_is_separator(struct str line);  /* * * *, ###, ---, -30-, ENDS */
bool line_is_page(struct str line);       /* Page 3 of 7, - 3 - */
bool line_is_rights(struct str line);
bool line_is_boilerplate(struct str line); /* Sign up for our newsletter */
struct str line_bullet(struct str line); /* what follows a bullet or number, or nothing */

/* "Read more", "You Might Also Read:"; `*rest` is what follows a colon on the line. */
bool line_is_related(struct str line, struct str *rest);

/* ---- lines of the head and the foot (meta.c) ---- */

bool byline_read(struct job *j, struct str line);

/* Two to four words with capitals, none of them a word of pages. */
bool name_is_shaped(struct str s);
bool dates_read(struct job *j, struct str line); /* a line of dates: Published: ... */
bool signoff_read(
    struct job *j, struct str line); /* (Reporting by ...), Name:, Reuters */
void related_add(struct job *j, struct str line);

/* Place, agency and date of the dateline the paragraph begins with, if it does. */
void dateline_read(struct job *j, struct str paragraph);

/* The day of a list of changes or of minutes that no other line has given. */
void dated_read(struct job *j);

/* A line of its own that is nothing but a place and a day with its year. */
bool dateline_alone(struct job *j, struct str line);

/* JANE DOE as Jane Doe; what is not all capitals stays. */
struct str name_calm(struct arena *a, struct str name);

/* Two to five words with capitals, none of them an office. */
bool name_is_person(struct str name);

/* ---- blocks off either end of a document that is not empty (blocks.c) ---- */

void blocks_drop_first(struct doc *d);
void blocks_drop_after(struct doc *d, struct block *b);      /* the one after it */
void blocks_drop_from(struct doc *d, const struct block *b); /* and all after it */

/* "crane" of "notes/crane.md"; what stands behind the last point and has a blank is no ending. */
struct str article_file_stem(struct str file);

/* A title for a text that has none, of its first sentences; empty where they are. */
struct str title_make(struct arena *a, const struct doc *body);

/* Bytes of the quotation the text begins with; all of it when that has no end. */
size_t quotation(struct str s);

/* An agency's or paper's name in full ("AP"), or nothing. */
struct str agency_of(struct str name);

#endif
