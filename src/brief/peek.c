/*
 * A scan of canonical lines without YAML.  Everything it does not know for certain
 * gives up: indentation, escapes, comments behind values, keys in quotes.
 */
#include <string.h>

#include "brief/fields.h"
#include "brief/lines.h"

struct scan {
	struct arena *a;
	struct str rest; /* whole lines to come */
	struct brief *out;
};

/* Nothing that YAML takes for a line end, a mark of order or a fault. */
static bool
is_text(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		const unsigned char c = (unsigned char)s.p[i];
		const unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;

		if (c < ' ' || c == 0x7f || (c == 0xc2 && next < 0xa0) || c == 0xef ||
		    (c == 0xe2 && next == 0x80 && i + 2 < s.n &&
			((unsigned char)s.p[i + 2] & 0xfe) == 0xa8))
			return false;
	}
	return true;
}

static bool
is_null_word(struct str s)
{
	return s.n == 4 && str_eq_nocase(s, STR("null"));
}

/* A value of one line: plain, or in double quotes without a backslash. */
static bool
take_value(const struct scan *scan, struct str s, struct str *out)
{
	if (s.n == 0 || !is_text(s))
		return false;
	if (s.p[0] == '"') {
		s = str_cut(s, 1, s.n);
		if (s.n == 0 || str_find(s, STR("\""), 0) != s.n - 1 ||
		    str_has(s, STR("\\")))
			return false;
		s = str_cut(s, 0, s.n - 1);
	} else if (!byte_is_word(s.p[0]) || s.p[s.n - 1] == ' ' || s.p[s.n - 1] == ':' ||
		   str_has(s, STR(": ")) || str_has(s, STR(" #")) || is_null_word(s)) {
		return false;
	}
	*out = str_dup(scan->a, s);
	return true;
}

static bool
take_flow(const struct scan *scan, struct str s, struct strs *out)
{
	s = str_cut(s, 1, s.n - 1);
	for (size_t i = 0; i < s.n; i++)
		if (!byte_is_word(s.p[i]) &&
		    !str_has(STR(" ,.-_()&/"), str_cut(s, i, i + 1)))
			return false;
	while (s.n != 0) {
		const struct str item = str_trim(str_split(&s, ','));

		if (item.n == 0 || !take_value(scan, item, vec_push(scan->a, out)))
			return false;
	}
	return true;
}

/* The value of a line: what follows "key:". */
static bool
take_member(
    const struct scan *scan, const struct field *f, struct str value, void *record)
{
	void *at = (char *)record + f->at;

	if (f->kind == FIELD_LINE)
		return take_value(scan, value, at);
	if (value.n > 2 && value.p[0] == '[' && value.p[value.n - 1] == ']')
		return take_flow(scan, value, at);
	return f->kind == FIELD_LINES &&
	       take_value(scan, value, vec_push(scan->a, (struct strs *)at));
}

/* Splits "key: value" or "key:"; false when it is neither. */
static bool
split_key(struct str line, struct str *key, struct str *value)
{
	struct str rest = line;

	*key = str_split(&rest, ':');
	if (key->n == 0 || key->n == line.n || (rest.n != 0 && rest.p[0] != ' '))
		return false;
	for (size_t i = 0; i < key->n; i++)
		if ((unsigned char)key->p[i] >= 0x80 ||
		    (!byte_is_word(key->p[i]) && key->p[i] != '-' && key->p[i] != '_'))
			return false;
	*value = str_cut(rest, 1, rest.n);
	return true;
}

/* The next line when it begins with these bytes; without them. */
static bool
take_line(struct scan *scan, struct str begin, struct str *out)
{
	if (!str_starts(scan->rest, begin))
		return false;
	*out = str_split(&scan->rest, '\n');
	*out = str_cut(*out, begin.n, out->n);
	return true;
}

static bool
take_block(struct scan *scan, const struct field *f)
{
	void *at = (char *)scan->out + f->at;
	struct str line, key, value;

	if (f->kind == FIELD_WORDS) {
		while (take_line(scan, STR("  - "), &line))
			if (!take_value(scan, line, vec_push(scan->a, (struct strs *)at)))
				return false;
		return true;
	}
	if (f->kind != FIELD_RECORD)
		return false;
	while (take_line(scan, STR("  "), &line)) {
		const struct field *part;

		if (!split_key(line, &key, &value) ||
		    (part = field_find(f->fields, key)) == NULL ||
		    !take_member(scan, part, value, at))
			return false;
	}
	return true;
}

/* Behind the head only keys that a list does not show may stand. */
static bool
is_rest_clean(struct str rest)
{
	if (memchr(rest.p, '\r', rest.n) != NULL || lines_odd(rest) != STR_NONE)
		return false;
	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');
		const struct field *f;
		struct str key, value;

		if (line.n == 0 || line.p[0] == ' ' || line.p[0] == '#')
			continue;
		if (rest.n == 0 && !str_has(line, STR(":")))
			return true; /* cut off in the middle of a key */
		if (!split_key(line, &key, &value) || str_eq(key, STR("format")))
			return false;
		f = field_find(brief_fields, key);
		if (f != NULL && f->flags & FLAG_HEAD)
			return false;
	}
	return true;
}

/* Up to the first key a list does not show; false when the head has no such key. */
static bool
take_head(struct scan *scan)
{
	unsigned seen = 0;

	for (;;) {
		const struct str here = scan->rest;
		const struct str line = str_split(&scan->rest, '\n');
		const struct field *f;
		struct str key, value;

		if (line.n == 0 && scan->rest.n != 0)
			continue;
		if (!split_key(line, &key, &value))
			return false;
		f = field_find(brief_fields, key);
		if (f == NULL || !(f->flags & FLAG_HEAD))
			return is_rest_clean(here);
		if (seen & 1u << (f - brief_fields))
			return false;
		seen |= 1u << (f - brief_fields);
		if (value.n == 0 ? !take_block(scan, f)
				 : f->kind == FIELD_RECORD ||
				       !take_member(scan, f, value, scan->out))
			return false;
	}
}

bool
brief_peek(struct arena *a, struct str head, struct str name, struct brief *out)
{
	struct scan scan = { a, head, out };

	*out = (struct brief){ .format = 1 };
	while (scan.rest.n != 0 && scan.rest.p[0] == '#')
		(void)str_split(&scan.rest, '\n');
	if (!str_eq(str_split(&scan.rest, '\n'), STR("format: 1")) || !take_head(&scan) ||
	    out->title.n == 0)
		return false;
	if (out->id.n == 0)
		out->id = brief_id_from_name(a, name, 0);
	return true;
}
