/* Help from the rows: the program, one command, the messages, the keys. */
#include <string.h>

#include "article/article.h"
#include "cmd/call.h"
#include "cmd/tables/queries.h"
#include "cmd/world.h"
#include "shell/shell.h"
#include "text/glyph.h"
#include "text/wrap.h"

enum {
	HELP_COLS = 28,
	HELP_NARROW = 6,
	NARROW = 60,
	MESSAGE_COLS = 26
}; /* where the explanations begin */

#define QUERY_ROW(form, mdoc, help) { form, mdoc, help },
const struct query_row help_queries[] = { QUERIES(QUERY_ROW){ NULL, NULL, NULL } };

/* Of a terminal; elsewhere (0) lines are as long as they are. */
static int
columns(struct call *c)
{
	long cols = 0;

	return c->terminal && world_width(c, &cols) ? (int)cols : 0;
}

/* A text that begins at column `at`, and goes on there. */
void
help_text(struct call *c, int at, struct str text)
{
	const int cols = columns(c);

	while (cols > at && glyph_cols(text) > cols - at) {
		buf_str(&c->out, wrap_line(&text, cols - at));
		buf_byte(&c->out, '\n');
		buf_repeat(&c->out, ' ', (size_t)at);
	}
	buf_str(&c->out, text);
	buf_byte(&c->out, '\n');
}

/* What stands in `used` columns is explained from column `at` on, below it where that is near. */
static void
put_help(struct call *c, int used, int at, const char *help)
{
	const int width = columns(c);

	if (width != 0 && width < NARROW)
		at = HELP_NARROW;
	if (used >= at) {
		buf_byte(&c->out, '\n');
		used = 0;
	}
	buf_repeat(&c->out, ' ', (size_t)(at - used));
	help_text(c, at, str_of(help));
}

static void
put_row(struct call *c, struct str left, const char *help)
{
	buf_text(&c->out, "  ");
	buf_str(&c->out, left);
	put_help(c, glyph_cols(left) + 2, HELP_COLS, help);
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

/* The options of one command, below a blank line if there are any, or (NULL) those that all commands take. */
static void
put_options(struct call *c, const struct command *command)
{
	bool blank = command != NULL;

	for (size_t i = 0; i < OPTION_COUNT; i++) {
		const bool all = options[i].in == EVERYWHERE;

		if (command == NULL
			? !all
			: all || (options[i].in >> (command - commands) & 1) == 0)
			continue;
		if (blank)
			buf_byte(&c->out, '\n');
		blank = false;
		put_row(c, option_synopsis(c->a, &options[i]), options[i].help);
	}
}

static void
help_program(struct call *c)
{
	buf_text(&c->out, "usage: nutgraf [OPTION…] COMMAND [ARGUMENT…]\n\n");
	help_text(c, 0,
	    STR("Turns articles into briefs and is the place where they are read."));
	help_text(c, 0,
	    STR("A brief is named by its id, the start of one, words of its title, a "
		"path, "
		"or -."));
	buf_text(&c->out, "\ncommands\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		struct buf left = buf_new(c->a);

		buf_printf(&left, "%s %s", commands[i].name, commands[i].args);
		put_row(c, buf_view(&left), commands[i].help);
	}
	buf_text(&c->out, "\noptions of every command\n");
	put_options(c, NULL);
	buf_byte(&c->out, '\n');
	help_text(c, 0,
	    STR("exit status: 0 done, 1 nothing found or findings, 2 usage or trouble,"));
	help_text(c, 0, STR("3 a hand edit would be lost and nothing was written"));
}

static void
put_kinds(struct call *c)
{
	buf_text(&c->out, "\nkinds of input\n");
	for (size_t i = 0; article_kind_name(i) != NULL; i++)
		put_row(c, str_of(article_kind_name(i)), article_kind_help(i));
}

static bool
takes_query(const struct command *command)
{
	return strstr(command->args, "QUERY") != NULL ||
	       (options[OPTION_WHERE].in >> (command - commands) & 1) != 0;
}

static void
put_queries(struct call *c)
{
	for (size_t i = 0; help_queries[i].form != NULL; i++)
		put_row(c, str_of(help_queries[i].form), help_queries[i].help);
}

static void
help_command(struct call *c, const struct command *command)
{
	buf_printf(&c->out, "usage: nutgraf %s [OPTION…]%s%s\n\n", command->name,
	    *command->args == '\0' ? "" : " ", command->args);
	help_text(c, 0, str_of(command->help));
	put_options(c, command);
	if ((options[OPTION_KIND].in >> (command - commands) & 1) != 0)
		put_kinds(c);
	if (takes_query(command)) {
		buf_text(&c->out, "\nwhat a query may hold; all of it must hold\n");
		put_queries(c);
	}
	buf_text(&c->out, "\nand with every command\n");
	put_options(c, NULL);
}

static void
help_messages(struct call *c)
{
	for (int id = 0; id < MESSAGE_COUNT; id++) {
		buf_printf(&c->out, "%-16s %-8s", message_id((enum message)id),
		    level_names[message_level((enum message)id)]);
		put_help(
		    c, MESSAGE_COLS, MESSAGE_COLS + 1, message_help((enum message)id));
	}
}

static void
help_keys(struct call *c)
{
	struct shell_key_row row;

	for (size_t i = 0; shell_key_row(c->a, i, &row); i++) {
		if (row.keys.n == 0)
			continue;
		put_row(c, row.keys, str_nul(c->a, row.help));
	}
}

static const struct {
	const char *name;
	void (*put)(struct call *c);
} topics[] = {
	{ "messages", help_messages },
	{ "keys", help_keys },
	{ "queries", put_queries },
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
