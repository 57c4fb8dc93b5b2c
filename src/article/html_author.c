/* Who wrote it: what machines are told, when the page does not say otherwise; else what the
   page marks, links or prints as a byline near the headline, else anywhere. */
#include <string.h>

#include "article/html_meta.h"
#include "text/utf8.h"

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

/* The name of the site, or that in its address. */
static bool
is_house(const struct facts *f, struct str name)
{
	const struct str host = html_host(f);
	struct buf squeezed = buf_new(f->a);

	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] != ' ' && name.p[i] != '-')
			buf_byte(&squeezed, name.p[i]);
	return str_eq_nocase(name, f->site) ||
	       (squeezed.n > 4 && squeezed.n < host.n &&
		   strchr(".-", host.p[squeezed.n]) != NULL &&
		   str_eq_nocase(str_cut(host, 0, squeezed.n), buf_view(&squeezed)));
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
	if (type != NULL && str_has(jvalue_text(type), STR("Organization")) &&
	    is_house(f, jvalue_text(v)))
		return;
	names_add(f, out, jvalue_text(v), NAME_TOLD);
}

/* Has an author who need not be that of the page. */
static bool
is_other_work(const struct jvalue *v)
{
	static const char *const types[] = { "Comment", "Review", "Answer", "Rating",
		"Object", "Product", "Book", "WebSite", "Quotation" };
	const struct jvalue *type = jvalue_get(v, "@type");
	const struct str name = type == NULL ? STR_NIL : jvalue_text(type);

	for (size_t i = 0; i < LEN(types); i++)
		if (str_has(name, str_of(types[i])))
			return true;
	return false;
}

/* The author of a page, a posting or a guide, where nothing is called an article. */
static const struct jvalue *
author_of_page(const struct facts *f)
{
	for (size_t i = 0; i < f->json_count; i++)
		for (const struct jvalue *v = f->json[i]; v != NULL;
		     v = jvalue_next(v, f->json[i]))
			if (v->kind == JV_OBJECT && jvalue_get(v, "author") != NULL &&
			    !is_other_work(v))
				return jvalue_get(v, "author");
	return NULL;
}

static void
from_json(const struct facts *f, struct names *out)
{
	const struct jvalue *v =
	    f->article == NULL ? author_of_page(f) : jvalue_get(f->article, "author");

	if (v == NULL && f->article != NULL)
		v = jvalue_get(f->article, "creator");
	if (v != NULL)
		add_json(f, out, v);
}

/* "Written by" on the card that stands for a link to the page. */
static struct str
card_author(const struct facts *f)
{
	static const char *const labels[] = { "written by", "verfasst von", "escrito por",
		"écrit par", "geschrieben von", "scritto da", "by" };
	static const char *const label[] = { "twitter:label1", NULL };
	static const char *const data[] = { "twitter:data1", NULL };

	return str_is_any(facts_meta(f, label), labels, LEN(labels)) ? facts_meta(f, data)
								     : STR_NIL;
}

static void
from_metas(const struct facts *f, struct names *out)
{
	static const char *const keys[] = { "author", "article:author_name", "dc.creator",
		"dcterms.creator", "parsely-author", "sailthru.author", "byl",
		"article:author", "cxenseparse:author", "citation_author", NULL };
	for (size_t k = 0; keys[k] != NULL && out->n == 0; k++)
		for (size_t i = 0; i < f->metas.n; i++)
			if (facts_is_key(f->metas.at[i].key, keys[k]))
				names_add(f, out, f->metas.at[i].value, NAME_TOLD);
	if (out->n == 0)
		names_add(f, out, card_author(f), NAME_TOLD);
}

/* Who reviewed, edited or checked it. */
static bool
is_helper(const struct facts *f, size_t at)
{
	static const char *const words[] = { "review", "edited", "check", "updated",
		"test", "contribution" };

	for (size_t i = at == 0 ? 0 : at - 1; i <= at && i < f->p->blocks.n; i++)
		for (size_t k = 0; k < LEN(words); k++)
			if (html_has_nocase(f->p->blocks.at[i].text, words[k]))
				return true;
	return false;
}

/* Marks of one kind: the first that gives names, and those beside it. */
static void
from_marks(const struct facts *f, struct names *out, const char *by, bool near,
    enum name_shape shape)
{
	size_t first = 0;

	for (size_t i = 0; i < f->authors.n; i++) {
		const struct fact *t = &f->authors.at[i];
		const size_t before = out->n, at = html_block_at(f->p, t->node);

		if (!str_eq(t->key, str_of(by)) || t->value.n >= 100 ||
		    (near && facts_stand(f, t->node) != STAND_NEAR) ||
		    (before != 0 && (!near || at > first + 1 || is_helper(f, at))))
			continue;
		names_add(f, out, t->value, shape);
		first = before == 0 ? at : first;
	}
}

