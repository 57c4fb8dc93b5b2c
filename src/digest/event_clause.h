/*
 * digest/event_clause.h -- the part of a sentence that tells one event, and how it is told.
 *
 * A clause is a range of tokens of the reading; its text is what stands between the
 * first byte of the first token and the last byte of the last one, word for word.
 */
#ifndef DIGEST_EVENT_CLAUSE_H
#define DIGEST_EVENT_CLAUSE_H

#include <stdbool.h>

#include "brief/brief.h"
#include "digest/reading.h"

struct clause {
	uint32_t from, to; /* tokens; `to` is after the last */
};

/* Words that tell whether something was, is planned or is hoped for. */
enum cue {
	CUE_NONE,
	CUE_PLAN,    /* will, is to, scheduled */
	CUE_HOPE,    /* expects, may, forecast */
	CUE_SPLIT,   /* while, but: begins a clause of its own */
	CUE_HANG,    /* which, who, after: hangs on the clause before */
	CUE_SUBJECT, /* the, he, its: a clause may begin so after "and" */
	CUE_INTO     /* in, on, since: belongs to the date after it */
};

enum { CUE_WORDS = 96 };

/* The cue words by hash; filled once per article, on the stack. */
struct cues {
	uint32_t hash[CUE_WORDS];
	uint8_t cue[CUE_WORDS];
	size_t n;
};

void cues_fill(struct cues *c);
enum cue cue_of(const struct cues *c, const struct reading *r, uint32_t token);

/* The whole sentence, or the clause around the token when `split` asks for it. */
struct clause clause_around(const struct cues *c, const struct reading *r,
    const struct passage *s, uint32_t token, bool split);

/* The strongest cue of the clause: hope beats plan. */
enum cue clause_cue(const struct cues *c, const struct reading *r, struct clause k);

struct str clause_text(const struct reading *r, struct clause k);

#endif
