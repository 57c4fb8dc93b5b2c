/* Filtering, the rail, and the formats that are tables. */
#include "cmd/events.h"

#include <limits.h>

#include "brief/json.h"
#include "cmd/world.h"
#include "doc/doc.h"
#include "text/clean.h"

static bool
read_day(struct call *c, enum option_id o, bool end, long *out)
{
	struct edtf date;
	struct str typed;

	if (c->value[o] == NULL)
		return true;
	typed = str_of(c->value[o]);
	if (str_eq(typed, STR("today")))
		typed = clock_today(c->a);
	if (!edtf_parse(typed, &date) || date.no_year) {
		(void)call_usage(c,
		    "'%s' is no date; write it as 2019-07-01, 2019-07, 2019 or today",
		    c->value[o]);
		return false;
	}
	*out = end ? date.to : date.from;
	return true;
}

bool
events_options(struct call *c, struct events_filter *out)
{
	*out = (struct events_filter){ LONG_MIN, LONG_MAX,
		c->value[OPTION_SCHEDULED] != NULL };
	return read_day(c, OPTION_FROM, false, &out->from) &&
	       read_day(c, OPTION_TO, true, &out->to);
}

static bool
passes(const struct story_row *r, const struct events_filter *f)
{
	if (f->to_come && r->event->kind == EVENT_PAST)
		return false;
	if (f->from == LONG_MIN && f->to == LONG_MAX)
		return true;
	return r->known && !r->when.no_year && r->when.to >= f->from &&
	       r->when.from <= f->to;
}

void
events_keep(struct story *s, const struct events_filter *f)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (passes(&s->at[i], f))
			s->at[n++] = s->at[i];
	s->n = n;
}

/* Who else tells it: "ID#3 ID#7". */
static struct str
others(struct arena *a, const struct story_row *r)
{
	struct buf out = buf_new(a);

	for (size_t i = 1; i < r->teller_count; i++) {
		buf_text(&out, i == 1 ? "" : " ");
		buf_str(&out, r->tellers[i].brief->id);
		if (teller_event(&r->tellers[i])->para != 0)
			buf_printf(&out, "#%ld", teller_event(&r->tellers[i])->para);
	}
	return buf_view(&out);
}

enum { FIELD_COUNT = 8 };
static const char *const field_names[FIELD_COUNT] = { "date", "kind", "basis", "para",
	"when", "text", "id", "others" };

static void
read_fields(struct arena *a, const struct story_row *r, struct buf *para,
    struct str out[FIELD_COUNT])
{
	const struct event *e = r->event;

	para->n = 0;
	if (e->para != 0)
		buf_printf(para, "%ld", e->para);
	out[0] = e->date;
	out[1] = str_of(event_kind_names[e->kind]);
	out[2] = str_of(event_basis_names[e->basis]);
	out[3] = buf_view(para);
	out[4] = e->when;
	out[5] = e->text;
	out[6] = r->tellers[0].brief->id;
	out[7] = others(a, r);
}

static void
put_tsv(struct buf *out, struct str field)
{
	put_clean(out, field, false);
}

static void
put_csv(struct buf *out, struct str field)
{
	buf_byte(out, '"');
	put_quoted(out, field, "\"", '"');
	buf_byte(out, '"');
}

/* A head line, then a line an event. */
static void
put_table(struct call *c, const struct story *s, char between, const char *line_end,
    void (*put)(struct buf *, struct str))
{
	struct buf para = buf_new(c->a);
	struct str fields[FIELD_COUNT];

	for (size_t i = 0; i <= s->n; i++) {
		if (i != 0)
			read_fields(c->a, &s->at[i - 1], &para, fields);
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

static void
put_tsv_table(struct call *c, const struct story *s)
{
	put_table(c, s, '\t', "\n", put_tsv);
}

static void
put_csv_table(struct call *c, const struct story *s)
{
	put_table(c, s, ',', "\r\n", put_csv);
}

static void
put_tellers(struct json *j, const struct story_row *r)
{
	if (r->teller_count < 2)
		return;
	json_key(j, "sources");
	json_open(j, '[');
	for (size_t i = 0; i < r->teller_count; i++) {
		const struct teller *t = &r->tellers[i];

		json_open(j, '{');
		json_field(j, "id", t->brief->id);
		json_field(j, "title", t->brief->title);
		json_number(j, "para", teller_event(t)->para);
		json_field(j, "date", teller_event(t)->date);
		json_field(j, "text", teller_event(t)->text);
		json_close(j, '}');
	}
	json_close(j, ']');
	json_flag(j, "disputed", r->disputed);
}

static void
put_object(struct json *j, const struct story_row *r)
{
	json_open(j, '{');
	brief_json_event(j, r->event);
	json_field(j, "id", r->tellers[0].brief->id);
	json_field(j, "title", r->tellers[0].brief->title);
	put_tellers(j, r);
	json_close(j, '}');
}

static void
put_json(struct call *c, const struct story *s)
{
	for (size_t i = 0; i < s->n && call_flow(c); i++) {
		struct json j = { .out = &c->out };

		put_object(&j, &s->at[i]);
		buf_byte(&c->out, '\n');
	}
}

void
events_array(struct json *j, const struct story *s)
{
	json_open(j, '[');
	for (size_t i = 0; i < s->n; i++)
		put_object(j, &s->at[i]);
	json_close(j, ']');
}

/* As the reader shows it; in the timeline of one brief its publication has a mark. */
static void
put_page(struct call *c, const struct story *s, const struct neighbours *briefs,
    const struct print_look *look, long cols)
{
	struct page_options o = { .cols = (int)cols,
		.panes = PANE_BIT(PANE_RELATED),
		.one_column = true,
		.ascii = world_ascii(c),
		.story = s,
		.today = clock_today(c->a) };
	const struct brief several = { 0 };
	const struct brief *b = s->brief_count == 1 ? s->briefs[0] : &several;
	const struct doc *no_text = doc_new(c->a);

	if (briefs->n != 0) {
		print_page(&c->out, page_make(c->a, &several, no_text, briefs, &o), look);
		buf_text(&c->out, s->n == 0 ? "" : "\n");
	}
	o.panes = PANE_BIT(PANE_TIMELINE);
	if (s->n != 0)
		print_page(&c->out, page_make(c->a, b, no_text, briefs, &o), look);
}

static const struct {
	enum option_id option;
	void (*put)(struct call *c, const struct story *s);
} formats[] = {
	{ OPTION_TSV, put_tsv_table },
	{ OPTION_CSV, put_csv_table },
	{ OPTION_JSON, put_json },
	{ OPTION_ICS, events_ics },
};

void
events_put(struct call *c, const struct story *s, const struct neighbours *briefs,
    const struct print_look *look, long cols)
{
	for (size_t i = 0; i < LEN(formats); i++)
		if (c->value[formats[i].option] != NULL) {
			formats[i].put(c, s);
			return;
		}
	call_page(c);
	put_page(c, s, briefs, look, cols);
}
