/*
 * data/edtf.h -- dates as briefs write them: EDTF (ISO 8601-2:2019, 4 and 8; levels 1, 2).
 *
 * Accepted: what FORMAT lists: years with sign, months, days, date and time with
 * zone, seasons 21..24, quarters 33..36, halves 40..41, decades 201X, centuries
 * 19XX, unknown year XXXX-03-28, ~ ? %, intervals with open ends.
 */
#ifndef DATA_EDTF_H
#define DATA_EDTF_H

#include <stdbool.h>

#include "base/day.h"
#include "base/str.h"

/* How fine the date is; coarser ones are smaller. */
enum edtf_grain {
	EDTF_NONE, /* open or unknown end */
	EDTF_CENTURY,
	EDTF_DECADE,
	EDTF_YEAR,
	EDTF_HALF,
	EDTF_SEASON, /* also quarters */
	EDTF_MONTH,
	EDTF_DAY,
	EDTF_TIME
};

struct edtf {
	long from, to; /* first and last day it may lie on; LONG_MIN, LONG_MAX: open */
	enum edtf_grain grain; /* of the start; of the end where the start is open */
	bool interval;         /* written with a slash */
	bool no_year;          /* XXXX-..: days of the year 0, sort it last */
	bool uncertain;        /* ? or % */
	bool approximate;      /* ~ or % */
};

/* False when it is no EDTF date of the kinds above; *out is then not touched. */
bool edtf_parse(struct str s, struct edtf *out);

/*
 * For the date column, at most 11 columns for single dates: "2019-06-28",
 * "2019-06", "2019 Q3", "spring 2019", "2010s", "28 June" for XXXX-06-28, "~2019-06"; intervals:
 * "2019 H2", "2019-03–05", "2029–", "until 2029".  What is no date comes back as it is.
 */
struct str edtf_show(struct arena *a, struct str edtf);

/* The order of the timeline: start, coarser first, end; no_year after all others. */
int edtf_cmp(const struct edtf *a, const struct edtf *b);

#endif
