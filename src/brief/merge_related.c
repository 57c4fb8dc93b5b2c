/* The list that two write: the converter's items are made anew, the reader's lines stay. */
#include <assert.h>

#include "brief/lines.h"
#include "brief/parts.h"
#include "doc/doc.h"

/* An item with its lines, and comments right above it. */
struct part {
	struct str lines;
	bool by_reader, marked;
};

struct parts {
	struct part *at;
	size_t n, room;
	bool odd; /* something in the list is in the way */
};

static bool
is_comment_line(struct str bytes, size_t at)
{
	return str_starts(str_trim(str_cut(bytes, at, lines_end(bytes, at))), STR("#"));
}

static bool
is_by_reader(const struct yaml *item)
{
	const struct yaml *by = item->kind == YAML_MAP ? yaml_get(item, STR("by")) : NULL;

	return by != NULL && str_eq(by->text, STR("reader"));
}

static struct parts
parts_of(struct edit *e, const struct field *f, const struct yaml *list)
{
	struct parts out = { 0 };
	size_t before = lines_end(e->bytes, list->key_from);

	for (const struct yaml *item = list->first; item != NULL; item = item->next) {
		const size_t line = lines_start(e->bytes, item->from);
		const size_t end = lines_after(e->bytes, item);
		const struct field as_item = { .key = "", .fields = f->fields };
		size_t from = line;

		out.odd = out.odd || line < before ||
			  !str_starts(str_trim(str_cut(e->bytes, line, end)), STR("-"));
		while (from > before &&
		       is_comment_line(e->bytes, lines_start(e->bytes, from - 1)))
			from = lines_start(e->bytes, from - 1);
		out.odd = out.odd || str_has(str_cut(e->bytes, before, from), STR("#"));
		*vec_push(e->a, &out) =
		    (struct part){ str_cut(e->bytes, from, end), is_by_reader(item),
			    from != line || merge_is_marked(e, &as_item, item) };
		before = end;
	}
	return out;
}

static bool
has_reader(const struct brief *b)
{
	for (size_t i = 0; i < b->related.n; i++)
		if (b->related.at[i].by_reader)
			return true;
	return false;
}

/* The new links, then the reader's. */
static void
set_related(struct edit *e, const struct brief *fresh)
{
	struct brief merged = { 0 };

	for (size_t i = 0; i < fresh->related.n; i++)
		*vec_push(e->a, &merged.related) = fresh->related.at[i];
	for (size_t i = 0; i < e->brief->related.n; i++)
		if (e->brief->related.at[i].by_reader)
			*vec_push(e->a, &merged.related) = e->brief->related.at[i];
	e->brief->related = merged.related;
}

bool
merge_put_related(struct edit *e, const struct field *f, const struct brief *fresh)
{
	const struct yaml *list = yaml_get(e->root, str_of(f->key));
	struct buf lines = buf_new(e->a), canonical = buf_new(e->a);
	struct parts parts;
	struct str items;

	if (list == NULL || !has_reader(e->brief))
		return merge_put(e, brief_fields, e->root, f, fresh);
	if (list->kind != YAML_LIST || list->flow)
		return false;
	parts = parts_of(e, f, list);
	field_write(&canonical, f, fresh, 0);
	items = buf_view(&canonical);
	(void)str_split(&items, '\n');
	buf_str(
	    &lines, edit_lines(e, items, (long)lines_column(e->bytes, list->from) - 2));
	for (size_t i = 0; i < parts.n; i++) {
		assert(parts.at != NULL);
		if (parts.odd || (!parts.at[i].by_reader && parts.at[i].marked))
			return false;
		if (parts.at[i].by_reader)
			buf_str(&lines, parts.at[i].lines);
	}
	edit_splice(e, lines_end(e->bytes, list->key_from), lines_after(e->bytes, list),
	    buf_view(&lines));
	set_related(e, fresh);
	return true;
}

/* ---- paragraphs ---- */

static long
para_of(const struct strs *paras, struct str text, long wanted)
{
	if (wanted > 0 && (size_t)wanted <= paras->n &&
	    str_has(paras->at[wanted - 1], text))
		return wanted;
	for (size_t i = 0; wanted > 0 && i < paras->n; i++)
		if (str_has(paras->at[i], text))
			return (long)i + 1;
	return 0;
}

void
merge_anchor(struct arena *a, struct str body, struct brief *fresh)
{
	const struct doc *doc = doc_parse(a, body);
	struct strs paras = { 0 };
	struct brief out = { 0 };

	for (const struct block *b = doc->first; b != NULL; b = b->next)
		*vec_push(a, &paras) = doc_plain(a, b);
	for (size_t i = 0; i < fresh->summary.n; i++) {
		struct extract x = fresh->summary.at[i];

		x.para = para_of(&paras, x.text, x.para);
		*vec_push(a, &out.summary) = x;
	}
	for (size_t i = 0; i < fresh->timeline.n; i++) {
		struct event x = fresh->timeline.at[i];

		x.para = para_of(&paras, x.text, x.para);
		*vec_push(a, &out.timeline) = x;
	}
	fresh->summary = out.summary;
	fresh->timeline = out.timeline;
}
