/*
 * brief/story.h -- the events of several briefs as one timeline.
 *
 * What two briefs tell of one event is one row that names both.  Two events are the
 * same when their dates are compatible and their sentences share half of their words
 * (stems, without function words and without the words of the date; Dice's measure):
 *
 *   same stretch of days, or one within the other   one row, with the finer date
 *   next day                                        one row, of the earlier day
 *   up to six days apart, days that both briefs     one row, when two thirds of the words
 *   state, or wordier agreement                     are shared; `disputed` says so
 *
 * Within one brief only what is said twice of the same date is one row.  Everything is
 * borrowed from the briefs.  Pure; linear in the events: a row is compared with the
 * last few hundred before it.
 */
#ifndef BRIEF_STORY_H
#define BRIEF_STORY_H

#include <stdbool.h>

#include "brief/brief.h"
#include "data/edtf.h"

/* Where an event is told. */
struct teller {
	const struct brief *brief;
	size_t number; /* in its timeline, from 0 */
};

struct story_row {
	const struct event *event;    /* as its best teller has it */
	const struct teller *tellers; /* the best first, then by publication */
	size_t teller_count;
	struct edtf when; /* meaningless when not `known` */
	long from;        /* first day for the order: what is to come begins with its
			     brief's publication */
	bool known;       /* the date can be read */
	bool disputed;    /* its tellers give days that exclude each other */
};

struct story {
	struct story_row *at;
	size_t n, room;
	const struct brief *const *briefs;
	size_t brief_count;
};

/* All events in the order of time: first day, last day; then those without a year, then the
   undated; ties by the brief's id, then by their order there.  `merge` false: one row each. */
struct story story_make(
    struct arena *a, const struct brief *const *briefs, size_t n, bool merge);

/* The event as this teller has it. */
const struct event *teller_event(const struct teller *t);

#endif
