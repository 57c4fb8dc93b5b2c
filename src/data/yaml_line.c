/* What ends a line is one to three bytes, which mean nothing else in UTF-8. */
#include "data/yaml_line.h"

/* Bytes of the line end that begins at `i`; 0: none does. */
static size_t
break_at(struct str s, size_t i)
{
	static const char *const wide[] = { "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9" };
	const struct str rest = str_cut(s, i, s.n);

	if (rest.n == 0 || s.p[i] == '\n')
		return rest.n != 0;
	if (s.p[i] == '\r')
		return str_starts(rest, STR("\r\n")) ? 2 : 1;
	if ((unsigned char)s.p[i] < 0x80)
		return 0;
	for (size_t k = 0; k < LEN(wide); k++)
		if (str_starts(rest, str_of(wide[k])))
			return str_of(wide[k]).n;
	return 0;
}

static bool
begins_line(struct str s, size_t i)
{
	for (size_t back = 1; back <= 3 && back <= i; back++)
		if (break_at(s, i - back) == back)
			return true;
	return i == 0;
}

struct yaml_line
yaml_line_at(struct str s, size_t at)
{
	struct yaml_line line;

	line.from = at < s.n ? at : s.n;
	while (!begins_line(s, line.from))
		line.from--;
	line.to = line.from;
	while (line.to < s.n && break_at(s, line.to) == 0)
		line.to++;
	line.next = line.to + break_at(s, line.to);
	return line;
}
