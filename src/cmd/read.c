/* read: the reader, at the list or at one brief. */
#include <unistd.h>

#include "cmd/config.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "library/library.h"
#include "shell/shell.h"

/* By what is known at once, else when the library was looked at. */
static int
find(struct call *c, const char *typed, size_t *index)
{
	struct diags *heard = c->d, unheard = { .a = c->a };
	int status;

	c->d = &unheard;
	status = ref_library(c, typed, index);
	c->d = heard;
	if (status == EXIT_DONE)
		return EXIT_DONE;
	(void)library_refresh(c->library, c->d);
	return ref_library(c, typed, index);
}

int
cmd_read(struct call *c)
{
	struct theme theme;
	struct shell_options o = {
		.open = SIZE_MAX, .settled_fd = -1, .unchecked = true
	};
	int status;

	ref_one(c);
	if (!c->terminal || isatty(STDIN_FILENO) != 1)
		return call_usage(
		    c, "the reader needs a terminal; to print use 'nutgraf show'");
	c->value[OPTION_UNCHECKED] = "";
	c->glance = true;
	if (!call_library(c) || !world_theme(c, &theme))
		return EXIT_TROUBLE;
	status = c->arg_count == 0 ? EXIT_DONE : find(c, c->args[0], &o.open);
	if (status != EXIT_DONE)
		return status;
	o.library = c->library;
	o.samples = world_sampled(c);
	o.state = call_state(c);
	o.now = clock_now;
	o.theme = &theme;
	o.keys = config_keys(c);
	o.today = clock_today(c->a);
	o.ascii = world_ascii(c);
	o.editor = world_editor();
	o.pager = call_pager_name(true);
	o.shell = world_shell();
	return shell_run(&o, c->d);
}
