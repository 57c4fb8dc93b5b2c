/*
 * digest/event.h -- which of the text's dates are events, and the words that tell them.
 *
 * A row for each date of the calendar and the clause it stands in; announced events
 * without a date follow, with the words that announce them.  At most EVENTS_MOST rows.
 * Order: start (what is to come never before publication), coarser first, end, text.
 */
#ifndef DIGEST_EVENT_H
#define DIGEST_EVENT_H

#include "base/buf.h"
#include "base/day.h"
#include "brief/brief.h"
#include "digest/reading.h"
#include "digest/timex.h"

enum { EVENTS_MOST = 20 };

/* Fills out->timeline.  Texts are borrowed from the reading; `published` may be NULL. */
void events_find(struct arena *a, const struct reading *r, const struct timexes *t,
    const struct civil *published, struct brief *out);

/* One row for the first sentence of a text that has no date but that of its publication, if it
   tells of something that happened. */
void event_of_lead(struct arena *a, const struct reading *r,
    const struct civil *published, struct brief *out);

/* The date is none: of advice, a label, a cell of a table, or denied; `first`: no event was
   told before it. */
bool event_is_none(const struct reading *r, const struct passage *s,
    const struct timex *x, const struct civil *published, bool first);

/* "Today it holds 9000", "it is still sold today", "today's youth": now, and no event. */
bool event_is_nowadays(const struct reading *r, const struct passage *s,
    const struct timex *x, const struct civil *published);

/* Of talk: "“We will see next week”", "declined to comment on Monday", "according to a report of
   Monday", "not on Monday". */
bool event_is_talk(
    const struct reading *r, const struct passage *s, const struct timex *x);

/* What did not happen: "Hätte er 2010 gefragt", "it would have been held in 2021". */
bool event_is_unreal(
    const struct reading *r, const struct passage *s, const struct timex *x);

/* German, French and Spanish: what token i begins was done, "hat … beschlossen". */
bool event_did(const struct reading *r, size_t i, size_t end);

/* "So what will open in 2030?": asked, and not told. */
bool event_is_question(const struct reading *r, const struct passage *s);

/* The date ends a sentence without a verb: "The best new lamp of 2019." */
bool event_is_caption(
    const struct reading *r, const struct passage *s, const struct timex *x);

/* "Founded: 1954", "Posted on 3 May", a heading, a cell of a table: a label. */
bool event_is_label(
    const struct reading *r, const struct passage *s, const struct timex *x);

/* The date belongs to a noun, and its sentence tells of another time. */
bool event_is_mention(
    const struct reading *r, const struct passage *s, const struct timex *x);

#endif
