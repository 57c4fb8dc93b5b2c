/*
 * A brief as one HTML page that needs nothing else: no script, no picture, nothing
 * loaded.  All text and every attribute goes through put(), links to http, https and
 * mailto only.
 */
#include "render/export.h"
#include "render/table.h"
#include "render/tables/style.h"
#include "text/utf8.h"

static void
put(struct buf *out, struct str s)
{
	while (s.n != 0) {
		const uint32_t c = clean_next(&s);

		if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'' ||
		    c == '\t')
			buf_printf(out, "&#%u;", (unsigned)c);
		else
			buf_code(out, c);
	}
}

static void
element(struct buf *out, const char *open, struct str s, const char *close)
{
	if (s.n == 0)
		return;
	buf_text(out, open);
	put(out, s);
	buf_text(out, close);
}

/* Opens a link if it may be one; whether it did. */
static bool
link_begin(struct buf *out, struct str url)
{
	if (!link_is_safe(url))
		return false;
	element(out, "<a href=\"", url, "\" rel=\"noreferrer\">");
	return true;
}

static void
linked(struct buf *out, struct str text, struct str url)
{
	const bool link = link_begin(out, url);

	put(out, text);
	buf_text(out, link ? "</a>" : "");
}

/* To a page of our own, beside this one. */
static void
beside(struct buf *out, struct str text, struct str href)
{
	element(out, "<a href=\"", href, "\">");
	put(out, text);
	buf_text(out, "</a>");
}

static void
dotted(struct buf *out, const struct strs *list, const char *before)
{
	if (list->n == 0)
		return;
	buf_text(out, "<p class=\"meta\">");
	for (size_t i = 0; i < list->n; i++) {
		buf_text(out, i == 0 ? before : " · ");
		put(out, list->at[i]);
	}
	buf_text(out, "</p>\n");
}

static void
header(struct buf *out, const struct brief *b)
{
	const struct strs source = source_line(out->a, &b->source),
			  notes = notes_of(out->a, b);

	buf_text(out, "<header>\n");
	element(out, "<h1>", b->title, "</h1>\n");
	element(out, "<p class=\"dek\">", b->dek, "</p>\n");
	dotted(out, &source, "");
	if (link_is_safe(b->source.url)) {
		buf_text(out, "<p class=\"meta\">");
		linked(out, b->source.url, b->source.url);
		buf_text(out, "</p>\n");
	}
	dotted(out, &b->topics, "Topics: ");
	dotted(out, &b->tags, "Tags: ");
	for (size_t i = 0; i < notes.n; i++)
		element(out, "<p class=\"note\">", notes.at[i], "</p>\n");
	buf_text(out, "</header>\n");
}

static void
section(struct buf *out, const char *id, const char *name)
{
	buf_printf(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id,
	    id, name);
}

static void
para_link(struct buf *out, long para)
{
	if (para > 0)
		buf_printf(out,
		    " <a class=\"p\" href=\"#p%ld\" aria-label=\"paragraph "
		    "%ld\">¶%ld</a>",
		    para, para, para);
}

static void
summary(struct buf *out, const struct brief *b)
{
	if (b->summary.n == 0)
		return;
	section(out, "summary", "Summary");
	buf_text(out, "<ul>\n");
	for (size_t i = 0; i < b->summary.n; i++) {
		element(out, "<li>", b->summary.at[i].text, "");
		para_link(out, b->summary.at[i].para);
		buf_text(out, "</li>\n");
	}
	buf_text(out, "</ul>\n</section>\n");
}

