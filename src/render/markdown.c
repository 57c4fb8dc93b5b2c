/*
 * A brief as CommonMark: the panes are a document that is built and written by the room
 * that knows how to escape; the body stands below as it is in the file, tables with pipes.
 */
#include "render/export.h"
#include "render/markdown_body.h"

struct sheet {
	struct arena *a;
	struct doc *d;
};

static struct block *
block_at(struct sheet *s, struct block *parent, enum block_kind kind)
{
	return doc_add(s->a, s->d, parent, kind);
}

/* A link leads anywhere: `href` is a file of our own. */
static void
linked(struct sheet *s, struct block *b, struct str text, uint8_t style, struct str href)
{
	struct buf clean = buf_new(s->a);

	if (text.n == 0)
		return;
	put_clean(&clean, text, false);
	block_run(s->a, b,
	    (struct run){ .text = buf_view(&clean), .style = style, .url = href });
}

static void
words(struct sheet *s, struct block *b, struct str text, uint8_t style, struct str url)
{
	linked(s, b, text, style, link_is_safe(url) ? url : STR_NIL);
}

static void
heading(struct sheet *s, int level, struct str text)
{
	struct block *b = block_at(s, NULL, BLOCK_HEADING);

	b->level = level;
	words(s, b, text, 0, STR_NIL);
}

static struct block *
list_begin(struct sheet *s)
{
	struct block *list = block_at(s, NULL, BLOCK_LIST);

	list->tight = true;
	return list;
}

static struct block *
list_item(struct sheet *s, struct block *list)
{
	return block_at(s, block_at(s, list, BLOCK_ITEM), BLOCK_PARA);
}

static void
dotted(struct sheet *s, const struct strs *parts)
{
	struct block *b;

	if (parts->n == 0)
		return;
	b = block_at(s, NULL, BLOCK_PARA);
	for (size_t i = 0; i < parts->n; i++) {
		words(s, b, i == 0 ? STR_NIL : STR(" · "), 0, STR_NIL);
		words(s, b, parts->at[i], 0, STR_NIL);
	}
}

static void
head(struct sheet *s, const struct brief *b)
{
	const struct strs source = source_line(s->a, &b->source),
			  notes = notes_of(s->a, b);

	heading(s, 1, b->title);
	if (b->dek.n != 0)
		words(s, block_at(s, NULL, BLOCK_PARA), b->dek, RUN_EMPH, STR_NIL);
	dotted(s, &source);
	if (link_is_safe(b->source.url))
		words(s, block_at(s, NULL, BLOCK_PARA), b->source.url, 0, b->source.url);
	dotted(s, &b->topics);
	dotted(s, &b->tags);
	for (size_t i = 0; i < notes.n; i++)
		words(s, block_at(s, block_at(s, NULL, BLOCK_QUOTE), BLOCK_PARA),
		    notes.at[i], 0, STR_NIL);
}

static void
summary(struct sheet *s, const struct brief *b)
{
	struct block *list;

	if (b->summary.n == 0)
		return;
	heading(s, 2, STR("Summary"));
	list = list_begin(s);
	for (size_t i = 0; i < b->summary.n; i++)
		words(s, list_item(s, list), b->summary.at[i].text, 0, STR_NIL);
}

static void
timeline(struct sheet *s, const struct brief *b)
{
	const struct events all = events_of(s->a, b);
	struct block *list;

	if (all.n == 0)
		return;
	heading(s, 2, STR("Timeline"));
	list = list_begin(s);
	for (size_t i = 0; i < all.n; i++) {
		const struct event *e = &all.at[i];
		struct block *item = list_item(s, list);

		words(s, item, event_date(s->a, e),
		    e->basis == BASIS_GUESSED ? RUN_EMPH : RUN_STRONG, STR_NIL);
		words(s, item, e->kind == EVENT_PAST ? STR(": ") : STR(" (to come): "), 0,
		    STR_NIL);
		words(s, item, e->text, 0, STR_NIL);
		words(s, item, e->place.n != 0 ? STR(", ") : STR_NIL, 0, STR_NIL);
		words(s, item, e->place, 0, STR_NIL);
	}
}

static void
related_list(struct sheet *s, const struct neighbours *all)
{
	struct block *list;

	if (all->n == 0)
		return;
	heading(s, 2, STR("Related"));
	list = list_begin(s);
	for (size_t i = 0; i < all->n; i++) {
		const struct neighbour *n = &all->at[i];
		const struct str about = related_words(s->a, n);
		struct block *item = list_item(s, list);

		if (n->href.n != 0)
			linked(s, item, neighbour_title(n), 0, n->href);
		else
			words(s, item, neighbour_title(n), 0, n->url);
		words(s, item, about.n != 0 ? STR(" — ") : STR_NIL, 0, STR_NIL);
		words(s, item, about, 0, STR_NIL);
	}
}

void
print_markdown(struct buf *out, const struct brief *b, const struct neighbours *related)
{
	struct sheet s = { out->a, doc_new(out->a) };
	const struct neighbours all = related_of(out->a, b, related);

	head(&s, b);
	summary(&s, b);
	timeline(&s, b);
	related_list(&s, &all);
	if (b->body.n != 0)
		(void)block_at(&s, NULL, BLOCK_RULE);
	doc_commonmark(s.d, out);
	if (b->body.n == 0)
		return;
	buf_byte(out, '\n');
	markdown_body(out, b->body);
}

void
print_markdown_index(
    struct buf *out, struct str title, const struct index_row *rows, size_t n)
{
	struct sheet s = { out->a, doc_new(out->a) };
	struct block *list, *item;

	heading(&s, 1, title);
	list = n == 0 ? NULL : list_begin(&s);
	for (size_t i = 0; i < n; i++) {
		item = list_item(&s, list);
		words(&s, item, rows[i].date, 0, STR_NIL);
		words(&s, item, rows[i].date.n != 0 ? STR(" ") : STR_NIL, 0, STR_NIL);
		linked(&s, item, rows[i].title, 0, rows[i].href);
		words(&s, item, rows[i].source.n != 0 ? STR(", ") : STR_NIL, 0, STR_NIL);
		words(&s, item, rows[i].source, 0, STR_NIL);
	}
	doc_commonmark(s.d, out);
}
