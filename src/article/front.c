/* Front matter: what stands before a Markdown text in YAML (---), TOML (+++) or JSON, by the
   names that Hugo, Jekyll, Zola, Obsidian and pandoc use.  Keys and values are gathered
   first, since some count only when others are not there. */
#include <string.h>

#include "article/front.h"
#include "article/html_meta.h"
#include "article/json.h"
#include "data/yaml.h"
#include "text/utf8.h"

enum { MOST_LINES = 400, MOST_PAIRS = 500 };

struct pairs {
	struct arena *a;
	struct pair {
		struct str key, value;
	} * at;
	size_t n, room;
};

static struct front
json_front(struct str s)
{
	const struct json_span span =
	    str_starts(s, STR("{")) ? json_span(s, 0) : (struct json_span){ STR_NONE, 0 };
	struct str rest = str_cut(s, span.end, s.n);

	if (span.end == STR_NONE || span.end < 3 || str_trim(str_line(&rest)).n != 0 ||
	    str_trim(rest).n == 0 || strchr("{[", str_trim(rest).p[0]) != NULL)
		return (struct front){ 0 };
	return (struct front){ FRONT_JSON, str_cut(s, 0, span.end), s.n - rest.n };
}

struct front
front_of(struct str s)
{
	struct str rest = s, first = str_trim(str_line(&rest));
	const char *from = rest.p;
	const bool toml = str_eq(first, STR("+++"));

	if (str_starts(first, STR("{")))
		return json_front(s);
	if (!toml && !str_eq(first, STR("---")))
		return (struct front){ 0 };
	for (int i = 0; i < MOST_LINES && rest.n != 0; i++) {
		const struct str line = str_line(&rest);

		if (str_eq(str_trim(line), first) ||
		    (!toml && str_eq(str_trim(line), STR("..."))))
			return (struct front){ toml ? FRONT_TOML : FRONT_YAML,
				{ from, (size_t)(line.p - from) }, s.n - rest.n };
	}
	return (struct front){ 0 };
}

/* ---- gathering ---- */

/* canonical_url, canonical-url and "canonical url" are the same name. */
static void
pair_add(struct pairs *p, struct str key, struct str value)
{
	struct buf b = buf_new(p->a);

	value = html_squeeze(p->a, value);
	if (str_starts(value, STR("[[")) &&
	    str_ends(value, STR("]]"))) /* a note's name */
		value = str_cut(value, 2, value.n - 2);
	if (value.n == 0 || key.n > 60 || p->n == MOST_PAIRS)
		return;
	for (size_t i = 0; i < key.n; i++)
		buf_str(&b, key.p[i] == '_' ? STR(" ") : str_cut(key, i, i + 1));
	*vec_push(p->a, p) = (struct pair){ buf_view(&b), value };
}

/* Sections whose keys are the article's: of Hugo and Zola. */
static bool
is_open_section(struct str name)
{
	return str_eq_nocase(name, STR("params")) || str_eq_nocase(name, STR("extra")) ||
	       str_eq_nocase(name, STR("taxonomies"));
}

static void
yaml_value(struct pairs *p, const struct yaml *y, struct str key)
{
	const struct yaml *name = yaml_get(y, STR("name"));

	if (y->kind == YAML_SCALAR && !yaml_is_null(y))
		pair_add(p, key, y->text);
	else if (name != NULL && name->kind == YAML_SCALAR)
		pair_add(p, key, name->text);
}

static void
yaml_member(struct pairs *p, const struct yaml *y)
{
	if (y->kind != YAML_LIST)
		yaml_value(p, y, y->key);
	for (const struct yaml *item = y->first; item != NULL && y->kind == YAML_LIST;
	     item = item->next)
		yaml_value(p, item, y->key);
}

static bool
yaml_pairs(struct pairs *p, struct str text, struct str file)
{
	struct diags quiet = { .a = p->a };
	struct yaml *map;

	if (!yaml_read(p->a, text, file, &map, &quiet))
		return false;
	for (const struct yaml *y = map == NULL ? NULL : map->first; y != NULL;
	     y = y->next) {
		yaml_member(p, y);
		if (y->kind == YAML_MAP && is_open_section(y->key))
			for (const struct yaml *in = y->first; in != NULL; in = in->next)
				yaml_member(p, in);
	}
	return map == NULL || map->kind == YAML_MAP;
}

