/* Feasts with a place in the calendar, in the year that is nearest. */
#include "timex_resolve.h"

bool
date_feast(struct finder *f, struct match *m, struct when *out)
{
	(void)f, (void)m, (void)out;
	return false;
}
