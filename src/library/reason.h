/*
 * library/reason.h -- why two briefs are alike, in words that are true of both.
 */
#ifndef LIBRARY_REASON_H
#define LIBRARY_REASON_H

#include "library/kin.h"

struct pair {
	struct kin *kin;
	const struct brief *a;
	const char *b_path; /* the other one is read only when no name is shared */
	struct str b_published;
	const struct card *card; /* of a, in the forms of the pile */
	const struct portrait *pa, *pb;
};

/*
 * "shares Taro Kono, ASAT; same week".  Every name stands, so spelt, in both briefs, the
 * rarest in the library first, at most three; without names the words that make them
 * alike, as both spell them; the time only when both dates are whole days.
 */
struct str reason_of(struct arena *a, const struct pair *p);

#endif
