/*
 * digest/event_beside.h -- dates that stand beside others, which are one stretch with
 * them, say them again or belong to a noun.
 */
#ifndef DIGEST_EVENT_BESIDE_H
#define DIGEST_EVENT_BESIDE_H

#include "digest/reading.h"
#include "digest/timex.h"

/* All dates of a text, and one of them, of the passage. */
struct beside {
	const struct reading *r;
	const struct timexes *t;
	const struct passage *s;
	size_t i;
};

/* The first of two dates that are the ends of one stretch: "28 to 29 June", "June 3-5". */
bool beside_range(const struct beside *b);
/* "was moved from 15 to 22 June", "postponed from last spring": nothing is on the first. */
bool beside_moved(const struct beside *b);
/* "Sunday's match on 3 May": it belongs to a noun, and the sentence has a date of its own. */
bool beside_noun(const struct beside *b);
/* "the next day, a Saturday": the same day again. */
bool beside_same(const struct beside *b);
/* "A year ago they said that it would open next year": of which year is not told. */
bool beside_then(const struct beside *b);
/* The next date says this one more exactly: "in May, on the 3rd"; "a month later, on 14 April". */
bool beside_finer(const struct beside *b);

#endif
