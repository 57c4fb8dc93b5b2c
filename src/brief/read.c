/* From the tree of a document to a struct brief, row by row; wrong shapes are said. */
#include "brief/fields.h"
#include "data/yaml.h"
#include "text/utf8.h"

enum { KEY_BYTES = 200, FORMAT = 1 };

struct reading {
	struct arena *a;
	struct str bytes, name;
	struct diags *d;
	bool newer;    /* a higher format number: what does not fit is passed over */
	bool all;      /* what is wrong is said and passed over */
	bool part;     /* the tree is not all of the file */
	size_t before; /* messages when it began */
};

/* Said, and whether the reading goes on. */
static bool
fault(const struct reading *r, enum message id, size_t at, struct str text)
{
	if (!r->all || r->d->n - r->before < FINDINGS_MOST)
		say(r->d, id, place_in(r->name, r->bytes, at), STR_FMT, STR_ARG(text));
	return r->all;
}

static bool
wrong(
    const struct reading *r, enum message id, size_t at, struct str key, const char *text)
{
	struct buf b = buf_new(r->a);

	if (r->newer)
		return true;
	buf_printf(&b, "'" STR_FMT "' %s", STR_ARG(key), text);
	return fault(r, id, at, buf_view(&b));
}

static bool
wrong_type(const struct reading *r, const struct field *f, const struct yaml *y)
{
	static const char *const wants[] = {
		[FIELD_LINE] = "must be text; write it on one line, in quotes",
		[FIELD_TEXT] = "must be text; begin it with '|' and indent its lines",
		[FIELD_WORDS] = "must be a list of texts; write [a, b]",
		[FIELD_LINES] = "must be text or a list of texts",
		[FIELD_NUMBER] = "must be a number from 1",
		[FIELD_CHOICE] = "must be a word",
		[FIELD_READER] = "can only be 'reader'",
		[FIELD_RECORD] = "must be a map; indent its keys under it",
		[FIELD_LIST] = "must be a list; begin each item with '- '",
		[FIELD_PAIRS] = "must be a map of texts; indent its keys under it",
	};

	return wrong(r, SAY_BRIEF_TYPE, y->from, str_of(f->key), wants[f->kind]);
}

/* A block scalar on a key for one line ends with a line end nobody means. */
static struct str
line_of(const struct yaml *y)
{
	return y->block && str_ends(y->text, STR("\n"))
		   ? str_cut(y->text, 0, y->text.n - 1)
		   : y->text;
}

static bool
read_words(const struct reading *r, const struct field *f, const struct yaml *y,
    struct strs *out)
{
	if (y->kind == YAML_SCALAR && f->kind == FIELD_LINES) {
		*vec_push(r->a, out) = line_of(y);
		return true;
	}
	if (y->kind != YAML_LIST)
		return wrong_type(r, f, y);
	for (const struct yaml *item = y->first; item != NULL; item = item->next) {
		if (item->kind != YAML_SCALAR) {
			if (!wrong_type(r, f, item))
				return false;
		} else if (!yaml_is_null(item)) {
			*vec_push(r->a, out) = line_of(item);
		}
	}
	return true;
}

static bool
read_choice(
    const struct reading *r, const struct field *f, const struct yaml *y, unsigned *out)
{
	struct buf names = buf_new(r->a);

	for (unsigned i = 0; f->names[i] != NULL; i++) {
		if (str_eq(y->text, str_of(f->names[i]))) {
			*out = i;
			return true;
		}
		buf_printf(
		    &names, "%s%s", i == 0 ? "must be one of " : ", ", f->names[i]);
	}
	return wrong(
	    r, SAY_BRIEF_VALUE, y->from, str_of(f->key), str_nul(r->a, buf_view(&names)));
}

static bool
read_pairs(
    const struct reading *r, const struct field *f, const struct yaml *y, void *out)
{
	if (y->kind != YAML_MAP)
		return wrong_type(r, f, y);
	for (const struct yaml *item = y->first; item != NULL; item = item->next) {
		if (item->key.n > KEY_BYTES || item->key.n == 0) {
			if (!wrong(r, SAY_BRIEF_VALUE, item->key_from, str_of(f->key),
				"has a key that is empty or over 200 bytes"))
				return false;
		} else if (item->kind != YAML_SCALAR) {
			if (!wrong_type(r, f, item))
				return false;
		} else {
			struct acronym *pair = list_push(r->a, out, sizeof(*pair));

			*pair = (struct acronym){ item->key, line_of(item) };
		}
	}
	return true;
}

