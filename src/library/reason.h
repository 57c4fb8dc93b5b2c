/*
 * library/reason.h -- why two briefs are alike, in words that are true of both.
 */
#ifndef LIBRARY_REASON_H
#define LIBRARY_REASON_H

#include "library/told.h"

struct pair {
	struct kin *kin;
	const struct brief *a;
	const struct told *told; /* by a */
	const char *b_path;
	double score; /* of their likeness */
	double near;  /* how often what stands out; below 1 they are not alike */
	struct str b_published;
	const struct card *card; /* of a, in the forms of the pile */
	const struct portrait *pa, *pb;
};

/*
 * "shares Tampa; both say asylum seekers; same week": of texts that stand out by their likeness
 * the names and words that stand, so spelt, in both, the most telling first, at most three.
 * Telling is what few others tell (in the library and in general), both tell often, and both
 * are about; a topic is told in full.  A word that not both are about, a town, and places among
 * few briefs are no reason alone.  Then a tag, and a day of which both tell the same, of any two.
 * Empty when nothing such is shared; the time is no reason alone, and told only when both
 * dates are whole days.
 */
struct str reason_of(struct arena *a, const struct pair *p);

/* A name of both is of one and the same person, body or place, and not of those who wrote or
   printed them. */
bool name_tells(const struct pair *p, const struct brief *b, const struct told *of_b,
    struct str name);

/* A day of which both tell the same, and that is not when both were written; or nothing. */
struct str reason_day(const struct pair *p, const struct brief *b);

/* "same week", of two whole days; NULL: none. */
const char *reason_time(struct str a, struct str b);

#endif
