/* When it was published and changed: what machines are told and what the address says,
   ranked with the days that the page shows (html_days.c). */

#include "article/html_days.h"
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

/* A whole moment where the value is one, else the day in it; none where clocks begin. */
struct str
day_moment(const struct facts *f, struct str s)
{
	const struct str whole = date_of(f->a, str_trim(s));
	struct edtf parsed;

	if (str_starts(whole, STR("1970-01-01")))
		return STR_NIL;
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
				got = day_moment(f, f->metas.at[i].value);
			if (got.n != 0)
				return got;
		}
	return STR_NIL;
}

static struct str
from_json(const struct facts *f, const char *key)
{
	const struct jvalue *v = facts_json(f, key);

	return v == NULL ? STR_NIL : day_moment(f, jvalue_text(v));
}

struct str
day_of_address(struct arena *a, struct str url)
{
	for (size_t i = 0; i + 10 < url.n; i++)
		if (url.p[i] == '/' || url.p[i] == '-' || url.p[i] == '_') {
			const struct str ten = str_cut(url, i + 1, i + 11);
			struct str got = STR_NIL;

			if ((ten.p[0] == '2' && ten.p[1] == '0') || ten.p[0] == '1')
				got = date_in(a, ten, false);
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
			got = day_moment(f, t->value);
		if (got.n != 0)
			return got;
	}
	return STR_NIL;
}

/* The moment of a day that an element near the headline says. */
static struct str
moment_of(const struct facts *f, struct str day)
{
	for (size_t i = 0; i < f->times.n && day.n == 10; i++) {
		const struct fact *t = &f->times.at[i];
		const struct str got = day_moment(f, t->value);

		if (got.n > 10 && str_starts(got, day) &&
		    !str_eq(t->key, STR("updated")) &&
		    facts_stand(f, t->node) == STAND_NEAR)
			return got;
	}
	return day;
}

static void
set_date(struct facts *f, struct str *where, struct str date)
{
	if (where->n == 0 && date.n != 0)
		*where = str_dup(f->j->a, date);
}

/* 2020-12-05 of 2020-05-12, which one country writes as another does the other. */
static struct str
turned(struct arena *a, struct str day)
{
	struct buf b = buf_new(a);

	buf_str(&b, str_cut(day, 0, 5));
	buf_str(&b, str_cut(day, 8, 10));
	buf_byte(&b, '-');
	buf_str(&b, str_cut(day, 5, 7));
	return buf_view(&b);
}

