/* The search language by recursive descent; brackets nest at most DEPTH_MOST deep. */
#include "library/query.h"

#include <limits.h>

#include "base/buf.h"
#include "data/edtf.h"
#include "text/word.h"

enum { DEPTH_MOST = 32, NODES_MOST = 1000 };

struct parser {
	struct arena *a;
	struct str text;
	size_t at;
	int depth;
	bool typing;
	struct query *q;
	struct query_error *error;
};

enum value_kind { VALUE_WORDS, VALUE_DATES, VALUE_IS, VALUE_WANTED };

static const struct field_row {
	const char *name;
	enum value_kind value;
	enum query_field field;
	enum query_kind kind;
} fields[] = {
	{ "title", VALUE_WORDS, FIELD_TITLE, QUERY_WORDS },
	{ "who", VALUE_WORDS, FIELD_WHO, QUERY_WORDS },
	{ "org", VALUE_WORDS, FIELD_ORG, QUERY_WORDS },
	{ "place", VALUE_WORDS, FIELD_PLACE, QUERY_WORDS },
	{ "topic", VALUE_WORDS, FIELD_TOPIC, QUERY_WORDS },
	{ "tag", VALUE_WORDS, FIELD_TAG, QUERY_WORDS },
	{ "source", VALUE_WORDS, FIELD_SOURCE, QUERY_WORDS },
	{ "before", VALUE_DATES, FIELD_ANY, QUERY_DATED },
	{ "after", VALUE_DATES, FIELD_ANY, QUERY_DATED },
	{ "event", VALUE_DATES, FIELD_ANY, QUERY_EVENT },
	{ "is", VALUE_IS, FIELD_ANY, QUERY_READ },
	{ "wanted", VALUE_WANTED, FIELD_ANY, QUERY_WANTED },
};

static bool parse_any(struct parser *p, size_t *out);

static bool
fail(struct parser *p, size_t at, const char *text)
{
	p->error->at = at;
	p->error->text = str_of(text);
	return false;
}

static bool
fail_with(struct parser *p, size_t at, struct str what, const char *after)
{
	struct buf b = buf_new(p->a);

	buf_printf(&b, "'" STR_FMT "'%s", STR_ARG(what), after);
	p->error->at = at;
	p->error->text = buf_view(&b);
	return false;
}

static size_t
add(struct parser *p, struct query_node n)
{
	*vec_push(p->a, &p->q->nodes) = n;
	return p->q->nodes.n - 1;
}

static size_t
join(struct parser *p, enum query_kind kind, size_t left, size_t right)
{
	return add(p, (struct query_node){ .kind = kind, .left = left, .right = right });
}

static char
here(const struct parser *p)
{
	return p->at < p->text.n ? p->text.p[p->at] : '\0';
}

static bool
at_end(const struct parser *p)
{
	return p->at >= p->text.n;
}

static void
skip(struct parser *p)
{
	while (!at_end(p) && byte_is_blank(here(p)))
		p->at++;
}

/* What stands up to the next blank, bracket or quote. */
static struct str
bare(const struct parser *p)
{
	size_t to = p->at;

	while (to < p->text.n && !byte_is_blank(p->text.p[to]) && p->text.p[to] != '(' &&
	       p->text.p[to] != ')' && p->text.p[to] != '"')
		to++;
	return str_cut(p->text, p->at, to);
}

static struct strs
words_of(struct arena *a, struct str text)
{
	const struct tokens t = tokens_apart(a, text);
	struct strs out = { 0 };

	for (size_t i = 0; i < t.n; i++)
		if (t.at[i].kind != TOKEN_PUNCT)
			*vec_push(a, &out) = token_text(&t, i);
	return out;
}

