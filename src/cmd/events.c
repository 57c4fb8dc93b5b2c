/* Collecting, ordering, and the formats that are tables. */
#include "cmd/events.h"

#include <limits.h>
#include <stdlib.h>

#include "base/vec.h"
#include "data/json.h"

static bool
passes(const struct dated *d, const struct events_filter *f)
{
	if (f->to_come && d->event->kind == EVENT_PAST)
		return false;
	if (f->from == LONG_MIN && f->to == LONG_MAX)
		return true;
	return d->known && !d->when.no_year && d->when.to >= f->from &&
	       d->when.from <= f->to;
}

/* When it begins: what is still to come does not before its article was published. */
static long
begins(const struct event *e, const struct edtf *when, const struct brief *b)
{
	struct edtf published;

	if (e->kind == EVENT_PAST || !edtf_parse(b->source.published, &published) ||
	    published.no_year)
		return when->from;
	return published.from > when->from ? published.from : when->from;
}

void
events_add(struct arena *a, struct events *e, const struct brief *b,
    const struct events_filter *f)
{
	e->briefs++;
	for (size_t i = 0; i < b->timeline.n; i++) {
		struct dated d = { .event = &b->timeline.at[i], .brief = b, .number = i };

		d.known = edtf_parse(d.event->date, &d.when);
		d.from = begins(d.event, &d.when, b);
		if (passes(&d, f))
			*vec_push(a, e) = d;
	}
}

/* Dated, without a year, undated. */
static int
class_of(const struct dated *d)
{
	return !d->known ? 2 : d->when.no_year ? 1 : 0;
}

static int
by_time(const void *pa, const void *pb)
{
	const struct dated *a = pa, *b = pb;
	int order = class_of(a) - class_of(b);

	if (order == 0 && class_of(a) == 0)
		order = (a->from > b->from) - (a->from < b->from);
	if (order == 0 && class_of(a) == 0)
		order = (a->when.to > b->when.to) - (a->when.to < b->when.to);
	if (order == 0 && class_of(a) == 1)
		order = edtf_cmp(&a->when, &b->when);
	if (order == 0)
		order = str_cmp(a->brief->id, b->brief->id);
	return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

void
events_sort(struct events *e)
{
	if (e->n != 0)
		qsort(e->at, e->n, sizeof(*e->at), by_time);
}

enum { FIELD_COUNT = 7 };
static const char *const field_names[FIELD_COUNT] = { "date", "kind", "basis", "para",
	"when", "text", "id" };

static void
read_fields(const struct dated *d, struct buf *para, struct str out[FIELD_COUNT])
{
	const struct event *e = d->event;

	para->n = 0;
	if (e->para != 0)
		buf_printf(para, "%ld", e->para);
	out[0] = e->date;
	out[1] = str_of(event_kind_names[e->kind]);
	out[2] = str_of(event_basis_names[e->basis]);
	out[3] = buf_view(para);
	out[4] = e->when;
	out[5] = e->text;
	out[6] = d->brief->id;
}

static void
put_tsv(struct buf *out, struct str field)
{
	for (size_t i = 0; i < field.n; i++)
		buf_byte(out, (char)((unsigned char)field.p[i] < ' ' ? ' ' : field.p[i]));
}

static void
put_csv(struct buf *out, struct str field)
{
	buf_byte(out, '"');
	for (size_t i = 0; i < field.n; i++) {
		if (field.p[i] == '"')
			buf_byte(out, '"');
		buf_byte(out, field.p[i]);
	}
	buf_byte(out, '"');
}

/* A head line, then a line an event. */
static void
put_table(struct call *c, const struct events *e, char between, const char *line_end,
    void (*put)(struct buf *, struct str))
{
	struct buf para = buf_new(c->a);
	struct str fields[FIELD_COUNT];

	for (size_t i = 0; i <= e->n; i++) {
		if (i != 0)
			read_fields(&e->at[i - 1], &para, fields);
		for (size_t k = 0; k < FIELD_COUNT; k++) {
			if (k != 0)
				buf_byte(&c->out, between);
			if (i == 0)
				buf_text(&c->out, field_names[k]);
			else
				put(&c->out, fields[k]);
		}
		buf_text(&c->out, line_end);
	}
}

void
events_tsv(struct call *c, const struct events *e)
{
	put_table(c, e, '\t', "\n", put_tsv);
}

void
events_csv(struct call *c, const struct events *e)
{
	put_table(c, e, ',', "\r\n", put_csv);
}

void
events_json(struct call *c, const struct events *e)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct dated *d = &e->at[i];
		struct json j = { .out = &c->out };

		json_open(&j, '{');
		json_field(&j, "date", d->event->date);
		json_field(&j, "when", d->event->when);
		json_field(&j, "text", d->event->text);
		if (d->event->para != 0) {
			json_key(&j, "para");
			json_int(&j, d->event->para);
		}
		json_field(&j, "kind", str_of(event_kind_names[d->event->kind]));
		json_field(&j, "basis", str_of(event_basis_names[d->event->basis]));
		json_field(&j, "place", d->event->place);
		json_field(&j, "id", d->brief->id);
		json_field(&j, "title", d->brief->title);
		json_close(&j, '}');
		buf_byte(&c->out, '\n');
	}
}