/* What machines are told of an article, and of the page. */
struct told {
	struct str meta, json, page, address, updated;
	bool article; /* the page says it is one */
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

static struct str
own_of(const struct told *t)
{
	return t->meta.n != 0 ? t->meta : t->json;
}

/* Nobody wrote it, it stands among no articles and was changed long after: a page that is kept
   up to date, whatever its program calls it. */
static bool
is_kept(const struct facts *f, const struct told *t, struct str day)
{
	enum { LATE = 90 };
	static const char *const among[] = { "/blog", "/news", "/article", "/story",
		"/stories", "/post", "/press", "/magazin", "/journal" };
	const struct source *s = &f->j->out->source;

	for (size_t i = 0; i < LEN(among); i++)
		if (html_has_nocase(s->url, among[i]))
			return false;
	return s->author.n == 0 && f->article == NULL &&
	       day_number(t->updated) - day_number(day) > LATE;
}

/* A day that no reader is shown: that of an article, or the address has it too.  Other pages
   are told the day on which their programs made them. */
static struct str
unshown(const struct facts *f, const struct told *t, struct str day)
{
	return (t->address.n != 0 && str_starts(day, t->address)) ||
		       (t->article && !is_kept(f, t, day))
		   ? day
		   : STR_NIL;
}

/* A day near the headline.  One after the day that machines are told, and not that of the
   update they are told, is the day of an event. */
static struct str
near_or_told(const struct dates *d, const struct told *t)
{
	const struct str near = days_near(d, DAY_PLAIN);
	const struct str own = own_of(t);

	if (near.n != 0 && own.n != 0 && days_in_digits(d, near) &&
	    str_eq(turned(d->f->a, near), str_cut(own, 0, 10)))
		return own;
	return near.n != 0 && own.n != 0 && t->updated.n != 0 &&
		       day_number(near) > day_number(own) &&
		       day_number(near) != day_number(t->updated)
		   ? unshown(d->f, t, own)
		   : near;
}

/* The same day, or one apart as zones are. */
static bool
is_next_to(struct str x, struct str y)
{
	const long apart = day_number(x) - day_number(y);

	return apart >= -1 && apart <= 1;
}

/* A moment in UTC, where the address has the day of the place. */
static struct str
in_place(struct str utc, struct str address)
{
	return address.n != 0 && !str_starts(utc, str_cut(address, 0, 10)) &&
		       is_next_to(utc, address) &&
		       (str_ends(utc, STR("Z")) || str_ends(utc, STR("+00:00")))
		   ? address
		   : utc;
}

/* The first of them that the reader is shown too. */
static struct str
told_and_shown(const struct dates *d, const struct told *t)
{
	const struct str all[] = { t->meta, t->json, t->page, t->address };

	for (size_t i = 0; i < LEN(all); i++)
		if (all[i].n != 0 && days_show(d, all[i]))
			return all[i];
	return STR_NIL;
}

/* Whether the page says so in the words of the Open Graph protocol; where it is silent, whether
   it tells machines what only documents have. */
static bool
is_article(const struct facts *f)
{
	static const char *const type[] = { "og:type", NULL };
	static const char *const of_documents[] = { "article:published_time", "dc.date",
		"dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created",
		"citation_publication_date", "citation_date", "parsely-pub-date", NULL };
	const struct str said = facts_meta(f, type);

	if (said.n != 0)
		return html_has_nocase(said, "article");
	return facts_meta(f, of_documents).n != 0 ||
	       (f->article != NULL && jvalue_get(f->article, "articleBody") != NULL);
}

static struct told
told_of(const struct facts *f, const char *const *keys, const char *const *updated)
{
	const struct jvalue *own =
	    f->article == NULL ? NULL : jvalue_get(f->article, "datePublished");

	const struct str address = day_of_address(f->a, f->j->out->source.url);
	const struct str up = from_metas(f, updated);

	return (struct told){ .meta = in_place(from_metas(f, keys), address),
		.json = in_place(
		    own == NULL ? STR_NIL : day_moment(f, jvalue_text(own)), address),
		.page = from_json(f, "datePublished"),
		.address = address,
		.updated = up.n != 0 ? up : from_json(f, "dateModified"),
		.article = is_article(f) };
}

/* The day of an update, on a page that has no other: an article has one, told or not. */
static struct str
only_updated(const struct dates *d, const struct told *t)
{
	struct str day;

	if (t->article && t->json.n == 0)
		return STR_NIL;
	day = days_near(d, DAY_UPDATED);
	return day.n != 0 ? day : days_updated(d, false);
}

/* Then it is both, with the moment that machines are told of it. */
static void
set_only_updated(struct facts *f, struct str day, struct str told)
{
	struct source *s = &f->j->out->source;

	if (s->published.n != 0 || day.n == 0)
		return;
	set_date(f, &s->published, str_starts(told, day) ? told : day);
	s->updated = s->published;
	f->j->kept = true;
}

/* What may be the day, where nothing says that there is another. */
static struct str
guessed(const struct dates *d, const struct told *t)
{
	const bool other = days_near(d, DAY_UPDATED).n != 0;
	const struct str all[] = { days_marked_near(d), days_marked_once(d),
		days_begin(d), other ? STR_NIL : days_anywhere(d) };
	const struct str own = own_of(t);

	for (size_t i = 0; i < LEN(all); i++)
		if (all[i].n != 0 && (own.n == 0 || is_next_to(all[i], own)))
			return all[i];
	return STR_NIL;
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
	const struct dates d = days_read(f, is_us(f));

	set_date(f, &s->published, told_and_shown(&d, &told));
	set_date(f, &s->published, moment_of(f, near_or_told(&d, &told)));
	set_date(f, &s->published, days_said(&d));
	set_date(f, &s->published, unshown(f, &told, told.meta));
	set_date(f, &s->published, days_marked(f));
	set_only_updated(f, only_updated(&d, &told), told.updated);
	set_date(f, &s->published, unshown(f, &told, told.json));
	set_date(f, &s->published, told.address);
	set_date(f, &s->published, guessed(&d, &told));
	set_date(f, &s->updated, told.updated);
	set_date(f, &s->updated, from_times(f));
	set_date(f, &s->updated, days_updated(&d, true));
}
