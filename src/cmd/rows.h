/*
 * cmd/rows.h -- every command and every option, one row each.
 *
 * The parser, --help, the shell completions and the manual's tables are made
 * from these rows; nothing about a command line is written down twice.
 */
#ifndef CMD_ROWS_H
#define CMD_ROWS_H

#include <stddef.h>

/* clang-format off */
/* A command: its identifier, name, arguments and help line; cmd_NAME() runs it. */
#define COMMANDS(_) \
	_(TIMEX,      timex,      "FILE|-",         "every expression of time in a text, as JSON lines in code points") \
	_(HELP,       help,       "[COMMAND|messages|keys|manual]", "what the program can do, what its messages and keys mean") \
	_(COMPLETION, completion, "bash|zsh|fish",  "a script that teaches the shell the commands and options")

#define IN(command) (1u << COMMAND_##command)
#define EVERYWHERE  (~0u)

/* An option: its identifier, name, letter (0: none), argument (NULL: a flag), the
   commands that take it, and its help line. */
#define OPTIONS(_) \
	_(LANG,      "lang",      0,   "CODE",  IN(TIMEX), "the language, such as en or de-CH") \
	_(DCT,       "dct",       0,   "DATE",  IN(TIMEX), "the document's own date, which relative dates hang on") \
	/* every command */ \
	_(LIBRARY,   "library",   0,   "DIR",   EVERYWHERE, "the folder of briefs; else NUTGRAF_LIBRARY, the configuration, $XDG_DATA_HOME/nutgraf") \
	_(COLOR,     "color",     0,   "WHEN",  EVERYWHERE, "auto, always or never") \
	_(NO_PAGER,  "no-pager",  0,   NULL,    EVERYWHERE, "write straight to the terminal") \
	_(OUTPUT,    "output",    'o', "FILE",  EVERYWHERE, "write to FILE, in one step, instead of to the standard output") \
	_(QUIET,     "quiet",     'q', NULL,    EVERYWHERE, "errors only, no warnings and no notes") \
	_(HELP,      "help",      'h', NULL,    EVERYWHERE, "this help") \
	_(VERSION,   "version",   'V', NULL,    EVERYWHERE, "the program's version")
/* clang-format on */

#define COMMAND_ENUM(id, name, args, help) COMMAND_##id,
enum command_id { COMMANDS(COMMAND_ENUM) COMMAND_COUNT };
#undef COMMAND_ENUM

#define OPTION_ENUM(id, name, letter, arg, in, help) OPTION_##id,
enum option_id { OPTIONS(OPTION_ENUM) OPTION_COUNT };
#undef OPTION_ENUM

struct call;

struct command {
	const char *name, *args, *help;
	int (*run)(struct call *c); /* the exit status */
};
extern const struct command commands[COMMAND_COUNT];

struct option_row {
	const char *name, *arg, *help;
	unsigned in; /* bits of the commands that take it */
	char letter;
};
extern const struct option_row options[OPTION_COUNT];

#define COMMAND_DOOR(id, name, args, help) int cmd_##name(struct call *c);
COMMANDS(COMMAND_DOOR)
#undef COMMAND_DOOR

#endif
