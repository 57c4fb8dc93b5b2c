/*
 * digest/timex.h -- temporal expressions, as TIMEX3 and as EDTF.
 *
 * Recognition: word classes by one hash look-up a token, rules as rows of a
 * static table, longest match with a guard.  Resolution: in text order against
 * the document date and what was mentioned before.  Sources: TimeML 1.2.1
 * annotation guidelines (TIMEX3), ISO 8601-2:2019 (EDTF).
 */
#ifndef DIGEST_TIMEX_H
#define DIGEST_TIMEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "text/word.h"

enum timex_type { TIMEX_DATE, TIMEX_TIME, TIMEX_DURATION, TIMEX_SET };
extern const char *const timex_type_names[]; /* "DATE", ... */

struct timex {
	uint32_t at, n;         /* bytes into the text */
	uint32_t token, tokens; /* the same in tokens: first, how many */
	enum timex_type type;
	const char *rule;   /* the name of the row that found it */
	char value[40];     /* TIMEX3: "2019-06-28", "P2W", "PAST_REF", "XXXX-06-28" */
	char edtf[40];      /* EDTF of a stretch of the calendar, or "" */
	bool explicit_year; /* the words give the year themselves */
	bool compared;      /* only a measure: "the most since 2010" */
};

struct timexes {
	struct timex *at;
	size_t n, room;
	size_t steps; /* how often a word was held against a rule or read for its tense */
};

/*
 * All expressions of the text in order, not overlapping.  `dct` is the document's
 * date, or NULL: then values keep unknown parts (XXXX-06-28) and no year is made up.
 * `language` picks the tables.  Linear in the text; nothing is allocated per match
 * but the row of the list.
 */
struct timexes timex_find(struct arena *a, const struct tokens *t,
    const struct civil *dct, struct str language);

#endif
