/* The summary and the related reading: lists whose lines lead somewhere. */
#include "data/edtf.h"
#include "render/export.h"

void
pane_name(struct layout *l, const char *name)
{
	const int x = l->left + (int)str_of(name).n + 1;

	line_put(l, l->left, str_of(name), ROLE_PANE);
	line_rule(l, x, l->edge, SIGN_RULE);
	line_end(l);
}

void
pane_summary(struct layout *l)
{
	const struct str bullet = sign(l, SIGN_BULLET);
	const int left = l->left;

	if (l->b->summary.n == 0)
		return;
	pane_name(l, "Summary");
	for (size_t i = 0; i < l->b->summary.n; i++) {
		const struct extract *e = &l->b->summary.at[i];

		item_open(l, (struct item){ .kind = ITEM_SENTENCE,
				 .para = e->para,
				 .text = e->text,
				 .index = i });
		margin_push(
		    l, (struct margin){ .first = &bullet, .n = 1, .role = ROLE_RULE }, 2);
		piece_text(l, e->text, ROLE_TEXT, 0);
		piece_para(l, e->para);
		flow(l);
		margin_pop(l, left);
		item_close(l);
	}
}

/* "Example Gazette · 2026-02-11", or that it is wanted. */
static struct str
provenance(struct layout *l, const struct neighbour *n)
{
	struct buf b = buf_new(l->a);

	if (n->id.n == 0)
		return STR("wanted");
	buf_str(&b, neighbour_from(n));
	if (neighbour_from(n).n != 0 && n->published.n != 0)
		buf_str(&b, sign(l, SIGN_DOT));
	buf_str(&b, edtf_show(l->a, n->published));
	return buf_view(&b);
}

/* Whether the provenance fits beside the title. */
static bool
fits_beside(struct layout *l, const struct neighbour *n)
{
	const int wide = glyph_cols(neighbour_title(n));
	const int room = glyph_cols(provenance(l, n)) + 2;

	return !l->nowrap && l->cols - 2 - room >= wide;
}

/* Dates stand beside all titles or below all of them. */
static bool
all_fit(struct layout *l, const struct neighbours *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->at[i].id.n != 0 && !fits_beside(l, &list->at[i]))
			return false;
	return true;
}

/* The title with its provenance at the right end of its first line, or below it. */
static void
related_title(struct layout *l, const struct neighbour *n, bool beside)
{
	const enum role role = n->id.n == 0 ? ROLE_WANTED : ROLE_LINK;
	struct str from = provenance(l, n);
	const int room = glyph_cols(from) + 2, cols = l->cols;

	piece_text(l, neighbour_title(n), role, 0);
	if (from.n != 0 && beside) {
		l->cols -= room;
		l->right = from;
		from = STR_NIL;
	}
	flow(l);
	l->cols = cols;
	piece_sign(l, from, ROLE_META);
	if (n->why.n != 0 && from.n != 0)
		piece_sign(l, sign(l, SIGN_DOT), ROLE_META);
	piece_sign(l, n->why, ROLE_WHY);
	if (l->pieces.n != 0)
		flow(l);
}

static void
related_one(struct layout *l, const struct neighbour *n, size_t index, bool beside)
{
	static const enum sign signs[] = { [NEIGHBOUR_STATED] = SIGN_STATED,
		[NEIGHBOUR_BACKLINK] = SIGN_BACKLINK,
		[NEIGHBOUR_COMPUTED] = SIGN_COMPUTED };
	const struct str mark = sign(l, signs[n->kind]);
	const int left = l->left;

	item_open(l,
	    (struct item){
		.kind = ITEM_RELATED, .text = n->title, .index = index, .url = n->url });
	margin_push(l, (struct margin){ .first = &mark, .n = 1, .role = ROLE_RULE }, 2);
	related_title(l, n, beside);
	margin_pop(l, left);
	item_close(l);
}

void
pane_related(struct layout *l)
{
	const struct neighbours list = related_of(l->a, l->b, l->related);
	bool beside;

	if (list.n == 0)
		return;
	pane_name(l, l->o->story != NULL ? "Briefs of this story" : "Related");
	beside = all_fit(l, &list);
	for (size_t i = 0; i < list.n; i++)
		related_one(l, &list.at[i], i,
		    list.at[i].id.n != 0 ? beside : fits_beside(l, &list.at[i]));
}
