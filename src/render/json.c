/* A brief as one JSON object: its own keys, and its related reading as the pane has it. */
#include "brief/json.h"

#include <string.h>

#include "render/export.h"

void
print_json_neighbour(struct json *j, const struct neighbour *n)
{
	json_open(j, '{');
	json_field(j, "id", n->id);
	json_field(j, "title", n->title);
	json_field(j, "url", n->url);
	json_field(j, "kind", str_of(neighbour_kind_names[n->kind]));
	json_field(j, "why", n->why);
	json_field(j, "source", n->source);
	json_field(j, "published", n->published);
	json_field(j, "by", n->by_reader ? STR("reader") : STR_NIL);
	if (n->kind == NEIGHBOUR_COMPUTED) {
		json_key(j, "score");
		json_decimal(j, n->score);
	}
	json_field(j, "same_as", n->same_as);
	json_close(j, '}');
}

static void
related_list(struct json *j, const struct neighbours *all)
{
	if (all->n == 0)
		return;
	json_key(j, "related");
	json_open(j, '[');
	for (size_t i = 0; i < all->n; i++)
		print_json_neighbour(j, &all->at[i]);
	json_close(j, ']');
}

void
print_json(struct buf *out, const struct brief *b, const struct neighbours *related,
    struct str file, struct str text)
{
	struct json j = { .out = out };
	const struct neighbours all = related_of(out->a, b, related);

	json_open(&j, '{');
	json_number(&j, "format", b->format);
	for (size_t i = 0; brief_key(i) != NULL; i++)
		if (strcmp(brief_key(i), "related") == 0)
			related_list(&j, &all);
		else
			brief_json(&j, b, i);
	json_field(&j, "file", file);
	json_field(&j, "text", text);
	json_end(&j);
}
