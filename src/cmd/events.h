/*
 * cmd/events.h -- the events of several briefs in one order, and their formats.
 *
 * Dated events by their first possible day (of what is to come not before the
 * publication), then their last; then those without a year, then the undated; ties by
 * the brief's id, then by their order there.
 */
#ifndef CMD_EVENTS_H
#define CMD_EVENTS_H

#include "brief/brief.h"
#include "cmd/call.h"
#include "data/edtf.h"

struct dated {
	const struct event *event;
	const struct brief *brief;
	struct edtf when; /* meaningless when not `known` */
	long from;        /* the first day it may lie on, for the order */
	bool known;       /* the date can be read */
	size_t number;    /* in its brief, from 0 */
};

struct events {
	struct dated *at;
	size_t n, room;
	size_t briefs; /* they come from so many */
};

/* What is kept: days from and to (LONG_MIN, LONG_MAX: all), only what was to come. */
struct events_filter {
	long from, to;
	bool to_come;
};

void events_add(struct arena *a, struct events *e, const struct brief *b,
    const struct events_filter *f);
void events_sort(struct events *e);

typedef void events_put(struct call *c, const struct events *e);
void events_tsv(struct call *c, const struct events *e);
void events_csv(struct call *c, const struct events *e);
void events_json(struct call *c, const struct events *e);

/* RFC 5545: all-day events; what has no year or no date is left out.  DTSTAMP is the
   publication, else the clock. */
void events_ics(struct call *c, const struct events *e);

#endif
