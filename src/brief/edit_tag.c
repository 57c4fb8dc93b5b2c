/* A tag more or less, in the layout the list has: lines, brackets, or no list yet. */
#include "brief/edit.h"
#include "brief/lines.h"
#include "data/yamlout.h"

static struct str
scalar(struct edit *e, struct str before, struct str tag, bool flow, const char *after)
{
	struct buf out = buf_new(e->a);

	buf_str(&out, before);
	yaml_scalar(&out, tag, flow);
	buf_text(&out, after);
	return buf_view(&out);
}

static void
add_line(struct edit *e, const struct yaml *list, struct str tag)
{
	const size_t at = lines_after(e->bytes, yaml_last(list));
	const long column = (long)lines_column(e->bytes, list->from);

	edit_splice(
	    e, at, at, edit_lines(e, scalar(e, STR("- "), tag, false, "\n"), column));
}

static void
add_tag(struct edit *e, const struct yaml *list, struct str tag)
{
	const struct yaml *last;

	if (list == NULL) {
		edit_add_key(e, "tags", scalar(e, STR("tags:\n  - "), tag, false, "\n"),
		    scalar(e, STR("["), tag, true, "]"));
	} else if (list->kind == YAML_SCALAR) {
		edit_splice(e, list->from, list->to,
		    scalar(e, list->text.n == 0 ? STR(" [") : STR("["), tag, true, "]"));
	} else if ((last = yaml_last(list)) == NULL) {
		edit_splice(
		    e, list->from + 1, list->from + 1, scalar(e, STR(""), tag, true, ""));
	} else if (list->flow) {
		edit_splice(e, last->to, last->to, scalar(e, STR(", "), tag, true, ""));
	} else {
		add_line(e, list, tag);
	}
	*vec_push(e->a, &e->brief->tags) = tag;
}

/* The line with the dash of an item. */
static size_t
item_start(const struct edit *e, const struct yaml *item)
{
	size_t at = item->from;

	while (at > 0 && (e->bytes.p[at - 1] == ' ' || e->bytes.p[at - 1] == '\n' ||
			     e->bytes.p[at - 1] == '\r'))
		at--;
	return lines_start(e->bytes, at == 0 ? 0 : at - 1);
}

static void
remove_all(struct edit *e, const struct yaml *list)
{
	const size_t after_key = str_find(e->bytes, STR(":"), list->key_from) + 1;

	if (list->flow) {
		edit_splice(e, list->from, list->to, STR("[]"));
		return;
	}
	if (!str_has(str_cut(e->bytes, list->key_from, lines_after(e->bytes, list)),
		STR("#"))) {
		edit_remove(e, lines_start(e->bytes, list->key_from),
		    lines_after(e->bytes, list));
		return;
	}
	edit_splice(e, after_key, after_key, STR(" []"));
	for (const struct yaml *y = list->first; y != NULL; y = y->next)
		edit_splice(e, item_start(e, y), lines_after(e->bytes, y), STR_NIL);
}

/* Each cut takes the comma before the item, or after it when no item is left before. */
static void
remove_some(struct edit *e, const struct yaml *list, struct str tag)
{
	const struct yaml *before = NULL;
	bool kept = false;

	for (const struct yaml *y = list->first; y != NULL; before = y, y = y->next) {
		if (!str_eq(y->text, tag))
			kept = true;
		else if (!list->flow)
			edit_splice(
			    e, item_start(e, y), lines_after(e->bytes, y), STR_NIL);
		else if (kept)
			edit_splice(e, before->to, y->to, STR_NIL);
		else
			edit_splice(e, y->from, y->next->from, STR_NIL);
	}
}

static void
remove_tag(struct edit *e, const struct yaml *list, struct str tag)
{
	struct strs kept = { 0 };

	for (size_t i = 0; i < e->brief->tags.n; i++)
		if (!str_eq(e->brief->tags.at[i], tag))
			*vec_push(e->a, &kept) = e->brief->tags.at[i];
	if (kept.n == 0)
		remove_all(e, list);
	else
		remove_some(e, list, tag);
	e->brief->tags = kept;
}

bool /* NOLINTNEXTLINE(readability-function-size): the door has seven parameters */
brief_tag(struct arena *a, struct str bytes, struct str name, struct str tag, bool add,
    struct str *out, struct diags *d)
{
	struct edit e = { .a = a, .bytes = bytes, .name = name };
	const struct yaml *list;

	if (!edit_begin(&e, d))
		return false;
	if (tag.n == 0 || str_has(tag, STR("\n")) || str_has(tag, STR("\r"))) {
		say(d, SAY_BRIEF_VALUE, (struct place){ .file = name },
		    "a tag must be one line with something in it");
		return false;
	}
	if (strs_have(&e.brief->tags, tag) == add) {
		*out = bytes;
		return true;
	}
	list = yaml_get(e.root, STR("tags"));
	if (add)
		add_tag(&e, list, tag);
	else
		remove_tag(&e, list, tag);
	return edit_end(&e, out);
}
