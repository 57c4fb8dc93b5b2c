/*
 * digest/voice.h -- who speaks: what of each sentence is quoted, and what is said by I and
 * we outside of quotations.
 *
 * A quotation that goes over several sentences leaves pieces that cannot stand alone, and
 * its inner ones would be told as the article's own words.  One whose mark never comes is
 * none: it is given up after a few sentences.  Linear in the text.
 */
#ifndef DIGEST_VOICE_H
#define DIGEST_VOICE_H

#include "digest/reading.h"

/* Of one sentence. */
struct voice {
	bool piece; /* a quotation begins before it or ends after it */
	bool one;   /* I and its forms stand in it, unquoted */
	bool many;  /* we and its forms do */
};

struct voices {
	struct voice *at; /* of each passage */
	bool one, many;   /* the article as a whole is told so */
};

struct voices voices_of(struct arena *a, const struct reading *r);

#endif
