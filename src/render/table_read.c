/* Where a table's columns stand in its lines: behind what is blank in all of them. */
#include "render/table.h"

#include "text/glyph.h"

enum { RULE_LEAST = 3, LONG_WORD = 24, HEADS_MOST = 3 };

bool
table_rule(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] != '-')
			return false;
	return line.n >= RULE_LEAST;
}

bool
table_head(const struct table *t, struct str line)
{
	return line.p < t->head.p + t->head.n;
}

/* False where a line is no row of a table. */
static bool
take_ink(struct table *t, struct str line)
{
	int x = 0;

	while (line.n != 0) {
		const bool blank = line.p[0] == ' ', tab = line.p[0] == '\t';
		const int cols = glyph_next(&line).cols;

		if (tab || x + cols > TABLE_COLS)
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
	int blank = TABLE_GAP;

	for (int x = 0; x < TABLE_COLS; x++) {
		if (t->ink[x] && blank >= TABLE_GAP) {
			if (t->n == TABLE_COLUMNS)
				return false;
			t->col[t->n++].from = x;
		}
		blank = t->ink[x] ? 0 : blank + 1;
		if (t->ink[x])
			t->col[t->n - 1].to = x + 1;
	}
	return t->n > 1 && t->col[0].from == 0;
}

struct str
table_cell(const struct column *c, struct str line, int *indent)
{
	const size_t from = glyph_fit(line, c->from);
	const struct str all = str_cut(line, from, glyph_fit(line, c->to));

	*indent = (int)str_indent(all);
	return str_trim(all);
}

int
table_before(const struct column *c, int spare)
{
	switch (c->align) {
	case COLUMN_RIGHT:
		return spare;
	case COLUMN_CENTRE:
		return spare / 2;
	case COLUMN_LEFT:
		break;
	}
	return 0;
}

static int
longest_word(struct str s)
{
	int most = 0;

	while (s.n != 0) {
		const int cols = glyph_cols(str_split(&s, ' '));

		most = cols > most ? cols : most;
	}
	return most;
}

/* What there is to know of a column before it is laid out. */
static void
look_at(const struct table *t, struct column *c)
{
	const int natural = c->to - c->from;
	struct str rest = t->text;
	bool ends = true, begins = true, middle = true;

	c->least = natural < TABLE_NARROW ? natural : TABLE_NARROW;
	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');
		int indent, word, spare;
		const struct str s = table_cell(c, line, &indent);

		if (s.n == 0 || table_rule(line))
			continue;
		spare = natural - glyph_cols(s);
		ends = ends && indent == spare;
		begins = begins && indent == 0;
		middle = middle && indent == spare / 2;
		word = longest_word(s);
		word = word < LONG_WORD ? word : LONG_WORD;
		c->least = word > c->least ? word : c->least;
	}
	c->align = begins   ? COLUMN_LEFT
		   : ends   ? COLUMN_RIGHT
		   : middle ? COLUMN_CENTRE
			    : COLUMN_LEFT;
}

bool
table_read(struct table *t, struct str text)
{
	struct str rest = text;
	size_t lines = 0, rule = 0;

	*t = (struct table){ .text = text };
	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');

		if (table_rule(line) && (rule != 0 || lines > HEADS_MOST))
			return false;
		if (!table_rule(line) && !take_ink(t, line))
			return false;
		if (table_rule(line)) {
			rule = line.n;
			t->head = str_cut(text, 0, (size_t)(line.p - text.p));
		}
		lines += str_trim(line).n != 0;
	}
	if (rule == 0 || lines < 3 || !find_columns(t) ||
	    (size_t)t->col[t->n - 1].to > rule)
		return false;
	for (int i = 0; i < t->n; i++)
		look_at(t, &t->col[i]);
	return true;
}