/* A date that HTML knows too: 2019, 2019-06, 2019-06-28. */
static bool
is_html_date(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (i == 4 || i == 7 ? s.p[i] != '-' : s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n == 4 ||
	       ((s.n == 7 || s.n == 10) && str_cmp(str_cut(s, 5, 7), STR("13")) < 0);
}

static void
event(struct buf *out, const struct event *e)
{
	const bool time = is_html_date(e->date);

	buf_printf(out, "<li class=\"%s%s\"><span class=\"date\">",
	    e->kind == EVENT_PAST ? "past" : "next",
	    e->basis == BASIS_GUESSED ? " guessed" : "");
	element(out, time ? "<time datetime=\"" : "", time ? e->date : STR_NIL, "\">");
	put(out, event_date(out->a, e));
	buf_text(out, time ? "</time></span><span>" : "</span><span>");
	put(out, e->text);
	element(out, " <span class=\"why\">", e->place, "</span>");
	para_link(out, e->para);
	buf_text(out, "</span></li>\n");
}

static void
timeline(struct buf *out, const struct brief *b)
{
	const struct events all = events_of(out->a, b);

	if (all.n == 0)
		return;
	section(out, "timeline", "Timeline");
	buf_text(out, "<ol class=\"timeline\">\n");
	for (size_t i = 0; i < all.n; i++)
		event(out, &all.at[i]);
	buf_text(out, "</ol>\n</section>\n");
}

static void
related_list(struct buf *out, const struct neighbours *all)
{
	if (all->n == 0)
		return;
	section(out, "related", "Related");
	buf_text(out, "<ul>\n");
	for (size_t i = 0; i < all->n; i++) {
		const struct neighbour *n = &all->at[i];

		buf_text(out, "<li>");
		if (n->href.n != 0)
			beside(out, neighbour_title(n), n->href);
		else
			linked(out, neighbour_title(n), n->url);
		element(
		    out, " <span class=\"why\">", related_words(out->a, n), "</span>");
		buf_text(out, "</li>\n");
	}
	buf_text(out, "</ul>\n</section>\n");
}

static void
run(struct buf *out, const struct run *r)
{
	static const struct {
		uint8_t style;
		const char *open, *close;
	} tags[] = { { RUN_STRONG, "<strong>", "</strong>" },
		{ RUN_EMPH, "<em>", "</em>" }, { RUN_CODE, "<code>", "</code>" } };
	bool link;

	if ((r->style & RUN_BREAK) != 0) {
		buf_text(out, "<br>\n");
		return;
	}
	link = link_begin(out, r->url);
	for (size_t i = 0; i < LEN(tags); i++)
		buf_text(out, (r->style & tags[i].style) != 0 ? tags[i].open : "");
	buf_text(out, (r->style & RUN_IMAGE) != 0 ? "[image] " : "");
	put(out, r->text);
	for (size_t i = LEN(tags); i-- > 0;)
		buf_text(out, (r->style & tags[i].style) != 0 ? tags[i].close : "");
	buf_text(out, link ? "</a>" : "");
}

/* The element of a block: its name, and for an ordered list where it starts. */
static const char *
element_name(const struct block *b)
{
	static const char *const names[] = { [BLOCK_PARA] = "p",
		[BLOCK_QUOTE] = "blockquote",
		[BLOCK_LIST] = "ul",
		[BLOCK_ITEM] = "li",
		[BLOCK_CODE] = "pre",
		[BLOCK_LINKS] = "p",
		[BLOCK_HTML] = "pre",
		[BLOCK_RULE] = "hr" };
	static const char *const headings[] = { "h2", "h3", "h4", "h5", "h6", "h6" };

	if (b->kind == BLOCK_HEADING)
		return headings[(b->level < 1 ? 1 : b->level > 6 ? 6 : b->level) - 1];
	return b->kind == BLOCK_LIST && b->ordered ? "ol" : names[b->kind];
}

/* A paragraph of a tight list is the item's own text. */
static bool
is_bare(const struct block *b)
{
	const struct block *item = b->parent;

	return b->kind == BLOCK_PARA && item != NULL && item->kind == BLOCK_ITEM &&
	       item->parent != NULL && item->parent->tight;
}

/* A piece of the code's text, with its links. */
static void
put_code(struct buf *out, struct str code, const struct code_links *links, struct str s)
{
	while (s.n != 0) {
		const struct code_link *link;
		const struct str part =
		    links_part(links, (size_t)(s.p - code.p), &s, &link);

		linked(out, part, link == NULL ? STR_NIL : link->url);
	}
}

static void
table_row(struct buf *out, const struct table *t, const struct code_links *links,
    struct str line)
{
	static const char *const classes[] = { [COLUMN_LEFT] = "",
		[COLUMN_RIGHT] = " class=\"r\"",
		[COLUMN_CENTRE] = " class=\"c\"" };
	const char *name = table_head(t, line) ? "th" : "td";
	int indent;

	buf_text(out, "<tr>");
	for (int i = 0; i < t->n; i++) {
		buf_printf(out, "<%s%s>", name, classes[t->col[i].align]);
		put_code(out, t->text, links, table_cell(&t->col[i], line, &indent));
		buf_printf(out, "</%s>", name);
	}
	buf_text(out, "</tr>\n");
}

static void
tag(struct buf *out, const char *name, long para)
{
	buf_printf(out, "<%s", name);
	if (para > 0)
		buf_printf(out, " id=\"p%ld\"", para);
}

/* False (nothing is put): it is none. */
static bool
table(struct buf *out, const struct block *b, const struct code_links *links, long para)
{
	struct table t;
	struct str rest = b->text;

	if (b->kind != BLOCK_CODE || !table_read(&t, rest))
		return false;
	tag(out, "table", para);
	buf_text(out, ">\n");
	while (rest.n != 0) {
		const struct str line = str_split(&rest, '\n');

		if (!table_rule(line) && str_trim(line).n != 0)
			table_row(out, &t, links, line);
	}
	buf_text(out, "</table>\n");
	return true;
}

static void
block(struct buf *out, const struct block *b, long para)
{
	const char *name = is_bare(b) ? "span" : element_name(b);
	const struct code_links links = doc_links(out->a, b);

	if (b->kind == BLOCK_LINKS || table(out, b, &links, para))
		return;
	tag(out, name, para);
	if (b->kind == BLOCK_LIST && b->ordered && b->start != 1)
		buf_printf(out, " start=\"%ld\"", b->start);
	buf_byte(out, '>');
	for (size_t i = 0; i < b->run_count; i++)
		run(out, &b->runs[i]);
	put_code(out, b->text, &links, b->text);
	for (const struct block *c = b->first; c != NULL; c = c->next)
		block(out, c, 0);
	if (b->kind != BLOCK_RULE)
		buf_printf(out, "</%s>", name);
	buf_byte(out, '\n');
}

static void
head(struct buf *out, struct str language, struct str title)
{
	buf_text(out, "<!DOCTYPE html>\n");
	element(out, "<html lang=\"", language.n != 0 ? language : STR("en"), "\">\n");
	buf_text(out,
	    "<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
	    "style-src 'unsafe-inline'\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n");
	element(out, "<title>", title.n != 0 ? title : STR("brief"), "</title>\n");
	buf_printf(out, "<style>%s</style>\n</head>\n<body>\n<main>\n<article>\n", style);
}

void
print_html(struct buf *out, const struct brief *b, const struct doc *body,
    const struct neighbours *related)
{
	const struct neighbours all = related_of(out->a, b, related);
	long n = 0;

	head(out, b->source.language, b->title);
	header(out, b);
	summary(out, b);
	timeline(out, b);
	related_list(out, &all);
	if (body != NULL && body->first != NULL) {
		section(out, "text", "Article");
		for (const struct block *p = body->first; p != NULL; p = p->next)
			block(out, p, ++n);
		buf_text(out, "</section>\n");
	}
	buf_text(out, "</article>\n</main>\n</body>\n</html>\n");
}

void
print_html_index(
    struct buf *out, struct str title, const struct index_row *rows, size_t n)
{
	head(out, STR_NIL, title);
	element(out, "<h1>", title, "</h1>\n");
	buf_text(out, n == 0 ? "" : "<ol class=\"timeline\">\n");
	for (size_t i = 0; i < n; i++) {
		buf_text(out, "<li><span class=\"date\">");
		put(out, rows[i].date);
		buf_text(out, "</span><span>");
		beside(out, rows[i].title, rows[i].href);
		element(out, " <span class=\"why\">", rows[i].source, "</span>");
		buf_text(out, "</span></li>\n");
	}
	buf_text(out, n == 0 ? "" : "</ol>\n");
	buf_text(out, "</article>\n</main>\n</body>\n</html>\n");
}
