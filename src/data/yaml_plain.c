/* Line by line; open lists and maps lie on a stack by their column. */
#include "data/yaml_plain.h"

#include <string.h>

enum { DEEPEST = 16, VALUES = 1 << 16, KEYS = 64, INDENT = 2 };

/* A list or map that is not closed yet. */
struct open {
	struct yaml *node, *last; /* its newest child */
	size_t column;
};

struct plain {
	struct arena *a;
	struct str file;
	size_t at; /* the line to read */
	size_t values;
	bool waits; /* the newest key has its value below */
	struct str key;
	size_t key_from;
	int depth; /* of the open levels; 0: none */
	struct open level[DEEPEST + 1];
};

static struct yaml *
add(struct plain *p, enum yaml_kind kind, size_t from, size_t to)
{
	struct open *in = &p->level[p->depth];
	struct yaml *y = arena_new(p->a, struct yaml);
	const bool keyed = in->node != NULL && in->node->kind == YAML_MAP;

	y->kind = kind;
	y->key = keyed ? p->key : STR_NIL;
	y->key_from = keyed ? p->key_from : from;
	y->from = from;
	y->to = to;
	if (in->last != NULL)
		in->last->next = y;
	else if (in->node != NULL)
		in->node->first = y;
	in->last = y;
	if (in->node != NULL)
		in->node->count++;
	p->values++;
	p->waits = false;
	return y;
}

static bool
open_level(struct plain *p, enum yaml_kind kind, size_t from, size_t column)
{
	struct yaml *y;

	if (p->depth == DEEPEST || p->values > VALUES)
		return false;
	y = add(p, kind, from, from);
	p->level[++p->depth] = (struct open){ .node = y, .column = column };
	return true;
}

/* A list or map ends where its last value does. */
static void
close_level(struct plain *p)
{
	const struct open *in = &p->level[p->depth--];

	in->node->to = in->last->to;
}

static void
add_text(struct plain *p, size_t from, size_t to, struct str text, bool quoted)
{
	struct yaml *y = add(p, YAML_SCALAR, from, to);

	y->text = str_dup(p->a, text);
	y->quoted = quoted;
}

/* No mark that begins something else, no key, no comment; one flow item: no mark at all. */
static bool
is_plain(struct str s, bool item)
{
	if (s.n == 0 || strchr("-?:,[]{}#&*!|>'\"%@` ", s.p[0]) != NULL ||
	    s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':')
		return false;
	for (size_t i = 1; i < s.n; i++)
		if ((s.p[i] == ':' && (item || s.p[i + 1] == ' ')) ||
		    (s.p[i] == '#' && s.p[i - 1] == ' ') ||
		    (item && strchr(",[]{}?", s.p[i]) != NULL))
			return false;
	return true;
}

static bool
take_double(struct plain *p, size_t from, size_t to)
{
	char *text = arena_alloc(p->a, to - from), *fill = text;
	struct yaml *y;
	size_t i = from + 1;

	for (; i < to && p->file.p[i] != '"'; i++) {
		if (p->file.p[i] == '\\' &&
		    (++i == to || (p->file.p[i] != '"' && p->file.p[i] != '\\')))
			return false;
		*fill++ = p->file.p[i];
	}
	if (i + 1 != to)
		return false;
	y = add(p, YAML_SCALAR, from, to);
	y->text = (struct str){ text, (size_t)(fill - text) };
	y->quoted = true;
	return true;
}

static bool
take_single(struct plain *p, size_t from, size_t to)
{
	const struct str text = str_cut(p->file, from + 1, to - 1);

	if (to - from < 2 || p->file.p[to - 1] != '\'' || str_has(text, STR("'")))
		return false;
	add_text(p, from, to, text, true);
	return true;
}

static bool
take_flow(struct plain *p, size_t from, size_t to)
{
	struct str rest = str_cut(p->file, from + 1, to - 1);
	struct yaml *y;

	if (rest.n == 0 || p->file.p[to - 1] != ']' || !open_level(p, YAML_LIST, from, 0))
		return false;
	y = p->level[p->depth].node;
	y->flow = true;
	while (rest.n != 0) {
		const struct str item = str_split(&rest, ',');
		const size_t at = (size_t)(item.p - p->file.p);

		if (!is_plain(item, true))
			return false;
		add_text(p, at, at + item.n, item, false);
		if (rest.n != 0 && rest.p[0] == ' ')
			rest = str_cut(rest, 1, rest.n);
	}
	close_level(p);
	y->to = to;
	return true;
}

/* The end of the line from `at` on: its LF, or the end of the file. */
static size_t
line_end(const struct plain *p, size_t at)
{
	const char *lf = memchr(p->file.p + at, '\n', p->file.n - at);

	return lf == NULL ? p->file.n : (size_t)(lf - p->file.p);
}

/* The line at `at` belongs to a block of this indentation; the first one decides it. */
static bool
is_inside(const struct plain *p, size_t at, size_t end, size_t indent, bool first)
{
	if (at == end)
		return !first;
	for (size_t i = 0; i < indent; i++)
		if (at + i == end || p->file.p[at + i] != ' ')
			return false;
	return !first ||
	       (at + indent < end && strchr(" \t", p->file.p[at + indent]) == NULL);
}

