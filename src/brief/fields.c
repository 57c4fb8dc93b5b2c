/* The tables of FORMAT, one per mapping, and what values must be like. */
#include "brief/fields.h"

#include <string.h>

#include "data/edtf.h"

const char *const event_kind_names[] = { "past", "scheduled", "expected", NULL };
const char *const event_basis_names[] = { "stated", "resolved", "guessed", NULL };

static bool
is_date(struct str s)
{
	struct edtf e;

	return edtf_parse(s, &e);
}

/* RFC 3986: a scheme, a colon and no blanks. */
static bool
is_url(struct str s)
{
	size_t i = 0;

	while (i < s.n && (byte_is_letter(s.p[i]) ||
			      (i > 0 && (byte_is_digit(s.p[i]) ||
					    str_has(STR("+.-"), str_cut(s, i, i + 1))))))
		i++;
	if (i == 0 || i + 1 >= s.n || s.p[i] != ':')
		return false;
	for (; i < s.n; i++)
		if (byte_is_blank(s.p[i]))
			return false;
	return true;
}

/* BCP 47, as far as the schema goes: en, en-GB, zh-Hant-TW. */
bool
brief_language_valid(struct str s)
{
	bool first = true;

	do {
		const struct str part = str_split(&s, '-');

		if (part.n < 2 || part.n > (first ? 3 : 8))
			return false;
		for (size_t i = 0; i < part.n; i++)
			if (!byte_is_letter(part.p[i]) &&
			    (first || !byte_is_digit(part.p[i])))
				return false;
		first = false;
	} while (s.n != 0);
	return true;
}

bool
brief_sha256_valid(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!byte_is_digit(s.p[i]) && !(s.p[i] >= 'a' && s.p[i] <= 'f'))
			return false;
	return s.n == 64;
}

static const struct rule date = { is_date, SAY_BRIEF_DATE,
	"is no date; write e.g. \"2019-06-28\", \"2019-06\", \"2019-06~\" or "
	"\"2019-07/2019-12\"" };
static const struct rule url = { is_url, SAY_BRIEF_VALUE,
	"is no address; write e.g. https://example.org/page" };
static const struct rule id = {
	brief_id_valid, SAY_BRIEF_VALUE,
	"is no id; use a-z, 0-9, '.', '_' and '-', at most 120, a letter or digit first"
};
static const struct rule language = { brief_language_valid, SAY_BRIEF_VALUE,
	"is no language; write e.g. en or en-GB" };
static const struct rule sha256 = { brief_sha256_valid, SAY_BRIEF_VALUE,
	"is no SHA-256; write 64 digits 0-9 a-f" };

#define AT(type, member) offsetof(struct type, member)
#define LINE(type, k)                                            \
	{                                                        \
		.key = #k, .kind = FIELD_LINE, .at = AT(type, k) \
	}
#define RULED(type, k, r)                                                      \
	{                                                                      \
		.key = #k, .kind = FIELD_LINE, .at = AT(type, k), .rule = &(r) \
	}
#define WANTED(type, k, kind_)                                                        \
	{                                                                             \
		.key = #k, .kind = (kind_), .flags = FLAG_REQUIRED, .at = AT(type, k) \
	}
#define DATE(type, k)                                                                   \
	{                                                                               \
		.key = #k, .kind = FIELD_LINE, .flags = FLAG_QUOTED, .at = AT(type, k), \
		.rule = &date                                                           \
	}
#define PARA(type)                                                        \
	{                                                                 \
		.key = "para", .kind = FIELD_NUMBER, .at = AT(type, para) \
	}
#define END                 \
	{                   \
		.key = NULL \
	}

static const struct field source_fields[] = {
	LINE(source, name),
	RULED(source, url, url),
	LINE(source, via),
	{ .key = "author", .kind = FIELD_LINES, .at = AT(source, author) },
	LINE(source, place),
	LINE(source, section),
	DATE(source, published),
	DATE(source, updated),
	DATE(source, retrieved),
	RULED(source, language, language),
	LINE(source, rights),
	RULED(source, sha256, sha256),
	END,
};

static const struct field extract_fields[] = {
	WANTED(extract, text, FIELD_LINE),
	PARA(extract),
	END,
};

static const struct field event_fields[] = {
	DATE(event, date),
	LINE(event, when),
	WANTED(event, text, FIELD_LINE),
	PARA(event),
	{ .key = "kind",
	    .kind = FIELD_CHOICE,
	    .at = AT(event, kind),
	    .names = event_kind_names },
	{ .key = "basis",
	    .kind = FIELD_CHOICE,
	    .at = AT(event, basis),
	    .names = event_basis_names },
	LINE(event, place),
	END,
};

static const struct field name_fields[] = {
	WANTED(name, name, FIELD_LINE),
	{ .key = "aka", .kind = FIELD_WORDS, .flags = FLAG_FLOW, .at = AT(name, aka) },
	LINE(name, role),
	RULED(name, url, url),
	END,
};

