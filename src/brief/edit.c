/* Splices; the result is believed only after it was read back. */
#include "brief/edit.h"

#include "brief/lines.h"

bool
edit_give_up(struct edit *e, const char *why)
{
	say(e->d, SAY_BRIEF_EDIT, place_in(e->name, e->bytes, e->root->from),
	    "%s; edit the file by hand", why);
	return false;
}

bool
edit_begin(struct edit *e, struct diags *d)
{
	struct brief_docs docs = { 0 };

	e->d = d;
	if (!brief_docs_read(e->a, e->bytes, e->name, &docs, d))
		return false;
	if (!docs.markdown && !str_ends(e->bytes, STR("\n"))) {
		struct buf whole = buf_new(e->a);

		buf_str(&whole, e->bytes);
		buf_byte(&whole, '\n');
		e->bytes = buf_view(&whole);
		return edit_begin(e, d);
	}
	e->markdown = docs.markdown;
	e->root = docs.at[0].root;
	e->brief = docs.at[0].brief;
	e->eol = str_has(str_cut(e->bytes, 0, lines_end(e->bytes, 0)), STR("\r\n"))
		     ? "\r\n"
		     : "\n";
	if (docs.n > 1)
		return edit_give_up(e, "the file holds several briefs");
	if (e->brief->format <= 1)
		return true;
	say(d, SAY_BRIEF_FORMAT, place_in(e->name, e->bytes, e->root->from),
	    "format %ld is newer than this program; the file is not changed",
	    e->brief->format);
	return false;
}

void
edit_splice(struct edit *e, size_t from, size_t to, struct str with)
{
	*vec_push(e->a, &e->splices) = (struct splice){ from, to, with };
}

struct str
edit_lines(struct edit *e, struct str lines, long columns)
{
	struct buf out = buf_new(e->a);

	while (lines.n != 0) {
		const struct str line = str_split(&lines, '\n');

		if (line.n != 0 && columns > 0)
			buf_repeat(&out, ' ', (size_t)columns);
		buf_str(&out, str_cut(line, columns < 0 ? (size_t)-columns : 0, line.n));
		buf_text(&out, e->eol);
	}
	return buf_view(&out);
}

size_t
edit_place(const struct edit *e, const struct field *fields, const struct yaml *map,
    const struct field *f)
{
	const struct yaml *before = NULL;

	for (const struct yaml *y = map->first; y != NULL; y = y->next) {
		const struct field *row = field_find(fields, y->key);

		if ((row != NULL && row < f) ||
		    (map == e->root && str_eq(y->key, STR("format"))))
			before = y;
	}
	return before == NULL ? lines_start(e->bytes, map->first->key_from)
			      : lines_after(e->bytes, before);
}

static bool
is_blank_line(struct str bytes, size_t at)
{
	return at >= bytes.n || str_trim(str_cut(bytes, at, lines_end(bytes, at))).n == 0;
}

/* Groups are set apart with blank lines here, and no blank line is there yet. */
static bool
wants_blank(const struct edit *e, size_t at)
{
	const bool apart =
	    str_has(e->bytes, STR("\n\n")) || str_has(e->bytes, STR("\r\n\r\n"));

	return apart && is_blank_line(e->bytes, at) &&
	       !is_blank_line(e->bytes, lines_start(e->bytes, at == 0 ? 0 : at - 1));
}

void
edit_remove(struct edit *e, size_t from, size_t to)
{
	if (from > 0 && is_blank_line(e->bytes, lines_start(e->bytes, from - 1)) &&
	    is_blank_line(e->bytes, to))
		from = lines_start(e->bytes, from - 1);
	edit_splice(e, from, to, STR_NIL);
}

size_t
edit_end_of(const struct edit *e, struct str lines, size_t at)
{
	while (str_ends(lines, STR("\n\n")) && at < e->bytes.n &&
	       is_blank_line(e->bytes, at))
		at = lines_end(e->bytes, at);
	return at;
}

void
edit_add_key(struct edit *e, const char *key, struct str lines, struct str flow)
{
	const size_t first = e->root->first->key_from;
	struct buf out = buf_new(e->a);
	size_t at;

	if (e->root->flow) {
		buf_printf(&out, "\"%s\": " STR_FMT ", ", key, STR_ARG(flow));
		edit_splice(e, first, first, buf_view(&out));
		return;
	}
	at = edit_place(e, brief_fields, e->root, field_find(brief_fields, str_of(key)));
	if (wants_blank(e, at))
		buf_text(&out, e->eol);
	buf_str(&out, edit_lines(e, lines, (long)lines_column(e->bytes, first)));
	edit_splice(e, at, edit_end_of(e, lines, at), buf_view(&out));
}

/* In the order of the file; those for one place stay in the order they came. */
static void
sort_splices(struct edit *e)
{
	for (size_t i = 1; i < e->splices.n; i++) {
		const struct splice s = e->splices.at[i];
		size_t k = i;

		for (; k > 0 && e->splices.at[k - 1].from > s.from; k--)
			e->splices.at[k] = e->splices.at[k - 1];
		e->splices.at[k] = s;
	}
}

static struct str
join(struct edit *e)
{
	struct buf out = buf_new(e->a);
	size_t at = 0;

	sort_splices(e);
	for (size_t i = 0; i < e->splices.n; i++) {
		const struct splice *s = &e->splices.at[i];

		buf_str(&out, str_cut(e->bytes, at, s->from));
		buf_str(&out, s->with);
		at = s->to;
	}
	buf_str(&out, str_cut(e->bytes, at, e->bytes.n));
	return buf_view(&out);
}

bool
edit_end(struct edit *e, struct str *out)
{
	struct buf meant = buf_new(e->a), got = buf_new(e->a);
	struct diags quiet = { .a = e->a };
	struct briefs again = { 0 };

	*out = join(e);
	if (!brief_read(e->a, *out, e->name, &again, &quiet) || again.n != 1)
		return edit_give_up(e, "the layout of the file leaves no place for this");
	brief_write(e->brief, &meant);
	brief_write(again.at[0], &got);
	if (!str_eq(buf_view(&meant), buf_view(&got)))
		return edit_give_up(e, "the layout of the file leaves no place for this");
	return true;
}
