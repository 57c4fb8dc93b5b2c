/* Kept blocks become the article's document: the lists, quotes and tables around them
   are found again from their boxes. */
#include <string.h>

#include "article/html.h"

enum { CHAIN = 2 * DOC_DEPTH };

struct open {
	uint32_t box;
	struct block *block;
};

struct writer {
	struct page *p;
	struct job *j;
	struct str base;
	struct doc *d;
	struct open open[CHAIN]; /* outermost first */
	size_t n;
	uint32_t table;             /* the last one written as a whole */
	bool *refused;              /* by box: tables that are not of data */
	bool rule;                  /* a line of signs stood before the next block */
	int level;                  /* of the last heading, 1 before there is one */
	const struct block *joined; /* a list that was several of one item each */
	long items;                 /* of the last block of all, if it is a list */
};

static bool
is_list(enum html_tag tag)
{
	return tag == TAG_UL || tag == TAG_OL;
}

/* Boxes around a block that make a container, outermost first. */
static size_t
chain_of(const struct writer *w, uint32_t box, uint32_t *out)
{
	const struct box *boxes = w->p->boxes.at;
	uint32_t up[CHAIN];
	size_t n = 0, made = 0;

	for (; box != HTML_NONE && n < CHAIN; box = boxes[box].parent)
		if (boxes[box].tag == TAG_LI || boxes[box].tag == TAG_BLOCKQUOTE ||
		    is_list(boxes[box].tag))
			up[n++] = box;
	while (n-- > 0) {
		const bool in_list = made != 0 && is_list(boxes[out[made - 1]].tag);
		const enum html_tag tag = boxes[up[n]].tag;

		/* an item belongs to a list, and a list holds items only */
		if (in_list && tag != TAG_LI)
			made--;
		if (tag != TAG_LI || in_list)
			out[made++] = up[n];
	}
	if (made != 0 && is_list(boxes[out[made - 1]].tag))
		made--;
	return made;
}

static enum block_kind
container_kind(enum html_tag tag)
{
	return tag == TAG_LI           ? BLOCK_ITEM
	       : tag == TAG_BLOCKQUOTE ? BLOCK_QUOTE
				       : BLOCK_LIST;
}

/* Where the items of a numbered list begin, as it says or its first item. */
static bool
list_start(const struct node *list, long *start)
{
	const struct node *item = list->first;

	if (!str_int(node_value(list, ATTR_START), start)) {
		while (item != NULL && item->tag != TAG_LI)
			item = item->next;
		if (item == NULL || !str_int(node_value(item, ATTR_VALUE), start))
			return false;
	}
	return *start >= 0 && *start < 1000000;
}

/* Lists of one item each are one list, and so are those that count on. */
static struct block *
joins_last(struct writer *w, enum html_tag tag, long start)
{
	struct block *last = w->d->last;

	if (last == NULL || last->kind != BLOCK_LIST || last->ordered != (tag == TAG_OL))
		return NULL;
	if (tag == TAG_OL ? start != last->start + w->items || start == 1
			  : w->items > 1 && w->joined != last)
		return NULL;
	w->joined = last;
	return last;
}

static struct block *
container_open(struct writer *w, uint32_t box)
{
	const struct box *b = &w->p->boxes.at[box];
	struct block *in = w->n == 0 ? NULL : w->open[w->n - 1].block;
	struct block *made;
	long start;

	if (b->tag == TAG_LI && (in == NULL || in->kind != BLOCK_LIST))
		return in;
	if (b->tag != TAG_OL || !list_start(b->node, &start))
		start = 1;
	if (in == NULL && is_list(b->tag) &&
	    (made = joins_last(w, b->tag, start)) != NULL)
		return made;
	made = doc_add(w->j->a, w->d, in, container_kind(b->tag));
	made->tight = made->kind == BLOCK_LIST;
	if (in == NULL)
		w->items = 0;
	else if (in == w->d->last && made->kind == BLOCK_ITEM)
		w->items++;
	made->ordered = b->tag == TAG_OL;
	if (made->ordered)
		made->start = start;
	return made;
}

/* The containers of the next block, as many as possible those of the last. */
static struct block *
place(struct writer *w, uint32_t box)
{
	uint32_t chain[CHAIN];
	const size_t n = chain_of(w, box, chain);
	size_t same = 0;

	while (same < n && same < w->n && w->open[same].box == chain[same])
		same++;
	for (w->n = same; w->n < n; w->n++) {
		w->open[w->n].block = container_open(w, chain[w->n]);
		w->open[w->n].box = chain[w->n];
	}
	return n == 0 ? NULL : w->open[n - 1].block;
}

