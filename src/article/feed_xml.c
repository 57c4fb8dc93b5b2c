/* The parser (expat) and what its elements mean; the only file that knows it. */
#include <expat.h>
#include <string.h>

#include "article/feed_reader.h"
#include "article/html.h"
#include "base/die.h"
#include "base/map.h"

static void
stop(struct reader *r, const char *why)
{
	if (r->f->fault == NULL) {
		r->f->fault = why;
		r->f->fault_at = (size_t)XML_GetCurrentByteIndex(r->parser);
	}
	(void)XML_StopParser(r->parser, XML_FALSE);
}

/* ---- namespaces and bases ---- */

static enum feed_ns
space_of(const struct reader *r, struct str *name)
{
	const struct str prefix = feed_prefix(name);

	for (size_t i = r->scope_count; i-- > 0;)
		if (str_eq(r->scopes[i].prefix, prefix))
			return r->scopes[i].ns;
	return feed_ns_of(prefix, STR_NIL);
}

static void
scopes_open(struct reader *r, const char **atts)
{
	for (; *atts != NULL; atts += 2) {
		struct str name = str_of(atts[0]);

		if (!str_starts(name, STR("xmlns")) || r->scope_count == SCOPES)
			continue;
		name = str_cut(name, 5, name.n);
		if (name.n != 0 && name.p[0] != ':')
			continue;
		name = str_cut(name, 1, name.n);
		r->scopes[r->scope_count++] = (struct scope){ str_dup(r->f->a, name),
			feed_ns_of(name, str_of(atts[1])), r->depth };
	}
}

static void
base_open(struct reader *r, const char **atts)
{
	const struct str above = r->base[r->depth - 1];
	struct str here = feed_attribute(atts, "xml:base"), made;

	if (here.n == 0)
		here = feed_attribute(atts, "BASE");
	r->base[r->depth] = above;
	if (here.n == 0)
		return;
	made = html_resolve(r->f->a, above, here);
	if (made.n != 0)
		r->base[r->depth] = made;
}

/* ---- items and elements ---- */

static void
item_end(struct reader *r)
{
	r->item.to = (size_t)XML_GetCurrentByteIndex(r->parser) +
		     (size_t)XML_GetCurrentByteCount(r->parser);
	r->item_depth = 0;
	*vec_push(r->f->a, &r->f->items) = r->item;
	if (r->f->items.n == FEED_ITEMS) {
		r->f->cut = true;
		(void)XML_StopParser(r->parser, XML_FALSE);
	}
}

static void
item_start(struct reader *r, enum feed_ns ns)
{
	r->item =
	    (struct feed_level){ .from = (size_t)XML_GetCurrentByteIndex(r->parser) };
	r->item_depth = r->depth;
	r->f->atom = ns == NS_ATOM;
}

/* Attributes of channels and items: RSS 1.0, and CDF, the first of all dialects. */
static const struct {
	const char *name;
	enum feed_slot slot;
	int rank;
} feed_attributes[] = {
	{ "rdf:about", SLOT_LINK, 2 },
	{ "HREF", SLOT_LINK, 5 },
	{ "LASTMOD", SLOT_UPDATED, 2 },
	{ "xml:lang", SLOT_LANGUAGE, 4 },
};

static void
keep_attributes(struct reader *r, const char **atts)
{
	for (size_t i = 0; i < LEN(feed_attributes); i++) {
		const struct feed_row row = { NS_RSS, "", feed_attributes[i].slot,
			feed_attributes[i].rank, NULL };

		feed_value(r, &row, feed_attribute(atts, feed_attributes[i].name), 0);
	}
}

static void
outline(struct reader *r, const char **atts)
{
	const struct str url = feed_attribute(atts, "xmlUrl");
	const struct str title = feed_attribute(atts, "title");

	if (url.n == 0)
		return;
	if (r->f->listed.n < FEED_LISTED)
		*vec_push(r->f->a, &r->f->listed) = (struct article_link){
			item_plain(r->f->a,
			    title.n != 0 ? title : feed_attribute(atts, "text"),
			    ITEM_TEXT),
			item_plain(r->f->a, url, ITEM_TEXT)
		};
	else
		r->f->cut = true;
}

