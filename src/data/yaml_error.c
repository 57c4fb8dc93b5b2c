/* A table from libyaml's phrases to ours; what has no row is said in its own words. */
#include "data/yaml_error.h"

#include <string.h>

#include "data/yaml_line.h"

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
	{ "did not find expected node content",
	    "a list in [ ] or a map in { } is not closed, or an item is missing" },
	{ "did not find expected ',' or '}'", "a map in { } is not closed; close it" },
	{ "did not find expected alphabetic or numeric character",
	    "a value may not begin with '*' or '&'; put the value in quotes" },
	{ "did not find expected <document start>",
	    "text after the end of the brief; indent it or begin it with '---'" },
	{ "did not find expected comment or line break",
	    "text behind '|' or '>'; put it on the next line, indented" },
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
	const struct yaml_line last = yaml_line_at(s, at);

	return last.from != 0 && last.from == s.n ? yaml_line_at(s, s.n - 1).to : at;
}

/* What is not closed is found at its end, and is wrong where it begins. */
static bool
is_of_start(const yaml_parser_t *p)
{
	static const char *const contexts[] = { "while scanning a quoted scalar",
		"while scanning a simple key", "while parsing a flow sequence",
		"while parsing a flow mapping" };

	for (size_t i = 0; p->context != NULL && i < LEN(contexts); i++)
		if (strcmp(p->context, contexts[i]) == 0)
			return true;
	return false;
}

static size_t
offset_of(const struct yaml_text *in, yaml_mark_t mark)
{
	return within(in->whole, in->skipped + byte_of(in, mark.index));
}

/* The newest value is a quote that ended where something else was expected. */
static bool
is_quote_before(const struct yaml_text *in, const struct yaml *last, size_t fault)
{
	if (last == NULL || !last->quoted || last->block || last->to > fault)
		return false;
	return str_trim(str_cut(in->whole, last->to, fault)).n == 0 &&
	       memchr(in->whole.p + last->to, '\n', fault - last->to) == NULL;
}

/* Over lines it was closed by the next one's opening; else it has a quote inside. */
static void
say_quote(const struct yaml_text *in, struct str quote, size_t fault, struct diags *d)
{
	const char *inside = str_ends(quote, STR("'")) ? "''" : "\\\"";
	const struct place at = place_in(in->name, in->whole, fault);

	if (str_has(quote, STR("\n")))
		say(d, SAY_YAML_SYNTAX,
		    place_in(in->name, in->whole, (size_t)(quote.p - in->whole.p)),
		    "a quote is closed only in line %d; close it before", at.line);
	else
		say(d, SAY_YAML_SYNTAX, at,
		    "the quote ends before this; write %s for one inside it", inside);
}

static const char *
advice_of(const struct yaml_text *in, const char *problem, size_t fault)
{
	if (problem == NULL)
		return "not valid YAML";
	if (fault < in->whole.n && in->whole.p[fault] == '\t')
		return "a tab where blanks must stand; indent with blanks";
	for (size_t i = 0; i < LEN(advices); i++)
		if (strcmp(problem, advices[i].problem) == 0)
			return advices[i].advice;
	return problem;
}

void
yaml_error_say(const yaml_parser_t *p, const struct yaml_text *in,
    const struct yaml *last, struct diags *d)
{
	const size_t fault = offset_of(in, p->problem_mark);
	const struct place at = place_in(
	    in->name, in->whole, is_of_start(p) ? offset_of(in, p->context_mark) : fault);

	if (is_quote_before(in, last, fault))
		say_quote(in, str_cut(in->whole, last->from, last->to), fault, d);
	else
		say(d, SAY_YAML_SYNTAX, at, "%s", advice_of(in, p->problem, fault));
}
