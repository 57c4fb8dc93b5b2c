/*
 * digest/why.h -- why a sentence, an event or a name was chosen, a note for each.
 *
 * The note names the feature that carried it: what it has more of than the other
 * candidates of its article.  Numbers are the model's points, without a unit.
 * Written by explain.c; what needs the models is declared beside them, in summary.h
 * and names.h.
 */
#ifndef DIGEST_WHY_H
#define DIGEST_WHY_H

#include "base/diag.h"
#include "brief/brief.h"

/* Where the notes go; `d` is NULL when nobody asked. */
struct explain {
	struct diags *d;
	struct str file;
};

void explain_events(const struct explain *x, const struct brief *b);

#endif
