/* The name of the site: what machines are told, without the article's title, a slogan or a
   word for any site. */
#include <string.h>

#include "article/html_meta.h"

enum { PARTS = 4, LONG = 36, SLOGAN_WORDS = 3 };

struct parts {
	struct str at[PARTS];
	size_t n;
};

static struct parts
parts_of(struct str s)
{
	static const char *const seps[] = { " | ", " - ", " – ", " — ", " • ", " · ",
		": " };
	struct parts parts = { .n = 0 };

	while (s.n != 0) {
		size_t at = s.n, skip = 0;

		for (size_t i = 0; i < LEN(seps) && parts.n + 1 < PARTS; i++) {
			const size_t hit = str_find(s, str_of(seps[i]), 0);

			if (hit < at) {
				at = hit;
				skip = strlen(seps[i]);
			}
		}
		if (str_trim(str_cut(s, 0, at)).n != 0)
			parts.at[parts.n++] = str_trim(str_cut(s, 0, at));
		s = str_cut(s, at + skip, s.n);
	}
	return parts;
}

struct str
html_host(const struct facts *f)
{
	const struct str url = f->j->out->source.url;
	const size_t from = str_find(url, STR("://"), 0);
	const struct str rest =
	    from == STR_NONE ? STR_NIL : str_cut(url, from + 3, url.n);
	const struct str host = str_cut(rest, 0, str_find(rest, STR("/"), 0));

	return str_cut(host, str_starts(host, STR("www.")) ? 4 : 0, host.n);
}

/* What the page calls the article; a page that is called like the site and has a heading of its
   own is not it. */
static bool
is_title(const struct facts *f, struct str s)
{
	static const char *const og[] = { "og:title", NULL };
	const struct str got = html_letters(f->a, s);
	const bool told = str_eq(got, html_letters(f->a, facts_meta(f, og))) ||
			  str_eq(got, html_letters(f->a, f->title));

	if (line_words(s) < SLOGAN_WORDS)
		return false;
	for (size_t i = 0; i < f->headings.n; i++)
		if (str_eq(got, html_letters(f->a, f->headings.at[i])) ||
		    (told && titles_agree(s, f->headings.at[i])))
			return true;
	return told && f->headings.n == 0;
}

/* The address begins with it, or it begins as the address does. */
static bool
is_of_host(const struct facts *f, struct str part)
{
	const struct str whole = html_host(f), got = html_letters(f->a, part);
	const struct str host =
	    html_letters(f->a, str_cut(whole, 0, str_find(whole, STR("."), 0)));

	return host.n > 3 && got.n > 3 &&
	       (str_starts(got, host) || str_starts(host, got));
}

/* Capitals only: the short form of a name that stands in full beside it. */
static bool
is_short_form(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= 'a' && s.p[i] <= 'z')
			return false;
	return true;
}

/* Of "Name - slogan" or "Slogan: Name" the name, if the address tells which it is. */
static struct str
without_slogan(const struct facts *f, struct str s, const struct parts *parts)
{
	if (s.n < LONG)
		return s;
	for (size_t i = 0; i < parts->n; i++)
		if (is_of_host(f, parts->at[i]) && !is_short_form(parts->at[i]))
			return parts->at[i];
	return s;
}

bool
site_is_any(struct str s)
{
	static const char *const words[] = { "blog", "the blog", "our blog", "home",
		"homepage", "news", "website", "start", "startseite", "articles",
		"magazin", "magazine", "aktuelles", "my blog", "my website", "index" };

	return str_is_any(s, words, LEN(words)) || html_starts_nocase(s, "by ");
}

/* "https://www.quay.example/" and "@quay" without what is no name. */
static struct str
without_scheme(struct str s)
{
	static const char *const starts[] = { "https://", "http://", "www.", "@" };

	for (size_t i = 0; i < LEN(starts); i++)
		if (str_starts(s, str_of(starts[i])))
			s = str_cut(s, str_of(starts[i]).n, s.n);
	return str_ends(s, STR("/")) ? str_cut(s, 0, s.n - 1) : s;
}

static struct str
site_in(const struct facts *f, struct str told)
{
	const struct str s =
	    without_scheme(html_squeeze(f->a, html_unescape(f->a, told)));
	const struct parts parts = parts_of(s);

	if (site_is_any(s) || is_title(f, s))
		return STR_NIL;
	for (size_t i = 0; i < parts.n; i++)
		if (parts.n > 1 && is_title(f, parts.at[i]))
			return site_in(f, parts.at[i == 0 ? parts.n - 1 : 0]);
	return without_slogan(f, str_cut(s, 0, str_find(s, STR(" | "), 1)), &parts);
}

void
facts_site(struct facts *f)
{
	static const char *const keys[] = { "og:site_name", "application-name",
		"dc.publisher", "dcterms.publisher", "citation_journal_title" };
	const struct jvalue *publisher =
	    f->article == NULL ? NULL : jvalue_get(f->article, "publisher");

	for (size_t i = 0; i < LEN(keys) && f->site.n == 0; i++)
		f->site =
		    site_in(f, facts_meta(f, (const char *const[]){ keys[i], NULL }));
	if (f->site.n == 0 && publisher != NULL)
		f->site = site_in(f, jvalue_text(publisher));
}