static bool read_value(
    const struct reading *r, const struct field *f, const struct yaml *y, void *record);

/* Keys without a row are left out here. */
static bool
read_fields(const struct reading *r, const struct field *fields, const struct yaml *map,
    void *record)
{
	for (const struct yaml *y = map->first; y != NULL; y = y->next) {
		const struct field *f = field_find(fields, y->key);

		if (f != NULL && !yaml_is_null(y) && !read_value(r, f, y, record))
			return false;
	}
	return true;
}

static bool
is_given(const struct yaml *y)
{
	return y != NULL && !yaml_is_null(y) &&
	       (y->kind != YAML_SCALAR || line_of(y).n != 0);
}

static bool
has_required(const struct reading *r, const struct field *fields, const struct yaml *map,
    struct str where)
{
	for (const struct field *f = fields; f->key != NULL; f++) {
		const struct yaml *y = yaml_get(map, str_of(f->key));
		struct buf b = buf_new(r->a);

		if (!(f->flags & FLAG_REQUIRED) || is_given(y) || r->newer ||
		    (r->part && fields == brief_fields))
			continue;
		buf_printf(&b, STR_FMT " without '%s'; add it", STR_ARG(where), f->key);
		if (!fault(r, SAY_BRIEF_MISSING, map->from, buf_view(&b)))
			return false;
	}
	return true;
}

static bool
read_items(
    const struct reading *r, const struct field *f, const struct yaml *y, void *vec)
{
	for (const struct yaml *item = y->first; item != NULL; item = item->next) {
		const bool line = item->kind == YAML_SCALAR && f->flags & FLAG_SHORT;
		void *at;

		if (yaml_is_null(item))
			continue;
		if (item->kind != YAML_MAP && !line) {
			if (!wrong(r, SAY_BRIEF_TYPE, item->from, str_of(f->key),
				"has an item of the wrong shape; write '- key: value'"))
				return false;
			continue;
		}
		at = list_push(r->a, vec, f->item);
		if (line)
			*(struct str *)(void *)((char *)at + f->main) = line_of(item);
		else if (!has_required(r, f->fields, item, STR("an item")) ||
			 !read_fields(r, f->fields, item, at))
			return false;
	}
	return true;
}

static bool
read_list(
    const struct reading *r, const struct field *f, const struct yaml *y, void *record)
{
	if (y->kind == YAML_SCALAR && f->text != 0) {
		*(struct str *)(void *)((char *)record + f->text) = y->text;
		return true;
	}
	if (y->kind != YAML_LIST)
		return wrong_type(r, f, y);
	return read_items(r, f, y, (char *)record + f->at);
}

static bool
read_value(
    const struct reading *r, const struct field *f, const struct yaml *y, void *record)
{
	void *at = (char *)record + f->at;
	const bool scalar = y->kind == YAML_SCALAR;
	long n;

	switch (f->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
		if (!scalar)
			return wrong_type(r, f, y);
		*(struct str *)at = f->kind == FIELD_TEXT ? y->text : line_of(y);
		return true;
	case FIELD_WORDS:
	case FIELD_LINES:
		return read_words(r, f, y, at);
	case FIELD_NUMBER:
		if (!scalar || !str_int(y->text, &n) || n < 1)
			return wrong_type(r, f, y);
		*(long *)at = n;
		return true;
	case FIELD_CHOICE:
		return scalar ? read_choice(r, f, y, at) : wrong_type(r, f, y);
	case FIELD_READER:
		if (!scalar || !str_eq(y->text, STR("reader")))
			return wrong_type(r, f, y);
		*(bool *)at = true;
		return true;
	case FIELD_RECORD:
		return y->kind == YAML_MAP ? read_fields(r, f->fields, y, at)
					   : wrong_type(r, f, y);
	case FIELD_LIST:
		return read_list(r, f, y, record);
	case FIELD_PAIRS:
		return read_pairs(r, f, y, at);
	}
	return false;
}

static bool
read_format(struct reading *r, const struct yaml *root, long *out)
{
	const struct yaml *y = yaml_get(root, STR("format"));

	*out = FORMAT;
	if (y == NULL)
		return true;
	if (y->kind != YAML_SCALAR || !str_int(y->text, out) || *out < FORMAT) {
		*out = FORMAT;
		return fault(r, SAY_BRIEF_FORMAT, y->from,
		    STR("'format' must be a number from 1; write 'format: 1'"));
	}
	r->newer = *out > FORMAT;
	return true;
}

