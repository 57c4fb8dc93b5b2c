/* The rows as tables. */
#include "cmd/rows.h"

#define COMMAND_ROW(id, name, args, help) \
	[COMMAND_##id] = { #name, args, help, cmd_##name },
const struct command commands[COMMAND_COUNT] = { COMMANDS(COMMAND_ROW) };

#define OPTION_ROW(id, name, letter, arg, in, help) \
	[OPTION_##id] = { name, arg, help, in, letter },
const struct option_row options[OPTION_COUNT] = { OPTIONS(OPTION_ROW) };
