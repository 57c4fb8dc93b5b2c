/* Row by row, in the order of the table; recursion is as deep as the table is. */
#include "brief/record.h"

#include <limits.h>

#include "base/vec.h"
#include "brief/fields.h"
#include "brief/lines.h"
#include "text/utf8.h"

enum { STR_LEAST = 4 }; /* bytes of an empty string */

static void put_fields(struct buf *out, const struct field *fields, const void *record);

static void
put_words(struct buf *out, const struct strs *words)
{
	wire_number(out, words->n);
	for (size_t i = 0; i < words->n; i++)
		wire_str(out, words->at[i]);
}

static void
put_pairs(struct buf *out, struct list pairs)
{
	const struct acronym *at = pairs.at;

	wire_number(out, pairs.n);
	for (size_t i = 0; i < pairs.n; i++) {
		wire_str(out, at[i].shorter);
		wire_str(out, at[i].expansion);
	}
}

static void
put_list(struct buf *out, const struct field *f, const void *record)
{
	const struct list items = list_of((const char *)record + f->at);

	if (f->text != 0)
		wire_str(out,
		    *(const struct str *)(const void *)((const char *)record + f->text));
	wire_number(out, items.n);
	for (size_t i = 0; i < items.n; i++)
		put_fields(out, f->fields, (const char *)items.at + i * f->item);
}

static void
put_field(struct buf *out, const struct field *f, const void *record)
{
	const void *at = (const char *)record + f->at;
	const long *n = at;

	switch (f->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
		wire_str(out, *(const struct str *)at);
		break;
	case FIELD_WORDS:
	case FIELD_LINES:
		put_words(out, at);
		break;
	case FIELD_NUMBER:
		wire_number(out, *n > 0 && *n <= INT_MAX ? (size_t)*n : 0);
		break;
	case FIELD_CHOICE:
		wire_number(out, *(const unsigned *)at);
		break;
	case FIELD_READER:
		wire_number(out, *(const bool *)at);
		break;
	case FIELD_RECORD:
		put_fields(out, f->fields, at);
		break;
	case FIELD_LIST:
		put_list(out, f, record);
		break;
	case FIELD_PAIRS:
		put_pairs(out, list_of(at));
		break;
	}
}

static void
put_fields(struct buf *out, const struct field *fields, const void *record)
{
	for (; fields->key != NULL; fields++)
		put_field(out, fields, record);
}

void
record_put(struct buf *out, const struct brief *b)
{
	wire_number(out, b->format > 0 && b->format <= INT_MAX ? (size_t)b->format : 1);
	put_fields(out, brief_fields, b);
	wire_number(out, b->extra.n);
	for (size_t i = 0; i < b->extra.n; i++) {
		wire_str(out, b->extra.at[i].key);
		wire_str(out, b->extra.at[i].bytes);
	}
}

struct taking {
	struct arena *a;
	struct wire *w;
};

static void take_fields(struct taking *t, const struct field *fields, void *record);

static struct str
take_text(struct taking *t)
{
	const struct str s = wire_take_str(t->w);

	if (utf8_invalid(s) != STR_NONE)
		t->w->bad = true;
	return s;
}

static void
take_words(struct taking *t, struct strs *out)
{
	for (size_t n = wire_take_count(t->w, STR_LEAST); n > 0 && !t->w->bad; n--)
		*vec_push(t->a, out) = take_text(t);
}

static void
take_pairs(struct taking *t, void *out)
{
	for (size_t n = wire_take_count(t->w, 2 * STR_LEAST); n > 0 && !t->w->bad; n--) {
		struct acronym *pair = list_push(t->a, out, sizeof(*pair));

		pair->shorter = take_text(t);
		pair->expansion = take_text(t);
	}
}

static void
take_list(struct taking *t, const struct field *f, void *record)
{
	if (f->text != 0)
		*(struct str *)(void *)((char *)record + f->text) = take_text(t);
	for (size_t n = wire_take_count(t->w, 2 * STR_LEAST); n > 0 && !t->w->bad; n--)
		take_fields(
		    t, f->fields, list_push(t->a, (char *)record + f->at, f->item));
}

static size_t
count_of(const char *const *names)
{
	size_t n = 0;

	while (names[n] != NULL)
		n++;
	return n;
}

static void
take_field(struct taking *t, const struct field *f, void *record)
{
	void *at = (char *)record + f->at;

	switch (f->kind) {
	case FIELD_LINE:
	case FIELD_TEXT:
		*(struct str *)at = take_text(t);
		break;
	case FIELD_WORDS:
	case FIELD_LINES:
		take_words(t, at);
		break;
	case FIELD_NUMBER:
		*(long *)at = (long)wire_take_number(t->w, INT_MAX);
		break;
	case FIELD_CHOICE:
		*(unsigned *)at =
		    (unsigned)wire_take_number(t->w, count_of(f->names) - 1);
		break;
	case FIELD_READER:
		*(bool *)at = wire_take_number(t->w, 1) != 0;
		break;
	case FIELD_RECORD:
		take_fields(t, f->fields, at);
		break;
	case FIELD_LIST:
		take_list(t, f, record);
		break;
	case FIELD_PAIRS:
		take_pairs(t, at);
		break;
	}
}

static void
take_fields(struct taking *t, const struct field *fields, void *record)
{
	for (; fields->key != NULL; fields++)
		take_field(t, fields, record);
}

/* One key with its lines: nothing in them may begin a key of the brief's own map. */
static bool
is_one_key(const struct extra *x)
{
	struct str rest = x->bytes;

	if (x->key.n == 0 || field_find(brief_fields, x->key) != NULL ||
	    str_eq(x->key, STR("format")) || lines_odd(rest) != STR_NONE ||
	    !str_ends(rest, STR("\n")) || !str_has(str_split(&rest, '\n'), STR(":")))
		return false;
	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');

		if (line.n != 0 && !str_has(STR(" \t#-]}\r"), str_cut(line, 0, 1)))
			return false;
	}
	return true;
}

static void
take_extra(struct taking *t, struct brief *out)
{
	for (size_t n = wire_take_count(t->w, 2 * STR_LEAST); n > 0 && !t->w->bad; n--) {
		struct extra x;

		x.key = take_text(t);
		x.bytes = take_text(t);
		if (!is_one_key(&x))
			t->w->bad = true;
		*vec_push(t->a, &out->extra) = x;
	}
}

struct brief *
record_take(struct arena *a, struct wire *w)
{
	struct taking t = { a, w };
	struct brief *out = arena_new(a, struct brief);

	out->format = (long)wire_take_number(w, INT_MAX);
	take_fields(&t, brief_fields, out);
	take_extra(&t, out);
	if (out->format < 1 || out->title.n == 0)
		w->bad = true;
	return w->bad ? NULL : out;
}
