/*
 * libyaml's events become a tree; what a brief may not use is stopped as it comes,
 * so that nesting ends at the 33rd level and not at the 40,000th.  libyaml counts
 * characters: a cursor that walks the file once turns its marks into bytes.
 */
#include "data/yaml.h"

#include <string.h>
#include <yaml.h>

#include "base/die.h"
#include "base/map.h"
#include "data/code.h"
#include "data/yaml_pass.h"
#include "data/yaml_plain.h"

enum { DEPTH = 32, VALUES = 1 << 18, FEW = 12 };

/* A list or map that is not closed yet. */
struct nest {
	struct yaml *node;
	struct yaml **tail;
	bool has_key; /* the next value belongs to `key` */
	struct str key;
	size_t key_from;
	struct map keys; /* of a map with more than FEW of them */
};

struct reading {
	struct arena *a, scratch;
	struct yaml_text in;
	struct diags *d;
	bool all; /* what is wrong is said and left out, as far as that goes */
	yaml_parser_t parser;
	size_t index, offset; /* the cursor: characters of libyaml, bytes of the file */
	size_t values;
	struct yaml *last; /* the newest value */
	int depth;
	struct nest at[DEPTH + 1]; /* 0: the stream */
};

static bool
is_start(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

/* How many of 8 bytes begin a character. */
static size_t
starts_in(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	w = (w >> 7) & ~(w >> 6) & 0x0101010101010101u; /* 10xxxxxx goes on */
	return sizeof(w) - (size_t)(w * 0x0101010101010101u >> 56);
}

/* Marks hardly ever go back, so the file is walked about once. */
static size_t
offset_of(struct reading *r, size_t index)
{
	const struct str s = r->in.bytes;

	while (r->index + 8 <= index && r->offset + 8 < s.n) {
		r->index += starts_in(s.p + r->offset);
		r->offset += 8;
	}
	while (r->offset > 0 && r->offset < s.n && !is_start(s.p[r->offset]))
		r->offset++;
	while (r->index < index && r->offset < s.n) {
		do
			r->offset++;
		while (r->offset < s.n && !is_start(s.p[r->offset]));
		r->index++;
	}
	while (r->index > index) {
		do
			r->offset--;
		while (!is_start(s.p[r->offset]));
		r->index--;
	}
	return r->offset;
}

static bool
refuse(struct reading *r, enum message id, size_t index, const char *text)
{
	say(r->d, id,
	    place_in(r->in.name, r->in.whole, r->in.skipped + offset_of(r, index)), "%s",
	    text);
	return false;
}

/* What does not hinder the reading of what follows. */
static bool
pass_over(struct reading *r, size_t index, const char *text)
{
	return refuse(r, SAY_YAML_FEATURE, index, text) ||
	       (r->all && r->d->n < FINDINGS_MOST);
}

static bool
is_known(struct nest *nest, struct arena *scratch, struct str key)
{
	if (nest->node->count < FEW) {
		for (const struct yaml *y = nest->node->first; y != NULL; y = y->next)
			if (str_eq(y->key, key))
				return true;
		return false;
	}
	if (nest->keys.a == NULL) {
		nest->keys = map_new(scratch);
		for (const struct yaml *y = nest->node->first; y != NULL; y = y->next)
			*map_at(&nest->keys, y->key) = 1;
	}
	return (*map_at(&nest->keys, key))++ != 0;
}

static struct str
text_of(struct reading *r, const yaml_event_t *e)
{
	return str_dup(r->a,
	    (struct str){ (const char *)e->data.scalar.value, e->data.scalar.length });
}

static bool
take_key(struct reading *r, const yaml_event_t *e)
{
	struct nest *nest = &r->at[r->depth];

	nest->key = text_of(r, e);
	nest->key_from = offset_of(r, e->start_mark.index);
	nest->has_key = true;
	if (e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
	    str_eq(nest->key, STR("<<")))
		return pass_over(r, e->start_mark.index,
		    "merge keys have no place in a brief; write the keys out");
	if (!is_known(nest, &r->scratch, nest->key))
		return true;
	say(r->d, SAY_YAML_DUPLICATE,
	    place_in(r->in.name, r->in.whole, r->in.skipped + nest->key_from),
	    "key '" STR_FMT "' stands twice; remove one of them", STR_ARG(nest->key));
	return r->all && r->d->n < FINDINGS_MOST;
}

/* A new value under the innermost open list or map. */
static struct yaml *
add_value(struct reading *r, const yaml_event_t *e, enum yaml_kind kind)
{
	struct nest *nest = &r->at[r->depth];
	struct yaml *y = arena_new(r->a, struct yaml);

	y->kind = kind;
	y->from = r->in.skipped + offset_of(r, e->start_mark.index);
	y->key_from = y->from;
	if (nest->has_key) {
		y->key = nest->key;
		y->key_from = r->in.skipped + nest->key_from;
	}
	y->to = r->in.skipped + offset_of(r, e->end_mark.index);
	nest->has_key = false;
	r->last = y;
	*nest->tail = y;
	nest->tail = &y->next;
	if (nest->node != NULL)
		nest->node->count++;
	return y;
}

static bool
in_map(const struct reading *r)
{
	const struct yaml *node = r->at[r->depth].node;

	return node != NULL && node->kind == YAML_MAP;
}

static bool
take_scalar(struct reading *r, const yaml_event_t *e)
{
	const yaml_scalar_style_t style = e->data.scalar.style;
	struct yaml *y;

	if ((e->data.scalar.tag != NULL || e->data.scalar.anchor != NULL) &&
	    !pass_over(r, e->start_mark.index,
		"anchors and tags have no place in a brief; put the value in quotes"))
		return false;
	if (++r->values > VALUES)
		return refuse(r, SAY_FILE_SIZE, e->start_mark.index,
		    "more values than a brief may have");
	if (in_map(r) && !r->at[r->depth].has_key)
		return take_key(r, e);
	y = add_value(r, e, YAML_SCALAR);
	y->text = text_of(r, e);
	y->quoted = style != YAML_PLAIN_SCALAR_STYLE;
	y->block =
	    style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
	return true;
}

static bool
take_start(struct reading *r, const yaml_event_t *e, enum yaml_kind kind)
{
	const bool list = kind == YAML_LIST;
	const bool marked = list ? e->data.sequence_start.tag != NULL ||
				       e->data.sequence_start.anchor != NULL
				 : e->data.mapping_start.tag != NULL ||
				       e->data.mapping_start.anchor != NULL;
	struct yaml *y;

	if (marked && !pass_over(r, e->start_mark.index,
			  "anchors and tags have no place in a brief; remove them"))
		return false;
	if (in_map(r) && !r->at[r->depth].has_key)
		return refuse(r, SAY_YAML_FEATURE, e->start_mark.index,
		    "a key must be text; put it in quotes");
	if (r->depth == DEPTH)
		return refuse(r, SAY_YAML_DEPTH, e->start_mark.index,
		    "nesting is deeper than 32; make it flatter");
	if (++r->values > VALUES)
		return refuse(r, SAY_FILE_SIZE, e->start_mark.index,
		    "more values than a brief may have");
	y = add_value(r, e, kind);
	y->flow = list ? e->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
		       : e->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	r->at[++r->depth] = (struct nest){ .node = y, .tail = &y->first };
	return true;
}

/* A block list ends where its last value does, not where the next token begins. */
static bool
take_end(struct reading *r, const yaml_event_t *e)
{
	struct yaml *y = r->at[r->depth--].node;

	if (y->flow) {
		y->to = r->in.skipped + offset_of(r, e->end_mark.index);
		return true;
	}
	for (const struct yaml *child = y->first; child != NULL; child = child->next)
		y->to = child->to;
	return true;
}

/* An alias stands for nothing. */
static bool
take_alias(struct reading *r, const yaml_event_t *e)
{
	if (!pass_over(r, e->start_mark.index,
		"aliases have no place in a brief; put the value in quotes") ||
	    (in_map(r) && !r->at[r->depth].has_key))
		return false;
	(void)add_value(r, e, YAML_SCALAR);
	return true;
}

static bool
take_event(struct reading *r, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_ALIAS_EVENT:
		return take_alias(r, e);
	case YAML_SCALAR_EVENT:
		return take_scalar(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return take_start(r, e, YAML_LIST);
	case YAML_MAPPING_START_EVENT:
		return take_start(r, e, YAML_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return take_end(r, e);
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		break;
	}
	return true;
}

static bool
read_events(struct reading *r)
{
	bool good = true, end = false;

	while (good && !end) {
		yaml_event_t e;

		if (!yaml_parser_parse(&r->parser, &e)) {
			if (r->parser.error == YAML_MEMORY_ERROR)
				die("out of memory while reading YAML");
			yaml_error_say(&r->parser, &r->in, r->last, r->d);
			return false;
		}
		good = take_event(r, &e);
		end = e.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&e);
	}
	return good;
}

static bool
read_stream(struct reading *r, struct yaml **out)
{
	bool good;

	*out = NULL;
	r->at[0].tail = out;
	if (!yaml_parser_initialize(&r->parser))
		die("out of memory while reading YAML");
	yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &r->parser, (const unsigned char *)r->in.bytes.p, r->in.bytes.n);
	good = read_events(r);
	yaml_parser_delete(&r->parser);
	arena_free(&r->scratch);
	return good;
}

