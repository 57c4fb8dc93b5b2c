/* When it was published and changed: what machines are told, what the address says, what
   stands near the headline. */
#include <string.h>

#include "article/html_meta.h"
#include "base/day.h"
#include "data/edtf.h"
#include "text/utf8.h"

static bool
is_us(const struct facts *f)
{
	return !str_starts(f->language, STR("de")) &&
	       !html_has_nocase(f->language, "gb") &&
	       !html_has_nocase(f->language, "au") &&
	       !html_has_nocase(f->language, "in") &&
	       str_eq_nocase(str_cut(f->language, 0, 2), STR("en"));
}

/* A whole moment where the value is one, else the day in it. */
static struct str
moment(const struct facts *f, struct str s)
{
	const struct str whole = date_of(f->a, str_trim(s));
	struct edtf parsed;

	if (whole.n >= 10 && edtf_parse(whole, &parsed) && whole.p[0] != '0' &&
	    (whole.p[0] == '1' || whole.p[0] == '2'))
		return whole;
	return date_in(f->a, s, is_us(f));
}

static struct str
from_metas(const struct facts *f, const char *const *keys)
{
	for (; *keys != NULL; keys++)
		for (size_t i = 0; i < f->metas.n; i++) {
			struct str got = STR_NIL;

			if (facts_is_key(f->metas.at[i].key, *keys))
				got = moment(f, f->metas.at[i].value);
			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

static struct str
from_json(const struct facts *f, const char *key)
{
	const struct jvalue *v = facts_json(f, key);

	return v == NULL ? STR_NIL : moment(f, jvalue_text(v));
}

/* /2019/06/28/, /2019-06-28-, /20190628; or /2019/06/ for `month`. */
static struct str
from_address(const struct facts *f, struct str url)
{
	for (size_t i = 0; i + 10 < url.n; i++)
		if (url.p[i] == '/' || url.p[i] == '-' || url.p[i] == '_') {
			const struct str ten = str_cut(url, i + 1, i + 11);
			struct str got = STR_NIL;

			if ((ten.p[0] == '2' && ten.p[1] == '0') || ten.p[0] == '1')
				got = date_in(f->a, ten, false);
			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

static struct str
from_times(const struct facts *f)
{
	for (size_t i = 0; i < f->times.n; i++) {
		const struct fact *t = &f->times.at[i];
		struct str got = STR_NIL;

		if (str_eq(t->key, STR("updated")))
			got = moment(f, t->value);
		if (got.n != 0)
			return got;
	}
	return STR_NIL;
}

static bool
is_rights(struct str s)
{
	return html_has_nocase(s, "copyright") || str_has(s, STR("©"));
}

static bool
is_about_update(struct str s)
{
	return is_rights(s) || html_has_nocase(s, "updated") ||
	       html_has_nocase(s, "modified") || html_has_nocase(s, "aktualisiert");
}

enum stand
facts_stand(const struct facts *f, const struct node *n)
{
	const struct page *p = f->p;
	const size_t at = html_block_at(p, n);
	const size_t head = p->headline < p->blocks.n ? p->headline : p->first;

	if (at + 8 >= head && (at <= head + 6 || at <= p->first + 2))
		return STAND_NEAR;
	return at > head && at <= p->last + 6 ? STAND_IN : STAND_AWAY;
}

/* The day an element says, unless it is that of an update. */
static struct str
day_told(const struct facts *f, const struct fact *t)
{
	if (is_about_update(t->value) || html_has_nocase(t->key, "updat") ||
	    html_has_nocase(t->key, "event") || html_has_nocase(t->key, "comment"))
		return STR_NIL;
	return moment(f, t->value);
}

/* The first day near the headline that elements named for dates say. */
static struct str
marked_near(const struct facts *f)
{
	const struct fact_list *const lists[] = { &f->dated, &f->times };

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			const struct fact *t = &lists[k]->at[i];
			const struct str got = facts_stand(f, t->node) == STAND_NEAR
						   ? day_told(f, t)
						   : STR_NIL;

			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

/* What is marked near the headline as the day of publication. */
static struct str
marked_published(const struct facts *f)
{
	for (size_t i = 0; i < f->times.n; i++) {
		const struct fact *t = &f->times.at[i];

		if ((str_eq(t->key, STR("abbr")) ||
			html_has_nocase(t->key, "datepublished")) &&
		    facts_stand(f, t->node) == STAND_NEAR)
			return moment(f, t->value);
	}
	return STR_NIL;
}

/* The only day such elements in the article or at its end say: many days are those of
   comments or of other articles. */
static struct str
marked_once(const struct facts *f)
{
	const struct fact_list *const lists[] = { &f->dated, &f->times };
	struct str day = STR_NIL;

	for (size_t k = 0; k < LEN(lists); k++)
		for (size_t i = 0; i < lists[k]->n; i++) {
			const struct fact *t = &lists[k]->at[i];
			const struct str got = facts_stand(f, t->node) == STAND_IN
						   ? day_told(f, t)
						   : STR_NIL;

			if (got.n != 0 && day.n != 0 &&
			    !str_eq(str_cut(got, 0, 10), str_cut(day, 0, 10)))
				return STR_NIL;
			day = got.n != 0 ? got : day;
		}
	return day;
}

static struct str
from_block(const struct facts *f, size_t i, uint32_t most, bool late)
{
	const struct hblock *b = &f->p->blocks.at[i];

	if (b->n > most || b->digits < 3 || is_rights(b->text) ||
	    (!late && is_about_update(b->text)))
		return STR_NIL;
	return date_in(f->a, b->text, is_us(f));
}

/* Short lines near the headline, after it before before it. */
static struct str
near_headline(const struct facts *f, bool late)
{
	const size_t n = f->p->blocks.n;
	const size_t at = f->p->headline < n ? f->p->headline : f->p->first;

	for (size_t i = at; i < n && i < at + 10; i++) {
		const struct str got = from_block(f, i, 140, late);

		if (got.n != 0)
			return got;
	}
	for (size_t i = at; i > 0 && at - i < 5; i--) {
		const struct str got = from_block(f, i - 1, 100, late);

		if (got.n != 0)
			return got;
	}
	return STR_NIL;
}

/* "Press release of 12 May 2020 | Berlin - The harbour board ..." */
static struct str
text_begins(const struct facts *f)
{
	const size_t n = f->p->blocks.n;
	const size_t at = f->p->headline < n ? f->p->headline : f->p->first;

	for (size_t i = at; i < n && i < at + 5; i++) {
		const struct str s = f->p->blocks.at[i].text;
		const struct str head = str_cut(s, 0, 45);
		const struct str got =
		    is_about_update(head) ? STR_NIL : date_in(f->a, head, is_us(f));

		if (got.n != 0)
			return got;
	}
	return STR_NIL;
}

/* A short line anywhere with a date, those of the text's box first. */
static struct str
anywhere(const struct facts *f)
{
	const struct page *p = f->p;

	for (int round = 0; round < 2; round++)
		for (size_t i = 0; i < p->blocks.n; i++) {
			const struct hblock *b = &p->blocks.at[i];
			const bool inside =
			    b->box >= p->common && b->box < p->boxes.at[p->common].end;
			const struct str got =
			    round == 1 || inside ? from_block(f, i, 60, false) : STR_NIL;

			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

static void
set_date(struct facts *f, struct str *where, struct str date)
{
	if (where->n == 0 && date.n != 0)
		*where = str_dup(f->j->a, date);
}

/* Whether a short line of the page shows the day. */
static bool
is_shown(const struct facts *f, struct str date)
{
	for (size_t i = 0; i < f->p->blocks.n; i++) {
		const struct hblock *b = &f->p->blocks.at[i];

		if (b->n < 200 && b->digits >= 4 &&
		    str_eq(str_cut(date_in(f->a, b->text, is_us(f)), 0, 10),
			str_cut(date, 0, 10)))
			return true;
	}
	return false;
}

/* What machines are told of an article, and of the page. */
struct told {
	struct str meta, json, page, address, updated;
};

static long
day_number(struct str s)
{
	long y, m, d;

	if (s.n < 10 || !str_int(str_cut(s, 0, 4), &y) ||
	    !str_int(str_cut(s, 5, 7), &m) || !str_int(str_cut(s, 8, 10), &d) ||
	    !civil_valid((struct civil){ (int)y, (int)m, (int)d }))
		return 0;
	return day_of((struct civil){ (int)y, (int)m, (int)d });
}

/* A day near the headline.  One after the day that machines are told, and not that of the
   update they are told, is the day of an event. */
static struct str
near_or_told(const struct facts *f, const struct told *t)
{
	const struct str near = near_headline(f, false);
	const struct str own = t->meta.n != 0 ? t->meta : t->json;

	return near.n != 0 && own.n != 0 && t->updated.n != 0 &&
		       day_number(near) > day_number(own) &&
		       day_number(near) != day_number(t->updated)
		   ? own
		   : near;
}

/* A moment in UTC, where the address has the day of the place. */
static struct str
in_place(struct str utc, struct str address)
{
	const long apart = day_number(utc) - day_number(address);

	return address.n != 0 && (apart == 1 || apart == -1) &&
		       (str_ends(utc, STR("Z")) || str_ends(utc, STR("+00:00")))
		   ? address
		   : utc;
}

/* The first of them that the reader is shown too. */
static struct str
told_and_shown(const struct facts *f, const struct told *t)
{
	const struct str all[] = { t->meta, t->json, t->page, t->address };

	for (size_t i = 0; i < LEN(all); i++)
		if (all[i].n != 0 && is_shown(f, all[i]))
			return all[i];
	return STR_NIL;
}

static struct told
told_of(const struct facts *f, const char *const *keys, const char *const *updated)
{
	const struct jvalue *own =
	    f->article == NULL ? NULL : jvalue_get(f->article, "datePublished");

	const struct str address = from_address(f, f->j->out->source.url);
	const struct str up = from_metas(f, updated);

	return (struct told){ .meta = in_place(from_metas(f, keys), address),
		.json = in_place(
		    own == NULL ? STR_NIL : moment(f, jvalue_text(own)), address),
		.page = from_json(f, "datePublished"),
		.address = address,
		.updated = up.n != 0 ? up : from_json(f, "dateModified") };
}

void
facts_dates(struct facts *f)
{
	static const char *const published[] = { "article:published_time",
		"og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
		"dcterms.created", "dcterms.date", "dcterms.issued", "pubdate",
		"publishdate", "publish_date", "parsely-pub-date", "sailthru.date",
		"article.published", "publish-date", "publication_date",
		"publication-date", "date.available", "cxenseparse:recs:publishtime",
		"article_date_original", "og:article:published_time",
		"citation_publication_date", "citation_date", "article:published",
		"dc.date.created", "last-modified-original", "originalpublicationdate",
		"bt:pubdate", "rnews:datepublished", "created", "published",
		"published-date", "published_date", "publisheddate", "published_at",
		"published_time", "date_published", "article:publish_date",
		"publish_time", "dateissued", NULL };
	static const char *const updated[] = { "article:modified_time", "og:updated_time",
		"datemodified", "dcterms.modified", "dc.date.modified", "last-modified",
		"lastmod", NULL };
	struct source *s = &f->j->out->source;
	const struct told told = told_of(f, published, updated);

	set_date(f, &s->published, told_and_shown(f, &told));
	set_date(f, &s->published, near_or_told(f, &told));
	set_date(f, &s->published, told.meta);
	set_date(f, &s->published, marked_published(f));
	set_date(f, &s->published, near_headline(f, true));
	set_date(f, &s->published, told.json);
	set_date(f, &s->published, told.address);
	set_date(f, &s->published, marked_near(f));
	set_date(f, &s->published, marked_once(f));
	set_date(f, &s->published, text_begins(f));
	set_date(f, &s->published, anywhere(f));
	set_date(f, &s->updated, told.updated);
	set_date(f, &s->updated, from_times(f));
}
