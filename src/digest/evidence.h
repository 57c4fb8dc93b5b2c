/*
 * digest/evidence.h -- what a name's form and its surroundings say of it.
 */
#ifndef DIGEST_EVIDENCE_H
#define DIGEST_EVIDENCE_H

#include "digest/spans.h"

/* `kinds` is what the gazetteer has of the whole name. */
void evidence_of_form(
    const struct span *s, const struct mention *m, uint16_t kinds, struct evidence *e);
void evidence_of_context(
    const struct span *s, const struct mention *m, struct evidence *e);

#endif
