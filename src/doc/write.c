/* A document as canonical CommonMark.  Blocks are written without recursion; a
   prefix holds what the containers put before every line. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "doc/inner.h"

struct pen {
	struct buf *out;
	struct arena *scratch; /* for one paragraph */
	char prefix[DOC_DEPTH * 16];
	size_t n;   /* bytes of the prefix */
	bool fresh; /* the line's prefix, or an item's marker, is already there */
};

/* Blanks at a line's end would stand in the file for nothing. */
static void
prefix_write(struct pen *p, bool blank_line)
{
	size_t n = p->n;

	while (blank_line && n > 0 && p->prefix[n - 1] == ' ')
		n--;
	buf_str(p->out, (struct str){ p->prefix, n });
}

static void
line_begin(struct pen *p)
{
	if (!p->fresh)
		prefix_write(p, false);
	p->fresh = false;
}

static void
lines_write(struct pen *p, struct str text)
{
	while (text.n != 0) {
		const struct str line = str_split(&text, '\n');

		if (!p->fresh)
			prefix_write(p, line.n == 0);
		p->fresh = false;
		buf_str(p->out, line);
		buf_byte(p->out, '\n');
	}
}

static void
blank_line(struct pen *p)
{
	prefix_write(p, true);
	buf_byte(p->out, '\n');
}

static size_t
longest_row(struct str s, char c)
{
	size_t most = 0, n = 0;

	for (size_t i = 0; i < s.n; i++) {
		n = s.p[i] == c ? n + 1 : 0;
		most = n > most ? n : most;
	}
	return most;
}

static void
code_block(struct pen *p, const struct block *b)
{
	const char c =
	    memchr(b->info.n == 0 ? "" : b->info.p, '`', b->info.n) != NULL ? '~' : '`';
	const size_t row = longest_row(b->text, c), fence = row < 3 ? 3 : row + 1;

	line_begin(p);
	buf_repeat(p->out, c, fence);
	info_write(b->info, p->out);
	buf_byte(p->out, '\n');
	lines_write(p, b->text);
	line_begin(p);
	buf_repeat(p->out, c, fence);
	buf_byte(p->out, '\n');
}

static void
text_block(struct pen *p, const struct block *b)
{
	const struct arena_mark m = arena_mark(p->scratch);
	const bool bare = p->n == 0; /* nothing goes before its lines */
	struct buf own = buf_new(p->scratch), *text = bare ? p->out : &own;
	const size_t from = text->n;

	if (b->kind == BLOCK_HEADING)
		buf_repeat(text, '#',
		    (size_t)(b->level < 1   ? 1
			     : b->level > 6 ? 6
					    : b->level));
	if (b->kind == BLOCK_HEADING && b->run_count != 0)
		buf_byte(text, ' ');
	runs_write(p->scratch, b, text);
	if (!bare)
		lines_write(p, buf_view(text));
	else if (text->n > from && text->p[text->n - 1] != '\n')
		buf_byte(text, '\n');
	arena_rewind(p->scratch, m);
}

static bool
is_para(const struct block *b)
{
	return b->kind == BLOCK_PARA || b->kind == BLOCK_LINKS;
}

/* What cannot be put right after `b` without a blank line between them. */
static bool
may_touch(const struct block *b, const struct block *next)
{
	const struct block *end = b;
	const bool text_next = is_para(next) || next->kind == BLOCK_HTML;

	while (end->last != NULL)
		end = end->last;
	if (b->kind == BLOCK_HTML)
		return false;
	if (is_para(end) && text_next)
		return false;
	if (is_para(end) && next->kind == BLOCK_LIST)
		return next->first != NULL && next->first->first != NULL &&
		       (!next->ordered || next->start == 1);
	return b->kind != next->kind || b->kind == BLOCK_LIST ||
	       b->kind == BLOCK_HEADING || b->kind == BLOCK_CODE || b->kind == BLOCK_RULE;
}

/* cmark does not count the blank line after a rule, so it makes no list loose. */
static bool
gap_counts(const struct block *b)
{
	while ((b->kind == BLOCK_LIST || b->kind == BLOCK_ITEM) && b->last != NULL)
		b = b->last;
	return b->kind != BLOCK_RULE;
}

