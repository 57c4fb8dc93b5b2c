/*
 * library/story.h -- the briefs that tell one story.
 *
 * A story is what strong relations join, near in time: two briefs belong together when
 * what they share weighs enough (a link, alike words, rare names, days of events) and at
 * most eighteen months lie between them.  It is grown from one brief, the strongest
 * relation first, and bounded, so its cost does not depend on the library.
 */
#ifndef LIBRARY_STORY_H
#define LIBRARY_STORY_H

#include "brief/story.h"
#include "library/library.h"

struct chapter {
	size_t index;              /* in the library */
	const struct brief *brief; /* in the arena */
	struct str why; /* what joins it to the story; empty for the one it grew from */
};

/* In order of publication, undated last, ties by id.  The brief it is grown from is always
   one of them, unless it cannot be read (said to `d`): then there are none. */
struct chapters {
	struct chapter *at;
	size_t n, room;
};
struct chapters library_story(
    struct library *lib, size_t i, struct arena *a, struct diags *d);

/* Its merged timeline, and its briefs as a list to choose from. */
struct story chapters_story(struct arena *a, const struct chapters *c);
struct neighbours chapters_list(
    struct arena *a, const struct library *lib, const struct chapters *c);

#endif
