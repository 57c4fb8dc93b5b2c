/* The command line: options anywhere, `--` ends them, `-` is an argument. */
#include <stdarg.h>
#include <string.h>

#include "base/file.h"
#include "cmd/call.h"

int
call_usage(struct call *c, const char *fmt, ...)
{
	struct buf text = buf_new(c->a);
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(&text, fmt, ap);
	va_end(ap);
	say(c->d, SAY_USAGE, (struct place){ 0 }, STR_FMT, STR_ARG(buf_view(&text)));
	return EXIT_TROUBLE;
}

static unsigned
bits_of(const struct command *command)
{
	return command == NULL ? EVERYWHERE : 1u << (command - commands);
}

/* Before a command is named any long option may come; refuse_strangers() looks again. */
static bool
takes(const struct option_row *o, const struct command *command)
{
	return command == NULL || (o->in & bits_of(command)) != 0;
}

static const struct option_row *
option_named(struct str name, const struct command *command)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (takes(&options[i], command) && str_eq(name, str_of(options[i].name)))
			return &options[i];
	return NULL;
}

static const struct option_row *
option_lettered(char letter, const struct command *command)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (options[i].letter == letter &&
		    (command == NULL ? options[i].in == EVERYWHERE
				     : takes(&options[i], command)))
			return &options[i];
	return NULL;
}

static bool
unknown(struct call *c, const char *typed)
{
	const char *near = typed[0] == '-' && typed[1] == '-'
			       ? nearest_option(typed + 2, bits_of(c->command))
			       : NULL;
	const char *name = c->command == NULL ? "" : c->command->name;

	if (near != NULL)
		(void)call_usage(
		    c, "unknown option '%s'; did you mean '--%s'?", typed, near);
	else
		(void)call_usage(c, "unknown option '%s'; see 'nutgraf %s%s--help'",
		    typed, name, name[0] == '\0' ? "" : " ");
	return false;
}

/* Where the parser stands in the words of the command line. */
struct words {
	char **at;
	int i, n;
};

static bool
set(struct call *c, const struct option_row *o, const char *inlined, struct words *w)
{
	const char **value = &c->value[o - options];

	if (o->arg == NULL) {
		*value = "";
		return inlined == NULL ||
		       (call_usage(c, "option '--%s' takes no argument", o->name), false);
	}
	if (inlined == NULL && w->i + 1 >= w->n) {
		(void)call_usage(
		    c, "option '--%s' needs an argument: %s", o->name, o->arg);
		return false;
	}
	*value = inlined != NULL ? inlined : w->at[++w->i];
	return true;
}

static bool
take_long(struct call *c, struct words *w)
{
	char *word = w->at[w->i];
	const char *equals = strchr(word, '=');
	const struct str name = { word + 2,
		equals == NULL ? strlen(word + 2) : (size_t)(equals - word) - 2 };
	const struct option_row *o = option_named(name, c->command);

	if (o == NULL)
		return unknown(c, word);
	return set(c, o, equals == NULL ? NULL : equals + 1, w);
}

/* "-q", "-qh", "-n5", "-n 5". */
static bool
take_letters(struct call *c, struct words *w)
{
	const char *word = w->at[w->i];

	for (const char *p = word + 1; *p != '\0'; p++) {
		const struct option_row *o = option_lettered(*p, c->command);

		if (o == NULL)
			return unknown(c, word);
		if (o->arg != NULL)
			return set(c, o, p[1] == '\0' ? NULL : p + 1, w);
		if (!set(c, o, NULL, w))
			return false;
	}
	return true;
}

static bool
take_command(struct call *c, const char *word)
{
	const char *near;

	for (size_t i = 0; i < COMMAND_COUNT; i++)
		if (strcmp(word, commands[i].name) == 0) {
			c->command = &commands[i];
			return true;
		}
	near = nearest_command(word);
	if (near != NULL)
		(void)call_usage(
		    c, "unknown command '%s'; did you mean '%s'?", word, near);
	else if (file_stat(word).exists)
		(void)call_usage(c,
		    "'%s' is a file and no command; 'nutgraf add' makes a brief of it",
		    word);
	else
		(void)call_usage(c, "unknown command '%s'; see 'nutgraf help'", word);
	return false;
}

/* After the first word "-TAG" takes a tag away and "-WORD" leaves one out; single letters
   and "-n5" stay options. */
static bool
is_minus_word(const struct call *c, const char *word)
{
	static const unsigned takers = IN(TAG) | IN(LIST) | IN(SEARCH);

	return c->arg_count != 0 && (bits_of(c->command) & takers) != 0 &&
	       word[2] != '\0' && !(word[1] == 'n' && byte_is_digit(word[2]));
}

static bool
take(struct call *c, struct words *w, bool options_ended)
{
	const char *word = w->at[w->i];

	if (!options_ended && word[0] == '-' && word[1] == '-')
		return take_long(c, w);
	if (!options_ended && word[0] == '-' && word[1] != '\0' &&
	    !is_minus_word(c, word))
		return take_letters(c, w);
	if (c->command == NULL)
		return take_command(c, word);
	c->args[c->arg_count++] = word;
	return true;
}

/* Options that stood before the name of a command that does not take them. */
static bool
refuse_strangers(struct call *c)
{
	const struct command *command =
	    c->command == NULL ? &commands[COMMAND_READ] : c->command;

	for (size_t i = 0; i < OPTION_COUNT; i++)
		if (c->value[i] != NULL && !takes(&options[i], command)) {
			(void)call_usage(c, "'%s' takes no option '--%s'", command->name,
			    options[i].name);
			return false;
		}
	return true;
}

/* What is printed has one form. */
static bool
refuse_two_formats(struct call *c)
{
	static const enum option_id formats[] = { OPTION_TEXT, OPTION_MD, OPTION_HTML,
		OPTION_YAML, OPTION_MAN, OPTION_JSON, OPTION_TSV, OPTION_CSV, OPTION_ICS,
		OPTION_DOT, OPTION_NUL };
	size_t asked = 0;

	for (size_t i = 0; i < LEN(formats); i++)
		asked += c->value[formats[i]] != NULL;
	asked += c->value[OPTION_PATHS] != NULL && c->value[OPTION_NUL] == NULL;
	return asked < 2 || (call_usage(c, "one format at a time"), false);
}

bool
call_parse(struct call *c, int argc, char **argv)
{
	struct words w = { argv, 1, argc };
	bool options_ended = false;

	c->args = arena_many(c->a, const char *, (size_t)argc + 1);
	for (; w.i < w.n; w.i++) {
		if (!options_ended && strcmp(argv[w.i], "--") == 0)
			options_ended = true;
		else if (!take(c, &w, options_ended))
			return false;
	}
	return refuse_strangers(c) && refuse_two_formats(c);
}

bool
call_number(struct call *c, enum option_id o, long least, long otherwise, long *out)
{
	*out = otherwise;
	if (c->value[o] == NULL)
		return true;
	if (str_int(str_of(c->value[o]), out) && *out >= least && *out <= 1000000)
		return true;
	(void)call_usage(c, "option '--%s' needs a number from %ld, not '%s'",
	    options[o].name, least, c->value[o]);
	return false;
}
