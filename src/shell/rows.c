/* The tables of commands, keys and hints as C arrays, and as rows for the manual. */
#include "base/buf.h"
#include "shell/state.h"

#define COMMAND_ROW(id, name, group, views, run, arg, help) \
	[CMD_##id] = { name, help, GROUP_##group, views, run, arg },
const struct command reader_commands[CMD_COUNT] = { COMMANDS(COMMAND_ROW) };
#undef COMMAND_ROW

#define KEY_ROW(views, key, command) { views, key, CMD_##command },
static const struct key_binding usual[] = { KEYS(KEY_ROW) };
const struct keymap keys_usual = { usual, LEN(usual) };
#undef KEY_ROW

#define HINT_ROW(context, command, label) { HINT_##context, CMD_##command, label },
const struct hint_row hint_rows[] = { HINT_ROWS(HINT_ROW) };
const size_t hint_row_count = LEN(hint_rows);
#undef HINT_ROW

#define GROUP_NAME(id, name) name,
const char *const group_names[GROUP_COUNT] = { GROUPS(GROUP_NAME) };
#undef GROUP_NAME

static struct str
view_list(struct arena *a, unsigned views)
{
#define VIEW_NAME(id, bit, name) { bit, name },
	static const struct {
		unsigned bit;
		const char *name;
	} names[] = { VIEWS(VIEW_NAME) };
#undef VIEW_NAME
	struct buf b = buf_new(a);

	for (size_t i = 0; i < LEN(names); i++)
		if (views & names[i].bit)
			buf_printf(&b, "%s%s", b.n == 0 ? "" : ", ", names[i].name);
	return buf_view(&b);
}

bool
shell_key_row(struct arena *a, size_t i, struct shell_key_row *out)
{
	const struct command *c;

	if (i >= CMD_COUNT)
		return false;
	c = &reader_commands[i];
	*out = (struct shell_key_row){ .keys = command_keys(
					   a, &keys_usual, (enum command_id)i, ~0u),
		.name = str_of(c->name),
		.group = str_of(group_names[c->group]),
		.views = view_list(a, c->views),
		.help = str_of(c->help) };
	return true;
}
