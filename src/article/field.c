/* The places of an article's record by the names inputs use for them. */
#include <string.h>

#include "article/inner.h"
#include "article/mail.h"

enum field {
	FIELD_TITLE,
	FIELD_DEK,
	FIELD_AUTHOR,
	FIELD_PUBLISHED,
	FIELD_UPDATED,
	FIELD_NAME,
	FIELD_VIA,
	FIELD_URL,
	FIELD_LANGUAGE,
	FIELD_KEYWORDS,
	FIELD_SECTION,
	FIELD_RIGHTS,
	FIELD_PLACE,
	FIELD_NONE
};

/* Names by which heads of text files, Hugo, Jekyll, Obsidian and pandoc go. */
static const struct row {
	const char *key;
	enum field field;
} rows[] = {
	{ "title", FIELD_TITLE },
	{ "subject", FIELD_TITLE },
	{ "headline", FIELD_TITLE },
	{ "description", FIELD_DEK },
	{ "subtitle", FIELD_DEK },
	{ "dek", FIELD_DEK },
	{ "standfirst", FIELD_DEK },
	{ "author", FIELD_AUTHOR },
	{ "authors", FIELD_AUTHOR },
	{ "by", FIELD_AUTHOR },
	{ "byline", FIELD_AUTHOR },
	{ "from", FIELD_AUTHOR },
	{ "written by", FIELD_AUTHOR },
	{ "creator", FIELD_AUTHOR },
	{ "published", FIELD_PUBLISHED },
	{ "date", FIELD_PUBLISHED },
	{ "publication date", FIELD_PUBLISHED },
	{ "date published", FIELD_PUBLISHED },
	{ "published on", FIELD_PUBLISHED },
	{ "published at", FIELD_PUBLISHED },
	{ "publishdate", FIELD_PUBLISHED },
	{ "pubdate", FIELD_PUBLISHED },
	{ "posted", FIELD_PUBLISHED },
	{ "posted on", FIELD_PUBLISHED },
	{ "created", FIELD_PUBLISHED },
	{ "publish date", FIELD_PUBLISHED },
	{ "published date", FIELD_PUBLISHED },
	{ "published time", FIELD_PUBLISHED },
	{ "updated", FIELD_UPDATED },
	{ "last updated", FIELD_UPDATED },
	{ "updated on", FIELD_UPDATED },
	{ "lastmod", FIELD_UPDATED },
	{ "modified", FIELD_UPDATED },
	{ "last modified", FIELD_UPDATED },
	{ "last modified at", FIELD_UPDATED },
	{ "updated at", FIELD_UPDATED },
	{ "date modified", FIELD_UPDATED },
	{ "source", FIELD_NAME },
	{ "publication", FIELD_NAME },
	{ "publisher", FIELD_NAME },
	{ "newspaper", FIELD_NAME },
	{ "site", FIELD_NAME },
	{ "site name", FIELD_NAME },
	{ "via", FIELD_VIA },
	{ "url", FIELD_URL },
	{ "link", FIELD_URL },
	{ "canonical", FIELD_URL },
	{ "source url", FIELD_URL },
	{ "original url", FIELD_URL },
	{ "external link", FIELD_URL },
	{ "canonicalurl", FIELD_URL },
	{ "canonical url", FIELD_URL },
	{ "language", FIELD_LANGUAGE },
	{ "lang", FIELD_LANGUAGE },
	{ "content-language", FIELD_LANGUAGE },
	{ "locale", FIELD_LANGUAGE },
	{ "keywords", FIELD_KEYWORDS },
	{ "tags", FIELD_KEYWORDS },
	{ "tag", FIELD_KEYWORDS },
	{ "topics", FIELD_KEYWORDS },
	{ "categories", FIELD_KEYWORDS },
	{ "section", FIELD_SECTION },
	{ "category", FIELD_SECTION },
	{ "rights", FIELD_RIGHTS },
	{ "copyright", FIELD_RIGHTS },
	{ "license", FIELD_RIGHTS },
	{ "place", FIELD_PLACE },
	{ "location", FIELD_PLACE },
	{ "dateline", FIELD_PLACE },
};

static enum field
field_of(struct str key)
{
	for (size_t i = 0; i < LEN(rows); i++)
		if (str_eq_nocase(key, str_of(rows[i].key)))
			return rows[i].field;
	return FIELD_NONE;
}

bool
field_known(struct str key)
{
	return field_of(key) != FIELD_NONE;
}

/* The value without its quotes. */
static struct str
unquoted(struct str s)
{
	if (s.n >= 2 && (s.p[0] == '"' || s.p[0] == '\'') && s.p[s.n - 1] == s.p[0])
		return str_cut(s, 1, s.n - 1);
	return s;
}

