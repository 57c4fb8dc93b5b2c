/* mark: read, unread, starred; in the state, never in the file. */
#include "base/vec.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "library/library.h"
#include "library/state.h"

static const struct {
	enum option_id option;
	unsigned set, clear;
} rows[] = {
	{ OPTION_READ, MARK_READ, 0 },
	{ OPTION_UNREAD, 0, MARK_READ },
	{ OPTION_STAR, MARK_STAR, 0 },
	{ OPTION_UNSTAR, 0, MARK_STAR },
};

/* What the options ask for; false (said): nothing, or a thing and its contrary. */
static bool
wanted(struct call *c, unsigned *set, unsigned *clear)
{
	*set = *clear = 0;
	for (size_t i = 0; i < LEN(rows); i++)
		if (c->value[rows[i].option] != NULL) {
			*set |= rows[i].set;
			*clear |= rows[i].clear;
		}
	if (*set == 0 && *clear == 0)
		(void)call_usage(c, "mark needs --read or --unread, --star or --unstar");
	else if ((*set & *clear) != 0)
		(void)call_usage(c, "a brief cannot be marked both ways at once");
	else
		return true;
	return false;
}

/* The ids of all that is named, or of all there are. */
static int
gather(struct call *c, struct strs *ids)
{
	const bool all = c->value[OPTION_ALL] != NULL;
	struct found_list named = { 0 };
	const int status = all ? EXIT_DONE : ref_changes(c, &named);
	const size_t n = all ? library_count(c->library) : named.n;

	for (size_t i = 0; i < n; i++)
		*vec_push(c->a, ids) =
		    str_dup(c->a, library_at(c->library, all ? i : named.at[i])->id);
	return status;
}

int
cmd_mark(struct call *c)
{
	struct strs ids = { 0 };
	unsigned set, clear;
	int status;

	if (c->value[OPTION_UNDO] != NULL)
		return call_undo(c);
	if (!wanted(c, &set, &clear))
		return EXIT_TROUBLE;
	if ((c->arg_count == 0) == (c->value[OPTION_ALL] == NULL))
		return call_usage(c, "mark needs briefs, or --all and none");
	if (!call_library(c))
		return EXIT_TROUBLE;
	status = gather(c, &ids);
	if (ids.n == 0)
		return status == EXIT_DONE ? EXIT_NOTHING : status;
	if (state_mark(call_state(c), &ids, set, clear) == SIZE_MAX ||
	    !state_lasts(c->state))
		return EXIT_TROUBLE;
	return status;
}