static void
outer_start(struct reader *r, struct str name, const char **atts)
{
	const enum feed_ns ns = space_of(r, &name);
	const struct feed_row *row;

	if (r->depth == 1 && str_eq_nocase(name, STR("opml")))
		r->f->list = true;
	if (r->f->list) {
		if (str_eq_nocase(name, STR("outline")))
			outline(r, atts);
		return;
	}
	if (r->item_depth == 0 && ns <= NS_ATOM &&
	    (str_eq_nocase(name, STR("item")) || str_eq_nocase(name, STR("entry"))))
		item_start(r, ns);
	if (r->item_depth == r->depth || r->depth <= 2)
		keep_attributes(r, atts);
	row = feed_row_of(ns, name);
	if (row != NULL && row->slot == SLOT_VIA && r->item_depth == 0)
		row = NULL;
	if (row != NULL)
		field_start(r, row, ns, atts);
}

static void XMLCALL
on_start(void *data, const char *name, const char **atts)
{
	struct reader *r = data;

	if (r->depth >= FEED_DEPTH) {
		stop(r, "too deep");
		return;
	}
	r->depth++;
	scopes_open(r, atts);
	base_open(r, atts);
	if (r->row != NULL)
		field_inner_start(r, str_of(name), atts);
	else if (r->skip == 0)
		outer_start(r, str_of(name), atts);
}

static void XMLCALL
on_end(void *data, const char *name)
{
	struct reader *r = data;

	if (r->row != NULL && r->depth == r->row_depth)
		field_end(r);
	else if (r->row != NULL)
		field_inner_end(r, str_of(name));
	else if (r->skip == r->depth)
		r->skip = 0;
	else if (r->item_depth == r->depth)
		item_end(r);
	while (r->scope_count != 0 && r->scopes[r->scope_count - 1].depth == r->depth)
		r->scope_count--;
	r->depth--;
}

/* &#150; and its kin were meant as Windows-1252. */
static void
add_controls(struct reader *r, struct str s)
{
	char out[4];

	while (s.n != 0) {
		const char *hit = memchr(s.p, '\xc2', s.n);
		const size_t n = hit == NULL ? s.n : (size_t)(hit - s.p);

		field_text(r, str_cut(s, 0, n));
		s = str_cut(s, n, s.n);
		if (s.n >= 2 && (unsigned char)s.p[1] < 0xa0)
			field_text(r, feed_byte(out, (unsigned char)s.p[1]));
		else
			field_text(r, str_cut(s, 0, 2));
		s = str_cut(s, 2, s.n);
	}
}

static void XMLCALL
on_text(void *data, const char *text, int n)
{
	struct reader *r = data;
	const struct str s = { text, (size_t)n };

	if (r->row == NULL)
		return;
	if (memchr(text, '\xc2', s.n) == NULL)
		field_text(r, s);
	else
		add_controls(r, s);
}

/* A name that a document type somewhere else would declare: HTML's are known later. */
static void XMLCALL
on_name(void *data, const char *name, int parameter)
{
	struct reader *r = data;

	if (r->row == NULL || parameter != 0)
		return;
	r->f->names = true;
	field_name(r, str_of(name));
}

/* What a document declares in its own type is not read: entities first of all. */
static void XMLCALL
on_type(
    void *data, const char *name, const char *system, const char *public_id, int declares)
{
	(void)name;
	(void)system;
	(void)public_id;
	if (declares != 0)
		stop(data, "what it declares itself, as entities, is not read");
}

static void
fault_from(struct reader *r)
{
	const enum XML_Error error = XML_GetErrorCode(r->parser);

	if (error == XML_ERROR_NO_MEMORY)
		die("out of memory while reading a feed");
	if (r->f->fault == NULL && !r->f->cut) {
		r->f->fault = XML_ErrorString(error);
		r->f->fault_at = (size_t)XML_GetCurrentByteIndex(r->parser);
	}
}

bool
feed_parse(struct feed *f)
{
	struct reader r = { .f = f, .parser = XML_ParserCreate("UTF-8") };
	bool good;

	if (r.parser == NULL)
		die("out of memory while reading a feed");
	f->fault = NULL;
	(void)XML_SetHashSalt(r.parser, (unsigned long)hash_bytes(f->text) | 1);
	XML_SetUserData(r.parser, &r);
	XML_SetElementHandler(r.parser, on_start, on_end);
	XML_SetCharacterDataHandler(r.parser, on_text);
	XML_SetSkippedEntityHandler(r.parser, on_name);
	XML_SetStartDoctypeDeclHandler(r.parser, on_type);
	good = XML_Parse(r.parser, f->text.p, (int)f->text.n, 1) == XML_STATUS_OK;
	if (!good)
		fault_from(&r);
	XML_ParserFree(r.parser);
	return f->fault == NULL;
}
