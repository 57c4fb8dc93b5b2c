/* Canonical bytes, row by row; an empty value leaves no key behind. */
#include "base/buf.h"
#include "base/sha256.h"
#include "brief/fields.h"
#include "brief/parts.h"
#include "data/yamlout.h"

enum { STEP = 2, HASH_DIGITS = 16 };

static void
put_key(struct buf *out, size_t indent, struct str key)
{
	buf_repeat(out, ' ', indent);
	yaml_scalar(out, key, false);
	buf_byte(out, ':');
}

static void
put_line(struct buf *out, const struct field *f, struct str s, size_t indent)
{
	if (s.n == 0)
		return;
	put_key(out, indent, str_of(f->key));
	buf_byte(out, ' ');
	if (f->kind == FIELD_TEXT && str_has(s, STR("\n"))) {
		yaml_literal(out, s, (int)indent + STEP);
		return;
	}
	if (f->flags & FLAG_QUOTED)
		yaml_quoted(out, s);
	else
		yaml_scalar(out, s, false);
	buf_byte(out, '\n');
}

static void
put_flow(struct buf *out, const struct strs *words)
{
	buf_text(out, " [");
	for (size_t i = 0; i < words->n; i++) {
		buf_text(out, i == 0 ? "" : ", ");
		yaml_scalar(out, words->at[i], true);
	}
	buf_text(out, "]\n");
}

static void
put_words(struct buf *out, const struct field *f, const struct strs *words, size_t indent)
{
	if (words->n == 0)
		return;
	if (f->kind == FIELD_LINES && words->n == 1) {
		put_line(out, f, words->at[0], indent);
		return;
	}
	put_key(out, indent, str_of(f->key));
	if (f->kind == FIELD_LINES || f->flags & FLAG_FLOW) {
		put_flow(out, words);
		return;
	}
	buf_byte(out, '\n');
	for (size_t i = 0; i < words->n; i++) {
		buf_repeat(out, ' ', indent + STEP);
		buf_text(out, "- ");
		yaml_scalar(out, words->at[i], false);
		buf_byte(out, '\n');
	}
}

static void
put_pairs(struct buf *out, const struct field *f, struct list pairs, size_t indent)
{
	const struct acronym *at = pairs.at;

	if (pairs.n == 0)
		return;
	put_key(out, indent, str_of(f->key));
	buf_byte(out, '\n');
	for (size_t i = 0; i < pairs.n; i++) {
		put_key(out, indent + STEP, at[i].shorter);
		buf_byte(out, ' ');
		yaml_scalar(out, at[i].expansion, false);
		buf_byte(out, '\n');
	}
}

static void
put_fields(struct buf *out, const struct field *fields, const void *record, size_t indent)
{
	for (; fields->key != NULL; fields++)
		field_write(out, fields, record, indent);
}

/* Whether the item has nothing but the line at `main`; what it tries is taken back. */
static bool
is_short(struct buf *out, const struct field *f, const void *item)
{
	const size_t start = out->n;
	bool more;

	for (const struct field *part = f->fields; part->key != NULL; part++)
		if (part->at != f->main)
			field_write(out, part, item, 0);
	more = out->n != start;
	out->n = start;
	return !more;
}

/* "- G20" instead of "- name: G20"; false when it must be the long form. */
static bool
put_short(struct buf *out, const struct field *f, const void *item, size_t indent)
{
	const struct str *s = (const void *)((const char *)item + f->main);

	if (!(f->flags & FLAG_BRIEF) || str_has(*s, STR("\n")) || !is_short(out, f, item))
		return false;
	buf_repeat(out, ' ', indent);
	buf_text(out, "- ");
	yaml_scalar(out, *s, false);
	buf_byte(out, '\n');
	return true;
}

/* The fields of an item stand two columns deeper; the dash goes before the first. */
static void
put_list(struct buf *out, const struct field *f, struct list items, size_t indent)
{
	const size_t start = out->n;
	size_t empty;

	put_key(out, indent, str_of(f->key));
	buf_byte(out, '\n');
	empty = out->n;
	for (size_t i = 0; i < items.n; i++) {
		const void *item = (const char *)items.at + i * f->item;
		const size_t dash = out->n + indent + STEP;

		if (put_short(out, f, item, indent + STEP))
			continue;
		put_fields(out, f->fields, item, indent + STEP + STEP);
		if (out->n > dash)
			out->p[dash] = '-';
	}
	if (out->n == empty)
		out->n = start;
}

