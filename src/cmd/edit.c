/* edit: the person's editor on the file, run by argv; the file is checked afterwards. */
#include <string.h>
#include <unistd.h>

#include "base/run.h"
#include "cmd/check.h"
#include "cmd/ref.h"
#include "cmd/world.h"

/* The exit status of the editor, or -1 when it could not be run. */
static int
run_editor(char **argv)
{
	const pid_t child = fork();
	int status;

	if (child == 0)
		run_become(argv);
	if (child < 0)
		return -1;
	status = run_wait(child);
	return status == RUN_NOT_THERE ? -1 : status;
}

int
cmd_edit(struct call *c)
{
	char **argv;
	struct ref r;
	int status;

	ref_one(c);
	if (c->arg_count != 1)
		return call_usage(c, "edit needs one brief");
	if (strcmp(c->args[0], "-") == 0)
		return call_usage(c, "edit needs a file; the standard input is none");
	status = ref_find(c, c->args[0], &r);
	if (status != EXIT_DONE)
		return status;
	argv = run_words(c->a, str_of(world_editor()), str_of(r.path));
	status = run_editor(argv);
	if (status < 0)
		say(c->d, SAY_EDITOR, (struct place){ 0 },
		    "cannot run the editor '%s'; set VISUAL or EDITOR", argv[0]);
	if (status > 0)
		say(c->d, SAY_EDITOR, (struct place){ 0 },
		    "the editor '%s' ended with %d", argv[0], status);
	if (status != 0)
		return EXIT_TROUBLE;
	return check_file(c, r.path);
}
