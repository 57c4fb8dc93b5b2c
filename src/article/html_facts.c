/* One walk over the page for everything that says what it is. */
#include <string.h>

#include "article/html_meta.h"
#include "text/utf8.h"

enum { NAME_MOST = 120, LOOK_NODES = 60, LIST_MOST = 96 };

static size_t
find_nocase(struct str s, const char *lower)
{
	const size_t n = strlen(lower);

	for (size_t i = 0; i + n <= s.n; i++)
		if ((s.p[i] | 32) == (lower[0] | 32) &&
		    str_eq_nocase(str_cut(s, i, i + n), (struct str){ lower, n }))
			return i;
	return STR_NONE;
}

bool
html_has_nocase(struct str s, const char *lower)
{
	return find_nocase(s, lower) != STR_NONE;
}

/* The edges of blocks become `edge`. */
static struct str
short_text(struct arena *a, const struct node *top, size_t most, const char *edge)
{
	struct buf all = buf_new(a);
	int looked = 0;

	for (const struct node *n = top; n != NULL;
	     n = node_next(n, top, (html_traits(n->tag) & TAG_SKIP) == 0)) {
		if (n->text.n != 0)
			buf_str(&all, n->text);
		else if ((html_traits(n->tag) & TAG_BLOCK) != 0 || n->tag == TAG_BR)
			buf_text(&all, edge);
		if (++looked > LOOK_NODES || all.n > 4 * most)
			return STR_NIL;
	}
	return all.n == 0 ? STR_NIL
	       : str_cut(html_squeeze(a, buf_view(&all)), 0, most + 1).n > most
		   ? STR_NIL
		   : html_squeeze(a, buf_view(&all));
}

/* The text below `top`, or nothing when it is longer than `most` bytes. */
static struct str
node_short_text(struct arena *a, const struct node *top, size_t most)
{
	return short_text(a, top, most, " ");
}

/* The lines of what is marked as an author. */
static struct str
lines_of(struct arena *a, const struct node *top)
{
	return short_text(a, top, NAME_MOST, " | ");
}

static const struct {
	const char *name;
	uint32_t code;
} entities[] = { { "amp", '&' }, { "quot", '"' }, { "apos", '\'' }, { "lt", '<' },
	{ "gt", '>' }, { "nbsp", ' ' }, { "rsquo", 0x2019 }, { "lsquo", 0x2018 },
	{ "rdquo", 0x201d }, { "ldquo", 0x201c }, { "ndash", 0x2013 },
	{ "mdash", 0x2014 }, { "hellip", 0x2026 }, { "auml", 0xe4 }, { "ouml", 0xf6 },
	{ "uuml", 0xfc }, { "szlig", 0xdf }, { "eacute", 0xe9 }, { "aacute", 0xe1 },
	{ "iacute", 0xed }, { "oacute", 0xf3 }, { "uacute", 0xfa }, { "ntilde", 0xf1 },
	{ "ccedil", 0xe7 }, { "egrave", 0xe8 }, { "agrave", 0xe0 }, { "ecirc", 0xea },
	{ "Auml", 0xc4 }, { "Ouml", 0xd6 }, { "Uuml", 0xdc }, { "laquo", 0xab },
	{ "raquo", 0xbb }, { "bdquo", 0x201e }, { "copy", 0xa9 }, { "reg", 0xae },
	{ "trade", 0x2122 }, { "euro", 0x20ac } };

/* The character a reference without & and ; stands for, or 0. */
static uint32_t
entity_code(struct str s)
{
	uint32_t v = 0;

	for (size_t i = 0; i < LEN(entities); i++)
		if (str_eq(s, str_of(entities[i].name)))
			return entities[i].code;
	if (s.n < 2 || s.p[0] != '#')
		return 0;
	if ((s.p[1] | 32) == 'x') {
		for (size_t i = 2; i < s.n && v < 0x110000; i++)
			v = v * 16 +
			    (uint32_t)(s.p[i] <= '9' ? s.p[i] - '0' : (s.p[i] | 32) - 87);
	} else {
		for (size_t i = 1; i < s.n && v < 0x110000; i++)
			v = v * 10 + (uint32_t)(s.p[i] - '0');
	}
	return v < 32 || v > 0x10ffff || (v >= 0xd800 && v < 0xe000) ? ' ' : v;
}