/* Two paragraphs in an item make its list loose. */
static void
loosen(struct block *in)
{
	if (in != NULL && in->kind == BLOCK_ITEM && in->last != NULL &&
	    in->last->kind == BLOCK_PARA)
		in->parent->tight = false;
}

/* The blocks' pieces as runs, blanks joined across them; a link keeps its address when it
   can be opened from elsewhere. */
static void
add_runs(struct writer *w, struct block *to, const struct hblock *b, size_t from,
    uint8_t style)
{
	bool blank = to->run_count != 0, any = to->run_count != 0;

	for (size_t i = from; i < b->piece + b->piece_count; i++) {
		const struct piece *one = &w->p->pieces.at[i];
		const struct str text = html_squeeze(w->p->a, one->text);
		struct run r = { .style = (uint8_t)((one->style & ~RUN_BREAK) | style) };

		blank = blank || one->style == RUN_BREAK ||
			(one->text.n != 0 && html_space(one->text, 0) != 0);
		if (text.n == 0)
			continue;
		if (blank && any)
			block_run(w->j->a, to, (struct run){ .text = STR(" ") });
		r.text = str_dup(w->j->a, text);
		if (one->link != NULL)
			r.url = html_resolve(
			    w->j->a, w->base, node_value(one->link, ATTR_HREF));
		block_run(w->j->a, to, r);
		any = true;
		blank = html_space(one->text, one->text.n - 1) != 0 ||
			str_ends(one->text, STR("\xc2\xa0"));
	}
}

/* The block's text as it stands, each line with its line feed. */
static void
add_code(struct writer *w, struct block *to, const struct hblock *b)
{
	struct buf text = buf_new(w->j->a);

	for (size_t i = b->piece; i < b->piece + b->piece_count; i++) {
		const struct piece *one = &w->p->pieces.at[i];

		if (one->style == RUN_BREAK)
			buf_byte(&text, '\n');
		buf_str(&text, one->text);
	}
	while (text.n != 0 && strchr(" \n\t", text.p[text.n - 1]) != NULL)
		text.n--;
	buf_byte(&text, '\n');
	to->text = buf_view(&text);
	while (str_starts(to->text, STR("\n")) && to->text.n > 1)
		to->text = str_cut(to->text, 1, to->text.n);
}

static bool
inside(const struct page *p, uint32_t box, enum html_tag tag, uint32_t *which)
{
	for (; box != HTML_NONE; box = p->boxes.at[box].parent)
		if (p->boxes.at[box].tag == tag) {
			*which = box;
			return true;
		}
	return false;
}

/* "___" between the parts of a text. */
static bool
is_line(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '_' && s.p[i] != ' ')
			return false;
	return true;
}

enum { STRONG_WORDS = 12, STRONG_BYTES = 90, STRONG_TEXT = 40 };

/* The bold words that a paragraph begins with before a line break, or is: they are a heading.
   `*end` is the piece behind them. */
static struct str
strong_line(const struct page *p, const struct hblock *b, size_t *end)
{
	struct buf text = buf_new(p->a);
	size_t i = b->piece;

	for (; i < b->piece + b->piece_count; i++) {
		const struct piece *one = &p->pieces.at[i];
		const bool blank = html_squeeze(p->a, one->text).n == 0;

		if (one->style == RUN_BREAK && text.n != 0)
			break;
		if (!blank && ((one->style & RUN_STRONG) == 0 || one->link != NULL))
			return STR_NIL;
		if (!blank)
			buf_str(&text, one->text);
		if (text.n > STRONG_BYTES)
			return STR_NIL;
	}
	*end = i;
	return html_squeeze(p->a, buf_view(&text));
}

/* Whether the block begins with a heading in bold: words above text, that end no sentence. */
static bool
is_strong_heading(const struct page *p, size_t at, size_t *end)
{
	const struct hblock *b = &p->blocks.at[at];
	const struct str s =
	    html_is_plain(hblock_tag(p, b)) ? strong_line(p, b, end) : STR_NIL;
	size_t next = at + 1, after;

	if (s.n < 3 || line_words(s) > STRONG_WORDS || !line_is_title(s) ||
	    strchr(".,;:", s.p[s.n - 1]) != NULL)
		return false;
	if (*end < b->piece + b->piece_count)
		return b->n > s.n + STRONG_TEXT;
	while (next < p->blocks.n && !p->blocks.at[next].keep)
		next++;
	return next < p->blocks.n &&
	       !html_is_heading(hblock_tag(p, &p->blocks.at[next])) &&
	       strong_line(p, &p->blocks.at[next], &after).n == 0;
}

