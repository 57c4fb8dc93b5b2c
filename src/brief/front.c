/* Markdown with front matter, told from a stream of YAML documents. */
#include "brief/fields.h"

/* A line of three dashes (or dots), with nothing but blanks behind them. */
static bool
is_fence(struct str line, bool dots)
{
	const struct str s = str_trim(line);

	return line.n != 0 && line.p[0] != ' ' &&
	       (str_eq(s, STR("---")) || (dots && str_eq(s, STR("..."))));
}

/* What comes next is another brief of a stream, or nothing. */
static bool
is_yaml(struct str rest)
{
	while (rest.n != 0) {
		const struct str line = str_line(&rest);

		if (str_trim(line).n == 0 || line.p[0] == '#')
			continue;
		return is_fence(line, true) || str_starts(line, STR("format:")) ||
		       str_starts(line, STR("id:")) || str_starts(line, STR("title:"));
	}
	return true;
}

static bool
is_markdown_name(struct str name)
{
	return str_ends(name, STR(".md")) || str_ends(name, STR(".markdown"));
}

bool
front_matter(struct str bytes, struct str name, struct str *head, struct str *body)
{
	struct str rest =
	    str_cut(bytes, str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0, bytes.n);
	size_t at;

	if (!is_fence(str_line(&rest), false))
		return false;
	while (rest.n != 0) {
		at = bytes.n - rest.n;
		if (!is_fence(str_line(&rest), true))
			continue;
		if (!is_markdown_name(name) && is_yaml(rest))
			return false;
		*head = str_cut(bytes, 0, at);
		*body = rest;
		return true;
	}
	return false;
}
