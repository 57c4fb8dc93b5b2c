/* themes: their names, or one of them with every role painted as it looks. */
#include "cmd/paper.h"
#include "cmd/world.h"

static int
list_themes(struct call *c)
{
	for (size_t i = 0; theme_builtin_name(i).n != 0; i++) {
		const struct str name = theme_builtin_name(i);
		struct theme theme;

		if (!theme_builtin(c->a, name, &theme, c->d))
			return EXIT_TROUBLE;
		buf_printf(
		    &c->out, "%-14.*s %.*s\n", STR_ARG(name), STR_ARG(theme.about));
	}
	return EXIT_DONE;
}

int
cmd_themes(struct call *c)
{
	struct theme theme;
	struct paper paper;

	if (c->arg_count == 0)
		return list_themes(c);
	if (c->arg_count > 1)
		return call_usage(c, "one theme at a time");
	c->value[OPTION_THEME] = c->args[0];
	if (!world_theme(c, &theme) || !paper_of(c, &paper))
		return EXIT_TROUBLE;
	call_page(c);
	for (int r = 0; r < ROLE_COUNT; r++) {
		const struct piece line[] = {
			{ str_of(role_name((enum role)r)), (enum role)r, 12 },
			{ str_of(role_help((enum role)r)), (enum role)r, 0 },
		};

		paper_line(c, &paper, line, LEN(line));
	}
	return EXIT_DONE;
}
