/* Bodies of messages: transfer encodings, flowed lines, and how much text there is. */
#include "article/mail.h"

#include <string.h>

static int
hex(char c)
{
	return c >= '0' && c <= '9'                 ? c - '0'
	       : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
						    : -1;
}

/* RFC 2045, 6.7; what is no escape stays.  In words '_' is a blank. */
static struct str
from_quoted(struct arena *a, struct str s, size_t most, bool word)
{
	char *out = arena_alloc(a, (s.n < most ? s.n : most) + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < most; i++) {
		const bool mark = s.p[i] == '=' && i + 1 < s.n;
		const int high = mark && i + 2 < s.n ? hex(s.p[i + 1]) : -1;
		const int low = high >= 0 ? hex(s.p[i + 2]) : -1;
		size_t end = i + 1;

		if (low >= 0) {
			out[n++] = (char)(high << 4 | low);
			i += 2;
			continue;
		}
		while (mark && end < s.n && (s.p[end] == ' ' || s.p[end] == '\t'))
			end++;
		end += mark && end < s.n && s.p[end] == '\r';
		if (mark && end < s.n && s.p[end] == '\n')
			i = end; /* a line that goes on */
		else
			out[n++] = word && s.p[i] == '_' ? ' ' : s.p[i];
	}
	return (struct str){ out, n };
}

static int
value_64(char c)
{
	if (c >= 'A' && c <= 'Z')
		return c - 'A';
	if (c >= 'a' && c <= 'z')
		return c - 'a' + 26;
	if (c >= '0' && c <= '9')
		return c - '0' + 52;
	return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

/* Words between blanks are no digits, whatever the head says. */
static bool
is_plain(struct str s)
{
	size_t blanks = 0;

	s = str_cut(s, 0, 4000);
	for (size_t i = 0; i + 1 < s.n; i++)
		blanks += s.p[i] == ' ' && s.p[i + 1] > ' ';
	return blanks * 20 > s.n;
}

/* RFC 2045, 6.8; what is no digit is passed over, a padding ends nothing. */
static struct str
from_base64(struct arena *a, struct str s, size_t most)
{
	char *out = arena_alloc(a, (s.n / 4 * 3 < most ? s.n / 4 * 3 : most) + 4);
	size_t n = 0;
	unsigned bits = 0;
	int have = 0;

	for (size_t i = 0; i < s.n && n < most && n <= s.n / 4 * 3; i++) {
		const int v = value_64(s.p[i]);

		if (s.p[i] == '=')
			have = 0;
		if (v < 0)
			continue;
		bits = bits << 6 | (unsigned)v;
		have += 6;
		if (have >= 8) {
			have -= 8;
			out[n++] = (char)(bits >> have & 0xff);
		}
	}
	return (struct str){ out, n };
}

struct str
mail_decode(struct arena *a, struct str s, struct str encoding, size_t most)
{
	if (str_eq(encoding, STR("base64")) && !is_plain(s))
		return from_base64(a, s, most);
	if (str_eq(encoding, STR("quoted-printable")))
		return from_quoted(a, s, most, false);
	return str_cut(s, 0, most);
}

struct str
mail_decode_word(struct arena *a, struct str s, char encoding)
{
	return encoding == 'b' ? from_base64(a, s, s.n) : from_quoted(a, s, s.n, true);
}

/* RFC 3676: a line that ends with a blank goes on in the next one of the same quote
   depth; the blank that stuffs a line is dropped. */
struct str
mail_unflow(struct arena *a, struct str s, bool delete_space)
{
	struct buf out = buf_new(a);
	size_t depth_before = 0;
	bool open = false;

	buf_room(&out, s.n);
	while (s.n != 0) {
		struct str line = str_line(&s);
		size_t depth = 0;
		bool flows;

		while (depth < line.n && line.p[depth] == '>')
			depth++;
		if (open && depth != depth_before)
			buf_byte(&out, '\n');
		if (!open || depth != depth_before)
			buf_str(&out, str_cut(line, 0, depth));
		line = str_cut(line, depth, line.n);
		line = str_starts(line, STR(" ")) ? str_cut(line, 1, line.n) : line;
		flows = str_ends(line, STR(" ")) && !str_eq(line, STR("-- "));
		if (depth != 0 && (!open || depth != depth_before))
			buf_byte(&out, ' ');
		buf_str(
		    &out, flows && delete_space ? str_cut(line, 0, line.n - 1) : line);
		if (!flows)
			buf_byte(&out, '\n');
		open = flows;
		depth_before = depth;
	}
	return buf_view(&out);
}

/* After the end tag of what is no text, or `at` when there is none. */
static size_t
pass_over(struct str s, size_t at, bool *none)
{
	static const char *const tags[] = { "style", "script", "title" };

	for (size_t i = 0; i < LEN(tags); i++) {
		const struct str name = str_of(tags[i]);

		if (!str_eq_nocase(str_cut(s, at + 1, at + 1 + name.n), name) || none[i])
			continue;
		for (size_t to = at; (to = str_find(s, STR("</"), to)) != STR_NONE;
		     to += 2)
			if (str_eq_nocase(str_cut(s, to + 2, to + 2 + name.n), name))
				return to;
		none[i] = true;
	}
	return at;
}

size_t
mail_weight(struct str s, bool html)
{
	bool none[3] = { false };
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];

		if (html && c == '<') {
			const char *gt;

			i = pass_over(s, i, none);
			gt = memchr(s.p + i, '>', s.n - i);
			if (gt == NULL)
				break;
			i = (size_t)(gt - s.p);
		} else if (!html && c == 'h' &&
			   str_starts(str_cut(s, i, i + 4), STR("http"))) {
			while (i < s.n && (unsigned char)s.p[i] > ' ')
				i++;
		} else {
			n += c >= 0x80 || ((c | 32) >= 'a' && (c | 32) <= 'z');
		}
	}
	return n;
}
