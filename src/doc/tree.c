/* The tree: building it, walking it without recursion, and its plain text. */
#include <assert.h>
#include <string.h>

#include "base/vec.h"
#include "doc/inner.h"

struct doc *
doc_new(struct arena *a)
{
	return arena_new(a, struct doc);
}

static int
depth_of(const struct block *b)
{
	int depth = 0;

	for (; b != NULL; b = b->parent)
		depth++;
	return depth;
}

/* The levels a block needs below its parent, so that text in it still has a place. */
static int
levels_of(enum block_kind kind)
{
	switch (kind) {
	case BLOCK_LIST:
		return 3;
	case BLOCK_QUOTE:
	case BLOCK_ITEM:
		return 2;
	case BLOCK_PARA:
	case BLOCK_HEADING:
	case BLOCK_CODE:
	case BLOCK_LINKS:
	case BLOCK_HTML:
	case BLOCK_RULE:
		return 1;
	}
	return 1;
}

bool
block_fits(const struct block *parent, enum block_kind kind)
{
	return depth_of(parent) + levels_of(kind) <= DOC_DEPTH;
}

static struct block *
place_for(struct block *parent, enum block_kind kind)
{
	if (kind == BLOCK_ITEM) {
		assert(parent != NULL && parent->kind == BLOCK_LIST);
		return parent;
	}
	while (
	    parent != NULL && (!block_fits(parent, kind) || parent->kind == BLOCK_LIST))
		parent = parent->parent;
	return parent;
}

struct block *
doc_add(struct arena *a, struct doc *d, struct block *parent, enum block_kind kind)
{
	struct block *b = arena_new(a, struct block), *up = place_for(parent, kind);
	struct block **first = up == NULL ? &d->first : &up->first;
	struct block **last = up == NULL ? &d->last : &up->last;

	b->kind = kind;
	b->parent = up;
	b->level = kind == BLOCK_HEADING ? 1 : 0;
	b->start = kind == BLOCK_LIST ? 1 : 0;
	if (*last == NULL)
		*first = b;
	else
		(*last)->next = b;
	*last = b;
	d->count += up == NULL;
	return b;
}

bool
run_same(const struct run *x, const struct run *y)
{
	return x->style == y->style && str_eq(x->url, y->url) &&
	       !((x->style | y->style) & (RUN_BREAK | RUN_IMAGE));
}

/* CR and LF are blanks in running text. */
static struct str
one_line(struct arena *a, struct str s)
{
	char *p;

	if (s.n == 0 ||
	    (memchr(s.p, '\n', s.n) == NULL && memchr(s.p, '\r', s.n) == NULL))
		return s;
	p = arena_alloc(a, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n' || s.p[i] == '\r')
			p[i] = ' ';
		else
			p[i] = s.p[i];
	return (struct str){ p, s.n };
}

/* A run with room owns its text: run_append() made it. */
static char *
own_text(struct run *r)
{
	return (char *)(uintptr_t)r->text.p; /* NOLINT(performance-no-int-to-ptr) */
}

/* Room doubles, so that many pieces stay linear. */
void
run_append(struct arena *a, struct run *r, struct str text)
{
	const struct str more = one_line(a, text);
	const size_t n = r->text.n + more.n;
	struct buf grown = { a, NULL, 0, 0 };

	if (r->text.n == 0) {
		r->text = more;
		r->room = 0;
	} else if (r->text.p + r->text.n == more.p && r->room == 0) {
		r->text.n = n;
	} else if (n <= r->room) {
		memcpy(own_text(r) + r->text.n, more.p, more.n);
		r->text.n = n;
	} else {
		buf_str(&grown, r->text);
		buf_str(&grown, more);
		r->text = buf_view(&grown);
		r->room = grown.room > UINT32_MAX ? 0 : (uint32_t)grown.room;
	}
}

void
block_run(struct arena *a, struct block *b, struct run r)
{
	struct run *last = b->run_count == 0 ? NULL : &b->runs[b->run_count - 1];

	if ((r.style & RUN_BREAK) != 0)
		r = b->kind == BLOCK_HEADING
			? (struct run){ STR(" "), STR_NIL, 0, 0 }
			: (struct run){ STR_NIL, STR_NIL, RUN_BREAK, 0 };
	if (r.text.n == 0 && (r.style & (RUN_BREAK | RUN_IMAGE)) == 0)
		return;
	if (last != NULL && run_same(last, &r)) {
		run_append(a, last, r.text);
		return;
	}
	r.text = one_line(a, r.text);
	r.room = 0;
	b->runs = arena_grow(a, b->runs, &b->run_room, b->run_count, sizeof(*b->runs));
	b->runs[b->run_count++] = r;
}

const struct block *
doc_para(const struct doc *d, long n)
{
	const struct block *b = n < 1 ? NULL : d->first;

	while (b != NULL && --n > 0)
		b = b->next;
	return b;
}

const struct block *
doc_next(const struct block *b, const struct block *top)
{
	if (b->first != NULL)
		return b->first;
	for (; b != NULL && b != top; b = b->parent)
		if (b->next != NULL)
			return b->next;
	return NULL;
}

static struct str
without_line_end(struct str s)
{
	while (s.n != 0 && s.p[s.n - 1] == '\n')
		s.n--;
	return s;
}

void
block_inner_runs(const struct block *b, size_t *from, size_t *to)
{
	*from = 0;
	*to = b->run_count;
	while (*from < *to && (b->runs[*from].style & RUN_BREAK) != 0)
		++*from;
	while (*to > *from && (b->runs[*to - 1].style & RUN_BREAK) != 0)
		--*to;
}

static void
plain_runs(const struct block *b, struct buf *out)
{
	size_t from, to;

	block_inner_runs(b, &from, &to);
	for (size_t i = from; i < to; i++)
		if ((b->runs[i].style & RUN_BREAK) != 0)
			buf_byte(out, ' ');
		else
			buf_str(out, b->runs[i].text);
}

struct str
doc_plain(struct arena *a, const struct block *b)
{
	struct buf out = buf_new(a);

	if (b->run_count == 1 && (b->runs[0].style & RUN_BREAK) == 0 &&
	    b->kind != BLOCK_LINKS)
		return b->runs[0].text;
	for (const struct block *at = b; at != NULL; at = doc_next(at, b)) {
		const struct str text = without_line_end(at->text);

		if (at->kind == BLOCK_LINKS)
			continue;
		if (out.n != 0 && (text.n != 0 || at->run_count != 0))
			buf_byte(&out, '\n');
		buf_str(&out, text);
		plain_runs(at, &out);
	}
	return buf_view(&out);
}
