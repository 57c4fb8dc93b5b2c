/*
 * digest/event_heads.h -- dates that stand over what they tell of, and hours before it.
 */
#ifndef DIGEST_EVENT_HEADS_H
#define DIGEST_EVENT_HEADS_H

#include "digest/reading.h"
#include "digest/timex.h"

/* The heading `s` tells a day with its year ("1.4.0 – 2024-03-29": *told is itself), or is
   nothing but a date up to the token `end` or, where the day of publication is known, an hour
   ("1898 – 1901", "14:32": *told is the first sentence below). */
bool heads_event(const struct reading *r, const struct passage *s, const struct timex *x,
    size_t end, bool published, const struct passage **told);

/* "14:32 The harbour is closed": an entry of a log, which begins with its hour. */
bool heads_log(const struct reading *r, const struct passage *s, const struct timex *x);

#endif
