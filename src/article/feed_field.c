/* Fields of a feed as they are read.  Markup within one is written back as HTML: marks
   that no XML can hold stand for the brackets until the field's end, when it is known
   whether its text is to be escaped. */
#include "article/feed_reader.h"

#include <string.h>

#include "article/html.h"
#include "article/mail.h"
#include "text/utf8.h"

enum { MARK_OPEN = 1, MARK_CLOSE = 2, MARK_QUOTE = 3, MARK_INNER = 4, MARK_AND = 5 };

struct str
feed_attribute(const char **atts, const char *name)
{
	for (; *atts != NULL; atts += 2)
		if (strcmp(atts[0], name) == 0)
			return str_trim(str_of(atts[1]));
	return STR_NIL;
}

struct str
feed_prefix(struct str *name)
{
	const size_t colon = str_find(*name, STR(":"), 0);
	const struct str prefix = colon == STR_NONE ? STR_NIL : str_cut(*name, 0, colon);

	if (colon != STR_NONE)
		*name = str_cut(*name, colon + 1, name->n);
	return prefix;
}

static struct feed_level *
level(struct reader *r)
{
	return r->item_depth != 0 ? &r->item : &r->f->channel;
}

void
feed_value(struct reader *r, const struct feed_row *row, struct str text, int rank)
{
	struct feed_row at = *row;

	if (rank != 0)
		at.rank = rank;
	feed_keep(r->f, level(r), &at,
	    (struct feed_text){
		str_dup(r->f->a, text), r->base[r->depth], ITEM_GUESS, 0 });
}

/* Atom's links and RSS 2.0's enclosures are in attributes. */
static bool
keep_link(struct reader *r, const struct feed_row *row, const char **atts)
{
	const struct str href = feed_attribute(atts, "href");
	const struct str rel = feed_attribute(atts, "rel"),
			 type = feed_attribute(atts, "type");
	const bool page = type.n == 0 || str_has(type, STR("html"));

	if (row->rank == 1) {
		feed_value(r, row, feed_attribute(atts, "url"), 0);
		return true;
	}
	if (href.n == 0)
		return false;
	if (rel.n == 0 || str_eq_nocase(rel, STR("alternate")))
		feed_value(r, row, href, page ? 8 : 6);
	else if (str_eq_nocase(rel, STR("self")) && r->item_depth == 0)
		feed_value(r, row, href, 1);
	return true;
}

static bool
keep_term(struct reader *r, const struct feed_row *row, const char **atts)
{
	const struct str label = feed_attribute(atts, "label");
	const struct str term = label.n != 0 ? label : feed_attribute(atts, "term");

	if (term.n == 0)
		return false;
	feed_value(r, row, term, 0);
	return true;
}

static enum item_form
form_of(enum feed_ns ns, const char **atts)
{
	const struct str type = feed_attribute(atts, "type");

	if (str_has(type, STR("html")) || str_ends(type, STR("xml")))
		return ITEM_HTML;
	if (str_has(type, STR("markdown")))
		return ITEM_MARKDOWN;
	if (str_starts(type, STR("text")) || str_eq(type, STR("plain")) ||
	    (type.n == 0 && ns == NS_ATOM))
		return ITEM_TEXT;
	return ITEM_GUESS;
}

/* What is neither text nor XML by its type is in base64 (RFC 4287, 4.1.3.3). */
static bool
is_packed(enum feed_ns ns, const char **atts)
{
	const struct str type = feed_attribute(atts, "type");

	return str_eq(feed_attribute(atts, "mode"), STR("base64")) ||
	       (ns == NS_ATOM && str_has(type, STR("/")) &&
		   !str_starts(type, STR("text/")) && !str_ends(type, STR("xml")));
}

/* Pictures and sounds are no text. */
static bool
is_foreign(const char **atts)
{
	const struct str type = feed_attribute(atts, "type");

	return str_starts(type, STR("image/")) || str_starts(type, STR("audio/")) ||
	       str_starts(type, STR("video/"));
}

