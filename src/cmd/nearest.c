/* The nearest name to a mistyped one: at most a third of it is wrong. */
#include "base/edits.h"
#include "cmd/call.h"

struct nearest {
	const char *name;
	int distance;
};

static void
consider(struct nearest *best, const char *typed, const char *name)
{
	const int d = edits_between(str_of(typed), str_of(name));

	if (d * 3 <= (int)strlen(name) + 1 && d < best->distance)
		*best = (struct nearest){ name, d };
}

const char *
nearest_command(const char *typed)
{
	struct nearest best = { NULL, EDITS_MOST };

	for (size_t i = 0; i < COMMAND_COUNT; i++)
		consider(&best, typed, commands[i].name);
	return best.name;
}

const char *
nearest_option(const char *typed, unsigned in)
{
	struct nearest best = { NULL, EDITS_MOST };

	for (size_t i = 0; i < OPTION_COUNT; i++)
		if ((options[i].in & in) != 0)
			consider(&best, typed, options[i].name);
	return best.name;
}
