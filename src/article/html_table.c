/* The cells of a table of a web page. */
#include "article/html.h"
#include "article/table.h"

static uint32_t
up_to(const struct page *p, uint32_t box, enum html_tag one, enum html_tag other)
{
	while (box != HTML_NONE && p->boxes.at[box].tag != one &&
	       p->boxes.at[box].tag != other)
		box = p->boxes.at[box].parent;
	return box;
}

static bool
is_below(const struct page *p, uint32_t box, uint32_t top)
{
	return box != HTML_NONE && box > top && box < p->boxes.at[top].end;
}

/* A cell's blocks become one text; false when a block stands in no cell. */
static bool
cell_add(struct page *p, struct arena *a, struct table *t, uint32_t table,
    const struct hblock *b)
{
	const uint32_t box = up_to(p, b->box, TAG_TD, TAG_TH);
	const uint32_t row = up_to(p, b->box, TAG_TR, TAG_TR);
	struct cell *last = t->n == 0 ? NULL : &t->at[t->n - 1];
	struct buf text = buf_new(a);

	if (!is_below(p, box, table) || !is_below(p, row, table) || t->n == TABLE_CELLS ||
	    up_to(p, row, TAG_TABLE, TAG_TABLE) != table)
		return false;
	if (last != NULL && last->box == box) {
		if (last->text.n > TABLE_CELL_BYTES)
			return false;
		buf_str(&text, last->text);
		buf_byte(&text, ' ');
		buf_str(&text, b->text);
		last->text = buf_view(&text);
		return true;
	}
	*vec_push(a, t) = (struct cell){ row, box, p->boxes.at[box].tag == TAG_TH,
		str_dup(a, b->text) };
	return true;
}

struct str
html_table(struct page *p, struct arena *a, uint32_t table, size_t first)
{
	struct table t = { 0 };

	for (size_t i = first;
	     i < p->blocks.n && p->blocks.at[i].box < p->boxes.at[table].end; i++) {
		const struct hblock *b = &p->blocks.at[i];

		if (b->keep && b->box >= table && !cell_add(p, a, &t, table, b) &&
		    p->boxes.at[b->box].tag != TAG_CAPTION)
			return STR_NIL;
	}
	return table_aligned(a, &t);
}
