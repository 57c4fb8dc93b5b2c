/*
 * cmd/events.h -- the merged timeline of several briefs, filtered, and its formats.
 *
 * A row of brief/story.h is one line, one object or one entry of a calendar; what it
 * says is what its best teller says, and the other briefs that tell it are named.
 */
#ifndef CMD_EVENTS_H
#define CMD_EVENTS_H

#include "brief/story.h"
#include "cmd/call.h"
#include "render/print.h"

/* What is kept: days from and to (LONG_MIN, LONG_MAX: all), only what was to come. */
struct events_filter {
	long from, to;
	bool to_come;
};

/* --from, --to, --scheduled; false (said) for what is no date. */
bool events_options(struct call *c, struct events_filter *out);

/* Takes away the rows that do not pass. */
void events_keep(struct story *s, const struct events_filter *f);

/* In the format that was asked for, else as the reader shows it, after the briefs of the
   story when there are some. */
void events_put(struct call *c, const struct story *s, const struct neighbours *briefs,
    const struct print_look *look, long cols);

/* The rows as an array of the objects that --json writes a line each. */
struct json;
void events_array(struct json *j, const struct story *s);

/* RFC 5545: all-day events of days, with --fuzzy also those of months and more; what has
   no year or no date is left out.  DTSTAMP is the publication, else the clock. */
void events_ics(struct call *c, const struct story *s);

#endif
