/*
 * digest/reading.h -- one pass over an article's text, shared by dates, names, summary, topics.
 *
 * The text is the plain text of all leaf blocks joined by two line feeds, so a
 * token never spans blocks.  Made once per article; all offsets are bytes into
 * `text`.  Words are counted by stem: a term is a stem with how often and in
 * how many passages it stands.
 */
#ifndef DIGEST_READING_H
#define DIGEST_READING_H

#include "article/article.h"
#include "digest/words.h"
#include "text/sentence.h"
#include "text/word.h"

enum { SENTENCE_MOST = 4000 /* bytes; what is longer is no sentence */ };

struct passage {
	uint32_t at, n;         /* bytes into the text: a sentence */
	uint32_t token, tokens; /* its tokens */
	uint32_t leaf;          /* leaf block it is in, from 0 */
	long para;              /* top-level block, from 1 */
	enum block_kind kind;   /* of the leaf: paragraph, heading, code … */
	bool in_list, in_quote;
	bool
	    answered; /* by a mail that has words of its own: quoted, or whom it quotes */
	bool whole;   /* one line of running text that ends like a sentence */
	/* what its tokens have, all taken together; rules that want more than it has need
	   not look */
	uint8_t flags;
	uint16_t classes;
	uint64_t lists;
};

struct term {
	struct str stem;   /* folded */
	uint32_t count;    /* tokens with this stem */
	uint32_t passages; /* passages it stands in */
	bool stop;         /* a function word, a number, a single letter: no topic */
	bool in_title;
};

struct reading {
	struct str text, language; /* "" where the language is not known */
	struct str title;
	struct tokens tokens;
	struct passage *at; /* sentences, in text order */
	size_t n, room;
	bool small;         /* the text has lost its capitals */
	uint16_t *class_of; /* of each token: its word classes (digest/words.h) */
	uint64_t *lists_of; /* of each token: the lists it is in (digest/words.h) */
	uint16_t *kind_of;  /* of each token: its name kinds (digest/gazetteer.h) */
	uint32_t *event_of; /* of each token: what it is to events, a bit for each class
				(digest/event_word.h) */
	uint32_t *term_of;  /* of each token: index into terms; TERM_NONE for marks */
	struct term *terms;
	size_t term_count;
	size_t title_terms; /* distinct ones of the title that are no stop words */
};

#define TERM_NONE UINT32_MAX

struct reading *reading_of(struct arena *a, const struct article *in);

/* The token is one of the list's words; false past the end. */
static inline bool
word_in(const struct reading *r, size_t token, enum word_list list)
{
	return (r->lists_of[token] >> list & 1) != 0;
}
/* Such a word stands in the sentence. */
static inline bool
passage_holds(const struct passage *p, enum word_list list)
{
	return (p->lists >> list & 1) != 0;
}
/* The text of a sentence, borrowed. */
struct str passage_text(const struct reading *r, size_t i);

#endif