/* A label whose name stands in the next block. */
static bool
is_label(struct str s)
{
	static const char *const labels[] = { "by", "written by", "article by", "author",
		"posted by", "von", "autor", "by:", "author:", "autor:", "authors",
		"author(s)", "authors:", "written by:", "article by:", "autorin",
		"von:", "auteur", "par", "auteur(s) :", "autoren" };

	return str_is_any(s, labels, LEN(labels));
}

struct span {
	size_t from, to;
	size_t sure; /* from here on only what speaks of writing is a byline */
};

/* The blocks around the headline that a byline may stand in. */
static struct span
head_of(const struct facts *f)
{
	const struct page *p = f->p;
	const size_t at = p->headline < p->blocks.n ? p->headline : p->first;

	const size_t to = at + 12 < p->blocks.n ? at + 12 : p->blocks.n;

	return (struct span){ at > 4 ? at - 4 : 0, to, to };
}

/* What follows, to a little after the article. */
static struct span
rest_of(const struct facts *f)
{
	const struct page *p = f->p;
	const struct span head = head_of(f);
	const size_t to = p->last + 5 < p->blocks.n ? p->last + 5 : p->blocks.n;

	return (struct span){ head.to, to, head.to };
}

/* A line that begins with "By". */
static void
from_byline(
    const struct facts *f, struct span where, struct names *out, enum name_shape shape)
{
	const struct hblock *b = f->p->blocks.at;

	for (size_t i = where.from; i < where.to && out->n == 0; i++)
		if (b[i].text.n < 80 && names_begin(b[i].text, i >= where.sure))
			names_add(f, out, b[i].text, shape);
		else if (is_label(b[i].text) && i + 1 < f->p->blocks.n &&
			 b[i + 1].text.n < 60)
			names_add(f, out, b[i + 1].text, shape);
}

static bool
has_day(const struct facts *f, const struct hblock *b)
{
	return b->n < 140 && b->digits >= 3 && date_in(f->a, b->text, false).n != 0;
}

/* A name and nothing else, not a heading nor a place to go. */
static bool
is_name_line(const struct facts *f, size_t i)
{
	const struct hblock *b = &f->p->blocks.at[i];

	return i != f->p->headline && (b->in & 1u << IN_NAV) == 0 &&
	       !html_is_heading(hblock_tag(f->p, b)) && name_is_shaped(b->text);
}

/* "12 May 2020 by Jane Doe", "Jane Doe | 12 May 2020". */
static void
from_parts(const struct facts *f, struct names *out, struct str s)
{
	static const char *const bys[] = { " by ", " By ", " von ", " Von ", " par ",
		" por " };
	static const char *const seps[] = { " | ", " · ", " • ", " - ", " – ", " — ",
		" ⋅ " };

	for (size_t k = 0; k < LEN(bys) && out->n == 0; k++) {
		const size_t at = str_find(s, str_of(bys[k]), 0);

		if (at != STR_NONE)
			names_add(
			    f, out, str_cut(s, at + strlen(bys[k]), s.n), NAME_SHOWN);
	}
	for (size_t k = 0; k < LEN(seps); k++) {
		const size_t n = strlen(seps[k]);
		size_t from = 0, to = str_find(s, str_of(seps[k]), 0);

		while (to != STR_NONE && out->n == 0) {
			names_add(f, out, str_cut(s, from, to), NAME_SHOWN);
			from = to + n;
			to = str_find(s, str_of(seps[k]), from);
		}
		if (from != 0 && out->n == 0)
			names_add(f, out, str_cut(s, from, s.n), NAME_SHOWN);
	}
}

/* A line with a day near the headline, and the lines beside it. */
static void
from_day_line(const struct facts *f, struct names *out)
{
	const struct hblock *b = f->p->blocks.at;
	const struct span head = head_of(f);

	for (size_t i = head.from; i < head.to && out->n == 0; i++) {
		if (!has_day(f, &b[i]))
			continue;
		from_parts(f, out, b[i].text);
		if (out->n == 0 && i > head.from && is_name_line(f, i - 1))
			names_add(f, out, b[i - 1].text, NAME_SHOWN);
		if (out->n == 0 && i + 1 < f->p->blocks.n && is_name_line(f, i + 1))
			names_add(f, out, b[i + 1].text, NAME_SHOWN);
	}
}

