/* convert: articles to YAML, or to one JSON object a line with their plain text. */
#include "cmd/intake.h"
#include "doc/doc.h"
#include "render/print.h"

static void
put_json(struct call *c, const char *path, const struct brief *b, struct arena *a)
{
	const struct doc *doc = doc_parse(a, b->body);
	struct buf text = buf_new(a);

	for (const struct block *k = doc->first; k != NULL; k = k->next) {
		if (k->kind == BLOCK_LINKS) /* the table says it */
			continue;
		if (text.n != 0)
			buf_byte(&text, '\n');
		buf_str(&text, doc_plain(a, k));
	}
	print_json(&c->out, b, NULL, str_of(path), buf_view(&text));
}

/* Documents of a stream stand between lines of three hyphens. */
static void
put_yaml(struct call *c, struct brief *b, struct str made_by, bool *begun)
{
	if (*begun)
		buf_text(&c->out, "---\n");
	*begun = true;
	brief_write_made(b, made_by, &c->out);
}

static int
put_briefs(struct call *c, const struct intake *in, struct arena *a, void *begun)
{
	for (size_t i = 0; i < in->briefs->n; i++) {
		if (c->value[OPTION_JSON] != NULL)
			put_json(c, in->path, in->briefs->at[i], a);
		else
			put_yaml(c, in->briefs->at[i], in->made_by, begun);
	}
	return call_flow(c) ? EXIT_DONE : EXIT_TROUBLE;
}

int
cmd_convert(struct call *c)
{
	bool begun = false;

	c->verbatim = true;
	return intake_all(c, NULL, put_briefs, &begun);
}
