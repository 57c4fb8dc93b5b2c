/* A brief as one JSON object, keys in the order of the format. */
#include "data/json.h"

#include "render/export.h"

static void
source(struct json *j, const struct source *s)
{
	json_key(j, "source");
	json_open(j, '{');
	json_field(j, "name", s->name);
	json_field(j, "url", s->url);
	json_field(j, "via", s->via);
	json_strs(j, "author", &s->author);
	json_field(j, "place", s->place);
	json_field(j, "section", s->section);
	json_field(j, "published", s->published);
	json_field(j, "updated", s->updated);
	json_field(j, "retrieved", s->retrieved);
	json_field(j, "language", s->language);
	json_field(j, "rights", s->rights);
	json_field(j, "sha256", s->sha256);
	json_close(j, '}');
}

static void
summary(struct json *j, const struct brief *b)
{
	if (b->summary.n == 0)
		return;
	json_key(j, "summary");
	json_open(j, '[');
	for (size_t i = 0; i < b->summary.n; i++) {
		json_open(j, '{');
		json_field(j, "text", b->summary.at[i].text);
		json_number(j, "para", b->summary.at[i].para);
		json_close(j, '}');
	}
	json_close(j, ']');
}

void
print_json_event(struct json *j, const struct event *e)
{
	json_field(j, "date", e->date);
	json_field(j, "when", e->when);
	json_field(j, "text", e->text);
	json_number(j, "para", e->para);
	json_field(j, "kind", str_of(event_kind_names[e->kind]));
	json_field(j, "basis", str_of(event_basis_names[e->basis]));
	json_field(j, "place", e->place);
}

static void
timeline(struct json *j, const struct brief *b)
{
	if (b->timeline.n == 0)
		return;
	json_key(j, "timeline");
	json_open(j, '[');
	for (size_t i = 0; i < b->timeline.n; i++) {
		json_open(j, '{');
		print_json_event(j, &b->timeline.at[i]);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
names(struct json *j, const char *key, const struct name_list *n)
{
	if (n->n == 0)
		return;
	json_key(j, key);
	json_open(j, '[');
	for (size_t i = 0; i < n->n; i++) {
		json_open(j, '{');
		json_field(j, "name", n->at[i].name);
		json_strs(j, "aka", &n->at[i].aka);
		json_field(j, "role", n->at[i].role);
		json_field(j, "url", n->at[i].url);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
pairs(struct json *j, const char *key, const struct acronym *at, size_t n)
{
	if (n == 0)
		return;
	json_key(j, key);
	json_open(j, '{');
	for (size_t i = 0; i < n; i++) {
		json_key_str(j, at[i].shorter);
		json_str(j, at[i].expansion);
	}
	json_close(j, '}');
}

static void
entities(struct json *j, const struct brief *b)
{
	if (b->people.n + b->orgs.n + b->places.n + b->acronyms.n == 0)
		return;
	json_key(j, "entities");
	json_open(j, '{');
	names(j, "people", &b->people);
	names(j, "orgs", &b->orgs);
	names(j, "places", &b->places);
	pairs(j, "acronyms", b->acronyms.at, b->acronyms.n);
	json_close(j, '}');
}

static void
neighbour(struct json *j, const struct neighbour *n)
{
	json_open(j, '{');
	json_field(j, "kind", str_of(neighbour_kind_names[n->kind]));
	json_field(j, "id", n->id);
	json_field(j, "title", n->title);
	json_field(j, "url", n->url);
	json_field(j, "source", n->source);
	json_field(j, "published", n->published);
	json_field(j, "why", n->why);
	if (n->by_reader)
		json_field(j, "by", STR("reader"));
	if (n->kind == NEIGHBOUR_COMPUTED) {
		json_key(j, "score");
		json_decimal(j, n->score);
	}
	json_close(j, '}');
}

static void
related_list(struct json *j, const struct neighbours *list_of)
{
	if (list_of->n == 0)
		return;
	json_key(j, "related");
	json_open(j, '[');
	for (size_t i = 0; i < list_of->n; i++)
		neighbour(j, &list_of->at[i]);
	json_close(j, ']');
}

static void
notes(struct json *j, const struct brief *b)
{
	json_field(j, "notes", b->notes_text);
	if (b->notes.n == 0 || b->notes_text.n != 0)
		return;
	json_key(j, "notes");
	json_open(j, '[');
	for (size_t i = 0; i < b->notes.n; i++) {
		json_open(j, '{');
		json_field(j, "text", b->notes.at[i].text);
		json_number(j, "para", b->notes.at[i].para);
		json_field(j, "at", b->notes.at[i].at);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
made(struct json *j, const struct brief *b)
{
	if (b->made_by.n == 0 && b->made_hash.n == 0)
		return;
	json_key(j, "made");
	json_open(j, '{');
	json_field(j, "by", b->made_by);
	pairs(j, "hash", b->made_hash.at, b->made_hash.n);
	json_close(j, '}');
}

void
print_json(struct buf *out, const struct brief *b, const struct neighbours *related,
    struct str file, struct str text)
{
	struct json j = { .out = out };
	const struct neighbours all = related_of(out->a, b, related);

	json_open(&j, '{');
	json_number(&j, "format", b->format);
	json_field(&j, "id", b->id);
	json_field(&j, "file", file);
	json_field(&j, "title", b->title);
	json_field(&j, "dek", b->dek);
	source(&j, &b->source);
	json_strs(&j, "topics", &b->topics);
	json_strs(&j, "tags", &b->tags);
	summary(&j, b);
	timeline(&j, b);
	entities(&j, b);
	related_list(&j, &all);
	json_strs(&j, "keep", &b->keep);
	notes(&j, b);
	made(&j, b);
	json_field(&j, "body", b->body);
	if (file.n != 0)
		json_field(&j, "text", text);
	json_end(&j);
}
