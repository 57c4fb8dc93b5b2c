/*
 * A table in aligned lines of code, with a rule under its head, wider than the text: its
 * columns come in groups that fit, below each other, each after the first column.
 */
#include "render/layout.h"

enum { COLS_MOST = 512, COLUMNS = 64, GAP = 2, RULE_LEAST = 3 };

struct table {
	struct str text;
	bool ink[COLS_MOST + GAP]; /* in any row */
	int start[COLUMNS + 1];    /* of each column, and where the last one ends */
	int n;
};

static bool
is_rule(struct str line)
{
	size_t dashes = 0;

	for (size_t i = 0; i < line.n; i++) {
		if (line.p[i] != '-' && line.p[i] != ' ')
			return false;
		dashes += line.p[i] == '-';
	}
	return dashes >= RULE_LEAST;
}

/* False where a line is no row of a table. */
static bool
take_ink(struct table *t, struct str line)
{
	int x = 0;

	while (line.n != 0) {
		const bool blank = line.p[0] == ' ', tab = line.p[0] == '\t';
		const int cols = glyph_next(&line).cols;

		if (tab || x + cols > COLS_MOST)
			return false;
		for (int i = 0; i < cols && !blank; i++)
			t->ink[x + i] = true;
		x += cols;
	}
	return true;
}

/* A column begins behind two columns or more that are blank in every row. */
static bool
find_columns(struct table *t)
{
	int blank = GAP, end = 0;

	for (int x = 0; x < COLS_MOST; x++) {
		if (t->ink[x] && blank >= GAP) {
			if (t->n == COLUMNS)
				return false;
			t->start[t->n++] = x;
		}
		blank = t->ink[x] ? 0 : blank + 1;
		end = t->ink[x] ? x + 1 : end;
	}
	t->start[t->n] = end + GAP;
	return t->n > 2 && t->start[0] == 0;
}

/* The second line of text is a rule; no other one is. */
static bool
is_table(struct table *t)
{
	struct str rest = t->text;
	size_t lines = 0;
	int rules = 0;

	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');
		const bool rule = is_rule(line);

		if ((rule && lines != 1) || (!rule && !take_ink(t, line)))
			return false;
		rules += rule;
		lines += str_trim(line).n != 0;
	}
	return rules == 1 && lines > 2 && find_columns(t);
}

/* The columns from..to of a line, without the blanks behind them. */
static struct str
cut(struct str line, int from, int to)
{
	struct str s =
	    str_cut(line, glyph_fit(line, from), glyph_fit(line, to > 0 ? to : 0));

	while (s.n != 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

/* The end of the group that begins with column `from`, or 0: not one fits. */
static int
group_end(const struct table *t, int from, int cols)
{
	const int first = from == 0 ? 0 : t->start[1];
	int to = from;

	while (to < t->n && first + t->start[to + 1] - GAP - t->start[from] <= cols)
		to++;
	return to > from ? to : 0;
}

static void
put_group(struct layout *l, const struct table *t, size_t source, int from, int to)
{
	struct str rest = t->text;

	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');
		const struct str s = cut(line, t->start[from], t->start[to] - GAP);

		line_begin(l);
		if (from != 0)
			line_put(l, l->left,
			    cut(line, 0, t->start[1] - (is_rule(line) ? 0 : GAP)),
			    ROLE_CODE);
		line_source(l, l->left + (from == 0 ? 0 : t->start[1]), s, ROLE_CODE,
		    source + (size_t)(s.p - t->text.p));
		line_end(l);
	}
}

bool
table_put(struct layout *l, struct str text, size_t source)
{
	struct table t = { .text = text };
	int to;

	if (l->nowrap || !is_table(&t) ||
	    t.start[t.n] - GAP <= l->cols - 1) /* as code has it */
		return false;
	for (int from = 0; from < t.n; from = to)
		if ((to = group_end(&t, from, l->cols)) == 0)
			return false;
	for (int from = 0; from < t.n; from = to) {
		to = group_end(&t, from, l->cols);
		if (from != 0)
			line_gap(l);
		put_group(l, &t, source, from, to);
	}
	return true;
}
