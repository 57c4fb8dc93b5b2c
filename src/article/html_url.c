/* Addresses as RFC 3986 resolves them, as far as pages use it. */
#include <string.h>

#include "article/html.h"

static bool
has_scheme(struct str s)
{
	size_t i = 0;

	while (i < s.n && byte_is_letter(s.p[i]))
		i++;
	return i >= 2 && i < s.n && s.p[i] == ':';
}

static bool
starts_nocase(struct str s, const char *with)
{
	return str_eq_nocase(str_cut(s, 0, strlen(with)), str_of(with));
}

/* The end of "https://host", or 0. */
static size_t
host_end(struct str url)
{
	const size_t from = str_find(url, STR("://"), 0);
	size_t i = from == STR_NONE ? url.n : from + 3;

	while (i < url.n && strchr("/?#", url.p[i]) == NULL)
		i++;
	return from == STR_NONE ? 0 : i;
}

static struct str
joined(struct arena *a, struct str x, struct str y)
{
	struct buf b = buf_new(a);

	buf_str(&b, x);
	buf_str(&b, y);
	return buf_view(&b);
}

static struct str
without_blanks(struct arena *a, struct str s)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ' ')
			buf_text(&b, "%20");
		else if ((unsigned char)s.p[i] > ' ')
			buf_byte(&b, s.p[i]);
	return buf_view(&b);
}

struct str
html_resolve(struct arena *a, struct str base, struct str href)
{
	const size_t host = host_end(base);
	size_t folder = host;

	href = str_trim(href);
	if (href.n == 0 || href.n > 2000 || href.p[0] == '#')
		return STR_NIL;
	href = without_blanks(a, href);
	if (has_scheme(href))
		return starts_nocase(href, "http://") ||
			       starts_nocase(href, "https://") ||
			       starts_nocase(href, "mailto:")
			   ? href
			   : STR_NIL;
	if (host == 0)
		return STR_NIL;
	if (str_starts(href, STR("//")))
		return joined(a, str_cut(base, 0, str_find(base, STR("//"), 0)), href);
	if (href.n != 0 && href.p[0] == '/')
		return joined(a, str_cut(base, 0, host), href);
	for (size_t i = host; i < base.n && base.p[i] != '?' && base.p[i] != '#'; i++)
		if (base.p[i] == '/')
			folder = i + 1;
	if (folder == host)
		return joined(a, joined(a, str_cut(base, 0, host), STR("/")), href);
	while (str_starts(href, STR("../")) || str_starts(href, STR("./"))) {
		if (href.p[1] == '.' && folder > host + 1)
			for (folder--; base.p[folder - 1] != '/';)
				folder--;
		href = str_cut(href, href.p[1] == '.' ? 3 : 2, href.n);
	}
	return joined(a, str_cut(base, 0, folder), href);
}
