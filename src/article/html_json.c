/* JSON as pages carry it: read without recursion, forgiving what browsers' authors do. */
#include <string.h>

#include "article/html_meta.h"
#include "text/utf8.h"

enum { JSON_DEPTH = 64, JSON_VALUES = 20000 };

struct reader {
	struct arena *a;
	struct str s;
	size_t i, values, depth;
	struct jvalue *in, **end;
	struct str key;
	bool has_key;
};

static uint32_t
hex4(struct str s, size_t i)
{
	uint32_t v = 0;

	for (size_t k = i; k < i + 4 && k < s.n; k++) {
		const char c = s.p[k];
		const char low = (char)(c | 32);

		v = v * 16 + (uint32_t)(byte_is_digit(c)           ? c - '0'
					: low >= 'a' && low <= 'f' ? low - 'a' + 10
								   : 0);
	}
	return v;
}

static void
escape_read(struct reader *r, struct buf *out)
{
	static const char from[] = "nrtbf", to[] = "\n\n\t  ";
	const char c = r->i < r->s.n ? r->s.p[r->i++] : '\0';
	const char *known = c == '\0' ? NULL : strchr(from, c);
	uint32_t code;

	if (c != 'u') {
		if (c != '\0')
			buf_byte(out, known == NULL ? c : to[known - from]);
		return;
	}
	code = hex4(r->s, r->i);
	r->i += 4;
	if (code >= 0xd800 && code < 0xdc00 &&
	    str_eq(str_cut(r->s, r->i, r->i + 2), STR("\\u"))) {
		code = 0x10000 + ((code - 0xd800) << 10) +
		       ((hex4(r->s, r->i + 2) - 0xdc00) & 0x3ff);
		r->i += 6;
	}
	if (code < 32 || (code >= 0xd800 && code < 0xe000))
		code = ' ';
	buf_code(out, code);
}

static struct str
string_read(struct reader *r)
{
	struct buf out = buf_new(r->a);
	const size_t from = ++r->i;

	while (r->i < r->s.n && r->s.p[r->i] != '"' && r->s.p[r->i] != '\\')
		r->i++;
	if (r->i < r->s.n && r->s.p[r->i] == '"')
		return str_cut(r->s, from, r->i++);
	buf_str(&out, str_cut(r->s, from, r->i));
	while (r->i < r->s.n && r->s.p[r->i] != '"') {
		const char c = r->s.p[r->i++];

		if (c == '\\')
			escape_read(r, &out);
		else
			buf_byte(&out, c);
	}
	r->i++;
	return buf_view(&out);
}

static struct jvalue *
value_add(struct reader *r, int kind, struct str text)
{
	struct jvalue *v = arena_new(r->a, struct jvalue);

	v->kind = kind == '"'   ? JV_STRING
		  : kind == '{' ? JV_OBJECT
		  : kind == '[' ? JV_ARRAY
				: JV_OTHER;
	v->key = r->has_key ? r->key : STR_NIL;
	v->text = text;
	v->parent = r->in;
	*r->end = v;
	r->end = &v->next;
	r->has_key = false;
	r->values++;
	return v;
}

static bool
is_plain(char c)
{
	return strchr("\"{}[]:, \t\n", c) == NULL;
}

static void
token_read(struct reader *r)
{
	const char c = r->s.p[r->i];
	const size_t from = r->i;

	if (c == '"') {
		const struct str text = string_read(r);

		while (r->i < r->s.n && strchr(" \t\n", r->s.p[r->i]) != NULL)
			r->i++;
		if (r->i < r->s.n && r->s.p[r->i] == ':' && !r->has_key) {
			r->key = text;
			r->has_key = true;
			r->i++;
		} else {
			value_add(r, '"', text);
		}
	} else if (c == '{' || c == '[') {
		struct jvalue *v = value_add(r, c, STR_NIL);

		r->i++;
		r->in = v;
		r->end = &v->first;
		r->depth++;
	} else if (c == '}' || c == ']') {
		r->i++;
		if (r->in->parent != NULL) {
			r->end = &r->in->next;
			r->in = r->in->parent;
			r->depth--;
		}
	} else if (is_plain(c)) {
		while (r->i < r->s.n && is_plain(r->s.p[r->i]))
			r->i++;
		value_add(r, 0, str_cut(r->s, from, r->i));
	} else {
		r->i++;
	}
}

struct jvalue *
jvalue_read(struct arena *a, struct str json)
{
	struct jvalue *top = arena_new(a, struct jvalue);
	struct reader r = { .a = a, .s = json, .in = top, .end = &top->first };

	top->kind = JV_ARRAY;
	while (r.i < json.n && r.values < JSON_VALUES && r.depth < JSON_DEPTH)
		token_read(&r);
	return top;
}

const struct jvalue *
jvalue_get(const struct jvalue *object, const char *key)
{
	const struct str k = str_of(key);

	for (const struct jvalue *v = object->first; v != NULL; v = v->next)
		if (str_eq(v->key, k))
			return v;
	return NULL;
}

const struct jvalue *
jvalue_next(const struct jvalue *v, const struct jvalue *top)
{
	if (v->first != NULL)
		return v->first;
	while (v != top && v->next == NULL)
		v = v->parent;
	return v == top ? NULL : v->next;
}

struct str
jvalue_text(const struct jvalue *v)
{
	for (int steps = 0; v != NULL && steps < 4; steps++) {
		if (v->kind == JV_STRING)
			return v->text;
		if (v->kind == JV_ARRAY)
			v = v->first;
		else if (v->kind == JV_OBJECT)
			v = jvalue_get(v, "name") != NULL ? jvalue_get(v, "name")
							  : jvalue_get(v, "@value");
		else
			return STR_NIL;
	}
	return STR_NIL;
}