static struct block *
add_heading(struct writer *w, const struct hblock *b, int level)
{
	struct block *made = doc_add(w->j->a, w->d, NULL, BLOCK_HEADING);

	made->level = level;
	add_runs(w, made, b, b->piece, 0);
	return made;
}

/* Bold words above the text in the same paragraph or the next, as a heading; the piece of the
   block behind them. */
static size_t
add_strong(struct writer *w, const struct hblock *b)
{
	const size_t at = (size_t)(b - w->p->blocks.at);
	struct hblock head = *b;
	struct block *made;
	size_t end;

	if (w->d->first == NULL || !is_strong_heading(w->p, at, &end))
		return b->piece;
	head.piece_count = (uint32_t)(end - b->piece);
	made = add_heading(w, &head, w->level < 6 ? w->level + 1 : 6);
	for (size_t i = 0; i < made->run_count; i++)
		made->runs[i].style &= (uint8_t)~RUN_STRONG;
	return end;
}

static void
add_block(struct writer *w, const struct hblock *b)
{
	const enum html_tag tag = hblock_tag(w->p, b);
	struct block *in, *made;
	size_t from = b->piece;
	uint32_t pre;

	if (is_line(b->text)) {
		w->rule = w->d->first != NULL;
		return;
	}
	if (w->rule) {
		w->n = 0;
		(void)doc_add(w->j->a, w->d, NULL, BLOCK_RULE);
	}
	w->rule = false;
	in = place(w, b->box);
	if (html_is_heading(tag) && in == NULL) {
		w->level = 1 + (int)(tag - TAG_H1);
		(void)add_heading(w, b, w->level);
	} else if ((tag == TAG_PRE || inside(w->p, b->box, TAG_PRE, &pre)) &&
		   (in == NULL || in->kind != BLOCK_LIST)) {
		add_code(w, doc_add(w->j->a, w->d, in, BLOCK_CODE), b);
	} else {
		if (in == NULL)
			from = add_strong(w, b);
		if (from == b->piece + b->piece_count)
			return;
		loosen(in);
		made = doc_add(w->j->a, w->d, in, BLOCK_PARA);
		add_runs(w, made, b, from, tag == TAG_FIGCAPTION ? RUN_EMPH : 0);
	}
}

enum { CAPTION_LEVEL = 6 };

/* A table that lays out text is not one of data. */
static bool
add_table(struct writer *w, uint32_t table, size_t first)
{
	struct block *in, *made;
	struct html_lines t;

	if (table == w->table || w->refused[table])
		return table == w->table;
	w->refused[table] = !html_table(w->p, w->j->a, table, first, w->base, &t);
	if (w->refused[table])
		return false;
	(void)place(w, w->p->boxes.at[table].parent);
	in = w->n == 0 ? NULL : w->open[w->n - 1].block;
	if (t.caption.n != 0) { /* a heading: what it says did not happen */
		made = doc_add(w->j->a, w->d, in, BLOCK_HEADING);
		made->level = CAPTION_LEVEL;
		block_run(w->j->a, made, (struct run){ .text = t.caption });
	}
	made = doc_add(w->j->a, w->d, in, BLOCK_CODE);
	made->text = t.lines;
	doc_add_links(w->j->a, w->d, made, &t.links);
	w->table = table;
	return true;
}

void
html_doc(struct page *p, struct job *j, struct str base)
{
	struct writer w = {
		.p = p, .j = j, .base = base, .table = HTML_NONE, .level = 1
	};

	w.refused = arena_many(p->a, bool, p->boxes.n);
	w.d = doc_new(j->a);
	for (size_t i = 0; i < p->blocks.n; i++) {
		const struct hblock *b = &p->blocks.at[i];
		uint32_t table;

		if (!b->keep)
			continue;
		if ((b->in & 1u << IN_TABLE) == 0 ||
		    !inside(p, b->box, TAG_TABLE, &table) || !add_table(&w, table, i))
			add_block(&w, b);
	}
	j->out->body = w.d;
}
