/* The walk over JSON that finds the articles in it without parsing them. */
#include "article/tables/json.h"

#include <string.h>

#include "article/feed.h"
#include "text/utf8.h"

static size_t
skip_blanks(struct str s, size_t at)
{
	while (at < s.n && strchr(" \t\r\n", s.p[at]) != NULL && s.p[at] != '\0')
		at++;
	return at;
}

/* After the quote that ends the string begun at `at`. */
static size_t
string_end(struct str s, size_t at)
{
	for (at++; at < s.n; at++) {
		if (s.p[at] == '"')
			return at + 1;
		at += s.p[at] == '\\';
	}
	return STR_NONE;
}

/* A number, true, false, null: up to what may follow a value. */
static size_t
word_end(struct str s, size_t at)
{
	while (at < s.n && strchr(",]} \t\r\n", s.p[at]) == NULL)
		at++;
	return at;
}

struct json_span
json_span(struct str s, size_t from)
{
	struct json_span span = { STR_NONE, 1 };
	size_t depth = 0, at = skip_blanks(s, from);

	while (at < s.n) {
		const char c = s.p[at];

		if (c == '"')
			at = string_end(s, at);
		else if (c == '{' || c == '[' || c == '}' || c == ']')
			at++;
		else
			at = strchr(",:", c) != NULL ? at + 1 : word_end(s, at);
		depth += c == '{' || c == '[';
		if (at == STR_NONE || depth > JSON_DEPTH)
			return span;
		span.values += c == ',' || c == ':';
		if (depth == 0 || ((c == '}' || c == ']') && --depth == 0)) {
			span.end = at;
			return span;
		}
		at = skip_blanks(s, at);
	}
	return span;
}

struct json_walk {
	struct job *j;
	struct str s;
	struct item whole; /* what the file says of all its articles */
	bool list, any, full;
	size_t n, bad;
};

static void
say_bad(struct json_walk *w, size_t at, const char *why)
{
	struct place place = place_in(w->j->hints->file, w->s, at);

	place.text = STR_NIL;
	if (w->bad++ < 10)
		say(w->j->d, SAY_JSON_ITEM, place, "%s; this part is left out", why);
}

static void
add_item(struct json_walk *w, size_t from, struct json_span span)
{
	struct item it = { .bytes = str_cut(w->s, from, span.end), .base = w->whole.url };
	const char *why = "too many values";
	size_t at = 0;

	if (w->n++ >= JSON_ITEMS) {
		w->full = true;
		return;
	}
	if (span.values > JSON_VALUES || !json_item(w->j->a, it.bytes, &it, &why, &at)) {
		say_bad(w, from + at, why);
		return;
	}
	it.only = !w->list;
	if (it.source.name.n == 0)
		it.source.name = w->whole.title;
	if (it.source.language.n == 0)
		it.source.language = w->whole.source.language;
	if (it.source.author.n == 0)
		it.source.author = w->whole.source.author;
	it.base = it.url.n != 0 ? it.url : it.base.n != 0 ? it.base : w->j->hints->url;
	w->any = item_add(w->j, &it) || w->any;
}

/* The values of a list, or the objects of an object. */
static size_t
walk_list(struct json_walk *w, size_t at)
{
	const bool object = w->s.p[at] == '{';

	w->list = true;
	for (at = skip_blanks(w->s, at + 1); at < w->s.n && !w->full;) {
		struct json_span span;

		if (object && w->s.p[at] == '"') {
			at = string_end(w->s, at);
			at = at == STR_NONE ? w->s.n : skip_blanks(w->s, at);
			at = skip_blanks(w->s, at + (at < w->s.n && w->s.p[at] == ':'));
		}
		if (at >= w->s.n || strchr("]}", w->s.p[at]) != NULL)
			return at + 1;
		span = json_span(w->s, at);
		if (span.end == STR_NONE) {
			say_bad(w, at, "it does not end, or is too deep");
			return w->s.n;
		}
		if (w->s.p[at] == '{')
			add_item(w, at, span);
		at = skip_blanks(w->s, span.end);
		at = skip_blanks(w->s, at + (at < w->s.n && w->s.p[at] == ','));
	}
	return at;
}