static const struct field link_fields[] = {
	RULED(link, id, id),
	LINE(link, title),
	RULED(link, url, url),
	LINE(link, why),
	{ .key = "by", .kind = FIELD_READER, .at = AT(link, by_reader) },
	END,
};

static const struct field note_fields[] = {
	WANTED(note, text, FIELD_TEXT),
	PARA(note),
	DATE(note, at),
	END,
};

#define NAMES(member)                                                                 \
	{                                                                             \
		.key = #member, .kind = FIELD_LIST, .flags = FLAG_SHORT | FLAG_BRIEF, \
		.at = AT(brief, member), .fields = name_fields,                       \
		.item = sizeof(struct name), .main = AT(name, name)                   \
	}

static const struct field entities_fields[] = {
	NAMES(people),
	NAMES(orgs),
	NAMES(places),
	{ .key = "acronyms", .kind = FIELD_PAIRS, .at = AT(brief, acronyms) },
	END,
};

static const struct field made_fields[] = {
	{ .key = "by", .kind = FIELD_LINE, .at = AT(brief, made_by) },
	{ .key = "hash", .kind = FIELD_PAIRS, .at = AT(brief, made_hash) },
	END,
};

const struct field brief_fields[] = {
	{ .key = "id",
	    .kind = FIELD_LINE,
	    .flags = FLAG_HEAD,
	    .at = AT(brief, id),
	    .rule = &id },
	{ .key = "title",
	    .kind = FIELD_LINE,
	    .flags = FLAG_REQUIRED | FLAG_MADE | FLAG_HEAD,
	    .at = AT(brief, title) },
	{ .key = "dek",
	    .kind = FIELD_LINE,
	    .flags = FLAG_MADE | FLAG_HEAD,
	    .at = AT(brief, dek) },
	{ .key = "source",
	    .kind = FIELD_RECORD,
	    .flags = FLAG_APART | FLAG_MADE | FLAG_HEAD,
	    .at = AT(brief, source),
	    .fields = source_fields },
	{ .key = "topics",
	    .kind = FIELD_WORDS,
	    .flags = FLAG_APART | FLAG_MADE | FLAG_HEAD,
	    .at = AT(brief, topics) },
	{ .key = "tags",
	    .kind = FIELD_WORDS,
	    .flags = FLAG_APART | FLAG_HEAD,
	    .at = AT(brief, tags) },
	{ .key = "summary",
	    .kind = FIELD_LIST,
	    .flags = FLAG_APART | FLAG_MADE | FLAG_SHORT | FLAG_BRIEF | FLAG_VERBATIM,
	    .at = AT(brief, summary),
	    .fields = extract_fields,
	    .item = sizeof(struct extract),
	    .main = AT(extract, text) },
	{ .key = "timeline",
	    .kind = FIELD_LIST,
	    .flags = FLAG_APART | FLAG_MADE | FLAG_VERBATIM,
	    .at = AT(brief, timeline),
	    .fields = event_fields,
	    .item = sizeof(struct event) },
	{ .key = "entities",
	    .kind = FIELD_RECORD,
	    .flags = FLAG_APART | FLAG_MADE,
	    .fields = entities_fields },
	{ .key = "related",
	    .kind = FIELD_LIST,
	    .flags = FLAG_APART | FLAG_MADE | FLAG_SHORT,
	    .at = AT(brief, related),
	    .fields = link_fields,
	    .item = sizeof(struct link),
	    .main = AT(link, title) },
	{ .key = "body",
	    .kind = FIELD_TEXT,
	    .flags = FLAG_APART | FLAG_MADE,
	    .at = AT(brief, body) },
	{ .key = "notes",
	    .kind = FIELD_LIST,
	    .flags = FLAG_APART | FLAG_SHORT | FLAG_BRIEF,
	    .at = AT(brief, notes),
	    .fields = note_fields,
	    .item = sizeof(struct note),
	    .main = AT(note, text),
	    .text = AT(brief, notes_text) },
	{ .key = "keep",
	    .kind = FIELD_WORDS,
	    .flags = FLAG_APART,
	    .at = AT(brief, keep) },
	{ .key = "made",
	    .kind = FIELD_RECORD,
	    .flags = FLAG_APART,
	    .fields = made_fields },
	END,
};

const struct field *
field_find(const struct field *fields, struct str key)
{
	for (; fields->key != NULL; fields++)
		if (str_eq(key, str_of(fields->key)))
			return fields;
	return NULL;
}

struct list
list_of(const void *vec)
{
	struct list l;

	memcpy(&l, vec, sizeof(l));
	return l;
}

void *
list_push(struct arena *a, void *vec, size_t item_bytes)
{
	struct list l = list_of(vec);

	l.at = arena_grow(a, l.at, &l.room, l.n, item_bytes);
	l.n++;
	memcpy(vec, &l, sizeof(l));
	return (char *)l.at + (l.n - 1) * item_bytes;
}
