/*
 * render/timeline.h -- the rows of a timeline, before they are laid out.
 *
 * What is past comes first, then the publication, then what is to come, then what has no
 * year or no date.  In the timeline of several briefs every publication is an event among
 * others, so all that has a year stands in one order.
 */
#ifndef RENDER_TIMELINE_H
#define RENDER_TIMELINE_H

#include "data/edtf.h"
#include "render/layout.h"

enum group { GROUP_PAST, GROUP_PUBLISHED, GROUP_FUTURE, GROUP_NO_YEAR, GROUP_UNDATED };

struct row {
	enum group group;
	bool dated;
	struct edtf when;
	size_t index; /* of the event */
	const struct event *event;
	const struct story_row *told; /* NULL: a brief tells its own */
};

struct rows {
	struct row *at;
	size_t n, room;
};

/* Those of the layout's brief or story that are shown. */
struct rows timeline_rows(struct layout *l);

/* Whether they are of several briefs. */
bool timeline_merged(const struct layout *l);

/* The publication is what the article itself tells: its lead, which is no question, or else its
   title; unless an event says the same. */
struct extract timeline_lead(const struct brief *b);
bool timeline_tells(const struct rows *rows, struct str lead);

/* A sentence of several dates has a row for each, with the text up to its own: what a row
   says that no other one near it does, in bytes from the start of its text. */
struct own {
	size_t from; /* 0: all of it */
	bool below;  /* what is before stands in the row directly above */
};
struct own timeline_own(const struct rows *rows, size_t i);

/* Whom a row means that begins with "He" or "She", where its text has named one person; or
   nothing. */
struct str timeline_who(struct layout *l, const struct event *e);

/* "Ada Brandt, 2026-03-01" where the title, as it is shown, is that of another brief of the
   story as well; or nothing. */
struct str timeline_sender(struct layout *l, const struct brief *b, struct str title);

#endif
