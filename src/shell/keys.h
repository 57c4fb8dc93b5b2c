/*
 * shell/keys.h -- keys as numbers, commands as rows.
 *
 * A key is its code point, a control code, or one of enum key beyond Unicode.  Return and
 * line feed are one key, and so are the two codes a Backspace may send.  Written as in
 * "j", "<Enter>", "<C-o>", "<lt>".
 */
#ifndef SHELL_KEYS_H
#define SHELL_KEYS_H

#include <stdint.h>

#include "base/str.h"
#include "shell/tables/commands.h"

enum key {
	KEY_NONE = 0,
	KEY_TAB = 9,
	KEY_CODE_ENTER = 13,
	KEY_ESC = 27,
	KEY_BACKSPACE_CODE = 127,
	KEY_BEYOND = 0x110000, /* no code points from here */
	KEY_CURSOR_UP,
	KEY_CURSOR_DOWN,
	KEY_CURSOR_LEFT,
	KEY_CURSOR_RIGHT,
	KEY_FIRST,
	KEY_LAST,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_BACK_TAB,
	KEY_HELP_F1
};

/* What a mouse did, as a key: bit 31, then the kind, row and column of the screen. */
enum mouse_kind { MOUSE_CLICK, MOUSE_UP, MOUSE_DOWN };
#define MOUSE_BIT (1u << 31)
#define MOUSE_KEY(kind, x, y)                                                \
	(MOUSE_BIT | (uint32_t)(kind) << 28 | ((uint32_t)(y)&0x3fff) << 14 | \
	    ((uint32_t)(x)&0x3fff))
#define MOUSE_KIND(key) ((enum mouse_kind)((key) >> 28 & 7))
#define MOUSE_X(key) ((int)((key)&0x3fff))
#define MOUSE_Y(key) ((int)((key) >> 14 & 0x3fff))

#define VIEW_ENUM(id, bit, name) VIEW_##id = (bit),
enum view { VIEWS(VIEW_ENUM) };
#undef VIEW_ENUM

#define GROUP_ENUM(id, name) GROUP_##id,
enum group { GROUPS(GROUP_ENUM) GROUP_COUNT };
#undef GROUP_ENUM

#define COMMAND_ENUM(id, name, group, views, run, arg, help) CMD_##id,
enum command_id { COMMANDS(COMMAND_ENUM) CMD_COUNT };
#undef COMMAND_ENUM

enum hint_context {
	HINT_LIST,
	HINT_RESUME,
	HINT_FOUND,
	HINT_QUOTED,
	HINT_RELATED,
	HINT_WANTED,
	HINT_LINK,
	HINT_TEXT,
	HINT_HITS,
	HINT_HELP,
	HINT_VIEWS,
	HINT_LETTERS
};

struct shell;

struct command {
	const char *name, *help;
	enum group group;
	unsigned views;
	void (*run)(struct shell *sh, int arg);
	int arg;
};

struct key_binding {
	unsigned views;
	const char *key; /* as written */
	enum command_id command;
};

struct keymap {
	const struct key_binding *at;
	size_t n;
};

struct hint_row {
	enum hint_context context;
	enum command_id command;
	const char *label;
};

extern const struct command reader_commands[CMD_COUNT];
extern const struct keymap keys_usual;
extern const struct hint_row hint_rows[];
extern const size_t hint_row_count;
extern const char *const group_names[GROUP_COUNT];

/* The next key of a script, or of the table; KEY_NONE when it is written wrongly. */
uint32_t key_parse(struct str *rest);

/* As a person reads it: "^O", "Enter", "j". */
struct str key_show(struct arena *a, const char *written);

/* What a key means in a view, or NULL. */
const struct command *command_for(const struct keymap *m, unsigned view, uint32_t key);

/* By name or unique beginning of it, of those that work in `views`; NULL: none or many. */
const struct command *command_named(unsigned views, struct str name);

/* The first key of a command in a view as written, or NULL. */
const char *command_key(const struct keymap *m, enum command_id id, unsigned view);

/* All its keys in any of the views, as a person reads them, with blanks between. */
struct str command_keys(
    struct arena *a, const struct keymap *m, enum command_id id, unsigned views);

#endif
