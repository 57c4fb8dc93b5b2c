/* Tables of Markdown: cells between bars under a row of dashes. */
#include <string.h>

#include "article/table.h"
#include "base/buf.h"
#include "base/map.h"
#include "doc/doc.h"
#include "text/glyph.h"
#include "text/utf8.h"

enum {
	PROSE_COLS = 110,
	PROSE_CELL = 100,
	CELL_MARKS = 2000 /* bytes, with targets of links */,
	LABEL_BYTES = 200
};

/* The next cell of a row, its bar taken; "\\|" is no bar. */
static struct str
next_cell(struct str *row)
{
	struct str cell;
	size_t n = 0;

	while (n < row->n && (row->p[n] != '|' || (n != 0 && row->p[n - 1] == '\\')))
		n++;
	cell = str_trim(str_cut(*row, 0, n));
	*row = str_cut(*row, n + 1, row->n);
	return cell;
}

/* A row without the bars at its ends. */
static struct str
row_of(struct str line)
{
	line = str_trim(line);
	if (str_starts(line, STR("|")))
		line = str_cut(line, 1, line.n);
	if (line.n != 0 && line.p[line.n - 1] == '|' &&
	    (line.n < 2 || line.p[line.n - 2] != '\\'))
		line.n--;
	return line;
}

static size_t
cells_in(struct str line)
{
	struct str row = row_of(line);
	size_t n = 0;

	for (; row.n != 0; n++)
		(void)next_cell(&row);
	return n;
}

static bool
is_rule(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == '\0' || strchr("|:- \t", line.p[i]) == NULL)
			return false;
	return str_has(line, STR("-")) && str_has(line, STR("|"));
}

void
table_align(struct table *t, struct str rule)
{
	struct str row = row_of(rule);

	for (size_t i = 0; i < TABLE_COLUMNS && row.n != 0; i++) {
		const struct str cell = next_cell(&row);

		t->align[i] = (uint8_t)((str_starts(cell, STR(":")) ? ALIGN_LEFT : 0) |
					(str_ends(cell, STR(":")) ? ALIGN_RIGHT : 0));
	}
}

/* Bytes of a "<br>", which tables have since their rows are lines; 0: it is none. */
static size_t
line_break(struct str s)
{
	static const char *const breaks[] = { "<br>", "<br/>", "<br />" };

	for (size_t i = 0; i < LEN(breaks); i++)
		if (str_eq_nocase(str_cut(s, 0, strlen(breaks[i])), str_of(breaks[i])))
			return strlen(breaks[i]);
	return 0;
}

/* The next line without what stands before each line of a quote or an item; nothing where it
   has not the marks of the quote. */
static struct str
next_line(struct str *rest, struct str before)
{
	const struct str line = str_line(rest);

	if (str_starts(line, before))
		return str_cut(line, before.n, line.n);
	return str_has(before, STR(">")) ? STR_NIL : line;
}

/* Lines like "[label]: https://…", which say where links lead that name it. */
struct defs {
	struct map number; /* of the line, from 1, by the label in lower case */
	struct strs lines;
	size_t left; /* bytes that may yet be said once more */
};

static bool
is_fence(struct str line)
{
	line = str_trim(line);
	return str_starts(line, STR("```")) || str_starts(line, STR("~~~"));
}

/* What stands between brackets at the front of `s`; empty: nothing. */
static struct str
label_of(struct str s)
{
	const size_t end = str_starts(s, STR("["))
			       ? str_find(str_cut(s, 0, LABEL_BYTES), STR("]"), 1)
			       : STR_NONE;
	const struct str label = end == STR_NONE ? STR_NIL : str_cut(s, 1, end);

	return str_has(label, STR("[")) ? STR_NIL : label;
}

static struct defs
find_defs(struct arena *a, struct str markdown)
{
	struct defs out = { .number = map_new(a), .left = markdown.n };
	bool code = false;

	while (markdown.n != 0) {
		const struct str line = str_trim(str_line(&markdown)),
				 label = label_of(line);
		uint32_t *number;

		code = code != is_fence(line);
		if (code || label.n == 0 ||
		    !str_starts(str_cut(line, label.n + 2, line.n), STR(":")))
			continue;
		number = map_at(&out.number, utf8_lower(a, label));
		if (*number != 0)
			continue;
		*vec_push(a, &out.lines) = line;
		*number = (uint32_t)out.lines.n;
	}
	return out;
}

