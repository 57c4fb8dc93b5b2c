/* As write.c, row by row, but in the syntax of JSON. */
#include "data/json.h"

#include "brief/fields.h"
#include "brief/json.h"

static void put_field(struct json *j, const struct field *f, const void *record);

static void
put_members(struct json *j, const struct field *fields, const void *record)
{
	for (; fields->key != NULL; fields++)
		put_field(j, fields, record);
}

static void
put_list(struct json *j, const struct field *f, const void *record)
{
	const struct list items = list_of((const char *)record + f->at);

	if (items.n == 0 && f->text != 0)
		json_field(j, f->key,
		    *(const struct str *)(const void *)((const char *)record + f->text));
	if (items.n == 0)
		return;
	json_key(j, f->key);
	json_open(j, '[');
	for (size_t i = 0; i < items.n; i++) {
		json_open(j, '{');
		put_members(j, f->fields, (const char *)items.at + i * f->item);
		json_close(j, '}');
	}
	json_close(j, ']');
}

static void
put_pairs(struct json *j, const struct field *f, struct list pairs)
{
	const struct acronym *at = pairs.at;

	if (pairs.n == 0)
		return;
	json_key(j, f->key);
	json_open(j, '{');
	for (size_t i = 0; i < pairs.n; i++) {
		json_key_str(j, at[i].shorter);
		json_str(j, at[i].expansion);
	}
	json_close(j, '}');
}

/* What it tries is taken back where nothing is in it. */
static void
put_record(struct json *j, const struct field *f, const void *record)
{
	const size_t start = j->out->n;
	const bool comma = j->comma;
	size_t empty;

	json_key(j, f->key);
	json_open(j, '{');
	empty = j->out->n;
	put_members(j, f->fields, record);
	if (j->out->n != empty) {
		json_close(j, '}');
		return;
	}
	j->out->n = start;
	j->comma = comma;
}

static void
put_field(struct json *j, const struct field *f, const void *record)
{
	const void *at = (const char *)record + f->at;

	switch (f->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
		json_field(j, f->key, *(const struct str *)at);
		break;
	case FIELD_WORDS:
	case FIELD_LINES:
		json_strs(j, f->key, at);
		break;
	case FIELD_NUMBER:
		json_number(j, f->key, *(const long *)at);
		break;
	case FIELD_CHOICE:
		json_field(j, f->key, str_of(f->names[*(const unsigned *)at]));
		break;
	case FIELD_READER:
		json_field(j, f->key, *(const bool *)at ? STR("reader") : STR_NIL);
		break;
	case FIELD_RECORD:
		put_record(j, f, at);
		break;
	case FIELD_LIST:
		put_list(j, f, record);
		break;
	case FIELD_PAIRS:
		put_pairs(j, f, list_of(at));
		break;
	}
}

const char *
brief_key(size_t i)
{
	return brief_fields[i].key;
}

void
brief_json(struct json *j, const struct brief *b, size_t i)
{
	put_field(j, &brief_fields[i], b);
}

void
brief_json_event(struct json *j, const struct event *e)
{
	put_members(j, field_find(brief_fields, STR("timeline"))->fields, e);
}