/* As the list will be read: loose where a blank line is needed, tight where none counts. */
static bool
is_tight(const struct block *list)
{
	bool gaps = false;

	for (const struct block *item = list->first; item != NULL; item = item->next) {
		gaps = gaps || (item->next != NULL && gap_counts(item));
		for (const struct block *b = item->first; b != NULL && b->next != NULL;
		     b = b->next) {
			gaps = gaps || gap_counts(b);
			if (!may_touch(b, b->next))
				return false;
		}
	}
	return list->tight || !gaps;
}

/* What is written at all. */
static bool
holds(const struct block *b)
{
	bool text = false;

	for (size_t i = 0; i < b->run_count; i++)
		text = text || (b->runs[i].style & RUN_BREAK) == 0;
	return is_para(b) ? text : b->kind != BLOCK_LIST || b->first != NULL;
}

static const struct block *
first_held(const struct block *b)
{
	while (b != NULL && !holds(b))
		b = b->next;
	return b;
}

static void blocks_write(struct pen *p, const struct block *b, bool tight, int turn);

/* A container: its mark on this line, its prefix before all others. */
static void
inside_write(struct pen *p, const struct block *b, const char *mark, bool tight, int turn)
{
	const struct block *first = first_held(b->first);
	const size_t n = strlen(mark), kept = p->n;

	line_begin(p);
	buf_text(p->out, mark);
	if (first == NULL) {
		p->out->n--; /* the mark's blank */
		buf_byte(p->out, '\n');
		return;
	}
	assert(kept + n <= sizeof(p->prefix));
	memset(p->prefix + kept, ' ', n);
	if (b->kind == BLOCK_QUOTE)
		p->prefix[kept] = '>';
	p->n += n;
	p->fresh = true;
	blocks_write(p, first, tight, turn);
	p->n = kept;
}

/* `turn`: lists in a row, and lists that begin each other's items, take turns in
   markers, or they would be one list, or a rule. */
static void
list_write(struct pen *p, const struct block *list, int turn)
{
	const bool tight = is_tight(list);
	const long most = 999999999;
	long number = list->start < 0 ? 0 : list->start > most ? most : list->start;
	char mark[24];

	for (const struct block *item = list->first; item != NULL; item = item->next) {
		if (item != list->first && !tight)
			blank_line(p);
		if (list->ordered)
			(void)snprintf(mark, sizeof(mark), "%ld%c ", number,
			    turn % 2 == 0 ? '.' : ')');
		else
			(void)snprintf(mark, sizeof(mark), "%c ", "-*+"[turn % 3]);
		inside_write(p, item, mark, tight, list->ordered ? 0 : turn + 1);
		number += number < most;
	}
}

static void
block_write(struct pen *p, const struct block *b, int turn)
{
	switch (b->kind) {
	case BLOCK_PARA:
	case BLOCK_LINKS:
	case BLOCK_HEADING:
		text_block(p, b);
		break;
	case BLOCK_QUOTE:
		inside_write(p, b, "> ", false, 0);
		break;
	case BLOCK_LIST:
		list_write(p, b, turn);
		break;
	case BLOCK_CODE:
		code_block(p, b);
		break;
	case BLOCK_HTML:
		lines_write(p, b->text);
		break;
	case BLOCK_RULE:
		line_begin(p);
		buf_text(
		    p->out, p->n == 0 ? "* * *\n" : "___\n"); /* "- ---" is one rule */
		break;
	case BLOCK_ITEM:
		break;
	}
}

static void
blocks_write(struct pen *p, const struct block *b, bool tight, int turn)
{
	const struct block *before = NULL;

	for (b = first_held(b); b != NULL; b = first_held(b->next)) {
		if (before != NULL) {
			const bool row = b->kind == BLOCK_LIST &&
					 before->kind == BLOCK_LIST &&
					 b->ordered == before->ordered;

			turn = row ? turn + 1 : 0;
			if (!tight)
				blank_line(p);
		}
		block_write(p, b, turn);
		before = b;
	}
}

void
doc_commonmark(const struct doc *d, struct buf *out)
{
	struct arena a = ARENA_INIT;
	struct pen *p = arena_new(&a, struct pen); /* and so the arena keeps its block */

	p->out = out;
	p->scratch = &a;
	blocks_write(p, d->first, false, 0);
	arena_free(&a);
}