static bool
is_line_break(uint32_t code)
{
	return code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

bool
yaml_is_clean(struct yaml_text in, size_t *from, struct diags *d, bool *other_breaks)
{
	size_t bytes;

	if (in.bytes.p == NULL)
		return true;
	for (size_t i = *from; i < in.bytes.n; i += bytes) {
		bytes = 1;
		i += str_printable(str_cut(in.bytes, i, in.bytes.n), SIZE_MAX);
		*from = i;
		if (i == in.bytes.n || in.bytes.p[i] == '\n')
			continue;
		const uint32_t code = code_at(in.bytes, i, &bytes);
		const bool broken = code == UTF8_BROKEN && bytes == 1;

		*other_breaks |= is_line_break(code);
		if (code_is_yaml(code) && !broken)
			continue;
		const struct place at = place_in(in.name, in.whole, in.skipped + i);

		if (broken)
			say(d, SAY_YAML_ENCODING, at,
			    "byte 0x%02x is not UTF-8; save the file as UTF-8",
			    (unsigned char)in.bytes.p[i]);
		else
			say(d, SAY_YAML_ENCODING, at,
			    "character U+%04X cannot stand in YAML; write \"\\u%04X\" in "
			    "double quotes",
			    code, code);
		return false;
	}
	return true;
}

bool
yaml_pass(struct arena *a, struct yaml_text in, struct yaml **out, struct diags *d)
{
	struct reading r = { .a = a, .in = in, .d = d, .all = true };

	return read_stream(&r, out);
}

bool
yaml_read(struct arena *a, struct str bytes, struct str name, struct yaml **out,
    struct diags *d)
{
	struct reading r = { .a = a, .d = d };
	const size_t mark = str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;
	bool other_breaks = false;
	size_t from = 0;

	*out = NULL;
	r.in = (struct yaml_text){ str_cut(bytes, mark, bytes.n), bytes, mark, name };
	if (bytes.n > YAML_BYTES) {
		say(d, SAY_FILE_SIZE, (struct place){ .file = name },
		    "the file is larger than 16 MiB; a brief is one article");
		return false;
	}
	if (!yaml_is_clean(r.in, &from, d, &other_breaks))
		return false;
	if (!other_breaks)
		*out = yaml_plain(a, bytes, mark);
	return *out != NULL || read_stream(&r, out);
}
