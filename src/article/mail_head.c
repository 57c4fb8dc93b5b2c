/* The head of a message: fields, encoded words, parameters. */
#include "article/mail.h"

#include "text/utf8.h"

enum { WORD_MOST = 1000 }; /* bytes of an encoded word; RFC 2047 allows 75 */

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Bytes of "Name:", the colon and blanks before it (RFC 5322, 4.5) included, or 0. */
static size_t
name_bytes(struct str line, struct str *name)
{
	size_t n = 0;

	while (n < line.n && n < 80 && line.p[n] > ' ' && line.p[n] < 0x7f &&
	       line.p[n] != ':')
		n++;
	*name = str_cut(line, 0, n);
	while (n < line.n && (line.p[n] == ' ' || line.p[n] == '\t'))
		n++;
	return name->n != 0 && n < line.n && line.p[n] == ':' ? n + 1 : 0;
}

/* A line that a mailbox put before the head. */
static bool
is_from_line(struct str line, struct str rest)
{
	struct str name;

	return str_starts(line, STR("From ")) && name_bytes(str_line(&rest), &name) != 0;
}

struct mail_head
mail_fields(struct arena *a, struct str s, struct str *rest)
{
	struct mail_head h = { 0 };
	struct mail_field *last = NULL;

	*rest = s;
	while (rest->n != 0) {
		const struct str before = *rest, line = str_line(rest);
		struct str name;
		const size_t n = name_bytes(line, &name);

		if (line.n == 0)
			return h;
		if ((line.p[0] == ' ' || line.p[0] == '\t') && last != NULL) {
			const size_t whole = (size_t)(line.p + line.n - last->value.p);

			last->value.n = whole < MAIL_FIELD ? whole : last->value.n;
		} else if (n == 0 && h.n == 0 && is_from_line(line, *rest)) {
			continue;
		} else if (n == 0) {
			*rest = before; /* a head that ends without an empty line */
			return h;
		} else if (h.n < MAIL_FIELDS) {
			last = vec_push(a, &h);
			*last =
			    (struct mail_field){ name, str_cut(line, n, n + MAIL_FIELD) };
		} else {
			last = NULL;
		}
	}
	return h;
}

struct str
mail_value(const struct mail_head *h, const char *name)
{
	for (size_t i = 0; i < h->n; i++)
		if (str_eq_nocase(h->at[i].name, str_of(name)))
			return str_trim(h->at[i].value);
	return STR_NIL;
}

/* ---- encoded words ---- */

struct word {
	struct str charset, text;
	char encoding;
	size_t end;
};

static size_t
find_near(struct str s, const char *what, size_t from)
{
	return str_find(str_cut(s, 0, from + WORD_MOST), str_of(what), from);
}

/* "=?charset?q?text?=" at `at`. */
static bool
word_at(struct str s, size_t at, struct word *w)
{
	const size_t one = find_near(s, "?", at + 2);
	size_t two, star;

	if (one == STR_NONE || one + 2 >= s.n || s.p[one + 2] != '?')
		return false;
	w->charset = str_cut(s, at + 2, one);
	star = str_find(w->charset, STR("*"), 0);
	w->charset = str_cut(w->charset, 0, star);
	w->encoding = (char)(s.p[one + 1] | 32);
	two = find_near(s, "?=", one + 3);
	if (two == STR_NONE || (w->encoding != 'q' && w->encoding != 'b'))
		return false;
	w->text = str_cut(s, one + 3, two);
	w->end = two + 2;
	return true;
}

/* Neighbours are decoded as one, since some cut a character in two. */
static size_t
put_words(struct arena *a, struct buf *out, struct str s, const struct word *first)
{
	struct buf bytes = buf_new(a);
	struct word w = *first;
	size_t end;

	for (;;) {
		size_t next;

		buf_str(&bytes, mail_decode_word(a, w.text, w.encoding));
		end = next = w.end;
		while (next < s.n && is_blank(s.p[next]))
			next++;
		if (!str_starts(str_cut(s, next, s.n), STR("=?")) ||
		    !word_at(s, next, &w))
			break;
		end = next;
		if (!str_eq_nocase(w.charset, first->charset))
			break;
	}
	buf_str(out, mail_import(a, buf_view(&bytes), first->charset));
	return end;
}