struct str
html_unescape(struct arena *a, struct str s)
{
	struct buf out = buf_new(a);

	if (s.n == 0 || memchr(s.p, '&', s.n) == NULL)
		return s;
	for (size_t i = 0; i < s.n; i++) {
		const size_t end = s.p[i] == '&'
				       ? str_find(str_cut(s, i, i + 10), STR(";"), 0)
				       : STR_NONE;
		const uint32_t code =
		    end == STR_NONE ? 0 : entity_code(str_cut(s, i + 1, i + end));

		if (code == 0) {
			buf_byte(&out, s.p[i]);
			continue;
		}
		buf_code(&out, code);
		i += end;
	}
	return buf_view(&out);
}

static void
list_add(struct facts *f, struct fact_list *list, struct fact one)
{
	if (list->n < LIST_MOST && one.value.n != 0)
		*vec_push(f->a, list) = one;
}

static void
see_meta(struct facts *f, const struct node *n)
{
	static const enum html_attr names[] = { ATTR_PROPERTY, ATTR_NAME, ATTR_ITEMPROP };
	const struct str value = str_trim(node_value(n, ATTR_CONTENT));

	for (size_t i = 0; i < LEN(names) && f->metas.n < 400; i++)
		if (node_value(n, names[i]).n != 0 && value.n != 0)
			*vec_push(f->a, &f->metas) =
			    (struct fact){ node_value(n, names[i]), value, n };
}

static void
see_link(struct facts *f, const struct node *n)
{
	const struct str rel = node_value(n, ATTR_REL), href = node_value(n, ATTR_HREF);

	if (str_eq_nocase(rel, STR("canonical")) && f->canonical.n == 0)
		f->canonical = href;
	if (str_eq_nocase(rel, STR("license")) && f->license.n == 0)
		f->license = href;
}

static void
see_date(struct facts *f, const struct node *n, struct str itemprop)
{
	const struct str at = node_value(n, ATTR_DATETIME);
	const struct str value = at.n != 0 ? at
				 : node_has(n, ATTR_CONTENT)
				     ? node_value(n, ATTR_CONTENT)
				     : node_short_text(f->a, n, NAME_MOST);
	const struct str names = node_value(n, ATTR_CLASS);
	const bool late =
	    html_has_nocase(itemprop, "modif") ||
	    ((html_has_nocase(names, "updat") || html_has_nocase(names, "modif")) &&
		!html_has_nocase(names, "publish"));

	list_add(
	    f, &f->times, (struct fact){ late ? STR("updated") : itemprop, value, n });
}

/* Names of elements that tell about an author, not who it is. */
static bool
is_about(struct str names)
{
	static const char *const words[] = { "authori", "descr", "role", "position",
		"job-", "jobt", "job_" };

	for (size_t i = 0; i < LEN(words); i++)
		if (html_has_nocase(names, words[i]))
			return true;
	return false;
}

static void
see_names(struct facts *f, const struct node *n)
{
	static const char *const author[] = { "author", "byline", "by-line", "autor",
		"writer", "auteur" };
	static const char *const date[] = { "date", "publish", "posted", "time", "datum",
		"meta", "byline", "pubdat", "info" };
	const struct str class = node_value(n, ATTR_CLASS), id = node_value(n, ATTR_ID);
	const struct str names[] = { class, id };

	for (size_t k = 0; k < LEN(names); k++) {
		if (names[k].n == 0 || html_has_nocase(names[k], "comment") ||
		    html_has_nocase(names[k], "related"))
			continue;
		for (size_t i = 0; i < LEN(author) && f->authors.n < LIST_MOST; i++)
			if (html_has_nocase(names[k], author[i]) && !is_about(names[k])) {
				list_add(f, &f->authors,
				    (struct fact){ STR("class"), lines_of(f->a, n), n });
				break;
			}
		for (size_t i = 0; i < LEN(date) && f->dated.n < LIST_MOST; i++)
			if (html_has_nocase(names[k], date[i])) {
				list_add(f, &f->dated,
				    (struct fact){ names[k],
					node_short_text(f->a, n, 2 * NAME_MOST), n });
				break;
			}
	}
}

