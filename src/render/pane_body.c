/*
 * The body: the block tree in the measure, recursive as deep as documents are
 * (DOC_DEPTH).  `source` counts bytes of the paragraph's plain text, so that every
 * span knows its place in it.
 */

#include "render/layout.h"

struct body {
	struct layout *l;
	size_t source; /* where the next leaf begins in the plain text */
	int depth;     /* of lists */
	long number;   /* to stand behind the first text, or 0 */
};

enum { TAB = 4, INDENT = 2 };

/* What fits of a line of code; a tab leaves columns free.  Gives back the rest. */
static struct str
code_part(struct layout *l, struct str rest, size_t source, enum role r)
{
	const int to = l->left + l->cols - (l->cols > INDENT);
	const size_t all = rest.n;
	int x = l->left;

	while (rest.n != 0 && x < to) {
		struct str text = str_cut(rest, 0, glyph_fit(rest, to - x));
		const size_t tab = str_find(text, STR("\t"), 0);

		text = str_cut(text, 0, tab);
		line_linked(l, x, text, r, source + all - rest.n);
		x += glyph_cols(text);
		rest = str_cut(rest, text.n, rest.n);
		if (tab == STR_NONE)
			break;
		x += TAB - (x - l->left) % TAB;
		rest = str_cut(rest, 1, rest.n);
	}
	return rest;
}

/* Code keeps its lines; one too long goes on below with a sign at its end. */
static void
code(struct body *w, const struct block *b)
{
	struct layout *l = w->l;
	struct str rest = b->text;
	const int left = l->left;

	margin_push(l, (struct margin){ 0 }, INDENT);
	code_links_begin(l, b, w->source);
	if (table_put(l, rest, w->source))
		rest = STR_NIL;
	while (rest.n != 0) {
		const size_t at = w->source + (size_t)(rest.p - b->text.p);
		const struct str line = str_split(&rest, '\n');

		l->more = false;
		for (struct str left_over = line;;) {
			const size_t done = line.n - left_over.n;

			line_begin(l);
			left_over = code_part(l, left_over, at + done, ROLE_CODE);
			if (left_over.n != 0 && l->cols > INDENT)
				line_put(l, l->left + l->cols - 1,
				    sign(l, SIGN_CONTINUED), ROLE_RULE);
			line_end(l);
			if (left_over.n == 0)
				break;
			l->more = true;
		}
	}
	l->more = false;
	margin_pop(l, left);
}

static void
break_rule(struct layout *l)
{
	const struct str s = sign(l, SIGN_BREAK);
	const int spare = l->nowrap ? 0 : l->cols - glyph_cols(s);

	line_begin(l);
	line_put(l, l->left + (spare > 0 ? spare / 2 : 0), s, ROLE_RULE);
	line_end(l);
}

/* As doc_plain() has it: code without its last line feeds, a hard break is a blank. */
static size_t
leaf_bytes(const struct block *b)
{
	size_t n = b->text.n, from, to;

	while (n > 0 && b->text.p[n - 1] == '\n')
		n--;
	block_inner_runs(b, &from, &to);
	for (size_t i = from; i < to; i++)
		n += (b->runs[i].style & RUN_BREAK) != 0 ? 1 : b->runs[i].text.n;
	return n;
}

static void
leaf(struct body *w, const struct block *b, enum role base)
{
	const size_t bytes = leaf_bytes(b);

	if (b->kind == BLOCK_RULE) {
		break_rule(w->l);
		return;
	}
	w->source += w->source != 0 && bytes != 0;
	if (b->kind == BLOCK_CODE || b->kind == BLOCK_HTML) {
		code(w, b);
	} else {
		body_runs(w->l, b, base, w->source);
		piece_para(w->l, w->number);
		w->number = 0;
		flow(w->l);
	}
	w->source += bytes;
}

/* The number or bullet of an item, right aligned in `cols` columns less one. */
static struct str
item_mark(struct body *w, const struct block *list, long number, int cols)
{
	struct buf b = buf_new(w->l->a), mark = buf_new(w->l->a);

	if (!list->ordered)
		return sign(w->l, w->depth % 2 == 1 ? SIGN_BULLET : SIGN_BULLET_IN);
	buf_printf(&mark, "%ld.", number);
	buf_repeat(&b, ' ', (size_t)cols - 1 > mark.n ? (size_t)cols - 1 - mark.n : 0);
	buf_str(&b, buf_view(&mark));
	return buf_view(&b);
}

static int
digits(long n)
{
	int d = n < 0 ? 2 : 1;

	for (; n > 9 || n < -9; n /= 10)
		d++;
	return d;
}

static void blocks(struct body *w, const struct block *first, bool tight, enum role base);

