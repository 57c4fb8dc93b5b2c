/*
 * The runs of a paragraph as pieces, and its links: an item each, and a small raised
 * number that leads to the list of addresses under the body.
 */
#include "render/layout.h"

static struct str
raised(struct layout *l, uint32_t n)
{
	static const char *const up[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸",
		"⁹" };
	struct buf b = buf_new(l->a);
	uint32_t unit = 1;

	if (l->o->ascii) {
		buf_printf(&b, "[%u]", (unsigned)n);
		return buf_done(&b);
	}
	while (n / unit > 9)
		unit *= 10;
	for (; unit != 0; unit /= 10)
		buf_text(&b, up[n / unit % 10]);
	return buf_done(&b);
}

static struct str
link_text(struct layout *l, const struct run *runs, size_t n)
{
	struct buf b = buf_new(l->a);

	if (n == 1)
		return runs->text;
	for (size_t i = 0; i < n; i++)
		buf_str(&b, (runs[i].style & RUN_BREAK) != 0 ? STR(" ") : runs[i].text);
	return buf_done(&b);
}

static bool
says_its_address(struct str text, struct str url)
{
	return str_eq(text, url) ||
	       (str_starts(url, STR("mailto:")) && str_eq(text, str_cut(url, 7, url.n)));
}

/* An item for the link of these runs; its number stands behind them. */
static int32_t
link_item(struct layout *l, const struct run *runs, size_t n)
{
	const struct item i = { .kind = ITEM_LINK,
		.column = l->column,
		.line = -1,
		.para = l->para,
		.text = link_text(l, runs, n),
		.url = runs->url };

	if (!link_is_safe(runs->url))
		return NO_ITEM;
	*vec_push(l->a, &l->p->items) = i;
	return (int32_t)l->p->items.n - 1;
}

/* Its number in the list, or 0 where the link says its address. */
static uint32_t
number_of(struct layout *l, int32_t item, bool named)
{
	const struct item *i = &l->p->items.at[item];
	uint32_t *number;

	if (says_its_address(i->text, i->url))
		return 0;
	number = map_at(&l->links, i->url);
	if (*number == 0) {
		*vec_push(l->a, &l->link_rows) = (struct link_row){ item, named };
		*number = (uint32_t)l->link_rows.n;
	}
	return *number;
}

static void
link_number(struct layout *l, int32_t item)
{
	const uint32_t number = number_of(l, item, false);

	if (number == 0)
		return;
	piece_sign(l, raised(l, number), ROLE_META);
	l->pieces.at[l->pieces.n - 1].item = item;
}

void
code_links_begin(struct layout *l, const struct block *code, size_t source)
{
	struct linked_code *c = &l->code;

	*c = (struct linked_code){
		.all = doc_links(l->a, code), .text = code->text, .source = source
	};
	c->items = arena_many(l->a, int32_t, c->all.n);
	for (size_t i = 0; i < c->all.n; i++)
		c->items[i] = NO_ITEM;
}

/* The next part of the text that is of one link, or of none. */
static struct str
code_part(struct layout *l, struct str *s, size_t source, int32_t *item)
{
	struct linked_code *c = &l->code;
	const struct code_link *link;
	int32_t *known;
	struct str part;

	*item = NO_ITEM;
	part = links_part(&c->all, source - c->source, s, &link);
	if (link == NULL)
		return part;
	known = &c->items[link - c->all.at];
	if (*known == NO_ITEM) {
		const struct run r = { .text = str_cut(c->text, link->from, link->to),
			.url = link->url };

		*known = link_item(l, &r, 1);
		if (*known != NO_ITEM)
			(void)number_of(l, *known, true);
	}
	*item = *known;
	return part;
}

static enum role
role_of(const struct run *r, int32_t item, enum role base)
{
	if (item != NO_ITEM)
		return ROLE_URL;
	if ((r->style & RUN_CODE) != 0)
		return ROLE_CODE;
	if (base == ROLE_HEADING)
		return base;
	if ((r->style & RUN_STRONG) != 0)
		return ROLE_STRONG;
	return (r->style & (RUN_EMPH | RUN_IMAGE)) != 0 ? ROLE_EMPH : base;
}

static size_t
put_run(
    struct layout *l, const struct run *r, int32_t item, enum role base, size_t source)
{
	const size_t before = l->pieces.n;

