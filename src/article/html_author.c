/* Who wrote it: people's names from JSON-LD, from the head, from bylines; no roles, no
   handles, no site's name. */
#include <string.h>

#include "article/html_meta.h"
#include "text/utf8.h"

enum { NAMES_MOST = 12 };

struct names {
	struct str at[NAMES_MOST];
	size_t n;
};

static bool
starts_nocase(struct str s, const char *with)
{
	return s.n >= strlen(with) &&
	       str_eq_nocase(str_cut(s, 0, strlen(with)), str_of(with));
}

static struct str
without_by(struct str s)
{
	static const char *const starts[] = { "by ", "by: ", "by:", "von ",
		"von: ", "par ", "por ", "di ", "door ", "written by ", "posted by ",
		"published by ", "story by ", "words by ", "text by ",
		"autor: ", "autorin: ", "autor ", "author: ", "author ",
		"text: ", "ein artikel von ", "eine kolumne von ", "ein gastbeitrag von ",
		"geschrieben von ", "verfasst von ", "reviewed by ", "contributed by ",
		"posted on ", "erstellt von ", "eingestellt von ", "publiziert von ",
		"beitrag von ", "beitragvon ", "auteur: ", "auteur : ", "authors: ",
		"authors:", "author:", "autor:", "interview: ", "recipe by ",
		"insights from ", "review by ", "photo by ", "written by: ", "& ", "and ",
		"und ", "foto: ", "de ", "- ", "– ", "— ", "| ", "· ", "• " };

	static const char *const glued[] = { "Written by", "Veröffentlicht von", "By",
		"Von", "Posted by" };

	for (size_t i = 0; i < LEN(starts); i++)
		if (starts_nocase(s, starts[i]))
			return without_by(str_trim(str_cut(s, strlen(starts[i]), s.n)));
	for (size_t i = 0; i < LEN(glued); i++)
		if (str_starts(s, str_of(glued[i])) && s.n > strlen(glued[i]) &&
		    s.p[strlen(glued[i])] >= 'A' && s.p[strlen(glued[i])] <= 'Z')
			return str_trim(str_cut(s, strlen(glued[i]), s.n));
	return s;
}

/* "June", "Sat", "PhD": what stands beside names. */
static bool
is_beside(struct str word)
{
	static const char *const words[] = { "monday", "tuesday", "wednesday", "thursday",
		"friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu",
		"thurs", "fri", "sat", "sun", "montag", "dienstag", "mittwoch",
		"donnerstag", "freitag", "samstag", "sonntag", "jan", "feb", "mar", "apr",
		"may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january",
		"february", "march", "april", "june", "july", "august", "september",
		"october", "november", "december", "januar", "februar", "märz", "mai",
		"juni", "juli", "oktober", "dezember", "stand", "writer", "hardware",
		"development", "phd", "ph.d", "md", "m.d", "bsn", "rn", "mba", "smt",
		"ms", "jd", "esq", "publiziert", "kommentare", "germany", "photos",
		"updated", "published", "author" };

	while (word.n != 0 && strchr(".,", word.p[word.n - 1]) != NULL)
		word.n--;
	for (size_t i = 0; i < LEN(words); i++)
		if (str_eq_nocase(word, str_of(words[i])))
			return true;
	return false;
}

/* Without words at the end that are of no name ("Jane Doe Dec"). */
static struct str
without_beside(struct str name)
{
	while (name.n != 0) {
		size_t at = name.n;

		while (at > 0 && name.p[at - 1] != ' ')
			at--;
		if (!is_beside(str_cut(name, at, name.n)))
			break;
		name = str_trim(str_cut(name, 0, at));
	}
	return name;
}

