/* show: a brief as the pane shows it, or as another format; as quick as cat for a path. */
#include <string.h>

#include "cmd/ref.h"
#include "cmd/world.h"
#include "doc/doc.h"
#include "library/library.h"
#include "render/print.h"

enum { RELATED_MOST = 6 };

struct showing {
	struct page_options page;
	const struct print_look *look; /* NULL: plain */
	const struct brief *brief;
	struct neighbours related;
	struct arena *a;
	bool begun; /* something was printed before */
};

typedef void show_as(struct call *c, struct showing *s);

static void
show_text(struct call *c, struct showing *s)
{
	const struct doc *doc = doc_parse(s->a, s->brief->body);

	if (s->begun)
		buf_byte(&c->out, '\n');
	print_page(
	    &c->out, page_make(s->a, s->brief, doc, &s->related, &s->page), s->look);
}

static void
show_md(struct call *c, struct showing *s)
{
	if (s->begun)
		buf_byte(&c->out, '\n');
	print_markdown(&c->out, s->brief, &s->related);
}

static void
show_html(struct call *c, struct showing *s)
{
	print_html(&c->out, s->brief, doc_parse(s->a, s->brief->body), &s->related);
}

static void
show_man(struct call *c, struct showing *s)
{
	print_man(&c->out, s->brief, doc_parse(s->a, s->brief->body), &s->related);
}

static void
show_json(struct call *c, struct showing *s)
{
	print_json(&c->out, s->brief, &s->related, STR_NIL, STR_NIL);
}

static void
show_yaml(struct call *c, struct showing *s)
{
	if (s->begun)
		buf_text(&c->out, "---\n");
	brief_write(s->brief, &c->out);
}

static const struct {
	show_as *show;
	enum option_id option;
	bool related; /* neighbours are shown */
} formats[] = {
	{ show_text, OPTION_TEXT, true },
	{ show_md, OPTION_MD, true },
	{ show_html, OPTION_HTML, true },
	{ show_man, OPTION_MAN, true },
	{ show_json, OPTION_JSON, true },
	{ show_yaml, OPTION_YAML, false },
};

/* The format asked for, else text. */
static size_t
format_of(const struct call *c)
{
	for (size_t i = 0; i < LEN(formats); i++)
		if (c->value[formats[i].option] != NULL)
			return i;
	return 0;
}

/* "summary,timeline" as PANE_BITs. */
static bool
read_panes(struct call *c, unsigned *out)
{
	struct str rest =
	    c->value[OPTION_PANE] == NULL ? STR_NIL : str_of(c->value[OPTION_PANE]);

	*out = 0;
	while (rest.n != 0) {
		const struct str name = str_split(&rest, ',');
		unsigned bit = 0;

		for (unsigned p = 0; p < PANE_COUNT; p++)
			if (str_eq(name, str_of(pane_names[p])))
				bit = PANE_BIT(p);
		if (bit == 0) {
			(void)call_usage(c,
			    "there is no pane '" STR_FMT
			    "'; they are header, summary, timeline, related, body",
			    STR_ARG(name));
			return false;
		}
		*out |= bit;
	}
	return true;
}

static bool
read_options(struct call *c, struct showing *s, struct print_look *look)
{
	long cols;

	if (!read_panes(c, &s->page.panes) || !world_width(c, &cols))
		return false;
	if (c->value[OPTION_TEXT] == NULL && !world_look(c, look, &s->look))
		return false;
	s->page.cols = (int)cols;
	s->page.one_column = true;
	s->page.ascii = world_ascii(c);
	s->page.today = str_cut(clock_now(c->a), 0, sizeof("2026-01-02") - 1);
	return true;
}

static int
show_one(struct call *c, const char *typed, size_t format, struct showing *s)
{
	const bool related =
	    formats[format].related &&
	    (s->page.panes == 0 || (s->page.panes & PANE_BIT(PANE_RELATED)) != 0);
	struct ref r;
	const int status = ref_find(c, typed, &r);

	if (status != EXIT_DONE)
		return status;
	s->brief = ref_read(c, &r, s->a);
	if (s->brief == NULL)
		return EXIT_TROUBLE;
	s->related = (struct neighbours){ 0 };
	if (related)
		s->related = ref_related(c, &r, s->brief, RELATED_MOST, s->a);
	formats[format].show(c, s);
	s->begun = true;
	return EXIT_DONE;
}

int
cmd_show(struct call *c)
{
	struct arena a = ARENA_INIT;
	struct showing s = { .a = &a };
	struct print_look look;
	const size_t format = format_of(c);
	int worst = EXIT_DONE;

	if (c->arg_count == 0)
		return call_usage(
		    c, "show needs the name of a brief; see 'nutgraf list'");
	if (!read_options(c, &s, &look))
		return EXIT_TROUBLE;
	c->verbatim = formats[format].show != show_text;
	call_page(c);
	for (size_t i = 0; i < c->arg_count && !c->closed; i++) {
		const int status = show_one(c, c->args[i], format, &s);

		worst = status > worst ? status : worst;
		(void)call_flush(c);
		arena_free(&a);
	}
	return worst;
}
