/* Help from the rows: the program, one command, the messages, the keys. */
#include <string.h>

#include "article/article.h"
#include "cmd/call.h"
#include "cmd/world.h"
#include "shell/shell.h"
#include "text/glyph.h"

enum { HELP_COLS = 28 }; /* where the explanations begin */

static void
put_row(struct buf *out, struct str left, const char *help)
{
	const int cols = glyph_cols(left) + 2;

	buf_text(out, "  ");
	buf_str(out, left);
	if (cols >= HELP_COLS) {
		buf_byte(out, '\n');
		buf_repeat(out, ' ', HELP_COLS);
	} else {
		buf_repeat(out, ' ', (size_t)(HELP_COLS - cols));
	}
	buf_text(out, help);
	buf_byte(out, '\n');
}

static struct str
option_synopsis(struct arena *a, const struct option_row *o)
{
	struct buf left = buf_new(a);

	if (o->letter != 0)
		buf_printf(&left, "-%c, ", o->letter);
	buf_printf(&left, "--%s", o->name);
	if (o->arg != NULL)
		buf_printf(&left, " %s", o->arg);
	return buf_view(&left);
}

/* The options of one command, or (NULL) those that all commands take. */
static void
put_options(struct call *c, const struct command *command)
{
	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const bool all = options[i].in == EVERYWHERE;

		if (command == NULL
			? all
			: !all && (options[i].in >> (command - commands) & 1) != 0)
			put_row(
			    &c->out, option_synopsis(c->a, &options[i]), options[i].help);
	}
}

static void
help_program(struct call *c)
{
	buf_text(&c->out,
	    "usage: nutgraf [OPTION…] COMMAND [ARGUMENT…]\n\n"
	    "Turns articles into briefs and is the place where they are read.\n"
	    "A brief is named by its id, the start of one, words of its title, a path, "
	    "or -.\n\n"
	    "commands\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		struct buf left = buf_new(c->a);

		buf_printf(&left, "%s %s", commands[i].name, commands[i].args);
		put_row(&c->out, buf_view(&left), commands[i].help);
	}
	buf_text(&c->out, "\noptions of every command\n");
	put_options(c, NULL);
	buf_text(&c->out,
	    "\nexit status: 0 done, 1 nothing found or findings, 2 usage or trouble,\n"
	    "3 a hand edit would be lost and nothing was written\n");
}

static void
put_kinds(struct call *c)
{
	buf_text(&c->out, "\nkinds of input\n");
	for (size_t i = 0; article_kind_name(i) != NULL; i++)
		put_row(&c->out, str_of(article_kind_name(i)), article_kind_help(i));
}

static void
help_command(struct call *c, const struct command *command)
{
	buf_printf(&c->out, "usage: nutgraf %s [OPTION…] %s\n\n%s\n\n", command->name,
	    command->args, command->help);
	put_options(c, command);
	if ((options[OPTION_KIND].in >> (command - commands) & 1) != 0)
		put_kinds(c);
	buf_text(&c->out, "\nand with every command\n");
	put_options(c, NULL);
}

static void
help_messages(struct call *c)
{
	for (int id = 0; id < MESSAGE_COUNT; id++)
		buf_printf(&c->out, "%-16s %-8s %s\n", message_id((enum message)id),
		    level_names[message_level((enum message)id)],
		    message_help((enum message)id));
}

static void
help_keys(struct call *c)
{
	struct shell_key_row row;

	for (size_t i = 0; shell_key_row(c->a, i, &row); i++) {
		if (row.keys.n == 0)
			continue;
		put_row(&c->out, row.keys, str_nul(c->a, row.help));
	}
}

static const struct {
	const char *name;
	void (*put)(struct call *c);
} topics[] = {
	{ "messages", help_messages },
	{ "keys", help_keys },
	{ "manual", help_manual },
};

/* What was put, as a person can read it here. */
static int
done(struct call *c)
{
	const struct str all = buf_view(&c->out);

	if (world_ascii(c)) {
		c->out = buf_new(c->a);
		buf_str(&c->out, glyph_ascii_all(c->a, all));
	}
	return EXIT_DONE;
}

int
call_help(struct call *c, const struct command *command)
{
	if (command == NULL)
		help_program(c);
	else
		help_command(c, command);
	return done(c);
}

int
cmd_help(struct call *c)
{
	const char *what = c->arg_count == 0 ? NULL : c->args[0];
	const char *near;

	if (what == NULL)
		return call_help(c, NULL);
	for (size_t i = 0; i < LEN(topics); i++)
		if (strcmp(what, topics[i].name) == 0)
			return topics[i].put(c), done(c);
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(what, commands[i].name) == 0)
			return call_help(c, &commands[i]);
	near = nearest_command(what);
	return call_usage(c,
	    near == NULL ? "there is no help on '%s'"
			 : "there is no help on '%s'; did you mean '%s'?",
	    what, near);
}
