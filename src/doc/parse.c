/* cmark parses piece by piece; its tree is walked once with its iterator, copied and freed. */
#include <cmark.h>
#include <string.h>

#include "doc/inner.h"

struct walk {
	struct arena *a;
	struct doc *d;
	struct block *in;     /* the innermost block that was made */
	struct block *leaf;   /* takes runs, or NULL */
	struct block *before; /* its elder sibling, or NULL */
	struct str url;       /* of the link around, or of the image */
	int emph, strong, image;
	char *pool; /* of text, piece after piece: neighbours join for free */
	size_t fill, room;
	struct plain plain;
};

/* A copy in the pool, which holds as much as the input: more is rarely needed. */
static struct str
keep_text(struct walk *w, struct str text)
{
	const size_t n = text.n;
	char *p;

	if (n > w->room - w->fill) {
		w->room = n > 4096 ? n : 4096;
		w->fill = 0;
		w->pool = arena_alloc(w->a, w->room);
	}
	if (n == 0)
		return STR_NIL;
	p = w->pool + w->fill;
	memcpy(p, text.p, n);
	w->fill += n;
	return (struct str){ p, n };
}

static struct str
keep(struct walk *w, const char *nul_terminated)
{
	return keep_text(w, str_of(nul_terminated == NULL ? "" : nul_terminated));
}

static int
emphasis(const struct walk *w)
{
	return (w->emph > 0 ? RUN_EMPH : 0) | (w->strong > 0 ? RUN_STRONG : 0);
}

static void
add_run(struct walk *w, const char *text, int style)
{
	if (w->leaf == NULL)
		return;
	style |= emphasis(w);
	if (w->image > 0)
		run_append(w->a, &w->leaf->runs[w->leaf->run_count - 1], keep(w, text));
	else
		block_run(w->a, w->leaf,
		    (struct run){ keep(w, text), w->url, (uint8_t)style, 0 });
}

static void
enter_image(struct walk *w, cmark_node *node)
{
	struct run r = { STR_NIL, STR_NIL, (uint8_t)(RUN_IMAGE | emphasis(w)), 0 };

	if (w->leaf == NULL || w->image++ != 0)
		return;
	r.url = keep(w, cmark_node_get_url(node));
	block_run(w->a, w->leaf, r);
}

static void
inline_event(struct walk *w, cmark_node *node, int step)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_TEXT:
	case CMARK_NODE_HTML_INLINE:
		add_run(w, cmark_node_get_literal(node), 0);
		break;
	case CMARK_NODE_CODE:
		add_run(w, cmark_node_get_literal(node), RUN_CODE);
		break;
	case CMARK_NODE_SOFTBREAK:
		add_run(w, " ", 0);
		break;
	case CMARK_NODE_LINEBREAK:
		add_run(w, w->image > 0 ? " " : "", RUN_BREAK);
		break;
	case CMARK_NODE_EMPH:
		w->emph += step;
		break;
	case CMARK_NODE_STRONG:
		w->strong += step;
		break;
	case CMARK_NODE_LINK:
		if (w->image == 0)
			w->url = step > 0 ? keep(w, cmark_node_get_url(node)) : STR_NIL;
		break;
	case CMARK_NODE_IMAGE:
		if (step > 0)
			enter_image(w, node);
		else
			w->image--;
		break;
	}
}

/* Leading blanks of an HTML block would be lost as an item's first line. */
static void
set_html(struct walk *w, struct block *b, const char *text)
{
	b->text = keep(w, text + strspn(text, " \t"));
}

static struct block *
make(struct walk *w, cmark_node *node, enum block_kind kind)
{
	struct block *b;

	if (kind == BLOCK_ITEM && (w->in == NULL || w->in->kind != BLOCK_LIST))
		return NULL;
	if ((kind == BLOCK_QUOTE || kind == BLOCK_LIST) && !block_fits(w->in, kind))
		return NULL;
	b = doc_add(w->a, w->d, w->in, kind);
	if (kind == BLOCK_HEADING)
		b->level = cmark_node_get_heading_level(node);
	if (kind == BLOCK_CODE) {
		b->text = keep(w, cmark_node_get_literal(node));
		b->info = keep(w, cmark_node_get_fence_info(node));
	}
	if (kind == BLOCK_HTML)
		set_html(w, b, cmark_node_get_literal(node));
	if (kind == BLOCK_LIST) {
		b->ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
		b->tight = cmark_node_get_list_tight(node) != 0;
		b->start = b->ordered ? cmark_node_get_list_start(node) : 1;
	}
	return b;
}

