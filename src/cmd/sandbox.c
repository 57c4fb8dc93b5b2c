/* The option, the limits by size, and what is said of a child that did not answer. */
#include "cmd/sandbox.h"

#include <string.h>

/* Measured on 32 MiB of plain text: 7 seconds and 38 bytes for each byte read. */
enum {
	SECONDS = 10,
	SECONDS_PER_MIB = 2,
	MEMORY = 512 << 20,
	MEMORY_PER_BYTE = 64,
	ANSWER = 16 << 20,
	ANSWER_PER_BYTE = 8
};

struct str
sandbox_missing(struct arena *a, unsigned layers)
{
	static const char *const names[] = { "no_new_privs", "resource limits",
		"Landlock", "seccomp" };
	struct buf out = buf_new(a);

	for (size_t i = 0; i < LEN(names); i++) {
		if (layers & 1u << i)
			continue;
		buf_text(&out, out.n == 0 ? "" : ", ");
		buf_text(&out, names[i]);
	}
	return buf_view(&out);
}

static bool
read_option(struct sandbox *s)
{
	const char *value = s->call->value[OPTION_SANDBOX];

	if (value == NULL || strcmp(value, "auto") == 0)
		return true;
	s->off = strcmp(value, "off") == 0;
	s->required = strcmp(value, "require") == 0;
	if (!s->off && !s->required)
		(void)call_usage(
		    s->call, "--sandbox is auto, require or off, not '%s'", value);
	return s->off || s->required;
}

/* Says once what is missing; false when that may not be. */
static bool
look(struct sandbox *s)
{
	const unsigned layers = child_layers(&s->child);
	const struct str missing = sandbox_missing(s->call->a, layers);

	if (missing.n == 0 || s->told)
		return missing.n == 0 || !s->required;
	s->told = true;
	if (s->required)
		say(s->call->d, SAY_SANDBOX_NEEDED, (struct place){ 0 },
		    "the sandbox has no " STR_FMT
		    " on this machine; nothing was read, as --sandbox=require asks",
		    STR_ARG(missing));
	else
		say(s->call->d, SAY_SANDBOX, (struct place){ 0 },
		    "the sandbox has no " STR_FMT
		    " on this machine; see 'nutgraf doctor', or say --sandbox=off",
		    STR_ARG(missing));
	return !s->required;
}

bool
sandbox_open(struct sandbox *s, struct call *c, struct child_task task)
{
	*s = (struct sandbox){ .call = c, .task = task };
	if (!read_option(s))
		return false;
	if (s->off)
		return true;
	(void)child_start(&s->child, task);
	return !s->required || look(s);
}

static void
say_end(
    const struct sandbox *s, enum child_end end, struct child_limits l, struct str file)
{
	const struct place at = { .file = file };

	switch (end) {
	case CHILD_TIME:
		say(s->call->d, SAY_INPUT_LIMIT, at,
		    "reading '" STR_FMT "' takes more than %u seconds; it is left out",
		    STR_ARG(file), l.seconds);
		break;
	case CHILD_MEMORY:
		say(s->call->d, SAY_INPUT_LIMIT, at,
		    "reading '" STR_FMT "' takes more than %zu MiB; it is left out",
		    STR_ARG(file), l.memory >> 20);
		break;
	case CHILD_NONE:
		say(s->call->d, SAY_SANDBOX_NEEDED, at,
		    "no process could be made to read '" STR_FMT "'; it is left out",
		    STR_ARG(file));
		break;
	case CHILD_ANSWERED:
	case CHILD_BROKE:
		say(s->call->d, SAY_INPUT_FAULT, at,
		    "the process that read '" STR_FMT "' broke; it is left out",
		    STR_ARG(file));
		break;
	}
}

/* In this process: nothing keeps the reader in. */
static bool
ask_here(const struct sandbox *s, struct str head, struct str bytes, struct arena *a,
    struct str *answer)
{
	struct buf request = buf_new(a), out = buf_new(a);

	buf_room(&request, head.n + bytes.n + 1);
	buf_str(&request, head);
	buf_str(&request, bytes);
	buf_byte(&request, '\0');
	request.n--;
	s->task.serve(s->task.state, a, buf_view(&request), &out);
	*answer = buf_view(&out);
	return true;
}

bool
sandbox_ask(struct sandbox *s, struct str head, struct str bytes, struct str file,
    struct arena *a, struct str *answer)
{
	const struct str parts[] = { head, bytes };
	const size_t mib = bytes.n >> 20;
	const struct child_limits limits = { SECONDS + SECONDS_PER_MIB * (unsigned)mib,
		MEMORY + MEMORY_PER_BYTE * bytes.n, ANSWER + ANSWER_PER_BYTE * bytes.n };
	enum child_end end;

	if (s->off)
		return ask_here(s, head, bytes, a, answer);
	end = child_ask(&s->child, parts, LEN(parts), &limits, a, answer);
	if (end == CHILD_ANSWERED || end == CHILD_NONE)
		(void)look(s);
	if (end == CHILD_ANSWERED)
		return true;
	if (end == CHILD_NONE && !s->required)
		return ask_here(s, head, bytes, a, answer);
	say_end(s, end, child_granted(limits), file);
	return false;
}

void
sandbox_close(struct sandbox *s)
{
	child_stop(&s->child);
}