/* Nothing but blanks, and too few of them for the block above: its end is libyaml's to say. */
static bool
is_short_blank(const struct plain *p, size_t at)
{
	const size_t from = at;

	while (at < p->file.n && p->file.p[at] == ' ')
		at++;
	return at > from && at < p->file.n && p->file.p[at] == '\n';
}

/* "|", and the lines below it without their indentation; at->at moves past them. */
static bool
take_literal(struct plain *p, size_t from, size_t to, bool chomp)
{
	const size_t indent = p->level[p->depth].column + INDENT, start = to + 1;
	size_t at = start, end = 0;
	struct yaml *y;
	char *text, *fill, *full;

	while (at < p->file.n && (end = line_end(p, at)) < p->file.n &&
	       is_inside(p, at, end, indent, at == start))
		at = end + 1;
	if (at == start || (at < p->file.n && end == p->file.n) || is_short_blank(p, at))
		return false;
	text = fill = full = arena_alloc(p->a, at - start + 1);
	for (size_t i = start; i < at; i = end + 1) {
		end = line_end(p, i);
		if (end > i + indent) {
			fill = mempcpy(fill, p->file.p + i + indent, end - i - indent);
			full = fill + !chomp;
		}
		*fill++ = '\n';
	}
	*full = '\0';
	y = add(p, YAML_SCALAR, from, at);
	y->text = (struct str){ text, (size_t)(full - text) };
	y->quoted = y->block = true;
	p->at = at;
	return true;
}

static bool
take_value(struct plain *p, size_t from, size_t to)
{
	const struct str s = str_cut(p->file, from, to);

	if (s.n == 0 || p->values > VALUES || memchr(s.p, '\t', s.n) != NULL)
		return false;
	if (s.p[0] == '"')
		return take_double(p, from, to);
	if (s.p[0] == '\'')
		return take_single(p, from, to);
	if (s.p[0] == '[')
		return take_flow(p, from, to);
	if (str_eq(s, STR("|")) || str_eq(s, STR("|-")))
		return p->level[p->depth].node->kind == YAML_MAP &&
		       take_literal(p, from, to, s.n == 2);
	if (!is_plain(s, false))
		return false;
	add_text(p, from, to, s, false);
	return true;
}

static bool
is_letter(char c)
{
	return byte_is_letter(c) || c == '_';
}

/* How long the key is that begins at `from`, a colon and a blank or line end behind it. */
static size_t
key_at(const struct plain *p, size_t from, size_t end)
{
	size_t i = from;

	while (i < end &&
	       (is_letter(p->file.p[i]) ||
		   (i > from && (p->file.p[i] == '-' || byte_is_digit(p->file.p[i])))))
		i++;
	return i < end && p->file.p[i] == ':' && (i + 1 == end || p->file.p[i + 1] == ' ')
		   ? i - from
		   : 0;
}

static bool
is_new_key(const struct open *in, struct str key)
{
	if (in->node->count >= KEYS)
		return false;
	for (const struct yaml *y = in->node->first; y != NULL; y = y->next)
		if (str_eq(y->key, key))
			return false;
	return true;
}

static bool
take_key(struct plain *p, size_t from, size_t end)
{
	const size_t n = key_at(p, from, end);
	const struct str key = str_cut(p->file, from, from + n);

	if (n == 0 || n > KEYS || !is_new_key(&p->level[p->depth], key))
		return false;
	p->key = str_dup(p->a, key);
	p->key_from = from;
	p->waits = from + n + 1 == end;
	return p->waits || take_value(p, from + n + 2, end);
}

/* The list or map that a line at this column belongs to is the innermost one then. */
static bool
find_level(struct plain *p, size_t from, size_t column, bool item)
{
	if (p->depth == 0)
		return column == 0 && !item && open_level(p, YAML_MAP, from, 0);
	if (p->waits)
		return column > p->level[p->depth].column &&
		       open_level(p, item ? YAML_LIST : YAML_MAP, from, column);
	while (p->depth > 1 && p->level[p->depth].column > column)
		close_level(p);
	return p->level[p->depth].column == column &&
	       (p->level[p->depth].node->kind == YAML_LIST) == item;
}

static bool
take_line(struct plain *p)
{
	const size_t start = p->at, end = line_end(p, start);
	size_t from = start;
	bool item;

	while (from < end && p->file.p[from] == ' ')
		from++;
	p->at = end < p->file.n ? end + 1 : end;
	if (from == end || p->file.p[from] == '#')
		return true;
	item = str_starts(str_cut(p->file, from, end), STR("- "));
	if (!find_level(p, from, from - start, item))
		return false;
	if (!item)
		return take_key(p, from, end);
	from += INDENT;
	if (key_at(p, from, end) == 0)
		return take_value(p, from, end);
	return open_level(p, YAML_MAP, from, from - start) && take_key(p, from, end);
}

struct yaml *
yaml_plain(struct arena *a, struct str file, size_t from)
{
	struct plain p = { .a = a, .file = file, .at = from };
	const struct arena_mark mark = arena_mark(a);
	bool good = true;

	while (good && p.at < file.n)
		good = take_line(&p);
	if (!good || p.waits || p.depth == 0) {
		arena_rewind(a, mark);
		return NULL;
	}
	while (p.depth > 0)
		close_level(&p);
	return p.level[0].last;
}
