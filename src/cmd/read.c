/* read: the reader, at the list or at one brief. */
#include <unistd.h>

#include "cmd/config.h"
#include "cmd/ref.h"
#include "cmd/world.h"
#include "shell/shell.h"

int
cmd_read(struct call *c)
{
	struct theme theme;
	struct ref r = { NULL, SIZE_MAX };
	struct shell_options o = { .open = SIZE_MAX, .settled_fd = -1 };
	int status;

	if (c->arg_count > 1)
		return call_usage(c, "read takes one brief");
	if (!c->terminal || isatty(STDIN_FILENO) != 1)
		return call_usage(
		    c, "the reader needs a terminal; to print use 'nutgraf show'");
	o.unchecked = c->arg_count == 0;
	if (o.unchecked)
		c->value[OPTION_UNCHECKED] = "";
	c->glance = o.unchecked;
	if (!call_library(c) || !call_state(c) || !world_theme(c, &theme))
		return EXIT_TROUBLE;
	status = c->arg_count == 0 ? EXIT_DONE : ref_find(c, c->args[0], &r);
	if (status != EXIT_DONE)
		return status;
	o.library = c->library;
	o.open = r.index;
	o.state = c->state;
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
