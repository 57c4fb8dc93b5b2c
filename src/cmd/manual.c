/* The manual page: text written by hand around tables made from rows. */
#include <string.h>

#include "article/article.h"
#include "cmd/call.h"
#include "cmd/tables/manual_text.h"
#include "shell/shell.h"

/* A sign that roff would take for a request or, alone between blanks, for the end of what stands before. */
static bool
is_sign(const char *at, bool first)
{
	return at[0] != '\0' && strchr(".'[(])?!,;:", at[0]) != NULL &&
	       (first || (at[-1] == ' ' && (at[1] == ' ' || at[1] == '\0')));
}

/* Text of roff: backslashes as \\e, "…" in ASCII; a sign is a sign. */
static void
put_roff(struct buf *out, const char *text)
{
	struct str rest = str_of(text);

	while (rest.n != 0) {
		const struct str dots = STR("…");
		const size_t n = str_starts(rest, dots) ? dots.n : 1;

		if (is_sign(rest.p, rest.p == text))
			buf_text(out, "\\&");
		if (n != 1)
			buf_text(out, "...");
		else if (rest.p[0] == '\\')
			buf_text(out, "\\e");
		else
			buf_byte(out, rest.p[0]);
		rest = str_cut(rest, n, rest.n);
	}
}

/* Help lines begin in lower case and have no stop; here they are sentences. */
static void
put_sentence(struct buf *out, const char *help)
{
	if (help[0] >= 'a' && help[0] <= 'z')
		buf_byte(out, (char)(*help++ - 'a' + 'A'));
	put_roff(out, help);
	buf_text(out, ".\n");
}

static void
put_option(struct buf *out, const struct option_row *o)
{
	buf_text(out, ".It");
	if (o->letter != 0)
		buf_printf(out, " Fl %c ,", o->letter);
	buf_printf(out, " Fl -%s", o->name);
	if (o->arg != NULL)
		buf_printf(out, " Ar %s", o->arg);
	buf_byte(out, '\n');
	if (o->in != EVERYWHERE) {
		buf_byte(out, '(');
		for (size_t i = 0, n = 0; i < COMMAND_COUNT; i++)
			if ((o->in >> i & 1) != 0)
				buf_printf(
				    out, "%s%s", n++ == 0 ? "" : ", ", commands[i].name);
		buf_text(out, ")\n");
	}
	put_sentence(out, o->help);
}

static void
put_keys(struct call *c)
{
	struct shell_key_row row;

	for (size_t i = 0; shell_key_row(c->a, i, &row); i++) {
		if (row.keys.n == 0)
			continue;
		buf_text(&c->out, ".It ");
		put_roff(&c->out, str_nul(c->a, row.keys));
		buf_printf(&c->out, " Pq Ic " STR_FMT "\n", STR_ARG(row.name));
		put_sentence(&c->out, str_nul(c->a, row.help));
	}
}

void
help_manual(struct call *c)
{
	struct buf *out = &c->out;

	buf_text(out, MANUAL_HEAD MANUAL_COMMANDS);
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		buf_printf(out, ".It Ic %s%s", commands[i].name,
		    commands[i].args[0] == '\0' ? "" : " ");
		put_roff(out, commands[i].args);
		buf_byte(out, '\n');
		put_sentence(out, commands[i].help);
	}
	buf_text(out, MANUAL_OPTIONS);
	for (size_t i = 0; i < OPTION_COUNT; i++)
		put_option(out, &options[i]);
	buf_text(out, MANUAL_INPUT);
	for (size_t i = 0; article_kind_name(i) != NULL; i++) {
		buf_printf(out, ".It Cm %s\n", article_kind_name(i));
		put_sentence(out, article_kind_help(i));
	}
	buf_text(out, MANUAL_QUERIES);
	for (size_t i = 0; help_queries[i].form != NULL; i++) {
		buf_printf(out, ".It %s\n", help_queries[i].mdoc);
		put_sentence(out, help_queries[i].help);
	}
	buf_text(out, MANUAL_KEYS);
	put_keys(c);
	buf_text(out, MANUAL_EDITS);
	buf_text(out, MANUAL_WORLD);
	for (int id = 0; id < MESSAGE_COUNT; id++) {
		buf_printf(out, ".It Sy %s\n", message_id((enum message)id));
		put_sentence(out, message_help((enum message)id));
	}
	buf_text(out, MANUAL_FOOT);
}
