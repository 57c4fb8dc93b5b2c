/*
 * A table as its lines have it, where there is room.  Where there is not its cells go on in
 * the next line; where they would be too narrow its columns come in groups that fit, below
 * each other, each after the first column; where there is no room for two, each row is a list.
 */
#include "render/table.h"
#include "render/layout.h"
#include "text/wrap.h"

enum { GAP = TABLE_GAP, INDENT = 2, MARGIN = 4 };

/* Gives each column what it takes, or of what is over the least of each a share like that;
   false where there is too little. */
static bool
give_shares(struct table *t, int avail)
{
	int spare = avail + GAP, wanted = 0;

	for (int i = 0; i < t->n; i++) {
		spare -= t->col[i].least + GAP;
		wanted += t->col[i].to - t->col[i].from - t->col[i].least;
	}
	for (int i = 0; i < t->n && spare >= 0; i++) {
		struct column *c = &t->col[i];
		const int more = c->to - c->from - c->least;

		c->cols = c->least + (wanted <= spare ? more : more * spare / wanted);
	}
	return spare >= 0;
}

/* The columns in groups: false where there is no room for two. */
static bool
give_groups(struct table *t, int avail)
{
	const int half = (avail - GAP) / 2, first = t->col[0].to - t->col[0].from;
	bool whole = true;

	for (int i = 1; i < t->n; i++)
		whole = whole && first + GAP + t->col[i].to - t->col[i].from <= avail;
	for (int i = 0; i < t->n; i++) {
		const int cols = t->col[i].to - t->col[i].from;
		const int most = i == 0 ? half : avail - GAP - t->col[0].cols;

		t->col[i].cols = whole || cols < most ? cols : most;
	}
	return whole || half >= TABLE_NARROW;
}

/* Those of `from`..`to`, after the first one. */
struct group {
	int from, to, cols;
};

static struct group
group_from(const struct table *t, int from, int avail)
{
	struct group g = { from, from, t->col[0].cols };

	while (g.to < t->n && g.cols + GAP + t->col[g.to].cols <= avail)
		g.cols += GAP + t->col[g.to++].cols;
	return g;
}

/* Where a line of a cell stands in its column. */
static int
place(const struct column *c, int indent, int spare)
{
	if (c->align != COLUMN_LEFT)
		return table_before(c, spare);
	return indent <= spare ? indent : 0;
}

/* How many lines it took. */
static int
put_row(struct layout *l, const struct table *t, struct str line, struct group g)
{
	const enum role role = table_head(t, line) ? ROLE_STRONG : ROLE_TEXT;
	struct str rest[TABLE_COLUMNS] = { 0 };
	int indent[TABLE_COLUMNS] = { 0 }, lines = 0;
	bool more = true;

	for (int i = 0; i < g.to; i = i == 0 ? g.from : i + 1)
		rest[i] = table_cell(&t->col[i], line, &indent[i]);
	for (; more; lines++) {
		int x = l->left;

		line_begin(l);
		more = false;
		for (int i = 0; i < g.to; i = i == 0 ? g.from : i + 1) {
			const struct column *c = &t->col[i];
			const struct str s =
			    rest[i].n == 0 ? STR_NIL : wrap_line(&rest[i], c->cols);

			line_linked(l, x + place(c, indent[i], c->cols - glyph_cols(s)),
			    s, role,
			    i == 0 && g.from > 1 ? SIZE_MAX
						 : t->source + (size_t)(s.p - t->text.p));
			x += c->cols + GAP;
			more = more || rest[i].n != 0;
		}
		line_end(l);
	}
	return lines;
}

static void
put_group(struct layout *l, const struct table *t, struct group g)
{
	struct str rest = t->text;
	bool apart = false;

	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');

		if (table_rule(line)) {
			line_begin(l);
			line_rule(l, l->left, l->left + g.cols, SIGN_RULE);
			line_end(l);
			apart = false;
			continue;
		}
		if (apart || str_trim(line).n == 0)
			line_gap(l); /* or nobody sees where a row ends */
		if (str_trim(line).n != 0)
			apart = put_row(l, t, line, g) > 1;
	}
}

/* What its heads call a column: "Depth 2015: ". */
static void
put_name(struct layout *l, const struct table *t, const struct column *c)
{
	struct str rest = t->head;
	bool named = false;
	int indent;

	while (rest.n != 0) {
		const struct str s = table_cell(c, str_split(&rest, '\n'), &indent);

		if (s.n != 0 && named)
			piece_sign(l, STR(" "), ROLE_META);
		piece_sign(l, s, ROLE_META);
		named = named || s.n != 0;
	}
	if (named)
		piece_sign(l, STR(": "), ROLE_META);
}

/* "North quay", then "  Length: 120 m" for each further cell. */
static void
put_list_row(struct layout *l, const struct table *t, struct str line)
{
	const int left = l->left;
	int indent;

	for (int i = 0; i < t->n; i++) {
		const struct str s = table_cell(&t->col[i], line, &indent);

		if (s.n == 0)
			continue;
		margin_push(l, (struct margin){ 0 }, i == 0 ? 0 : INDENT);
		if (i != 0)
			put_name(l, t, &t->col[i]);
		piece_linked(l, s, i == 0 ? ROLE_STRONG : ROLE_TEXT,
		    t->source + (size_t)(s.p - t->text.p));
		flow(l);
		margin_pop(l, left);
	}
}

static void
put_list(struct layout *l, const struct table *t)
{
	struct str rest = t->text;
	bool apart = false;

	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');

		if (table_head(t, line) || table_rule(line))
			continue;
		if (apart)
			line_gap(l);
		put_list_row(l, t, line);
		apart = true;
	}
}

/* A table may stand out to the right of the text. */
static int
room_of(const struct layout *l)
{
	const int all = l->p->column[l->column].width - l->left - MARGIN;

	return all > l->cols ? all : l->cols;
}

bool
table_put(struct layout *l, struct str text, size_t source)
{
	const int room = room_of(l);
	struct table t;

	if (!table_read(&t, text))
		return false;
	t.source = source;
	if (!give_shares(&t, room) && !give_groups(&t, room)) {
		put_list(l, &t);
		return true;
	}
	for (struct group g = { .to = 1 }; g.to < t.n;) {
		if (g.to > 1)
			line_gap(l);
		g = group_from(&t, g.to, room);
		put_group(l, &t, g);
	}
	return true;
}
