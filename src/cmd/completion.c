/* Completion scripts for three shells, written from the rows. */
#include <string.h>

#include "cmd/call.h"

static void
put_names(struct buf *out, unsigned in)
{
	for (size_t i = 0; i < OPTION_COUNT; i++)
		if ((options[i].in & in) != 0)
			buf_printf(out, " --%s", options[i].name);
}

static void
complete_bash(struct buf *out)
{
	buf_text(out, "_nutgraf() {\n\tlocal word=${COMP_WORDS[COMP_CWORD]} command= w\n"
		      "\tfor w in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
		      "\t\t[[ $w == -* ]] || { command=$w; break; }\n\tdone\n"
		      "\tcase $command:$word in\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, "\t%s:-*) COMPREPLY=($(compgen -W '", commands[i].name);
		put_names(out, 1u << i);
		buf_text(out, "' -- \"$word\"));;\n");
	}
	buf_text(out, "\t:*) COMPREPLY=($(compgen -W '");
	for (size_t i = 0; i < COMMAND_COUNT; i++)
		buf_printf(out, "%s ", commands[i].name);
	buf_text(out,
	    "' -- \"$word\"));;\n\t*) COMPREPLY=($(compgen -f -- \"$word\"));;\n\tesac\n"
	    "}\ncomplete -o filenames -F _nutgraf nutgraf\n");
}

/* For '…' in zsh and fish: no quote or bracket can end the string early. */
static void
put_plain(struct buf *out, const char *help)
{
	for (const char *p = help; *p != '\0'; p++)
		buf_byte(out, (char)(strchr("'[]\\:", *p) == NULL ? *p : ' '));
}

static void
complete_zsh(struct buf *out)
{
	buf_text(out, "#compdef nutgraf\nlocal -a commands=(\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, "\t'%s:", commands[i].name);
		put_plain(out, commands[i].help);
		buf_text(out, "'\n");
	}
	buf_text(out,
	    ")\nif (( CURRENT == 2 )); then _describe command commands; return; fi\n"
	    "case $words[2] in\n");
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, "%s) _arguments", commands[i].name);
		for (size_t o = 0; o < OPTION_COUNT; o++) {
			if ((options[o].in >> i & 1) == 0)
				continue;
			buf_printf(out, " '--%s[", options[o].name);
			put_plain(out, options[o].help);
			buf_printf(out, "]%s%s%s'", options[o].arg == NULL ? "" : ":",
			    options[o].arg == NULL ? "" : options[o].arg,
			    options[o].arg == NULL ? "" : ":_files");
		}
		buf_text(out, " '*:file:_files';;\n");
	}
	buf_text(out, "esac\n");
}

static void
complete_fish(struct buf *out)
{
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, "complete -c nutgraf -n __fish_use_subcommand -a %s -d '",
		    commands[i].name);
		put_plain(out, commands[i].help);
		buf_text(out, "'\n");
		for (size_t o = 0; o < OPTION_COUNT; o++) {
			if ((options[o].in >> i & 1) == 0)
				continue;
			buf_printf(out,
			    "complete -c nutgraf -n '__fish_seen_subcommand_from %s' -l "
			    "%s%s -d '",
			    commands[i].name, options[o].name,
			    options[o].arg == NULL ? "" : " -r");
			put_plain(out, options[o].help);
			buf_text(out, "'\n");
		}
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
