/*
 * library/reason.h -- why two briefs are alike, in words that are true of both.
 */
#ifndef LIBRARY_REASON_H
#define LIBRARY_REASON_H

#include "library/index.h"

struct pair {
	const struct index *index;
	const struct document *a, *b;
	struct str a_published, b_published; /* EDTF */
};

/*
 * "shares Taro Kono, ASAT; same week".  Every name stands, so spelt, in both
 * briefs, the rarest in the library first, at most three; without names the words
 * that make them alike; the time only when both dates are whole days.
 */
struct str reason_of(struct arena *a, const struct pair *p);

#endif
