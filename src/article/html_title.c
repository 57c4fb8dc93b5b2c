/* The title: the heading that the head of the page agrees with, else what the head says
   without the site's name. */
#include <string.h>

#include "article/html_meta.h"

enum { WORDS = 40, TITLE_BYTES = 600, HEADING_BYTES = 200, SITE_BYTES = 60 };

struct bag {
	uint32_t at[WORDS];
	size_t n;
};

/* Different words, by hash, without case. */
static struct bag
bag_of(struct str s)
{
	struct bag b = { .n = 0 };

	for (size_t i = 0; i < s.n && b.n < WORDS;) {
		uint32_t h = 2166136261u;
		const size_t from = i;
		bool known = false;

		for (; i < s.n && byte_is_word(s.p[i]); i++)
			h = (h ^ (unsigned char)byte_lower(s.p[i])) * 16777619u;
		for (size_t k = 0; k < b.n; k++)
			known = known || b.at[k] == h;
		if (i == from)
			i++;
		else if (!known)
			b.at[b.n++] = h;
	}
	return b;
}

static size_t
common(const struct bag *x, const struct bag *y)
{
	size_t n = 0;

	for (size_t i = 0; i < x->n; i++)
		for (size_t k = 0; k < y->n; k++)
			n += x->at[i] == y->at[k];
	return n;
}

bool
titles_agree(struct str x, struct str y)
{
	const struct bag a = bag_of(x), b = bag_of(y);
	const size_t least = a.n < b.n ? a.n : b.n;

	return a.n >= 2 && b.n >= 1 && common(&a, &b) * 10 >= least * 7;
}

struct str
html_letters(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < s.n; i++)
		if (byte_is_word(s.p[i]))
			buf_byte(&b, byte_lower(s.p[i]));
	return buf_view(&b);
}

/* "Quay.example", as the page's own address begins. */
static bool
is_host(const struct facts *f, struct str part)
{
	const size_t www = html_starts_nocase(part, "www.") ? 4 : 0;

	return str_has(part, STR(".")) &&
	       str_eq_nocase(html_host(f), str_cut(part, www, part.n));
}

static bool
is_site(const struct facts *f, struct str part)
{
	const struct str site = html_letters(f->a, f->site.n != 0 ? f->site : f->home);
	const struct str got = html_letters(f->a, part);

	if (is_host(f, part))
		return true;
	return site.n != 0 && got.n != 0 &&
	       (str_eq(site, got) || (got.n > 4 && str_has(site, got)) ||
		   (site.n > 4 && str_has(got, site) && got.n < 2 * site.n));
}

/* The last or first separator between words: where it begins and ends. */
static bool
find_separator(struct str s, bool last, size_t *from, size_t *to)
{
	static const char *const seps[] = { " | ", " - ", " – ", " — ", " • ", " » ",
		" · ", " :: ", " // ", " « ", " : " };
	bool found = false;

	for (size_t i = 0; i < LEN(seps); i++)
		for (size_t at = str_find(s, str_of(seps[i]), 0); at != STR_NONE;
		     at = str_find(s, str_of(seps[i]), at + 1))
			if (!found || (last ? at > *from : at < *from)) {
				*from = at;
				*to = at + strlen(seps[i]);
				found = true;
			}
	return found;
}

static struct str
without_site(const struct facts *f, struct str title)
{
	size_t from = 0, to = 0;

	if (find_separator(title, true, &from, &to)) {
		const struct str head = str_cut(title, 0, from);
		const struct str tail = str_cut(title, to, title.n);

		if (is_site(f, tail) || (line_words(tail) <= 4 && line_words(head) >= 3))
			return without_site(f, str_trim(head));
	}
	if (find_separator(title, false, &from, &to) &&
	    is_site(f, str_cut(title, 0, from)))
		return str_trim(str_cut(title, to, title.n));
	from = str_find(title, STR(": "), 0);
	if (from != STR_NONE && is_site(f, str_cut(title, 0, from)))
		return str_trim(str_cut(title, from + 2, title.n));
	return title;
}

/* A heading without the site's own name after it. */
static struct str
without_own(const struct facts *f, struct str heading)
{
	size_t from = 0, to = 0;

	return find_separator(heading, true, &from, &to) &&
		       is_site(f, str_cut(heading, to, heading.n))
		   ? str_trim(str_cut(heading, 0, from))
		   : heading;
}

static bool
same_letters(const struct facts *f, struct str x, struct str y)
{
	const struct str a = html_letters(f->a, x);

	return a.n > 4 && str_eq(a, html_letters(f->a, y));
}

/* A piece at the end or the beginning of a heading that is what the head says, beside a
   kicker, a label or a day. */
static struct str
without_kicker(const struct facts *f, size_t heading, const struct str *titles, size_t n)
{
	const struct str all = f->pieces.at[heading];

	for (size_t k = 0; k < n; k++) {
		const struct str told = without_site(f, titles[k]);

		for (size_t i = 0; i < all.n && line_words(told) >= 2; i++) {
			const struct str head = str_cut(all, 0, i);
			const struct str tail = str_cut(all, i, all.n);

			if (all.p[i] != '\n')
				continue;
			if (same_letters(f, tail, told))
				return tail;
			if (same_letters(f, head, told))
				return head;
		}
	}
	return f->headings.at[heading];
}