bool
field_fits(struct arena *a, struct str key, struct str value)
{
	enum { SENTENCE = 5 }; /* words from which on a point ends one */
	const enum field f = field_of(key);
	const bool long_one = line_words(value) >= SENTENCE;

	value = unquoted(value);
	if (value.n == 0 || f == FIELD_NONE)
		return true;
	if (f == FIELD_PUBLISHED || f == FIELD_UPDATED)
		return date_of(a, value).n != 0;
	if (f == FIELD_LANGUAGE)
		return line_words(value) == 1;
	return f == FIELD_TITLE || f == FIELD_DEK || f == FIELD_RIGHTS || !long_one ||
	       !line_ends_sentence(value);
}

bool
field_split(struct str line, struct str *key, struct str *value)
{
	const size_t colon = str_find(line, STR(":"), 0);

	if (colon == STR_NONE || colon == 0 || colon > 24)
		return false;
	*key = str_trim(str_cut(line, 0, colon));
	*value = str_trim(str_cut(line, colon + 1, line.n));
	for (size_t i = 0; i < key->n; i++)
		if (!byte_is_letter(key->p[i]) && key->p[i] != '-' && key->p[i] != ' ' &&
		    key->p[i] != '_')
			return false;
	return line_words(*key) <= 3 && !str_starts(*value, STR("//"));
}

static bool
set(struct str *where, struct str value)
{
	if (where->n == 0)
		*where = value;
	return true;
}

/* "Jane Doe <jane@x.org>": the address is nobody's name. */
static struct str
without_address(struct str name)
{
	const size_t at = str_find(name, STR("<"), 0);

	return str_trim(at == STR_NONE || at == 0 ? name : str_cut(name, 0, at));
}

/* The next name of a list: up to a comma, a semicolon, " and " or " & ". */
static struct str
next_name(struct str *rest)
{
	static const char *const seps[] = { ",", ";", " and ", " & ", " und ", " et " };
	size_t at = rest->n, skip = 0;
	struct str name;

	for (size_t i = 0; i < LEN(seps); i++) {
		const size_t hit = str_find(*rest, str_of(seps[i]), 0);

		if (hit < at) {
			at = hit;
			skip = strlen(seps[i]);
		}
	}
	name = str_trim(str_cut(*rest, 0, at));
	*rest = str_trim(str_cut(*rest, at + skip, rest->n));
	if (str_starts(*rest, STR("and ")))
		*rest = str_trim(str_cut(*rest, 4, rest->n));
	return name;
}

void
author_add(struct job *j, struct str names)
{
	while (names.n != 0) {
		const struct str name = unquoted(without_address(next_name(&names)));
		bool known = name.n == 0;

		for (size_t i = 0; i < j->out->source.author.n; i++)
			known = known || str_eq(j->out->source.author.at[i], name);
		if (!known)
			*vec_push(j->a, &j->out->source.author) = name;
	}
}

static void
keywords_add(struct job *j, struct str list)
{
	const char sep = str_has(list, STR(";"))      ? ';'
			 : str_has(list, STR(","))    ? ','
			 : str_starts(list, STR("#")) ? '#' /* "#quays #old cranes" */
						      : ',';

	j->out->tagged = true;
	while (list.n != 0) {
		struct str word = unquoted(str_trim(str_split(&list, sep)));

		if (str_starts(word, STR("#")))
			word = str_cut(word, 1, word.n);
		if (word.n != 0)
			*vec_push(j->a, &j->out->keywords) = word;
	}
}

/* A source may be named by its address. */
static bool
set_name(struct job *j, struct str value)
{
	if (str_starts(value, STR("http://")) || str_starts(value, STR("https://")))
		return set(&j->out->source.url, value);
	return set(&j->out->source.name, value);
}

static bool
set_date(struct job *j, struct str *where, struct str value)
{
	const struct str date = date_of(j->a, value);

	return date.n != 0 && set(where, date);
}

static bool
set_title(struct job *j, struct str value)
{
	j->titled = true;
	return set(&j->out->title, value);
}

bool
field_set(struct job *j, struct str key, struct str value)
{
	struct article *out = j->out;
	const enum field f = field_of(key);

	value = unquoted(str_trim(value));
	if (value.n == 0)
		return f != FIELD_NONE;
	switch (f) {
	case FIELD_TITLE:
		return set_title(j, str_eq_nocase(key, STR("subject"))
					? mail_subject(value, STR_NIL)
					: value);
	case FIELD_DEK:
		return set(&out->dek, value);
	case FIELD_AUTHOR:
		author_add(j, value);
		return true;
	case FIELD_PUBLISHED:
		return set_date(j, &out->source.published, value);
	case FIELD_UPDATED:
		return set_date(j, &out->source.updated, value);
	case FIELD_NAME:
		return set_name(j, value);
	case FIELD_VIA:
		return set(&out->source.via, value);
	case FIELD_URL:
		return set(&out->source.url, value);
	case FIELD_LANGUAGE:
		return set(&out->source.language, value);
	case FIELD_KEYWORDS:
		keywords_add(j, value);
		return true;
	case FIELD_SECTION:
		return set(&out->source.section, value);
	case FIELD_RIGHTS:
		return set(&out->source.rights, value);
	case FIELD_PLACE:
		return set(&out->source.place, value);
	case FIELD_NONE:
		return false;
	}
	return false;
}
