/*
 * What is wrong with a brief, with its place: the tree of the file is walked along
 * the tables of fields, the body is parsed once for paragraphs.
 */
#include "base/edits.h"
#include "base/map.h"
#include "brief/fields.h"
#include "data/edtf.h"
#include "doc/doc.h"

enum { WORK_BYTES = 1 << 28 /* of paragraphs searched; what is left is not compared */ };

struct para {
	const struct block *block;
	struct str plain; /* made when it is first asked for */
};

struct checking {
	struct arena *a;
	struct str bytes, name;
	struct diags *d;
	struct para *paras; /* of the body, from 0 */
	long para_count;
	size_t work;
	size_t before; /* messages when it began */
	bool part;     /* what is missing may only not have been read */
};

static void check_fields(
    struct checking *c, const struct field *fields, const struct yaml *map);

static struct place
place_of(const struct checking *c, size_t at)
{
	return place_in(c->name, c->bytes, at);
}

static bool
is_enough(const struct checking *c)
{
	return c->d->n - c->before >= FINDINGS_MOST;
}

static void
check_line(struct checking *c, const struct field *f, const struct yaml *y)
{
	if (y->kind != YAML_SCALAR || yaml_is_null(y))
		return;
	if (y->text.n == 0)
		say(c->d, SAY_BRIEF_VALUE, place_of(c, y->from),
		    "'%s' is empty; write something or remove it", f->key);
	else if (!y->block &&
		 (str_has(y->text, STR("\n")) || str_has(y->text, STR("\r"))))
		say(c->d, SAY_BRIEF_VALUE, place_of(c, y->from),
		    "'%s' must be one line; join its lines", f->key);
	else if (f->rule != NULL && !f->rule->holds(y->text))
		say(c->d, f->rule->id, place_of(c, y->from), "'" STR_FMT "' %s",
		    STR_ARG(y->text), f->rule->wants);
}

/* Entries of a list that stand there twice, as they are written. */
static void
check_repeats(struct checking *c, const struct field *f, const struct yaml *list)
{
	struct map seen = map_new(c->a);

	for (const struct yaml *y = list->first; y != NULL && !is_enough(c);
	     y = y->next) {
		const struct str as =
		    y->kind == YAML_SCALAR ? y->text : str_cut(c->bytes, y->from, y->to);

		if ((*map_at(&seen, as))++ == 1)
			say(c->d, SAY_BRIEF_REPEAT, place_of(c, y->from),
			    "an entry of '%s' stands twice; remove one of them", f->key);
	}
}

static void
check_para(struct checking *c, const struct yaml *y)
{
	long n;

	if (!c->part && y->kind == YAML_SCALAR && str_int(y->text, &n) &&
	    n > c->para_count)
		say(c->d, SAY_BRIEF_PARA, place_of(c, y->from),
		    "paragraph %ld does not exist; the body has %ld", n, c->para_count);
}

/* The plain text of paragraph n, or nothing. */
static struct str
plain_of(struct checking *c, long n)
{
	struct para *p;

	if (n < 1 || n > c->para_count)
		return STR_NIL;
	p = &c->paras[n - 1];
	if (p->plain.p == NULL)
		p->plain = doc_plain(c->a, p->block);
	return p->plain;
}

static void
check_verbatim(struct checking *c, const struct yaml *item)
{
	const struct yaml *text = yaml_get(item, STR("text"));
	const struct yaml *para = yaml_get(item, STR("para"));
	struct str plain;
	long n;

	if (c->part || text == NULL || para == NULL || !str_int(para->text, &n))
		return;
	plain = plain_of(c, n);
	c->work += plain.n;
	if (plain.n == 0 || c->work > WORK_BYTES || str_has(plain, str_trim(text->text)))
		return;
	say(c->d, SAY_BRIEF_VERBATIM, place_of(c, text->from),
	    "the text is not in paragraph %ld as it stands; correct it or remove 'para'",
	    n);
}

/* One of these keys is needed. */
static void
need_one(struct checking *c, const struct yaml *item, const char *const *keys,
    const char *advice)
{
	for (; *keys != NULL; keys++)
		if (yaml_get(item, str_of(*keys)) != NULL)
			return;
	say(c->d, SAY_BRIEF_MISSING, place_of(c, item->from), "%s", advice);
}

static void
check_item(struct checking *c, const struct field *f, const struct yaml *item)
{
	static const char *const dates[] = { "date", "when", NULL };
	static const char *const names[] = { "id", "title", "url", NULL };
	static const struct field line = { .key = "text" };

	if (item->kind == YAML_SCALAR) {
		check_line(c, f->text != 0 ? &line : f, item);
		return;
	}
	if (f->fields == NULL || item->kind != YAML_MAP)
		return; /* of a newer format: brief_read() says it otherwise */
	if (str_eq(str_of(f->key), STR("timeline")))
		need_one(
		    c, item, dates, "an event without 'date' or 'when'; add one of them");
	if (str_eq(str_of(f->key), STR("related")))
		need_one(c, item, names,
		    "a link without 'id', 'title' or 'url'; add one of them");
	check_fields(c, f->fields, item);
	if (f->flags & FLAG_VERBATIM)
		check_verbatim(c, item);
}

/* No event may be over before the one above it begins, whatever their precision. */
static bool
is_before(const struct edtf *e, const struct edtf *last)
{
	return last->no_year ? !e->no_year : !e->no_year && e->to < last->from;
}

