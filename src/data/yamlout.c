/*
 * The canonical writer.  When in doubt, quotes: a plain scalar must be the same
 * string to PyYAML, Psych, js-yaml, yaml and YAML::XS, whose guesses at numbers,
 * dates and truths differ (tests/checks/five-readers).
 */
#include "data/yamlout.h"

#include <string.h>

#include "data/code.h"

/* What may stand on a line and is no line end to anybody. */
static bool
is_printable(uint32_t code)
{
	return code_is_yaml(code) && code != '\n' && code != '\r' && code != 0x85 &&
	       code != 0x2028 && code != 0x2029;
}

static void
put_escape(struct buf *out, uint32_t code)
{
	switch (code) {
	case '\n':
		buf_text(out, "\\n");
		break;
	case '\r':
		buf_text(out, "\\r");
		break;
	case '\t':
		buf_text(out, "\\t");
		break;
	case '"':
	case '\\':
		buf_printf(out, "\\%c", (char)code);
		break;
	default:
		buf_printf(out, code < 0x100 ? "\\x%02X" : "\\u%04X", code);
		break;
	}
}

void
yaml_quoted(struct buf *out, struct str s)
{
	size_t bytes;

	buf_byte(out, '"');
	for (size_t i = 0; i < s.n; i += bytes) {
		const uint32_t code = code_at(s, i, &bytes);

		if (code == '"' || code == '\\' || code == '\t' || !is_printable(code))
			put_escape(out, code);
		else
			buf_code(out, code);
	}
	buf_byte(out, '"');
}

static size_t
skip(struct str s, size_t at, const char *set)
{
	while (at < s.n && str_has(str_of(set), str_cut(s, at, at + 1)))
		at++;
	return at;
}

/* 2019-06-28, alone or with a time behind it. */
static bool
looks_like_day(struct str s)
{
	static const char digits[] = "0123456789";
	const size_t year = skip(s, 0, digits), month = skip(s, year + 1, digits);
	const size_t day = skip(s, month + 1, digits);

	return year == 4 && day > month + 1 && s.p[year] == '-' && month < s.n &&
	       s.p[month] == '-' && (day >= s.n || skip(s, day, "Tt \t") > day);
}

/* Integers and floats of YAML 1.1 and 1.2, clock times, and all that is only digits
   and the marks between them; an exponent may follow. */
static bool
looks_like_number(struct str s)
{
	const size_t sign = skip(s, 0, "+-") > 0;
	size_t at = sign;

	if (at < s.n && s.p[at] == '0' && skip(s, at + 1, "xXoObB") == at + 2)
		return skip(s, at + 2, "0123456789abcdefABCDEF_,") == s.n;
	if (at >= s.n || !byte_is_digit(s.p[at]))
		return false;
	at = skip(s, at, "0123456789_,.:-");
	if (at < s.n && (s.p[at] == 'e' || s.p[at] == 'E'))
		at = skip(s, at + 1, "+-0123456789_.");
	return at == s.n;
}

/* Null and the truths of YAML 1.1, in any case. */
static bool
looks_like_word(struct str s)
{
	static const char *const words[] = { "null", "true", "false", "yes", "no", "on",
		"off", "y", "n" };

	return s.n <= strlen("false") && str_is_any(s, words, LEN(words));
}

/* Marks that end or begin something inside a line. */
static bool
has_marks(struct str s, bool flow)
{
	size_t bytes;

	for (size_t i = 0; i < s.n; i += bytes) {
		const char after = (char)(i + 1 < s.n ? s.p[i + 1] : 0x20);
		uint32_t code;

		bytes = 1;
		if (!flow && s.p[i] > ' ' && s.p[i] < 0x7f && s.p[i] != ':')
			continue; /* nearly all */
		code = code_at(s, i, &bytes);
		if (code == UTF8_BROKEN || code == '\t' || !is_printable(code) ||
		    (code == ':' && (flow || after == ' ')) ||
		    (code == ' ' && after == '#') ||
		    (flow && str_has(STR(",[]{}?"), str_cut(s, i, i + 1))))
			return true;
	}
	return false;
}

static bool
is_plain(struct str s, bool flow)
{
	if (s.n == 0 || str_has(STR(" -?:,[]{}#&*!|>'\"%@`~=<.+"), str_cut(s, 0, 1)) ||
	    s.p[s.n - 1] == ' ')
		return false;
	if (byte_is_digit(s.p[0]))
		return !has_marks(s, flow) && !looks_like_number(s) && !looks_like_day(s);
	return !has_marks(s, flow) && !looks_like_word(s);
}

void
yaml_scalar(struct buf *out, struct str s, bool flow)
{
	if (is_plain(s, flow))
		buf_str(out, s);
	else
		yaml_quoted(out, s);
}

/* The last line that is not empty has more than blanks on it: readers disagree on others. */
static bool
ends_in_text(struct str s)
{
	while (s.n != 0 && s.p[s.n - 1] == '\n')
		s.n--;
	while (s.n != 0 && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s.n != 0 && s.p[s.n - 1] != '\n';
}

/* A literal block can hold it. */
static bool
is_literal(struct str s)
{
	size_t bytes;

	for (size_t i = str_printable(s, s.n); i < s.n;
	     i += str_printable(str_cut(s, i, s.n), s.n)) {
		const uint32_t code = code_at(s, i, &bytes);

		if (code == UTF8_BROKEN || (code != '\n' && !is_printable(code)))
			return false;
		i += bytes;
	}
	return ends_in_text(s);
}

/* Chomping: how many line ends the text closes with. */
static void
put_header(struct buf *out, struct str s)
{
	const char first = s.p[skip(s, 0, "\n")];

	buf_byte(out, '|');
	if (first == ' ' || first == '\t')
		buf_byte(out, '2');
	if (s.p[s.n - 1] != '\n')
		buf_byte(out, '-');
	else if (s.n > 1 && s.p[s.n - 2] == '\n')
		buf_byte(out, '+');
	buf_byte(out, '\n');
}

void
yaml_literal(struct buf *out, struct str s, int indent)
{
	if (!is_literal(s)) {
		yaml_quoted(out, s);
		buf_byte(out, '\n');
		return;
	}
	put_header(out, s);
	while (s.n != 0) {
		const struct str line = str_split(&s, '\n');

		if (line.n != 0) {
			buf_repeat(out, ' ', (size_t)indent);
			buf_str(out, line);
		}
		buf_byte(out, '\n');
	}
}
