/*
 * library/reason.h -- why two briefs are alike, in words that are true of both.
 */
#ifndef LIBRARY_REASON_H
#define LIBRARY_REASON_H

#include "library/common.h"
#include "library/kin.h"

/* A brief's text, and of it the words that may be a reason. */
struct told {
	struct str text;
	struct map words; /* as it spells them: to form */
	struct map stems; /* to how often */
	size_t length;    /* in tokens */
	enum common_words known;
};
struct told told_of(struct arena *a, struct kin *k, const struct brief *b);

struct pair {
	struct kin *kin;
	const struct brief *a;
	const struct told *told; /* by a */
	const char *b_path;
	double score; /* kin_score() */
	struct str b_published;
	const struct card *card; /* of a, in the forms of the pile */
	const struct portrait *pa, *pb;
};

/*
 * "shares Tampa; both say asylum; same week": names and words that stand, so spelt, in both
 * briefs, the most telling first, at most three.  Telling is what few others tell (in the
 * library and in general) and both tell often.  Then a tag, and a day of which both tell
 * the same.  A town alone is no reason, nor are places among few briefs.
 * Empty when nothing such is shared; the time is no reason alone, and told only when both
 * dates are whole days.
 */
struct str reason_of(struct arena *a, const struct pair *p);

/* A day of which both tell the same, and that is not when both were written; or nothing. */
struct str reason_day(const struct pair *p, const struct brief *b);

/* "same week", of two whole days; NULL: none. */
const char *reason_time(struct str a, struct str b);

#endif