/* Dated events in order, undated ones after them; said once. */
static void
check_order(struct checking *c, const struct yaml *list)
{
	struct edtf last = { 0 }, e;
	bool dated = false, undated = false;

	for (const struct yaml *item = list->first; item != NULL; item = item->next) {
		const struct yaml *date = yaml_get(item, STR("date"));

		if (date == NULL || !edtf_parse(date->text, &e)) {
			undated = date == NULL;
			continue;
		}
		if (undated || (dated && is_before(&e, &last))) {
			say(c->d, SAY_BRIEF_ORDER, place_of(c, item->from),
			    "an event before the one above it; sort the timeline by "
			    "date");
			return;
		}
		last = e;
		dated = true;
	}
}

static void
check_value(struct checking *c, const struct field *f, const struct yaml *y)
{
	switch (f->kind) {
	case FIELD_LINE:
		check_line(c, f, y);
		break;
	case FIELD_NUMBER:
		check_para(c, y);
		break;
	case FIELD_RECORD:
		check_fields(c, f->fields, y);
		break;
	case FIELD_WORDS:
	case FIELD_LINES:
	case FIELD_LIST:
		if (y->kind != YAML_LIST)
			break;
		for (const struct yaml *item = y->first; item != NULL && !is_enough(c);
		     item = item->next)
			check_item(c, f, item);
		check_repeats(c, f, y);
		if (str_eq(str_of(f->key), STR("timeline")))
			check_order(c, y);
		break;
	case FIELD_PAIRS:
		for (const struct yaml *item = y->first; item != NULL && !is_enough(c);
		     item = item->next)
			check_line(c, f, item);
		break;
	case FIELD_TEXT:
	case FIELD_CHOICE:
	case FIELD_READER:
		break;
	}
}

/* The known key that was meant, or NULL. */
static const char *
key_near(const struct field *fields, struct str key)
{
	const int most = key.n < 4 ? 0 : key.n < 7 ? 1 : 2;

	if (str_starts(key, STR("x-")))
		return NULL;
	for (; fields->key != NULL; fields++) {
		const struct str known = str_of(fields->key);

		if (str_eq_nocase(key, known) || edits_between(key, known) <= most)
			return fields->key;
	}
	return NULL;
}

static void
check_fields(struct checking *c, const struct field *fields, const struct yaml *map)
{
	for (const struct yaml *y = map->first; y != NULL && !is_enough(c); y = y->next) {
		const struct field *f = field_find(fields, y->key);
		const char *near = f != NULL ? NULL : key_near(fields, y->key);

		if (f != NULL)
			check_value(c, f, y);
		else if (near != NULL &&
			 (fields != brief_fields || !str_eq(y->key, STR("format"))))
			say(c->d, SAY_BRIEF_KEY, place_of(c, y->key_from),
			    "unknown key '" STR_FMT "'; did you mean '%s'?",
			    STR_ARG(y->key), near);
	}
}

static void
check_top(struct checking *c, const struct yaml *root, const struct brief *b)
{
	const struct yaml *format = yaml_get(root, STR("format"));

	if (c->part)
		return;
	if (format == NULL)
		say(c->d, SAY_BRIEF_FORMAT, place_of(c, root->from),
		    "a brief without 'format'; begin with 'format: 1'");
	else if (b->format != 1)
		say(c->d, SAY_BRIEF_FORMAT, place_of(c, format->from),
		    "format %ld is newer than this program; it is shown as far as it is "
		    "known and never changed",
		    b->format);
	if (b->summary.n == 0 && b->body.n == 0)
		say(c->d, SAY_BRIEF_MISSING, place_of(c, root->from),
		    "a brief without 'summary' and 'body'; add one of them");
}

static void
check_doc(struct checking *c, const struct brief_doc *doc)
{
	const struct doc *body = doc_parse(c->a, doc->brief->body);
	struct block *block = body->first;

	c->para_count = (long)body->count;
	c->paras = arena_many(c->a, struct para, body->count);
	for (size_t i = 0; block != NULL; block = block->next)
		c->paras[i++].block = block;
	check_top(c, doc->root, doc->brief);
	check_fields(c, brief_fields, doc->root);
}

/* In the order of the file; few, and mostly so already. */
static void
sort_by_place(struct diag *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const struct diag d = at[i];
		size_t k = i;

		for (; k > 0 && (at[k - 1].at.line > d.at.line ||
				    (at[k - 1].at.line == d.at.line &&
					at[k - 1].at.col > d.at.col));
		     k--)
			at[k] = at[k - 1];
		at[k] = d;
	}
}

/* What was found again after its surroundings were left out. */
static void
drop_repeats(struct diags *d, size_t from)
{
	size_t n = from;

	for (size_t i = from; i < d->n; i++)
		if (n == from || d->at[i].at.line != d->at[n - 1].at.line ||
		    d->at[i].at.col != d->at[n - 1].at.col ||
		    !str_eq(d->at[i].text, d->at[n - 1].text))
			d->at[n++] = d->at[i];
	d->n = n;
}

bool
brief_check(struct arena *a, struct str bytes, struct str name, struct diags *d)
{
	struct checking c = {
		.a = a, .bytes = bytes, .name = name, .d = d, .before = d->n
	};
	struct brief_docs docs = { 0 };
	struct str head, body;

	(void)brief_docs_read_all(a, bytes, name, &docs, d);
	c.part = docs.part;
	if (docs.markdown && front_matter(bytes, name, &head, &body) && body.n != 0)
		(void)brief_conflict(bytes, body, name, d);
	for (size_t i = 0; i < docs.n && !is_enough(&c); i++)
		check_doc(&c, &docs.at[i]);
	if (d->n > c.before)
		sort_by_place(d->at + c.before, d->n - c.before);
	drop_repeats(d, c.before);
	for (size_t i = c.before; i < d->n; i++)
		if (message_level(d->at[i].id) == LEVEL_ERROR)
			return false;
	return true;
}
