/*
 * digest/reading.h -- one pass over an article's text, shared by dates, names, summary, topics.
 *
 * The text is the plain text of all leaf blocks joined by two line feeds, so a
 * token never spans blocks.  Made once per article.
 */
#ifndef DIGEST_READING_H
#define DIGEST_READING_H

#include "article/article.h"
#include "text/sentence.h"
#include "text/word.h"

struct passage {
	uint32_t at, n;         /* bytes into the text: a sentence */
	uint32_t token, tokens; /* its tokens */
	uint32_t leaf;          /* leaf block it is in, from 0 */
	long para;              /* top-level block, from 1 */
	enum block_kind kind;   /* of the leaf: paragraph, heading, code … */
	bool in_list, in_quote;
};

struct reading {
	struct str text, language;
	struct tokens tokens;
	struct passage *at; /* sentences, in text order */
	size_t n, room;
};

struct reading *reading_of(struct arena *a, const struct article *in);

#endif
