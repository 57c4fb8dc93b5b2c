/* Lines end with LF; a CR before it is part of the line. */
#include "brief/lines.h"

size_t
lines_start(struct str bytes, size_t at)
{
	const size_t first = at >= 3 && str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;

	while (at > first && bytes.p[at - 1] != '\n')
		at--;
	return at;
}

size_t
lines_end(struct str bytes, size_t at)
{
	const size_t hit = str_find(bytes, STR("\n"), at);

	return hit == STR_NONE ? bytes.n : hit + 1;
}

/* First place of the two or three bytes; their last one is rare in text, so it is sought. */
static size_t
find_rare(struct str bytes, struct str needle)
{
	const size_t before = needle.n - 1;
	struct str rest = str_cut(bytes, before, bytes.n);
	size_t at = before;

	while (rest.n != 0) {
		const size_t n = str_split(&rest, needle.p[before]).n;

		at += n;
		if (at < bytes.n && str_eq(str_cut(bytes, at - before, at + 1), needle))
			return at - before;
		at++;
	}
	return STR_NONE;
}

/* A CR that no LF follows. */
static size_t
find_lone_cr(struct str bytes)
{
	struct str rest = bytes;

	while (rest.n != 0) {
		const size_t at = bytes.n - rest.n + str_split(&rest, '\r').n;

		if (at < bytes.n && (at + 1 == bytes.n || bytes.p[at + 1] != '\n'))
			return at;
	}
	return STR_NONE;
}

size_t
lines_odd(struct str bytes)
{
	static const char *const ends[] = { "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9" };
	size_t first = find_lone_cr(bytes);

	for (size_t i = 0; i < LEN(ends); i++) {
		const size_t hit = find_rare(bytes, str_of(ends[i]));

		if (hit < first)
			first = hit;
	}
	return first;
}

size_t
lines_column(struct str bytes, size_t at)
{
	return at - lines_start(bytes, at);
}

static const struct yaml *
last_leaf(const struct yaml *y)
{
	while (!y->flow && y->first != NULL)
		y = yaml_last(y);
	return y;
}

/* "|+", "|2+", ">+ # comment" */
static bool
keeps_blanks(struct str bytes, const struct yaml *y)
{
	const struct str header = str_cut(bytes, y->from, lines_end(bytes, y->from));

	return header.n > 2 && (header.p[1] == '+' || header.p[2] == '+');
}

/* With blanks on it a line may be text of the block. */
static bool
is_empty_line(struct str line)
{
	return str_eq(line, STR("\n")) || str_eq(line, STR("\r\n"));
}

size_t
lines_after(struct str bytes, const struct yaml *y)
{
	const struct yaml *leaf = last_leaf(y);
	size_t at = leaf->to;

	if (!leaf->block)
		return lines_end(bytes, at);
	if (lines_column(bytes, at) != 0 && at < bytes.n)
		at = lines_start(bytes, at);
	if (keeps_blanks(bytes, leaf))
		return at;
	while (at > leaf->from && at == lines_start(bytes, at)) {
		const size_t above = lines_start(bytes, at - 1);

		if (above <= leaf->from || !is_empty_line(str_cut(bytes, above, at)))
			break;
		at = above;
	}
	return at;
}
