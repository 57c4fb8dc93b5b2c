/*
 * digest/digest.h -- an article in, a brief out: a pure function.
 *
 * No clock, no environment, no files, no locale: same input, same bytes, on any
 * day.  Every summary sentence and event is verbatim in the paragraph it names.
 * Without a publication date nothing invents a year.
 */
#ifndef DIGEST_DIGEST_H
#define DIGEST_DIGEST_H

#include "article/article.h"
#include "brief/brief.h"

struct digest_options {
	int sentences; /* of the summary; 0: 3 to 5 by the article's length */
	bool explain;  /* say why each sentence, event and name was chosen */
};

/* Never NULL.  Notes (no date …) go to `d`.  The brief borrows from the article. */
struct brief *digest(struct arena *a, const struct article *in,
    const struct digest_options *o, struct str file, struct diags *d);

#endif
