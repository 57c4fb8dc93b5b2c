/*
 * Completion scripts for three shells, written from the rows.  What comes after an option or a
 * command has a source: words, files, folders, the themes, the ids of the library.  Ids are
 * asked for when they are wanted, and are text to the shell, nothing it would expand.
 */
#include <string.h>

#include "article/article.h"
#include "cmd/call.h"
#include "render/page.h"

enum from { FROM_NOTHING, FROM_FILES, FROM_FOLDERS, FROM_THEMES, FROM_IDS, FROM_WORDS };

struct supply {
	enum from from;
	const char *words; /* with blanks between */
};

static const char *
pane_at(size_t i)
{
	return i < PANE_COUNT ? pane_names[i] : NULL;
}

static const char *
command_at(size_t i)
{
	return i < COMMAND_COUNT ? commands[i].name : NULL;
}

/* The names up to the NULL. */
static const char *
words_of(struct arena *a, const char *(*at)(size_t i), const char *between)
{
	struct buf out = buf_new(a);

	for (size_t i = 0; at(i) != NULL; i++)
		buf_printf(&out, "%s%s", i == 0 ? "" : between, at(i));
	return str_nul(a, buf_view(&out));
}

static struct supply
source_of_option(struct arena *a, size_t o)
{
	const char *arg = options[o].arg;

	if (o == OPTION_COLOR)
		return (struct supply){ FROM_WORDS, "auto always never" };
	if (o == OPTION_SANDBOX)
		return (struct supply){ FROM_WORDS, "auto require off" };
	if (o == OPTION_KIND)
		return (struct supply){ FROM_WORDS, words_of(a, article_kind_name, " ") };
	if (o == OPTION_PANE)
		return (struct supply){ FROM_WORDS, words_of(a, pane_at, " ") };
	if (o == OPTION_THEME)
		return (struct supply){ FROM_THEMES, NULL };
	if (strcmp(arg, "FILE") == 0)
		return (struct supply){ FROM_FILES, NULL };
	return (
	    struct supply){ strcmp(arg, "DIR") == 0 ? FROM_FOLDERS : FROM_NOTHING, NULL };
}

static struct supply
source_of_command(struct arena *a, size_t i)
{
	static const struct {
		const char *arg;
		enum from from;
	} rows[] = { { "REF", FROM_IDS }, { "FILE", FROM_FILES }, { "DIR", FROM_FOLDERS },
		{ "NAME", FROM_THEMES } };
	struct buf out = buf_new(a);

	if (i == COMMAND_COMPLETION)
		return (struct supply){ FROM_WORDS, "bash zsh fish" };
	if (i == COMMAND_HELP) {
		buf_printf(&out, "%s messages keys queries manual",
		    words_of(a, command_at, " "));
		return (struct supply){ FROM_WORDS, str_nul(a, buf_view(&out)) };
	}
	for (size_t k = 0; k < LEN(rows); k++)
		if (strstr(commands[i].args, rows[k].arg) != NULL)
			return (struct supply){ rows[k].from, NULL };
	return (struct supply){ FROM_NOTHING, NULL };
}

static const char bash_themes[] = "COMPREPLY=($(compgen -W \"$(\"$1\" themes --no-pager "
				  "| cut -d' ' -f1)\" -- \"$word\"))";
static const char fish_themes[] =
    " -a '(nutgraf themes --no-pager | string replace -r \" .*\" \"\")'";

static void
bash_source(struct buf *out, struct supply s)
{
	static const char *const calls[] = { [FROM_NOTHING] = ":",
		[FROM_FILES] = "IFS=$'\\n'; COMPREPLY=($(compgen -f -- \"$word\"))",
		[FROM_FOLDERS] = "IFS=$'\\n'; COMPREPLY=($(compgen -d -- \"$word\"))",
		[FROM_THEMES] = bash_themes,
		[FROM_IDS] = "_nutgraf_ids \"$1\"" };

	if (s.from == FROM_WORDS)
		buf_printf(out, "COMPREPLY=($(compgen -W '%s' -- \"$word\"))", s.words);
	else
		buf_text(out, calls[s.from]);
	buf_text(out, ";;\n");
}

