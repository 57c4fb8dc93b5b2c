/* A note more; notes that are one text become a list with it as the first item. */
#include "brief/edit.h"
#include "brief/lines.h"
#include "data/yamlout.h"

/* "notes:" and its items as a canonical file has them. */
static struct str
canonical(struct edit *e, const struct note *notes, size_t n)
{
	struct buf out = buf_new(e->a);
	struct brief b = { 0 };

	for (size_t i = 0; i < n; i++)
		*vec_push(e->a, &b.notes) = notes[i];
	field_write(&out, field_find(brief_fields, STR("notes")), &b, 0);
	return buf_view(&out);
}

static void
put_flow_note(struct buf *out, const struct note *note)
{
	buf_text(out, "{\"text\": ");
	yaml_quoted(out, note->text);
	if (note->para > 0)
		buf_printf(out, ", \"para\": %ld", note->para);
	if (note->at.n != 0) {
		buf_text(out, ", \"at\": ");
		yaml_quoted(out, note->at);
	}
	buf_byte(out, '}');
}

static struct str
flow(struct edit *e, const char *before, const struct note *notes, size_t n,
    const char *after)
{
	struct buf out = buf_new(e->a);

	buf_text(&out, before);
	for (size_t i = 0; i < n; i++) {
		buf_text(&out, i == 0 ? "" : ", ");
		put_flow_note(&out, &notes[i]);
	}
	buf_text(&out, after);
	return buf_view(&out);
}

static void
append(struct edit *e, const struct yaml *list, const struct note *note)
{
	const struct yaml *last = yaml_last(list);

	if (last == NULL) {
		edit_splice(e, list->from + 1, list->from + 1, flow(e, "", note, 1, ""));
	} else if (list->flow) {
		edit_splice(e, last->to, last->to, flow(e, ", ", note, 1, ""));
	} else {
		const size_t at = lines_after(e->bytes, last);
		struct str lines = canonical(e, note, 1);

		(void)str_split(&lines, '\n');
		edit_splice(e, at, at,
		    edit_lines(e, lines, (long)lines_column(e->bytes, list->from) - 2));
	}
}

/* The text in the file gives way to a list. */
static void
replace_text(struct edit *e, const struct yaml *text, const struct note *note)
{
	const struct note notes[] = { { .text = e->brief->notes_text }, *note };
	const size_t from = lines_start(e->bytes, text->key_from);

	if (e->root->flow)
		edit_splice(e, text->from, text->to, flow(e, "[", notes, 2, "]"));
	else
		edit_splice(e, from, lines_after(e->bytes, text),
		    edit_lines(e, canonical(e, notes, 2),
			(long)lines_column(e->bytes, e->root->first->key_from)));
	*vec_push(e->a, &e->brief->notes) = notes[0];
	e->brief->notes_text = STR_NIL;
}

/* Line ends at the end mean nothing in a note, and "|+" would take blank lines in. */
static struct note
without_last_line_ends(struct note note)
{
	while (str_ends(note.text, STR("\n")))
		note.text.n--;
	return note;
}

static void
add_note(struct edit *e, const struct yaml *notes, const struct note *note)
{
	if (notes == NULL)
		edit_add_key(
		    e, "notes", canonical(e, note, 1), flow(e, "[", note, 1, "]"));
	else if (notes->kind == YAML_LIST)
		append(e, notes, note);
	else if (e->brief->notes_text.n != 0)
		replace_text(e, notes, note);
	else
		edit_splice(e, notes->from, notes->to, flow(e, " [", note, 1, "]"));
	*vec_push(e->a, &e->brief->notes) = *note;
}

bool
brief_note(struct arena *a, struct str bytes, struct str name, const struct note *note,
    struct str *out, struct diags *d)
{
	const struct note clean = without_last_line_ends(*note);
	struct edit e = { .a = a, .bytes = bytes, .name = name };

	if (!edit_begin(&e, d))
		return false;
	if (clean.text.n == 0) {
		say(d, SAY_BRIEF_VALUE, (struct place){ .file = name },
		    "a note must have a text");
		return false;
	}
	add_note(&e, yaml_get(e.root, STR("notes")), &clean);
	return edit_end(&e, out);
}