/* Of "Title | Site", the parts. */
static bool
is_part(const struct facts *f, struct str title, struct str heading)
{
	size_t from = 0, to = 0;

	while (title.n != 0) {
		if (!find_separator(title, false, &from, &to))
			return same_letters(f, title, heading);
		if (same_letters(f, str_cut(title, 0, from), heading))
			return true;
		title = str_cut(title, to, title.n);
	}
	return false;
}

static bool
begins_alike(const struct facts *f, struct str title, struct str heading)
{
	return str_starts(html_letters(f->a, title), html_letters(f->a, heading));
}

/* A lesser heading that is what the head says, where the first one is the site's. */
static struct str
from_lesser(const struct facts *f, struct str first, const struct str *titles, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (!str_eq(first, f->home) && titles_agree(first, titles[k]) &&
		    (!is_part(f, titles[k], first) || begins_alike(f, titles[k], first)))
			return STR_NIL;
	for (size_t i = 0; i < f->lesser.n; i++)
		for (size_t k = 0; k < n; k++)
			if (is_part(f, titles[k], f->lesser.at[i]) &&
			    !is_site(f, f->lesser.at[i]) &&
			    line_words(f->lesser.at[i]) > 1 &&
			    !same_letters(f, f->lesser.at[i], first))
				return f->lesser.at[i];
	return STR_NIL;
}

/* A heading that the head's titles agree with. */
static struct str
agreed(const struct facts *f, const struct str *titles, size_t n)
{
	for (size_t i = 0; i < f->headings.n; i++)
		for (size_t k = 0; k < n; k++)
			if (titles_agree(f->headings.at[i], titles[k]) &&
			    !is_site(f, f->headings.at[i]))
				return without_kicker(f, i, titles, n);
	return STR_NIL;
}

/* "The Blog Single": a heading of the pattern the page is made by, that shares no word with the
   titles in its head, which agree with each other. */
static bool
is_pattern(const struct facts *f, struct str heading, const struct str *titles)
{
	const struct str og = without_site(f, titles[0]);
	const struct bag h = bag_of(heading), a = bag_of(titles[0]),
			 b = bag_of(titles[1]);

	return og.n != 0 && line_words(og) >= 3 && is_part(f, titles[1], og) &&
	       line_words(og) > line_words(heading) && common(&h, &a) == 0 &&
	       common(&h, &b) == 0;
}

/* No title is longer, and what is made of it takes time. */
static struct str
cut_title(struct str s)
{
	size_t n = s.n < TITLE_BYTES ? s.n : TITLE_BYTES;

	while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n--;
	return str_cut(s, 0, n);
}

/* "23.01.2022 - Title": the day is in the record. */
static struct str
without_day(const struct facts *f, struct str title)
{
	size_t from = 0, to = 0;

	return find_separator(title, false, &from, &to) &&
		       date_of(f->a, str_cut(title, 0, from)).n >= 10 &&
		       line_words(str_cut(title, to, title.n)) > 2
		   ? str_trim(str_cut(title, to, title.n))
		   : title;
}

/* "Title | Site": the site's name where nothing else says it. */
static void
name_site(struct facts *f, struct str title, struct str head)
{
	struct str *name = &f->j->out->source.name;
	size_t from = 0, to = 0;
	struct str site;

	if (name->n != 0 || !find_separator(head, true, &from, &to) ||
	    !same_letters(f, str_cut(head, 0, from), title))
		return;
	site = str_trim(str_cut(head, to, head.n));
	if (site.n > 2 && site.n < SITE_BYTES && line_words(site) <= 4 &&
	    !site_is_any(site))
		*name = str_dup(f->j->a, html_squeeze(f->a, site));
}

void
facts_title(struct facts *f)
{
	static const char *const og[] = { "og:title", "twitter:title", "dc.title",
		"dcterms.title", "parsely-title", "sailthru.title", NULL };
	const struct jvalue *headline =
	    f->article == NULL ? NULL : jvalue_get(f->article, "headline");
	struct str best, lesser,
	    titles[] = { facts_meta(f, og), f->title,
		    html_unescape(f->a, jvalue_text(headline)) };
	for (size_t i = 0; i < LEN(titles); i++)
		titles[i] = cut_title(titles[i]);
	best = agreed(f, titles, LEN(titles));

	if (best.n == 0 && f->headings.n == 1 && f->headings.at[0].n > 8 &&
	    f->headings.at[0].n < HEADING_BYTES && !is_site(f, f->headings.at[0]) &&
	    !is_pattern(f, f->headings.at[0], titles))
		best = f->headings.at[0];
	best = without_own(f, best);
	lesser = from_lesser(f, best.n != 0 ? best : f->home, titles, LEN(titles));
	best = lesser.n != 0 ? lesser : best;
	if (best.n == 0)
		best = without_own(f, titles[2]);
	if (best.n == 0)
		best = without_site(f, titles[0]);
	if (best.n == 0)
		best = without_site(f, titles[1]);
	if (best.n == 0 && f->headings.n != 0)
		best = f->headings.at[0];
	if (f->j->out->title.n == 0)
		f->j->out->title =
		    str_dup(f->j->a, html_squeeze(f->a, without_day(f, best)));
	name_site(f, best, titles[1]);
}