/* A word, or several in quotes; the value of a field or a bare one. */
static bool
take_words(struct parser *p, struct query_node *n)
{
	const size_t from = p->at;
	struct str text;

	if (here(p) == '"') {
		const size_t end = str_find(p->text, STR("\""), p->at + 1);

		if (end == STR_NONE && !p->typing)
			return fail(p, from, "the quote is not closed");
		text = str_cut(p->text, from + 1, end == STR_NONE ? p->text.n : end);
		p->at = end == STR_NONE ? p->text.n : end + 1;
	} else {
		text = bare(p);
		p->at += text.n;
		n->prefix = n->typing = p->typing && at_end(p);
	}
	n->words = words_of(p->a, text);
	if (here(p) == '*' || str_ends(text, STR("*"))) {
		n->prefix = true;
		n->typing = false;
		p->at += here(p) == '*';
	}
	return true;
}

static bool
one_date(struct parser *p, struct str text, size_t at, struct edtf *out)
{
	if (!edtf_parse(text, out) || out->no_year)
		return fail_with(
		    p, at, text, " is no date; write it as 2019-07-01, 2019-07 or 2019");
	return true;
}

static bool
take_range(struct parser *p, struct str text, struct query_node *n)
{
	const size_t dots = str_find(text, STR(".."), 0);
	const struct str first = str_cut(text, 0, dots == STR_NONE ? text.n : dots);
	const struct str last = dots == STR_NONE ? text : str_cut(text, dots + 2, text.n);
	struct edtf from = { .from = LONG_MIN }, to = { .to = LONG_MAX };

	if (text.n == 2)
		return fail(p, p->at, "a range needs a date at one end");
	if ((first.n != 0 && !one_date(p, first, p->at, &from)) ||
	    (last.n != 0 && !one_date(p, last, p->at + text.n - last.n, &to)))
		return false;
	n->from = from.from;
	n->to = to.to;
	return true;
}

static bool
take_dates(struct parser *p, struct query_node *n, const struct field_row *f)
{
	const struct str text = bare(p);
	struct edtf date;

	n->from = LONG_MIN;
	n->to = LONG_MAX;
	if (f->kind == QUERY_EVENT) {
		if (!take_range(p, text, n))
			return false;
	} else if (!one_date(p, text, p->at, &date)) {
		return false;
	} else if (f->name[0] == 'b') {
		n->to = date.from == LONG_MIN ? LONG_MIN : date.from - 1;
	} else {
		n->from = date.to == LONG_MAX ? LONG_MAX : date.to + 1;
	}
	p->at += text.n;
	return true;
}

static bool
take_is(struct parser *p, size_t *out)
{
	const struct str what = bare(p);
	const bool unread = str_eq(what, STR("unread"));
	struct query_node n = { .kind = QUERY_READ };

	if (str_eq(what, STR("starred")))
		n.kind = QUERY_STARRED;
	else if (!unread && !str_eq(what, STR("read")))
		return fail_with(p, p->at, what, " is none of unread, read, starred");
	p->at += what.n;
	*out = add(p, n);
	if (unread)
		*out = join(p, QUERY_NOT, *out, 0);
	return true;
}

/* The field that begins here, or NULL; false when there is none of that name. */
static bool
find_field(struct parser *p, const struct field_row **out)
{
	const struct str word = bare(p);
	const size_t colon = str_find(word, STR(":"), 0);
	const struct str name = str_cut(word, 0, colon);

	*out = NULL;
	if (colon == STR_NONE || colon == 0)
		return true;
	for (size_t i = 0; i < colon; i++)
		if (name.p[i] < 'a' || name.p[i] > 'z')
			return true;
	for (size_t i = 0; i < LEN(fields); i++)
		if (str_eq(name, str_of(fields[i].name)))
			*out = &fields[i];
	if (*out == NULL)
		return fail_with(p, p->at, name,
		    " is no field; there are title, who, org, place, topic, tag, source, "
		    "before, after, event, is, wanted");
	p->at += colon + 1;
	return true;
}

static bool
parse_field(struct parser *p, const struct field_row *f, size_t *out)
{
	struct query_node n = { .kind = f->kind, .field = f->field };

	if (f->value != VALUE_WANTED && (at_end(p) || byte_is_blank(here(p))))
		return fail_with(
		    p, p->at, str_of(f->name), " needs a value right after the colon");
	switch (f->value) {
	case VALUE_IS:
		return take_is(p, out);
	case VALUE_DATES:
		if (!take_dates(p, &n, f))
			return false;
		break;
	case VALUE_WORDS:
	case VALUE_WANTED:
		if (!at_end(p) && !byte_is_blank(here(p)) && !take_words(p, &n))
			return false;
		if (n.words.n == 0 && f->value == VALUE_WORDS)
			return fail_with(p, p->at, str_of(f->name), " needs a word");
		break;
	}
	*out = add(p, n);
	return true;
}