static void
list(struct body *w, const struct block *b, enum role base)
{
	struct layout *l = w->l;
	const int left = l->left;
	long count = 0, number = b->start;
	int cols = INDENT;

	for (const struct block *i = b->first; i != NULL; i = i->next)
		count++;
	if (b->ordered)
		cols = digits(b->start + count - 1) + 2;
	w->depth++;
	for (const struct block *i = b->first; i != NULL; i = i->next, number++) {
		const struct str mark = item_mark(w, b, number, cols);

		if (i != b->first && !b->tight)
			line_gap(l);
		margin_push(l,
		    (struct margin){ .first = &mark, .n = 1, .role = ROLE_META }, cols);
		blocks(w, i->first, b->tight, base);
		if (i->first == NULL)
			flow(l);
		margin_pop(l, left);
	}
	w->depth--;
}

static void
quote(struct body *w, const struct block *b)
{
	struct layout *l = w->l;
	const struct str bar = sign(l, SIGN_BAR);
	const int left = l->left;

	margin_push(l,
	    (struct margin){ .first = &bar,
		.n = 1,
		.rest = bar,
		.role = ROLE_RULE,
		.rest_role = ROLE_RULE },
	    INDENT);
	blocks(w, b->first, false, ROLE_QUOTE);
	margin_pop(l, left);
}

static void
block(struct body *w, const struct block *b, enum role base)
{
	switch (b->kind) {
	case BLOCK_QUOTE:
		quote(w, b);
		return;
	case BLOCK_LIST:
		list(w, b, base);
		return;
	case BLOCK_ITEM:
		blocks(w, b->first, true, base);
		return;
	case BLOCK_HEADING:
		leaf(w, b, ROLE_HEADING);
		return;
	case BLOCK_LINKS:
		return;
	case BLOCK_PARA:
	case BLOCK_CODE:
	case BLOCK_HTML:
	case BLOCK_RULE:
		leaf(w, b, base);
		return;
	}
}

static void
blocks(struct body *w, const struct block *first, bool tight, enum role base)
{
	for (const struct block *b = first; b != NULL; b = b->next) {
		if (b->kind == BLOCK_LINKS) /* they were put with the code */
			continue;
		if (b != first &&
		    !(tight && (b->kind == BLOCK_LIST || b->kind == BLOCK_PARA)))
			line_gap(w->l);
		block(w, b, base);
	}
}

/* Left of the text, where there is room; headings and rules are counted but bear none. */
static struct str
number_of(struct layout *l, const struct block *b, long n)
{
	struct buf out = buf_new(l->a);

	if (l->left >= 4 && digits(n) + 1 <= l->left && b->kind != BLOCK_HEADING &&
	    b->kind != BLOCK_RULE)
		buf_printf(&out, "%ld", n);
	return buf_done(&out);
}

/* The paragraphs, by number from 1, that the summary, an event or a note is from. */
struct linked {
	bool *at;
	size_t n;
};

static void
link_para(struct linked *k, long para)
{
	if (para > 0 && (size_t)para <= k->n)
		k->at[para] = true;
}

static struct linked
linked_paras(struct layout *l)
{
	const struct brief *b = l->b;
	struct linked out = { arena_many(l->a, bool, l->body->count + 1),
		l->body->count };

	for (size_t i = 0; i < b->summary.n; i++)
		link_para(&out, b->summary.at[i].para);
	for (size_t i = 0; i < b->timeline.n; i++)
		link_para(&out, b->timeline.at[i].para);
	for (size_t i = 0; i < b->notes.n; i++)
		link_para(&out, b->notes.at[i].para);
	return out;
}

static void
paragraph(struct layout *l, const struct block *b, long n, bool linked)
{
	const struct str number = number_of(l, b, n);
	struct body w = { l, 0, 0, number.n == 0 && linked ? n : 0 };
	const int left = l->left;

	if (b->kind == BLOCK_LINKS) { /* they are where the code is */
		const size_t above = l->p->paras.at[n - 2];

		*vec_push(l->a, &l->p->paras) = above;
		return;
	}
	l->para = 0;
	line_gap(l);
	l->para = (int32_t)n;
	*vec_push(l->a, &l->p->paras) = l->p->column[l->column].n;
	margin_push(l,
	    (struct margin){ .first = &number, .n = number.n != 0, .role = ROLE_META },
	    0);
	l->margins[0].x = left - 2 - (int)number.n;
	if (l->margins[0].x < 0)
		l->margins[0].x = 0;
	block(&w, b, ROLE_TEXT);
	if (l->p->column[l->column].n == l->p->paras.at[n - 1])
		line_end(l); /* nothing to see, but a place */
	margin_pop(l, left);
	l->para = 0;
}

static bool
stands_under_panes(const struct layout *l)
{
	const size_t *at = l->p->column[l->column].pane_at;

	return at[PANE_SUMMARY] != SIZE_MAX || at[PANE_TIMELINE] != SIZE_MAX ||
	       at[PANE_RELATED] != SIZE_MAX;
}

void
pane_body(struct layout *l)
{
	struct linked linked;
	long n = 0;

	if (l->body == NULL || l->body->first == NULL)
		return;
	if (stands_under_panes(l))
		pane_name(l, "Article");
	linked = linked_paras(l);
	for (const struct block *b = l->body->first; b != NULL; b = b->next) {
		n++;
		paragraph(l, b, n, linked.at[n]);
	}
	body_links(l);
}
