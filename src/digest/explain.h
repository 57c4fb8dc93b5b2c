/*
 * digest/explain.h -- why a sentence, an event or a name was chosen, a note for each.
 *
 * The note names the feature that carried it: what it has more of than the other
 * candidates of its article.  Numbers are the model's points, without a unit.
 */
#ifndef DIGEST_EXPLAIN_H
#define DIGEST_EXPLAIN_H

#include "base/diag.h"
#include "digest/names.h"
#include "digest/summary.h"

/* Where the notes go; `d` is NULL when nobody asked. */
struct explain {
	struct diags *d;
	struct str file;
};

/* `chosen` of each candidate; NULL when the article is shown whole. */
void explain_summary(const struct explain *x, const struct reading *r,
    const struct candidates *c, const bool *chosen, const struct weights *w);

void explain_name(const struct explain *x, const struct entity *e,
    const short weights[EVIDENCE_COUNT][SENSE_COUNT]);

void explain_events(const struct explain *x, const struct brief *b);

#endif