/* `key: value`, a line each, for what YAML refuses. */
static void
plain_pairs(struct pairs *p, struct str text)
{
	while (text.n != 0) {
		struct str value = str_line(&text);
		const struct str key = str_trim(str_split(&value, ':'));

		value = str_trim(value);
		if (str_starts(value, STR("[")) && str_ends(value, STR("]")))
			for (value = str_cut(value, 1, value.n - 1); value.n != 0;)
				pair_add(p, key, str_split(&value, ','));
		else
			pair_add(p, key, value);
	}
}

/* ---- TOML 1.0, as far as front matter uses it ---- */

struct toml {
	struct str s;
	size_t i;
	struct pairs *p;
	struct str section;
};

static bool
at_end(const struct toml *t)
{
	return t->i >= t->s.n;
}

static char
peek(const struct toml *t)
{
	return at_end(t) ? '\n' : t->s.p[t->i];
}

static void
skip_line(struct toml *t)
{
	while (!at_end(t) && t->s.p[t->i] != '\n')
		t->i++;
}

/* Blanks and comments; line ends too within brackets. */
static void
skip_blanks(struct toml *t, bool lines)
{
	while (!at_end(t)) {
		if (peek(t) == '#')
			skip_line(t);
		else if (peek(t) == ' ' || peek(t) == '\t' || (lines && peek(t) == '\n'))
			t->i++;
		else
			return;
	}
}

static void
put_escape(struct toml *t, struct buf *out)
{
	static const char names[] = "btnfr", codes[] = "\b\t\n\f\r";
	const char c = peek(t);
	const char *hit = strchr(names, c);
	const size_t digits = c == 'u' ? 4 : c == 'U' ? 8 : 0;
	uint32_t v = 0;

	t->i += !at_end(t);
	if (digits == 0) {
		buf_byte(out, hit == NULL ? c : codes[hit - names]);
		return;
	}
	for (size_t k = 0; k < digits && !at_end(t); k++, t->i++)
		v = v * 16 +
		    (uint32_t)(peek(t) <= '9' ? peek(t) - '0' : (peek(t) | 32) - 87) % 16;
	if (v >= ' ' && v <= 0x10ffff && v >> 11 != 0x1b)
		buf_code(out, v);
}

/* "…", '…', and three of either for several lines. */
static struct str
string(struct toml *t)
{
	const char quote = peek(t);
	const struct str one = str_cut(t->s, t->i, t->i + 1);
	const struct str three = quote == '"' ? STR("\"\"\"") : STR("'''");
	const bool lines = str_starts(str_cut(t->s, t->i, t->s.n), three);
	const struct str end = lines ? three : one;
	struct buf out = buf_new(t->p->a);

	t->i += end.n;
	while (!at_end(t) && !str_starts(str_cut(t->s, t->i, t->i + 3), end)) {
		if (peek(t) == '\n' && !lines)
			return buf_view(&out);
		if (peek(t) == '\\' && quote == '"') {
			t->i++;
			put_escape(t, &out);
		} else {
			buf_byte(&out, peek(t));
			t->i++;
		}
	}
	t->i += at_end(t) ? 0 : end.n;
	return buf_view(&out);
}

/* A string, or a word up to what ends one. */
static struct str
scalar(struct toml *t)
{
	const size_t from = t->i;

	if (peek(t) == '"' || peek(t) == '\'')
		return string(t);
	while (!at_end(t) && strchr(",]}=#\n", peek(t)) == NULL)
		t->i++;
	t->i += t->i == from && !at_end(t) && peek(t) != '\n';
	return str_trim(str_cut(t->s, from, t->i));
}

/* The value of a key: each of a list's, the names of a table's. */
static void
value(struct toml *t, struct str key)
{
	size_t depth = 0;
	struct str inner = STR_NIL;
	bool table = false;

	do {
		const char c = peek(t);
		struct str got;

		if (c == '[' || c == '{' || c == ']' || c == '}' || c == ',') {
			depth += c == '[' || c == '{';
			depth -= (c == ']' || c == '}') && depth != 0;
			table = c == '{' || (table && c == ',');
			inner = STR_NIL;
			t->i++;
		} else {
			got = scalar(t);
			skip_blanks(t, depth != 0);
			if (table && peek(t) == '=') {
				inner = got;
				t->i++;
			} else if (inner.n == 0 || str_eq(inner, STR("name"))) {
				pair_add(t->p, key, got);
			}
		}
		skip_blanks(t, depth != 0);
	} while (depth != 0 && !at_end(t));
}

