/* Lines of a key give way to canonical ones; a record does it member by member. */
#include <string.h>

#include "brief/lines.h"
#include "brief/parts.h"

/* ---- what is the reader's inside a value of the converter's ---- */

static bool
has_unknown_key(const struct field *f, const struct yaml *y)
{
	if (f->fields == NULL)
		return false;
	if (y->kind == YAML_LIST) {
		for (const struct yaml *item = y->first; item != NULL; item = item->next)
			if (item->kind == YAML_MAP && has_unknown_key(f, item))
				return true;
		return false;
	}
	for (const struct yaml *k = y->first; k != NULL; k = k->next) {
		const struct field *row = field_find(f->fields, k->key);

		if (row == NULL || has_unknown_key(row, k))
			return true;
	}
	return false;
}

static size_t
count_hashes(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '#';
	return n;
}

/* "#" in scalars and in keys, which begin no comment; of a block scalar without its first
   line, where one may.  The depth is bounded by data/yaml.h. */
static size_t
hashes_inside(struct str bytes, const struct yaml *y)
{
	size_t n = count_hashes(y->key);

	if (y->first == NULL)
		n += count_hashes(str_cut(
		    bytes, y->block ? lines_end(bytes, y->from) : y->from, y->to));
	for (const struct yaml *k = y->first; k != NULL; k = k->next)
		n += hashes_inside(bytes, k);
	return n;
}

static bool
has_comment(const struct edit *e, const struct yaml *y)
{
	const struct str span = str_cut(e->bytes, y->key_from, lines_after(e->bytes, y));

	return count_hashes(span) != hashes_inside(e->bytes, y);
}

bool
merge_is_marked(const struct edit *e, const struct field *f, const struct yaml *y)
{
	return has_unknown_key(f, y) || has_comment(e, y);
}

/* ---- values ---- */

static void
copy_value(const struct field *f, void *to, const void *from)
{
	size_t bytes = sizeof(struct list);

	switch (f->kind) {
	case FIELD_RECORD:
		for (const struct field *m = f->fields; m->key != NULL; m++)
			copy_value(m, (char *)to + f->at, (const char *)from + f->at);
		return;
	case FIELD_LINE:
	case FIELD_TEXT:
		bytes = sizeof(struct str);
		break;
	case FIELD_NUMBER:
		bytes = sizeof(long);
		break;
	case FIELD_CHOICE:
		bytes = sizeof(unsigned);
		break;
	case FIELD_READER:
		bytes = sizeof(bool);
		break;
	case FIELD_WORDS:
	case FIELD_LINES:
	case FIELD_LIST:
	case FIELD_PAIRS:
		break;
	}
	memcpy((char *)to + f->at, (const char *)from + f->at, bytes);
}

static struct str
canonical(struct edit *e, const struct field *f, const void *record)
{
	struct buf out = buf_new(e->a);

	field_write(&out, f, record, 0);
	return buf_view(&out);
}

/* ---- lines ---- */

static void
put_lines(struct edit *e, const struct field *fields, const struct yaml *map,
    const struct yaml *y, const struct field *f, struct str lines)
{
	const long column = (long)lines_column(e->bytes, map->first->key_from);
	size_t at;

	if (y != NULL && lines.n == 0) {
		edit_remove(
		    e, lines_start(e->bytes, y->key_from), lines_after(e->bytes, y));
	} else if (y != NULL) {
		edit_splice(e, lines_start(e->bytes, y->key_from),
		    edit_end_of(e, lines, lines_after(e->bytes, y)),
		    edit_lines(e, lines, column));
	} else if (lines.n != 0 && fields == brief_fields) {
		edit_add_key(e, f->key, lines, STR_NIL);
	} else if (lines.n != 0) {
		at = edit_place(e, fields, map, f);
		edit_splice(e, at, at, edit_lines(e, lines, column));
	}
}

/* ---- the body below front matter ---- */

static bool
put_below(struct edit *e, struct str body)
{
	struct str head, below;
	struct buf text = buf_new(e->a);
	size_t from;

	if (!front_matter(e->bytes, e->name, &head, &below))
		return false;
	from = below.n == 0 ? e->bytes.n : (size_t)(below.p - e->bytes.p);
	buf_text(&text, e->eol);
	buf_str(&text, edit_lines(e, body, 0));
	edit_splice(e, from, e->bytes.n, buf_view(&text));
	return true;
}

/* ---- records ---- */

static bool
differs(struct edit *e, const struct field *f, const void *is, const void *will)
{
	return !str_eq(canonical(e, f, is), canonical(e, f, will));
}

/* Nothing of the reader's stands in a member that changes. */
static bool
may_change(
    struct edit *e, const struct field *f, const struct yaml *y, const void *record)
{
	for (const struct field *m = f->fields; m->key != NULL; m++) {
		const struct yaml *k = yaml_get(y, str_of(m->key));

		if (k != NULL && differs(e, m, (char *)e->brief + f->at, record) &&
		    merge_is_marked(e, m, k))
			return false;
	}
	return true;
}

static bool
put_record(
    struct edit *e, const struct yaml *y, const struct field *f, const void *record)
{
	if (!may_change(e, f, y, record))
		return false;
	for (const struct field *m = f->fields; m->key != NULL; m++)
		if (differs(e, m, (char *)e->brief + f->at, record))
			put_lines(e, f->fields, y, yaml_get(y, str_of(m->key)), m,
			    canonical(e, m, record));
	return true;
}

bool
merge_put(struct edit *e, const struct field *fields, const struct yaml *map,
    const struct field *f, const void *record)
{
	const struct yaml *y = yaml_get(map, str_of(f->key));
	const struct str lines = canonical(e, f, record);
	const bool in_parts = f->kind == FIELD_RECORD && y != NULL &&
			      y->kind == YAML_MAP && !y->flow && y->first != NULL &&
			      lines.n != 0;
	bool ok = true;

	if (in_parts)
		ok = put_record(e, y, f, (const char *)record + f->at);
	else if (y != NULL && merge_is_marked(e, f, y))
		return false;
	else if (f->kind == FIELD_TEXT && y == NULL && e->markdown)
		ok = put_below(
		    e, *(const struct str *)(const void *)((const char *)record + f->at));
	else
		put_lines(e, fields, map, y, f, lines);
	if (ok)
		copy_value(f, e->brief, record);
	return ok;
}
