/*
 * library/crew.h -- reading many files at once.
 *
 * A crew works for one index.  It has a worker for each core, up to a few.  Jobs are done
 * in any order.  Stretches of jobs follow each other: while one is done, what the one
 * before gave is taken; it lives in its worker until crew_rest(), troubles too.
 */
#ifndef LIBRARY_CREW_H
#define LIBRARY_CREW_H

#include "library/build.h"

struct job {
	struct str name;
	struct file_stat stat;
	uint32_t old; /* slot of an unchanged file: nothing to do; else NOWHERE */
	uint32_t was; /* slot of the file before it changed; NOWHERE: it is new */
	struct done {
		bool good;
		struct parcel parcel;
		struct card card; /* in forms of its worker: */
		struct lexicon *lexicon;
		const struct form *forms; /* as many as there were then */
		struct diags d;
	} * done;
};

struct crew;
struct crew *crew_new(struct arena *a, const char *folder);
void crew_start(struct crew *c, struct job *jobs, size_t n);
void crew_wait(struct crew *c);

/* The card in other forms, by what is remembered of the worker's; in `a`. */
void job_card(struct job *j, struct forms *f, struct arena *a, struct card *out);
void job_pack(struct job *j, struct buf *out);

void crew_rest(struct crew *c); /* forgets what the stretch before this one gave */
void crew_end(struct crew *c);

#endif