/* Front matter and its text become one brief. */
static bool
add_body(struct reading *r, struct brief *b, struct str text)
{
	const size_t bad = utf8_invalid(text);
	struct buf out = buf_new(r->a);

	if (bad != STR_NONE) {
		say(r->d, SAY_YAML_ENCODING,
		    place_in(r->name, r->bytes, (size_t)(text.p - r->bytes.p) + bad),
		    "byte 0x%02x is not UTF-8; save the file as UTF-8",
		    (unsigned char)text.p[bad]);
		return false;
	}
	while (text.n != 0) {
		const struct str line = str_line(&text);

		if (out.n == 0 && str_trim(line).n == 0)
			continue;
		buf_str(&out, line);
		buf_byte(&out, '\n');
	}
	if (out.n == 0)
		return true;
	if (b->body.n != 0)
		return wrong(r, SAY_BRIEF_TYPE, 0, STR("body"),
		    "stands in the front matter and below it; remove one of them");
	b->body = buf_view(&out);
	return true;
}

static bool
read_root(struct reading *r, const struct yaml *root, struct brief_docs *out)
{
	struct brief *b = arena_new(r->a, struct brief);
	size_t odd;

	r->newer = false;
	if (root->kind != YAML_MAP)
		return fault(r, SAY_BRIEF_TYPE, root->from,
		    STR("a brief is a map of keys; begin with 'format: 1'"));
	if (!read_format(r, root, &b->format) ||
	    !has_required(r, brief_fields, root, STR("a brief")) ||
	    !read_fields(r, brief_fields, root, b))
		return false;
	if (b->id.n == 0)
		b->id = brief_id_from_name(r->a, r->name, out->n);
	if (!brief_extra(r->a, root, r->bytes, b, &odd) &&
	    !fault(r, SAY_YAML_ENCODING, odd,
		STR("a line end that is not LF in an unknown key; save the file with "
		    "LF")))
		return false;
	*vec_push(r->a, out) = (struct brief_doc){ root, b };
	return true;
}

/* The briefs of the file's documents, the first with the text below its front matter. */
static bool
read_docs(
    struct reading *r, const struct yaml *root, struct str body, struct brief_docs *out)
{
	for (; root != NULL; root = root->next)
		if (!yaml_is_null(root) && !read_root(r, root, out))
			return false;
	if (out->n == 0 && r->d->n == r->before)
		say(r->d, SAY_BRIEF_MISSING, (struct place){ .file = r->name },
		    "the file holds no brief; begin with 'format: 1'");
	if (out->n == 0)
		return false;
	return !out->markdown || add_body(r, out->at[0].brief, body);
}

bool
brief_docs_read(struct arena *a, struct str bytes, struct str name,
    struct brief_docs *out, struct diags *d)
{
	struct reading r = {
		.a = a, .bytes = bytes, .name = name, .d = d, .before = d->n
	};
	struct str head = bytes, body = STR_NIL;
	struct yaml *root;

	out->markdown = front_matter(bytes, name, &head, &body);
	return !brief_conflict(bytes, head, name, d) &&
	       yaml_read(a, head, name, &root, d) && read_docs(&r, root, body, out);
}

bool
brief_docs_read_all(struct arena *a, struct str bytes, struct str name,
    struct brief_docs *out, struct diags *d)
{
	struct reading r = {
		.a = a, .bytes = bytes, .name = name, .d = d, .all = true, .before = d->n
	};
	struct str head = bytes, body = STR_NIL;
	struct yaml *root;

	out->markdown = front_matter(bytes, name, &head, &body);
	head = brief_one_side(a, bytes, head, name, &r.part, d);
	(void)yaml_read_all(a, head, name, &root, &out->part, d);
	r.part = out->part = out->part || r.part;
	return read_docs(&r, root, body, out);
}

bool
brief_read(struct arena *a, struct str bytes, struct str name, struct briefs *out,
    struct diags *d)
{
	struct brief_docs docs = { 0 };

	if (!brief_docs_read(a, bytes, name, &docs, d))
		return false;
	for (size_t i = 0; i < docs.n; i++)
		/* NOLINTNEXTLINE(bugprone-sizeof-expression): a list of pointers */
		*vec_push(a, out) = docs.at[i].brief;
	return true;
}