/* "add:--from|convert:--from)" */
static void
bash_option(struct buf *out, size_t o)
{
	const char *between = "\t";

	if (options[o].in == EVERYWHERE) {
		buf_printf(out, "\t*:--%s", options[o].name);
		if (options[o].letter != 0)
			buf_printf(out, "|*:-%c", options[o].letter);
	} else {
		for (size_t i = 0; i < COMMAND_COUNT; i++) {
			if ((options[o].in >> i & 1) == 0)
				continue;
			buf_printf(
			    out, "%s%s:--%s", between, commands[i].name, options[o].name);
			between = "|";
		}
	}
	buf_text(out, ") ");
}

static void
bash_valued(struct buf *out)
{
	buf_text(out, "\t\t-o");
	for (size_t o = 0; o < OPTION_COUNT; o++)
		if (options[o].arg != NULL)
			buf_printf(out, "|--%s", options[o].name);
	buf_text(out, ") skip=$w; continue;;\n");
}

static void
complete_bash(struct buf *out)
{
	buf_text(out,
	    "_nutgraf_ids() {\n\tlocal id\n"
	    "\tif [[ $word == */* ]]; then COMPREPLY=($(compgen -f -- \"$word\")); "
	    "return; fi\n"
	    "\twhile IFS= read -r -d '' id; do\n"
	    "\t\t[[ $id == \"$word\"* ]] && COMPREPLY+=(\"$id\")\n"
	    "\tdone < <(\"$1\" \"${library[@]}\" list -0 2>/dev/null)\n"
	    "\t((${#COMPREPLY[@]})) || { IFS=$'\\n'; COMPREPLY=($(compgen -f -- "
	    "\"$word\")); }\n}\n"
	    "_nutgraf() {\n\tlocal word=${COMP_WORDS[COMP_CWORD]} "
	    "prev=${COMP_WORDS[COMP_CWORD-1]} command= skip= w library=() IFS=$' "
	    "\\t\\n'\n"
	    "\t[[ $prev != = ]] || prev=${COMP_WORDS[COMP_CWORD-2]}\n"
	    "\t[[ $word != = ]] || word=\n"
	    "\tCOMPREPLY=()\n"
	    "\tfor w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
	    "\t\t[[ $skip != --library || $w == = ]] || library=(--library \"$w\")\n"
	    "\t\t[[ $w != = ]] || continue\n"
	    "\t\t[[ -z $skip ]] || { skip=; continue; }\n"
	    "\t\tcase $w in\n");
	bash_valued(out);
	buf_text(out,
	    "\t\t-*) continue;;\n\t\tesac\n\t\t[[ -n $command ]] || command=$w\n"
	    "\tdone\n\tcase ${command:-read}:$prev in\n");
	for (size_t o = 0; o < OPTION_COUNT; o++)
		if (options[o].arg != NULL) {
			bash_option(out, o);
			bash_source(out, source_of_option(out->a, o));
		}
	buf_text(out, "\t*)\n\tcase $command:$word in\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, "\t%s:-*) COMPREPLY=($(compgen -W '", commands[i].name);
		for (size_t o = 0; o < OPTION_COUNT; o++)
			if ((options[o].in >> i & 1) != 0)
				buf_printf(out, " --%s", options[o].name);
		buf_printf(out, "' -- \"$word\"));;\n\t%s:*) ", commands[i].name);
		bash_source(out, source_of_command(out->a, i));
	}
	buf_printf(out,
	    "\t:*) COMPREPLY=($(compgen -W '%s --library --color --help --version' -- "
	    "\"$word\"));;\n\tesac;;\n\tesac\n}\n"
	    "complete -o filenames -F _nutgraf nutgraf\n",
	    words_of(out->a, command_at, " "));
}

/* For '…' in zsh and fish: no quote or bracket can end the string early. */
static void
put_plain(struct buf *out, const char *help)
{
	for (const char *p = help; *p != '\0'; p++)
		buf_byte(out, (char)(strchr("'[]\\:$", *p) == NULL ? *p : ' '));
}

static void
zsh_source(struct buf *out, struct supply s)
{
	static const char *const calls[] = { [FROM_NOTHING] = " ",
		[FROM_FILES] = "_files",
		[FROM_FOLDERS] = "_files -/",
		[FROM_THEMES] = "_nutgraf_themes",
		[FROM_IDS] = "_nutgraf_ids" };

	if (s.from == FROM_WORDS)
		buf_printf(out, "(%s)", s.words);
	else
		buf_text(out, calls[s.from]);
}

static void
zsh_arguments(struct buf *out, size_t i)
{
	buf_printf(out, "%s) _arguments", commands[i].name);
	for (size_t o = 0; o < OPTION_COUNT; o++) {
		if ((options[o].in >> i & 1) == 0)
			continue;
		buf_printf(
		    out, " '--%s%s[", options[o].name, options[o].arg == NULL ? "" : "=");
		put_plain(out, options[o].help);
		buf_text(out, "]");
		if (options[o].arg != NULL) {
			buf_printf(out, ":%s:", options[o].arg);
			zsh_source(out, source_of_option(out->a, o));
		}
		buf_text(out, "'");
	}
	buf_text(out, " '*: :");
	zsh_source(out, source_of_command(out->a, i));
	buf_text(out, "';;\n");
}

static void
complete_zsh(struct buf *out)
{
	buf_text(out, "#compdef nutgraf\n"
		      "_nutgraf_ids() {\n\tlocal -a ids=(\"${(@0)$(nutgraf list -0 "
		      "2>/dev/null)}\")\n"
		      "\tcompadd -- ${ids:#}\n\t[[ $PREFIX != */* ]] || _files\n}\n"
		      "_nutgraf_themes() {\n\tcompadd -- ${${(f)\"$(nutgraf themes "
		      "--no-pager)\"}%% "
		      "*}\n}\n"
		      "_nutgraf() {\nlocal -a commands=(\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, "\t'%s:", commands[i].name);
		put_plain(out, commands[i].help);
		buf_text(out, "'\n");
	}
	buf_printf(out,
	    ")\nlocal command=${${words[2,CURRENT-1]}[(r)(%s)]}\ncase $command in\n",
	    words_of(out->a, command_at, "|"));
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		zsh_arguments(out, i);
	buf_text(out, "*) _describe command commands;;\nesac\n}\n"
		      "if [[ $funcstack[1] == _nutgraf ]]; then _nutgraf \"$@\"; "
		      "else compdef _nutgraf nutgraf; fi\n");
}

static void
fish_source(struct buf *out, struct supply s)
{
	static const char *const calls[] = { [FROM_NOTHING] = "",
		[FROM_FILES] = " -F",
		[FROM_FOLDERS] = " -a '(__fish_complete_directories)'",
		[FROM_THEMES] = fish_themes,
		[FROM_IDS] = " -a '(nutgraf list -0 2>/dev/null | string split0)'" };

	if (s.from == FROM_WORDS)
		buf_printf(out, " -a '%s'", s.words);
	else
		buf_text(out, calls[s.from]);
}

static void
fish_option(struct buf *out, size_t i, size_t o)
{
	const struct supply s = options[o].arg == NULL
				    ? (struct supply){ FROM_NOTHING, NULL }
				    : source_of_option(out->a, o);

	buf_printf(out, "complete -c nutgraf -n '__fish_seen_subcommand_from %s' -l %s",
	    commands[i].name, options[o].name);
	if (options[o].letter != 0)
		buf_printf(out, " -s %c", options[o].letter);
	if (options[o].arg != NULL)
		buf_text(out, s.from == FROM_FILES ? " -r" : " -x");
	fish_source(out, s);
	buf_text(out, " -d '");
	put_plain(out, options[o].help);
	buf_text(out, "'\n");
}

static void
complete_fish(struct buf *out)
{
	buf_text(out, "complete -c nutgraf -f\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		const struct supply s = source_of_command(out->a, i);

		buf_printf(out, "complete -c nutgraf -n __fish_use_subcommand -a %s -d '",
		    commands[i].name);
		put_plain(out, commands[i].help);
		buf_text(out, "'\n");
		if (s.from != FROM_NOTHING) {
			buf_printf(out,
			    "complete -c nutgraf -n '__fish_seen_subcommand_from %s'",
			    commands[i].name);
			fish_source(out, s);
			buf_byte(out, '\n');
		}
		for (size_t o = 0; o < OPTION_COUNT; o++)
			if ((options[o].in >> i & 1) != 0)
				fish_option(out, i, o);
	}
}

static const struct {
	const char *name;
	void (*put)(struct buf *out);
} shells[] = {
	{ "bash", complete_bash },
	{ "zsh", complete_zsh },
	{ "fish", complete_fish },
};

int
cmd_completion(struct call *c)
{
	for (size_t i = 0; i < LEN(shells); i++)
		if (c->arg_count == 1 && strcmp(c->args[0], shells[i].name) == 0) {
			shells[i].put(&c->out);
			return EXIT_DONE;
		}
	return call_usage(c, "completion needs the name of a shell: %s",
	    commands[COMMAND_COMPLETION].args);
}
