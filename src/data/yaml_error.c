/* A table from libyaml's phrases to ours; what has no row is said in its own words. */
#include "data/yaml_error.h"

#include <string.h>

static const struct {
	const char *problem, *advice;
} advices[] = {
	{ "mapping values are not allowed in this context",
	    "a ': ' inside a value, or a wrong indentation; put the value in quotes" },
	{ "found character that cannot start any token",
	    "a value may not begin with this character; put the value in quotes" },
	{ "found a tab character where an indentation space is expected",
	    "a tab where blanks must stand; indent with blanks" },
	{ "found a tab character that violates indentation",
	    "a tab where blanks must stand; indent with blanks" },
	{ "could not find expected ':'",
	    "a line without a key; write 'key: value' or indent the line under its key" },
	{ "did not find expected key",
	    "a line that is neither a key nor part of the value before; check its "
	    "indentation and its quotes" },
	{ "did not find expected '-' indicator",
	    "a line that is no item of the list; begin it with '- ' or check its "
	    "indentation" },
	{ "block sequence entries are not allowed in this context",
	    "a list begins on the line of its key; put '- ' on a line of its own" },
	{ "found unexpected end of stream", "a quote is not closed; close it" },
	{ "found unexpected document indicator", "a quote is not closed; close it" },
	{ "did not find expected ',' or ']'", "a list in [ ] is not closed; close it" },
	{ "did not find expected ',' or '}'", "a map in { } is not closed; close it" },
	{ "did not find expected alphabetic or numeric character",
	    "a value may not begin with '*' or '&'; put the value in quotes" },
	{ "did not find expected <document start>",
	    "text after the end of the brief; indent it or begin it with '---'" },
	{ "found unknown escape character",
	    "an unknown escape; write '\\\\' for a backslash in double quotes" },
};

/* Characters into bytes, from the start: done once, for an error. */
static size_t
byte_of(const struct yaml_text *in, size_t index)
{
	size_t i = 0;

	for (; index > 0 && i < in->bytes.n; index--)
		do
			i++;
		while (i < in->bytes.n && ((unsigned char)in->bytes.p[i] & 0xc0) == 0x80);
	return i;
}

/* Not behind the last line end: the caret needs a line to stand under. */
static size_t
within(struct str s, size_t at)
{
	while (at > 0 && at >= s.n && s.p[at - 1] == '\n')
		at--;
	return at;
}

static struct place
place_of(const struct yaml_text *in, yaml_mark_t mark)
{
	return place_in(in->name, in->whole,
	    within(in->whole, in->skipped + byte_of(in, mark.index)));
}

void
yaml_error_say(const yaml_parser_t *p, const struct yaml_text *in, struct diags *d)
{
	const char *problem = p->problem == NULL ? "not valid YAML" : p->problem;
	const struct place at = place_of(in, p->problem_mark);
	const struct place start = place_of(in, p->context_mark);

	for (size_t i = 0; i < LEN(advices); i++)
		if (strcmp(problem, advices[i].problem) == 0)
			problem = advices[i].advice;
	if (p->context != NULL && start.line < at.line)
		say(d, SAY_YAML_SYNTAX, at, "%s (it began in line %d)", problem,
		    start.line);
	else
		say(d, SAY_YAML_SYNTAX, at, "%s", problem);
}