static int
kind_of(cmark_node *node)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_PARAGRAPH:
		return BLOCK_PARA;
	case CMARK_NODE_HEADING:
		return BLOCK_HEADING;
	case CMARK_NODE_BLOCK_QUOTE:
		return BLOCK_QUOTE;
	case CMARK_NODE_LIST:
		return BLOCK_LIST;
	case CMARK_NODE_ITEM:
		return BLOCK_ITEM;
	case CMARK_NODE_CODE_BLOCK:
		return BLOCK_CODE;
	case CMARK_NODE_HTML_BLOCK:
		return BLOCK_HTML;
	case CMARK_NODE_THEMATIC_BREAK:
		return BLOCK_RULE;
	default:
		return -1;
	}
}

/* A paragraph that held nothing but an empty link is none. */
static void
drop_if_empty(struct walk *w, struct block *b)
{
	struct block **first = b->parent == NULL ? &w->d->first : &b->parent->first;
	struct block **last = b->parent == NULL ? &w->d->last : &b->parent->last;

	if (b->kind != BLOCK_PARA || b->run_count != 0)
		return;
	*last = w->before;
	if (w->before == NULL)
		*first = NULL;
	else
		w->before->next = NULL;
	w->d->count -= b->parent == NULL;
}

/* Most paragraphs have few runs; the room for more goes back. */
static void
runs_fit(struct walk *w, struct block *b)
{
	if (arena_trim(w->a, b->runs, b->run_room * sizeof(*b->runs),
		b->run_count * sizeof(*b->runs)))
		b->run_room = b->run_count;
}

/* Line feeds become blanks as the run is made. */
static bool
take_plain(struct walk *w, cmark_node *node, struct block *b)
{
	const struct plain_para *p;

	if (w->plain.next == w->plain.paras.n)
		return false;
	p = &w->plain.paras.at[w->plain.next];
	if ((size_t)cmark_node_get_start_line(node) != p->line)
		return false;
	block_run(w->a, b, (struct run){ keep_text(w, p->lines), STR_NIL, 0, 0 });
	w->plain.next++;
	return true;
}

static void
block_event(struct walk *w, cmark_node *node, bool enter)
{
	const int kind = kind_of(node);
	struct block *b;

	if (kind < 0)
		return;
	if (!enter) {
		b = cmark_node_get_user_data(node);
		w->leaf = NULL;
		if (b != NULL) {
			w->in = b->parent;
			runs_fit(w, b);
			drop_if_empty(w, b);
		}
		return;
	}
	w->before = w->in == NULL ? w->d->last : w->in->last;
	b = make(w, node, (enum block_kind)kind);
	if (b == NULL || kind == BLOCK_CODE || kind == BLOCK_HTML || kind == BLOCK_RULE)
		return; /* leaves of cmark have no exit */
	(void)cmark_node_set_user_data(node, b);
	if ((kind == BLOCK_PARA || kind == BLOCK_HEADING) && !take_plain(w, node, b))
		w->leaf = b;
	w->in = b;
}

static void
take_piece(struct walk *w, struct str text)
{
	const int options = w->plain.whole ? CMARK_OPT_VALIDATE_UTF8 : CMARK_OPT_DEFAULT;
	cmark_node *root = cmark_parse_document(text.p, text.n, options);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (cmark_node_get_type(node) > CMARK_NODE_LAST_BLOCK)
			inline_event(w, node, event == CMARK_EVENT_ENTER ? 1 : -1);
		else
			block_event(w, node, event == CMARK_EVENT_ENTER);
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

struct doc *
doc_parse(struct arena *a, struct str commonmark)
{
	struct arena scratch = ARENA_INIT;
	struct walk w = { .a = a };

	if (!parse_is_cheap(commonmark))
		return parse_flat(a, commonmark);
	w.d = doc_new(a);
	w.room = commonmark.n;
	w.pool = arena_alloc(a, w.room);
	plain_begin(&scratch, commonmark, &w.plain);
	while (plain_next(&scratch, &w.plain))
		take_piece(&w, w.plain.text);
	links_tell(&scratch, w.d);
	arena_free(&scratch);
	return w.d;
}
