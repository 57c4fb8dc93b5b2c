/*
 * edtf_parts.h -- one date of an EDTF string, taken apart; shared by reading and showing.
 *
 * Years are astronomical (0 is 1 BC).  A part that is not written is 0, one that
 * is written as X's is PART_UNKNOWN.
 */
#ifndef DATA_EDTF_PARTS_H
#define DATA_EDTF_PARTS_H

#include <stdbool.h>

#include "base/str.h"

enum { PART_UNKNOWN = -1 };

struct edtf_parts {
	bool open;      /* ".." or nothing: an end of an interval that is not known */
	int year;       /* the first one it may be */
	int year_last;  /* the last one; the same unless X's stand in the year */
	bool no_year;   /* XXXX; year and year_last are 0 then */
	int month;      /* 1..12; 21..24, 33..36, 40, 41: seasons, quarters, halves */
	int day;        /* 1..31 */
	bool time;      /* with a time of day */
	char qualifier; /* '?', '~', '%' or 0 */
};

/* False when it is not a possible date of the kinds in data/edtf.h. */
bool edtf_parts_read(struct str s, struct edtf_parts *out);

#endif
