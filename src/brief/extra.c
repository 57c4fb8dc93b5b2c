/* Unknown keys, cut out of the file so that they stand at column 1 of a canonical one. */
#include "base/buf.h"
#include "brief/fields.h"
#include "brief/lines.h"
#include "data/yamlout.h"

/* The lines of a key of a block map, moved left by `columns` where they have blanks. */
static void
put_lines(struct buf *out, struct str lines, size_t columns)
{
	while (lines.n != 0) {
		const struct str line = str_split(&lines, '\n');

		buf_str(
		    out, str_cut(line, str_indent(str_cut(line, 0, columns)), line.n));
		buf_byte(out, '\n');
	}
}

/* A key inside { }: its value may go on in other lines, which must be indented. */
static void
put_flow_value(struct buf *out, struct str key, struct str value)
{
	yaml_scalar(out, key, false);
	buf_text(out, ": ");
	while (value.n != 0) {
		buf_str(out, str_split(&value, '\n'));
		buf_text(out, value.n == 0 ? "" : "\n  ");
	}
	buf_byte(out, '\n');
}

/* The bytes of a key with its value; in a block map they are whole lines. */
static struct str
span_of(const struct yaml *root, const struct yaml *y, struct str bytes)
{
	return root->flow ? str_cut(bytes, y->from, y->to)
			  : str_cut(bytes, lines_start(bytes, y->key_from),
				lines_after(bytes, y));
}

bool
brief_extra(struct arena *a, const struct yaml *root, struct str bytes, struct brief *b,
    size_t *odd)
{
	for (const struct yaml *y = root->first; y != NULL; y = y->next) {
		const struct str span = span_of(root, y, bytes);
		struct buf out = buf_new(a);

		if (field_find(brief_fields, y->key) != NULL ||
		    str_eq(y->key, STR("format")))
			continue;
		*odd = lines_odd(span);
		if (*odd != STR_NONE) {
			*odd += (size_t)(span.p - bytes.p);
			return false;
		}
		if (root->flow)
			put_flow_value(&out, y->key, span);
		else
			put_lines(&out, span, lines_column(bytes, root->first->key_from));
		*vec_push(a, &b->extra) = (struct extra){ y->key, buf_view(&out) };
	}
	return true;
}
