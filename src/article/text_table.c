/* A table of a plain text: cells between bars, or columns that blanks or tabs hold apart. */
#include <string.h>

#include "article/lines.h"
#include "article/table.h"

/* "----  ---", "=====", "+---+---+", "|---|--:|": no row. */
static bool
is_rule(struct str line)
{
	size_t strokes = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (strchr("-=+|: ", line.p[i]) == NULL)
			return false;
		strokes += line.p[i] == '-' || line.p[i] == '=';
	}
	return strokes >= 3;
}

/* `gap` blanks or a tab between words. */
static bool
has_columns(struct str s, size_t gap)
{
	size_t blanks = 0;

	for (size_t i = 1; i < s.n; i++) {
		if (s.p[i] == '\t')
			return true;
		if (s.p[i] != ' ' && blanks >= gap)
			return true;
		blanks = s.p[i] == ' ' ? blanks + 1 : 0;
	}
	return false;
}

/* Rows, and those of them with columns.  Three blanks: after a stop typists put two. */
static bool
mostly_columns(const struct lines *l, size_t from, size_t to, size_t gap)
{
	size_t rows = 0, n = 0;

	for (size_t i = from; i < to; i++) {
		rows += !is_rule(l->at[i].text);
		n += !is_rule(l->at[i].text) && has_columns(l->at[i].text, gap);
	}
	return rows >= 2 && n * 3 >= rows * 2;
}

bool
lines_are_columns(const struct lines *l, size_t from, size_t to)
{
	return mostly_columns(l, from, to, 3) && !lines_are_wrapped(l, from, to);
}

/* The rule under the first row; 0: there is none. */
static size_t
head_rule(const struct lines *l, size_t from, size_t to)
{
	const size_t first = from + (from < to && is_rule(l->at[from].text));

	return first + 1 < to && !is_rule(l->at[first].text) &&
		       is_rule(l->at[first + 1].text)
		   ? first + 1
		   : 0;
}

static bool
has_bars(const struct lines *l, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (!is_rule(l->at[i].text) && !str_has(l->at[i].text, STR("|")))
			return false;
	return true;
}

bool
lines_are_table(const struct lines *l, size_t from, size_t to)
{
	return head_rule(l, from, to) != 0 && head_rule(l, from, to) + 1 < to &&
	       (has_bars(l, from, to) || mostly_columns(l, from, to, 2));
}

/* The next cell of a row, what parts it from the next one taken. */
static struct str
next_cell(struct str *row, char part)
{
	struct str cell = str_trim(str_split(row, part));

	while (part == '\t' && row->n != 0 && row->p[0] == part)
		*row = str_cut(*row, 1, row->n); /* tabs until it stands right */
	return cell;
}

/* False: a cell is too long for one. */
static bool
add_row(struct arena *a, struct table *t, struct str row, uint32_t number, bool head,
    char part)
{
	if (part == '|' && str_starts(row, STR("|")))
		row = str_cut(row, 1, row.n);
	if (part == '|' && str_ends(row, STR("|")))
		row.n--;
	while (row.n != 0) {
		const struct str cell = next_cell(&row, part);

		if (t->n == TABLE_CELLS || cell.n > TABLE_CELL_BYTES)
			return false;
		*vec_push(a, t) =
		    (struct cell){ .row = number, .head = head, .text = cell };
	}
	return true;
}

/* Cells told by a sign, put in columns anew; empty: they are no data. */
static struct str
parted(struct arena *a, const struct lines *l, size_t from, size_t to, char part)
{
	const bool headed = head_rule(l, from, to) != 0;
	struct table t = { 0 };
	uint32_t rows = 0;

	if (part == '|' && headed)
		table_align(&t, l->at[head_rule(l, from, to)].text);
	for (size_t i = from; i < to; i++) {
		if (is_rule(l->at[i].text))
			continue;
		if (!add_row(a, &t, l->at[i].text, rows, headed && rows == 0, part))
			return STR_NIL;
		rows++;
	}
	return table_aligned(a, &t);
}

/* As they stand, but for an indent of all; the rule under the head in one piece, others are left out. */
static struct str
as_they_stand(struct arena *a, const struct lines *l, size_t from, size_t to)
{
	const size_t rule = head_rule(l, from, to);
	struct buf out = buf_new(a);
	size_t cols = 0, indent = SIZE_MAX;

	for (size_t i = from; i < to; i++) {
		const size_t before = str_indent(l->at[i].tail),
			     now = before + (size_t)l->at[i].cols;

		cols = now > cols ? now : cols;
		indent = before < indent ? before : indent;
	}
	for (size_t i = from; i < to; i++) {
		if (rule == 0 || !is_rule(l->at[i].text)) {
			buf_str(&out, str_cut(l->at[i].tail, indent, l->at[i].tail.n));
			buf_byte(&out, '\n');
		} else if (i == rule) {
			buf_repeat(&out, '-', cols - indent);
			buf_byte(&out, '\n');
		}
	}
	return buf_view(&out);
}

struct str
text_table(struct arena *a, const struct lines *l, size_t from, size_t to)
{
	bool tabs = true;
	struct str out = STR_NIL;

	for (size_t i = from; i < to; i++)
		tabs =
		    tabs && (is_rule(l->at[i].text) || str_has(l->at[i].text, STR("\t")));
	if (has_bars(l, from, to) || tabs)
		out = parted(a, l, from, to, tabs ? '\t' : '|');
	return out.n != 0 ? out : as_they_stand(a, l, from, to);
}