/* The cell, and below it what it names of them. */
static struct str
with_defs(struct arena *a, struct defs *defs, struct str cell)
{
	struct buf out = buf_new(a);

	buf_str(&out, cell);
	for (size_t i = 0; i < cell.n && defs->lines.n != 0; i++) {
		const struct str label = label_of(str_cut(cell, i, cell.n));
		const uint32_t *number =
		    label.n == 0 ? NULL : map_get(&defs->number, utf8_lower(a, label));
		struct str line;

		if (number == NULL || defs->lines.at[*number - 1].n > defs->left)
			continue;
		line = defs->lines.at[*number - 1];
		defs->left -= line.n;
		buf_text(&out, "\n\n");
		buf_str(&out, line);
	}
	return buf_view(&out);
}

/* Marks of Markdown, but for the escapes that only tables have; no line breaks. */
static struct str
marked(struct arena *a, struct str cell)
{
	struct buf text = buf_new(a);

	for (size_t i = 0; i < cell.n; i++) {
		const size_t br = line_break(str_cut(cell, i, cell.n));

		if (br != 0)
			buf_byte(&text, ' ');
		else if (cell.p[i] != '\\' || i + 1 == cell.n || cell.p[i + 1] != '|')
			buf_byte(&text, cell.p[i]);
		i += br != 0 ? br - 1 : 0;
	}
	return buf_view(&text);
}

static void
add_links(struct arena *a, struct table *t, struct cell *c, const struct block *b)
{
	size_t i, end, at = 0;

	block_inner_runs(b, &i, &end);
	for (; i < end; i++) {
		const struct run *r = &b->runs[i];
		const size_t n = (r->style & RUN_BREAK) != 0 ? 1 : r->text.n;
		struct code_link *last =
		    c->links == 0 ? NULL : &t->links.at[t->links.n - 1];

		if (last != NULL && last->to == at && str_eq(last->url, r->url))
			last->to += n;
		else if (r->url.n != 0 && (r->style & RUN_IMAGE) == 0)
			table_link(a, t, c, (struct code_link){ at, at + n, r->url });
		at += n;
	}
}

/* What a reader sees of a cell: no marks, no escapes. */
static void
add_cell(
    struct arena *a, struct table *t, struct defs *defs, uint32_t number, struct str text)
{
	struct cell *c = vec_push(a, t);
	const struct doc *d;
	bool plain = true;

	*c = (struct cell){ .row = number, .head = number == 0, .text = text };
	for (size_t i = 0; i < text.n; i++)
		plain = plain && strchr("*_`[]!<&~\\", text.p[i]) == NULL;
	if (plain)
		return;
	c->text = marked(a, text);
	d = doc_parse(a, with_defs(a, defs, c->text));
	if (d->first == NULL || d->first->kind != BLOCK_PARA)
		return;
	c->text = doc_plain(a, d->first);
	add_links(a, t, c, d->first);
}

static bool
add_row(struct arena *a, struct table *t, struct defs *defs, struct str line,
    uint32_t number, size_t cells)
{
	struct str row = row_of(line);

	for (size_t i = 0; i < cells && row.n != 0; i++) {
		const struct str cell = next_cell(&row);

		if (t->n == TABLE_CELLS || cell.n > CELL_MARKS)
			return false;
		add_cell(a, t, defs, number, cell);
	}
	return true;
}

/* Cells that are prose, or alone, are lines of a list, marks and links and all; of more than two
   each has its head, or nobody knows what it says. */
static struct str
listed(struct arena *a, struct str head, struct str rows, struct str before)
{
	const size_t cells = cells_in(head);
	const bool named = cells > 2;
	struct buf out = buf_new(a);

	if (cells == 1) {
		buf_str(&out, str_trim(row_of(head)));
		buf_text(&out, "\n\n");
	}
	while (rows.n != 0) {
		struct str row = row_of(next_line(&rows, before)), names = row_of(head);

		buf_text(&out, "- ");
		for (bool more = false; row.n != 0;) {
			const struct str cell = next_cell(&row), name = next_cell(&names);

			if (cell.n == 0)
				continue;
			buf_text(&out, more ? " — " : "");
			if (more && named && name.n != 0) {
				buf_str(&out, name);
				buf_text(&out, ": ");
			}
			buf_str(&out, cell);
			more = true;
		}
		buf_byte(&out, '\n');
	}
	return buf_view(&out);
}