/* Where a name ends and something else begins. */
static struct str
name_end(struct str s)
{
	static const char *const stops[] = { "|", "•", "·", "(", "[", " - ", " – ", " — ",
		"\n", "@", " on ", " am ", " um ", ", Staff", " for ", " für ", " in ",
		" Published", " Updated", " Posted", " follow", " Follow", " Contributor",
		" Staff", " Senior", " Editor", " updated", "/", " vom ", " at " };
	size_t end = s.n;

	for (size_t i = 0; i < LEN(stops); i++) {
		const size_t hit = str_find(s, str_of(stops[i]), 1);

		end = hit < end ? hit : end;
	}
	for (size_t i = 0; i < end; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			end = i;
	s = str_trim(str_cut(s, 0, end));
	while (s.n != 0 && strchr(",;:.- ", s.p[s.n - 1]) != NULL &&
	       !(s.p[s.n - 1] == '.' && s.n > 2 && s.p[s.n - 3] == ' '))
		s.n--;
	return s;
}

static bool
is_nobody(const struct facts *f, struct str name)
{
	static const char *const roles[] = { "admin", "administrator", "editor", "staff",
		"redaktion", "die redaktion", "webmaster", "author", "autor", "guest",
		"editorial team", "editorial staff", "the editors", "news desk",
		"staff writer", "staff reporter", "super user", "user", "anonymous",
		"unknown", "contributor", "contributors", "team", "redakteur", "web desk",
		"newsroom", "press release", "posted", "published", "updated", "share",
		"comments", "read more", "home", "about", "about the author", "more",
		"view all posts", "see all", "follow", "null", "undefined", "n/a", "none",
		"root", "default", "profile", "twitter", "facebook", "email",
		"author bio", "gast", "gastautor", "online", "press" };

	for (size_t i = 0; i < LEN(roles); i++)
		if (str_eq_nocase(name, str_of(roles[i])))
			return true;
	return name.n < 3 || name.n > 60 || line_words(name) > 5 ||
	       str_has(name, STR("http")) || str_has(name, STR("www.")) ||
	       str_has(name, STR(".com")) || str_has(name, STR("@")) ||
	       str_has(name, STR("{")) || str_has(name, STR("<")) ||
	       str_has(name, STR("_")) || str_has(name, STR("?")) ||
	       (line_words(name) != 2 && str_eq_nocase(name, f->site));
}

static void
add_name(const struct facts *f, struct names *out, struct str name, size_t least)
{
	name = without_beside(name_end(without_by(str_trim(name))));
	if (least != 0 && (line_words(name) > 4 || line_words(name) < least ||
			      (name.n != 0 && name.p[0] >= 'a' && name.p[0] <= 'z')))
		return;
	if (is_nobody(f, name) || out->n == NAMES_MOST)
		return;
	for (size_t i = 0; i < out->n; i++)
		if (str_eq_nocase(out->at[i], name))
			return;
	out->at[out->n++] = name;
}

/* "Jane Doe, John Roe and Ann Poe"; names in one value. */
static void
add_names(const struct facts *f, struct names *out, struct str s, size_t least)
{
	static const char *const seps[] = { ",", ";", " and ", " & ", " und ", " et ",
		" y ", " | ", " / ", "\n", " with " };

	s = without_by(html_squeeze(f->a, html_unescape(f->a, s)));
	if (starts_nocase(s, "http") || s.n > 300)
		return;
	while (s.n != 0) {
		size_t at = s.n, skip = 0;

		for (size_t i = 0; i < LEN(seps); i++) {
			const size_t hit = str_find(s, str_of(seps[i]), 0);

			if (hit < at) {
				at = hit;
				skip = strlen(seps[i]);
			}
		}
		add_name(f, out, str_cut(s, 0, at), least);
		s = str_trim(str_cut(s, at + skip, s.n));
	}
}

static const struct jvalue *
by_id(const struct facts *f, struct str id)
{
	for (size_t i = 0; i < f->json_count; i++)
		for (const struct jvalue *v = f->json[i]; v != NULL;
		     v = jvalue_next(v, f->json[i])) {
			const struct jvalue *at =
			    v->kind == JV_OBJECT ? jvalue_get(v, "@id") : NULL;

			if (at != NULL && str_eq(at->text, id) &&
			    jvalue_get(v, "name") != NULL)
				return v;
		}
	return NULL;
}

static void
add_json(const struct facts *f, struct names *out, const struct jvalue *v)
{
	const struct jvalue *id, *type;

	if (v->kind == JV_ARRAY) {
		for (const struct jvalue *item = v->first; item != NULL;
		     item = item->next)
			if (item->kind != JV_ARRAY)
				add_json(f, out, item);
		return;
	}
	id = v->kind == JV_OBJECT ? jvalue_get(v, "@id") : NULL;
	if (id != NULL && jvalue_get(v, "name") == NULL && by_id(f, id->text) != NULL)
		v = by_id(f, id->text);
	type = v->kind == JV_OBJECT ? jvalue_get(v, "@type") : NULL;
	if (type != NULL && str_eq(jvalue_text(type), STR("Organization")) &&
	    str_eq_nocase(jvalue_text(v), f->site))
		return;
	add_names(f, out, jvalue_text(v), 0);
}

static void
from_json(const struct facts *f, struct names *out)
{
	const struct jvalue *v =
	    f->article == NULL ? NULL : jvalue_get(f->article, "author");

	if (v == NULL && f->article != NULL)
		v = jvalue_get(f->article, "creator");
	if (v != NULL)
		add_json(f, out, v);
}

static void
from_metas(const struct facts *f, struct names *out)
{
	static const char *const keys[] = { "author", "article:author_name", "dc.creator",
		"dcterms.creator", "parsely-author", "sailthru.author", "byl",
		"article:author", "cxenseparse:author", NULL };
	static const char *const labels[] = { "written by", "verfasst von", "escrito por",
		"écrit par", "geschrieben von", "scritto da", "by" };
	static const char *const label[] = { "twitter:label1", NULL };
	static const char *const data[] = { "twitter:data1", NULL };

	for (size_t k = 0; keys[k] != NULL && out->n == 0; k++)
		for (size_t i = 0; i < f->metas.n; i++)
			if (str_eq_nocase(f->metas.at[i].key, str_of(keys[k])))
				add_names(f, out, f->metas.at[i].value, 0);
	for (size_t i = 0; i < LEN(labels) && out->n == 0; i++)
		if (str_eq_nocase(facts_meta(f, label), str_of(labels[i])))
			add_names(f, out, facts_meta(f, data), 0);
}

static void
from_page(const struct facts *f, struct names *out, const char *by)
{
	for (size_t i = 0; i < f->authors.n && out->n == 0; i++)
		if (str_eq(f->authors.at[i].key, str_of(by)) &&
		    f->authors.at[i].value.n < 100)
			add_names(f, out, f->authors.at[i].value,
			    str_eq(str_of(by), STR("class")) ? 2 : 1);
}

static bool
is_byline(struct str s)
{
	static const char *const starts[] = { "by ", "von ", "by: ", "by:", "written by ",
		"posted by ", "article by ", "par ", "words by ", "blog beitrag von ",
		"autor: ", "author: ", "text: " };

	for (size_t i = 0; i < LEN(starts); i++)
		if (starts_nocase(s, starts[i]))
			return true;
	return false;
}

/* A label whose name stands in the next block. */
static bool
is_label(struct str s)
{
	static const char *const labels[] = { "by", "written by", "article by", "author",
		"posted by", "von", "autor", "by:", "author:", "autor:" };

	for (size_t i = 0; i < LEN(labels); i++)
		if (str_eq_nocase(s, str_of(labels[i])))
			return true;
	return false;
}

/* A line that begins with "By", from a little before the headline on. */
static void
from_byline(const struct facts *f, struct names *out)
{
	const struct page *p = f->p;
	const size_t at = p->headline < p->blocks.n ? p->headline : 0;
	const size_t from = at > 4 ? at - 4 : 0;

	for (size_t i = from; i < p->blocks.n && i < at + 12 && out->n == 0; i++) {
		const struct str s = p->blocks.at[i].text;

		if (s.n < 80 && is_byline(s))
			add_names(f, out, s, 2);
		else if (is_label(s) && i + 1 < p->blocks.n &&
			 p->blocks.at[i + 1].text.n < 60)
			add_names(f, out, p->blocks.at[i + 1].text, 2);
	}
}

void
facts_authors(struct facts *f)
{
	struct names names = { .n = 0 };

	from_json(f, &names);
	if (names.n == 0)
		from_metas(f, &names);
	if (names.n == 0)
		from_page(f, &names, "rel");
	if (names.n == 0)
		from_page(f, &names, "itemprop");
	if (names.n == 0)
		from_byline(f, &names);
	if (names.n == 0)
		from_page(f, &names, "class");
	for (size_t i = 0; i < names.n; i++)
		*vec_push(f->j->a, &f->j->out->source.author) =
		    name_calm(f->j->a, str_dup(f->j->a, names.at[i]));
}