/* Atom's content may stand elsewhere: that is where the entry leads if it says no other. */
static bool
is_elsewhere(struct reader *r, const struct feed_row *row, const char **atts)
{
	enum { RANK = 5 };
	const struct str src = feed_attribute(atts, "src");

	if (row->slot != SLOT_CONTENT || src.n == 0)
		return false;
	if (!is_foreign(atts))
		feed_value(r, feed_row_of(NS_RSS, STR("link")), src, RANK);
	return true;
}

/* What was packed, if it is text; what does not look packed is as it stands. */
static struct str
unpacked(struct arena *a, struct str s)
{
	static const char other[] = "+/=\r\n\t ";
	struct str bytes;

	for (size_t i = 0; i < s.n; i++)
		if (((s.p[i] | 32) < 'a' || (s.p[i] | 32) > 'z') &&
		    (s.p[i] < '0' || s.p[i] > '9') && strchr(other, s.p[i]) == NULL)
			return s;
	bytes = mail_decode(a, s, STR("base64"), FEED_FIELD);
	return utf8_invalid(bytes) == STR_NONE ? utf8_import(a, bytes, STR("utf-8"))
					       : STR_NIL;
}

/* The language of a text is that of the item, or there is none that says it. */
static void
keep_language(struct reader *r, const struct feed_row *row, const char **atts)
{
	const struct feed_row language = { NS_RSS, "", SLOT_LANGUAGE,
		row->slot == SLOT_CONTENT   ? 6
		: row->slot == SLOT_SUMMARY ? 2
					    : 1,
		NULL };

	if (row->slot <= SLOT_SUMMARY && r->item_depth != 0)
		feed_value(r, &language, feed_attribute(atts, "xml:lang"), 0);
}

void
field_start(
    struct reader *r, const struct feed_row *row, enum feed_ns ns, const char **atts)
{
	if (row->slot == SLOT_LINK && keep_link(r, row, atts))
		return;
	if (row->slot == SLOT_KEYWORD && keep_term(r, row, atts))
		return;
	if (row->slot == SLOT_SKIP || is_elsewhere(r, row, atts) || is_foreign(atts) ||
	    (row->slot == SLOT_AUTHOR && ns == NS_MEDIA &&
		!str_eq(feed_attribute(atts, "role"), STR("author")))) {
		r->skip = r->depth;
		return;
	}
	r->row = row;
	r->row_depth = r->depth;
	r->field = (struct feed_text){
		.base = r->base[r->depth], .form = form_of(ns, atts), .rank = row->rank
	};
	if (row->slot == SLOT_LINK && row->rank == 4 &&
	    str_eq_nocase(feed_attribute(atts, "isPermaLink"), STR("false")))
		r->field.rank = 0;
	r->text = buf_new(r->f->a);
	r->markup = false;
	r->packed = is_packed(ns, atts);
	keep_language(r, row, atts);
	r->other = r->named = false;
	r->source_in = NO_AUTHOR;
}