struct str
mail_words(struct arena *a, struct str value)
{
	struct buf out = buf_new(a);
	size_t from = 0, at;
	struct word w;

	while ((at = str_find(value, STR("=?"), from)) != STR_NONE) {
		const bool is = word_at(value, at, &w);

		buf_str(&out,
		    utf8_import(a, str_cut(value, from, is ? at : at + 2), STR_NIL));
		from = is ? put_words(a, &out, value, &w) : at + 2;
	}
	buf_str(&out, utf8_import(a, str_cut(value, from, value.n), STR_NIL));
	for (size_t i = 0; i < out.n; i++) /* what was folded, and what an encoding hid */
		if (out.p[i] == '\n' || out.p[i] == '\t')
			out.p[i] = ' ';
	return str_trim(buf_view(&out));
}

/* ---- parameters ---- */

static int
hex(char c)
{
	return c >= '0' && c <= '9'                 ? c - '0'
	       : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
						    : -1;
}

static void
put_percent(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const int high = i + 2 < s.n + 0 && s.p[i] == '%' ? hex(s.p[i + 1]) : -1;
		const int low = high >= 0 ? hex(s.p[i + 2]) : -1;

		if (low >= 0) {
			buf_byte(out, (char)(high << 4 | low));
			i += 2;
		} else {
			buf_byte(out, s.p[i]);
		}
	}
}

struct param {
	struct str name, value;
};

/* The next "name=value" after a semicolon; quoted values lose their quotes. */
static bool
next_param(struct arena *a, struct str s, size_t *at, struct param *p)
{
	size_t i = *at, from;
	struct buf value = buf_new(a);

	while (i < s.n && s.p[i] != ';')
		i++;
	for (i += i < s.n; i < s.n && is_blank(s.p[i]);)
		i++;
	for (from = i; i < s.n && s.p[i] != '=' && s.p[i] != ';';)
		i++;
	*at = i;
	p->name = str_trim(str_cut(s, from, i));
	if (i >= s.n)
		return false;
	for (i += s.p[i] == '='; i < s.n && is_blank(s.p[i]);)
		i++;
	if (i < s.n && s.p[i] == '"') {
		for (i++; i < s.n && s.p[i] != '"'; i++) {
			i += s.p[i] == '\\' && i + 1 < s.n;
			buf_byte(&value, s.p[i]);
		}
	} else {
		for (; i < s.n && s.p[i] != ';' && !is_blank(s.p[i]); i++)
			buf_byte(&value, s.p[i]);
	}
	p->value = buf_view(&value);
	*at = i;
	return true;
}

struct str
mail_param(struct arena *a, struct str value, const char *name)
{
	struct buf pieces = buf_new(a);
	struct str charset = STR_NIL;
	struct param p;
	size_t at = 0;

	while (next_param(a, value, &at, &p)) {
		const size_t star = str_find(p.name, STR("*"), 0);
		const struct str base = str_cut(p.name, 0, star);

		if (!str_eq_nocase(base, str_of(name)))
			continue;
		if (star == STR_NONE)
			return mail_words(a, p.value);
		if (str_ends(p.name, STR("*")) && pieces.n == 0 &&
		    str_has(p.value, STR("'"))) {
			charset = str_split(&p.value, '\'');
			(void)str_split(&p.value, '\'');
		}
		if (str_ends(p.name, STR("*")))
			put_percent(&pieces, p.value);
		else
			buf_str(&pieces, p.value);
	}
	return str_trim(utf8_import(a, buf_view(&pieces), charset));
}

struct str
mail_token(struct arena *a, struct str value)
{
	struct buf out = buf_new(a);

	for (size_t i = 0; i < value.n && value.p[i] != ';' && value.p[i] != '(' &&
			   !is_blank(value.p[i]) && i < 200;
	     i++)
		buf_byte(
		    &out, (char)(value.p[i] >= 'A' && value.p[i] <= 'Z' ? value.p[i] | 32
									: value.p[i]));
	return buf_view(&out);
}
