/* Diagnostics as a person reads them: the place, the level, the line and a caret under it. */
#include <unistd.h>

#include "base/file.h"
#include "cmd/call.h"

static const char *const level_names[] = { "note", "warning", "error" };

/* "FILE:LINE:COL: ", or the program's name where no file is meant or the text names it. */
static void
put_place(struct buf *out, const struct diag *g)
{
	const struct str file = g->at.file;

	if (file.n == 0 || (g->at.line == 0 && str_has(g->text, file))) {
		buf_text(out, "nutgraf: ");
		return;
	}
	buf_str(out, file);
	if (g->at.line != 0)
		buf_printf(out, ":%d", g->at.line);
	if (g->at.line != 0 && g->at.col != 0)
		buf_printf(out, ":%d", g->at.col);
	buf_text(out, ": ");
}

void
diag_put(struct buf *out, const struct diag *g)
{
	put_place(out, g);
	buf_printf(out, "%s: ", level_names[message_level(g->id)]);
	buf_str(out, g->text);
	buf_printf(out, " [%s]\n", message_id(g->id));
}

void
call_tell(struct call *c)
{
	struct buf out = buf_new(c->a);

	for (; c->told < c->d->n; c->told++) {
		const struct diag *g = &c->d->at[c->told];

		if (c->value[OPTION_QUIET] == NULL || message_level(g->id) == LEVEL_ERROR)
			diag_put(&out, g);
	}
	(void)fd_write(STDERR_FILENO, buf_view(&out));
}