/* What follows "/author/" in the address of a page about a person. */
static struct str
profile_of(struct str href)
{
	static const char *const parts[] = { "/author/", "/authors/", "/autor/",
		"/autoren/", "/auteur/", "/staff/", "/people/", "/profile/", "/profil/",
		"/contributor", "/writer", "/user/", "/users/", "/redaktion/",
		"/redakteur", "/by/", "/our_people/", "/our-people/", "/expert",
		"/person/", "/journalist", "/newsteam/", "_author=", "/menschen/",
		"/bio/" };

	for (size_t i = 0; i < LEN(parts); i++) {
		const size_t at = find_nocase(href, parts[i]);

		if (at != STR_NONE)
			return str_cut(href, at + strlen(parts[i]), href.n);
	}
	return STR_NIL;
}

/* Links to people, and pictures that are named like them. */
static void
see_person(struct facts *f, const struct node *n)
{
	const struct str profile = profile_of(node_value(n, ATTR_HREF));
	struct fact one = { STR("link"), STR_NIL, n };

	if (f->authors.n == LIST_MOST)
		return;
	if (n->tag == TAG_IMG) {
		one.key = STR("alt");
		one.value = node_value(n, ATTR_ALT);
		if (one.value.n < 8 || one.value.n > 60)
			return;
	} else if (profile.n != 0) {
		one.value = node_short_text(f->a, n, 60);
		if (line_words(one.value) == 1 &&
		    str_eq_nocase(str_cut(profile, 0, one.value.n), one.value))
			one.key = STR("named");
	}
	if (f->authors.n < LIST_MOST / 2 || n->tag != TAG_IMG)
		list_add(f, &f->authors, one);
}

static void
see_element(struct facts *f, const struct node *n)
{
	const struct str itemprop = node_value(n, ATTR_ITEMPROP);
	const struct str rel = node_value(n, ATTR_REL);

	if (n->tag == TAG_TIME || html_has_nocase(itemprop, "datepublished") ||
	    html_has_nocase(itemprop, "published-date") ||
	    html_has_nocase(itemprop, "datemodified") ||
	    html_has_nocase(itemprop, "datecreated"))
		see_date(f, n, itemprop);
	if (n->tag == TAG_ABBR && node_has(n, ATTR_TITLE) &&
	    html_has_nocase(node_value(n, ATTR_CLASS), "publish"))
		list_add(f, &f->times,
		    (struct fact){ STR("abbr"), node_value(n, ATTR_TITLE), n });
	if (html_has_nocase(rel, "author") && n->tag != TAG_LINK)
		list_add(
		    f, &f->authors, (struct fact){ STR("rel"), lines_of(f->a, n), n });
	if (str_eq(itemprop, STR("author")))
		list_add(f, &f->authors,
		    (struct fact){ STR("itemprop"), lines_of(f->a, n), n });
	if (n->tag == TAG_IMG || n->tag == TAG_A)
		see_person(f, n);
	see_names(f, n);
}

/* A heading that is a link to the top of the site is the site's name. */
static bool
leads_home(const struct node *heading)
{
	for (const struct node *n = heading; n != NULL; n = node_next(n, heading, true))
		if (n->tag == TAG_A && node_has(n, ATTR_HREF)) {
			struct str s = node_value(n, ATTR_HREF);
			const size_t host = str_find(s, STR("//"), 0);

			if (host != STR_NONE)
				s = str_cut(s, str_find(s, STR("/"), host + 2), s.n);
			return s.n == 0 || str_eq(s, STR("/"));
		}
	return false;
}