static bool
is_list_key(struct str s, size_t from, size_t to, char value)
{
	for (size_t i = 0; i < LEN(json_lists); i++)
		if (str_eq(str_cut(s, from + 1, to - 1), str_of(json_lists[i])))
			return value == '[' || (value == '{' && i == 3);
	return false;
}

/* Where the object's articles are: [from, to), or from is STR_NONE. */
static void
find_list(struct str s, size_t at, size_t *from, size_t *to)
{
	*from = STR_NONE;
	for (at = skip_blanks(s, at + 1); at < s.n && s.p[at] == '"';) {
		const size_t key = at, end = string_end(s, at);
		struct json_span span;

		at = end == STR_NONE ? s.n : skip_blanks(s, end);
		if (at >= s.n || s.p[at] != ':')
			return;
		at = skip_blanks(s, at + 1);
		span = json_span(s, at);
		if (at < s.n && is_list_key(s, key, end, s.p[at])) {
			*from = at;
			*to = span.end == STR_NONE ? s.n : span.end;
			return;
		}
		if (span.end == STR_NONE)
			return;
		at = skip_blanks(s, span.end);
		at = skip_blanks(s, at + (at < s.n && s.p[at] == ','));
	}
}

/* What the object says besides its articles is said of all of them. */
static void
read_whole(struct json_walk *w, struct str object, size_t from, size_t to)
{
	struct buf rest = buf_new(w->j->a);
	const char *why;
	size_t where;

	if (object.n - (to - from) > (size_t)1 << 16)
		return;
	buf_str(&rest, str_cut(object, 0, from));
	buf_text(&rest, "0");
	buf_str(&rest, str_cut(object, to, object.n));
	(void)json_item(w->j->a, buf_view(&rest), &w->whole, &why, &where);
}

/* One value at the top, and what it says of the articles in it. */
static size_t
walk_top(struct json_walk *w, size_t at)
{
	const struct json_span span = json_span(w->s, at);
	const size_t end = span.end == STR_NONE ? w->s.n : span.end;
	const struct str object = str_cut(w->s, at, end);
	size_t from = STR_NONE, to = 0;

	if (w->s.p[at] == '[')
		return walk_list(w, at);
	if (w->s.p[at] != '{') {
		say_bad(w, at, "neither an object nor a list");
		return w->s.n;
	}
	find_list(object, 0, &from, &to);
	if (from != STR_NONE) {
		read_whole(w, object, from, to);
		(void)walk_list(w, at + from);
	} else if (span.end == STR_NONE) {
		say_bad(w, at, "it does not end, or is too deep");
	} else {
		add_item(w, at, span);
	}
	return end;
}

bool
json_read(struct job *j, struct str bytes)
{
	struct json_walk w = { .j = j };
	bool mended;

	w.s = feed_import(j->a, bytes, j->hints->charset, &mended);
	for (size_t at = skip_blanks(w.s, 0); at < w.s.n && !w.full;
	     at = skip_blanks(w.s, at)) {
		at = walk_top(&w, at);
		w.list = w.list || skip_blanks(w.s, at) < w.s.n;
	}
	if (w.full)
		say(j->d, SAY_ARTICLE_CUT, (struct place){ .file = j->hints->file },
		    "more than %d items, the rest is left out", JSON_ITEMS);
	return w.any;
}

/* An object that a text follows is that text's front matter. */
bool
json_probe(struct str s)
{
	const size_t at = skip_blanks(s, 0), in = skip_blanks(s, at + 1);
	const char first = at < s.n ? s.p[at] : ' ', next = in < s.n ? s.p[in] : ' ';
	struct json_span span;
	size_t rest;

	if (first == '[')
		return next == '{';
	if (first != '{' || next != '"')
		return false;
	span = json_span(s, at);
	rest = span.end == STR_NONE ? s.n : skip_blanks(s, span.end);
	return rest == s.n || s.p[rest] == '{' || s.p[rest] == '[' || s.p[rest] == ',';
}
