/* What git leaves behind when two sides changed the same lines. */
#include <string.h>

#include "brief/fields.h"

enum { TOLD_MOST = 20 }; /* a place costs a walk from the start of the file */

enum side { BOTH, OURS, BASE, THEIRS };

bool
brief_conflict(struct str bytes, struct str part, struct str name, struct diags *d)
{
	const struct str mark = STR("\n<<<<<<< ");
	size_t at = str_find(part, mark, 0);

	if (str_starts(part, str_cut(mark, 1, mark.n)))
		at = 0;
	else if (at == STR_NONE || !str_has(part, STR("\n>>>>>>> ")))
		return false;
	else
		at++;
	say(d, SAY_BRIEF_CONFLICT, place_in(name, bytes, at + (size_t)(part.p - bytes.p)),
	    "the marks of a merge conflict; choose a side and remove them");
	return true;
}

/* The side that begins behind the line, for a line within `now`; or `now`. */
static enum side
side_of(struct str line, enum side now)
{
	if (str_starts(line, STR("<<<<<<< ")))
		return OURS;
	if (now == OURS && str_starts(line, STR("||||||| ")))
		return BASE;
	if (now != BOTH && str_starts(line, STR("=======")))
		return THEIRS;
	return str_starts(line, STR(">>>>>>> ")) ? BOTH : now;
}

struct str
brief_one_side(struct arena *a, struct str bytes, struct str part, struct str name,
    bool *any, struct diags *d)
{
	struct str rest = part;
	enum side side = BOTH;
	int told = 0;
	char *p;

	*any = brief_conflict(bytes, part, name, &(struct diags){ .a = a });
	if (!*any)
		return part;
	p = arena_alloc(a, part.n + 1);
	memcpy(p, part.p, part.n);
	while (rest.n != 0) {
		char *at = p + (size_t)(rest.p - part.p);
		const struct str line = str_split(&rest, '\n');
		const enum side now = side_of(line, side);

		if (side == BOTH && now == OURS && told++ < TOLD_MOST)
			(void)brief_conflict(bytes,
			    str_cut(part, (size_t)(line.p - part.p), part.n), name, d);
		if (now != side || now == BASE || now == THEIRS)
			memset(at, ' ', line.n);
		side = now;
	}
	return (struct str){ p, part.n };
}
