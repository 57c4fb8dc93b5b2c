/* Character sets of mails, which many programs name wrongly or not at all. */
#include <string.h>

#include "article/feed.h"
#include "article/mail.h"
#include "text/utf8.h"

/* Base64 without its end as UTF-16 with a mark. */
static struct str
units_of(struct arena *a, struct str digits)
{
	struct buf whole = buf_new(a), units = buf_new(a);

	buf_str(&whole, digits);
	buf_text(&whole, "AAAA");
	buf_text(&units, "\xfe\xff");
	buf_str(&units, str_cut(mail_decode(a, buf_view(&whole), STR("base64"), whole.n),
			    0, digits.n * 3 / 4 & ~(size_t)1));
	return buf_view(&units);
}

/* RFC 2152: between '+' and what is no digit of base64 stands UTF-16. */
static struct str
from_utf7(struct arena *a, struct str s)
{
	struct buf out = buf_new(a);

	while (s.n != 0) {
		const size_t plus = str_find(s, STR("+"), 0);
		size_t end = plus == STR_NONE ? s.n : plus + 1;
		struct str wide;

		buf_str(&out, str_cut(s, 0, plus));
		while (
		    end < s.n && (byte_is_letter(s.p[end]) || byte_is_digit(s.p[end]) ||
				     strchr("+/", s.p[end]) != NULL))
			end++;
		wide = str_cut(s, plus == STR_NONE ? s.n : plus + 1, end);
		if (wide.n != 0) {
			buf_str(&out, utf8_import(a, units_of(a, wide), STR_NIL));
		} else if (plus != STR_NONE) {
			buf_byte(&out, '+');
		}
		s = str_cut(
		    s, end + (end < s.n && plus != STR_NONE && s.p[end] == '-'), s.n);
	}
	return buf_view(&out);
}

struct str
mail_import(struct arena *a, struct str bytes, struct str charset)
{
	const bool said = charset.n != 0 && !str_eq_nocase(charset, STR("us-ascii")) &&
			  !str_eq_nocase(charset, STR("utf-8"));
	bool mended;

	if (str_eq_nocase(charset, STR("utf-7")) ||
	    str_eq_nocase(charset, STR("unicode-1-1-utf-7")))
		return utf8_import(a, from_utf7(a, bytes), STR("utf-8"));
	return said ? utf8_import(a, bytes, charset)
		    : feed_import(a, bytes, STR_NIL, &mended);
}
