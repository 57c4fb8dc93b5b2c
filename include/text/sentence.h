/*
 * text/sentence.h -- the sentences of running text.
 *
 * Rules and abbreviations are tables (src/text/tables/), English first, German,
 * French and Spanish abbreviations beside.  A paragraph (two line feeds) always
 * ends a sentence; closing quotes and brackets after the stop belong to it.
 */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct sentence {
	uint32_t at, n; /* bytes into the text, blanks at both ends left out */
};

struct sentences {
	struct sentence *at;
	size_t n, room;
	bool small; /* the text is long, and no capital is in it */
};

/* In text order, not overlapping; every byte that is no blank is in one.  Linear. */
struct sentences sentences_of(struct arena *a, struct str text, struct str language);

#endif
