/* One object as an item; the only file that knows the parser (jansson). */
#include <jansson.h>

#include "article/html.h"
#include "article/tables/json.h"
#include "base/map.h"
#include "text/utf8.h"

/* A string of the parser's as clean text of the arena's. */
static struct str
clean(struct arena *a, const json_t *v)
{
	return str_trim(utf8_import(a,
	    (struct str){ json_string_value(v), json_string_length(v) }, STR("utf-8")));
}

/* A text, or what programs that wrap it call it. */
static struct str
text_of(struct arena *a, const json_t *v)
{
	static const char *const keys[] = { "rendered", "content", "name", "title",
		"label", "tag", "value", "text" };

	if (json_is_string(v))
		return clean(a, v);
	for (size_t i = 0; i < LEN(keys) && json_is_object(v); i++)
		if (json_is_string(json_object_get(v, keys[i])))
			return clean(a, json_object_get(v, keys[i]));
	return STR_NIL;
}

static struct str
date_of_value(struct arena *a, const json_t *v)
{
	return json_is_integer(v) ? item_epoch(a, (long)json_integer_value(v))
				  : item_date(a, text_of(a, v));
}

static void
add_one(struct arena *a, struct strs *list, struct str name, bool author)
{
	if (author)
		(void)item_author(a, list, name, false);
	else
		item_keyword(a, list, name);
}

/* A name, a list of them, or an object of them as Pocket has it. */
static void
add_all(struct arena *a, json_t *v, struct strs *list, bool authors)
{
	const struct str one = text_of(a, v);
	struct str rest = one;
	json_t *each;
	const char *key;
	size_t i;

	while (rest.n != 0 && !authors)
		item_keyword(a, list, str_split(&rest, ','));
	if (one.n != 0) {
		if (authors)
			add_one(a, list, one, true);
		return;
	}
	json_array_foreach(v, i, each) add_one(a, list, text_of(a, each), authors);
	json_object_foreach(v, key, each) add_one(a, list, text_of(a, each), authors);
}

static void
set(struct str *where, struct str value)
{
	if (where->n == 0)
		*where = value;
}

static void
set_text(struct item_text *where, struct str text, enum item_form form)
{
	if (where->text.n == 0)
		*where = (struct item_text){ text, form };
}

/* An identifier and a name are addresses only when they look so. */
static void
set_url(struct arena *a, struct item *it, struct str url, bool address)
{
	if (str_starts(url, STR("http://")) || str_starts(url, STR("https://")) ||
	    (address && it->base.n != 0))
		set(&it->url, html_resolve(a, it->base, url));
}

static void
set_slot(struct arena *a, struct item *it, const struct json_row *row, json_t *v)
{
	struct source *s = &it->source;
	const struct str text = text_of(a, v);

	switch (row->slot) {
	case JSON_TITLE:
		set(&it->title, item_plain(a, text, row->form));
		return;
	case JSON_URL:
		set_url(a, it, text, row->form == ITEM_TEXT);
		return;
	case JSON_PUBLISHED:
		set(&s->published, date_of_value(a, v));
		return;
	case JSON_UPDATED:
		set(&s->updated, date_of_value(a, v));
		return;
	case JSON_RETRIEVED:
		set(&s->retrieved, date_of_value(a, v));
		return;
	case JSON_CONTENT:
		set_text(&it->content, text, row->form);
		return;
	case JSON_SUMMARY:
		set_text(&it->summary, text, row->form);
		return;
	case JSON_AUTHOR:
		add_all(a, v, &s->author, true);
		return;
	case JSON_KEYWORD:
		add_all(a, v, &it->keywords, false);
		return;
	case JSON_LANGUAGE:
		set(&s->language, item_language(a, text));
		return;
	case JSON_NAME:
		if (str_starts(text, STR("http"))) {
			set_url(a, it, text, false);
			return;
		}
		set(&s->name, item_plain(a, text, row->form));
		return;
	case JSON_SECTION:
		set(&s->section, item_plain(a, text, row->form));
		return;
	case JSON_RIGHTS:
		set(&s->rights, item_plain(a, text, row->form));
		return;
	}
}

static void
set_all(struct arena *a, struct item *it, const json_t *object)
{
	for (size_t i = 0; i < LEN(json_rows); i++) {
		json_t *v = json_object_get(object, json_rows[i].name);

		if (v != NULL &&
		    !(json_rows[i].slot == JSON_AUTHOR && it->source.author.n != 0))
			set_slot(a, it, &json_rows[i], v);
	}
}

bool
json_item(
    struct arena *a, struct str object, struct item *it, const char **why, size_t *at)
{
	json_error_t error;
	json_t *v;

	json_object_seed((size_t)hash_bytes(object) | 1);
	v = json_loadb(object.p, object.n, JSON_ALLOW_NUL, &error);
	if (v == NULL) {
		*why = str_nul(a, str_of(error.text));
		*at = error.position > 0 ? (size_t)error.position : 0;
		return false;
	}
	/* what this program writes is CommonMark, and keeps its source in one place */
	if (json_is_integer(json_object_get(v, "format")) &&
	    json_is_string(json_object_get(v, "body")))
		set_text(
		    &it->content, clean(a, json_object_get(v, "body")), ITEM_MARKDOWN);
	set_all(a, it, v);
	if (json_is_object(json_object_get(v, "source")))
		set_all(a, it, json_object_get(v, "source"));
	json_decref(v);
	return true;
}
