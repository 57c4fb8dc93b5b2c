/*
 * cmd/ref.h -- a brief as a person names it: a path, "-", an id, the start of one, words.
 */
#ifndef CMD_REF_H
#define CMD_REF_H

#include "brief/brief.h"
#include "brief/neighbour.h"
#include "cmd/call.h"
#include "library/library.h"

struct ref {
	const char *path; /* "-" is the standard input */
	size_t index;     /* in c->library; SIZE_MAX: a file by itself */
};

/*
 * What `typed` means.  A path ("-", something with a slash, or a name ending in
 * .yaml or .md that exists) is that file by itself and the library is not touched;
 * all else is looked up in the library; a file ID.yaml there that cannot be read is such
 * a file by itself.  EXIT_DONE, or (said) EXIT_NOTHING for no such brief, EXIT_TROUBLE for
 * several or a library that cannot be read.
 */
int ref_find(struct call *c, const char *typed, struct ref *out);

/* A brief of the library, by any name or by the path of its file; as ref_find(). */
int ref_library(struct call *c, const char *typed, size_t *index);

/* The name of one brief in several words without quotes: all of c->args become one; the
   other way only where all words stand in the name of one brief (else they are names of
   several).  False (said): the library cannot be read. */
void ref_join(struct call *c, size_t from); /* from this argument on */
void ref_one(struct call *c);
bool ref_words(struct call *c);

/* Of what is to be changed: says which brief it is when words named it; and with
   ref_library(). */
void ref_tell(struct call *c, const char *typed, size_t index);
int ref_change(struct call *c, const char *typed, size_t *index);

/* All arguments so, each brief once; a name that finds nothing leaves the rest to be done. */
int ref_changes(struct call *c, struct found_list *out);

/* The brief (of a stream the first) in `a`; NULL when it cannot be read (said). */
struct brief *ref_read(struct call *c, const struct ref *r, struct arena *a);

/*
 * Related reading.  In the library: everything, at most `most` computed.  Of a file by
 * itself: what it states, as it stands there; a link counts as present when it has an
 * id and ID.yaml lies beside the file.
 */
struct neighbours ref_related(struct call *c, const struct ref *r, const struct brief *b,
    size_t most, struct arena *a);

#endif
