/* nutgraf [OPTION…] COMMAND [ARGUMENT…]: reads the command line, runs one command, ends well. */
#include <unistd.h>

#include "cmd/call.h"
#include "library/library.h"
#include "library/state.h"

static int
run(struct call *c)
{
	if (c->value[OPTION_VERSION] != NULL) {
		buf_text(&c->out, "nutgraf " VERSION "\n");
		return EXIT_DONE;
	}
	if (c->value[OPTION_HELP] != NULL)
		return call_help(c, c->command);
	if (c->command != NULL)
		return c->command->run(c);
	if (c->terminal && isatty(STDIN_FILENO) == 1)
		return cmd_read(c);
	return call_help(c, NULL), EXIT_TROUBLE;
}

int
main(int argc, char **argv)
{
	struct arena a = ARENA_INIT;
	struct diags d = { .a = &a };
	struct call c = { .a = &a, .d = &d, .pager = -1 };
	int status = EXIT_TROUBLE;
	size_t said;

	c.out = buf_new(&a);
	c.told_lines = map_new(&a);
	if (call_parse(&c, argc, argv)) {
		c.terminal = c.value[OPTION_OUTPUT] == NULL && isatty(STDOUT_FILENO) == 1;
		status = run(&c);
	}
	call_tell(&c);
	said = d.n;
	call_finish(&c);
	call_tell(&c);
	if (d.n != said || c.lost)
		status = EXIT_TROUBLE;
	state_close(c.state);
	library_close(c.library);
	arena_free(&a);
	return status;
}
