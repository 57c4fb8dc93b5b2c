/* A brief's texts as runs of numbers; the table says which field looks into which part. */
#include "library/card.h"

#include "data/edtf.h"
#include "doc/doc.h"

enum { TITLE_COUNTS = 3 };

unsigned
part_weight(enum query_field field, enum part part)
{
	static const uint8_t weights[FIELD_COUNT][PART_COUNT] = {
		[FIELD_ANY] = { [PART_TITLE] = TITLE_COUNTS,
		    [PART_DEK] = 1,
		    [PART_BODY] = 1,
		    [PART_SOURCE] = 1,
		    [PART_TOPIC] = 1,
		    [PART_TAG] = 1,
		    [PART_NOTE] = 1 },
		[FIELD_TITLE] = { [PART_TITLE] = 1 },
		[FIELD_WHO] = { [PART_WHO] = 1 },
		[FIELD_ORG] = { [PART_ORG] = 1 },
		[FIELD_PLACE] = { [PART_PLACE] = 1 },
		[FIELD_TOPIC] = { [PART_TOPIC] = 1 },
		[FIELD_TAG] = { [PART_TAG] = 1 },
		[FIELD_SOURCE] = { [PART_SOURCE] = 1 },
	};

	return weights[field][part];
}

/* A brief being read: `scratch` holds what is dropped afterwards. */
struct reading {
	struct card *card;
	struct forms *forms;
	struct tongue *tongue;
	struct arena *a, *scratch;
};

static void
add(struct reading *r, enum part part, struct str text)
{
	const struct arena_mark m = arena_mark(r->scratch);
	const struct tokens t = tokens_apart(r->scratch, text);
	struct ids *run = &r->card->run[part];

	if (run->n != 0 && t.n != 0)
		*vec_push(r->a, run) = FORM_BREAK;
	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind != TOKEN_PUNCT)
			*vec_push(r->a, run) =
			    forms_id(r->forms, r->tongue, token_text(&t, i));
	arena_rewind(r->scratch, m);
}

static void
add_all(struct reading *r, enum part part, const struct strs *list)
{
	for (size_t i = 0; i < list->n; i++)
		add(r, part, list->at[i]);
}

static void
add_names(struct reading *r, enum part part, const struct name_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		add(r, part, list->at[i].name);
		add_all(r, part, &list->at[i].aka);
	}
}

static void
add_name(struct reading *r, struct str name, uint32_t which)
{
	struct buf b = buf_new(r->scratch);

	buf_byte(&b, NAME_SIGN);
	buf_str(&b, name);
	*vec_push(r->a, &r->card->names) = (struct card_name){
		forms_add(r->forms, buf_view(&b), buf_view(&b), name.n < 2), which
	};
}

static void
name_all(struct reading *r, const struct brief *b)
{
	const struct name_list *const lists[] = { &b->people, &b->orgs, &b->places };
	uint32_t which = 0;

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++, which++) {
			const struct name *name = &lists[k]->at[i];

			add_name(r, name->name, which);
			for (size_t j = 0; j < name->aka.n; j++)
				add_name(r, name->aka.at[j], which);
		}
	for (size_t i = 0; i < b->acronyms.n; i++, which++)
		add_name(r, b->acronyms.at[i].shorter, which);
}

static void
add_body(struct reading *r, struct str body)
{
	const struct doc *doc = doc_parse(r->scratch, body);

	for (const struct block *b = doc->first; b != NULL; b = b->next)
		add(r, PART_BODY, doc_plain(r->scratch, b));
}

static void
add_events(struct reading *r, const struct brief *b)
{
	struct edtf e;

	for (size_t i = 0; i < b->timeline.n; i++)
		if (edtf_parse(b->timeline.at[i].date, &e) && !e.no_year)
			*vec_push(r->a, &r->card->events) = (struct days){ e.from, e.to };
}

static void
add_links(struct reading *r, const struct brief *b)
{
	for (size_t i = 0; i < b->related.n; i++) {
		const struct link *l = &b->related.at[i];

		*vec_push(r->a, &r->card->links) =
		    (struct link){ str_dup(r->a, l->id), str_dup(r->a, l->title),
			    str_dup(r->a, l->url), str_dup(r->a, l->why), l->by_reader };
	}
}

static void
measure(struct card *c)
{
	for (size_t part = 0; part < PART_COUNT; part++)
		if (part_weight(FIELD_ANY, (enum part)part) != 0)
			for (size_t i = 0; i < c->run[part].n; i++)
				c->length += c->run[part].at[i] != FORM_BREAK;
}

void
card_make(struct card *out, struct forms *f, struct arena *a, const struct brief *b)
{
	struct arena scratch = ARENA_INIT;
	struct reading r = { out, f, forms_tongue(f, b->source.language), a, &scratch };

	*out = (struct card){ 0 };
	add(&r, PART_TITLE, b->title);
	add(&r, PART_DEK, b->dek);
	add_body(&r, b->body);
	add(&r, PART_SOURCE, b->source.name);
	add_all(&r, PART_TOPIC, &b->topics);
	add_all(&r, PART_TAG, &b->tags);
	add(&r, PART_NOTE, b->notes_text);
	for (size_t i = 0; i < b->notes.n; i++)
		add(&r, PART_NOTE, b->notes.at[i].text);
	add_names(&r, PART_WHO, &b->people);
	add_names(&r, PART_ORG, &b->orgs);
	add_names(&r, PART_PLACE, &b->places);
	name_all(&r, b);
	add_events(&r, b);
	add_links(&r, b);
	measure(out);
	arena_free(&scratch);
}