/* A line near the headline that is also the name of a picture: a portrait. */
static void
from_portrait(const struct facts *f, struct names *out)
{
	const struct hblock *b = f->p->blocks.at;
	const struct span head = head_of(f);

	for (size_t i = head.from; i < head.to && out->n == 0; i++)
		for (size_t k = 0; k < f->authors.n && out->n == 0; k++)
			if (str_eq(f->authors.at[k].key, STR("alt")) &&
			    is_name_line(f, i) &&
			    str_has(f->authors.at[k].value, b[i].text))
				names_add(f, out, b[i].text, NAME_SHOWN);
}

/* Whether the page shows one of the names around the headline or in a short line. */
static bool
is_shown(const struct facts *f, const struct names *names)
{
	const char *lower[NAMES_MOST];

	for (size_t k = 0; k < names->n; k++)
		lower[k] = str_nul(f->a, utf8_lower(f->a, names->at[k]));
	for (size_t i = 0; i < f->p->blocks.n; i++)
		for (size_t k = 0; k < names->n && f->p->blocks.at[i].n < 200; k++)
			if (html_has_nocase(f->p->blocks.at[i].text, lower[k]))
				return true;
	return false;
}

static bool
are_people(const struct facts *f, const struct names *names)
{
	for (size_t i = 0; i < names->n; i++)
		if (!name_is_shaped(names->at[i]) || is_house(f, names->at[i]))
			return false;
	return names->n != 0;
}

static struct names
told_of(const struct facts *f)
{
	struct names names = { .n = 0 };

	from_json(f, &names);
	if (names.n == 0)
		from_metas(f, &names);
	return names;
}

static struct names
near_of(const struct facts *f)
{
	static const char *const marks[] = { "rel", "itemprop", "link" };
	struct names names = { .n = 0 };

	for (size_t i = 0; i < LEN(marks) && names.n == 0; i++)
		from_marks(f, &names, marks[i], true, NAME_SHOWN);
	if (names.n == 0)
		from_byline(f, head_of(f), &names, NAME_SHOWN);
	names.weak = names.n == 0;
	if (names.n == 0)
		from_marks(f, &names, "class", true, NAME_SHOWN);
	if (names.n == 0)
		from_portrait(f, &names);
	if (names.n == 0)
		from_day_line(f, &names);
	return names;
}

/* Away from the headline, or one word only. */
static struct names
far_of(const struct facts *f)
{
	static const char *const marks[] = { "rel", "itemprop", "class" };
	struct names names = { .n = 0 };

	for (size_t i = 0; i < LEN(marks) && names.n == 0; i++)
		from_marks(f, &names, marks[i], false, NAME_SHOWN);
	for (size_t i = 0; i < 2 && names.n == 0; i++)
		from_marks(f, &names, marks[i], true, NAME_PEN);
	if (names.n == 0)
		from_byline(f, head_of(f), &names, NAME_PEN);
	if (names.n == 0)
		from_byline(f, rest_of(f), &names, NAME_SHOWN);
	if (names.n == 0)
		from_marks(f, &names, "named", true, NAME_PEN);
	return names;
}

/* "Jane Doe" of "Jane". */
static bool
is_whole(struct str name, struct str part)
{
	return name.n > part.n && name.p[part.n] == ' ' && str_starts(name, part);
}

/* "jdoe77": what somebody logs in with. */
static bool
is_account(struct str name)
{
	bool digit = false;

	for (size_t i = 0; i < name.n; i++)
		digit = digit || byte_is_digit(name.p[i]);
	return digit || (name.n != 0 && name.p[0] >= 'a' && name.p[0] <= 'z');
}

/* A pen name that machines are told and the page shows, against what only looks like a name. */
static bool
is_better(const struct names *told, const struct names *near, bool shown)
{
	return !shown || told->n == 0 || !near->weak || is_account(told->at[0]) ||
	       str_has(near->at[0], told->at[0]);
}

void
facts_authors(struct facts *f)
{
	struct names names = told_of(f);
	const bool shown = is_shown(f, &names);

	if (!are_people(f, &names) || !shown) {
		const struct names near = near_of(f);

		names = near.n != 0 && is_better(&names, &near, shown) ? near : names;
	}
	if (!are_people(f, &names)) {
		const struct names far = far_of(f);

		if (far.n != 0 && (names.n == 0 || !shown || is_house(f, names.at[0]) ||
				      is_whole(far.at[0], names.at[0])))
			names = far;
	}
	if (names.n == 0 && f->site.n > 2 && str_eq_nocase(card_author(f), f->site))
		names.at[names.n++] = f->site;
	for (size_t i = 0; i < names.n; i++)
		*vec_push(f->j->a, &f->j->out->source.author) =
		    name_calm(f->j->a, str_dup(f->j->a, names.at[i]));
}