/* A wide row with sentences in it. */
static bool
is_prose(const struct table *t)
{
	int cols = 0;
	bool sentence = false;

	for (size_t i = 0; i < t->n; i++) {
		const int cell = glyph_cols(t->at[i].text);
		const bool goes_on = i != 0 && t->at[i].row == t->at[i - 1].row;

		sentence = (goes_on && sentence) || cell > PROSE_CELL;
		cols = (goes_on ? cols : 0) + cell + 2;
		if (sentence && cols > PROSE_COLS)
			return true;
	}
	return false;
}

/* A block of code, and what is linked in it. */
static struct str
fenced(struct arena *a, struct str lines, const struct code_links *links)
{
	struct buf out = buf_new(a);
	struct doc *d = doc_new(a);
	struct block *code = doc_add(a, d, NULL, BLOCK_CODE);

	code->text = lines;
	doc_add_links(a, d, code, links);
	doc_commonmark(d, &out);
	return buf_view(&out);
}

/* The table that begins with `head`, taken off `*rest`; empty, and nothing taken: none. */
static struct str
read_table(struct arena *a, struct defs *defs, struct str head, struct str before,
    struct str *rest)
{
	struct table t = { 0 };
	struct str after = *rest, left, lines;
	const struct str rule = next_line(&after, before);
	struct str rows = after;
	const size_t cells = cells_in(head);
	uint32_t number = 1;
	bool whole;

	if (!str_has(head, STR("|")) || !is_rule(rule) || cells_in(rule) != cells)
		return STR_NIL;
	whole = add_row(a, &t, defs, head, 0, cells);
	for (left = after; left.n != 0; after = left) {
		const struct str line = next_line(&left, before);

		if (!str_has(line, STR("|")))
			break;
		whole = whole && add_row(a, &t, defs, line, number++, cells);
	}
	rows.n -= after.n;
	if (rows.n == 0)
		return STR_NIL;
	table_align(&t, rule);
	lines = whole ? table_aligned(a, &t) : STR_NIL;
	*rest = after;
	return lines.n == 0 || is_prose(&t) ? listed(a, head, rows, before)
					    : fenced(a, lines, &t.placed);
}

/* Marks of quotes, and fewer blanks than code has. */
static struct str
before_text(struct str line)
{
	size_t n = 0;

	for (size_t blanks = 0; n < line.n && (line.p[n] == ' ' || line.p[n] == '>');
	     n++) {
		blanks = line.p[n] == ' ' ? blanks + 1 : 0;
		if (blanks == 4)
			return STR_NIL;
	}
	return str_cut(line, 0, n);
}

/* Lines with what stands before each, and an empty one on either side. */
static void
put_table(struct buf *out, struct str before, struct str lines)
{
	buf_str(out, before);
	buf_byte(out, '\n');
	while (lines.n != 0) {
		buf_str(out, before);
		buf_str(out, str_line(&lines));
		buf_byte(out, '\n');
	}
	buf_str(out, before);
	buf_byte(out, '\n');
}

struct str
table_fenced(struct arena *a, struct str markdown)
{
	struct buf out = buf_new(a);
	struct defs defs = find_defs(a, markdown);
	struct str rest = markdown;
	bool code = false;

	while (rest.n != 0) {
		const struct str line = str_line(&rest), before = before_text(line),
				 text = str_cut(line, before.n, line.n);
		struct str table = STR_NIL;

		code = code != is_fence(text);
		if (!code && !str_starts(text, STR("    ")) &&
		    !str_starts(text, STR("\t")))
			table = read_table(a, &defs, text, before, &rest);
		if (table.n != 0) {
			put_table(&out, before, table);
			continue;
		}
		buf_str(&out, line);
		buf_byte(&out, '\n');
	}
	return buf_view(&out);
}
