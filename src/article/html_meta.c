/* What a page says of itself, put into the article's record. */

#include "article/html_meta.h"

/* Bytes of a description: longer ones are cut by machines, and a sentence is no shorter. */
enum { DEK_CUT = 100, DEK_LEAST = 30 };

static struct str
kept(struct facts *f, struct str s)
{
	return str_dup(f->j->a, html_squeeze(f->a, html_unescape(f->a, s)));
}

static void
set(struct facts *f, struct str *where, struct str value)
{
	if (where->n == 0 && value.n != 0 && value.n < 1000)
		*where = kept(f, value);
}

/* "en_US" and "en-us" as "en-US"; what is no language tag is nothing. */
static struct str
language_tag(struct arena *a, struct str s)
{
	char *out;
	size_t n = 0;

	s = str_trim(s);
	while (n < s.n && n < 5 &&
	       (((s.p[n] | 32) >= 'a' && (s.p[n] | 32) <= 'z') || n == 2))
		n++;
	if (n == 5 && (s.p[2] == '_' || s.p[2] == '-') && s.n == 5) {
		out = arena_alloc(a, 5);
		for (size_t i = 0; i < 5; i++)
			out[i] = i == 2  ? '-'
				 : i < 2 ? (char)(s.p[i] | 32)
					 : (char)(s.p[i] & ~32);
		return (struct str){ out, 5 };
	}
	if (s.n < 2 || (s.n > 2 && s.p[2] != '-' && s.p[2] != '_') ||
	    (s.p[0] | 32) < 'a' || (s.p[0] | 32) > 'z' || (s.p[1] | 32) < 'a' ||
	    (s.p[1] | 32) > 'z')
		return STR_NIL;
	out = arena_alloc(a, 2);
	out[0] = (char)(s.p[0] | 32);
	out[1] = (char)(s.p[1] | 32);
	return (struct str){ out, 2 };
}

static struct str
json_text(struct facts *f, const char *key)
{
	const struct jvalue *v = f->article == NULL ? NULL : jvalue_get(f->article, key);

	return v == NULL ? STR_NIL : jvalue_text(v);
}

static void
set_keywords(struct facts *f)
{
	static const char *const keys[] = { "news_keywords", "keywords", NULL };
	struct str list = facts_meta(f, keys);

	while (list.n != 0 && f->j->out->keywords.n < 20) {
		const struct str word = str_trim(str_split(&list, ','));

		if (word.n > 1 && word.n < 60)
			*vec_push(f->j->a, &f->j->out->keywords) = kept(f, word);
	}
}

static void
set_addresses(struct facts *f)
{
	static const char *const url[] = { "og:url", "twitter:url", NULL };
	struct source *s = &f->j->out->source;
	const struct str og = facts_meta(f, url);
	const struct str own =
	    html_resolve(f->a, og.n != 0 ? og : f->saved_from, f->canonical);

	set(f, &s->url, own);
	set(f, &s->url, html_resolve(f->a, STR_NIL, og));
	set(f, &s->url, html_resolve(f->a, STR_NIL, f->saved_from));
	set(f, &s->rights, html_resolve(f->a, s->url, f->license));
}

/* "31. Oktober": a day or a place in a row may end no sentence. */
static bool
is_ordinal(struct str s, size_t end)
{
	size_t n = end - 1;

	while (n > 0 && byte_is_digit(s.p[n - 1]))
		n--;
	return s.p[end - 1] == '.' && n < end - 1 && end - 1 - n <= 2;
}

/* Bytes up to the end of the last whole sentence, or 0. */
static size_t
whole(struct str s)
{
	for (size_t n = s.n; n > 0; n--)
		if (line_ends_sentence(str_cut(s, 0, n)) && (n == s.n || s.p[n] == ' ') &&
		    s.p[n - 1] != ',' && !is_ordinal(s, n))
			return n;
	return 0;
}

/* The first description that ends as a sentence; one cut short at its last whole one. */
static void
set_dek(struct facts *f)
{
	static const char *const keys[] = { "og:description", "description",
		"twitter:description", "dc.description" };
	struct str all[LEN(keys) + 1] = { json_text(f, "alternativeHeadline") };
	struct str *dek = &f->j->out->dek;

	for (size_t i = 0; i < LEN(keys); i++)
		all[i + 1] = facts_meta(f, (const char *const[]){ keys[i], NULL });
	for (size_t i = 0; i < LEN(all); i++)
		all[i] = html_squeeze(f->a, html_unescape(f->a, all[i]));
	for (size_t i = 0; i < LEN(all); i++)
		if (all[i].n < DEK_CUT || line_ends_sentence(all[i]))
			set(f, dek, all[i]);
	for (size_t i = 0; i < LEN(all); i++)
		if (whole(all[i]) >= DEK_LEAST)
			set(f, dek, str_cut(all[i], 0, whole(all[i])));
	for (size_t i = 0; i < LEN(all); i++)
		set(f, dek, all[i]);
}

/* What names no part of a paper is none. */
static struct str
section_of(struct str s)
{
	static const char *const none[] = { "post", "posts", "article", "articles", "all",
		"homepage", "home", "uncategorized", "blog", "page", "story", "allgemein",
		"undefined", "null", "general", "other", "default" };

	const size_t comma = str_find(s, STR(","), 0);

	if (comma != STR_NONE && str_find(s, STR(","), comma + 1) != STR_NONE)
		return STR_NIL; /* keywords */
	if (comma != STR_NONE && !str_starts(str_cut(s, comma, s.n), STR(", ")))
		/* the first of its folders */
		s = str_cut(s, 0, comma);
	return str_has(s, STR(".")) || str_is_any(s, none, LEN(none)) ? STR_NIL : s;
}

struct meta
html_meta(struct page *p, struct job *j, const struct html_page *page)
{
	static const char *const section[] = { "article:section", "dc.subject",
		"parsely-section", "sailthru.section", NULL };
	static const char *const rights[] = { "copyright", "dc.rights", "dcterms.rights",
		"rights", NULL };
	static const char *const language[] = { "content-language", "dc.language",
		"og:locale", "language", NULL };
	struct facts f = { .p = p, .j = j, .a = p->a };
	struct source *s = &j->out->source;

	f.saved_from = page->from;
	facts_gather(&f, &page->json);
	set_addresses(&f);
	facts_site(&f);
	set(&f, &s->name, f.site);
	set(&f, &s->section, section_of(json_text(&f, "articleSection")));
	set(&f, &s->section, section_of(facts_meta(&f, section)));
	set(&f, &s->rights, json_text(&f, "license"));
	set(&f, &s->rights, facts_meta(&f, rights));
	set(&f, &s->language, language_tag(f.a, f.language));
	set(&f, &s->language, language_tag(f.a, json_text(&f, "inLanguage")));
	set(&f, &s->language, language_tag(f.a, facts_meta(&f, language)));
	set_dek(&f);
	set_keywords(&f);
	facts_title(&f);
	if (p->blocks.n != 0) {
		facts_authors(&f);
		facts_dates(&f);
	}
	return (struct meta){ s->url, json_text(&f, "articleBody") };
}