static void
put_record(struct buf *out, const struct field *f, const void *record, size_t indent)
{
	const size_t start = out->n;
	size_t empty;

	put_key(out, indent, str_of(f->key));
	buf_byte(out, '\n');
	empty = out->n;
	put_fields(out, f->fields, record, indent + STEP);
	if (out->n == empty)
		out->n = start;
}

/* A list that is given as one text has a second member for it. */
static void
put_list_or_text(
    struct buf *out, const struct field *f, const void *record, size_t indent)
{
	const struct list items = list_of((const char *)record + f->at);
	const struct field as_text = { .key = f->key, .kind = FIELD_TEXT };
	const struct str *text = (const void *)((const char *)record + f->text);

	if (f->text != 0 && items.n == 0)
		put_line(out, &as_text, *text, indent);
	else
		put_list(out, f, items, indent);
}

void
field_write(struct buf *out, const struct field *f, const void *record, size_t indent)
{
	const void *at = (const char *)record + f->at;

	switch (f->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
		put_line(out, f, *(const struct str *)at, indent);
		break;
	case FIELD_WORDS:
	case FIELD_LINES:
		put_words(out, f, at, indent);
		break;
	case FIELD_NUMBER:
		if (*(const long *)at > 0) {
			put_key(out, indent, str_of(f->key));
			buf_printf(out, " %ld\n", *(const long *)at);
		}
		break;
	case FIELD_CHOICE:
		put_key(out, indent, str_of(f->key));
		buf_printf(out, " %s\n", f->names[*(const unsigned *)at]);
		break;
	case FIELD_READER:
		if (*(const bool *)at)
			put_line(
			    out, &(struct field){ .key = f->key }, STR("reader"), indent);
		break;
	case FIELD_RECORD:
		put_record(out, f, at, indent);
		break;
	case FIELD_LIST:
		put_list_or_text(out, f, record, indent);
		break;
	case FIELD_PAIRS:
		put_pairs(out, f, list_of(at), indent);
		break;
	}
}

/* A blank line between groups; a text that keeps its own last blank lines has one. */
static void
set_apart(struct buf *out)
{
	if (!str_ends(buf_view(out), STR("\n\n")))
		buf_byte(out, '\n');
}

void
brief_write(const struct brief *b, struct buf *out)
{
	buf_text(out, "# yaml-language-server: $schema=./brief-1.schema.json\n");
	buf_printf(out, "format: %ld\n", b->format > 0 ? b->format : 1);
	for (const struct field *f = brief_fields; f->key != NULL; f++) {
		const size_t start = out->n;

		if (f->flags & FLAG_APART)
			set_apart(out);
		const size_t empty = out->n;

		field_write(out, f, b, 0);
		if (out->n == empty)
			out->n = start;
	}
	if (b->extra.n != 0)
		set_apart(out);
	for (size_t i = 0; i < b->extra.n; i++)
		buf_str(out, b->extra.at[i].bytes);
}

/* Links of the reader are not the converter's work. */
struct brief
brief_without_reader(struct arena *a, const struct brief *b)
{
	struct brief copy = *b;

	copy.related.at = NULL;
	copy.related.n = copy.related.room = 0;
	for (size_t i = 0; i < b->related.n; i++)
		if (!b->related.at[i].by_reader)
			*vec_push(a, &copy.related) = b->related.at[i];
	return copy;
}

struct str
brief_hash_of(struct arena *a, const struct field *f, const struct brief *b)
{
	struct buf bytes = buf_new(a);

	field_write(&bytes, f, b, 0);
	return bytes.n == 0 ? STR_NIL
			    : str_cut(sha256_hex(a, buf_view(&bytes)), 0, HASH_DIGITS);
}

void
brief_write_made(struct brief *b, struct str made_by, struct buf *out)
{
	const struct brief own = brief_without_reader(out->a, b);

	if (made_by.n != 0) {
		b->made_by = made_by;
		b->made_hash.n = 0;
	}
	for (const struct field *f = brief_fields; f->key != NULL && made_by.n != 0;
	     f++) {
		const struct str hash =
		    f->flags & FLAG_MADE ? brief_hash_of(out->a, f, &own) : STR_NIL;

		if (hash.n != 0)
			*vec_push(out->a, &b->made_hash) =
			    (struct acronym){ str_of(f->key), hash };
	}
	brief_write(b, out);
}

struct str
brief_made_hash(const struct brief *b, struct str key)
{
	for (size_t i = 0; i < b->made_hash.n; i++)
		if (str_eq(b->made_hash.at[i].shorter, key))
			return b->made_hash.at[i].expansion;
	return STR_NIL;
}
