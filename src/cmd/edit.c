/* edit: the person's editor on the file, run by argv; the file is checked afterwards. */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/check.h"
#include "cmd/ref.h"
#include "cmd/world.h"

static _Noreturn void
become(const char **argv)
{
	char *const *words;

	memcpy(
	    &words, &argv, sizeof(words)); /* execvp() wants it so and changes nothing */
	(void)execvp(words[0], words);
	_exit(127);
}

/* The exit status of the editor, or -1 when it could not be run. */
static int
run_editor(const char **argv)
{
	const pid_t child = fork();
	int status;

	if (child == 0)
		become(argv);
	if (child < 0)
		return -1;
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) && WEXITSTATUS(status) != 127 ? WEXITSTATUS(status) : -1;
}

int
cmd_edit(struct call *c)
{
	const char *editor = world_editor();
	const char **argv;
	struct ref r;
	int status;

	if (c->arg_count != 1)
		return call_usage(c, "edit needs one brief");
	if (strcmp(c->args[0], "-") == 0)
		return call_usage(c, "edit needs a file; the standard input is none");
	status = ref_find(c, c->args[0], &r);
	if (status != EXIT_DONE)
		return status;
	argv = call_argv(c, editor == NULL ? "vi" : editor, r.path);
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
