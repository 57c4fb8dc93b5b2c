/*
 * library/card.h -- what searching needs of one brief: its words by part, its events, its links.
 *
 * A run is the words of a part in order as numbers of forms, FORM_BREAK between texts,
 * so that no phrase reaches from one text into the next.
 */
#ifndef LIBRARY_CARD_H
#define LIBRARY_CARD_H

#include "base/buf.h"
#include "brief/brief.h"
#include "library/forms.h"
#include "library/query.h"

enum { FORM_BREAK = 0 };

enum part {
	PART_TITLE,
	PART_DEK,
	PART_BODY,
	PART_SOURCE,
	PART_TOPIC,
	PART_TAG,
	PART_NOTE,
	PART_WHO,
	PART_ORG,
	PART_PLACE,
	PART_COUNT
};

struct ids {
	uint32_t *at;
	size_t n, room;
};

/* The days an event may lie on. */
struct days {
	long from, to;
};

/* A name as it is spelt, as a form of its own kind (NAME_SIGN before it); forms of one
   name carry the same number. */
struct card_name {
	uint32_t form, which;
};
enum { NAME_SIGN = 1 };

struct card {
	struct ids run[PART_COUNT];
	VEC(struct days) events; /* those with a year */
	VEC(struct card_name) names;
	VEC(struct link) links; /* stated ones */
	uint32_t length;        /* words that bare words of a query are looked for in */
};

/* Everything lies in `a`. */
void card_make(struct card *out, struct forms *f, struct arena *a, const struct brief *b);

/*
 * As bytes.  card_put() writes the numbers of forms as they are; card_pack() writes the
 * forms too, so that card_unpack() can number them anew.  Links are not written.  Taking
 * from damaged bytes gives some card; numbers of forms may then be any.
 */
void card_put(struct buf *out, const struct card *c);
void card_take(struct card *out, struct arena *a, struct str bytes);
void card_pack(struct buf *out, const struct card *c, const struct forms *f);
void card_unpack(struct card *out, struct arena *a, struct forms *f, struct str bytes);

/* How often a word in this part counts for this field; 0: it is not looked for there. */
unsigned part_weight(enum query_field field, enum part part);

#endif
