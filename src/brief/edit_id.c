/* Another id: of the brief itself, or of the briefs that its stated links name. */
#include "brief/edit.h"
#include "data/yamlout.h"

static void
replace(struct edit *e, const struct yaml *at, struct str id)
{
	struct buf out = buf_new(e->a);

	buf_text(&out, at->from == at->to ? " " : "");
	yaml_scalar(&out, id, false);
	edit_splice(e, at->from, at->to, buf_view(&out));
}

bool
brief_set_id(struct arena *a, struct str bytes, struct str name, struct str id,
    struct str *out, struct diags *d)
{
	struct edit e = { .a = a, .bytes = bytes, .name = name };
	struct buf line = buf_new(a), flow = buf_new(a);
	const struct yaml *at;

	if (!edit_begin(&e, d))
		return false;
	at = yaml_get(e.root, STR("id"));
	e.brief->id = id;
	if (at != NULL) {
		replace(&e, at, id);
	} else {
		buf_text(&line, "id: ");
		yaml_scalar(&line, id, false);
		buf_byte(&line, '\n');
		yaml_quoted(&flow, id);
		edit_add_key(&e, "id", buf_view(&line), buf_view(&flow));
	}
	return edit_end(&e, out);
}

bool /* NOLINTNEXTLINE(readability-function-size): the door has seven parameters */
brief_relink(struct arena *a, struct str bytes, struct str name, struct str id,
    struct str to, struct str *out, struct diags *d)
{
	struct edit e = { .a = a, .bytes = bytes, .name = name };
	const struct yaml *list;

	*out = bytes;
	if (!edit_begin(&e, d))
		return false;
	list = yaml_get(e.root, STR("related"));
	for (const struct yaml *y = list == NULL ? NULL : list->first; y != NULL;
	     y = y->next) {
		const struct yaml *at = yaml_get(y, STR("id"));

		if (at != NULL && at->kind == YAML_SCALAR && str_eq(at->text, id))
			replace(&e, at, to);
	}
	if (e.splices.n == 0)
		return true;
	for (size_t i = 0; i < e.brief->related.n; i++)
		if (str_eq(e.brief->related.at[i].id, id))
			e.brief->related.at[i].id = to;
	return edit_end(&e, out);
}