static void
see_heading(struct facts *f, const struct node *n)
{
	struct buf pieces = buf_new(f->a);
	struct str text;

	if (f->headings.n == 8 && f->lesser.n == 24)
		return;
	text = node_short_text(f->a, n, 400);
	if (text.n == 0)
		return;
	if (n->tag != TAG_H1) {
		if (f->lesser.n < 24)
			*vec_push(f->a, &f->lesser) = text;
		return;
	}
	if (f->headings.n == 8 || leads_home(n)) {
		f->home = f->home.n == 0 ? text : f->home;
		return;
	}
	for (const struct node *k = n; k != NULL;
	     k = node_next(k, n, (html_traits(k->tag) & TAG_SKIP) == 0)) {
		buf_str(&pieces, html_squeeze(f->a, k->text));
		buf_byte(&pieces, '\n');
	}
	*vec_push(f->a, &f->headings) = text;
	*vec_push(f->a, &f->pieces) = buf_view(&pieces);
}

static void
see_node(struct facts *f, const struct node *n)
{
	switch ((int)n->tag) {
	case TAG_META:
		see_meta(f, n);
		break;
	case TAG_LINK:
		see_link(f, n);
		break;
	case TAG_TITLE:
		if (f->title.n == 0)
			f->title = node_text(f->a, n);
		break;
	case TAG_HTML:
		f->language = node_value(n, ATTR_LANG);
		break;
	case TAG_H1:
	case TAG_H2:
	case TAG_H3:
		see_heading(f, n);
		see_element(f, n);
		break;
	default:
		if (n->value_count != 0 || n->tag == TAG_TIME)
			see_element(f, n);
		break;
	}
}

static bool
is_article(const struct jvalue *v)
{
	static const char *const types[] = { "Article", "BlogPosting", "Report",
		"LiveBlog", "Recipe", "Review" };
	const struct jvalue *type = v->kind == JV_OBJECT ? jvalue_get(v, "@type") : NULL;
	struct str name = type == NULL ? STR_NIL : jvalue_text(type);

	for (size_t i = 0; i < LEN(types); i++)
		if (str_has(name, str_of(types[i])))
			return true;
	return false;
}

static void
read_json(struct facts *f, const struct strs *json)
{
	for (size_t i = 0; i < json->n && i < LEN(f->json); i++) {
		const struct jvalue *top = f->json[f->json_count++] =
		    jvalue_read(f->a, json->at[i]);

		for (const struct jvalue *v = top; v != NULL && f->article == NULL;
		     v = jvalue_next(v, top))
			if (is_article(v))
				f->article = v;
	}
}

void
facts_gather(struct facts *f, const struct strs *json)
{
	for (const struct node *n = f->p->root; n != NULL;
	     n = node_next(
		 n, f->p->root, n->tag != TAG_NOSCRIPT && n->tag != TAG_TEMPLATE))
		if (n->text.p == NULL)
			see_node(f, n);
	read_json(f, json);
}

bool
facts_is_key(struct str key, const char *name)
{
	if (key.n != strlen(name))
		return false;
	for (size_t i = 0; i < key.n; i++) {
		const char c = byte_lower(key.p[i]);

		if (c != name[i] && !(c == ':' && name[i] == '.'))
			return false;
	}
	return true;
}

struct str
facts_meta(const struct facts *f, const char *const *keys)
{
	for (; *keys != NULL; keys++)
		for (size_t i = 0; i < f->metas.n; i++)
			if (facts_is_key(f->metas.at[i].key, *keys))
				return html_unescape(f->a, f->metas.at[i].value);
	return STR_NIL;
}

const struct jvalue *
facts_json(const struct facts *f, const char *key)
{
	const struct jvalue *found =
	    f->article == NULL ? NULL : jvalue_get(f->article, key);

	for (size_t i = 0; i < f->json_count && found == NULL; i++)
		for (const struct jvalue *v = f->json[i]; v != NULL && found == NULL;
		     v = jvalue_next(v, f->json[i]))
			if (v->kind == JV_OBJECT)
				found = jvalue_get(v, key);
	return found;
}
