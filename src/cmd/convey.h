/*
 * cmd/convey.h -- from the bytes of an input to its briefs, through the sandbox.
 *
 * The child reads: it finds the kind, takes the article out and digests it, or reads a
 * brief.  What comes back is a record (brief/record.h); no byte of the input is looked at
 * here but for its hash and the names of character sets.
 */
#ifndef CMD_CONVEY_H
#define CMD_CONVEY_H

#include "article/article.h"
#include "base/vec.h"
#include "brief/brief.h"
#include "cmd/sandbox.h"
#include "digest/digest.h"

/* What a converter writes as its name: "nutgraf 0.1.0". */
#define MADE_BY STR("nutgraf " VERSION)

/* What to make of the bytes. */
struct convey_options {
	struct article_hints hints; /* `file` for messages; `sha256` is set here */
	struct digest_options digest;
	bool again; /* the input is a brief: digest its body again */
};

struct convey {
	struct sandbox sandbox;
	bool imported; /* the last input was a brief itself */
	VEC(const char *)
	sets; /* character sets the child can read though it opens no file */
};

/* Both as sandbox_open() and sandbox_close(); *v stays where it is while it is open. */
bool convey_open(struct convey *v, struct call *c);
void convey_close(struct convey *v);

/* Appends the briefs of the input, in `a`; false when it could not be read (said). */
bool convey(struct convey *v, const struct convey_options *o, struct str bytes,
    struct arena *a, struct briefs *out);

#endif
