/*
 * article/mail.h -- a mail or a mailbox on its way to articles:
 *
 *   bytes --mail_fields--> head fields and body --mail_best--> the part that has the text
 *         --mail_text--> clean text --item_add--> article
 *
 * Formats: RFC 5322 messages, mbox (RFC 4155, with quoted "From "), MIME (RFC 2045 to
 * 2047, 2231), format=flowed (RFC 3676), digests (RFC 1153), lists (RFC 2919, 2369, 5064).  Each step is
 * linear; nesting, parts and fields are capped.
 */
#ifndef ARTICLE_MAIL_H
#define ARTICLE_MAIL_H

#include "article/item.h"

enum {
	MAIL_DEPTH = 16,
	MAIL_PARTS = 500,
	MAIL_FIELDS = 500,
	MAIL_FIELD = 16384,  /* bytes of one field */
	MAIL_TEXT = 2 << 20, /* bytes of text that are read */
	MAIL_HTML = 8 << 20, /* of HTML, pictures in it included */
	MAIL_ITEMS = 2000    /* messages of a mailbox */
};

/* ---- the head (mail_head.c) ---- */

/* As they stand, folded; values at most MAIL_FIELD bytes. */
struct mail_head {
	struct mail_field {
		struct str name, value;
	} * at;
	size_t n, room;
};

/* The fields a text begins with; `*rest` is what follows the empty line. */
struct mail_head mail_fields(struct arena *a, struct str s, struct str *rest);

/* The first value of this name, or nothing. */
struct str mail_value(const struct mail_head *h, const char *name);

/* A value as text: unfolded, encoded words and character sets undone. */
struct str mail_words(struct arena *a, struct str value);

/* The parameter of a field ("charset", "boundary"), also in RFC 2231's pieces. */
struct str mail_param(struct arena *a, struct str value, const char *name);

/* The value without parameters and comments, in lower case: "text/html". */
struct str mail_token(struct arena *a, struct str value);

/* A subject without "Re:", "AW[2]:", "[list]" and the like before it; a tag that would leave
   nothing stays.  `list`: what the head calls the list (mail_subject.c). */
struct str mail_subject(struct str subject, struct str list);

/* ---- bodies (mail_body.c) ---- */

/* Bytes as text; a set that is named wrongly, or not at all, is guessed (mail_charset.c). */
struct str mail_import(struct arena *a, struct str bytes, struct str charset);

/* Undoes a transfer encoding ("base64", "quoted-printable"); at most `most` bytes. */
struct str mail_decode(struct arena *a, struct str s, struct str encoding, size_t most);

/* The bytes of an encoded word's text; 'q' or 'b'. */
struct str mail_decode_word(struct arena *a, struct str s, char encoding);

/* Paragraphs of format=flowed as lines of their own. */
struct str mail_unflow(struct arena *a, struct str s, bool delete_space);

/* How much of it is letters a reader sees. */
size_t mail_weight(struct str s, bool html);

/* ---- parts (mail_part.c) ---- */

struct mail_part {
	struct str bytes; /* decoded, in the scratch arena */
	struct str charset;
	bool html, flowed, delete_space;
	size_t weight;
};

/* The part that has the text, or false.  *inner are the messages of a digest, or else one
   message within, when the text is there and not in the message itself. */
bool mail_best(struct arena *scratch, const struct mail_head *head, struct str body,
    struct mail_part *best, struct strs *inner);

/* ---- digests in plain text (mail_digest.c) ---- */

/* The messages of one, borrowed from the text: a head, an empty line, a body; whatever a head
   says of character sets and parts is done already.  False: it is no digest. */
bool mail_digest(struct arena *scratch, struct str text, struct strs *out);

/* ---- what is not the text (mail_trim.c) ---- */

/* A signature and a list's footer off a plain text. */
struct str mail_without_footer(struct str s);

/* What an answer has of the mail it answers below "-----Original Message-----", as a quotation. */
struct str mail_quoted(struct arena *a, struct str s);

/* "View in your browser" off the top, "unsubscribe" and what follows off the end. */
void mail_trim(struct job *j);

#endif
