/*
 * article/article.h -- a file as it came, read into one or more articles.
 *
 * Pure: bytes in, records out; no clock, no files, no locale.  The kind is found
 * by content (a table of probes), never by name.  Nothing is invented: what the
 * input does not say stays empty.
 *
 * Of a plain text the title (once more where it stands twice), bylines, date lines,
 * heads of fields, the source's name, further reading, rights, invitations to
 * subscribe and end marks are taken off and kept in their places; lines broken at a
 * width are joined.  Everything else is body, word for word, and at least one line is.
 */
#ifndef ARTICLE_ARTICLE_H
#define ARTICLE_ARTICLE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "doc/doc.h"
#include "doc/source.h"

/* A link to further reading that the article itself names. */
struct article_link {
	struct str title, url; /* one of them may be empty */
};

struct article {
	struct str title, dek;
	struct source source; /* sha256 is of the input bytes of this article */
	struct strs keywords; /* as the input gives them */
	bool tagged;          /* by whoever wrote the text, not a page */
	struct {
		struct article_link *at;
		size_t n, room;
	} related;
	bool letter;      /* a mail: what it quotes is what it answers to */
	struct doc *body; /* never NULL, never empty, without the title */
};

struct articles {
	struct article *at;
	size_t n, room;
};

/* What the caller knows better than the input; empty fields say nothing. */
struct article_hints {
	struct str from;    /* a kind's name ("text", "markdown"); empty: by content */
	struct str charset; /* of the bytes */
	struct str title, published, language, url; /* override the input's */
	struct str sha256; /* of the whole input, when that is known already */
	struct str file;   /* the name, for messages, a title and a note's day in need */
};

/* False with a message when there is no text or the kind is unknown. */
bool article_read(struct arena *a, struct str bytes, const struct article_hints *h,
    struct articles *out, struct diags *d);

/*
 * Bytes of the dateline a paragraph begins with ("OSAKA, June 28 (Reuters) - "), or 0.
 * The body keeps the words, since its paragraphs are the article's; a reader that
 * quotes the paragraph's first sentence begins after them.  Place, agency and a date
 * with a year are in `source` as well, unless the input names others.
 */
size_t article_dateline(struct str paragraph);

/* The kinds by name, for --from and the manual; NULL after the last. */
const char *article_kind_name(size_t i);
const char *article_kind_help(size_t i);

#endif