/* The field's text; with markup in it, what is text is escaped. */
static struct str
field_value(struct reader *r)
{
	static const char *const as[] = { NULL, "<", ">", "\"", "&quot;", "&" };
	const struct str raw = buf_view(&r->text);
	struct buf b;

	if (!r->markup && !r->f->names)
		return raw;
	b = buf_new(r->f->a);
	buf_room(&b, raw.n + raw.n / 8);
	for (size_t i = 0; i < raw.n; i++) {
		const char c = raw.p[i];

		if (c >= MARK_OPEN && c <= MARK_AND)
			buf_text(&b, as[(int)c]);
		else if (!r->markup)
			buf_byte(&b, c);
		else if (c == '&' || c == '<' || c == '>')
			buf_text(&b, c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;");
		else
			buf_byte(&b, c);
	}
	return buf_view(&b);
}

void
field_end(struct reader *r)
{
	struct feed_row row = *r->row;

	r->field.text = str_trim(field_value(r));
	if (r->packed && !r->markup) {
		const struct str bare = unpacked(r->f->a, r->field.text);

		if (bare.n != 0 || row.slot == SLOT_CONTENT)
			r->field.text = str_trim(bare);
	}
	if (r->markup)
		r->field.form = ITEM_HTML;
	row.rank = r->field.rank;
	if (row.rank != 0)
		feed_keep(r->f, level(r), &row, r->field);
	r->row = NULL;
}

void
field_text(struct reader *r, struct str s)
{
	if (r->source_in == IN_NAME && r->source_author.n + s.n <= FEED_FIELD)
		buf_str(&r->source_author, s);
	if (r->other)
		return;
	if (r->text.n + s.n <= FEED_FIELD)
		buf_str(&r->text, s);
	else
		r->f->short_field = true;
}

static void
mark_add(struct reader *r, char mark)
{
	field_text(r, (struct str){ &mark, 1 });
}

void
field_name(struct reader *r, struct str name)
{
	mark_add(r, MARK_AND);
	field_text(r, name);
	field_text(r, STR(";"));
}

/* A link around an author's name. */
static bool
is_plain_markup(const struct reader *r, struct str name)
{
	return r->row->slot == SLOT_AUTHOR && html_tag_of(name) != TAG_OTHER;
}

/* Who wrote an entry that another feed was the source of (RFC 4287, 4.2.1). */
static void
source_author_start(struct reader *r, struct str name)
{
	if (r->depth == r->row_depth + 1)
		r->source_in = str_eq(name, STR("author")) ? IN_AUTHOR : NO_AUTHOR;
	else if (r->source_in == IN_AUTHOR && str_eq(name, STR("name")))
		r->source_in = IN_NAME;
	if (r->source_in == IN_NAME)
		r->source_author = buf_new(r->f->a);
}

static void
source_author_end(struct reader *r)
{
	static const struct feed_row row = { NS_ATOM, "", SLOT_AUTHOR, 2, NULL };

	if (r->source_in != IN_NAME || r->depth != r->row_depth + 2)
		return;
	r->source_in = IN_AUTHOR;
	feed_value(r, &row, buf_view(&r->source_author), 0);
}

/* <atom:name> in <atom:author>, or its address until there is a name. */
static void
child_start(struct reader *r, struct str name)
{
	const bool is_child = str_eq_nocase(name, str_of(r->row->child));

	if (r->depth != r->row_depth + 1 || is_plain_markup(r, name))
		return;
	r->other = !is_child && (r->named || !str_eq_nocase(name, STR("email")));
	if (r->other)
		return;
	r->named = is_child;
	r->text.n = 0;
}

static void
child_end(struct reader *r)
{
	r->named = r->named && str_trim(buf_view(&r->text)).n != 0;
	r->other = true;
}

static void
tag_add(struct reader *r, struct str name, const char **atts)
{
	r->markup = true;
	mark_add(r, MARK_OPEN);
	field_text(r, name);
	for (; *atts != NULL; atts += 2) {
		struct str value = str_of(atts[1]);

		if (html_attr_of(str_of(atts[0])) == ATTR_COUNT)
			continue;
		field_text(r, STR(" "));
		field_text(r, str_of(atts[0]));
		field_text(r, STR("="));
		mark_add(r, MARK_QUOTE);
		for (bool first = true; value.n != 0; first = false) {
			if (!first)
				mark_add(r, MARK_INNER);
			field_text(r, str_split(&value, '"'));
		}
		mark_add(r, MARK_QUOTE);
	}
	mark_add(r, MARK_CLOSE);
}

void
field_inner_start(struct reader *r, struct str name, const char **atts)
{
	(void)feed_prefix(&name);
	if (r->row->slot == SLOT_VIA)
		source_author_start(r, name);
	if (r->row->child != NULL)
		child_start(r, name);
	else if (r->row->slot != SLOT_AUTHOR)
		tag_add(r, name, atts);
}

void
field_inner_end(struct reader *r, struct str name)
{
	(void)feed_prefix(&name);
	if (r->row->slot == SLOT_VIA)
		source_author_end(r);
	if (r->row->child != NULL) {
		if (r->depth == r->row_depth + 1 && !is_plain_markup(r, name))
			child_end(r);
		return;
	}
	if (r->row->slot == SLOT_AUTHOR ||
	    (html_traits(html_tag_of(name)) & TAG_VOID) != 0)
		return;
	mark_add(r, MARK_OPEN);
	field_text(r, STR("/"));
	field_text(r, name);
	mark_add(r, MARK_CLOSE);
}
