/* A brief in each format; `show` prints them, `export` writes files. */
#include "cmd/format.h"

#include "doc/doc.h"

static void
as_text(struct buf *out, const struct showing *s)
{
	const struct doc *doc = doc_parse(s->a, s->brief->body);

	if (s->begun)
		buf_byte(out, '\n');
	print_page(out, page_make(s->a, s->brief, doc, &s->related, &s->page), s->look);
}

static void
as_markdown(struct buf *out, const struct showing *s)
{
	if (s->begun)
		buf_byte(out, '\n');
	print_markdown(out, s->brief, &s->related);
}

static void
as_html(struct buf *out, const struct showing *s)
{
	print_html(out, s->brief, doc_parse(s->a, s->brief->body), &s->related);
}

static void
as_man(struct buf *out, const struct showing *s)
{
	print_man(out, s->brief, doc_parse(s->a, s->brief->body), &s->related);
}

static void
as_json(struct buf *out, const struct showing *s)
{
	print_json(out, s->brief, &s->related, STR_NIL, STR_NIL);
}

static void
as_yaml(struct buf *out, const struct showing *s)
{
	if (s->begun)
		buf_text(out, "---\n");
	brief_write(s->brief, out);
}

static const struct format formats[] = {
	{ OPTION_TEXT, ".txt", true, as_text, NULL },
	{ OPTION_MD, ".md", true, as_markdown, print_markdown_index },
	{ OPTION_HTML, ".html", true, as_html, print_html_index },
	{ OPTION_MAN, ".7", true, as_man, NULL },
	{ OPTION_JSON, ".json", true, as_json, NULL },
	{ OPTION_YAML, ".yaml", false, as_yaml, NULL },
};

const struct format *
format_of(const struct call *c, enum option_id otherwise)
{
	const struct format *usual = NULL;

	for (size_t i = 0; i < LEN(formats); i++) {
		if (c->value[formats[i].option] != NULL)
			return &formats[i];
		if (formats[i].option == otherwise)
			usual = &formats[i];
	}
	return usual;
}
