/* Cards and shelf rows as bytes. */
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "library/bytes.h"
#include "library/card.h"
#include "library/shelf.h"

void
card_put(struct buf *out, const struct card *c)
{
	for (size_t part = 0; part < PART_COUNT; part++) {
		put_number(out, c->run[part].n);
		for (size_t i = 0; i < c->run[part].n; i++)
			put_number(out, c->run[part].at[i]);
	}
	put_number(out, c->names.n);
	for (size_t i = 0; i < c->names.n; i++) {
		put_number(out, c->names.at[i].form);
		put_number(out, c->names.at[i].which);
	}
	put_number(out, c->events.n);
	for (size_t i = 0; i < c->events.n; i++) {
		put_signed(out, c->events.at[i].from);
		put_signed(out, c->events.at[i].to);
	}
	put_number(out, c->length);
}

static void
take_run(struct ids *run, struct arena *a, struct str *rest)
{
	run->n = run->room = take_count(rest);
	run->at = arena_many(a, uint32_t, run->n);
	for (size_t i = 0; i < run->n; i++)
		run->at[i] = (uint32_t)take_number(rest);
}

void
card_take(struct card *out, struct arena *a, struct str bytes)
{
	*out = (struct card){ 0 };
	for (size_t part = 0; part < PART_COUNT; part++)
		take_run(&out->run[part], a, &bytes);
	out->names.n = out->names.room = take_count(&bytes);
	out->names.at = arena_many(a, struct card_name, out->names.n);
	for (size_t i = 0; i < out->names.n; i++) {
		out->names.at[i].form = (uint32_t)take_number(&bytes);
		out->names.at[i].which = (uint32_t)take_number(&bytes);
	}
	for (size_t n = take_count(&bytes), i = 0; i < n; i++) {
		const long from = (long)take_signed(&bytes);

		*vec_push(a, &out->events) =
		    (struct days){ from, (long)take_signed(&bytes) };
	}
	out->length = (uint32_t)take_number(&bytes);
}

/* Every number of a form in the card, given to `each` to read and change. */
static void
card_forms(struct card *c, void (*each)(void *ctx, uint32_t *form), void *ctx)
{
	for (size_t part = 0; part < PART_COUNT; part++)
		for (size_t i = 0; i < c->run[part].n; i++)
			if (c->run[part].at[i] != FORM_BREAK)
				each(ctx, &c->run[part].at[i]);
	for (size_t i = 0; i < c->names.n; i++)
		each(ctx, &c->names.at[i].form);
}

/* Renumbering: the forms of one card from 1, or back. */
struct renumbering {
	struct arena *a;
	struct map map; /* by the four bytes of a number */
	struct ids old; /* by new number - 1 */
	const uint32_t *to;
	size_t n;
};

static void
to_local(void *ctx, uint32_t *form)
{
	struct renumbering *r = ctx;
	char key[sizeof(*form)];
	uint32_t *local;

	memcpy(key, form, sizeof(key));
	local = map_at(&r->map, str_dup(r->a, (struct str){ key, sizeof(key) }));
	if (*local == 0) {
		*vec_push(r->a, &r->old) = *form;
		*local = (uint32_t)r->old.n;
	}
	*form = *local;
}

static void
to_global(void *ctx, uint32_t *form)
{
	const struct renumbering *r = ctx;

	*form = *form != 0 && *form <= r->n ? r->to[*form - 1] : FORM_BREAK;
}

void
card_pack(struct buf *out, const struct card *c, const struct forms *f)
{
	struct arena scratch = ARENA_INIT;
	struct renumbering r = { .a = &scratch, .map = map_new(&scratch) };
	struct buf plain = buf_new(&scratch);
	struct card own;

	card_put(&plain, c);
	card_take(&own, &scratch, buf_view(&plain));
	card_forms(&own, to_local, &r);
	put_number(out, r.old.n);
	for (size_t i = 0; i < r.old.n; i++) {
		const struct form *form = &f->at.at[r.old.at[i]];

		put_text(out, form->text);
		put_text(out, str_eq(form->text, form->stem) ? STR_NIL : form->stem);
		put_number(out, form->stop);
	}
	card_put(out, &own);
	arena_free(&scratch);
}

void
card_unpack(struct card *out, struct arena *a, struct forms *f, struct str bytes)
{
	struct arena scratch = ARENA_INIT;
	struct renumbering r = { .n = take_count(&bytes) };
	uint32_t *to = arena_many(&scratch, uint32_t, r.n);

	for (size_t i = 0; i < r.n; i++) {
		const struct str text = take_text(&bytes), stem = take_text(&bytes);

		to[i] = forms_add(
		    f, text, stem.n == 0 ? text : stem, take_number(&bytes) != 0);
	}
	r.to = to;
	card_take(out, a, bytes);
	card_forms(out, to_global, &r);
	arena_free(&scratch);
}

static void
put_list(struct buf *out, const struct strs *l)
{
	put_number(out, l->n);
	for (size_t i = 0; i < l->n; i++)
		put_text(out, l->at[i]);
}

static struct strs
take_list(struct arena *a, struct str *rest)
{
	struct strs out = { .n = take_count(rest) };

	out.room = out.n;
	out.at = arena_many(a, struct str, out.n);
	for (size_t i = 0; i < out.n; i++)
		out.at[i] = take_text(rest);
	return out;
}

void
book_put(struct buf *out, const struct book *b)
{
	const struct entry *e = &b->entry;
	const struct str name = path_base(str_of(e->path));
	const bool plain = str_starts(name, e->id) && name.n == e->id.n + 5;

	put_text(out, name);
	put_text(out, plain ? STR_NIL : e->id); /* mostly the name without ".yaml" */
	put_text(out, e->title);
	put_text(out, e->dek);
	put_text(out, e->source);
	put_text(out, e->author);
	put_text(out, e->published);
	put_text(out, b->url);
	put_number(out, b->input);
	put_list(out, &e->tags);
	put_list(out, &e->topics);
}

void
book_take(struct book *out, struct arena *a, const char *folder, struct str bytes)
{
	struct entry *e = &out->entry;
	const struct str name = take_text(&bytes), id = take_text(&bytes);
	struct str rest = str_dup(a, bytes); /* all other texts are pieces of it */

	*out = (struct book){ 0 };
	e->path = path_join(a, folder, name);
	e->id = id.n != 0 ? str_dup(a, id)
			  : str_cut(path_base(str_of(e->path)), 0, name.n - 5);
	e->title = take_text(&rest);
	e->dek = take_text(&rest);
	e->source = take_text(&rest);
	e->author = take_text(&rest);
	e->published = take_text(&rest);
	out->url = take_text(&rest);
	out->input = take_number(&rest);
	e->tags = take_list(a, &rest);
	e->topics = take_list(a, &rest);
	out->day = book_day(e->published);
}