static void
toml_pairs(struct pairs *p, struct str text)
{
	struct toml t = { .s = text, .p = p };

	for (skip_blanks(&t, true); !at_end(&t); skip_blanks(&t, true)) {
		const size_t from = t.i;
		struct str key;

		if (peek(&t) == '[') {
			skip_line(&t);
			t.section = str_trim(str_cut(text, from, t.i));
			while (str_starts(t.section, STR("[")) &&
			       str_ends(t.section, STR("]")))
				t.section = str_cut(t.section, 1, t.section.n - 1);
			continue;
		}
		key = scalar(&t);
		skip_blanks(&t, false);
		if (peek(&t) != '=') {
			skip_line(&t);
			continue;
		}
		t.i++;
		skip_blanks(&t, false);
		if (t.section.n != 0 && !is_open_section(t.section))
			key = str_eq(key, STR("name")) ? t.section : STR_NIL;
		value(&t, key);
	}
}

/* ---- into the article ---- */

/* Names that only front matter uses for what has others elsewhere. */
static struct str
usual_name(struct str key)
{
	static const char *const deks[] = { "summary", "excerpt", "abstract", "lead" };

	return str_is_any(key, deks, LEN(deks)) ? STR("description") : key;
}

static void
set_if_empty(struct str *where, struct str value)
{
	if (where->n == 0)
		*where = value;
}

/* The day in the address that a generator of sites gives the page: "2019/06/28/crane". */
static struct str
day_of_path(struct job *j, const struct pair *p)
{
	static const char *const keys[] = { "path", "permalink", "url", "slug", "aliases",
		"redirect_from" };
	struct buf b = buf_new(j->a);

	if (!str_is_any(p->key, keys, LEN(keys)))
		return STR_NIL;
	buf_byte(&b, '/');
	buf_str(&b, p->value);
	return day_of_address(j->a, buf_view(&b));
}

static void
set_pairs(struct job *j, const struct pairs *p)
{
	struct str created = STR_NIL, day = STR_NIL;

	for (size_t i = 0; i < p->n && day.n == 0; i++)
		day = day_of_path(j, &p->at[i]);
	for (size_t i = 0; i < p->n; i++)
		if (str_eq_nocase(p->at[i].key, STR("created")))
			created = p->at[i].value;
		else if (str_eq_nocase(p->at[i].key, STR("author")) ||
			 str_eq_nocase(p->at[i].key, STR("authors")))
			author_add(j, p->at[i].value);
		else
			(void)field_set(j, usual_name(p->at[i].key), p->at[i].value);
	/* when a note was made of somebody's article says nothing of the article */
	if (j->out->source.published.n == 0 && j->out->source.url.n == 0)
		(void)field_set(j, STR("date"), created);
	set_if_empty(&j->out->source.published, day);
}

static bool
json_fields(struct job *j, struct str object)
{
	struct article *out = j->out;
	struct item it = { 0 };
	const char *why;
	size_t at;

	if (!json_item(j->a, object, &it, &why, &at))
		return false;
	j->titled = j->titled || it.title.n != 0;
	set_if_empty(&out->title, it.title);
	set_if_empty(&out->dek, item_plain(j->a, it.summary.text, ITEM_GUESS));
	set_if_empty(&out->source.url, it.url);
	set_if_empty(&out->source.name, it.source.name);
	set_if_empty(&out->source.published, it.source.published);
	set_if_empty(&out->source.updated, it.source.updated);
	set_if_empty(&out->source.language, it.source.language);
	set_if_empty(&out->source.section, it.source.section);
	set_if_empty(&out->source.rights, it.source.rights);
	if (out->source.author.n == 0)
		out->source.author = it.source.author;
	if (out->keywords.n == 0)
		out->keywords = it.keywords;
	return true;
}

void
front_read(struct job *j, const struct front *f)
{
	struct pairs p = { .a = j->a };

	switch (f->kind) {
	case FRONT_NONE:
		return;
	case FRONT_JSON:
		(void)json_fields(j, f->text);
		return;
	case FRONT_TOML:
		toml_pairs(&p, f->text);
		break;
	case FRONT_YAML:
		if (!yaml_pairs(&p, f->text, j->hints->file))
			plain_pairs(&p, f->text);
		break;
	}
	set_pairs(j, &p);
}