	if ((r->style & RUN_BREAK) != 0) {
		vec_push(l->a, &l->pieces)->line_break = true;
		return 1;
	}
	if ((r->style & RUN_IMAGE) != 0)
		piece_sign(
		    l, r->text.n != 0 ? STR("[image] ") : STR("[image]"), ROLE_META);
	piece_text(l, r->text, role_of(r, item, base), source);
	for (size_t i = before; i < l->pieces.n; i++)
		l->pieces.at[i].item = item;
	return r->text.n;
}

void
line_linked(struct layout *l, int x, struct str s, enum role r, size_t source)
{
	const char *const from = s.p;

	if (l->code.all.n == 0 || source == SIZE_MAX) {
		line_source(l, x, s, r, source);
		return;
	}
	while (s.n != 0) {
		const size_t at = source + (size_t)(s.p - from), before = l->spans.n;
		int32_t item;
		const struct str part = code_part(l, &s, at, &item);

		line_source(l, x, part, item == NO_ITEM ? r : ROLE_URL, at);
		x += glyph_cols(part);
		if (l->spans.n == before)
			return;
		l->spans.at[before].item = item;
		item_seen(l, item);
	}
}

void
piece_linked(struct layout *l, struct str s, enum role r, size_t source)
{
	const char *const from = s.p;

	if (l->code.all.n == 0) {
		piece_text(l, s, r, source);
		return;
	}
	while (s.n != 0) {
		const size_t at = source + (size_t)(s.p - from);
		int32_t item;
		const struct str part = code_part(l, &s, at, &item);

		piece_text(l, part, item == NO_ITEM ? r : ROLE_URL, at);
		l->pieces.at[l->pieces.n - 1].item = item;
	}
}

void
body_runs(struct layout *l, const struct block *b, enum role base, size_t source)
{
	size_t i, end;

	block_inner_runs(b, &i, &end);
	while (i < end) {
		const struct run *r = &b->runs[i];
		size_t n = 1;
		int32_t item;

		while (r->url.n != 0 && i + n < end && str_eq(r[n].url, r->url))
			n++;
		item = r->url.n != 0 ? link_item(l, r, n) : NO_ITEM;
		for (size_t k = 0; k < n; k++)
			source += put_run(l, &r[k], item, base, source);
		if (item != NO_ITEM)
			link_number(l, item);
		i += n;
	}
}

static int
number_cols(const struct layout *l)
{
	int cols = 1;

	for (size_t n = l->links.n; n > 9; n /= 10)
		cols++;
	return cols;
}

/* A line of the list: the number, the address, what else there is to say. */
static void
address(struct layout *l, struct str number, int32_t item, struct str words)
{
	const int left = l->left;

	margin_push(l, (struct margin){ .first = &number, .n = 1, .role = ROLE_META },
	    number_cols(l) + 1);
	l->item = item;
	piece_sign(l, l->p->items.at[item].url, ROLE_URL);
	l->pieces.at[0].item = item;
	piece_sign(l, words, ROLE_META);
	flow(l);
	l->item = NO_ITEM;
	margin_pop(l, left);
}

/* The address of the article itself is a link like others, without a number. */
static void
source_address(struct layout *l)
{
	const struct str url = l->b->source.url;
	struct buf words = buf_new(l->a);

	if (!link_is_safe(url))
		return;
	buf_str(&words, sign(l, SIGN_DOT));
	buf_text(&words, "the article");
	*vec_push(l->a, &l->p->items) = (struct item){ .kind = ITEM_LINK,
		.column = l->column,
		.line = (int)l->p->column[l->column].n,
		.lines = 1,
		.text = url,
		.url = url };
	address(l, sign(l, SIGN_STATED), (int32_t)l->p->items.n - 1, buf_view(&words));
}

void
body_links(struct layout *l)
{
	if (l->links.n == 0 && !link_is_safe(l->b->source.url))
		return;
	line_gap(l);
	pane_name(l, "Links");
	for (size_t i = 0; i < l->links.n; i++) {
		const struct link_row row = l->link_rows.at[i];
		struct buf number = buf_new(l->a), words = buf_new(l->a);

		buf_printf(&number, "%*zu", number_cols(l), i + 1);
		if (row.named) {
			buf_str(&words, sign(l, SIGN_DOT));
			buf_str(&words, l->p->items.at[row.item].text);
		}
		address(l, buf_done(&number), row.item, buf_view(&words));
	}
	source_address(l);
}
