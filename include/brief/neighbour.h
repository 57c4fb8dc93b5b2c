/*
 * brief/neighbour.h -- a brief seen from another one: related reading with its reason.
 *
 * The library makes them, the renderer shows them; neither knows the other.
 */
#ifndef BRIEF_NEIGHBOUR_H
#define BRIEF_NEIGHBOUR_H

#include <stdbool.h>

#include "brief/brief.h"

enum neighbour_kind {
	NEIGHBOUR_STATED,   /* the brief or its reader names it */
	NEIGHBOUR_BACKLINK, /* it names this brief */
	NEIGHBOUR_COMPUTED  /* alike in words, names or dates */
};
extern const char *const neighbour_kind_names[]; /* "stated", … */

struct neighbour {
	enum neighbour_kind kind;
	struct str id; /* empty: not in the library, so wanted */
	struct str title, url, source, author, published;
	struct str why; /* "shares Taro Kono, ASAT; same week"; empty: nothing tells */
	struct str same_as; /* the id of one before that has the same text */
	struct str href;    /* its page beside this one, when both are exported */
	double score;       /* 0..1, of computed ones */
	bool by_reader;
};

/* What is shown beside the title: its source, or else its (first) author. */
static inline struct str
neighbour_from(const struct neighbour *n)
{
	return n->source.n != 0 ? n->source : n->author;
}

/* In the order of the pane: stated, backlinks, computed by falling score, ties by id. */
struct neighbours {
	struct neighbour *at;
	size_t n, room;
};

/* The links of the brief as it states them, whether they are in a library or not. */
struct neighbours neighbours_stated(struct arena *a, const struct brief *b);

#endif
