/* show: a brief as the pane shows it, or as another format; as quick as cat for a path. */

#include "cmd/format.h"
#include "cmd/put.h"
#include "cmd/ref.h"
#include "cmd/world.h"

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
	s->page.today = clock_today(c->a);
	return true;
}

static int
show_one(
    struct call *c, const char *typed, const struct format *format, struct showing *s)
{
	const bool related =
	    format->related &&
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
	format->show(&c->out, s);
	s->begun = true;
	return EXIT_DONE;
}

int
cmd_show(struct call *c)
{
	struct arena a = ARENA_INIT;
	struct showing s = { .a = &a };
	struct print_look look;
	const struct format *format = format_of(c, OPTION_TEXT);
	int worst = EXIT_DONE;

	if (c->arg_count == 0)
		return call_usage(
		    c, "show needs the name of a brief; see 'nutgraf list'");
	if (!ref_words(c))
		return EXIT_TROUBLE;
	if (format->option == OPTION_HTML && c->arg_count > 1)
		return call_usage(c, "a page of HTML is one brief; see 'nutgraf export'");
	if (!read_options(c, &s, &look))
		return EXIT_TROUBLE;
	c->verbatim = format->option != OPTION_TEXT;
	call_page(c);
	for (size_t i = 0; i < c->arg_count && !c->closed; i++) {
		worst = put_worse(worst, show_one(c, c->args[i], format, &s));
		(void)call_flush(c);
		arena_free(&a);
	}
	return worst;
}
