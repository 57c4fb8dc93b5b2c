/*
 * render/export.h -- what the formats share; private to the room.
 *
 * Text of a brief may hold anything.  Each format has one function through which all
 * text goes, and that one goes through text/clean.h.
 */
#ifndef RENDER_EXPORT_H
#define RENDER_EXPORT_H

#include "render/layout.h"
#include "render/print.h"
#include "text/clean.h"

/* Of its days only that of an update is known: `updated` is the same as `published`. */
bool only_updated(const struct source *s);

/* Name, section, dates, authors, place, licence, and so on: what is there of them. */
struct strs source_line(struct arena *a, const struct source *s);

/* The related briefs, from the file when nobody looked at the library. */
struct neighbours related_of(
    struct arena *a, const struct brief *b, const struct neighbours *related);

struct str neighbour_title(const struct neighbour *n); /* or its id, or its address */

/* "Example Gazette, 2026-02-11; shares Ana Mayor", or empty. */
struct str related_words(struct arena *a, const struct neighbour *n);

/* The rows of the pane as events, with the publication. */
struct events {
	struct event *at;
	size_t n, room;
};
struct events events_of(struct arena *a, const struct brief *b);

/* The date as the pane shows it, or the words it stands for. */
struct str event_date(struct arena *a, const struct event *e);

/* The notes as a list, whichever way the file has them. */
struct strs notes_of(struct arena *a, const struct brief *b);

#endif
