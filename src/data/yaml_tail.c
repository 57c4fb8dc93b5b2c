/* Lines of the canonical form: empty, or two blanks and the text. */
#include "data/yaml_tail.h"

#include <string.h>

enum { INDENT = 2 };

static bool
is_indented(struct str line)
{
	return line.n == 0 || str_starts(line, STR("  "));
}

size_t
yaml_tail(struct str file)
{
	size_t end = file.n;
	struct str line;

	if (end == 0 || file.p[end - 1] != '\n')
		return STR_NONE;
	do { /* `end` is behind a line feed */
		const char *before = memrchr(file.p, '\n', end - 1);
		const size_t from = before == NULL ? 0 : (size_t)(before - file.p) + 1;

		line = str_cut(file, from, end - 1);
		if (is_indented(line))
			end = from;
	} while (end > 0 && is_indented(line));
	if (end == 0 || !str_ends(line, STR(": |")))
		return STR_NONE;
	line = str_cut(file, end, end + INDENT + 1);
	if (line.n <= INDENT || strchr(" \t\n", line.p[INDENT]) != NULL ||
	    !str_starts(line, STR("  ")))
		return STR_NONE; /* the first line decides about the indentation */
	return end;
}

struct str
yaml_tail_text(struct arena *a, struct str block)
{
	char *p = arena_alloc(a, block.n + 1);
	size_t fill = 0, end = 0;

	while (block.n != 0) {
		const struct str line = str_split(&block, '\n');

		if (line.n > INDENT) {
			memcpy(p + fill, line.p + INDENT, line.n - INDENT);
			fill += line.n - INDENT;
			end = fill + 1;
		}
		p[fill++] = '\n';
	}
	p[end] = '\0';
	return (struct str){ p, end };
}
