/* rm and mv: briefs to the trash, or under another id; and the newest change taken back. */
#include "cmd/ref.h"
#include "cmd/world.h"
#include "library/change.h"

enum { NAMED_MOST = 20 };

int
call_undo(struct call *c)
{
	static const struct {
		const char *what, *text;
	} texts[] = { { "mark", "the marks of" }, { "rm", "the removal of" },
		{ "mv", "the new id" } };
	struct undone u;

	if (c->arg_count != 0)
		return call_usage(c, "--undo takes the newest change back; name nothing");
	if (!call_library(c))
		return EXIT_TROUBLE;
	u = library_undo(library_folder(c->library), call_state(c), c->a, c->d);
	if (u.ok && u.acts.n == 0)
		say(c->d, SAY_UNDO_NONE, (struct place){ 0 },
		    "nothing to take back in this library");
	for (size_t k = 0; u.ok && k < LEN(texts); k++) {
		size_t n = 0;

		for (size_t i = 0; i < u.acts.n; i++)
			n += str_eq(u.acts.at[i].what, str_of(texts[k].what));
		if (n > NAMED_MOST)
			buf_printf(
			    &c->out, "taken back: %s %zu briefs\n", texts[k].text, n);
		for (size_t i = 0; n <= NAMED_MOST && i < u.acts.n; i++)
			if (str_eq(u.acts.at[i].what, str_of(texts[k].what)))
				buf_printf(&c->out, "taken back: %s " STR_FMT "\n",
				    texts[k].text, STR_ARG(u.acts.at[i].id));
	}
	return !u.ok ? EXIT_TROUBLE : u.acts.n == 0 ? EXIT_NOTHING : EXIT_DONE;
}

int
cmd_rm(struct call *c)
{
	struct found_list which = { 0 };
	int status;

	if (c->value[OPTION_UNDO] != NULL)
		return call_undo(c);
	if (c->arg_count == 0)
		return call_usage(c, "rm needs briefs, or --undo");
	if (!call_library(c))
		return EXIT_TROUBLE;
	status = ref_changes(c, &which);
	if (which.n == 0)
		return status;
	if (!library_remove(c->library, call_state(c), &which, c->d))
		return EXIT_TROUBLE;
	return status;
}

int
cmd_mv(struct call *c)
{
	size_t index;
	int status;

	if (c->value[OPTION_UNDO] != NULL)
		return call_undo(c);
	if (c->arg_count != 2)
		return call_usage(c, "mv needs a brief and its new id, or --undo");
	if (!call_library(c))
		return EXIT_TROUBLE;
	status = ref_change(c, c->args[0], &index);
	if (status != EXIT_DONE)
		return status;
	if (!library_rename(c->library, call_state(c), index, str_of(c->args[1]), c->d))
		return EXIT_TROUBLE;
	return EXIT_DONE;
}