static bool
parse_brackets(struct parser *p, size_t *out)
{
	const size_t from = p->at++;

	if (++p->depth > DEPTH_MOST)
		return fail(p, from, "brackets nest too deep");
	if (!parse_any(p, out))
		return false;
	p->depth--;
	if (here(p) != ')' && !p->typing)
		return fail(p, from, "the bracket is not closed");
	p->at += here(p) == ')';
	return true;
}

/* One thing, positive.  Words of which nothing is left (a lone dash) hold always. */
static bool
parse_one(struct parser *p, size_t *out)
{
	const struct field_row *f;
	struct query_node n = { .kind = QUERY_WORDS, .field = FIELD_ANY };

	if (p->q->nodes.n > NODES_MOST)
		return fail(p, p->at, "the query is too long");
	if (here(p) == '(')
		return parse_brackets(p, out);
	if (!find_field(p, &f))
		return false;
	if (f != NULL)
		return parse_field(p, f, out);
	if (!take_words(p, &n))
		return false;
	if (n.words.n == 0)
		n.kind = QUERY_ALL;
	*out = add(p, n);
	return true;
}

static bool
parse_signed(struct parser *p, size_t *out)
{
	const size_t from = p->at;
	const bool minus = here(p) == '-';

	p->at += minus;
	if (minus && (at_end(p) || byte_is_blank(here(p)))) {
		if (!p->typing && at_end(p))
			return fail(p, from, "'-' needs something to leave out");
		*out = add(p, (struct query_node){ .kind = QUERY_ALL });
		return true;
	}
	if (!parse_one(p, out))
		return false;
	if (minus && p->q->nodes.at[*out].kind != QUERY_ALL)
		*out = join(p, QUERY_NOT, *out, 0);
	return true;
}

static bool
at_or(const struct parser *p)
{
	return str_eq_nocase(bare(p), STR("or"));
}

static bool
parse_all(struct parser *p, size_t *out)
{
	bool some = false;
	size_t next;

	for (skip(p); !at_end(p) && here(p) != ')' && !at_or(p); skip(p)) {
		if (!parse_signed(p, &next))
			return false;
		*out = some ? join(p, QUERY_AND, *out, next) : next;
		some = true;
	}
	if (!some)
		*out = add(p, (struct query_node){ .kind = QUERY_ALL });
	return true;
}

static bool
parse_any(struct parser *p, size_t *out)
{
	size_t from, next;

	if (!parse_all(p, out))
		return false;
	while (at_or(p)) {
		if (p->q->nodes.at[*out].kind == QUERY_ALL)
			return fail(p, p->at, "'or' needs something on its left");
		from = p->at;
		p->at += 2;
		if (!parse_all(p, &next))
			return false;
		if (p->q->nodes.at[next].kind == QUERY_ALL) {
			if (!p->typing)
				return fail(p, from, "'or' needs something on its right");
			p->q->nodes.n = next; /* nothing refers to it */
			continue;
		}
		*out = join(p, QUERY_OR, *out, next);
	}
	return true;
}

bool
query_parse(struct arena *a, struct str text, bool typing, struct query *out,
    struct query_error *error)
{
	struct parser p = {
		.a = a, .text = text, .typing = typing, .q = out, .error = error
	};

	*out = (struct query){ 0 };
	if (!parse_any(&p, &out->root))
		return false;
	if (!at_end(&p))
		return fail(&p, p.at, "there is no bracket to close here");
	return true;
}

bool
query_needs_marks(const struct query *q)
{
	for (size_t i = 0; i < q->nodes.n; i++)
		if (q->nodes.at[i].kind == QUERY_READ ||
		    q->nodes.at[i].kind == QUERY_STARRED)
			return true;
	return false;
}
